//! Ten thousand connections.

use std::time::Duration;

use makini::clock::Clock;

use crate::support::sandbox::{InProcess, START};

const MANY: i64 = 10_000;

/// A state with many connections, active and on schedule, made faster than by asking for each.
fn many(path: &std::path::Path) -> InProcess {
    let clock = Clock::fixed(START.parse().expect("constant"));
    let sandbox = InProcess::open(Some(path.to_owned()), clock, |_| {});
    let mut db = rusqlite::Connection::open(path).expect("opens");
    let now = sandbox.clock.now().as_millisecond();
    let tx = db.transaction().expect("begins");
    for number in 0..MANY {
        let key = format!("{number:014}");
        tx.execute(
            "INSERT INTO connections (key, name, email, slug, status, health, deployment, credits, fields,
             credentials, created_at, updated_at, connected_at, schedule_seconds)
             VALUES (?1, ?2, 'a@example.com', 'inextia', 'active', 'online', 'cloud', 0, '{}', x'',
             ?3, ?3, ?3, 3600)",
            (&key, format!("Plant {}", number * 7919 % MANY), now),
        )
        .expect("inserted");
        tx.execute(
            "INSERT INTO timers (at, kind, subject) VALUES (?1, 'schedule', ?2)",
            (now + 86_400_000 + number, &key),
        )
        .expect("inserted");
    }
    tx.commit().expect("commits");
    sandbox
}

/// The shortest of several runs of each request, taken in turn: what they cost when nothing else disturbs.
async fn costs<const N: usize>(asked: [(&InProcess, &str); N]) -> [Duration; N] {
    let clock = Clock::system();
    let mut best = [Duration::MAX; N];
    for _ in 0..40 {
        for (best, (sandbox, path)) in best.iter_mut().zip(asked) {
            let began = clock.moment();
            let answer = sandbox.get(path).await;
            *best = clock.since(began).min(*best);
            assert_eq!(answer.status.as_u16(), 200);
        }
    }
    best
}

#[tokio::test]
async fn a_page_deep_in_the_list_costs_no_more_than_twice_the_first() {
    let folder = tempfile::tempdir().expect("a folder");
    let sandbox = many(&folder.path().join("sandbox.db"));
    let path = "/api/system/connections?per_page=100";
    let last = sandbox.get(&format!("{path}&page=100")).await;
    assert_eq!(last.body["meta"]["to"], MANY);
    assert_eq!(last.body["data"][99]["key"], "00000000009999");
    let middle = sandbox.get(&format!("{path}&page=51")).await;
    assert_eq!(middle.body["data"][0]["key"], "00000000005000");
    for sort in ["", "&sort[name]=0"] {
        let pages = [1, 50, 51, 100].map(|page| format!("{path}{sort}&page={page}"));
        let [first, deep @ ..] =
            costs([&pages[0], &pages[1], &pages[2], &pages[3]].map(|page| (&sandbox, page.as_str()))).await;
        assert!(deep.iter().all(|deep| *deep <= first * 2), "{sort}: {deep:?} against {first:?}");
    }
}

#[tokio::test]
async fn a_request_costs_by_what_is_due_and_not_by_what_there_is() {
    let folder = tempfile::tempdir().expect("a folder");
    let crowded = many(&folder.path().join("sandbox.db"));
    let path = "/api/system/client";
    let empty = InProcess::open(Some(folder.path().join("empty.db")), crowded.clock.clone(), |_| {});
    let [many, none] = costs([(&crowded, path), (&empty, path)]).await;
    assert!(many <= none * 3, "{many:?} against {none:?}");
}
