//! What a report says to processes, `JUnit` readers, Nagios and GitHub.

use insta::assert_snapshot;
use makini::exit::Exit;
use makini::health::{FailOn, Finding, Nagios, Report, Rule, annotations, junit};

use super::{report, trouble};

fn ok() -> Finding {
    Finding::ok(Rule::Status, "it is active")
}

fn warning() -> Finding {
    Finding::warning(Rule::SyncResult, "the last sync was cancelled").remedy("makini sync status c1")
}

fn critical() -> Finding {
    Finding::critical(Rule::SyncAge, "the last sync was 3d ago, more than 2d")
        .fact("age_seconds", Some(259_200))
        .fact("last_sync_at", Some("2026-03-01T12:00:00Z"))
        .request(Some("req_42".into()))
        .remedy("makini sync start c1")
}

fn unknown(exit: Exit) -> Finding {
    Finding::unknown(Rule::Reach, &trouble(exit, "the token was refused"))
}

/// One connection in each state.
fn mixed() -> Report {
    report(vec![
        ("acme", vec![ok(), critical()]),
        ("bolt", vec![ok(), warning()]),
        ("coil", vec![unknown(Exit::Auth), ok()]),
        ("dune", vec![ok()]),
    ])
}

#[test]
fn the_worst_finding_decides_how_the_process_ends() {
    use Exit::{Auth, Degraded, Forbidden, NotFound, Ok, RateLimited, Unavailable, Unhealthy};
    for (findings, on_critical, on_warning) in [
        (vec![], Ok, Ok),
        (vec![ok()], Ok, Ok),
        (vec![ok(), warning()], Ok, Degraded),
        (vec![warning(), critical()], Unhealthy, Unhealthy),
        (vec![unknown(Auth), critical()], Unhealthy, Unhealthy),
        (vec![unknown(Auth), warning()], Auth, Auth),
        (vec![unknown(Unavailable)], Unavailable, Unavailable),
        (vec![unknown(RateLimited), unknown(Unavailable), unknown(Forbidden)], Forbidden, Forbidden),
        (vec![unknown(NotFound), unknown(RateLimited)], RateLimited, RateLimited),
    ] {
        let report = report(findings.iter().map(|finding| ("x", vec![ok(), finding.clone()])).collect());
        assert_eq!(report.exit(FailOn::Critical), on_critical, "{findings:?}");
        assert_eq!(report.exit(FailOn::Warning), on_warning, "{findings:?}");
    }
}

#[test]
fn as_json() {
    let json = serde_json::to_string_pretty(&report(vec![("coil", vec![unknown(Exit::Auth)])])).expect("JSON");
    assert_snapshot!(json, @r#"
    {
      "checked_at": "2026-03-04T12:00:00Z",
      "severity": "unknown",
      "counts": {
        "ok": 0,
        "warning": 0,
        "unknown": 1,
        "critical": 0
      },
      "findings": [],
      "connections": [
        {
          "connection_id": "id-coil",
          "connection": "coil",
          "severity": "unknown",
          "took_ms": 1500.0,
          "findings": [
            {
              "rule": "reach",
              "severity": "unknown",
              "reason": "could not ask: the token was refused",
              "evidence": {},
              "request_id": "req_7",
              "remedy": "makini login",
              "exit": "auth"
            }
          ]
        }
      ]
    }
    "#);
}

#[test]
fn as_junit() {
    assert_snapshot!(junit(&mixed(), FailOn::Critical), @r#"
    <?xml version="1.0" encoding="UTF-8"?>
    <testsuites name="makini check" tests="7" failures="1" errors="1" time="6.000">
        <testsuite name="acme" tests="2" skipped="0" errors="0" failures="1" time="1.500">
            <testcase name="acme: status" classname="makini.check.id-acme" time="1.500">
                <system-out>ok: it is active
    </system-out>
            </testcase>
            <testcase name="acme: sync-age" classname="makini.check.id-acme" time="0.000">
                <failure message="the last sync was 3d ago, more than 2d" type="critical">age_seconds: 259200
    last_sync_at: 2026-03-01T12:00:00Z
    request: req_42
    next: makini sync start c1
    </failure>
            </testcase>
        </testsuite>
        <testsuite name="bolt" tests="2" skipped="0" errors="0" failures="0" time="1.500">
            <testcase name="bolt: status" classname="makini.check.id-bolt" time="1.500">
                <system-out>ok: it is active
    </system-out>
            </testcase>
            <testcase name="bolt: sync-result" classname="makini.check.id-bolt" time="0.000">
                <system-out>warning: the last sync was cancelled
    next: makini sync status c1
    </system-out>
            </testcase>
        </testsuite>
        <testsuite name="coil" tests="2" skipped="0" errors="1" failures="0" time="1.500">
            <testcase name="coil: reach" classname="makini.check.id-coil" time="1.500">
                <error message="could not ask: the token was refused" type="unknown">request: req_7
    next: makini login
    </error>
            </testcase>
            <testcase name="coil: status" classname="makini.check.id-coil" time="0.000">
                <system-out>ok: it is active
    </system-out>
            </testcase>
        </testsuite>
        <testsuite name="dune" tests="1" skipped="0" errors="0" failures="0" time="1.500">
            <testcase name="dune: status" classname="makini.check.id-dune" time="1.500">
                <system-out>ok: it is active
    </system-out>
            </testcase>
        </testsuite>
    </testsuites>
    "#);
    let strict = junit(&mixed(), FailOn::Warning);
    assert!(strict.starts_with("<?xml"));
    assert!(strict.contains(r#"tests="7" failures="2" errors="1""#), "{strict}");
}

#[test]
fn hostile_text_stays_text_in_junit() {
    let evil = "]]><a/>&amp;\"'\u{0}\u{1b}[2J\u{1b}]0;x\u{7}\u{9b}\u{fffe}\u{202e}\n\u{b}";
    let finding = Finding::critical(Rule::Health, evil).fact("error_message", Some(evil)).request(Some(evil.into()));
    let xml = junit(&report(vec![(evil, vec![finding, Finding::ok(Rule::Status, evil)])]), FailOn::Critical);
    assert!(!xml.chars().any(|c| c.is_control() && c != '\n'), "{xml:?}");
    assert!(!xml.contains('\u{fffe}') && !xml.contains("<a/>"), "{xml}");
    assert!(xml.contains("\u{fffd}[2J\u{fffd}]0;x\u{fffd}"), "what is replaced is seen: {xml}");
    let read = quick_junit::Report::deserialize_from_str(&xml).expect("well-formed");
    assert_eq!((read.tests, read.failures, read.errors), (2, 1, 0));
}

#[test]
fn as_nagios() {
    let nagios = |report: &Report, fail_on| {
        let Nagios { code, line } = Nagios::of(report, fail_on);
        format!("{code} {line}\n")
    };
    let mut all = nagios(&mixed(), FailOn::Critical);
    all += &nagios(&report(vec![("coil", vec![unknown(Exit::Auth)]), ("bolt", vec![warning()])]), FailOn::Critical);
    all += &nagios(&report(vec![("bolt", vec![warning()])]), FailOn::Critical);
    all += &nagios(&report(vec![("bolt", vec![warning()])]), FailOn::Warning);
    all += &nagios(&report(vec![("dune", vec![ok()])]), FailOn::Critical);
    let many = ["a", "b", "c", "d|\n\u{1b}e"].map(|name| (name, vec![critical()])).into_iter().rev().collect();
    all += &nagios(&report(many), FailOn::Critical);
    assert_snapshot!(all, @r"
    2 MAKINI CRITICAL - 1 of 4 connections are well; acme: the last sync was 3d ago, more than 2d; coil: could not ask: the token was refused; bolt: the last sync was cancelled | connections=4;;;0 ok=1;;;0;4 warning=1;;;0;4 unknown=1;;;0;4 critical=1;;;0;4
    3 MAKINI UNKNOWN - 0 of 2 connections are well; coil: could not ask: the token was refused; bolt: the last sync was cancelled | connections=2;;;0 ok=0;;;0;2 warning=1;;;0;2 unknown=1;;;0;2 critical=0;;;0;2
    1 MAKINI WARNING - 0 of 1 connections are well; bolt: the last sync was cancelled | connections=1;;;0 ok=0;;;0;1 warning=1;;;0;1 unknown=0;;;0;1 critical=0;;;0;1
    2 MAKINI CRITICAL - 0 of 1 connections are well; bolt: the last sync was cancelled | connections=1;;;0 ok=0;;;0;1 warning=1;;;0;1 unknown=0;;;0;1 critical=0;;;0;1
    0 MAKINI OK - 1 of 1 connections are well | connections=1;;;0 ok=1;;;0;1 warning=0;;;0;1 unknown=0;;;0;1 critical=0;;;0;1
    2 MAKINI CRITICAL - 0 of 4 connections are well; d/  e: the last sync was 3d ago, more than 2d; c: the last sync was 3d ago, more than 2d; b: the last sync was 3d ago, more than 2d; and 1 more | connections=4;;;0 ok=0;;;0;4 warning=0;;;0;4 unknown=0;;;0;4 critical=4;;;0;4
    ");
    assert!(!all.replace('\n', "").chars().any(char::is_control));
}

#[test]
fn as_github_annotations() {
    assert_snapshot!(annotations(&mixed()), @r"
    ::error title=acme%3A sync-age::the last sync was 3d ago, more than 2d%0Arequest req_42%0Amakini sync start c1
    ::error title=coil%3A reach::could not ask: the token was refused%0Arequest req_7%0Amakini login
    ::warning title=bolt%3A sync-result::the last sync was cancelled%0Amakini sync status c1
    ");
    let evil = Finding::critical(Rule::Health, "100% broken\r\n::stop-commands::x\u{1b}[2J");
    assert_snapshot!(annotations(&report(vec![("a,b:c\n::error::d", vec![evil])])), @"::error title=a%2Cb%3Ac%0A%3A%3Aerror%3A%3Ad%3A health::100%25 broken%0D%0A::stop-commands::x�[2J");
}
