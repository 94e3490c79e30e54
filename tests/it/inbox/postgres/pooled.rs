//! The same through a pooler that gives each transaction another session.

use std::sync::Arc;

use axum::http::HeaderMap;
use makini::clock::Clock;
use makini::inbox::Inbox;
use makini::inbox::postgres::Server;
use makini::inbox::query::{Filter, ForwardState, Store};
use makini::inbox::store::{InboxOptions, MAX_BYTES};
use makini::inbox::verify::Unsigned;
use makini::network::NetworkOptions;

use super::receiver::{Handler, RunningReceiver, event, unsigned, until};
use crate::support::postgres::{self, Pooler};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_event_once_and_in_order_through_a_pooler() {
    let Some(server) = postgres::shared() else { return };
    let Some(pooler) = Pooler::start(server) else { return };
    server.database("pooled");
    let address = pooler.address("pooled");
    let open = || {
        let place = Server::parse(&address, &NetworkOptions::default()).expect("a good address").into();
        Inbox::open(InboxOptions { place, max_bytes: MAX_BYTES }, &Clock::system()).expect("opened")
    };
    let handler = Handler::start().await;
    let start = || RunningReceiver::with(open(), unsigned(), handler.routes(), Arc::new(Unsigned));
    let rigs = [start().await, start().await];
    for n in 0..120 {
        let body = event(&format!("evt_{n}"), &format!("c{}", n % 5), n);
        for rig in &rigs {
            assert_eq!(rig.post(&body).await.status, 200);
        }
    }
    let store = Store::open_read_only(&rigs[0].place).expect("readable");
    let delivered = Filter { state: Some(ForwardState::Delivered), ..Filter::default() };
    until("every event is delivered", || store.numbers(&delivered).expect("listed").len() == 120).await;
    let found = store.list(&Filter::default()).expect("listed");
    assert!(found.len() == 120 && found.iter().all(|entry| entry.duplicates == 1));
    for connection in 0..5 {
        let name = format!("\"c{connection}\"");
        let mut seen: Vec<i64> =
            handler.seen().iter().filter(|seen| seen.body.contains(&name)).map(|seen| seen.arrival).collect();
        assert!(seen.is_sorted(), "{name}: {seen:?}");
        seen.dedup();
        assert_eq!(seen.len(), 24, "{name}");
    }
    for rig in rigs {
        rig.stop().await;
    }
}

/// Whoever is second at an ID gets an error and goes on at once: what it sends then is larger than what the pooler takes in one go.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_several_get_at_the_same_time_is_one_event_through_a_pooler() {
    let Some(server) = postgres::shared() else { return };
    let Some(pooler) = Pooler::start(server) else { return };
    server.database("pooled_large");
    let address = pooler.address("pooled_large");
    let inboxes = [(); 3].map(|()| {
        let place = Server::parse(&address, &NetworkOptions::default()).expect("a good address").into();
        Inbox::open(InboxOptions { place, max_bytes: MAX_BYTES }, &Clock::system()).expect("opened")
    });
    let padding = "x".repeat(10_000);
    let mut tasks = Vec::new();
    for inbox in &inboxes {
        for sender in 0..20 {
            let (inbox, padding) = (inbox.clone(), padding.clone());
            tasks.push(tokio::spawn(async move {
                for n in (sender..1000).step_by(20) {
                    let body = event(&format!("evt_{n}"), "c", n).replacen('{', &format!("{{\"x\":\"{padding}\","), 1);
                    let (headers, now) = (HeaderMap::new(), inbox.clock().now());
                    let unsigned = makini::inbox::Verification::unverified();
                    inbox.store(makini::inbox::Arrival::new(&headers, body.into(), unsigned, now)).await?;
                }
                Ok::<_, makini::inbox::store::StoreError>(())
            }));
        }
    }
    for task in tasks {
        assert_eq!(task.await.expect("no panic"), Ok(()));
    }
    let store = Store::open_read_only(inboxes[0].place()).expect("readable");
    let found = store.list(&Filter::default()).expect("listed");
    assert!(found.len() == 1000 && found.iter().all(|entry| entry.duplicates == 2 && entry.conflicts == 0));
    for inbox in inboxes {
        inbox.close().await;
    }
}
