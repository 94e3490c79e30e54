//! Requests, from the server's log and from the journal of this machine.

mod follow;
pub mod har;
pub mod import;
mod neighbours;
mod query;
mod record;
pub mod related;
mod source;
mod unread;

pub use follow::{FollowJournal, FollowLog};
pub use neighbours::Neighbours;
pub use query::{Query, connections_named, of_journal, of_server};
pub use record::{Origin, Record, add_names};
pub use source::{Source, logged, no_such_row, unknown, whole_id};
pub use unread::Unread;
