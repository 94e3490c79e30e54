//! Looking at the inbox and tending it, beside a running receiver.

use std::time::Duration;

use axum::http::StatusCode;
use axum::response::IntoResponse as _;
use makini::clock::Clock;
use makini::exit::Exit;
use makini::failure::Classify as _;
use makini::inbox::forward::{Routes, Target};
use makini::inbox::query::{Filter, ForwardState, Order, Prune, Replayer, Store};

use super::receiver::{Handler, RunningReceiver, event};

fn ids(store: &Store, filter: &Filter) -> Vec<String> {
    store.list(filter).expect("listed").into_iter().map(|entry| entry.id).collect()
}

async fn five(folder: &std::path::Path) -> RunningReceiver {
    let rig = RunningReceiver::start(folder).await;
    for (n, connection) in ["c1", "c2", "c1", "c2", "it's [odd]?"].into_iter().enumerate() {
        assert_eq!(rig.post(&event(&format!("evt_{n}"), connection, n)).await.status, 200);
    }
    assert_eq!(rig.post(r#"{"id":"sync","event":"sync.completed","connection_id":"c1"}"#).await.status, 200);
    rig
}

#[tokio::test]
async fn filters_narrow_and_text_stays_data() {
    let Some(folder) = super::backend::folder() else { return };
    let rig = five(folder.path()).await;
    let store = Store::open_read_only(&rig.place).expect("readable");
    let all = Filter::default();
    assert_eq!(ids(&store, &Filter { connection: Some("c1".into()), ..all.clone() }), ["evt_0", "evt_2", "sync"]);
    assert_eq!(ids(&store, &Filter { connection: Some("it's [odd]?".into()), ..all.clone() }), ["evt_4"]);
    assert_eq!(ids(&store, &Filter { event: Some("sync.*".into()), ..all.clone() }), ["sync"]);
    assert_eq!(ids(&store, &Filter { event: Some("sync.complete?".into()), ..all.clone() }), [""; 0]);
    assert_eq!(ids(&store, &Filter { event: Some("' OR 1=1 --".into()), ..all.clone() }), [""; 0]);
    assert_eq!(ids(&store, &Filter { from: Some(2), to: Some(3), ..all.clone() }), ["evt_1", "evt_2"]);
    assert_eq!(ids(&store, &Filter { ids: vec!["evt_3".into(), "x".into()], ..all.clone() }), ["evt_3"]);
    let newest = Filter { limit: Some(2), order: Order::Newest, ..all.clone() };
    assert_eq!(ids(&store, &newest), ["sync", "evt_4"]);
    let third = store.show("#3").expect("there").entry.received_at;
    assert_eq!(ids(&store, &Filter { since: Some(third), ..all.clone() }).len(), 4);
    assert_eq!(ids(&store, &Filter { until: Some(third), ..all.clone() }), ["evt_0", "evt_1"]);
    assert_eq!(store.show("evt_9").expect_err("missing").exit(), Exit::NotFound);
    let nowhere = Store::open_read_only(&folder.path().join("none.db").into()).expect_err("missing");
    assert_eq!(nowhere.exit(), Exit::NotFound);
    rig.stop().await;
}

#[tokio::test]
async fn an_export_holds_every_byte() {
    let Some(folder) = super::backend::folder() else { return };
    let rig = RunningReceiver::start(folder.path()).await;
    assert_eq!(rig.post("{\"id\":\"a\", \"event\":\"x\\/y\"}\n").await.status, 200);
    let head =
        "POST / HTTP/1.1\r\nHost: localhost\r\nX-Two: a\r\nX-Two: b\r\nContent-Length: 3\r\nConnection: close\r\n\r\n";
    let bytes: Vec<u8> = [head.as_bytes(), b"\xff\0\n"].concat();
    assert_eq!(super::receiver::raw(rig.address, &bytes).await.map(|answer| answer.status), Some(200));
    let mut lines = Vec::new();
    let store = Store::open_read_only(&rig.place).expect("readable");
    store
        .export(&Filter::default(), |line| {
            lines.push(serde_json::to_value(line).expect("JSON"));
            true
        })
        .expect("exported");
    assert_eq!(lines[0]["body"], "{\"id\":\"a\", \"event\":\"x\\/y\"}\n");
    assert_eq!((&lines[0]["id"], &lines[0]["arrival"], &lines[0]["event"]), (&"a".into(), &1.into(), &"x/y".into()));
    assert_eq!(lines[1]["body_base64"], "/wAK");
    assert_eq!(lines[1]["headers"]["x-two"], "a, b");
    assert!(lines[1].get("body").is_none());
    rig.stop().await;
}

#[tokio::test]
async fn pruning_keeps_what_is_unfinished_and_remembers_ids() {
    let Some(folder) = super::backend::folder() else { return };
    let handler = Handler::start().await;
    handler.answers(|seen| {
        let fine = !seen.body.contains("evt_2");
        (Duration::ZERO, if fine { StatusCode::OK } else { StatusCode::BAD_REQUEST }.into_response())
    });
    let inbox = super::receiver::open(folder.path());
    let verifier = std::sync::Arc::new(makini::inbox::verify::Unsigned);
    let rig = RunningReceiver::with(inbox, super::receiver::unsigned(), handler.routes(), verifier).await;
    for n in 0..4 {
        assert_eq!(rig.post(&event(&format!("evt_{n}"), &n.to_string(), n)).await.status, 200);
    }
    let store = Store::open(&rig.place).expect("tended");
    let delivered = Filter { state: Some(ForwardState::Delivered), ..Filter::default() };
    super::receiver::until("three are delivered", || ids(&store, &delivered).len() == 3).await;
    let later = Clock::system().now() + Duration::from_secs(1);
    let pruned = store.prune(Prune { before: Some(later), ..Prune::default() }, later).expect("pruned");
    assert_eq!((pruned.removed, pruned.kept_unfinished), (3, 1));
    assert_eq!(ids(&store, &Filter::default()), ["evt_2"]);
    // A late repeat of a pruned event is no new event, and its number is not given away.
    let repeat = rig.post(&event("evt_0", "0", 0)).await;
    assert_eq!((repeat.status, repeat.arrival()), (200, 1));
    assert_eq!(rig.post(&event("new", "n", 1)).await.arrival(), 5);
    let forced = Prune { before: Some(later + Duration::from_secs(9)), unfinished: true, ..Prune::default() };
    assert_eq!(store.prune(forced, later).expect("pruned").removed, 2);
    rig.stop().await;
}

#[tokio::test]
async fn pruning_by_size_takes_the_oldest() {
    let Some(folder) = super::backend::folder() else { return };
    let rig = RunningReceiver::start(folder.path()).await;
    for n in 0..1200 {
        let body = format!(r#"{{"id":"{n}","body":"{}"}}"#, "x".repeat(500));
        assert_eq!(rig.post(&body).await.status, 200);
    }
    let store = Store::open(&rig.place).expect("tended");
    let full = store.totals().expect("counted").bytes;
    let pruned = store.prune(Prune { max_bytes: Some(full / 2), ..Prune::default() }, Clock::system().now());
    let pruned = pruned.expect("pruned");
    assert!(pruned.bytes <= full / 2 && pruned.removed < 1200, "{pruned:?} of {full}");
    assert_eq!(ids(&store, &Filter::default()).first(), Some(&pruned.removed.to_string()));
    rig.stop().await;
}

#[tokio::test]
async fn a_replay_tells_how_each_fared_and_leaves_forwarding_alone() {
    let Some(folder) = super::backend::folder() else { return };
    let rig = five(folder.path()).await;
    let handler = Handler::start().await;
    handler.answers(|seen| {
        let fine = !seen.body.contains("evt_2");
        (Duration::ZERO, if fine { StatusCode::OK } else { StatusCode::GONE }.into_response())
    });
    let target = Target::parse(&format!("http://{}/again?key=canary", handler.address), &[]).expect("loopback");
    let replayer = Replayer::open(&rig.place, Routes::to(target), &Clock::system()).expect("opened");
    let filter = Filter { connection: Some("c1".into()), ..Filter::default() };
    let mut fared = Vec::new();
    for number in replayer.numbers(filter).await.expect("selected") {
        fared.push(replayer.send(number).await.expect("recorded"));
    }
    let short: Vec<_> = fared.iter().map(|one| (one.number, one.status, one.is_ok())).collect();
    assert_eq!(short, [(1, Some(200), true), (3, Some(410), false), (6, Some(200), true)]);
    assert_eq!(handler.seen()[0].body, event("evt_0", "c1", 0));
    assert_eq!(handler.seen()[0].path, "/again?key=canary");
    let detail = Store::open_read_only(&rig.place).expect("readable").show("#1").expect("there");
    assert_eq!(detail.entry.forward, ForwardState::None);
    assert_eq!((detail.attempts.len(), detail.attempts[0].kind.as_str()), (1, "replay"));
    assert!(!format!("{fared:?}{detail:?}").contains("canary"));
    assert_eq!(replayer.send(99).await.expect_err("missing").exit(), Exit::NotFound);
    rig.stop().await;
}
