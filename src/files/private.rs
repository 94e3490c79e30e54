//! Files that only their owner may read, checked at each use: a store of secrets, and its key.
//!
//! A file that another user could have read or written is refused, with the command that mends it. Nothing is removed.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use zeroize::Zeroizing;

use super::read::read_secret_from;
use super::write::{temporary, temporary_prefix};
use super::{Access, Lock, beside, create_private_folder, folder_of, read_from, replace_private};

/// How long a writer waits for the others.
const LOCK_LIMIT: Duration = Duration::from_secs(30);

/// Why a private file is not used.
#[derive(Debug)]
pub enum Error {
    /// Its owner or mode is not safe, or it is not a regular file.
    Unsafe {
        /// What is wrong.
        reason: String,
        /// The shell command that mends it.
        remedy: Option<String>,
    },
    /// Another process has held the lock for so many seconds.
    Busy(u64),
    /// The system's error at this path.
    Io(PathBuf, io::Error),
}

fn io_at(path: &Path) -> impl FnOnce(io::Error) -> Error + use<> {
    let path = path.to_owned();
    move |error| Error::Io(path, error)
}

fn not_safe(reason: impl Into<String>, remedy: Option<String>) -> Error {
    Error::Unsafe { reason: reason.into(), remedy }
}

/// Returns the path quoted for a POSIX shell.
pub fn quoted(path: &Path) -> String {
    shell_words::quote(&path.to_string_lossy()).into_owned()
}

/// Reads a secret from a file that a person named, whatever its mode, and returns whether other users can read it too. A
/// pipe will do. The bytes are wiped from memory when they are dropped.
///
/// # Errors
/// As [`read_from`].
pub fn read_any(path: &Path, limit: u64) -> io::Result<(Zeroizing<Vec<u8>>, bool)> {
    let file = fs::File::open(path)?;
    let metadata = file.metadata()?;
    Ok((read_secret_from(file, limit)?, metadata.is_file() && system::others_may_read(&metadata)))
}

/// Reads a private file, or returns nothing when there is none.
///
/// # Errors
/// [`Error::Unsafe`] unless it is a regular file that only this user can read, and [`Error::Io`].
pub fn read(path: &Path, limit: u64) -> Result<Option<Vec<u8>>, Error> {
    let metadata = match fs::symlink_metadata(path) {
        Ok(metadata) => metadata,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(io_at(path)(error)),
    };
    // Before opening, so that a link has its own sentence and a pipe does not block.
    if metadata.is_symlink() {
        return Err(not_safe("it is a symbolic link", Some(format!("ls -l {}", quoted(path)))));
    }
    if !metadata.is_file() {
        return Err(not_safe("it is not a regular file", None));
    }
    system::check_file(path, &metadata)?;
    let file = system::open(path).map_err(io_at(path))?;
    // Again on what was opened: the name may point elsewhere by now.
    let metadata = file.metadata().map_err(io_at(path))?;
    if !metadata.is_file() {
        return Err(not_safe("it is not a regular file", None));
    }
    system::check_file(path, &metadata)?;
    read_from(file, limit).map(Some).map_err(io_at(path))
}

/// Creates the folder of a private file, closed to others, or checks the one that exists.
///
/// # Errors
/// [`Error::Unsafe`] when others can write to it, and [`Error::Io`].
pub fn prepare_folder(file: &Path) -> Result<(), Error> {
    let folder = match file.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => return Err(not_safe("its path names no folder", None)),
    };
    create_private_folder(folder).map_err(io_at(folder))?;
    let metadata = fs::metadata(folder).map_err(io_at(folder))?;
    system::check_folder(folder, &metadata)
}

/// Takes the lock that all writers of `file` share.
///
/// # Errors
/// [`Error::Busy`] after 30 seconds, and [`Error::Io`].
pub fn lock(file: &Path) -> Result<Lock, Error> {
    let path = beside(file, "lock");
    Lock::wait(&path, LOCK_LIMIT).map_err(io_at(&path))?.ok_or(Error::Busy(LOCK_LIMIT.as_secs()))
}

/// Replaces a private file as [`replace_private`], and removes what killed writers left. The caller holds the lock.
///
/// # Errors
/// As [`prepare_folder`].
pub fn replace(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    prepare_folder(path)?;
    remove_leftovers(path);
    replace_private(path, bytes).map_err(io_at(path))
}

/// Checks whether [`replace`] would work, as far as that can be known without replacing anything.
///
/// # Errors
/// As [`replace`].
pub fn check_replaceable(path: &Path) -> Result<(), Error> {
    prepare_folder(path)?;
    temporary(path, Access::Owner).map(drop).map_err(io_at(folder_of(path)))
}

/// Removes the temporary files of killed writers. Only the holder of the lock writes here, so none is in use.
fn remove_leftovers(path: &Path) {
    let prefix = temporary_prefix(path);
    let Ok(entries) = fs::read_dir(folder_of(path)) else { return };
    for entry in entries.flatten() {
        if entry.file_name().to_string_lossy().starts_with(&prefix) {
            // One that stays is removed by the next writer.
            let _ = fs::remove_file(entry.path());
        }
    }
}

#[cfg(unix)]
pub(super) use system::no_follow;

#[cfg(unix)]
mod system {
    use std::fs::{File, Metadata, OpenOptions};
    use std::io;
    use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
    use std::path::Path;

    use rustix::fs::OFlags;

    use super::{Error, not_safe, quoted};

    pub(super) fn others_may_read(metadata: &Metadata) -> bool {
        metadata.mode() & 0o044 != 0
    }

    /// The flags that keep a link from being followed and a pipe from blocking, as the standard library takes them.
    pub(in crate::files) fn no_follow() -> i32 {
        i32::try_from((OFlags::NOFOLLOW | OFlags::NONBLOCK).bits()).expect("flags of open fit its argument")
    }

    pub(super) fn open(path: &Path) -> io::Result<File> {
        OpenOptions::new().read(true).custom_flags(no_follow()).open(path)
    }

    fn mine(metadata: &Metadata) -> bool {
        metadata.uid() == rustix::process::geteuid().as_raw()
    }

    pub(super) fn check_file(path: &Path, metadata: &Metadata) -> Result<(), Error> {
        if !mine(metadata) {
            let user = rustix::process::geteuid().as_raw();
            let remedy = format!("sudo chown {user} {}", quoted(path));
            return Err(not_safe(format!("it belongs to another user (uid {})", metadata.uid()), Some(remedy)));
        }
        if metadata.mode() & 0o077 != 0 {
            let reason = format!("other users may use it (mode {:04o})", metadata.mode() & 0o7777);
            return Err(not_safe(reason, Some(format!("chmod 600 {}", quoted(path)))));
        }
        Ok(())
    }

    pub(super) fn check_folder(folder: &Path, metadata: &Metadata) -> Result<(), Error> {
        if !mine(metadata) {
            let reason = format!("its folder `{}` belongs to another user (uid {})", folder.display(), metadata.uid());
            return Err(not_safe(reason, None));
        }
        if metadata.mode() & 0o022 != 0 {
            let mode = metadata.mode() & 0o7777;
            let reason = format!("other users may write to its folder `{}` (mode {mode:04o})", folder.display());
            return Err(not_safe(reason, Some(format!("chmod 700 {}", quoted(folder)))));
        }
        Ok(())
    }
}

/// Elsewhere the folder of the user is closed to others by the system, and there are no modes to check.
#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "the same signatures as where there is something to check")]
mod system {
    use std::fs::{File, Metadata};
    use std::io;
    use std::path::Path;

    use super::Error;

    pub(super) fn others_may_read(_: &Metadata) -> bool {
        false
    }

    pub(super) fn open(path: &Path) -> io::Result<File> {
        File::open(path)
    }

    pub(super) fn check_file(_: &Path, _: &Metadata) -> Result<(), Error> {
        Ok(())
    }

    pub(super) fn check_folder(_: &Path, _: &Metadata) -> Result<(), Error> {
        Ok(())
    }
}
