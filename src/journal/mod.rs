//! The local log of requests: what this machine sent, the status that was returned and how long it took.
//!
//! Nothing is opened before the first request is stored or looked up. Everything is redacted before it is written. A
//! journal that cannot be written never fails the request it is about: that becomes a [`Warning`]. Headers are not kept, and bodies only where somebody asked for it. Of requests that are too old or too many, sums of each hour are left, which figures are made of as well. Changes of health that a monitor settled are kept beside them.

pub mod redact;

mod bodies;
mod changes;
mod entry;
mod error;
mod extent;
mod filter;
mod group_by;
mod hours;
mod probe;
mod prune;
mod query;
mod rows;
mod schema;
mod summary;
mod syncs;
mod tally;
mod writer;

pub use bodies::Bodies;
pub use changes::{HealthChange, Subjects};
pub use entry::Entry;
pub use error::{Error, Warning};
pub use extent::Extent;
pub use filter::{Filter, Order, Outcome, Search, StatusFilter, StatusFilterError};
pub use group_by::GroupBy;
pub use probe::{ProbeSample, ProbeTarget};
pub use query::{is_reference, reference};
pub use summary::Summarised;
pub use writer::{Journal, Options, SANDBOX};
