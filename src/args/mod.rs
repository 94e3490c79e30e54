//! Pieces of command lines that several commands share.

pub mod global;
