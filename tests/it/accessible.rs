//! `--accessible`: nothing is drawn again, lists instead of tables, words instead of signs.

use makini::term::prompt::Answer;

use crate::support::plant::Plant;
use crate::support::world::Machine;

const START: &str = "2026-03-01T12:00:00Z";

#[test]
fn rows_are_lists_and_signs_are_words() {
    let machine = Machine::new().at(START).terminal(120);
    let plant = Plant::of(&machine);
    let id = plant.connected("inextia", "Plant 7");
    for line in ["connections list", "connections status", "sync list 'Plant 7'", "requests list --limit 3", "doctor"] {
        let ended = machine.run(&format!("--sandbox --accessible --color never {line}"));
        let text = format!("{}{}", ended.stdout, ended.stderr);
        assert!(!text.contains(['✓', '✗', '→', '█', '\r']), "{line}:\n{text}");
        assert!(!text.contains("\u{1b}[2K") && !text.contains("\u{1b}[?1049h"), "{line}:\n{text}");
        // Two cells never stand beside each other.
        let listed = ended.stdout.lines().filter(|line| line.contains("   ") && !line.contains(": ")).count();
        assert!(listed == 0 || line == "doctor", "{line}:\n{}", ended.stdout);
    }
    let plain = Machine::run(&machine, "--sandbox --accessible --color never connections list").ok().stdout;
    assert!(plain.contains("NAME:") && plain.contains("Plant 7"), "{plain}");
    assert!(plain.lines().any(|line| line.starts_with("ID:") && line.ends_with(&id)), "{plain}");
    // The setting does the same; the formats for programs do not change.
    let machine = machine.env("MAKINI_ACCESSIBLE", "true");
    assert_eq!(machine.run("--sandbox --color never connections list").ok().stdout, plain);
    assert!(machine.run("--sandbox connections list -o csv").ok().stdout.starts_with("name,"));
}

#[test]
fn saying_no_at_the_last_question_keeps_what_was_typed() {
    let machine = Machine::new().at(START).terminal(120);
    let answers = [
        Answer::Text("https://plant.example.com".into()),
        Answer::Text("api".into()),
        Answer::Secret("hunter2".into()),
        Answer::Text("Plant 7".into()),
        Answer::Text("ops@example.com".into()),
        Answer::Pick("cloud".into()),
        Answer::No,
    ];
    let ended = machine.run_with("--sandbox --color never connect mex", "", answers);
    assert_eq!(ended.exit, makini::exit::Exit::Unconfirmed, "{}", ended.all());
    let command = "`makini --sandbox connect mex --name='Plant 7' --email=ops@example.com";
    assert!(ended.stderr.contains(command), "{}", ended.stderr);
    assert!(ended.stderr.contains("url=https://plant.example.com"), "{}", ended.stderr);
    assert!(!ended.stderr.contains("hunter2"), "{}", ended.stderr);
}

/// One rule for `CI`, wherever a person would be asked.
#[test]
fn a_true_ci_means_that_nobody_can_answer() {
    for (value, asks) in [("true", false), ("1", false), ("gitlab", false), ("false", true), ("0", true), ("", true)] {
        let machine = Machine::new().at(START).terminal(120).env("CI", value);
        let ended = machine.run_with("--sandbox connect mex", "", [Answer::Interrupt]);
        let due = if asks { makini::exit::Exit::Interrupted } else { makini::exit::Exit::Usage };
        assert_eq!(ended.exit, due, "CI={value}: {}", ended.all());
    }
}

#[test]
fn calls_show_headers_time_and_columns() {
    let machine = Machine::new().at(START);
    let plant = Plant::of(&machine);
    plant.connected("inextia", "Plant 7");
    let ended = machine.run("--sandbox -v api get /api/system/connections --include").ok();
    assert!(ended.stdout.starts_with("200 OK\n"), "{}", ended.stdout);
    assert!(ended.stdout.contains("content-type: application/json"), "{}", ended.stdout);
    assert!(ended.stderr.contains("GET /api/system/connections: 200 OK in "), "{}", ended.stderr);
    let json = machine.run("--sandbox api get /api/system/connections --include -o json").ok().json();
    assert!(json["data"]["headers"]["content-type"].is_string(), "{json}");
    let csv = machine.run("--sandbox api get /api/eam/assets --connection 'Plant 7' --paginate -o csv").ok().stdout;
    let mut rows = csv::Reader::from_reader(csv.as_bytes());
    let heads = rows.headers().expect("a header").clone();
    assert!(heads.len() > 3 && heads.iter().any(|head| head == "name"), "{heads:?}");
    assert!(rows.records().count() > 10, "{csv}");
}
