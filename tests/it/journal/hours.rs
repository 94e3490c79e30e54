//! What is left of requests that are too old or too many: sums of each hour.

use std::time::Duration;

use fastrand::Rng;
use jiff::Timestamp;
use makini::clock::Clock;
use makini::exchange::{Exchange, Recorder};
use makini::journal::{Filter, GroupBy, Journal, Options, Outcome, Summarised};

use crate::support::exchange::{bad, good};

const FIRST: &str = "2026-03-01T00:00:00Z";
/// Twelve hours later, when half of the requests are too old.
const NOW: &str = "2026-03-01T12:00:00Z";

fn stamp(text: &str) -> Timestamp {
    text.parse().expect("constant")
}

fn journal(folder: &std::path::Path, options: Options) -> Journal {
    Journal::new(folder.join("journal.db"), options, Clock::fixed(stamp(NOW)))
}

/// Requests of twelve hours, of every sort.
fn requests(seed: u64, many: usize) -> Vec<Exchange> {
    let mut random = Rng::with_seed(seed);
    let mut made = Vec::new();
    for _ in 0..many {
        let at = stamp(FIRST) + Duration::from_micros(random.u64(0..12 * 3_600_000_000));
        let mut exchange = match random.u8(0..4) {
            0 => bad(FIRST, "req_bad"),
            1 => Exchange { status: None, error_code: None, ..bad(FIRST, "") },
            2 => Exchange { status: Some(503), error_code: None, connection: None, ..bad(FIRST, "req_503") },
            _ => good(FIRST),
        };
        exchange.at = at;
        exchange.elapsed = Duration::from_micros(random.u64(5_000..5_000_000));
        exchange.connection = exchange.connection.map(|_| format!("c{}", random.u8(0..3)));
        if random.u8(0..10) < 3 {
            exchange.method = "POST".into();
            exchange.template = "/api/erp/vendors".into();
        }
        made.push(exchange);
    }
    made
}

fn groups() -> Vec<GroupBy> {
    let bucket = |size: &str| Some(size.parse().expect("a size"));
    vec![
        GroupBy::default(),
        GroupBy { connection: true, endpoint: true, kind: true, ..GroupBy::default() },
        GroupBy { entity: true, bucket: bucket("1h"), ..GroupBy::default() },
        GroupBy { hour: true, day: true, bucket: bucket("6h"), ..GroupBy::default() },
    ]
}

fn all(journal: &Journal, filter: &Filter) -> Vec<Summarised> {
    groups().into_iter().map(|by| journal.summarise(filter, by).expect("figures")).collect()
}

/// The figures without the note that hours were counted.
fn figures(found: Vec<Summarised>) -> Vec<Summarised> {
    found.into_iter().map(|found| Summarised { hourly_until: None, ..found }).collect()
}

#[test]
fn figures_are_the_same_when_the_requests_are_gone() {
    for seed in 0..3 {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let kept = journal(folder.path(), Options::new("default"));
        for exchange in requests(seed, 4000) {
            kept.record(&exchange);
        }
        let filters = [
            Filter { since: Some(stamp(FIRST)), until: Some(stamp(NOW)), ..Filter::default() },
            Filter { since: Some(stamp("2026-03-01T03:00:00Z")), connection: Some("c1".into()), ..Filter::default() },
            Filter { since: Some(stamp(FIRST)), template: Some("/api/erp/vendors".into()), ..Filter::default() },
        ];
        let before: Vec<_> = filters.iter().map(|filter| all(&kept, filter)).collect();
        assert!(before.iter().flatten().all(|found| found.hourly_until.is_none() && found.total.requests > 100));

        // Twice, so that the sums of one hour are added to those that are there.
        for age in [Duration::from_mins(570), Duration::from_mins(329)] {
            let older = journal(folder.path(), Options { max_age: age, ..Options::new("default") });
            assert!(older.prune().expect("pruned") > 500);
        }
        let left = kept.search(&Filter::default()).expect("readable").len();
        assert!((1500..2500).contains(&left), "{left} requests are left");
        for (filter, before) in filters.iter().zip(before) {
            let after = all(&kept, filter);
            assert!(after.iter().all(|found| found.hourly_until == Some(stamp("2026-03-01T07:00:00Z"))), "{filter:?}");
            assert_eq!(figures(after), before, "{filter:?}");
        }
    }
}

#[test]
fn an_hour_counts_where_it_begins_and_only_by_what_is_left_of_it() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let journal = journal(folder.path(), Options { max_age: Duration::from_hours(1), ..Options::new("default") });
    for minute in [10, 50] {
        journal.record(&good(&format!("2026-03-01T03:{minute}:00Z")));
        journal.record(&bad(&format!("2026-03-01T04:{minute}:00Z"), "req_bad"));
    }
    assert_eq!(journal.prune().expect("pruned"), 4);
    let total = |filter: &Filter| journal.summarise(filter, GroupBy::default()).expect("figures").total;
    let since = |text: &str| Filter { since: Some(stamp(text)), ..Filter::default() };
    assert_eq!(total(&since("2026-03-01T03:00:00Z")).requests, 4);
    assert_eq!(total(&since("2026-03-01T03:05:00Z")).requests, 2);
    assert_eq!(total(&Filter { until: Some(stamp("2026-03-01T03:30:00Z")), ..Filter::default() }).requests, 2);
    assert_eq!(total(&Filter { outcome: Outcome::Failed, ..Filter::default() }).requests, 0);
    let extent = journal.extent().expect("readable").expect("there");
    assert_eq!((extent.requests, extent.since), (0, None));
    assert_eq!(extent.hourly_since, Some(stamp("2026-03-01T03:00:00Z")));
}

#[test]
fn sums_take_no_more_than_their_share_and_the_oldest_go() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let max_bytes = 256 << 10;
    let journal = journal(folder.path(), Options { max_bytes, ..Options::new("default") });
    for number in 0..6000_u64 {
        let at = stamp("2026-02-20T00:00:00Z") + Duration::from_mins(2 * number);
        let connection = Some(format!("a connection with a long name, number {number}"));
        journal.record(&Exchange { at, connection, ..good(NOW) });
    }
    journal.prune().expect("pruned");
    let db = rusqlite::Connection::open(journal.path()).expect("opened");
    let of = |sql: &str| db.query_row(sql, [], |row| row.get::<_, i64>(0)).expect("a number").unsigned_abs();
    let newest = of("SELECT max(at) FROM hour");
    let oldest_row = of("SELECT min(at) FROM exchange");
    // Equal where the last request of an hour was the last that went.
    assert!(newest >= oldest_row - 3_600_000_000, "the newest sums stay");
    assert!(of("SELECT count(*) FROM exchange") > 200);
    let size = || of("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size");
    // Pages that are free are nobody's: how many there are depends on the order in which sums were written.
    db.execute_batch("VACUUM").expect("done");
    let with_sums = size();
    db.execute_batch("DROP TABLE hour; VACUUM").expect("done");
    let sums = with_sums - size();
    assert!(sums > max_bytes / 20 && sums < max_bytes / 3, "{sums} bytes");
}

#[test]
fn sums_that_are_damaged_are_said_to_be() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let journal = journal(folder.path(), Options { max_age: Duration::from_hours(1), ..Options::new("default") });
    journal.record(&good("2026-03-01T03:10:00Z"));
    journal.prune().expect("pruned");
    let db = rusqlite::Connection::open(journal.path()).expect("opened");
    db.execute("UPDATE hour SET figures = x'ff'", []).expect("damaged");
    let error = journal.summarise(&Filter::default(), GroupBy::default()).expect_err("damaged").to_string();
    assert!(error.contains("journal.db"), "{error}");
}
