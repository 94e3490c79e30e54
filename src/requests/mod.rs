//! Requests, from the server's log and from the journal of this machine.

mod query;
mod record;
mod source;
mod unread;

pub use query::{Query, connections_named, of_journal, of_server};
pub use record::{Origin, Record, add_names};
pub use source::{Source, logged, unknown, whole_id};
pub use unread::Unread;
