//! Alerts: each rule is looked at on whole minutes of the sandbox's clock, from the same log that metrics come from.
//!
//! A rule that has nothing to look at sleeps until a request is logged, so that months can pass at no cost. When one
//! begins or ceases to fire, that is written down and told as `alert.firing` or `alert.resolved`.

use std::time::Duration;

use rusqlite::Connection as Db;

use super::error::Error;
use super::events;
use super::state::iso;
use super::store::alerts::{self, Rule};
use super::store::requests::{self, Filter};
use super::store::timers::{self, Kind};
use crate::api::alerts::AlertNotice;
use crate::measure::{Sample, Summary};

/// What a look at a rule's figure found.
struct Seen {
    /// In the unit of the threshold; none where there was nothing to look at.
    value: Option<f64>,
    /// The connection that is furthest over.
    culprit: Option<String>,
    /// When it could be different at the earliest without another request.
    next: Option<i64>,
}

/// Looks at a rule, and sets when it is looked at again.
pub(crate) fn evaluate(db: &Db, id: &str, at: i64) -> Result<(), Error> {
    let Some(rule) = alerts::find(db, id)? else { return Ok(()) };
    let seen = if rule.metric == "sync_age" { sync_age(db, &rule, at)? } else { of_requests(db, &rule, at)? };
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
        return alerts::again(db, id, next);
    }
    timers::stop(db, Kind::Alert, id)?;
    alerts::sleep(db, id)
}

/// Latency or error rate of the API's requests in the window that ends here.
fn of_requests(db: &Db, rule: &Rule, at: i64) -> Result<Seen, Error> {
    let filter = Filter {
        connection: rule.connection.clone(),
        source: Some("api".into()),
        since: Some(at - rule.window_ms),
        until: Some(at),
        ..Filter::default()
    };
    let mut summary = Summary::default();
    requests::samples(db, &filter, |sample| {
        summary.add(Sample {
            elapsed: Duration::from_micros(sample.total_us),
            source: Some(Duration::from_micros(sample.source_us)),
            failed: sample.status >= 400,
        });
    })?;
    let value = match rule.metric.as_str() {
        "error_rate" => summary.error_rate(),
        _ => summary.quantile(0.95).map(|time| time.as_secs_f64() * 1000.0),
    };
    // Requests leave the window with time alone.
    Ok(Seen { value, culprit: rule.connection.clone(), next: value.map(|_| at) })
}

/// How long ago the last successful sync was, of the connection where that is the longest.
fn sync_age(db: &Db, rule: &Rule, at: i64) -> Result<Seen, Error> {
    let Some((key, fresh)) = alerts::stalest(db, rule.connection.as_deref())? else {
        return Ok(Seen { value: None, culprit: None, next: None });
    };
    #[expect(clippy::cast_precision_loss, reason = "milliseconds are far below 2^52")]
    let age = (at - fresh) as f64 / 1000.0;
    #[expect(clippy::cast_possible_truncation, reason = "a threshold is a year at most")]
    let limit = (rule.threshold * 1000.0) as i64;
    // Over it, only a sync changes anything, and a sync is logged.
    let next = (age <= rule.threshold).then_some(fresh + limit);
    Ok(Seen { value: Some(age), culprit: Some(key), next })
}
