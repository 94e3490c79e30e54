//! Figures from the journal.

use std::collections::BTreeMap;

use jiff::Timestamp;
use rusqlite::{Connection, params_from_iter};
use serde::Serialize;

use super::entry::{duration, kind, stamp};
use super::{Error, Filter, Journal};
use crate::api::metrics::MetricGroup;
use crate::api::requests::RequestKind;
use crate::exchange::Timing;
use crate::measure::{BucketSize, Figures, Sample, Summary, Window};

/// What figures are grouped by; all of what is set at once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct GroupBy {
    /// By connection.
    pub connection: bool,
    /// By method and path template.
    pub endpoint: bool,
    /// By kind.
    pub kind: bool,
    /// By span of time.
    pub bucket: Option<BucketSize>,
}

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
    /// The figures of each group, in the order of bucket, connection and endpoint. Groups without requests are absent.
    pub groups: Vec<Group>,
}

/// The figures of one group. Throughput is over the whole window, or over that part of it that is in the bucket.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Group {
    /// The connection, if grouped by that; nothing also for requests that were for none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub connection_id: Option<String>,
    /// As `GET /api/erp/purchase-orders`, if grouped by that.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub endpoint: Option<String>,
    /// The kind, if grouped by that.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<RequestKind>,
    /// Start of the bucket, if grouped by that.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bucket: Option<Timestamp>,
    /// The figures.
    #[serde(flatten)]
    pub figures: Figures,
}

impl From<Group> for MetricGroup {
    fn from(group: Group) -> Self {
        let Group { connection_id, endpoint, kind, bucket, figures } = group;
        let (kind, bucket) = (kind.map(|kind| kind.to_string()), bucket.map(|start| start.to_string()));
        Self { connection_id, endpoint, kind, bucket, ..Self::from(&figures) }
    }
}

impl Summarised {
    /// Returns the figures of all of it in the platform's form.
    pub fn whole(&self) -> MetricGroup {
        MetricGroup::from(&self.total)
    }
}

/// Bucket, connection, endpoint, kind: those that are grouped by.
type Key = (Option<Timestamp>, Option<String>, Option<String>, Option<RequestKind>);

impl Journal {
    /// Returns the figures of the entries a filter means. Its limit and order are not looked at: figures are about all.
    /// Rows are read one by one; what is held grows with the groups only.
    ///
    /// # Errors
    /// When the file is there and cannot be read.
    pub fn summarise(&self, filter: &Filter, by: GroupBy) -> Result<Summarised, Error> {
        let mut groups = BTreeMap::new();
        let mut span = Span::default();
        if let Some(db) = self.reader()? {
            read(&db, filter, by, &mut groups, &mut span).map_err(|source| self.failed(source))?;
        }
        let now = self.clock().now();
        let to = filter.until.map_or(now, |until| until.min(now));
        let from = filter.since.or(span.first);
        let window = Window { from: from.unwrap_or(to), to };
        let mut total = Summary::default();
        for summary in groups.values() {
            total.merge(summary);
        }
        let group = |((bucket, connection_id, endpoint, kind), summary): (Key, Summary)| {
            let part = match (bucket, by.bucket) {
                (Some(start), Some(size)) => size.around(start).within(window),
                _ => window,
            };
            Group { connection_id, endpoint, kind, bucket, figures: Figures::of(&summary, part) }
        };
        Ok(Summarised {
            from,
            to,
            bucket_seconds: by.bucket.map(BucketSize::seconds),
            total: Figures::of(&total, window),
            clock_trouble: span.clock_trouble,
            groups: groups.into_iter().map(group).collect(),
        })
    }
}

/// What is found while reading, beside the groups.
#[derive(Default)]
struct Span {
    first: Option<Timestamp>,
    clock_trouble: u64,
}

fn read(
    db: &Connection,
    filter: &Filter,
    by: GroupBy,
    groups: &mut BTreeMap<Key, Summary>,
    span: &mut Span,
) -> rusqlite::Result<()> {
    let clause = filter.clause();
    let sql = format!(
        "SELECT at, connection, kind, method, template, status, elapsed, server_time, source_time FROM exchange{}",
        clause.sql
    );
    let mut statement = db.prepare(&sql)?;
    let mut rows = statement.query(params_from_iter(clause.values))?;
    while let Some(row) = rows.next()? {
        let at = stamp(row.get("at")?);
        span.first = Some(span.first.map_or(at, |first| first.min(at)));
        let bucket = by.bucket.map(|size| size.around(at).from);
        let connection = if by.connection { row.get("connection")? } else { None };
        let endpoint = if by.endpoint {
            Some(format!("{} {}", row.get_ref("method")?.as_str()?, row.get_ref("template")?.as_str()?))
        } else {
            None
        };
        let kind = if by.kind { Some(kind(row.get_ref("kind")?.as_str()?)) } else { None };
        let status: Option<u16> = row.get("status")?;
        let elapsed = duration(row.get("elapsed")?);
        let time = |name: &str| row.get::<_, Option<i64>>(name).map(|time| time.map(duration));
        let timing = Timing { elapsed: Some(elapsed), server: time("server_time")?, source: time("source_time")? };
        span.clock_trouble += u64::from(timing.is_impossible());
        groups.entry((bucket, connection, endpoint, kind)).or_default().add(Sample {
            elapsed,
            // Nothing at all means that the system was not asked, as the platform's own metrics have it.
            source: timing.possible_source().filter(|time| !time.is_zero()),
            failed: status.is_none_or(|status| status >= 400),
        });
    }
    Ok(())
}
