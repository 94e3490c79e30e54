//! Pieces of command lines that several commands share.

pub mod global;
pub mod operand;
pub mod resolve;
pub mod schedule;
