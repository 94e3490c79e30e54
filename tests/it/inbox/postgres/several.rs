//! Several receivers of one inbox: each event once, in order, whoever forwards it; and one that is gone is replaced.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use axum::http::{HeaderMap, StatusCode};
use axum::response::IntoResponse as _;
use makini::inbox::Inbox;
use makini::inbox::query::{Filter, ForwardState, Store};
use makini::inbox::verify::Unsigned;

use super::receiver::{Handler, RunningReceiver, event, open, unsigned, until};

async fn start(folder: &std::path::Path, handler: &Handler) -> RunningReceiver {
    RunningReceiver::with(open(folder), unsigned(), handler.routes(), Arc::new(Unsigned)).await
}

fn in_state(rig: &RunningReceiver, state: ForwardState) -> usize {
    let filter = Filter { state: Some(state), ..Filter::default() };
    Store::open_read_only(&rig.place).expect("readable").numbers(&filter).expect("listed").len()
}

/// Returns the bodies that a handler saw of a connection, in order, each repeat once.
fn order(handler: &Handler, connection: &str) -> Vec<i64> {
    let name = format!("\"{connection}\"");
    let mut seen: Vec<i64> =
        handler.seen().iter().filter(|seen| seen.body.contains(&name)).map(|seen| seen.arrival).collect();
    seen.dedup();
    seen
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_several_are_sent_is_one_event_and_is_forwarded_once_and_in_order() {
    let Some(folder) = super::backend::folder() else { return };
    let handler = Handler::start().await;
    let rigs = [start(folder.path(), &handler).await, start(folder.path(), &handler).await];
    let senders: Vec<_> = (0..8)
        .map(|connection| {
            let addresses = [rigs[0].address, rigs[1].address];
            tokio::spawn(async move {
                for n in 0..40 {
                    let body = event(&format!("evt_{connection}_{n}"), &format!("c{connection}"), n);
                    // The first is the one that counts; the other repeats it.
                    let (first, second) = (addresses[n % 2], addresses[(n + 1) % 2]);
                    assert_eq!(super::receiver::post(first, &body).await.status, 200);
                    assert_eq!(super::receiver::post(second, &body).await.status, 200);
                }
            })
        })
        .collect();
    for sender in senders {
        sender.await.expect("no panic");
    }
    until("every event is delivered", || in_state(&rigs[0], ForwardState::Delivered) == 320).await;
    let store = Store::open_read_only(&rigs[0].place).expect("readable");
    let found = store.list(&Filter::default()).expect("listed");
    assert_eq!(found.len(), 320);
    assert!(found.iter().all(|entry| entry.duplicates == 1 && entry.conflicts == 0));
    assert!(handler.counts().values().all(|&count| count == 1), "{:?}", handler.counts());
    for connection in 0..8 {
        let seen = order(&handler, &format!("c{connection}"));
        assert!(seen.len() == 40 && seen.is_sorted(), "{connection}: {seen:?}");
    }
    let receivers = store.receivers().expect("listed");
    assert_eq!(receivers.len(), 2);
    assert_eq!(receivers.iter().filter_map(|receiver| receiver.stored).sum::<u64>(), 320);
    for rig in rigs {
        rig.stop().await;
    }
    assert!(store.receivers().expect("listed").is_empty(), "whoever stops leaves");
}

/// Both get deliveries whose keys come in opposite orders, again and again.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_same_deliveries_in_opposite_orders_do_not_end_in_a_deadlock() {
    let Some(folder) = super::backend::folder() else { return };
    let inboxes: [Inbox; 2] = [open(folder.path()), open(folder.path())];
    let mut tasks = Vec::new();
    for (turn, inbox) in inboxes.iter().enumerate() {
        for n in 0..400 {
            let inbox = inbox.clone();
            let n = if turn == 0 { n } else { 399 - n };
            tasks.push(tokio::spawn(async move {
                let body = event(&format!("evt_{:03}", n % 100), "c", n % 100);
                let now = inbox.clock().now();
                let unsigned = makini::inbox::Verification::unverified();
                let arrival = makini::inbox::Arrival::new(&HeaderMap::new(), body.into(), unsigned, now);
                inbox.store(arrival).await.expect("stored")
            }));
        }
    }
    for task in tasks {
        task.await.expect("no panic");
    }
    let found = Store::open_read_only(inboxes[0].place()).expect("readable").list(&Filter::default()).expect("listed");
    assert_eq!(found.len(), 100);
    assert_eq!(found.iter().map(|entry| entry.duplicates).sum::<u64>(), 700);
    for inbox in inboxes {
        inbox.close().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_receiver_that_stops_hands_its_lanes_over() {
    let Some(folder) = super::backend::folder() else { return };
    let handler = Handler::start().await;
    handler.answers(|_| (Duration::ZERO, StatusCode::SERVICE_UNAVAILABLE.into_response()));
    let first = start(folder.path(), &handler).await;
    for n in 0..20 {
        let body = event(&format!("evt_{n}"), &format!("c{}", n % 4), n);
        assert_eq!(first.post(&body).await.status, 200);
    }
    until("the lanes are claimed", || handler.total() >= 4).await;
    let second = start(folder.path(), &handler).await;
    let store = Store::open_read_only(&second.place).expect("readable");
    let lanes = || store.receivers().expect("listed").iter().map(|receiver| receiver.lanes).collect::<Vec<_>>();
    assert_eq!(lanes(), [4, 0], "the second waits for its turn");
    first.stop().await;
    until("the second has them", || lanes() == [4]).await;
    handler.answers(|_| (Duration::ZERO, "ok".into_response()));
    until("every event is delivered", || in_state(&second, ForwardState::Delivered) == 20).await;
    let mut last: HashMap<String, i64> = HashMap::new();
    for seen in handler.seen() {
        let connection = seen.body.split("\"connection_id\":").nth(1).expect("one").to_owned();
        let before = last.insert(connection[..4].to_owned(), seen.arrival).unwrap_or(0);
        assert!(before <= seen.arrival, "{connection}: {before}, then {}", seen.arrival);
    }
    second.stop().await;
}
