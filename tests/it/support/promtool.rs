//! Prometheus' own reader of metrics, and its style rules.

use std::io::Write as _;
use std::process::{Command, Stdio};

use super::require;

/// Checks that `promtool` takes a text as it is, where it is installed.
#[track_caller]
pub fn accepts(text: &str) {
    if !require::tool("promtool") {
        return;
    }
    let mut tool = Command::new("promtool");
    let mut tool = tool.args(["check", "metrics"]).stdin(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("runs");
    tool.stdin.take().expect("piped").write_all(text.as_bytes()).expect("is read");
    let ended = tool.wait_with_output().expect("ends");
    let printed = String::from_utf8_lossy(&ended.stderr);
    assert!(ended.status.success() && printed.is_empty(), "{printed}\n{text}");
}
