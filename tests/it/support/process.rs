//! The real binary as a process of its own, on a machine that holds nothing.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

use super::until::{PATIENCE, within};
use serde_json::Value;

/// A home folder of its own, and a folder for temporary files.
pub struct Home {
    folder: tempfile::TempDir,
}

impl Home {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        std::fs::create_dir(folder.path().join("home")).expect("made");
        std::fs::create_dir(folder.path().join("tmp")).expect("made");
        Self { folder }
    }

    pub fn path(&self) -> PathBuf {
        self.folder.path().join("home")
    }

    /// Where temporary files go.
    pub fn temporary(&self) -> PathBuf {
        self.folder.path().join("tmp")
    }

    /// The folder that holds the sandbox's state.
    pub fn data(&self) -> PathBuf {
        self.path().join(".local/share/makini")
    }

    /// The binary, with nothing in its environment but these two folders.
    pub fn makini(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_makini"));
        command.args(args).env_clear().env("HOME", self.path()).env("TMPDIR", self.temporary());
        command.stdin(Stdio::null());
        command
    }

    /// Runs the binary to its end.
    pub fn run(&self, args: &[&str]) -> Output {
        self.makini(args).output().expect("started")
    }

    /// Runs the binary, which has to end well, and reads its answer as JSON.
    #[track_caller]
    pub fn json(&self, args: &[&str]) -> Value {
        let output = self.run(args);
        assert_eq!(output.status.code(), Some(0), "{}", text(&output));
        serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error}\n{}", text(&output)))
    }
}

/// Both streams, for a message.
pub fn text(output: &Output) -> String {
    format!("{}\n{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

/// A process that is ended with the test.
pub struct Running(Option<Child>);

impl Running {
    pub fn start(command: &mut Command) -> Self {
        Self(Some(command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("started")))
    }

    /// The same with its messages in a file, to read while it runs.
    pub fn start_with_messages(command: &mut Command, messages: &Path) -> Self {
        let file = std::fs::File::create(messages).expect("a file");
        Self(Some(command.stdout(Stdio::piped()).stderr(file).spawn().expect("started")))
    }

    /// The same of a process that was started otherwise.
    pub fn of(child: Child) -> Self {
        Self(Some(child))
    }

    pub fn pid(&self) -> u32 {
        self.child().id()
    }

    fn child(&self) -> &Child {
        self.0.as_ref().expect("it runs")
    }

    /// Returns whether it has ended by itself.
    pub fn has_ended(&mut self) -> bool {
        self.0.as_mut().expect("it runs").try_wait().expect("ours").is_some()
    }

    #[cfg(unix)]
    pub fn signal(&self, signal: rustix::process::Signal) {
        rustix::process::kill_process(rustix::process::Pid::from_child(self.child()), signal).expect("it runs");
    }

    /// Waits for its end, at most [`PATIENCE`].
    #[track_caller]
    pub fn wait(mut self) -> Output {
        let mut child = self.0.take().expect("it runs");
        if within(PATIENCE, || child.try_wait().expect("ours")).is_some() {
            return child.wait_with_output().expect("ended");
        }
        child.kill().ok();
        panic!("it does not end: {}", text(&child.wait_with_output().expect("ended")));
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        if let Some(mut child) = self.0.take() {
            child.kill().ok();
            child.wait().ok();
        }
    }
}

/// Waits for a file that appears as a whole, at most [`PATIENCE`].
#[track_caller]
pub fn wait_for(path: &Path) -> String {
    within(PATIENCE, || std::fs::read_to_string(path).ok())
        .unwrap_or_else(|| panic!("`{}` does not appear", path.display()))
}
