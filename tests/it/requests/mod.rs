//! Looking up requests: the platform's log, and what a person types.

mod command;
mod platform;
mod timings;
