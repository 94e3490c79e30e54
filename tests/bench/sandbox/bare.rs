//! The least that answers the same: axum, one connection to SQLite, one statement, the same JSON. It knows no tokens,
//! keeps no log, meets no faults and brings nothing up to date.

use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use axum::extract::{Query, State};
use axum::routing::get;
use axum::{Json, Router};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::Server;

/// Names the state, and says that this process is the bare server.
pub(crate) const STATE: &str = "MAKINI_BENCH_BARE";

#[derive(Deserialize)]
struct Asked {
    per_page: u64,
    page: Option<u64>,
}

/// The fields that the sandbox sends.
#[derive(Serialize)]
struct Row {
    key: String,
    name: String,
    email: String,
    status: String,
    integration_name: String,
    redirect: &'static str,
    scopes: &'static str,
    tags: [u8; 0],
    user_metadata: String,
    client_id: &'static str,
    updated_at: String,
    created_at: String,
    connected_at: String,
    health: String,
    deployment: String,
    credits: u64,
    sync_status: Option<String>,
    last_sync_at: Option<String>,
    next_sync_at: Option<String>,
    schedule_seconds: u64,
    token_expires_at: Option<String>,
    fields: Box<serde_json::value::RawValue>,
}

#[derive(Serialize)]
struct Page {
    data: Vec<Row>,
    total: u64,
}

fn iso(millis: i64) -> String {
    Timestamp::from_millisecond(millis).expect("in range").to_string()
}

type Shared = Arc<Mutex<rusqlite::Connection>>;

async fn list(State(db): State<Shared>, Query(asked): Query<Asked>) -> Json<Page> {
    let db = db.lock().expect("free");
    let mut found = db
        .prepare_cached(
            "SELECT key, name, email, slug, status, health, deployment, credits, fields, metadata, created_at,
             updated_at, connected_at, schedule_seconds, last_sync_at, sync_status,
             (SELECT at FROM timers t WHERE t.kind = 'schedule' AND t.subject = c.key),
             (SELECT max(expires_at) FROM tokens k WHERE k.connection = c.key AND k.kind = 'access'
              AND k.revoked_at IS NULL)
             FROM connections c WHERE status <> 'disconnected' ORDER BY seq LIMIT ?1 OFFSET ?2",
        )
        .expect("prepared");
    let offset = (asked.page.unwrap_or(1) - 1) * asked.per_page;
    let rows = found.query_map((asked.per_page, offset), |row| {
        Ok(Row {
            key: row.get(0)?,
            name: row.get(1)?,
            email: row.get(2)?,
            integration_name: row.get(3)?,
            status: row.get(4)?,
            health: row.get(5)?,
            deployment: row.get(6)?,
            credits: row.get(7)?,
            fields: serde_json::value::RawValue::from_string(row.get(8)?).expect("JSON"),
            user_metadata: row.get(9)?,
            created_at: iso(row.get(10)?),
            updated_at: iso(row.get(11)?),
            connected_at: iso(row.get(12)?),
            schedule_seconds: row.get(13)?,
            last_sync_at: row.get::<_, Option<i64>>(14)?.map(iso),
            sync_status: row.get(15)?,
            next_sync_at: row.get::<_, Option<i64>>(16)?.map(iso),
            token_expires_at: row.get::<_, Option<i64>>(17)?.map(iso),
            redirect: "",
            scopes: "read write",
            tags: [],
            client_id: "mk_test_client_sandbox",
        })
    });
    let data = rows.and_then(Iterator::collect).expect("read");
    let counted = "SELECT count(*) FROM connections WHERE status <> 'disconnected'";
    let total = db.prepare_cached(counted).and_then(|mut sql| sql.query_row([], |row| row.get(0))).expect("counted");
    Json(Page { data, total })
}

/// Serves in this process, for good.
pub(crate) fn serve(state: &Path) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let db = rusqlite::Connection::open(state).expect("opened");
        let router = Router::new().route("/api/system/connections", get(list)).with_state(Arc::new(Mutex::new(db)));
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("bound").to_string();
        std::fs::write(state.with_extension("bare"), address).expect("written");
        axum::serve(listener, router).await.expect("it serves");
    });
}

/// Starts this program again as the bare server.
pub(crate) fn start(folder: &Path, state: &Path) -> Server {
    let started = Instant::now();
    let child = Command::new(std::env::current_exe().expect("this program"))
        .env(STATE, state)
        .current_dir(folder)
        .stdin(Stdio::null())
        .spawn()
        .expect("started");
    let file = state.with_extension("bare");
    let address = loop {
        let text = std::fs::read_to_string(&file).unwrap_or_default();
        if let Ok(address) = text.parse() {
            break address;
        }
        assert!(started.elapsed() < Duration::from_secs(30), "it does not come up");
        std::thread::sleep(Duration::from_millis(1));
    };
    Server { child, address, token: String::new(), ready: started.elapsed() }
}
