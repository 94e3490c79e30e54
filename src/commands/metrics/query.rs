//! Queries metrics from the server or the journal.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::answer::{By, Group, MetricsAnswer, Source};
use crate::api::connections::Connection;
use crate::api::metrics::{MetricGroup, Metrics};
use crate::api::requests::RequestKind;
use crate::client::Client;
use crate::client::call::MetricsQuery;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::journal::{Filter, GroupBy, Summarised};
use crate::measure::{BucketSize, Slots, Window, zone_name};

/// The most spans of time in one answer: more are neither read nor drawn by anybody.
const MOST_BUCKETS: u64 = 10_000;

/// A query for metrics.
#[derive(Clone)]
pub(super) struct Query {
    pub(super) connection: Option<String>,
    /// The kinds that count; never empty.
    pub(super) kinds: Vec<RequestKind>,
    pub(super) by: Vec<By>,
    pub(super) bucket: Option<BucketSize>,
    /// The zone of days and hours.
    pub(super) zone: TimeZone,
    pub(super) since: Timestamp,
    pub(super) until: Timestamp,
}

impl Query {
    /// Returns the query, unless it has more spans of time than anybody reads.
    pub(super) fn checked(self) -> Result<Self, Failure> {
        let (many, window) = (self.slots().buckets(self.window()), self.window().length());
        match self.bucket {
            Some(size) if many > MOST_BUCKETS => {
                let least = window.as_secs().div_ceil(MOST_BUCKETS);
                let least = [60, 300, 900, 3600, 86_400].into_iter().find(|size| *size >= least).unwrap_or(7 * 86_400);
                let least = format!("{least}s").parse::<BucketSize>().unwrap_or(size);
                let message =
                    format!("buckets of {size} are {many} in this time, and at most {MOST_BUCKETS} are shown");
                Err(Failure::usage(message).hint(format!("use longer ones, for example `--bucket {least}`")))
            }
            _ => Ok(self),
        }
    }

    pub(super) fn has(&self, by: By) -> bool {
        self.by.contains(&by)
    }

    pub(super) fn window(&self) -> Window {
        Window { from: self.since, to: self.until }
    }

    fn slots(&self) -> Slots {
        let (day, weekday, hour) = (self.has(By::Day), self.has(By::Weekday), self.has(By::Hour));
        Slots { bucket: self.bucket, day, weekday, hour, zone: self.zone.clone() }
    }

    fn is_grouped(&self) -> bool {
        !self.by.is_empty() || self.bucket.is_some()
    }

    fn answer(self, source: Source, total: MetricGroup, groups: Vec<MetricGroup>) -> MetricsAnswer {
        let groups = self.with_empty(groups);
        MetricsAnswer {
            source,
            from: self.since,
            to: self.until,
            bucket_seconds: self.bucket.map(BucketSize::seconds),
            kinds: self.kinds,
            by: self.by,
            connection_id: self.connection,
            total,
            clock_trouble: None,
            hourly_until: None,
            comparison: None,
            total_trend: None,
            groups: groups.into_iter().map(Group::new).collect(),
        }
    }

    /// Adds the times in which nothing happened, and sorts the groups by time and then as they came. Without them, a gap
    /// looks like time that did not pass.
    fn with_empty(&self, mut groups: Vec<MetricGroup>) -> Vec<MetricGroup> {
        let slots = self.slots();
        if !slots.is_set() {
            return groups;
        }
        let mut names: Vec<MetricGroup> = Vec::new();
        let mut order = HashMap::new();
        let mut seen = HashSet::new();
        for group in &groups {
            let name = name(group);
            order.entry(name.clone()).or_insert_with(|| {
                let MetricGroup { connection_id, system, endpoint, entity, kind, .. } = group.clone();
                names.push(MetricGroup { connection_id, system, endpoint, entity, kind, ..MetricGroup::none() });
                names.len()
            });
            seen.insert((group.slot(), name));
        }
        if names.is_empty() && self.by.iter().all(|by| by.is_time()) {
            names.push(MetricGroup::none());
        }
        for slot in slots.lengths(self.window()).into_keys() {
            let missing = names.iter().filter(|group| !seen.contains(&(Some(slot), name(group))));
            groups.extend(missing.map(|group| MetricGroup { throughput: Some(0.0), ..group.clone() }.in_slot(slot)));
        }
        groups.sort_by_cached_key(|group| (group.slot(), order.get(&name(group)).copied()));
        groups
    }
}

/// What a group is called, beside its time.
pub(super) type Name = [Option<String>; 5];

pub(super) fn name(group: &MetricGroup) -> Name {
    let MetricGroup { connection_id, system, endpoint, entity, kind, .. } = group;
    [connection_id, system, endpoint, entity, kind].map(Option::clone)
}

/// Queries the server for the groups and for the total. A total made of the groups would have a median of medians.
pub(super) async fn from_server(client: &Client, query: Query) -> Result<MetricsAnswer, Failure> {
    let whole = Query { by: Vec::new(), bucket: None, ..query.clone() };
    let total = server_groups(client, &whole).await?.into_iter().next().unwrap_or_else(MetricGroup::none);
    let groups = if query.is_grouped() { server_groups(client, &query).await? } else { Vec::new() };
    Ok(query.answer(Source::Server, total, groups))
}

/// Queries the server for the groups of a query, without those that are empty; for one of all requests if it has none.
pub(super) async fn server_groups(client: &Client, query: &Query) -> Result<Vec<MetricGroup>, Failure> {
    let mut words: Vec<&str> = query.by.iter().map(|by| by.word()).collect();
    if query.bucket.is_some() {
        words.push("bucket");
    }
    let sent = MetricsQuery {
        from: Some(query.since.to_string()),
        to: Some(query.until.to_string()),
        connection_id: query.connection.clone(),
        // What counts without a choice is the same at either end, and a server may not know the parameter.
        kind: (query.kinds != RequestKind::COUNTED)
            .then(|| query.kinds.iter().map(|kind| kind.as_str()).collect::<Vec<_>>().join(",")),
        group_by: (!words.is_empty()).then(|| words.join(",")),
        bucket_seconds: query.bucket.map(BucketSize::seconds),
        time_zone: if query.slots().is_calendar() { Some(zone_of(&query.zone)?) } else { None },
    };
    let metrics = client.metrics(&sent).await?;
    check_offered(query, &sent, &metrics)?;
    Ok(metrics.groups)
}

fn zone_of(zone: &TimeZone) -> Result<String, Failure> {
    zone_name(zone).ok_or_else(|| {
        let failure = Failure::usage("the time zone of this machine has no name that a server knows");
        failure.hint("set the variable `TZ` to a name such as `Europe/Berlin`")
    })
}

/// A server that does not know a word may answer as if it had not been asked for.
fn check_offered(query: &Query, sent: &MetricsQuery, metrics: &Metrics) -> Result<(), Failure> {
    let is_new = |by: &&By| !matches!(by, By::Connection | By::Endpoint | By::Kind);
    let is_done = |by: &By| {
        metrics.group_by.iter().any(|word| word == by.word()) && (!by.is_time() || metrics.time_zone == sent.time_zone)
    };
    match query.by.iter().filter(is_new).find(|by| !is_done(by)) {
        None => Ok(()),
        Some(by) => {
            let message = format!("the server does not group metrics by {}", by.word());
            let hint = format!("of the requests of this machine: `makini metrics --source journal --by {}`", by.word());
            Err(Failure::new(Exit::Unsupported, message).hint(hint))
        }
    }
}

/// Queries the journal of this machine. `connections` have the systems, if they are asked for.
pub(super) fn from_journal(ctx: &Context, query: Query, connections: &[Connection]) -> Result<MetricsAnswer, Failure> {
    let found = journal_figures(ctx, &query, connections)?;
    let total = found.whole();
    let groups = if query.is_grouped() { found.groups } else { Vec::new() };
    let answer = query.answer(Source::Journal, total, groups);
    Ok(MetricsAnswer { clock_trouble: Some(found.clock_trouble), hourly_until: found.hourly_until, ..answer })
}

/// Queries the journal for what a query is about.
pub(super) fn journal_figures(ctx: &Context, query: &Query, connections: &[Connection]) -> Result<Summarised, Failure> {
    let filter = Filter {
        profile: Some(ctx.settings.profile().to_owned()),
        connection: query.connection.clone(),
        kinds: query.kinds.clone(),
        since: Some(query.since),
        until: Some(query.until),
        ..Filter::default()
    };
    let systems = || {
        let system = |row: &Connection| Some((row.id().to_owned(), row.integration_name.clone()?));
        Arc::new(connections.iter().filter_map(system).collect())
    };
    let by = GroupBy {
        connection: query.has(By::Connection),
        systems: query.has(By::System).then(systems),
        endpoint: query.has(By::Endpoint),
        entity: query.has(By::Entity),
        kind: query.has(By::Kind),
        bucket: query.bucket,
        day: query.has(By::Day),
        weekday: query.has(By::Weekday),
        hour: query.has(By::Hour),
        zone: Some(query.zone.clone()),
    };
    Ok(ctx.journal()?.summarise(&filter, by)?)
}
