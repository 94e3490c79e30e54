//! Finds out whether requests have become slow, and where the time goes.

use std::collections::HashMap;

use super::case::{Case, Cause, Evidence, Subject, combined};
use super::rules::of_record;
use crate::api::requests::RequestKind;
use crate::requests::Record;

/// How many times the usual a request takes before it counts as slow.
const TIMES: f64 = 2.0;
/// How much longer, in milliseconds, it takes at least.
const LONGER: f64 = 500.0;
/// Number of the newest requests that are compared with those before them.
const NEWEST: usize = 5;
/// Number of requests that a comparison needs on either side.
const ENOUGH: usize = 3;
/// A request without others to compare with is slow from here on, in milliseconds.
const SLOW: f64 = 2_000.0;

/// Where the time goes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    System,
    Platform,
    Network,
}

impl Part {
    const ALL: [Self; 3] = [Self::System, Self::Platform, Self::Network];

    const fn cause(self) -> (&'static str, &'static str) {
        match self {
            Self::System => ("system_slow", "the system behind the connection answers slowly"),
            Self::Platform => ("platform_slow", "the platform takes long for its own part of the answer"),
            Self::Network => ("network_slow", "the way between this machine and the platform is slow"),
        }
    }

    /// Returns the time of this part, in milliseconds.
    fn time(self, record: &Record) -> Option<f64> {
        match self {
            Self::System => record.source_ms,
            Self::Platform => Some(record.server_ms? - record.source_ms.unwrap_or(0.0)),
            Self::Network => record.network_ms,
        }
    }
}

/// Returns the cause of slow requests, if they are slow.
pub(super) fn causes(case: &Case) -> Option<Cause> {
    let timed: Vec<&Record> = case.records.iter().filter(|record| is_timed(record)).collect();
    let (slow, usual, weight) = match &case.subject {
        Subject::Request(record) if is_timed(record) => one(record, &timed)?,
        Subject::Request(_) | Subject::Webhook(_) => return None,
        Subject::Connection | Subject::Sync(_) => newest(&timed)?,
    };
    let total = |records: &[&Record]| median(records.iter().filter_map(|record| record.total_ms));
    let (now, before) = (total(&slow)?, total(&usual).unwrap_or(0.0));
    let more = |part: Part| {
        let of = |records: &[&Record]| median(records.iter().filter_map(|record| part.time(record)));
        Some(of(&slow)? - of(&usual).unwrap_or(0.0))
    };
    let parts = Part::ALL.into_iter().filter_map(|part| Some((part, more(part)?)));
    let (part, longer) = parts.max_by(|a, b| a.1.total_cmp(&b.1))?;
    // Where most of the time is in none of the parts, it is not known where it went.
    let share = longer / (now - before).max(1.0);
    if share < 0.5 {
        return None;
    }
    let newest = *slow.first()?;
    let took = if usual.is_empty() {
        format!("{} took {}", which(&slow), millis(now))
    } else {
        let count = usual.len();
        format!("{} took {} instead of {} (the middle of {count} before)", which(&slow), millis(now), millis(before))
    };
    let evidence =
        vec![Evidence::of(weight * share.min(1.0), format!("{took}; {} of it there", millis(longer)), newest)];
    let (cause, statement) = part.cause();
    let id = case.connection_id.as_deref().map(crate::shell::operand);
    let next = match (part, id) {
        (Part::System | Part::Platform, Some(id)) => format!("makini metrics {id} --by endpoint"),
        (Part::System | Part::Platform, None) => "makini metrics --by endpoint".into(),
        (Part::Network, _) => "makini doctor".into(),
    };
    let since = slow.last().and_then(|record| record.at.clone());
    Some(Cause {
        cause,
        statement,
        sure: combined(&evidence),
        since: since.filter(|_| slow.len() > 1),
        last: newest.at.clone(),
        is_over: false,
        evidence,
        advice: None,
        next: vec![next],
    })
}

fn which(slow: &[&Record]) -> String {
    if slow.len() == 1 { "it".into() } else { format!("the newest {} requests", slow.len()) }
}

fn millis(ms: f64) -> String {
    if ms < 1000.0 { format!("{ms:.0} ms") } else { format!("{:.1} s", ms / 1000.0) }
}

/// Whether its times say something about how fast answers are.
fn is_timed(record: &Record) -> bool {
    of_record(record).is_none() && !record.clock_trouble && record.total_ms.is_some_and(f64::is_finite)
}

/// Requests that are slow, those they are compared with, and how much the comparison is worth.
type Comparison<'a> = (Vec<&'a Record>, Vec<&'a Record>, f64);

/// Compares one request with others of the same call.
fn one<'a>(record: &'a Record, others: &[&'a Record]) -> Option<Comparison<'a>> {
    let usual: Vec<&Record> = others.iter().copied().filter(|other| is_alike(other, record)).collect();
    let took = record.total_ms?;
    let before = median(usual.iter().filter_map(|other| other.total_ms)).filter(|_| usual.len() >= ENOUGH);
    if before.is_some_and(|before| is_slower(took, before)) {
        return Some((vec![record], usual, 0.85));
    }
    is_slow(record, None).then(|| (vec![record], Vec::new(), 0.6))
}

fn is_alike(other: &Record, record: &Record) -> bool {
    !other.is(record) && other.endpoint == record.endpoint && other.kind == record.kind
}

/// Compares the newest requests of each call with those before them.
fn newest<'a>(timed: &[&'a Record]) -> Option<Comparison<'a>> {
    let mut calls: HashMap<(Option<&str>, Option<&str>), Vec<&Record>> = HashMap::new();
    for record in timed {
        calls.entry((record.endpoint.as_deref(), record.kind.as_deref())).or_default().push(record);
    }
    let mut slow: Vec<&Record> = Vec::new();
    let mut usual: Vec<&Record> = Vec::new();
    let (mut compared, mut slower) = (0, 0);
    for records in calls.values() {
        let now = records.len().min(NEWEST).min(records.len().div_ceil(2));
        let (latest, before) = records.split_at(now);
        let before = if before.len() < ENOUGH { &[][..] } else { before };
        let before_ms = median(before.iter().filter_map(|record| record.total_ms));
        compared += latest.len();
        let slow_ones: Vec<&Record> = latest.iter().copied().filter(|record| is_slow(record, before_ms)).collect();
        if !slow_ones.is_empty() {
            slower += slow_ones.len();
            slow.extend(slow_ones);
            usual.extend(before);
        }
    }
    // One slow answer is none: most of the newest must be.
    if slower < ENOUGH || slower * 2 < compared.min(NEWEST) {
        return None;
    }
    slow.sort_by_key(|record| std::cmp::Reverse(record.time()));
    let weight = if usual.is_empty() { 0.6 } else { 0.85 };
    Some((slow, usual, weight))
}

/// Whether a request is slower than others of its call, or slow for what somebody waits for.
fn is_slow(record: &Record, before: Option<f64>) -> bool {
    let Some(took) = record.total_ms else { return false };
    let is_waited_for = record.kind.as_deref() == Some(RequestKind::Api.as_str());
    before.is_some_and(|before| is_slower(took, before)) || (is_waited_for && took >= SLOW)
}

fn is_slower(took: f64, before: f64) -> bool {
    took >= before * TIMES && took - before >= LONGER
}

fn median(values: impl Iterator<Item = f64>) -> Option<f64> {
    let mut values: Vec<f64> = values.filter(|value| value.is_finite()).collect();
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied()
}
