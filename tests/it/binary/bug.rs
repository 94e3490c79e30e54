//! A defect of ours: what is said, what is kept, and what is not.

use std::process::{Command, Stdio};
use std::sync::Arc;

use makini::clock::Clock;
use makini::exit::Exit;
use makini::secret::Secret;
use makini::secrets::{SecretName, SecretStore, StoreError};
use makini::settings::env::Env;
use makini::shutdown::Signal;
use makini::term::{Streams, Terminal};
use makini::world::World;

use crate::support::process::Home;

const CANARY: &str = "mk_live_CANARYpanic_Rb5Qe1Xk8Wn3";

/// A store with a defect, whose message holds what it should not.
struct Defect;

impl SecretStore for Defect {
    fn describe(&self) -> String {
        "a store with a defect".into()
    }

    fn get(&self, name: &SecretName) -> Result<Option<Secret>, StoreError> {
        panic!("a defect of this test, with {CANARY} for {name}");
    }

    fn put(&self, _: &SecretName, _: &Secret) -> Result<(), StoreError> {
        Ok(())
    }

    fn delete(&self, _: &SecretName) -> Result<bool, StoreError> {
        Ok(false)
    }
}

/// Runs in a process of its own, as [`a_panic_ends_with_an_apology_and_a_report`] starts it: the hook is the whole
/// process's.
#[test]
#[ignore = "started by the test beside it"]
fn child() {
    makini::bug::install();
    let world = World {
        args: ["makini", "connections", "list", "--server", "http://127.0.0.1:9"].map(Into::into).to_vec(),
        env: Env::from_process(),
        cwd: "/".into(),
        streams: Streams {
            stdin: Box::new(std::io::empty()),
            stdout: Box::new(std::io::sink()),
            stderr: Box::new(std::io::stderr()),
        },
        terminal: Terminal::default(),
        clock: Clock::system(),
        prompter: None,
        keyring: Some(Arc::new(Defect)),
        browser: Arc::new(|_| false),
        shutdown: Signal::Never,
    };
    assert_eq!(makini::run(world), Exit::Bug);
}

#[test]
fn a_panic_ends_with_an_apology_and_a_report() {
    let home = Home::new();
    let config = home.path().join(".config/makini/config.toml");
    std::fs::create_dir_all(config.parent().expect("a folder")).expect("made");
    std::fs::write(&config, "# mine\n[profile.default]\nretries = \"1\"\n").expect("written");
    let mut command = Command::new("sh");
    // Cores are allowed, so that there would be one.
    command.args(["-c", "ulimit -c unlimited; exec \"$0\" \"$@\""]).arg(std::env::current_exe().expect("this one"));
    command.args(["--exact", "binary::bug::child", "--ignored", "--nocapture"]);
    command.env_clear().env("HOME", home.path()).env("TMPDIR", home.temporary()).current_dir(home.path());
    let output = command.stdin(Stdio::null()).output().expect("started");
    let stderr = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{stderr}");

    let report = stderr.lines().find_map(|line| line.trim().strip_prefix("report: ")).expect("the path of a report");
    insta::assert_snapshot!(stderr.replace(report, "REPORT"), @r"
    error: makini has a bug and had to stop; this is our fault, not yours
      report: REPORT
      hint: send the report to the makini developers; it holds no input and no secret
    ");
    let text = std::fs::read_to_string(report).expect("the report is there");
    assert!(text.contains(&format!("makini {}", env!("CARGO_PKG_VERSION"))), "{text}");
    assert!(text.contains("tests/it/binary/bug.rs"), "where it happened: {text}");
    assert!(!text.contains("CANARY") && !stderr.contains("CANARY"), "{text}{stderr}");
    assert!(report.starts_with(&home.path().display().to_string()), "{report}");
    let cores = std::fs::read_dir(home.path()).expect("readable").flatten();
    let cores: Vec<_> = cores.filter(|entry| entry.file_name().to_string_lossy().starts_with("core")).collect();
    assert!(cores.is_empty(), "{cores:?}");
    assert!(std::fs::read_to_string(&config).expect("there").starts_with("# mine\n"), "the configuration is intact");
}
