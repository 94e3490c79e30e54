//! Metrics: figures of the request log by connection, endpoint and time.

use std::collections::BTreeMap;
use std::time::Duration;

use axum::extract::State;
use axum::routing::get;
use axum::{Json, Router};
use serde_json::Map;

use super::requests::{filter, parse_time};
use crate::api::metrics::{MetricGroup, Metrics};
use crate::api::operation::Operation;
use crate::api::page::One;
use crate::api::requests::RequestKind;
use crate::measure::{Figures, Sample, Summary, Window};
use crate::sandbox::auth::Admin;
use crate::sandbox::error::Error;
use crate::sandbox::paging::Paging;
use crate::sandbox::state::App;
use crate::sandbox::store::requests;
use crate::sandbox::time::{iso, millis, time};

/// Default length of the window, in milliseconds.
const WINDOW: i64 = 3_600_000;
/// The most buckets of each group in one response.
const MOST_BUCKETS: i64 = 2_000;

pub(crate) fn router() -> Router<App> {
    Router::new().route(Operation::MetricsQuery.sandbox_path(), get(query))
}

/// Group of figures: connection, endpoint, kind and bucket, each only if requested.
type Group = (Option<String>, Option<String>, Option<RequestKind>, Option<i64>);

/// What figures are grouped by, beside buckets.
#[derive(Clone, Copy, Debug, Default)]
struct By {
    connection: bool,
    endpoint: bool,
    kind: bool,
}

async fn query(_: Admin, State(app): State<App>, paging: Paging) -> Result<Json<One<Metrics>>, Error> {
    let now = millis(app.now());
    // The end is exclusive, and requests of this millisecond should count.
    let to = parse_time(&paging, "to")?.map_or(now + 1, millis);
    let from = parse_time(&paging, "from")?.map_or(to - WINDOW, millis);
    if from >= to {
        return Err(Error::field("from", "must be before `to`"));
    }
    let bucket = bucket(&paging, from, to)?;
    let by = groups(&paging)?;
    let mut filter = filter(&paging, &RequestKind::COUNTED)?;
    // Given as method and path, as in the response, or as path alone.
    let method = filter.endpoint.as_mut().and_then(|endpoint| {
        let (method, path) = endpoint.split_once(' ')?;
        let (method, path) = (method.to_owned(), path.to_owned());
        *endpoint = path;
        Some(method)
    });
    (filter.since, filter.until) = (Some(from), Some(to));
    let mut sums: BTreeMap<Group, Summary> = BTreeMap::new();
    app.read(|db| {
        requests::query::samples(db, &filter, |sample| {
            if method.as_ref().is_some_and(|method| *method != sample.method) {
                return;
            }
            let group = (
                by.connection.then_some(sample.connection).flatten(),
                by.endpoint.then(|| format!("{} {}", sample.method, sample.endpoint)),
                by.kind.then_some(sample.kind),
                bucket.map(|length| sample.at.div_euclid(length) * length),
            );
            sums.entry(group).or_default().add(Sample {
                elapsed: Duration::from_micros(sample.total_us),
                source: (sample.source_us > 0).then(|| Duration::from_micros(sample.source_us)),
                failed: sample.status >= 400,
            });
        })
    })?;
    let whole = Window { from: time(from), to: time(to) };
    let groups = sums.into_iter().map(|(group, summary)| figures(group, &summary, whole, bucket)).collect();
    let data = Metrics {
        from: Some(iso(from)),
        to: Some(iso(to)),
        bucket_seconds: bucket.and_then(|length| u64::try_from(length / 1000).ok()),
        groups,
        extra: Map::new(),
    };
    Ok(Json(One { data }))
}

fn bucket(paging: &Paging, from: i64, to: i64) -> Result<Option<i64>, Error> {
    let seconds: i64 = match paging.get("bucket_seconds").filter(|text| !text.is_empty()) {
        Some(text) => text.parse().map_err(|_| Error::field("bucket_seconds", "must be whole seconds"))?,
        // Requested without a length: sixty in the window.
        None if words(paging).any(|word| word == "bucket") => ((to - from) / 60_000).max(1),
        None => return Ok(None),
    };
    if !(1..=31_536_000).contains(&seconds) || (to - from) / (seconds * 1000) > MOST_BUCKETS {
        return Err(Error::field("bucket_seconds", format!("the window may hold up to {MOST_BUCKETS} buckets")));
    }
    Ok(Some(seconds * 1000))
}

fn words(paging: &Paging) -> impl Iterator<Item = &str> {
    paging.get("group_by").unwrap_or_default().split(',').map(str::trim).filter(|word| !word.is_empty())
}

fn groups(paging: &Paging) -> Result<By, Error> {
    let mut by = By::default();
    for word in words(paging) {
        match word {
            "connection" => by.connection = true,
            "endpoint" => by.endpoint = true,
            "kind" => by.kind = true,
            "bucket" => {}
            _ => return Err(Error::field("group_by", "takes `connection`, `endpoint`, `kind` and `bucket`")),
        }
    }
    Ok(by)
}

fn figures(group: Group, summary: &Summary, whole: Window, bucket: Option<i64>) -> MetricGroup {
    let (connection_id, endpoint, kind, start) = group;
    let kind = kind.map(|kind| kind.to_string());
    // The first and the last bucket may extend beyond the window; throughput is computed for the part inside.
    let window = start
        .zip(bucket)
        .map_or(whole, |(start, length)| Window { from: time(start), to: time(start + length) }.within(whole));
    let figures = Figures::of(summary, window);
    MetricGroup { connection_id, endpoint, kind, bucket: start.map(iso), ..MetricGroup::from(&figures) }
}
