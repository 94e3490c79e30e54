//! Typed calls, one file per noun, each as methods of [`super::Client`].
//!
//! Published paths come from [`crate::api::path`]. Operations that are published nowhere go where the server or the
//! profile says they are, and are [`super::Error::Unsupported`] elsewhere.

mod alert;
mod connection;
mod entity;
mod flow;
mod magic_link;
mod metrics;
mod passthrough;
mod platform;
mod raw;
mod request;
mod settings;
mod sync;
mod token;
mod webhook;

pub use self::connection::{Made, Update};
pub use self::entity::{Direction, Filter, ListQuery, Match};
pub use self::flow::ExecutionQuery;
pub use self::metrics::MetricsQuery;
pub use self::raw::Free;
pub use self::request::RequestQuery;
pub use self::sync::{Started, SyncView};
pub use self::token::Tokens;
pub use self::webhook::DeliveryQuery;
