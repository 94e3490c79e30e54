//! Senders that repeat until they are acknowledged, whichever receiver that takes, and remember what was.

use std::collections::HashSet;
use std::net::SocketAddr;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use tokio::net::TcpStream;

use super::handler::Seen;
use super::load::{Maker, exchange};

/// A pause after a refusal.
const PAUSE: Duration = Duration::from_millis(5);

/// Bounds what is acknowledged and not taken by the handler yet.
pub(super) struct Backlog {
    pub(super) seen: Arc<Seen>,
    pub(super) most: usize,
}

/// What senders share.
#[derive(Default)]
pub(super) struct Shared {
    /// Where receivers listen at the moment.
    pub(super) addresses: Mutex<Vec<SocketAddr>>,
    acknowledged: Mutex<Vec<usize>>,
    /// Times of refusals, and when the last acknowledgement was.
    refused: Mutex<Vec<Duration>>,
    without_wait: AtomicUsize,
    broken: AtomicUsize,
    stop: AtomicBool,
    backlog: Option<Backlog>,
}

impl Shared {
    fn address(&self, turn: usize) -> Option<SocketAddr> {
        let addresses = self.addresses.lock().unwrap_or_else(PoisonError::into_inner);
        (!addresses.is_empty()).then(|| addresses[turn % addresses.len()])
    }

    fn is_full(&self) -> bool {
        let waits = |backlog: &Backlog| self.acknowledged().saturating_sub(backlog.seen.counts().0) > backlog.most;
        self.backlog.as_ref().is_some_and(waits)
    }

    pub(super) fn acknowledged(&self) -> usize {
        self.acknowledged.lock().unwrap_or_else(PoisonError::into_inner).len()
    }

    /// Returns the IDs that were acknowledged.
    pub(super) fn ids(&self) -> HashSet<String> {
        let acknowledged = self.acknowledged.lock().unwrap_or_else(PoisonError::into_inner);
        acknowledged.iter().map(|&n| Maker::id(0, n)).collect()
    }

    /// Returns the times of the refusals so far in order, and how many had no `Retry-After`.
    pub(super) fn refusals(&self) -> (Vec<Duration>, usize) {
        let mut times = std::mem::take(&mut *self.refused.lock().unwrap_or_else(PoisonError::into_inner));
        times.sort_unstable();
        (times, self.without_wait.load(Ordering::Relaxed))
    }

    /// Returns how many connections broke.
    pub(super) fn broken(&self) -> usize {
        self.broken.load(Ordering::Relaxed)
    }
}

/// Senders at work on a thread of their own. Each has a connection ID of its own and sends its next event after the last one
/// was acknowledged, so the order of a connection is known.
pub(super) struct Senders {
    pub(super) shared: Arc<Shared>,
    thread: std::thread::JoinHandle<()>,
}

impl Senders {
    pub(super) fn start(count: usize, addresses: Vec<SocketAddr>, backlog: Option<Backlog>) -> Self {
        assert!(count <= 100, "each has one of a hundred connections");
        let shared = Arc::new(Shared { addresses: Mutex::new(addresses), backlog, ..Shared::default() });
        let theirs = Arc::clone(&shared);
        let thread = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
            runtime.block_on(async {
                let tasks: Vec<_> = (0..count).map(|own| tokio::spawn(send(Arc::clone(&theirs), own))).collect();
                for task in tasks {
                    task.await.expect("no panic");
                }
            });
        });
        Self { shared, thread }
    }

    /// Lets each finish what it has begun.
    pub(super) fn stop(self) -> Arc<Shared> {
        self.shared.stop.store(true, Ordering::Relaxed);
        self.thread.join().expect("no panic");
        self.shared
    }
}

async fn send(shared: Arc<Shared>, own: usize) {
    let maker = Maker::new();
    let mut buffer = vec![0; 4096];
    let mut open: Option<TcpStream> = None;
    let mut turn = own;
    for n in (own..).step_by(100) {
        let request = maker.request(0, n);
        loop {
            if shared.stop.load(Ordering::Relaxed) {
                return;
            }
            if shared.is_full() {
                tokio::time::sleep(PAUSE).await;
                continue;
            }
            let mut stream = if let Some(stream) = open.take() {
                stream
            } else {
                turn += 1;
                let connected = match shared.address(turn) {
                    Some(address) => TcpStream::connect(address).await.ok(),
                    None => None,
                };
                let Some(stream) = connected else {
                    tokio::time::sleep(PAUSE).await;
                    continue;
                };
                stream.set_nodelay(true).expect("set");
                stream
            };
            let start = Instant::now();
            let Ok(filled) = exchange(&mut stream, &request, &mut buffer).await else {
                shared.broken.fetch_add(1, Ordering::Relaxed);
                continue;
            };
            if buffer.starts_with(b"HTTP/1.1 200") {
                shared.acknowledged.lock().unwrap_or_else(PoisonError::into_inner).push(n);
                open = Some(stream);
                break;
            }
            let head = String::from_utf8_lossy(&buffer[..filled]).to_ascii_lowercase();
            if !head.starts_with("http/1.1 503") {
                // Another program has the port of a receiver that was killed.
                shared.broken.fetch_add(1, Ordering::Relaxed);
                continue;
            }
            shared.refused.lock().unwrap_or_else(PoisonError::into_inner).push(start.elapsed());
            shared.without_wait.fetch_add(usize::from(!head.contains("\r\nretry-after: ")), Ordering::Relaxed);
            tokio::time::sleep(PAUSE).await;
        }
    }
}
