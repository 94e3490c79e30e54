//! The rules that keep themselves: who may import whom, how long a file may be, what a file may not be called.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Module, and the modules of this crate it may name. The order is from the leaves up; arrows point up the list only.
const MAY_USE: &[(&str, &[&str])] = &[
    ("exit", &[]),
    ("secret", &[]),
    ("clock", &[]),
    ("hex", &[]),
    ("glob", &[]),
    ("html", &[]),
    ("serve", &[]),
    ("measure", &[]),
    ("blocking", &[]),
    ("shell", &[]),
    ("suggest", &[]),
    ("junit", &[]),
    ("network", &["clock", "serve"]),
    ("exposition", &["hex"]),
    ("shutdown", &["exit"]),
    ("failure", &["exit"]),
    ("files", &["exit", "failure"]),
    ("sqlite", &["files", "exit", "failure"]),
    // The platform's form of figures is stated once, beside its type.
    ("api", &["secret", "measure"]),
    ("exchange", &["api", "clock"]),
    ("settings", &["files", "exit", "failure", "suggest"]),
    ("secrets", &["files", "exit", "failure", "hex", "secret", "clock"]),
    ("term", &["exit", "failure", "secret", "shell", "shutdown"]),
    ("jq", &["term", "shutdown", "exit", "failure"]),
    ("client", &["api", "exchange", "network", "secret", "clock", "files", "exit", "failure"]),
    ("session", &["blocking", "client", "api", "secrets", "secret", "clock", "serve", "files", "exit", "failure"]),
    ("journal", &["exchange", "api", "sqlite", "clock", "hex", "measure", "exit", "failure"]),
    // A package of its own: Cargo.toml says what it may use.
    ("webhooks", &["*"]),
    ("samples", &["api", "webhooks", "glob", "suggest", "exit", "failure"]),
    (
        "inbox",
        &[
            "blocking",
            "webhooks",
            "api",
            "exposition",
            "secret",
            "serve",
            "clock",
            "hex",
            "glob",
            "files",
            "jq",
            "sqlite",
            "network",
            "exit",
            "failure",
        ],
    ),
    ("drill", &["api", "inbox", "network", "samples", "webhooks", "secret", "clock", "exit", "failure"]),
    (
        "health",
        &[
            "api",
            "client",
            "exposition",
            "html",
            "journal",
            "junit",
            "measure",
            "session",
            "secrets",
            "settings",
            "shell",
            "webhooks",
            "glob",
            "hex",
            "clock",
            "exit",
            "failure",
        ],
    ),
    (
        "monitor",
        &["blocking", "exposition", "files", "health", "inbox", "serve", "webhooks", "clock", "exit", "failure"],
    ),
    ("connections", &["api", "client", "clock", "secrets", "session", "shell", "shutdown", "exit", "failure"]),
    ("support", &["hex"]),
    (
        "record",
        &[
            "api", "client", "clock", "exchange", "hex", "journal", "measure", "network", "secret", "serve", "exit",
            "failure",
        ],
    ),
    ("requests", &["api", "client", "exchange", "journal", "exit", "failure"]),
    (
        "why",
        &["api", "blocking", "client", "exchange", "hex", "inbox", "journal", "requests", "shell", "exit", "failure"],
    ),
    (
        "sandbox",
        &[
            "api", "secret", "clock", "hex", "glob", "files", "sqlite", "serve", "measure", "samples", "webhooks",
            "exit", "failure",
        ],
    ),
    (
        "view",
        &[
            "term", "api", "exchange", "journal", "jq", "measure", "webhooks", "health", "secrets", "settings",
            "secret", "clock", "exit", "failure", "shell",
        ],
    ),
    // The last two only for its tests.
    (
        "live",
        &[
            "term", "view", "inbox", "network", "webhooks", "glob", "blocking", "clock", "measure", "exit", "failure",
            "shell", "secret", "serve",
        ],
    ),
    ("chart", &["html", "term"]),
    ("world", &["settings", "secrets", "clock", "term", "shutdown", "exit", "failure"]),
    (
        "context",
        &[
            "blocking", "world", "settings", "secrets", "secret", "session", "client", "network", "api", "journal",
            "exchange", "view", "term", "clock", "sandbox", "shutdown", "files", "exit", "failure",
        ],
    ),
    (
        "args",
        &[
            "api", "client", "context", "files", "glob", "health", "inbox", "junit", "measure", "serve", "settings",
            "secret", "shell", "suggest", "view", "term", "exit", "failure",
        ],
    ),
    (
        "diagnose",
        &[
            "api", "args", "client", "context", "exit", "failure", "files", "inbox", "network", "secrets", "session",
            "settings", "sqlite", "suggest", "view",
        ],
    ),
    (
        "commands",
        &[
            "api",
            "args",
            "blocking",
            "chart",
            "client",
            "clock",
            "connections",
            "context",
            "diagnose",
            "drill",
            "exchange",
            "exit",
            "exposition",
            "failure",
            "files",
            "glob",
            "health",
            "hex",
            "html",
            "inbox",
            "journal",
            "junit",
            "live",
            "measure",
            "monitor",
            "record",
            "requests",
            "samples",
            "sandbox",
            "secret",
            "secrets",
            "serve",
            "session",
            "settings",
            "shell",
            "shutdown",
            "sqlite",
            "suggest",
            "support",
            "term",
            "view",
            "webhooks",
            "why",
            "world",
        ],
    ),
    ("cli", &["*"]),
    ("bug", &["files", "exit", "settings"]),
    ("lib", &["*"]),
    ("main", &["*"]),
];

pub fn source_files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder).expect("a readable folder").flatten() {
            let path = entry.path();
            if path.is_dir() && path.file_name().is_some_and(|name| name != "target") {
                open.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Returns every module named by a `crate::` path in code, comments left out.
fn named_modules(text: &str) -> BTreeSet<String> {
    let code: String =
        text.lines().map(|line| line.split_once("//").map_or(line, |(code, _)| code)).collect::<Vec<_>>().join("\n");
    let mut names = BTreeSet::new();
    for (at, _) in code.match_indices("crate::") {
        if code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_') {
            continue; // `some_crate::`
        }
        let rest = &code[at + "crate::".len()..];
        if let Some(group) = rest.strip_prefix('{') {
            let mut depth = 0_i32;
            let mut word = String::new();
            for c in group.chars() {
                match c {
                    '{' => depth += 1,
                    '}' if depth == 0 => break,
                    '}' => depth -= 1,
                    ',' if depth == 0 => {
                        names.insert(std::mem::take(&mut word));
                    }
                    _ if depth == 0 => word.push(c),
                    _ => {}
                }
            }
            names.insert(word);
        } else {
            names.insert(rest.to_owned());
        }
    }
    names
        .into_iter()
        .map(|name| name.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>())
        .filter(|name| !name.is_empty())
        .collect()
}

#[test]
fn every_module_keeps_to_its_layer() {
    let source = root().join("src");
    let mut broken = Vec::new();
    for path in source_files(&source) {
        let inside = path.strip_prefix(&source).expect("below src");
        // The modules of the package `base` are known to all others by their own names.
        let inside = inside.strip_prefix("base").unwrap_or(inside);
        let first = inside.components().next().expect("a name").as_os_str().to_string_lossy().into_owned();
        let module = first.trim_end_matches(".rs").to_owned();
        let Some((_, may)) = MAY_USE.iter().find(|(name, _)| *name == module) else {
            broken.push(format!("{}: module `{module}` is not in the table of layers", inside.display()));
            continue;
        };
        if may.contains(&"*") {
            continue;
        }
        for name in named_modules(&fs::read_to_string(&path).expect("readable")) {
            let is_module = MAY_USE.iter().any(|(known, _)| *known == name);
            if is_module && name != module && !may.contains(&name.as_str()) {
                broken.push(format!("{}: `{module}` may not use `crate::{name}`", inside.display()));
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn no_command_uses_another_nouns_files() {
    let commands = root().join("src/commands");
    let mut broken = Vec::new();
    for path in source_files(&commands) {
        let inside = path.strip_prefix(&commands).expect("below commands").with_extension("");
        let mut module: Vec<_> =
            inside.components().map(|part| part.as_os_str().to_string_lossy().into_owned()).collect();
        module.retain(|part| part != "mod");
        let Some(noun) = module.first().cloned() else { continue };
        let text = fs::read_to_string(&path).expect("readable");
        // As many `super` as the module is deep lead to `commands`.
        let up = "super::".repeat(module.len());
        for line in text.lines().map(|line| line.split_once("//").map_or(line, |(code, _)| code)) {
            let beginnings = ["crate::commands::", &up]
                .map(|start| line.match_indices(start).map(|(at, found)| at + found.len()).collect::<Vec<_>>());
            for at in beginnings.into_iter().flatten() {
                let name: String = line[at..].chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                let is_module = commands.join(&name).is_dir() || commands.join(format!("{name}.rs")).is_file();
                if !name.is_empty() && is_module && name != noun {
                    broken.push(format!("{}: `{noun}` may not use `commands::{name}`", path.display()));
                }
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn only_the_sandbox_commands_and_the_context_name_the_sandbox() {
    let source = root().join("src");
    let may = ["sandbox", "commands/sandbox", "commands/demo", "context", "lib.rs"];
    for path in source_files(&source) {
        let inside = path.strip_prefix(&source).expect("below src").to_string_lossy().into_owned();
        if may.iter().any(|name| inside.starts_with(name)) {
            continue;
        }
        let names = named_modules(&fs::read_to_string(&path).expect("readable"));
        assert!(!names.contains("sandbox"), "{inside} names `crate::sandbox`");
    }
}

#[test]
fn no_file_is_longer_than_the_wall() {
    const WALL: usize = 400;
    let mut long = Vec::new();
    for folder in ["src", "tests"] {
        for path in source_files(&root().join(folder)) {
            let lines = fs::read_to_string(&path).expect("readable").lines().count();
            if lines > WALL {
                long.push(format!("{}: {lines} lines", path.strip_prefix(root()).expect("below").display()));
            }
        }
    }
    assert!(long.is_empty(), "longer than {WALL} lines:\n{}", long.join("\n"));
}

#[test]
fn nothing_is_called_utils() {
    for folder in ["src", "tests"] {
        for path in source_files(&root().join(folder)) {
            for part in path.strip_prefix(root()).expect("below").components() {
                let name = part.as_os_str().to_string_lossy();
                let stem = name.trim_end_matches(".rs");
                let banned = ["util", "utils", "helper", "helpers", "common", "misc", "manager"];
                assert!(!banned.contains(&stem), "{}: `{stem}` says nothing", path.display());
            }
        }
    }
}

#[test]
fn every_file_is_compiled() {
    for top in ["src", "tests/it"] {
        for path in source_files(&root().join(top)) {
            let stem = path.file_stem().expect("a name").to_string_lossy().into_owned();
            let folder = path.parent().expect("a folder");
            let (name, above) = if stem == "mod" {
                let name = folder.file_name().expect("a name").to_string_lossy().into_owned();
                (name, folder.parent().expect("a folder"))
            } else {
                (stem, folder)
            };
            if ["main", "lib"].contains(&name.as_str()) {
                continue;
            }
            let listed = ["mod.rs", "lib.rs", "main.rs"]
                .iter()
                .filter_map(|file| fs::read_to_string(above.join(file)).ok())
                .any(|text| text.contains(&format!("mod {name};")) || text.contains(&format!("\"{name}.rs\"")));
            assert!(listed, "{} is not listed by a module above it", path.display());
        }
    }
}

#[test]
fn no_marker_of_unfinished_work_is_left() {
    let words = [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("XX", "X:"), concat!("Being", " built.")];
    for folder in ["src", "tests/it", "tests/bench"] {
        for path in source_files(&root().join(folder)) {
            let text = fs::read_to_string(&path).expect("readable");
            for word in words {
                assert!(!text.contains(word), "{}: `{word}`", path.display());
            }
        }
    }
}

#[test]
fn the_reader_of_imports_reads_groups() {
    let text = "use crate::{api::{a, b}, exit::Exit,\n  term};\n// crate::cli\nlet x = crate::secret::Secret::new();";
    let names: Vec<_> = named_modules(text).into_iter().collect();
    assert_eq!(names, ["api", "exit", "secret", "term"]);
}
