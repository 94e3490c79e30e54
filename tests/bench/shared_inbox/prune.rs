//! How long it takes to prune a large inbox, and what that does to the receivers meanwhile and while they drop the tables.

use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use super::database::Database;
use super::{Measured, load, median, millis, number, receivers};

/// Requests of one load.
const REQUESTS: usize = 20_000;

/// Events stored in one statement while the inbox is filled.
const STEP: usize = 200_000;

/// Fills an inbox with events that were delivered, all but one of a hundred thousand; every other one is older than 30 days.
/// The partitions are those that receivers would have made, since the same function makes them.
fn fill(database: &Database, rows: usize) {
    for done in (0..rows).step_by(STEP) {
        let step = STEP.min(rows - done);
        database.server.sql(
            "inbox",
            &format!(
                "SET synchronous_commit = off;
                SELECT inbox_extend((SELECT last_value FROM arrivals_number) + {step});
                CREATE TEMP TABLE given AS SELECT nextval('arrivals_number') AS number, n,
                    ((extract(epoch FROM now()) - 86400 * 60.0 * ({rows} - n) / {rows}) * 1000000)::int8 AS at
                FROM generate_series({done} + 1, {done} + {step}) AS n;
                INSERT INTO event_ids SELECT 'old_' || to_char(n, 'FM00000000'), true, number FROM given;
                INSERT INTO arrivals (number, event_id, proven, digest, event, connection, received_at, headers, body, verdict,
                    state, tries)
                SELECT number, 'old_' || to_char(n, 'FM00000000'), true, sha256(n::text::bytea), 'assets.updated', 'conn_' || n % 100,
                    at, repeat('header: value; ', 10)::bytea, repeat('0123456789abcdef', 16)::bytea, 'verified',
                    CASE WHEN n % 100000 = 7 THEN 3 ELSE 2 END, 1 FROM given;
                INSERT INTO attempts (arrival, kind, target, started_at, ended_at, status, micros)
                SELECT number, 'forward', 'http://127.0.0.1/', at, at + 1000, 200, 1000 FROM given;
                INSERT INTO partition_sums AS s (partition, receiver, events, bytes, oldest, newest)
                SELECT id, 0, count(*), count(*) * 918, min(at), max(at) FROM partitions
                JOIN given ON number >= first AND number < past GROUP BY id
                ON CONFLICT (partition, receiver) DO UPDATE SET events = s.events + excluded.events,
                    bytes = s.bytes + excluded.bytes, oldest = least(s.oldest, excluded.oldest),
                    newest = greatest(s.newest, excluded.newest);
                UPDATE stored_bytes SET bytes = bytes + {step} * 918"
            ),
        );
    }
    database.server.sql("inbox", "VACUUM ANALYZE arrivals, attempts, event_ids");
    database.server.sql("postgres", "CHECKPOINT");
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
        "{rows} events of 60 days with an attempt each, stored in {:.0} s, in {} partitions",
        filling.elapsed().as_secs_f64(),
        database.server.sql("inbox", "SELECT count(*) FROM partitions")
    );
    let mut round = 0;
    let mut measure = || {
        round += 1;
        load::run(&addresses, load::CONNECTIONS, load::requests(round, REQUESTS))
    };
    if let Some(load) = load::average() {
        println!("load of the machine when it is full {load}");
    }
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
    let waiting = || database.server.sql("inbox", "SELECT count(*) FROM detached").parse::<usize>().expect("a number");
    let (detached, dropping) = (waiting(), Instant::now());
    let mut after = Vec::new();
    loop {
        after.push(measure());
        if waiting() == 0 {
            break;
        }
    }
    let dropped = dropping.elapsed();
    let left = database.server.sql("inbox", "SELECT count(*) FROM arrivals WHERE event_id LIKE 'old\\_%'");
    let p99 = |all: &[Measured]| median(all.iter().map(|one| millis(one.p99)).collect());
    let longest = |all: &[Measured]| all.iter().map(|one| one.max).max().unwrap_or(Duration::ZERO);
    let waiting = database.server.sql(
        "inbox",
        "SELECT count(*) FROM arrivals WHERE state = 3 AND received_at < (extract(epoch FROM now() - interval '30 days') * 1000000)",
    );
    println!(
        "prune --before 30d: {:.2} s (at most 1); {left} left, of them {waiting} older that nobody handled; {} partitions; {said}",
        took.as_secs_f64(),
        database.server.sql("inbox", "SELECT count(*) FROM partitions")
    );
    println!(
        "ingest at {} connections: p99 {:.1} ms before, {:.1} ms during (unchanged), {:.1} ms while receivers dropped {detached} partitions \
        in {:.0} s; longest {:.1}, {:.1} and {:.1} ms",
        load::CONNECTIONS,
        p99(&before),
        p99(&during),
        p99(&after),
        dropped.as_secs_f64(),
        millis(longest(&before)),
        millis(longest(&during)),
        millis(longest(&after))
    );
}
