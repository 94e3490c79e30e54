//! The folder of an export: a file of JSON lines for each entity, and what is known of them in `manifest.json`.
//!
//! An entity that is not finished is in a file whose name ends in `.part`. Whole pages are added to it; what a killed
//! process left of a line is cut off. Its rows are known by their keys, so no row is in it twice. An export that is brought
//! up to date has its changed rows there, until they replace those of the file.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufRead as _, BufReader, ErrorKind};
use std::path::{Path, PathBuf};
use std::time::Duration;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use sha2::{Digest as _, Sha256};

use super::rewrite::{self, Form, Names};
use crate::api::entities::Field;
use crate::client::call::row_key;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::files::{self, Access, Lock};
use crate::hex;
use crate::sqlite::{SqliteError, TextSet};

/// Maximum length of a manifest, in bytes.
const LARGEST: u64 = 4 << 20;

/// The beginning of year 1.
const FIRST: Timestamp = Timestamp::constant(-62_135_596_800, 0);

/// The folder, locked against other processes.
pub(super) struct Folder {
    path: PathBuf,
    manifest: Manifest,
    _lock: Lock,
}

/// What the folder holds.
#[derive(Debug, Default, Deserialize, Serialize)]
struct Manifest {
    server: String,
    connection: String,
    entities: BTreeMap<String, Exported>,
}

/// The export of one entity.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub(super) struct Exported {
    domain: String,
    #[serde(default)]
    format: Form,
    /// Conditions as they were typed.
    #[serde(rename = "where")]
    conditions: Vec<String>,
    any: bool,
    started_at: Timestamp,
    /// Unset until it is finished, as what follows.
    finished_at: Option<Timestamp>,
    /// Number of rows.
    pub(super) rows: u64,
    /// Of the file, in hexadecimal.
    sha256: Option<String>,
    /// The update that is under way.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    update: Option<Update>,
}

/// An export that is brought up to date.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Serialize)]
pub(super) struct Update {
    started_at: Timestamp,
    /// Rows that changed since then are read.
    pub(super) since: Timestamp,
}

impl Exported {
    /// An export that begins now.
    pub(super) fn begin(domain: &str, format: Form, (conditions, any): (Vec<String>, bool), now: Timestamp) -> Self {
        let domain = domain.to_owned();
        let (finished_at, sha256, update) = (None, None, None);
        Self { domain, format, conditions, any, started_at: now, finished_at, rows: 0, sha256, update }
    }

    fn is_like(&self, other: &Self) -> bool {
        let what = |this: &Self| (this.domain.clone(), this.format, this.conditions.clone(), this.any);
        what(self) == what(other)
    }
}

/// How far the export of an entity is.
pub(super) enum State {
    Finished(Exported),
    /// With what is read: all rows, or those that changed.
    Unfinished(Part, Option<Update>),
}

impl Folder {
    /// Opens a folder, which is created if needed.
    ///
    /// # Errors
    /// [`Exit::Usage`] where it holds the export of another connection; [`Exit::Local`] where it cannot be used.
    pub(super) fn open(path: &Path, server: &str, connection: &str) -> Result<Self, Failure> {
        files::create_private_folder(path).map_err(|error| unusable(path, &error))?;
        let lock = Lock::try_take(&path.join(".lock")).map_err(|error| unusable(path, &error))?;
        let lock = lock.ok_or_else(|| {
            Failure::new(Exit::Local, format!("another process is exporting into `{}`", path.display()))
        })?;
        let file = path.join("manifest.json");
        let manifest = match files::read(&file, LARGEST) {
            Ok(bytes) => serde_json::from_slice(&bytes).map_err(|error| {
                let failure = Failure::usage(format!("`{}` is no manifest of an export: {error}", file.display()));
                failure.hint("choose another folder with `--out`")
            })?,
            Err(error) if error.kind() == ErrorKind::NotFound => {
                Manifest { server: server.to_owned(), connection: connection.to_owned(), entities: BTreeMap::new() }
            }
            Err(error) => return Err(unusable(path, &error)),
        };
        if (manifest.server.as_str(), manifest.connection.as_str()) != (server, connection) {
            let other = format!("{} of {}", manifest.connection, manifest.server);
            let failure = Failure::usage(format!("`{}` holds the export of connection {other}", path.display()));
            return Err(failure.hint("choose another folder with `--out`"));
        }
        Ok(Self { path: path.to_owned(), manifest, _lock: lock })
    }

    /// Returns the file of an entity.
    pub(super) fn file(&self, name: &str, format: Form) -> PathBuf {
        self.path.join(format!("{name}.{}", format.ending()))
    }

    /// Begins the export of an entity, or goes on with it. With `overlap` a finished one is brought up to date, from so long
    /// before it began.
    ///
    /// # Errors
    /// [`Exit::Usage`] where it was begun with other conditions; [`Exit::Local`] where a file cannot be used.
    pub(super) fn begin(&mut self, name: &str, this: Exported, overlap: Option<Duration>) -> Result<State, Failure> {
        let part = self.path.join(format!("{name}.ndjson.part"));
        let file = self.file(name, this.format);
        let Some(known) = self.manifest.entities.get_mut(name) else {
            self.manifest.entities.insert(name.to_owned(), this);
            self.save()?;
            return Ok(State::Unfinished(Part::open(part)?, None));
        };
        if !known.is_like(&this) {
            let what = "with other conditions or in another format";
            let failure = Failure::usage(format!("`{}` holds {name} {what}", self.path.display()));
            return Err(failure.hint("choose another folder with `--out`"));
        }
        if known.finished_at.is_none() || !file.exists() {
            known.update = None;
            return Ok(State::Unfinished(Part::open(part)?, None));
        }
        // A row that was lost from it would never come back.
        if known.sha256 != Some(digest_of(&file).map_err(|error| unusable(&self.path, &error))?) {
            let what =
                format!("`{}` is not as it was exported: its SHA-256 is not that of the manifest", file.display());
            return Err(Failure::new(Exit::Local, what).hint("remove the file, and the same command exports it again"));
        }
        if known.update.is_none() {
            let Some(overlap) = overlap else { return Ok(State::Finished(known.clone())) };
            // No earlier time can be written as the API takes it; systems write year 1 where they know none.
            let since = known.started_at.checked_sub(overlap).map_or(FIRST, |since| since.max(FIRST));
            known.update = Some(Update { started_at: this.started_at, since });
            // What an earlier update may have left.
            files::ensure_private(&part)
                .and_then(|()| files::cut(&part, 0))
                .map_err(|error| unusable(&self.path, &error))?;
        }
        let update = known.update;
        self.save()?;
        Ok(State::Unfinished(Part::open(part)?, update))
    }

    /// Gives the file of an entity its name, and notes it as finished.
    ///
    /// # Errors
    /// [`Exit::Local`] where that cannot be written.
    pub(super) fn finish(
        &mut self,
        name: &str,
        part: Part,
        fields: &'static [Field],
        now: Timestamp,
    ) -> Result<Exported, Failure> {
        let exported = self.manifest.entities.get(name).expect("it was begun");
        let (format, update) = (exported.format, exported.update);
        let file = self.file(name, format);
        let failed = |error: std::io::Error| unusable(&self.path, &error);
        let (rows, sha256) = if format == Form::Ndjson && update.is_none() {
            files::rename(&part.path, &file).map_err(failed)?;
            (part.rows(), hex::encode(&part.digest.finalize()))
        } else {
            let old = update.map(|_| file.as_path());
            let new = files::beside(&file, "new");
            let written = rewrite::write(&new, format, (fields, &part.names), old, &part.path).map_err(failed)?;
            files::rename(&new, &file).map_err(failed)?;
            written
        };
        let exported = self.manifest.entities.get_mut(name).expect("it was begun");
        exported.rows = rows;
        exported.finished_at = Some(now);
        exported.sha256 = Some(sha256);
        if let Some(update) = exported.update.take() {
            exported.started_at = update.started_at;
        }
        let exported = exported.clone();
        self.save()?;
        // Read once more if this fails; nothing is lost.
        std::fs::remove_file(&part.path).ok();
        Ok(exported)
    }

    fn save(&self) -> Result<(), Failure> {
        let mut bytes = serde_json::to_vec_pretty(&self.manifest).expect("plain fields");
        bytes.push(b'\n');
        files::save(&self.path.join("manifest.json"), &bytes, Access::Owner, "the manifest ")
    }
}

/// Returns the SHA-256 of a file, in hexadecimal digits.
fn digest_of(path: &Path) -> std::io::Result<String> {
    let mut digest = Sha256::new();
    let mut file = BufReader::with_capacity(64 << 10, File::open(path)?);
    loop {
        let bytes = file.fill_buf()?;
        if bytes.is_empty() {
            return Ok(hex::encode(&digest.finalize()));
        }
        digest.update(bytes);
        let length = bytes.len();
        file.consume(length);
    }
}

fn unusable(path: &Path, error: &std::io::Error) -> Failure {
    Failure::new(Exit::Local, format!("could not use the folder `{}`: {error}", path.display()))
}

fn no_room(error: &SqliteError) -> Failure {
    let failure = Failure::new(Exit::Local, format!("could not use a temporary file: {error}"));
    failure.hint("make room in the folder for temporary files, or name another with `TMPDIR`")
}

/// A file of rows that is not finished.
pub(super) struct Part {
    path: PathBuf,
    /// A server whose list changes meanwhile sends a row twice, pages apart: all that were read are known.
    keys: TextSet,
    /// Names of the fields of all rows, as they came.
    names: Names,
    digest: Sha256,
}

impl Part {
    /// Reads what is there, and cuts off what is no whole row.
    fn open(path: PathBuf) -> Result<Self, Failure> {
        let mut part = Self {
            path,
            keys: TextSet::new().map_err(|error| no_room(&error))?,
            names: Names::default(),
            digest: Sha256::new(),
        };
        let failed =
            |error: std::io::Error| Failure::new(Exit::Local, format!("could not read the export so far: {error}"));
        let file = match File::open(&part.path) {
            Err(error) if error.kind() == ErrorKind::NotFound => {
                // Also an entity without rows has a file.
                files::ensure_private(&part.path).map_err(|error| unusable(&part.path, &error))?;
                return Ok(part);
            }
            file => file.map_err(failed)?,
        };
        let (mut reader, mut line, mut whole) = (BufReader::new(file), Vec::new(), 0);
        loop {
            line.clear();
            let length = reader.read_until(b'\n', &mut line).map_err(failed)?;
            let row = serde_json::from_slice::<Map<String, Value>>(&line).ok().filter(|_| line.ends_with(b"\n"));
            let Some((row, key)) = row.and_then(|row| row_key(&row).map(|key| (row, key))) else { break };
            part.names.note(&row);
            part.keys.insert(&key).map_err(|error| no_room(&error))?;
            part.digest.update(&line);
            whole += length as u64;
        }
        files::cut(&part.path, whole).map_err(failed)?;
        Ok(part)
    }

    /// Returns how many rows it holds.
    pub(super) fn rows(&self) -> u64 {
        self.keys.count()
    }

    /// Adds those of these rows that it does not hold yet.
    ///
    /// # Errors
    /// [`Exit::Local`] where they cannot be written.
    pub(super) fn add(&mut self, rows: &[Map<String, Value>]) -> Result<(), Failure> {
        let mut bytes = Vec::new();
        for row in rows {
            let Some(key) = row_key(row) else { continue };
            if self.keys.insert(&key).map_err(|error| no_room(&error))? {
                self.names.note(row);
                serde_json::to_writer(&mut bytes, row).expect("to memory");
                bytes.push(b'\n');
            }
        }
        self.digest.update(&bytes);
        files::append(&self.path, &bytes).map_err(|error| {
            let message = format!("could not write `{}`: {error}", self.path.display());
            Failure::new(Exit::Local, message)
        })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn rows(keys: &[&str]) -> Vec<Map<String, Value>> {
        keys.iter().map(|key| json!({"key": key, "name": "Pump"}).as_object().expect("an object").clone()).collect()
    }

    /// Whatever a killed process left, the rest is added, and the digest is that of the file.
    #[test]
    fn a_part_goes_on_from_any_byte() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("x.part");
        let all = rows(&["a", "b", "c", "ü"]);
        Part::open(path.clone()).expect("opens").add(&all).expect("written");
        let whole = std::fs::read(&path).expect("readable");
        for length in 0..=whole.len() {
            std::fs::write(&path, &whole[..length]).expect("written");
            let mut part = Part::open(path.clone()).expect("opens");
            assert!(part.rows() <= 4);
            part.add(&all).expect("written");
            part.add(&rows(&["b"])).expect("written");
            assert_eq!(part.rows(), 4);
            let found = std::fs::read(&path).expect("readable");
            assert!(found == whole, "cut after {length} bytes");
            assert_eq!(part.digest.finalize(), Sha256::digest(&found));
        }
    }
}
