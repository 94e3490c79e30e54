//! `makini sandbox`: one process that others find, state that outlives it, faults on command.

mod faults;
#[cfg(unix)]
mod processes;
mod reset;
mod start;
