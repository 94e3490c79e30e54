//! Alert rules and their changes of state.

use rusqlite::{Connection as Db, OptionalExtension as _, Row as SqlRow};

use super::timers::{self, TimerKind};
use crate::api::alerts::{AlertChange, AlertRule};
use crate::sandbox::error::Error;
use crate::sandbox::time::iso;

/// Interval of evaluations in milliseconds: whole minutes.
const EVALUATION_INTERVAL: i64 = 60_000;
/// Changes kept for each rule.
const MAX_CHANGES: u64 = 1_000;

/// A stored rule.
#[derive(Clone, Debug)]
pub(crate) struct Rule {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) metric: String,
    pub(crate) connection: Option<String>,
    pub(crate) threshold: f64,
    pub(crate) window_ms: i64,
    pub(crate) firing: bool,
    value: Option<f64>,
    culprit: Option<String>,
    changed_at: Option<i64>,
    evaluated_at: Option<i64>,
    created_at: i64,
}

impl Rule {
    fn read(row: &SqlRow<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: row.get("id")?,
            name: row.get("name")?,
            metric: row.get("metric")?,
            connection: row.get("connection")?,
            threshold: row.get("threshold")?,
            window_ms: row.get("window_ms")?,
            firing: row.get::<_, String>("state")? == state_name(true),
            value: row.get("value")?,
            culprit: row.get("culprit")?,
            changed_at: row.get("changed_at")?,
            evaluated_at: row.get("evaluated_at")?,
            created_at: row.get("created_at")?,
        })
    }

    /// Returns the rule as the API shows it.
    pub(crate) fn to_api(&self) -> AlertRule {
        AlertRule {
            id: Some(self.id.clone()),
            name: Some(self.name.clone()),
            metric: Some(self.metric.clone()),
            connection_id: self.connection.clone(),
            threshold: Some(self.threshold),
            window_seconds: u64::try_from(self.window_ms / 1000).ok().filter(|seconds| *seconds > 0),
            state: Some(state_name(self.firing).to_owned()),
            value: self.value,
            worst_connection_id: self.culprit.clone(),
            since: Some(iso(self.changed_at.unwrap_or(self.created_at))),
            evaluated_at: self.evaluated_at.map(iso),
            created_at: Some(iso(self.created_at)),
            ..AlertRule::default()
        }
    }
}

const fn state_name(firing: bool) -> &'static str {
    if firing { "firing" } else { "ok" }
}

const SELECT: &str = "SELECT id, name, metric, connection, threshold, window_ms, state, value, culprit, changed_at,
    evaluated_at, created_at FROM alert_rules";

/// Values of a new rule.
#[derive(Clone, Copy, Debug)]
pub(crate) struct NewRule<'a> {
    pub(crate) id: &'a str,
    pub(crate) name: &'a str,
    pub(crate) metric: &'a str,
    pub(crate) connection: Option<&'a str>,
    pub(crate) threshold: f64,
    pub(crate) window_ms: i64,
}

/// Stores a rule; it is evaluated from the next minute on.
pub(crate) fn insert(db: &Db, new: NewRule<'_>, now: i64) -> Result<(), Error> {
    db.execute(
        "INSERT INTO alert_rules (id, name, metric, connection, threshold, window_ms, created_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        (new.id, new.name, new.metric, new.connection, new.threshold, new.window_ms, now),
    )?;
    schedule(db, new.id, now)
}

/// Finds a rule.
pub(crate) fn find(db: &Db, id: &str) -> Result<Option<Rule>, Error> {
    Ok(db.prepare_cached(&format!("{SELECT} WHERE id = ?1"))?.query_row([id], Rule::read).optional()?)
}

/// Lists the rules, oldest first.
pub(crate) fn list(db: &Db) -> Result<Vec<Rule>, Error> {
    let mut found = db.prepare_cached(&format!("{SELECT} ORDER BY seq"))?;
    Ok(found.query_map([], Rule::read)?.collect::<Result<_, _>>()?)
}

/// Deletes a rule with its changes. Returns whether there was one.
pub(crate) fn delete(db: &Db, id: &str) -> Result<bool, Error> {
    timers::stop(db, TimerKind::Alert, id)?;
    Ok(db.execute("DELETE FROM alert_rules WHERE id = ?1", [id])? > 0)
}

/// Stores the result of an evaluation. Returns whether the rule started or stopped firing.
pub(crate) fn record(
    db: &Db,
    rule: &Rule,
    firing: bool,
    (value, culprit): (Option<f64>, Option<&str>),
    at: i64,
) -> Result<bool, Error> {
    let changed = firing != rule.firing;
    db.prepare_cached(
        "UPDATE alert_rules SET state = ?2, value = ?3, culprit = ?4, evaluated_at = ?5,
         changed_at = CASE WHEN ?6 THEN ?5 ELSE changed_at END WHERE id = ?1",
    )?
    .execute((&rule.id, state_name(firing), value, culprit, at, changed))?;
    if changed {
        db.execute(
            "INSERT INTO alert_changes (rule, at, state, value, culprit) VALUES (?1, ?2, ?3, ?4, ?5)",
            (&rule.id, at, state_name(firing), value, culprit),
        )?;
        db.execute(
            "DELETE FROM alert_changes WHERE rule = ?1 AND seq <=
             (SELECT seq FROM alert_changes WHERE rule = ?1 ORDER BY seq DESC LIMIT 1 OFFSET ?2)",
            (&rule.id, MAX_CHANGES),
        )?;
    }
    Ok(changed)
}

/// Returns a page of changes, newest first, and their total number.
pub(crate) fn changes(db: &Db, rule: Option<&str>, offset: u64, limit: u64) -> Result<(Vec<AlertChange>, u64), Error> {
    let total = db
        .prepare_cached("SELECT count(*) FROM alert_changes WHERE ?1 IS NULL OR rule = ?1")?
        .query_row([rule], |row| row.get(0))?;
    let mut found = db.prepare_cached(
        "SELECT c.rule, r.name, c.at, c.state, c.value, c.culprit FROM alert_changes c JOIN alert_rules r ON r.id = c.rule
         WHERE ?1 IS NULL OR c.rule = ?1 ORDER BY c.at DESC, c.seq DESC LIMIT ?2 OFFSET ?3",
    )?;
    let rows = found.query_map((rule, limit, offset), |row| {
        Ok(AlertChange {
            rule_id: row.get("rule")?,
            name: row.get("name")?,
            at: Some(iso(row.get("at")?)),
            state: row.get("state")?,
            value: row.get("value")?,
            worst_connection_id: row.get("culprit")?,
            ..AlertChange::default()
        })
    })?;
    Ok((rows.collect::<Result<_, _>>()?, total))
}

/// Schedules the next evaluation at the first whole minute after `at`.
pub(crate) fn schedule(db: &Db, id: &str, at: i64) -> Result<(), Error> {
    timers::set(db, TimerKind::Alert, id, (at.div_euclid(EVALUATION_INTERVAL) + 1) * EVALUATION_INTERVAL)
}

/// Suspends a rule until a request is logged.
pub(crate) fn sleep(db: &Db, id: &str) -> Result<(), Error> {
    db.prepare_cached("UPDATE alert_rules SET asleep = 1 WHERE id = ?1")?.execute([id])?;
    Ok(())
}

/// Resumes suspended rules after a request was logged. Costs one index read when there are none.
pub(crate) fn wake(db: &Db, at: i64) -> Result<(), Error> {
    let asleep: Vec<String> = db
        .prepare_cached("SELECT id FROM alert_rules WHERE asleep = 1 ORDER BY seq")?
        .query_map([], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    for id in &asleep {
        schedule(db, id, at)?;
    }
    if !asleep.is_empty() {
        db.prepare_cached("UPDATE alert_rules SET asleep = 0 WHERE asleep = 1")?.execute([])?;
    }
    Ok(())
}

/// Returns the connection whose last successful sync is the oldest, and its time. A connection without one counts from
/// when it was connected.
pub(crate) fn longest_without_sync(db: &Db, connection: Option<&str>) -> Result<Option<(String, i64)>, Error> {
    Ok(db
        .prepare_cached(
            "SELECT key, max(coalesce(last_sync_at, 0), connected_at) AS fresh FROM connections
             WHERE status NOT IN ('disconnected', 'inactive', 'pending') AND (?1 IS NULL OR key = ?1)
             ORDER BY fresh, seq LIMIT 1",
        )?
        .query_row([connection], |row| Ok((row.get("key")?, row.get("fresh")?)))
        .optional()?)
}

/// Returns how many deliveries were given up from `from` until before `to`, and the connection with the most of them.
pub(crate) fn given_up(
    db: &Db,
    connection: Option<&str>,
    (from, to): (i64, i64),
) -> Result<(u64, Option<String>), Error> {
    let mut found = db.prepare_cached(
        "SELECT e.connection, count(*) FROM deliveries d JOIN attempts a ON a.delivery = d.seq AND a.number = d.attempts
         JOIN events e ON e.seq = d.event WHERE d.status = 'failed' AND a.at >= ?1 AND a.at < ?2
         AND (?3 IS NULL OR e.connection = ?3) GROUP BY e.connection ORDER BY count(*) DESC, e.connection",
    )?;
    let rows = found.query_map((from, to, connection), |row| row.try_into())?;
    let rows: Vec<(Option<String>, u64)> = rows.collect::<Result<_, _>>()?;
    let total = rows.iter().map(|(_, count)| count).sum();
    Ok((total, rows.into_iter().find_map(|(connection, _)| connection)))
}
