//! The sandbox, asked in process: what it answers, and what becomes of its state over time.

mod account;
mod clock;
mod connections;
mod faults;
mod log;
mod safety;
mod scale;
mod syncs;
mod tokens;
mod webhooks;
