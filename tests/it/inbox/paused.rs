//! Pauses: what is paused waits, in order, whoever receives; everything else goes on.

use std::sync::Arc;

use makini::clock::Clock;
use makini::exit::Exit;
use makini::inbox::forward::{Routes, Target};
use makini::inbox::pauses::Paused;
use makini::inbox::query::{Filter, Outcome, Store};
use makini::inbox::store::{InboxOptions, MAX_BYTES};
use makini::inbox::verify::Unsigned;
use makini::inbox::{Inbox, Place};

use super::backend;
use super::receiver::{Handler, RunningReceiver, event, open, unsigned, until};

async fn listen(inbox: Inbox, routes: Routes) -> RunningReceiver {
    RunningReceiver::with(inbox, unsigned(), routes, Arc::new(Unsigned)).await
}

fn store(place: &Place) -> Store {
    Store::open(place).expect("tended")
}

fn delivered(place: &Place) -> usize {
    let filter = Filter { outcomes: vec![Outcome::Delivered], ..Filter::default() };
    store(place).list(&filter).expect("listed").len()
}

/// The paths and arrival numbers of what a handler saw that has a text.
fn seen(handler: &Handler, text: &str) -> Vec<(String, i64)> {
    let seen = handler.seen().into_iter().filter(|seen| seen.body.contains(text));
    seen.map(|seen| (seen.path, seen.arrival)).collect()
}

#[tokio::test]
async fn a_paused_connection_waits_across_restarts_and_the_others_go_on() {
    let Some(folder) = backend::folder() else { return };
    let handler = Handler::start().await;
    let inbox = open(folder.path());
    let place = inbox.place().clone();
    let now = Clock::system().now();
    let paused = Paused::Connection("c1".into());
    assert!(store(&place).pause(&paused, now).expect("paused"));
    assert!(!store(&place).pause(&paused, now).expect("paused already"));
    let rig = listen(inbox, handler.routes()).await;
    for n in 0..5 {
        assert_eq!(rig.post(&event(&format!("c1_{n}"), "c1", n)).await.status, 200);
        assert_eq!(rig.post(&event(&format!("c2_{n}"), "c2", n)).await.status, 200);
    }
    until("the other connection is delivered", || delivered(&place) == 5).await;
    rig.stop().await;
    let rig = listen(open(folder.path()), handler.routes()).await;
    assert_eq!(rig.post(&event("c2_5", "c2", 5)).await.status, 200);
    until("the other connection is delivered", || delivered(&place) == 6).await;
    assert_eq!(seen(&handler, "\"c1\""), []);
    let stats = store(&place).stats(&Filter::default()).expect("counted");
    let shown: Vec<_> = stats.iter().map(|one| (one.waiting, one.paused_since.is_some())).collect();
    assert_eq!(shown, [(5, true), (0, false)]);

    assert!(store(&place).resume(&paused).expect("resumed"));
    assert!(!store(&place).resume(&paused).expect("not paused"));
    until("all is delivered", || delivered(&place) == 11).await;
    let order: Vec<i64> = seen(&handler, "\"c1\"").into_iter().map(|(_, number)| number).collect();
    assert_eq!(order, [1, 3, 5, 7, 9]);
    rig.stop().await;
}

#[tokio::test]
async fn behind_an_event_for_a_paused_handler_its_connection_waits_and_the_others_go_on() {
    let Some(folder) = backend::folder() else { return };
    let handler = Handler::start().await;
    let url = |path: &str| format!("http://{}/{path}", handler.address);
    let rules = [format!("sync.*={}", url("a?key=canary"))];
    let mut routes = Routes::parse(&rules, Some(&url("b")), &[]).expect("good routes");
    routes.retry = handler.routes().retry;
    let rig = listen(open(folder.path()), routes).await;
    let paused = Paused::Handler(Target::name(&url("a?key=other")).expect("an address"));
    store(&rig.place).pause(&paused, Clock::system().now()).expect("paused");
    // The receiver runs already: it keeps to it when an event for that handler stays behind one that came later.
    let sync =
        |n: usize, connection: &str| event(&format!("s{n}"), connection, n).replace("assets.updated", "sync.failed");
    let mut sent = 0;
    loop {
        let connection = format!("probe{sent}");
        assert_eq!(rig.post(&sync(sent, &connection)).await.status, 200);
        for more in 0..3 {
            assert_eq!(rig.post(&event(&format!("m{sent}_{more}"), &format!("m{more}"), 0)).await.status, 200);
            until("the others go on", || !seen(&handler, &format!("m{sent}_{more}\"")).is_empty()).await;
        }
        sent += 1;
        if seen(&handler, &format!("\"{connection}\"")).is_empty() {
            break;
        }
    }
    let before = seen(&handler, "").len();
    assert_eq!(rig.post(&sync(1000, "c1")).await.status, 200);
    assert_eq!(rig.post(&event("behind", "c1", 1)).await.status, 200);
    assert_eq!(rig.post(&event("other", "c2", 1)).await.status, 200);
    until("the other connection goes on", || !seen(&handler, "other").is_empty()).await;
    assert_eq!(seen(&handler, "").len(), before + 1);

    store(&rig.place).resume(&paused).expect("resumed");
    until("what waited is sent", || seen(&handler, "\"c1\"").len() == 2).await;
    let paths: Vec<String> = seen(&handler, "\"c1\"").into_iter().map(|(path, _)| path).collect();
    assert_eq!(paths, ["/a?key=canary", "/b"]);
    assert!(handler.counts().values().all(|count| *count == 1));
    rig.stop().await;
}

#[test]
fn pauses_are_made_listed_and_ended_by_command() {
    let Some(machine) = backend::machine() else { return };
    let missing = machine.run("webhooks pause").expect(Exit::NotFound);
    assert!(missing.stderr.contains("webhooks listen"), "{}", missing.stderr);
    let place = backend::inbox_of(&machine);
    let clock = Clock::system();
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let inbox = Inbox::open(InboxOptions { place, max_bytes: MAX_BYTES }, &clock).expect("a good folder");
    runtime.block_on(inbox.close());

    assert!(machine.run("webhooks pause").ok().all().contains("Nothing is paused."));
    let url = "http://127.0.0.1:9/hook?key=canary";
    let id = "4f1c9b7e-8a55-4a3e-9f0d-2f6f6f1f7a10";
    // Two pauses, each of more than their pair.
    for verb in ["pause", "resume"] {
        let both = machine.run(&format!("webhooks {verb} --connection {id} --handler {url}")).expect(Exit::Usage);
        for option in [format!("--connection={id}"), "--handler=http://127.0.0.1:9/hook".to_owned()] {
            assert!(both.stderr.contains(&format!("hint: `makini webhooks {verb} {option}")), "{}", both.all());
        }
        assert!(!both.all().contains("canary"), "{}", both.all());
    }
    assert!(machine.run("webhooks pause").ok().all().contains("Nothing is paused."));
    machine.run(&format!("webhooks pause --connection {id}")).ok();
    let paused = machine.run(&format!("webhooks pause --handler {url} -o json")).ok();
    let rows = paused.json();
    assert_eq!(rows["data"][0]["connection"], id);
    assert_eq!(rows["data"][1]["handler"], "http://127.0.0.1:9/hook");
    assert!(!paused.all().contains("canary") && paused.stderr.contains("no event was sent to"), "{}", paused.all());
    let again = machine.run(&format!("webhooks pause --connection {id}")).ok();
    assert!(again.stderr.contains("paused already"), "{}", again.all());
    for line in ["webhooks receivers", "webhooks inbox stats"] {
        let noted = machine.run(line).ok();
        assert!(noted.stderr.contains(&format!("`makini webhooks resume --connection {id}`")), "{}", noted.all());
    }
    let left = machine.run(&format!("webhooks resume --handler {url} -o json")).ok().json();
    assert_eq!(left["data"].as_array().map(Vec::len), Some(1));
    assert!(machine.run("webhooks resume --all").ok().stderr.contains("1 pause ended"));
    assert!(machine.run("webhooks resume --all").ok().stderr.contains("was not paused"));
    machine.run("webhooks resume").expect(Exit::Usage);
    machine.run("webhooks pause --handler nowhere").expect(Exit::Usage);
    machine.run("webhooks pause --connection 'Plant 7'").expect(Exit::NotFound);
}

/// An inbox in a file that a receiver of an older version made, which keeps to no pause.
#[test]
fn an_older_inbox_cannot_be_paused_and_shows_none() {
    let Some(machine) = backend::machine() else { return };
    let place = backend::inbox_of(&machine);
    let Some(path) = place.file() else { return };
    let db = rusqlite::Connection::open(path).expect("made");
    for step in
        [include_str!("../../../src/inbox/migrations/0001.sql"), include_str!("../../../src/inbox/migrations/0002.sql")]
    {
        db.execute_batch(step).expect("made");
    }
    db.pragma_update(None, "user_version", 2).expect("made");
    drop(db);
    assert!(machine.run("webhooks pause").ok().all().contains("Nothing is paused."));
    let refused = machine.run("webhooks pause --handler http://127.0.0.1:9/").expect(Exit::Local);
    assert!(
        refused.stderr.contains("older version") && refused.stderr.contains("webhooks listen"),
        "{}",
        refused.all()
    );
    machine.run("webhooks inbox stats").ok();
}
