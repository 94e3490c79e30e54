//! What a long list costs beyond fetching it, as a ratio from one run.
//!
//! `cargo bench --bench listing` puts 10,000 connections into a sandbox, serves it on the loopback in a thread of its
//! own, and in turns walks all pages with the bare client and runs the whole `connections list` (settings, journal, rows,
//! rendering) into memory. `MAKINI_BENCH_CONNECTIONS` sets another number.

#![expect(clippy::print_stdout, reason = "the report is the purpose")]

use std::ffi::OsString;
use std::io::Write;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use makini::client::{
    Bearer, BoxFuture, Client, Error, HttpOptions, HttpTransport, PageOptions, Scope, ServerUrl, TokenSource,
};
use makini::clock::Clock;
use makini::exit::Exit;
use makini::sandbox::{Options, Sandbox};
use makini::secret::Secret;
use makini::settings::env::Env;
use makini::shutdown::Signal;
use makini::term::{Streams, Terminal};
use makini::world::World;
use tokio::net::TcpListener;

/// What the whole command may cost, in times of fetching.
const GOAL: f64 = 1.5;
const ROUNDS: usize = 9;

fn main() {
    let count = count();
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = folder.path().join("sandbox.db");
    let mut options = Options::new(Clock::system());
    options.path = Some(file.clone());
    let sandbox = Sandbox::open(options).expect("opens");
    let token = sandbox.admin_token().expect("issued");
    seed(&file, count);
    let server = serve(sandbox);

    let formats = ["table", "ndjson", "json", "csv"];
    let mut fetching = Vec::new();
    let mut whole = vec![Vec::new(); formats.len()];
    for round in 0..=ROUNDS {
        let fetched = timed(|| fetch(&server, &token, count));
        let shown: Vec<_> =
            formats.iter().map(|format| timed(|| list(folder.path(), &server, &token, format, count))).collect();
        // The first round fills the caches of the machine.
        if round > 0 {
            fetching.push(fetched);
            whole.iter_mut().zip(shown).for_each(|(all, time)| all.push(time));
        }
    }
    println!("{count} connections, {ROUNDS} rounds, medians");
    println!("{:<32} {:>8.1} ms", "fetch every page", median(fetching.clone()) * 1000.0);
    for (format, times) in formats.iter().zip(whole) {
        let ratio = median(times.iter().zip(&fetching).map(|(time, floor)| time / floor).collect());
        let verdict = if ratio <= GOAL { "within" } else { "MISSES" };
        let name = format!("connections list -o {format}");
        println!("{name:<32} {:>8.1} ms {ratio:>6.2}x  {verdict} the goal of {GOAL}x", median(times) * 1000.0);
    }
}

#[expect(clippy::disallowed_methods, reason = "a switch of the benchmark, not of the product")]
fn count() -> usize {
    std::env::var("MAKINI_BENCH_CONNECTIONS").ok().and_then(|text| text.parse().ok()).unwrap_or(10_000)
}

/// Writes connections past the API: an account has credits for a few only.
fn seed(file: &Path, count: usize) {
    let db = rusqlite::Connection::open(file).expect("opens");
    let done = db.execute(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?1)
         INSERT INTO connections (key, name, email, slug, status, health, deployment, credits, fields, credentials,
             metadata, created_at, updated_at, connected_at, schedule_seconds, last_sync_at, sync_status, sync_changed_at)
         SELECT printf('conn_%016x', i * 2654435761), printf('Plant %d, line %d', i / 7, i % 7), 'ops@example.com',
             'maximo', 'active', 'online', 'cloud', 2, '{\"url\":\"https://plant.example.com\"}', x'', '{}',
             1767225600000 + i, 1767225600000 + i, 1767225600000 + i, 86400, 1767225600000 + i, 'idle', 1767225600000 + i
         FROM n",
        [count],
    );
    assert_eq!(done.expect("written"), count);
}

/// Serves the sandbox from a thread of its own, for as long as this process lives.
fn serve(sandbox: Sandbox) -> ServerUrl {
    let (tell, told) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        runtime().block_on(async {
            let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
            tell.send(listener.local_addr().expect("bound")).expect("somebody waits");
            sandbox.serve(listener, std::future::pending()).await.expect("serves");
        });
    });
    ServerUrl::parse(&format!("http://{}", told.recv().expect("bound"))).expect("loopback")
}

fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime")
}

/// The one token of the sandbox.
struct Fixed(Secret);

impl TokenSource for Fixed {
    fn token<'a>(&'a self, _: &'a Scope) -> BoxFuture<'a, Result<Option<Secret>, Error>> {
        Box::pin(std::future::ready(Ok(Some(self.0.clone()))))
    }

    fn renew<'a>(&'a self, _: &'a Scope, _: &'a Secret) -> BoxFuture<'a, Result<Option<Secret>, Error>> {
        Box::pin(std::future::ready(Ok(None)))
    }
}

/// Walks every page and keeps nothing.
fn fetch(server: &ServerUrl, token: &Secret, count: usize) {
    let transport = HttpTransport::new(server.clone(), HttpOptions::default());
    let client = Client::new(server.clone(), Arc::new(Bearer::new(transport, Fixed(token.clone()))), Clock::system());
    let fetched = runtime().block_on(async {
        let mut pages = client.connection_pages(PageOptions::all());
        let mut fetched = 0;
        while let Some(page) = pages.next().await.expect("a page") {
            fetched += page.len();
        }
        fetched
    });
    assert_eq!(fetched, count);
}

/// Runs the whole command.
fn list(home: &Path, server: &ServerUrl, token: &Secret, format: &str, count: usize) {
    let out = Memory::default();
    let args = ["makini", "connections", "list", "--server", &server.to_string(), "-o", format].map(OsString::from);
    let world = World {
        args: args.to_vec(),
        env: Env::of([("HOME", home.as_os_str()), ("MAKINI_TOKEN", token.expose().as_ref())]),
        cwd: home.to_owned(),
        streams: Streams {
            stdin: Box::new(std::io::empty()),
            stdout: Box::new(out.clone()),
            stderr: Box::new(std::io::sink()),
        },
        terminal: Terminal::default(),
        clock: Clock::system(),
        prompter: None,
        keyring: None,
        browser: Arc::new(|_| false),
        shutdown: Signal::Never,
    };
    assert_eq!(makini::run(world), Exit::Ok);
    let written = out.0.lock().expect("not poisoned");
    let rows = written.windows(5).filter(|text| text == b"conn_").count();
    assert_eq!(rows, count, "every row is shown once");
}

#[derive(Clone, Default)]
struct Memory(Arc<Mutex<Vec<u8>>>);

impl Write for Memory {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().expect("not poisoned").extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[expect(clippy::disallowed_methods, reason = "a benchmark measures")]
fn timed(work: impl FnOnce()) -> f64 {
    let begun = Instant::now();
    work();
    let time: Duration = begun.elapsed();
    time.as_secs_f64()
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
