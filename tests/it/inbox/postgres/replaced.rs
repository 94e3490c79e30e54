//! A receiver that is killed or stopped is replaced; what it still marks when it is too late changes nothing.
//!
//! `MAKINI_KILL_ROUNDS` says how often one is killed; without it that is a few times.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use axum::http::StatusCode;
use axum::response::IntoResponse as _;
use makini::clock::Clock;
use makini::inbox::query::{Filter, ForwardState, Store};
use makini::inbox::verify::Unsigned;
use rustix::process::{Pid, Signal, kill_process};

use super::kill::Victim;
use super::receiver::{Handler, RunningReceiver, event, open, unsigned, until};

fn delivered(rig: &RunningReceiver) -> usize {
    let filter = Filter { state: Some(ForwardState::Delivered), ..Filter::default() };
    Store::open_read_only(&rig.place).expect("readable").numbers(&filter).expect("listed").len()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_is_killed_is_replaced_at_once() {
    let Some(folder) = super::backend::folder() else { return };
    #[expect(clippy::disallowed_methods, reason = "how long a test run is to take")]
    let rounds = std::env::var("MAKINI_KILL_ROUNDS").ok().and_then(|text| text.parse().ok()).unwrap_or(5_usize);
    let clock = Clock::system();
    let handler = Handler::start().await;
    let rig = RunningReceiver::with(open(folder.path()), unsigned(), handler.routes(), Arc::new(Unsigned)).await;
    let store = Store::open_read_only(&rig.place).expect("readable");
    let mut times = Vec::new();
    for round in 0..rounds {
        handler.answers(|_| (Duration::ZERO, StatusCode::SERVICE_UNAVAILABLE.into_response()));
        // The one that is killed is the only one that is sent anything, so it claims the lanes.
        let (victim, address) = Victim::start(folder.path(), &handler).await;
        for n in 0..8 {
            let body = event(&format!("evt_{round}_{n}"), &format!("c{round}_{n}"), n);
            assert_eq!(super::receiver::post(address, &body).await.status, 200);
        }
        let lanes = || store.receivers().expect("listed").iter().map(|one| one.lanes).sum::<u64>();
        until("every lane is claimed", || lanes() == 8).await;
        let others: Vec<u64> = store.receivers().expect("listed").iter().map(|one| one.lanes).collect();
        handler.answers(|_| (Duration::ZERO, "ok".into_response()));
        let killed_at = clock.moment();
        drop(victim);
        until("every event is delivered", || delivered(&rig) == 8 * (round + 1)).await;
        if others.last() > Some(&0) {
            times.push(clock.since(killed_at));
        }
        until("it is forgotten", || store.receivers().expect("listed").len() == 1).await;
    }
    times.sort();
    assert!(!times.is_empty(), "whoever was killed never had a lane, so nothing was shown");
    let (median, last) = (times[times.len() / 2], times[times.len() - 1]);
    eprintln!("{} take-overs after SIGKILL: median {median:?}, longest {last:?}", times.len());
    assert!(last < Duration::from_secs(8), "that is as long as a lane lasts: {times:?}");
    rig.stop().await;
}

/// It is stopped while a handler has its event, and wakes up after another has sent it again.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_hangs_is_replaced_when_its_time_is_over_and_its_mark_is_refused() {
    let Some(folder) = super::backend::folder() else { return };
    let clock = Clock::system();
    let handler = Handler::start().await;
    let tries = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&tries);
    handler.answers(move |_| {
        let first = counted.fetch_add(1, Ordering::Relaxed) == 0;
        (Duration::from_secs(if first { 13 } else { 0 }), "ok".into_response())
    });
    let (victim, address) = Victim::start(folder.path(), &handler).await;
    assert_eq!(super::receiver::post(address, &event("evt", "c", 1)).await.status, 200);
    until("the handler has it", || tries.load(Ordering::Relaxed) == 1).await;
    kill_process(Pid::from_child(&victim.0), Signal::STOP).expect("it is ours");
    let stopped_at = clock.moment();
    let rig = RunningReceiver::with(open(folder.path()), unsigned(), handler.routes(), Arc::new(Unsigned)).await;
    until("another has sent it", || delivered(&rig) == 1).await;
    let took = clock.since(stopped_at);
    kill_process(Pid::from_child(&victim.0), Signal::CONT).expect("it is ours");
    eprintln!("taken over {took:?} after SIGSTOP");
    assert!(took < Duration::from_secs(12), "{took:?}");
    let store = Store::open_read_only(&rig.place).expect("readable");
    let late = || store.receivers().expect("listed").iter().map(|one| one.late_marks).sum::<u64>();
    until("the late mark is refused", || late() == 1).await;
    let entry = store.show("evt").expect("there").entry;
    assert_eq!((entry.forward, entry.tries), (ForwardState::Delivered, 1));
    assert_eq!(tries.load(Ordering::Relaxed), 2, "it was sent twice, and no more");
    drop(victim);
    rig.stop().await;
}
