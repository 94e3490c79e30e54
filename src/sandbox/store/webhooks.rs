//! Events, deliveries and attempts.

use rusqlite::{Connection as Db, OptionalExtension as _, Params, Row as SqlRow};
use serde_json::{Map, Value};

use super::alerts;
use super::endpoints::{OLD_SECRET, SECRET};
use super::new_id;
use crate::api::webhooks::{WebhookAttempt, WebhookDelivery};
use crate::glob;
use crate::sandbox::error::Error;
use crate::sandbox::time::iso;
use crate::sandbox::vault::Vault;
use crate::sandbox::vault::record::RecordPath;
use crate::secret::Secret;

/// Events kept, with their deliveries.
const MAX_EVENTS: i64 = 50_000;

/// Stores an event and returns its sequence number.
pub(crate) fn insert_event(
    db: &Db,
    id: &str,
    event: &str,
    connection: Option<&str>,
    payload: &str,
    now: i64,
) -> Result<i64, Error> {
    db.prepare_cached("INSERT INTO events (id, event, connection, at, payload) VALUES (?1, ?2, ?3, ?4, ?5)")?
        .execute((id, event, connection, now, payload))?;
    let seq = db.last_insert_rowid();
    if seq % 1024 == 0 {
        db.execute("DELETE FROM events WHERE seq <= ?1", [seq - MAX_EVENTS])?;
    }
    Ok(seq)
}

/// A stored event, with the faults of its deliveries.
#[derive(Clone, Debug)]
pub(crate) struct StoredEvent {
    pub(crate) seq: i64,
    pub(crate) event: String,
    pub(crate) connection: Option<String>,
    pub(crate) at: i64,
    pub(crate) faults: String,
}

/// Lists the events after a sequence number, in order.
pub(crate) fn events_since(db: &Db, seq: i64) -> Result<Vec<StoredEvent>, Error> {
    let mut found = db.prepare_cached(
        "SELECT seq, event, connection, at, coalesce((SELECT group_concat(faults, ' ') FROM
           (SELECT DISTINCT faults FROM deliveries WHERE event = e.seq AND faults IS NOT NULL ORDER BY faults)), '') AS faults
         FROM events e WHERE seq > ?1 ORDER BY seq",
    )?;
    let rows = found.query_map([seq], |row| {
        Ok(StoredEvent {
            seq: row.get("seq")?,
            event: row.get("event")?,
            connection: row.get("connection")?,
            at: row.get("at")?,
            faults: row.get("faults")?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Values of a new delivery.
#[derive(Clone, Copy, Debug)]
pub(crate) struct NewDelivery<'a> {
    pub(crate) endpoint: &'a str,
    /// Sequence number of the event.
    pub(crate) event: i64,
    /// When it is due; none for a lost delivery, and for a test, which is sent immediately.
    pub(crate) due: Option<i64>,
    /// It is held until the next one to the same endpoint is delivered, or until it is due.
    pub(crate) held: bool,
    /// It is attempted once only.
    pub(crate) test: bool,
    /// Names of the faults that changed it.
    pub(crate) faults: &'a [&'static str],
}

/// Stores a delivery and returns its ID.
pub(crate) fn insert_delivery(db: &Db, new: NewDelivery<'_>, now: i64) -> Result<String, Error> {
    let id = new_id(db, "del")?;
    let faults = (!new.faults.is_empty()).then(|| new.faults.join(" "));
    let status = if new.due.is_none() && !new.test { "lost" } else { "pending" };
    db.prepare_cached(
        "INSERT INTO deliveries (id, endpoint, event, status, next_attempt_at, created_at, held, test, faults)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    )?
    .execute((&id, new.endpoint, new.event, status, new.due, now, new.held, new.test, faults))?;
    Ok(id)
}

/// Returns whether a delivery to this endpoint is held.
pub(crate) fn has_held(db: &Db, endpoint: &str) -> Result<bool, Error> {
    Ok(db.prepare_cached("SELECT 1 FROM deliveries WHERE endpoint = ?1 AND held = 1")?.exists([endpoint])?)
}

const SELECT: &str = "SELECT d.id, d.endpoint, e.id AS event_id, e.event, e.connection, d.status, d.attempts,
    (SELECT response_code FROM attempts a WHERE a.delivery = d.seq ORDER BY number DESC LIMIT 1) AS response_code,
    d.next_attempt_at, d.created_at, d.seq, d.faults FROM deliveries d JOIN events e ON e.seq = d.event";

fn words(text: &str) -> Vec<String> {
    text.split(' ').map(str::to_owned).collect()
}

fn read(row: &SqlRow<'_>) -> rusqlite::Result<(WebhookDelivery, i64)> {
    let delivery = WebhookDelivery {
        id: row.get("id")?,
        endpoint_id: row.get("endpoint")?,
        event_id: row.get("event_id")?,
        event: row.get("event")?,
        connection_id: row.get("connection")?,
        status: row.get("status")?,
        attempts: row.get("attempts")?,
        response_code: row.get("response_code")?,
        next_attempt_at: row.get::<_, Option<i64>>("next_attempt_at")?.map(iso),
        created_at: Some(iso(row.get("created_at")?)),
        faults: row.get::<_, Option<String>>("faults")?.as_deref().map(words).unwrap_or_default(),
        tries: Vec::new(),
        payload: Value::Null,
        extra: Map::new(),
    };
    Ok((delivery, row.get("seq")?))
}

/// Which deliveries to list; all by default.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct DeliveryFilter<'a> {
    pub(crate) endpoint: Option<&'a str>,
    pub(crate) status: Option<&'a str>,
    pub(crate) connection: Option<&'a str>,
    pub(crate) event: Option<&'a str>,
}

/// Returns a page of deliveries with their attempts, newest first, and their total number.
pub(crate) fn deliveries(
    db: &Db,
    filter: DeliveryFilter<'_>,
    offset: u64,
    limit: u64,
) -> Result<(Vec<WebhookDelivery>, u64), Error> {
    const TEST: &str = "(?1 IS NULL OR d.endpoint = ?1) AND (?2 IS NULL OR d.status = ?2)
        AND (?3 IS NULL OR e.connection = ?3) AND (?4 IS NULL OR e.event GLOB ?4)";
    let DeliveryFilter { endpoint, status, connection, event } = filter;
    let event = event.map(glob::to_sqlite);
    let total = db
        .prepare_cached(&format!("SELECT count(*) FROM deliveries d JOIN events e ON e.seq = d.event WHERE {TEST}"))?
        .query_row((endpoint, status, connection, &event), |row| row.get(0))?;
    let mut found = db.prepare_cached(&format!("{SELECT} WHERE {TEST} ORDER BY d.seq DESC LIMIT ?5 OFFSET ?6"))?;
    let values = (endpoint, status, connection, &event, limit, offset);
    let rows: Vec<_> = found.query_map(values, read)?.collect::<Result<_, _>>()?;
    let with_tries = |(mut delivery, seq): (WebhookDelivery, i64)| {
        delivery.tries = attempts(db, seq)?;
        Ok(delivery)
    };
    Ok((rows.into_iter().map(with_tries).collect::<Result<_, Error>>()?, total))
}

fn attempts(db: &Db, delivery: i64) -> Result<Vec<WebhookAttempt>, Error> {
    let mut found = db.prepare_cached(
        "SELECT number, at, response_code, error, took_ms, faults FROM attempts WHERE delivery = ?1 ORDER BY number",
    )?;
    let rows = found.query_map([delivery], |row| {
        Ok(WebhookAttempt {
            number: row.get("number")?,
            at: Some(iso(row.get("at")?)),
            response_code: row.get("response_code")?,
            error: row.get("error")?,
            took_ms: row.get("took_ms")?,
            faults: row.get::<_, Option<String>>("faults")?.as_deref().map(words).unwrap_or_default(),
            extra: Map::new(),
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Returns a delivery by its ID.
pub(crate) fn delivery(db: &Db, id: &str) -> Result<WebhookDelivery, Error> {
    let (mut delivery, seq) = db
        .prepare_cached(&format!("{SELECT} WHERE d.id = ?1"))?
        .query_row([id], read)
        .optional()?
        .ok_or_else(|| Error::not_found("delivery"))?;
    delivery.tries = attempts(db, seq)?;
    let payload: String = db
        .prepare_cached("SELECT e.payload FROM deliveries d JOIN events e ON e.seq = d.event WHERE d.seq = ?1")?
        .query_row([seq], |row| row.get(0))?;
    delivery.payload = serde_json::from_str(&payload).unwrap_or_default();
    Ok(delivery)
}

/// Makes a delivery due now, whatever its status.
pub(crate) fn retry(db: &Db, id: &str, now: i64) -> Result<(), Error> {
    let changed = db
        .execute("UPDATE deliveries SET status = 'pending', next_attempt_at = ?2, held = 0 WHERE id = ?1", (id, now))?;
    if changed == 0 { Err(Error::not_found("delivery")) } else { Ok(()) }
}

/// A leased delivery, with everything needed to send it.
#[derive(Clone, Debug)]
pub(crate) struct DueDelivery {
    pub(crate) seq: i64,
    pub(crate) id: String,
    pub(crate) endpoint: String,
    pub(crate) url: String,
    /// The present secret: retries are signed with it too.
    pub(crate) secret: Secret,
    /// The previous secret, while it is valid.
    pub(crate) old_secret: Option<Secret>,
    pub(crate) payload: String,
    /// Number of this attempt, from 1.
    pub(crate) attempt: u32,
    pub(crate) created_at: i64,
    /// It is attempted once only.
    pub(crate) test: bool,
    /// Name of the event.
    pub(crate) event: String,
    pub(crate) connection: Option<String>,
    pub(crate) variant: Variant,
}

/// How an attempt differs from a plain delivery.
#[derive(Clone, Debug, Default)]
pub(crate) struct Variant {
    /// Signed with a secret that is not the endpoint's.
    pub(crate) badly_signed: bool,
    /// The body is escaped as PHP would.
    pub(crate) php: bool,
    /// Names of the faults that caused it.
    pub(crate) faults: Vec<&'static str>,
}

const DUE: &str = "SELECT d.seq, d.id, w.url, w.secret, e.payload, d.attempts + 1 AS attempt, d.created_at, w.id AS endpoint,
    CASE WHEN w.old_until > ?1 THEN w.old_secret END AS old_secret, d.test, w.format, e.event, e.connection FROM deliveries d
    JOIN webhook_endpoints w ON w.id = d.endpoint JOIN events e ON e.seq = d.event";

/// A lease by the machine's clock: simulated time may pass instantly.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Lease {
    /// The machine's time.
    pub(crate) real: i64,
    /// Length of the lease in milliseconds.
    pub(crate) length: i64,
}

/// Leases deliveries that are due: no other process takes them before the lease ends, after which they are due again.
/// Those to disabled endpoints wait.
pub(crate) fn take_due(db: &Db, vault: &Vault, now: i64, lease: Lease, limit: u64) -> Result<Vec<DueDelivery>, Error> {
    let sql = format!(
        "{DUE} WHERE d.next_attempt_at <= ?1 AND w.enabled AND (d.leased_until IS NULL OR d.leased_until <= ?3)
         ORDER BY d.next_attempt_at, d.seq LIMIT ?2"
    );
    take(db, vault, &sql, (now, limit, lease.real), now, lease)
}

/// Leases one delivery, whenever it is due, unless another process is sending it.
pub(crate) fn take_one(db: &Db, vault: &Vault, id: &str, now: i64, lease: Lease) -> Result<Option<DueDelivery>, Error> {
    let sql = format!("{DUE} WHERE d.id = ?2 AND (d.leased_until IS NULL OR d.leased_until <= ?3)");
    Ok(take(db, vault, &sql, (now, id, lease.real), now, lease)?.pop())
}

fn take(
    db: &Db,
    vault: &Vault,
    sql: &str,
    values: impl Params,
    now: i64,
    lease: Lease,
) -> Result<Vec<DueDelivery>, Error> {
    let mut found = db.prepare_cached(sql)?;
    let read = |row: &SqlRow<'_>| {
        let due = DueDelivery {
            seq: row.get("seq")?,
            id: row.get("id")?,
            url: row.get("url")?,
            secret: Secret::new(""),
            payload: row.get("payload")?,
            attempt: row.get("attempt")?,
            created_at: row.get("created_at")?,
            endpoint: row.get("endpoint")?,
            old_secret: None,
            test: row.get("test")?,
            event: row.get("event")?,
            connection: row.get("connection")?,
            variant: Variant { php: row.get::<_, String>("format")? == "php", ..Variant::default() },
        };
        let sealed: (Vec<u8>, Option<Vec<u8>>) = (row.get("secret")?, row.get("old_secret")?);
        Ok((due, sealed))
    };
    let found: Vec<_> = found.query_map(values, read)?.collect::<Result<_, _>>()?;
    let mut taking = db.prepare_cached("UPDATE deliveries SET leased_until = ?2, held = 0 WHERE seq = ?1")?;
    let mut taken = Vec::with_capacity(found.len());
    for (mut due, (secret, old_secret)) in found {
        match vault.open(db, RecordPath::endpoint(&due.endpoint, SECRET), &secret) {
            Ok(secret) => due.secret = secret,
            // It would be due for ever and block all others.
            Err(error) => {
                fail_unsigned(db, &due, &error, now)?;
                continue;
            }
        }
        // Optional: without it the present secret still signs.
        due.old_secret =
            old_secret.and_then(|old| vault.open(db, RecordPath::endpoint(&due.endpoint, OLD_SECRET), &old).ok());
        taking.execute((due.seq, lease.real + lease.length))?;
        taken.push(due);
    }
    Ok(taken)
}

/// Fails a delivery that cannot be signed.
fn fail_unsigned(db: &Db, due: &DueDelivery, error: &Error, at: i64) -> Result<(), Error> {
    let error = format!("{}; rotate the endpoint's secret", error.message);
    let outcome = AttemptResult {
        at,
        response_code: None,
        error: Some(error),
        took_ms: 0,
        status: "failed",
        next_attempt_at: None,
    };
    record_attempt(db, due, &outcome)
}

/// Result of an attempt.
#[derive(Clone, Debug)]
pub(crate) struct AttemptResult {
    pub(crate) at: i64,
    pub(crate) response_code: Option<u16>,
    pub(crate) error: Option<String>,
    pub(crate) took_ms: u64,
    /// `pending`, `delivered`, `failed`.
    pub(crate) status: &'static str,
    pub(crate) next_attempt_at: Option<i64>,
}

/// Stores an attempt.
pub(crate) fn record_attempt(db: &Db, due: &DueDelivery, outcome: &AttemptResult) -> Result<(), Error> {
    let faults = (!due.variant.faults.is_empty()).then(|| due.variant.faults.join(" "));
    db.prepare_cached(
        "INSERT OR REPLACE INTO attempts (delivery, number, at, response_code, error, took_ms, faults)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?
    .execute((
        due.seq,
        due.attempt,
        outcome.at,
        outcome.response_code,
        &outcome.error,
        outcome.took_ms,
        faults,
    ))?;
    db.prepare_cached(
        "UPDATE deliveries SET status = ?2, attempts = ?3, next_attempt_at = ?4, leased_until = NULL WHERE seq = ?1",
    )?
    .execute((due.seq, outcome.status, due.attempt, outcome.next_attempt_at))?;
    if outcome.status == "failed" {
        alerts::wake(db, outcome.at)?;
    }
    // A delivery held for this one is due now.
    db.prepare_cached(
        "UPDATE deliveries SET next_attempt_at = ?2, held = 0 WHERE endpoint = ?1 AND held = 1 AND seq < ?3",
    )?
    .execute((&due.endpoint, outcome.at, due.seq))?;
    Ok(())
}

/// Returns when the next delivery is due that is not leased at this time of the machine.
pub(crate) fn next_due(db: &Db, real: i64) -> Result<Option<i64>, Error> {
    Ok(db
        .prepare_cached(
            "SELECT d.next_attempt_at FROM deliveries d JOIN webhook_endpoints w ON w.id = d.endpoint
             WHERE d.next_attempt_at IS NOT NULL AND w.enabled AND (d.leased_until IS NULL OR d.leased_until <= ?1)
             ORDER BY d.next_attempt_at, d.seq LIMIT 1",
        )?
        .query_row([real], |row| row.get(0))
        .optional()?)
}

/// Returns whether a delivery is leased at this time of the machine.
pub(crate) fn any_leased(db: &Db, real: i64) -> Result<bool, Error> {
    let sql = "SELECT 1 FROM deliveries WHERE next_attempt_at IS NOT NULL AND leased_until > ?1";
    Ok(db.prepare_cached(sql)?.exists([real])?)
}
