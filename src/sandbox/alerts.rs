//! Evaluates alert rules at whole minutes of the simulated clock, from the same log that metrics are computed from.
//!
//! A rule without data is suspended until a request is logged, so that advancing the clock by months costs nothing.
//! When a rule starts or stops firing, the change is stored and sent as `alert.firing` or `alert.resolved`.

use std::time::Duration;

use rusqlite::Connection as Db;

use super::error::Error;
use super::events;
use super::store::alerts::{self, Rule};
use super::store::requests::filter::Filter;
use super::store::requests::query::samples;
use super::store::timers::{self, TimerKind};
use super::time::iso;
use crate::api::alerts::AlertNotice;
use crate::api::requests::RequestKind;
use crate::measure::{Sample, Summary};

/// Result of evaluating a rule.
struct Evaluation {
    /// In the unit of the threshold; none without data.
    value: Option<f64>,
    /// The connection with the worst value.
    culprit: Option<String>,
    /// The earliest time at which the result can change without another request, in milliseconds since 1970.
    next: Option<i64>,
}

/// Evaluates a rule and schedules its next evaluation.
pub(crate) fn evaluate(db: &Db, id: &str, at: i64) -> Result<(), Error> {
    let Some(rule) = alerts::find(db, id)? else { return Ok(()) };
    let seen = match rule.metric.as_str() {
        "sync_age" => sync_age(db, &rule, at)?,
        "failed_deliveries" => failed_deliveries(db, &rule, at)?,
        _ => of_requests(db, &rule, at)?,
    };
    let firing = seen.value.is_some_and(|value| value > rule.threshold);
    let culprit = seen.culprit.as_deref().filter(|_| firing);
    if alerts::record(db, &rule, firing, (seen.value, culprit), at)? {
        let notice = AlertNotice {
            rule_id: Some(rule.id.clone()),
            name: Some(rule.name.clone()),
            metric: Some(rule.metric.clone()),
            value: seen.value,
            threshold: Some(rule.threshold),
            worst_connection_id: culprit.map(str::to_owned),
            at: Some(iso(at)),
        };
        events::emit(db, AlertNotice::event(firing), rule.connection.as_deref(), &notice.body(), at)?;
    }
    if let Some(next) = seen.next {
        return alerts::schedule(db, id, next);
    }
    timers::stop(db, TimerKind::Alert, id)?;
    alerts::sleep(db, id)
}

/// Evaluates the latency of API requests, or the error rate of those, of syncs and of probes, in the window that ends at `at`.
fn of_requests(db: &Db, rule: &Rule, at: i64) -> Result<Evaluation, Error> {
    let filter = Filter {
        connection: rule.connection.clone(),
        // Who calls waits for an answer, and nobody waits for a sync's calls; both can fail.
        kinds: if rule.metric == "error_rate" { RequestKind::COUNTED.to_vec() } else { vec![RequestKind::Api] },
        since: Some(at - rule.window_ms),
        until: Some(at),
        ..Filter::default()
    };
    let mut summary = Summary::default();
    samples(db, &filter, |sample| {
        summary.add(Sample {
            elapsed: Duration::from_micros(sample.total_us),
            failed: sample.status >= 400,
            ..Sample::default()
        });
    })?;
    let value = match rule.metric.as_str() {
        "error_rate" => summary.error_rate(),
        _ => summary.quantile(0.95).map(|time| time.as_secs_f64() * 1000.0),
    };
    // Requests leave the window as time passes.
    Ok(Evaluation { value, culprit: rule.connection.clone(), next: value.map(|_| at) })
}

/// Evaluates how many webhook deliveries were given up in the window that ends at `at`.
fn failed_deliveries(db: &Db, rule: &Rule, at: i64) -> Result<Evaluation, Error> {
    let (count, worst) = alerts::given_up(db, rule.connection.as_deref(), (at - rule.window_ms, at))?;
    #[expect(clippy::cast_precision_loss, reason = "a count is far below 2^52")]
    let value = Some(count as f64);
    // They leave the window as time passes.
    Ok(Evaluation { value, culprit: worst, next: (count > 0).then_some(at) })
}

/// Evaluates the age of the last successful sync, for the connection where it is highest.
fn sync_age(db: &Db, rule: &Rule, at: i64) -> Result<Evaluation, Error> {
    let Some((key, fresh)) = alerts::longest_without_sync(db, rule.connection.as_deref())? else {
        return Ok(Evaluation { value: None, culprit: None, next: None });
    };
    #[expect(clippy::cast_precision_loss, reason = "milliseconds are far below 2^52")]
    let age = (at - fresh) as f64 / 1000.0;
    #[expect(clippy::cast_possible_truncation, reason = "a threshold is a year at most")]
    let limit = (rule.threshold * 1000.0) as i64;
    // Above the threshold only a sync changes the result, and a sync is logged.
    let next = (age <= rule.threshold).then_some(fresh + limit);
    Ok(Evaluation { value: Some(age), culprit: Some(key), next })
}
