//! One time line of what happened to a connection: pure functions over what was read.

use std::time::Duration;

use jiff::Timestamp;
use serde::Serialize;

use crate::api::alerts::{AlertChange, AlertRule};
use crate::api::connections::Health;
use crate::api::lenient::timestamp;
use crate::api::sync::{Sync, SyncState};
use crate::requests::Record;
use crate::why::rules::of_record;

/// What an entry is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, clap::ValueEnum)]
#[serde(rename_all = "snake_case")]
pub(super) enum Kind {
    /// Online, offline
    Health,
    /// The system refused the credentials, or got new ones
    Reauthorization,
    /// A sync
    Sync,
    /// An alert that fired
    Alert,
    /// A change of settings, schedule, mapping, events, metadata, name or tokens
    Settings,
    /// Created, reached first, reactivated, disconnected
    Lifecycle,
}

impl Kind {
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::Health => "health",
            Self::Reauthorization => "reauthorization",
            Self::Sync => "sync",
            Self::Alert => "alert",
            Self::Settings => "settings",
            Self::Lifecycle => "lifecycle",
        }
    }
}

/// Where an entry comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Origin {
    /// An event of the platform, in its deliveries.
    Deliveries,
    /// An event of the platform, in the inbox of this machine.
    Inbox,
    /// The list of syncs, or the state of the newest sync.
    Syncs,
    /// Changes of alert rules.
    Alerts,
    /// Changes that a monitor on this machine settled.
    Monitor,
    /// The connection itself.
    Connection,
    /// Requests of the server's log.
    Log,
    /// Requests that this machine made.
    Journal,
}

/// One entry.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct Entry {
    /// When it was, or began.
    pub(super) at: Timestamp,
    /// When it ended; nothing where it lasts, or has no length.
    pub(super) until: Option<Timestamp>,
    /// How long it took or lasted so far, in seconds; nothing where it has no length.
    pub(super) seconds: Option<f64>,
    pub(super) kind: Kind,
    /// What happened, in a few words.
    pub(super) what: String,
    /// The state: a health, the state of a sync, `firing` or `resolved`.
    pub(super) state: Option<String>,
    /// Error code, where it failed.
    pub(super) code: Option<String>,
    /// The request that did it or shows it.
    pub(super) request_id: Option<String>,
    /// The sync.
    pub(super) sync_id: Option<String>,
    pub(super) source: Origin,
    /// Whether it follows from requests that failed or succeeded, and not from an event of the platform: then its time is
    /// that of the first request that shows it.
    pub(super) is_derived: bool,
}

impl Entry {
    /// An entry without a length.
    pub(super) fn point(at: Timestamp, kind: Kind, what: impl Into<String>, source: Origin) -> Self {
        let (until, seconds, state, code, request_id, sync_id) = (None, None, None, None, None, None);
        Self {
            at,
            until,
            seconds,
            kind,
            what: what.into(),
            state,
            code,
            request_id,
            sync_id,
            source,
            is_derived: false,
        }
    }

    /// Sets its end, or that it lasts until now.
    fn lasting(mut self, until: Option<Timestamp>, now: Timestamp) -> Self {
        let length = Duration::try_from(until.unwrap_or(now).duration_since(self.at)).ok();
        self.seconds = length.map(|length| length.as_secs_f64());
        self.until = until;
        self
    }
}

/// A sign of what the health was at a time.
#[derive(Clone, Debug)]
pub(super) struct Sign {
    pub(super) at: Timestamp,
    pub(super) health: Health,
    pub(super) source: Origin,
    /// Whether it is a request or a sync, and not an event of the platform.
    pub(super) is_derived: bool,
    pub(super) code: Option<String>,
    pub(super) request_id: Option<String>,
}

impl Sign {
    /// Returns the sign of an event of the platform.
    pub(super) fn of_event(event: &str, at: Option<Timestamp>, source: Origin) -> Option<Self> {
        let health = match event {
            "connection.online" => Health::Online,
            "connection.offline" => Health::Offline,
            "connection.reauthorization_required" => Health::ReauthorizationRequired,
            _ => return None,
        };
        Some(Self { at: at?, health, source, is_derived: false, code: None, request_id: None })
    }

    /// Returns what a request shows: a failure whose code names a health, or a call that reached the system.
    pub(super) fn of_request(record: &Record, source: Origin) -> Option<Self> {
        let named = of_record(record).and_then(|(rule, _)| rule.health);
        let reaches = || {
            let is_of_system = record.is_of_platform() || record.source_ms.is_some_and(|ms| ms > 0.0);
            (!record.is_failed() && is_of_system).then_some(Health::Online)
        };
        Some(Self {
            at: record.time()?,
            health: named.or_else(reaches)?,
            source,
            is_derived: true,
            code: record.error_code.clone(),
            request_id: record.id.clone(),
        })
    }

    /// Returns what a sync shows: one that completed reached the system.
    pub(super) fn of_sync(sync: &Sync) -> Option<Self> {
        let at = sync.finished_at.as_deref().and_then(timestamp)?;
        let is_well = sync.state() == SyncState::Completed;
        is_well.then_some(Self {
            at,
            health: Health::Online,
            source: Origin::Syncs,
            is_derived: true,
            code: None,
            request_id: None,
        })
    }
}

/// How long after a request that shows it the platform's own event may come, which then dates the change.
const SAME: Duration = Duration::from_mins(1);

/// Returns the periods of health, the oldest first: each lasts until the next begins.
pub(super) fn periods(mut signs: Vec<Sign>, now: Timestamp) -> Vec<Entry> {
    signs.sort_by_key(|sign| (sign.at, sign.is_derived));
    let mut changes: Vec<Sign> = Vec::new();
    for sign in signs {
        match changes.last_mut() {
            Some(last) if last.health == sign.health => {
                // The platform's own word is better than what follows from requests.
                let is_near = sign.at.duration_since(last.at).unsigned_abs() <= SAME;
                if last.is_derived && !sign.is_derived && is_near {
                    let (code, request_id) = (last.code.take(), last.request_id.take());
                    *last = Sign { code, request_id, ..sign };
                }
            }
            _ => changes.push(sign),
        }
    }
    let ends: Vec<Option<Timestamp>> = changes.iter().skip(1).map(|next| Some(next.at)).chain([None]).collect();
    let entry = |(sign, until): (Sign, Option<Timestamp>)| {
        let (kind, what) = match sign.health {
            Health::ReauthorizationRequired => (Kind::Reauthorization, "the system refuses the credentials"),
            Health::Offline => (Kind::Health, "offline"),
            Health::Online | Health::Unknown => (Kind::Health, "online"),
        };
        Entry {
            state: Some(sign.health.as_str().to_owned()),
            code: sign.code,
            request_id: sign.request_id,
            is_derived: sign.is_derived,
            ..Entry::point(sign.at, kind, what, sign.source).lasting(until, now)
        }
    };
    changes.into_iter().zip(ends).map(entry).collect()
}

/// Returns the entry of a sync; nothing where it has no time.
pub(super) fn of_sync(sync: &Sync, now: Timestamp) -> Option<Entry> {
    let began = sync.started_at.as_deref().or(sync.created_at.as_deref()).and_then(timestamp)?;
    let ended = sync.finished_at.as_deref().and_then(timestamp);
    let words = [sync.mode.as_deref().unwrap_or("a"), "sync"].join(" ");
    let what = match sync.trigger.as_deref() {
        Some(trigger) => format!("{words} ({trigger})"),
        None => words,
    };
    let entry = Entry {
        state: Some(match sync.state() {
            SyncState::Unknown => sync.status.clone().unwrap_or_default(),
            known => known.as_str().to_owned(),
        }),
        code: sync.error.as_ref().and_then(|error| error.code.clone()),
        request_id: sync.error.as_ref().and_then(|error| error.request_id.clone()),
        sync_id: sync.id.clone(),
        ..Entry::point(began, Kind::Sync, what, Origin::Syncs)
    };
    // How long one took that has ended without a time is not known, nor of one of which only its end is.
    let is_end_alone = sync.started_at.is_none() && ended == Some(began);
    Some(if (ended.is_none() && sync.state().is_over()) || is_end_alone { entry } else { entry.lasting(ended, now) })
}

/// Returns the alerts that fired for a connection, each until it was resolved.
pub(super) fn of_alerts(rules: &[AlertRule], changes: &[AlertChange], connection: &str, now: Timestamp) -> Vec<Entry> {
    let at = |change: &AlertChange| change.at.as_deref().and_then(timestamp);
    let is_of = |change: &AlertChange| {
        let rule = rules.iter().find(|rule| rule.id.is_some() && rule.id == change.rule_id);
        change.worst_connection_id.as_deref() == Some(connection)
            || rule.is_some_and(|rule| rule.connection_id.as_deref() == Some(connection))
    };
    let mut sorted: Vec<(Timestamp, &AlertChange)> =
        changes.iter().filter_map(|change| Some((at(change)?, change))).collect();
    sorted.sort_by_key(|(at, _)| *at);
    let fired =
        sorted.iter().enumerate().filter(|(_, (_, change))| change.state.as_deref() == Some("firing") && is_of(change));
    fired
        .map(|(place, (at, change))| {
            let mut later = sorted[place + 1..].iter().filter(|(_, other)| other.rule_id == change.rule_id);
            let ended = later.find(|(_, other)| other.state.as_deref() == Some("ok")).map(|(at, _)| *at);
            let name = change.name.as_deref().or(change.rule_id.as_deref()).unwrap_or("an alert");
            let state = if ended.is_some() { "resolved" } else { "firing" };
            Entry {
                state: Some(state.into()),
                ..Entry::point(*at, Kind::Alert, format!("alert `{name}`"), Origin::Alerts).lasting(ended, now)
            }
        })
        .collect()
}

/// A call that changes a connection.
#[derive(Clone, Debug)]
pub(super) struct ChangingCall {
    pub(super) method: String,
    /// Its path template.
    pub(super) template: String,
    pub(super) kind: Kind,
    pub(super) what: &'static str,
}

/// Returns the change that a request made; nothing for one that failed, or changes nothing here.
pub(super) fn of_call(record: &Record, calls: &[ChangingCall], source: Origin) -> Option<Entry> {
    let is_it = |call: &&ChangingCall| {
        record.method.as_deref() == Some(call.method.as_str())
            && record.endpoint.as_deref() == Some(call.template.as_str())
    };
    let call = calls.iter().find(is_it)?;
    if record.is_failed() {
        return None;
    }
    let request_id = record.id.clone();
    Some(Entry { request_id, ..Entry::point(record.time()?, call.kind, call.what, source) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        format!("2026-03-01T{text}Z").parse().expect("a time")
    }

    fn sign(time: &str, health: Health, is_derived: bool) -> Sign {
        let source = if is_derived { Origin::Log } else { Origin::Inbox };
        Sign { at: at(time), health, source, is_derived, code: None, request_id: is_derived.then(|| "req_1".into()) }
    }

    #[test]
    fn a_period_lasts_until_the_next() {
        let signs = vec![
            sign("12:00:05", Health::Offline, false),
            sign("12:00:00", Health::Offline, true),
            sign("12:30:00", Health::Offline, true),
            sign("11:00:00", Health::Online, true),
            sign("13:00:00", Health::Online, false),
        ];
        let periods = periods(signs, at("13:30:00"));
        let shown: Vec<_> = periods
            .iter()
            .map(|entry| (entry.what.as_str(), entry.at, entry.until, entry.seconds, entry.is_derived))
            .collect();
        assert_eq!(
            shown,
            [
                ("online", at("11:00:00"), Some(at("12:00:05")), Some(3605.0), true),
                ("offline", at("12:00:05"), Some(at("13:00:00")), Some(3595.0), false),
                ("online", at("13:00:00"), None, Some(1800.0), false),
            ]
        );
        assert_eq!(periods[1].request_id.as_deref(), Some("req_1"), "the request that showed it first");
    }

    #[test]
    fn a_sync_of_which_only_the_end_is_known_has_no_length() {
        let sync = |began: &str| Sync {
            status: Some("completed".into()),
            created_at: Some(at(began).to_string()),
            finished_at: Some(at("12:00:05").to_string()),
            ..Sync::default()
        };
        let seconds = |began: &str| of_sync(&sync(began), at("13:00:00")).expect("an entry").seconds;
        assert_eq!((seconds("12:00:05"), seconds("12:00:00")), (None, Some(5.0)));
    }

    #[test]
    fn an_alert_fires_until_it_is_resolved() {
        let change = |time: &str, state: &str, worst: Option<&str>| AlertChange {
            rule_id: Some("r".into()),
            name: Some("slow".into()),
            at: Some(at(time).to_string()),
            state: Some(state.into()),
            worst_connection_id: worst.map(Into::into),
            ..AlertChange::default()
        };
        let changes = [
            change("12:10:00", "ok", None),
            change("12:00:00", "firing", Some("42")),
            change("13:00:00", "firing", Some("7")),
        ];
        let found = of_alerts(&[], &changes, "42", at("14:00:00"));
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!((found[0].until, found[0].state.as_deref()), (Some(at("12:10:00")), Some("resolved")));
    }
}
