//! Finds and lists requests of the log.

use std::collections::HashMap;

use rusqlite::types::Value as Sql;
use rusqlite::{Connection as Db, OptionalExtension as _, Row as SqlRow, params_from_iter};

use super::batch::{self, BatchedCall, call_id, ms};
use super::filter::{Filter, Predicate};
use crate::api::requests::{LoggedRequest, RequestKind};
use crate::sandbox::error::Error;
use crate::sandbox::store::salt;
use crate::sandbox::time::iso;

const SELECT: &str = "SELECT id, at, connection, sync, source, method, path, endpoint, status, error_code,
    error_message, total_us, source_us, bytes, count, number, calls FROM requests";

/// A row of the log: a request, or a batch of calls.
struct LogRow {
    /// The request, or the last call of the batch.
    request: LoggedRequest,
    number: Option<u64>,
    calls: Option<String>,
}

impl LogRow {
    fn read(row: &SqlRow<'_>) -> rusqlite::Result<Self> {
        let request = LoggedRequest {
            id: row.get("id")?,
            at: Some(iso(row.get("at")?)),
            connection_id: row.get("connection")?,
            sync_id: row.get("sync")?,
            kind: row.get("source")?,
            method: row.get("method")?,
            path: row.get("path")?,
            endpoint: row.get("endpoint")?,
            status: row.get("status")?,
            error_code: row.get("error_code")?,
            error_message: row.get("error_message")?,
            total_ms: Some(ms(row.get("total_us")?)),
            source_ms: Some(ms(row.get("source_us")?)),
            bytes: row.get("bytes")?,
            ..LoggedRequest::default()
        };
        Ok(Self { request, number: row.get("number")?, calls: row.get("calls")? })
    }

    /// Returns the requests, newest first.
    fn requests(self, salt: u64) -> Vec<LoggedRequest> {
        let (Some(first), Some(calls)) = (self.number, self.calls) else { return vec![self.request] };
        let request = |(number, call): (u64, BatchedCall)| LoggedRequest {
            id: Some(call_id(salt, number)),
            total_ms: Some(ms(call.took_us)),
            source_ms: Some(ms(call.took_us)),
            path: Some(call.path.clone()),
            endpoint: Some(call.path),
            ..self.request.clone()
        };
        let mut requests: Vec<_> = (first..).zip(batch::parse(&calls)).map(request).collect();
        requests.reverse();
        requests
    }
}

/// Returns a request by its ID.
pub(crate) fn find(db: &Db, id: &str) -> Result<LoggedRequest, Error> {
    let by = |column: &str, value: Sql| {
        let sql = format!("{SELECT} WHERE {column} = ?1");
        db.prepare_cached(&sql)?.query_row([value], LogRow::read).optional()
    };
    let salt = salt(db)?;
    let found = match by("id", Sql::Text(id.to_owned()))? {
        None => batch::row_of(db, salt, id)?.map(|seq| by("seq", Sql::Integer(seq))).transpose()?.flatten(),
        found => found,
    };
    let requests = found.map(|row| row.requests(salt)).unwrap_or_default();
    requests.into_iter().find(|request| request.id.as_deref() == Some(id)).ok_or_else(|| Error::not_found("request"))
}

/// Returns the number of requests.
pub(crate) fn count(db: &Db) -> Result<u64, Error> {
    Ok(db.prepare_cached("SELECT coalesce(sum(count), 0) FROM requests")?.query_row([], |row| row.get(0))?)
}

/// Returns a page of requests, newest first, and their total number.
pub(crate) fn list(db: &Db, filter: &Filter, offset: u64, limit: u64) -> Result<(Vec<LoggedRequest>, u64), Error> {
    let test = Predicate::new(db, filter)?;
    let salt = salt(db)?;
    let mut found = db.prepare(&format!("{SELECT} WHERE {} ORDER BY seq DESC", test.sql))?;
    let mut rows = found.query(params_from_iter(&test.values))?;
    let (mut listed, mut passed) = (Vec::new(), 0);
    let end = offset.saturating_add(limit);
    while let Some(row) = rows.next()? {
        if !test.tests_calls() {
            if passed >= end {
                break;
            }
            // Skipped without parsing: all of its requests match, and none is on this page.
            let count: u64 = row.get("count")?;
            if passed + count <= offset {
                passed += count;
                continue;
            }
        }
        let row = LogRow::read(row)?;
        let shared = row.calls.is_some();
        for request in row.requests(salt) {
            if !shared || test.matches(&request) {
                if (offset..end).contains(&passed) {
                    listed.push(request);
                }
                passed += 1;
            }
        }
    }
    if !test.tests_calls() {
        let sum = format!("SELECT coalesce(sum(count), 0) FROM requests WHERE {}", test.sql);
        passed = db.prepare(&sum)?.query_row(params_from_iter(&test.values), |row| row.get(0))?;
    }
    Ok((listed, passed))
}

/// Returns the slug of each connection's system, by its key.
pub(crate) fn systems(db: &Db) -> Result<HashMap<String, String>, Error> {
    let mut found = db.prepare_cached("SELECT key, slug FROM connections")?;
    Ok(found.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?)
}

/// The part of a request that metrics are computed from.
#[derive(Clone, Debug)]
pub(crate) struct Sample {
    pub(crate) at: i64,
    pub(crate) connection: Option<String>,
    pub(crate) kind: RequestKind,
    pub(crate) method: String,
    pub(crate) endpoint: String,
    pub(crate) status: u16,
    pub(crate) error_code: Option<String>,
    pub(crate) total_us: u64,
    pub(crate) source_us: u64,
}

/// Columns of a sample, in order: all requests are read, and looking up columns by name takes time.
type SampleColumns =
    (i64, Option<String>, String, String, String, u16, Option<String>, u64, u64, Option<String>, Option<u64>);

/// Calls `each` with every matching request, oldest first.
pub(crate) fn samples(db: &Db, filter: &Filter, mut each: impl FnMut(Sample)) -> Result<(), Error> {
    let test = Predicate::new(db, filter)?;
    let mut found = db.prepare(&format!(
        "SELECT at, connection, source, method, endpoint, status, error_code, total_us, source_us, calls, number
         FROM requests
         WHERE {} ORDER BY at",
        test.sql
    ))?;
    let salt = salt(db)?;
    let mut rows = found.query(params_from_iter(&test.values))?;
    while let Some(row) = rows.next()? {
        let (at, connection, kind, method, endpoint, status, error_code, total_us, source_us, calls, first): SampleColumns =
            row.try_into()?;
        let kind = kind.parse().unwrap_or_default();
        let sample = Sample { at, connection, kind, method, endpoint, status, error_code, total_us, source_us };
        let Some((calls, first)) = calls.zip(first) else {
            each(sample);
            continue;
        };
        for (number, call) in (first..).zip(batch::parse(&calls)) {
            let call_values = (sample.method.as_str(), call.path.as_str(), ms(call.took_us));
            if test.matches_call(sample.connection.as_deref(), call_values, || call_id(salt, number)) {
                each(Sample { endpoint: call.path, total_us: call.took_us, source_us: call.took_us, ..sample.clone() });
            }
        }
    }
    Ok(())
}
