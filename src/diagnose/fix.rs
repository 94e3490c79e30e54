//! What `doctor --fix` changes: nothing that is somebody's, and nothing that another process uses.

use std::io;
use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::files;

/// A change that makes a finding go away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fix {
    /// Takes permissions of others from a file or folder of this program.
    Permissions {
        /// The file or folder.
        path: PathBuf,
        /// The bits that are taken.
        bits: u32,
    },
    /// Creates a folder, for its owner alone.
    Folder(PathBuf),
    /// Removes a lock file that no process holds.
    Lock(PathBuf),
    /// Removes a temporary file that a writer left behind.
    Temporary(PathBuf),
    /// Writes the completion script of this version over that of another one.
    Completions {
        /// The script.
        path: PathBuf,
        /// The script of this version.
        script: Vec<u8>,
    },
}

/// How a fix ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Fixed {
    /// It was shown, and not done.
    Planned,
    /// It was done.
    Done,
    /// It could not be done.
    Failed,
}

/// A fix, with what was before and after it.
#[derive(Clone, Debug, Serialize)]
pub struct Change {
    /// What is changed.
    pub path: PathBuf,
    /// What is done, in a few words.
    pub what: &'static str,
    /// What is there before it.
    pub before: String,
    /// What is there after it.
    pub after: String,
    /// How it ended.
    pub state: Fixed,
    /// Why it could not be done.
    pub error: Option<String>,
}

impl Fix {
    /// Returns the file or folder.
    pub fn path(&self) -> &Path {
        match self {
            Self::Permissions { path, .. }
            | Self::Completions { path, .. }
            | Self::Folder(path)
            | Self::Lock(path)
            | Self::Temporary(path) => path,
        }
    }

    /// Returns what would be changed.
    pub fn plan(&self) -> Change {
        let (what, before, after) = match self {
            Self::Permissions { path, bits } => {
                let mode = files::mode(path).unwrap_or_default();
                ("close to others", format!("mode {mode:04o}"), format!("mode {:04o}", mode & !bits))
            }
            Self::Folder(_) => ("create the folder", "none".to_owned(), "mode 0700".to_owned()),
            Self::Lock(_) => ("remove the lock", "held by no process".to_owned(), "none".to_owned()),
            Self::Temporary(_) => {
                ("remove the temporary file", "left by a writer that ended".to_owned(), "none".to_owned())
            }
            Self::Completions { .. } => {
                ("write the completion script", "of another version".to_owned(), "of this version".to_owned())
            }
        };
        Change { path: self.path().to_owned(), what, before, after, state: Fixed::Planned, error: None }
    }

    /// Does it.
    pub fn apply(&self) -> Change {
        let planned = self.plan();
        match self.change() {
            Ok(()) => Change { state: Fixed::Done, ..planned },
            Err(error) => Change { state: Fixed::Failed, error: Some(error.to_string()), ..planned },
        }
    }

    fn change(&self) -> io::Result<()> {
        match self {
            Self::Permissions { path, bits } => files::take_permissions(path, *bits),
            Self::Folder(path) => files::create_private_folder(path),
            // A process may have taken it meanwhile; then it stays.
            Self::Lock(path) => match files::Lock::try_take(path)? {
                Some(lock) => {
                    drop(lock);
                    Ok(())
                }
                None => Err(io::Error::other("another process holds it by now")),
            },
            Self::Temporary(path) => files::remove(path),
            Self::Completions { path, script } => files::write(path, script, files::Access::Everyone),
        }
    }
}
