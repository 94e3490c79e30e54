//! `makini metrics export`, read by what reads it elsewhere.

use std::process::Command;
use std::time::Duration;

use jiff::SignedDuration;
use makini::api::requests::RequestKind;
use makini::exchange::{Exchange, Sender};
use makini::exit::Exit;

use crate::support::plant::keep;
use crate::support::world::Machine;
use crate::support::{promtool, require};

const START: &str = "2026-03-01T12:00:00Z";

/// A machine whose journal holds three requests of one connection in the last hours, one of them failed, and one of a
/// connection whose ID is an attempt to write a line of its own.
fn machine() -> Machine {
    let machine = Machine::new().at(START);
    let now: jiff::Timestamp = START.parse().expect("constant");
    let rows = [
        (170, "A", Some(200), 100),
        (100, "A", Some(503), 300),
        (95, "A", Some(200), 200),
        (5, "B\"} 1\nx", None, 1000),
    ];
    let exchanges = rows.map(|(minutes_ago, connection, status, millis)| Exchange {
        at: now.checked_sub(SignedDuration::from_mins(minutes_ago)).expect("in range"),
        connection: Some(connection.to_owned()),
        kind: RequestKind::Api,
        sender: Sender::Makini,
        method: "GET".into(),
        template: "/api/erp/vendors".into(),
        path: "/api/erp/vendors".into(),
        status,
        error_code: None,
        error_message: None,
        request_id: None,
        elapsed: Duration::from_millis(millis),
        server_time: None,
        source_time: None,
        sent_bytes: 0,
        received_bytes: 10,
        attempt: 1,
    });
    keep(&machine, &exchanges);
    machine
}

#[test]
fn prometheus_reads_an_export() {
    let text = machine().run("metrics export --source journal").ok().stdout;
    promtool::accepts(&text);
    for line in [
        "makini_metrics_from_timestamp_seconds 1772280000",
        "makini_metrics_to_timestamp_seconds 1772366400",
        "makini_metrics_requests{connection_id=\"A\"} 3",
        "makini_metrics_failed_requests{connection_id=\"A\"} 1",
        "makini_metrics_latency_mean_seconds{connection_id=\"A\"} 0.2",
        "makini_metrics_latency_max_seconds{connection_id=\"A\"} 0.3",
        "# EOF",
    ] {
        assert!(text.lines().any(|found| found == line), "{line} is missing:\n{text}");
    }
    assert!(!text.contains("source_mean_seconds{"), "what is not known has no sample:\n{text}");
    assert!(!text.contains("\nx"), "an ID is no line:\n{text}");
}

/// A figure of the JSON that the export leaves out would be missing without a notice.
#[test]
fn every_figure_is_exported() {
    let machine = machine();
    let group = machine.run("metrics --source journal --by kind -o json").ok().json()["data"]["groups"][0].clone();
    let text = machine.run("metrics export --source journal --by kind").ok().stdout;
    let figures = group.as_object().expect("an object").iter().filter(|(_, value)| value.is_number()).count();
    let samples = text.lines().filter(|line| line.contains("{kind=")).count();
    assert!(figures >= 8 && samples == figures, "{group}\n{text}");
}

#[test]
fn buckets_become_a_database_of_prometheus() {
    let machine = machine();
    let line = "metrics export A --source journal --bucket 1h --since 3h --out ~/metrics.prom";
    let file = machine.home().join("metrics.prom");
    let ended = machine.run(&line.replace('~', &machine.home().display().to_string())).ok();
    assert_eq!(ended.stdout, "", "the file has it");
    let text = std::fs::read_to_string(&file).expect("written");
    // 09:10, and 10:20 with 10:25. From 11:00 on there is nothing: no requests, and no times.
    let counts: Vec<&str> = text.lines().filter(|line| line.starts_with("makini_metrics_requests ")).collect();
    assert_eq!(
        counts,
        [
            "makini_metrics_requests 1 1772355600",
            "makini_metrics_requests 2 1772359200",
            "makini_metrics_requests 0 1772362800"
        ],
        "{text}"
    );
    let times = text.lines().filter(|line| line.starts_with("makini_metrics_latency_max_seconds ")).count();
    assert_eq!(times, 2, "no sample of what there was not:\n{text}");
    promtool::accepts(&text);
    if require::tool("promtool") {
        let blocks = tempfile::tempdir().expect("a folder");
        let mut tool = Command::new("promtool");
        let made = tool.args(["tsdb", "create-blocks-from", "openmetrics"]).arg(&file).arg(blocks.path()).output();
        let made = made.expect("runs");
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
        assert!(std::fs::read_dir(blocks.path()).expect("a folder").count() > 0, "no block was made");
    }
}

#[test]
fn csv_and_lines_of_json_are_those_of_metrics() {
    let machine = machine();
    for format in ["csv", "ndjson", "json"] {
        let exported = machine.run(&format!("metrics export --source journal --bucket 1h -o {format}")).ok().stdout;
        let shown = machine.run(&format!("metrics --source journal --bucket 1h -o {format}")).ok().stdout;
        assert!(!shown.is_empty() && exported == shown, "{format}: {exported}");
    }
    let ended = machine.run("metrics export --source journal -o table").expect(Exit::Usage);
    assert!(ended.stderr.contains("`makini metrics` prints the table"), "{}", ended.stderr);
    machine.run("metrics export --source journal --columns p95_ms").expect(Exit::Usage);
}
