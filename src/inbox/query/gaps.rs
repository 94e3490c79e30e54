//! The sync events that came, and the ones that did not.

use std::time::Duration;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::entry::time;
use super::{Filter, Order, Store};
use crate::inbox::Error;
use crate::inbox::gap::{Gap, SyncEvent, announced, announcement};

/// How far apart the clocks of the platform and of this machine may be.
pub const CLOCKS_DIFFER: Duration = Duration::from_mins(1);

/// A stored gap, and the event that was received after all.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct KnownGap {
    /// The gap.
    #[serde(flatten)]
    pub gap: Gap,
    /// When it was found.
    pub found_at: Timestamp,
    /// The arrival that announced it later.
    pub arrival: Option<i64>,
}

/// The part of a sync event's body that names the sync.
#[derive(Deserialize)]
struct Named {
    body: Option<Body>,
}

#[derive(Deserialize)]
struct Body {
    sync_id: Option<String>,
}

impl Store {
    /// Returns the sync events received since a time, in the order of arrival.
    ///
    /// # Errors
    /// When the inbox cannot be read.
    pub fn sync_events(&self, since: Option<Timestamp>) -> Result<Vec<SyncEvent>, Error> {
        let filter = Filter { event: Some("sync.*".into()), since, order: Order::Oldest, ..Filter::default() };
        let sql = "SELECT number, event, connection, event_at, received_at, coalesce(canonical, body) AS body
            FROM arrivals";
        let mut found = Vec::new();
        self.select(sql, &filter, |row| {
            let event = row.text("event")?;
            let Some(state) = announced(&event) else { return Ok(true) };
            // An event that names its sync otherwise, or not at all, is matched by its time.
            let named: Option<Named> = serde_json::from_slice(row.bytes("body")?).ok();
            let happened = row.maybe_number("event_at")?;
            found.push(SyncEvent {
                connection: row.text("connection")?,
                state,
                sync: named.and_then(|named| named.body?.sync_id).filter(|id| !id.is_empty()),
                at: time(happened.map_or_else(|| row.number("received_at"), Ok)?),
                number: row.number("number")?,
            });
            Ok(true)
        })?;
        Ok(found)
    }

    /// Returns when the newest event was received.
    ///
    /// # Errors
    /// When the inbox cannot be read.
    pub fn newest_at(&self) -> Result<Option<Timestamp>, Error> {
        let filter = Filter { limit: Some(1), order: Order::Newest, ..Filter::default() };
        Ok(self.list(&filter)?.first().map(|entry| entry.received_at))
    }

    /// Returns the gaps that were found, the newest first, and which of them an event filled later.
    ///
    /// # Errors
    /// When the inbox cannot be read.
    pub fn gaps(&self, limit: u32) -> Result<Vec<KnownGap>, Error> {
        if !self.db.has_table("gaps")? {
            // No receiver that polls has had this inbox yet.
            return Ok(Vec::new());
        }
        let sql = "SELECT connection, missing, sync, ended_at, found_at FROM gaps ORDER BY id DESC LIMIT ?1";
        let mut found = self.db.all(sql, &[i64::from(limit).into()], |row| {
            let gap = Gap {
                connection: row.text("connection")?,
                missing: announced(&row.text("missing")?).and_then(announcement).unwrap_or("sync.completed"),
                sync: Some(row.text("sync")?).filter(|sync| !sync.is_empty()),
                since: time(row.number("ended_at")?),
            };
            Ok(KnownGap { gap, found_at: time(row.number("found_at")?), arrival: None })
        })?;
        let Some(oldest) = found.iter().map(|known| known.gap.since).min() else { return Ok(found) };
        let sync_events = self.sync_events(Some(oldest.checked_sub(CLOCKS_DIFFER).unwrap_or(Timestamp::MIN)))?;
        for known in &mut found {
            let late = sync_events.iter().find(|event| event.announces(&known.gap, CLOCKS_DIFFER));
            known.arrival = late.map(|event| event.number);
        }
        Ok(found)
    }
}
