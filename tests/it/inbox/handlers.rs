//! Handlers with conditions, batches and rates.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use axum::http::StatusCode;
use axum::response::IntoResponse as _;
use makini::clock::Clock;
use makini::inbox::ReceiverEvent;
use makini::inbox::forward::{Condition, Handler as Destination, Retry, Routes, Target};
use makini::inbox::pauses::Paused;
use makini::inbox::query::{Filter, ForwardState, Outcome, Replayer, Store};
use makini::inbox::receiver::Options;
use makini::inbox::verify::Unsigned;
use serde_json::Value;

use super::backend;
use super::receiver::{Handler, RunningReceiver, event, open, send, unsigned, until};

async fn start(folder: &std::path::Path, routes: Routes) -> RunningReceiver {
    RunningReceiver::with(open(folder), unsigned(), routes, Arc::new(Unsigned)).await
}

fn to(handler: &Handler, path: &str) -> Destination {
    let url = format!("http://{}/{path}", handler.address);
    Destination::to(Target::parse(&url, &[]).expect("loopback"))
}

fn routes(handlers: Vec<Destination>) -> Routes {
    let mut routes = Routes::new(handlers);
    routes.retry = Retry { attempts: 1000, first: Duration::from_millis(5), longest: Duration::from_millis(20) };
    routes
}

fn in_state(rig: &RunningReceiver, state: ForwardState) -> usize {
    let filter = Filter { state: Some(state), ..Filter::default() };
    Store::open_read_only(&rig.place).expect("readable").list(&filter).expect("listed").len()
}

/// The events of each request, by arrival number.
fn batches(handler: &Handler) -> Vec<Vec<i64>> {
    let numbers = |body: &str| -> Vec<i64> {
        let list: Vec<Value> = serde_json::from_str(body).expect("a list");
        list.iter().map(|one| one["arrival"].as_i64().expect("a number")).collect()
    };
    handler.seen().iter().map(|seen| numbers(&seen.body)).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_batch_is_taken_or_tried_again_as_a_whole_and_in_order() {
    let Some(folder) = backend::folder() else { return };
    let handler = Handler::start().await;
    let tries = AtomicUsize::new(0);
    handler.answers(move |_| {
        let fails = tries.fetch_add(1, Ordering::Relaxed) < 3;
        (Duration::ZERO, if fails { StatusCode::BAD_GATEWAY } else { StatusCode::OK }.into_response())
    });
    let inbox = open(folder.path());
    let store = Store::open(inbox.place()).expect("tended");
    let paused = Paused::Connection("c".into());
    store.pause(&paused, Clock::system().now()).expect("paused");
    let all = routes(vec![Destination { batch: Some(4), ..to(&handler, "batches") }]);
    let rig = RunningReceiver::with(inbox, unsigned(), all, Arc::new(Unsigned)).await;
    for n in 0..10 {
        assert_eq!(rig.post(&event(&format!("c{n}"), "c", n)).await.status, 200);
    }
    store.resume(&paused).expect("resumed");
    until("all are delivered", || in_state(&rig, ForwardState::Delivered) == 10).await;
    let first = vec![1, 2, 3, 4];
    assert_eq!(batches(&handler), [first.clone(), first.clone(), first.clone(), first, vec![5, 6, 7, 8], vec![9, 10]]);

    let seen = handler.seen();
    let header =
        |at: usize, name: &str| seen[at].headers.get(name).map(|value| value.to_str().expect("text").to_owned());
    assert_eq!(header(2, "content-type").as_deref(), Some("application/json"));
    assert_eq!(header(2, "makini-events").as_deref(), Some("4"));
    assert_eq!(header(2, "makini-attempt").as_deref(), Some("3"));
    assert_eq!(header(2, "makini-arrival"), None);
    let list: Value = serde_json::from_str(&seen[5].body).expect("a list");
    assert_eq!((&list[1]["id"], &list[1]["connection_id"]), (&"c9".into(), &"c".into()));
    assert_eq!((&list[1]["body"]["id"], &list[1]["event"]), (&"c9".into(), &"assets.updated".into()));
    assert_eq!(list[1]["headers"]["makini-arrival"], "10");

    // Each event has its own tries, with the same end.
    let outcomes: Vec<(u32, Outcome)> =
        store.list(&Filter::default()).expect("listed").iter().map(|one| (one.tries, one.outcome)).collect();
    let delivered = |tries| (tries, Outcome::Delivered);
    assert_eq!((&outcomes[..4], &outcomes[4..]), (&[delivered(4); 4][..], &[delivered(1); 6][..]));
    let detail = store.show("c1").expect("there");
    let statuses: Vec<Option<u16>> = detail.attempts.iter().map(|attempt| attempt.status).collect();
    assert_eq!(statuses, [Some(502), Some(502), Some(502), Some(200)]);

    // One event is an array too, also when it is sent again by hand.
    assert_eq!(rig.post(&event("d", "d", 1)).await.status, 200);
    until("it is delivered", || in_state(&rig, ForwardState::Delivered) == 11).await;
    assert_eq!(batches(&handler).last(), Some(&vec![11]));
    let again = routes(vec![Destination { batch: Some(4), ..to(&handler, "batches") }]);
    let replayer = Replayer::open(&rig.place, again, &Clock::system()).expect("opened");
    assert!(replayer.send(11).await.expect("sent").is_ok());
    assert_eq!(batches(&handler).last(), Some(&vec![11]));
    rig.stop().await;
}

#[tokio::test]
async fn a_batch_ends_where_the_next_event_has_another_handler_and_is_given_up_as_a_whole() {
    let Some(folder) = backend::folder() else { return };
    let handler = Handler::start().await;
    handler.answers(|seen| {
        let fails = seen.body.contains("\"bad\"");
        (Duration::ZERO, if fails { StatusCode::BAD_REQUEST } else { StatusCode::OK }.into_response())
    });
    let inbox = open(folder.path());
    let store = Store::open(inbox.place()).expect("tended");
    let paused = Paused::Connection("c".into());
    store.pause(&paused, Clock::system().now()).expect("paused");
    let mut all = routes(vec![
        Destination { events: vec!["sync.*".into()], batch: Some(1), ..to(&handler, "syncs") },
        Destination { batch: Some(100), ..to(&handler, "rest") },
    ]);
    all.retry.attempts = 2;
    let rig = RunningReceiver::with(inbox, unsigned(), all, Arc::new(Unsigned)).await;
    let sync = |id: &str| event(id, "c", 1).replace("assets.updated", "sync.failed");
    for body in [event("1", "c", 1), event("bad", "c", 2), sync("3"), sync("4"), event("5", "c", 5), event("6", "c", 6)]
    {
        assert_eq!(rig.post(&body).await.status, 200);
    }
    store.resume(&paused).expect("resumed");
    until("all are done", || in_state(&rig, ForwardState::Delivered) == 4).await;
    assert_eq!(batches(&handler), [vec![1, 2], vec![1, 2], vec![3], vec![4], vec![5, 6]]);
    assert_eq!(in_state(&rig, ForwardState::Failed), 2);

    // Dead letters that are queued again are a batch again, and so is one of them alone.
    handler.answers(|_| (Duration::ZERO, "fine now".into_response()));
    let failed = Filter { state: Some(ForwardState::Failed), ..Filter::default() };
    assert_eq!(store.retry(&failed, false).expect("queued"), 2);
    until("they are delivered", || in_state(&rig, ForwardState::Delivered) == 6).await;
    assert_eq!(batches(&handler).last(), Some(&vec![1, 2]));
    rig.stop().await;
}

#[tokio::test]
async fn a_condition_on_body_and_headers_decides_and_one_that_fails_stops_nothing() {
    let Some(folder) = backend::folder() else { return };
    let handler = Handler::start().await;
    let when = |text: &str| Some(Condition::new(text, Clock::system().now()).expect("jq"));
    let options = Options { metrics_path: Some("/metrics".into()), ..unsigned() };
    let rig = RunningReceiver::with(
        open(folder.path()),
        options,
        routes(vec![
            Destination {
                condition: when(r#".body.body[0] == "7" and .headers["makini-arrival"] == "1""#),
                ..to(&handler, "seven")
            },
            Destination { name: Some("strict".into()), condition: when(".body.n.x.y > 1"), ..to(&handler, "strict") },
            Destination { events: vec!["sync.*".into()], ..to(&handler, "syncs") },
        ]),
        Arc::new(Unsigned),
    )
    .await;
    let mut notices = rig.inbox.subscribe();
    for body in [
        event("a", "c", 7),
        event("b", "c", 8),
        r#"{"id":"c","event":"assets.updated","connection_id":"c","n":"text"}"#.to_owned(),
        r#"{"id":"d","event":"sync.failed","connection_id":"c","n":"text"}"#.to_owned(),
        r#"{"id":"e","event":"assets.updated","connection_id":"c","n":{"x":{"y":2}}}"#.to_owned(),
    ] {
        assert_eq!(rig.post(&body).await.status, 200);
    }
    until("three are delivered", || in_state(&rig, ForwardState::Delivered) == 3).await;
    let seen: Vec<(i64, String)> = handler.seen().into_iter().map(|seen| (seen.arrival, seen.path)).collect();
    let expected = [(1, "/seven"), (4, "/syncs"), (5, "/strict")].map(|(number, path)| (number, path.to_owned()));
    assert_eq!(seen, expected);
    // Two stay in the inbox, and can be queued again.
    assert_eq!(in_state(&rig, ForwardState::None), 2);
    let mut messages = Vec::new();
    while let Ok(notice) = notices.try_recv() {
        if let ReceiverEvent::Trouble { message } = &*notice {
            messages.push(message.clone());
        }
    }
    assert!(
        messages.len() == 1 && messages[0].contains("handler strict cannot be evaluated on event 3"),
        "{messages:?}"
    );
    let head = format!("GET /metrics HTTP/1.1\r\nHost: {}\r\n", rig.address);
    let metrics = send(rig.address, &head, "").await.text;
    for line in [r#"handler="strict",place="2"} 2"#, r#"/seven",place="1"} 0"#] {
        assert!(
            metrics.lines().any(|one| one.contains("failed_conditions_total{") && one.ends_with(line)),
            "{metrics}"
        );
    }
    rig.stop().await;
}

#[tokio::test]
async fn a_condition_that_takes_its_time_holds_up_no_delivery() {
    let Some(folder) = backend::folder() else { return };
    let handler = Handler::start().await;
    // Every number with every other: about a second in a build for tests. All tasks of this test share a thread.
    let slow = "[.body.list[] as $one | .body.list[] | . + $one] | length > 0";
    let slow = Condition::new(slow, Clock::system().now()).expect("jq");
    let list: Vec<String> = (0..700).map(|n: u32| n.to_string()).collect();
    let list = list.join(",");
    let rig = start(folder.path(), routes(vec![Destination { condition: Some(slow), ..to(&handler, "slow") }])).await;
    let first = format!(r#"{{"id":"a","event":"assets.updated","connection_id":"c","list":[{list}]}}"#);
    assert_eq!(rig.post(&first).await.status, 200);
    let mut answered = 0;
    while handler.seen().is_empty() {
        assert_eq!(rig.post(&event(&format!("b{answered}"), "d", 1).replace("assets", "other")).await.status, 200);
        answered += 1;
    }
    assert!(answered > 10, "only {answered} were answered while the condition was evaluated");
    rig.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_rate_holds_over_all_connections_and_holds_up_no_other_handler() {
    let Some(folder) = backend::folder() else { return };
    let handler = Handler::start().await;
    let rate = |text: &str| Some(text.parse().expect("a rate"));
    let rig = start(
        folder.path(),
        routes(vec![
            Destination { events: vec!["sync.*".into()], rate: rate("1/h"), ..to(&handler, "hourly") },
            Destination { events: vec!["assets.updated".into()], rate: rate("25/s"), ..to(&handler, "limited") },
            to(&handler, "rest"),
        ]),
    )
    .await;
    // More connections than there are attempts at once.
    for n in 0..300 {
        let sync = event(&format!("s{n}"), &format!("s{n}"), n).replace("assets.updated", "sync.failed");
        assert_eq!(rig.post(&sync).await.status, 200);
    }
    for n in 0..20 {
        assert_eq!(rig.post(&event(&format!("l{n}"), &format!("l{}", n % 5), n)).await.status, 200);
    }
    let rest = event("r", "r", 1).replace("assets.updated", "flow.done");
    assert_eq!(rig.post(&rest).await.status, 200);
    until("the others are delivered", || in_state(&rig, ForwardState::Delivered) == 22).await;
    let count = |path: &str| handler.seen().iter().filter(|seen| seen.path == path).count();
    assert_eq!((count("/hourly"), count("/limited"), count("/rest")), (1, 20, 1));

    let store = Store::open_read_only(&rig.place).expect("readable");
    let mut times: Vec<_> =
        (0..20).map(|n| store.show(&format!("l{n}")).expect("there").attempts[0].started_at).collect();
    times.sort();
    let all = times[19].duration_since(times[0]);
    // Nineteen waits of 40 ms; a start may be noted a little late.
    assert!(all.as_millis() >= 700, "{all}");
    rig.stop().await;
}
