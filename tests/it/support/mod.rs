//! What tests share.

pub mod require;
pub mod wire;
