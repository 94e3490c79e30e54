//! Metrics: figures of the request log by connection, endpoint and time.

use std::collections::{BTreeMap, HashMap};
use std::time::Duration;

use axum::extract::State;
use axum::routing::get;
use axum::{Json, Router};
use serde_json::Map;

use super::requests::{filter, parse_time};
use crate::api::entities;
use crate::api::metrics::{MetricGroup, Metrics};
use crate::api::operation::Operation;
use crate::api::page::One;
use crate::api::requests::RequestKind;
use crate::measure::{BucketSize, Figures, Sample, Slot, SlotFinder, Slots, Summary, Window, parse_zone};
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

/// Group of figures; each part only if requested.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Group {
    slot: Slot,
    connection: Option<String>,
    system: Option<String>,
    endpoint: Option<String>,
    entity: Option<&'static str>,
    kind: Option<RequestKind>,
}

/// What figures are grouped by, beside times.
#[derive(Clone, Copy, Debug, Default)]
struct By {
    connection: bool,
    system: bool,
    endpoint: bool,
    entity: bool,
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
    let mut slots = Slots { bucket: bucket(&paging, from, to)?, ..Slots::default() };
    let by = groups(&paging, &mut slots)?;
    let time_zone = paging.get("time_zone").filter(|text| !text.is_empty());
    if let Some(text) = time_zone {
        slots.zone = parse_zone(text).ok_or_else(|| Error::field("time_zone", "must be a zone or an offset"))?;
    }
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
    let mut finder = SlotFinder::new(slots.clone());
    app.read(|db| {
        let systems = if by.system { requests::query::systems(db)? } else { HashMap::new() };
        requests::query::samples(db, &filter, |sample| {
            if method.as_ref().is_some_and(|method| *method != sample.method) {
                return;
            }
            let group = Group {
                slot: finder.at(sample.at.div_euclid(1000)),
                system: sample.connection.as_ref().and_then(|id| systems.get(id)).cloned(),
                connection: by.connection.then_some(sample.connection).flatten(),
                endpoint: by.endpoint.then(|| format!("{} {}", sample.method, sample.endpoint)),
                entity: if by.entity { entities::of_path(&sample.endpoint) } else { None },
                kind: by.kind.then_some(sample.kind),
            };
            let status = sample.status.to_string();
            sums.entry(group).or_default().add(Sample {
                elapsed: Duration::from_micros(sample.total_us),
                server: Some(Duration::from_micros(sample.total_us)),
                source: (sample.source_us > 0).then(|| Duration::from_micros(sample.source_us)),
                failed: sample.status >= 400,
                code: Some(sample.error_code.as_deref().unwrap_or(&status)),
            });
        })
    })?;
    let window = Window { from: time(from), to: time(to) };
    // A bucket, a day or an hour may extend beyond the window; throughput is computed for the part inside.
    let lengths = slots.lengths(window);
    let length = |slot| lengths.get(&slot).copied().unwrap_or_else(|| window.length());
    let groups = sums.into_iter().map(|(group, summary)| figures(&group, &summary, length(group.slot))).collect();
    let data = Metrics {
        from: Some(iso(from)),
        to: Some(iso(to)),
        bucket_seconds: slots.bucket.map(BucketSize::seconds),
        group_by: words(&paging).map(str::to_owned).collect(),
        time_zone: time_zone.map(str::to_owned),
        groups,
        extra: Map::new(),
    };
    Ok(Json(One { data }))
}

fn bucket(paging: &Paging, from: i64, to: i64) -> Result<Option<BucketSize>, Error> {
    let seconds: i64 = match paging.get("bucket_seconds").filter(|text| !text.is_empty()) {
        Some(text) => text.parse().map_err(|_| Error::field("bucket_seconds", "must be whole seconds"))?,
        // Requested without a length: sixty in the window.
        None if words(paging).any(|word| word == "bucket") => ((to - from) / 60_000).max(1),
        None => return Ok(None),
    };
    if !(1..=31_536_000).contains(&seconds) || (to - from) / (seconds * 1000) > MOST_BUCKETS {
        return Err(Error::field("bucket_seconds", format!("the window may hold up to {MOST_BUCKETS} buckets")));
    }
    Ok(format!("{seconds}s").parse().ok())
}

fn words(paging: &Paging) -> impl Iterator<Item = &str> {
    paging.get("group_by").unwrap_or_default().split(',').map(str::trim).filter(|word| !word.is_empty())
}

fn groups(paging: &Paging, slots: &mut Slots) -> Result<By, Error> {
    let mut by = By::default();
    for word in words(paging) {
        match word {
            "connection" => by.connection = true,
            "system" => by.system = true,
            "endpoint" => by.endpoint = true,
            "entity" => by.entity = true,
            "kind" => by.kind = true,
            "day" => slots.day = true,
            "weekday" => slots.weekday = true,
            "hour" => slots.hour = true,
            "bucket" => {}
            _ => {
                let message = "takes `connection`, `system`, `endpoint`, `entity`, `kind`, `day`, `weekday`, `hour` and \
                               `bucket`";
                return Err(Error::field("group_by", message));
            }
        }
    }
    Ok(by)
}

fn figures(group: &Group, summary: &Summary, length: Duration) -> MetricGroup {
    let Group { slot, connection, system, endpoint, entity, kind } = group;
    MetricGroup {
        connection_id: connection.clone(),
        system: system.clone(),
        endpoint: endpoint.clone(),
        entity: entity.map(str::to_owned),
        kind: kind.map(|kind| kind.to_string()),
        ..MetricGroup::from(&Figures::over(summary, length)).in_slot(*slot)
    }
}
