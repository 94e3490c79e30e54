//! The figures of the last round, and the counts since the start, as metrics.
//!
//! Labels are the connection, the rule, the severity and the status: never a reason, and no more connections than
//! [`MOST`], so that the number of series follows from the number of connections alone.

use std::collections::{BTreeMap, HashSet};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use jiff::Timestamp;

use super::outbox::Recipient;
use super::tracker::Tracker;
use crate::exposition::{Exposition, Form, Kind, Metrics, label, unique};
use crate::health::{ConnectionReport, Report, Rule, Severity, figure};

/// How the name of every metric begins.
pub(super) const PREFIX: &str = "makini_";

/// Connections that have series of their own.
const MOST: usize = 20_000;

/// Upper bounds of the durations of rounds, in seconds.
const BOUNDS: [f64; 11] = [0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0, 120.0, 300.0];

/// Figures of a connection that are evidence of a rule: name, unit, help, and where from, with what it is divided by.
const FIGURES: [(&str, &str, &str, Rule, &str, f64); 4] = [
    ("connection_sync_age_seconds", "seconds", "Age of the last successful sync.", Rule::SyncAge, "age_seconds", 1.0),
    (
        "connection_token_seconds_left",
        "",
        "Time until the token ends, in seconds; one that renews itself has none.",
        Rule::Token,
        "left_seconds",
        1.0,
    ),
    (
        "connection_error_ratio",
        "ratio",
        "Part of the requests that failed, 0 to 1.",
        Rule::ErrorRate,
        "error_rate",
        1.0,
    ),
    (
        "connection_latency_p95_seconds",
        "seconds",
        "95th percentile of the latency of calls.",
        Rule::Latency,
        "p95_ms",
        1000.0,
    ),
];

/// Requests of this process by the status of their answers; nothing where none came.
pub type Requests = Vec<(Option<u16>, u64)>;

/// Events of an inbox that wait to be forwarded.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Backlog {
    /// Their number.
    pub events: u64,
    /// Age of the oldest; zero where there is none.
    pub oldest: Duration,
}

/// What became of a notification.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delivered {
    /// It was taken.
    Ok,
    /// It was not, this time.
    Failed,
    /// It is not tried again.
    GivenUp,
}

/// What was found and counted so far.
#[derive(Debug, Default)]
pub struct Board(Mutex<Figures>);

#[derive(Debug, Default)]
struct Figures {
    connections: Vec<Row>,
    left_out: usize,
    by_severity: BTreeMap<&'static str, usize>,
    /// Findings about the account that are not well.
    account: Vec<(Rule, Severity)>,
    credits_left: Option<f64>,
    failed_deliveries: Option<f64>,
    failing_events: Option<f64>,
    is_listed: bool,
    last_round: Option<Timestamp>,
    rounds: [u64; 2],
    /// Rounds by upper bound, and one more for those above all.
    durations: [u64; BOUNDS.len() + 1],
    duration_sum: f64,
    changes: u64,
    /// By recipient and result.
    notifications: BTreeMap<(&'static str, &'static str), u64>,
    /// By result: ok, failed.
    exports: [u64; 2],
    requests: Requests,
    backlog: Option<Backlog>,
}

#[derive(Debug)]
struct Row {
    labels: Box<str>,
    is_up: Option<bool>,
    is_unknown: bool,
    is_flapping: bool,
    since: Option<i64>,
    figures: [Option<f64>; FIGURES.len()],
    /// Not well.
    findings: Box<[(Rule, Severity)]>,
}

impl Row {
    fn new(row: &ConnectionReport, tracker: &Tracker) -> Self {
        let any = |severity| row.findings.iter().any(|finding| finding.severity == severity);
        let (is_critical, is_unknown) = (any(Severity::Critical), any(Severity::Unknown));
        Self {
            labels: format!("connection_id=\"{}\",connection=\"{}\"", unique(&row.id), label(&row.name)).into(),
            is_up: (is_critical || !is_unknown).then_some(!is_critical),
            is_unknown,
            is_flapping: tracker.is_flapping(&row.id),
            since: tracker.since(&row.id).map(Timestamp::as_second),
            figures: FIGURES.map(|(_, _, _, rule, key, by)| figure(&row.findings, rule, key).map(|value| value / by)),
            findings: ill(&row.findings),
        }
    }
}

/// Drops what neither a metric nor a change is made of: a fleet is large, and a round is kept until it has ended.
pub fn trim(row: &mut ConnectionReport) {
    for finding in row.findings.iter_mut().filter(|finding| finding.severity == Severity::Ok) {
        let is_read = |name: &str| name == "renews_itself" || FIGURES.iter().any(|(.., key, _)| *key == name);
        let read = finding.evidence.iter().filter(|(name, _)| is_read(name));
        finding.evidence = read.map(|(name, value)| (name.clone(), value.clone())).collect();
        (finding.reason, finding.remedy, finding.request_id) = (String::new(), None, None);
    }
}

/// Returns the rules that found something, each once with each severity.
fn ill(findings: &[crate::health::Finding]) -> Box<[(Rule, Severity)]> {
    let mut seen = HashSet::new();
    let found = findings.iter().map(|finding| (finding.rule, finding.severity));
    found.filter(|one| one.1 != Severity::Ok && seen.insert(*one)).collect()
}

impl Board {
    /// Takes the figures of a round that began then, by the clock of this machine, and took so long.
    pub fn round(&self, report: &Report, (began, took): (Timestamp, Duration), tracker: &Tracker, changes: usize) {
        let mut ids = HashSet::new();
        // A series must not be there twice, whatever a server lists.
        let rows = report.connections.iter().filter(|row| ids.insert(row.id.as_str())).take(MOST);
        let rows: Vec<Row> = rows.map(|row| Row::new(row, tracker)).collect();
        let mut figures = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        figures.is_listed = !report.overall.iter().any(|finding| finding.rule == Rule::Reach);
        let result = usize::from(!figures.is_listed);
        figures.rounds[result] += 1;
        figures.last_round = Some(began);
        figures.account = ill(&report.overall).into();
        figures.credits_left = figure(&report.overall, Rule::Credits, "left");
        figures.failed_deliveries = figure(&report.overall, Rule::Deliveries, "failed");
        figures.failing_events = figure(&report.overall, Rule::Events, "failing");
        figures.left_out = ids.len().saturating_sub(rows.len());
        figures.by_severity =
            Severity::ALL.into_iter().map(|severity| (severity.as_str(), report.count(severity))).collect();
        figures.connections = rows;
        let seconds = took.as_secs_f64();
        let bucket = BOUNDS.iter().position(|bound| seconds <= *bound).unwrap_or(BOUNDS.len());
        figures.durations[bucket] += 1;
        figures.duration_sum += seconds;
        figures.changes += changes as u64;
    }

    /// Takes what was counted outside the rounds.
    pub fn counted(&self, requests: Requests, backlog: Option<Backlog>) {
        let mut figures = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        (figures.requests, figures.backlog) = (requests, backlog);
    }

    /// Counts a notification.
    pub fn notified(&self, recipient: Recipient, result: Delivered) {
        let result = match result {
            Delivered::Ok => "ok",
            Delivered::Failed => "failed",
            Delivered::GivenUp => "given_up",
        };
        let mut figures = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *figures.notifications.entry((recipient.as_str(), result)).or_default() += 1;
    }

    /// Returns all of it as text.
    pub fn exposed(&self, form: Form) -> String {
        let mut out = Exposition::new(PREFIX, form);
        self.write(&mut out);
        out.finish()
    }

    /// Writes all of it.
    pub(super) fn write(&self, out: &mut impl Metrics) {
        let figures = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        figures.of_connections(out);
        figures.of_account(out);
        figures.of_monitor(out);
    }

    /// Counts an export by OTLP.
    pub fn exported(&self, is_ok: bool) {
        let mut figures = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        figures.exports[usize::from(!is_ok)] += 1;
    }
}

impl Figures {
    fn of_connections(&self, out: &mut impl Metrics) {
        let rows = &self.connections;
        out.family(
            "connection_up",
            Kind::Gauge,
            "",
            "1 where nothing critical was found, 0 where it was; absent where nothing is known of it.",
        );
        for row in rows {
            if let Some(is_up) = row.is_up {
                out.sample("connection_up", &row.labels, "", u8::from(is_up));
            }
        }
        out.family(
            "could_not_ask",
            Kind::Gauge,
            "",
            "1 where a query failed, otherwise 0; without labels it is the list of connections.",
        );
        if self.last_round.is_some() {
            out.sample("could_not_ask", "", "", u8::from(!self.is_listed));
        }
        for row in rows {
            out.sample("could_not_ask", &row.labels, "", u8::from(row.is_unknown));
        }
        for (at, (name, unit, help, ..)) in FIGURES.into_iter().enumerate() {
            out.family(name, Kind::Gauge, unit, help);
            for row in rows {
                if let Some(value) = row.figures[at] {
                    out.sample(name, &row.labels, "", value);
                }
            }
        }
        out.family(
            "connection_finding",
            Kind::Gauge,
            "",
            "1 for each rule that found something; absent where all is well.",
        );
        for row in rows {
            for (rule, severity) in &row.findings {
                out.sample("connection_finding", &row.labels, &of(*rule, *severity), 1);
            }
        }
        out.family("connection_flapping", Kind::Gauge, "", "1 where a connection changes too often, otherwise 0.");
        for row in rows {
            out.sample("connection_flapping", &row.labels, "", u8::from(row.is_flapping));
        }
        out.family(
            "connection_settled_timestamp_seconds",
            Kind::Gauge,
            "seconds",
            "Since when a connection is as it is, Unix time by the clock of the server.",
        );
        for row in rows {
            if let Some(since) = row.since {
                out.sample("connection_settled_timestamp_seconds", &row.labels, "", since);
            }
        }
    }

    fn of_account(&self, out: &mut impl Metrics) {
        out.family("connections", Kind::Gauge, "", "Connections by their worst finding.");
        for (severity, count) in &self.by_severity {
            out.sample("connections", &format!("severity=\"{severity}\""), "", count);
        }
        out.family("connections_left_out", Kind::Gauge, "", "Connections beyond those that have series of their own.");
        out.sample("connections_left_out", "", "", self.left_out);
        out.family(
            "account_finding",
            Kind::Gauge,
            "",
            "1 for each finding about the account; absent where all is well.",
        );
        for (rule, severity) in &self.account {
            out.sample("account_finding", "", &of(*rule, *severity), 1);
        }
        for (name, help, value) in [
            ("credits_left", "Credits that are left, with a budget for them.", self.credits_left),
            ("failed_deliveries", "Webhook deliveries given up, with a budget for them.", self.failed_deliveries),
            (
                "failing_events",
                "Events of the inbox whose last try failed, with a budget for them.",
                self.failing_events,
            ),
        ] {
            out.family(name, Kind::Gauge, "", help);
            if let Some(value) = value {
                out.sample(name, "", "", value);
            }
        }
        out.family("inbox_pending_events", Kind::Gauge, "", "Events of the inbox that wait to be forwarded.");
        if let Some(backlog) = self.backlog {
            out.sample("inbox_pending_events", "", "", backlog.events);
        }
        out.family("inbox_oldest_pending_age_seconds", Kind::Gauge, "seconds", "Age of the oldest event that waits.");
        if let Some(backlog) = self.backlog {
            out.sample("inbox_oldest_pending_age_seconds", "", "", backlog.oldest.as_secs_f64());
        }
    }

    fn of_monitor(&self, out: &mut impl Metrics) {
        out.family("requests", Kind::Counter, "", "Requests of this monitor by status; `none` where no answer came.");
        for (status, count) in &self.requests {
            let code = status.map_or_else(|| "none".to_owned(), |status| status.to_string());
            out.sample("requests_total", "", &format!("code=\"{code}\""), count);
        }
        out.family("rounds", Kind::Counter, "", "Rounds by whether the connections could be listed.");
        for (word, count) in ["ok", "failed"].into_iter().zip(self.rounds) {
            out.sample("rounds_total", "", &format!("result=\"{word}\""), count);
        }
        out.family("check_duration_seconds", Kind::Histogram, "seconds", "Duration of rounds.");
        let mut sum = 0;
        for (at, count) in self.durations.into_iter().enumerate() {
            sum += count;
            let bound = BOUNDS.get(at).map_or_else(|| "+Inf".to_owned(), |bound| format!("{bound:?}"));
            out.sample("check_duration_seconds_bucket", "", &format!("le=\"{bound}\""), sum);
        }
        out.sample("check_duration_seconds_sum", "", "", self.duration_sum);
        out.sample("check_duration_seconds_count", "", "", sum);
        out.family("last_round_timestamp_seconds", Kind::Gauge, "seconds", "Start of the last round, Unix time.");
        if let Some(at) = self.last_round {
            out.sample("last_round_timestamp_seconds", "", "", at.as_second());
        }
        out.family("changes", Kind::Counter, "", "Changes that were reported.");
        out.sample("changes_total", "", "", self.changes);
        out.family("notifications", Kind::Counter, "", "Notifications by recipient and result; each try counts.");
        for ((recipient, result), count) in &self.notifications {
            let labels = format!("recipient=\"{recipient}\",result=\"{result}\"");
            out.sample("notifications_total", &labels, "", count);
        }
        out.family("otlp_exports", Kind::Counter, "", "Exports by OTLP, by result.");
        for (word, count) in ["ok", "failed"].into_iter().zip(self.exports) {
            out.sample("otlp_exports_total", "", &format!("result=\"{word}\""), count);
        }
        out.family("build", Kind::Gauge, "", "1, with the version.");
        out.sample("build", "", concat!("version=\"", env!("CARGO_PKG_VERSION"), "\""), 1);
    }
}

fn of(rule: Rule, severity: Severity) -> String {
    format!("rule=\"{}\",severity=\"{}\"", rule.as_str(), severity.as_str())
}
