//! `makini metrics probe`: the parts of a request's time, and which of them became slower.

use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::thread;

use axum::Router;
use axum::http::header;
use axum::routing::any;
use makini::exit::Exit;
use serde_json::{Value, json};

use crate::support::plant::Plant;
use crate::support::secure::Secure;
use crate::support::served::Served;
use crate::support::world::{Ended, Machine};

/// Returns the row of a part.
fn part<'a>(data: &'a Value, name: &str) -> &'a Value {
    let parts = data["parts"].as_array().expect("a list");
    parts.iter().find(|row| row["part"] == name).unwrap_or_else(|| panic!("no part `{name}`: {data}"))
}

fn median(data: &Value, name: &str) -> f64 {
    part(data, name)["median_ms"].as_f64().unwrap_or_else(|| panic!("`{name}` is unknown: {data}"))
}

fn data(ended: Ended) -> Value {
    ended.ok().json()["data"].clone()
}

#[test]
fn the_part_that_became_slower_is_named() {
    let machine = Machine::new();
    let plant = Plant::of(&machine);
    plant.connected("inextia", "Plant 7");
    plant.fault(&json!({ "kind": "latency", "latency_ms": 5 }));
    let line = "--sandbox metrics probe 'Plant 7' --path /api/raw/tables --pause 1ms --samples";
    let probe = |samples: u32| machine.run(&format!("{line} {samples} -o json"));
    let first = data(probe(12));
    assert_eq!((&first["samples"], &first["failed"], &first["history"]), (&json!(12), &json!(0), &json!(null)));
    assert!(part(&first, "total")["verdict"].is_null(), "there is nothing to compare with: {first}");
    for (name, why) in [("dns", "by its address"), ("tls", "without TLS")] {
        let row = part(&first, name);
        let unknown = row["unknown"].as_str().unwrap_or_default();
        assert!(unknown.contains(why) && row["median_ms"].is_null() && row["max_ms"].is_null(), "{row}");
    }
    assert!(median(&first, "connect") > 0.0, "each has a connection of its own: {first}");
    assert!(median(&first, "source") >= 5.0 && median(&first, "wait") >= median(&first, "source"), "{first}");

    plant.fault(&json!({ "kind": "latency", "latency_ms": 150 }));
    let slow = data(probe(5));
    assert_eq!(slow["history"]["samples"], 12, "{slow}");
    // On a machine that is busy other parts may have become slower too.
    let slower = slow["slower"].as_array().expect("a list");
    assert!(slower.contains(&json!("source")) && !slower.contains(&json!("total")), "{slow}");
    assert!(median(&slow, "source") >= 150.0 && median(&slow, "source") <= median(&slow, "wait"), "{slow}");
    let text = machine.run(&format!("{line} 5")).ok().stdout;
    assert!(text.contains("slower than before: ") && text.contains("instead of 5.0 ms"), "{text}");
    // Another path has a history of its own.
    let line = "--sandbox metrics probe --path '/api/system/connections?per_page=1' --samples 1 -o json";
    assert_eq!(data(machine.run(line))["history"], json!(null));
}

#[test]
fn probes_do_not_count_in_the_figures() {
    let machine = Machine::new();
    let plant = Plant::of(&machine);
    plant.connected("inextia", "Plant 7");
    let count = |source: &str| {
        let line = format!("--sandbox metrics --kind api --source {source} -o json");
        machine.run(&line).ok().json()["data"]["total"]["requests"].clone()
    };
    let before = ["server", "journal"].map(count);
    machine.run("--sandbox metrics probe 'Plant 7' --samples 3 --pause 1ms").ok();
    assert_eq!(before, ["server", "journal"].map(count));
}

/// Answers everything, without times of its own.
fn silent() -> Router {
    Router::new().fallback(any(|| async { ([(header::CONTENT_TYPE, "application/json")], "{\"data\":{}}") }))
}

#[test]
fn a_server_with_a_name_and_tls_has_both_measured_and_its_own_times_are_unknown() {
    let machine = Machine::new();
    let secure = Secure::start(&machine, silent(), false);
    let machine = machine.env("MAKINI_CA_FILE", &secure.ca_file).env("MAKINI_TOKEN", "mk_test_token");
    let port = secure.served.url().rsplit(':').next().expect("a port").to_owned();
    let line = format!("metrics probe --server https://localhost:{port} --samples 3 --pause 1ms -o json");
    let found = data(machine.run(&line));
    for name in ["dns", "connect", "tls", "wait", "transfer", "total"] {
        assert_eq!(part(&found, name)["samples"], 3, "{name}: a whole handshake each time: {found}");
    }
    assert!(median(&found, "tls") > median(&found, "connect"), "{found}");
    for name in ["server", "source", "network"] {
        assert!(part(&found, name)["median_ms"].is_null(), "not zero: {found}");
    }
    let text = machine.run(&line.replace(" -o json", "")).ok().stdout;
    assert!(text.contains("unknown: network, server: the server reports no time of its own"), "{text}");
}

#[test]
fn what_a_proxy_does_is_unknown() {
    let machine = Machine::new();
    let secure = Secure::start(&machine, silent(), false);
    let target = secure.served.url().split("://").nth(1).expect("an address").to_owned();
    let proxy = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = proxy.local_addr().expect("bound");
    thread::spawn(move || {
        for client in proxy.incoming().flatten() {
            let server = TcpStream::connect(&target).expect("listens");
            thread::spawn(move || tunnel(client, server));
        }
    });
    let machine = machine
        .env("MAKINI_CA_FILE", &secure.ca_file)
        .env("MAKINI_TOKEN", "mk_test_token")
        .env("HTTPS_PROXY", format!("http://{address}"));
    let found = data(machine.run("metrics probe --server https://api.example --samples 2 --pause 1ms -o json"));
    for name in ["dns", "connect"] {
        assert_eq!(part(&found, name)["unknown"], "a proxy is between", "{found}");
    }
    assert!(median(&found, "tls") > 0.0 && median(&found, "total") > 0.0, "{found}");
}

/// Answers `CONNECT`, and passes on what follows.
fn tunnel(mut client: TcpStream, server: TcpStream) {
    let mut head = Vec::new();
    let mut byte = [0];
    while !head.ends_with(b"\r\n\r\n") && client.read(&mut byte).is_ok_and(|read| read == 1) {
        head.push(byte[0]);
    }
    client.write_all(b"HTTP/1.1 200 Connected\r\n\r\n").ok();
    let (mut up, mut down) = (client.try_clone().expect("a socket"), server.try_clone().expect("a socket"));
    let mut server = server;
    thread::spawn(move || std::io::copy(&mut up, &mut server));
    std::io::copy(&mut down, &mut client).ok();
}

#[test]
fn what_is_refused_is_not_measured_on() {
    let refused = Served::always(403, r#"{"error":{"code":"FORBIDDEN","message":"no"}}"#);
    let machine = Machine::new().env("MAKINI_TOKEN", "mk_test_token");
    let line = format!("metrics probe --server {} --samples 3", refused.url());
    machine.run(&line).expect(Exit::Forbidden);
    let broken = Served::always(503, "{}");
    let ended = machine.run(&format!("metrics probe --server {} --samples 3 --pause 1ms", broken.url()));
    ended.expect(Exit::Unavailable);
    let ended = machine.run("metrics probe --server http://127.0.0.1:9 --path /api/raw/tables").expect(Exit::Usage);
    assert!(ended.stderr.contains("name the connection"), "{}", ended.stderr);
    for path in ["api", "//elsewhere.example/", "/api#x"] {
        machine.run(&format!("metrics probe --path {path}")).expect(Exit::Usage);
    }
}
