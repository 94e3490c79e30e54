//! A word that names nothing is refused with the closest that there is: an empty list must not come from a mistyped
//! word, and nothing that is set up must wait for an event that never comes.

use makini::api::entities;
use makini::exit::Exit;

use crate::support::handler::Handler;
use crate::support::listening::{during, line, machine};
use crate::support::plant::Plant;
use crate::support::sandbox::InProcess;
use crate::support::world::Machine;

#[test]
fn an_event_that_the_platform_does_not_send_is_refused_wherever_it_is_named() {
    let machine = Machine::new().at("2026-03-01T12:00:00Z");
    let plant = Plant::of(&machine);
    plant.connected("upkeep", "Plant 7");
    let hook = "http://127.0.0.1:9/hook";
    machine.run(&format!("--sandbox webhooks endpoints add {hook} --reveal")).ok();
    let lines = [
        "webhooks events 'Plant 7' --only EVENT".to_owned(),
        format!("webhooks endpoints add {hook}/2 --reveal --event EVENT"),
        format!("webhooks endpoints update {hook} --event EVENT"),
        format!("webhooks endpoints test {hook} --event EVENT"),
        "webhooks deliveries list --event EVENT".to_owned(),
        "webhooks trigger EVENT --to http://127.0.0.1:9/".to_owned(),
        "sandbox fault add duplicate --event EVENT".to_owned(),
    ];
    for (typed, closest) in [("sync.complete", "`sync.completed`"), ("asset.updated", "`assets.updated`")] {
        for line in &lines {
            let ended = machine.run(&format!("--sandbox {}", line.replace("EVENT", typed))).expect(Exit::Usage);
            let (error, hint) =
                (format!("the platform sends no event `{typed}`"), format!("events like it: {closest}"));
            assert!(ended.stderr.contains(&error) && ended.stderr.contains(&hint), "{line}: {}", ended.stderr);
        }
    }
    // Nothing of it was set up.
    let events = machine.run("--sandbox webhooks events 'Plant 7' -o json").ok().json();
    assert_eq!(events["data"]["events"], serde_json::json!([]));
    let endpoints = machine.run("--sandbox webhooks endpoints list -o json").ok().json();
    assert_eq!(endpoints["data"].as_array().map(Vec::len), Some(1), "{endpoints}");
    // Patterns, and names of a user's own.
    for good in ["sync.*", "*.updated", "flow.closed", "*"] {
        machine.run(&format!("--sandbox webhooks events 'Plant 7' --only {good}")).ok();
    }
    machine.run("--sandbox webhooks events 'Plant 7' --only sync.* --only synk.*").expect(Exit::Usage);
}

#[test]
fn values_of_other_filters_are_refused_too() {
    let machine = Machine::new().at("2026-03-01T12:00:00Z");
    Plant::of(&machine).connected("sap-ecc", "SAP Ulm");
    for (line, part) in [
        ("connections list --system sapecx", "`sap-ecc`"),
        ("connections list --system sap-ec", "`makini --sandbox connections list --system sap-ecc`"),
        ("connections list --status activ", "active"),
        ("connections list --health ofline", "offline"),
        ("requests list --status 6xx", "4xx"),
        ("requests list --status 50", "4xx"),
        ("metrics --by conection", "connection"),
        ("metrics --kind apis", "api"),
        ("webhooks deliveries list --status fail", "failed"),
        ("flows executions --status fail", "failed"),
        ("webhooks drill --url http://127.0.0.1:9/ --only tamperd", "tampered"),
        ("alerts history nosuch", "alerts list"),
        ("systems list --category cmss", "CMMS"),
        ("systems list --category nosuch", "the categories are Accounting, "),
    ] {
        let ended = machine.run(&format!("--sandbox {line}"));
        assert!(matches!(ended.exit, Exit::Usage | Exit::NotFound), "{line}: {}", ended.all());
        assert!(ended.stderr.contains(part), "{line}: {}", ended.stderr);
    }
    assert!(machine.run("--sandbox connections list --system SAP-ECC").ok().stdout.contains("SAP Ulm"));
    for category in ["cmms", "CMMS", "er"] {
        assert!(machine.run(&format!("--sandbox systems list --category {category}")).ok().stdout.lines().count() > 3);
    }
    assert!(machine.run("--sandbox connections list --system upkeep").ok().stderr.contains("No connection fits"));
}

/// Lines that filter the events of an inbox.
const FILTERS: [&str; 4] =
    ["inbox list -o json", "inbox export", "inbox retry -o json", "replay --to http://127.0.0.1:9/ -o json"];

/// A machine whose commands have shown the connections `Plant 7` and `Plant 8`, and whose inbox holds two events of the
/// first and one of a connection that nobody has shown. Returns the IDs of the two.
fn filled() -> (Machine, String, String) {
    let machine = machine();
    let plant = Plant::of(&machine);
    let (seven, eight) = (plant.connected("upkeep", "Plant 7"), plant.connected("upkeep", "Plant 8"));
    machine.run("--sandbox connections list").ok();
    let id = seven.clone();
    let (machine, ended, ()) = during(machine, "--secret-file ~/secret.txt", move |machine, _| {
        for event in [
            format!("sync.completed --connection {id}"),
            format!("assets.updated --connection {id}"),
            "sync.failed --connection con_of_others --set event=invoice.paid".to_owned(),
        ] {
            machine.run(&line(machine, &format!("webhooks trigger {event} --secret-file ~/secret.txt"))).ok();
        }
    });
    ended.expect(Exit::Interrupted);
    (machine, seven, eight)
}

#[test]
fn an_inbox_is_filtered_by_the_names_of_connections_without_a_server() {
    let (machine, seven, eight) = filled();
    let list = |words: &str| machine.run(&format!("--sandbox webhooks inbox list -o json {words}"));
    let count = |words: &str| list(words).ok().json()["data"].as_array().map(Vec::len);
    for named in ["'Plant 7'", "'plant 7'", "'\"Plant\u{a0}7\"'", &seven, &format!("' {seven}.'"), &seven[..10]] {
        assert_eq!(count(&format!("--connection {named}")), Some(2), "{named}");
    }
    assert_eq!(count("--connection con_of_others"), Some(1));
    let exported = machine.run("--sandbox webhooks inbox export --connection 'Plant 7'").ok();
    assert_eq!(exported.stdout.lines().count(), 2);
    let handler = Handler::start(200);
    machine.run(&format!("--sandbox webhooks replay --connection 'Plant 7' --to {}", handler.url)).ok();
    assert_eq!(handler.bodies().len(), 2);
    let again = machine.run("--sandbox webhooks inbox retry --again --connection 'Plant 7' -o json").ok().json();
    assert_eq!(again["data"]["queued"], 2);

    // A connection without events, by name and by an ID that nothing has shown: an empty list that says why.
    for named in ["'Plant 8'", "01234567890123"] {
        let none = list(&format!("--connection {named}")).ok();
        assert_eq!(none.json()["data"], serde_json::json!([]));
        assert!(none.stderr.contains("the inbox holds no event of connection"), "{}", none.stderr);
    }
    assert!(list(&format!("--connection {eight}")).ok().stderr.contains(&eight));
    for filter in FILTERS {
        let unknown =
            machine.run(&format!("--sandbox webhooks {filter} --connection 'Plant 9'")).expect(Exit::NotFound);
        for part in ["no connection is called `Plant 9`", "did you mean `Plant 7`", "makini --sandbox connections list"]
        {
            assert!(unknown.stderr.contains(part), "{filter}: {part}: {}", unknown.stderr);
        }
        let both = machine.run(&format!("--sandbox webhooks {filter} --connection 'Plant'")).expect(Exit::Usage);
        assert!(both.stderr.contains("matches more than one connection"), "{filter}: {}", both.stderr);
    }
    // The names are those of the platform that the line is about.
    machine.run("webhooks inbox list --connection 'Plant 7'").expect(Exit::NotFound);
}

#[test]
fn an_inbox_is_not_filtered_by_an_event_that_does_not_exist() {
    let (machine, ..) = filled();
    for filter in FILTERS {
        let line = |event: &str| machine.run(&format!("webhooks {filter} --event {event}"));
        let unknown = line("sync.complete").expect(Exit::Usage);
        assert!(unknown.stderr.contains("`sync.completed`"), "{filter}: {}", unknown.stderr);
        // What exists and did not come, and what no platform sends and came.
        if !filter.starts_with("replay") {
            line("connection.offline").ok();
            line("invoice.*").ok();
        }
    }
    let (machine, ended, ()) =
        during(machine, "--secret-file ~/secret.txt --route sync.complete=http://127.0.0.1:9/", |_, _| ());
    let warned = ended.expect(Exit::Interrupted).stderr;
    assert!(warned.contains("sends no event `sync.complete`") && warned.contains("`sync.completed`"), "{warned}");
    let flags = "--secret-file ~/secret.txt --scheme github --route push=http://127.0.0.1:9/";
    let (_, ended, ()) = during(machine, flags, |_, _| ());
    assert!(!ended.stderr.contains("sends no event"), "{}", ended.stderr);
}

#[test]
fn a_made_up_event_is_about_a_connection_by_name() {
    let (machine, seven, _) = filled();
    let handler = Handler::start(200);
    let trigger = |words: &str| {
        let line = line(&machine, &format!("{words} --to {} --secret-file ~/secret.txt -o json", handler.url));
        machine.run(&line)
    };
    let about = |words: &str| trigger(words).ok().json()["data"][0]["connection"].as_str().map(str::to_owned);
    assert_eq!(about("--sandbox webhooks trigger connection.online --connection 'Plant 7'").as_deref(), Some(&*seven));
    assert_eq!(about("webhooks trigger connection.online --connection con_x").as_deref(), Some("con_x"));
    trigger("webhooks trigger connection.online --connection 'Plant 7'").expect(Exit::NotFound);
}

/// A fault that strikes nothing lets a test of an application pass on nothing.
#[test]
fn a_fault_on_a_path_that_does_not_exist_is_refused_and_on_every_other_it_is_not() {
    let sandbox = InProcess::new();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let add = |endpoint: &str| {
        let fault = serde_json::json!({ "kind": "error", "status": 500, "endpoint": endpoint });
        runtime.block_on(sandbox.post("/sandbox/faults", &fault))
    };
    for endpoint in [
        "/nosuch",
        "GET /api/eam/asets",
        "/api/eam/*/nosuch/*/x/*/y",
        "/api/system/connections/",
        "/api/eam",
        "/inextai/assets",
    ] {
        let refused = add(endpoint);
        assert_eq!(refused.refusal(), (422, "VALIDATION_FAILED"), "{endpoint}");
        assert!(refused.body.to_string().contains("matches no path of the platform's API"), "{}", refused.body);
    }
    // What is published, what is advertised, what samples still use, and patterns over them.
    let listed = Machine::new().run("--sandbox api endpoints --all -o json").ok().json();
    let listed = listed["data"].as_array().expect("a list").iter().map(|row| {
        let text = |name: &str| row[name].as_str().unwrap_or_else(|| panic!("{name}: {row}"));
        format!("{} {}", text("method"), text("path"))
    });
    let nested = entities::nested()
        .iter()
        .flat_map(|nested| nested.domains.iter().map(|domain| format!("/api/{}/{}", domain.slug(), nested.path)));
    let others = [
        "/api/*",
        "GET /api/eam/assets/00123",
        "* /api/{x}/assets",
        "/api/assets",
        "/api/v1/purchase-orders",
        "/api/documents/7",
        "/link/token",
        "/link/abc/consent",
        "/api/eam/statuses/work-orders",
        "POST /api/passthrough",
        "/api/system/connections/07/syncs",
        "/api/raw/tables/x/data",
        "/*/assets",
        "GET /inextia/assets",
    ];
    let mut count = 0;
    for endpoint in listed.chain(nested).chain(others.map(str::to_owned)) {
        let added = add(&endpoint);
        assert_eq!(added.status.as_u16(), 201, "{endpoint}: {}", added.body);
        count += 1;
    }
    assert!(count > 150, "{count}");
}

#[test]
fn a_fault_on_a_path_that_does_not_exist_is_refused_as_typed() {
    let machine = Machine::new().at("2026-03-01T12:00:00Z");
    let refused = machine.run("--sandbox sandbox fault add error --endpoint /nosuch").expect(Exit::Refused);
    for part in ["matches no path", "api endpoints --all"] {
        assert!(refused.stderr.contains(part), "{part}: {}", refused.stderr);
    }
    machine.run("--sandbox sandbox fault add error --endpoint 'GET /api/eam/*'").ok();
}

#[test]
fn a_variable_that_was_mistyped_is_named_and_no_other() {
    let run = |name: &str, line: &str| Machine::new().env(name, "a-secret-value").run(line).ok().stderr;
    for (typed, meant) in [
        ("MAKINI_TOKN", "MAKINI_TOKEN"),
        ("MAKINI_SEVER", "MAKINI_SERVER"),
        ("MAKINI_CLIENTSECRET", "MAKINI_CLIENT_SECRET"),
        ("MAKINI_CONNECTION_TOKENS", "MAKINI_CONNECTION_TOKEN"),
        ("MAKINI_API_TOKEN", "MAKINI_TOKEN"),
        ("MAKINI_STORE_PASSPHRASE", "MAKINI_SECRETS_PASSPHRASE"),
        ("MAKINI_PASSPHRASE_FILE", "MAKINI_SECRETS_PASSPHRASE_FILE"),
        ("MAKINI_TIME_OUT", "MAKINI_TIMEOUT"),
    ] {
        let note = run(typed, "exit-codes");
        let expected = format!("note: the variable `{typed}` is not read; did you mean `{meant}`?\n");
        assert_eq!(note, expected);
        assert_eq!(run(typed, "exit-codes --quiet"), "");
    }
    // Those of this program, of its tests, of its templates, and of somebody else.
    let settings =
        makini::settings::variables::variables().filter(|name| name.ends_with("TOKEN") || name.ends_with("_FILE"));
    let others = [
        "MAKINI_TEST_REQUIRE",
        "MAKINI_TEST_TOKEN",
        "MAKINI_BENCH_ROUNDS",
        "MAKINI_KILL_ROUNDS",
        "MAKINI_IMAGE",
        "MAKINI_VERSION",
        "MAKINI_REF",
        "MAKINI_CHECK",
        "MAKINI_REPOSITORY",
        "MAKINI_COMMIT",
        "MAKINI_CONNECTION_TOKEN_07123",
        "OTHER_MAKINI_TOKN",
        "MAKINI",
    ];
    for name in settings.chain(others) {
        assert!(!run(name, "exit-codes").contains("is not read"), "{name}");
    }
}
