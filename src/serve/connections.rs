//! The open connections of a server, so that idle ones make way for new ones.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::Notify;

/// The open connections.
pub(super) struct Connections {
    most: usize,
    most_of_one: usize,
    open: Mutex<Vec<Arc<Connection>>>,
    /// Counts uses, so that the one that was not used for longest is known.
    clock: AtomicU64,
    freed: Notify,
}

struct Connection {
    peer: IpAddr,
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

/// What is to be done with a new connection.
enum Admission {
    Admitted(Arc<Connection>),
    Refused,
    Wait,
}

impl Connections {
    pub(super) fn new(most: usize, most_of_one: usize) -> Self {
        let (open, clock, freed) = (Mutex::default(), AtomicU64::default(), Notify::new());
        Self { most, most_of_one, open, clock, freed }
    }

    /// Returns a place for a connection of this peer, and closes an idle one for it if need be; nothing where the peer
    /// has too many that are busy. Waits where all are busy.
    pub(super) async fn admit(self: &Arc<Self>, peer: IpAddr) -> Option<Slot> {
        let peer = peer.to_canonical();
        loop {
            let freed = self.freed.notified();
            match self.try_admit(peer) {
                Admission::Admitted(connection) => {
                    return Some(Slot { connections: Arc::clone(self), connection });
                }
                Admission::Refused => return None,
                Admission::Wait => freed.await,
            }
        }
    }

    fn try_admit(&self, peer: IpAddr) -> Admission {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        let of_peer = open.iter().filter(|one| one.peer == peer).count();
        if of_peer >= self.most_of_one {
            if !evict(&mut open, |one| one.peer == peer) {
                return Admission::Refused;
            }
        } else if open.len() >= self.most {
            let mut idle: HashMap<IpAddr, usize> = HashMap::new();
            for one in open.iter().filter(|one| one.is_idle()) {
                *idle.entry(one.peer).or_default() += 1;
            }
            let Some((heaviest, _)) = idle.into_iter().max_by_key(|(_, count)| *count) else { return Admission::Wait };
            evict(&mut open, |one| one.peer == heaviest);
        }
        let used = AtomicU64::new(self.clock.fetch_add(1, Ordering::Relaxed));
        let connection = Arc::new(Connection { peer, busy: AtomicUsize::new(0), used, evicted: Notify::new() });
        open.push(Arc::clone(&connection));
        Admission::Admitted(connection)
    }
}

/// Closes the idle connection that was not used for longest, of those that fit. Returns whether there was one.
fn evict(open: &mut Vec<Arc<Connection>>, fits: impl Fn(&Connection) -> bool) -> bool {
    let idle = open.iter().enumerate().filter(|(_, one)| one.is_idle() && fits(one));
    let oldest = idle.min_by_key(|(_, one)| one.used.load(Ordering::Relaxed)).map(|(index, _)| index);
    let Some(index) = oldest else { return false };
    open.swap_remove(index).evicted.notify_one();
    true
}

impl Connection {
    fn is_idle(&self) -> bool {
        self.busy.load(Ordering::Acquire) == 0
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
        self.connections.freed.notify_one();
    }
}

impl Usage {
    /// Begins a request, which ends with what is returned.
    pub(super) fn begin(&self) -> Busy {
        self.connection.busy.fetch_add(1, Ordering::AcqRel);
        Busy(self.clone())
    }
}

impl Drop for Busy {
    fn drop(&mut self) {
        let Usage { connections, connection } = &self.0;
        connection.used.store(connections.clock.fetch_add(1, Ordering::Relaxed), Ordering::Relaxed);
        if connection.busy.fetch_sub(1, Ordering::AcqRel) == 1 {
            // Who waits for a place may have this one's now.
            connections.freed.notify_one();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ip(text: &str) -> IpAddr {
        text.parse().expect("an address")
    }

    #[tokio::test]
    async fn idle_ones_of_the_heaviest_peer_go_first_and_busy_ones_stay() {
        let connections = Arc::new(Connections::new(3, 2));
        let (one, other) = (ip("192.0.2.1"), ip("192.0.2.2"));
        let first = connections.admit(one).await.expect("room");
        let second = connections.admit(one).await.expect("room");
        let third = connections.admit(other).await.expect("room");
        let busy = first.usage().begin();
        // The peer has its share: its idle one goes, the other's stays.
        let fourth = connections.admit(one).await.expect("in place of the second");
        second.evicted().await;
        let more = fourth.usage().begin();
        assert!(connections.admit(one).await.is_none(), "both of its own are busy");
        // All are taken: the one that is idle goes.
        let fifth = connections.admit(ip("192.0.2.3")).await.expect("in place of the third");
        third.evicted().await;
        let last = fifth.usage().begin();
        let waits = tokio::spawn({
            let connections = Arc::clone(&connections);
            async move { connections.admit(other).await.is_some() }
        });
        tokio::task::yield_now().await;
        assert!(!waits.is_finished());
        drop(last);
        assert!(waits.await.expect("no panic"));
        drop((busy, more, second, third));
    }
}
