//! The events of a receiver itself, published as they happen: for the live view and for lines of JSON.
//!
//! Texts from deliveries are hostile and stay data; a view makes them harmless.

use jiff::Timestamp;
use serde::Serialize;

use super::caught_up::CaughtUp;
use super::gap::Gap;
use super::verify::Verdict;

/// Something that happened in the receiver.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum ReceiverEvent {
    /// The receiver can be used.
    Ready {
        /// Where it listens, as `http://127.0.0.1:3000`.
        url: String,
        /// The inbox.
        inbox: String,
        /// Its process.
        pid: u32,
        /// When it started.
        started_at: Timestamp,
        /// Events waiting to be forwarded from before.
        pending: u64,
    },
    /// A new event is on disk.
    Arrival {
        /// Its arrival number.
        number: i64,
        /// Its ID, or one made of its digest.
        id: String,
        /// Whether the event has an ID of its own.
        own_id: bool,
        /// As `assets.updated`.
        event: String,
        /// The connection it is about.
        connection: String,
        /// When it happened, as in the body.
        timestamp: Option<String>,
        /// When it was received.
        received_at: Timestamp,
        /// Whether the signature holds.
        verdict: Verdict,
        /// Which text matched.
        mode: Option<&'static str>,
        /// Bytes of the body.
        bytes: usize,
        /// The first arrival with the same digest, where neither has an ID.
        possible_duplicate_of: Option<i64>,
    },
    /// A stored event was received again.
    Duplicate {
        /// The arrival number of the first.
        number: i64,
        /// Its ID.
        id: String,
        /// How often it has been repeated.
        count: i64,
    },
    /// Another body was received under an ID that is already stored; both are kept.
    Conflict {
        /// The arrival number of the first.
        number: i64,
        /// Its ID.
        id: String,
        /// How many other bodies there are.
        conflicts: i64,
    },
    /// A request was not accepted.
    Rejected {
        /// The HTTP status it got.
        status: u16,
        /// Why.
        reason: String,
    },
    /// A handler accepted the event, and that is committed.
    Forwarded {
        /// The event.
        number: i64,
        /// The handler.
        target: String,
        /// Its status.
        status: u16,
        /// Number of the attempt, from 1.
        attempt: u32,
        /// How long it took, in milliseconds.
        millis: u64,
        /// What the platform would not accept in this response.
        #[serde(skip_serializing_if = "Option::is_none")]
        warning: Option<String>,
    },
    /// A handler did not accept the event.
    ForwardFailed {
        /// The event.
        number: i64,
        /// The handler.
        target: String,
        /// Its status, if it answered.
        status: Option<u16>,
        /// The error, for people.
        error: String,
        /// Number of the attempt, from 1.
        attempt: u32,
        /// When it is tried again; nothing when it is not.
        next_attempt_at: Option<Timestamp>,
    },
    /// A sync ended, and no event announced it.
    Gap(Gap),
    /// It was found out what was missed while nobody received; before [`ReceiverEvent::Ready`].
    CaughtUp(CaughtUp),
    /// The receiver cannot store or forward at the moment: a full disk, an inbox file that was moved.
    Trouble {
        /// The problem, for people.
        message: String,
    },
}
