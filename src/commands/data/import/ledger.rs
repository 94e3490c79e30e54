//! The ledger of an import: what was sent and what became of it, a line for each step, on the disk before the step.
//!
//! A row is known by its content in the file and by its number among equal ones, so a file may be sorted, corrected and
//! extended between two runs. Each attempt has an idempotency key of its own; one whose answer was lost keeps its key.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use sha2::{Digest as _, Sha256};

use crate::commands::data::source::is_aside;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::files::{self, Lock};
use crate::hex;

/// Maximum length of a ledger, in bytes.
const LARGEST: u64 = 1 << 30;

/// Which rows of a file went where.
pub(super) struct Ledger {
    path: PathBuf,
    id: String,
    rows: HashMap<String, State>,
    /// Digests of the files of refused rows that were written.
    refused: HashSet<String>,
    _lock: Option<Lock>,
}

/// The first line: what the ledger is about.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
struct Head {
    /// Version of the format.
    makini_ledger: u32,
    /// Random, so that a new ledger has new keys.
    id: String,
    server: String,
    connection: String,
    entity: String,
}

/// A line after the first.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(untagged)]
enum Line {
    Step(Step),
    /// A file of refused rows is about to be written.
    Refused {
        /// Its digest.
        refused: String,
    },
}

/// A step of one row.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
struct Step {
    row: String,
    #[serde(flatten)]
    state: State,
}

/// How far a row is.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(tag = "state", rename_all = "lowercase")]
pub(super) enum State {
    /// On its way: without a later line, its answer was lost.
    Sent {
        /// Number of the attempt, from 1.
        attempt: u32,
        /// SHA-256 of what was sent, in hexadecimal.
        body: String,
    },
    /// It is certain that nothing was created by this attempt.
    Nothing {
        /// Number of the attempt.
        attempt: u32,
    },
    /// Created, under this key.
    Created {
        /// Key of the new row.
        key: String,
    },
}

/// What a ledger is about.
pub(super) struct About<'a> {
    pub(super) server: &'a str,
    pub(super) connection: &'a str,
    pub(super) entity: &'a str,
}

impl Ledger {
    /// Opens the ledger at a path, or begins one. With `is_read_only` nothing is written: for a trial.
    ///
    /// # Errors
    /// [`Exit::Usage`] where it is about another connection or entity; [`Exit::Local`] where it is damaged or emptied, in use
    /// or cannot be written.
    pub(super) fn open(path: &Path, about: &About<'_>, is_read_only: bool) -> Result<Self, Failure> {
        let failed = |error: &std::io::Error| {
            Failure::new(Exit::Local, format!("could not use the ledger `{}`: {error}", path.display()))
        };
        let path = &files::resolve(path).map_err(|error| failed(&error))?;
        let lock = if is_read_only {
            None
        } else {
            let lock = Lock::try_take(&files::beside(path, "lock")).map_err(|error| failed(&error))?;
            let in_use = || Failure::new(Exit::Local, format!("another process imports with `{}`", path.display()));
            Some(lock.ok_or_else(in_use)?)
        };
        let bytes = match files::read(path, LARGEST) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                return Self::begin(path, about, lock).map_err(|error| failed(&error));
            }
            Err(error) => return Err(failed(&error)),
        };
        // What a killed process wrote of a line was not acted on.
        let whole = bytes.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
        let mut lines = bytes[..whole].split(|byte| *byte == b'\n').filter(|line| !line.is_empty());
        let Some(first) = lines.next() else {
            let message = format!("the ledger `{}` is empty: what was sent is no longer known", path.display());
            let hint = "restore it: without it rows may be created twice; delete it only if nothing was sent with it";
            return Err(Failure::new(Exit::Local, message).hint(hint));
        };
        let head: Head =
            serde_json::from_slice(first).ok().filter(|head: &Head| head.makini_ledger == 1).ok_or_else(|| {
                Failure::usage(format!("`{}` is no ledger of an import", path.display()))
                    .hint("name another with `--ledger`")
            })?;
        let of = (head.server.as_str(), head.connection.as_str(), head.entity.as_str());
        if of != (about.server, about.connection, about.entity) {
            let message =
                format!("the ledger `{}` is about {} of connection {} of {}", path.display(), of.2, of.1, of.0);
            return Err(Failure::usage(message).hint("name another with `--ledger`"));
        }
        let (mut rows, mut refused) = (HashMap::new(), HashSet::new());
        for (line, number) in lines.zip(2..) {
            let found: Line = serde_json::from_slice(line).map_err(|error| {
                let message = format!("the ledger `{}` is damaged in line {number}: {error}", path.display());
                Failure::new(Exit::Local, message).hint("restore it: without it rows may be created twice")
            })?;
            match found {
                Line::Step(step) => drop(rows.insert(step.row, step.state)),
                Line::Refused { refused: digest } => drop(refused.insert(digest)),
            }
        }
        if !is_read_only && whole < bytes.len() {
            files::cut(path, whole as u64).map_err(|error| failed(&error))?;
        }
        Ok(Self { path: path.to_owned(), id: head.id, rows, refused, _lock: lock })
    }

    /// Begins one, which is written where it is locked. Its first line is there as a whole or not at all.
    fn begin(path: &Path, about: &About<'_>, lock: Option<Lock>) -> std::io::Result<Self> {
        let id = hex::encode(&fastrand::u128(..).to_be_bytes());
        let (server, connection, entity) = (about.server.into(), about.connection.into(), about.entity.into());
        let head = Head { makini_ledger: 1, id: id.clone(), server, connection, entity };
        if lock.is_some() {
            files::create_private(path, &line(&head))?;
        }
        let (rows, refused) = (HashMap::new(), HashSet::new());
        Ok(Self { path: path.to_owned(), id, rows, refused, _lock: lock })
    }

    /// Returns whether a file of refused rows is one that was written with this ledger.
    pub(super) fn has_refused(&self, file: &[u8]) -> bool {
        self.refused.contains(&digest_of(file))
    }

    /// Writes that a file of refused rows is about to be written.
    ///
    /// # Errors
    /// [`Exit::Local`] when the disk refuses.
    pub(super) fn note_refused(&mut self, file: &[u8]) -> Result<(), Failure> {
        let refused = digest_of(file);
        if self.refused.insert(refused.clone()) {
            self.write(&Line::Refused { refused })?;
        }
        Ok(())
    }

    /// Returns how far a row is; none if it was never sent.
    pub(super) fn state(&self, row: &RowId) -> Option<&State> {
        self.rows.get(&row.0)
    }

    /// Returns the idempotency key of an attempt.
    pub(super) fn key(&self, row: &RowId, attempt: u32) -> String {
        let digest = Sha256::digest(format!("{} {} {attempt}", self.id, row.0));
        format!("makini-{}", &hex::encode(&digest)[..32])
    }

    /// Writes a step, which is on the disk when this returns.
    ///
    /// # Errors
    /// [`Exit::Local`] when the disk refuses; the step must not be taken then.
    pub(super) fn note(&mut self, row: &RowId, state: State) -> Result<(), Failure> {
        self.write(&Step { row: row.0.clone(), state: state.clone() })?;
        self.rows.insert(row.0.clone(), state);
        Ok(())
    }

    fn write(&self, line: &impl Serialize) -> Result<(), Failure> {
        files::append_durably(&self.path, &self::line(line)).map_err(|error| {
            let message = format!("could not write the ledger `{}`: {error}", self.path.display());
            Failure::new(Exit::Local, message).hint("name another place for a new import with `--ledger`")
        })
    }
}

fn line(value: &impl Serialize) -> Vec<u8> {
    let mut bytes = serde_json::to_vec(value).expect("plain fields");
    bytes.push(b'\n');
    bytes
}

/// What a row of a file is known by.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct RowId(String);

/// Names rows, and counts equal ones.
#[derive(Default)]
pub(super) struct RowIds(HashMap<String, u32>);

impl RowIds {
    /// Returns the ID of the next row of a file.
    pub(super) fn next(&mut self, fields: &Map<String, Value>) -> RowId {
        // By name: the order of columns means nothing.
        let sent = fields.iter().filter(|(name, _)| !is_aside(name));
        let mut pairs: Vec<(&str, &Value)> = sent.map(|(name, value)| (name.trim(), value)).collect();
        pairs.sort_by_key(|(name, _)| *name);
        let digest = digest(&pairs);
        let number = self.0.entry(digest.clone()).or_default();
        *number += 1;
        RowId(format!("{digest}#{number}"))
    }
}

/// Returns the digest of something as JSON.
pub(super) fn digest(value: &impl Serialize) -> String {
    digest_of(&serde_json::to_vec(value).expect("names are texts"))
}

fn digest_of(bytes: &[u8]) -> String {
    hex::encode(&Sha256::digest(bytes)[..16])
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const ABOUT: About<'static> = About { server: "s", connection: "c", entity: "assets" };

    fn row(text: &str) -> Map<String, Value> {
        json!({"name": text, "_note": text}).as_object().expect("an object").clone()
    }

    /// Whatever a killed process left, each step is there or not, and a row never has two keys for one attempt.
    #[test]
    fn a_ledger_goes_on_from_any_byte() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("ledger");
        let mut ids = RowIds::default();
        let (a, b) = (ids.next(&row("a")), ids.next(&row("a")));
        assert_ne!(a, b, "equal rows are two");
        let mut ledger = Ledger::open(&path, &ABOUT, false).expect("opens");
        let key = ledger.key(&a, 1);
        assert!(key != ledger.key(&a, 2) && key != ledger.key(&b, 1));
        let sent = State::Sent { attempt: 1, body: digest(&1) };
        ledger.note(&a, sent.clone()).expect("written");
        let created = State::Created { key: "k".into() };
        ledger.note(&a, created.clone()).expect("written");
        assert!(Ledger::open(&path, &ABOUT, false).is_err_and(|failure| failure.exit == Exit::Local), "in use");
        drop(ledger);
        let whole = std::fs::read(&path).expect("readable");
        let mut seen = Vec::new();
        // The first line is written as a whole: a file with less of it was emptied or cut by somebody else.
        let head = whole.iter().position(|byte| *byte == b'\n').expect("a line") + 1;
        for length in 0..head {
            std::fs::write(&path, &whole[..length]).expect("written");
            assert!(Ledger::open(&path, &ABOUT, false).is_err_and(|failure| failure.exit == Exit::Local), "{length}");
            assert_eq!(std::fs::read(&path).expect("readable"), &whole[..length], "it is left as it is");
        }
        for length in head..=whole.len() {
            std::fs::write(&path, &whole[..length]).expect("written");
            let mut again = Ledger::open(&path, &ABOUT, false).expect("opens");
            let state = again.state(&a).cloned();
            assert!(state.is_none() || again.key(&a, 1) == key, "cut after {length} bytes");
            seen.push(state.clone());
            again.note(&b, sent.clone()).expect("written");
            drop(again);
            let again = Ledger::open(&path, &ABOUT, true).expect("opens");
            assert_eq!((again.state(&a).cloned(), again.state(&b)), (state, Some(&sent)), "cut after {length} bytes");
        }
        seen.dedup();
        assert_eq!(seen, [None, Some(sent), Some(created)]);
    }

    #[test]
    fn a_ledger_of_something_else_is_refused() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("ledger");
        drop(Ledger::open(&path, &ABOUT, false).expect("opens"));
        for other in
            [About { server: "x", ..ABOUT }, About { connection: "x", ..ABOUT }, About { entity: "x", ..ABOUT }]
        {
            assert!(Ledger::open(&path, &other, false).is_err_and(|failure| failure.exit == Exit::Usage));
        }
        std::fs::write(&path, "title,key\n").expect("written");
        assert!(Ledger::open(&path, &ABOUT, false).is_err_and(|failure| failure.exit == Exit::Usage));
        let damaged =
            "{\"makini_ledger\":1,\"id\":\"1\",\"server\":\"s\",\"connection\":\"c\",\"entity\":\"assets\"}\nx\n";
        std::fs::write(&path, damaged).expect("written");
        assert!(Ledger::open(&path, &ABOUT, false).is_err_and(|failure| failure.exit == Exit::Local));
        let other = folder.path().join("other");
        drop(Ledger::open(&other, &ABOUT, true).expect("opens"));
        assert!(!other.exists(), "a trial writes nothing");
    }
}
