//! What several receivers make of one inbox on a PostgreSQL server, against the server alone.
//!
//! `cargo bench --bench shared_inbox` prints ratios of one run: how much of what `pgbench` commits in batches of the same
//! size is acknowledged over HTTP, signatures verified, and what more receivers add where the commit is slow. Generator,
//! receivers and server share the machine in every row.
//!
//! Names after `--` choose the parts. Some run only when they are named, since they take minutes: `kills` and `crashes` (of
//! receivers and of the server, under load), `takeover`, `outage` and `repeats` check what must hold and print figures, and
//! `prune` removes half of ten million events.
//! `MAKINI_BENCH_ROUNDS`, `MAKINI_BENCH_SECONDS`, `MAKINI_BENCH_DELIVERIES` and `MAKINI_BENCH_ROWS` make them shorter, and
//! `MAKINI_BENCH_POOLED=1` puts PgBouncer before the server.

#![cfg_attr(
    not(all(unix, feature = "postgres")),
    allow(dead_code, unused_imports, reason = "there is nothing to measure")
)]
#![expect(clippy::print_stdout, reason = "a benchmark prints what it measured")]
#![expect(clippy::disallowed_methods, reason = "a benchmark reads the clock")]

#[cfg(all(unix, feature = "postgres"))]
#[path = "shared_inbox/crashes.rs"]
mod crashes;
#[cfg(all(unix, feature = "postgres"))]
#[path = "shared_inbox/database.rs"]
mod database;
#[cfg(all(unix, feature = "postgres"))]
#[path = "shared_inbox/handler.rs"]
mod handler;
#[cfg(all(unix, feature = "postgres"))]
#[path = "shared_inbox/ingest.rs"]
mod ingest;
#[path = "receiver/load.rs"]
mod load;
#[cfg(all(unix, feature = "postgres"))]
#[path = "shared_inbox/prune.rs"]
mod prune;
#[cfg(all(unix, feature = "postgres"))]
#[path = "shared_inbox/receivers.rs"]
mod receivers;
#[cfg(all(unix, feature = "postgres"))]
#[path = "shared_inbox/repeats.rs"]
mod repeats;
#[cfg(all(unix, feature = "postgres"))]
#[path = "shared_inbox/senders.rs"]
mod senders;
#[cfg(all(unix, feature = "postgres"))]
#[path = "shared_inbox/support.rs"]
mod support;

use std::time::Duration;

/// The key that deliveries are signed with.
const KEY: &str = "a key of thirty-two bytes, or so";

/// What came of one load.
#[derive(Clone, Copy)]
struct Measured {
    rate: f64,
    p50: Duration,
    p99: Duration,
    max: Duration,
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

/// Returns a number from the environment.
fn number(name: &str, default: usize) -> usize {
    std::env::var(name).ok().and_then(|n| n.parse().ok()).unwrap_or(default)
}

#[cfg(not(all(unix, feature = "postgres")))]
fn main() {
    println!("SKIPPED: there is no inbox on a server in this build");
}

/// A part: its name, whether it runs without being named, and what it does.
#[cfg(all(unix, feature = "postgres"))]
const PARTS: &[(&str, bool, fn())] = &[
    ("ingest", true, ingest::against_pgbench),
    ("delay", true, ingest::more_receivers),
    ("repeats", false, repeats::once_each),
    ("kills", false, crashes::of_receivers),
    ("crashes", false, crashes::of_the_server),
    ("takeover", false, crashes::take_over),
    ("outage", false, crashes::outage),
    ("prune", false, prune::thirty_days),
];

#[cfg(all(unix, feature = "postgres"))]
fn main() {
    let named: Vec<String> = std::env::args().skip(1).filter(|name| !name.starts_with('-')).collect();
    for name in &named {
        assert!(
            PARTS.iter().any(|(part, ..)| part == name),
            "no part `{name}`; there are {:?}",
            PARTS.iter().map(|part| part.0).collect::<Vec<_>>()
        );
    }
    for (name, usual, run) in PARTS {
        if if named.is_empty() { *usual } else { named.iter().any(|part| part == name) } {
            if let Some(load) = load::average() {
                println!("{name}: load of the machine before it {load}");
            }
            run();
        }
    }
}
