//! What came of something that was to be stored.

use thiserror::Error as ThisError;

/// The result for an arrival that is committed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stored {
    /// It is new.
    New {
        /// Its arrival number.
        number: i64,
        /// The first arrival with the same digest, where neither has an ID to be sure by.
        duplicate_of: Option<i64>,
    },
    /// It was stored already.
    Duplicate {
        /// The arrival number of the first.
        number: i64,
        /// How often it has been repeated so far.
        count: i64,
    },
    /// Its ID was stored already, with another body. Both are stored; the first is the event.
    Conflict {
        /// The arrival number of the first.
        number: i64,
        /// How many other bodies there are.
        conflicts: i64,
    },
}

/// Why something could not be stored. Nothing of it was.
#[derive(Clone, Debug, PartialEq, Eq, ThisError)]
pub enum StoreError {
    /// The inbox has reached the size it was given.
    #[error("the inbox has reached its limit of {limit} bytes; `makini webhooks inbox prune` makes room")]
    Full {
        /// That size.
        limit: u64,
    },
    /// The disk has no room.
    #[error("the disk is full")]
    NoSpace,
    /// The file is no longer where it was, or no longer as long.
    #[error(
        "the inbox file was moved, deleted, replaced or cut short; what it acknowledged may still be in its log, beside it"
    )]
    Gone,
    /// The database could not commit.
    #[error("the inbox could not be written: {0}")]
    Failed(String),
    /// Another receiver forwards the events of this connection by now.
    #[error("another receiver forwards the events of this connection now")]
    LaneLost,
    /// The receiver is stopping.
    #[error("the receiver is stopping")]
    Closed,
}
