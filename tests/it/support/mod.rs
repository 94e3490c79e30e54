//! What tests share.

pub mod require;
pub mod vault;
pub mod wire;
