//! What each command does: arguments, help and work in one file, named after what is typed.
//!
//! A command may not call another command; shared work moves down into a domain module. Only `run` shows anything.

pub mod alerts;
pub mod api;
pub mod auth;
pub mod check;
pub mod completions;
pub mod connections;
pub mod credits;
#[cfg(feature = "sandbox")]
pub mod demo;
pub mod doctor;
pub mod exit_codes;
pub mod flows;
pub mod man;
pub mod metrics;
pub mod profile;
pub mod requests;
#[cfg(feature = "sandbox")]
pub mod sandbox;
pub mod sync;
pub mod systems;
pub mod token;
pub mod webhooks;
