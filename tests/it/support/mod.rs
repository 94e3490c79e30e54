//! What tests share.

pub mod require;
pub mod sandbox;
