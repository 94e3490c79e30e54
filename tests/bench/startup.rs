//! What it costs to start, against the smallest program there is, as ratios from one run.
//!
//! `cargo bench --bench startup` compiles a Rust hello-world in a temporary folder and starts it and makini in turns, so
//! that whatever else the machine does hits both. Each ratio is the median of the ratios of its rounds.
//! `MAKINI_BENCH_ROUNDS` sets another number of rounds.

#![expect(clippy::print_stdout, reason = "the report is the purpose")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// What a start may cost, in starts of a hello-world.
const GOAL: f64 = 2.0;
const SECRET: &str = "whsec_bench_secret";

fn main() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let Some(hello) = hello(folder.path()) else {
        println!("rustc is not here: nothing to compare with");
        return;
    };
    let makini = Path::new(env!("CARGO_BIN_EXE_makini"));
    let signature = signed(makini, folder.path());
    let verify =
        ["webhooks", "verify", "body.json", "--secret-file", "secret", "-H", &signature].map(str::to_owned).to_vec();
    let words = |line: &str| line.split(' ').map(str::to_owned).collect::<Vec<_>>();
    let complete = [("COMPLETE", "bash"), ("_CLAP_COMPLETE_INDEX", "1"), ("_CLAP_IFS", "\n")];
    let deep = [("COMPLETE", "bash"), ("_CLAP_COMPLETE_INDEX", "2"), ("_CLAP_IFS", "\n")];
    let cases = [
        ("--version", words("--version"), &[][..], true),
        ("completion of `makini c`", words("-- makini c"), &complete, true),
        ("completion of `makini sync `", words("-- makini sync w"), &deep, true),
        ("--help", words("--help"), &[], false),
        ("sync start --help", words("sync start --help"), &[], false),
        ("exit-codes", words("exit-codes"), &[], false),
        ("webhooks verify", verify, &[], false),
    ];
    let rounds = rounds();
    let mut times = vec![(Vec::new(), Vec::new()); cases.len()];
    for round in 0..=rounds {
        for ((_, args, env, _), (ratios, own)) in cases.iter().zip(&mut times) {
            let floor = started(&hello, &[], &[], folder.path());
            let time = started(makini, args, env, folder.path());
            // The first round fills the caches of the machine.
            if round > 0 {
                ratios.push(time.as_secs_f64() / floor.as_secs_f64());
                own.push(time.as_secs_f64());
            }
        }
    }
    println!("{rounds} rounds; a start of makini in starts of a hello-world, medians");
    for ((name, .., promised), (ratios, own)) in cases.iter().zip(&mut times) {
        let ratio = median(ratios);
        let verdict = match (promised, ratio <= GOAL) {
            (false, _) => String::new(),
            (true, true) => format!("  within the goal of {GOAL}x"),
            (true, false) => format!("  MISSES the goal of {GOAL}x"),
        };
        println!("{name:<28} {ratio:>6.2}x {:>8.2} ms{verdict}", median(own) * 1000.0);
    }
}

#[expect(clippy::disallowed_methods, reason = "a switch of the benchmark, not of the product")]
fn rounds() -> usize {
    std::env::var("MAKINI_BENCH_ROUNDS").ok().and_then(|text| text.parse().ok()).unwrap_or(60)
}

/// Compiles the smallest program, as people release theirs.
fn hello(folder: &Path) -> Option<PathBuf> {
    let (source, program) = (folder.join("hello.rs"), folder.join("hello"));
    fs::write(&source, "fn main() {\n    println!(\"hello\");\n}\n").expect("written");
    let made = Command::new("rustc").arg("-O").arg("-o").arg(&program).arg(&source).status().ok()?;
    made.success().then_some(program)
}

/// Leaves a body and its secret in the folder and returns the header that signs it.
fn signed(makini: &Path, folder: &Path) -> String {
    fs::write(folder.join("body.json"), r#"{"event":"sync.finished","id":"evt_1"}"#).expect("written");
    fs::write(folder.join("secret"), SECRET).expect("written");
    let sign = ["webhooks", "sign", "body.json", "--secret-file", "secret"];
    let output = Command::new(makini).args(sign).current_dir(folder).output().expect("started");
    let text = String::from_utf8(output.stdout).expect("text");
    let found = text.lines().find(|line| line.to_ascii_lowercase().starts_with("x-webhook-signature:"));
    found.unwrap_or_else(|| panic!("no signature: {text}{}", String::from_utf8_lossy(&output.stderr))).to_owned()
}

/// Starts a program with nothing in its environment but a home, and waits for its end, which has to be a good one.
#[expect(clippy::disallowed_methods, reason = "a benchmark measures")]
fn started(program: &Path, args: &[String], env: &[(&str, &str)], folder: &Path) -> Duration {
    let mut command = Command::new(program);
    command.args(args).env_clear().env("HOME", folder).envs(env.iter().copied()).current_dir(folder);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let begun = Instant::now();
    let status = command.status().expect("started");
    let time = begun.elapsed();
    assert!(status.success(), "{} {args:?} ended with {status}", program.display());
    time
}

fn median(values: &mut [f64]) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
