use rusqlite::Connection as Db;

use super::batch::{BatchedCall, call_id};
use super::filter::Filter;
use super::insert::insert_calls;
use super::prune::{MAX_REQUESTS, PRUNE_STEP};
use super::query::{count, find, list};
use crate::api::error_code::ErrorCode;
use crate::sandbox::store::{self, take_numbers};

const SALT: u64 = 0;

/// Logs so many calls at once.
fn log(db: &Db, calls: u64, at: i64) {
    let first = take_numbers(db, "source_call", calls).expect("taken") - calls + 1;
    let call = |number| BatchedCall { path: format!("/sap/{number}"), took_us: number };
    let calls: Vec<BatchedCall> = (first..).take(usize::try_from(calls).expect("few")).map(call).collect();
    insert_calls(db, ("c1", "sync_1"), first, &calls, at).expect("logged");
}

#[test]
fn as_many_are_kept_as_if_each_had_a_row() {
    let mut db = store::open(None).expect("opens");
    let tx = db.transaction().expect("begins");
    let (round, mut logged) = ((MAX_REQUESTS / PRUNE_STEP + 1) * PRUNE_STEP, 0);
    while logged < round + 40 {
        log(&tx, 7, logged);
        logged += 7;
        let expected = if logged < round { logged } else { logged - (round - MAX_REQUESTS) };
        if logged % 70_000 == 0 || logged > round - 7 {
            assert_eq!(count(&tx).expect("counted"), expected.unsigned_abs(), "{logged}");
        }
    }
    let first_kept = u64::try_from(round - MAX_REQUESTS + 1).expect("positive");
    let id = call_id(SALT, first_kept);
    assert_eq!(find(&tx, &id).expect("kept").path, Some(format!("/sap/{first_kept}")));
    assert_eq!(find(&tx, &call_id(SALT, first_kept - 1)).expect_err("gone").code, ErrorCode::NotFound);
    let total = count(&tx).expect("counted");
    let (last, all) = list(&tx, &Filter::default(), total - 1, 5).expect("listed");
    assert_eq!((last.len(), all), (1, total));
    assert_eq!(last[0].id.as_deref(), Some(&*id));
}

#[test]
fn an_id_that_is_none_is_not_found() {
    let db = store::open(None).expect("opens");
    log(&db, 3, 0);
    let ids =
        ["", "req_", "req_ü", "req_000000000000000g00000000", &call_id(SALT, 4), &call_id(1, 1)].map(str::to_owned);
    for id in ids {
        assert_eq!(find(&db, &id).expect_err("none").code, ErrorCode::NotFound, "{id}");
    }
    for number in 1..=3_u32 {
        assert_eq!(find(&db, &call_id(SALT, number.into())).expect("there").total_ms, Some(f64::from(number) / 1000.0));
    }
}
