//! Typed calls, one file per noun, each as methods of [`super::Client`].
//!
//! Published paths come from [`crate::api::path`]. Operations that are published nowhere go where the server or the
//! profile puts them, and are [`super::Error::Unsupported`] elsewhere.

mod alerts;
mod connections;
mod entities;
mod flows;
mod magic_links;
mod metadata;
mod metrics;
mod passthrough;
mod raw;
mod requests;
mod retained_data;
mod settings;
mod sync;
mod systems;
mod token;
mod webhooks;

pub use self::connections::{Made, Update, newest};
pub use self::entities::{Direction, EntityRow, Filter, IdempotencyKey, ListQuery, Match, row_key};
pub use self::flows::ExecutionQuery;
pub use self::metrics::MetricsQuery;
pub use self::raw::Free;
pub use self::requests::RequestQuery;
pub use self::sync::{Started, SyncView};
pub use self::token::Tokens;
pub use self::webhooks::DeliveryQuery;
