//! An export that is killed (SIGKILL) 50 times: no row twice, none lost, compared with the sandbox's database by SQL.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicU64;
use std::sync::atomic::Ordering::SeqCst;
use std::time::Duration;

use axum::Router;
use axum::extract::Request;
use axum::routing::any;
use makini::clock::Clock;
use makini::exit::Exit;
use makini::sandbox::{Options, Sandbox};
use serde_json::{Map, Value};
use sha2::{Digest as _, Sha256};
use tower::ServiceExt as _;

use crate::support::process::{Home, text};
use crate::support::served::Served;
use crate::support::until::{PATIENCE, until};
use crate::support::world::Machine;

const KILLS: u64 = 50;

/// Of the random points.
const SEED: u64 = 7;

/// Of service requests, so that 50 beginnings are not the whole export.
const PER_PAGE: u64 = 3;

/// How many pages are asked for, and how many are answered until the others wait forever.
#[derive(Default)]
struct Gate {
    asked: AtomicU64,
    open: AtomicU64,
}

/// A platform whose pages are small, and come through a gate.
fn platform(sandbox: &Sandbox, gate: &Arc<Gate>) -> Served {
    let (sandbox, gate) = (sandbox.clone(), Arc::clone(gate));
    let handler = any(move |mut request: Request| {
        let (sandbox, gate) = (sandbox.clone(), Arc::clone(&gate));
        async move {
            if request.uri().path() == "/api/eam/service-requests" {
                if gate.asked.fetch_add(1, SeqCst) >= gate.open.load(SeqCst) {
                    std::future::pending::<()>().await;
                }
                let small = request.uri().to_string().replace("per_page=100", &format!("per_page={PER_PAGE}"));
                *request.uri_mut() = small.parse().expect("an address");
            }
            sandbox.router().oneshot(request).await.expect("infallible")
        }
    });
    Served::router(Router::new().fallback(handler))
}

/// The keys of all rows, from SQL that the sandbox runs on its database.
fn keys_by_sql(machine: &Machine, id: &str) -> Vec<String> {
    let tables = machine.run(&format!("raw tables {id} -o json")).ok().json();
    let of = |table: &&Value| table["entity"] == "service-requests";
    let table = tables["data"].as_array().expect("a list").iter().find(of).expect("a table")["name"].clone();
    let table = table.as_str().expect("a name");
    let mapping = machine.run(&format!("api get '/api/system/connections/{id}/mappings?entity=service-requests'"));
    let mapping = mapping.ok().json();
    let fields = mapping["data"][0]["fields"].as_array().expect("fields");
    let column = fields.iter().find(|field| field["field"] == "key").expect("a key")["source"].clone();
    let column = column.as_str().expect("a column");
    let mut keys = Vec::new();
    loop {
        let offset = keys.len();
        let sql = format!("SELECT \"{column}\" AS k FROM \"{table}\" ORDER BY 1 LIMIT 500 OFFSET {offset}");
        let found = machine.run(&format!("passthrough {id} --sql '{sql}' -o json")).ok().json();
        let rows = found["data"]["body"]["rows"].as_array().expect("rows").clone();
        if rows.is_empty() {
            return keys;
        }
        let key = |row: &Value| row[0].as_str().or(row["k"].as_str()).expect("a key").to_owned();
        keys.extend(rows.iter().map(key));
    }
}

/// The keys of whole rows in a file, none of them twice.
fn keys_in(file: &Path) -> BTreeSet<String> {
    let text = std::fs::read_to_string(file).expect("exported");
    let mut keys = BTreeSet::new();
    for line in text.lines() {
        let row: Map<String, Value> = serde_json::from_str(line).expect("a whole row");
        let key = row["key"].as_str().expect("a key").to_owned();
        assert!(keys.insert(key.clone()), "{key} twice");
    }
    keys
}

#[test]
fn an_export_that_is_killed_again_and_again_has_every_row_once() {
    // The program has the clock of this machine, and no row may change meanwhile.
    let clock = Clock::fixed(Clock::system().now());
    let mut options = Options::new(clock.clone());
    let folder = tempfile::tempdir().expect("a temporary folder");
    options.path = Some(folder.path().join("platform.db"));
    options.rate_limit = 1_000_000;
    let sandbox = Sandbox::open(options).expect("opens");
    let token = sandbox.admin_token().expect("issued").expose().to_owned();
    let gate = Arc::new(Gate::default());
    let served = platform(&sandbox, &gate);
    let machine = Machine::new().at(&clock.now().to_string());
    let machine = machine.env("MAKINI_SERVER", served.url()).env("MAKINI_TOKEN", &token);
    let connect = "connect ibm-maximo --name Plant --email ops@example.com --field url=https://x.example --field-stdin api_key --yes";
    let ended = machine.run_with(connect, "a-secret-of-the-system", []);
    assert!(matches!(ended.exit, Exit::Ok | Exit::Pending), "{}", ended.all());
    let list = machine.run("connections list -o json").ok().json();
    let id = list["data"][0]["key"].as_str().or(list["data"][0]["id"].as_str()).expect("an ID").to_owned();

    let home = Home::new();
    let out = home.temporary().join("out");
    let path = out.display().to_string();
    let command = || {
        let mut command = home.makini(&["data", "export", &id, "service-requests", "--out", &path, "-o", "json"]);
        command.env("MAKINI_SERVER", served.url()).env("MAKINI_TOKEN", &token);
        command
    };
    let mut random = fastrand::Rng::with_seed(SEED);
    let part = out.join("service-requests.ndjson.part");
    let length = || std::fs::metadata(&part).map_or(0, |file| file.len());
    for kill in 0..KILLS {
        // The first page says how large pages are, so that one or two more are new.
        let pages = random.u64(1..=3);
        gate.asked.store(0, SeqCst);
        gate.open.store(pages, SeqCst);
        let mut child =
            command().stdout(std::process::Stdio::null()).stderr(std::process::Stdio::null()).spawn().expect("started");
        let asked = until(PATIENCE * 3, || {
            let ended = child.try_wait().expect("our child");
            ended.map(Err).or_else(|| (gate.asked.load(SeqCst) >= pages).then_some(Ok(())))
        });
        assert_eq!(asked, Ok(()), "it ended by itself before kill {kill}");
        // While the answer is on its way, parsed, or written.
        std::thread::park_timeout(Duration::from_micros(random.u64(0..8_000)));
        child.kill().expect("it runs");
        child.wait().expect("it ended");
        if random.u64(0..4) == 0 && length() > 0 {
            // What a machine that loses power leaves: a part of a row.
            let cut = length() - random.u64(1..40).min(length());
            let file = std::fs::OpenOptions::new().write(true).open(&part).expect("opens");
            file.set_len(cut).expect("cut");
        }
    }
    assert!(length() > 0, "nothing was exported before the last kill");
    gate.open.store(u64::MAX, SeqCst);
    let output = command().output().expect("started");
    assert_eq!(output.status.code(), Some(0), "{}", text(&output));
    assert!(text(&output).contains("going on after"), "{}", text(&output));

    let known = keys_by_sql(&machine, &id);
    let file = out.join("service-requests.ndjson");
    let found = keys_in(&file);
    assert_eq!(known.len(), found.len());
    assert_eq!(known.into_iter().collect::<BTreeSet<_>>(), found);
    let manifest: Value =
        serde_json::from_slice(&std::fs::read(out.join("manifest.json")).expect("there")).expect("JSON");
    let entity = &manifest["entities"]["service-requests"];
    assert_eq!(entity["rows"].as_u64(), Some(found.len() as u64));
    let digest = makini::hex::encode(&Sha256::digest(std::fs::read(&file).expect("readable")));
    assert_eq!(entity["sha256"].as_str(), Some(digest.as_str()));
    assert!(!part.exists());
}
