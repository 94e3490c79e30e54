//! The script of `.github/action/check`, run as a runner of workflows runs it.
#![cfg(unix)]

use std::path::Path;
use std::process::{Command, Output, Stdio};

use crate::support::process::{Home, text};
use crate::support::require;

/// What one run of the step left.
struct Ran {
    output: Output,
    outputs: String,
    summary: String,
    report: Option<String>,
}

/// Runs the script with these inputs; nothing where there is no bash.
fn ran(inputs: &[(&str, &str)]) -> Option<Ran> {
    if !require::tool("bash") {
        return None;
    }
    let home = Home::new();
    let file = |name: &str| home.temporary().join(name);
    let binaries = Path::new(env!("CARGO_BIN_EXE_makini")).parent().expect("a folder");
    let output = Command::new("bash")
        .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join(".github/action/check/check"))
        .current_dir(home.path())
        .env_clear()
        .env("PATH", format!("{}:/usr/local/bin:/usr/bin:/bin", binaries.display()))
        .env("HOME", home.path())
        .env("TMPDIR", home.temporary())
        .env("GITHUB_OUTPUT", file("outputs"))
        .env("GITHUB_STEP_SUMMARY", file("summary"))
        .envs(inputs.iter().copied())
        .stdin(Stdio::null())
        .output()
        .expect("bash runs");
    let read = |path: &Path| std::fs::read_to_string(path).unwrap_or_default();
    let (outputs, summary) = (read(&file("outputs")), read(&file("summary")));
    let report = std::fs::read_to_string(home.path().join("reports/check.xml")).ok();
    Some(Ran { output, outputs, summary, report })
}

const REPORT: (&str, &str) = ("INPUT_REPORT", "reports/check.xml");
const SANDBOX: (&str, &str) = ("INPUT_SANDBOX", "true");

#[test]
fn a_good_check_sets_outputs_and_writes_summary_and_report() {
    let Some(ran) = ran(&[SANDBOX, REPORT, ("INPUT_ARGUMENTS", "--allow-none")]) else { return };
    assert_eq!(ran.output.status.code(), Some(0), "{}", text(&ran.output));
    assert_eq!(ran.outputs, "result=ok\nexit-code=0\nreport=reports/check.xml\n");
    assert!(ran.summary.starts_with("### makini check: ok\n\n"), "{}", ran.summary);
    assert!(ran.report.is_some_and(|report| report.contains("<testsuites name=\"makini check\"")));
}

#[test]
fn a_bad_check_fails_the_step_unless_asked_not_to() {
    let inputs = [SANDBOX, REPORT, ("INPUT_ARGUMENTS", "--require=1\r\n\n")];
    let Some(failed) = ran(&inputs) else { return };
    assert_eq!(failed.output.status.code(), Some(1), "{}", text(&failed.output));
    assert_eq!(failed.outputs, "result=unhealthy\nexit-code=1\nreport=reports/check.xml\n");
    assert!(failed.summary.contains("| critical | makini check |"), "{}", failed.summary);
    let passed = ran(&[&inputs[..], &[("INPUT_FAIL", "false")]].concat()).expect("bash is here");
    assert_eq!(passed.output.status.code(), Some(0));
    assert_eq!(passed.outputs, failed.outputs);
}

#[test]
fn a_check_that_could_not_ask_is_an_error_with_its_reason() {
    let server = std::net::TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a port");
    let url = format!("http://{server}");
    let inputs =
        [("INPUT_SERVER", url.as_str()), ("INPUT_TOKEN", "mk_test_action"), ("INPUT_ARGUMENTS", "--retries=0")];
    let Some(ran) = ran(&[&inputs[..], &[REPORT]].concat()) else { return };
    assert_eq!(ran.output.status.code(), Some(9), "{}", text(&ran.output));
    assert_eq!(ran.outputs, "result=error\nexit-code=9\nreport=reports/check.xml\n");
    assert!(ran.summary.contains("could not ask (exit code 9)"), "{}", ran.summary);
    assert!(ran.summary.contains("the connection was refused"), "{}", ran.summary);
    assert!(String::from_utf8_lossy(&ran.output.stderr).contains("::error "), "annotations belong to the log");
}

#[test]
fn an_input_is_a_value_and_never_a_command() {
    let hostile = "$(touch pwned)\"; touch pwned; `touch pwned`\n--help";
    let Some(ran) = ran(&[SANDBOX, REPORT, ("INPUT_CONNECTIONS", hostile)]) else { return };
    assert_eq!(ran.outputs, "result=error\nexit-code=6\nreport=reports/check.xml\n", "{}", text(&ran.output));
    // The text is named as what was asked for, as it stands: no shell has read it.
    assert!(String::from_utf8_lossy(&ran.output.stderr).contains("$(touch pwned)"), "{}", text(&ran.output));
    let two = ran_with_report("check.xml\nresult=ok");
    assert_eq!(two.output.status.code(), Some(2));
    assert_eq!(two.outputs, "", "an input cannot write outputs of its own");
}

fn ran_with_report(name: &str) -> Ran {
    ran(&[SANDBOX, ("INPUT_REPORT", name)]).expect("bash is here")
}
