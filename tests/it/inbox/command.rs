//! `makini webhooks inbox` and `replay`: what came is found, shown, proven again, sent again, and goes when asked.

use makini::exit::Exit;
use serde_json::Value;

use super::backend;
use crate::support::handler::Handler;
use crate::support::listening::{during, line};
use crate::support::until::{PATIENCE, until};
use crate::support::world::Machine;

/// A machine whose inbox holds three events: `evt_a` came twice, `evt_b` could not be forwarded, and `evt_c` has an
/// envelope that would like to be a terminal, and came with another body.
fn filled() -> Option<Machine> {
    let flags = "--secret-file ~/secret.txt --route sync.*=http://127.0.0.1:9/";
    let (machine, ended, ()) = during(backend::machine()?, flags, |machine, _| {
        for event in [
            "assets.updated --set id=evt_a --connection con_1 --seed 1 --at 1767225600",
            "assets.updated --set id=evt_a --connection con_1 --seed 1 --at 1767225600",
            "sync.failed --set id=evt_b --connection con_2",
            "flow.done --set id=evt_c --connection con_2 --set 'event=\u{1b}[2Jflow.done'",
            "flow.failed --set id=evt_c --connection con_2",
        ] {
            machine.run(&line(machine, &format!("webhooks trigger {event} --secret-file ~/secret.txt"))).ok();
        }
        let was_tried = || machine.run("webhooks inbox show evt_b").stdout.contains("could not connect").then_some(());
        until(PATIENCE, was_tried);
    });
    ended.expect(Exit::Interrupted);
    Some(machine)
}

#[test]
fn events_are_listed_shown_exported_and_proven_again() {
    let Some(machine) = filled() else { return };
    let listed = machine.run("webhooks inbox list -o json").ok().json();
    let ids: Vec<&str> =
        listed["data"].as_array().expect("a list").iter().filter_map(|one| one["id"].as_str()).collect();
    assert_eq!(ids, ["evt_c", "evt_b", "evt_a"]);
    assert_eq!(listed["data"][2]["duplicates"], 1);
    let count = |flags: &str| {
        let ended = machine.run(&format!("webhooks inbox list {flags} -o json")).ok();
        ended.json()["data"].as_array().map(Vec::len)
    };
    assert_eq!(count("--connection con_2"), Some(2));
    assert_eq!(count("--event 'assets.*'"), Some(1));
    assert_eq!(count("--state pending"), Some(1));
    assert_eq!(count("--since 1h"), Some(3));
    assert_eq!(count("--until 1h"), Some(0));
    assert_eq!(count("--duplicated"), Some(1));
    let shown = machine.run("webhooks inbox list").ok().stdout;
    assert!(!shown.contains('\u{1b}') && shown.contains("\\u{1b}[2Jflow.done"), "{shown}");
    assert!(shown.contains("  0 +1 other  "), "another body is seen without asking for it\n{shown}");
    let shown = machine.run("webhooks inbox show evt_c").ok().stdout;
    assert!(shown.contains("Another body under this ID, seen 1 time\n"), "{shown}");

    let shown = machine.run("webhooks inbox show evt_a").ok().stdout;
    for part in ["assets.updated", "con_1", "verified", "x-webhook-signature: ", r#"{"id":"evt_a","event""#] {
        assert!(shown.contains(part), "{part}\n{shown}");
    }
    let failed = machine.run("webhooks inbox show evt_b").ok().stdout;
    assert!(failed.contains("could not connect"), "{failed}");
    let missing = machine.run("webhooks inbox show evt_z").expect(Exit::NotFound);
    assert!(missing.stderr.contains("webhooks inbox list"), "{}", missing.stderr);

    let exported = machine.run("webhooks inbox export").ok().stdout;
    assert_eq!(exported.lines().count(), 3);
    let last: Value = serde_json::from_str(exported.lines().last().expect("a line")).expect("JSON");
    let other = last["conflicting"][0]["body"].as_str().expect("the other body");
    assert!(last["id"] == "evt_c" && other.contains("flow.failed"), "{last}");
    let verify = line(&machine, "webhooks verify --batch - --secret-file ~/secret.txt");
    let proven = machine.run_with(&verify, &exported, []).ok();
    assert_eq!(proven.stdout.matches(r#""valid":true"#).count(), 3, "{}", proven.stdout);
    let one = machine.run("webhooks inbox export evt_b").ok().stdout;
    assert!(one.lines().count() == 1 && one.contains("evt_b"), "{one}");
}

#[test]
fn events_are_sent_again_to_any_handler() {
    let Some(machine) = filled() else { return };
    let handler = Handler::start(200);
    let sent = machine.run(&format!("webhooks replay evt_a 2 --to {} -o json", handler.url)).ok();
    let again = "still queued, and forwarded again when their turn comes: 1 of these events";
    assert!(sent.stderr.contains(again), "{}", sent.all());
    let sent = sent.json();
    assert_eq!(sent["data"].as_array().map(Vec::len), Some(2));
    assert_eq!(sent["data"][1]["status"], 200);
    let bodies = handler.bodies();
    assert!(bodies.len() == 2 && bodies[0].contains("evt_a") && bodies[1].contains("evt_b"), "{bodies:?}");
    machine.run(&format!("webhooks replay --event 'flow.*' --to {}", handler.url)).ok();
    machine.run(&format!("webhooks replay --connection con_2 --to {}", handler.url)).ok();
    assert_eq!(handler.bodies().len(), 4, "an event whose name begins with a control character is no flow");

    let refusing = Handler::start(503);
    let refused = machine.run(&format!("webhooks replay --all --to {}", refusing.url)).expect(Exit::Unhealthy);
    assert!(refused.stdout.contains("the handler answered 503"), "{}", refused.stdout);
    assert!(refused.stderr.contains("3 of 3 sent, 0 taken, 3 refused"), "{}", refused.stderr);
    for flags in ["", "evt_a --all"] {
        machine.run(&format!("webhooks replay {flags} --to {}", handler.url)).expect(Exit::Usage);
    }
    machine.run("webhooks replay --all --to http://10.0.0.7/").expect(Exit::Usage);
    machine.run(&format!("webhooks replay evt_z --to {}", handler.url)).expect(Exit::NotFound);
    assert_eq!(handler.bodies().len(), 4);
}

#[test]
fn waiting_events_go_out_when_asked_and_old_ones_go_when_confirmed() {
    let Some(machine) = filled() else { return };
    let queued = machine.run("webhooks inbox retry").ok();
    assert!(queued.stdout.contains("1 event goes to its handler when"), "{}", queued.stdout);
    machine.run("webhooks inbox retry --again").expect(Exit::Usage);

    machine.run("webhooks inbox prune").expect(Exit::Usage);
    machine.run("webhooks inbox prune --before now").expect(Exit::Unconfirmed);
    for (line, question) in [
        ("webhooks inbox prune --before now", "The inbox holds 3 events in "),
        ("webhooks inbox prune --before now", "Remove the 2 from before "),
        ("webhooks inbox prune --before now --max-size 1MiB", ", and more until it is small enough?"),
        ("webhooks inbox prune --max-size 1MiB", "Remove the oldest until it is small enough?"),
    ] {
        let asked = machine.run(line).expect(Exit::Unconfirmed).stderr;
        assert!(asked.contains(question), "{line}: {asked}");
    }
    let pruned = machine.run("webhooks inbox prune --before now --yes -o json").ok().json();
    assert_eq!(pruned["data"]["removed"], 2);
    assert_eq!(pruned["data"]["kept_unfinished"], 1);
    machine.run("webhooks inbox prune --before now --unfinished --yes").expect(Exit::Unconfirmed);
    machine.run("webhooks inbox prune --before now --unfinished --confirm unfinished").ok();
    let left = machine.run("webhooks inbox list -o json").ok().json();
    assert_eq!(left["data"].as_array().map(Vec::len), Some(0));
}

#[test]
fn without_an_inbox_everything_says_so_and_makes_none() {
    let Some(machine) = backend::machine() else { return };
    for line in ["inbox list", "inbox show 1", "inbox export", "inbox retry", "replay --all --to http://127.0.0.1:9/"] {
        let ended = machine.run(&format!("webhooks {line}")).expect(Exit::NotFound);
        assert!(ended.stderr.contains("webhooks listen"), "{line}: {}", ended.stderr);
    }
    assert!(!machine.home().join("data").exists());
}

#[test]
fn a_receiver_is_listed_while_it_runs() {
    let Some(machine) = backend::machine() else { return };
    let flags = "--secret-file ~/secret.txt";
    let (machine, ended, ()) = during(machine, flags, |machine, url| {
        let listed = || {
            let listed = machine.run("webhooks receivers -o json").ok().json();
            let address = listed["data"][0]["address"].as_str().map(str::to_owned);
            address.filter(|address| url.ends_with(address.as_str()))
        };
        until(PATIENCE, listed);
        let shown = machine.run("webhooks receivers").ok().stdout;
        assert!(shown.contains("alive"), "{shown}");
    });
    ended.expect(Exit::Interrupted);
    let shown = machine.run("webhooks receivers").ok().all();
    assert!(shown.contains("webhooks listen"), "{shown}");
}

#[test]
fn events_that_cannot_be_made_up() {
    let Some(machine) = backend::machine() else { return };
    let run =
        |flags: &str| machine.run(&line(&machine, &format!("webhooks trigger {flags} --secret-file ~/secret.txt")));
    let unknown = run("asset.updated --to http://127.0.0.1:9/").expect(Exit::Usage);
    assert!(unknown.stderr.contains("`assets.updated`") && unknown.stderr.contains("--list"), "{}", unknown.stderr);
    let nobody = run("sync.completed").expect(Exit::Usage);
    assert!(nobody.stderr.contains("webhooks listen"), "{}", nobody.stderr);
    run("sync.completed --to http://127.0.0.1:9/").expect(Exit::Unavailable);
    run("sync.completed --to http://127.0.0.1:9/ --set body.entities.x=1").expect(Exit::Usage);
    let listed = machine.run("webhooks trigger --list").ok().stdout;
    assert!(listed.contains("connection.reauthorization_required") && listed.contains("assets.updated"), "{listed}");
}
