//! The tables of an inbox that are copied, and how their rows are found on either engine.

use crate::inbox::database::{Columns, Database, Kind, Value};
use crate::inbox::error::Error;
use Kind::{Bytes, Flag, Number, Text};

/// The row that was read last of a table: a number, and for IDs a text before it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Position {
    pub(super) number: i64,
    pub(super) text: String,
}

/// A table.
pub(super) struct Table {
    pub(super) name: &'static str,
    /// What its rows are, for people.
    pub(super) rows: &'static str,
    /// The column that orders the rows; `None`: an ID and whether it was proven.
    pub(super) key: Option<&'static str>,
    pub(super) columns: &'static Columns,
}

/// Every table that belongs to an inbox and to no running receiver, in the order in which they are copied.
pub(super) const TABLES: &[Table] = &[
    Table {
        name: "arrivals",
        rows: "events",
        key: Some("number"),
        columns: &[
            ("number", Number),
            ("event_id", Text),
            ("proven", Flag),
            ("digest", Bytes),
            ("event", Text),
            ("connection", Text),
            ("event_time", Text),
            ("event_at", Number),
            ("received_at", Number),
            ("headers", Bytes),
            ("body", Bytes),
            ("canonical", Bytes),
            ("verdict", Text),
            ("mode", Text),
            ("duplicates", Number),
            ("last_duplicate_at", Number),
            ("conflicts", Number),
            ("duplicate_of", Number),
            ("state", Number),
            ("tries", Number),
            ("next_try_at", Number),
        ],
    },
    Table {
        name: "attempts",
        rows: "attempts",
        key: Some("id"),
        columns: &[
            ("id", Number),
            ("arrival", Number),
            ("kind", Text),
            ("target", Text),
            ("started_at", Number),
            ("ended_at", Number),
            ("status", Number),
            ("error", Text),
            ("micros", Number),
        ],
    },
    Table {
        name: "conflicts",
        rows: "conflicts",
        key: Some("id"),
        columns: &[
            ("id", Number),
            ("arrival", Number),
            ("digest", Bytes),
            ("received_at", Number),
            ("headers", Bytes),
            ("body", Bytes),
            ("seen", Number),
        ],
    },
    Table {
        name: "pruned",
        rows: "IDs of removed events",
        key: None,
        columns: &[("event_id", Text), ("proven", Flag), ("number", Number), ("received_at", Number)],
    },
    Table {
        name: "rejections",
        rows: "rejections",
        key: Some("id"),
        columns: &[
            ("id", Number),
            ("received_at", Number),
            ("reason", Text),
            ("bytes", Number),
            ("digest", Bytes),
            ("header_names", Text),
        ],
    },
    Table {
        name: "gaps",
        rows: "gaps",
        key: Some("id"),
        columns: &[
            ("id", Number),
            ("connection", Text),
            ("missing", Text),
            ("sync", Text),
            ("ended_at", Number),
            ("found_at", Number),
        ],
    },
    Table {
        name: "pauses",
        rows: "pauses",
        key: Some("since"),
        columns: &[("since", Number), ("what", Text), ("name", Text)],
    },
];

impl Table {
    /// Returns whether it has so few rows that they are copied at once: their keys may be equal.
    pub(super) fn is_small(&self) -> bool {
        self.name == "pauses"
    }

    /// Returns where the rows are. Of an inbox in partitions the IDs of removed events are those whose event is not there;
    /// when such a one was seen last is not stored, so it is the time when its range was dropped, or else this time.
    fn source(&self, db: &Database, time: i64) -> String {
        if self.name != "pruned" || !db.is_partitioned() {
            return self.name.to_owned();
        }
        format!(
            "(SELECT event_id, proven, number, received_at FROM pruned
            UNION ALL SELECT k.event_id, k.proven, k.number, coalesce((SELECT (extract(epoch FROM max(d.at)) * 1000000)::int8
                FROM dropped d WHERE d.first <= k.number AND d.past > k.number), {time})
            FROM event_ids k WHERE NOT EXISTS (SELECT FROM arrivals a WHERE a.number = k.number)) AS ids"
        )
    }

    /// Returns how many rows there are; none where an older inbox has no such table.
    pub(super) fn count(&self, db: &Database, time: i64) -> Result<u64, Error> {
        if !db.has_table(self.name)? {
            return Ok(0);
        }
        let source = self.source(db, time);
        Ok(db.number(&format!("SELECT count(*) AS n FROM {source}"), &[])?.unsigned_abs())
    }

    /// Calls `each` with the rows after a position, or all, in their order, until it returns false.
    pub(super) fn each_after(
        &self,
        db: &Database,
        time: i64,
        after: Option<&Position>,
        each: impl FnMut(Vec<Value>) -> Result<bool, Error>,
    ) -> Result<(), Error> {
        if !db.has_table(self.name)? {
            return Ok(());
        }
        let source = self.source(db, time);
        let order = self.key.unwrap_or("event_id, proven");
        let (clause, values) = match (self.key, after) {
            (_, None) => (String::new(), Vec::new()),
            (Some(key), Some(after)) => (format!("WHERE {key} > ?1"), vec![after.number.into()]),
            (None, Some(after)) => {
                let flag = if db.is_file() { "?2" } else { "?2 > 0" };
                let values = vec![after.text.as_str().into(), after.number.into()];
                (format!("WHERE (event_id, proven) > (?1, {flag})"), values)
            }
        };
        db.each_values(self.columns, &format!("{source} {clause} ORDER BY {order}"), &values, each)
    }

    /// Calls `each` with every row, in any order.
    pub(super) fn each(
        &self,
        db: &Database,
        time: i64,
        each: impl FnMut(Vec<Value>) -> Result<bool, Error>,
    ) -> Result<(), Error> {
        if !db.has_table(self.name)? {
            return Ok(());
        }
        db.each_values(self.columns, &self.source(db, time), &[], each)
    }

    /// Calls `each` with the rows whose number is at least the first and less than the second, of a table that has numbers.
    pub(super) fn each_in(
        &self,
        db: &Database,
        time: i64,
        range: [i64; 2],
        each: impl FnMut(Vec<Value>) -> Result<bool, Error>,
    ) -> Result<(), Error> {
        let Some(key) = self.key.filter(|_| db.has_table(self.name).is_ok_and(|there| there)) else { return Ok(()) };
        let rest = format!("{} WHERE {key} >= ?1 AND {key} < ?2", self.source(db, time));
        db.each_values(self.columns, &rest, &range.map(Into::into), each)
    }

    /// Returns the position of a row.
    pub(super) fn position(&self, row: &[Value]) -> Position {
        let number = |at: usize| match row.get(at) {
            Some(Value::MaybeNumber(Some(number))) => *number,
            _ => 0,
        };
        match (self.key, row.first()) {
            (None, Some(Value::MaybeText(Some(text)))) => Position { number: number(1), text: text.clone() },
            _ => Position { number: number(0), text: String::new() },
        }
    }
}
