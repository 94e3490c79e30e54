//! Real tables on terminals from 20 to 120 columns, read from the screen of a terminal emulator.

use std::num::NonZeroU16;

use serde_json::Value;

use crate::support::plant::Plant;
use crate::support::world::Machine;

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
    let machine = Machine::new().at("2026-03-01T12:00:00Z");
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
        for line in ["connections list", "connections status", "sync status", "check"] {
            let ended = machine.run(&format!("--sandbox {line}"));
            let (screen, broken) = on_screen(&ended.stdout, width);
            for id in &ids {
                whole_or_absent(&screen, id, width);
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
            assert!(broken == 0 || width <= 40, "{line} at {width}: {broken} lines are broken\n{screen}");
        }
    }
}

#[test]
fn figures_can_be_read_at_every_width() {
    let (mut machine, ids) = plant();
    for _ in 0..3 {
        machine.run("--sandbox api get /api/system/platforms").ok();
    }
    machine.run(&format!("--sandbox api get /api/eam/assets --connection {}", ids[0]));
    let figures = machine.run("--sandbox metrics --source journal --by endpoint -o json").ok().json();
    let groups = figures["data"]["groups"].as_array().expect("a list").clone();
    assert!(groups.len() >= 2, "{figures}");
    for width in WIDTHS {
        machine = machine.terminal(width);
        let ended = machine.run("--sandbox metrics --source journal --by endpoint");
        let (screen, broken) = on_screen(&ended.stdout, width);
        for group in &groups {
            let requests = group["requests"].as_u64().expect("a number").to_string();
            let is_there = |line: &str| line.split_whitespace().any(|word| word == requests);
            assert!(screen.lines().any(is_there), "at {width}: no {requests}\n{screen}");
        }
        assert!(!screen.lines().any(|line| line.contains("0…") || line.contains(",…")), "at {width}:\n{screen}");
        assert!(broken == 0 || width <= 40, "at {width}: {broken} lines are broken\n{screen}");
        if width >= 80 {
            let p95 = |group: &Value| group["p95_ms"].is_number();
            assert!(groups.iter().any(p95) && screen.contains("P95"), "at {width}:\n{screen}");
        }
    }
}
