//! A receiver, a sender that says exactly what it is told, and a handler that remembers.

use std::collections::HashMap;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use super::backend;
use crate::support::until::until_async;
use axum::Router;
use axum::extract::Request;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use makini::clock::Clock;
use makini::inbox::forward::{Retry, Routes, Target};
use makini::inbox::receiver::{Options, Policy, Receiver};
use makini::inbox::store::{InboxOptions, MAX_BYTES};
use makini::inbox::verify::Unsigned;
use makini::inbox::{Error, Inbox, Place, Verifier};
use makini::serve::{self, Limits};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

/// How long anything may take before a test gives up on it.
pub use crate::support::until::PATIENCE;

pub fn place(folder: &Path) -> InboxOptions {
    InboxOptions { place: backend::place(folder), max_bytes: MAX_BYTES }
}

pub fn open(folder: &Path) -> Inbox {
    Inbox::open(place(folder), &Clock::system()).expect("a good folder")
}

/// Options that accept what nobody signed.
pub fn unsigned() -> Options {
    Options { policy: Policy { accept_unsigned: true, ..Policy::default() }, ..Options::default() }
}

/// A receiver that runs.
pub struct RunningReceiver {
    pub address: SocketAddr,
    pub inbox: Inbox,
    pub place: Place,
    /// Its file; empty if it is in none.
    pub path: PathBuf,
    stop: oneshot::Sender<()>,
    task: JoinHandle<Result<(), Error>>,
}

impl RunningReceiver {
    pub async fn start(folder: &Path) -> Self {
        Self::with(open(folder), unsigned(), Routes::default(), Arc::new(Unsigned)).await
    }

    pub async fn with(inbox: Inbox, options: Options, routes: Routes, verifier: Arc<dyn Verifier>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("an address");
        let (stop, stopped) = oneshot::channel::<()>();
        let receiver = Receiver { inbox: inbox.clone(), verifier, routes, options, tls: None, caught_up: None };
        let task = tokio::spawn(receiver.run(listener, async {
            stopped.await.ok();
        }));
        let place = inbox.place().clone();
        Self { address, path: place.file().unwrap_or(Path::new("")).to_owned(), place, inbox, stop, task }
    }

    pub async fn stop(self) {
        self.stop.send(()).ok();
        let ended = tokio::time::timeout(PATIENCE, self.task).await.expect("it stops in time");
        ended.expect("no panic").expect("a clean stop");
    }

    pub async fn post(&self, body: &str) -> Answer {
        post(self.address, body).await
    }
}

/// An answer as it came.
#[derive(Clone, Debug)]
pub struct Answer {
    pub status: u16,
    pub text: String,
}

impl Answer {
    pub fn header(&self, name: &str) -> Option<&str> {
        let head = self.text.split("\r\n\r\n").next()?;
        let of = |line: &'_ str| line.split_once(": ").map(|(name, _)| name.to_ascii_lowercase());
        head.lines().find(|line| of(line).as_deref() == Some(name)).and_then(|line| Some(line.split_once(": ")?.1))
    }

    pub fn arrival(&self) -> i64 {
        let json = self.text.split("\r\n\r\n").nth(1).expect("a body");
        serde_json::from_str::<serde_json::Value>(json).expect("JSON")["arrival"].as_i64().expect("a number")
    }
}

pub async fn post(address: SocketAddr, body: &str) -> Answer {
    send(address, &format!("POST /hook HTTP/1.1\r\nHost: {address}\r\nContent-Length: {}\r\n", body.len()), body).await
}

/// Sends a head (without its last empty line) and a body, and reads all that comes back.
pub async fn send(address: SocketAddr, head: &str, body: &str) -> Answer {
    raw(address, format!("{head}Connection: close\r\n\r\n{body}").as_bytes()).await.expect("an answer")
}

/// Sends bytes and reads all that comes back; nothing if the other end only closes.
pub async fn raw(address: SocketAddr, bytes: &[u8]) -> Option<Answer> {
    let work = async {
        let mut stream = TcpStream::connect(address).await.expect("it listens");
        let (mut reading, mut writing) = stream.split();
        // Both at once: a receiver that has seen enough answers and closes before everything is sent.
        let mut answer = Vec::new();
        let write = async {
            writing.write_all(bytes).await.ok();
        };
        let read = async {
            let mut piece = [0; 4096];
            while let Ok(count @ 1..) = reading.read(&mut piece).await {
                answer.extend_from_slice(&piece[..count]);
            }
        };
        tokio::join!(write, read);
        let text = String::from_utf8_lossy(&answer).into_owned();
        let status = text.strip_prefix("HTTP/1.")?.get(2..5)?.parse().ok()?;
        Some(Answer { status, text })
    };
    tokio::time::timeout(PATIENCE, work).await.expect("an answer or an end in time")
}

/// What a handler saw: the arrival number, the path, the body and the headers.
#[derive(Clone, Debug)]
pub struct Seen {
    pub arrival: i64,
    pub path: String,
    pub body: String,
    pub headers: HeaderMap,
}

/// What a handler answers, and after how long.
type Answers = Box<dyn Fn(&Seen) -> (Duration, Response) + Send + Sync>;

/// A handler that remembers what it saw, and answers as it is told.
#[derive(Clone)]
pub struct Handler {
    pub address: SocketAddr,
    seen: Arc<Mutex<Vec<Seen>>>,
    answer: Arc<Mutex<Answers>>,
}

impl Handler {
    pub async fn start() -> Self {
        Self::start_on(std::net::Ipv4Addr::LOCALHOST).await
    }

    /// The same at another address of this machine.
    pub async fn start_on(host: std::net::Ipv4Addr) -> Self {
        let listener = TcpListener::bind((host, 0)).await.expect("a free port");
        let address = listener.local_addr().expect("an address");
        let fine: Answers = Box::new(|_| (Duration::ZERO, "ok".into_response()));
        let handler = Self { address, seen: Arc::default(), answer: Arc::new(Mutex::new(fine)) };
        let inside = handler.clone();
        let router = Router::new().fallback(move |request: Request| {
            let handler = inside.clone();
            async move {
                let (parts, body) = request.into_parts();
                let body = axum::body::to_bytes(body, usize::MAX).await.expect("a body");
                let arrival = parts.headers.get("makini-arrival").and_then(|number| number.to_str().ok()?.parse().ok());
                let seen = Seen {
                    arrival: arrival.unwrap_or(0),
                    path: parts.uri.to_string(),
                    body: String::from_utf8_lossy(&body).into_owned(),
                    headers: parts.headers,
                };
                let (time, answer) = (handler.answer.lock().unwrap_or_else(PoisonError::into_inner))(&seen);
                handler.seen.lock().unwrap_or_else(PoisonError::into_inner).push(seen);
                // A slow handler is what is tested here.
                tokio::time::sleep(time).await;
                answer
            }
        });
        tokio::spawn(serve::serve(listener, router, Limits::default(), std::future::pending()));
        handler
    }

    pub fn answers(&self, with: impl Fn(&Seen) -> (Duration, Response) + Send + Sync + 'static) {
        *self.answer.lock().unwrap_or_else(PoisonError::into_inner) = Box::new(with);
    }

    pub fn seen(&self) -> Vec<Seen> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub fn total(&self) -> usize {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner).len()
    }

    pub fn counts(&self) -> HashMap<i64, usize> {
        let mut counts = HashMap::new();
        for seen in self.seen.lock().unwrap_or_else(PoisonError::into_inner).iter() {
            *counts.entry(seen.arrival).or_default() += 1;
        }
        counts
    }

    pub fn target(&self) -> Target {
        Target::parse(&format!("http://{}/hook", self.address), &[self.address.ip().to_string()]).expect("allowed")
    }

    /// Routes that lead here, with short waits between tries.
    pub fn routes(&self) -> Routes {
        let retry = Retry { attempts: 1000, first: Duration::from_millis(5), longest: Duration::from_millis(20) };
        let mut routes = Routes::to(self.target());
        routes.retry = retry;
        routes
    }
}

/// Waits until something holds.
pub async fn until(what: &str, holds: impl Fn() -> bool) {
    until_async(PATIENCE, what, || holds().then_some(())).await;
}

pub fn event(id: &str, connection: &str, n: usize) -> String {
    format!(
        r#"{{"id":"{id}","event":"assets.updated","timestamp":"2026-01-01T00:00:{:02}Z","connection_id":"{connection}","body":["{n}"]}}"#,
        n % 60
    )
}
