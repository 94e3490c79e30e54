//! makini: the command line for industrial integrations.

pub mod api;
pub mod args;
pub mod cli;
pub mod client;
pub mod clock;
pub mod commands;
pub mod exchange;
pub mod exit;
pub mod failure;
pub mod health;
pub mod inbox;
pub mod journal;
pub mod measure;
#[cfg(feature = "sandbox")]
pub mod sandbox;
pub mod secret;
pub mod secrets;
pub mod serve;
pub mod session;
pub mod settings;
pub mod sqlite;
pub mod term;
pub mod view;
pub mod webhook;
