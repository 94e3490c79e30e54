//! What tests share.

pub mod pty;
pub mod exchange;
pub mod mount;
pub mod require;
pub mod sandbox;
