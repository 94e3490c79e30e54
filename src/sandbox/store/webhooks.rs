//! Webhook endpoints, events, deliveries and their attempts.

use rusqlite::{Connection as Db, OptionalExtension as _, Row as SqlRow};
use serde_json::{Map, Value, json};

use super::new_id;
use crate::api::webhook::{WebhookDelivery, WebhookEndpoint};
use crate::sandbox::error::Error;
use crate::sandbox::state::iso;
use crate::secret::Secret;

/// Events that are kept, with their deliveries.
const KEPT: i64 = 50_000;

/// An endpoint as it is stored, its secret apart.
#[derive(Clone, Debug)]
pub(crate) struct Endpoint {
    pub(crate) id: String,
    pub(crate) url: String,
    pub(crate) events: Vec<String>,
    pub(crate) connection: Option<String>,
    pub(crate) created_at: i64,
}

impl Endpoint {
    /// Returns the endpoint as it goes over the wire.
    pub(crate) fn wire(&self) -> WebhookEndpoint {
        WebhookEndpoint {
            id: Some(self.id.clone()),
            url: self.url.clone(),
            events: self.events.clone(),
            connection_id: self.connection.clone(),
            created_at: Some(iso(self.created_at)),
            extra: Map::new(),
        }
    }
}

/// Lists the endpoints, oldest first.
pub(crate) fn endpoints(db: &Db) -> Result<Vec<Endpoint>, Error> {
    let mut found =
        db.prepare_cached("SELECT id, url, events, connection, created_at FROM webhook_endpoints ORDER BY seq")?;
    let rows = found.query_map([], |row| {
        let events: String = row.get(2)?;
        Ok(Endpoint {
            id: row.get(0)?,
            url: row.get(1)?,
            events: serde_json::from_str(&events).unwrap_or_default(),
            connection: row.get(3)?,
            created_at: row.get(4)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Stores a new endpoint.
pub(crate) fn insert_endpoint(db: &Db, endpoint: &Endpoint, secret: &Secret) -> Result<(), Error> {
    db.execute(
        "INSERT INTO webhook_endpoints (id, url, events, connection, secret, created_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        (
            &endpoint.id,
            &endpoint.url,
            json!(endpoint.events).to_string(),
            &endpoint.connection,
            secret.expose(),
            endpoint.created_at,
        ),
    )?;
    Ok(())
}

/// Takes an endpoint away, with its deliveries. Returns whether there was one.
pub(crate) fn delete_endpoint(db: &Db, id: &str) -> Result<bool, Error> {
    Ok(db.execute("DELETE FROM webhook_endpoints WHERE id = ?1", [id])? > 0)
}

/// Stores an event and returns its number.
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
        db.execute("DELETE FROM events WHERE seq <= ?1", [seq - KEPT])?;
    }
    Ok(seq)
}

/// Stores a delivery that is due at once.
pub(crate) fn insert_delivery(db: &Db, endpoint: &str, event: i64, now: i64) -> Result<(), Error> {
    let id = new_id(db, "del")?;
    db.prepare_cached(
        "INSERT INTO deliveries (id, endpoint, event, status, next_attempt_at, created_at)
         VALUES (?1, ?2, ?3, 'pending', ?4, ?4)",
    )?
    .execute((id, endpoint, event, now))?;
    Ok(())
}

const SELECT: &str = "SELECT d.id, d.endpoint, e.id, e.event, e.connection, d.status, d.attempts,
    (SELECT response_code FROM attempts a WHERE a.delivery = d.seq ORDER BY number DESC LIMIT 1),
    d.next_attempt_at, d.created_at, d.seq FROM deliveries d JOIN events e ON e.seq = d.event";

fn read(row: &SqlRow<'_>) -> rusqlite::Result<(WebhookDelivery, i64)> {
    let delivery = WebhookDelivery {
        id: row.get(0)?,
        endpoint_id: row.get(1)?,
        event_id: row.get(2)?,
        event: row.get(3)?,
        connection_id: row.get(4)?,
        status: row.get(5)?,
        attempts: row.get(6)?,
        response_code: row.get(7)?,
        next_attempt_at: row.get::<_, Option<i64>>(8)?.map(iso),
        created_at: Some(iso(row.get(9)?)),
        extra: Map::new(),
    };
    Ok((delivery, row.get(10)?))
}

/// Lists deliveries with their attempts, newest first, and says how many there are.
pub(crate) fn deliveries(
    db: &Db,
    endpoint: Option<&str>,
    status: Option<&str>,
    offset: u64,
    limit: u64,
) -> Result<(Vec<WebhookDelivery>, u64), Error> {
    const TEST: &str = "(?1 IS NULL OR d.endpoint = ?1) AND (?2 IS NULL OR d.status = ?2)";
    let total = db
        .prepare_cached(&format!("SELECT count(*) FROM deliveries d WHERE {TEST}"))?
        .query_row((endpoint, status), |row| row.get(0))?;
    let mut found = db.prepare_cached(&format!("{SELECT} WHERE {TEST} ORDER BY d.seq DESC LIMIT ?3 OFFSET ?4"))?;
    let rows: Vec<_> = found.query_map((endpoint, status, limit, offset), read)?.collect::<Result<_, _>>()?;
    let with_tries = |(mut delivery, seq): (WebhookDelivery, i64)| {
        delivery.extra.insert("tries".into(), Value::Array(attempts(db, seq)?));
        Ok(delivery)
    };
    Ok((rows.into_iter().map(with_tries).collect::<Result<_, Error>>()?, total))
}

fn attempts(db: &Db, delivery: i64) -> Result<Vec<Value>, Error> {
    let mut found = db.prepare_cached(
        "SELECT number, at, response_code, error, took_ms FROM attempts WHERE delivery = ?1 ORDER BY number",
    )?;
    let rows = found.query_map([delivery], |row| {
        Ok(json!({
            "number": row.get::<_, i64>(0)?,
            "at": iso(row.get(1)?),
            "response_code": row.get::<_, Option<i64>>(2)?,
            "error": row.get::<_, Option<String>>(3)?,
            "took_ms": row.get::<_, i64>(4)?,
        }))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Finds a delivery by its ID.
pub(crate) fn delivery(db: &Db, id: &str) -> Result<WebhookDelivery, Error> {
    let (mut delivery, seq) = db
        .prepare_cached(&format!("{SELECT} WHERE d.id = ?1"))?
        .query_row([id], read)
        .optional()?
        .ok_or_else(|| Error::not_found("delivery"))?;
    delivery.extra.insert("tries".into(), Value::Array(attempts(db, seq)?));
    Ok(delivery)
}

/// Makes a delivery due now, whatever became of it.
pub(crate) fn retry(db: &Db, id: &str, now: i64) -> Result<(), Error> {
    let changed =
        db.execute("UPDATE deliveries SET status = 'pending', next_attempt_at = ?2 WHERE id = ?1", (id, now))?;
    if changed == 0 { Err(Error::not_found("delivery")) } else { Ok(()) }
}

/// A delivery that is due and was taken, with all it takes to send it.
#[derive(Clone, Debug)]
pub(crate) struct Due {
    pub(crate) seq: i64,
    pub(crate) id: String,
    pub(crate) url: String,
    pub(crate) secret: Secret,
    pub(crate) payload: String,
    /// Number of this attempt, from 1.
    pub(crate) attempt: u32,
    pub(crate) created_at: i64,
}

/// A time that something holds, by the machine's clock: simulated time may pass in no time.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Lease {
    /// The machine's time.
    pub(crate) real: i64,
    /// How long it holds, in milliseconds.
    pub(crate) length: i64,
}

/// Takes deliveries that are due, for as long as `lease`: nobody else takes them before its end, and after it they are
/// due again, should whoever took them be gone.
pub(crate) fn take_due(db: &Db, now: i64, lease: Lease, limit: u64) -> Result<Vec<Due>, Error> {
    let mut found = db.prepare_cached(
        "SELECT d.seq, d.id, w.url, w.secret, e.payload, d.attempts + 1, d.created_at FROM deliveries d
         JOIN webhook_endpoints w ON w.id = d.endpoint JOIN events e ON e.seq = d.event
         WHERE d.next_attempt_at <= ?1 AND (d.leased_until IS NULL OR d.leased_until <= ?3)
         ORDER BY d.next_attempt_at, d.seq LIMIT ?2",
    )?;
    let due: Vec<Due> = found
        .query_map((now, limit, lease.real), |row| {
            Ok(Due {
                seq: row.get(0)?,
                id: row.get(1)?,
                url: row.get(2)?,
                secret: Secret::new(row.get::<_, String>(3)?),
                payload: row.get(4)?,
                attempt: row.get(5)?,
                created_at: row.get(6)?,
            })
        })?
        .collect::<Result<_, _>>()?;
    let mut take = db.prepare_cached("UPDATE deliveries SET leased_until = ?2 WHERE seq = ?1")?;
    for delivery in &due {
        take.execute((delivery.seq, lease.real + lease.length))?;
    }
    Ok(due)
}

/// What came of an attempt.
#[derive(Clone, Debug)]
pub(crate) struct Outcome {
    pub(crate) at: i64,
    pub(crate) response_code: Option<u16>,
    pub(crate) error: Option<String>,
    pub(crate) took_ms: u64,
    /// `pending`, `delivered`, `failed`.
    pub(crate) status: &'static str,
    pub(crate) next_attempt_at: Option<i64>,
}

/// Takes note of an attempt.
pub(crate) fn attempted(db: &Db, due: &Due, outcome: &Outcome) -> Result<(), Error> {
    db.prepare_cached("INSERT OR REPLACE INTO attempts VALUES (?1, ?2, ?3, ?4, ?5, ?6)")?.execute((
        due.seq,
        due.attempt,
        outcome.at,
        outcome.response_code,
        &outcome.error,
        outcome.took_ms,
    ))?;
    db.prepare_cached(
        "UPDATE deliveries SET status = ?2, attempts = ?3, next_attempt_at = ?4, leased_until = NULL WHERE seq = ?1",
    )?
    .execute((due.seq, outcome.status, due.attempt, outcome.next_attempt_at))?;
    Ok(())
}

/// Returns when the next delivery is due that nobody is sending at this time of the machine.
pub(crate) fn next_due(db: &Db, real: i64) -> Result<Option<i64>, Error> {
    Ok(db
        .prepare_cached(
            "SELECT next_attempt_at FROM deliveries WHERE next_attempt_at IS NOT NULL
             AND (leased_until IS NULL OR leased_until <= ?1) ORDER BY next_attempt_at, seq LIMIT 1",
        )?
        .query_row([real], |row| row.get(0))
        .optional()?)
}

/// Returns whether somebody is sending a delivery at this time of the machine.
pub(crate) fn any_leased(db: &Db, real: i64) -> Result<bool, Error> {
    let sql = "SELECT 1 FROM deliveries WHERE next_attempt_at IS NOT NULL AND leased_until > ?1";
    Ok(db.prepare_cached(sql)?.exists([real])?)
}
