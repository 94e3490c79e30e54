//! The same through a pooler that gives each transaction another session.

use std::sync::Arc;

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
