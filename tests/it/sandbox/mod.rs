//! The sandbox, asked in process: what it answers, and what becomes of its state over time.

mod account;
mod clock;
mod command;
mod faults;
mod migrations;
mod scale;
mod scenario;
mod scopes;
mod secrets;
mod snapshot;
