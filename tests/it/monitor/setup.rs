//! What `--print` prints, read by what it is for.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use makini::exit::Exit;
use serde_json::Value;

use super::exposed::{ask, during};
use super::machine;
use crate::support::world::Machine;
use crate::support::{readers, require};

fn printed(what: &str) -> String {
    Machine::new().run(&format!("monitor --print {what}")).ok().stdout
}

/// Runs a tool in a folder; it must accept what is there without a word on stderr.
fn accepts(folder: &Path, program: &Path, args: &[&str]) {
    let ended = Command::new(program).args(args).current_dir(folder).output().expect("runs");
    let printed = crate::support::process::text(&ended);
    assert!(ended.status.success() && ended.stderr.is_empty(), "{printed}");
}

/// Names of metrics in a text.
fn metrics(text: &str) -> BTreeSet<String> {
    let starts = text.match_indices("makini_").map(|(at, _)| &text[at..]);
    let name = |rest: &str| rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
    starts.map(name).collect()
}

/// Names of the samples that can be in `/metrics`.
fn exposed() -> BTreeSet<String> {
    let (machine, plant) = machine();
    plant.connected("inextia", "Plant 7");
    let (_, _, (_, text)) = during(machine, "", |url| ask(url, "/metrics", ""));
    let mut names = BTreeSet::new();
    for line in text.lines().filter_map(|line| line.strip_prefix("# TYPE ")) {
        let (name, kind) = line.split_once(' ').expect("a type");
        let ends: &[&str] = if kind == "histogram" { &["_bucket", "_sum", "_count"] } else { &[""] };
        names.extend(ends.iter().map(|end| format!("{name}{end}")));
    }
    names
}

#[test]
fn rules_and_dashboard_name_metrics_that_there_are() {
    let known = exposed();
    for what in ["prometheus-rules", "grafana"] {
        let named = metrics(&printed(what));
        assert!(named.len() > 8, "{named:?}");
        let unknown: Vec<_> = named.difference(&known).collect();
        assert!(unknown.is_empty(), "{what}: {unknown:?} of {known:?}");
    }
}

#[test]
fn prometheus_accepts_the_rules_and_each_fires_when_it_should() {
    let (rules, dashboard) = (printed("prometheus-rules"), printed("grafana"));
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/monitor/rules_test.yaml");
    let tests = std::fs::read_to_string(tests).expect("there");
    for alert in rules.lines().filter_map(|line| line.trim().strip_prefix("- alert: ")) {
        assert!(tests.contains(&format!("alertname: {alert}\n")), "{alert} is not tried");
    }
    if !require::tool("promtool") {
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("rules.yaml"), rules).expect("written");
    std::fs::write(folder.path().join("rules_test.yaml"), tests).expect("written");
    // Each query of the dashboard as a rule, which is parsed in the same way.
    let dashboard: Value = serde_json::from_str(&dashboard).expect("JSON");
    let panels = dashboard["panels"].as_array().expect("panels");
    let queries = panels.iter().flat_map(|panel| panel["targets"].as_array().expect("targets"));
    let queries: Vec<String> =
        queries.map(|target| format!("      - {{ record: q, expr: {} }}", target["expr"])).collect();
    assert!(queries.len() >= panels.len());
    let queries = format!("groups:\n  - name: dashboard\n    rules:\n{}\n", queries.join("\n"));
    std::fs::write(folder.path().join("queries.yaml"), queries).expect("written");
    let promtool = Path::new("promtool");
    accepts(folder.path(), promtool, &["check", "rules", "--lint=none", "rules.yaml", "queries.yaml"]);
    accepts(folder.path(), promtool, &["test", "rules", "rules_test.yaml"]);
}

#[test]
fn grafana_knows_everything_in_the_dashboard() {
    let Some(python) = readers::python() else { return };
    let file = tempfile::NamedTempFile::new().expect("a file");
    std::fs::write(file.path(), printed("grafana")).expect("written");
    assert!(readers::read(&python, &[Path::new("grafana"), file.path()]) > 8);
}

#[test]
fn systemd_and_kubernetes_accept_theirs() {
    let folder = tempfile::tempdir().expect("a folder");
    if require::tool("systemd-analyze") {
        let unit = printed("systemd").replace("/usr/bin/makini", env!("CARGO_BIN_EXE_makini"));
        std::fs::write(folder.path().join("makini-monitor.service"), unit).expect("written");
        accepts(folder.path(), Path::new("systemd-analyze"), &["verify", "--man=no", "./makini-monitor.service"]);
    }
    if let Some(validator) = validator() {
        std::fs::write(folder.path().join("monitor.yaml"), printed("kubernetes")).expect("written");
        let ended = Command::new(validator).arg("--strict").arg(folder.path().join("monitor.yaml")).output();
        let ended = ended.expect("runs");
        let printed = crate::support::process::text(&ended);
        assert!(ended.status.success() && printed.matches("passed").count() == 2, "{printed}");
    }
}

/// Checks a manifest against the published schemas.
fn validator() -> Option<PathBuf> {
    #[expect(clippy::disallowed_methods, reason = "a switch of the test run, not of the product")]
    let found = std::env::var_os("MAKINI_TEST_KUBERNETES").map(PathBuf::from).filter(|path| path.is_file());
    require::given("kubernetes-validate", found.is_some());
    found
}

/// What the files start is a command of this program.
#[test]
fn the_arguments_in_them_are_arguments() {
    let unit = printed("systemd");
    let line = unit.lines().find_map(|line| line.strip_prefix("ExecStart=/usr/bin/makini ")).expect("a command");
    let manifest = printed("kubernetes");
    let args = manifest.lines().skip_while(|line| line.trim() != "args:").skip(1);
    let args: Vec<&str> = args.map_while(|line| line.trim().strip_prefix("- ")).collect();
    for words in [line.split(' ').collect::<Vec<_>>(), args] {
        let words = std::iter::once("makini").chain(words);
        let matches = <makini::cli::Cli as clap::CommandFactory>::command().try_get_matches_from(words);
        assert_eq!(matches.expect("it parses").subcommand_name(), Some("monitor"));
    }
    Machine::new().run("monitor --print systemd --rounds 1").expect(Exit::Usage);
}
