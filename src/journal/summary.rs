//! Figures from the journal.

use jiff::Timestamp;
use rusqlite::{Connection, params_from_iter};
use serde::Serialize;

use super::entry::stamp;
use super::error::Error;
use super::filter::Filter;
use super::group_by::GroupBy;
use super::tally::Tally;
use super::writer::Journal;
use super::{hours, rows};
use crate::api::metrics::MetricGroup;
use crate::measure::{BucketSize, Figures, Slot, Summary, Window};

/// The figures asked for. As JSON it is the platform's answer to a query for metrics, with `total` beside it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Summarised {
    /// Start of the window: as asked for, else the first request that is counted.
    pub from: Option<Timestamp>,
    /// End of the window: as asked for, and now at the latest.
    pub to: Timestamp,
    /// Seconds a bucket is long, if there are buckets.
    pub bucket_seconds: Option<u64>,
    /// The figures of all of it together.
    pub total: Figures,
    /// Number of requests whose times cannot be (`Timing::is_impossible`); a source time that cannot be is left out.
    pub clock_trouble: u64,
    /// Of the requests before this time only sums of hours are left: some or all of them are counted at the start of their
    /// hour.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hourly_until: Option<Timestamp>,
    /// The figures of each group, in the order of time, connection, system, endpoint, entity and kind. Groups without
    /// requests are absent. Throughput is over the whole window, or over that part of it that is in the slot.
    pub groups: Vec<MetricGroup>,
}

impl Summarised {
    /// Returns the figures of all of it in the platform's form.
    pub fn whole(&self) -> MetricGroup {
        MetricGroup::from(&self.total)
    }
}

impl Journal {
    /// Returns the figures of the entries a filter means. Its limit and order are not looked at: figures are about all.
    /// Rows are read one by one; what is held grows with the groups only.
    ///
    /// # Errors
    /// When the file is there and cannot be read.
    pub fn summarise(&self, filter: &Filter, by: GroupBy) -> Result<Summarised, Error> {
        let slots = by.slots();
        let mut tally = Tally::new(by);
        let mut found = Found::default();
        if let Some(db) = self.reader()? {
            found = read(&db, filter, &mut tally).map_err(|source| self.failed(source))?;
        }
        let now = self.clock().now();
        let to = filter.until.map_or(now, |until| until.min(now));
        let from = filter.since.or(found.first.map(stamp));
        let window = Window { from: from.unwrap_or(to), to };
        let mut total = Summary::default();
        for summary in tally.summaries() {
            total.merge(summary);
        }
        let lengths = if slots.is_set() { slots.lengths(window) } else { [(Slot::default(), window.length())].into() };
        Ok(Summarised {
            from,
            to,
            bucket_seconds: slots.bucket.map(BucketSize::seconds),
            total: Figures::of(&total, window),
            clock_trouble: found.clock_trouble,
            hourly_until: found.hourly_until.map(stamp),
            groups: tally.groups(|slot| lengths.get(&slot).copied().unwrap_or_else(|| window.length())),
        })
    }
}

/// What was read beside the figures. Times are microseconds since 1970.
#[derive(Default)]
struct Found {
    first: Option<i64>,
    clock_trouble: u64,
    hourly_until: Option<i64>,
}

/// Reads the sums of hours and the requests into the tally.
fn read(db: &Connection, filter: &Filter, tally: &mut Tally) -> rusqlite::Result<Found> {
    // Of one moment: a request that becomes part of a sum between the two would be counted twice, or not at all.
    let tx = db.unchecked_transaction()?;
    let mut found = Found::default();
    if let Some(hours) = hours::read(&tx, filter, tally)? {
        let hours::Found { first, end, clock_trouble } = hours;
        found = Found { first: Some(first), clock_trouble, hourly_until: Some(end) };
    }
    let clause = filter.clause();
    rows::each(&tx, tally.names(), &clause.sql, params_from_iter(clause.values), |row, sample, is_impossible| {
        found.first = Some(found.first.map_or(row.at, |first| first.min(row.at)));
        found.clock_trouble += u64::from(is_impossible);
        tally.summary(row).add(sample);
    })?;
    Ok(found)
}
