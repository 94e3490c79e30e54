//! The limits: a server that does nothing, and the least that a durable receiver can do.

use std::path::Path;
use std::sync::Arc;

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;
use tokio::sync::{mpsc, oneshot};

use super::{KEY, Server};

/// Answers, and that is all.
pub(super) fn empty(_: &Path) -> Server {
    Server::start(async |listener, stop| {
        let router = Router::new().route("/hook", post(|_: Bytes| async { "ok" }));
        let stop = async {
            stop.await.ok();
        };
        axum::serve(listener, router).with_graceful_shutdown(stop).await.expect("it serves");
    })
}

struct Event {
    id: String,
    body: Bytes,
    done: oneshot::Sender<()>,
}

#[derive(Clone)]
struct Shared {
    key: Arc<Hmac<Sha256>>,
    queue: mpsc::Sender<Event>,
}

/// Verifies, commits in groups with `synchronous=FULL` and a unique ID, then answers.
pub(super) fn group_commit(folder: &Path) -> Server {
    let path = folder.join("prototype.db");
    Server::start(async move |listener, stop| {
        let (queue, waiting) = mpsc::channel(4096);
        let writer = std::thread::spawn(move || write(&path, waiting));
        let key = Arc::new(Hmac::<Sha256>::new_from_slice(KEY.as_bytes()).expect("any key"));
        let router = Router::new().route("/hook", post(receive)).with_state(Shared { key, queue });
        let stop = async {
            stop.await.ok();
        };
        axum::serve(listener, router).with_graceful_shutdown(stop).await.expect("it serves");
        writer.join().expect("no panic");
    })
}

async fn receive(State(shared): State<Shared>, headers: HeaderMap, body: Bytes) -> StatusCode {
    let signature = headers.get("x-webhook-signature").and_then(|text| BASE64_STANDARD.decode(text).ok());
    let mut mac = (*shared.key).clone();
    mac.update(&body);
    if signature.is_none_or(|signature| mac.verify_slice(&signature).is_err()) {
        return StatusCode::UNAUTHORIZED;
    }
    // The ID where this load has it: a parser would be more than the least.
    let id = String::from_utf8_lossy(&body[7..27]).into_owned();
    let (done, committed) = oneshot::channel();
    if shared.queue.send(Event { id, body, done }).await.is_err() || committed.await.is_err() {
        return StatusCode::SERVICE_UNAVAILABLE;
    }
    StatusCode::OK
}

fn write(path: &Path, mut waiting: mpsc::Receiver<Event>) {
    let db = rusqlite::Connection::open(path).expect("opened");
    db.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
        CREATE TABLE events (number INTEGER PRIMARY KEY, id TEXT UNIQUE, body BLOB)",
    )
    .expect("made");
    let mut batch = Vec::new();
    while waiting.blocking_recv_many(&mut batch, 1024) > 0 {
        db.prepare_cached("BEGIN IMMEDIATE").and_then(|mut begin| begin.execute([])).expect("begun");
        for event in &batch {
            db.prepare_cached("INSERT INTO events (id, body) VALUES (?1, ?2) ON CONFLICT DO NOTHING")
                .and_then(|mut insert| insert.execute((&event.id, &event.body[..])))
                .expect("inserted");
        }
        db.prepare_cached("COMMIT").and_then(|mut commit| commit.execute([])).expect("committed");
        for event in batch.drain(..) {
            event.done.send(()).ok();
        }
    }
}
