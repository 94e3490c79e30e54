//! A disk that takes nothing for a while: what waits for it is bounded in bytes, and all of it is taken afterwards.

use std::sync::Arc;
use std::time::Duration;

use makini::inbox::forward::Routes;
use makini::inbox::query::{Filter, Store};
use makini::inbox::receiver::Options;
use makini::inbox::verify::Unsigned;

use super::receiver::{RunningReceiver, open, unsigned, until};

/// Bodies of 50 kB, each another event.
fn body(n: usize) -> String {
    format!(r#"{{"id":"stalled-{n}","event":"x","body":"{}"}}"#, "x".repeat(50_000))
}

#[tokio::test]
async fn what_waits_for_a_stalled_disk_is_bounded_and_is_taken_afterwards() {
    let Some(folder) = super::backend::folder() else { return };
    let options = Options { max_bodies: 110_000, commit_time: Duration::from_millis(30), ..unsigned() };
    let rig = RunningReceiver::with(open(folder.path()), options, Routes::default(), Arc::new(Unsigned)).await;
    let other = super::backend::stall(folder.path());

    let mut waiting = 0;
    let mut busy = None;
    for n in 0..20 {
        let answer = rig.post(&body(n)).await;
        assert_eq!(answer.status, 503, "{}", answer.text);
        if answer.text.contains("too much is being received") {
            busy = Some(answer);
            break;
        }
        waiting += 1;
    }
    // Each takes a little more than 50 kB; the senders have gone, what they sent has not.
    assert_eq!(waiting, 2);
    assert_eq!(busy.as_ref().and_then(|answer| answer.header("retry-after")), Some("1"));

    drop(other);
    let count = || Store::open_read_only(&rig.place).expect("readable").list(&Filter::default()).expect("listed").len();
    until("what waited is written", || count() == 2).await;
    // On a busy machine the first try may be too late for so short a time, as any sender's may.
    for (n, what) in [(0, "a duplicate by now"), (7, "another one")] {
        let mut status = 503;
        for _ in 0..500 {
            status = rig.post(&body(n)).await.status;
            if status != 503 {
                break;
            }
        }
        assert_eq!(status, 200, "{what}");
    }
    assert_eq!(count(), 3);
    rig.stop().await;
}
