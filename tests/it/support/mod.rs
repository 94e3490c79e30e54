//! What tests share.

pub mod exchange;
pub mod mount;
pub mod require;
