//! What figures of a long journal cost, as times over bare SQL in one run.
//!
//! `cargo bench --bench metrics` fills a journal with 1,000,000 requests of seven days and runs, in turns: the same question
//! as bare SQL (count, failures, mean and maximum of each hour, without percentiles), the figures of each hour in this
//! process, and `makini metrics --bucket 1h` as a process. Then the older half becomes hourly sums. The percentiles are
//! compared with those of sorted rows. `MAKINI_BENCH_REQUESTS` and `MAKINI_BENCH_ROUNDS` set other numbers.

#![expect(clippy::print_stdout, reason = "the report is the purpose")]

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use fastrand::Rng;
use jiff::Timestamp;
use makini::clock::Clock;
use makini::journal::{Filter, GroupBy, Journal, Options, Summarised};
use rusqlite::{Connection, params};

/// How many milliseconds more than the bare SQL are allowed.
const MORE: f64 = 100.0;
/// How far a percentile may be from the exact one.
const ERROR: f64 = 0.001;
const DAYS: u64 = 7;

fn main() {
    let (count, rounds) = (number("MAKINI_BENCH_REQUESTS", 1_000_000), number("MAKINI_BENCH_ROUNDS", 5));
    let folder = tempfile::tempdir().expect("a temporary folder");
    let now = now();
    let path = journal_of(folder.path());
    let open = |max_age| {
        let options = Options { max_age, max_bytes: u64::MAX >> 20, ..Options::new("default") };
        Journal::new(&path, options, Clock::fixed(now))
    };
    let journal = open(Duration::from_hours(24 * 30));
    fill(&path, count, now);
    let size = path.metadata().expect("there").len();
    println!("{count} requests of {DAYS} days: {} MiB, {} bytes each", size >> 20, size / count as u64);
    println!("so 64 MiB hold about {} requests\n", (64 << 20) * count as u64 / size);

    // From the beginning of an hour on: sums of hours are counted whole.
    let since = now - Duration::from_hours(24 * DAYS);
    let since = since - Duration::from_micros(since.as_microsecond().rem_euclid(3_600_000_000).unsigned_abs());
    let filter = Filter { profile: Some("default".into()), since: Some(since), until: Some(now), ..Filter::default() };
    let by = || GroupBy { bucket: Some("1h".parse().expect("a size")), ..GroupBy::default() };
    let (mut bare, mut own, mut process) = (Vec::new(), Vec::new(), Vec::new());
    for round in 0..=rounds {
        let times = [
            timed(|| bare_sql(&path, since)),
            timed(|| drop(journal.summarise(&filter, by()).expect("figures"))),
            timed(|| run(folder.path())),
        ];
        // The first round fills the caches of the machine.
        if round > 0 {
            for (all, time) in [&mut bare, &mut own, &mut process].into_iter().zip(times) {
                all.push(time);
            }
        }
    }
    let limit = median(bare);
    println!("{:<40} {limit:>8.1} ms", "bare SQL of each hour, no percentiles");
    report("figures of each hour, in a process", median(own), limit);
    report("makini metrics --bucket 1h", median(process), limit);

    let before = journal.summarise(&filter, by()).expect("figures");
    let worst = compare(&path, &before, since);
    println!("{:<40} {:>8.4} %  {}", "percentiles, farthest from exact", worst * 100.0, verdict(worst <= ERROR));

    let half = open(Duration::from_hours(12 * DAYS));
    let mut removed = 0;
    let time = timed(|| removed = half.prune().expect("pruned"));
    println!("\n{removed} requests became hourly sums in {time:.0} ms, with the file made smaller");
    let after = journal.summarise(&filter, by()).expect("figures");
    let is_same = after.total == before.total;
    println!("{:<40} {}", "the figures of all of it", if is_same { "are the same" } else { "MISS the same" });
    report("makini metrics --bucket 1h, of half", timed(|| run(folder.path())), limit);
}

fn report(name: &str, time: f64, limit: f64) {
    println!("{name:<40} {time:>8.1} ms  {:+.1} ms, {}", time - limit, verdict(time - limit <= MORE));
}

fn verdict(is_met: bool) -> &'static str {
    if is_met { "within the goal" } else { "MISSES the goal" }
}

/// Lets the program make its journal in this home folder, and returns where it is.
fn journal_of(home: &Path) -> PathBuf {
    // Nothing listens there, which is a request all the same.
    let mut command = Command::new(env!("CARGO_BIN_EXE_makini"));
    command.args(["connections", "list", "--server", "http://127.0.0.1:9", "--retries", "0"]);
    command.env_clear().env("HOME", home).env("MAKINI_TOKEN", "bench-token");
    command.stdout(Stdio::null()).stderr(Stdio::null()).stdin(Stdio::null()).status().expect("starts");
    let path = home.join(".local/state/makini/journal.db");
    assert!(path.exists(), "{} is not there", path.display());
    path
}

fn fill(path: &Path, count: usize, now: Timestamp) {
    let mut db = Connection::open(path).expect("opens");
    let mut random = Rng::with_seed(7);
    let tx = db.transaction().expect("begun");
    {
        let mut insert = tx
            .prepare(
                "INSERT INTO exchange (at, profile, connection, kind, method, template, path, status, error_code,
                 request_id, elapsed, server_time, source_time, sent_bytes, received_bytes, attempt)
                 VALUES (?1, 'default', ?2, 'api', 'GET', ?3, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 0, 2048, 1)",
            )
            .expect("valid SQL");
        let span = DAYS * 86_400_000_000;
        for row in 0..count as u64 {
            let at = now - Duration::from_micros(span - row * span / count as u64);
            let elapsed = 20_000 + random.u64(0..500) * random.u64(0..500) * random.u64(1..10);
            let is_failed = random.u8(0..50) == 0;
            let template = ["/api/erp/vendors", "/api/erp/purchase-orders", "/api/eam/assets/{key}"];
            insert
                .execute(params![
                    at.as_microsecond(),
                    format!("7f3d5c8e-0000-4000-8000-{:012}", random.u16(0..500)),
                    template[random.usize(0..3)],
                    if is_failed { 503 } else { 200 },
                    is_failed.then_some("SOURCE_UNREACHABLE"),
                    format!("req_{:026}", random.u64(..)),
                    elapsed,
                    elapsed - 10_000,
                    elapsed / 2,
                ])
                .expect("written");
        }
    }
    tx.commit().expect("committed");
}

fn bare_sql(path: &Path, since: Timestamp) {
    let db = Connection::open(path).expect("opens");
    let mut statement = db
        .prepare(
            "SELECT at / 3600000000, count(*), sum(status IS NULL OR status >= 400), avg(elapsed), max(elapsed),
             avg(server_time), avg(source_time)
             FROM exchange WHERE profile = 'default' AND kind = 'api' AND at >= ?1 GROUP BY 1",
        )
        .expect("valid SQL");
    let rows = statement.query_map([since.as_microsecond()], |row| row.get::<_, i64>(1)).expect("runs");
    assert!(rows.count() as u64 >= DAYS * 24);
}

/// Returns how far the percentiles of the hours are from those of all rows of the hour in order, as a share.
fn compare(path: &Path, found: &Summarised, since: Timestamp) -> f64 {
    let db = Connection::open(path).expect("opens");
    let mut times =
        db.prepare("SELECT elapsed FROM exchange WHERE at >= ? AND at < ? ORDER BY elapsed").expect("valid");
    let mut worst = 0_f64;
    for group in &found.groups {
        let start: Timestamp = group.bucket.as_deref().expect("a bucket").parse().expect("a time");
        let (from, to) = (start.max(since), start + Duration::from_hours(1));
        let sorted = times.query_map([from.as_microsecond(), to.as_microsecond()], |row| row.get::<_, f64>(0));
        let sorted: Vec<f64> = sorted.expect("runs").collect::<Result<_, _>>().expect("numbers");
        for (share, found) in [(50, group.p50_ms), (90, group.p90_ms), (95, group.p95_ms), (99, group.p99_ms)] {
            let exact = sorted[(sorted.len() * share).div_ceil(100) - 1] / 1000.0;
            worst = worst.max((found.expect("requests") - exact).abs() / exact);
        }
    }
    worst
}

/// Runs the whole program.
fn run(home: &Path) {
    let status = Command::new(env!("CARGO_BIN_EXE_makini"))
        .args(["metrics", "--source", "journal", "--bucket", "1h", "--since", "7d", "-o", "json"])
        .env_clear()
        .env("HOME", home)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .status()
        .expect("starts");
    assert!(status.success(), "{status}");
}

fn timed(run: impl FnOnce()) -> f64 {
    let begun = begin();
    run();
    begun.elapsed().as_secs_f64() * 1000.0
}

#[expect(clippy::disallowed_methods, reason = "a benchmark measures")]
fn begin() -> Instant {
    Instant::now()
}

#[expect(clippy::disallowed_methods, reason = "the program that is measured has the time of the machine")]
fn now() -> Timestamp {
    Timestamp::now()
}

#[expect(clippy::disallowed_methods, reason = "a switch of the benchmark, not of the product")]
fn number(name: &str, otherwise: usize) -> usize {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(otherwise)
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
