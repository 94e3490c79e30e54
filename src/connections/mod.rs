//! Work on connections that several commands share: the token of a new one, its first sync, and following any sync.
//! Nothing here writes to a terminal.

pub mod first_sync;
pub mod seen_syncs;
pub mod sync;
pub mod token;

use std::future::Future;
use std::sync::Arc;

use tokio::sync::Semaphore;
use tokio::task::JoinSet;

use crate::api::connections::Connection;

/// Queries every connection, at most `at_once` at a time, and returns the results in the order of the connections.
/// `done` is called after each. A query that panics leaves its result out.
pub async fn query_each<T, Q>(
    connections: Vec<Connection>,
    at_once: usize,
    query: impl Fn(Connection) -> Q,
    done: impl Fn(),
) -> Vec<T>
where
    T: Send + 'static,
    Q: Future<Output = T> + Send + 'static,
{
    let slots = Arc::new(Semaphore::new(at_once));
    let mut running = JoinSet::new();
    for (at, connection) in connections.into_iter().enumerate() {
        let (slots, result) = (Arc::clone(&slots), query(connection));
        running.spawn(async move {
            let _slot = slots.acquire().await;
            (at, result.await)
        });
    }
    let mut results = Vec::with_capacity(running.len());
    while let Some(ended) = running.join_next().await {
        done();
        results.extend(ended);
    }
    results.sort_by_key(|(at, _)| *at);
    results.into_iter().map(|(_, result)| result).collect()
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    #[tokio::test]
    async fn results_are_in_order_and_the_limit_holds() {
        let connection = |id: &str| Connection { key: Some(id.into()), ..Connection::default() };
        let all = ["1", "2", "3", "4", "5"].map(connection).to_vec();
        let (running, most, done) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)), Cell::new(0));
        let query = |connection: Connection| {
            let (running, most) = (Arc::clone(&running), Arc::clone(&most));
            async move {
                most.fetch_max(running.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                tokio::task::yield_now().await;
                running.fetch_sub(1, Ordering::SeqCst);
                assert_ne!(connection.id(), "3", "this one panics");
                connection.id().to_owned()
            }
        };
        let results = query_each(all, 2, query, || done.set(done.get() + 1)).await;
        assert_eq!(results, ["1", "2", "4", "5"]);
        assert_eq!((most.load(Ordering::SeqCst), done.get()), (2, 5));
    }
}
