//! What a check of a whole fleet costs, as ratios from one run.
//!
//! `cargo bench --bench check` serves 5,000 connections with 2 ms of latency and runs, in turns: `connections list` and
//! `check` where the rows tell all; `check` where each connection costs one call, and `curl --parallel` for the same calls,
//! those for the list included; at the end `xargs -P 64 curl` once. `MAKINI_BENCH_CONNECTIONS` and `MAKINI_BENCH_ROUNDS` set other numbers.

#![expect(clippy::print_stdout, reason = "the report is the purpose")]

use std::fs::{self, File};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use axum::extract::{OriginalUri, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use axum::{Json, Router};
use serde::Deserialize;
use serde_json::{Value, json};
use tokio::net::TcpListener;

/// Time of the platform for an answer.
const LATENCY: Duration = Duration::from_millis(2);
const PAGE: usize = 100;
/// What a check may cost in lists, where the rows tell all.
const LISTS: f64 = 1.5;
/// What a check may cost in `curl --parallel`, where each connection costs a call.
const CURLS: f64 = 1.3;
/// How many times longer a `curl` for each takes at least.
const PROCESSES: f64 = 20.0;
/// Memory in MiB.
const MEMORY: u64 = 60;

/// What the platform answers.
#[derive(Clone, Copy)]
struct Fleet {
    count: usize,
    tells_all: bool,
}

fn main() {
    let (count, rounds) = (number("MAKINI_BENCH_CONNECTIONS", 5_000), number("MAKINI_BENCH_ROUNDS", 5));
    let folder = tempfile::tempdir().expect("a temporary folder");
    let told = serve(Fleet { count, tells_all: true });
    let bare = serve(Fleet { count, tells_all: false });
    let urls: Vec<String> =
        (0..count).map(|index| format!("{bare}/api/system/connections/{index}/sync-status")).collect();
    let (config, plain) = (folder.path().join("config"), folder.path().join("plain"));
    fs::write(&plain, urls.join("\n")).expect("written");
    let pages =
        (1..=count.div_ceil(PAGE)).map(|page| format!("{bare}/api/system/connections?page={page}&per_page={PAGE}"));
    let config_of = |url: String| ["url = \"", &url, "\"\noutput = \"/dev/null\"\n"].concat();
    fs::write(&config, pages.chain(urls).map(config_of).collect::<String>()).expect("written");

    let (mut lists, mut curls, mut slow) = (Vec::new(), Vec::new(), Vec::new());
    let (mut times, mut memory) = (vec![Vec::new(); 4], 0);
    for round in 0..=rounds {
        let list = makini(folder.path(), &told, "connections list", &mut 0);
        let whole = makini(folder.path(), &told, "check", &mut memory);
        let each = makini(folder.path(), &bare, "check", &mut memory);
        let curl = timed(
            Command::new("curl").args(["--silent", "--parallel", "--parallel-max", "64", "--config"]).arg(&config),
        );
        // The first round fills the caches of the machine.
        if round > 0 {
            lists.push(whole / list);
            curls.push(each / curl);
            times.iter_mut().zip([list, whole, each, curl]).for_each(|(all, time)| all.push(time));
        }
    }
    let mut xargs = Command::new("xargs");
    xargs.args(["-P", "64", "-n", "1", "curl", "--silent", "--output", "/dev/null"]);
    slow.push(timed(xargs.stdin(File::open(&plain).expect("written"))) / median(times[2].clone()));

    println!("{count} connections, {} ms of latency, {rounds} rounds, medians", LATENCY.as_millis());
    for (name, all) in
        ["connections list", "check, rows that tell all", "check, a call each", "curl --parallel, 64 at once"]
            .iter()
            .zip(times)
    {
        println!("{name:<32} {:>8.1} ms", median(all) * 1000.0);
    }
    goal("check, in lists", median(lists), LISTS, true);
    goal("check, in curl --parallel", median(curls), CURLS, true);
    goal("xargs -P 64 curl, in checks", median(slow), PROCESSES, false);
    println!(
        "{:<32} {memory:>6} MiB  {} the goal of {MEMORY} MiB",
        "peak memory of a check",
        verdict(memory <= MEMORY)
    );
}

fn goal(name: &str, ratio: f64, goal: f64, is_most: bool) {
    let is_met = if is_most { ratio <= goal } else { ratio >= goal };
    println!("{name:<32} {ratio:>7.2}x  {} the goal of {goal}x", verdict(is_met));
}

fn verdict(is_met: bool) -> &'static str {
    if is_met { "within" } else { "MISSES" }
}

#[expect(clippy::disallowed_methods, reason = "a switch of the benchmark, not of the product")]
fn number(name: &str, otherwise: usize) -> usize {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(otherwise)
}

/// Serves a fleet from a thread of its own, for as long as this process lives, and returns the address.
fn serve(fleet: Fleet) -> String {
    let (tell, told) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        runtime.block_on(async {
            let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
            tell.send(listener.local_addr().expect("bound")).expect("somebody waits");
            let router = Router::new().route("/api/system/connections", get(page)).fallback(other).with_state(fleet);
            axum::serve(listener, router).await.expect("serves");
        });
    });
    format!("http://{}", told.recv().expect("bound"))
}

#[derive(Deserialize)]
struct Position {
    #[serde(default)]
    page: usize,
}

async fn page(State(fleet): State<Fleet>, Query(position): Query<Position>) -> Json<Value> {
    tokio::time::sleep(LATENCY).await;
    let page = position.page.max(1);
    let from = (page - 1) * PAGE;
    let to = (from + PAGE).min(fleet.count);
    let rows: Vec<Value> = (from..to).map(|index| row(index, fleet.tells_all)).collect();
    Json(json!({ "data": rows, "meta": {
        "current_page": page, "last_page": fleet.count.div_ceil(PAGE), "per_page": PAGE, "total": fleet.count,
        "from": from + 1, "to": to,
    }}))
}

fn row(index: usize, tells_all: bool) -> Value {
    let mut row = json!({
        "key": index.to_string(), "name": format!("Plant {index}"), "email": "ops@example.com",
        "integration_name": "maximo", "status": "active", "health": "online", "created_at": "2026-01-01T00:00:00Z",
    });
    if tells_all {
        row["sync_status"] = "done".into();
        row["last_sync_at"] = now().into();
    }
    row
}

#[expect(clippy::disallowed_methods, reason = "a benchmark runs now")]
fn now() -> String {
    jiff::Timestamp::now().to_string()
}

async fn other(State(fleet): State<Fleet>, OriginalUri(uri): OriginalUri) -> Response {
    tokio::time::sleep(LATENCY).await;
    if uri.path().ends_with("/sync-status") {
        return Json(json!({ "data": { "status": "completed", "last_successful_sync_at": now() } })).into_response();
    }
    if uri.path() == "/.well-known/makini" && !fleet.tells_all {
        let endpoint = json!({ "method": "GET", "path": "/api/system/connections/{id}/sync-status" });
        return Json(json!({ "endpoints": { "sync_status": endpoint } })).into_response();
    }
    StatusCode::NOT_FOUND.into_response()
}

/// Runs the whole program and returns the seconds it took; `memory` becomes its peak in MiB where that is more.
fn makini(home: &Path, server: &str, line: &str, memory: &mut u64) -> f64 {
    let mut command = Command::new(env!("CARGO_BIN_EXE_makini"));
    command
        .args(line.split(' '))
        .args(["--server", server])
        .env_clear()
        .env("HOME", home)
        .env("MAKINI_TOKEN", "bench-token");
    let begun = begin();
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("starts");
    loop {
        if let Some(status) = child.try_wait().expect("a child") {
            assert!(status.success(), "{line}: {status}");
            return begun.elapsed().as_secs_f64();
        }
        *memory = (*memory).max(peak(child.id()).unwrap_or(0));
        std::thread::sleep(Duration::from_millis(2));
    }
}

/// Returns the most memory of a process so far, in MiB.
fn peak(process: u32) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.trim().strip_suffix(" kB")?.trim().parse::<u64>().ok()?.div_ceil(1024))
}

fn timed(command: &mut Command) -> f64 {
    let begun = begin();
    let status = command.stdout(Stdio::null()).stderr(Stdio::null()).status().expect("it is installed");
    assert!(status.success(), "{command:?}: {status}");
    begun.elapsed().as_secs_f64()
}

#[expect(clippy::disallowed_methods, reason = "a benchmark measures")]
fn begin() -> Instant {
    Instant::now()
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
