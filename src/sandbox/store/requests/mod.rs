//! The request log.
//!
//! Most of it are calls of syncs that went through, dozens at the same moment. They are kept as one row ([`batch`]) and
//! read as what they are: a request each, with an ID and a place in the order of its own.

mod batch;
mod filter;

use rusqlite::types::Value as Sql;
use rusqlite::{Connection as Db, OptionalExtension as _, Row as SqlRow, params_from_iter};

use super::{alerts, salt};
use crate::api::requests::LoggedRequest;
use crate::sandbox::error::Error;
use crate::sandbox::state::iso;

pub(crate) use batch::{Call, call_id, insert_calls};
pub(crate) use filter::Filter;
use filter::Test;

/// Requests that are kept; older ones go, some thousand at a time.
const KEPT: i64 = 200_000;
/// How many those are.
const AT_ONCE: i64 = 4_096;

/// A request to be logged.
#[derive(Clone, Debug)]
pub(crate) struct Entry<'a> {
    pub(crate) id: &'a str,
    pub(crate) at: i64,
    pub(crate) connection: Option<&'a str>,
    pub(crate) sync: Option<&'a str>,
    /// `api`, or `sync` for the sandbox's own calls to a system.
    pub(crate) source: &'static str,
    pub(crate) method: &'a str,
    pub(crate) path: &'a str,
    pub(crate) endpoint: &'a str,
    pub(crate) status: u16,
    pub(crate) error: Option<&'a Error>,
    pub(crate) total_us: u64,
    pub(crate) source_us: u64,
    pub(crate) bytes: u64,
}

/// Logs a request.
pub(crate) fn insert(db: &Db, entry: &Entry<'_>) -> Result<(), Error> {
    db.prepare_cached(
        "INSERT OR REPLACE INTO requests (id, at, connection, sync, source, method, path, endpoint, status, error_code,
         error_message, total_us, source_us, bytes)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)",
    )?
    .execute(rusqlite::params![
        entry.id,
        entry.at,
        entry.connection,
        entry.sync,
        entry.source,
        entry.method,
        entry.path,
        entry.endpoint,
        entry.status,
        entry.error.map(|error| error.code.as_ref()),
        entry.error.map(|error| error.message.as_str()),
        entry.total_us,
        entry.source_us,
        entry.bytes,
    ])?;
    alerts::wake(db, entry.at)?;
    forget(db, db.last_insert_rowid(), 1)
}

/// Forgets what is too old, once the last of `count` new requests has the number `seq`.
fn forget(db: &Db, seq: i64, count: i64) -> Result<(), Error> {
    let round = seq.div_euclid(AT_ONCE);
    if (seq - count).div_euclid(AT_ONCE) == round {
        return Ok(());
    }
    let last = round * AT_ONCE - KEPT;
    if last > 0 {
        db.prepare_cached("DELETE FROM requests WHERE seq <= ?1")?.execute([last])?;
        batch::cut(db, last)?;
    }
    Ok(())
}

const SELECT: &str = "SELECT id, at, connection, sync, source, method, path, endpoint, status, error_code,
    error_message, total_us, source_us, bytes, count, number, calls FROM requests";

/// A row of the log: a request, or several of a sync.
struct Row {
    /// The last of them.
    request: LoggedRequest,
    number: Option<u64>,
    calls: Option<String>,
}

impl Row {
    fn read(row: &SqlRow<'_>) -> rusqlite::Result<Self> {
        let request = LoggedRequest {
            id: row.get(0)?,
            at: Some(iso(row.get(1)?)),
            connection_id: row.get(2)?,
            sync_id: row.get(3)?,
            source: row.get(4)?,
            method: row.get(5)?,
            path: row.get(6)?,
            endpoint: row.get(7)?,
            status: row.get(8)?,
            error_code: row.get(9)?,
            error_message: row.get(10)?,
            total_ms: Some(ms(row.get(11)?)),
            source_ms: Some(ms(row.get(12)?)),
            bytes: row.get(13)?,
            ..LoggedRequest::default()
        };
        Ok(Self { request, number: row.get(15)?, calls: row.get(16)? })
    }

    /// Returns the requests, newest first.
    fn requests(self, salt: u64) -> Vec<LoggedRequest> {
        let (Some(first), Some(calls)) = (self.number, self.calls) else { return vec![self.request] };
        let request = |(number, call): (u64, Call)| LoggedRequest {
            id: Some(call_id(salt, number)),
            total_ms: Some(ms(call.took_us)),
            source_ms: Some(ms(call.took_us)),
            path: Some(call.path.clone()),
            endpoint: Some(call.path),
            ..self.request.clone()
        };
        let mut requests: Vec<_> = (first..).zip(batch::read(&calls)).map(request).collect();
        requests.reverse();
        requests
    }
}

#[expect(clippy::cast_precision_loss, reason = "microseconds of a request are far below 2^52")]
fn ms(us: u64) -> f64 {
    us as f64 / 1000.0
}

/// Finds a request by its ID.
pub(crate) fn find(db: &Db, id: &str) -> Result<LoggedRequest, Error> {
    let by = |column: &str, value: Sql| {
        let sql = format!("{SELECT} WHERE {column} = ?1");
        db.prepare_cached(&sql)?.query_row([value], Row::read).optional()
    };
    let salt = salt(db)?;
    let found = match by("id", Sql::Text(id.to_owned()))? {
        None => batch::holding(db, salt, id)?.map(|seq| by("seq", Sql::Integer(seq))).transpose()?.flatten(),
        found => found,
    };
    let requests = found.map(|row| row.requests(salt)).unwrap_or_default();
    requests.into_iter().find(|request| request.id.as_deref() == Some(id)).ok_or_else(|| Error::not_found("request"))
}

/// Returns how many there are.
pub(crate) fn count(db: &Db) -> Result<u64, Error> {
    Ok(db.prepare_cached("SELECT coalesce(sum(count), 0) FROM requests")?.query_row([], |row| row.get(0))?)
}

/// Lists requests, newest first, and says how many there are in all.
pub(crate) fn list(db: &Db, filter: &Filter, offset: u64, limit: u64) -> Result<(Vec<LoggedRequest>, u64), Error> {
    let test = Test::new(db, filter)?;
    let salt = salt(db)?;
    let mut found = db.prepare(&format!("{SELECT} WHERE {} ORDER BY seq DESC", test.sql))?;
    let mut rows = found.query(params_from_iter(&test.values))?;
    let (mut listed, mut passed) = (Vec::new(), 0);
    let end = offset.saturating_add(limit);
    while let Some(row) = rows.next()? {
        if !test.looks_inside() {
            if passed >= end {
                break;
            }
            // Passed over without being read: all of its requests are meant, and none is on this page.
            let count: u64 = row.get(14)?;
            if passed + count <= offset {
                passed += count;
                continue;
            }
        }
        let row = Row::read(row)?;
        let shared = row.calls.is_some();
        for request in row.requests(salt) {
            if !shared || test.means(&request) {
                if (offset..end).contains(&passed) {
                    listed.push(request);
                }
                passed += 1;
            }
        }
    }
    if !test.looks_inside() {
        let sum = format!("SELECT coalesce(sum(count), 0) FROM requests WHERE {}", test.sql);
        passed = db.prepare(&sum)?.query_row(params_from_iter(&test.values), |row| row.get(0))?;
    }
    Ok((listed, passed))
}

/// What metrics are computed from.
#[derive(Clone, Debug)]
pub(crate) struct Sample {
    pub(crate) at: i64,
    pub(crate) connection: Option<String>,
    pub(crate) method: String,
    pub(crate) endpoint: String,
    pub(crate) status: u16,
    pub(crate) total_us: u64,
    pub(crate) source_us: u64,
}

/// Hands every request that is meant to `each`, oldest first.
pub(crate) fn samples(db: &Db, filter: &Filter, mut each: impl FnMut(Sample)) -> Result<(), Error> {
    let test = Test::new(db, filter)?;
    let mut found = db.prepare(&format!(
        "SELECT at, connection, method, endpoint, status, total_us, source_us, calls, number FROM requests
         WHERE {} ORDER BY at",
        test.sql
    ))?;
    let salt = salt(db)?;
    let mut rows = found.query(params_from_iter(&test.values))?;
    while let Some(row) = rows.next()? {
        let sample = Sample {
            at: row.get(0)?,
            connection: row.get(1)?,
            method: row.get(2)?,
            endpoint: row.get(3)?,
            status: row.get(4)?,
            total_us: row.get(5)?,
            source_us: row.get(6)?,
        };
        let Some(calls) = row.get::<_, Option<String>>(7)? else {
            each(sample);
            continue;
        };
        for (number, call) in (row.get(8)?..).zip(batch::read(&calls)) {
            let told = (sample.method.as_str(), call.path.as_str(), ms(call.took_us));
            if test.means_call(sample.connection.as_deref(), told, || call_id(salt, number)) {
                each(Sample { endpoint: call.path, total_us: call.took_us, source_us: call.took_us, ..sample.clone() });
            }
        }
    }
    Ok(())
}
