//! How many deliveries are acknowledged, against what the server commits without us, and what more receivers add.

use std::time::{Duration, Instant};

use http::HeaderMap;
use makini::clock::Clock;
use makini::inbox::postgres::Server;
use makini::inbox::store::{InboxOptions, MAX_BYTES};
use makini::inbox::{Arrival, Inbox, Place, Verification};
use makini::network::NetworkOptions;

use super::database::Database;
use super::{Measured, load, median, millis, number, receivers};

/// Rounds of each measurement; the median counts.
const ROUNDS: usize = 3;
/// The database of the receivers.
const INBOX: &str = "inbox";
/// How long `pgbench` runs in a round.
const BARE_TIME: &str = "6";

/// What is inserted by `pgbench`: what cannot be left out, a unique ID, the connection, the headers and the body.
const BARE_TABLE: &str = "
    CREATE TABLE bare (id TEXT COLLATE \"C\" PRIMARY KEY, connection TEXT NOT NULL, headers BYTEA NOT NULL, body BYTEA NOT NULL)";

fn bare_script(batch: f64) -> String {
    format!(
        "INSERT INTO bare SELECT id, connection, headers, body FROM ( \
            SELECT 'evt_' || md5(random()::text || n) AS id, 'conn_' || n % 100 AS connection, \
                repeat('header: value; ', 10)::bytea AS headers, repeat('0123456789abcdef', 64)::bytea AS body \
            FROM generate_series(1, {batch}) AS n) AS batch \
        ORDER BY id ON CONFLICT DO NOTHING;\n"
    )
}

/// What the writers ask for, of the same tables.
fn same_script(batch: f64) -> String {
    format!(
        "SELECT cardinality(added) FROM ( \
            SELECT array_agg(n::bigint) AS places, array_agg('evt_' || md5(random()::text || n)) AS ids, \
                array_agg(false) AS proofs, array_agg(sha256(n::text::bytea)) AS digests, \
                array_agg('assets.updated'::text) AS events, array_agg('conn_' || n % 100) AS connections, \
                array_agg('2026-01-01T00:00:00Z'::text) AS texts, array_agg(1767225600000000) AS times, \
                array_agg(repeat('header: value; ', 10)::bytea) AS headers, \
                array_agg(repeat('0123456789abcdef', 64)::bytea) AS bodies, array_agg(NULL::bytea) AS canonicals, \
                array_agg('unverified'::text) AS verdicts, array_agg(NULL::text) AS modes, \
                array_agg(0::bigint) AS states, array_agg(NULL::bigint) AS earlier \
            FROM generate_series(1, {batch}) AS n) AS given, \
        inbox_add(0, places, ids, proofs, digests, events, connections, texts, times, times, headers, bodies, canonicals, \
            verdicts, modes, states, earlier);\n"
    )
}

/// Returns the transactions that a database has committed.
fn commits(server: &super::support::postgres::Postgres) -> f64 {
    let sql = format!("SELECT xact_commit FROM pg_stat_database WHERE datname = '{INBOX}'");
    server.sql("postgres", &sql).parse().expect("a number")
}

/// Sends so many to so many receivers on a fresh inbox. Returns what was measured, and how many rows a commit had.
fn acknowledged(
    database: &Database,
    count: usize,
    receivers: usize,
    connections: usize,
    round: usize,
) -> (Measured, f64) {
    let server = &database.server;
    server.sql("postgres", &format!("DROP DATABASE IF EXISTS {INBOX} WITH (FORCE)"));
    let inbox = database.make(INBOX);
    let folder = tempfile::tempdir().expect("a temporary folder");
    let running = receivers::several(receivers, &inbox, folder.path());
    let addresses: Vec<_> = running.iter().map(|one| one.address).collect();
    let requests = load::requests(round, count);
    let before = commits(server);
    let measured = load::run(&addresses, connections, requests);
    let committed = commits(server) - before;
    let stored: usize = server.sql(INBOX, "SELECT count(*) FROM arrivals").parse().expect("a number");
    assert_eq!(stored, count, "acknowledged and not there");
    (measured, f64::from(u32::try_from(count).expect("not that many")) / committed)
}

/// Stores so many by two writers in this process, without HTTP and signatures. Returns rows a second, and rows a commit.
fn stored(database: &Database, count: usize, round: usize) -> (f64, f64) {
    let server = &database.server;
    server.sql("postgres", &format!("DROP DATABASE IF EXISTS {INBOX} WITH (FORCE)"));
    let place: Place = Server::parse(&database.make(INBOX), &NetworkOptions::default()).expect("a good address").into();
    let options = InboxOptions { place, max_bytes: MAX_BYTES };
    let inboxes = [(); 2].map(|()| Inbox::open(options.clone(), &Clock::system()).expect("opened"));
    let mut shares = vec![Vec::new(); load::CONNECTIONS];
    for (n, request) in load::requests(round, count).iter().enumerate() {
        let start = request.windows(4).position(|four| four == b"\r\n\r\n").expect("a head") + 4;
        let body = request[start..].to_vec().into();
        let now = inboxes[0].clock().now();
        shares[n % load::CONNECTIONS].push(Arrival::new(&HeaderMap::new(), body, Verification::unverified(), now));
    }
    let before = commits(server);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let elapsed = runtime.block_on(async {
        let start = Instant::now();
        let tasks: Vec<_> = shares
            .into_iter()
            .enumerate()
            .map(|(n, share)| {
                let inbox = inboxes[n % 2].clone();
                tokio::spawn(async move {
                    for arrival in share {
                        inbox.store(arrival).await.expect("stored");
                    }
                })
            })
            .collect();
        for task in tasks {
            task.await.expect("no panic");
        }
        let elapsed = start.elapsed();
        for inbox in &inboxes {
            inbox.close().await;
        }
        elapsed
    });
    let committed = commits(server) - before;
    let all = f64::from(u32::try_from(count).expect("not that many"));
    (all / elapsed.as_secs_f64(), all / committed)
}

/// Ingest against `pgbench` with as many clients and the same batch: into the least of tables, and into those of the inbox.
pub(super) fn against_pgbench() {
    let Some(database) = Database::start(&[]) else { return };
    let server = &database.server;
    let count = number("MAKINI_BENCH_DELIVERIES", 60_000);
    server.database("pgbench");
    server.sql("pgbench", BARE_TABLE);
    let clients = ["-c", "2", "-T", BARE_TIME];
    let [mut received, mut writers, mut bare, mut same, mut batches] = [const { Vec::new() }; 5];
    let mut latencies = Vec::new();
    for round in 0..ROUNDS {
        let (measured, _) = acknowledged(&database, count, 2, load::CONNECTIONS, round);
        received.push(measured.rate);
        latencies.push(measured);
        let (rate, batch) = stored(&database, count, round);
        writers.push(rate);
        batches.push(batch);
        let batch = batch.round().max(1.0);
        server.sql("pgbench", "TRUNCATE bare");
        bare.push(batch * server.pgbench("pgbench", &bare_script(batch), &clients));
        same.push(batch * server.pgbench(INBOX, &same_script(batch), &clients));
    }
    let [received, writers, bare, same, batch] = [received, writers, bare, same, batches].map(median);
    let time = |pick: fn(&Measured) -> Duration| median(latencies.iter().map(|one| millis(pick(one))).collect());
    println!("{count} deliveries of 1 KiB, median of {ROUNDS} rounds, {batch:.0} rows a commit");
    for (name, rate) in [
        ("pgbench, 2 clients, a table with a key", bare),
        ("pgbench, 2 clients, the inbox", same),
        ("makini, 2 writers", writers),
        ("makini, 2 receivers over HTTP", received),
    ] {
        println!("{name:40} {rate:>9.0} rows/s");
    }
    println!("writers / pgbench: {:.2} (at least 0.60); with the same tables {:.2}", writers / bare, writers / same);
    println!(
        "acknowledged over HTTP each second: {received:.0} (at least 10000); {} connections: p50 {:.1} ms, p99 {:.1} ms (at most 50), longest {:.1} ms",
        load::CONNECTIONS,
        time(|one| one.p50),
        time(|one| one.p99),
        time(|one| one.max)
    );
}

/// What three more receivers add where each commit takes 5 ms longer. On two cores a processor-bound load cannot show it,
/// so every receiver has a few senders of its own.
pub(super) fn more_receivers() {
    let Some(database) = Database::start(&["commit_delay=5000", "commit_siblings=0"]) else { return };
    let senders = number("MAKINI_BENCH_SENDERS", 8);
    let count = number("MAKINI_BENCH_DELIVERIES", 60_000) / 10;
    let mut rates = [Vec::new(), Vec::new()];
    for round in 0..ROUNDS {
        for (rates, receivers) in rates.iter_mut().zip([1, 4]) {
            let (measured, _) = acknowledged(&database, count * receivers, receivers, senders * receivers, round);
            rates.push(measured.rate);
        }
    }
    let [one, four] = rates.map(median);
    println!("commit_delay 5 ms, {senders} senders a receiver, median of {ROUNDS} rounds");
    println!("1 receiver {one:.0}/s, 4 receivers {four:.0}/s: {:.2}x (at least 3.2)", four / one);
}
