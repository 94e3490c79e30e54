//! Reports, read by what reads them elsewhere: `promtool` and the parser of the Prometheus client for `OpenMetrics`, the
//! official schema and Microsoft's SARIF Multitool, and the documented rules of GitLab.

use std::collections::{BTreeSet, HashSet};
use std::path::{Path, PathBuf};
use std::process::Command;

use makini::exit::Exit;
use makini::health::{Acceptances, Finding, Report, Rule, gitlab, html, open_metrics, sarif};
use serde_json::Value;

use super::{now, report, trouble};
use crate::support::readers::{python, read};
use crate::support::webdriver::{Chromium, Setup};
use crate::support::{axe, promtool, require};

/// A connection in each state, with every figure that there is.
fn mixed() -> Report {
    let finding = |rule, reason: &str| Finding::critical(rule, reason).remedy("makini sync start c1");
    let late = || {
        finding(Rule::SyncAge, "the last sync was 3d ago, more than 2d")
            .fact("age_seconds", Some(259_200))
            .fact("last_sync_at", Some("2026-03-01T12:00:00Z"))
    };
    let mut all = report(vec![
        ("acme", vec![Finding::ok(Rule::Status, "it is active"), late().request(Some("req_42".into()))]),
        ("bolt", vec![Finding::warning(Rule::SyncResult, "the last sync was cancelled")]),
        ("coil", vec![Finding::unknown(Rule::Reach, &trouble(Exit::Auth, "the token was refused"))]),
        (
            "dune",
            vec![
                Finding::ok(Rule::Token, "its token lasts 3d").fact("left_seconds", Some(259_200)),
                Finding::ok(Rule::ErrorRate, "0.5 %").fact("error_rate", Some(0.005)),
                Finding::ok(Rule::Latency, "fast").fact("p95_ms", Some(1500.0)),
            ],
        ),
        ("echo", vec![late()]),
        (
            "fern",
            vec![
                Finding::ok(Rule::Token, "its token renews itself")
                    .fact("left_seconds", Some(60))
                    .fact("renews_itself", Some(true)),
            ],
        ),
    ]);
    all.overall.push(Finding::ok(Rule::Deliveries, "2 were given up").fact("failed", Some(2)));
    all.overall.push(Finding::ok(Rule::Credits, "5 credits are left").fact("left", Some(5)));
    let accepted = "[[accept]]\nrule = 'sync-age'\nconnection = 'echo'\nuntil = 2027-01-31\nbecause = 'closed'";
    let accepted = Acceptances::parse(accepted, &jiff::tz::TimeZone::UTC).expect("a file");
    let mut matching = accepted.matching();
    all.connections.iter_mut().for_each(|row| matching.mark(row, now()));
    all
}

/// Names, IDs and reasons that a reader would obey, and of which two are alike once they are made harmless.
fn hostile() -> Report {
    let long = "x".repeat(10_000_000);
    let names = [
        "]]><a/>&amp;\"'\u{0}\u{1b}[2J\u{9b}\u{202e}\n\r\u{b}",
        "\"} 1\nmakini_check_up{connection=\"x",
        "\\",
        "a\\\"b\\n{0} {{1}} [click](https://evil.example) ![](x)",
        "../../../etc/passwd",
        "a\u{1}b",
        "a\u{2}b",
        "# EOF",
        "",
        &long,
        &format!("{long}y"),
    ];
    let mut all = report(Vec::new());
    for name in names {
        let finding = Finding::critical(Rule::Health, name)
            .fact("error_message", Some(name))
            .request(Some(name.into()))
            .remedy(name);
        let unknown = Finding::unknown(Rule::SyncAge, &trouble(Exit::Unavailable, name));
        let mut rows = report(vec![("x", vec![finding, unknown, Finding::ok(Rule::Token, name)])]).connections;
        rows[0].id = name.into();
        rows[0].name = name.into();
        all.connections.append(&mut rows);
    }
    // A server may list a connection twice, and two findings of the whole check may be of one rule.
    all.connections.push(all.connections[0].clone());
    all.overall = vec![Finding::ok(Rule::Count, "enough"), Finding::warning(Rule::Count, "stopped")];
    all
}

fn failed() -> Report {
    Report::failed(now(), &trouble(Exit::Unavailable, "could not list the connections: refused"))
}

fn reports() -> [(&'static str, Report); 4] {
    [("mixed", mixed()), ("hostile", hostile()), ("failed", failed()), ("none", report(Vec::new()))]
}

#[expect(clippy::disallowed_methods, reason = "switches of the test run, not of the product")]
fn multitool() -> Option<PathBuf> {
    let folder = std::env::var_os("MAKINI_TEST_SARIF").map(PathBuf::from);
    let is_there = folder.as_ref().is_some_and(|folder| folder.join("Sarif.Multitool").is_file());
    require::given("sarif-multitool", is_there).then_some(folder).flatten()
}

#[test]
fn prometheus_reads_the_metrics() {
    let folder = tempfile::tempdir().expect("a folder");
    let python = python();
    for (name, report) in reports() {
        let text = open_metrics(&report, Exit::Ok);
        assert!(text.len() < 100_000, "{name}: a long name does not make a long report: {}", text.len());
        promtool::accepts(&text);
        if let Some(python) = &python {
            let file = folder.path().join(format!("{name}.prom"));
            std::fs::write(&file, &text).expect("written");
            let samples = text.lines().filter(|line| !line.starts_with('#')).count();
            assert_eq!(read(python, &[Path::new("openmetrics"), &file]), samples, "{name}: one line is one sample");
        }
    }
}

#[test]
fn metrics_keep_a_verdict_apart_from_could_not_ask() {
    let text = open_metrics(&mixed(), Exit::Unhealthy);
    let has = |line: &str| text.lines().any(|found| found == line);
    let of = |name: &str| format!("connection_id=\"id-{name}\",connection=\"{name}\"");
    for line in [
        "makini_check_timestamp_seconds 1772625600".to_owned(),
        "makini_check_exit_code 1".into(),
        "makini_check_connections{severity=\"unknown\"} 1".into(),
        format!("makini_check_up{{{}}} 0", of("acme")),
        format!("makini_check_up{{{}}} 1", of("bolt")),
        format!("makini_check_verdict{{{},rule=\"sync-age\"}} 2", of("acme")),
        format!("makini_check_verdict{{{},rule=\"sync-result\"}} 1", of("bolt")),
        format!("makini_check_could_not_ask{{{},rule=\"reach\"}} 1", of("coil")),
        format!("makini_check_could_not_ask{{{},rule=\"sync-age\"}} 0", of("acme")),
        format!("makini_check_sync_age_seconds{{{}}} 259200", of("acme")),
        format!("makini_check_token_left_seconds{{{}}} 259200", of("dune")),
        format!("makini_check_error_ratio{{{}}} 0.005", of("dune")),
        format!("makini_check_latency_p95_seconds{{{}}} 1.5", of("dune")),
        "makini_check_failed_deliveries 2".into(),
        "makini_check_verdict{rule=\"deliveries\"} 0".into(),
        "makini_check_credits_left 5".into(),
        format!("makini_check_accepted{{{},rule=\"sync-age\"}} 1", of("echo")),
        format!("makini_check_verdict{{{},rule=\"sync-age\"}} 0", of("echo")),
    ] {
        assert!(has(&line), "{line} is missing:\n{text}");
    }
    for absent in [format!("makini_check_up{{{}}}", of("coil")), format!("seconds{{{}}}", of("fern"))] {
        assert!(!text.contains(&absent), "{absent}:\n{text}");
    }
    let failed = open_metrics(&failed(), Exit::Unavailable);
    assert!(
        failed.contains("makini_check_could_not_ask{rule=\"reach\"} 1") && !failed.contains("check_up{"),
        "{failed}"
    );
}

#[test]
fn sarif_is_valid_by_its_schema_and_by_microsofts_tool() {
    let folder = tempfile::tempdir().expect("a folder");
    let (python, tool) = (python(), multitool());
    for (name, report) in reports() {
        let text = sarif(&report, Exit::Ok);
        assert!(text.len() < 200_000, "{name}: a long name does not make a long report: {}", text.len());
        let file = folder.path().join(format!("{name}.sarif"));
        std::fs::write(&file, &text).expect("written");
        let Some(tool) = &tool else { continue };
        let log: Value = serde_json::from_str(&text).expect("JSON");
        let results = log["runs"][0]["results"].as_array().expect("an array").len();
        if let Some(python) = &python {
            let schema = tool.join("sarif-2.1.0.json");
            assert_eq!(read(python, &[Path::new("sarif"), &file, &schema]), results, "{name}");
        }
        let judged = folder.path().join(format!("{name}.judged.sarif"));
        let mut validate = Command::new(tool.join("Sarif.Multitool"));
        // It wants libraries for languages otherwise, and keeps what it unpacks in the home.
        validate.env("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1").env("DOTNET_BUNDLE_EXTRACT_BASE_DIR", folder.path());
        let ended = validate
            .arg("validate")
            .arg(&file)
            .arg("--output")
            .arg(&judged)
            .args(["--log", "ForceOverwrite", "--rule-kind", "Sarif;Ghas"])
            .output()
            .expect("runs");
        let said =
            || format!("{name}: {}{}", String::from_utf8_lossy(&ended.stdout), String::from_utf8_lossy(&ended.stderr));
        let judged = std::fs::read_to_string(&judged).unwrap_or_else(|error| panic!("{error}: {}", said()));
        let judged: Value = serde_json::from_str(judged.trim_start_matches('\u{feff}')).expect("JSON");
        let errors: Vec<&Value> = judged["runs"][0]["results"].as_array().into_iter().flatten().collect();
        let errors: Vec<_> = errors.into_iter().filter(|found| found["level"] == "error").collect();
        assert!(errors.is_empty() && ended.status.success(), "{}\n{errors:#?}", said());
    }
}

#[test]
fn sarif_has_rules_with_help_levels_and_suppressions() {
    let log: Value = serde_json::from_str(&sarif(&mixed(), Exit::Unhealthy)).expect("JSON");
    let run = &log["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().expect("rules");
    assert_eq!(rules.len(), Rule::ALL.len());
    assert!(rules.iter().all(|rule| rule["help"]["text"].as_str().is_some_and(|text| text.contains("makini "))));
    let results = run["results"].as_array().expect("results");
    let told: Vec<_> = results.iter().map(|result| (result["ruleId"].as_str(), result["level"].as_str())).collect();
    assert_eq!(
        told,
        [
            (Some("sync-age"), Some("error")),
            (Some("reach"), Some("error")),
            (Some("sync-result"), Some("warning")),
            (Some("sync-age"), Some("error")),
        ]
    );
    for result in results {
        let index = result["ruleIndex"].as_u64().and_then(|index| usize::try_from(index).ok()).expect("a number");
        assert_eq!(rules[index]["id"], result["ruleId"]);
    }
    let place = &results[0]["locations"][0]["logicalLocations"][0];
    assert_eq!((&place["name"], &place["fullyQualifiedName"]), (&"acme".into(), &"id-acme".into()), "{place}");
    let text = "acme: the last sync was 3d ago, more than 2d\nnext: makini sync start c1";
    assert_eq!(results[0]["message"]["text"], text);
    assert_eq!(results[3]["suppressions"][0]["justification"], "closed", "an accepted one is shown as such");
    assert!(results[..3].iter().all(|result| result.get("suppressions").is_none()));
    let invocation = &run["invocations"][0];
    assert_eq!((&invocation["executionSuccessful"], &invocation["exitCode"]), (&false.into(), &1.into()));
}

#[test]
fn gitlab_has_the_fields_that_it_documents() {
    for (name, report) in reports() {
        let text = gitlab(&report);
        assert!(text.len() < 100_000, "{name}: {}", text.len());
        assert!(!text.chars().any(|c| c.is_control() && c != '\n'), "{name}");
        let rows: Vec<Value> = serde_json::from_str(&text).expect("an array");
        let mut fingerprints = HashSet::new();
        for row in &rows {
            let word =
                |value: &Value| value.as_str().filter(|text| !text.is_empty()).map(str::to_owned).expect("a text");
            let fields: BTreeSet<_> = row.as_object().expect("an object").keys().map(String::as_str).collect();
            assert_eq!(fields, ["check_name", "description", "fingerprint", "location", "severity"].into());
            word(&row["description"]);
            let path = word(&row["location"]["path"]);
            assert!(!path.starts_with(['/', '.']) && path.split('/').all(|part| !part.starts_with('.')), "{path}");
            assert!(row["location"]["lines"]["begin"].as_u64() >= Some(1), "{row}");
            let severity = word(&row["severity"]);
            assert!(["info", "minor", "major", "critical", "blocker"].contains(&&*severity), "{severity}");
            assert!(Rule::ALL.iter().any(|rule| rule.as_str() == row["check_name"]), "{row}");
            // It shows one of those that have the same.
            assert!(fingerprints.insert(word(&row["fingerprint"])), "{name}: {row}");
        }
        let severities: Vec<_> = rows.iter().map(|row| row["severity"].as_str().expect("a word")).collect();
        match name {
            "mixed" => assert_eq!(severities, ["critical", "major", "minor", "info"]),
            "failed" => assert_eq!(severities, ["major"]),
            "none" => assert!(rows.is_empty()),
            _ => {}
        }
    }
}

#[test]
fn the_page_has_a_row_for_each_finding_and_connection_and_no_markup_of_a_server() {
    let page = html(&mixed(), Exit::Unhealthy);
    let rows: Vec<&str> = page.lines().filter(|line| line.starts_with("<tr><td")).collect();
    let verdicts: Vec<&str> = rows.iter().filter_map(|row| row.split('"').nth(3)).collect();
    assert_eq!(verdicts, ["critical", "unknown", "warning", "critical", "ok", "ok"], "{page}");
    assert!(rows[3].contains("accepted") && !rows[0].contains("accepted"), "{page}");
    for part in [
        "<bdi>acme</bdi>",
        "<td><bdi>2026-03-01T12:00:00Z</bdi></td>",
        "sync-age",
        "3d ago, more than 2d",
        "request <bdi>req_42",
        "<code><bdi>makini sync start c1",
    ] {
        assert!(rows[0].contains(part), "{part}: {}", rows[0]);
    }
    for (name, report) in reports() {
        let page = html(&report, Exit::Ok);
        assert!(page.len() < 200_000, "{name}: {}", page.len());
        let body = page.split("<body>").nth(1).expect("a body");
        for element in ["<a", "<script", "<img"] {
            assert!(!body.contains(element), "{name}: {element}");
        }
        assert!(!page.contains("http://") && !body.contains("url("), "{name}: nothing from elsewhere");
        assert!(!page.chars().any(|c| c.is_control() && c != '\n'), "{name}");
    }
}

#[test]
fn the_page_is_fit_for_everybody() {
    let Some(axe) = axe::script() else { return };
    let folder = tempfile::tempdir().expect("a folder");
    let setups = [Setup::default(), Setup { phone: true, dark: true, ..Setup::default() }];
    for setup in setups {
        let browser = Chromium::start(setup);
        for (name, report) in reports() {
            let file = folder.path().join(format!("{name}.html"));
            std::fs::write(&file, html(&report, Exit::Unhealthy)).expect("written");
            browser.open(&format!("file://{}", file.display()));
            axe::finds_nothing(&browser, &axe, &format!("{name}, {setup:?}"));
            let elements = browser.run("return document.querySelectorAll('a, img, script').length;");
            assert_eq!(elements, Value::from(0), "{name}: a name is no element");
            let picture = Path::new(env!("CARGO_TARGET_TMPDIR"));
            let picture = picture.join(format!("check-{name}-{}.png", if setup.phone { "phone" } else { "wide" }));
            std::fs::write(picture, browser.picture()).expect("written");
        }
    }
}

/// The age in the reason changes in every run; what was found does not.
#[test]
fn a_fingerprint_stays_while_the_connection_and_the_rule_do() {
    let of = |name: &str, rule, reason: &str| {
        let text = gitlab(&report(vec![(name, vec![Finding::critical(rule, reason)])]));
        let rows: Value = serde_json::from_str(&text).expect("JSON");
        rows[0]["fingerprint"].clone()
    };
    let first = of("acme", Rule::SyncAge, "the last sync was 3d ago");
    assert_eq!(first, of("acme", Rule::SyncAge, "the last sync was 4d ago"));
    assert_ne!(first, of("bolt", Rule::SyncAge, "the last sync was 3d ago"));
    assert_ne!(first, of("acme", Rule::SyncResult, "the last sync was 3d ago"));
    let log: Value = serde_json::from_str(&sarif(&mixed(), Exit::Ok)).expect("JSON");
    let fingerprints = &log["runs"][0]["results"][0]["partialFingerprints"];
    assert_eq!(fingerprints["makiniFinding/v1"], first, "the same in every format");
}
