//! Finding requests, and figures about them.

use std::time::Duration;

use insta::assert_snapshot;
use makini::api::metrics::Metrics;
use makini::api::requests::LoggedRequest;
use makini::exchange::{Exchange, Recorder};
use makini::exit::Exit;
use makini::failure::Classify;
use makini::journal::{Error, Filter, GroupBy, Journal, Options, Order, Outcome, Search};

use super::{clock, journal};
use crate::support::exchange::{bad, good};

/// Twelve requests of an hour in which a system was away for a while.
fn filled(folder: &std::path::Path) -> Journal {
    let journal = journal(folder);
    for (minute, status, id) in [
        (0, Some(200), "req_a0"),
        (1, Some(200), "req_a1"),
        (2, Some(404), "req_b2"),
        (10, Some(502), "req_b10"),
        (11, None, ""),
        (12, Some(429), "req_c12"),
        (30, Some(200), "req_c30"),
        (59, Some(200), "req_c59"),
    ] {
        let at = format!("2026-03-04T10:{minute:02}:00Z");
        let exchange = Exchange { status, ..bad(&at, id) };
        journal.record(&if status == Some(200) {
            Exchange { request_id: Some(id.into()), ..good(&at) }
        } else {
            exchange
        });
    }
    journal.record(&Exchange {
        connection: None,
        method: "POST".into(),
        template: "/api/system/connections/{id}/token".into(),
        ..good("2026-03-04T10:20:00Z")
    });
    let other = Journal::new(journal.path(), Options::new("staging"), clock());
    other.record(&bad("2026-03-04T10:10:30Z", "req_s1"));
    journal
}

fn minutes(journal: &Journal, filter: &Filter) -> String {
    let found = journal.search(filter).expect("readable");
    found.iter().map(|entry| entry.at.strftime("%M").to_string()).collect::<Vec<_>>().join(" ")
}

#[test]
fn every_filter_narrows() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let journal = filled(folder.path());
    let stamp = |text: &str| Some(text.parse().expect("a stamp"));
    let statuses = |texts: &[&str]| texts.iter().map(|text| text.parse().expect("a status")).collect();
    let check = |filter: Filter, expected: &str| assert_eq!(minutes(&journal, &filter), expected, "{filter:?}");
    let all = Filter::default;
    check(all(), "59 30 20 12 11 10 10 02 01 00");
    check(Filter { order: Order::OldestFirst, limit: Some(3), ..all() }, "00 01 02");
    check(Filter { profile: Some("staging".into()), ..all() }, "10");
    check(Filter { outcome: Outcome::Failed, profile: Some("default".into()), ..all() }, "12 11 10 02");
    check(Filter { outcome: Outcome::Succeeded, ..all() }, "59 30 20 01 00");
    journal.record(&Exchange { error_code: Some("not_json".into()), ..good("2026-03-04T10:40:00Z") });
    check(Filter { outcome: Outcome::Failed, profile: Some("default".into()), ..all() }, "40 12 11 10 02");
    check(Filter { outcome: Outcome::Succeeded, ..all() }, "59 30 20 01 00");
    check(Filter { statuses: statuses(&["4xx"]), ..all() }, "12 02");
    check(Filter { statuses: statuses(&["404", "none"]), ..all() }, "11 02");
    check(Filter { method: Some("post".into()), ..all() }, "20");
    check(Filter { template: Some("/api/system/connections/{id}/token".into()), ..all() }, "20");
    check(Filter { connection: Some("c1".into()), limit: Some(2), ..all() }, "59 40");
    check(Filter { connection: Some("' OR 1=1 --".into()), ..all() }, "");
    check(Filter { request_id: Some("req_c".into()), ..all() }, "59 30 12");
    check(Filter { request_id: Some("req%".into()), ..all() }, "");
    let (since, until) = (stamp("2026-03-04T10:10:00Z"), stamp("2026-03-04T10:12:00Z"));
    check(Filter { since, until, ..all() }, "11 10 10");
}

#[test]
fn a_text_is_found_to_the_letter() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let journal = journal(folder.path());
    for (minute, path, id, millis) in [
        (0, "/api/erp/vendors/100%?page=1_000", "req_a_0", 100),
        (1, "/api/erp/vendors/1000?search=not_here", "req_ab0", 500),
        (2, "/api/erp/order_lines", "REQ_B2", 501),
        (3, "/api/erp/order-lines", "xreq_a", 900),
    ] {
        let at = format!("2026-03-04T10:{minute:02}:00Z");
        let exchange = Exchange {
            path: path.into(),
            template: "/api/erp/{thing}".into(),
            request_id: Some(id.into()),
            elapsed: Duration::from_millis(millis),
            connection: (minute == 3).then(|| "c'3".into()),
            ..good(&at)
        };
        journal.record(&exchange);
    }
    journal.record(&Exchange { error_code: Some("SOURCE_UNREACHABLE".into()), ..bad("2026-03-04T10:09:00Z", "") });
    let found = |text: &str| {
        let search = Some(Search { text: text.into(), ..Search::default() });
        minutes(&journal, &Filter { search, ..Filter::default() })
    };
    for (text, expected) in [
        ("100%", "00"),
        ("order_", "02"),
        ("ORDER-LINES", "03"),
        ("req_", "02 01 00"),
        ("req_a_", "00"),
        ("%", "00"),
        ("_a", ""),
        ("source_unreach", "09"),
        ("\\", ""),
        ("' OR '1'='1", ""),
        ("*", ""),
        ("not_here", ""),
        ("?", ""),
        ("/api", "09 03 02 01 00"),
        ("{thing}", "03 02 01 00"),
        ("get /api/erp/v", "01 00"),
    ] {
        assert_eq!(found(text), expected, "{text}");
    }
    // What the name of a connection was found to have.
    let search = Some(Search { text: "plant".into(), connections: vec!["c'3".into(), "\"],[".into()] });
    assert_eq!(minutes(&journal, &Filter { search, ..Filter::default() }), "03");
    let slower = |millis| Filter { slower_than: Some(Duration::from_millis(millis)), ..Filter::default() };
    assert_eq!(
        minutes(&journal, &slower(500)).split(' ').filter(|minute| *minute < "09").collect::<Vec<_>>(),
        ["03", "02"]
    );
    assert_eq!(minutes(&journal, &slower(u64::MAX)), "");
}

#[test]
fn a_request_is_found_by_its_id_or_a_beginning_that_is_its_alone() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let journal = filled(folder.path());
    journal.record(&bad("2026-03-04T10:40:00Z", "req_b1"));
    let get = |id: &str| journal.get("default", id).map(|found| found[0].request_id.clone().expect("an ID"));
    assert_eq!(get("req_c12").expect("whole"), "req_c12");
    assert_eq!(get("req_c5").expect("a beginning"), "req_c59");
    assert_eq!(get("req_b1").expect("whole, and the beginning of another"), "req_b1");
    let error = get("req_a").expect_err("two");
    assert!(matches!(&error, Error::Ambiguous { ids, .. } if ids == &["req_a0", "req_a1"]), "{error:?}");
    assert_eq!(error.exit(), Exit::Usage);
    for id in ["", "nothing", "%", "req_a00"] {
        assert_eq!(get(id).expect_err("none").exit(), Exit::NotFound, "{id}");
    }
}

#[test]
fn what_failed_around_a_request_is_shown_without_it() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let journal = filled(folder.path());
    let around = |window| -> Vec<String> {
        let found = journal.around("default", "req_b10", Duration::from_secs(window)).expect("found");
        found.iter().map(|entry| entry.at.strftime("%M").to_string()).collect()
    };
    assert_eq!(around(30), [""; 0]);
    assert_eq!(around(120), ["11", "12"]);
    assert_eq!(around(480), ["02", "11", "12"]);
}

#[test]
fn an_entry_reads_as_the_platforms_request_log() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let journal = journal(folder.path());
    journal.record(&bad("2026-03-04T10:40:00.25Z", "req_1"));
    let entry = &journal.get("default", "req_1").expect("found")[0];
    assert_eq!(entry.timing().network(), Some(Duration::from_millis(65)));
    let json = serde_json::to_string(entry).expect("serialisable");
    assert_snapshot!(json, @r#"{"number":1,"id":"req_1","at":"2026-03-04T10:40:00.25Z","profile":"default","server":null,"connection_id":"c1","kind":"api","sender":"makini","method":"GET","endpoint":"/api/system/connections","path":"/api/system/connections?page=1","status":502,"error_code":"SOURCE_UNREACHABLE","error_message":"the system does not answer","total_ms":80.0,"server_ms":15.0,"source_ms":10.0,"sent_bytes":0,"bytes":2048,"attempt":1}"#);
    let logged: LoggedRequest = serde_json::from_str(&json).expect("readable");
    assert_eq!(logged.id.as_deref(), Some("req_1"));
    assert_eq!(logged.endpoint.as_deref(), Some("/api/system/connections"));
    assert_eq!((logged.status, logged.total_ms, logged.source_ms), (Some(502), Some(80.0), Some(10.0)));
}

#[test]
fn figures_by_connection_endpoint_and_bucket() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let journal = filled(folder.path());
    let filter = Filter { profile: Some("default".into()), ..Filter::default() };
    let table = |by: GroupBy, filter: &Filter| {
        let summarised = journal.summarise(filter, by).expect("figures");
        let read: Metrics = serde_json::from_value(serde_json::to_value(&summarised).expect("JSON")).expect("metrics");
        let lines = read.groups.iter().map(|group| {
            format!(
                "{} | {} | {} | {} requests, {} errors, mean {} p50 {} p95 {} max {}, {:.6}/s, {:.2}\n",
                group.bucket.as_deref().unwrap_or("-"),
                group.connection_id.as_deref().unwrap_or("-"),
                group.endpoint.as_deref().unwrap_or("-"),
                group.requests.expect("requests"),
                group.errors.expect("errors"),
                group.mean_ms.expect("mean"),
                group.p50_ms.expect("p50"),
                group.p95_ms.expect("p95"),
                group.max_ms.expect("max"),
                group.throughput.expect("throughput"),
                group.error_rate.expect("rate"),
            )
        });
        let window = format!("{} to {}\n", read.from.as_deref().unwrap_or("-"), read.to.as_deref().unwrap_or("-"));
        window + &lines.collect::<String>()
    };
    assert_snapshot!(table(GroupBy { connection: true, endpoint: true, ..GroupBy::default() }, &filter), @r"
    2026-03-04T10:00:00Z to 2026-03-04T12:00:00Z
    - | - | POST /api/system/connections/{id}/token | 1 requests, 0 errors, mean 20 p50 20 p95 20 max 20, 0.000139/s, 0.00
    - | c1 | GET /api/system/connections | 8 requests, 4 errors, mean 50 p50 20 p95 80 max 80, 0.001111/s, 0.50
    ");
    let since = Some("2026-03-04T10:05:00Z".parse().expect("a stamp"));
    let until = Some("2026-03-04T11:00:00Z".parse().expect("a stamp"));
    let bucket = Some("30m".parse().expect("a size"));
    assert_snapshot!(table(GroupBy { bucket, ..GroupBy::default() }, &Filter { since, until, ..filter }), @r"
    2026-03-04T10:05:00Z to 2026-03-04T11:00:00Z
    2026-03-04T10:00:00Z | - | - | 4 requests, 3 errors, mean 65 p50 80 p95 80 max 80, 0.002667/s, 0.75
    2026-03-04T10:30:00Z | - | - | 2 requests, 0 errors, mean 20 p50 20 p95 20 max 20, 0.001111/s, 0.00
    ");
}
