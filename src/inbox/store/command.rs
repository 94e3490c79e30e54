//! What a writer is asked to do.

use std::time::Duration;

use jiff::Timestamp;

use super::super::gap::Gap;
use super::arrival::{Arrival, RejectedDelivery};
use super::outcome::Stored;
use super::reply::Reply;

/// A command to the writing thread.
pub(crate) enum Command {
    /// Store an arrival.
    Store(Box<Arrival>, Reply<Stored>),
    /// Store a delivery that was not accepted.
    Reject(Box<RejectedDelivery>, Reply<()>),
    /// Attempts in one request begin.
    Start(Vec<AttemptStart>, Reply<Vec<i64>>),
    /// Attempts in one request ended.
    End(Vec<AttemptEnd>, Reply<()>),
    /// A sync ended that no event announced. Answers whether that is new.
    Gap(Box<(Gap, Timestamp)>, Reply<bool>),
    /// No route leads anywhere for this event.
    Unroute(i64, Reply<()>),
    /// Commit earlier commands, then end.
    Stop,
}

/// Why an event is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// By the forwarder.
    Forward,
    /// By a person.
    Replay,
}

impl Kind {
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Forward => "forward",
            Self::Replay => "replay",
        }
    }
}

/// The right to forward the events of a connection: on a server, until another claims it with a higher epoch.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Lane {
    pub(crate) connection: String,
    pub(crate) epoch: i64,
}

/// The start of an attempt.
pub(crate) struct AttemptStart {
    #[cfg_attr(not(feature = "postgres"), expect(dead_code, reason = "a file has one receiver"))]
    pub(crate) lane: Lane,
    pub(crate) number: i64,
    pub(crate) kind: Kind,
    pub(crate) target: String,
    pub(crate) at: Timestamp,
}

/// The end of an attempt.
#[derive(Clone)]
pub(crate) struct AttemptEnd {
    #[cfg_attr(not(feature = "postgres"), expect(dead_code, reason = "a file has one receiver"))]
    pub(crate) lane: Lane,
    pub(crate) attempt: i64,
    pub(crate) number: i64,
    pub(crate) at: Timestamp,
    pub(crate) status: Option<u16>,
    pub(crate) error: Option<String>,
    pub(crate) elapsed: Duration,
    pub(crate) next: NextState,
}

/// The state of an event after an attempt to forward it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NextState {
    /// It is done.
    Delivered,
    /// It is tried again, not before this time.
    Again(Timestamp),
    /// It is not tried again, except by `inbox retry`.
    GivenUp,
}
