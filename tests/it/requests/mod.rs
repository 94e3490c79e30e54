//! Looking up requests: the platform's log, and what a person types.

mod around;
pub(crate) mod command;
mod followed;
mod import;
mod platform;
mod timings;
