//! Runs a program with a limit on its time and its output.

use std::ffi::{OsStr, OsString};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use zeroize::Zeroizing;

use crate::secrets::{Notice, env};

/// How much of its output is a secret, and how much of its complaints is read.
const MOST_OUTPUT: u64 = 1 << 20;
const MOST_COMPLAINTS: u64 = 64 << 10;
/// How long a sentence may be.
const LONGEST_REASON: usize = 300;

const FIRST_POLL: Duration = Duration::from_millis(1);
const LAST_POLL: Duration = Duration::from_millis(10);
/// When the person who waits gets a message.
const PATIENCE: Duration = Duration::from_secs(1);
/// How long output may stay open after the program has ended.
const GRACE: Duration = Duration::from_millis(500);

/// Environment and limits of a program that is started.
#[derive(Clone)]
pub struct ProcessOptions {
    /// The environment of this process. Variables with secrets of this program are left out.
    pub environment: Vec<(OsString, OsString)>,
    /// How long it may take.
    pub timeout: Duration,
    /// Receives what is being waited for, after a second.
    pub notice: Option<Notice>,
}

pub(super) enum RunError {
    NotFound(String),
    Relative(String),
    Start(String, io::Error),
    Lost(io::Error),
    TimedOut(u64),
    TooLong(u64),
    StillOpen,
}

/// How a program ended.
pub(super) struct Outcome {
    pub(super) success: bool,
    /// Whether it ended by itself.
    has_status: bool,
    pub(super) stdout: Zeroizing<Vec<u8>>,
    status: String,
    stderr: Zeroizing<Vec<u8>>,
}

impl Outcome {
    /// Returns whether it ended by itself, and not by a signal.
    pub(super) fn has_status(&self) -> bool {
        self.has_status
    }

    /// Returns why it failed, in one line: how it ended and the first line it complained with.
    pub(super) fn complaint(&self) -> String {
        let stderr = String::from_utf8_lossy(&self.stderr);
        let Some(first) = stderr.lines().map(str::trim).find(|line| !line.is_empty()) else {
            return format!("it ended with {}", self.status);
        };
        let mut reason: String = first.chars().take(LONGEST_REASON).collect();
        // A program that complains about what it has just printed must not carry it into an error.
        for secret in String::from_utf8_lossy(&self.stdout).split_whitespace().filter(|word| word.len() >= 4) {
            reason = reason.replace(secret, "[redacted]");
        }
        format!("it ended with {}: {reason}", self.status)
    }
}

impl ProcessOptions {
    /// Runs the words as a program and its arguments, with `input` on its standard input.
    pub(super) fn run(&self, words: &[String], input: Option<&Zeroizing<Vec<u8>>>) -> Result<Outcome, RunError> {
        let (name, arguments) = words.split_first().expect("a command line has a program");
        let program = self.look_up(name)?;
        let mut child = Command::new(program)
            .args(arguments)
            .env_clear()
            .envs(self.environment.iter().filter(|(name, _)| !env::is_secret(&name.to_string_lossy())).cloned())
            .stdin(if input.is_some() { Stdio::piped() } else { Stdio::null() })
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .map_err(|error| RunError::Start(name.clone(), error))?;
        if let (Some(mut pipe), Some(input)) = (child.stdin.take(), input.cloned()) {
            // On its own thread: a program that does not read must not hold us up. One that stops reading is judged
            // by how it ends.
            thread::spawn(move || drop(pipe.write_all(&input)));
        }
        let stdout = read_aside(child.stdout.take().expect("piped"), MOST_OUTPUT);
        let stderr = read_aside(child.stderr.take().expect("piped"), MOST_COMPLAINTS);
        let ended = self.wait(&mut child, name);
        if ended.is_err() {
            // It may have ended by itself in the meantime, which is as well.
            let _ = child.kill();
            let _ = child.wait();
        }
        let status = ended?;
        let stdout = received(&stdout)?;
        if u64::try_from(stdout.len()).unwrap_or(u64::MAX) > MOST_OUTPUT {
            return Err(RunError::TooLong(MOST_OUTPUT));
        }
        // Complaints that do not come in time are not worth an error of their own.
        let stderr = received(&stderr).unwrap_or_default();
        Ok(Outcome {
            success: status.success(),
            has_status: status.code().is_some(),
            status: status.to_string(),
            stdout,
            stderr,
        })
    }

    fn wait(&self, child: &mut Child, name: &str) -> Result<std::process::ExitStatus, RunError> {
        let mut waited = Duration::ZERO;
        let mut poll = FIRST_POLL;
        let mut told = false;
        loop {
            if let Some(status) = child.try_wait().map_err(RunError::Lost)? {
                return Ok(status);
            }
            if waited >= self.timeout {
                return Err(RunError::TimedOut(self.timeout.as_secs()));
            }
            if waited >= PATIENCE && !told {
                told = true;
                if let Some(notice) = &self.notice {
                    notice(&format!("waiting for `{name}`"));
                }
            }
            thread::sleep(poll);
            waited += poll;
            poll = (poll * 2).min(LAST_POLL);
        }
    }

    /// Finds the program on the PATH, which is never the current folder, even where the PATH names it.
    fn look_up(&self, name: &str) -> Result<PathBuf, RunError> {
        let path = Path::new(name);
        if path.is_absolute() {
            return Ok(path.to_owned());
        }
        if path.components().count() != 1 || name.contains(['/', '\\']) || name == ".." {
            return Err(RunError::Relative(name.to_owned()));
        }
        let search = self.environment.iter().find(|(name, _)| name.eq_ignore_ascii_case("PATH"));
        let search = search.map_or(OsStr::new(""), |(_, path)| path.as_os_str());
        std::env::split_paths(search)
            .filter(|folder| folder.is_absolute())
            .flat_map(|folder| candidates(&folder, name))
            .find(|file| is_executable(file))
            .ok_or_else(|| RunError::NotFound(name.to_owned()))
    }
}

#[cfg(unix)]
fn candidates(folder: &Path, name: &str) -> Vec<PathBuf> {
    vec![folder.join(name)]
}

#[cfg(unix)]
fn is_executable(file: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    file.metadata().is_ok_and(|metadata| metadata.is_file() && metadata.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn candidates(folder: &Path, name: &str) -> Vec<PathBuf> {
    ["", ".exe", ".com", ".cmd", ".bat"].iter().map(|extension| folder.join(format!("{name}{extension}"))).collect()
}

#[cfg(not(unix))]
fn is_executable(file: &Path) -> bool {
    file.extension().is_some() && file.is_file()
}

/// Reads a pipe on its own thread, up to one byte more than the limit.
fn read_aside(pipe: impl Read + Send + 'static, limit: u64) -> Receiver<Zeroizing<Vec<u8>>> {
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        let mut bytes = Zeroizing::new(Vec::new());
        // A pipe that breaks has delivered what it had.
        let _ = pipe.take(limit + 1).read_to_end(&mut bytes);
        let _ = sender.send(bytes);
    });
    receiver
}

fn received(pipe: &Receiver<Zeroizing<Vec<u8>>>) -> Result<Zeroizing<Vec<u8>>, RunError> {
    pipe.recv_timeout(GRACE).map_err(|error| match error {
        RecvTimeoutError::Timeout => RunError::StillOpen,
        RecvTimeoutError::Disconnected => RunError::Lost(io::Error::other("the reader of its output ended")),
    })
}
