//! Events, their deliveries and the attempts at them.

use rusqlite::{Connection as Db, OptionalExtension as _, Params, Row as SqlRow};
use serde_json::{Map, Value};

use super::endpoints::{OLD_SECRET, SECRET};
use super::new_id;
use crate::api::webhooks::{WebhookAttempt, WebhookDelivery};
use crate::sandbox::error::Error;
use crate::sandbox::faults::{self, About, Dress};
use crate::sandbox::state::iso;
use crate::sandbox::vault::{Place, Vault};
use crate::secret::Secret;

/// Events that are kept, with their deliveries.
const KEPT: i64 = 50_000;

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

/// An event as it was written down, with the faults that struck its deliveries.
#[derive(Clone, Debug)]
pub(crate) struct Noted {
    pub(crate) seq: i64,
    pub(crate) event: String,
    pub(crate) connection: Option<String>,
    pub(crate) at: i64,
    pub(crate) faults: String,
}

/// Lists the events after a number, in their order.
pub(crate) fn noted_since(db: &Db, seq: i64) -> Result<Vec<Noted>, Error> {
    let mut found = db.prepare_cached(
        "SELECT seq, event, connection, at, coalesce((SELECT group_concat(faults, ' ') FROM
           (SELECT DISTINCT faults FROM deliveries WHERE event = e.seq AND faults IS NOT NULL ORDER BY faults)), '')
         FROM events e WHERE seq > ?1 ORDER BY seq",
    )?;
    let rows = found.query_map([seq], |row| {
        Ok(Noted {
            seq: row.get(0)?,
            event: row.get(1)?,
            connection: row.get(2)?,
            at: row.get(3)?,
            faults: row.get(4)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// A delivery as it begins.
#[derive(Clone, Copy, Debug)]
pub(crate) struct New<'a> {
    pub(crate) endpoint: &'a str,
    /// Number of the event.
    pub(crate) event: i64,
    /// When it is due. Never, when it is lost, or whoever made it takes it at once.
    pub(crate) due: Option<i64>,
    /// It waits for the next one to the same endpoint, until it is due.
    pub(crate) held: bool,
    /// It is tried once.
    pub(crate) test: bool,
    /// What struck it.
    pub(crate) faults: &'a [&'static str],
}

/// Stores a delivery and returns its ID.
pub(crate) fn insert_delivery(db: &Db, new: New<'_>, now: i64) -> Result<String, Error> {
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

/// Returns whether a delivery to this endpoint waits for the next one.
pub(crate) fn holds(db: &Db, endpoint: &str) -> Result<bool, Error> {
    Ok(db.prepare_cached("SELECT 1 FROM deliveries WHERE endpoint = ?1 AND held = 1")?.exists([endpoint])?)
}

const SELECT: &str = "SELECT d.id, d.endpoint, e.id, e.event, e.connection, d.status, d.attempts,
    (SELECT response_code FROM attempts a WHERE a.delivery = d.seq ORDER BY number DESC LIMIT 1),
    d.next_attempt_at, d.created_at, d.seq, d.faults FROM deliveries d JOIN events e ON e.seq = d.event";

fn words(text: &str) -> Vec<String> {
    text.split(' ').map(str::to_owned).collect()
}

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
        faults: row.get::<_, Option<String>>(11)?.as_deref().map(words).unwrap_or_default(),
        tries: Vec::new(),
        payload: Value::Null,
        extra: Map::new(),
    };
    Ok((delivery, row.get(10)?))
}

/// Which deliveries to list. What is not set does not narrow.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Filter<'a> {
    pub(crate) endpoint: Option<&'a str>,
    pub(crate) status: Option<&'a str>,
    pub(crate) connection: Option<&'a str>,
    pub(crate) event: Option<&'a str>,
}

/// Lists deliveries with their attempts, newest first, and says how many there are.
pub(crate) fn deliveries(
    db: &Db,
    filter: Filter<'_>,
    offset: u64,
    limit: u64,
) -> Result<(Vec<WebhookDelivery>, u64), Error> {
    const TEST: &str = "(?1 IS NULL OR d.endpoint = ?1) AND (?2 IS NULL OR d.status = ?2)
        AND (?3 IS NULL OR e.connection = ?3) AND (?4 IS NULL OR e.event = ?4)";
    let Filter { endpoint, status, connection, event } = filter;
    let total = db
        .prepare_cached(&format!("SELECT count(*) FROM deliveries d JOIN events e ON e.seq = d.event WHERE {TEST}"))?
        .query_row((endpoint, status, connection, event), |row| row.get(0))?;
    let mut found = db.prepare_cached(&format!("{SELECT} WHERE {TEST} ORDER BY d.seq DESC LIMIT ?5 OFFSET ?6"))?;
    let values = (endpoint, status, connection, event, limit, offset);
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
            number: row.get(0)?,
            at: Some(iso(row.get(1)?)),
            response_code: row.get(2)?,
            error: row.get(3)?,
            took_ms: row.get(4)?,
            faults: row.get::<_, Option<String>>(5)?.as_deref().map(words).unwrap_or_default(),
            extra: Map::new(),
        })
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
    delivery.tries = attempts(db, seq)?;
    let payload: String = db
        .prepare_cached("SELECT e.payload FROM deliveries d JOIN events e ON e.seq = d.event WHERE d.seq = ?1")?
        .query_row([seq], |row| row.get(0))?;
    delivery.payload = serde_json::from_str(&payload).unwrap_or_default();
    Ok(delivery)
}

/// Makes a delivery due now, whatever became of it.
pub(crate) fn retry(db: &Db, id: &str, now: i64) -> Result<(), Error> {
    let changed = db
        .execute("UPDATE deliveries SET status = 'pending', next_attempt_at = ?2, held = 0 WHERE id = ?1", (id, now))?;
    if changed == 0 { Err(Error::not_found("delivery")) } else { Ok(()) }
}

/// A delivery that is due and was taken, with all it takes to send it.
#[derive(Clone, Debug)]
pub(crate) struct Due {
    pub(crate) seq: i64,
    pub(crate) id: String,
    pub(crate) endpoint: String,
    pub(crate) url: String,
    /// The present secret: a retry is signed with it too, whatever it was at first.
    pub(crate) secret: Secret,
    /// The secret before it, while it still counts.
    pub(crate) old_secret: Option<Secret>,
    pub(crate) payload: String,
    /// Number of this attempt, from 1.
    pub(crate) attempt: u32,
    pub(crate) created_at: i64,
    /// It is tried once.
    pub(crate) test: bool,
    /// How it is written, and whether its signature holds.
    pub(crate) dress: Dress,
}

const DUE: &str = "SELECT d.seq, d.id, w.url, w.secret, e.payload, d.attempts + 1, d.created_at, w.id,
    CASE WHEN w.old_until > ?1 THEN w.old_secret END, d.test, w.format, e.event, e.connection FROM deliveries d
    JOIN webhook_endpoints w ON w.id = d.endpoint JOIN events e ON e.seq = d.event";

/// A time that something holds, by the machine's clock: simulated time may pass in no time.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Lease {
    /// The machine's time.
    pub(crate) real: i64,
    /// How long it holds, in milliseconds.
    pub(crate) length: i64,
}

/// Takes deliveries that are due, for as long as `lease`: nobody else takes them before its end, and after it they are
/// due again, should whoever took them be gone. Those to endpoints that are turned off wait.
pub(crate) fn take_due(db: &Db, vault: &Vault, now: i64, lease: Lease, limit: u64) -> Result<Vec<Due>, Error> {
    let sql = format!(
        "{DUE} WHERE d.next_attempt_at <= ?1 AND w.enabled AND (d.leased_until IS NULL OR d.leased_until <= ?3)
         ORDER BY d.next_attempt_at, d.seq LIMIT ?2"
    );
    take(db, vault, &sql, (now, limit, lease.real), now, lease)
}

/// Takes one delivery, whenever it is due, unless somebody is sending it.
pub(crate) fn take_one(db: &Db, vault: &Vault, id: &str, now: i64, lease: Lease) -> Result<Option<Due>, Error> {
    let sql = format!("{DUE} WHERE d.id = ?2 AND (d.leased_until IS NULL OR d.leased_until <= ?3)");
    Ok(take(db, vault, &sql, (now, id, lease.real), now, lease)?.pop())
}

fn take(db: &Db, vault: &Vault, sql: &str, values: impl Params, now: i64, lease: Lease) -> Result<Vec<Due>, Error> {
    let mut found = db.prepare_cached(sql)?;
    let read = |row: &SqlRow<'_>| {
        let due = Due {
            seq: row.get(0)?,
            id: row.get(1)?,
            url: row.get(2)?,
            secret: Secret::new(""),
            payload: row.get(4)?,
            attempt: row.get(5)?,
            created_at: row.get(6)?,
            endpoint: row.get(7)?,
            old_secret: None,
            test: row.get(9)?,
            dress: Dress { php: row.get::<_, String>(10)? == "php", ..Dress::default() },
        };
        let sealed: (Vec<u8>, Option<Vec<u8>>) = (row.get(3)?, row.get(8)?);
        Ok((due, sealed, row.get::<_, String>(11)?, row.get::<_, Option<String>>(12)?))
    };
    let found: Vec<_> = found.query_map(values, read)?.collect::<Result<_, _>>()?;
    let mut taking = db.prepare_cached("UPDATE deliveries SET leased_until = ?2, held = 0 WHERE seq = ?1")?;
    let mut taken = Vec::with_capacity(found.len());
    for (mut due, (secret, old_secret), event, connection) in found {
        match vault.open(db, Place::endpoint(&due.endpoint, SECRET), &secret) {
            Ok(secret) => due.secret = secret,
            // It would come back for ever, and hold up all others.
            Err(error) => {
                fail_unsigned(db, &due, &error, now)?;
                continue;
            }
        }
        // Only a courtesy: without it the present secret still signs.
        due.old_secret =
            old_secret.and_then(|old| vault.open(db, Place::endpoint(&due.endpoint, OLD_SECRET), &old).ok());
        taking.execute((due.seq, lease.real + lease.length))?;
        let about = About { endpoint: &due.endpoint, event: &event, connection: connection.as_deref() };
        let struck = faults::wear(db, about, now)?;
        due.dress = Dress { php: due.dress.php || struck.php, ..struck };
        taken.push(due);
    }
    Ok(taken)
}

/// Gives up a delivery that cannot be signed.
fn fail_unsigned(db: &Db, due: &Due, error: &Error, at: i64) -> Result<(), Error> {
    let error = format!("{}; rotate the endpoint's secret", error.message);
    let outcome =
        Outcome { at, response_code: None, error: Some(error), took_ms: 0, status: "failed", next_attempt_at: None };
    attempted(db, due, &outcome)
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
    let faults = (!due.dress.faults.is_empty()).then(|| due.dress.faults.join(" "));
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
    // What was held back for this one may go now.
    db.prepare_cached(
        "UPDATE deliveries SET next_attempt_at = ?2, held = 0 WHERE endpoint = ?1 AND held = 1 AND seq < ?3",
    )?
    .execute((&due.endpoint, outcome.at, due.seq))?;
    Ok(())
}

/// Returns when the next delivery is due that nobody is sending at this time of the machine.
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

/// Returns whether somebody is sending a delivery at this time of the machine.
pub(crate) fn any_leased(db: &Db, real: i64) -> Result<bool, Error> {
    let sql = "SELECT 1 FROM deliveries WHERE next_attempt_at IS NOT NULL AND leased_until > ?1";
    Ok(db.prepare_cached(sql)?.exists([real])?)
}
