//! The tests of the inbox once more, with the inbox on a PostgreSQL server; and what only such an inbox has.

mod backend;

mod access;
#[path = "../command.rs"]
mod command;
mod copied;
mod cut_off;
mod detached;
#[path = "../forward.rs"]
mod forward;
#[path = "../gaps.rs"]
mod gaps;
#[path = "../handlers.rs"]
mod handlers;
mod hanging;
#[path = "../http.rs"]
mod http;
#[path = "../kill.rs"]
mod kill;
#[path = "../missed.rs"]
mod missed;
#[path = "../outcomes.rs"]
mod outcomes;
mod owner;
mod partitions;
#[path = "../paused.rs"]
mod paused;
mod pooled;
#[path = "../proxies.rs"]
mod proxies;
#[path = "../query.rs"]
mod query;
#[allow(dead_code, reason = "the same file serves the tests of an inbox in a file, which use all of it")]
#[path = "../receiver.rs"]
mod receiver;
mod replaced;
mod server;
mod several;
#[path = "../stalled.rs"]
mod stalled;
#[path = "../store.rs"]
mod store;
mod taken;
#[path = "../tls.rs"]
mod tls;
mod upgrade;

use std::time::Duration;

use makini::clock::Clock;
use makini::inbox::postgres::Server;
use makini::inbox::store::{InboxOptions, MAX_BYTES};
use makini::inbox::{Error, Inbox, Place};
use makini::network::NetworkOptions;

use self::receiver::{RunningReceiver, event};

/// The inbox in a database.
fn place(address: &str) -> Place {
    Server::parse(address, &NetworkOptions::default()).expect("a good address").into()
}

fn opened(address: &str) -> Result<Inbox, Error> {
    Inbox::open(InboxOptions { place: place(address), max_bytes: MAX_BYTES }, &Clock::system())
}

/// Sends events while the database is away: each is refused before `longest`, and asked for again.
async fn are_refused(rig: &RunningReceiver, longest: Duration) {
    let clock = Clock::system();
    for n in 0..20 {
        let asked_at = clock.moment();
        let refused = rig.post(&event(&format!("away_{n}"), "c", n)).await;
        assert_eq!(refused.status, 503, "{}", refused.text);
        assert!(refused.header("retry-after").is_some(), "{}", refused.text);
        assert!(clock.since(asked_at) < longest, "{:?}", clock.since(asked_at));
    }
}
