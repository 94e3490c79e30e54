//! What `data export` costs beyond reading the pages, as ratios from one run.
//!
//! `cargo bench --bench export` serves 100,000 assets from a sandbox in a thread of its own. In turns a pager written by hand
//! with reqwest walks them and writes each row as a line, and the program exports them, as JSON lines and as CSV. Memory is
//! the peak of the program, for a tenth of the rows too. `MAKINI_BENCH_ROWS` and `MAKINI_BENCH_ROUNDS` set other numbers.

#![expect(clippy::print_stdout, reason = "the report is the purpose")]

use std::fs::{self, File};
use std::io::{BufRead as _, BufReader, BufWriter, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use makini::clock::Clock;
use makini::sandbox::{Options, Sandbox};
use serde::Deserialize;
use serde_json::{Map, Value, json};
use tokio::net::TcpListener;
use tokio::runtime::Runtime;

/// What an export as JSON lines may cost, in times of the pager.
const GOAL: f64 = 1.3;
/// Memory in MiB.
const MEMORY: u64 = 40;
/// Assets of the connected system, before they are multiplied.
const ASSETS: u64 = 240;
/// Rows of a page, as the program asks for.
const PAGE: u64 = 100;

fn main() {
    rustls::crypto::ring::default_provider().install_default().expect("the first");
    let (rows, rounds) = (number("MAKINI_BENCH_ROWS", 100_000), number("MAKINI_BENCH_ROUNDS", 5));
    let folder = tempfile::tempdir().expect("a temporary folder");
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let (small, large) = (Platform::serve(&runtime, rows / 10), Platform::serve(&runtime, rows));

    let mut memory = [0, 0];
    small.export(folder.path(), "ndjson", &mut memory[0]);
    small.export(folder.path(), "csv", &mut memory[0]);
    let (mut pages, mut lines, mut tables) = (Vec::new(), Vec::new(), Vec::new());
    let mut count = 0;
    for round in 0..=rounds {
        let pager = timed(|| count = runtime.block_on(large.walk(&folder.path().join("by-hand.ndjson"))));
        let line = large.export(folder.path(), "ndjson", &mut memory[1]);
        let table = large.export(folder.path(), "csv", &mut memory[1]);
        assert_eq!(line.0, count, "as many rows as by hand");
        assert_eq!(table.0, count, "as many rows as by hand");
        // The first round fills the caches of the machine.
        if round > 0 {
            pages.push(pager);
            lines.push(line.1);
            tables.push(table.1);
        }
    }
    println!("{count} rows, {PAGE} a page, {rounds} rounds, medians");
    let ratio = |times: &[f64]| median(times.iter().zip(&pages).map(|(time, pager)| time / pager).collect());
    println!("{:<32} {:>8.1} ms", "pager with reqwest, by hand", median(pages.clone()) * 1000.0);
    for (name, times, goal) in [("data export", &lines, Some(GOAL)), ("data export --format csv", &tables, None)] {
        let ratio = ratio(times);
        let goal = goal.map(|goal| format!("  {} the goal of {goal}x", verdict(ratio <= goal))).unwrap_or_default();
        println!("{name:<32} {:>8.1} ms {ratio:>6.2}x{goal}", median(times.clone()) * 1000.0);
    }
    println!("{:<32} {:>8} MiB", format!("peak memory of {} rows", rows / 10), memory[0]);
    let name = format!("peak memory of {rows} rows");
    println!("{name:<32} {:>8} MiB  {} the goal of {MEMORY} MiB", memory[1], verdict(memory[1] <= MEMORY));
}

/// A sandbox that is served, with one connection.
struct Platform {
    url: String,
    login: String,
    connection: String,
    /// Of the connection.
    token: String,
}

#[derive(Deserialize)]
struct Page {
    data: Vec<Map<String, Value>>,
    meta: Meta,
}

#[derive(Deserialize)]
struct Meta {
    last_page: u64,
}

impl Platform {
    /// Serves one from a thread of its own, for as long as this process lives.
    fn serve(runtime: &Runtime, rows: u64) -> Self {
        // Its rows stay as they are.
        let mut options = Options::new(Clock::fixed(Clock::system().now()));
        (options.scale, options.rate_limit) = (Some(rows.div_ceil(ASSETS)), 1_000_000_000);
        let sandbox = Sandbox::open(options).expect("opens");
        let login = sandbox.admin_token().expect("issued").expose().to_owned();
        let (tell, told) = std::sync::mpsc::channel();
        std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
            runtime.block_on(async {
                let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
                tell.send(listener.local_addr().expect("bound")).expect("somebody waits");
                sandbox.serve(listener, std::future::pending()).await.expect("serves");
            });
        });
        let url = format!("http://{}", told.recv().expect("bound"));
        let mut this = Self { url, login, connection: String::new(), token: String::new() };
        runtime.block_on(this.connect());
        this
    }

    async fn connect(&mut self) {
        let credentials = json!({ "email": "api@example.com", "password": "bench" });
        let body =
            json!({ "name": "Plant", "email": "ops@example.com", "provider": "upkeep", "credentials": credentials });
        let url = format!("{}/api/system/connections", self.url);
        let client = client();
        let call = client.post(&url).header("content-type", "application/json").body(body.to_string());
        let made: Value = answer(call.bearer_auth(&self.login)).await;
        let text = |value: &Value| value.as_str().expect("a text").to_owned();
        self.token = text(&made["data"]["access_token"]);
        let listed: Value = answer(client.get(&url).bearer_auth(&self.login)).await;
        self.connection = text(&listed["data"][0]["key"]);
    }

    /// Reads all rows and writes them, as one would by hand. Returns how many there are.
    async fn walk(&self, file: &Path) -> u64 {
        let mut file = BufWriter::new(File::create(file).expect("made"));
        let (mut count, mut page) = (0, 1);
        // The connection of the last round was idle for too long.
        let client = client();
        loop {
            let url = format!("{}/api/eam/assets?page={page}&per_page={PAGE}", self.url);
            let Page { data, meta } = answer(client.get(url).bearer_auth(&self.token)).await;
            for row in &data {
                serde_json::to_writer(&mut file, row).expect("written");
                file.write_all(b"\n").expect("written");
            }
            count += data.len() as u64;
            if page >= meta.last_page {
                file.flush().expect("written");
                return count;
            }
            page += 1;
        }
    }

    /// Runs the whole program. Returns how many rows it wrote and the seconds it took; `memory` becomes its peak in MiB where
    /// that is more.
    fn export(&self, home: &Path, format: &str, memory: &mut u64) -> (u64, f64) {
        let out = home.join("export");
        let mut command = Command::new(env!("CARGO_BIN_EXE_makini"));
        command
            .args(["data", "export", &self.connection, "assets", "--domain", "eam", "--format", format, "--out"])
            .arg(&out)
            .args(["-q", "--server", &self.url])
            .env_clear()
            .env("HOME", home)
            .env("MAKINI_TOKEN", &self.login)
            .env("MAKINI_CONNECTION_TOKEN", &self.token);
        let begun = begin();
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::null()).spawn().expect("starts");
        let seconds = loop {
            if let Some(status) = child.try_wait().expect("a child") {
                assert!(status.success(), "{status}");
                break begun.elapsed().as_secs_f64();
            }
            *memory = (*memory).max(peak(child.id()).unwrap_or(0));
            std::thread::sleep(Duration::from_millis(5));
        };
        let file = File::open(out.join(format!("assets.{format}"))).expect("exported");
        let lines = BufReader::new(file).lines().count() as u64;
        fs::remove_dir_all(&out).expect("removed");
        (if format == "csv" { lines - 1 } else { lines }, seconds)
    }
}

fn client() -> reqwest::Client {
    reqwest::Client::builder().no_proxy().build().expect("a client")
}

async fn answer<T: serde::de::DeserializeOwned>(call: reqwest::RequestBuilder) -> T {
    let answer = call.send().await.expect("answered").error_for_status().expect("a success");
    serde_json::from_slice(&answer.bytes().await.expect("whole")).expect("JSON")
}

/// Returns the most memory of a process so far, in MiB.
fn peak(process: u32) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.trim().strip_suffix(" kB")?.trim().parse::<u64>().ok()?.div_ceil(1024))
}

fn verdict(is_met: bool) -> &'static str {
    if is_met { "within" } else { "MISSES" }
}

#[expect(clippy::disallowed_methods, reason = "a switch of the benchmark, not of the product")]
fn number(name: &str, otherwise: u64) -> u64 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(otherwise)
}

fn timed(work: impl FnOnce()) -> f64 {
    let begun = begin();
    work();
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
