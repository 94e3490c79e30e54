//! The same through a pooler that gives each transaction another session.

use std::sync::Arc;
use std::time::Duration;

use axum::http::HeaderMap;
use makini::clock::Clock;
use makini::inbox::forward::Routes;
use makini::inbox::query::{Filter, ForwardState, Store};
use makini::inbox::verify::Unsigned;

use super::receiver::{Handler, PATIENCE, RunningReceiver, event, unsigned, until};
use super::{are_refused, opened};
use crate::support::postgres::{self, Pooler, Postgres};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_event_once_and_in_order_through_a_pooler() {
    let Some(server) = postgres::shared() else { return };
    let Some(pooler) = Pooler::start(server) else { return };
    server.database("pooled");
    let address = pooler.address("pooled");
    let open = || opened(&address).expect("opened");
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
    let inboxes = [(); 3].map(|()| opened(&address).expect("opened"));
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

/// A pooler keeps a statement until it has a session for it again, however long that takes.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn while_the_server_behind_a_pooler_is_away_everybody_is_refused_soon_and_then_goes_on() {
    let Some(mut server) = Postgres::start(&[]) else { return };
    let Some(pooler) = Pooler::start(&server) else { return };
    server.database("inbox");
    let inbox = opened(&pooler.address("inbox")).expect("opened");
    let rig = RunningReceiver::with(inbox, unsigned(), Routes::default(), Arc::new(Unsigned)).await;
    assert_eq!(rig.post(&event("before", "c", 1)).await.status, 200);
    server.kill();
    are_refused(&rig, Duration::from_secs(3)).await;
    server.run();
    let clock = Clock::system();
    let back_at = clock.moment();
    while rig.post(&event("after", "c", 2)).await.status != 200 {
        assert!(clock.since(back_at) < PATIENCE, "it did not come back");
    }
    let store = Store::open_read_only(&rig.place).expect("readable");
    let ids: Vec<_> = store.list(&Filter::default()).expect("listed").into_iter().map(|entry| entry.id).collect();
    // What the pooler kept may be stored by now although it was refused: then it is known when it comes again.
    assert!(ids.iter().any(|id| id == "before") && ids.iter().any(|id| id == "after"), "{ids:?}");
    rig.stop().await;
}
