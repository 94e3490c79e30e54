//! Real tables on terminals from 20 to 120 columns, read from the screen of a terminal emulator.

use std::num::NonZeroU16;
use std::time::Duration;

use makini::exchange::{Exchange, Sender};
use makini::view::count;
use serde_json::Value;

use crate::support::plant::{Plant, keep};
use crate::support::world::Machine;

const START: &str = "2026-03-01T12:00:00Z";

const WIDTHS: [u16; 5] = [20, 40, 60, 80, 120];

/// What a person sees: the text, lines that the terminal had to break joined again, and how many those were.
fn on_screen(output: &str, width: u16) -> (String, usize) {
    let of = |n: u16| NonZeroU16::new(n).expect("not zero");
    let mut screen = vt100::Parser::new(of(400), of(width), 0);
    screen.process(output.replace('\n', "\r\n").as_bytes());
    let screen = screen.screen();
    (screen.contents(), (0..400).filter(|row| screen.row_wrapped(*row)).count())
}

fn plant() -> (Machine, [String; 2]) {
    let machine = Machine::new().at(START);
    let plant = Plant::of(&machine);
    let ids = [plant.connected("ibm-maximo", "Plant 7"), plant.connected("sap", "Außenlager Süd 12, Halle B")];
    plant.source_down(&ids[1]);
    (machine, ids)
}

/// A word that stands whole on the screen, or not at all.
#[track_caller]
fn whole_or_absent(screen: &str, id: &str, width: u16) {
    let start: String = id.chars().take(id.chars().count() - 3).collect();
    assert!(screen.contains(id) || !screen.contains(&start), "`{id}` is cut at {width}:\n{screen}");
}

#[test]
fn lists_and_states_can_be_read_at_every_width() {
    let (mut machine, ids) = plant();
    for width in WIDTHS {
        machine = machine.terminal(width);
        for line in ["connections list", "connections status --all", "sync status", "check"] {
            let ended = machine.run(&format!("--sandbox {line}"));
            let (screen, broken) = on_screen(&ended.stdout, width);
            // In a sentence of `check` an ID may be broken like any word, which is not cut.
            let ids_on = if line == "check" { screen.split_whitespace().collect() } else { screen.clone() };
            for id in &ids {
                whole_or_absent(&ids_on, id, width);
            }
            // A word of each name, and the states, whatever else has gone.
            for word in ["Plant", "Halle"] {
                assert!(screen.contains(word), "{line} at {width}: no `{word}`\n{screen}");
            }
            let states: &[&str] = match line {
                "check" => &["critical"],
                "sync status" => &["completed"],
                _ => &["active", "offline"],
            };
            for state in states {
                assert!(screen.contains(state), "{line} at {width}: no `{state}`\n{screen}");
            }
            // A sentence below the table may be longer than the terminal; a row may not.
            let sentence = usize::from(width < 120 && line.starts_with("connections status"));
            assert!(broken <= sentence || width <= 40, "{line} at {width}: {broken} lines are broken\n{screen}");
        }
    }
}

#[test]
fn figures_can_be_read_at_every_width() {
    let mut machine = Machine::new().at(START);
    let now: jiff::Timestamp = START.parse().expect("constant");
    let exchange = |number: u64| Exchange {
        at: now.checked_sub(jiff::SignedDuration::from_mins(5)).expect("in range"),
        connection: Some("A".into()),
        kind: makini::api::requests::RequestKind::Api,
        sender: Sender::Makini,
        method: "GET".into(),
        template: if number < 1_234 { "/api/erp/purchase-orders".into() } else { "/api/eam/assets".into() },
        path: "/api".into(),
        status: Some(if number.is_multiple_of(7) { 503 } else { 200 }),
        error_code: None,
        error_message: None,
        request_id: None,
        elapsed: Duration::from_millis(100 + number),
        server_time: None,
        source_time: Some(Duration::from_millis(50)),
        sent_bytes: 0,
        received_bytes: 10,
        attempt: 1,
    };
    keep(&machine, &(0..1_277).map(exchange).collect::<Vec<_>>());
    let figures = machine.run("metrics --source journal --by endpoint -o json").ok().json();
    let groups = figures["data"]["groups"].as_array().expect("a list").clone();
    assert_eq!(groups.len(), 2, "{figures}");
    for width in WIDTHS {
        machine = machine.terminal(width);
        let ended = machine.run("metrics --source journal --by endpoint");
        let (screen, _) = on_screen(&ended.stdout, width);
        for group in &groups {
            let requests = count(group["requests"].as_u64().expect("a number"));
            let is_there = |line: &str| line.split_whitespace().any(|word| word == requests);
            assert!(screen.lines().any(is_there), "at {width}: no {requests}\n{screen}");
        }
        assert!(!screen.contains('…'), "nothing is cut at {width}:\n{screen}");
        let table = ended.stdout.split("\n\n").nth(1).expect("a table between two sentences");
        let broken = on_screen(table, width).1;
        assert!(broken == 0 || width <= 40, "at {width}: {broken} rows are broken\n{screen}");
        if width >= 80 {
            let p95 = |group: &Value| group["p95_ms"].is_number();
            assert!(groups.iter().any(p95) && screen.contains("P95"), "at {width}:\n{screen}");
        }
    }
}
