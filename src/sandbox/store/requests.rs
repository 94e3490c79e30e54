//! The request log.

use rusqlite::types::Value as Sql;
use rusqlite::{Connection as Db, OptionalExtension as _, Row as SqlRow, params_from_iter};

use super::alerts;
use crate::api::request::LoggedRequest;
use crate::sandbox::error::Error;
use crate::sandbox::state::iso;

/// Rows that are kept; older ones go, some thousand at a time.
const KEPT: i64 = 200_000;

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
    let seq = db.last_insert_rowid();
    alerts::wake(db, entry.at)?;
    if seq % 4096 == 0 {
        db.execute("DELETE FROM requests WHERE seq <= ?1", [seq - KEPT])?;
    }
    Ok(())
}

const SELECT: &str = "SELECT id, at, connection, sync, source, method, path, endpoint, status, error_code,
    error_message, total_us, source_us, bytes FROM requests";

fn read(row: &SqlRow<'_>) -> rusqlite::Result<LoggedRequest> {
    #[expect(clippy::cast_precision_loss, reason = "microseconds of a request are far below 2^52")]
    let ms = |us: u64| us as f64 / 1000.0;
    Ok(LoggedRequest {
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
    })
}

/// Finds a request by its ID.
pub(crate) fn find(db: &Db, id: &str) -> Result<LoggedRequest, Error> {
    db.prepare_cached(&format!("{SELECT} WHERE id = ?1"))?
        .query_row([id], read)
        .optional()?
        .ok_or_else(|| Error::not_found("request"))
}

/// Which requests are meant. Empty means all.
#[derive(Clone, Debug, Default)]
pub(crate) struct Filter {
    pub(crate) connection: Option<String>,
    pub(crate) sync: Option<String>,
    pub(crate) source: Option<String>,
    pub(crate) endpoint: Option<String>,
    pub(crate) status: Option<u16>,
    pub(crate) min_status: Option<u16>,
    pub(crate) max_status: Option<u16>,
    pub(crate) errors_only: bool,
    /// At the beginning of the ID, or in the path, its template, the error code or the connection's name.
    pub(crate) search: Option<String>,
    /// Took more microseconds than this.
    pub(crate) slower_than_us: Option<i64>,
    /// From this millisecond on.
    pub(crate) since: Option<i64>,
    /// Before this millisecond.
    pub(crate) until: Option<i64>,
}

/// `instr` rather than LIKE: `%` and `_` are characters like any other. `?1` is the text, `?2` a list of connections.
const FOUND: &str = "(instr(lower(id), ?1) = 1 OR instr(lower(path), ?1) > 0 OR instr(lower(endpoint), ?1) > 0
    OR instr(lower(error_code), ?1) > 0 OR connection IN (SELECT value FROM json_each(?2)))";

impl Filter {
    fn sql(&self, db: &Db) -> Result<(String, Vec<Sql>), Error> {
        let mut parts = vec!["1".to_owned()];
        let mut values = Vec::new();
        if let Some(search) = &self.search {
            // SQLite folds ASCII letters only, and people name their plants in every alphabet.
            let named = serde_json::to_string(&named_like(db, search)?).expect("text is always JSON");
            values.extend([Sql::Text(search.to_ascii_lowercase()), Sql::Text(named)]);
            parts.push(FOUND.to_owned());
        }
        let mut add = |test: &str, value: Option<Sql>| {
            if let Some(value) = value {
                values.push(value);
                parts.push(format!("{test} ?{}", values.len()));
            }
        };
        let text = |value: &Option<String>| value.clone().map(Sql::Text);
        add("connection =", text(&self.connection));
        add("sync =", text(&self.sync));
        add("source =", text(&self.source));
        add("endpoint =", text(&self.endpoint));
        let number = |value: Option<u16>| value.map(|value| Sql::Integer(value.into()));
        add("status =", number(self.status));
        add("status >=", number(self.min_status));
        add("status <=", number(self.max_status));
        add("total_us >", self.slower_than_us.map(Sql::Integer));
        add("at >=", self.since.map(Sql::Integer));
        add("at <", self.until.map(Sql::Integer));
        add("status >=", self.errors_only.then_some(Sql::Integer(400)));
        Ok((parts.join(" AND "), values))
    }
}

/// Returns the keys of connections with this text in their name, in either case; those that have ended too.
fn named_like(db: &Db, text: &str) -> Result<Vec<String>, Error> {
    let wanted = text.to_lowercase();
    let mut all = db.prepare_cached("SELECT key, name FROM connections")?;
    let mut rows = all.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let name: String = row.get(1)?;
        if name.to_lowercase().contains(&wanted) {
            found.push(row.get(0)?);
        }
    }
    Ok(found)
}

/// Lists requests, newest first, and says how many there are in all.
pub(crate) fn list(db: &Db, filter: &Filter, offset: u64, limit: u64) -> Result<(Vec<LoggedRequest>, u64), Error> {
    let (test, values) = filter.sql(db)?;
    let total = db
        .prepare(&format!("SELECT count(*) FROM requests WHERE {test}"))?
        .query_row(params_from_iter(&values), |row| row.get(0))?;
    let sql = format!("{SELECT} WHERE {test} ORDER BY seq DESC LIMIT {limit} OFFSET {offset}");
    let mut found = db.prepare(&sql)?;
    let rows = found.query_map(params_from_iter(&values), read)?.collect::<Result<_, _>>()?;
    Ok((rows, total))
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
    let (test, values) = filter.sql(db)?;
    let mut found = db.prepare(&format!(
        "SELECT at, connection, method, endpoint, status, total_us, source_us FROM requests WHERE {test} ORDER BY at"
    ))?;
    let mut rows = found.query(params_from_iter(&values))?;
    while let Some(row) = rows.next()? {
        each(Sample {
            at: row.get(0)?,
            connection: row.get(1)?,
            method: row.get(2)?,
            endpoint: row.get(3)?,
            status: row.get(4)?,
            total_us: row.get(5)?,
            source_us: row.get(6)?,
        });
    }
    Ok(())
}
