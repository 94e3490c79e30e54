//! A disk without room: 503, and back without a restart; also when it is full at the start.

use std::fs::File;
use std::io::{Read as _, Write as _};

use makini::inbox::query::{Filter, Store};

use super::receiver::{RunningReceiver, event};
use super::refusal::Mount;
use crate::support::listening::{during, machine};
use crate::support::until::{PATIENCE, until};

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
    let found = Store::open_read_only(&rig.place).expect("readable").list(&Filter::default()).expect("listed");
    let ids: Vec<&str> = found.iter().map(|entry| entry.id.as_str()).collect();
    assert_eq!(ids, acknowledged);
    rig.stop().await;
}

/// A receiver that is started on a full disk answers 503, and takes events as soon as there is room.
#[test]
fn a_receiver_starts_on_a_full_disk_and_waits_for_room() {
    let Some(disk) = crate::support::mount::Mount::of(600) else { return };
    let inbox = disk.path().join("inbox.db");
    let flags = format!("--accept-unsigned --inbox {}", inbox.display());
    let (machine, _, ()) = during(machine(), &flags, |_, url| {
        assert_eq!(answer(url, r#"{"id":"first","event":"x"}"#), 200);
    });
    let filler = disk.path().join("filler");
    let mut file = File::create(&filler).expect("made");
    while file.write_all(&[7; 512]).is_ok() {}
    drop(file);
    let port = std::net::TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr()).expect("a port").port();
    let url = format!("http://127.0.0.1:{port}");
    let (stop, stopped) = tokio::sync::watch::channel(None);
    let machine = machine.stop(makini::shutdown::Signal::Channel(stopped));
    let line = format!("webhooks listen --accept-unsigned --inbox {} --port {port}", inbox.display());
    std::thread::scope(|scope| {
        let listening = scope.spawn(|| machine.run(&line));
        until(PATIENCE, || try_answer(&url, "{}"));
        assert_eq!(answer(&url, r#"{"id":"second","event":"x"}"#), 503);
        std::fs::remove_file(&filler).expect("removed");
        until(PATIENCE, || (try_answer(&url, r#"{"id":"second","event":"x"}"#) == Some(200)).then_some(()));
        stop.send_replace(Some(makini::exit::Exit::Interrupted));
        let ended = listening.join().expect("no panic");
        assert!(ended.stderr.contains("no room on the disk"), "{}", ended.stderr);
    });
    let found = Store::open_read_only(&inbox.into()).expect("readable").list(&Filter::default()).expect("listed");
    let ids: Vec<&str> = found.iter().map(|entry| entry.id.as_str()).collect();
    assert_eq!(ids, ["first", "second"]);
}

/// Posts a body, and returns the status.
fn answer(url: &str, body: &str) -> u16 {
    try_answer(url, body).expect("an answer")
}

pub(super) fn try_answer(url: &str, body: &str) -> Option<u16> {
    let address = url.strip_prefix("http://").expect("http");
    let mut stream = std::net::TcpStream::connect(address).ok()?;
    let head =
        format!("POST / HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\nContent-Length: {}\r\n\r\n", body.len());
    stream.write_all(format!("{head}{body}").as_bytes()).ok()?;
    let mut text = String::new();
    stream.read_to_string(&mut text).ok()?;
    text.get(9..12)?.parse().ok()
}
