//! `makini sandbox`: one process that others find, state that outlives it, faults on command.

#[cfg(unix)]
mod clock;
mod door;
mod faults;
#[cfg(unix)]
mod killed;
#[cfg(unix)]
mod processes;
mod reset;
#[cfg(unix)]
mod snapshot;
mod start;
