//! What commands answer on a platform that offers the published API alone: from what is published and from this machine, and
//! marked as such, so that "not known" never looks like "none".

use std::time::Duration;

use makini::exit::Exit;
use makini::sandbox::{Options, Sandbox};
use serde_json::{Value, json};

use crate::support::listening::{during, line, machine};
use crate::support::published;
use crate::support::sandbox::START;
use crate::support::served::Served;
use crate::support::world::{Ended, Machine};

/// A machine that is logged in to such a platform, where it has made a connection.
fn connected() -> (Machine, Served) {
    let machine = machine().at(START);
    let sandbox = Sandbox::open(Options::new(machine.clock().clone())).expect("opens");
    let token = sandbox.admin_token().expect("issued").expose().to_owned();
    let served = published::served(&sandbox);
    let machine = machine.env("MAKINI_SERVER", served.url()).env("MAKINI_TOKEN", &token);
    let connect = "connect maintain-x --yes --name Plant --email ops@example.com --field-stdin api_key";
    machine.run_with(connect, "k", []).ok();
    (machine, served)
}

fn id(machine: &Machine) -> String {
    let list = machine.run("connections list -o json").ok().json();
    list["data"][0]["id"].as_str().expect("an ID").to_owned()
}

/// Runs `work` beside a receiver that has got one event of this connection, and returns the machine then.
fn with_event(machine: Machine, connection: &str, work: impl FnOnce(&Machine)) -> Machine {
    let (machine, _, ()) = during(machine, "--secret-file ~/secret.txt", |machine, url| {
        let text = format!("webhooks trigger sync.completed --to {url} --connection {connection}");
        machine.run(&line(machine, &format!("{text} --secret-file ~/secret.txt"))).ok();
        work(machine);
    });
    machine
}

#[test]
fn settings_are_facts_with_a_source_and_names_of_what_is_not_known() {
    let (machine, _served) = connected();
    machine.run("connections metadata Plant region=emea").ok();
    let shown = machine.run("connections settings Plant -o json").ok();
    assert!(shown.stderr.contains("does not return settings"), "{}", shown.stderr);
    let data = shown.json()["data"].clone();
    assert!(data["settings"].is_null() && data["source"] == "published", "{data}");
    assert!(data["unknown"].as_array().is_some_and(|names| names.contains(&json!("schedule"))), "{data}");
    let fact = |name: &str| {
        let facts = data["known"].as_array().expect("a list");
        let fact = facts.iter().find(|fact| fact["name"] == name).unwrap_or_else(|| panic!("{name}: {data}"));
        (fact["value"].clone(), fact["source"].as_str().expect("a text").to_owned())
    };
    assert_eq!(fact("sync-status").1, "connection_token");
    assert_eq!(fact("metadata.region"), (json!("emea"), "metadata".into()));
    assert_eq!(fact("domains"), (json!(["eam"]), "catalogue".into()));
    let entities = fact("entities-of-its-domains").0;
    let names = entities.as_array().expect("a list");
    assert!(names.contains(&json!("work-orders")) && !names.contains(&json!("invoices")), "{entities}");
    let csv = machine.run("connections settings Plant -o csv --columns setting,value,source").ok().stdout;
    assert!(csv.lines().any(|row| row == "metadata.region,emea,metadata"), "{csv}");
    assert!(csv.lines().any(|row| row == "schedule,,"), "{csv}");
    let table = machine.run("connections settings Plant").ok().stdout;
    assert!(table.lines().any(|row| row.starts_with("schedule") && row.contains("not known")), "{table}");
    // On a server that returns them nothing is unknown.
    let all = "--sandbox connect maintain-x --yes --name Plant --email ops@example.com --field-stdin api_key";
    machine.run_with(all, "k", []).ok();
    let offered = machine.run("--sandbox connections settings Plant -o json").ok().json();
    assert_eq!(offered["data"]["source"], "server");
    assert!(offered["data"]["unknown"].is_null() && offered["data"]["settings"].is_object(), "{offered}");
}

#[test]
fn a_mapping_has_the_published_fields_and_no_column() {
    let (machine, _served) = connected();
    let shown = machine.run("connections mapping Plant assets -o json").ok();
    assert!(shown.stderr.contains("the column of each is not known"), "{}", shown.stderr);
    let data = shown.json()["data"].clone();
    assert_eq!(data["source"], "documentation");
    let fields = data["mappings"][0]["fields"].as_array().expect("a list").clone();
    let name = fields.iter().find(|field| field["field"] == "serialNumber").expect("published");
    assert!(name["source"].is_null() && name["origin"].is_null(), "{name}");
    let all = machine.run("connections mapping Plant -o json --jq '[.data.mappings[].entity]'").ok().stdout;
    assert!(all.contains("work-orders") && !all.contains("invoices"), "{all}");
    // Whether one was changed is not known, which is not "none".
    machine.run("connections mapping Plant --changed").expect(Exit::Unsupported);
    let wrong = machine.run("connections mapping Plant aset").expect(Exit::Usage);
    assert!(wrong.stderr.contains("did you mean"), "{}", wrong.stderr);
}

#[test]
fn events_and_deliveries_are_those_of_the_inbox() {
    let (machine, _served) = connected();
    let id = id(&machine);
    for line in ["webhooks events Plant", "webhooks deliveries show evt_1", "webhooks deliveries retry evt_1"] {
        let ended = machine.run(line).expect(Exit::Unsupported);
        assert!(ended.stderr.contains("`makini webhooks listen` receives events"), "{}", ended.stderr);
        assert!(
            !ended.stderr.contains(line.split_once(" evt").map_or(line, |(command, _)| command)),
            "{}",
            ended.stderr
        );
    }
    let machine = with_event(machine, &id, |_| {});
    let events = machine.run("webhooks events Plant -o json").ok();
    assert!(events.stderr.contains("this machine received"), "{}", events.stderr);
    let events = events.json()["data"].clone();
    assert!(events["events"].is_null() && events["source"] == "inbox", "{events}");
    assert_eq!(events["received"], json!({ "sync.completed": 1 }));
    let event = machine.run("webhooks inbox list -o json").ok().json()["data"][0]["id"].clone();
    let event = event.as_str().expect("an ID");

    let shown = machine.run(&format!("webhooks deliveries show {event} -o json")).ok();
    assert!(shown.stderr.contains("does not return deliveries"), "{}", shown.stderr);
    let delivery = shown.json()["data"].clone();
    assert_eq!((&delivery["source"], &delivery["connection_id"]), (&json!("inbox"), &json!(id)));
    assert_eq!((&delivery["payload"]["id"], &delivery["arrival"]), (&json!(event), &json!(1)));
    machine.run("webhooks deliveries show evt_nowhere").expect(Exit::NotFound);

    let retried = machine.run(&format!("webhooks deliveries retry {event} -o json")).ok();
    assert!(retried.stderr.contains("no receiver runs"), "{}", retried.stderr);
    assert_eq!(retried.json()["data"], json!({ "retried": [event], "source": "inbox" }));
    let waiting = machine.run("webhooks inbox list -o json").ok().json()["data"][0]["forward"].clone();
    assert_eq!(waiting, "pending");
    machine.run("webhooks deliveries retry evt_nowhere").expect(Exit::NotFound);
    let none = machine.run("webhooks deliveries retry --failed -o json").ok().json();
    assert_eq!(none["data"]["retried"], json!([]), "a pending one has not failed");
}

#[test]
fn endpoints_are_the_receivers_that_run() {
    let (machine, _served) = connected();
    machine.run("webhooks endpoints list").expect(Exit::Unsupported);
    let id = id(&machine);
    let machine = with_event(machine, &id, |machine| {
        let listed = machine.run("webhooks endpoints list -o json").ok();
        assert!(listed.stderr.contains("does not list endpoints"), "{}", listed.stderr);
        let rows = listed.json()["data"].clone();
        assert_eq!((&rows[0]["source"], &rows[0]["enabled"]), (&json!("receiver"), &json!(true)), "{rows}");
        assert!(rows[0]["url"].as_str().is_some_and(|url| url.starts_with("127.0.0.1:")), "{rows}");
        machine.run("webhooks endpoints test whe_1").expect(Exit::Unsupported);
    });
    machine.run("webhooks endpoints list").expect(Exit::Unsupported);
}

#[test]
fn alert_rules_are_those_of_a_check() {
    let (machine, _served) = connected();
    let rules = |machine: &Machine| machine.run("alerts list -o json").ok().json()["data"].clone();
    let threshold = |rules: &Value, name: &str| {
        let row = rules.as_array().expect("a list").iter().find(|row| row["name"] == name).cloned();
        row.map(|row| (row["threshold"].clone(), row["source"].clone(), row["of"].clone()))
    };
    let own = rules(&machine);
    assert_eq!(threshold(&own, "sync-age"), Some((Value::Null, json!("check"), Value::Null)));
    assert_eq!(threshold(&own, "latency"), None, "it has no budget");
    assert!(own.as_array().is_some_and(|rows| rows.iter().all(|row| row["state"].is_null())), "{own}");
    let firing = machine.run("alerts firing").ok();
    assert!(firing.stderr.contains("were evaluated now"), "{}", firing.stderr);

    let budgets = "[check]\nmax_sync_age = \"2h\"\nmax_p95 = \"2s\"\nskip = [\"latency\"]\n\n\
                   [[check.for]]\nconnection = \"Mill*\"\nmax_sync_age = \"30m\"\n";
    machine.write("config/config.toml", budgets);
    let own = rules(&machine);
    assert_eq!(threshold(&own, "sync-age"), Some((json!(7200.0), json!("check"), Value::Null)));
    assert_eq!(threshold(&own, "latency"), None, "it is skipped");
    let special = own.as_array().expect("a list").iter().find(|row| row["of"] == "Mill*").expect("its table");
    assert_eq!((&special["metric"], &special["threshold"]), (&json!("sync_age"), &json!(1800.0)));

    let is_firing = |row: &&Value| row["name"] == "sync-age" && row["state"] == "firing";
    machine.write("config/config.toml", "[check]\nmax_sync_age = \"1s\"\n");
    machine.clock().advance(Duration::from_mins(1));
    let firing = machine.run("alerts firing -o json").expect(Exit::Unhealthy).json();
    let row = firing["data"].as_array().expect("a list").iter().find(is_firing).expect("it fires").clone();
    assert!(row["value"].as_f64() > row["threshold"].as_f64() && row["connection_id"] == id(&machine), "{row}");
    let table = machine.run("alerts firing").expect(Exit::Unhealthy).stdout;
    assert!(table.contains("the last sync was"), "{table}");

    machine.run("disconnect Plant --confirm Plant").ok();
    machine.run("alerts firing").expect(Exit::NotFound);
    machine.run("alerts firing --allow-none").ok();
}

#[test]
fn alert_rules_are_kept_in_the_configuration() {
    let (machine, _served) = connected();
    let config = "# Mine.\n[check]\nskip = [\"token\"] # why\n";
    let path = machine.write("config/config.toml", config);
    let text = || std::fs::read_to_string(&path).expect("there");
    let added = machine.run("alerts add latency --above 800ms --window 10m -o json").ok();
    assert!(
        added.stderr.contains("`max_p95` in `[check]`") && added.stderr.contains("a monitor has to run"),
        "{}",
        added.stderr
    );
    let rule = added.json()["data"].clone();
    assert_eq!(
        (&rule["metric"], &rule["threshold"], &rule["window_seconds"]),
        (&json!("latency_p95"), &json!(800.0), &json!(600))
    );
    assert_eq!(text(), format!("{config}max_p95 = \"800ms\"\nwindow = \"600s\"\n"));
    let listed =
        machine.run("alerts list -o json --jq '.data[] | select(.name == \"latency\") | .threshold'").ok().stdout;
    assert_eq!(listed.trim(), "800.0");
    let judged = machine.run("check");
    assert!(judged.all().contains("latency"), "{}", judged.all());
    // One rule has one budget, and what `check` would not take is not written.
    for (wrong, exit) in [
        ("alerts add latency --above 2s", Exit::Usage),
        ("alerts add sync-age --above 0s", Exit::Usage),
        ("alerts add failed-deliveries --above 0", Exit::Unsupported),
        ("alerts add error-rate --above 5% --window 1h", Exit::Usage),
        ("alerts add error-rate --above 5% --name many", Exit::Unsupported),
        ("alerts add error-rate --above 5% --connection Plant", Exit::Unsupported),
        ("alerts remove sync-age --yes", Exit::NotFound),
        ("alerts remove status --yes", Exit::NotFound),
        ("alerts remove latncy --yes", Exit::NotFound),
        ("alerts history latncy", Exit::NotFound),
    ] {
        machine.run(wrong).expect(exit);
    }
    assert!(machine.run("alerts remove latncy --yes").stderr.contains("did you mean `latency`?"));
    machine.run("alerts remove latency --yes").ok();
    assert_eq!(text(), config, "the time range goes with the last rule that it is of");
    machine.run("alerts add error-rate --above 5%").ok();
    assert!(text().contains("max_error_rate = \"5%\""), "{}", text());
}

#[test]
fn alert_history_is_what_a_monitor_recorded() {
    let (machine, _served) = connected();
    let none = machine.run("alerts history").ok();
    assert!(none.stderr.contains("`makini monitor` recorded"), "{}", none.all());
    let monitor = |limit, exit| machine.run(&format!("monitor --rounds 1 --max-sync-age {limit}")).expect(exit);
    monitor("30d", Exit::Ok);
    machine.clock().advance(Duration::from_mins(1));
    let ill = machine.clock().now();
    monitor("1s", Exit::Unhealthy);
    // A monitor that begins anew finds what was known.
    machine.clock().advance(Duration::from_mins(1));
    monitor("1s", Exit::Unhealthy);
    let changes = |line: &str| machine.run(&format!("{line} -o json")).ok().json()["data"].clone();
    let all = changes("alerts history");
    assert_eq!(all.as_array().map(Vec::len), Some(1), "{all}");
    let row = &all[0];
    assert_eq!(
        (&row["name"], &row["state"], &row["source"]),
        (&json!("sync-age"), &json!("firing"), &json!("monitor"))
    );
    assert_eq!(row["worst_connection_id"], json!(id(&machine)));
    let at: jiff::Timestamp = row["at"].as_str().expect("a time").parse().expect("one");
    assert!(at >= ill && at < machine.clock().now(), "{row}");
    assert!(row["reason"].as_str().is_some_and(|reason| reason.contains("the last sync was")), "{row}");
    assert_eq!(changes("alerts history sync-age"), all);
    assert_eq!(changes("alerts history latency"), json!([]));
    let table = machine.run("alerts history").ok().stdout;
    assert!(table.contains("sync-age") && table.contains("firing"), "{table}");
    // A monitor that begins anew and finds it well says so, too.
    monitor("30d", Exit::Ok);
    let all = changes("alerts history");
    let states: Vec<&Value> = all.as_array().expect("a list").iter().map(|row| &row["state"]).collect();
    assert_eq!(states, ["ok", "firing"], "{all}");
    assert_eq!(changes("alerts history sync-age"), all);
    monitor("30d", Exit::Ok);
    assert_eq!(changes("alerts history"), all);
    let past = changes("connections history Plant");
    let of_monitor: Vec<&Value> =
        past["entries"].as_array().expect("a list").iter().filter(|entry| entry["source"] == "monitor").collect();
    assert!(
        of_monitor.len() == 1 && of_monitor[0]["state"] == "resolved" && of_monitor[0]["what"] == "alert `sync-age`",
        "{past}"
    );
    // Nothing is recorded where the journal is off.
    let off = machine.env("MAKINI_JOURNAL", "false");
    off.run("monitor --rounds 1 --max-sync-age 30d").ok();
    assert_eq!(off.run("alerts history -o json").ok().json()["data"], all);
}

#[test]
fn syncs_are_those_that_this_machine_saw() {
    let (machine, _served) = connected();
    let list = || machine.run("sync list Plant -o json").ok();
    let data = |ended: &Ended| ended.json()["data"].as_array().expect("a list").clone();
    machine.run("sync status Plant").ok();
    machine.clock().advance(Duration::from_mins(30));
    let first = list();
    assert!(first.stderr.contains("others may have run"), "{}", first.stderr);
    let first = data(&first);
    assert!(!first.is_empty() && first[0]["source"] == "integration", "{first:?}");
    // Whatever looks at a sync adds to what was seen: here a check, hours and syncs later.
    machine.clock().advance(Duration::from_hours(5));
    machine.run("check");
    machine.clock().advance(Duration::from_hours(5));
    let later = data(&list());
    assert_eq!(later.len(), first.len() + 2, "{later:?}");
    assert!(
        later[0]["source"] == "integration" && later[1..].iter().all(|sync| sync["source"] == "journal"),
        "{later:?}"
    );
    let ends: Vec<&str> = later.iter().filter_map(|sync| sync["finished_at"].as_str()).collect();
    assert!(ends.is_sorted_by(|newer, older| newer > older), "{ends:?}");
    assert_eq!(data(&machine.run("sync list Plant --limit 1 -o json").ok()).len(), 1);
    let past = machine.run("connections history Plant --since 1d -o json").ok().json()["data"]["entries"].clone();
    let syncs = past.as_array().expect("a list").iter().filter(|entry| entry["kind"] == "sync").count();
    assert_eq!(syncs, later.len(), "{past}");
    // Another profile saw nothing of it, and without a journal there is the latest alone.
    let off = machine.env("MAKINI_JOURNAL", "false");
    assert_eq!(data(&off.run("sync list Plant -o json").ok()).len(), 1);
}
