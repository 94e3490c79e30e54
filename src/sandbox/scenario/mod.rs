//! Scenarios: steps that run against a sandbox whose clock is frozen in between, and expectations. The same scenario
//! and seed give the same log, byte for byte.

mod actions;
pub(crate) mod error;
mod expectations;
pub(crate) mod file;
mod http_call;
pub(crate) mod log;
mod receiver;
pub(crate) mod run;
