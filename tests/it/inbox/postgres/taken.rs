//! IDs that another receiver takes at the same moment.

use axum::http::HeaderMap;
use makini::inbox::store::Stored;
use makini::inbox::{Arrival, Verification};

use super::opened;
use super::receiver::{event, until};
use crate::support::postgres::{self, Held};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_id_that_another_takes_meanwhile_is_a_repeat_and_the_rest_of_its_batch_is_stored() {
    let Some(server) = postgres::shared() else { return };
    let address = server.database("taken");
    let inbox = opened(&address).expect("opened");
    // Others that have stored an event each, and commit it when they get a lock.
    let held = [1, 2].map(|n| Held::new(&address, &format!("DO $$ BEGIN PERFORM pg_advisory_lock({n}); END $$")));
    let others = [1, 2].map(|n| {
        let sql = format!("INSERT INTO event_ids VALUES ('taken_{n}', false, {n}000); SELECT pg_advisory_lock({n})");
        std::thread::spawn(move || server.sql("taken", &sql))
    });
    let waiting = |kind: &str| {
        let sql = format!(
            "SELECT count(*) FROM pg_locks JOIN pg_stat_activity USING (pid)
            WHERE datname = 'taken' AND NOT granted AND locktype = '{kind}'"
        );
        server.sql("postgres", &sql).parse::<usize>().expect("a number")
    };
    until("both have stored one", || waiting("advisory") == 2).await;

    let store = async |id: &str| {
        let (body, now) = (event(id, "c", 1).into(), inbox.clock().now());
        inbox.store(Arrival::new(&HeaderMap::new(), body, Verification::unverified(), now)).await.expect("stored")
    };
    let [first, second] = held;
    let go_on = async {
        until("the first batch waits", || waiting("transactionid") == 1).await;
        // By now the others are in the queue, which makes them one batch.
        drop(first);
        until("the second batch waits", || (waiting("advisory"), waiting("transactionid")) == (1, 1)).await;
        drop(second);
    };
    let alone = store("taken_1");
    let behind = async {
        until("the first is on its way", || waiting("transactionid") == 1).await;
        tokio::join!(store("taken_2"), store("new"), go_on)
    };
    let (alone, (taken, new, ())) = tokio::join!(alone, behind);
    assert_eq!(alone, Stored::Duplicate { number: 1000, count: 1 });
    assert_eq!(taken, Stored::Duplicate { number: 2000, count: 1 });
    assert!(matches!(new, Stored::New { duplicate_of: None, .. }), "{new:?}");
    assert_eq!(server.sql("taken", "SELECT event_id FROM arrivals"), "new");
    assert_eq!(server.sql("taken", "SELECT sum(events) FROM partition_sums"), "1");
    inbox.close().await;
    for other in others {
        other.join().expect("no panic");
    }
}

/// A batch is taken for new as a whole where the last one was, and for one of both where it was not.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_known_keeps_nothing_else_of_its_batch_from_being_stored_and_takes_no_number() {
    let Some(server) = postgres::shared() else { return };
    let address = server.database("known");
    let inbox = opened(&address).expect("opened");
    let store = async |id: String| {
        let (body, now) = (event(&id, "c", 1).into(), inbox.clock().now());
        inbox.store(Arrival::new(&HeaderMap::new(), body, Verification::unverified(), now)).await.expect("stored")
    };
    let numbers = |stored: &[Stored]| -> Vec<(bool, i64)> {
        let read = |one: &Stored| match *one {
            Stored::New { number, .. } => (true, number),
            Stored::Duplicate { number, .. } => (false, number),
            Stored::Conflict { .. } => panic!("the same body"),
        };
        stored.iter().map(read).collect()
    };
    assert_eq!(numbers(&[store("a".into()).await]), [(true, 1)]);
    for round in 0..3 {
        // The first of a batch; while it is stored the others come together.
        let (lone, known, new, other) = tokio::join!(
            store(format!("lone_{round}")),
            store("a".into()),
            store(format!("new_{round}")),
            store(format!("other_{round}"))
        );
        let mut found = numbers(&[lone, new, other]);
        found.sort_unstable();
        let first = 2 + round * 3;
        assert_eq!(found, [(true, first), (true, first + 1), (true, first + 2)]);
        assert_eq!(known, Stored::Duplicate { number: 1, count: round + 1 });
    }
    let counted = "SELECT sum(events), sum(bytes) = (SELECT sum(octet_length(headers) + octet_length(body)
        + coalesce(octet_length(canonical), 0) + 512) FROM arrivals) FROM partition_sums";
    assert_eq!(server.sql("known", counted), "10|t");
    inbox.close().await;
}
