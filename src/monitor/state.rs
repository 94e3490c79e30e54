//! What a monitor has to remember, in a file that survives its end.

use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::outbox::Outbox;
use super::tracker::Tracker;
use crate::exit::Exit;
use crate::failure::Classify;
use crate::files::{self, Lock};

/// The form of the file.
const SCHEMA: &str = "makini/monitor.state/1";
/// Longest file, in bytes.
const LONGEST: u64 = 256 << 20;

/// What is settled, and what waits to be sent.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct State {
    /// What is settled.
    pub tracker: Tracker,
    /// What waits to be sent.
    pub outbox: Outbox,
}

/// Why a state file cannot be used. It is left as it is.
#[derive(Debug, Error)]
pub enum StateError {
    /// Another process has it.
    #[error("the state `{}` is in use by another monitor", .0.display())]
    InUse(PathBuf),
    /// It was written by another version.
    #[error("the state `{}` has the form `{schema}`, which this version does not read", path.display())]
    Form {
        /// The file.
        path: PathBuf,
        /// Its form.
        schema: String,
    },
    /// It is not what a monitor writes.
    #[error("the state `{}` is damaged: {why}", path.display())]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What is wrong.
        why: String,
    },
    /// The disk refuses.
    #[error("could not use the state `{}`: {source}", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
}

impl Classify for StateError {
    fn exit(&self) -> Exit {
        Exit::Local
    }

    fn hint(&self) -> Option<String> {
        match self {
            Self::InUse(_) => Some("name another file with `--state`, or stop that monitor".into()),
            Self::Form { .. } | Self::Damaged { .. } => Some("name another file with `--state` to begin anew".into()),
            Self::Io { .. } => None,
        }
    }
}

/// The file, which this process alone uses.
#[derive(Debug)]
pub struct StateFile {
    path: PathBuf,
    _lock: Lock,
}

#[derive(Deserialize)]
struct Head {
    schema: String,
}

#[derive(Serialize)]
struct Written<'a> {
    schema: &'static str,
    #[serde(flatten)]
    state: &'a State,
}

impl StateFile {
    /// Takes the file, and returns it with what is in it; with nothing where there is none yet.
    ///
    /// # Errors
    /// Another process has it, or it is not what this version writes.
    pub fn open(path: &Path) -> Result<(Self, State), StateError> {
        let failed = |source| StateError::Io { path: path.into(), source };
        let lock = Lock::try_take(&files::beside(path, "lock")).map_err(failed)?;
        let file = Self { path: path.into(), _lock: lock.ok_or_else(|| StateError::InUse(path.into()))? };
        let bytes = match files::read_regular(path, LONGEST) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok((file, State::default())),
            Err(error) => return Err(failed(error)),
        };
        let damaged = |error: serde_json::Error| StateError::Damaged { path: path.into(), why: error.to_string() };
        let head: Head = serde_json::from_slice(&bytes).map_err(damaged)?;
        if head.schema != SCHEMA {
            return Err(StateError::Form { path: path.into(), schema: head.schema });
        }
        Ok((file, serde_json::from_slice(&bytes).map_err(damaged)?))
    }

    /// Writes the state: a process that is killed meanwhile leaves the one before.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn save(&self, state: &State) -> Result<(), StateError> {
        let written = serde_json::to_vec(&Written { schema: SCHEMA, state }).map_err(io::Error::from);
        let failed = |source| StateError::Io { path: self.path.clone(), source };
        written.and_then(|bytes| files::replace_private(&self.path, &bytes)).map_err(failed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_process_has_it_and_what_is_none_of_ours_is_left_as_it_is() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("state.json");
        let (file, state) = StateFile::open(&path).expect("there is none yet");
        assert_eq!(state, State::default());
        file.save(&state).expect("written");
        assert!(matches!(StateFile::open(&path), Err(StateError::InUse(_))));
        drop(file);
        assert_eq!(StateFile::open(&path).expect("free").1, state);
        for (text, is_form) in [
            ("", false),
            ("{", false),
            ("[]", false),
            (r#"{"schema":"makini/monitor.state/1"}"#, false),
            (r#"{"schema":"makini/monitor.state/2","tracker":{}}"#, true),
        ] {
            std::fs::write(&path, text).expect("written");
            let error = StateFile::open(&path).expect_err(text);
            assert_eq!(matches!(error, StateError::Form { .. }), is_form, "{text}: {error}");
            assert!(error.to_string().contains("state.json"), "{error}");
            assert_eq!(std::fs::read_to_string(&path).expect("there"), text);
        }
    }
}
