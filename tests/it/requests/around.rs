//! `makini requests show`: what belongs to a request, what lies around it, and its forms for others.

use std::process::{Command, Stdio};

use makini::exchange::Exchange;
use makini::exit::Exit;
use serde_json::{Value, json};

use super::command::{START, alone, exchange};
use crate::support::plant::{Plant, keep, keep_of};
use crate::support::require;
use crate::support::served::Served;
use crate::support::world::Machine;

/// A sync that failed with a request, which a Flow looked up and an endpoint was told about. Returns the ID of the connection
/// and that of the request.
fn failed(machine: &Machine) -> (Plant, String, String) {
    let plant = Plant::of(machine);
    let id = plant.connected("inextia", "Plant 7");
    plant.connected("upkeep", "Mill");
    machine.run("--sandbox webhooks endpoints add http://127.0.0.1:9/hook --reveal").ok();
    machine.run("--sandbox flows add sync-triage --connection 'Plant 7'").ok();
    machine.run("--sandbox api get /api/eam/assets --connection 'Plant 7'").ok();
    plant.source_down(&id);
    machine.run("--sandbox sync start 'Plant 7' --watch").expect(Exit::Unhealthy);
    plant.wait(20);
    let shown = machine.run("--sandbox connections show 'Plant 7' -o json").ok().json();
    let request = shown["data"]["last_error"]["request_id"].as_str().expect("an ID").to_owned();
    (plant, id, request)
}

#[test]
fn what_belongs_to_a_request_is_shown_with_it() {
    let machine = Machine::new().at(START);
    let (plant, id, request) = failed(&machine);
    machine.run("--sandbox api get /api/eam/assets --connection 'Plant 7' --retries 0").expect(Exit::Unavailable);
    let shown = machine.run(&format!("--sandbox requests show {request} -o json")).ok().json()["data"].clone();
    assert_eq!((&shown["id"], &shown["connection"]), (&json!(request), &json!("Plant 7")), "{shown}");
    assert_eq!((&shown["system"], &shown["sync"]["status"]), (&json!("inextia"), &json!("failed")), "{shown}");
    assert_eq!(shown["sync"]["error"]["request_id"], request, "the sync failed with it");
    let flow = &shown["flows"][0];
    assert_eq!((&flow["flow"], &flow["relation"]), (&json!("sync-triage"), &json!("request")), "{shown}");
    assert_eq!(flow["step"], "Find the request");
    let deliveries = shown["webhooks"]["deliveries"].as_array().expect("they are known");
    let events: Vec<&str> = deliveries.iter().filter_map(|row| row["event"].as_str()).collect();
    // The Flow passes the error on in an event of its own.
    assert!(events.contains(&"sync.failed") && events.contains(&"flow.sync-triage"), "{events:?}");
    assert!(!events.contains(&"connection.offline"), "it names no request: {events:?}");
    let listed = plant.get("/api/system/webhooks/deliveries?per_page=100");
    let listed = listed.as_array().expect("rows");
    assert!(deliveries.iter().all(|row| listed.iter().any(|other| other["id"] == row["id"])), "{deliveries:?}");
    // Its neighbours are of the connection, by time, and it is none of them.
    let at = |row: &Value| row["at"].as_str().expect("a time").to_owned();
    for (side, rows) in [("before", &shown["neighbours"]["before"]), ("after", &shown["neighbours"]["after"])] {
        let rows = rows.as_array().expect("a list");
        assert!(!rows.is_empty(), "{side}: {shown}");
        for row in rows {
            assert_eq!((&row["connection_id"], row["id"] == shown["id"]), (&json!(id), false), "{side}: {row}");
            assert_eq!(at(row) > at(&shown), side == "after", "{side}: {row}");
        }
        assert!(rows.is_sorted_by_key(at), "{side}: {rows:?}");
    }
    let alike = &shown["alike"];
    assert!(alike["same_connection"].as_u64() >= Some(1) && alike["other_connections"] == 0, "{alike}");
    assert_eq!((&alike["is_of_log"], &shown["unknown"]), (&json!(true), &json!([])), "{shown}");
}

#[test]
fn whether_others_fail_alike_is_said_with_its_reach() {
    let machine = Machine::new().at(START);
    let (plant, _, request) = failed(&machine);
    let mill = machine.run("--sandbox connections show Mill -o json").ok().json()["data"]["id"].clone();
    plant.source_down(mill.as_str().expect("an ID"));
    machine.run("--sandbox sync start Mill --watch").expect(Exit::Unhealthy);
    let alike = |machine: &Machine| {
        machine.run(&format!("--sandbox requests show {request} -o json")).ok().json()["data"]["alike"].clone()
    };
    let now = alike(&machine);
    assert_eq!(now["other_connections"], 1, "{now}");
    let text = machine.run(&format!("--sandbox requests show {request}")).ok().stdout;
    assert!(text.contains("1 other connection among them"), "{text}");
    // Later it is over.
    machine.run("--sandbox sandbox fault clear").ok();
    plant.wait(3600);
    let later = alike(&machine);
    assert_eq!((&later["requests"], &later["is_whole"]), (&json!(0), &json!(true)), "{later}");
}

#[test]
fn what_a_server_does_not_offer_is_not_known() {
    let log = r#"{"data":{"id":"req_1","at":"2026-03-01T11:00:00Z","connection_id":"42","method":"GET",
        "path":"/api/erp/vendors","endpoint":"/api/erp/vendors","status":503,"error_code":"SOURCE_UNREACHABLE","total_ms":9},
        "endpoints":{"request_get":{"method":"GET","path":"/log/{id}"}}}"#;
    let served = Served::always(200, log);
    let machine = Machine::new().at(START).env("MAKINI_TOKEN", "t").env("MAKINI_SERVER", served.url());
    let shown = machine.run("requests show req_1 --retries 0 -o json").ok();
    let data = shown.json()["data"].clone();
    assert_eq!((&data["flows"], &data["webhooks"]["deliveries"]), (&json!(null), &json!(null)), "{data}");
    let unknown = data["unknown"].to_string();
    assert!(unknown.contains("its Flow: this server does not offer"), "{unknown}");
    assert!(unknown.contains("its deliveries: this server does not offer"), "{unknown}");
    let text = machine.run("requests show req_1 --retries 0").ok().stdout;
    assert!(text.contains("Not known:") && text.contains("of this machine failed so"), "{text}");
}

#[test]
fn it_is_readable_on_a_narrow_terminal() {
    let machine = Machine::new().at(START);
    let (_, _, request) = failed(&machine);
    let mut machine = machine;
    for width in [80, 40] {
        machine = machine.terminal(width);
        let text = machine.run(&format!("--sandbox requests show {request} --color never")).ok().stdout;
        // A command is never broken, nor is an ID cut: they are there to be pasted.
        let has_id = |line: &str| line.split_whitespace().any(|word| word.len() > 26 && word.contains('_'));
        let lines = text.lines().filter(|line| !line.contains("`makini") && !has_id(line));
        let longest = lines.map(|line| line.chars().count()).max().unwrap_or_default();
        assert!(longest <= usize::from(width), "{width}: {longest}\n{text}");
        for part in [request.as_str(), "this one", "sync-triage", "sync.failed", "Alike now:"] {
            let flat: String = text.split_whitespace().collect();
            assert!(flat.contains(&part.replace(' ', "")), "{width}: {part}\n{text}");
        }
    }
}

#[test]
fn a_curl_command_has_no_secret_and_can_be_pasted() {
    let secret = "mk_live_CANARYcurl_Pc9Nz6Je1QhUi4FmYa2LtEsD";
    let machine = alone().env("MAKINI_CONNECTION_TOKEN", secret);
    let mut call = exchange("req_curl", Some(503));
    call.path = format!("/api/erp/vendors?page=1&access_token={secret}&name='$(reboot)`x`\n");
    let mut own = exchange("req_own", Some(503));
    own.kind = makini::api::requests::RequestKind::Sync;
    keep(&machine, &[call, own]);
    let ended = machine.run("requests show req_curl --as curl --retries 0").ok();
    assert!(!ended.all().contains("CANARY"), "{}", ended.all());
    assert!(
        ended.stdout.starts_with("curl '")
            && ended.stdout.contains("\"Authorization: Bearer $MAKINI_CONNECTION_TOKEN\"")
    );
    assert!(ended.stderr.contains("makini token export 42 --reveal"), "{}", ended.stderr);
    assert!(ended.stderr.contains("replace `%5Bredacted%5D`"), "{}", ended.stderr);
    // A shell runs curl, once, with three arguments, and nothing else.
    let script = format!("curl() {{ printf '%s\\n' \"$#\" \"$@\"; }}\nMAKINI_CONNECTION_TOKEN=T\n{}", ended.stdout);
    let run = Command::new("sh").args(["-c", &script]).env_clear().output().expect("runs");
    let words = String::from_utf8_lossy(&run.stdout).into_owned();
    let words: Vec<&str> = words.lines().collect();
    assert_eq!(words[0], "5", "{words:?}: {}", String::from_utf8_lossy(&run.stderr));
    assert!(words[1].starts_with("http://127.0.0.1:9/api/erp/vendors?page=1&access_token="), "{words:?}");
    assert_eq!(words[3], "Authorization: Bearer T", "{words:?}");
    // The platform's own calls cannot be sent from here.
    let refused = machine.run("requests show req_own --as curl --retries 0").expect(Exit::Usage);
    assert!(refused.stderr.contains("the platform sent it"), "{}", refused.stderr);
}

#[test]
fn markdown_for_a_ticket_is_broken_by_no_text() {
    let evil = "|a|\n\n# b <script>alert(1)</script> [x](http://evil.example) ![](y) `c` @all *d* ~~e~~ \u{1b}[31m";
    let machine = alone();
    let mut bad = exchange("req_bad", Some(503));
    (bad.connection, bad.error_code, bad.error_message) = (Some(evil.into()), Some(evil.into()), Some(evil.into()));
    (bad.template, bad.path) = (evil.into(), evil.into());
    keep(&machine, &[bad, exchange("req_near", Some(200))]);
    let text = machine.run("requests show req_bad --as markdown --retries 0").ok().stdout;
    assert!(text.starts_with("### Request req\\_bad\n"), "{text}");
    for line in text.lines().skip(1).filter(|line| !line.is_empty()) {
        let is_ours = line.starts_with("- **") || line.starts_with("| ") || line.ends_with("this connection:");
        assert!(is_ours, "{line}\n{text}");
    }
    for mark in ["<script", "](http", " `c`", "@all", " *d*", " ~~e", "\u{1b}"] {
        assert!(!text.contains(mark), "{mark}: {text}");
    }
    for row in text.lines().filter(|line| line.starts_with('|')) {
        let bars = row.replace("\\|", "").matches('|').count();
        assert_eq!(bars, 6, "{row}");
    }
}

#[expect(clippy::disallowed_methods, reason = "a switch of the test run, not of the product")]
fn har_validator() -> Option<String> {
    let folder = std::env::var("MAKINI_TEST_HAR").ok();
    let is_there = folder.as_ref().is_some_and(|folder| std::path::Path::new(folder).join("lib/promise.js").is_file());
    require::given("har-validator", is_there).then_some(folder).flatten()
}

/// Checks an archive against the schema of HAR 1.2.
fn validate(validator: &str, har: &str) {
    use std::io::Write as _;
    let script = format!(
        "require('{validator}/lib/promise.js').har(JSON.parse(require('fs').readFileSync(0)))
            .then(() => console.log('valid'), error => console.log(JSON.stringify(error.errors)))"
    );
    let mut node = Command::new("node");
    let mut node = node.args(["-e", &script]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("runs");
    node.stdin.take().expect("piped").write_all(har.as_bytes()).expect("written");
    let said = String::from_utf8_lossy(&node.wait_with_output().expect("ended").stdout).into_owned();
    assert_eq!(said.trim(), "valid", "{har}");
}

#[test]
fn an_archive_is_valid_and_has_the_figures() {
    let secret = "mk_live_CANARYhar_Pc9Nz6Je1QhUi4FmYa2LtEsD";
    let machine = alone();
    let mut odd = exchange("req_odd", None);
    odd.path = format!("/a b|\u{202e}é?token={secret}&x=[1]#y");
    let mut own = exchange("req_sync", Some(503));
    (own.kind, own.path) = (makini::api::requests::RequestKind::Sync, "work-orders".into());
    let mut wrong = exchange("req_clock", Some(200));
    wrong.server_time = Some(std::time::Duration::from_secs(9));
    keep(&machine, &[exchange("req_har", Some(503)), odd, own, wrong]);
    let one = machine.run("requests show req_har --as har --retries 0").ok();
    let har: Value = serde_json::from_str(&one.stdout).expect("JSON");
    let entry = &har["log"]["entries"][0];
    assert_eq!(har["log"]["version"], "1.2");
    assert_eq!(entry["request"]["url"], "http://127.0.0.1:9/api/erp/vendors?page=1");
    assert_eq!(entry["request"]["queryString"], json!([{ "name": "page", "value": "1" }]));
    assert_eq!((&entry["time"], &entry["timings"]["wait"]), (&json!(300.0), &json!(200.0)), "{entry}");
    assert_eq!((&entry["response"]["status"], &entry["_request_id"]), (&json!(503), &json!("req_har")), "{entry}");
    let all = machine.run("requests export --source journal --search req_ --as har").ok();
    assert!(!all.all().contains("CANARY"), "{}", all.all());
    let parsed: Value = serde_json::from_str(&all.stdout).expect("JSON");
    let entries = parsed["log"]["entries"].as_array().expect("entries");
    assert_eq!(entries.len(), 4);
    for entry in entries {
        let sum: f64 = ["send", "wait", "receive"].iter().filter_map(|name| entry["timings"][name].as_f64()).sum();
        assert!((sum - entry["time"].as_f64().expect("a time")).abs() < 0.001, "{entry}");
    }
    if let Some(validator) = har_validator() {
        validate(&validator, &one.stdout);
        validate(&validator, &all.stdout);
    }
}

#[test]
fn a_request_without_an_id_is_meant_by_its_row() {
    let machine = alone();
    let unanswered = Exchange { request_id: None, error_code: Some("timeout".into()), ..exchange("", None) };
    keep(&machine, &[exchange("req_before", Some(200)), unanswered]);
    let list = machine.run("requests list --source journal --errors").ok().stdout;
    assert!(list.contains("journal-2"), "{list}");
    let rows = machine.run("requests list --source journal --errors -o json").ok().json();
    assert_eq!((&rows["data"][0]["id"], &rows["data"][0]["number"]), (&json!(null), &json!(2)));
    let csv = machine.run("requests list --source journal --errors -o csv --columns id,number").ok().stdout;
    assert_eq!(csv.lines().nth(1), Some(",2"), "no program takes it for an ID");
    let shown = machine.run("requests show journal-2 -o json").ok().json()["data"].clone();
    assert_eq!((&shown["number"], &shown["error_code"]), (&json!(2), &json!("timeout")), "{shown}");
    assert_eq!(shown["around"], json!([]), "not itself");
    assert_eq!(shown["neighbours"]["before"][0]["id"], "req_before", "{shown}");
    let markdown = machine.run("requests show journal-2 --as markdown").ok().stdout;
    assert!(markdown.contains("### Request journal-2"), "{markdown}");
    let why = machine.run("why journal-2");
    assert!(why.stdout.contains("makini requests show journal-2"), "{}", why.stdout);
    assert_eq!(why.stderr.matches("could not read the server's log").count(), 1, "{}", why.stderr);
    for wrong in ["journal-99999", "journal-", "journal-02", "journal-+2", "journal-99999999999999999999"] {
        for command in ["requests show", "why"] {
            let refused = machine.run(&format!("{command} {wrong}")).expect(Exit::NotFound).stderr;
            assert!(refused.contains("in the journal of this machine") && !refused.contains("again"), "{refused}");
        }
    }
    let other = machine.run("--profile other requests show journal-2").expect(Exit::NotFound).stderr;
    assert!(other.contains("makini requests show journal-2 --profile=default"), "{other}");
}

#[test]
fn a_page_in_place_of_an_answer_is_no_success() {
    let page = || async { ([("content-type", "text/html")], "<html><body>Sign in</body></html>") };
    let server = Served::router(axum::Router::new().fallback(axum::routing::any(page)));
    let machine = Machine::new().at(START).env("MAKINI_TOKEN", "t").env("MAKINI_SERVER", server.url());
    assert_ne!(machine.run("connections list").exit, Exit::Ok);
    let rows = machine.run("requests list --source journal -o json").ok().json()["data"].clone();
    let call = |row: &&Value| row["endpoint"].as_str().is_some_and(|endpoint| endpoint.starts_with("/api/"));
    let row = rows.as_array().expect("a list").iter().find(call).expect("the call").clone();
    assert_eq!((&row["status"], &row["error_code"]), (&json!(200), &json!("not_json")), "{rows}");
    let why = machine.run(&format!("why journal-{}", row["number"])).stdout;
    assert!(!why.contains("Nothing went wrong") && why.contains("could be read"), "{why}");
}

/// Whatever a command refuses as an answer is no success for those who ask about it later.
#[test]
fn an_answer_that_cannot_be_used_is_no_success() {
    let list = r#"{"data":[],"links":{},"meta":{"total":0}}"#;
    for (status, body, code) in [
        (200, "", Some("unexpected_answer")),
        (204, "", Some("unexpected_answer")),
        (200, "null", Some("unexpected_answer")),
        (200, "{}", Some("unexpected_answer")),
        (200, r#"{"success":false,"errors":["no"],"data":[]}"#, Some("unexpected_answer")),
        (200, r#"{"error":{"code":"X"},"data":[]}"#, Some("unexpected_answer")),
        (200, r#"{"data":["#, Some("not_json")),
        (302, "", Some("redirect")),
        (999, list, None),
    ] {
        let answer = move || async move {
            let status = http::StatusCode::from_u16(status).expect("three digits");
            let headers =
                [("content-type", "application/json"), ("location", "https://login.example/sso?token=CANARY")];
            (status, headers, body)
        };
        let none = || async { http::StatusCode::NOT_FOUND };
        let router = axum::Router::new().route("/base/.well-known/makini", axum::routing::any(none));
        let server = Served::router(router.fallback(axum::routing::any(answer)));
        let address = format!("{}/base", server.url());
        let machine = Machine::new().at(START).env("MAKINI_TOKEN", "t").env("MAKINI_SERVER", &address);
        let ended = machine.run("connections list --retries 0");
        assert!(ended.exit != Exit::Ok && !ended.all().contains("CANARY"), "{status} {body}: {}", ended.all());
        let rows = machine.run("requests list --source journal --errors -o json").ok().json()["data"].clone();
        let call = |row: &&Value| row["path"].as_str().is_some_and(|path| path.starts_with("/api/"));
        let row =
            rows.as_array().expect("a list").iter().find(call).unwrap_or_else(|| panic!("{status} {body}: {rows}"));
        assert_eq!(row["error_code"], json!(code), "{status} {body}: {row}");
        let why = machine.run(&format!("why journal-{} --retries 0", row["number"]));
        assert!(
            !why.all().contains("Nothing went wrong") && !why.all().contains("CANARY"),
            "{status} {body}: {}",
            why.all()
        );
        let curl = machine.run(&format!("requests show journal-{} --as curl --retries 0", row["number"])).ok().stdout;
        assert!(curl.contains(&format!("'{address}/api/")), "{curl}");
    }
}

#[test]
fn a_request_is_shown_with_the_server_it_went_to() {
    let old = "https://old.example/base";
    let machine = alone();
    let sent = |server: &str, id: &str| keep_of(&machine, Some(server), &[exchange(id, Some(503))]);
    sent(old, "req_old");
    sent("sandbox", "req_sandbox");
    sent("http://127.0.0.1:9", "req_here");
    keep(&machine, &[exchange("req_unknown", Some(503))]);
    let ended = machine.run("requests show req_old --as curl --retries 0").ok();
    assert!(ended.stdout.contains("'https://old.example/base/api/erp/vendors?page=1'"), "{}", ended.stdout);
    assert!(
        ended.stderr.contains("it went to https://old.example/base, which is not the server of today"),
        "{}",
        ended.stderr
    );
    for (id, address) in [
        ("req_old", "https://old.example/base/api"),
        ("req_sandbox", "http://sandbox.invalid/api"),
        ("req_here", "http://127.0.0.1:9/api"),
        ("req_unknown", "http://127.0.0.1:9/api"),
    ] {
        let ended = machine.run(&format!("requests show {id} --as har --retries 0")).ok();
        assert!(ended.stdout.contains(&format!("\"url\": \"{address}/erp/vendors?page=1\"")), "{id}: {}", ended.stdout);
        assert_eq!(
            ended.stderr.contains("it went to"),
            ["req_old", "req_sandbox"].contains(&id),
            "{id}: {}",
            ended.stderr
        );
    }
    let refused = machine.run("requests show req_sandbox --as curl --retries 0").expect(Exit::Usage);
    assert!(refused.stderr.contains("the embedded sandbox"), "{}", refused.stderr);
    let rows = machine.run("requests list --source journal -o json").ok().json();
    let rows = rows["data"].as_array().expect("a list");
    let row = rows.iter().find(|row| row["id"] == "req_old").expect("is listed");
    assert_eq!(row["server"], json!(old), "{row}");
    let archive = machine.run("requests export --source journal --as har").ok().stdout;
    assert!(archive.contains("https://old.example/base/api/erp/vendors"), "{archive}");
    let ticket = machine.run("requests show req_old --as markdown --retries 0").ok().stdout;
    assert!(ticket.contains("- **Server**: https&#58;//old.example/base"), "{ticket}");
}
