//! A handler that fails now and then, and notes whether a connection ever goes back.

use std::collections::HashMap;
use std::net::SocketAddr;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use axum::Router;
use axum::body::Bytes;
use axum::http::StatusCode;
use tokio::net::TcpListener;

/// What it has seen.
#[derive(Default)]
pub(super) struct Seen {
    /// Whether it refuses everything.
    pub(super) refuses: AtomicBool,
    /// One in so many fails; none with 0.
    failures: AtomicUsize,
    total: AtomicUsize,
    /// Of each connection, the number it took last, and how often it took that one.
    last: Mutex<HashMap<usize, (usize, usize)>>,
    taken: AtomicUsize,
    repeated: AtomicUsize,
    back: AtomicUsize,
}

impl Seen {
    fn take(&self, n: usize) -> bool {
        let total = self.total.fetch_add(1, Ordering::Relaxed);
        let failures = self.failures.load(Ordering::Relaxed);
        if self.refuses.load(Ordering::Relaxed) || failures > 0 && total.is_multiple_of(failures) {
            return false;
        }
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        let (before, times) = last.entry(n % 100).or_insert((n, 0));
        match n.cmp(before) {
            std::cmp::Ordering::Less => drop(self.back.fetch_add(1, Ordering::Relaxed)),
            std::cmp::Ordering::Equal if *times > 0 => drop(self.repeated.fetch_add(1, Ordering::Relaxed)),
            _ => drop(self.taken.fetch_add(1, Ordering::Relaxed)),
        }
        (*before, *times) = if n == *before { (n, *times + 1) } else { (n, 1) };
        true
    }

    /// Events it took, those it took again at once, and those that came after a later one of their connection.
    pub(super) fn counts(&self) -> (usize, usize, usize) {
        let read = |count: &AtomicUsize| count.load(Ordering::Relaxed);
        (read(&self.taken), read(&self.repeated), read(&self.back))
    }

    pub(super) fn fail_one_in(&self, count: usize) {
        self.failures.store(count, Ordering::Relaxed);
    }
}

/// Starts one; it lasts as long as this process.
pub(super) fn start() -> (SocketAddr, Arc<Seen>) {
    let seen = Arc::new(Seen::default());
    let theirs = Arc::clone(&seen);
    let (ready, address) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        runtime.block_on(async {
            let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
            ready.send(listener.local_addr().expect("an address")).expect("somebody waits");
            let router = Router::new().fallback(move |body: Bytes| {
                let text = String::from_utf8_lossy(&body).into_owned();
                let number = text.split("\"body\":[\"0-").nth(1).and_then(|rest| rest.split('"').next()?.parse().ok());
                let status = match number {
                    Some(number) if theirs.take(number) => StatusCode::OK,
                    _ => StatusCode::SERVICE_UNAVAILABLE,
                };
                async move { status }
            });
            axum::serve(listener, router).await.expect("it serves");
        });
    });
    (address.recv().expect("it started"), seen)
}
