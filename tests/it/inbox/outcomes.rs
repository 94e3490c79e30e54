//! What came of each event: its last try, held against the one before.

use std::sync::Arc;
use std::time::Duration;

use axum::http::{HeaderMap, StatusCode};
use axum::response::IntoResponse as _;
use makini::clock::Clock;
use makini::exit::Exit;
use makini::inbox::forward::{Retry, Routes, Target};
use makini::inbox::query::{Filter, Outcome, OutcomeCounts, Replayer, Store};
use makini::inbox::verify::Unsigned;
use makini::inbox::{Arrival, Verification};
use serde_json::Value;

use super::backend;
use super::receiver::{self, Handler, RunningReceiver, event, open, until};
use crate::support::world::Machine;
use Outcome::{Delivered, Failing, Fixed, Regressed, StillFailing, Untried, Waiting};

/// Lets a handler refuse the events whose bodies have one of these texts.
fn refuse(handler: &Handler, texts: &'static [&'static str]) {
    handler.answers(move |seen| {
        let fine = !texts.iter().any(|text| seen.body.contains(text));
        (Duration::ZERO, if fine { StatusCode::OK } else { StatusCode::BAD_GATEWAY }.into_response())
    });
}

async fn listen(folder: &std::path::Path, routes: Routes) -> RunningReceiver {
    RunningReceiver::with(open(folder), receiver::unsigned(), routes, Arc::new(Unsigned)).await
}

/// What came of each event, in order.
fn outcomes(store: &Store) -> Vec<Outcome> {
    store.list(&Filter::default()).expect("listed").into_iter().map(|entry| entry.outcome).collect()
}

/// An inbox with events 0 to 3, which a handler took but for 1 and 2, with 4 that waits, and with 5 that goes nowhere.
async fn six(folder: &std::path::Path, handler: &Handler) -> Store {
    refuse(handler, &["evt_1", "evt_2"]);
    let mut routes = handler.routes();
    routes.retry = Retry { attempts: 1, ..Retry::default() };
    let rig = listen(folder, routes).await;
    for n in 0..4 {
        assert_eq!(rig.post(&event(&format!("evt_{n}"), "c1", n)).await.status, 200);
    }
    let store = Store::open(&rig.place).expect("tended");
    until("all are tried", || outcomes(&store) == [Delivered, Failing, Failing, Delivered]).await;
    rig.stop().await;
    let inbox = open(folder);
    for (id, connection, forward) in [("evt_4", "c2", true), ("evt_5", "", false)] {
        let body = event(id, connection, 1).into();
        let mut arrival = Arrival::new(&HeaderMap::new(), body, Verification::unverified(), Clock::system().now());
        arrival.forward = forward;
        inbox.store(arrival).await.expect("kept");
    }
    inbox.close().await;
    store
}

/// Sends the first four again, after another two of them began to fail. Returns the verdicts.
async fn replay(store: &Store, folder: &std::path::Path, handler: &Handler) -> Vec<Outcome> {
    refuse(handler, &["evt_2", "evt_3"]);
    let replayer = Replayer::open(&backend::place(folder), handler.routes(), &Clock::system()).expect("opened");
    let mut verdicts = Vec::new();
    for number in store.numbers(&Filter { to: Some(4), ..Filter::default() }).expect("listed") {
        verdicts.push(replayer.send(number).await.expect("recorded").outcome);
    }
    verdicts
}

#[tokio::test]
async fn a_replay_is_held_against_the_try_before_and_so_is_what_is_queued_again() {
    let Some(folder) = backend::folder() else { return };
    let handler = Handler::start().await;
    let store = six(folder.path(), &handler).await;
    let first = [Delivered, Failing, Failing, Delivered, Waiting, Untried];
    assert_eq!(outcomes(&store), first);
    // Another address tells nothing of the handler, which still does not take them.
    let target = Target::parse(&format!("http://{}/elsewhere", handler.address), &[]).expect("loopback");
    let elsewhere =
        Replayer::open(&backend::place(folder.path()), Routes::to(target), &Clock::system()).expect("opened");
    refuse(&handler, &["evt_0"]);
    // It has not regressed what it never took, and what another address refused it may have mended.
    for (number, verdict) in [(1, Failing), (3, Fixed)] {
        assert_eq!(elsewhere.send(number).await.expect("recorded").outcome, verdict);
    }
    assert_eq!(outcomes(&store), first);
    let verdicts = replay(&store, folder.path(), &handler).await;
    assert_eq!(verdicts, [Delivered, Fixed, StillFailing, Regressed]);
    assert_eq!(outcomes(&store), [Delivered, Fixed, StillFailing, Regressed, Waiting, Untried]);
    let shown = store.show("evt_1").expect("there");
    let times = [shown.entry.first_try_at, shown.entry.last_try_at];
    assert_eq!(times, [Some(shown.attempts[0].started_at), Some(shown.attempts[1].started_at)]);

    let by = |outcomes: &[Outcome]| {
        let found = store.list(&Filter { outcomes: outcomes.to_vec(), ..Filter::default() }).expect("listed");
        found.into_iter().map(|entry| entry.id).collect::<Vec<_>>()
    };
    assert_eq!(by(&[Fixed, Delivered]), ["evt_0", "evt_1"]);
    assert_eq!(by(&Outcome::FAILED), ["evt_2", "evt_3"]);
    assert_eq!(by(&[Waiting]), ["evt_4"]);
    assert_eq!(by(&[Untried]), ["evt_5"]);
    assert_eq!(by(&[Failing]), [""; 0]);

    let failed = Filter { outcomes: Outcome::FAILED.to_vec(), ..Filter::default() };
    assert_eq!(store.retry(&failed, true).expect("queued"), 2);
    assert_eq!(outcomes(&store), [Delivered, Fixed, Waiting, Waiting, Waiting, Untried]);
    refuse(&handler, &[]);
    let rig = listen(folder.path(), handler.routes()).await;
    until("all are taken", || outcomes(&store) == [Delivered, Fixed, Fixed, Fixed, Delivered, Untried]).await;
    rig.stop().await;
}

#[tokio::test]
async fn events_are_counted_once_by_what_came_of_them() {
    let Some(folder) = backend::folder() else { return };
    let handler = Handler::start().await;
    let store = six(folder.path(), &handler).await;
    replay(&store, folder.path(), &handler).await;
    let stats = store.stats(&Filter::default()).expect("counted");
    let names: Vec<_> = stats.iter().map(|one| (one.connection.as_deref(), one.handler.is_some())).collect();
    assert_eq!(names, [(None, false), (Some("c1"), true), (Some("c2"), false)]);
    assert!(stats[1].handler.as_deref().is_some_and(|handler| handler.ends_with("/hook")), "{stats:?}");
    let of = |one: &OutcomeCounts| {
        let failed = [one.failing, one.still_failing, one.regressed];
        assert_eq!(failed.iter().sum::<u64>(), one.failed());
        (one.received, [one.delivered, one.fixed], failed, [one.waiting, one.untried])
    };
    assert_eq!(of(&stats[0]), (1, [0, 0], [0, 0, 0], [0, 1]));
    assert_eq!(of(&stats[1]), (4, [1, 1], [0, 1, 1], [0, 0]));
    assert_eq!(of(&stats[2]), (1, [0, 0], [0, 0, 0], [1, 0]));
    let waiting = Some(store.show("evt_4").expect("there").entry.received_at);
    assert_eq!(stats.iter().map(|one| one.oldest_pending_at).collect::<Vec<_>>(), [None, None, waiting]);
    let all = Store::failing(&backend::place(folder.path())).await.expect("counted");
    assert_eq!((all.received, all.failed, all.regressed, all.waiting, all.oldest_pending_at), (6, 2, 1, 1, waiting));
    let one = Filter { connection: Some("c2".into()), ..Filter::default() };
    assert_eq!(store.stats(&one).expect("counted"), stats[2..]);
}

/// A machine with an inbox of one event that failed, one that was taken, and one that waits.
async fn machine(handler: &Handler) -> Option<Machine> {
    let machine = backend::machine()?;
    let place = backend::inbox_of(&machine);
    refuse(handler, &["evt_1"]);
    let mut routes = handler.routes();
    routes.retry = Retry { attempts: 1, ..Retry::default() };
    let options = makini::inbox::store::InboxOptions { place, max_bytes: makini::inbox::store::MAX_BYTES };
    let clock = Clock::system();
    let inbox = makini::inbox::Inbox::open(options, &clock).expect("a good folder");
    let rig = RunningReceiver::with(inbox, receiver::unsigned(), routes, Arc::new(Unsigned)).await;
    for n in 0..2 {
        assert_eq!(rig.post(&event(&format!("evt_{n}"), "con_1", n)).await.status, 200);
    }
    let store = Store::open(&rig.place).expect("tended");
    until("both are tried", || outcomes(&store) == [Delivered, Failing]).await;
    rig.stop().await;
    Some(machine)
}

#[test]
fn what_failed_is_sent_again_and_counted_by_command() {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let handler = runtime.block_on(Handler::start());
    let Some(machine) = runtime.block_on(machine(&handler)) else { return };
    let json = |line: &str, exit: Exit| machine.run(&format!("webhooks {line} -o json")).expect(exit).json();
    let words = |answer: &Value| {
        let rows = answer["data"].as_array().expect("rows").iter();
        rows.map(|row| row["outcome"].as_str().expect("a word").to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(words(&json("inbox list", Exit::Ok)), ["failing", "delivered"]);
    assert_eq!(words(&json("inbox list --failed", Exit::Ok)), ["failing"]);
    assert_eq!(words(&json("inbox list --dead", Exit::Ok)), ["failing"]);
    let to = format!("--to http://{}/hook", handler.address);
    assert_eq!(words(&json(&format!("replay --failed {to}"), Exit::Unhealthy)), ["still-failing"]);
    assert_eq!(words(&json("inbox list --outcome still-failing,fixed", Exit::Ok)), ["still-failing"]);
    let gate = "--sandbox check --allow-none --only events --max-failing-events";
    let fails = machine.run(&format!("{gate} 0 -o json")).expect(Exit::Unhealthy).json();
    let finding = &fails["data"]["findings"][0];
    assert_eq!((&finding["rule"], &finding["evidence"]["failing"]), (&"events".into(), &1.into()), "{fails}");
    machine.run(&format!("{gate} 1")).ok();
    let stats = json("inbox stats", Exit::Ok);
    assert_eq!((&stats["data"][0]["still_failing"], &stats["data"][0]["delivered"]), (&1.into(), &1.into()), "{stats}");
    assert_eq!(stats["data"][0]["oldest_pending_at"], Value::Null);

    refuse(&handler, &[]);
    let fixed = machine.run(&format!("webhooks replay --failed --since 2h {to}")).ok();
    assert!(fixed.stderr.contains("1 of 1 sent, 1 taken, 0 refused; 1 fixed"), "{}", fixed.all());
    let shown = machine.run("webhooks inbox show evt_1").ok().stdout;
    assert!(shown.contains("fixed") && shown.contains("First try"), "{shown}");
    let table = machine.run("webhooks inbox stats").ok().stdout;
    assert!(table.contains("FIXED") && table.contains("con_1") && table.contains("/hook"), "{table}");
    for flag in ["--failed", "--dead"] {
        assert_eq!(words(&json(&format!("inbox list {flag}"), Exit::Ok)), [""; 0]);
    }
    assert_eq!(json("inbox requeue --dead", Exit::Ok)["data"]["queued"], 0);
    let exported = machine.run("webhooks inbox export evt_1").ok().stdout;
    assert!(exported.contains(r#""outcome":"fixed""#), "{exported}");
    let passes = machine.run(&format!("{gate} 0 -o json")).ok().json();
    let reason = &passes["data"]["findings"][0]["reason"];
    assert_eq!(reason, "no handler takes 0 of 2 events", "{passes}");
}

#[test]
fn a_budget_for_events_without_an_inbox_is_not_kept() {
    let Some(machine) = backend::machine() else { return };
    let gate = "--sandbox check --allow-none --only events --max-failing-events 0";
    let ended = machine.run(gate).expect(Exit::NotFound);
    assert!(ended.all().contains("there is no inbox"), "{}", ended.all());
    let stats = machine.run("webhooks inbox stats").expect(Exit::NotFound);
    assert!(stats.stderr.contains("webhooks listen"), "{}", stats.stderr);
    machine.run("--sandbox check --allow-none --only events").expect(Exit::Usage);
}
