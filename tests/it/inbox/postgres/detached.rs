//! What a prune takes out is dropped later, by whoever receives: found again after a crash, and never counted.

use makini::clock::Clock;
use makini::inbox::query::{Prune, Store};
use makini::inbox::store::{InboxOptions, MAX_BYTES};
use makini::inbox::{Inbox, Stored};

use super::partitions::{Filled, minute, start};
use super::receiver::{event, until};

/// Tables that a partition is or was.
const TABLES: &str = "SELECT count(*) FROM pg_class WHERE relkind = 'r' AND relname ~ '^(arrivals|attempts)_[0-9]+$'";

async fn filled(database: &'static str) -> Option<Filled> {
    let filled = Filled::open(database)?;
    filled.sql("SELECT setval('arrivals_number', 79999)");
    filled.fill(0..130, start()).await;
    filled.sql("UPDATE arrivals SET state = CASE number WHEN 80033 THEN 3 ELSE 2 END");
    Some(filled)
}

fn prune(store: &Store) -> u64 {
    let old = Prune { before: Some(minute(90)), ..Prune::default() };
    store.prune(old, Clock::system().now()).expect("pruned").removed
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_pruned_is_out_of_every_count_at_once_and_dropped_by_a_receiver() {
    let Some(filled) = filled("detached").await else { return };
    // Somebody else is at it: nothing is dropped meanwhile.
    let busy = "DO $$ BEGIN PERFORM pg_advisory_lock(hashtext('makini_inbox_detached')); END $$";
    let other = crate::support::postgres::Held::new(&filled.server.address("detached"), busy);
    assert_eq!(prune(&filled.store), 89);
    assert_eq!(filled.sql("SELECT count(*) FROM detached"), "5");
    assert_eq!((filled.partitions(), filled.sql(TABLES)), (4, "18".into()), "they are there, and no partitions");
    filled.counts_are_right();
    assert_eq!(filled.store.show("evt_33").expect("it stays").entry.number, 80_033);
    let again = filled.receive(&event("evt_7", "c", 7), start()).await;
    assert_eq!(again, Stored::Duplicate { number: 80_007, count: 1 });
    assert_eq!(filled.sql("SELECT inbox_drop_detached()"), "f", "one at a time");
    drop(other);
    until("a receiver drops them", || filled.sql("SELECT count(*) FROM detached") == "0").await;
    assert_eq!((filled.partitions(), filled.sql(TABLES)), (4, "8".into()));
    filled.counts_are_right();
    filled.inbox.close().await;
}

/// Whoever pruned crashed, or no receiver was there: the next one to start finds what is left.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_a_crash_left_behind_is_found_and_dropped() {
    let Some(filled) = filled("detached_before_a_crash").await else { return };
    filled.inbox.close().await;
    filled.sql("SELECT inbox_detach(ARRAY[1, 2], 9e18::int8, false, interval '1 s')");
    assert_eq!(filled.sql("SELECT count(*) FROM detached"), "2");
    filled.counts_are_right();
    // A drop that did not come to its end.
    filled.sql("DROP TABLE attempts_1");
    let options = InboxOptions { place: filled.inbox.place().clone(), max_bytes: MAX_BYTES };
    let next = Inbox::open(options, &Clock::system()).expect("opened");
    until("they are dropped", || filled.sql("SELECT count(*) FROM detached") == "0").await;
    filled.counts_are_right();
    next.close().await;
}

#[tokio::test]
async fn a_prune_without_any_receiver_drops_the_tables_itself() {
    let Some(filled) = filled("detached_alone").await else { return };
    filled.inbox.close().await;
    assert_eq!(prune(&filled.store), 89);
    assert_eq!((filled.sql("SELECT count(*) FROM detached"), filled.sql(TABLES)), ("0".into(), "8".into()));
    filled.counts_are_right();
}
