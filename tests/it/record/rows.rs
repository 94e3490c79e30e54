//! What is in the journal is what the server's own log has.

use makini::clock::Clock;
use serde_json::{Value, json};

use super::wire::exchange;
use super::{recording_on, rows};
use crate::support::served::Served;
use crate::support::world::Machine;

fn call(proxy: &str, token: &str, first: &str, body: &str) -> (u16, Value) {
    let length = body.len();
    let request = format!(
        "{first} HTTP/1.1\r\nHost: {proxy}\r\nAuthorization: Bearer {token}\r\nContent-Type: application/json\r\nContent-Length: {length}\r\n\r\n{body}"
    );
    let answer = exchange(proxy, request.as_bytes());
    let status = answer.first().split(' ').nth(1).and_then(|status| status.parse().ok()).expect("a status");
    (status, serde_json::from_slice(&answer.body).unwrap_or(Value::Null))
}

#[test]
fn rows_say_what_the_servers_own_log_says() {
    let (served, sandbox) = Served::sandbox(&Clock::system());
    let token = sandbox.admin_token().expect("issued").expose().to_owned();
    let machine = Machine::new().env("MAKINI_SERVER", served.url()).env("MAKINI_TOKEN", token.as_str());
    let connect = "connect maintain-x --yes --name Plant --email ops@example.com --field-stdin api_key --no-wait";
    machine.run_with(connect, "a key of nobody", []).ok();
    let ids: Vec<String> = {
        let listed = machine.run("connections list -o json").ok().json();
        listed["data"]
            .as_array()
            .expect("rows")
            .iter()
            .map(|row| row["id"].as_str().expect("an ID").to_owned())
            .collect()
    };
    let id = ids[0].clone();
    let (machine, ended, ()) = recording_on(machine, "", |_, proxy| {
        let (status, issued) = call(proxy, &token, &format!("POST /api/system/connections/{id}/token"), "{}");
        assert!(status < 300, "{issued}");
        let own =
            issued["data"]["token"].as_str().or(issued["data"]["access_token"].as_str()).expect("a token").to_owned();
        assert_eq!(call(proxy, &own, "GET /api/eam/assets?per_page=3", "").0, 200);
        assert_eq!(call(proxy, &own, "GET /api/eam/assets/nothing", "").0, 404);
        assert_eq!(call(proxy, "mk_test_wrong_token_of_nobody", "GET /api/eam/assets", "").0, 401);
        assert_eq!(call(proxy, &token, "GET /api/system/platforms", "").0, 200);
    });
    ended.ok();
    let rows = rows(&machine);
    assert_eq!(rows.len(), 5, "{rows:#?}");
    let log = machine.run("requests list --source server --limit 1000 -o json").ok().json();
    for row in &rows {
        let logged = log["data"].as_array().expect("rows").iter().find(|logged| logged["id"] == row["id"]);
        let logged = logged.unwrap_or_else(|| panic!("not in the log: {row}"));
        for field in ["status", "method", "endpoint", "error_code", "bytes"] {
            assert_eq!(row[field], logged[field], "{field} of {row}\n{logged}");
        }
        if row["status"] != 401 {
            assert_eq!(row["connection_id"], logged["connection_id"], "{row}");
        }
        assert_eq!(row["kind"], "api");
        assert!(row["total_ms"].as_f64() >= row["server_ms"].as_f64() && row["server_ms"].is_number(), "{row}");
    }
    assert_eq!(rows[1]["connection_id"], json!(id), "from the token that was issued through the proxy");
    // With the one that this program was told to make, as it connected the system.
    let figures = machine.run("metrics --source journal -o json").ok().json();
    assert_eq!((&figures["data"]["total"]["requests"], &figures["data"]["total"]["errors"]), (&6.into(), &2.into()));
    let text = std::fs::read(machine.home().join("state/journal.db")).expect("a journal");
    assert!(!text.windows(20).any(|part| part == b"mk_test_wrong_token_"), "no token is in the journal");
}
