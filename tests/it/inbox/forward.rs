//! Passing events on: order, retries, restarts, and targets that are refused.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use axum::body::Body;
use axum::http::StatusCode;
use axum::response::IntoResponse as _;
use makini::inbox::ReceiverEvent;
use makini::inbox::forward::{Retry, Routes};
use makini::inbox::query::{Filter, ForwardState, Store};
use makini::inbox::verify::Unsigned;

use super::receiver::{Handler, RunningReceiver, event, open, unsigned, until};

async fn start(folder: &std::path::Path, routes: Routes) -> RunningReceiver {
    RunningReceiver::with(open(folder), unsigned(), routes, Arc::new(Unsigned)).await
}

fn in_state(rig: &RunningReceiver, state: ForwardState) -> usize {
    let filter = Filter { state: Some(state), ..Filter::default() };
    Store::open_read_only(&rig.place).expect("readable").list(&filter).expect("listed").len()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn order_holds_per_connection_and_a_slow_handler_holds_up_its_own_only() {
    let Some(folder) = super::backend::folder() else { return };
    let handler = Handler::start().await;
    let flaky = AtomicUsize::new(0);
    handler.answers(move |seen| {
        if seen.body.contains("\"slow\"") {
            return (Duration::from_hours(1), "never".into_response());
        }
        // Every third try fails, so that order has to survive retries.
        let fails = flaky.fetch_add(1, Ordering::Relaxed).is_multiple_of(3);
        (Duration::ZERO, if fails { StatusCode::BAD_GATEWAY } else { StatusCode::OK }.into_response())
    });
    let rig = start(folder.path(), handler.routes()).await;
    for n in 0..20 {
        for connection in ["slow", "b", "c"] {
            assert_eq!(rig.post(&event(&format!("{connection}-{n}"), connection, n)).await.status, 200);
        }
    }
    until("40 events are delivered", || in_state(&rig, ForwardState::Delivered) == 40).await;
    assert_eq!(in_state(&rig, ForwardState::Pending), 20);
    let seen = handler.seen();
    for connection in ["b", "c"] {
        let mut order: Vec<i64> = seen
            .iter()
            .filter(|seen| seen.body.contains(&format!("\"{connection}\"")))
            .map(|seen| seen.arrival)
            .collect();
        assert!(order.is_sorted(), "{connection}: {order:?}");
        order.dedup();
        assert_eq!(order.len(), 20, "{connection}");
    }
    let slow: Vec<_> = seen.iter().filter(|seen| seen.body.contains("\"slow\"")).collect();
    assert_eq!(slow.len(), 1, "the second of a connection waits for the first");
    rig.stop().await;
}

/// More connections wait for their next try than are worked on at the same time.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_handler_that_fails_for_many_connections_holds_up_no_other() {
    let Some(folder) = super::backend::folder() else { return };
    let handler = Handler::start().await;
    handler.answers(|seen| {
        let fails = seen.body.contains("\"fails-");
        (Duration::ZERO, if fails { StatusCode::BAD_GATEWAY } else { StatusCode::OK }.into_response())
    });
    let mut routes = handler.routes();
    routes.retry = Retry { attempts: 10, first: Duration::from_mins(10), longest: Duration::from_mins(10) };
    let rig = start(folder.path(), routes).await;
    let connections = 300;
    for n in 0..connections {
        assert_eq!(rig.post(&event(&format!("f{n}"), &format!("fails-{n}"), 1)).await.status, 200);
    }
    until("each of them was tried", || handler.counts().len() == connections).await;
    assert_eq!(rig.post(&event("well", "well", 1)).await.status, 200);
    until("the other is delivered", || in_state(&rig, ForwardState::Delivered) == 1).await;
    assert_eq!(in_state(&rig, ForwardState::Pending), connections);
    assert!(handler.counts().values().all(|&tries| tries == 1), "none is due again");

    // What was given up the turn for is still tried when it is asked for.
    handler.answers(|_| (Duration::ZERO, "fine now".into_response()));
    let asked = Store::open(&rig.place).expect("tended").retry(&Filter::default(), false).expect("queued");
    assert!(asked >= connections as u64, "{asked}");
    until("all are delivered", || in_state(&rig, ForwardState::Delivered) == connections + 1).await;
    rig.stop().await;
}

#[tokio::test]
async fn what_was_pending_goes_on_after_a_restart_and_what_was_delivered_never_again() {
    let Some(folder) = super::backend::folder() else { return };
    let handler = Handler::start().await;
    handler.answers(|seen| {
        let fine = seen.body.contains("evt_0") || seen.body.contains("evt_1");
        (Duration::ZERO, if fine { StatusCode::NO_CONTENT } else { StatusCode::SERVICE_UNAVAILABLE }.into_response())
    });
    let rig = start(folder.path(), handler.routes()).await;
    for n in 0..5 {
        assert_eq!(rig.post(&event(&format!("evt_{n}"), "c", n)).await.status, 200);
    }
    until("the third is tried", || handler.counts().get(&3).is_some_and(|&count| count > 2)).await;
    rig.stop().await;
    let before = handler.counts();
    assert_eq!((before[&1], before[&2], before.get(&4)), (1, 1, None));

    handler.answers(|_| (Duration::ZERO, "fine now".into_response()));
    let rig = start(folder.path(), handler.routes()).await;
    until("all are delivered", || in_state(&rig, ForwardState::Delivered) == 5).await;
    let after = handler.counts();
    assert_eq!((after[&1], after[&2], after[&4], after[&5]), (1, 1, 1, 1));
    // A repeat of the sender's is no reason to deliver again.
    assert_eq!(rig.post(&event("evt_0", "c", 0)).await.status, 200);
    assert_eq!(rig.post(&event("evt_9", "c", 9)).await.status, 200);
    until("the new one is delivered", || in_state(&rig, ForwardState::Delivered) == 6).await;
    assert_eq!(handler.counts()[&1], 1);
    let detail = Store::open_read_only(&rig.place).expect("readable").show("evt_2").expect("there");
    let (last, failed) = detail.attempts.split_last().expect("tries");
    assert_eq!((last.status, last.error.as_deref()), (Some(200), None));
    assert!(failed.iter().all(|attempt| attempt.status == Some(503) && attempt.ended_at.is_some()));
    rig.stop().await;
}

#[tokio::test]
async fn a_target_that_does_not_take_it_leaves_it_pending_with_the_reason() {
    let Some(folder) = super::backend::folder() else { return };
    let handler = Handler::start().await;
    let elsewhere = Handler::start().await;
    let to = format!("http://{}/stolen", elsewhere.address);
    handler.answers(move |_| (Duration::ZERO, axum::response::Redirect::temporary(&to).into_response()));
    let mut routes = handler.routes();
    routes.retry = Retry { attempts: 3, ..routes.retry };
    let rig = start(folder.path(), routes).await;
    let mut notices = rig.inbox.subscribe();
    assert_eq!(rig.post(&event("a", "c", 1)).await.status, 200);
    until("it is given up", || in_state(&rig, ForwardState::Failed) == 1).await;
    assert_eq!(handler.seen().len(), 3);
    assert_eq!(elsewhere.seen().len(), 0, "a redirect was followed");
    let detail = Store::open_read_only(&rig.place).expect("readable").show("a").expect("there");
    assert_eq!(detail.attempts.len(), 3);
    assert!(detail.attempts[0].error.as_deref().is_some_and(|error| error.contains("redirects are not followed")));
    let mut failures = Vec::new();
    while failures.len() < 3 {
        let notice =
            tokio::time::timeout(super::receiver::PATIENCE, notices.recv()).await.expect("in time").expect("told");
        if let ReceiverEvent::ForwardFailed { attempt, next_attempt_at, status, .. } = &*notice {
            failures.push((*attempt, next_attempt_at.is_some(), *status));
        }
    }
    assert_eq!(failures, [(1, true, Some(307)), (2, true, Some(307)), (3, false, Some(307))]);

    // Asked for by hand, it is tried again while the receiver runs.
    handler.answers(|_| (Duration::ZERO, "ok".into_response()));
    let retried = Store::open(&rig.place).expect("tended").retry(&Filter::default(), false).expect("queued");
    assert_eq!(retried, 1);
    until("it is delivered", || in_state(&rig, ForwardState::Delivered) == 1).await;
    rig.stop().await;
}

#[tokio::test]
async fn nobody_there_is_a_reason_too() {
    let Some(folder) = super::backend::folder() else { return };
    // Taken and not listened to: a port that is only free may be somebody else's by the time it is called.
    let taken = tokio::net::TcpSocket::new_v4().expect("a socket");
    taken.bind(([127, 0, 0, 1], 0).into()).expect("a free port");
    let nobody = format!("http://{}/", taken.local_addr().expect("an address"));
    let mut routes = Routes::parse(&[], Some(&nobody), &[]).expect("a good route");
    routes.retry = Retry { attempts: 2, first: Duration::from_millis(5), longest: Duration::from_millis(5) };
    let rig = start(folder.path(), routes).await;
    assert_eq!(rig.post(&event("a", "c", 1)).await.status, 200);
    until("it is given up", || in_state(&rig, ForwardState::Failed) == 1).await;
    let detail = Store::open_read_only(&rig.place).expect("readable").show("a").expect("there");
    assert!(detail.attempts.iter().all(|attempt| attempt.status.is_none()));
    assert!(detail.attempts[0].error.as_deref().is_some_and(|error| error.starts_with("could not connect")));
    rig.stop().await;
}

/// Servers and proxies answer 411 to a POST without a length (RFC 9110, 8.6).
#[tokio::test]
async fn an_empty_body_is_forwarded_with_its_length() {
    let Some(folder) = super::backend::folder() else { return };
    let handler = Handler::start().await;
    let rig = start(folder.path(), handler.routes()).await;
    assert_eq!(rig.post("").await.status, 200);
    until("it is delivered", || in_state(&rig, ForwardState::Delivered) == 1).await;
    let seen = handler.seen();
    assert_eq!(seen[0].headers.get("content-length").and_then(|length| length.to_str().ok()), Some("0"));
    rig.stop().await;
}

#[tokio::test]
async fn an_endless_answer_is_cut_and_counts() {
    let Some(folder) = super::backend::folder() else { return };
    let handler = Handler::start().await;
    handler.answers(|_| (Duration::ZERO, Body::new(Endless).into_response()));
    let rig = start(folder.path(), handler.routes()).await;
    assert_eq!(rig.post(&event("a", "c", 1)).await.status, 200);
    until("it is delivered", || in_state(&rig, ForwardState::Delivered) == 1).await;
    assert_eq!(handler.seen().len(), 1);
    rig.stop().await;
}

/// A body without an end.
struct Endless;

impl hyper::body::Body for Endless {
    type Data = bytes::Bytes;
    type Error = std::convert::Infallible;

    fn poll_frame(
        self: std::pin::Pin<&mut Self>,
        _: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Result<hyper::body::Frame<bytes::Bytes>, Self::Error>>> {
        std::task::Poll::Ready(Some(Ok(hyper::body::Frame::data(bytes::Bytes::from_static(&[b'x'; 4096])))))
    }
}

#[tokio::test]
async fn routes_decide_and_the_handler_learns_what_the_inbox_knows() {
    let Some(folder) = super::backend::folder() else { return };
    let (first, second) = (Handler::start().await, Handler::start().await);
    let rules =
        [format!("sync.*=http://{}/syncs", first.address), format!("assets.*=http://{}/assets", second.address)];
    let rig = start(folder.path(), Routes::parse(&rules, None, &[]).expect("good routes")).await;
    for body in [
        r#"{"id":"3","event":"assets.updated","connection_id":"c","timestamp":"2026-01-03T00:00:00Z"}"#,
        r#"{"id":"1","event":"assets.updated","connection_id":"c","timestamp":"2026-01-01T00:00:00Z"}"#,
        r#"{"id":"s","event":"sync.completed","connection_id":"d"}"#,
        r#"{"id":"o","event":"orders.updated","connection_id":"e"}"#,
        r#"{"event":"assets.inserted","connection_id":"f"}"#,
        r#"{"event":"assets.inserted","connection_id":"f"}"#,
    ] {
        assert_eq!(rig.post(body).await.status, 200);
    }
    until("five are delivered", || in_state(&rig, ForwardState::Delivered) == 5).await;
    assert_eq!(in_state(&rig, ForwardState::None), 1);
    assert_eq!(first.seen().iter().map(|seen| seen.path.as_str()).collect::<Vec<_>>(), ["/syncs"]);
    let mut seen = second.seen();
    seen.sort_by_key(|seen| seen.arrival);
    let told = |at: usize, name: &str| seen[at].headers.get(name).map(|value| value.to_str().expect("text").to_owned());
    assert_eq!(told(0, "makini-older-than"), None);
    assert_eq!(told(1, "makini-older-than").as_deref(), Some("1"));
    assert_eq!(told(2, "makini-possible-duplicate-of"), None);
    assert_eq!(told(3, "makini-possible-duplicate-of").as_deref(), Some("5"));
    assert_eq!(told(0, "host").as_deref(), Some(second.address.to_string().as_str()));
    rig.stop().await;
}
