//! What every package of the program stands on: exit codes, failures, secrets, hexadecimal text, suggestions.

pub mod exit;
pub mod failure;
pub mod hex;
pub mod secret;
pub mod suggest;
