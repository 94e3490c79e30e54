//! Selects entries. Values reach SQLite only as bound parameters.

use std::str::FromStr;
use std::time::Duration;

use jiff::Timestamp;
use rusqlite::types::Value;
use thiserror::Error;

use crate::api::requests::RequestKind;
use crate::exchange::{CANCELLED, UNUSABLE};

/// Conditions on entries; all that are set must hold.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filter {
    /// Made with this profile.
    pub profile: Option<String>,
    /// For this connection.
    pub connection: Option<String>,
    /// Of one of these kinds; any if empty.
    pub kinds: Vec<RequestKind>,
    /// With this HTTP method, in any case.
    pub method: Option<String>,
    /// To this path template.
    pub template: Option<String>,
    /// With one of these statuses; any if empty.
    pub statuses: Vec<StatusFilter>,
    /// By how it went.
    pub outcome: Outcome,
    /// Sent at or after this.
    pub since: Option<Timestamp>,
    /// Sent before this.
    pub until: Option<Timestamp>,
    /// With a request ID that begins with this.
    pub request_id: Option<String>,
    /// With a text in it.
    pub search: Option<Search>,
    /// Written after the row of this number.
    pub after: Option<i64>,
    /// Written up to the row of this number.
    pub up_to: Option<i64>,
    /// That took longer than this, end to end.
    pub slower_than: Option<Duration>,
    /// Not more than this many.
    pub limit: Option<u32>,
    /// In this order.
    pub order: Order,
}

/// A text to be found: at the beginning of the request ID, or in method and path without the query, in method and
/// template, or in the error code, with ASCII letters in either case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Search {
    /// The text. No character of it means anything but itself.
    pub text: String,
    /// IDs of connections that match otherwise, as by their names, which the journal does not store: their entries match
    /// too.
    pub connections: Vec<String>,
}

/// How a request went.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Outcome {
    /// Either way.
    #[default]
    Any,
    /// No answer, a status of 400 and above, or an answer that cannot be used.
    Failed,
    /// An answer with a status below 400.
    Succeeded,
}

/// The order of entries, by the time they were sent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// The newest first.
    #[default]
    NewestFirst,
    /// The oldest first.
    OldestFirst,
}

/// A status, or several: `404`, `4xx`, `500-503`, or `none` where no answer came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StatusFilter {
    /// From the first to the last, both included.
    Between(u16, u16),
    /// No answer came.
    NoAnswer,
}

/// A text that is no status.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("`{0}` is no status; write `404`, `4xx`, `500-503`, or `none` for no answer")]
pub struct StatusFilterError(String);

impl FromStr for StatusFilter {
    type Err = StatusFilterError;

    fn from_str(text: &str) -> Result<Self, StatusFilterError> {
        let wrong = || StatusFilterError(text.into());
        let status = |text: &str| match text.parse() {
            Ok(status @ 100..=999) if text.len() == 3 => Ok(status),
            _ => Err(wrong()),
        };
        let folded = text.trim().to_ascii_lowercase();
        if folded == "none" {
            return Ok(Self::NoAnswer);
        }
        if let Some(class) = folded.strip_suffix("xx") {
            // Single ones are beyond what HTTP has: some servers send 999.
            let first = status(&format!("{class}00")).ok().filter(|first| *first < 600).ok_or_else(wrong)?;
            return Ok(Self::Between(first, first + 99));
        }
        match folded.split_once('-') {
            Some((first, last)) => match (status(first)?, status(last)?) {
                (first, last) if first <= last => Ok(Self::Between(first, last)),
                _ => Err(wrong()),
            },
            None => status(&folded).map(|status| Self::Between(status, status)),
        }
    }
}

/// The same words as in the index of failures, so that SQLite sees that it can use it.
const FAILED: &str = "(status IS NULL OR status >= 400 \
    OR error_code = 'not_json' OR error_code = 'unexpected_answer' OR error_code = 'redirect')";

/// Names the blocks of rows that the index of request IDs is made of, as `block (n)`.
pub(super) const BLOCKS: &str = "WITH RECURSIVE block (n) AS (SELECT min(number) >> 12 FROM exchange \
    UNION ALL SELECT n + 1 FROM block WHERE n < (SELECT max(number) >> 12 FROM exchange))";

/// `instr` rather than LIKE: `%` and `_` are characters like any other. The query is left out: who looks for something
/// does not look for the requests that looked for it before.
const FOUND: &str = "(instr(lower(request_id), ?) = 1 \
    OR instr(lower(method || ' ' || substr(path, 1, instr(path || '?', '?') - 1)), ?) > 0 \
    OR instr(lower(method || ' ' || template), ?) > 0 OR instr(lower(error_code), ?) > 0 \
    OR connection IN (SELECT value FROM json_each(?)))";

/// Conditions and the values bound to their `?`, in order.
pub(super) struct Clause {
    pub(super) sql: String,
    pub(super) values: Vec<Value>,
}

impl Clause {
    fn and(&mut self, condition: &str, values: impl IntoIterator<Item = Value>) {
        self.sql.push_str(if self.sql.is_empty() { " WHERE " } else { " AND " });
        self.sql.push_str(condition);
        self.values.extend(values);
    }
}

impl Filter {
    /// Returns the ` WHERE …`, without order and limit.
    pub(super) fn clause(&self) -> Clause {
        let mut clause = Clause { sql: String::new(), values: Vec::new() };
        let text = |text: &String| Value::Text(text.clone());
        if let Some(profile) = &self.profile {
            clause.and("profile = ?", [text(profile)]);
        }
        if let Some(connection) = &self.connection {
            clause.and("connection = ?", [text(connection)]);
        }
        let others: Vec<_> = RequestKind::ALL.into_iter().filter(|kind| !self.kinds.contains(kind)).collect();
        if let [other] = others.as_slice() {
            // Of a later version's kinds as well, which count as calls; and one comparison is faster than three.
            clause.and("kind <> ?", [Value::from(other.as_str().to_owned())]);
        } else if !self.kinds.is_empty() {
            let kinds: Vec<_> = self.kinds.iter().map(|kind| Value::from(kind.as_str().to_owned())).collect();
            clause.and(&format!("kind IN ({})", vec!["?"; kinds.len()].join(", ")), kinds);
        }
        if let Some(method) = &self.method {
            clause.and("method = ?", [Value::Text(method.to_ascii_uppercase())]);
        }
        if let Some(template) = &self.template {
            clause.and("template = ?", [text(template)]);
        }
        if !self.statuses.is_empty() {
            let mut conditions = Vec::new();
            let mut values = Vec::new();
            for status in &self.statuses {
                match *status {
                    StatusFilter::NoAnswer => conditions.push("status IS NULL"),
                    StatusFilter::Between(first, last) => {
                        conditions.push("status BETWEEN ? AND ?");
                        values.extend([Value::from(first), Value::from(last)]);
                    }
                }
            }
            clause.and(&format!("({})", conditions.join(" OR ")), values);
        }
        match self.outcome {
            Outcome::Any => {}
            Outcome::Failed => {
                clause.and(FAILED, []);
                clause.and("error_code IS NOT ?", [Value::Text(CANCELLED.to_owned())]);
            }
            Outcome::Succeeded => {
                clause.and("status < 400", []);
                let unusable = UNUSABLE.map(|code| Value::Text(code.to_owned()));
                clause.and("coalesce(error_code, '') NOT IN (?, ?, ?)", unusable);
            }
        }
        if let Some(since) = self.since {
            clause.and("at >= ?", [Value::from(since.as_microsecond())]);
        }
        if let Some(until) = self.until {
            clause.and("at < ?", [Value::from(until.as_microsecond())]);
        }
        if let Some(prefix) = &self.request_id {
            // A range rather than LIKE: it uses the index, and `%` is a letter like any other.
            clause.and(&format!("number >> 12 IN ({BLOCKS} SELECT n FROM block)"), []);
            clause.and("request_id >= ?", [text(prefix)]);
            clause.and("request_id < ?", [Value::Text(format!("{prefix}{}", char::MAX))]);
        }
        if let Some(Search { text, connections }) = &self.search {
            let folded = || Value::Text(text.to_ascii_lowercase());
            let connections = serde_json::to_string(connections).expect("text is always JSON");
            clause.and(FOUND, [folded(), folded(), folded(), folded(), Value::Text(connections)]);
        }
        if let Some(number) = self.after {
            clause.and("number > ?", [Value::from(number)]);
        }
        if let Some(number) = self.up_to {
            clause.and("number <= ?", [Value::from(number)]);
        }
        if let Some(time) = self.slower_than {
            clause.and("elapsed > ?", [Value::from(i64::try_from(time.as_micros()).unwrap_or(i64::MAX))]);
        }
        clause
    }

    /// Returns whether sums of hours can be told apart by it: whether it asks for nothing of a single request.
    pub(super) fn is_of_names(&self) -> bool {
        let Self { profile, connection, kinds, method, template, since, until, .. } = self.clone();
        *self == Self { profile, connection, kinds, method, template, since, until, ..Self::default() }
    }

    /// Returns the ` ORDER BY …` and the limit.
    pub(super) fn order(&self) -> String {
        let direction = match self.order {
            Order::NewestFirst => "DESC",
            Order::OldestFirst => "ASC",
        };
        let limit = self.limit.map(|limit| format!(" LIMIT {limit}")).unwrap_or_default();
        format!(" ORDER BY at {direction}, number {direction}{limit}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_answer_that_cannot_be_used_is_a_failure() {
        let named = UNUSABLE.map(|code| format!("error_code = '{code}'")).join(" OR ");
        assert_eq!(FAILED, format!("(status IS NULL OR status >= 400 OR {named})"));
    }

    #[test]
    fn statuses_as_people_type_them() {
        for (text, expected) in [
            ("404", StatusFilter::Between(404, 404)),
            ("999", StatusFilter::Between(999, 999)),
            ("4xx", StatusFilter::Between(400, 499)),
            ("5XX", StatusFilter::Between(500, 599)),
            ("500-503", StatusFilter::Between(500, 503)),
            ("none", StatusFilter::NoAnswer),
        ] {
            assert_eq!(text.parse(), Ok(expected), "{text}");
        }
        for text in ["", "4", "4x", "xx", "99", "1000", "6xx", "503-500", "-404", "+404", "404-", "40٤"] {
            assert_eq!(text.parse::<StatusFilter>(), Err(StatusFilterError(text.into())), "{text}");
        }
    }

    #[test]
    fn values_are_never_part_of_the_sql() {
        let evil = || Some("'; DROP TABLE exchange; --".to_owned());
        let filter = Filter {
            profile: evil(),
            connection: evil(),
            method: evil(),
            template: evil(),
            request_id: evil(),
            search: evil().map(|text| Search { connections: vec![text.clone()], text }),
            ..Filter::default()
        };
        let clause = filter.clause();
        assert!(!clause.sql.contains("DROP"), "{}", clause.sql);
        assert_eq!(clause.values.len(), clause.sql.replace("'?'", "").matches('?').count());
    }
}
