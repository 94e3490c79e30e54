//! `--inject`: the token of a connection in the place of the application's.

use makini::clock::Clock;
use serde_json::Value;

use super::wire::{Message, exchange};
use super::{recording_on, rows};
use crate::support::served::Served;
use crate::support::world::Machine;

fn get(proxy: &str, token: &str) -> Message {
    let request = format!("GET /api/eam/assets?per_page=1 HTTP/1.1\r\nHost: {proxy}\r\nAuthorization: {token}\r\n\r\n");
    exchange(proxy, request.as_bytes())
}

#[test]
fn only_who_has_the_token_of_the_proxy_uses_the_connection() {
    let (served, sandbox) = Served::sandbox(&Clock::system());
    let token = sandbox.admin_token().expect("issued").expose().to_owned();
    let machine = Machine::new().env("MAKINI_SERVER", served.url()).env("MAKINI_TOKEN", token.as_str());
    let connect = "connect maintain-x --yes --name Plant --email ops@example.com --field-stdin api_key --no-wait";
    machine.run_with(connect, "a key of nobody", []).ok();
    let (machine, ended, own) = recording_on(machine, "--inject Plant", |machine, proxy| {
        let ready = std::fs::read_to_string(machine.home().join("ready.json")).expect("written");
        let ready: Value = serde_json::from_str(&ready).expect("JSON");
        let own = ready["token"].as_str().expect("a token").to_owned();
        for wrong in
            ["", "Bearer ", "Bearer record_", &format!("Basic {own}"), &format!("Bearer {token}"), "Bearer x y"]
        {
            assert_eq!(get(proxy, wrong).first(), "HTTP/1.1 401 Unauthorized", "{wrong}");
        }
        for _ in 0..3 {
            let answer = get(proxy, &format!("Bearer {own}"));
            assert_eq!(answer.first(), "HTTP/1.1 200 OK");
            assert!(serde_json::from_slice::<Value>(&answer.body).expect("JSON")["data"].is_array());
        }
        own
    });
    let ended = ended.ok();
    assert_eq!(ended.stderr.matches(&own).count(), 1, "printed once: {}", ended.stderr);
    let rows = rows(&machine);
    assert_eq!(rows.len(), 3, "who is refused makes no call");
    let listed = machine.run("connections list -o json").ok().json();
    assert!(rows.iter().all(|row| row["connection_id"] == listed["data"][0]["id"]), "{rows:?}");
    let journal = std::fs::read(machine.home().join("state/journal.db")).expect("a journal");
    assert!(!journal.windows(own.len()).any(|part| part == own.as_bytes()));
}
