//! How long it takes to prune a large inbox, and what that does to the receivers meanwhile.

use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use super::database::Database;
use super::{Measured, load, median, millis, number, receivers};

/// Requests of one load.
const REQUESTS: usize = 20_000;

/// Fills an inbox with events that were delivered; every other one is older than 30 days.
fn fill(database: &Database, rows: usize) {
    database.server.sql(
        "inbox",
        &format!(
            "SET synchronous_commit = off;
            INSERT INTO arrivals (number, event_id, proven, digest, event, connection, received_at, headers, body, verdict,
                state, tries)
            SELECT nextval('arrivals_number'), 'old_' || md5(n::text), true, sha256(n::text::bytea), 'assets.updated',
                'conn_' || n % 100, ((extract(epoch FROM now()) - 86400 * 60.0 * ({rows} - n) / {rows}) * 1000000)::int8,
                repeat('header: value; ', 10)::bytea, repeat('0123456789abcdef', 16)::bytea, 'verified', 2, 1
            FROM generate_series(1, {rows}) AS n;
            INSERT INTO attempts (arrival, kind, target, started_at, ended_at, status, micros)
            SELECT number, 'forward', 'http://127.0.0.1/', received_at, received_at + 1000, 200, 1000 FROM arrivals"
        ),
    );
    database.server.sql("inbox", "VACUUM ANALYZE arrivals, attempts");
}

/// Prunes what is older than 30 days while events come in.
pub(super) fn thirty_days() {
    let Some(database) = Database::start(&["max_wal_size=4GB"]) else { return };
    let inbox = database.make("inbox");
    let folder = tempfile::tempdir().expect("a temporary folder");
    let running = receivers::several(2, &inbox, folder.path());
    let addresses: Vec<_> = running.iter().map(|one| one.address).collect();
    let rows = number("MAKINI_BENCH_ROWS", 10_000_000);
    let filling = Instant::now();
    fill(&database, rows);
    println!(
        "{rows} delivered events with an attempt each, of 60 days, stored in {:.0} s",
        filling.elapsed().as_secs_f64()
    );
    let mut round = 0;
    let mut measure = || {
        round += 1;
        load::run(&addresses, load::CONNECTIONS, load::requests(round, REQUESTS))
    };
    let before: Vec<Measured> = (0..3).map(|_| measure()).collect();
    let ended = AtomicBool::new(false);
    let mut during = Vec::new();
    let (took, said) = std::thread::scope(|scope| {
        let pruning = scope.spawn(|| {
            let mut prune = Command::new(env!("CARGO_BIN_EXE_makini"));
            prune.args(["webhooks", "inbox", "prune", "--before", "30d", "--yes", "-o", "json", "--inbox", &inbox]);
            let start = Instant::now();
            let output = prune.env_clear().env("HOME", folder.path()).stdin(Stdio::null()).output().expect("it starts");
            let took = start.elapsed();
            ended.store(true, Ordering::Relaxed);
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
            (took, String::from_utf8_lossy(&output.stdout).trim().to_owned())
        });
        while !ended.load(Ordering::Relaxed) {
            during.push(measure());
        }
        pruning.join().expect("no panic")
    });
    let left = database.server.sql("inbox", "SELECT count(*) FROM arrivals WHERE event_id LIKE 'old\\_%'");
    let p99 = |all: &[Measured]| median(all.iter().map(|one| millis(one.p99)).collect());
    let longest = |all: &[Measured]| all.iter().map(|one| one.max).max().unwrap_or(Duration::ZERO);
    println!("prune --before 30d: {:.1} s (at most 1); {left} left; {said}", took.as_secs_f64());
    println!(
        "ingest at {} connections: p99 {:.1} ms before, {:.1} ms during (unchanged), longest {:.1} and {:.1} ms",
        load::CONNECTIONS,
        p99(&before),
        p99(&during),
        millis(longest(&before)),
        millis(longest(&during))
    );
}
