//! The lock that admits one receiver at a time, or one copy, and the file with its owner. Readers need no lock.
//!
//! The lock is the operating system's, so it ends with the process however that ends. The owner file beside it holds the
//! process number and start of the owner; a crash leaves this file without a lock.

use std::path::{Path, PathBuf};

use jiff::Timestamp;

use super::error::Error;
pub use super::owner::Owner;
use crate::files;

/// Maximum size of an owner file, in bytes.
const MAX_OWNER_FILE: u64 = 1 << 16;

/// The right to write to an inbox as its receiver. Given back when dropped.
#[derive(Debug)]
pub struct Lock {
    _file: files::Lock,
    owner_file: PathBuf,
    owner: Owner,
    stale_owner: Option<Owner>,
}

impl Lock {
    /// Takes the lock of the database at `path`. It is on the file and not on its name: a symbolic link is resolved.
    ///
    /// # Errors
    /// [`Error::Taken`] with the owner if another process has it.
    pub fn take(path: &Path, now: Timestamp) -> Result<Self, Error> {
        Self::take_as(path, Owner { pid: std::process::id(), started_at: now, address: None, copies: false })
    }

    /// Takes it to copy the database at `path`, or to copy to it.
    ///
    /// # Errors
    /// As [`Lock::take`].
    pub fn take_to_copy(path: &Path, now: Timestamp) -> Result<Self, Error> {
        Self::take_as(path, Owner { pid: std::process::id(), started_at: now, address: None, copies: true })
    }

    fn take_as(path: &Path, taker: Owner) -> Result<Self, Error> {
        let io = |what| move |source| Error::Io { what, source };
        let resolved = files::resolve(path).map_err(io("resolve the path of the inbox"))?;
        let file = files::Lock::try_take(&files::beside(&resolved, "lock")).map_err(io("lock the inbox"))?;
        let Some(file) = file else { return Err(Error::Taken { path: path.into(), owner: owner(path) }) };
        let owner_file = files::beside(&resolved, "owner");
        // What a copy leaves behind when it is killed is no receiver.
        let stale_owner = owner(path).filter(|owner| !owner.copies);
        let lock = Self { _file: file, owner_file, owner: taker, stale_owner };
        lock.write_owner_file().map_err(io("write who holds the inbox"))?;
        Ok(lock)
    }

    /// Returns the owner of the previous receiver, if that ended without removing its owner file.
    pub fn stale_owner(&self) -> Option<&Owner> {
        self.stale_owner.as_ref()
    }

    /// Adds the address to the owner file.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn announce(&mut self, address: String) -> std::io::Result<()> {
        self.owner.address = Some(address);
        self.write_owner_file()
    }

    fn write_owner_file(&self) -> std::io::Result<()> {
        let mut text = serde_json::to_vec(&self.owner)?;
        text.push(b'\n');
        files::replace_private(&self.owner_file, &text)
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        std::fs::remove_file(&self.owner_file).ok();
    }
}

/// Returns the owner recorded for the inbox at `path`, running or not.
pub fn owner(path: &Path) -> Option<Owner> {
    let owner_file = files::beside(&files::resolve(path).ok()?, "owner");
    serde_json::from_slice(&files::read_regular(&owner_file, MAX_OWNER_FILE).ok()?).ok()
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
        assert_eq!(Lock::take(&path, now).expect("free again").stale_owner(), None);
    }

    #[test]
    fn an_owner_file_without_a_lock_is_left_by_a_crash() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("inbox.db");
        let owner_file = r#"{"pid":4242,"started_at":"2026-03-04T05:06:07Z"}"#;
        std::fs::write(folder.path().join("inbox.db.owner"), owner_file).expect("written");
        let lock = Lock::take(&path, Timestamp::UNIX_EPOCH).expect("free");
        assert_eq!(lock.stale_owner().map(|owner| owner.pid), Some(4242));
    }

    #[test]
    fn a_copy_is_told_from_a_receiver() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("inbox.db");
        let copy = Lock::take_to_copy(&path, Timestamp::UNIX_EPOCH).expect("free");
        let refused = Lock::take(&path, Timestamp::UNIX_EPOCH).expect_err("taken").to_string();
        assert!(refused.contains("is being copied: process"), "{refused}");
        // As after a kill, which ends the lock and leaves the file.
        let left = std::fs::read(folder.path().join("inbox.db.owner")).expect("there");
        drop(copy);
        std::fs::write(folder.path().join("inbox.db.owner"), left).expect("written");
        assert_eq!(Lock::take(&path, Timestamp::UNIX_EPOCH).expect("free").stale_owner(), None);
    }

    #[cfg(unix)]
    #[test]
    fn an_inbox_under_two_paths_has_one_receiver() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let (path, other) = (folder.path().join("inbox.db"), folder.path().join("other.db"));
        std::os::unix::fs::symlink(&path, &other).expect("linked, to a file that is not there yet");
        let lock = Lock::take(&path, Timestamp::UNIX_EPOCH).expect("free");
        assert!(matches!(Lock::take(&other, Timestamp::UNIX_EPOCH), Err(Error::Taken { owner: Some(_), .. })));
        drop(lock);
        assert_eq!(std::fs::read_dir(folder.path()).expect("readable").count(), 1, "only the link stays");
    }

    /// Whoever can write in the folder could otherwise have any file of this user overwritten.
    #[cfg(unix)]
    #[test]
    fn neither_lock_nor_owner_file_is_written_through_a_link() {
        use std::os::unix::fs::MetadataExt as _;
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = |name: &str| folder.path().join(name);
        std::fs::write(path("victim"), "untouched").expect("written");
        std::os::unix::fs::symlink("victim", path("inbox.db.owner")).expect("linked");
        let lock = Lock::take(&path("inbox.db"), Timestamp::UNIX_EPOCH).expect("free");
        for name in ["inbox.db.owner", "inbox.db.lock"] {
            assert_eq!(path(name).symlink_metadata().expect("there").mode() & 0o170_777, 0o100_600, "{name}");
        }
        drop(lock);
        std::os::unix::fs::symlink("victim", path("inbox.db.lock")).expect("linked");
        assert!(matches!(Lock::take(&path("inbox.db"), Timestamp::UNIX_EPOCH), Err(Error::Io { .. })));
        assert_eq!(std::fs::read_to_string(path("victim")).expect("readable"), "untouched");
    }
}
