//! The real program on a real pseudo-terminal, as a person uses it.

mod connect;
#[cfg(unix)]
mod field_stdin;
mod listen;
