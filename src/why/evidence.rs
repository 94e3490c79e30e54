//! Collects the evidence for each cause that a code, a status or a state names.

use std::collections::HashSet;

use jiff::SignedDuration;

use super::case::{Case, Cause, Evidence, Subject, combined};
use super::rules::{RULES, Rule, Sign, of_record};
use super::webhook;
use crate::api::connections::{Connection, Health, Lifecycle};
use crate::api::lenient::timestamp;
use crate::api::requests::RequestKind;
use crate::api::sync::{SyncError, SyncState};
use crate::requests::Record;

/// The subject itself ended so, by a code.
const OWN_CODE: f64 = 0.95;
/// The subject itself ended so, by its status alone.
const OWN_STATUS: f64 = 0.75;
/// The state of the connection is this now.
const STATE: f64 = 0.9;
/// The newest error of a connection or a sync is this.
const LAST_ERROR: f64 = 0.85;
/// The newest requests of the connection end so, by a code or by a status.
const NEWEST: f64 = 0.8;
/// As many of that which share a question with the subject.
const SHARED: f64 = 0.4;
/// It was so, and requests have succeeded since.
const OVER: f64 = 0.55;

/// From this age on, a failure may well be over.
const OLD: SignedDuration = SignedDuration::from_hours(1);
/// Failures as near to each other as this may have one cause.
const NEAR: SignedDuration = SignedDuration::from_mins(15);

/// Returns the causes that the case has evidence for, in the order of the rules.
pub(super) fn causes(case: &Case) -> Vec<Cause> {
    // What went well has no cause, whatever fails around it.
    let is_well = match &case.subject {
        Subject::Connection => false,
        Subject::Request(record) => of_record(record).is_none(),
        Subject::Sync(sync) => sync.state() == SyncState::Completed,
        Subject::Webhook(webhook) => return webhook::causes(case, webhook),
    };
    if is_well {
        return Vec::new();
    }
    let mut causes: Vec<Cause> = RULES.iter().filter_map(|rule| cause(case, rule)).collect();
    causes.extend(ended(case));
    causes
}

fn cause(case: &Case, rule: &'static Rule) -> Option<Cause> {
    let mut evidence = Vec::new();
    let own = of_subject(case, rule);
    let own_time = own.as_ref().and_then(|own| own.at.as_deref()).and_then(timestamp);
    evidence.extend(own);
    let state = of_state(case, rule);
    let is_state = state.is_some();
    evidence.extend(state);
    evidence.extend(of_errors(case, rule));
    evidence.extend(of_asking(case, rule));
    let series = Series::of(case, rule);
    evidence.extend(series.evidence(case, rule));
    if evidence.is_empty() {
        return None;
    }
    evidence.extend(of_others(case, rule, series.alike.first().copied()));
    evidence.sort_by(|a, b| b.weight.total_cmp(&a.weight));
    // One request in several places is one sign.
    let mut known = HashSet::new();
    evidence.retain(|piece| piece.request_id.as_ref().is_none_or(|id| known.insert(id.clone())));
    Some(Cause {
        cause: rule.cause,
        statement: rule.statement,
        sure: combined(&evidence),
        // A request that is asked about is a sign as well, and may be the first.
        since: series.since(is_state).map(|since| match (own_time, timestamp(&since)) {
            (Some(own), Some(at)) if own < at => own.to_string(),
            _ => since,
        }),
        last: series.alike.first().and_then(|record| record.at.clone()),
        is_over: !is_state && series.is_over() && matches!(case.subject, Subject::Connection),
        evidence,
        advice: rule.advice,
        next: rule.commands(case.connection_id.as_deref()),
    })
}

impl Case {
    /// How much what is so of the connection says about the subject: everything about the connection itself, less about
    /// a request that may be older.
    fn relevance(&self) -> f64 {
        match self.subject {
            Subject::Connection => 1.0,
            Subject::Request(_) | Subject::Sync(_) | Subject::Webhook(_) => 0.3,
        }
    }
}

/// How the subject itself ended.
fn of_subject(case: &Case, rule: &'static Rule) -> Option<Evidence> {
    match &case.subject {
        Subject::Connection | Subject::Webhook(_) => None,
        Subject::Request(record) => {
            let (found, sign) = of_record(record)?;
            let weight = if sign == Sign::Code { OWN_CODE } else { OWN_STATUS };
            std::ptr::eq(found, rule).then(|| Evidence::of(weight, format!("it ended in {}", ending(record)), record))
        }
        Subject::Sync(sync) => of_error(sync.error.as_ref()?, OWN_CODE, "it ended in", rule),
    }
}

/// The state that the connection has now.
fn of_state(case: &Case, rule: &'static Rule) -> Option<Evidence> {
    let connection = case.connection.as_ref()?;
    let health = connection.health().filter(|health| rule.health == Some(*health))?;
    let text = format!("the connection's health is `{}` now", health.as_str());
    Some(Evidence::new(STATE * case.relevance(), text))
}

/// The newest errors of the connection and of its sync.
fn of_errors(case: &Case, rule: &'static Rule) -> Vec<Evidence> {
    // An error from before the connection became well says little.
    let weight = LAST_ERROR * case.relevance() * if is_disproved(case, rule) { 0.4 } else { 1.0 };
    let last = case.connection.as_ref().and_then(|row| row.last_error.as_ref());
    let of_row = last.and_then(|error| of_error(error, weight, "the connection's newest error is", rule));
    // The same error in two places is one.
    let of_sync = case.sync_error.as_ref().filter(|error| Some(*error) != last);
    let of_sync = of_sync.and_then(|error| of_error(error, weight, "its newest sync ended in", rule));
    let is_same = |a: &Evidence, b: &Evidence| a.request_id.is_some() && a.request_id == b.request_id;
    match (of_row, of_sync) {
        (Some(row), Some(sync)) if is_same(&row, &sync) => vec![sync],
        (row, sync) => row.into_iter().chain(sync).collect(),
    }
}

/// Whether the connection is well now, where the cause would have made it ill.
fn is_disproved(case: &Case, rule: &Rule) -> bool {
    let health = case.connection.as_ref().and_then(Connection::health);
    rule.health.is_some() && health == Some(Health::Online)
}

/// What happened when the platform was asked just now.
fn of_asking(case: &Case, rule: &'static Rule) -> Option<Evidence> {
    let (code, sentence) = case.unreachable.as_ref()?;
    let is_so = Rule::of_code(code, None).is_some_and(|found| std::ptr::eq(found, rule));
    is_so.then(|| Evidence::new(STATE * case.relevance(), format!("asked now: {sentence}")))
}

fn of_error(error: &SyncError, weight: f64, what: &str, rule: &'static Rule) -> Option<Evidence> {
    let code = error.code.as_deref()?;
    let found = Rule::of_code(code, Some(RequestKind::Sync.as_str()))?;
    if !std::ptr::eq(found, rule) {
        return None;
    }
    let reading = error.entity.as_deref().map(|entity| format!(" while it read {entity}")).unwrap_or_default();
    let text = format!("{what} {code}{reading}");
    Some(Evidence { request_id: error.request_id.clone(), at: error.at.clone(), ..Evidence::new(weight, text) })
}

/// Returns how a failed request ended, for people.
fn ending(record: &Record) -> String {
    match (record.status, record.error_code.as_deref()) {
        (Some(status), Some(code)) => format!("{status} {code}"),
        (Some(status), None) => status.to_string(),
        (None, Some(code)) => format!("no answer ({code})"),
        (None, None) => "no answer".into(),
    }
}

/// The requests of the connection that count, the newest first, against one cause.
struct Series<'a> {
    alike: Vec<&'a Record>,
    all: usize,
    /// Number of those of its kind that succeeded after the newest that failed so.
    later: usize,
    /// Number of requests of its kind from one that failed so to the next, on average.
    gap: usize,
    /// The oldest of those that failed so, without a success of its kind between.
    first: Option<&'a Record>,
    is_by_code: bool,
}

impl<'a> Series<'a> {
    fn of(case: &'a Case, rule: &'static Rule) -> Self {
        let own = match &case.subject {
            Subject::Request(record) => Some(record),
            Subject::Connection | Subject::Sync(_) | Subject::Webhook(_) => None,
        };
        let sync = match &case.subject {
            Subject::Sync(sync) => sync.id.as_deref(),
            Subject::Connection | Subject::Request(_) | Subject::Webhook(_) => None,
        };
        let counts = |record: &&Record| {
            own.is_none_or(|own| !record.is(own)) && (sync.is_none() || record.sync_id.as_deref() == sync)
        };
        let records: Vec<&Record> = case.records.iter().filter(counts).collect();
        let is_so = |record: &Record| of_record(record).is_some_and(|(found, _)| std::ptr::eq(found, rule));
        let alike: Vec<&Record> = records.iter().copied().filter(|record| is_so(record)).collect();
        let is_by_code = alike.iter().any(|record| of_record(record).is_some_and(|(_, sign)| sign == Sign::Code));
        let kind = alike.first().and_then(|newest| newest.kind.as_deref());
        let proves = |record: &&Record| rule.is_of_system() || record.kind.as_deref() == kind;
        let of_kind: Vec<&Record> = records.iter().copied().filter(proves).collect();
        let newest = of_kind.iter().position(|record| is_so(record)).unwrap_or(0);
        let oldest = of_kind.iter().rposition(|record| is_so(record)).unwrap_or(0);
        let in_kind = of_kind.iter().filter(|record| is_so(record)).count().max(1);
        let is_well = |record: &&&Record| of_record(record).is_none();
        let later = of_kind[..newest].iter().filter(is_well).count();
        let mut first = None;
        for record in of_kind.iter().skip(newest) {
            if is_so(record) {
                first = Some(*record);
            } else if of_record(record).is_none() {
                break;
            }
        }
        Self { all: records.len(), later, gap: (oldest - newest + 1).div_ceil(in_kind), first, is_by_code, alike }
    }

    /// Whether more requests have succeeded since than succeed between two that fail.
    const fn is_over(&self) -> bool {
        !self.alike.is_empty() && self.later >= 3 * self.gap
    }

    /// Returns when it began; for a state that lasts also where requests succeed in between.
    fn since(&self, is_state: bool) -> Option<String> {
        (is_state || !self.is_over()).then_some(self.first)?.and_then(|record| record.at.clone())
    }

    fn evidence(&self, case: &Case, rule: &Rule) -> Option<Evidence> {
        let newest = *self.alike.first()?;
        let (alike, all) = (self.alike.len(), self.all);
        let mut weight = if self.is_by_code { 1.0 } else { 0.8 };
        if matches!(case.subject, Subject::Request(_)) {
            let text = match all {
                1 => "the only request around it failed in the same way".to_owned(),
                _ => format!("{alike} of {all} requests around it failed in the same way"),
            };
            return Some(Evidence::of(SHARED * weight, text, newest));
        }
        let is_rare = alike * 2 < all;
        // A few wrong requests are their sender's, and what a healthy connection shows is past.
        if (rule.is_of_sender && is_rare) || (is_disproved(case, rule) && self.later > 0) {
            weight *= 0.4;
        }
        let failed = format!("{alike} of its newest {all} requests failed so, the last with {}", ending(newest));
        let is_old = newest.time().is_some_and(|at| case.now.duration_since(at) > OLD);
        Some(match self.later {
            0 if is_old => Evidence::of(OVER * weight, format!("{failed}; none has been sent since"), newest),
            0 => Evidence::of(NEWEST * weight, failed, newest),
            later if self.is_over() || is_old => {
                Evidence::of(OVER * weight, format!("{failed}; {later} have succeeded since"), newest)
            }
            // Some fail and some do not.
            _ => Evidence::of(NEWEST * weight, format!("{failed}; others succeed"), newest),
        })
    }
}

/// What fails elsewhere shortly before or after the newest sign: alike, or not.
fn of_others(case: &Case, rule: &'static Rule, newest: Option<&Record>) -> Option<Evidence> {
    let elsewhere = case.elsewhere.as_ref()?;
    let at = newest.and_then(Record::time).unwrap_or_else(|| case.at());
    // What was read is around the newest failure of all.
    if at.duration_since(case.at()).abs() > NEAR {
        return None;
    }
    let is_so = |record: &&Record| {
        let is_near = record.time().is_some_and(|time| time.duration_since(at).abs() <= NEAR);
        is_near && of_record(record).is_some_and(|(found, _)| std::ptr::eq(found, rule))
    };
    let alike: Vec<&Record> = elsewhere.failed.iter().filter(is_so).collect();
    let connections: HashSet<&str> = alike.iter().filter_map(|record| record.connection_id.as_deref()).collect();
    let near = "within 15 minutes of it";
    Some(match (connections.len(), alike.first()) {
        (0, _) | (_, None) if !elsewhere.is_whole => return None,
        (0, _) | (_, None) => Evidence::new(0.0, format!("no other connection failed so {near}")),
        (1, Some(newest)) => Evidence::of(0.0, format!("another connection failed so {near}"), newest),
        (others, Some(newest)) => Evidence::of(0.1, format!("{others} other connections failed so {near}"), newest),
    })
}

/// A connection that is not meant to work.
fn ended(case: &Case) -> Option<Cause> {
    let lifecycle = case.connection.as_ref()?.lifecycle();
    let (cause, statement, next) = match lifecycle {
        Lifecycle::Disconnected => {
            ("disconnected", "the connection was disconnected for good", "makini connect".into())
        }
        Lifecycle::Pending => {
            let id = crate::shell::operand(case.connection_id.as_deref()?);
            ("pending", "nobody has finished connecting it", format!("makini reconnect {id} --magic-link"))
        }
        Lifecycle::Inactive => {
            ("inactive", "the connection holds no credits, so it is disabled", "makini credits".into())
        }
        Lifecycle::Active | Lifecycle::Synchronizing | Lifecycle::InProgress | Lifecycle::Unknown => return None,
    };
    let evidence = vec![Evidence::new(STATE * case.relevance(), format!("its status is `{}`", lifecycle.as_str()))];
    let sure = combined(&evidence);
    let (advice, since, last) = (None, None, None);
    Some(Cause { cause, statement, sure, since, last, is_over: false, evidence, advice, next: vec![next] })
}

/// Returns what shows that the subject is well, and whether that is enough to say so.
pub(super) fn well(case: &Case) -> (Vec<String>, bool) {
    let mut well = Vec::new();
    let is_enough = match &case.subject {
        Subject::Request(record) => {
            let is_well = of_record(record).is_none();
            if is_well {
                let status = record.status.map(|status| status.to_string()).unwrap_or_default();
                well.push(format!("it succeeded, with {status}"));
            }
            is_well
        }
        Subject::Sync(sync) => {
            match sync.state() {
                SyncState::Completed => well.push("the sync completed".into()),
                _ if sync.is_active() => well.push("the sync is still running".into()),
                _ => {}
            }
            !well.is_empty()
        }
        Subject::Webhook(webhook) => return webhook::well(webhook),
        Subject::Connection => {
            let health = case.connection.as_ref().and_then(Connection::health);
            if health == Some(Health::Online) {
                well.push("the connection's health is `online`".into());
            }
            let failed = case.records.iter().filter(|record| of_record(record).is_some()).count();
            let all = case.records.len();
            let is_well = |record: &Record| of_record(record).is_none() && record.status.is_some();
            let is_newest_well = case.records.first().is_some_and(is_well);
            match failed {
                0 if all > 0 => well.push(format!("none of its newest {all} requests failed")),
                _ if is_newest_well => well.push(format!("the newest request succeeded, and {failed} of {all} failed")),
                _ => {}
            }
            // Nothing is well of which nothing was seen.
            is_newest_well && matches!(health, None | Some(Health::Online)) && case.unread.is_empty()
        }
    };
    (well, is_enough)
}

/// Returns what would decide it.
pub(super) fn missing(case: &Case) -> Vec<String> {
    let mut missing = Vec::new();
    if let Subject::Webhook(webhook) = &case.subject {
        return webhook::missing(case, webhook);
    }
    if let Subject::Sync(sync) = &case.subject
        && sync.error.is_none()
    {
        missing.push("the server does not return why the sync ended".into());
    }
    missing.extend(case.unread.iter().map(|what| format!("it could not be read: {what}")));
    if case.records.is_empty() {
        missing.push("no request of it in the time that was looked at: a longer `--window`, or one more call".into());
    }
    if case.connection.as_ref().is_some_and(|row| row.health().is_none()) {
        missing.push("the server does not return the connection's health".into());
    }
    if case.connection.is_none() && case.connection_id.as_deref().is_some() {
        missing.push("its connection could not be read".into());
    }
    missing
}
