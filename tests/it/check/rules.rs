//! Which connections and which rules a check is about, and what is accepted.

use makini::exit::Exit;
use serde_json::{Value, json};

use super::machine;

fn rules(answer: &Value, connection: usize) -> Vec<String> {
    let findings = answer["data"]["connections"][connection]["findings"].as_array().expect("a list");
    findings.iter().map(|finding| finding["rule"].as_str().expect("a word").to_owned()).collect()
}

#[test]
fn conditions_choose_connections() {
    let (machine, plant) = machine();
    plant.connected("inextia", "Plant 7");
    plant.connected("inextia", "Plant 8");
    machine.run("--sandbox connections metadata 'Plant 7' customer=acme line=3").ok();
    let names = |line: &str| {
        let answer = machine.run(&format!("--sandbox {line} -o json")).ok().json();
        let rows = answer["data"]["connections"].as_array().or(answer["data"].as_array()).expect("rows").clone();
        rows.iter()
            .map(|row| row["connection"].as_str().or(row["name"].as_str()).expect("a name").to_owned())
            .collect::<Vec<_>>()
    };
    for command in ["check", "connections list"] {
        assert_eq!(names(&format!("{command} --where metadata.customer=acme")), ["Plant 7"], "{command}");
        assert_eq!(
            names(&format!("{command} --where metadata.line=3 --where 'name=Plant *'")),
            ["Plant 7"],
            "{command}"
        );
        assert_eq!(names(&format!("{command} --where 'name=Plant *' --system inextia")).len(), 2, "{command}");
        machine.run(&format!("--sandbox {command} --where plant=7")).expect(Exit::Usage);
        // Nothing must come from a mistyped word.
        machine.run(&format!("--sandbox {command} --system inextai")).expect(Exit::NotFound);
    }
    let none = machine.run("--sandbox check --where metadata.customer=acne").expect(Exit::NotFound);
    assert!(none.stdout.contains("no connection matches `--where metadata.customer=acne`"), "{}", none.all());
    machine.run("--sandbox check 'Plant 7' --where metadata.customer=acme").expect(Exit::Usage);
}

#[test]
fn rules_are_chosen() {
    let (machine, plant) = machine();
    let ill = plant.connected("inextia", "Plant 7");
    plant.fault(&json!({ "kind": "credentials_changed", "connection_id": ill }));
    let all = machine.run("--sandbox check -o json").expect(Exit::Unhealthy).json();
    assert!(rules(&all, 0).contains(&"health".to_owned()), "{all}");
    let without = machine.run("--sandbox check --skip health,sync-result -o json").ok().json();
    assert_eq!(rules(&without, 0), ["status", "sync-age", "token"], "{without}");
    let only = machine.run("--sandbox check --only token -o json").ok().json();
    assert_eq!(rules(&only, 0), ["token"], "{only}");
    // What is left out costs no request: the list, and what a sandbox offers.
    let asked = |line: &str| {
        let stderr = machine.run(&format!("--sandbox -v check {line}")).stderr;
        let line = stderr.lines().find(|line| line.contains(" for 1 connection")).expect("the number").to_owned();
        line.split_whitespace().find_map(|word| word.parse::<u32>().ok()).expect("a number")
    };
    assert!(asked("--only status") < asked(""), "a row that shows the state is enough");
    for (line, why) in [
        ("--only error-rate", "has no budget to compare with"),
        ("--only latency", "--max-p95"),
        ("--only deliveries", "--max-failed-deliveries"),
        ("--only token --skip token", "leaves no rule"),
        ("--only latency --skip latency", "leaves no rule"),
        ("--skip status,health,sync-result,sync-age,token", "leaves no rule"),
        ("--only reach", "invalid value"),
    ] {
        let refused = machine.run(&format!("--sandbox check {line}")).expect(Exit::Usage);
        assert!(refused.stderr.contains(why), "{line}: {}", refused.all());
    }
}

#[test]
fn the_first_failure_ends_a_check_that_is_to_be_fast() {
    let (machine, plant) = machine();
    for name in ["Plant 1", "Plant 2", "Plant 3"] {
        let id = plant.connected("inextia", name);
        plant.fault(&json!({ "kind": "credentials_changed", "connection_id": id }));
    }
    let ended = machine.run("--sandbox check --fail-fast --concurrency 1 -o json").expect(Exit::Unhealthy).json();
    assert_eq!(ended["data"]["connections"].as_array().expect("rows").len(), 1, "{ended}");
    assert_eq!(
        ended["data"]["findings"][0]["reason"],
        "stopped at the first failure: 2 of 3 connections were not checked"
    );
}

#[test]
fn an_accepted_finding_fails_from_its_date_on() {
    let (machine, plant) = machine();
    let ill = plant.connected("inextia", "Plant 7");
    plant.fault(&json!({ "kind": "credentials_changed", "connection_id": ill }));
    let accept = |until: &str| {
        let entry = |rule: &str| {
            format!(
                "[[accept]]\nrule = \"{rule}\"\nconnection = \"Plant 7\"\nuntil = {until}\nbecause = \"new password on Monday\"\n"
            )
        };
        let text = entry("health") + &entry("sync-result") + &entry("latency");
        format!("--sandbox check --accept {}", machine.write("accepted.toml", text).display())
    };
    let ended = machine.run(&format!("{} --exit-style nagios", accept("2026-03-08"))).ok();
    assert!(ended.stdout.contains("1 of 1 connections are well, 2 accepted findings"), "{}", ended.all());
    let ended = machine.run(&accept("2026-03-08")).ok();
    assert!(ended.stdout.contains("accepted until 2026-03-08: new password on Monday"), "{}", ended.all());
    assert!(ended.stderr.contains("no finding is like the accepted one: latency of Plant 7"), "{}", ended.all());
    let ended = machine.run(&accept("2026-03-01")).expect(Exit::Unhealthy);
    assert!(ended.stdout.contains("this was accepted until 2026-03-01 only"), "{}", ended.all());
    // Refused before the first request.
    let wrong = machine.write("accepted.toml", "[[accepted]]\n");
    let line = format!("--server http://127.0.0.1:9 check --accept {}", wrong.display());
    let refused = machine.run(&line).expect(Exit::Usage);
    assert!(refused.stderr.contains("accepted.toml") && refused.stderr.contains("unknown field"), "{}", refused.all());
    machine.run("--sandbox check --accept /nowhere/accepted.toml").expect(Exit::Usage);
}

#[test]
fn budgets_come_from_the_configuration() {
    let (machine, plant) = machine();
    plant.connected("inextia", "Plant 7");
    plant.connected("upkeep", "Plant 8");
    machine.run("--sandbox connections metadata 'Plant 8' customer=acme").ok();
    let config = |text: &str| machine.write("config/config.toml", text);
    let reasons = |line: &str, exit: Exit| {
        let answer = machine.run(&format!("--sandbox check -o json {line}")).expect(exit).json();
        let rows = answer["data"]["connections"].as_array().expect("rows").clone();
        rows.iter()
            .map(|row| {
                let token = row["findings"].as_array().expect("a list").iter().find(|one| one["rule"] == "token");
                token.map(|one| one["severity"].as_str().expect("a word").to_owned())
            })
            .collect::<Vec<_>>()
    };
    let (ok, critical) = (|| Some("ok".to_owned()), || Some("critical".to_owned()));
    config("[check]\nmin_token_life = \"1000d\"\nskip = [\"sync-age\", \"health\"]\n");
    assert_eq!(reasons("", Exit::Unhealthy), [critical(), critical()]);
    assert_eq!(reasons("--min-token-life 1h", Exit::Ok), [ok(), ok()], "an option counts before it");
    config(
        "[check]\nmin_token_life = \"1h\"\n[[check.for]]\nwhere = \"metadata.customer=acme\"\nmin_token_life = \"1000d\"\n",
    );
    assert_eq!(reasons("", Exit::Unhealthy), [ok(), critical()]);
    config(
        "[[check.for]]\nsystem = [\"inextia\", \"upkeep\"]\nmin_token_life = \"1000d\"\n[[check.for]]\nconnection = \"Plant 7\"\nskip = \"token\"\n",
    );
    assert_eq!(reasons("", Exit::Unhealthy), [None, critical()], "of several that match, the last counts");
    // An option chooses the rule, and the configuration has its budget: the figures are read all the same.
    config("[[check.for]]\nsystem = \"inextia\"\nmax_p95 = \"2s\"\nonly = \"token\"\n");
    let ended = machine.run("--sandbox check 'Plant 7' --only latency --min-requests 0").ok();
    assert!(ended.stdout.contains("no requests in this time (server)"), "{}", ended.all());
    config(
        "[[check.for]]\nsystem = \"inextia\"\nskip = \"token\"\n[[check.for]]\nconnection = \"Plnt *\"\nskip = \"token\"\n",
    );
    let ended = machine.run("--sandbox check --max-sync-age 100d");
    assert!(ended.stderr.contains("no connection is one that `[[check.for]]` number 2 of "), "{}", ended.all());
    assert!(!machine.run("--sandbox check 'Plant 7'").stderr.contains("no connection is one"));
    for (text, why) in [
        ("[check]\nmax_sync_agee = \"1h\"\n", "unknown key `max_sync_agee`"),
        ("[check]\n\nskip = \"tokn\"\n", "config.toml`, line 3"),
        ("[check]\nmax_sync_age = \"soon\"\n", "invalid value `soon`"),
        ("[check]\nskip = \"tokn\"\n", "a similar value exists: `token`"),
        ("[check]\nreport = \"github\"\n", "unknown key `report`"),
        ("[[check.for]]\nmax_p95 = \"1s\"\n", "it names no connection"),
        ("[[check.for]]\nsystem = \"upkeep\"\nwindow = \"1h\"\n", "is about the whole check"),
        ("[check]\nonly = \"latency\"\n", "has no budget to compare with"),
        ("check = 1\n", "`check` must be a table"),
        ("[check]\nfor = 1\n", "[[check.for]]"),
    ] {
        config(text);
        let refused = machine.run("--sandbox check").expect(Exit::Usage);
        assert!(refused.stderr.contains(why), "{text}: {}", refused.all());
    }
}

#[test]
fn a_connection_that_no_rule_applies_to_is_not_well() {
    let (machine, plant) = machine();
    plant.connected("inextia", "Plant 7");
    machine.write(
        "config/config.toml",
        "[[check.for]]\nconnection = \"*\"\nskip = [\"status\", \"health\", \"sync-result\", \"sync-age\", \"token\"]\n",
    );
    let ended = machine.run("--sandbox check").expect(Exit::NotFound);
    assert!(ended.stdout.contains("none of the chosen rules applies"), "{}", ended.all());
    machine.write("config/config.toml", "");
    let ended = machine.run("--sandbox check --only deliveries --max-failed-deliveries 0").ok();
    assert!(ended.stdout.contains("the account as a whole was checked"), "{}", ended.all());
}
