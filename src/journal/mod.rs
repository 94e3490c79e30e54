//! The local log of requests: what this machine sent, the status that was returned and how long it took.
//!
//! Nothing is opened before the first request is stored or looked up. Everything is redacted before it is written. A
//! journal that cannot be written never fails the request it is about: that becomes a [`Warning`]. Bodies and headers
//! are not kept.

pub mod redact;

mod entry;
mod error;
mod filter;
mod group_by;
mod probe;
mod prune;
mod query;
mod schema;
mod summary;
mod tally;
mod writer;

pub use entry::Entry;
pub use error::{Error, Warning};
pub use filter::{Filter, Order, Outcome, Search, StatusFilter, StatusFilterError};
pub use group_by::GroupBy;
pub use probe::{ProbeSample, ProbeTarget};
pub use summary::Summarised;
pub use writer::{Journal, Options};
