//! What tests share.

pub mod require;
