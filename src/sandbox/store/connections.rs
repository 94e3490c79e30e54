//! Connections in the database.

use rusqlite::types::Value as Sql;
use rusqlite::{Connection as Db, OptionalExtension as _, Params, Row as SqlRow, params_from_iter};
use serde_json::{Map, Value};

use crate::api::connections::{Connection, Health, Lifecycle};
use crate::api::error_code::ErrorCode;
use crate::sandbox::account::CLIENT_ID;
use crate::sandbox::error::Error;
use crate::sandbox::paging::Paging;
use crate::sandbox::source::{Settings, Source};
use crate::sandbox::time::{iso, time};

/// A stored connection, with its next sync and the expiry of its newest token.
#[derive(Clone, Debug)]
pub(crate) struct ConnectionRow {
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
    pub(crate) next_probe_at: Option<i64>,
    pub(crate) token_expires_at: Option<i64>,
    settings: Option<String>,
}

const SELECT: &str = "SELECT c.key, c.name, c.email, c.slug, c.status, c.health, c.deployment, c.credits, c.fields,
    c.metadata, c.epoch, c.created_at, c.updated_at, c.connected_at, c.schedule_seconds, c.last_sync_at,
    c.sync_status, c.sync_changed_at, c.failures, c.last_error,
    (SELECT at FROM timers t WHERE t.kind = 'schedule' AND t.subject = c.key) AS next_sync_at,
    (SELECT at FROM timers t WHERE t.kind = 'probe' AND t.subject = c.key) AS next_probe_at,
    (SELECT max(expires_at) FROM tokens k WHERE k.connection = c.key AND k.kind = 'access' AND k.revoked_at IS NULL)
        AS token_expires_at,
    c.settings
    FROM connections c";

impl ConnectionRow {
    fn read(row: &SqlRow<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            key: row.get("key")?,
            name: row.get("name")?,
            email: row.get("email")?,
            slug: row.get("slug")?,
            status: row.get("status")?,
            health: row.get("health")?,
            deployment: row.get("deployment")?,
            credits: row.get("credits")?,
            fields: row.get("fields")?,
            metadata: row.get("metadata")?,
            epoch: row.get("epoch")?,
            created_at: row.get("created_at")?,
            updated_at: row.get("updated_at")?,
            connected_at: row.get("connected_at")?,
            schedule_seconds: row.get("schedule_seconds")?,
            last_sync_at: row.get("last_sync_at")?,
            sync_status: row.get("sync_status")?,
            sync_changed_at: row.get("sync_changed_at")?,
            failures: row.get("failures")?,
            last_error: row.get("last_error")?,
            next_sync_at: row.get("next_sync_at")?,
            next_probe_at: row.get("next_probe_at")?,
            token_expires_at: row.get("token_expires_at")?,
            settings: row.get("settings")?,
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

    /// Returns why no call may go to the system in this state, if so.
    pub(crate) fn refusal(&self) -> Option<Error> {
        match (self.lifecycle(), self.health()) {
            (Lifecycle::Disconnected, _) => Some(Error::conflict("the connection has ended")),
            (Lifecycle::Inactive, _) => Some(Error::of(
                ErrorCode::InsufficientCredits,
                "the connection is inactive: the account has too few credits for it",
            )),
            (Lifecycle::Pending, _) => Some(pending()),
            (_, Health::ReauthorizationRequired) => Some(Error::reauthorization_required()),
            _ => None,
        }
    }

    /// Returns the data of the connected system, with the connection's settings applied.
    pub(crate) fn source(&self, seed: u64) -> Source {
        Source::new(seed, &self.key, &self.slug, time(self.created_at)).with(self.settings())
    }

    /// Returns the settings.
    pub(crate) fn settings(&self) -> Settings {
        Settings::read(self.settings.as_deref())
    }

    /// Returns whether this is a sample connection, to which writes change nothing.
    pub(crate) fn is_sample(&self) -> bool {
        serde_json::from_str::<Value>(&self.metadata).is_ok_and(|metadata| metadata["sample"] == "true")
    }

    /// Returns the connection as the API shows it.
    pub(crate) fn to_api(&self) -> Connection {
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
            // The published document declares a string.
            user_metadata: Value::String(self.metadata.clone()),
            client_id: Some(CLIENT_ID.into()),
            updated_at: Some(iso(self.updated_at)),
            created_at: Some(iso(self.created_at)),
            connected_at: finished.then(|| iso(self.connected_at)),
            // Nothing is known of a system that is not called.
            health: matches!(
                self.lifecycle(),
                Lifecycle::Active | Lifecycle::Synchronizing | Lifecycle::InProgress | Lifecycle::Unknown
            )
            .then(|| self.health.clone()),
            deployment: finished.then(|| self.deployment.clone()),
            credits: Some(self.credits),
            sync_status: self.sync_status.clone(),
            last_sync_at: self.last_sync_at.map(iso),
            next_sync_at: self.next_sync_at.map(iso),
            schedule_seconds: u64::try_from(self.schedule_seconds).ok().filter(|seconds| *seconds > 0),
            token_expires_at: self.token_expires_at.map(iso),
            failed_attempts: Some(u64::from(self.failures)).filter(|count| *count > 0),
            next_attempt_at: self.next_probe_at.map(iso),
            last_error: self.last_error.as_deref().and_then(|text| serde_json::from_str(text).ok()),
            extra,
        }
    }
}

/// Returns a connection, also a disconnected one.
pub(crate) fn find(db: &Db, key: &str) -> Result<ConnectionRow, Error> {
    db.prepare_cached(&format!("{SELECT} WHERE c.key = ?1"))?
        .query_row([key], ConnectionRow::read)
        .optional()?
        .ok_or_else(|| Error::not_found("connection"))
}

fn pending() -> Error {
    Error::conflict("the connection is pending: connecting it was not completed")
}

/// Returns a connection that is neither pending nor disconnected.
pub(crate) fn find_finished(db: &Db, key: &str) -> Result<ConnectionRow, Error> {
    let row = find_live(db, key)?;
    if row.lifecycle() == Lifecycle::Pending { Err(pending()) } else { Ok(row) }
}

/// Returns a connection that is not disconnected.
pub(crate) fn find_live(db: &Db, key: &str) -> Result<ConnectionRow, Error> {
    let row = find(db, key)?;
    if row.lifecycle() == Lifecycle::Disconnected {
        return Err(Error::conflict("the connection has ended; connect the system again"));
    }
    Ok(row)
}

/// Values of a new connection.
#[derive(Clone, Debug)]
pub(crate) struct ConnectionValues<'a> {
    pub(crate) key: &'a str,
    pub(crate) name: &'a str,
    pub(crate) email: &'a str,
    pub(crate) slug: &'a str,
    pub(crate) status: Lifecycle,
    pub(crate) deployment: &'a str,
    pub(crate) credits: u64,
    pub(crate) fields: &'a str,
    /// The encrypted secret fields; empty if there are none yet.
    pub(crate) credentials: &'a [u8],
    pub(crate) schedule_seconds: i64,
    pub(crate) now: i64,
}

impl ConnectionValues<'_> {
    /// Returns the parameters `?1` to `?11` of both statements.
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
pub(crate) fn insert(db: &Db, new: &ConnectionValues<'_>) -> Result<(), Error> {
    db.prepare_cached(
        "INSERT INTO connections (key, name, email, slug, status, health, deployment, credits, fields,
         credentials, created_at, updated_at, connected_at, schedule_seconds, settings)
         VALUES (?1, ?2, ?3, ?4, ?5, 'online', ?6, ?7, ?8, ?9, ?10, ?10, ?10, ?11,
         (SELECT value FROM settings WHERE name = 'scale' AND value <> ''))",
    )?
    .execute(new.values())?;
    Ok(())
}

/// Completes a pending connection: everything but its key and metadata is set.
pub(crate) fn finish_pending(db: &Db, new: &ConnectionValues<'_>) -> Result<(), Error> {
    db.prepare_cached(
        "UPDATE connections SET name = ?2, email = ?3, slug = ?4, status = ?5, deployment = ?6, credits = ?7,
         fields = ?8, credentials = ?9, updated_at = ?10, connected_at = ?10, schedule_seconds = ?11
         WHERE key = ?1",
    )?
    .execute(new.values())?;
    Ok(())
}

/// Returns whether a key is taken.
pub(crate) fn exists(db: &Db, key: &str) -> Result<bool, Error> {
    Ok(db.prepare_cached("SELECT 1 FROM connections WHERE key = ?1")?.exists([key])?)
}

/// Sets one column of a connection. `column` must never come from a request.
pub(crate) fn set_column(
    db: &Db,
    key: &str,
    column: &'static str,
    value: impl Into<Sql>,
    now: i64,
) -> Result<(), Error> {
    db.prepare_cached(&format!("UPDATE connections SET {column} = ?2, updated_at = ?3 WHERE key = ?1"))?.execute((
        key,
        value.into(),
        now,
    ))?;
    Ok(())
}

/// Sets the published sync status (`inprogress`, `done`, …) and its time.
pub(crate) fn set_sync_status(db: &Db, key: &str, word: &str, now: i64) -> Result<(), Error> {
    db.prepare_cached("UPDATE connections SET sync_status = ?2, sync_changed_at = ?3, updated_at = ?3 WHERE key = ?1")?
        .execute((key, word, now))?;
    Ok(())
}

/// Returns the credits used by connections.
pub(crate) fn credits_used(db: &Db) -> Result<u64, Error> {
    Ok(db
        .prepare_cached("SELECT coalesce(sum(credits), 0) FROM connections WHERE status <> 'disconnected'")?
        .query_row([], |row| row.get(0))?)
}

/// Returns the keys of active connections, all of them or `only` one.
pub(crate) fn active_keys(db: &Db, only: Option<&str>) -> Result<Vec<String>, Error> {
    let mut found = db.prepare_cached(
        "SELECT key FROM connections WHERE status NOT IN ('disconnected', 'inactive', 'pending') AND (?1 IS NULL OR key = ?1)
         ORDER BY seq",
    )?;
    Ok(found.query_map([only], |row| row.get(0))?.collect::<Result<_, _>>()?)
}

/// Returns the number of connections that are not disconnected, from a maintained count.
pub(crate) fn count_live(db: &Db) -> Result<u64, Error> {
    let sum = "SELECT coalesce(sum(count), 0) FROM connection_counts WHERE status <> 'disconnected'";
    Ok(db.prepare_cached(sum)?.query_row([], |row| row.get(0))?)
}

fn count(db: &Db, filter: &str, values: &[Sql]) -> Result<u64, Error> {
    let sql = format!("SELECT count(*) FROM connections c WHERE {filter}");
    Ok(db.prepare_cached(&sql)?.query_row(params_from_iter(values), |row| row.get(0))?)
}

/// The filter of a list without parameters.
const LIVE: &str = "c.status <> 'disconnected'";

/// The columns a list can be filtered by.
const EXACT: [&str; 5] = ["status", "health", "integration_name", "email", "deployment"];

/// Returns a page of connections for a query, and their total number.
pub(crate) fn list(db: &Db, paging: &Paging) -> Result<(Vec<ConnectionRow>, u64), Error> {
    let (filter, mut values) = filter(paging);
    let (column, mut descending) = sort(paging)?;
    let total = if filter == LIVE { count_live(db)? } else { count(db, &filter, &values)? };
    let (mut offset, mut limit) = (paging.offset(), paging.per_page);
    if offset >= total {
        return Ok((Vec::new(), total));
    }
    limit = limit.min(total - offset);
    // A page in the second half is read from the end: half the steps for the last page.
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
    let mut rows: Vec<ConnectionRow> =
        found.query_map(params_from_iter(&values), ConnectionRow::read)?.collect::<Result<_, _>>()?;
    if backwards {
        rows.reverse();
    }
    Ok((rows, total))
}

fn filter(paging: &Paging) -> (String, Vec<Sql>) {
    let mut parts = Vec::new();
    let mut values = Vec::new();
    // Spelled as in the partial indexes: SQLite uses them only where the text is equal.
    if paging.get("include") != Some("disconnected") {
        parts.push(LIVE.to_owned());
    }
    let parameter = |name: &str| paging.get(&format!("filter[{name}]")).or_else(|| paging.get(name));
    for name in EXACT {
        if let Some(value) = parameter(name) {
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
    let request = paging.query.iter().find_map(|(name, value)| {
        let field = name.strip_prefix("sort[")?.strip_suffix(']')?;
        Some((field, value.as_str()))
    });
    let Some((field, way)) = request else { return Ok(("seq", false)) };
    let (_, column) = COLUMNS.into_iter().find(|(name, _)| *name == field).ok_or_else(|| {
        Error::field("sort", format!("cannot be sorted by; expected one of {}", COLUMNS.map(|c| c.0).join(", ")))
    })?;
    match way {
        "0" => Ok((column, false)),
        "1" => Ok((column, true)),
        _ => Err(Error::field("sort", "is 0 for ascending or 1 for descending")),
    }
}
