//! The real program on a real pseudo-terminal, as a person uses it.

mod connect;
mod field_stdin;
#[cfg(unix)]
mod listen;
#[cfg(unix)]
mod suspend;
