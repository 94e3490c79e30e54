//! What is kept, counted, marked; and that order is the order of arrival.

use std::sync::Arc;

use axum::http::HeaderMap;
use bytes::Bytes;
use makini::clock::Clock;
use makini::inbox::forward::Routes;
use makini::inbox::query::{Filter, Store};
use makini::inbox::receiver::OnConflict;
use makini::inbox::store::InboxOptions;
use makini::inbox::verify::{Unsigned, Verdict, Verification};
use makini::inbox::{Arrival, Inbox, ReceiverEvent, StoreError, Stored};

use super::receiver::{RunningReceiver, event, open, place, unsigned};

fn arrival(body: &str, judgement: Verification, clock: &Clock) -> Arrival {
    Arrival::new(&HeaderMap::new(), Bytes::copy_from_slice(body.as_bytes()), judgement, clock.now())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_thousand_at_once_are_one_event_and_999_duplicates() {
    let Some(folder) = super::backend::folder() else { return };
    let rig = RunningReceiver::start(folder.path()).await;
    let address = rig.address;
    let body = event("evt_same", "c1", 1);
    let senders: Vec<_> = (0..1000)
        .map(|_| {
            let body = body.clone();
            tokio::spawn(async move { super::receiver::post(address, &body).await.status })
        })
        .collect();
    for sender in senders {
        assert_eq!(sender.await.expect("no panic"), 200);
    }
    let found = Store::open_read_only(&rig.place).expect("readable").list(&Filter::default()).expect("listed");
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].id.as_str(), found[0].duplicates, found[0].conflicts), ("evt_same", 999, 0));
    rig.stop().await;
}

#[tokio::test]
async fn the_same_id_with_another_body_is_kept_and_the_first_stays() {
    let Some(folder) = super::backend::folder() else { return };
    let mut options = unsigned();
    options.policy.on_conflict = OnConflict::Refuse;
    let rig = RunningReceiver::with(open(folder.path()), options, Routes::default(), Arc::new(Unsigned)).await;
    let mut notices = rig.inbox.subscribe();
    let first = r#"{"id":"a","event":"x","body":"caf\u00e9"}"#;
    assert_eq!(rig.post(first).await.status, 200);
    // Another spelling of the same value is a repeat and no conflict.
    assert_eq!(rig.post(r#"{ "id": "a", "event": "x", "body": "café" }"#).await.status, 200);
    let refused = rig.post(r#"{"id":"a","event":"x","body":"tea"}"#).await;
    assert_eq!((refused.status, refused.arrival()), (409, 1));
    assert_eq!(rig.post(r#"{"id":"a","event":"x","body":"tea"}"#).await.status, 409);
    assert_eq!(rig.post(r#"{"id":"a","event":"x","body":"milk"}"#).await.status, 409);

    let detail = Store::open_read_only(&rig.place).expect("readable").show("a").expect("there");
    assert_eq!(detail.body, first.as_bytes());
    assert_eq!((detail.entry.duplicates, detail.entry.conflicts), (1, 2));
    let others: Vec<_> =
        detail.other_bodies.iter().map(|other| (String::from_utf8_lossy(&other.body), other.seen)).collect();
    assert_eq!(others[0], (r#"{"id":"a","event":"x","body":"tea"}"#.into(), 2));
    assert_eq!(others[1], (r#"{"id":"a","event":"x","body":"milk"}"#.into(), 1));
    let mut exported = Vec::new();
    let store = Store::open_read_only(&rig.place).expect("readable");
    store
        .export(&Filter::default(), |line| {
            exported.push(line.other_bodies);
            true
        })
        .expect("exported");
    assert_eq!(exported, std::slice::from_ref(&detail.other_bodies));
    let mut told = Vec::new();
    while let Ok(notice) = notices.try_recv() {
        told.push(match &*notice {
            ReceiverEvent::Arrival { .. } => "arrival",
            ReceiverEvent::Duplicate { .. } => "duplicate",
            ReceiverEvent::Conflict { .. } => "conflict",
            ReceiverEvent::Ready { .. } => "ready",
            other => panic!("{other:?}"),
        });
    }
    assert_eq!(told, ["ready", "arrival", "duplicate", "conflict", "conflict", "conflict"]);
    rig.stop().await;
}

#[tokio::test]
async fn without_an_id_the_digest_stands_in_and_a_repeat_is_marked_and_kept() {
    let Some(folder) = super::backend::folder() else { return };
    let rig = RunningReceiver::start(folder.path()).await;
    for body in [r#"{"event":"x","n":1}"#, r#"{"event":"x", "n":1.0}"#, r#"{"event":"x","n":2}"#, "no JSON", "no JSON"]
    {
        assert_eq!(rig.post(body).await.status, 200, "{body}");
    }
    let store = Store::open_read_only(&rig.place).expect("readable");
    let found = store.list(&Filter::default()).expect("listed");
    let marks: Vec<_> = found.iter().map(|entry| (entry.own_id, entry.possible_duplicate_of)).collect();
    assert_eq!(marks, [(false, None), (false, Some(1)), (false, None), (false, None), (false, Some(4))]);
    assert_eq!(found[0].id, found[1].id);
    assert!(found[0].id.starts_with("sha256:"));
    assert_eq!(store.show(&found[1].id).expect("by its digest").entry.number, 1);
    rig.stop().await;
}

#[tokio::test]
async fn an_unproven_event_does_not_take_the_place_of_a_proven_one() {
    let Some(folder) = super::backend::folder() else { return };
    let clock = Clock::system();
    let inbox = open(folder.path());
    let proven = || Verification { verdict: Verdict::Verified, ..Verification::unverified() };
    let forged = arrival(r#"{"id":"a","body":"forged"}"#, Verification::unverified(), &clock);
    let real = arrival(r#"{"id":"a","body":"real"}"#, proven(), &clock);
    assert!(matches!(inbox.store(forged).await, Ok(Stored::New { number: 1, .. })));
    assert!(matches!(inbox.store(real.clone()).await, Ok(Stored::New { number: 2, .. })));
    assert_eq!(inbox.store(real).await, Ok(Stored::Duplicate { number: 2, count: 1 }));
    inbox.close().await;
    let shown = Store::open_read_only(inbox.place()).expect("readable").show("a").expect("there");
    assert_eq!(shown.body, br#"{"id":"a","body":"real"}"#);
}

#[tokio::test]
async fn a_clock_that_is_set_back_loses_and_doubles_nothing() {
    let Some(folder) = super::backend::folder() else { return };
    let noon = Clock::fixed("2026-01-01T12:00:00Z".parse().expect("constant"));
    let eleven = Clock::fixed("2026-01-01T11:00:00Z".parse().expect("constant"));
    for (clock, ids, fresh) in [(&noon, ["a", "b"], 2), (&eleven, ["b", "c"], 1)] {
        let inbox = Inbox::open(place(folder.path()), clock).expect("a good folder");
        let mut new = 0;
        for id in ids {
            let kept =
                inbox.store(arrival(&event(id, "c1", 1), Verification::unverified(), clock)).await.expect("kept");
            new += usize::from(matches!(kept, Stored::New { .. }));
        }
        assert_eq!(new, fresh);
        inbox.close().await;
    }
    let found =
        Store::open_read_only(&place(folder.path()).place).expect("readable").list(&Filter::default()).expect("listed");
    let order: Vec<_> = found.iter().map(|entry| (entry.number, entry.id.as_str(), entry.duplicates)).collect();
    assert_eq!(order, [(1, "a", 0), (2, "b", 1), (3, "c", 0)]);
    assert!(found[2].received_at < found[0].received_at);
}

#[tokio::test]
async fn a_full_inbox_refuses_what_is_new_and_deletes_nothing() {
    let Some(folder) = super::backend::folder() else { return };
    let clock = Clock::system();
    let small = InboxOptions { max_bytes: 200 << 10, ..place(folder.path()) };
    let inbox = Inbox::open(small, &clock).expect("a good folder");
    let body = |n: usize| format!(r#"{{"id":"{n}","body":"{}"}}"#, "x".repeat(10_000));
    let mut kept = 0;
    let refusal = loop {
        match inbox.store(arrival(&body(kept), Verification::unverified(), &clock)).await {
            Ok(_) => kept += 1,
            Err(refusal) => break refusal,
        }
        assert!(kept < 100, "it never filled up");
    };
    assert_eq!(refusal, StoreError::Full { limit: 200 << 10 });
    assert!(kept > 5, "{kept}");
    let known = inbox.store(arrival(&body(0), Verification::unverified(), &clock)).await;
    assert_eq!(known, Ok(Stored::Duplicate { number: 1, count: 1 }));
    inbox.close().await;
    assert_eq!(Store::open_read_only(inbox.place()).expect("readable").totals().expect("counted").events, kept as u64);
}

#[tokio::test]
async fn after_the_end_everything_is_refused() {
    let Some(folder) = super::backend::folder() else { return };
    let clock = Clock::system();
    let inbox = open(folder.path());
    inbox.close().await;
    let kept = inbox.store(arrival("{}", Verification::unverified(), &clock)).await;
    assert_eq!(kept, Err(StoreError::Closed));
}
