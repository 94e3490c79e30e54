//! One sandbox for one state file: who runs it, and how the next one finds out.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Read as _, Seek as _, Write as _};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::exit::Exit;
use crate::failure::Classify;
use crate::sqlite;

/// What helps where a state cannot be kept.
pub(super) const ELSEWHERE: &str =
    "`--state FILE` keeps the state in a folder that you can write, `--memory` keeps none";

/// Why a state file cannot be had.
#[derive(Debug, Error)]
pub(super) enum StateLockError {
    /// Another process runs a sandbox on it.
    #[error("a sandbox runs on `{state}` already{}", owner.as_ref().map(LockOwner::words).unwrap_or_default())]
    Held {
        /// The state file.
        state: PathBuf,
        /// What the other process left about itself.
        owner: Option<LockOwner>,
    },
    /// The system says no.
    #[error("could not keep the state `{}` in the folder `{}`", name(state), folder(state).display())]
    Io {
        /// The state file.
        state: PathBuf,
        /// What the system said.
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

/// What the process that holds a state file says about itself.
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

/// The right to run a sandbox on a state file, held until it is dropped or the process ends, however it ends.
#[derive(Debug)]
pub(super) struct StateLock {
    file: File,
    state: PathBuf,
}

impl StateLock {
    /// Takes it.
    ///
    /// # Errors
    /// [`StateLockError::Held`] when another process has it.
    pub(super) fn acquire(state: &Path) -> Result<Self, StateLockError> {
        let mut name = state.file_name().unwrap_or_default().to_owned();
        name.push(".lock");
        let path = state.with_file_name(name);
        let failed = |source| StateLockError::Io { state: state.into(), source };
        if let Some(folder) = state.parent() {
            sqlite::create_private_folder(folder).map_err(failed)?;
        }
        let mut options = OpenOptions::new();
        options.read(true).write(true).create(true).truncate(false);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut file = options.open(&path).map_err(failed)?;
        match file.try_lock() {
            Ok(()) => Ok(Self { file, state: state.into() }),
            Err(TryLockError::WouldBlock) => {
                let mut text = String::new();
                // Where a lock keeps readers out as well, or in its first moments, the sentence is shorter.
                let owner = file.read_to_string(&mut text).ok().and_then(|_| serde_json::from_str(&text).ok());
                Err(StateLockError::Held { state: state.into(), owner })
            }
            Err(TryLockError::Error(source)) => Err(failed(source)),
        }
    }

    /// Says who has it, for the next one that asks.
    pub(super) fn write_owner(&mut self, owner: &LockOwner) -> Result<(), StateLockError> {
        let text = serde_json::to_vec(owner).expect("plain values are JSON");
        let file = &mut self.file;
        let written = file.set_len(0).and_then(|()| file.rewind()).and_then(|()| file.write_all(&text));
        written.map_err(|source| StateLockError::Io { state: self.state.clone(), source })
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
}
