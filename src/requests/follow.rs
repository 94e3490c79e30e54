//! Following requests as they are logged: each is returned once, whatever the order it is logged in.

use std::collections::HashMap;
use std::time::Duration;

use jiff::Timestamp;

use super::query::{Query, of_server};
use super::record::Record;
use crate::client::{Client, Error};
use crate::journal::{self, Filter, Journal, Order};

/// How long after its start a request may be logged and still be seen: a log has it when it has ended.
const LATE: Duration = Duration::from_mins(1);

/// Requests that count: following makes more of those that this program makes for its own commands.
fn counts(row: &Record) -> bool {
    !row.is_of_tool()
}

/// Follows the server's log. Each query looks back to a minute before the newest request seen so far, so that what is logged
/// late is not lost; what was returned already is left out by its ID.
pub struct FollowLog {
    query: Query,
    /// IDs that were returned, with their times.
    seen: HashMap<String, Option<Timestamp>>,
    /// The time of the newest request seen, or the time of the start.
    newest: Timestamp,
}

impl FollowLog {
    /// Begins at a time of the server: what was logged before is known. Returns the newest `lines` of that, the oldest first.
    ///
    /// # Errors
    /// When the log cannot be read.
    pub async fn begin(
        client: &Client,
        query: Query,
        now: Timestamp,
        lines: u32,
    ) -> Result<(Self, Vec<Record>), Error> {
        let mut follow = Self { query, seen: HashMap::new(), newest: now };
        let mut known = follow.poll(client).await?;
        let lines = usize::try_from(lines).unwrap_or(usize::MAX);
        if known.len() < lines {
            let limit = u32::try_from(lines.saturating_mul(2)).unwrap_or(u32::MAX);
            let mut older = of_server(client, &Query { limit, ..follow.query.clone() }).await?;
            older.reverse();
            older.retain(|row| counts(row) && known.iter().all(|other| other.id != row.id));
            // What was logged since the first query is new.
            older.retain(|row| row.time().is_some_and(|time| time < follow.since()));
            older.append(&mut known);
            known = older;
        }
        known.drain(..known.len().saturating_sub(lines));
        Ok((follow, known))
    }

    fn since(&self) -> Timestamp {
        self.newest.checked_sub(LATE).unwrap_or(self.newest)
    }

    /// Returns what was logged since the last call, the oldest first.
    ///
    /// # Errors
    /// When the log cannot be read. Nothing is lost: the next call returns it.
    pub async fn poll(&mut self, client: &Client) -> Result<Vec<Record>, Error> {
        let since = self.since();
        let query = Query { since: Some(since), until: None, limit: u32::MAX, ..self.query.clone() };
        let mut new = of_server(client, &query).await?;
        // A server may ignore the time.
        new.retain(|row| row.time().is_none_or(|time| time >= since));
        new.retain(|row| match &row.id {
            Some(id) => self.seen.insert(id.clone(), row.time()).is_none(),
            None => true,
        });
        self.newest = new.iter().filter_map(Record::time).max().map_or(self.newest, |at| at.max(self.newest));
        // The next query does not return what is older.
        let since = self.since();
        self.seen.retain(|_, time| time.is_none_or(|time| time >= since));
        new.retain(counts);
        new.sort_by_key(Record::time);
        Ok(new)
    }
}

/// Follows the journal of this machine, by the numbers of its rows.
pub struct FollowJournal {
    filter: Filter,
}

impl FollowJournal {
    /// Begins with what is there. Returns the newest `lines` of that, the oldest first.
    ///
    /// # Errors
    /// When the file is there and cannot be read.
    pub fn begin(
        journal: &Journal,
        profile: &str,
        query: &Query,
        lines: u32,
    ) -> Result<(Self, Vec<Record>), journal::Error> {
        let filter = Filter { limit: None, order: Order::OldestFirst, ..query.journal_filter(profile) };
        let last = journal.last_number()?;
        let newest = Filter { limit: Some(lines), order: Order::NewestFirst, up_to: Some(last), ..filter.clone() };
        let mut known: Vec<Record> = journal.search(&newest)?.into_iter().map(Record::from).filter(counts).collect();
        known.reverse();
        Ok((Self { filter: Filter { after: Some(last), ..filter } }, known))
    }

    /// Returns what was written since the last call, the oldest first.
    ///
    /// # Errors
    /// When the file is there and cannot be read.
    pub fn poll(&mut self, journal: &Journal) -> Result<Vec<Record>, journal::Error> {
        let last = journal.last_number()?;
        // A journal that was removed begins anew.
        let after = self.filter.after.filter(|after| *after <= last).unwrap_or_default();
        let new = journal.search(&Filter { after: Some(after), up_to: Some(last), ..self.filter.clone() })?;
        self.filter.after = Some(last);
        Ok(new.into_iter().map(Record::from).filter(counts).collect())
    }
}
