//! Pieces of command lines that several commands share.

pub mod global;
pub mod resolve;
pub mod schedule;
