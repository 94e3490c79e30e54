//! Alerts, as typed.

use makini::exit::Exit;

use crate::support::world::Machine;

fn seeded() -> Machine {
    let machine = Machine::new().at("2026-03-01T12:00:00Z");
    let text =
        "[clock]\nat = 2026-03-01T12:00:00Z\nfrozen = true\n\n[[connections]]\nname = \"North\"\nsystem = \"sap\"\n";
    let file = machine.write("plants.toml", text);
    machine.run(&format!("sandbox seed {}", file.display())).ok();
    machine
}

#[test]
fn an_alert_is_added_fires_and_is_removed() {
    let machine = seeded();
    let none = machine.run("--sandbox alerts firing").expect(Exit::NotFound);
    assert!(none.stderr.contains("there is no alert rule"), "{}", none.stderr);
    machine.run("--sandbox alerts firing --allow-none").ok();
    machine.run("--sandbox alerts add sync-age --above 2h --connection North --name stale").ok();
    machine.run("--sandbox alerts firing").ok();
    machine.run("--sandbox alerts add sync-age --above 2h --window 5m").expect(Exit::Usage);
    machine.run("--sandbox alerts add error-rate --above much").expect(Exit::Usage);
    machine.run("sandbox fault add source-down --connection North").ok();
    machine.run("sandbox clock advance 3h").ok();
    let firing = machine.run("--sandbox alerts firing").expect(Exit::Unhealthy);
    assert!(firing.stdout.contains("stale") && firing.stdout.contains("firing"), "{}", firing.stdout);
    let history = machine.run("--sandbox alerts history -o json").ok().json();
    assert_eq!(history["data"][0]["state"], "firing");
    assert_eq!(machine.run("--sandbox alerts history stale -o json").ok().json()["data"], history["data"]);
    machine.run("--sandbox alerts history nosuch").expect(Exit::NotFound);
    machine.run("sandbox fault add duplicate --event 'snc.*'").expect(Exit::Usage);
    machine.run("--sandbox flows executions --status faild").expect(Exit::Usage);
    machine.run("--sandbox alerts remove stale --yes").ok();
    machine.run("--sandbox alerts firing --allow-none").ok();
    machine.run("--sandbox alerts remove stale --yes").expect(Exit::NotFound);
}

#[test]
fn deliveries_that_are_given_up_have_a_budget_and_an_alert() {
    let machine = seeded();
    machine.run("--sandbox check --max-failed-deliveries 0").ok();
    machine
        .run("--sandbox webhooks endpoints add http://127.0.0.1:9/hook --event 'sync.*' --event 'alert.*' --reveal")
        .ok();
    let odd = "--sandbox webhooks endpoints add http://127.0.0.1:9/odd --event 'snc.*' --reveal";
    assert!(machine.run(odd).expect(Exit::Usage).stderr.contains("no event `snc.*`"));
    machine.run("--sandbox alerts add failed-deliveries --above 0 --window 2h --name undelivered").ok();
    let twice = machine.run("--sandbox alerts add failed-deliveries --above 1 --name undelivered").expect(Exit::Usage);
    assert!(twice.stderr.contains("there is an alert rule `undelivered` already"), "{}", twice.stderr);
    machine.run("sandbox clock advance 30h").ok();
    let check = machine.run("--sandbox check --max-failed-deliveries 0 -o json").expect(Exit::Unhealthy).json();
    let found = check["data"]["findings"].as_array().expect("a list").clone();
    let finding = found.iter().find(|finding| finding["rule"] == "deliveries").expect("its finding");
    let failed = finding["evidence"]["failed"].as_u64().expect("a count");
    assert!(failed > 0 && finding["evidence"]["source"] == "server", "{finding}");
    machine.run(&format!("--sandbox check --max-failed-deliveries {failed}")).ok();
    let firing = machine.run("--sandbox alerts firing").expect(Exit::Unhealthy);
    assert!(firing.stdout.contains("undelivered"), "{}", firing.stdout);
    // Patterns as everywhere else, and a name that is none is no empty list.
    let count = |event: &str| {
        let line = format!("--sandbox webhooks deliveries list --status failed --event '{event}' --limit 500 -o json");
        machine.run(&line).ok().json()["data"].as_array().expect("a list").len() as u64
    };
    assert_eq!((count("*"), count("sync.*")), (failed, failed));
    assert_eq!(count("sync.completed"), count("sync.comp*"));
    assert_eq!(count("alert.firing"), 0);
    for wrong in ["--event 'conection.*'", "--event sync.complete", "--status faild", "--endpoint nosuch"] {
        let ended = machine.run(&format!("--sandbox webhooks deliveries list {wrong}"));
        assert!(matches!(ended.exit, Exit::Usage | Exit::NotFound), "{wrong}: {}", ended.all());
    }
}
