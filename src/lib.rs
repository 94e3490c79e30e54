//! makini: the command line for industrial integrations.
//!
//! # Map
//!
//! The program is a function: [`run`] takes a [`world::World`] (arguments, environment, streams, clock, keyring) and
//! returns an [`exit::Exit`]. Nothing is global and nothing is read behind its back, so a test runs it twice in one
//! process with time standing still.
//!
//! | to change | look in |
//! | --- | --- |
//! | what a command does, its flags and help | `commands/<noun>/<verb>.rs` |
//! | the live view of `webhooks listen` | [`live`] |
//! | how something is shown | the `View` in the command's file, or [`view`] for what all share |
//! | the HTTP call behind it | `client/call/<noun>.rs`; paths in [`api::path`] |
//! | what the sandbox answers | `sandbox/routes/<noun>.rs` |
//! | an exit code | [`exit`] |
//! | a setting, its flag, variable and default | [`settings::table`] |
//! | a colour, a table, a prompt, a progress bar | [`term`] |
//! | what is hidden before the journal writes it | `journal/redact.rs` |
//! | every use of a secret | `rg '\.expose\('` |
//!
//! Layers, from the leaves up: `exit secret clock hex glob serve measure blocking` · `failure sqlite api exchange` · `settings
//! secrets term` · `client session journal webhook inbox drill health sandbox` · `view` · `live` · `world context args` ·
//! `commands` · `cli`.
//! Arrows point down only; `tests/it/layers.rs` holds the whole table and keeps it. The client never sees the sandbox
//! and the sandbox never sees the client: they share [`api`], and `cargo check --no-default-features` proves half of it.
//!
//! # Rules that are easy to forget
//!
//! * A command returns a value; its `View` shows it; the value knows how the process ends.
//! * An error is classified where it is born ([`failure::Classify`]); nobody downcasts or reads messages.
//! * [`term`] is the only door to stdout and stderr, and it makes foreign text harmless on the way.
//! * Nothing is opened before it is needed: not the keyring, not the network, not a database.

pub mod api;
pub mod args;
pub mod blocking;
pub mod bug;
pub mod cli;
pub mod client;
pub mod clock;
pub mod commands;
pub mod connections;
pub mod context;
pub mod diagnose;
pub mod drill;
pub mod exchange;
pub mod exit;
pub mod failure;
pub mod glob;
pub mod health;
pub mod hex;
pub mod inbox;
pub mod journal;
pub mod live;
pub mod measure;
#[cfg(feature = "sandbox")]
pub mod sandbox;
pub mod secret;
pub mod secrets;
pub mod serve;
pub mod session;
pub mod settings;
pub mod shell;
pub mod shutdown;
pub mod sqlite;
pub mod suggest;
pub mod term;
pub mod view;
pub mod webhooks;
pub mod world;

/// Runs one invocation.
pub fn run(world: world::World) -> exit::Exit {
    bug::contain(|| cli::run(world))
}
