//! Answers that take little to send and much to keep, met by a process of its own.

use std::io::Read as _;
use std::process::Stdio;
use std::time::Duration;

use axum::Router;
use axum::http::header;
use axum::routing::any;

use crate::support::process::Home;
use crate::support::served::Served;
use crate::support::until::until;

/// Maximum memory of the process, in KiB.
const MOST: u64 = 200 * 1024;

#[test]
fn no_answer_takes_more_than_200_mib() {
    let repeated =
        |row: &str, bytes: usize| format!(r#"{{"data":[{}{row}]}}"#, format!("{row},").repeat(bytes / (row.len() + 1)));
    let bodies = [
        repeated("{}", 43 << 20),
        repeated("[]", 43 << 20),
        repeated("1", 43 << 20),
        repeated(r#"{"key":"1","status":"active"}"#, 43 << 20),
        format!(r#"{{"data":[{{"key":"1","status":"active","user_metadata":{}}}]}}"#, repeated("0", 40 << 20)),
        format!(r#"{{"data":[{{"key":"1","status":"active","name":"{}"}}]}}"#, "\\ud800".repeat(3 << 20)),
        format!(r#"{{"error":{{"message":"{}"}}}}"#, "x".repeat(43 << 20)),
        "[".repeat(43 << 20),
    ];
    let home = Home::new();
    for body in bodies {
        let start: String = body.chars().take(60).collect();
        let body = bytes::Bytes::from(body);
        let answer = move || {
            let body = body.clone();
            async move { ([(header::CONTENT_TYPE, "application/json")], body) }
        };
        let served = Served::router(Router::new().fallback(any(answer)));
        for line in [&["connections", "list"][..], &["api", "get", "/x", "-o", "json"]] {
            let mut command = home.makini(line);
            command.args(["--retries", "0", "--timeout", "60s"]);
            command.env("MAKINI_SERVER", served.url()).env("MAKINI_TOKEN", "mk_live_0123456789");
            command.stdout(Stdio::null()).stderr(Stdio::piped());
            let mut child = command.spawn().expect("started");
            let mut peak = 0;
            let status = until(Duration::from_mins(2), || {
                peak = peak.max(most(child.id()).unwrap_or(0));
                child.try_wait().expect("ours")
            });
            let mut stderr = String::new();
            child.stderr.take().expect("piped").read_to_string(&mut stderr).expect("UTF-8");
            // Whatever `api` gets is shown, and a name may be long.
            let may_be_shown = line[0] == "api" || start.contains("\\ud800");
            let is_fine = status.code() == Some(9) || (may_be_shown && status.code() == Some(0));
            let shown: String = stderr.chars().take(400).collect();
            assert!(is_fine, "{line:?} on `{start}…`: {status} {shown}");
            assert!(peak < MOST, "{line:?} on `{start}…`: {} MiB", peak / 1024);
        }
    }
}

/// Returns the most memory that a process has had so far, in KiB.
fn most(process: u32) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB"));
    peak?.trim().parse().ok()
}
