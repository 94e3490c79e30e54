//! The lock of a state file: one sandbox at a time, and its owner recorded in the lock file.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::exit::Exit;
use crate::failure::Classify;
use crate::files::{self, Lock};

/// The hint where a state file cannot be used.
pub(super) const ELSEWHERE: &str =
    "`--state FILE` keeps the state in a folder that you can write, `--memory` keeps none";

/// Why a state file cannot be locked.
#[derive(Debug, Error)]
pub(super) enum StateLockError {
    /// Another process runs a sandbox on it.
    #[error("a sandbox runs on `{state}` already{}", owner.as_ref().map(LockOwner::words).unwrap_or_default())]
    Held {
        /// The state file.
        state: PathBuf,
        /// The owner recorded in the lock file.
        owner: Option<LockOwner>,
    },
    /// The lock file cannot be opened or written.
    #[error("could not keep the state `{}` in the folder `{}`", name(state), folder(state).display())]
    Io {
        /// The state file.
        state: PathBuf,
        /// The error of the operating system.
        source: std::io::Error,
    },
}

fn name(state: &Path) -> std::borrow::Cow<'_, str> {
    state.file_name().unwrap_or_default().to_string_lossy()
}

fn folder(state: &Path) -> &Path {
    state.parent().unwrap_or(state)
}

impl Classify for StateLockError {
    fn exit(&self) -> Exit {
        Exit::Local
    }

    fn hint(&self) -> Option<String> {
        match self {
            Self::Held { .. } => Some(
                "`makini --sandbox …` uses the running one; for another beside it, give `--state FILE` or `--memory`"
                    .into(),
            ),
            Self::Io { .. } => Some(ELSEWHERE.into()),
        }
    }
}

/// The process that holds a state file, as recorded in the lock file.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct LockOwner {
    pub(super) pid: u32,
    pub(super) url: String,
}

impl LockOwner {
    fn words(&self) -> String {
        format!(": process {} at {}", self.pid, self.url)
    }
}

/// An exclusive lock on a state file, held until it is dropped or the process ends, however it ends.
#[derive(Debug)]
pub(super) struct StateLock {
    lock: Lock,
    state: PathBuf,
}

impl StateLock {
    /// Acquires the lock.
    ///
    /// # Errors
    /// [`StateLockError::Held`] when another process has it.
    pub(super) fn acquire(state: &Path) -> Result<Self, StateLockError> {
        let path = files::resolve(state).map(|state| files::beside(&state, "lock"));
        let taken = path.and_then(|path| {
            path.parent().map_or(Ok(()), files::create_private_folder)?;
            Ok((Lock::try_take(&path)?, path))
        });
        match taken.map_err(|source| StateLockError::Io { state: state.into(), source })? {
            (Some(lock), _) => Ok(Self { lock, state: state.into() }),
            (None, path) => {
                // Where a lock keeps readers out as well, or in its first moments, the sentence is shorter.
                let owner = Lock::note(&path).and_then(|note| serde_json::from_slice(&note).ok());
                Err(StateLockError::Held { state: state.into(), owner })
            }
        }
    }

    /// Records the owner in the lock file, for the error of the next process.
    pub(super) fn write_owner(&mut self, owner: &LockOwner) -> Result<(), StateLockError> {
        let text = serde_json::to_vec(owner).expect("plain values are JSON");
        self.lock.set_note(&text).map_err(|source| StateLockError::Io { state: self.state.clone(), source })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_state_has_one_owner_at_a_time() {
        let folder = tempfile::tempdir().expect("a folder");
        let state = folder.path().join("sub/sandbox.db");
        let mut first = StateLock::acquire(&state).expect("free");
        let early = StateLock::acquire(&state).expect_err("taken");
        assert!(matches!(early, StateLockError::Held { owner: None, .. }), "{early}");
        first.write_owner(&LockOwner { pid: 4711, url: "http://127.0.0.1:12345".into() }).expect("written");
        first.write_owner(&LockOwner { pid: 47, url: "http://127.0.0.1:1".into() }).expect("shorter than before");
        let second = StateLock::acquire(&state).expect_err("taken");
        assert!(second.to_string().ends_with("already: process 47 at http://127.0.0.1:1"), "{second}");
        drop(first);
        StateLock::acquire(&state).expect("free again, whatever the file says");
    }

    #[cfg(unix)]
    #[test]
    fn a_state_under_two_names_has_one_owner() {
        let folder = tempfile::tempdir().expect("a folder");
        let (state, other) = (folder.path().join("sandbox.db"), folder.path().join("other.db"));
        std::os::unix::fs::symlink("sandbox.db", &other).expect("linked");
        let _first = StateLock::acquire(&state).expect("free");
        assert!(matches!(StateLock::acquire(&other), Err(StateLockError::Held { .. })));
    }
}
