//! The wire: serde types, paths and operations. No I/O, no behaviour.
//!
//! Client and sandbox share these and nothing else, so `tests/it/contract.rs` holds literal JSON from the published
//! documentation against them. Two rules: what the platform sends is parsed leniently (its declared scalar types
//! contradict its own examples; see [`lenient`](mod@lenient)), and fields that are not declared here are kept in `extra`
//! and shown in machine output.

pub mod alerts;
pub mod connections;
pub mod entities;
pub mod error_code;
pub mod events;
pub mod faults;
pub mod flows;
pub mod header;
pub mod lenient;
pub mod magic_links;
pub mod mapping;
pub mod metrics;
pub mod operation;
pub mod page;
pub mod passthrough;
pub mod path;
pub mod problem;
pub mod requests;
pub mod sync;
pub mod systems;
pub mod template;
pub mod token;
pub mod trend;
pub mod webhooks;

use lenient::lenient;

/// Fields that are not declared here, in the order they were received.
pub type Extra = serde_json::Map<String, serde_json::Value>;
