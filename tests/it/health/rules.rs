//! Each rule at its borders.

use std::time::Duration;

use insta::assert_snapshot;
use makini::api::connections::Lifecycle;
use makini::api::metrics::MetricGroup;
use makini::exit::Exit;
use makini::health::{Budgets, Evidence, Finding, Query, Sampled, Severity, Snapshot, Token, judge};
use serde_json::{Value, json};

use super::{connection, now, trouble};

/// One line a finding.
fn lines(findings: &[Finding]) -> String {
    let line = |finding: &Finding| {
        let remedy = finding.remedy.as_ref().map(|remedy| format!(" -> {remedy}")).unwrap_or_default();
        let request = finding.request_id.as_ref().map(|id| format!(" [{id}]")).unwrap_or_default();
        format!("{} {}: {}{request}{remedy}\n", finding.severity.as_str(), finding.rule.as_str(), finding.reason)
    };
    findings.iter().map(line).collect()
}

fn judged(snapshot: &Snapshot) -> String {
    lines(&judge(snapshot, &Budgets::default(), now()))
}

fn of(fields: &Value) -> String {
    judged(&Snapshot::of(connection(fields)))
}

#[test]
fn every_status_and_spelling() {
    let words =
        ["active", "Synchronizing", "IN-PROGRESS", "pending", "inactive", "Disconnected", "on fire", "", "offline"];
    let all: String = words.iter().map(|word| of(&json!({"status": word, "integration_name": "netsuite"}))).collect();
    assert_snapshot!(all, @r"
    ok status: it is active
    ok status: it is synchronizing
    ok status: it is in progress
    warning status: nobody has finished connecting it -> makini reconnect c1 --magic-link
    critical status: it is inactive: the account has too few credits -> makini credits
    warning status: it was disconnected -> makini connect netsuite
    warning status: its status `on fire` is not known here -> makini connections show c1
    warning status: the server returned no status -> makini connections show c1
    ok status: it is offline
    critical health: its system cannot be reached -> makini connections status c1
    ");
    assert_snapshot!(of(&json!({"status": null})), @"warning status: the server returned no status -> makini connections show c1");
}

#[test]
fn statuses_can_be_allowed_and_missing_ones_made_worse() {
    let judged = |status: &str, budgets: &Budgets| {
        judge(&Snapshot::of(connection(&json!({"status": status}))), budgets, now())[0].severity
    };
    let paused = Budgets { statuses: vec![Lifecycle::Inactive], ..Budgets::default() };
    assert_eq!(judged("inactive", &paused), Severity::Ok);
    assert_eq!(judged("active", &paused), Severity::Critical);
    let named = Budgets { disconnected: Severity::Critical, ..Budgets::default() };
    assert_eq!(judged("disconnected", &named), Severity::Critical);
}

#[test]
fn every_health() {
    let error = json!({"code": "REAUTHORIZATION_REQUIRED", "message": "password changed", "request_id": "req_9"});
    let all: String = ["online", "Offline", "Reauthorization Required", "poorly"]
        .iter()
        .map(|word| judged_health(&json!({"health": word, "last_error": error.clone()})))
        .collect();
    assert_snapshot!(all, @r"
    ok health: its system is online
    critical health: its system cannot be reached [req_9] -> makini connections status c1
    critical health: its system no longer accepts the credentials [req_9] -> makini reconnect c1
    warning health: its health `poorly` is not known here [req_9] -> makini connections status c1
    ");
}

fn judged_health(fields: &Value) -> String {
    let findings = judge(&Snapshot::of(connection(fields)), &Budgets::default(), now());
    lines(&findings.into_iter().filter(|finding| finding.rule.as_str() == "health").collect::<Vec<_>>())
}

#[test]
fn the_age_of_the_last_sync() {
    let cases = [
        // Two days without a schedule; twice the schedule and an hour with one.
        json!({"last_sync_at": "2026-03-02T12:00:00Z"}),
        json!({"last_sync_at": "2026-03-02T11:59:59Z"}),
        json!({"last_sync_at": "2026-03-04T10:30:00Z", "schedule_seconds": 900}),
        json!({"last_sync_at": "2026-03-04T10:29:59Z", "schedule_seconds": 900}),
        json!({"last_sync_at": "2026-03-01 00:00:00", "sync_status": "inprogress"}),
        json!({"last_sync_at": "2026-03-04T12:04:00Z"}),
        json!({"last_sync_at": "2026-03-04T13:00:00Z"}),
        json!({"last_sync_at": "last Tuesday"}),
        // Never synced: young, old, of unknown age, and where the server tells nothing of syncs.
        json!({"connected_at": "2026-03-04T11:55:00Z", "schedule_seconds": 3600}),
        json!({"connected_at": "2026-02-01T00:00:00Z", "schedule_seconds": 3600}),
        json!({"sync_status": ""}),
        json!({}),
    ];
    let all: String = cases
        .into_iter()
        .map(|fields| {
            let findings = judge(&Snapshot::of(connection(&fields)), &Budgets::default(), now());
            let rest: Vec<_> = findings.into_iter().filter(|finding| finding.rule.as_str() == "sync-age").collect();
            if rest.is_empty() { "(nothing)\n".to_owned() } else { lines(&rest) }
        })
        .collect();
    assert_snapshot!(all, @r"
    ok sync-age: the last sync was 2d ago
    critical sync-age: the last sync was 2d ago, more than 2d -> makini sync start c1
    ok sync-age: the last sync was 1h 30m ago
    critical sync-age: the last sync was 1h 30m ago, more than 1h 30m -> makini sync start c1
    warning sync-age: the last sync was 3d 12h ago, more than 2d; a sync is running -> makini sync watch c1
    ok sync-age: the last sync was 0s ago
    warning sync-age: the last sync is 1h in the future: a clock is wrong -> makini doctor
    unknown sync-age: could not ask: the server returned `last Tuesday` as the time of the last sync, which is no time
    ok sync-age: it has not synced yet, and was connected 5m ago
    critical sync-age: it has never synced, and was connected 31d 12h ago -> makini sync start c1
    critical sync-age: it has never synced -> makini sync start c1
    (nothing)
    ");
}

#[test]
fn how_the_last_sync_went() {
    let failed = json!({
        "status": "failed",
        "last_successful_sync_at": "2026-03-04T11:00:00Z",
        "error": {"code": "SOURCE_UNREACHABLE", "message": "no answer\u{1b}[2J", "request_id": "req_42", "entity": "sites"},
    });
    let mut snapshot = Snapshot::of(connection(&json!({})));
    snapshot.sync = Query::Answer(serde_json::from_value(failed).expect("a status"));
    assert_snapshot!(judged(&snapshot).escape_debug(), @r"ok status: it is active\ncritical sync-result: the last sync failed: no answer\u{1b}[2J (SOURCE_UNREACHABLE) [req_42] -> makini requests show req_42\nok sync-age: the last sync was 1h ago\n");

    for (word, severity) in [
        ("done", Severity::Ok),
        ("fulldone", Severity::Ok),
        ("running", Severity::Ok),
        ("queued", Severity::Ok),
        ("error", Severity::Critical),
        ("cancelled", Severity::Warning),
        ("exploded", Severity::Warning),
    ] {
        let findings = judge(&Snapshot::of(connection(&json!({"sync_status": word}))), &Budgets::default(), now());
        let found = findings.iter().find(|finding| finding.rule.as_str() == "sync-result").expect("a finding");
        assert_eq!(found.severity, severity, "{word}");
    }
    assert_snapshot!(of(&json!({"sync_status": "done", "last_sync_at": "2026-03-04T11:00:00Z",
        "last_error": {"code": "RATE_LIMIT_EXCEEDED", "request_id": "req_3"}})), @r"
    ok status: it is active
    warning sync-result: the last error was not followed by a success: RATE_LIMIT_EXCEEDED [req_3] -> makini requests show req_3
    ok sync-age: the last sync was 1h ago
    ");
}

#[test]
fn what_a_connection_token_tells_is_enough() {
    let integration = json!({"id": "c1", "sync_status": "done", "sync_updated_at": "2026-03-04T11:30:00Z"});
    let mut snapshot = Snapshot::of(connection(&json!({})));
    snapshot.sync = Query::Skipped;
    snapshot.integration = Query::Answer(serde_json::from_value(integration).expect("an integration"));
    assert_snapshot!(judged(&snapshot), @r"
    ok status: it is active
    ok sync-result: the last sync completed
    ok sync-age: the last sync was 30m ago
    ");
}

#[test]
fn what_could_not_be_asked_is_no_verdict() {
    let mut snapshot = Snapshot::of(connection(&json!({})));
    snapshot.sync = Query::Failed(trouble(Exit::Auth, "the token was refused"));
    snapshot.token = Query::Failed(trouble(Exit::Local, "the keyring is locked"));
    snapshot.metrics = Query::Failed(trouble(Exit::Unavailable, "nobody answers"));
    let budgets = Budgets { max_error_rate: Some(0.1), max_p95: Some(Duration::from_secs(1)), ..Budgets::default() };
    let findings = judge(&snapshot, &budgets, now());
    assert_snapshot!(lines(&findings), @r"
    ok status: it is active
    unknown sync-result: could not ask: the token was refused [req_7] -> makini login
    unknown sync-age: could not ask: the token was refused [req_7] -> makini login
    unknown token: could not ask: the keyring is locked [req_7] -> makini login
    unknown error-rate: could not ask: nobody answers [req_7] -> makini login
    unknown latency: could not ask: nobody answers [req_7] -> makini login
    ");
    assert!(findings.iter().all(|finding| finding.exit.is_some() == (finding.severity == Severity::Unknown)));
    // What the row of the list tells may be older than what could not be read.
    snapshot.connection = connection(&json!({"sync_status": "done", "last_sync_at": "2026-03-04T11:00:00Z"}));
    let findings = judge(&snapshot, &Budgets::default(), now());
    let unknown: Vec<_> = findings.iter().filter(|finding| finding.severity == Severity::Unknown).collect();
    let rules: Vec<_> = unknown.iter().map(|finding| finding.rule.as_str()).collect();
    assert_eq!(rules, ["sync-result", "token"], "{unknown:?}");
    // A row that tells the state only is no proof that nothing was ever synced.
    snapshot.connection = connection(&json!({"sync_status": "done", "schedule_seconds": 900}));
    let findings = judge(&snapshot, &Budgets::default(), now());
    let age = findings.iter().find(|finding| finding.rule.as_str() == "sync-age").expect("a finding");
    assert_eq!(age.severity, Severity::Unknown);
}

#[test]
fn a_server_that_does_not_tell_is_not_taken_for_never() {
    let judged = |word: &str, max_sync_age| {
        let snapshot = Snapshot::of(connection(&json!({"sync_status": word, "created_at": "2026-01-01T00:00:00Z"})));
        let findings = judge(&snapshot, &Budgets { max_sync_age, ..Budgets::default() }, now());
        findings.into_iter().find(|finding| finding.rule.as_str() == "sync-age").map(|finding| finding.exit)
    };
    assert_eq!(judged("done", None), None);
    assert_eq!(judged("running", None), None);
    assert_eq!(judged("done", Some(Duration::from_mins(1))), Some(Some(Exit::Unsupported)));
    assert_eq!(judged("queued", None), Some(None));
    // The next answer may tell: a gate that is red at random would be taken for noise.
    assert_eq!(judged("running", Some(Duration::from_mins(1))), Some(Some(Exit::Pending)));
    let snapshot = Snapshot::of(connection(&json!({"last_sync_at": "2035-01-01T00:00:00Z"})));
    let budgets = Budgets { max_sync_age: Some(Duration::from_hours(24)), ..Budgets::default() };
    let found = judge(&snapshot, &budgets, now());
    let age = found.iter().find(|finding| finding.rule.as_str() == "sync-age").expect("a finding");
    assert_eq!((age.severity, age.exit), (Severity::Unknown, Some(Exit::Unavailable)), "how old it is was asked");
}

#[test]
fn the_lifetime_of_the_token() {
    let budgets = Budgets { min_token_lifetime: Some(Duration::from_hours(24)), ..Budgets::default() };
    let token = |expires_at: &str, renews_itself| {
        let mut snapshot = Snapshot::of(connection(&json!({})));
        let expires_at = expires_at.parse().expect("a stamp");
        snapshot.token = Query::Answer(Token { expires_at, renews_itself });
        snapshot
    };
    let all: String = [
        token("2026-03-05T12:00:00Z", false),
        token("2026-03-05T11:59:59Z", false),
        token("2026-03-04T12:00:00Z", false),
        token("2026-03-01T12:00:00Z", true),
        Snapshot::of(connection(&json!({"token_expires_at": "2026-03-04T13:00:00Z"}))),
    ]
    .iter()
    .map(|snapshot| lines(&judge(snapshot, &budgets, now())[1..]))
    .collect();
    assert_snapshot!(all, @r"
    ok token: its token lasts 1d
    critical token: its token ends in 23h 59m, less than 1d -> makini token rotate c1
    critical token: its token ended 0s ago -> makini token rotate c1
    ok token: its token renews itself
    critical token: its token ends in 1h, less than 1d -> makini token rotate c1
    ");
}

#[test]
fn budgets_of_figures_count_only_where_they_are_set() {
    let mut snapshot = Snapshot::of(connection(&json!({})));
    let evidence = Evidence { source: "server", from: Some("a".into()), to: Some("b".into()) };
    let figures = |requests, error_rate, p95_ms| {
        let all =
            MetricGroup { requests: Some(requests), errors: Some(5), error_rate, p95_ms, ..MetricGroup::default() };
        Sampled { evidence: evidence.clone(), calls: all.clone(), all }
    };
    snapshot.metrics = Query::Answer(figures(100, Some(0.05), Some(750.0)));
    assert_eq!(judge(&snapshot, &Budgets::default(), now()).len(), 1);
    let budgets = |rate, millis| Budgets {
        max_error_rate: Some(rate),
        max_p95: Some(Duration::from_millis(millis)),
        ..Budgets::default()
    };
    let mut all = lines(&judge(&snapshot, &budgets(0.05, 750), now())[1..]);
    all += &lines(&judge(&snapshot, &budgets(0.049, 749), now())[1..]);
    snapshot.metrics = Query::Answer(figures(0, None, None));
    all += &lines(&judge(&snapshot, &budgets(0.0, 1), now())[1..]);
    let allowed = Budgets { min_requests: 0, ..budgets(0.0, 1) };
    all += &lines(&judge(&snapshot, &allowed, now())[1..]);
    // Nine of ten is a figure of chance, whichever way it points.
    snapshot.metrics = Query::Answer(figures(9, Some(0.9), Some(1.0)));
    let few = judge(&snapshot, &budgets(0.5, 1), now());
    assert_eq!((&few[1].evidence["source"], &few[1].evidence["requests"]), (&json!("server"), &json!(9)));
    assert_eq!((&few[1].evidence["from"], &few[1].evidence["to"]), (&json!("a"), &json!("b")));
    all += &lines(&few[1..]);
    snapshot.metrics = Query::Skipped;
    all += &lines(&judge(&snapshot, &budgets(0.5, 1), now())[1..]);
    assert_snapshot!(all, @r"
    ok error-rate: 5.0 % of its requests failed
    ok latency: 95 of 100 of its requests took at most 750 ms
    critical error-rate: 5.0 % of its requests failed, more than 4.9 % -> makini requests list --connection=c1 --errors
    critical latency: 95 of 100 of its requests took at most 750 ms, more than 749 ms -> makini metrics --connection=c1 --by endpoint
    unknown error-rate: too few: 0 requests of at least 10 (source: server) -> makini check c1 --max-error-rate 0% --window 7d
    unknown latency: too few: 0 calls of at least 10 (source: server) -> makini check c1 --max-p95 1ms --window 7d
    ok error-rate: no requests in this time (server)
    ok latency: no requests in this time (server)
    unknown error-rate: too few: 9 requests of at least 10 (source: server) -> makini check c1 --max-error-rate 50% --min-requests 9
    unknown latency: too few: 9 calls of at least 10 (source: server) -> makini check c1 --max-p95 1ms --min-requests 9
    unknown error-rate: could not ask: neither the server nor the journal has these metrics
    unknown latency: could not ask: neither the server nor the journal has these metrics
    ");
}
