//! Figures from the journal.

use jiff::Timestamp;
use rusqlite::{Connection, params_from_iter};
use serde::Serialize;

use super::entry::{duration, stamp};
use super::error::Error;
use super::filter::Filter;
use super::group_by::GroupBy;
use super::tally::{Row, Tally};
use super::writer::Journal;
use crate::api::metrics::MetricGroup;
use crate::exchange::Timing;
use crate::measure::{BucketSize, Figures, Sample, Slot, Summary, Window};

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
    /// Number of requests whose times cannot be ([`Timing::is_impossible`]); a source time that cannot be is left out.
    pub clock_trouble: u64,
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
        let mut clock_trouble = 0;
        let mut first = None;
        if let Some(db) = self.reader()? {
            (first, clock_trouble) = read(&db, filter, &mut tally).map_err(|source| self.failed(source))?;
        }
        let now = self.clock().now();
        let to = filter.until.map_or(now, |until| until.min(now));
        let from = filter.since.or(first);
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
            clock_trouble,
            groups: tally.groups(|slot| lengths.get(&slot).copied().unwrap_or_else(|| window.length())),
        })
    }
}

/// The columns that figures are made of. They are read by their place: finding each by its name in each row takes time.
const COLUMNS: &str = "at, connection, kind, method, template, status, elapsed, server_time, source_time, error_code";

/// Reads the rows into the tally. Returns the time of the first, and how many have times that cannot be.
fn read(db: &Connection, filter: &Filter, tally: &mut Tally) -> rusqlite::Result<(Option<Timestamp>, u64)> {
    let clause = filter.clause();
    let sql = format!("SELECT {COLUMNS} FROM exchange{}", clause.sql);
    let mut statement = db.prepare(&sql)?;
    let mut rows = statement.query(params_from_iter(clause.values))?;
    let (mut first, mut clock_trouble) = (i64::MAX, 0);
    while let Some(row) = rows.next()? {
        let at: i64 = row.get(0)?;
        first = first.min(at);
        let status: Option<u16> = row.get(5)?;
        let elapsed = duration(row.get(6)?);
        let time = |column: usize| row.get::<_, Option<i64>>(column).map(|time| time.map(duration));
        let timing = Timing { elapsed: Some(elapsed), server: time(7)?, source: time(8)? };
        clock_trouble += u64::from(timing.is_impossible());
        let failed = status.is_none_or(|status| status >= 400);
        let number;
        let code = match (failed, row.get_ref(9)?.as_str_or_null()?, status) {
            (true, None, Some(status)) => {
                number = status.to_string();
                Some(number.as_str())
            }
            (_, code, _) => code,
        };
        let row = Row {
            second: at.div_euclid(1_000_000),
            connection: row.get_ref(1)?.as_str_or_null()?,
            kind: row.get_ref(2)?.as_str()?,
            method: row.get_ref(3)?.as_str()?,
            template: row.get_ref(4)?.as_str()?,
        };
        tally.summary(&row).add(Sample {
            elapsed,
            server: timing.server.filter(|server| *server <= elapsed),
            // Nothing at all means that the system was not asked, as the platform's own metrics have it.
            source: timing.possible_source().filter(|time| !time.is_zero()),
            failed,
            code,
        });
    }
    Ok(((first < i64::MAX).then(|| stamp(first)), clock_trouble))
}
