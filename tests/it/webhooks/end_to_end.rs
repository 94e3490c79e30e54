//! From the sandbox through the wire into the inbox: what a storm of webhooks leaves behind, and what commands say of it.

use makini::exit::Exit;
use serde_json::{Value, json};

use crate::support::listening::{during, line, machine};
use crate::support::sandbox::InProcess;
use crate::support::served::Served;
use crate::support::world::Machine;

const FAULTS: &str = "/sandbox/faults";

/// Sends that many events, with whatever stands against them, and waits until each has had its tries.
async fn send(sandbox: &InProcess, token: &str, count: usize) {
    for number in 0..count {
        let asset = json!({ "name": format!("Pump {number}/ü") });
        let made = sandbox.ask(token, "POST", "/api/eam/assets", Some(&asset)).await;
        assert!(made.status.is_success(), "{}", made.body);
        sandbox.wait(1);
        sandbox.sandbox.deliver_due().await.expect("tried");
    }
}

fn column(rows: &Value, name: &str) -> Vec<String> {
    rows.as_array().expect("rows").iter().map(|row| row[name].as_str().unwrap_or_default().to_owned()).collect()
}

#[test]
fn the_inbox_judges_a_storm_rightly() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let (sandbox, token, endpoint, machine) = runtime.block_on(async {
        let sandbox = InProcess::new();
        let (_, token) = sandbox.connected("inextia").await;
        let (endpoint, secret) = sandbox.endpoint("http://127.0.0.1:9/", &["assets.inserted"]).await;
        let machine = machine();
        machine.write("endpoint.txt", secret);
        (sandbox, token, endpoint, machine)
    });
    let (machine, ended, log) = during(machine, "--secret-file ~/endpoint.txt", |_, url| {
        runtime.block_on(async {
            let endpoint = format!("/api/system/webhooks/endpoints/{endpoint}");
            sandbox.put(&endpoint, &json!({ "url": url })).await.data();
            // One of each, so that it is known what should come of it.
            for fault in [
                json!({ "kind": "lost", "count": 1 }),
                json!({ "kind": "duplicate", "copies": 2, "count": 1 }),
                json!({ "kind": "reordered", "count": 1 }),
                json!({ "kind": "badly_signed", "count": 1 }),
            ] {
                sandbox.post(FAULTS, &fault).await.data();
                send(&sandbox, &token, 1).await;
            }
            // Of all test events this one has letters that PHP spells its own way.
            sandbox.post(FAULTS, &json!({ "kind": "php_escaped", "count": 1 })).await.data();
            sandbox.post(&format!("{endpoint}/test"), &json!({ "event": "system.error" })).await.data();
            send(&sandbox, &token, 1).await;
            sandbox.wait(60);
            sandbox.sandbox.deliver_due().await.expect("tried");
            sandbox.get("/api/system/webhooks/deliveries?per_page=100").await.data()
        })
    });
    ended.expect(Exit::Interrupted);
    let deliveries: Vec<&Value> = log.as_array().expect("a list").iter().rev().collect();
    let event = |number: usize| deliveries[number]["event_id"].as_str().expect("an ID").to_owned();
    // Made in the order: lost, doubled twice, overtaken, badly signed, spelled by PHP, plain.
    assert_eq!(deliveries.len(), 8);
    assert_eq!(event(1), event(3));
    let inbox = machine.run("webhooks inbox list -o json").ok().json();
    let mut arrived = column(&inbox["data"], "id");
    arrived.reverse();
    // The badly signed one overtook the one that was held back, and was refused; tried again, it came last.
    assert_eq!(arrived, [event(1), event(4), event(6), event(7), event(5)]);
    assert!(!arrived.contains(&event(0)), "lost is lost");
    assert!(column(&inbox["data"], "verdict").iter().all(|verdict| verdict == "verified"), "{inbox}");
    let repeats: Vec<_> =
        inbox["data"].as_array().expect("rows").iter().rev().map(|row| row["duplicates"].clone()).collect();
    assert_eq!(repeats, [2, 0, 0, 0, 0]);
    let refused = &deliveries[5]["tries"];
    assert_eq!((&refused[0]["response_code"], &refused[0]["faults"]), (&json!(401), &json!(["badly_signed"])));
    assert_eq!(refused[1]["response_code"], 200, "each try is signed anew");
    let php = machine.run(&format!("webhooks inbox show {} -o json", event(6))).ok().json();
    assert_eq!(php["data"]["mode"], "json-stringify", "{php}");
}

/// A line about the sandbox inside each command.
fn run(machine: &Machine, text: &str) -> crate::support::world::Ended {
    machine.run(&line(machine, &format!("{text} --sandbox")))
}

#[test]
fn endpoints_from_the_command_line() {
    let machine = machine().at("2026-03-01T12:00:00Z");
    let unsaid = run(&machine, "webhooks endpoints add http://127.0.0.1:9/").expect(Exit::Usage);
    assert!(unsaid.stderr.contains("--secret-file") && unsaid.stderr.contains("once"), "{}", unsaid.stderr);
    assert!(!machine.home().join("data").exists(), "nothing was made");
    let added = run(&machine, "webhooks endpoints add http://127.0.0.1:9/x --event sync.* --secret-file ~/a.txt").ok();
    let secret = std::fs::read_to_string(machine.home().join("a.txt")).expect("written");
    assert!(secret.starts_with("mk_test_whsec_") && !added.stdout.contains(secret.trim()), "{}", added.stdout);
    run(&machine, "webhooks endpoints add http://127.0.0.1:9/x --secret-file ~/a.txt").expect(Exit::Usage);
    let shown = run(&machine, "webhooks endpoints add http://127.0.0.1:9/y --reveal -o json").ok().json();
    assert!(shown["data"]["secret"].as_str().is_some_and(|secret| secret.starts_with("mk_test_whsec_")));
    let id = shown["data"]["id"].as_str().expect("an ID").to_owned();

    let list = run(&machine, "webhooks endpoints list --columns url,enabled,events,connection_id,format").ok();
    insta::assert_snapshot!(list.stdout, @r"
    URL                   SENDS  EVENTS  CONNECTION  JSON
    http://127.0.0.1:9/x  on     sync.*  all         compact
    http://127.0.0.1:9/y  on     all     all         compact
    ");
    run(&machine, "webhooks endpoints update http://127.0.0.1:9/y --event assets.* --format php --disable").ok();
    let listed = run(&machine, "webhooks endpoints list -o json").ok().json();
    let other = &listed["data"][1];
    assert_eq!(
        (&other["events"], &other["enabled"], &other["format"]),
        (&json!(["assets.*"]), &json!(false), &json!("php"))
    );
    assert!(!listed.to_string().contains("whsec"), "secrets are told once");
    run(&machine, &format!("webhooks endpoints update {id} --enable --all-events")).ok();
    run(&machine, &format!("webhooks endpoints update {id}")).expect(Exit::Usage);
    run(&machine, &format!("webhooks endpoints update {id} --url http://example.com/")).expect(Exit::Refused);
    run(&machine, "webhooks endpoints update whe_ --enable").expect(Exit::Usage);
    run(&machine, "webhooks endpoints update nobody --enable").expect(Exit::NotFound);

    let tried = run(&machine, &format!("webhooks endpoints test {id} --event flow.done")).expect(Exit::Unhealthy);
    assert!(
        tried.stdout.contains("flow.done") && tried.stdout.contains("cannot connect to the receiver"),
        "{}",
        tried.stdout
    );
    let rotated = run(&machine, &format!("webhooks endpoints rotate {id} --overlap 1h --secret-file ~/b.txt")).ok();
    assert!(rotated.stdout.contains("2026-03-01T13:00:00.000Z"), "{}", rotated.stdout);
    assert_ne!(std::fs::read_to_string(machine.home().join("b.txt")).expect("written"), secret);

    run(&machine, &format!("webhooks endpoints delete {id}")).expect(Exit::Unconfirmed);
    run(&machine, &format!("webhooks endpoints delete {id} --confirm {id}")).ok();
    run(&machine, &format!("webhooks endpoints delete {id} --confirm {id}")).expect(Exit::NotFound);
}

#[test]
fn a_secret_in_the_store_is_the_one_that_verifies() {
    let nowhere = run(&machine(), "webhooks endpoints add http://127.0.0.1:9/ --store-secret").expect(Exit::Usage);
    assert!(nowhere.stderr.contains("gone with this command"), "{}", nowhere.stderr);
    let machine = machine().env("MAKINI_SECRET_STORE", "file").env("MAKINI_SECRETS_PASSPHRASE", "an old friend");
    run(&machine, "webhooks endpoints add http://127.0.0.1:9/ --store-secret").ok();
    let signed = machine.run_with("webhooks sign - --sandbox", "{}", []).ok().stdout;
    assert!(signed.contains("X-Webhook-Signature"), "{signed}");
    machine.run_with(&format!("webhooks verify -H '{}' - --sandbox", signed.trim()), "{}", []).ok();
}

#[test]
fn deliveries_from_the_command_line() {
    let machine = machine();
    run(&machine, "webhooks endpoints add http://127.0.0.1:9/ --reveal").ok();
    let none = run(&machine, "webhooks deliveries list").ok();
    assert!(none.stdout.is_empty(), "{}", none.stdout);
    let id = run(&machine, "webhooks endpoints list -o json").ok().json()["data"][0]["id"].as_str().map(str::to_owned);
    let id = id.expect("an ID");
    run(&machine, &format!("webhooks endpoints test {id}")).expect(Exit::Unhealthy);
    let list = run(&machine, "webhooks deliveries list --status failed -o json").ok().json();
    let delivery = list["data"][0]["id"].as_str().expect("an ID").to_owned();
    let shown = run(&machine, &format!("webhooks deliveries show {delivery}")).ok();
    for part in ["Attempts", "cannot connect to the receiver", "\"event\": \"sync.completed\"", "failed"] {
        assert!(shown.stdout.contains(part), "{part}: {}", shown.stdout);
    }
    let retried = run(&machine, "webhooks deliveries retry --failed -o json").ok().json();
    assert_eq!(retried["data"]["retried"], json!([delivery]));
    run(&machine, "webhooks deliveries retry del_none").expect(Exit::NotFound);
    run(&machine, "webhooks deliveries show del_none").expect(Exit::NotFound);
    run(&machine, "webhooks deliveries retry").expect(Exit::Usage);
}

#[test]
fn a_server_that_offers_none_of_it_is_said_to() {
    let served = Served::always(404, "{}");
    let machine = machine().env("MAKINI_TOKEN", "tok").env("MAKINI_SERVER", served.url());
    for (text, operation) in [
        ("endpoints list", "webhook_endpoint_list"),
        ("endpoints add http://127.0.0.1:9/ --reveal", "webhook_endpoint_create"),
        ("deliveries list", "webhook_delivery_list"),
        ("deliveries show del_1", "webhook_delivery_get"),
        ("deliveries retry del_1", "webhook_delivery_retry"),
    ] {
        let ended = machine.run(&format!("webhooks {text}")).expect(Exit::Unsupported);
        assert!(ended.stderr.contains(operation), "{text}: {}", ended.stderr);
    }
}
