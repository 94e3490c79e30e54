//! What the sandbox costs: until it is ready, in memory, and for a page of a long list.
//!
//! `cargo bench --bench sandbox` runs the real binary. Rates are ratios of one run against a bare axum + SQLite handler
//! that reads the same page from the same file, taken in turn. `MAKINI_BENCH_SECONDS` is how long each measurement is.

#![expect(clippy::print_stdout, reason = "a benchmark prints what it measured")]
#![expect(clippy::disallowed_methods, reason = "a benchmark reads the clock")]

#[path = "sandbox/bare.rs"]
mod bare;
#[path = "sandbox/load.rs"]
mod load;
#[path = "sandbox/state.rs"]
mod state;

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;

/// A server in a process of its own.
pub(crate) struct Server {
    child: Child,
    address: SocketAddr,
    token: String,
    /// From its start until it said that it is ready.
    ready: Duration,
}

impl Server {
    /// Starts a sandbox on a state.
    fn sandbox(folder: &Path, state: &Path) -> Self {
        let ready = folder.join("ready.json");
        std::fs::remove_file(&ready).ok();
        let mut command = Command::new(env!("CARGO_BIN_EXE_makini"));
        command.args(["sandbox", "start", "--state"]).arg(state).arg("--ready-file").arg(&ready);
        command.env_clear().env("HOME", folder).env("TMPDIR", folder);
        let started = Instant::now();
        let child = command.stdin(Stdio::null()).stdout(Stdio::null()).spawn().expect("started");
        let line = loop {
            if let Ok(text) = std::fs::read_to_string(&ready) {
                break text;
            }
            assert!(started.elapsed() < Duration::from_secs(30), "it does not come up");
            std::thread::sleep(Duration::from_micros(500));
        };
        let waited = started.elapsed();
        let line: Value = serde_json::from_str(&line).expect("JSON");
        let url = line["url"].as_str().expect("an address");
        let notice = std::fs::read(folder.join(".local/share/makini/sandbox.json")).expect("a notice");
        let notice: Value = serde_json::from_slice(&notice).expect("JSON");
        Self {
            child,
            address: url.trim_start_matches("http://").parse().expect("an address"),
            token: notice["token"].as_str().expect("a token").to_owned(),
            ready: waited,
        }
    }

    /// Resident memory in MiB.
    fn memory(&self) -> Option<f64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).ok()?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
        Some(line.trim().trim_end_matches(" kB").parse::<f64>().ok()? / 1024.0)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

/// Starts it several times and returns the median of how long it took, in milliseconds.
fn readiness(connections: usize) -> f64 {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("state.db");
    if connections > 0 {
        state::make(&path, connections);
    }
    let once = |round: usize| {
        let fresh: PathBuf = if connections > 0 { path.clone() } else { folder.path().join(format!("{round}.db")) };
        Server::sandbox(folder.path(), &fresh).ready.as_secs_f64() * 1e3
    };
    median((0..7).map(once).collect())
}

fn main() {
    if let Some(state) = std::env::var_os(bare::STATE) {
        bare::serve(Path::new(&state));
        return;
    }
    let seconds = std::env::var("MAKINI_BENCH_SECONDS").ok().and_then(|text| text.parse().ok()).unwrap_or(2.0);
    for (connections, limit) in [(0, 200.0), (1_000, 1_000.0), (10_000, f64::INFINITY)] {
        let limit = if limit.is_finite() { format!(" (at most {limit} ms)") } else { String::new() };
        println!("ready with {connections} connections: {:.0} ms{limit}", readiness(connections));
    }

    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("state.db");
    state::make(&path, 10_000);
    let sandbox = Server::sandbox(folder.path(), &path);
    let bare = bare::start(folder.path(), &path);
    let first = "/api/system/connections?per_page=100";
    let deep = "/api/system/connections?per_page=100&page=51";
    let last = "/api/system/connections?per_page=100&page=100";
    let time = Duration::from_secs_f64(seconds);
    let (mut rates, mut bares, mut deeps, mut lasts) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for round in 0..5 {
        let rate = load::run(&sandbox, first, time);
        let against = load::run(&bare, first, time);
        // The first round warms both up.
        if round > 0 {
            rates.push(rate);
            bares.push(against);
            deeps.push(load::run(&sandbox, deep, time));
            lasts.push(load::run(&sandbox, last, time));
        }
    }
    let (rate, against, deep, last) = (median(rates), median(bares), median(deeps), median(lasts));
    println!("GET {first} of 10,000, {} connections:", load::CONNECTIONS);
    println!("  sandbox             {rate:>8.0} requests/s");
    println!("  bare axum + SQLite  {against:>8.0} requests/s");
    println!("  ratio: {:.2} (at least 0.50)", rate / against);
    println!("  a page in the middle costs {:.2} of the first, the last {:.2} (at most 2)", rate / deep, rate / last);
    match sandbox.memory() {
        Some(memory) => println!("memory with 10,000 connections, after that: {memory:.0} MiB (at most 100)"),
        None => println!("SKIPPED: no /proc to read memory from"),
    }
}
