//! Whether a connection is well: the rules, the run over many, and how the answer is told to machines.

mod consumers;
mod formats;
mod rules;
mod runner;

use jiff::Timestamp;
use makini::api::connections::Connection;
use makini::exit::Exit;
use makini::health::{ConnectionReport, Finding, ProbeError, Report};

fn now() -> Timestamp {
    "2026-03-04T12:00:00Z".parse().expect("constant")
}

/// A connection as a server would send it.
fn connection(fields: &serde_json::Value) -> Connection {
    let mut row = serde_json::json!({"key": "c1", "name": "acme", "status": "Active"});
    for (name, value) in fields.as_object().expect("an object") {
        row[name] = value.clone();
    }
    let status = row["status"].as_str().filter(|status| !status.is_empty()).map(str::to_owned);
    // The client refuses a row without a status; the rules do not rely on that.
    row["status"] = "Active".into();
    let row: Connection = serde_json::from_value(row).expect("a connection");
    Connection { status, ..row }
}

fn trouble(exit: Exit, message: &str) -> ProbeError {
    ProbeError { exit, message: message.into(), request_id: Some("req_7".into()), remedy: Some("makini login".into()) }
}

fn report(connections: Vec<(&str, Vec<Finding>)>) -> Report {
    let took = std::time::Duration::from_millis(1500);
    let connections = connections
        .into_iter()
        .map(|(name, findings)| ConnectionReport { id: format!("id-{name}"), name: name.into(), findings, took })
        .collect();
    Report { checked_at: now(), overall: Vec::new(), connections }
}
