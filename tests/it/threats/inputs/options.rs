//! What cannot be shown is refused before a command acts, whatever the command is.

use std::collections::BTreeMap;
use std::path::Path;

use makini::exit::Exit;

use crate::threats::secrets::Scene;
use crate::threats::secrets::lines::{LOCAL, REMOTE};

/// Options that no answer can be shown with.
const REFUSED: [&str; 4] = ["--columns nosuch", "--sort=-nosuch", "--jq '.['", "-o yaml --jq ."];

/// Returns what is on the machine, but for what looking up may write: the journal and the cache.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            let (path, name) = (entry.path(), entry.file_name());
            let may_change = name == "cache" || name.to_string_lossy().starts_with("journal.db");
            if may_change {
                continue;
            }
            if path.is_dir() {
                open.push(path);
            } else {
                found.insert(path.display().to_string(), std::fs::read(&path).unwrap_or_default());
            }
        }
    }
    found
}

#[test]
fn what_cannot_be_shown_is_refused_before_a_command_acts() {
    let scene = Scene::new();
    let mut wrong = Vec::new();
    for line in REMOTE.iter().chain(LOCAL) {
        let before = (scene.tap.writes(), files(scene.machine.home()));
        for options in REFUSED {
            let ended = scene.run(line, options);
            if ended.exit != Exit::Usage || !ended.stdout.is_empty() {
                wrong.push(format!("{} {options}: {:?} {}", line.text, ended.exit, ended.stderr));
            }
        }
        if scene.tap.writes() != before.0 {
            wrong.push(format!("{}: it was carried out at the platform", line.text));
        }
        if files(scene.machine.home()) != before.1 {
            wrong.push(format!("{}: this machine was changed", line.text));
        }
        // The next lines need what this one does.
        scene.run(line, "");
    }
    assert!(scene.tap.writes() > 20, "{} writes", scene.tap.writes());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
