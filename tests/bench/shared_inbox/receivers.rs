//! Receivers as processes of their own, as users run them.

use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use makini::files::{self, Access};
use serde_json::Value;

use super::KEY;
use super::support::until::{PATIENCE, until};

/// A receiver, killed when it is dropped.
pub(super) struct Receiver {
    pub(super) address: SocketAddr,
    child: Child,
}

impl Receiver {
    /// Starts one on the inbox of this address. Its files are in the folder, under this name.
    pub(super) fn start(inbox: &str, folder: &Path, name: &str, more: &[&str]) -> Self {
        let (ready, secret) = (folder.join(format!("{name}.ready")), folder.join("secret.txt"));
        files::save(&secret, KEY.as_bytes(), Access::Owner, "").expect("written");
        std::fs::remove_file(&ready).ok();
        let mut command = Command::new(env!("CARGO_BIN_EXE_makini"));
        command.args(["webhooks", "listen", "--port", "0", "-q", "--max-inbox", "900GiB", "--inbox", inbox]);
        command.arg("--ready-file").arg(&ready);
        command.arg("--secret-file").arg(&secret).args(more);
        command.env_clear().env("HOME", folder).stdin(Stdio::null()).stdout(Stdio::null());
        let child = command.stderr(Stdio::inherit()).spawn().expect("it starts");
        let text = until(PATIENCE, || std::fs::read(&ready).ok().filter(|text| text.ends_with(b"\n")));
        let shown: Value = serde_json::from_slice(&text).expect("JSON");
        let url = shown["url"].as_str().expect("an address");
        Self { address: url.trim_start_matches("http://").parse().expect("an address"), child }
    }

    /// Returns its process number.
    pub(super) fn pid(&self) -> u32 {
        self.child.id()
    }
}

impl Drop for Receiver {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

/// Starts several.
pub(super) fn several(count: usize, inbox: &str, folder: &Path) -> Vec<Receiver> {
    (0..count).map(|n| Receiver::start(inbox, folder, &format!("r{n}"), &[])).collect()
}
