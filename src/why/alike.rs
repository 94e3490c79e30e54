//! Whether others fail now as one request did.

use std::collections::HashSet;
use std::time::Duration;

use serde::Serialize;

use super::gather::counted;
use super::rules::of_record;
use crate::requests::{Query, Record, Source};

/// The time up to now that counts.
const NOW: Duration = Duration::from_mins(15);
/// Number of failed requests that are looked at.
const MOST: u32 = 500;

/// Failures of the last minutes with the same cause as one request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Alike {
    /// Start of the time that was looked at, RFC 3339.
    pub since: String,
    /// Number of requests that failed in the same way, without the request itself.
    pub requests: u64,
    /// Those among them of the same connection.
    pub same_connection: u64,
    /// Number of other connections among them.
    pub other_connections: u64,
    /// When the newest of them was, RFC 3339.
    pub newest_at: Option<String>,
    /// Whether all failures of that time were looked at: otherwise there may be more.
    pub is_whole: bool,
    /// Whether the server's log was read, or the journal of this machine alone.
    pub is_of_log: bool,
}

impl Alike {
    /// Reads them. Nothing for a request that did not fail, or whose cause is not known, and where neither the log nor the
    /// journal could be read.
    pub async fn read(source: &mut Source<'_>, request: &Record) -> Option<Self> {
        let (rule, _) = of_record(request)?;
        let since = source.client.now().checked_sub(NOW).ok()?;
        source.read.clear();
        let unread = source.unread.0.len();
        let all = source.records(&Query { errors: true, ..Query::between(Some(since), None, MOST) }).await;
        if source.read.is_empty() || source.unread.0.len() > unread {
            return None;
        }
        let is_whole = all.len() < MOST as usize;
        let is_alike =
            |row: &Record| !row.is(request) && of_record(row).is_some_and(|(found, _)| std::ptr::eq(found, rule));
        let alike: Vec<Record> = counted(all).into_iter().filter(is_alike).collect();
        let own = request.connection_id.as_deref();
        let of_others: HashSet<&str> =
            alike.iter().filter_map(|row| row.connection_id.as_deref()).filter(|id| Some(*id) != own).collect();
        let is_same = |row: &&Record| own.is_some() && row.connection_id.as_deref() == own;
        Some(Self {
            since: format!("{since:.3}"),
            requests: alike.len() as u64,
            same_connection: alike.iter().filter(is_same).count() as u64,
            other_connections: of_others.len() as u64,
            newest_at: alike.first().and_then(|row| row.at.clone()),
            is_whole,
            is_of_log: source.read.contains(&"log"),
        })
    }
}
