//! A local stand-in for the platform: its published API, the operations beyond it, and everything that happens over
//! time.
//!
//! All state is in SQLite, so several processes may share one file, and a process that starts continues where the last
//! one stopped. Whatever takes time is a row with the time at which it is due; `due` processes what is due before
//! each request. The sandbox serves the loopback only (unless started with both options that widen it), accepts no
//! token but its own, and marks each response with a header.

mod account;
mod advance;
mod alerts;
mod allowed_hosts;
mod auth;
mod body;
mod catalogue;
pub mod challenge;
mod connecting;
mod connection_lifecycle;
mod delivery;
mod due;
mod entities;
mod error;
mod events;
mod faults;
mod flows;
mod health;
mod ids;
mod middleware;
mod options;
mod paging;
mod paths;
mod pattern;
mod request_facts;
mod routes;
mod scenario;
mod seed;
mod server;
mod snapshot;
mod source;
mod source_calls;
mod state;
mod store;
mod syncing;
mod time;
mod vault;
mod webhook_condition;
mod webhook_endpoints;

pub use account::{CLIENT_ID, CLIENT_NAME, CREDITS, client_secret};
pub use options::{MOST_SCALE, MOST_SYSTEMS, Options, Start};
pub use scenario::error::ScenarioError;
pub use scenario::file::Scenario;
pub use scenario::log::{LineKind, LogLine};
pub use scenario::run::{FailedExpectation, Report};
pub use seed::file::Seed;
pub use server::{Sandbox, SandboxError};
pub use snapshot::{pack, unpack};
pub use vault::master::key_file;
