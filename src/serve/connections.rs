//! The open connections of a server, so that idle ones make way for new ones.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::sync::Notify;
use tokio::time::{Instant, timeout};

/// How long a new connection has for its first request before it makes way for others.
const GRACE: Duration = Duration::from_secs(1);
/// The same while as many wait as there are places.
const CROWDED: Duration = Duration::from_millis(200);

/// The open connections.
pub(super) struct Connections {
    most: usize,
    most_of_one: usize,
    open: Mutex<Vec<Arc<Connection>>>,
    /// Number of connections that wait for a place, by peer.
    waiting: Mutex<HashMap<IpAddr, usize>>,
    /// Counts uses, so that the one that was not used for longest is known.
    clock: AtomicU64,
    freed: Notify,
}

struct Connection {
    peer: IpAddr,
    since: Instant,
    /// Requests it had so far, with those in progress.
    requests: AtomicUsize,
    /// Requests in progress.
    busy: AtomicUsize,
    /// The count of uses at its last one.
    used: AtomicU64,
    evicted: Notify,
}

/// A place among the open connections, given back when dropped.
pub(super) struct Slot {
    connections: Arc<Connections>,
    connection: Arc<Connection>,
}

/// Marks when a connection is in use.
#[derive(Clone)]
pub(super) struct Usage {
    connections: Arc<Connections>,
    connection: Arc<Connection>,
}

/// A request in progress.
pub(super) struct Busy(Usage);

/// A new connection that waits for a place.
pub(super) struct Waiting {
    connections: Arc<Connections>,
    peer: IpAddr,
}

impl Connections {
    pub(super) fn new(most: usize, most_of_one: usize) -> Self {
        let (open, waiting, freed) = (Mutex::default(), Mutex::default(), Notify::new());
        Self { most, most_of_one, open, waiting, clock: AtomicU64::default(), freed }
    }

    /// Lets a new connection of this peer wait for a place, once not too many wait; nothing where the peer has its share,
    /// busy with requests, and as many that wait.
    pub(super) async fn queue(self: &Arc<Self>, peer: IpAddr) -> Option<Waiting> {
        let peer = peer.to_canonical();
        loop {
            let freed = self.freed.notified();
            {
                let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
                let of_peer = waiting.get(&peer).copied().unwrap_or_default();
                if of_peer < self.most_of_one && waiting.values().sum::<usize>() < self.most {
                    waiting.insert(peer, of_peer + 1);
                    return Some(Waiting { connections: Arc::clone(self), peer });
                }
                let open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
                let busy = open.iter().filter(|one| one.peer == peer && one.is_busy()).count();
                if of_peer.min(busy) >= self.most_of_one {
                    return None;
                }
            }
            timeout(CROWDED, freed).await.ok();
        }
    }

    /// Takes a place for a connection of this peer, and closes an idle one for it if need be.
    fn try_admit(&self, peer: IpAddr) -> Option<Arc<Connection>> {
        let waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let is_crowded = waiting.values().sum::<usize>() >= self.most || waiting.get(&peer) >= Some(&self.most_of_one);
        let grace = if is_crowded { CROWDED } else { GRACE };
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        let of_peer = open.iter().filter(|one| one.peer == peer).count();
        if of_peer >= self.most_of_one {
            if !evict(&mut open, grace, |one| one.peer == peer) {
                return None;
            }
        } else if open.len() >= self.most {
            let mut idle: HashMap<IpAddr, usize> = HashMap::new();
            for one in open.iter().filter(|one| one.is_idle(grace)) {
                *idle.entry(one.peer).or_default() += 1;
            }
            let (heaviest, _) = idle.into_iter().max_by_key(|(_, count)| *count)?;
            evict(&mut open, grace, |one| one.peer == heaviest);
        }
        let used = AtomicU64::new(self.clock.fetch_add(1, Ordering::Relaxed));
        let (since, requests, busy) = (Instant::now(), AtomicUsize::new(0), AtomicUsize::new(0));
        let connection = Arc::new(Connection { peer, since, requests, busy, used, evicted: Notify::new() });
        open.push(Arc::clone(&connection));
        Some(connection)
    }
}

impl Waiting {
    /// Returns a place once there is one: a burst of one peer waits for its own share, and nobody else for it.
    pub(super) async fn admitted(self) -> Slot {
        loop {
            let freed = self.connections.freed.notified();
            if let Some(connection) = self.connections.try_admit(self.peer) {
                return Slot { connections: Arc::clone(&self.connections), connection };
            }
            // One that has not had its first request becomes idle without a sign.
            timeout(CROWDED, freed).await.ok();
        }
    }
}

impl Drop for Waiting {
    fn drop(&mut self) {
        let mut waiting = self.connections.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = waiting.get_mut(&self.peer) {
            *count -= 1;
            if *count == 0 {
                waiting.remove(&self.peer);
            }
        }
        drop(waiting);
        self.connections.freed.notify_waiters();
    }
}

/// Closes the idle connection that was not used for longest, of those that fit. Returns whether there was one.
fn evict(open: &mut Vec<Arc<Connection>>, grace: Duration, fits: impl Fn(&Connection) -> bool) -> bool {
    let idle = open.iter().enumerate().filter(|(_, one)| one.is_idle(grace) && fits(one));
    let oldest = idle.min_by_key(|(_, one)| one.used.load(Ordering::Relaxed)).map(|(index, _)| index);
    let Some(index) = oldest else { return false };
    open.swap_remove(index).evicted.notify_one();
    true
}

impl Connection {
    fn is_busy(&self) -> bool {
        self.busy.load(Ordering::Acquire) > 0
    }

    /// Whether it waits for no answer and had its time for a first request.
    fn is_idle(&self, grace: Duration) -> bool {
        let has_begun = self.requests.load(Ordering::Acquire) > 0;
        !self.is_busy() && (has_begun || self.since.elapsed() >= grace)
    }
}

impl Slot {
    /// Is ready when the connection has to make way.
    pub(super) async fn evicted(&self) {
        self.connection.evicted.notified().await;
    }

    /// Returns what marks its use.
    pub(super) fn usage(&self) -> Usage {
        Usage { connections: Arc::clone(&self.connections), connection: Arc::clone(&self.connection) }
    }
}

impl Drop for Slot {
    fn drop(&mut self) {
        let mut open = self.connections.open.lock().unwrap_or_else(PoisonError::into_inner);
        open.retain(|one| !Arc::ptr_eq(one, &self.connection));
        drop(open);
        self.connections.freed.notify_waiters();
    }
}

impl Usage {
    /// Begins a request, which ends with what is returned.
    pub(super) fn begin(&self) -> Busy {
        self.connection.busy.fetch_add(1, Ordering::AcqRel);
        self.connection.requests.fetch_add(1, Ordering::AcqRel);
        Busy(self.clone())
    }
}

impl Drop for Busy {
    fn drop(&mut self) {
        let Usage { connections, connection } = &self.0;
        connection.used.store(connections.clock.fetch_add(1, Ordering::Relaxed), Ordering::Relaxed);
        if connection.busy.fetch_sub(1, Ordering::AcqRel) == 1 {
            // Who waits for a place may have this one's now.
            connections.freed.notify_waiters();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ip(text: &str) -> IpAddr {
        text.parse().expect("an address")
    }

    async fn admit(connections: &Arc<Connections>, peer: IpAddr) -> Slot {
        connections.queue(peer).await.expect("few wait").admitted().await
    }

    #[tokio::test]
    async fn idle_ones_of_the_heaviest_peer_go_first_and_busy_ones_stay() {
        let connections = Arc::new(Connections::new(3, 2));
        let (one, other) = (ip("192.0.2.1"), ip("192.0.2.2"));
        let first = admit(&connections, one).await;
        let second = admit(&connections, one).await;
        let third = admit(&connections, other).await;
        let busy = first.usage().begin();
        // The peer has its share: its idle one goes, the other's stays.
        let fourth = admit(&connections, one).await;
        second.evicted().await;
        let more = fourth.usage().begin();
        // Both of its own are busy: it waits, others do not, and not many of it may.
        let waits = tokio::spawn({
            let connections = Arc::clone(&connections);
            async move { admit(&connections, one).await }
        });
        tokio::task::yield_now().await;
        let queued = connections.queue(one).await.expect("the second that waits");
        assert!(connections.queue(one).await.is_none(), "a third");
        drop(queued);
        let fifth = admit(&connections, ip("192.0.2.3")).await;
        third.evicted().await;
        assert!(!waits.is_finished());
        drop(first);
        drop(busy);
        let place = waits.await.expect("no panic");
        assert!(connections.waiting.lock().expect("whole").is_empty());
        drop((more, second, third, fifth, place));
    }

    #[tokio::test]
    async fn a_new_connection_has_time_for_its_first_request() {
        let connections = Arc::new(Connections::new(1, 1));
        let first = admit(&connections, ip("192.0.2.1")).await;
        let began = Instant::now();
        let second = admit(&connections, ip("192.0.2.2")).await;
        assert!(began.elapsed() >= CROWDED);
        first.evicted().await;
        drop(second);
    }
}
