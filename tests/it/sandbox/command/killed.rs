//! A running sandbox is killed at random under load, again and again. Its state opens again and makes sense.
//!
//! Each round starts the real binary on the same state, its clock 2,000 times as fast so that syncs, schedules and
//! deliveries are always under way, has connections made, changed and ended meanwhile, and kills it (SIGKILL) after 20
//! to 400 ms, or after so many acknowledgements. `MAKINI_KILL_ROUNDS` says how many rounds.

use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use rustix::process::Signal;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use crate::support::process::{Home, Running, wait_for};
use crate::support::until::{PATIENCE, until_async};

/// Rounds when nobody says.
const ROUNDS: u64 = 25;

#[expect(clippy::disallowed_methods, reason = "how long a test runs is the caller's choice")]
fn rounds() -> u64 {
    std::env::var("MAKINI_KILL_ROUNDS").ok().and_then(|text| text.parse().ok()).unwrap_or(ROUNDS)
}

/// What the sandbox has said yes to.
#[derive(Default)]
struct Acknowledged {
    /// Access tokens of connections that were made.
    tokens: Vec<String>,
    /// Connections that were ended.
    ended: Vec<String>,
    /// Connections, and entries of their metadata.
    entries: Vec<(String, String)>,
}

impl Acknowledged {
    fn count(&self) -> usize {
        self.tokens.len() + self.ended.len() + self.entries.len()
    }
}

type Shared = Arc<Mutex<Acknowledged>>;

/// A client without anything that could try again by itself.
#[derive(Clone)]
struct Caller {
    address: String,
    token: String,
}

impl Caller {
    /// Returns the answer of a success; nothing once the sandbox is gone, or when it says no.
    async fn ask(&self, method: &str, path: &str, body: &Value) -> Option<Value> {
        let body = body.to_string();
        let request = format!(
            "{method} {path} HTTP/1.1\r\nHost: {}\r\nAuthorization: Bearer {}\r\nContent-Type: application/json\r\n\
             Content-Length: {}\r\nConnection: close\r\n\r\n{body}",
            self.address,
            self.token,
            body.len()
        );
        let mut stream = TcpStream::connect(&self.address).await.ok()?;
        stream.write_all(request.as_bytes()).await.ok()?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).await.ok()?;
        let text = String::from_utf8_lossy(&answer);
        let (head, body) = text.split_once("\r\n\r\n")?;
        if !head.starts_with("HTTP/1.1 2") {
            return None;
        }
        // An answer that was cut is no acknowledgement.
        serde_json::from_str(body).ok()
    }
}

/// Makes connections, writes to them, has them synced, and ends every third.
async fn disturb(caller: Caller, known: Shared, lane: u64) {
    for number in 0_u64.. {
        let body = json!({
            "name": format!("Plant {lane}-{number}"), "email": "ops@example.com", "provider": "inextia",
            "credentials": { "api": "https://plant.example.com", "login": "plant-7", "password": "correct horse" },
        });
        let Some(made) = caller.ask("POST", "/api/system/connections", &body).await else { return };
        let token = made["data"]["access_token"].as_str().expect("a token").to_owned();
        let own = Caller { token: token.clone(), ..caller.clone() };
        known.lock().expect("free").tokens.push(token);
        let Some(current) = own.ask("GET", "/api/integrations/current", &Value::Null).await else { return };
        let key = current["data"]["id"].as_str().expect("a key").to_owned();
        let path = format!("/api/system/connections/{key}");
        for entry in 0..3 {
            let name = format!("entry-{entry}");
            let entries = json!([{ "key": name, "value": "kept" }]);
            if caller.ask("POST", &format!("{path}/metadata"), &entries).await.is_none() {
                return;
            }
            known.lock().expect("free").entries.push((key.clone(), name));
        }
        caller.ask("PUT", &format!("{path}/schedule"), &json!({ "schedule_seconds": 900 })).await;
        caller.ask("POST", &format!("{path}/syncs"), &json!({ "mode": "full" })).await;
        own.ask("GET", "/api/eam/sites?per_page=5", &Value::Null).await;
        if number % 3 != 1 && caller.ask("DELETE", &path, &Value::Null).await.is_some() {
            known.lock().expect("free").ended.push(key);
        }
    }
}

fn start(home: &Home) -> (Running, Caller) {
    let ready = home.temporary().join("ready.json");
    std::fs::remove_file(&ready).ok();
    let file = ready.display().to_string();
    let args = ["sandbox", "start", "--time-scale", "2000", "--ready-file", &file];
    let running = Running::start(&mut home.makini(&args));
    let line: Value = serde_json::from_str(&wait_for(&ready)).expect("JSON");
    let address = line["url"].as_str().expect("an address").trim_start_matches("http://").to_owned();
    let notice: Value =
        serde_json::from_slice(&std::fs::read(home.data().join("sandbox.json")).expect("there")).expect("JSON");
    let token = notice["token"].as_str().expect("a token").to_owned();
    (running, Caller { address, token })
}

/// Looks into the state that a killed sandbox left.
#[track_caller]
fn inspect(path: &Path, known: &Acknowledged) {
    let db = rusqlite::Connection::open(path).expect("opens");
    let text = |sql: &str| -> String { db.query_row(sql, [], |row| row.get(0)).expect("a row") };
    let count = |sql: &str| -> i64 { db.query_row(sql, [], |row| row.get(0)).expect("a count") };
    assert_eq!(text("PRAGMA integrity_check"), "ok");
    assert_eq!(count("SELECT count(*) FROM pragma_foreign_key_check"), 0);
    assert_eq!(count("SELECT count(*) FROM connections WHERE status = 'disconnected' AND credits <> 0"), 0);
    assert!(count("SELECT coalesce(sum(credits), 0) FROM connections") <= 60, "no more credits than there are");
    let none_running = "SELECT count(*) FROM (SELECT connection FROM syncs WHERE status = 'running' GROUP BY connection
         HAVING count(*) > 1)";
    assert_eq!(count(none_running), 0, "one running sync at a time");
    let stranded = "SELECT count(*) FROM syncs s WHERE status = 'running'
         AND NOT EXISTS (SELECT 1 FROM timers t WHERE t.kind = 'sync' AND t.subject = s.id)";
    assert_eq!(count(stranded), 0, "what runs has a timer that carries it on");
    let alive = "SELECT count(*) FROM tokens k JOIN connections c ON c.key = k.connection
         WHERE c.status = 'disconnected' AND k.revoked_at IS NULL";
    assert_eq!(count(alive), 0, "no token of an ended connection holds");
    let ghosts = "SELECT count(*) FROM timers t JOIN connections c ON c.key = t.subject
         WHERE c.status = 'disconnected'";
    assert_eq!(count(ghosts), 0, "nothing is due for an ended connection");
    let miscounted = "SELECT count(*) FROM connection_counts k WHERE k.count <>
         (SELECT count(*) FROM connections c WHERE c.status = k.status)";
    assert_eq!(count(miscounted), 0, "counters say what is there");
    let lost = "SELECT count(*) FROM deliveries d WHERE d.status = 'pending' AND d.next_attempt_at IS NULL";
    assert_eq!(count(lost), 0, "what is pending is due at some time");
    let attempts = "SELECT count(*) FROM deliveries d WHERE d.attempts <>
         (SELECT count(*) FROM attempts a WHERE a.delivery = d.seq)";
    assert_eq!(count(attempts), 0, "every try that is counted is there");

    for token in &known.tokens {
        let digest: [u8; 32] = Sha256::digest(token.as_bytes()).into();
        let mut found = db.prepare_cached("SELECT 1 FROM tokens WHERE digest = ?1").expect("prepared");
        assert!(found.exists([digest]).expect("asked"), "a connection that was acknowledged is gone");
    }
    for key in &known.ended {
        let mut found = db.prepare_cached("SELECT status FROM connections WHERE key = ?1").expect("prepared");
        let status: String = found.query_row([key], |row| row.get(0)).expect("there");
        assert_eq!(status, "disconnected", "an end that was acknowledged");
    }
    for (key, entry) in &known.entries {
        let mut found = db.prepare_cached("SELECT metadata FROM connections WHERE key = ?1").expect("prepared");
        let metadata: String = found.query_row([key], |row| row.get(0)).expect("there");
        assert!(metadata.contains(&format!("\"{entry}\":\"kept\"")), "{entry} of {key} was acknowledged: {metadata}");
    }
}

#[tokio::test]
async fn whenever_it_is_killed_its_state_holds_together() {
    let home = Home::new();
    let known = Shared::default();
    let state = home.data().join("sandbox.db");
    for round in 0..rounds() {
        let (running, caller) = start(&home);
        if round == 0 {
            // Nobody listens there: every delivery is tried again and again.
            let endpoint = json!({ "url": "http://127.0.0.1:9/hook", "events": ["*"] });
            caller.ask("POST", "/api/system/webhooks/endpoints", &endpoint).await.expect("made");
        }
        let lanes: Vec<_> =
            (0..3).map(|lane| tokio::spawn(disturb(caller.clone(), known.clone(), round * 10 + lane))).collect();
        // Spread over the range, and not by chance. Every other round it is a number of acknowledgements that is waited
        // for, so that a slow machine gets as far as a fast one.
        let spread = round.wrapping_mul(7_919);
        if round % 2 == 0 {
            tokio::time::sleep(Duration::from_millis(20 + spread % 380)).await;
        } else {
            let wanted = known.lock().expect("free").count() + 5 + usize::try_from(spread % 23).expect("small");
            let enough = || (known.lock().expect("free").count() >= wanted).then_some(());
            until_async(6 * PATIENCE, "acknowledgements under load", enough).await;
        }
        running.signal(Signal::KILL);
        running.wait();
        for lane in lanes {
            lane.await.expect("no panic");
        }
        inspect(&state, &known.lock().expect("free"));
    }
    let known = known.lock().expect("free");
    assert!(known.tokens.len() > 20, "there was load: {}", known.tokens.len());
    assert!(!known.ended.is_empty() && !known.entries.is_empty());
}
