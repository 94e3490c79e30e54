//! The durable inbox of webhooks: what was acknowledged is on disk, whatever happens next.
//!
//! | I want to | Look in |
//! |---|---|
//! | learn what is read from an event's body | [`envelope`] |
//! | decide whether a delivery is to be trusted | [`judge`] |
//! | open the inbox, keep an arrival, survive a crash | [`store`] |
//! | know why a second receiver is refused | [`lock`] |
//! | know why a folder is refused | [`probe`] |
//! | receive over HTTP | [`receiver`] |
//! | pass events on, in order, with retries | [`forward`] |
//! | list, show, export, prune, retry, replay | [`query`] |
//! | know which sync no event announced | [`gap`] |
//! | follow what happens as it happens | [`notice`] |
//!
//! Three rules hold everywhere: an answer of 2xx comes after the commit; forwarding reads what is on disk and never
//! what is in memory; nothing is ever deleted to make room.

pub mod envelope;
pub mod error;
pub mod forward;
pub mod gap;
pub mod judge;
pub mod lock;
pub mod notice;
pub mod probe;
pub mod query;
pub mod receiver;
pub mod store;

pub use error::Error;
pub use judge::{Judgement, Verdict, Verifier};
pub use notice::Notice;
pub use store::{Arrival, Inbox, Kept, Refusal};
