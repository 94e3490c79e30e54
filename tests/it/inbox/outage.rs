//! A disk without room: 503, and back without a restart.

use std::fs::File;
use std::io::Write as _;

use makini::inbox::query::{Filter, Store};

use super::receiver::{RunningReceiver, event};
use super::refusal::Mount;

#[tokio::test]
async fn a_full_disk_is_a_503_and_the_receiver_recovers_by_itself() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let Some(_mount) = Mount::new(folder.path(), "size=3m") else { return };
    let rig = RunningReceiver::start(folder.path()).await;
    assert_eq!(rig.post(&event("before", "c", 1)).await.status, 200);
    let filler = folder.path().join("filler");
    let mut file = File::create(&filler).expect("made");
    while file.write_all(&[7; 4096]).is_ok() {}
    drop(file);

    // What is left in the last pages may still take a few.
    let body = |n: usize| format!(r#"{{"id":"during-{n}","event":"x","body":"{}"}}"#, "x".repeat(20_000));
    let mut acknowledged = vec!["before".to_owned()];
    let mut refused = None;
    for n in 0..100 {
        let answer = rig.post(&body(n)).await;
        if answer.status == 200 {
            acknowledged.push(format!("during-{n}"));
        } else {
            refused = Some(answer);
            break;
        }
    }
    let refused = refused.expect("the disk is full");
    assert_eq!((refused.status, refused.header("retry-after")), (503, Some("30")), "{}", refused.text);

    std::fs::remove_file(filler).expect("removed");
    assert_eq!(rig.post(&event("after", "c", 2)).await.status, 200);
    acknowledged.push("after".into());
    let found = Store::open_read_only(&rig.path).expect("readable").list(&Filter::default()).expect("listed");
    let ids: Vec<&str> = found.iter().map(|entry| entry.id.as_str()).collect();
    assert_eq!(ids, acknowledged);
    rig.stop().await;
}
