//! How fast deliveries are acknowledged after the commit, against what cannot be beaten.
//!
//! `cargo bench --bench receiver` prints ratios of one run. Generator and server share the machine in every row, 64
//! connections are kept open, and every delivery is distinct and signed: an inbox that skips repeats has nothing to
//! skip. Figures of two runs are not comparable; the ratios are. For the comparison with node:
//! `npm install --prefix FOLDER better-sqlite3`, then `NODE_PATH=FOLDER/node_modules cargo bench --bench receiver`.

#![expect(clippy::print_stdout, reason = "a benchmark prints what it measured")]
#![expect(clippy::disallowed_methods, reason = "a benchmark reads the clock")]

#[path = "receiver/load.rs"]
mod load;
#[path = "receiver/node.rs"]
mod node;
#[path = "receiver/processor.rs"]
mod processor;
#[path = "receiver/prototype.rs"]
mod prototype;
#[allow(dead_code, reason = "another benchmark uses all of it")]
#[path = "shared_inbox/receivers.rs"]
mod receivers;
#[path = "receiver/support.rs"]
mod support;

use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::Duration;

use makini::clock::Clock;
use makini::inbox::Inbox;
use makini::inbox::forward::Routes;
use makini::inbox::receiver::{Options, Receiver};
use makini::inbox::store::{InboxOptions, MAX_BYTES};
use makini::secret::Secret;
use makini::webhooks::{Config, Scheme, SecretEncoding, Secrets, Verifier};
use tokio::net::TcpListener;
use tokio::sync::oneshot;

/// The key that deliveries are signed with.
const KEY: &str = "a key of thirty-two bytes, or so";

/// A server that runs.
struct Server {
    address: SocketAddr,
    process: u32,
    end: End,
}

/// How it is ended.
enum End {
    /// A thread of this process.
    Thread(oneshot::Sender<()>, JoinHandle<()>),
    /// A process of its own, which is killed.
    Process(receivers::Receiver),
}

impl Server {
    fn start<F, T>(serve: F) -> Self
    where
        F: FnOnce(TcpListener, oneshot::Receiver<()>) -> T + Send + 'static,
        T: Future<Output = ()>,
    {
        let (tell, told) = std::sync::mpsc::channel();
        let (stop, stopped) = oneshot::channel();
        let thread = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
            runtime.block_on(async {
                let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
                tell.send(listener.local_addr().expect("an address")).expect("somebody waits");
                serve(listener, stopped).await;
            });
        });
        let address = told.recv().expect("it started");
        Self { address, process: std::process::id(), end: End::Thread(stop, thread) }
    }

    fn stop(self) {
        match self.end {
            End::Thread(stop, thread) => {
                stop.send(()).ok();
                thread.join().expect("no panic");
            }
            End::Process(receiver) => drop(receiver),
        }
    }
}

/// The command, as people run it where nobody watches.
fn listen(folder: &Path) -> Server {
    let inbox = folder.join("inbox.db");
    let receiver = receivers::Receiver::start(inbox.to_str().expect("UTF-8"), folder, "receiver", &[]);
    Server { address: receiver.address, process: receiver.pid(), end: End::Process(receiver) }
}

fn makini(folder: &Path) -> Server {
    let place = InboxOptions { place: folder.join("inbox.db").into(), max_bytes: MAX_BYTES };
    Server::start(async move |listener, stop| {
        let secrets = Secrets::all([Secret::new(KEY)], SecretEncoding::Utf8).expect("a good secret");
        let receiver = Receiver {
            inbox: Inbox::open(place, &Clock::system()).expect("a good folder"),
            verifier: Arc::new(Verifier::new(&Config::new(Scheme::Makini), &secrets)),
            routes: Routes::default(),
            options: Options::default(),
            tls: None,
            caught_up: None,
        };
        let stop = async {
            stop.await.ok();
        };
        receiver.run(listener, stop).await.expect("it serves");
    })
}

/// The names of what the others are compared with.
const EMPTY: &str = "axum, empty handler";
const PROTOTYPE: &str = "axum + group commit";

/// A name, and how to start it.
type Candidate = (&'static str, fn(&Path) -> Server);

/// What one candidate did in one round.
#[derive(Clone, Copy)]
struct Measured {
    rate: f64,
    p50: Duration,
    p99: Duration,
    max: Duration,
}

/// The same, with the time on a processor for a delivery in microseconds.
#[derive(Clone, Copy)]
struct Row {
    load: Measured,
    micros: Option<f64>,
}

/// Sends so many distinct deliveries to a candidate in a fresh folder, and counts what it kept.
fn measure(name: &str, start: fn(&Path) -> Server, requests: Vec<Vec<u8>>) -> Row {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let server = start(folder.path());
    let sent = requests.len();
    let before = processor::time(server.process);
    let load = load::run(&[server.address], load::CONNECTIONS, requests);
    let used = processor::time(server.process).zip(before).map(|(after, before)| after.saturating_sub(before));
    let micros = used.map(|used| used.as_secs_f64() * 1e6 / f64::from(u32::try_from(sent).expect("not that many")));
    server.stop();
    for (file, table) in [("inbox.db", "arrivals"), ("prototype.db", "events")] {
        let path = folder.path().join(file);
        if path.exists() {
            let db = rusqlite::Connection::open(path).expect("opened");
            let rows: i64 =
                db.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0)).expect("counted");
            assert_eq!(usize::try_from(rows).expect("a count"), sent, "{name} lost rows that it acknowledged");
        }
    }
    Row { load, micros }
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

fn main() {
    let count: usize = std::env::var("MAKINI_BENCH_DELIVERIES").ok().and_then(|n| n.parse().ok()).unwrap_or(60_000);
    let rounds = 3;
    let only = std::env::var("MAKINI_BENCH_ONLY").unwrap_or_default();
    let all: [Candidate; 4] = [
        (EMPTY, prototype::empty),
        (PROTOTYPE, prototype::group_commit),
        ("makini", makini),
        ("makini webhooks listen", listen),
    ];
    let candidates: Vec<Candidate> = all.into_iter().filter(|(name, _)| name.contains(&only)).collect();
    let mut rows: Vec<Vec<Row>> = vec![Vec::new(); candidates.len()];
    for round in 0..rounds {
        for (at, (name, start)) in candidates.iter().enumerate() {
            rows[at].push(measure(name, *start, load::requests(round, count)));
        }
    }
    let rate = |name: &str| {
        let at = candidates.iter().position(|(candidate, _)| *candidate == name)?;
        Some(median(rows[at].iter().map(|row| row.load.rate).collect()))
    };
    if let Some(load) = load::average() {
        println!("load of the machine: {load} (ratios of a busy machine are rough)");
    }
    println!("{count} deliveries of 1 KiB, {} connections, median of {rounds} rounds", load::CONNECTIONS);
    println!(
        "{:22} {:>9} {:>7} {:>6} {:>8} {:>8} {:>8}",
        "receiver", "req/s", "ratio", "us", "p50 ms", "p99 ms", "max ms"
    );
    for (at, (name, _)) in candidates.iter().enumerate() {
        let millis = |pick: fn(&Measured) -> Duration| {
            median(rows[at].iter().map(|row| pick(&row.load).as_secs_f64() * 1e3).collect())
        };
        let own = rate(name).unwrap_or_default();
        let micros: Option<Vec<f64>> = rows[at].iter().map(|row| row.micros).collect();
        println!(
            "{name:22} {own:>9.0} {:>7} {:>6} {:>8.2} {:>8.2} {:>8.2}",
            rate(EMPTY).map_or_else(String::new, |empty| format!("{:.2}", own / empty)),
            micros.map_or_else(String::new, |micros| format!("{:.1}", median(micros))),
            millis(|row| row.p50),
            millis(|row| row.p99),
            millis(|row| row.max)
        );
        if let Some(prototype) = rate(PROTOTYPE).filter(|_| name.starts_with("makini")) {
            println!("{name} / group commit prototype: {:.2} (at least 0.90)", own / prototype);
        }
    }
    let Some(makini) = rate("makini") else { return };
    match node::per_request(count / 6) {
        Ok(node) => {
            println!(
                "{:22} {:>9.0} {:>7.2} {:>6} {:>8.2} {:>8.2} {:>8.2}",
                "node + better-sqlite3",
                node.rate,
                rate(EMPTY).map_or(0.0, |empty| node.rate / empty),
                "",
                node.p50.as_secs_f64() * 1e3,
                node.p99.as_secs_f64() * 1e3,
                node.max.as_secs_f64() * 1e3
            );
            println!("makini / node + better-sqlite3, a transaction each: {:.1} (at least 3)", makini / node.rate);
        }
        Err(missing) => println!("SKIPPED: not compared with node + better-sqlite3: {missing}"),
    }
}
