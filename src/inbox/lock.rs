//! One receiver at a time, and who it is. Readers do not come here.
//!
//! The lock is the operating system's, so it ends with the process however that ends. Beside it lies a note with the
//! owner's process number and start; a note without a lock is what a crash leaves behind.

use std::fmt;
use std::fs::{File, OpenOptions, TryLockError};
use std::io::Write as _;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::Error;

/// Who holds the inbox.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Owner {
    /// Its process number.
    pub pid: u32,
    /// When it started.
    pub started_at: Timestamp,
    /// The address it listens on, once it does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
}

impl fmt::Display for Owner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "process {}, since {:.0}", self.pid, self.started_at)?;
        if let Some(address) = &self.address {
            write!(f, ", on {address}")?;
        }
        Ok(())
    }
}

/// The right to write to an inbox as its receiver. Given back when dropped.
#[derive(Debug)]
pub struct Lock {
    file: File,
    note: PathBuf,
    owner: Owner,
    left_behind: Option<Owner>,
}

impl Lock {
    /// Takes the lock of the database at `path`.
    ///
    /// # Errors
    /// [`Error::Taken`] with the owner if another process has it.
    pub fn take(path: &Path, now: Timestamp) -> Result<Self, Error> {
        let io = |what| move |source| Error::Io { what, source };
        let mut options = OpenOptions::new();
        options.create(true).truncate(false).read(true).write(true);
        let file = options.open(beside(path, "lock")).map_err(io("open the lock of the inbox"))?;
        let note = beside(path, "owner");
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(Error::Taken { path: path.into(), owner: owner(path) }),
            Err(TryLockError::Error(source)) => return Err(io("lock the inbox")(source)),
        }
        let left_behind = owner(path);
        let lock =
            Self { file, note, owner: Owner { pid: std::process::id(), started_at: now, address: None }, left_behind };
        lock.write_note().map_err(io("write who holds the inbox"))?;
        Ok(lock)
    }

    /// Returns the receiver before this one, if it did not stop as it should have.
    pub fn left_behind(&self) -> Option<&Owner> {
        self.left_behind.as_ref()
    }

    /// Adds the address to the note.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn announce(&mut self, address: String) -> std::io::Result<()> {
        self.owner.address = Some(address);
        self.write_note()
    }

    fn write_note(&self) -> std::io::Result<()> {
        // A reader must never see half a note.
        let fresh = self.note.with_extension("owner-new");
        let mut file = File::create(&fresh)?;
        serde_json::to_writer(&mut file, &self.owner)?;
        file.write_all(b"\n")?;
        std::fs::rename(fresh, &self.note)
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        std::fs::remove_file(&self.note).ok();
        self.file.unlock().ok();
    }
}

/// Returns who holds, or last held, the inbox at `path`.
pub fn owner(path: &Path) -> Option<Owner> {
    serde_json::from_slice(&std::fs::read(beside(path, "owner")).ok()?).ok()
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    name.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_second_is_refused_and_told_who_and_since_when() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("inbox.db");
        let now: Timestamp = "2026-03-04T05:06:07Z".parse().expect("constant");
        let mut first = Lock::take(&path, now).expect("free");
        first.announce("127.0.0.1:3000".into()).expect("writable");
        let refused = Lock::take(&path, now).expect_err("taken").to_string();
        assert!(refused.contains(&format!("process {}", std::process::id())), "{refused}");
        assert!(refused.contains("since 2026-03-04T05:06:07Z, on 127.0.0.1:3000"), "{refused}");
        drop(first);
        assert_eq!(Lock::take(&path, now).expect("free again").left_behind(), None);
    }

    #[test]
    fn a_note_without_a_lock_is_what_a_crash_left() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("inbox.db");
        let note = r#"{"pid":4242,"started_at":"2026-03-04T05:06:07Z"}"#;
        std::fs::write(folder.path().join("inbox.db.owner"), note).expect("written");
        let lock = Lock::take(&path, Timestamp::UNIX_EPOCH).expect("free");
        assert_eq!(lock.left_behind().map(|owner| owner.pid), Some(4242));
    }
}
