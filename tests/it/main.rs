//! The integration tests: one binary, so that a change is linked once.

#![expect(unreachable_pub, reason = "nobody reaches into a test binary; `pub` here means shared between its files")]

mod auth;
mod binary;
mod canary;
mod check;
mod client;
mod connection;
mod contract;
mod demo;
mod doctor;
mod drill;
mod entities;
mod exit_codes;
mod generated;
mod health;
mod hints;
mod hostile;
mod hostile_commands;
mod inbox;
mod inbox_commands;
mod journal;
mod keyring;
mod layers;
mod link;
mod listen;
mod login;
mod metrics;
mod prism;
mod readme;
mod requests;
mod sandbox;
mod sandbox_command;
mod scenario;
mod schemathesis;
mod secrets;
mod settings;
mod shells;
mod support;
mod sync;
mod term;
mod tty;
mod vectors;
mod webhook;
mod webhook_storm;
