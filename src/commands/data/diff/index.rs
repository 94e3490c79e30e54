//! The rows of one side: digests and places in memory, the rows themselves in a temporary file.

use std::collections::HashMap;
use std::fs::File;
use std::io::{BufWriter, Read as _, Seek as _, SeekFrom, Write as _};

use serde::Serialize;
use serde_json::{Map, Value};
use sha2::{Digest as _, Sha256};

use crate::exit::Exit;
use crate::failure::Failure;
use crate::files;

/// Digest of what is compared of a row.
pub(super) type Digest = [u8; 16];

/// Returns the digest of something as JSON.
pub(super) fn digest(value: &impl Serialize) -> Digest {
    let bytes = serde_json::to_vec(value).expect("names are texts");
    Sha256::digest(bytes)[..16].try_into().expect("as long")
}

/// Rows by the value that they are matched by.
pub(super) struct Index {
    rows: HashMap<String, Entry>,
    file: BufWriter<File>,
    length: u64,
}

/// A row of the index.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) digest: Digest,
    at: u64,
    length: usize,
    is_taken: bool,
}

impl Index {
    /// An index without rows.
    ///
    /// # Errors
    /// [`Exit::Local`] where there is no room for temporary files.
    pub(super) fn new() -> Result<Self, Failure> {
        let file = files::temporary_file().map_err(|error| failed(&error))?;
        Ok(Self { rows: HashMap::new(), file: BufWriter::new(file), length: 0 })
    }

    /// Adds a row.
    ///
    /// # Errors
    /// [`Exit::Usage`] where another row has the same value; [`Exit::Local`] when the disk refuses.
    pub(super) fn add(&mut self, value: &str, digest: Digest, row: &Map<String, Value>) -> Result<(), Failure> {
        let bytes = serde_json::to_vec(row).expect("names are texts");
        let entry = Entry { digest, at: self.length, length: bytes.len(), is_taken: false };
        if self.rows.insert(value.to_owned(), entry).is_some() {
            return Err(twice(value));
        }
        self.length += bytes.len() as u64;
        self.file.write_all(&bytes).map_err(|error| failed(&error))
    }

    /// Returns the row with a value, once.
    ///
    /// # Errors
    /// [`Exit::Usage`] for the second row of the other side with this value.
    pub(super) fn take(&mut self, value: &str) -> Result<Option<Entry>, Failure> {
        match self.rows.get_mut(value) {
            None => {
                // Remembered, so that the same value is found again.
                let entry = Entry { digest: [0; 16], at: 0, length: 0, is_taken: true };
                self.rows.insert(value.to_owned(), entry);
                Ok(None)
            }
            Some(entry) if entry.is_taken => Err(twice(value)),
            Some(entry) => {
                entry.is_taken = true;
                Ok(Some(entry.clone()))
            }
        }
    }

    /// Reads a row again.
    ///
    /// # Errors
    /// [`Exit::Local`] when the disk refuses.
    pub(super) fn row(&mut self, entry: &Entry) -> Result<Map<String, Value>, Failure> {
        let mut bytes = vec![0; entry.length];
        self.file.flush().map_err(|error| failed(&error))?;
        let file = self.file.get_mut();
        let read = file.seek(SeekFrom::Start(entry.at)).and_then(|_| file.read_exact(&mut bytes));
        read.map_err(|error| failed(&error))?;
        serde_json::from_slice(&bytes).map_err(|error| failed(&error.into()))
    }

    /// Returns the values of rows that were not taken, in their order.
    pub(super) fn left(&self) -> Vec<&str> {
        let mut left: Vec<(&String, &Entry)> = self.rows.iter().filter(|(_, entry)| !entry.is_taken).collect();
        left.sort_by_key(|(_, entry)| entry.at);
        left.into_iter().map(|(value, _)| value.as_str()).collect()
    }
}

fn failed(error: &std::io::Error) -> Failure {
    let failure = Failure::new(Exit::Local, format!("could not use a temporary file: {error}"));
    failure.hint("make room in the folder for temporary files, or name another with `TMPDIR`")
}

fn twice(value: &str) -> Failure {
    Failure::usage(format!("two rows have `{value}`")).hint("choose a field that no two rows share with `--on`")
}
