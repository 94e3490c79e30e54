//! The durable inbox of webhooks: what was acknowledged is on disk, whatever happens next.
//!
//! | I want to | Look in |
//! |---|---|
//! | see what is parsed from an event's body | [`envelope`] |
//! | verify a delivery | [`verify`] |
//! | open the inbox, store an arrival, recover from a crash | [`store`] |
//! | see why a second receiver is refused | [`lock`] |
//! | see where an inbox may be | [`place`] |
//! | see what a query is given | `database` |
//! | keep it on a server | [`postgres`] |
//! | see why a folder is refused | [`probe`] |
//! | receive over HTTP | [`receiver`] |
//! | forward events, in order, with retries | [`forward`] |
//! | list, show, export, count, prune, retry, replay | [`query`] |
//! | find syncs that no event announced | [`gap`]; compared at an interval: [`poll`] |
//! | copy it to another place | [`copy`] |
//! | have sent again what was missed | [`catch_up`], [`caught_up`] |
//! | pause and resume connections and handlers | [`pauses`] |
//! | subscribe to what the receiver does | [`event`] |
//!
//! Imports go up only: `caught_up envelope gap owner place verify` · `event error` · `postgres` · `database lock probe` · `pauses` · `store` · `forward` ·
//! `query copy` · `receiver poll` · `catch_up`.
//!
//! Three rules hold everywhere: an answer of 2xx comes after the commit; forwarding reads what is on disk and never
//! what is in memory; nothing is ever deleted to make room.

pub mod catch_up;
pub mod caught_up;
pub mod copy;
mod database;
pub mod envelope;
pub mod error;
pub mod event;
pub mod forward;
pub mod gap;
pub mod lock;
pub mod owner;
pub mod pauses;
pub mod place;
pub mod poll;
#[cfg(feature = "postgres")]
pub mod postgres;
pub mod probe;
pub mod query;
pub mod receiver;
pub mod store;
pub mod verify;

pub use error::Error;
pub use event::ReceiverEvent;
pub use place::Place;
pub use store::{Arrival, Inbox, StoreError, Stored};
pub use verify::{Verdict, Verification, Verifier};
