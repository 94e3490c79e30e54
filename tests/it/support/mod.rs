//! What tests share.

pub mod axe;
pub mod exchange;
pub mod folder;
pub mod handler;
pub mod html;
pub mod link_visitor;
pub mod listening;
pub mod mount;
#[cfg(all(unix, feature = "postgres"))]
pub mod namespace;
pub mod network;
pub mod person;
pub mod plant;
#[cfg(all(unix, feature = "postgres"))]
pub mod postgres;
pub mod prism;
pub mod process;
pub mod promtool;
pub mod pty;
pub mod published;
pub mod readers;
pub mod receiver;
pub mod require;
pub mod sandbox;
pub mod secure;
pub mod served;
pub mod until;
pub mod vault;
pub mod webdriver;
pub mod wire;
pub mod world;
