//! Two versions side by side: a newer one changes the tables while an older one receives.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use makini::clock::Clock;
use makini::exit::Exit;
use makini::inbox::Inbox;
use makini::inbox::postgres::Server;
use makini::inbox::query::{Filter, Store};
use makini::inbox::store::{InboxOptions, MAX_BYTES};
use makini::inbox::verify::Unsigned;
use makini::network::NetworkOptions;

use super::receiver::{Handler, RunningReceiver, event, unsigned, until};
use crate::support::postgres;
use crate::support::world::Machine;

/// The tables of the second format, and what a receiver of that version stored an event with.
const SECOND: [&str; 2] =
    [include_str!("../../../../src/inbox/postgres/0001.sql"), include_str!("../../../../src/inbox/postgres/0002.sql")];

fn add(id: usize) -> String {
    format!(
        "SELECT inbox_add(7, ARRAY[1], ARRAY['old_{id}'], ARRAY[false], ARRAY[''::bytea], ARRAY['x'], ARRAY['c'],
            ARRAY[NULL]::text[], ARRAY[NULL]::bigint[], ARRAY[0], ARRAY[''::bytea], ARRAY['{{}}'::bytea], ARRAY[NULL]::bytea[],
            ARRAY['unverified'], ARRAY[NULL]::text[], ARRAY[0], ARRAY[NULL]::bigint[])"
    )
}

async fn start(address: &str, handler: &Handler) -> RunningReceiver {
    let place = Server::parse(address, &NetworkOptions::default()).expect("a good address").into();
    let inbox = Inbox::open(InboxOptions { place, max_bytes: MAX_BYTES }, &Clock::system()).expect("opened");
    RunningReceiver::with(inbox, unsigned(), handler.routes(), Arc::new(Unsigned)).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_older_receiver_stores_on_while_a_newer_one_changes_the_tables() {
    let Some(server) = postgres::shared() else { return };
    let address = server.database("upgraded");
    for step in SECOND {
        server.sql("upgraded", step);
    }
    server.sql("upgraded", "UPDATE makini_inbox SET format = 2");
    let stored = Arc::new(AtomicUsize::new(0));
    let stop = Arc::new(AtomicBool::new(false));
    let older = std::thread::spawn({
        let (stored, stop) = (Arc::clone(&stored), Arc::clone(&stop));
        move || {
            let mut refused = 0;
            while !stop.load(Ordering::Relaxed) {
                match server.try_sql("upgraded", &add(stored.load(Ordering::Relaxed))) {
                    Ok(_) => drop(stored.fetch_add(1, Ordering::Relaxed)),
                    // A call that waits while the tables change fails, as when the server goes away: its deliveries are
                    // refused, and sent again.
                    Err(error) => {
                        refused += 1;
                        assert!(refused == 1 && error.contains("ON CONFLICT"), "{error}");
                    }
                }
            }
        }
    });
    let more = async |than: usize| {
        until("the older one stores", || older.is_finished() || stored.load(Ordering::Relaxed) > than).await;
        stored.load(Ordering::Relaxed)
    };
    let before = more(3).await;
    let handler = Handler::start().await;
    let newer = start(&address, &handler).await;
    let format: i64 = server.sql("upgraded", "SELECT format FROM makini_inbox").parse().expect("a number");
    assert!(format > 2, "the tables were changed");
    assert_eq!(newer.post(&event("new", "c", 1)).await.status, 200);
    assert_eq!(newer.post(&event("old_0", "c", 2)).await.status, 200, "another body under an ID of the older one");
    more(before + 3).await;
    stop.store(true, Ordering::Relaxed);
    older.join().expect("the older one stores on");
    let count = stored.load(Ordering::Relaxed);
    let store = Store::open_read_only(&newer.place).expect("readable");
    let found = store.list(&Filter::default()).expect("listed");
    assert_eq!(found.len(), count + 1);
    assert_eq!(
        found.iter().filter(|entry| entry.conflicts > 0).map(|entry| entry.id.as_str()).collect::<Vec<_>>(),
        ["old_0"]
    );
    newer.stop().await;
}

/// The other side: the tables are of a newer version than this program. What runs goes on, and what starts is refused.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_older_receiver_that_runs_goes_on_and_one_that_starts_is_refused() {
    let Some(server) = postgres::shared() else { return };
    let address = server.database("ahead");
    let handler = Handler::start().await;
    let older = start(&address, &handler).await;
    assert_eq!(older.post(&event("before", "c", 1)).await.status, 200);
    // As a step that is added does: nothing is taken away.
    server.sql("ahead", "ALTER TABLE arrivals ADD COLUMN later TEXT; UPDATE makini_inbox SET format = 99");
    assert_eq!(older.post(&event("after", "c", 2)).await.status, 200);
    let delivered = || server.sql("ahead", "SELECT count(*) FROM arrivals WHERE state = 2");
    until("both are forwarded", || delivered() == "2").await;
    let (listen, list) = tokio::task::spawn_blocking(move || {
        let run = |line: &str| Machine::new().env("MAKINI_INBOX", address.as_str()).run(line);
        (run("webhooks listen --accept-unsigned --port 0 --for 1s"), run("webhooks inbox list"))
    })
    .await
    .expect("no panic");
    for ended in [listen, list] {
        let ended = ended.expect(Exit::Local);
        assert!(
            ended.stderr.contains("format 99") && ended.stderr.contains("upgrade this program"),
            "{}",
            ended.stderr
        );
        assert_eq!(ended.stdout, "");
    }
    assert_eq!(server.sql("ahead", "SELECT format FROM makini_inbox"), "99");
    older.stop().await;
}
