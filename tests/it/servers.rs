//! The table of what works on which server, against a platform that offers nothing but what is published: every command
//! does there what its row has, and a command without a row does what it does everywhere.

use std::collections::BTreeSet;
use std::net::TcpListener;

use makini::api::operation::{NEEDS, Without};
use makini::exit::Exit;
use makini::sandbox::{Options, Sandbox};
use serde_json::json;

use crate::support::published;
use crate::support::sandbox::START;
use crate::support::served::Served;
use crate::support::world::Machine;
use crate::threats::secrets::lines::{REMOTE, ROWS, Stdin, command_of, line};

/// Rows whose option needs a person at a browser; `tests/it/link` has them.
const BY_HAND: [&str; 2] = ["connect --web", "reconnect --web"];

/// Returns the row's name of the command of a line.
pub(crate) fn command(text: &str) -> String {
    let path = command_of(text);
    let short = path.strip_prefix("connections ").filter(|rest| ["connect", "reconnect", "disconnect"].contains(rest));
    let name = short.unwrap_or(&path).to_owned();
    if let Some((kind, _)) = text.strip_prefix("why ").and_then(|id| id.split_once('_')) {
        return format!("why {}", if kind == "evt" { "EVENT" } else { "DELIVERY" });
    }
    let options = ["--magic-link", "--min-credits", "--max-failed-deliveries", "--set", "--only", "--all", "--since"];
    match options.into_iter().find(|option| text.contains(option)) {
        Some(option) => format!("{name} {option}"),
        None => name,
    }
}

#[test]
fn every_command_does_there_what_the_table_has() {
    let machine = Machine::new().at(START);
    let sandbox = Sandbox::open(Options::new(machine.clock().clone())).expect("opens");
    let token = sandbox.admin_token().expect("issued").expose().to_owned();
    let served = published::served(&sandbox);
    let machine = machine.env("MAKINI_SERVER", served.url());
    let client_secret = "mk_test_secret_sandbox";
    let file = machine.write("client", client_secret).display().to_string();
    let more = [
        line("connect --magic-link maintain-x --name Later"),
        line("reconnect Works --magic-link"),
        line("sync start Works --watch --wait-time 3h"),
        line("check --min-credits 1"),
        line("check --max-failed-deliveries 0"),
        line("monitor --rounds 1 --after 1 --min-credits 1"),
        line("monitor --rounds 1 --after 1 --max-failed-deliveries 0"),
        line("webhooks listen --secret-file {file} --port 0 --for 20ms --since 1h"),
        line("connections settings Plant"),
        line("connections mapping Plant assets --set notes=serial_number"),
        line("webhooks events Plant"),
        line("webhooks events Plant --all"),
    ];
    // Where the server lists no deliveries and endpoints, the inbox of the machine and its receiver answer.
    let secret = machine.write("secret", "correct horse").display().to_string();
    machine.run(&format!("webhooks listen --secret-file {secret} --port 0 --for 20ms")).ok();
    let receiver = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = receiver.local_addr().expect("bound").to_string();
    let owner = json!({ "pid": std::process::id(), "started_at": START, "address": address });
    machine.write("data/inbox.db.owner", owner.to_string());
    let place = REMOTE.iter().position(|line| line.text == "check").expect("there is one");
    let mut wrong = Vec::new();
    let mut tried = BTreeSet::new();
    for line in REMOTE[..place].iter().chain(&more).chain(&REMOTE[place..]) {
        // It keeps the name it has, and no sync has an ID there.
        let text = line.text.replace("Works", "Plant").replace("{file}", &file).replace("{key}", "k");
        let text = text.replace("{rows}", &machine.write("rows.csv", ROWS).display().to_string());
        // A rule of this machine has the name of its metric.
        let text = text
            .replace("latency --above 800ms --name slow", "sync-age --above 30d")
            .replace("remove slow", "remove sync-age");
        let text = text.replace("{home}", &machine.home().display().to_string());
        let text = if text == "sync show Plant nothing" { "sync show Plant".to_owned() } else { text };
        let name = command(&text);
        let stdin = match line.stdin {
            Stdin::Nothing => "",
            Stdin::ClientSecret => client_secret,
            Stdin::Token => &token,
            Stdin::Field => "correct horse",
            Stdin::Body => "{}",
        };
        let ended = machine.run_with(&text, stdin, []);
        let row = NEEDS.iter().filter(|need| need.commands.contains(&name.as_str()));
        let refused = row.clone().find_map(|need| match need.without {
            Without::Refused(instead) => Some(instead),
            Without::Otherwise(_) => None,
        });
        let is_right = match refused {
            Some(instead) => ended.exit == Exit::Unsupported && ended.all().contains(instead),
            None if text == "sync start Plant" => ended.exit == Exit::Pending,
            None if text == "sync show Plant" => ended.exit == Exit::Ok,
            None if text == "api endpoints verify" => ended.exit == Exit::NotFound,
            None => ended.exit == line.exit,
        };
        if !is_right {
            wrong.push(format!("{text}: refused: {refused:?}\n{}", ended.all()));
        }
        tried.insert(name);
    }
    assert!(wrong.is_empty(), "{} of {} lines\n{}", wrong.len(), REMOTE.len() + more.len(), wrong.join("\n"));
    let rows: BTreeSet<&str> = NEEDS.iter().flat_map(|need| need.commands).copied().collect();
    let untried: Vec<&&str> = rows.iter().filter(|name| !tried.contains(**name) && !BY_HAND.contains(name)).collect();
    assert!(untried.is_empty(), "rows that no line tries: {untried:?}");
}

/// How many of the commands that need something beyond the published API end with 15 without it.
///
/// Counted is what an engineer learns as one thing: the verbs of one noun that get the same answer count once, so that eight
/// verbs of Flows neither hide twelve other refusals nor make them up; an option of a command that works without it is none.
#[test]
fn few_commands_are_refused() {
    let mut groups = BTreeSet::new();
    let mut commands = BTreeSet::new();
    for (row, need) in NEEDS.iter().enumerate() {
        let is_command = |name: &&&str| !name.contains(" --") && !name.contains(|letter: char| letter.is_uppercase());
        for name in need.commands.iter().filter(is_command) {
            let noun = name.rsplit_once(' ').map_or(*name, |(noun, _)| noun);
            groups.insert((need.without.is_refused(), row, noun));
            commands.insert((need.without.is_refused(), *name));
        }
    }
    let refused = groups.iter().filter(|(is_refused, ..)| *is_refused).count();
    let single = commands.iter().filter(|(is_refused, _)| *is_refused).count();
    println!("refused: {refused} of {} groups, {single} of {} commands", groups.len(), commands.len());
    assert!(refused <= 8 && groups.len() >= 35, "{refused} of {} groups: {groups:?}", groups.len());
    assert!(single <= 21 && commands.len() >= 62, "{single} of {} commands: {commands:?}", commands.len());
}

/// What the server at hand offers, and what works without the rest.
#[test]
fn the_endpoints_of_a_server_name_their_commands() {
    let served = Served::always(404, "{}");
    let machine = Machine::new().at(START).env("MAKINI_SERVER", served.url()).env("MAKINI_TOKEN", "t");
    let listed = machine.run("api endpoints --kind advertised -o json").ok().json();
    let rows = listed["data"].as_array().expect("a list");
    for row in rows {
        let has_command = row["commands"].as_array().is_some_and(|commands| !commands.is_empty());
        assert!(has_command && row["without"].is_string(), "{row}");
    }
    let offered = machine.run("--sandbox api endpoints --kind advertised -o json").ok().json();
    let rows = offered["data"].as_array().expect("a list");
    assert!(rows.iter().all(|row| row["without"].is_null() && row["path"].is_string()), "{offered}");
}
