//! The plans of the queries, with few events and with many.

use super::super::Verdict;
use super::super::database::plans;
use super::super::store::STEPS;
use super::*;

const FILL: &str = "
    WITH RECURSIVE n (n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM n WHERE n < 5000)
    INSERT INTO arrivals (event_id, proven, digest, event, connection, event_at, received_at, headers, body, verdict, state)
    SELECT CASE WHEN n % 9 > 0 THEN 'evt_' || n END, n % 2, x'07', 'x', n % 50, n, n, x'', x'', 'verified', n % 4 FROM n;
    INSERT INTO attempts (arrival, kind, target, started_at, ended_at, status, error, micros)
    SELECT number, 'forward', 'http://127.0.0.1/', 1, 2, 500, 'failed', 1 FROM arrivals WHERE state = 3;";

#[test]
fn plans_do_not_depend_on_values_and_one_event_is_looked_up() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("inbox.db");
    let db = crate::sqlite::open(&path, STEPS).expect("made");
    let time = Some(Timestamp::UNIX_EPOCH);
    let filters = || {
        [
            Filter::default(),
            Filter { ids: vec!["evt_1".into(), "evt_2".into()], ..Filter::default() },
            Filter { event: Some("x*".into()), connection: Some("7".into()), ..Filter::default() },
            Filter { state: Some(ForwardState::Pending), since: time, limit: Some(5), ..Filter::default() },
            Filter { state: Some(ForwardState::Pending), connection: Some("7".into()), ..Filter::default() },
            Filter { connection: Some("7".into()), from: Some(1), to: Some(9), ..Filter::default() },
            Filter { verdict: Some(Verdict::Verified), until: time, from: Some(1), to: Some(9), ..Filter::default() },
            Filter { failing: true, duplicated: true, conflicted: true, ..Filter::default() },
            Filter { texts: vec!["evt".into()], numbers: vec![1, 2], ..Filter::default() },
        ]
    };
    for fill in [None, Some(FILL)] {
        if let Some(sql) = fill {
            db.execute_batch(sql).expect("filled");
        }
        let plans = plans::of(&path, || {
            let store = Store::open(&path.clone().into()).expect("opened");
            for filter in filters() {
                store.list(&filter).expect("listed");
                store.export(&filter, |_| true).expect("exported");
                store.stats(&filter).expect("counted");
            }
            for event in ["evt_1", "2", &format!("sha256:{}", "0".repeat(64))] {
                store.find(event).expect("looked up");
            }
            store.totals().expect("counted");
            store.waiting().expect("counted");
            store.lanes(3).expect("listed");
            stats::failing(&store.db).expect("counted");
            let prune = Prune { before: Some(Timestamp::UNIX_EPOCH), ..Prune::default() };
            store.prune(prune, Timestamp::UNIX_EPOCH).expect("pruned");
        });
        for (what, index) in [
            ("event_id IN (?1)", "arrivals_identity"),
            ("WHERE digest = ?1 AND event_id IS NULL", "arrivals_digest"),
            ("connection = ?1 AND state = 1", "arrivals_pending"),
            ("connection = ?1 AND number >=", "arrivals_connection"),
        ] {
            let found: Vec<_> = plans.iter().filter(|(sql, _)| sql.contains(what)).collect();
            assert!(!found.is_empty(), "{what} is looked for");
            assert!(found.iter().all(|(_, plan)| plan.contains(index)), "{found:?}");
        }
    }
}
