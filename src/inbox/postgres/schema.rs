//! What is asked of a server before anything is acknowledged, and the tables.

use tokio_postgres::error::SqlState;
use tokio_postgres::types::Type;
use tokio_postgres::{Client, Row};

use super::{BEGIN, Server, reason, text};
use crate::inbox::error::Error;

/// The steps that make the tables, in order; never edited after a release.
const STEPS: &[&str] = &[
    include_str!("0001.sql"),
    include_str!("0002.sql"),
    include_str!("0003.sql"),
    include_str!("0004.sql"),
    include_str!("0005.sql"),
    include_str!("0006.sql"),
    include_str!("0007.sql"),
    include_str!("0008.sql"),
];

/// The number of steps that made the tables of an inbox.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Format(usize);

impl Format {
    /// Returns whether the events are in partitions.
    pub(crate) const fn is_partitioned(self) -> bool {
        self.0 >= 4
    }

    /// Returns whether partitions are detached by whoever prunes, and dropped by receivers.
    pub(crate) const fn detaches(self) -> bool {
        self.0 >= 5
    }
}

/// The names that the tables take.
const TABLES: &[&str] = &[
    "arrivals",
    "conflicts",
    "rejections",
    "attempts",
    "pruned",
    "gaps",
    "pauses",
    "receivers",
    "stored_bytes",
    "lanes",
    "partitions",
    "partition_sums",
    "dropped",
    "detached",
    "copies",
    "copy_positions",
    "event_ids",
    "event_digests",
    "arrivals_number",
    "attempts_id",
    "receivers_id",
];

/// The oldest version of the server that is known to work.
const OLDEST: i32 = 130_000;

/// Makes sure that what this server commits stays, whatever happens to it.
///
/// # Errors
/// When a setting, its version or its encoding does not allow that.
pub(crate) async fn check_settings(client: &Client, server: &Server) -> Result<(), Error> {
    let sql = "SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS commit,
        pg_is_in_recovery() OR current_setting('transaction_read_only') = 'on' AS standby,
        current_setting('server_version_num')::int AS version, current_setting('server_encoding') AS encoding";
    let row = client.query_typed_one(sql, &[]).await?;
    let unfit = |what: String, hint: &str| Error::Unsafe { server: server.to_string(), what, hint: hint.into() };
    if row.try_get::<_, bool>("standby")? {
        let what = "it is a standby, or read-only: nothing can be stored there".to_owned();
        return Err(unfit(what, "name the primary server"));
    }
    if row.try_get::<_, &str>("fsync")? == "off" {
        let what = "`fsync` is off, so a crash of its machine may lose what was acknowledged".to_owned();
        return Err(unfit(what, "set `fsync = on` in postgresql.conf, and reload"));
    }
    let commit: &str = row.try_get("commit")?;
    if matches!(commit, "off" | "local") {
        let what = format!("`synchronous_commit` is {commit}, so a crash may lose what was acknowledged");
        let hint = "set it to `on` for this user: `ALTER ROLE … SET synchronous_commit = on`";
        return Err(unfit(what, hint));
    }
    let version: i32 = row.try_get("version")?;
    if version < OLDEST {
        let (what, hint) = (format!("it is PostgreSQL {}", version / 10_000), "use PostgreSQL 13 or newer");
        return Err(unfit(what, hint));
    }
    let encoding: &str = row.try_get("encoding")?;
    if encoding != "UTF8" {
        let what = format!("its database is encoded as {encoding}, which cannot hold every text");
        return Err(unfit(what, "create a database with `createdb --encoding=UTF8 --template=template0`"));
    }
    Ok(())
}

/// Makes the tables, or brings them up to date. Those that it makes for a copy are marked in the same transaction, with what they
/// are a copy of and when that was begun. Returns whether it made them.
///
/// # Errors
/// When they are of a newer version, tables of something else are in the way, or the user may not make any.
pub(crate) async fn prepare(client: &Client, server: &Server, copy: Option<(&str, i64)>) -> Result<bool, Error> {
    for last in [false, false, true] {
        client.batch_execute(BEGIN).await?;
        let done = steps(client, server, copy).await;
        client.batch_execute(if done.is_ok() { "COMMIT" } else { "ROLLBACK" }).await?;
        match done {
            // Older receivers take their locks in another order than a step may.
            Err(StepError::Server(error)) if !last && error.code() == Some(&SqlState::T_R_DEADLOCK_DETECTED) => {}
            Err(StepError::Server(error)) if error.code() == Some(&SqlState::INSUFFICIENT_PRIVILEGE) => {
                let sql = "SELECT format('GRANT CREATE ON SCHEMA %I TO %I', coalesce(current_schema, 'public'), current_user)";
                let grant: String = client.query_typed_one(sql, &[]).await?.try_get(0)?;
                let hint = format!("have the owner of the database run `{grant}`");
                return Err(Error::Refused { server: server.to_string(), reason: reason(&error), hint: Some(hint) });
            }
            Err(StepError::Server(error)) => return Err(error.into()),
            Err(StepError::Inbox(error)) => return Err(error),
            Ok(made) => return Ok(made),
        }
    }
    Ok(false)
}

/// Why the tables could not be brought up to date.
enum StepError {
    Server(tokio_postgres::Error),
    Inbox(Error),
}

impl From<tokio_postgres::Error> for StepError {
    fn from(error: tokio_postgres::Error) -> Self {
        Self::Server(error)
    }
}

impl From<Error> for StepError {
    fn from(error: Error) -> Self {
        Self::Inbox(error)
    }
}

async fn steps(client: &Client, server: &Server, copy: Option<(&str, i64)>) -> Result<bool, StepError> {
    // One at a time; whoever comes second finds the work done.
    client.batch_execute("SELECT pg_advisory_xact_lock(hashtext('makini_inbox'))").await?;
    let made: bool = client.query_typed_one("SELECT to_regclass('makini_inbox') IS NOT NULL", &[]).await?.try_get(0)?;
    let format = if made { format(client).await? } else { 0 };
    let known = STEPS.len();
    if format > known {
        return Err(newer(server, format).into());
    }
    if !made {
        let names = TABLES.iter().map(|name| format!("('{name}')")).collect::<Vec<_>>().join(", ");
        let sql =
            format!("SELECT name FROM (VALUES {names}) AS own (name) WHERE to_regclass(name) IS NOT NULL LIMIT 1");
        let other: Option<Row> = client.query_typed_opt(&sql, &[]).await?;
        if let Some(other) = other {
            return Err(Error::ForeignTables { server: server.to_string(), table: other.try_get(0)? }.into());
        }
    }
    if made {
        check_owner(client, server).await?;
    }
    for step in &STEPS[format..] {
        client.batch_execute(step).await?;
    }
    if format < known {
        client.batch_execute(&format!("UPDATE makini_inbox SET format = {known}")).await?;
    }
    if let (false, Some((source, started_at))) = (made, copy) {
        let sql = "INSERT INTO copies (source, started_at) VALUES ($1, $2)";
        let source = text::write(source);
        client.execute_typed(sql, &[(&source, Type::TEXT), (&started_at, Type::INT8)]).await?;
    }
    Ok(!made)
}

/// Whose the tables are, and whom the server takes this for. Receivers make partitions and drop them, which only their owner
/// may; and one that another user made could not be dropped by the owner.
pub(crate) const OWNER: &str = "SELECT pg_get_userbyid(relowner)::text AS owner, current_user::text AS me
    FROM pg_class WHERE oid = 'arrivals'::regclass";

/// Makes sure that the tables belong to the user.
///
/// # Errors
/// [`Error::NotOwner`] when they do not.
pub(crate) async fn check_owner(client: &Client, server: &Server) -> Result<(), Error> {
    let row = client.query_typed_one(OWNER, &[]).await?;
    server.check_owner(row.try_get("owner")?, row.try_get("me")?)
}

/// Makes sure that the inbox is no copy of which a part is missing.
///
/// # Errors
/// [`Error::HalfCopied`] when it is.
pub(crate) async fn check_copied(client: &Client, server: &Server) -> Result<(), Error> {
    let sql = "SELECT source FROM copies WHERE finished_at IS NULL";
    match client.query_typed_opt(sql, &[]).await? {
        None => Ok(()),
        Some(row) => {
            Err(Error::HalfCopied { place: server.to_string(), source_place: text::read(row.try_get("source")?) })
        }
    }
}

async fn format(client: &Client) -> Result<usize, Error> {
    let row = client.query_typed_one("SELECT format FROM makini_inbox", &[]).await?;
    Ok(usize::try_from(row.try_get::<_, i32>(0)?).unwrap_or(usize::MAX))
}

fn newer(server: &Server, found: usize) -> Error {
    Error::NewerTables { server: server.to_string(), found, known: STEPS.len() }
}

/// Makes sure that there are tables which this program can read. Returns their format: an inbox is read as it is, and a receiver
/// brings it up to date.
///
/// # Errors
/// [`Error::Missing`] if there are none; when they are of a newer version.
pub(crate) async fn check_format(client: &Client, server: &Server) -> Result<Format, Error> {
    let missing = || Error::Missing { path: server.to_string().into() };
    match client.query_typed_opt("SELECT format FROM makini_inbox", &[]).await {
        Ok(Some(row)) => {
            let found = usize::try_from(row.try_get::<_, i32>(0)?).unwrap_or(usize::MAX);
            if found > STEPS.len() { Err(newer(server, found)) } else { Ok(Format(found)) }
        }
        Ok(None) => Err(missing()),
        Err(error) if error.code() == Some(&SqlState::UNDEFINED_TABLE) => Err(missing()),
        Err(error) => Err(error.into()),
    }
}
