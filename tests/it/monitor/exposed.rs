//! The metrics, as a scraper reads them.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::thread;

use makini::exit::Exit;
use makini::shutdown::Signal;
use serde_json::json;
use tokio::sync::watch;

use crate::support::listening::ready;
use crate::support::plant::Plant;
use crate::support::promtool;
use crate::support::world::{Ended, Machine};

/// Runs a monitor with these flags while `work` runs, which is given its address.
pub(crate) fn during<T>(machine: Machine, flags: &str, work: impl FnOnce(&str) -> T) -> (Machine, Ended, T) {
    let (stop, told) = watch::channel(None);
    let machine = machine.stop(Signal::Channel(told));
    let file = machine.home().join("ready.json");
    std::fs::remove_file(&file).ok();
    let line = format!("--sandbox monitor --listen 127.0.0.1:0 --ready-file {} {flags}", file.display());
    let (ended, worked) = thread::scope(|scope| {
        let running = scope.spawn(|| machine.run(&line));
        let stop = Stop(stop);
        let url = ready(&file)["url"].as_str().expect("an address").to_owned();
        let worked = work(&url);
        drop(stop);
        (running.join().expect("no panic"), worked)
    });
    (machine.stop(Signal::Never), ended, worked)
}

/// Ends the monitor, also when the test panics.
struct Stop(watch::Sender<Option<Exit>>);

impl Drop for Stop {
    fn drop(&mut self) {
        self.0.send_replace(Some(Exit::Terminated));
    }
}

/// Sends a request, and returns the status and the body.
pub(crate) fn ask(url: &str, path: &str, more: &str) -> (u16, String) {
    let address = url.trim_start_matches("http://").split('/').next().expect("an address").to_owned();
    let host = if more.contains("Host:") { String::new() } else { format!("Host: {address}\r\n") };
    let mut stream = TcpStream::connect(&address).expect("it listens");
    write!(stream, "GET {path} HTTP/1.1\r\n{host}{more}Connection: close\r\n\r\n").expect("sent");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("answered");
    let (head, body) = answer.split_once("\r\n\r\n").expect("a head");
    (head[9..12].parse().expect("a status"), body.to_owned())
}

#[test]
fn a_scraper_reads_every_metric_in_both_forms() {
    // Its clock moves by the interval with each round, so that one is over at once.
    let (machine, plant) = super::machine();
    let name = "Plant \"7\"\\\nnorth";
    plant.connected("inextia", name);
    let ill = plant.connected("inextia", "Plant 8");
    plant.fault(&json!({ "kind": "credentials_changed", "connection_id": ill }));
    let (_, ended, text) = during(machine, "--max-error-rate 100% --min-requests 0", |url| {
        assert_eq!(ask(url, "/healthz", "").0, 200);
        assert_eq!(ask(url, "/readyz", "").0, 200);
        assert_eq!(ask(url, "/nowhere", "").0, 404);
        assert_eq!(ask(url, "/metrics", "Host: evil.example\r\n").0, 403, "a name that points here");
        assert_eq!(ask(url, "/metrics", "Host: 10.1.2.3:9464\r\n").0, 200, "an address cannot be pointed here");
        let (_, open) = ask(url, "/metrics", "Accept: application/openmetrics-text;version=1.0.0,text/plain;q=0.5\r\n");
        assert!(open.ends_with("# EOF\n") && open.contains("# TYPE makini_requests counter"), "{open}");
        ask(url, "/metrics", "")
    });
    ended.ok();
    let text = text.1;
    for part in [
        "connection=\"Plant \\\"7\\\"\\\\\\nnorth\"} 1",
        &format!("makini_connection_up{{connection_id=\"{ill}\",connection=\"Plant 8\"}} 0"),
        &format!(
            "makini_connection_finding{{connection_id=\"{ill}\",connection=\"Plant 8\",rule=\"health\",severity=\"critical\"}} 1"
        ),
        "makini_could_not_ask 0",
        "makini_connection_sync_age_seconds{",
        "makini_connection_error_ratio{",
        "makini_connections{severity=\"critical\"} 1",
        "makini_requests_total{code=\"200\"} ",
        "makini_rounds_total{result=\"ok\"} ",
        "makini_rounds_total{result=\"failed\"} 0",
        "makini_check_duration_seconds_bucket{le=\"+Inf\"} ",
        "makini_check_duration_seconds_count ",
    ] {
        assert!(text.contains(part), "{part} is missing in\n{text}");
    }
    assert!(!text.contains("\nmakini_inbox_pending_events "), "there is no inbox");
    promtool::accepts(&text);
}

#[test]
fn what_cannot_be_asked_is_not_down() {
    let machine = Machine::new().at("2026-03-01T12:00:00Z");
    let plant = Plant::of(&machine);
    let id = plant.connected("inextia", "Plant 7");
    plant.wait(60);
    plant.fault(&json!({ "kind": "error", "status": 500, "endpoint": "GET /api/system/connections*" }));
    let ended = machine.run("--sandbox monitor --rounds 3 --retries 0 -o ndjson").expect(Exit::Unavailable);
    assert!(ended.stdout.contains("\"to\":\"unknown\"") && !ended.stdout.contains(&id), "{}", ended.all());
}

#[test]
fn the_backlog_of_an_inbox_is_exposed() {
    let machine = Machine::new();
    Plant::of(&machine).connected("inextia", "Plant 7");
    machine.write("secret.txt", "an old friend\n");
    let (machine, ended, ()) = crate::support::listening::during(
        machine,
        "--secret-file ~/secret.txt --until 1 --forward-to http://127.0.0.1:9/",
        |machine, _| {
            let fire = "webhooks trigger sync.completed --secret-file ~/secret.txt";
            machine.run(&crate::support::listening::line(machine, fire)).ok();
        },
    );
    ended.expect(Exit::Unhealthy);
    let (_, ended, (_, text)) = during(machine, "", |url| ask(url, "/metrics", ""));
    ended.ok();
    assert!(text.contains("makini_inbox_pending_events 1\n"), "{text}");
    assert!(text.contains("makini_inbox_oldest_pending_age_seconds 0") || text.contains("_age_seconds "), "{text}");
}
