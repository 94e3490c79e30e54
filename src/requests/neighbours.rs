//! Requests shortly before and after one, on the same connection, by one clock.

use std::time::Duration;

use serde::Serialize;

use super::query::Query;
use super::record::Record;
use super::source::Source;

/// How many on either side are shown.
const SIDE: usize = 3;
/// Rows before the request that are read: what this program asked for itself is among them, and left out.
const BEFORE: u32 = 50;
/// Rows after the request that are read. They come newest first, and the nearest are wanted.
const AFTER: u32 = 500;
/// How much smaller the time after the request becomes where it has more rows.
const NARROWER: u32 = 60;

/// The nearest requests of a connection, the oldest first.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Neighbours {
    /// Those before it, or at the same time.
    pub before: Vec<Record>,
    /// Those after it.
    pub after: Vec<Record>,
}

impl Neighbours {
    /// Reads them, dated by the clock of the server; nothing for a request without a connection or a time. What could not
    /// be read is noted in the source.
    pub async fn read(source: &mut Source<'_>, request: &Record, window: Duration) -> Self {
        let (Some(connection), Some(at)) = (&request.connection_id, request.time()) else { return Self::default() };
        let query =
            |since, until, limit| Query { connection: Some(connection.clone()), ..Query::between(since, until, limit) };
        let counts = |row: &Record| {
            // A record without a connection was not said to be of this one.
            !row.is_of_tool() && !row.is(request) && row.connection_id.as_ref() == Some(connection)
        };
        let until = at.checked_add(Duration::from_millis(1)).ok();
        let mut before = source.records(&query(at.checked_sub(window).ok(), until, BEFORE)).await;
        before.retain(|row| counts(row) && row.time().is_some_and(|time| time <= at));
        before.truncate(SIDE);
        before.reverse();
        let mut after = Vec::new();
        for length in [window, window / NARROWER] {
            let read = source.records(&query(Some(at), at.checked_add(length).ok(), AFTER)).await;
            if read.len() < AFTER as usize {
                after = read;
                break;
            }
            if length != window {
                source
                    .unread
                    .0
                    .push(format!("requests after it: there are more than {AFTER} within {} s", length.as_secs()));
            }
        }
        after.retain(|row| counts(row) && row.time().is_some_and(|time| time > at));
        after.reverse();
        after.truncate(SIDE);
        Self { before, after }
    }

    /// Returns whether there are none.
    pub fn is_empty(&self) -> bool {
        self.before.is_empty() && self.after.is_empty()
    }
}
