//! Who imports whom, file by file: circles of imports stay within their limits, and the rows inside a module keep their
//! order.
//!
//! A file imports another when a path in its code (`crate::…`, `super::…`, `self::…`, or a module below it) leads there.
//! A path ends at the last segment that is a file, so a re-export counts as an import of the `mod.rs` that holds it, and
//! that `mod.rs` imports the file it re-exports from. Comments, strings and unit tests do not count.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

mod code;

use self::code::{code_of, expand, words};
use crate::layers::{root, source_files};

/// The most files that one circle of imports may have, by module. A longer path is counted apart from its parent. A
/// module that is not listed may have none.
const LIMITS: &[(&str, usize)] = &[
    ("api", 2),
    ("cli", 7),
    ("client", 2),
    ("commands", 4),
    ("context", 2),
    ("files", 5),
    ("health", 8),
    ("inbox", 7),
    ("journal", 3),
    ("live", 4),
    ("measure", 3),
    // Nine were allowed once it was no longer one circle of 72 files.
    ("sandbox", 1),
    ("sandbox/entities", 15),
    ("secrets", 11),
    ("session", 4),
    ("settings", 2),
    ("term", 7),
    ("view", 9),
    ("webhooks", 5),
];

/// Folders of `src` that are packages of their own: `crate` in them is that folder.
const PACKAGES: [&str; 2] = ["base", "webhooks"];

/// A file of the crate, by its module path, and the modules it imports.
type Graph = BTreeMap<String, BTreeSet<String>>;

/// Rows inside a module, from the leaves up: a file imports only from its own row and from those before it.
const ROWS: &[(&str, &[&str])] = &[
    (
        "webhooks",
        &[
            // Texts and keys.
            "canonical header public_url text",
            "scheme",
            "hmac",
            "secrets",
            "reason",
            "signature_header",
            // One delivery.
            "verify",
            "sign",
            // What is built on it.
            "batch capture explain",
        ],
    ),
    (
        "sandbox",
        &[
            // Values, data and what they are computed from.
            "account allowed_hosts catalogue challenge entities error ids options paging paths pattern source time \
         webhook_condition",
            // The database.
            "store vault",
            "state",
            // Rules: what follows from what.
            "alerts connecting connection_lifecycle events faults flows health source_calls syncing webhook_endpoints",
            // What happens as time passes.
            "advance delivery due",
            // Requests and files.
            "auth body middleware request_facts seed snapshot",
            "routes",
            "scenario server",
        ],
    ),
];

#[test]
fn circles_of_imports_stay_within_their_limits() {
    let graph = graph();
    let mut largest: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for circle in circles(&graph) {
        let mut parts: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for file in circle {
            parts.entry(limited(file)).or_default().push(file);
        }
        for (module, files) in parts {
            if files.len() > largest.get(module).map_or(1, Vec::len) {
                largest.insert(module, files);
            }
        }
    }
    let mut report = String::from("largest circle of imports, by module (limit):\n");
    let mut broken = Vec::new();
    for (module, files) in &largest {
        let limit = LIMITS.iter().find(|(name, _)| name == module).map_or(1, |(_, limit)| *limit);
        report.push_str(&format!("  {module}: {} files ({limit})\n", files.len()));
        if files.len() > limit {
            broken.push(format!(
                "{module}: {} files import each other, {limit} may: {}",
                files.len(),
                files.join(", ")
            ));
        }
    }
    for (module, limit) in LIMITS {
        let found = largest.get(module).map_or(0, Vec::len);
        if found == 0 {
            report.push_str(&format!("  {module}: none ({limit})\n"));
        }
    }
    println!("{report}");
    assert!(broken.is_empty(), "{}\n{report}", broken.join("\n"));
}

#[test]
fn inner_rows_keep_their_order() {
    let graph = graph();
    let mut broken = BTreeSet::new();
    for (module, rows) in ROWS {
        let child = |path: &str| {
            let rest = path.strip_prefix(module)?.strip_prefix('/')?;
            Some(rest.split('/').next().unwrap_or(rest).to_owned())
        };
        let row = |name: &str| rows.iter().position(|row| row.split(' ').any(|known| known == name));
        for (file, imports) in &graph {
            let Some(name) = child(file) else { continue };
            let Some(own) = row(&name) else {
                broken.insert(format!("`{module}/{name}` is not in the table of rows"));
                continue;
            };
            for import in imports {
                let is_above = child(import).and_then(|other| row(&other)).is_some_and(|other| other > own);
                if is_above || import == module {
                    broken.insert(format!("`{file}` may not import `{import}`, which is above it"));
                }
            }
        }
        for name in rows.iter().flat_map(|row| row.split(' ')) {
            let exists = graph.keys().any(|file| child(file).as_deref() == Some(name));
            assert!(exists, "the table of rows has `{module}/{name}`, which does not exist");
        }
    }
    assert!(broken.is_empty(), "{}", broken.into_iter().collect::<Vec<_>>().join("\n"));
}

/// Returns the entry of [`LIMITS`] that a file is counted in: the longest that fits, or its top module.
fn limited(file: &str) -> &str {
    let fits = |name: &str| file == name || file.strip_prefix(name).is_some_and(|rest| rest.starts_with('/'));
    let listed = LIMITS.iter().map(|(name, _)| *name).filter(|name| fits(name)).max_by_key(|name| name.len());
    listed.unwrap_or_else(|| file.split('/').next().unwrap_or(file))
}

fn graph() -> Graph {
    let source = root().join("src");
    let mut files = BTreeMap::new();
    for path in source_files(&source) {
        let inside = path.strip_prefix(&source).expect("below src").to_string_lossy().replace('\\', "/");
        let module = inside.trim_end_matches(".rs").trim_end_matches("/mod").trim_end_matches("/lib").to_owned();
        if !module.ends_with("/tests") && module != "lib" {
            files.insert(module, code_of(&fs::read_to_string(&path).expect("readable")));
        }
    }
    let modules: BTreeSet<&str> = files.keys().map(String::as_str).collect();
    files.iter().map(|(module, code)| (module.clone(), imports(module, code, &modules))).collect()
}

/// Returns the modules that the paths in a file lead to.
fn imports(module: &str, code: &str, modules: &BTreeSet<&str>) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (at, word) in words(code) {
        let before = code[..at].trim_end();
        if before.ends_with("::") || before.ends_with('\'') || !code[at + word.len()..].trim_start().starts_with("::") {
            continue;
        }
        let mut paths = Vec::new();
        expand(&code[at..], &mut Vec::new(), &mut paths);
        for path in paths {
            if let Some(target) = resolve(module, &path, modules).filter(|target| target != module) {
                found.insert(target);
            }
        }
    }
    found
}

/// Follows a path from a module as far as it leads to files.
fn resolve(module: &str, path: &[&str], modules: &BTreeSet<&str>) -> Option<String> {
    let child = |base: &str, name: &str| if base.is_empty() { name.to_owned() } else { format!("{base}/{name}") };
    let mut rest = path;
    let mut base = module.to_owned();
    match *path.first()? {
        "crate" => {
            rest = &path[1..];
            let top = module.split('/').next().unwrap_or(module);
            let has = |base: &str| rest.first().is_some_and(|name| modules.contains(child(base, name).as_str()));
            // `base` is known to all others by the names of its modules.
            base = if PACKAGES.contains(&top) && (has(top) || !has("base")) {
                top.to_owned()
            } else if has("base") {
                "base".to_owned()
            } else {
                String::new()
            };
        }
        "self" => rest = &path[1..],
        "super" => {
            while rest.first() == Some(&"super") {
                base = base.rsplit_once('/').map_or(String::new(), |(above, _)| above.to_owned());
                rest = &rest[1..];
            }
        }
        first if modules.contains(child(module, first).as_str()) => {}
        _ => return None,
    }
    for segment in rest {
        let next = child(&base, segment);
        if !modules.contains(next.as_str()) {
            break;
        }
        base = next;
    }
    modules.contains(base.as_str()).then_some(base)
}

/// Returns the strongly connected components with more than one file, inside each top module (Tarjan).
fn circles(graph: &Graph) -> Vec<Vec<&str>> {
    let mut search = Search::new(graph);
    for file in graph.keys() {
        if !search.number.contains_key(file.as_str()) {
            search.visit(file);
        }
    }
    search.found.retain(|circle| circle.len() > 1);
    search.found
}

struct Search<'a> {
    graph: &'a Graph,
    number: BTreeMap<&'a str, usize>,
    lowest: BTreeMap<&'a str, usize>,
    open: Vec<&'a str>,
    found: Vec<Vec<&'a str>>,
}

impl<'a> Search<'a> {
    fn new(graph: &'a Graph) -> Self {
        Self { graph, number: BTreeMap::new(), lowest: BTreeMap::new(), open: Vec::new(), found: Vec::new() }
    }

    fn visit(&mut self, file: &'a str) {
        let number = self.number.len();
        self.number.insert(file, number);
        self.lowest.insert(file, number);
        self.open.push(file);
        let top = |file: &str| file.split('/').next().map(str::to_owned);
        for import in self.graph[file].iter().filter(|import| top(import) == top(file)) {
            if !self.number.contains_key(import.as_str()) {
                self.visit(import);
                self.reach(file, self.lowest[import.as_str()]);
            } else if self.open.contains(&import.as_str()) {
                self.reach(file, self.number[import.as_str()]);
            }
        }
        if self.lowest[file] == number {
            let start = self.open.iter().rposition(|open| *open == file).expect("pushed above");
            let mut circle = self.open.split_off(start);
            circle.sort_unstable();
            self.found.push(circle);
        }
    }

    fn reach(&mut self, file: &'a str, number: usize) {
        let lowest = self.lowest.entry(file).or_insert(number);
        *lowest = number.min(*lowest);
    }
}

#[test]
fn paths_lead_to_files() {
    let code = code_of(
        "use crate::a::{self, b::{C, d as e}, F};\n// crate::x\nuse super::y::Z;\nlet s = \"crate::x\"; let c = ['\"', '…', '\\''];\n\
         fn f<'a>() { child::go(); other::go(); r#\"crate::x\"#; std::a::b(); }\n\
         #[cfg(test)]\nmod tests { use crate::x; { } }\nuse crate::last;",
    );
    let modules = ["a", "a/b", "x", "m", "m/y", "m/n", "m/n/child", "last"].into();
    let found: Vec<_> = imports("m/n", &code, &modules).into_iter().collect();
    assert_eq!(found, ["a", "a/b", "last", "m/n/child", "m/y"]);
}

#[test]
fn circles_are_found() {
    let edges = [("t/a", "t/b"), ("t/b", "t/c"), ("t/c", "t/a"), ("t/c", "t/d"), ("t/d", "t/e"), ("u/a", "t/a")];
    let mut graph = Graph::new();
    for (from, to) in edges {
        graph.entry(from.to_owned()).or_default().insert(to.to_owned());
        graph.entry(to.to_owned()).or_default();
    }
    graph.entry("t/a".into()).or_default().insert("u/a".into());
    assert_eq!(circles(&graph), [["t/a", "t/b", "t/c"]]);
}
