//! The sandbox, asked in process: what it answers, and what becomes of its state over time.

mod account;
mod alerts;
mod clock;
mod connections;
mod endpoints;
mod faults;
mod flows;
mod interrupted;
mod log;
mod migrations;
mod safety;
mod scale;
mod scopes;
mod secrets;
mod snapshot;
mod storm;
mod strangers;
mod syncs;
mod tokens;
mod webhooks;
