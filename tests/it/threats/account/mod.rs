//! What `bad-inputs.md` says of the account, rows 55 to 68, through the command line. Each test is named by its row.
//!
//! Rows that have their test elsewhere: 55 `login::what_is_wrong_with_a_pasted_token_is_said_without_it` · 58
//! `login::profiles::a_mistake_in_the_configuration_is_pointed_at_and_left_alone` · 59
//! `login::profiles::an_address_that_is_not_what_it_seems_gets_no_token` · 60
//! `login::profiles::a_directory_says_neither_whom_to_talk_to_nor_what_to_run`, `settings::trust` · 61
//! `auth::browser::a_bad_callback_ends_the_login_and_asks_for_nothing`,
//! `login::browser::whoever_says_no_stays_signed_in_as_before` · 62 `hostile_commands` · 63 `login::race`, `auth::race`,
//! `login::logins_at_once_leave_one_whole_file` · 64, 65, 66, 67 and 68 `binary`.

mod files;
mod process;

use makini::exit::Exit;
use makini::secret::Secret;
use makini::secrets::{SecretKind, SecretName};
use serde_json::{Value, json};

use crate::support::served::Served;
use crate::support::wire::Raw;
use crate::support::world::Machine;

fn name(kind: SecretKind) -> SecretName {
    SecretName { profile: "default".into(), kind }
}

/// A machine with a login for this server.
fn signed_in(server: &str) -> (Machine, String) {
    let machine = Machine::new().at("2026-03-01T12:00:00Z").env("MAKINI_SERVER", server);
    let token = json!({"access": "mk_live_old", "refresh": "mk_live_refresh", "server": server}).to_string();
    machine.secrets().put(&name(SecretKind::Token), &Secret::new(token.clone())).expect("memory");
    (machine, token)
}

fn said(status: &str, headers: &str, body: &[u8]) -> Raw {
    Raw::Say([format!("HTTP/1.1 {status}\r\nconnection: close{headers}\r\n\r\n").as_bytes(), body].concat())
}

/// Whatever the server says to a login, the one that is there stays, and nothing of the answer is dumped or obeyed.
#[test]
fn row_62_a_login_at_a_server_that_misbehaves_changes_nothing() {
    let json = "\r\ncontent-type: application/json";
    let escapes = br#"{"error":{"message":"\u001b]0;owned\u0007\u009b2J","request_id":"req_\u001b[1m"}}"#;
    for (answer, exit) in [
        (said("301 Moved Permanently", "\r\nlocation: https://evil.example/", b""), None),
        (said("401 Unauthorized", json, b"{}"), Some(Exit::Auth)),
        (said("403 Forbidden", json, b"{}"), Some(Exit::Forbidden)),
        (said("429 Too Many Requests", "\r\nretry-after: 7", b""), Some(Exit::RateLimited)),
        (said("500 Internal Server Error", json, escapes), Some(Exit::Unavailable)),
        (said("200 OK", "\r\ncontent-type: text/html", b"<html>BODY-CANARY</html>"), None),
        (said("200 OK", json, b""), None),
        (said("200 OK", json, escapes), None),
    ] {
        let served = Served::raw(answer);
        let (machine, before) = signed_in(served.url());
        let line = "login --client-id app --client-secret-stdin --retries 0 --timeout 5s";
        let ended = machine.run_with(line, "mk_live_secret", []);
        let all = ended.all();
        assert_ne!(ended.exit, Exit::Ok, "{all}");
        assert_ne!(ended.exit, Exit::Bug, "{all}");
        assert!(exit.is_none_or(|exit| exit == ended.exit), "{all}");
        assert!(!all.contains("BODY-CANARY") && !all.contains("mk_live"), "{all}");
        assert!(all.chars().all(|c| c == '\n' || !c.is_control()), "{all:?}");
        let kept = machine.secrets().get(&name(SecretKind::Token)).expect("memory").expect("kept");
        assert_eq!(kept.expose(), before, "{all}");
        assert!(!machine.home().join("config/config.toml").exists(), "{all}");
    }
}

/// A program that reads stderr line by line meets nothing but objects, and the last one says why.
#[test]
fn row_62_retries_leave_stderr_readable_for_programs() {
    let served = Served::always(503, r#"{"error":{"message":"busy"}}"#);
    let (machine, _) = signed_in(served.url());
    for output in ["json", "ndjson"] {
        let ended = machine.run(&format!("credits -o {output} --retries 2 -vv")).expect(Exit::Unavailable);
        let lines: Vec<Value> =
            ended.stderr.lines().map(|line| serde_json::from_str(line).unwrap_or_else(|_| panic!("{line}"))).collect();
        let (error, notes) = lines.split_last().expect("something was said");
        assert_eq!(error["error"]["exit_code"], Exit::Unavailable.code());
        let retries =
            notes.iter().filter(|line| line["note"].as_str().is_some_and(|note| note.contains("trying again")));
        assert_eq!(retries.count(), 2, "{}", ended.stderr);
    }
    let ended = machine.run("credits -o json --retries 2 --quiet").expect(Exit::Unavailable);
    serde_json::from_str::<Value>(&ended.stderr).expect("nothing but the error");
    let ended = machine.run("credits --retries 1").expect(Exit::Unavailable);
    assert!(ended.stderr.starts_with("the server answered 503; trying again in "), "{}", ended.stderr);
}
