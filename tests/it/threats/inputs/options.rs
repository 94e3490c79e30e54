//! What cannot be shown is refused before a command acts, whatever the command is.

use makini::exit::Exit;

use crate::support::folder::contents;
use crate::threats::secrets::Scene;
use crate::threats::secrets::lines::{LOCAL, REMOTE};

/// Options that no answer can be shown with.
const REFUSED: [&str; 4] = ["--columns nosuch", "--sort=-nosuch", "--jq '.['", "-o yaml --jq ."];

/// What looking up may write: the journal and the cache.
fn may_change(name: &str) -> bool {
    name == "cache" || name.starts_with("journal.db")
}

#[test]
fn what_cannot_be_shown_is_refused_before_a_command_acts() {
    let scene = Scene::new();
    let mut wrong = Vec::new();
    for line in REMOTE.iter().chain(LOCAL) {
        let before = (scene.tap.writes(), contents(scene.machine.home(), may_change));
        for options in REFUSED {
            let ended = scene.run(line, options);
            if ended.exit != Exit::Usage || !ended.stdout.is_empty() {
                wrong.push(format!("{} {options}: {:?} {}", line.text, ended.exit, ended.stderr));
            }
        }
        if scene.tap.writes() != before.0 {
            wrong.push(format!("{}: it was carried out at the platform", line.text));
        }
        if contents(scene.machine.home(), may_change) != before.1 {
            wrong.push(format!("{}: this machine was changed", line.text));
        }
        // The next lines need what this one does.
        scene.run(line, "");
    }
    assert!(scene.tap.writes() > 20, "{} writes", scene.tap.writes());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
