//! Ending connections.

use makini::exit::Exit;
use makini::term::prompt::Answer;

use super::{connect, id_of, machine};

#[test]
fn what_happens_is_said_before_and_after() {
    let machine = machine();
    connect(&machine, "Plant 7").ok();
    insta::assert_snapshot!(machine.run("--sandbox disconnect 'Plant 7' --dry-run").ok().stdout, @r"
    Plant 7 (00304052250721, mex):
    Its tokens are dead at once. Syncs and Flows stop. 1 credit comes back.
    Data that was synced stays (`makini --sandbox data list` reads it, `makini --sandbox data delete` deletes it). There is no way back: connecting again makes a new connection with a new ID.

    Nothing was done: this is a dry run.
    ");
    let asked = machine.run("--sandbox disconnect 'Plant 7' --yes").expect(Exit::Unconfirmed);
    insta::assert_snapshot!(asked.stderr, @r#"
    error: "Disconnect `Plant 7`? Type its name" needs to be confirmed, and there is nobody to ask
      hint: give it as `--confirm 'Plant 7'`
    "#);
    insta::assert_snapshot!(machine.run("--sandbox disconnect 'Plant 7' --confirm 'Plant 8'").expect(Exit::Unconfirmed).stderr, @r"
    error: nothing was done: `--confirm` is not `Plant 7`
      hint: `--confirm 'Plant 7'` confirms it
    ");
    assert!(machine.run("--sandbox connections list").ok().stdout.contains("Plant 7"), "still there");
    let ended = machine.run("--sandbox disconnect 'Plant 7' --confirm 'Plant 7'").ok();
    insta::assert_snapshot!(ended.stdout, @"Plant 7 is disconnected; 1 credit is back.");
    machine.run("--sandbox connections show 'Plant 7'").expect(Exit::NotFound);
    let ended =
        machine.run("--sandbox connections list --status disconnected -o csv --columns name,status --no-header");
    assert_eq!(ended.ok().stdout, "Plant 7,disconnected\n");
}

#[test]
fn the_name_is_typed() {
    let machine = machine().terminal(100);
    connect_on_pipe(&machine, "Plant 7");
    let wrong = machine.run_with("--sandbox disconnect plant", "", [Answer::Text("plant 7".into())]);
    assert_eq!(wrong.expect(Exit::Unconfirmed).stdout, "");
    let typed = machine.run_with("--sandbox disconnect plant", "", [Answer::Text("Plant 7".into())]).ok();
    assert!(typed.stdout.contains("Plant 7 is disconnected; 1 credit is back."), "{}", typed.stdout);
}

/// Connects with a confirmation in between: this machine has a terminal.
fn connect_on_pipe(machine: &crate::support::world::Machine, name: &str) {
    let password = machine.write("password", "x");
    let line = format!(
        "--sandbox --yes connect mex --name '{name}' --email o@example.com --field url=https://mex.example.com \
         --field username=m --field-file password={}",
        password.display()
    );
    machine.run_with(&line, "", [Answer::Pick("cloud".into())]).ok();
}

#[test]
fn several_at_once_and_one_that_fails() {
    let machine = machine();
    let ids: Vec<String> = (1..=3).map(|n| id_of(&connect(&machine, &format!("Plant {n}")).ok())).collect();
    // One name is missing among the confirmations: nothing is done at all.
    machine.run("--sandbox disconnect 'Plant 1' 'Plant 2' --confirm 'Plant 1'").expect(Exit::Unconfirmed);
    machine.run("--sandbox disconnect 'Plant 1' --confirm 'Plant 1' --confirm 'Plant 2'").expect(Exit::Unconfirmed);
    assert_eq!(machine.run("--sandbox connections list -o csv --no-header").ok().stdout.lines().count(), 3);

    machine.run(&format!("--sandbox disconnect {} --confirm {}", ids[1], ids[1])).ok();
    // An ID finds what has ended too, and the server refuses to end it again.
    let line = format!("--sandbox disconnect {} 'Plant 3' --confirm 'Plant 3' --confirm {} -o json", ids[0], ids[0]);
    let ended = machine.run(&line).ok().json();
    let results: Vec<&str> =
        ended["data"].as_array().expect("a list").iter().filter_map(|item| item["result"].as_str()).collect();
    assert_eq!(results, ["disconnected", "disconnected"]);
    let again = machine.run(&format!("--sandbox disconnect {} --confirm {} -o json", ids[1], ids[1]));
    let again = again.expect(Exit::NotFound).json();
    assert_eq!(again["data"][0]["result"], "failed");
    assert!(again["data"][0]["error"]["request_id"].is_string(), "{again}");
    assert_eq!(machine.run("--sandbox credits -o json --jq .data.used").ok().stdout, "0\n");
}
