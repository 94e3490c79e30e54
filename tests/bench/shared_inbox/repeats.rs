//! The same deliveries at several receivers: each is stored once.

use std::sync::Arc;
use std::time::Instant;

use tokio::net::TcpStream;

use super::database::Database;
use super::load::{CONNECTIONS, Maker, exchange};
use super::{number, receivers};

/// Receivers that each get all of them.
const RECEIVERS: usize = 3;

/// Sends deliveries, three of ten of which came before, to every receiver at the same time.
pub(super) fn once_each() {
    let Some(database) = Database::start(&[]) else { return };
    let inbox = database.make("inbox");
    let server = &database.server;
    let folder = tempfile::tempdir().expect("a temporary folder");
    let running = receivers::several(RECEIVERS, &inbox, folder.path());
    let count = number("MAKINI_BENCH_DELIVERIES", 1_000_000);
    let maker = Arc::new(Maker::new());
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let start = Instant::now();
    runtime.block_on(async {
        let mut tasks = Vec::new();
        for (receiver, one) in running.iter().enumerate() {
            for own in 0..CONNECTIONS / RECEIVERS {
                let (address, maker) = (one.address, Arc::clone(&maker));
                tasks.push(tokio::spawn(async move {
                    let mut random = fastrand::Rng::with_seed((receiver * 1000 + own) as u64);
                    let mut stream = TcpStream::connect(address).await.expect("it listens");
                    stream.set_nodelay(true).expect("set");
                    let mut buffer = vec![0; 4096];
                    for n in (own..count).step_by(CONNECTIONS / RECEIVERS) {
                        let which = if is_repeat(n) { earlier(random.usize(..n / 10 * 10)) } else { n };
                        exchange(&mut stream, &maker.request(0, which), &mut buffer).await.expect("an answer");
                        assert!(buffer.starts_with(b"HTTP/1.1 200"), "acknowledged");
                    }
                }));
            }
        }
        for task in tasks {
            task.await.expect("no panic");
        }
    });
    let elapsed = start.elapsed().as_secs_f64();
    let ask = |sql: &str| server.sql("inbox", sql).parse::<usize>().expect("a number");
    let (stored, different) =
        (ask("SELECT count(*) FROM arrivals"), ask("SELECT count(DISTINCT (event_id, proven)) FROM arrivals"));
    let (repeats, conflicts) =
        (ask("SELECT sum(duplicates) FROM arrivals"), ask("SELECT sum(conflicts) FROM arrivals"));
    let known = (0..count).filter(|&n| !is_repeat(n)).count();
    println!(
        "{count} deliveries, 3 of 10 repeated, each to {RECEIVERS} receivers, in {elapsed:.0} s ({:.0} requests/s): {known} distinct sent, {stored} stored, {different} distinct, {repeats} repeats counted, {conflicts} conflicts",
        f64::from(u32::try_from(count * RECEIVERS).expect("not that many")) / elapsed
    );
    assert!(stored == different && stored == known, "count is not distinct");
    assert_eq!(repeats, count * RECEIVERS - stored, "each request is an event or a repeat");
}

/// Returns whether another one is sent in place of this one.
fn is_repeat(n: usize) -> bool {
    n >= 10 && n % 10 < 3
}

/// Returns one near this one that is sent as itself.
fn earlier(n: usize) -> usize {
    if is_repeat(n) { n + 3 } else { n }
}
