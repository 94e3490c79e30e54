//! Events in partitions by ranges of their numbers: they are dropped as a whole, and nothing that counts goes with them.

use std::sync::Arc;

use http::HeaderMap;
use jiff::Timestamp;
use makini::clock::Clock;
use makini::inbox::query::{Filter, Prune, Store};
use makini::inbox::verify::Unsigned;
use makini::inbox::{Arrival, Inbox, Stored, Verification};

use super::receiver::{Handler, RunningReceiver, event, unsigned, until};
use super::{opened, place};
use crate::support::postgres::{self, Held, Postgres};

/// The steps that made the tables before there were partitions.
const BEFORE: [&str; 3] = [
    include_str!("../../../../src/inbox/postgres/0001.sql"),
    include_str!("../../../../src/inbox/postgres/0002.sql"),
    include_str!("../../../../src/inbox/postgres/0003.sql"),
];

/// What partitions are made for.
const ROWS: i64 = 20;

/// An inbox on the server that this process stores into.
pub(super) struct Filled {
    pub(super) server: &'static Postgres,
    database: &'static str,
    pub(super) inbox: Inbox,
    pub(super) store: Store,
}

impl Filled {
    pub(super) fn open(database: &'static str) -> Option<Self> {
        let server = postgres::shared()?;
        server.database(database);
        Some(Self::over(server, database))
    }

    /// The same with what is in the database.
    pub(super) fn over(server: &'static Postgres, database: &'static str) -> Self {
        let address = server.address(database);
        let inbox = opened(&address).expect("opened");
        server.sql(database, &format!("UPDATE makini_inbox SET partition_rows = {ROWS}"));
        Self { server, database, inbox, store: Store::open(&place(&address)).expect("opened") }
    }

    pub(super) async fn receive(&self, body: &str, at: Timestamp) -> Stored {
        let mut arrival = Arrival::new(&HeaderMap::new(), body.to_owned().into(), Verification::unverified(), at);
        arrival.forward = true;
        self.inbox.store(arrival).await.expect("stored")
    }

    /// Stores events, each a minute after the one before, from a time on.
    pub(super) async fn fill(&self, numbers: std::ops::Range<usize>, from: Timestamp) {
        for n in numbers {
            let at = from + std::time::Duration::from_mins(n as u64);
            let stored = self.receive(&event(&format!("evt_{n}"), "c", n), at).await;
            assert!(matches!(stored, Stored::New { .. }), "{n}: {stored:?}");
        }
    }

    pub(super) fn sql(&self, sql: &str) -> String {
        self.server.sql(self.database, sql)
    }

    fn numbers(&self) -> Vec<i64> {
        self.store.numbers(&Filter::default()).expect("listed")
    }

    pub(super) fn partitions(&self) -> usize {
        let tables = "SELECT count(*) FROM pg_inherits WHERE inhparent = 'arrivals'::regclass";
        let noted = self.sql("SELECT count(*) FROM partitions");
        assert_eq!(self.sql(tables), noted);
        assert_eq!(self.sql(&tables.replace("arrivals", "attempts")), noted);
        noted.parse().expect("a number")
    }

    /// Compares what was counted with what is there.
    pub(super) fn counts_are_right(&self) {
        let bytes = "octet_length(headers) + octet_length(body) + 512";
        let there = self.sql(&format!(
            "SELECT (SELECT count(*) FROM arrivals), (SELECT coalesce(sum({bytes}), 0) FROM arrivals)
                + (SELECT coalesce(sum({bytes}), 0) FROM conflicts)"
        ));
        let held = self.store.holdings().expect("counted");
        assert_eq!(format!("{}|{}", held.events, held.bytes), there);
        let lost = "SELECT count(*) FROM attempts t WHERE NOT EXISTS (SELECT FROM arrivals WHERE number = t.arrival)";
        assert_eq!(self.sql(lost), "0");
    }
}

pub(super) fn start() -> Timestamp {
    "2026-01-01T00:00:00Z".parse().expect("constant")
}

pub(super) fn minute(n: u64) -> Timestamp {
    start() + std::time::Duration::from_mins(n)
}

#[tokio::test]
async fn partitions_are_made_when_the_numbers_reach_their_end_and_an_id_is_taken_in_all_of_them() {
    let Some(filled) = Filled::open("rotated") else { return };
    filled.sql("SELECT setval('arrivals_number', 79990)");
    filled.fill(0..75, start()).await;
    assert_eq!(filled.partitions(), 5, "the first, and one for each 20 numbers after 80,000");
    assert_eq!(filled.numbers(), (79991..80066).collect::<Vec<_>>());
    for n in [0, 9, 40, 74] {
        let number = 79991 + i64::try_from(n).expect("small");
        assert_eq!(
            filled.receive(&event(&format!("evt_{n}"), "c", n), start()).await,
            Stored::Duplicate { number, count: 1 }
        );
        let other = filled.receive(&event(&format!("evt_{n}"), "c", 99), start()).await;
        assert_eq!(other, Stored::Conflict { number, conflicts: 1 });
        assert_eq!(filled.store.find(&format!("evt_{n}")).expect("read"), Some(number));
    }
    // Those without an ID may be repeats of each other, wherever they are.
    let first = filled.receive("{}", start()).await;
    filled.fill(75..100, start()).await;
    let Stored::New { number, .. } = first else { panic!("{first:?}") };
    assert!(
        matches!(filled.receive("{}", start()).await, Stored::New { duplicate_of, .. } if duplicate_of == Some(number))
    );
    filled.counts_are_right();
    // A batch that is larger than a partition needs several.
    let inbox = &filled.inbox;
    let many = (200..300).map(|n| {
        let arrival = Arrival::new(
            &HeaderMap::new(),
            event(&format!("evt_{n}"), "c", n).into(),
            Verification::unverified(),
            start(),
        );
        let inbox = inbox.clone();
        tokio::spawn(async move { inbox.store(arrival).await })
    });
    for one in many.collect::<Vec<_>>() {
        assert!(matches!(one.await.expect("no panic"), Ok(Stored::New { .. })));
    }
    filled.counts_are_right();
    filled.inbox.close().await;
}

#[tokio::test]
async fn a_prune_drops_partitions_and_keeps_what_waits_and_the_ids() {
    let Some(filled) = Filled::open("dropped") else { return };
    filled.sql("SELECT setval('arrivals_number', 79999)");
    filled.fill(0..130, start()).await;
    filled.receive(&event("evt_3", "c", 99), start()).await;
    filled.receive(&event("evt_33", "c", 99), start()).await;
    filled.sql(
        "INSERT INTO attempts (arrival, kind, target, started_at) SELECT number, 'forward', 'x', 0 FROM arrivals;
        UPDATE arrivals SET state = CASE number - 80000 WHEN 33 THEN 1 WHEN 70 THEN 3 WHEN 71 THEN 3 ELSE 2 END",
    );
    filled.counts_are_right();
    assert_eq!(filled.partitions(), 8);
    let tables = filled.sql("SELECT string_agg(id::text, ',' ORDER BY first) FROM partitions WHERE first > 0");
    // In the middle of a partition.
    let old = Prune { before: Some(minute(90)), ..Prune::default() };
    let pruned = filled.store.prune(old, Clock::system().now()).expect("pruned");
    assert_eq!((pruned.removed, pruned.kept_unfinished), (87, 3));
    let left = || filled.numbers().iter().map(|number| number - 80_000).collect::<Vec<_>>();
    assert_eq!(left(), [33, 70, 71].into_iter().chain(90..130).collect::<Vec<_>>());
    assert_eq!(filled.partitions(), 4, "what stays is in one: {tables}");
    filled.counts_are_right();
    assert_eq!(filled.sql("SELECT string_agg(arrival::text, ',') FROM conflicts"), "80033");
    assert_eq!(filled.sql("SELECT count(*) FROM attempts"), "43");
    assert_eq!(filled.store.show("evt_70").expect("there").attempts.len(), 1);
    // Whatever of it is gone or not, what comes again is a repeat.
    for n in [0, 33, 71, 89, 95] {
        let number = 80_000 + i64::try_from(n).expect("small");
        assert_eq!(
            filled.receive(&event(&format!("evt_{n}"), "c", n), start()).await,
            Stored::Duplicate { number, count: 1 },
            "{n}"
        );
    }
    assert_eq!(filled.store.known(&["evt_0".into(), "none".into()]).expect("read").len(), 1);
    assert_eq!(filled.store.find("evt_0").expect("read"), None);
    // IDs of what stays are not forgotten, however long ago the others went. Receivers do it as well.
    let (forget, dropped) = ("SELECT inbox_forget(interval '7 days', 1000)", "SELECT count(*) FROM dropped");
    let before = filled.sql(dropped);
    filled.sql(forget);
    assert_eq!(filled.sql(dropped), before);
    filled.sql("UPDATE dropped SET at = now() - interval '8 days'");
    until("they are forgotten", || {
        filled.sql(forget);
        filled.sql(dropped) == "0"
    })
    .await;
    let again = filled.receive(&event("evt_0", "c", 0), start()).await;
    assert!(matches!(again, Stored::New { number, .. } if number >= 80_130), "{again:?}");
    assert!(matches!(
        filled.receive(&event("evt_33", "c", 33), start()).await,
        Stored::Duplicate { number: 80_033, count: 2 }
    ));
    // What nobody handled goes when that is asked for; the next prune takes what the last one left over.
    let all = Prune { before: Some(minute(115)), unfinished: true, ..Prune::default() };
    let pruned = filled.store.prune(all, Clock::system().now()).expect("pruned");
    assert_eq!((pruned.removed, pruned.kept_unfinished), (3 + 25 + 1, 0));
    assert_eq!(left(), (115..130).collect::<Vec<_>>());
    filled.counts_are_right();
    filled.inbox.close().await;
}

/// Whoever forwards looks only where something is pending, and finds it wherever that is.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_pending_in_an_old_partition_is_forwarded() {
    let Some(filled) = Filled::open("pending") else { return };
    filled.sql("SELECT setval('arrivals_number', 79999)");
    filled.fill(0..130, start()).await;
    filled.sql("UPDATE arrivals SET state = CASE number - 80000 WHEN 3 THEN 1 WHEN 4 THEN 1 WHEN 47 THEN 1 ELSE 2 END");
    let condition = "number >= 80101 OR number >= 80001 AND number < 80021 OR number >= 80041 AND number < 80061";
    assert_eq!(filled.sql("SELECT inbox_pending()"), condition);
    let handler = Handler::start().await;
    let inbox = filled.inbox.clone();
    let rig = RunningReceiver::with(inbox, unsigned(), handler.routes(), Arc::new(Unsigned)).await;
    let seen = || handler.seen().iter().map(|seen| seen.arrival - 80_000).collect::<Vec<_>>();
    until("all that was pending is forwarded", || seen().len() == 3).await;
    filled.store.retry(&Filter { numbers: vec![80_025], ..Filter::default() }, true).expect("queued");
    until("what is queued again is forwarded", || seen().len() == 4).await;
    assert_eq!(seen(), [3, 4, 47, 25]);
    until("it is marked", || filled.sql("SELECT count(*) FROM arrivals WHERE state <> 2") == "0").await;
    assert_eq!(filled.sql("SELECT inbox_pending()"), "number >= 80101");
    filled.counts_are_right();
    rig.stop().await;
}

/// A partition with much that stays is not copied, and the others go all the same.
#[tokio::test]
async fn a_partition_that_nobody_handled_stays_where_it_is() {
    let Some(filled) = Filled::open("unhandled") else { return };
    filled.sql("UPDATE makini_inbox SET partition_rows = 2000; SELECT setval('arrivals_number', 79999)");
    filled.fill(0..1, start()).await;
    filled.sql(
        "SELECT inbox_extend(82000);
        INSERT INTO arrivals (number, event_id, proven, digest, event, connection, received_at, headers, body, verdict, state)
        SELECT nextval('arrivals_number'), 'n' || n, false, '', 'x', 'c', 1, '', '', 'unverified',
            CASE WHEN n < 1998 AND n % 100 > 0 THEN 1 ELSE 2 END FROM generate_series(1, 1999) AS n;
        INSERT INTO partition_sums (partition, receiver, events, bytes, oldest, newest)
        SELECT id, 0, 1999, 1999 * 512, 1, 1 FROM partitions WHERE first = 80001;
        UPDATE stored_bytes SET bytes = bytes + 1999 * 512",
    );
    filled.sql("UPDATE makini_inbox SET partition_rows = 20");
    filled.fill(1..30, start()).await;
    let old = Prune { before: Some(minute(500)), ..Prune::default() };
    let pruned = filled.store.prune(old, Clock::system().now()).expect("pruned");
    assert_eq!((pruned.removed, pruned.kept_unfinished), (21, 2008));
    filled.counts_are_right();
    filled.inbox.close().await;
}

#[tokio::test]
async fn a_prune_by_size_drops_no_more_than_it_has_to() {
    let Some(filled) = Filled::open("sized") else { return };
    filled.sql("SELECT setval('arrivals_number', 79999)");
    filled.fill(0..130, start()).await;
    filled.sql("UPDATE arrivals SET state = 2");
    let full = filled.store.bytes().expect("read");
    let max = full * 7 / 10;
    let pruned =
        filled.store.prune(Prune { max_bytes: Some(max), ..Prune::default() }, Clock::system().now()).expect("pruned");
    let removed = i64::try_from(pruned.removed).expect("small");
    assert_eq!(filled.numbers(), (80_000 + removed..80_130).collect::<Vec<_>>());
    assert!(pruned.bytes <= max && (39..=60).contains(&removed), "{pruned:?} of {full}");
    assert_eq!(filled.partitions(), 6, "two as a whole, the rest by rows");
    filled.counts_are_right();
    filled.inbox.close().await;
}

/// Whoever reads on is not cut off, and whoever stores does not wait for them.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_prune_waits_for_readers_and_receivers_do_not_wait_for_it() {
    let Some(filled) = Filled::open("reading") else { return };
    filled.sql("SELECT setval('arrivals_number', 79999)");
    filled.fill(0..70, start()).await;
    filled.sql("UPDATE arrivals SET state = 2");
    let reader = Held::new(&filled.server.address("reading"), "BEGIN; LOCK TABLE arrivals IN ACCESS SHARE MODE");
    let store = Store::open(filled.inbox.place()).expect("opened");
    let pruning = std::thread::spawn(move || {
        store.prune(Prune { before: Some(minute(60)), ..Prune::default() }, Clock::system().now())
    });
    let waiting =
        "SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%inbox_detach(ARRAY%' AND wait_event_type = 'Lock'
        AND datname = 'reading'";
    until("it waits", || filled.server.sql("postgres", waiting) == "1").await;
    for n in 100..110 {
        filled.receive(&event(&format!("evt_{n}"), "c", n), minute(100)).await;
    }
    assert!(!pruning.is_finished());
    drop(reader);
    assert_eq!(pruning.join().expect("no panic").expect("pruned").removed, 60);
    filled.counts_are_right();
    filled.inbox.close().await;
}

/// A command of this version beside a receiver of an older one.
fn older_tables_are_read_and_pruned_as_they_are(server: &Postgres) {
    server.database("old_copy");
    for step in BEFORE {
        server.sql("old_copy", step);
    }
    server.sql(
        "old_copy",
        "UPDATE makini_inbox SET format = 3;
        INSERT INTO arrivals (number, event_id, proven, digest, event, connection, received_at, headers, body, verdict, state)
        SELECT n, CASE WHEN n < 9 THEN 'e' || n END, false, sha256('x'), 'x', 'c', n, '', '', 'unverified', 1 + n % 2
        FROM generate_series(1, 9) AS n",
    );
    let store = Store::open(&place(&server.address("old_copy"))).expect("opened");
    assert_eq!(store.show("e3").expect("there").older_than, None);
    let digest = store.list(&Filter::default()).expect("listed").pop().expect("nine").id;
    assert_eq!(store.find(&digest).expect("read"), Some(9));
    assert_eq!(store.known(&["e1".into(), "none".into()]).expect("read").len(), 1);
    assert_eq!(store.numbers(&Filter { ids: vec!["e2".into()], ..Filter::default() }).expect("read"), [2]);
    assert_eq!(store.holdings().expect("counted").events, 9);
    let old = Prune { before: Some(start()), ..Prune::default() };
    let pruned = store.prune(old, Clock::system().now()).expect("pruned");
    assert_eq!((pruned.removed, pruned.kept_unfinished), (5, 4));
    assert_eq!(server.sql("old_copy", "SELECT format FROM makini_inbox"), "3");
}

#[tokio::test]
async fn what_was_stored_before_there_were_partitions_is_all_there() {
    let Some(server) = postgres::shared() else { return };
    server.database("old_format");
    for step in BEFORE {
        server.sql("old_format", step);
    }
    let add = |n: usize| {
        format!(
            "SELECT inbox_add(7, ARRAY[1, 2], ARRAY['old_{n}', NULL], ARRAY[false, false],
                ARRAY[sha256('{{}}'), sha256('{{}}')], ARRAY['x', 'y'], ARRAY['c', 'c'], ARRAY[NULL, NULL]::text[],
                ARRAY[{n}, NULL]::bigint[], ARRAY[1, 2], ARRAY[''::bytea, ''], ARRAY['{{}}'::bytea, '{{}}'],
                ARRAY[NULL, NULL]::bytea[], ARRAY['unverified', 'unverified'], ARRAY[NULL, NULL]::text[], ARRAY[1, 1],
                ARRAY[NULL, NULL]::bigint[])"
        )
    };
    server.sql("old_format", &(0..30).map(add).collect::<Vec<_>>().join(";"));
    server.sql(
        "old_format",
        "UPDATE makini_inbox SET format = 3;
        INSERT INTO receivers (id, host, pid, version) VALUES (7, 'old', 1, '0');
        UPDATE stored_bytes SET bytes = (SELECT sum(octet_length(body) + 512) FROM arrivals) + 514;
        INSERT INTO attempts (arrival, kind, target, started_at) SELECT number, 'forward', 'x', 0 FROM arrivals;
        INSERT INTO conflicts (arrival, digest, received_at, headers, body) VALUES (1, '', 0, '', 'no');
        UPDATE arrivals SET conflicts = 1 WHERE number = 1;
        INSERT INTO pruned VALUES ('gone', false, 77, 0)",
    );
    let listed = "SELECT md5(string_agg(a::text, ',' ORDER BY number)) FROM arrivals a";
    let tried = "SELECT md5(string_agg(t::text, ',' ORDER BY id)) FROM attempts t";
    let before = (server.sql("old_format", listed), server.sql("old_format", tried));
    older_tables_are_read_and_pruned_as_they_are(server);
    let filled = Filled::over(server, "old_format");
    assert_eq!((filled.sql(listed), filled.sql(tried)), before);
    filled.counts_are_right();
    assert_eq!(filled.receive("{\"id\":\"gone\"}", start()).await, Stored::Duplicate { number: 77, count: 1 });
    let again = filled.receive("{}", start()).await;
    assert_eq!(again, Stored::New { number: 61, duplicate_of: Some(2) });
    assert!(matches!(
        filled.receive("{\"id\":\"old_0\",\"x\":1}", start()).await,
        Stored::Conflict { number: 1, conflicts: 2 }
    ));
    filled.sql("INSERT INTO attempts (arrival, kind, target, started_at) VALUES (61, 'forward', 'x', 0)");
    assert_eq!(filled.sql("SELECT max(id) = 61 AND count(DISTINCT id) = 61 FROM attempts"), "t");
    filled.sql("UPDATE arrivals SET state = 2 WHERE number % 3 > 0");
    let pruned =
        filled.store.prune(Prune { before: Some(start()), ..Prune::default() }, Clock::system().now()).expect("pruned");
    assert_eq!((pruned.removed, pruned.kept_unfinished), (40, 20));
    filled.counts_are_right();
    filled.inbox.close().await;
}
