//! `makini webhooks conditions`: an event of one's own when a row meets a condition.

use makini::exit::Exit;
use serde_json::{Value, json};

use crate::support::handler::Handler;
use crate::support::plant::Plant;
use crate::support::served::Served;
use crate::support::world::{Ended, Machine};

const START: &str = "2026-03-01T12:00:00Z";

fn run(machine: &Machine, text: &str) -> Ended {
    machine.run(&format!("--sandbox webhooks conditions {text}"))
}

/// Writes a work order through the command line; its webhooks are delivered when the command ends.
fn put(machine: &Machine, connection: &str, key: &str, body: &Value) {
    let line = format!("--sandbox api put /api/eam/work-orders/{key} --connection {connection} --input -");
    machine.run_with(&line, &body.to_string(), []).ok();
}

fn rows(machine: &Machine, connection: &str, path: &str) -> Vec<Value> {
    let answer = machine.run(&format!("--sandbox api get {path} --connection {connection} -o json")).ok().json();
    answer["data"]["body"]["data"].as_array().expect("rows").clone()
}

fn text<'a>(row: &'a Value, name: &str) -> &'a str {
    row[name].as_str().expect("a text")
}

#[test]
fn a_written_row_that_meets_a_condition_is_delivered() {
    let machine = Machine::new().at(START);
    let plant = Plant::of(&machine);
    let (id, other) = (plant.connected("upkeep", "Plant 7"), plant.connected("upkeep", "Plant 8"));
    let handler = Handler::start(200);
    machine.run(&format!("--sandbox webhooks endpoints add {} --event flow.* --reveal", handler.url)).ok();
    let line =
        "add --connection 'Plant 7' --entity work-order --when 'status equals Completed' --name flow.closed -o json";
    let added = run(&machine, line).ok().json();
    let condition = text(&added["data"], "id").to_owned();
    assert_eq!(added["schema"], "makini/webhooks.conditions.add/1");
    assert_eq!(
        added["data"],
        json!({ "id": condition, "name": "closed", "connection_id": id, "entity": "work-orders", "field": "status",
            "operator": "eq", "value": "Completed", "created_at": "2026-03-01T12:02:00.000Z" })
    );
    let states = rows(&machine, &id, "/api/eam/statuses/work-orders");
    let state = |name: &str| text(states.iter().find(|row| row["name"] == name).expect("a state"), "key").to_owned();
    let orders = rows(&machine, &id, "/api/eam/work-orders?per_page=50");
    let order = text(orders.iter().find(|row| row["status"] != "Completed").expect("an open one"), "key");

    put(&machine, &id, order, &json!({ "statusKey": state("On hold") }));
    assert_eq!(handler.bodies(), [""; 0], "it is not met");
    put(&machine, &id, order, &json!({ "statusKey": state("Completed") }));
    let sent: Vec<Value> = handler.bodies().iter().map(|body| serde_json::from_str(body).expect("JSON")).collect();
    assert_eq!(sent.len(), 1, "{sent:?}");
    assert_eq!((&sent[0]["event"], &sent[0]["connection_id"]), (&json!("flow.closed"), &json!(id)));
    assert_eq!(
        sent[0]["body"],
        json!({ "condition_id": condition, "entity": "work-orders", "key": order, "trigger": "updated",
            "data": { "key": order, "status": "Completed" } })
    );
    let theirs = rows(&machine, &other, "/api/eam/work-orders?per_page=1");
    let states = rows(&machine, &other, "/api/eam/statuses/work-orders");
    let done = states.iter().find(|row| row["name"] == "Completed").expect("a state");
    put(&machine, &other, text(&theirs[0], "key"), &json!({ "statusKey": done["key"] }));
    assert_eq!(handler.bodies().len(), 1, "another connection's row");

    run(&machine, "remove closed").expect(Exit::Unconfirmed);
    let removed = run(&machine, "remove closed --yes").ok();
    assert_eq!(removed.stdout, format!("removed: closed {condition}\n"));
    put(&machine, &id, order, &json!({ "title": "Done again" }));
    assert_eq!(handler.bodies().len(), 1, "it is gone");
}

#[test]
fn conditions_are_listed_as_they_are_typed() {
    let machine = Machine::new().at(START);
    let none = run(&machine, "list").ok();
    assert!(none.stdout.is_empty() && none.stderr.contains("webhooks conditions add"), "{}", none.all());
    for condition in [
        "--entity work-orders --when 'dueAt is missing' --name undated",
        "--entity assets --when 'name contains 12' --name twelve",
        "--entity work-orders --when 'actualTime >= 8' --name long",
    ] {
        run(&machine, &format!("add {condition}")).ok();
    }
    let list = run(&machine, "list --columns name,entity,when,event,connection_id,created_at").ok();
    insta::assert_snapshot!(list.stdout, @r"
    NAME     ROWS OF      WHEN              SENDS         CONNECTION  ADDED
    undated  work-orders  dueAt is missing  flow.undated  all         2026-03-01T12:00:00.000Z
    twelve   assets       name contains 12  flow.twelve   all         2026-03-01T12:00:00.000Z
    long     work-orders  actualTime >= 8   flow.long     all         2026-03-01T12:00:00.000Z
    ");
    let listed = run(&machine, "list -o json").ok().json();
    let tests = |row: &Value| json!([row["field"], row["operator"], row["value"]]);
    let found: Vec<Value> = listed["data"].as_array().expect("a list").iter().map(tests).collect();
    let expected =
        [json!(["dueAt", "exists", false]), json!(["name", "contains", "12"]), json!(["actualTime", "gteq", 8])];
    assert_eq!(found, expected);
    // On a terminal it says what is still missing for something to be sent.
    let shown = run(&machine, "add --entity work-orders --when 'severity is not Low' --name urgent").ok();
    assert!(shown.stdout.contains("`makini --sandbox webhooks endpoints add https://example.com/hook --event flow.urgent --secret-file webhook-secret.txt`"), "{}", shown.stdout);
}

#[test]
fn what_is_no_condition_is_refused_with_what_may_have_been_meant() {
    let machine = Machine::new().at(START);
    for (line, exit, said) in [
        ("add --entity work-orders --name x", Exit::Usage, "--when"),
        ("add --entity work-orders --name x --when 'status equal Open'", Exit::Usage, "unknown operator `equal`"),
        ("add --entity work-orders --name x --when 'status equals'", Exit::Usage, "nothing behind it"),
        ("add --entity work-orders --name x --when 'status is null'", Exit::Usage, "`status is missing`"),
        ("add --entity work-orders --name x --when status", Exit::Usage, "is not a condition"),
        ("add --entity workorders --name x --when 'status is Open'", Exit::Refused, "did you mean `work-orders`"),
        ("add --entity work-orders --name x --when 'statu is Open'", Exit::Refused, "did you mean `status`"),
        ("add --entity work-orders --name 'a b' --when 'status is Open'", Exit::Refused, "name: must be up to 64"),
        ("add --connection nobody --entity assets --name x --when 'name is a'", Exit::NotFound, "connections list"),
        ("remove nobody --yes", Exit::NotFound, "`makini --sandbox webhooks conditions list`"),
    ] {
        let ended = run(&machine, line).expect(exit);
        assert!(ended.stderr.contains(said), "{line}: {}", ended.stderr);
    }
    let empty = run(&machine, "list -o json").ok().json();
    assert_eq!(empty["data"], json!([]), "nothing was made");
    for _ in 0..2 {
        run(&machine, "add --entity assets --when 'name exists' --name named").ok();
    }
    for several in ["named", "whc_"] {
        let ended = run(&machine, &format!("remove {several} --yes")).expect(Exit::Usage);
        assert!(ended.stderr.contains("matches several webhook conditions: whc_"), "{}", ended.stderr);
    }
}

#[test]
fn a_server_that_offers_none_of_it_is_said_to() {
    let served = Served::always(404, "{}");
    let machine = Machine::new().env("MAKINI_TOKEN", "tok").env("MAKINI_SERVER", served.url());
    for (text, operation) in [
        ("list", "webhook_condition_list"),
        ("add --entity assets --when 'name exists' --name x", "webhook_condition_create"),
        ("remove x --yes", "webhook_condition_list"),
    ] {
        let ended = machine.run(&format!("webhooks conditions {text}")).expect(Exit::Unsupported);
        assert!(ended.stderr.contains(operation), "{text}: {}", ended.stderr);
    }
}

#[test]
fn what_another_server_says_of_its_conditions_is_shown_and_not_obeyed() {
    let list = r#"{"endpoints":{"webhook_condition_list":{"method":"GET","path":"/conditions"}},
        "data":[{"id":7,"name":"a\u001b[31mb","entity":null,"field":"x y","operator":"like","value":["\u0007"],"since":1}]}"#;
    let served = Served::always(200, list);
    let machine = Machine::new().env("MAKINI_TOKEN", "tok").env("MAKINI_SERVER", served.url());
    let shown = machine.run("webhooks conditions list").ok().stdout;
    assert!(shown.contains("x y like [") && !shown.contains(['\u{1b}', '\u{7}']), "{shown:?}");
    let listed = machine.run("webhooks conditions list -o json").ok().json();
    let row = &listed["data"][0];
    assert_eq!((&row["id"], &row["entity"], &row["since"]), (&json!("7"), &json!(""), &json!(1)), "{row}");
}
