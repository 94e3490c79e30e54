//! A reverse proxy between an application and the platform, which writes each call into the journal.
//!
//! Bytes pass as they come, in both directions and without waiting for a whole body. A call is described once it has
//! ended, and what describes it waits in a queue of fixed length for a thread of its own: no disk, no lock and no secret
//! store is on the way of a request. What finds no room in the queue is counted as unrecorded.

mod call;
mod download;
mod expectation;
mod headers;
mod injection;
mod known_tokens;
mod proxy;
mod queue;
mod traffic;
mod unusable;
mod upload;
mod upstream;
mod writer;

pub use self::injection::Injection;
pub use self::known_tokens::{KnownTokens, TokenReader};
pub use self::proxy::{Options, Proxy};
pub use self::queue::KeepBodies;
pub use self::traffic::{FailedCalls, RepeatedCalls, SlowCall, Traffic};
pub use self::writer::{Totals, Writer, WriterOptions};
