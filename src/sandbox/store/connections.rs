//! Connections as rows.

use rusqlite::types::Value as Sql;
use rusqlite::{Connection as Db, OptionalExtension as _, Params, Row as SqlRow, params_from_iter};
use serde_json::{Map, Value};

use crate::api::connections::{Connection, Health, Lifecycle};
use crate::sandbox::CLIENT_ID;
use crate::sandbox::error::Error;
use crate::sandbox::page::Paging;
use crate::sandbox::source::{Settings, Source};
use crate::sandbox::state::{iso, time};

/// A connection as it is stored, with what belongs to it elsewhere: its next sync and its newest token's end.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub(crate) key: String,
    pub(crate) name: String,
    pub(crate) email: String,
    pub(crate) slug: String,
    pub(crate) status: String,
    pub(crate) health: String,
    pub(crate) deployment: String,
    pub(crate) credits: u64,
    pub(crate) fields: String,
    pub(crate) metadata: String,
    pub(crate) epoch: u32,
    pub(crate) created_at: i64,
    pub(crate) updated_at: i64,
    pub(crate) connected_at: i64,
    pub(crate) schedule_seconds: i64,
    pub(crate) last_sync_at: Option<i64>,
    pub(crate) sync_status: Option<String>,
    pub(crate) sync_changed_at: Option<i64>,
    pub(crate) failures: u32,
    pub(crate) last_error: Option<String>,
    pub(crate) next_sync_at: Option<i64>,
    pub(crate) token_expires_at: Option<i64>,
    settings: Option<String>,
}

const SELECT: &str = "SELECT c.key, c.name, c.email, c.slug, c.status, c.health, c.deployment, c.credits, c.fields,
    c.metadata, c.epoch, c.created_at, c.updated_at, c.connected_at, c.schedule_seconds, c.last_sync_at,
    c.sync_status, c.sync_changed_at, c.failures, c.last_error,
    (SELECT at FROM timers t WHERE t.kind = 'schedule' AND t.subject = c.key),
    (SELECT max(expires_at) FROM tokens k WHERE k.connection = c.key AND k.kind = 'access' AND k.revoked_at IS NULL),
    c.settings
    FROM connections c";

impl Row {
    fn read(row: &SqlRow<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            key: row.get(0)?,
            name: row.get(1)?,
            email: row.get(2)?,
            slug: row.get(3)?,
            status: row.get(4)?,
            health: row.get(5)?,
            deployment: row.get(6)?,
            credits: row.get(7)?,
            fields: row.get(8)?,
            metadata: row.get(9)?,
            epoch: row.get(10)?,
            created_at: row.get(11)?,
            updated_at: row.get(12)?,
            connected_at: row.get(13)?,
            schedule_seconds: row.get(14)?,
            last_sync_at: row.get(15)?,
            sync_status: row.get(16)?,
            sync_changed_at: row.get(17)?,
            failures: row.get(18)?,
            last_error: row.get(19)?,
            next_sync_at: row.get(20)?,
            token_expires_at: row.get(21)?,
            settings: row.get(22)?,
        })
    }

    /// Returns the lifecycle state.
    pub(crate) fn lifecycle(&self) -> Lifecycle {
        Lifecycle::parse(&self.status)
    }

    /// Returns the health.
    pub(crate) fn health(&self) -> Health {
        Health::parse(&self.health)
    }

    /// Returns why no call may go to the system in this state.
    pub(crate) fn refusal(&self) -> Option<Error> {
        match (self.lifecycle(), self.health()) {
            (Lifecycle::Disconnected, _) => Some(Error::conflict("CONFLICT", "the connection has ended")),
            (Lifecycle::Inactive, _) => Some(Error::conflict(
                "INSUFFICIENT_CREDITS",
                "the connection is inactive: the account has too few credits for it",
            )),
            (Lifecycle::Pending, _) => Some(pending()),
            (_, Health::ReauthorizationRequired) => Some(Error::reauthorization_required()),
            _ => None,
        }
    }

    /// Returns the data of the connected system, as the connection's settings make it.
    pub(crate) fn source(&self, seed: u64) -> Source {
        Source::new(seed, &self.key, &self.slug, time(self.created_at)).with(self.settings())
    }

    /// Returns the settings.
    pub(crate) fn settings(&self) -> Settings {
        Settings::read(self.settings.as_deref())
    }

    /// Returns whether writes change nothing.
    pub(crate) fn is_sample(&self) -> bool {
        serde_json::from_str::<Value>(&self.metadata).is_ok_and(|metadata| metadata["sample"] == "true")
    }

    /// Returns the connection as it goes over the wire.
    pub(crate) fn wire(&self) -> Connection {
        let finished = self.lifecycle() != Lifecycle::Pending;
        let mut extra = Map::new();
        if finished {
            extra.insert("fields".into(), serde_json::from_str(&self.fields).unwrap_or(Value::Null));
        }
        Connection {
            key: Some(self.key.clone()),
            name: Some(self.name.clone()),
            email: Some(self.email.clone()),
            status: Some(self.status.clone()),
            integration_name: Some(self.slug.clone()).filter(|slug| !slug.is_empty()),
            redirect: Some(String::new()),
            scopes: Some("read write".into()),
            tags: Vec::new(),
            // Declared a string in the published document.
            user_metadata: Value::String(self.metadata.clone()),
            client_id: Some(CLIENT_ID.into()),
            updated_at: Some(iso(self.updated_at)),
            created_at: Some(iso(self.created_at)),
            connected_at: finished.then(|| iso(self.connected_at)),
            health: finished.then(|| self.health.clone()),
            deployment: finished.then(|| self.deployment.clone()),
            credits: Some(self.credits),
            sync_status: self.sync_status.clone(),
            last_sync_at: self.last_sync_at.map(iso),
            next_sync_at: self.next_sync_at.map(iso),
            schedule_seconds: u64::try_from(self.schedule_seconds).ok().filter(|seconds| *seconds > 0),
            token_expires_at: self.token_expires_at.map(iso),
            last_error: self.last_error.as_deref().and_then(|text| serde_json::from_str(text).ok()),
            extra,
        }
    }
}

/// Finds a connection, disconnected ones too.
pub(crate) fn find(db: &Db, key: &str) -> Result<Row, Error> {
    db.prepare_cached(&format!("{SELECT} WHERE c.key = ?1"))?
        .query_row([key], Row::read)
        .optional()?
        .ok_or_else(|| Error::not_found("connection"))
}

fn pending() -> Error {
    Error::conflict("CONFLICT", "the connection is pending: nobody has finished connecting it")
}

/// Finds a connection that was finished and has not ended.
pub(crate) fn find_finished(db: &Db, key: &str) -> Result<Row, Error> {
    let row = find_live(db, key)?;
    if row.lifecycle() == Lifecycle::Pending { Err(pending()) } else { Ok(row) }
}

/// Finds a connection that has not ended.
pub(crate) fn find_live(db: &Db, key: &str) -> Result<Row, Error> {
    let row = find(db, key)?;
    if row.lifecycle() == Lifecycle::Disconnected {
        return Err(Error::conflict("CONFLICT", "the connection has ended; connect the system again"));
    }
    Ok(row)
}

/// What a new connection is made of.
#[derive(Clone, Debug)]
pub(crate) struct New<'a> {
    pub(crate) key: &'a str,
    pub(crate) name: &'a str,
    pub(crate) email: &'a str,
    pub(crate) slug: &'a str,
    pub(crate) status: Lifecycle,
    pub(crate) deployment: &'a str,
    pub(crate) credits: u64,
    pub(crate) fields: &'a str,
    /// The secret fields, sealed; empty where there are none yet.
    pub(crate) credentials: &'a [u8],
    pub(crate) schedule_seconds: i64,
    pub(crate) now: i64,
}

impl New<'_> {
    /// Returns what stands at `?1` to `?11`, whether it is stored or finished.
    fn values(&self) -> impl Params + '_ {
        (
            self.key,
            self.name,
            self.email,
            self.slug,
            self.status.as_str(),
            self.deployment,
            self.credits,
            self.fields,
            self.credentials,
            self.now,
            self.schedule_seconds,
        )
    }
}

/// Stores a new connection.
pub(crate) fn insert(db: &Db, new: &New<'_>) -> Result<(), Error> {
    db.prepare_cached(
        "INSERT INTO connections (key, name, email, slug, status, health, deployment, credits, fields,
         credentials, created_at, updated_at, connected_at, schedule_seconds, settings)
         VALUES (?1, ?2, ?3, ?4, ?5, 'online', ?6, ?7, ?8, ?9, ?10, ?10, ?10, ?11,
         (SELECT value FROM settings WHERE name = 'scale' AND value <> ''))",
    )?
    .execute(new.values())?;
    Ok(())
}

/// Finishes a connection that was pending: everything but its key and its metadata is new.
pub(crate) fn finish(db: &Db, new: &New<'_>) -> Result<(), Error> {
    db.prepare_cached(
        "UPDATE connections SET name = ?2, email = ?3, slug = ?4, status = ?5, deployment = ?6, credits = ?7,
         fields = ?8, credentials = ?9, updated_at = ?10, connected_at = ?10, schedule_seconds = ?11
         WHERE key = ?1",
    )?
    .execute(new.values())?;
    Ok(())
}

/// Returns the sealed credentials of a connection; empty where there are none.
pub(crate) fn credentials(db: &Db, key: &str) -> Result<Vec<u8>, Error> {
    Ok(db.prepare_cached("SELECT credentials FROM connections WHERE key = ?1")?.query_row([key], |row| row.get(0))?)
}

/// Returns whether a key is taken.
pub(crate) fn exists(db: &Db, key: &str) -> Result<bool, Error> {
    Ok(db.prepare_cached("SELECT 1 FROM connections WHERE key = ?1")?.exists([key])?)
}

/// Changes one column of a connection. `column` is one of ours, never from outside.
pub(crate) fn set(db: &Db, key: &str, column: &'static str, value: impl Into<Sql>, now: i64) -> Result<(), Error> {
    db.prepare_cached(&format!("UPDATE connections SET {column} = ?2, updated_at = ?3 WHERE key = ?1"))?.execute((
        key,
        value.into(),
        now,
    ))?;
    Ok(())
}

/// Sets how syncing stands, and since when.
pub(crate) fn set_sync_status(db: &Db, key: &str, word: &str, now: i64) -> Result<(), Error> {
    db.prepare_cached("UPDATE connections SET sync_status = ?2, sync_changed_at = ?3, updated_at = ?3 WHERE key = ?1")?
        .execute((key, word, now))?;
    Ok(())
}

/// Returns the credits that connections hold.
pub(crate) fn credits_used(db: &Db) -> Result<u64, Error> {
    Ok(db
        .prepare_cached("SELECT coalesce(sum(credits), 0) FROM connections WHERE status <> 'disconnected'")?
        .query_row([], |row| row.get(0))?)
}

/// Returns the keys of connections that are used, all of them or one.
pub(crate) fn active_keys(db: &Db, only: Option<&str>) -> Result<Vec<String>, Error> {
    let mut found = db.prepare_cached(
        "SELECT key FROM connections WHERE status NOT IN ('disconnected', 'inactive', 'pending') AND (?1 IS NULL OR key = ?1)
         ORDER BY seq",
    )?;
    Ok(found.query_map([only], |row| row.get(0))?.collect::<Result<_, _>>()?)
}

/// Returns how many connections have not ended, without counting them.
pub(crate) fn live(db: &Db) -> Result<u64, Error> {
    let sum = "SELECT coalesce(sum(count), 0) FROM connection_counts WHERE status <> 'disconnected'";
    Ok(db.prepare_cached(sum)?.query_row([], |row| row.get(0))?)
}

fn count(db: &Db, filter: &str, values: &[Sql]) -> Result<u64, Error> {
    let sql = format!("SELECT count(*) FROM connections c WHERE {filter}");
    Ok(db.prepare_cached(&sql)?.query_row(params_from_iter(values), |row| row.get(0))?)
}

/// The filter of a list when nothing else is asked for.
const LIVE: &str = "c.status <> 'disconnected'";

/// The columns a list can be filtered by exactly.
const EXACT: [&str; 5] = ["status", "health", "integration_name", "email", "deployment"];

/// Lists connections as the query asks. Returns the rows of the page and how many there are in all.
pub(crate) fn list(db: &Db, paging: &Paging) -> Result<(Vec<Row>, u64), Error> {
    let (filter, mut values) = filter(paging);
    let (column, mut descending) = sort(paging)?;
    let total = if filter == LIVE { live(db)? } else { count(db, &filter, &values)? };
    let (mut offset, mut limit) = (paging.offset(), paging.per_page);
    if offset >= total {
        return Ok((Vec::new(), total));
    }
    limit = limit.min(total - offset);
    // A page in the second half is counted from the other end: half the steps for the deepest page.
    let backwards = offset > total / 2;
    if backwards {
        offset = total - offset - limit;
        descending = !descending;
    }
    let way = if descending { "DESC" } else { "ASC" };
    let order = if column == "seq" { format!("c.seq {way}") } else { format!("c.{column} {way}, c.seq {way}") };
    let (first, second) = (values.len() + 1, values.len() + 2);
    let found = format!(
        "{SELECT} WHERE c.seq IN (SELECT c.seq FROM connections c WHERE {filter}
         ORDER BY {order} LIMIT ?{first} OFFSET ?{second}) ORDER BY {order}"
    );
    for number in [limit, offset] {
        values.push(Sql::Integer(i64::try_from(number).unwrap_or(i64::MAX)));
    }
    let mut found = db.prepare_cached(&found)?;
    let mut rows: Vec<Row> = found.query_map(params_from_iter(&values), Row::read)?.collect::<Result<_, _>>()?;
    if backwards {
        rows.reverse();
    }
    Ok((rows, total))
}

fn filter(paging: &Paging) -> (String, Vec<Sql>) {
    let mut parts = Vec::new();
    let mut values = Vec::new();
    // Written as in the partial indexes, which SQLite uses only where the words agree.
    if paging.get("include") != Some("disconnected") {
        parts.push(LIVE.to_owned());
    }
    let asked = |name: &str| paging.get(&format!("filter[{name}]")).or_else(|| paging.get(name));
    for name in EXACT {
        if let Some(value) = asked(name) {
            let column = if name == "integration_name" { "slug" } else { name };
            values.push(Sql::Text(value.to_lowercase()));
            parts.push(format!("lower(c.{column}) = ?{}", values.len()));
        }
    }
    if let Some(value) = paging.get("filter[name]") {
        values.push(Sql::Text(value.to_owned()));
        parts.push(format!("c.name = ?{} COLLATE NOCASE", values.len()));
    }
    if let Some(value) = paging.get("filter[name:contains]").or_else(|| paging.get("name")) {
        values.push(Sql::Text(value.to_lowercase()));
        parts.push(format!("instr(lower(c.name), ?{}) > 0", values.len()));
    }
    if parts.is_empty() {
        parts.push("1".to_owned());
    }
    (parts.join(" AND "), values)
}

fn sort(paging: &Paging) -> Result<(&'static str, bool), Error> {
    const COLUMNS: [(&str, &str); 6] = [
        ("created_at", "seq"),
        ("name", "name COLLATE NOCASE"),
        ("email", "email"),
        ("status", "status"),
        ("integration_name", "slug"),
        ("updated_at", "updated_at"),
    ];
    let asked = paging.query.iter().find_map(|(name, value)| {
        let field = name.strip_prefix("sort[")?.strip_suffix(']')?;
        Some((field, value.as_str()))
    });
    let Some((field, way)) = asked else { return Ok(("seq", false)) };
    let (_, column) = COLUMNS
        .into_iter()
        .find(|(name, _)| *name == field)
        .ok_or_else(|| Error::field("sort", format!("cannot sort by that; {} can", COLUMNS.map(|c| c.0).join(", "))))?;
    match way {
        "0" => Ok((column, false)),
        "1" => Ok((column, true)),
        _ => Err(Error::field("sort", "is 0 for ascending or 1 for descending")),
    }
}
