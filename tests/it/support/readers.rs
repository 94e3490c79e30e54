//! Libraries of Python that other programs read with what this program writes.

use std::path::Path;
use std::process::{Command, Stdio};

use super::require;

/// Returns the Python that has the libraries, where there is one.
#[expect(clippy::disallowed_methods, reason = "a switch of the test run, not of the product")]
pub fn python() -> Option<String> {
    let python = std::env::var("MAKINI_TEST_REPORTS").unwrap_or_else(|_| "python3".into());
    let imports = "import grafana_foundation_sdk, jsonschema, prometheus_client.openmetrics";
    let imported = Command::new(&python).args(["-c", imports]).stderr(Stdio::null()).status();
    require::given("report-readers", imported.is_ok_and(|status| status.success())).then_some(python)
}

/// Runs the library's reader and returns its number.
#[track_caller]
pub fn read(python: &str, arguments: &[&Path]) -> usize {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/read_report.py");
    let read = Command::new(python).arg(script).args(arguments).output().expect("runs");
    let stderr = String::from_utf8_lossy(&read.stderr);
    assert!(read.status.success(), "{arguments:?}: {}", &stderr[stderr.len().saturating_sub(2000)..]);
    String::from_utf8_lossy(&read.stdout).trim().parse().expect("a number")
}
