//! What each command does: arguments, help and work in one file, named after what is typed.
//!
//! A command parses arguments, calls a domain module and shows the answer. No noun uses another noun's files: shared work
//! is in `connections`, `diagnose`, `health` and `args::resolve`, shared rows and cells are in `view`.

pub mod alerts;
pub mod api;
pub mod auth;
pub mod check;
pub mod completions;
pub mod connections;
pub mod credits;
pub mod data;
#[cfg(feature = "sandbox")]
pub mod demo;
pub mod doctor;
pub mod exit_codes;
pub mod flows;
pub mod man;
pub mod metrics;
pub mod monitor;
pub mod passthrough;
pub mod profile;
pub mod raw;
pub mod record;
pub mod requests;
#[cfg(feature = "sandbox")]
pub mod sandbox;
pub mod support;
pub mod sync;
pub mod systems;
pub mod token;
pub mod version;
pub mod webhooks;
pub mod why;
