//! What tests share.

pub mod exchange;
pub mod mount;
pub mod pty;
pub mod require;
pub mod sandbox;
pub mod wire;
pub mod world;
