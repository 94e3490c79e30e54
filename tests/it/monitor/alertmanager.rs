//! Prometheus and Alertmanager: they scrape a monitor, evaluate the rules that it prints, and notify a receiver.

use std::net::{SocketAddr, TcpListener};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::http::StatusCode;
use axum::routing::any;
use makini::clock::Clock;
use serde_json::{Value, json};

use super::exposed::during;
use crate::support::plant::Plant;
use crate::support::require;
use crate::support::served::Served;
use crate::support::until::until;
use crate::support::world::Machine;

/// A service that runs until it is dropped.
struct Service(Child);

impl Service {
    fn start(program: &str, folder: &Path, args: &[String]) -> Self {
        let log = std::fs::File::create(folder.join(format!("{program}.log"))).expect("made");
        let mut command = Command::new(program);
        command.args(args).current_dir(folder).stdin(Stdio::null()).stdout(Stdio::null()).stderr(log);
        Self(command.spawn().expect("runs"))
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        self.0.kill().ok();
        self.0.wait().ok();
    }
}

/// An address that nobody listens on.
fn free() -> SocketAddr {
    TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a free port")
}

/// The interval of the monitor.
const EVERY: Duration = Duration::from_secs(5);

#[test]
fn an_alert_arrives_within_two_intervals_and_resolves() {
    // Both, so that each that is missing is named.
    if [require::tool("prometheus"), require::tool("prometheus-alertmanager")].contains(&false) {
        return;
    }
    let received: Arc<Mutex<Vec<Value>>> = Arc::default();
    let own = Arc::clone(&received);
    let take = any(move |body: String| async move {
        own.lock().expect("no panic").push(serde_json::from_str(&body).expect("JSON"));
        StatusCode::OK
    });
    let receiver = Served::router(Router::new().fallback(take));
    let machine = Machine::new();
    let plant = Plant::of(&machine);
    let id = plant.connected("inextia", "Plant 7");
    let folder = tempfile::tempdir().expect("a folder");
    let (alertmanager, prometheus) = (free(), free());
    let write = |name: &str, text: String| std::fs::write(folder.path().join(name), text).expect("written");
    write("rules.yaml", machine.run("monitor --print prometheus-rules").ok().stdout);
    write(
        "alertmanager.yml",
        json!({
            "route": { "receiver": "test", "group_by": ["..."], "group_wait": "0s", "group_interval": "1s" },
            "receivers": [{ "name": "test", "webhook_configs": [{ "url": receiver.url(), "send_resolved": true }] }],
        })
        .to_string(),
    );
    let about_it = |status: &str| {
        let sent = received.lock().expect("no panic");
        let mut alerts = sent.iter().flat_map(|sent| sent["alerts"].as_array().expect("alerts"));
        alerts
            .find(|alert| {
                alert["status"] == status
                    && alert["labels"]["alertname"] == "MakiniConnectionDown"
                    && alert["labels"]["connection_id"] == id.as_str()
            })
            .cloned()
    };
    let (_, ended, took) = during(machine, &format!("--every {}s", EVERY.as_secs()), |url| {
        let target = url.trim_start_matches("http://").trim_end_matches("/metrics");
        write(
            "prometheus.yml",
            json!({
                "global": { "scrape_interval": "1s", "evaluation_interval": "1s" },
                "rule_files": ["rules.yaml"],
                "scrape_configs": [{ "job_name": "makini", "static_configs": [{ "targets": [target] }] }],
                "alerting": { "alertmanagers": [{ "static_configs": [{ "targets": [alertmanager] }] }] },
            })
            .to_string(),
        );
        let _alertmanager = Service::start(
            "prometheus-alertmanager",
            folder.path(),
            &[
                "--config.file=alertmanager.yml".into(),
                "--storage.path=alertmanager".into(),
                "--cluster.listen-address=".into(),
                format!("--web.listen-address={alertmanager}"),
            ],
        );
        let _prometheus = Service::start(
            "prometheus",
            folder.path(),
            &[
                "--config.file=prometheus.yml".into(),
                "--storage.tsdb.path=prometheus".into(),
                format!("--web.listen-address={prometheus}"),
            ],
        );
        // Both are up, and what is well has been scraped.
        let query = format!("http://{prometheus}/api/v1/query");
        let patience = Duration::from_mins(1);
        until(patience, || {
            let up =
                std::net::TcpStream::connect(alertmanager).is_ok() && std::net::TcpStream::connect(prometheus).is_ok();
            up.then_some(())
        });
        until(patience, || {
            super::exposed::ask(&query, "/api/v1/query?query=makini_connection_up", "").1.contains(&id).then_some(())
        });
        plant.source_down(&id);
        let clock = Clock::system();
        let start = clock.moment();
        let alert = until(patience, || about_it("firing"));
        let took = clock.since(start);
        assert_eq!(alert["annotations"]["summary"], "Plant 7 is not well", "{alert}");
        plant.delete("/sandbox/faults");
        until(patience, || about_it("resolved"));
        took
    });
    ended.ok();
    assert!(took <= EVERY * 2, "the alert took {took:?}, and two intervals are {:?}", EVERY * 2);
}
