//! Files and folders: the one place that opens a file for writing, reads one with a limit, and takes a lock.
//!
//! Two kinds of files are written. One that a person names ([`write()`], [`save`]) keeps what it is: a symbolic link
//! stays a link and its target is written, a device or pipe is written to, a mode stays. One that belongs to this
//! program ([`replace_private`], [`create_private`]) is readable by its owner only, and never written through a link.

mod lock;
pub mod private;
mod read;
#[cfg(test)]
mod tests;
mod write;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

pub use self::lock::{Lock, Patience, is_locked};
pub use self::read::{read, read_from, read_regular, read_secret};
pub use self::write::{
    Access, append, append_durably, create, create_private, cut, ensure_private, rename, rename_durably,
    replace_private, resolve, save, temporary_file, write, write_unique,
};

/// Creates a folder and those above it, for its owner only (mode 0700) where the system has modes. One that exists
/// stays as it is.
///
/// # Errors
/// When it cannot be created, or is a file.
pub fn create_private_folder(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    // The folder of a bare file name.
    if folder.as_os_str().is_empty() { Ok(()) } else { builder.create(folder) }
}

/// Creates a folder and those above it, with the modes that the system gives a folder: others may read in it.
///
/// # Errors
/// When it cannot be created, or is a file.
pub fn create_folder(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)
}

/// Returns the permission bits of a file or folder; 0 where the system has none.
///
/// # Errors
/// The system's error.
pub fn mode(path: &Path) -> io::Result<u32> {
    let found = fs::symlink_metadata(path)?;
    #[cfg(unix)]
    return Ok(std::os::unix::fs::PermissionsExt::mode(&found.permissions()) & 0o7777);
    #[cfg(not(unix))]
    {
        let _ = found;
        Ok(0)
    }
}

/// Takes permission bits from a file or folder of this program, where the system has some. A link is left alone.
///
/// # Errors
/// The system's error, and for a link.
pub fn take_permissions(path: &Path, bits: u32) -> io::Result<()> {
    if fs::symlink_metadata(path)?.is_symlink() {
        return Err(io::Error::other("it is a symbolic link"));
    }
    #[cfg(unix)]
    {
        let permissions = std::os::unix::fs::PermissionsExt::from_mode(mode(path)? & !bits);
        fs::set_permissions(path, permissions)?;
    }
    #[cfg(not(unix))]
    let _ = bits;
    Ok(())
}

/// Removes a file of this program.
///
/// # Errors
/// The system's error.
pub fn remove(path: &Path) -> io::Result<()> {
    fs::remove_file(path)
}

/// Returns whether a file name is one of the temporary files that [`write()`] and [`replace_private`] rename in the end.
pub fn is_temporary_name(name: &str) -> bool {
    name.starts_with('.') && name.contains(".new-")
}

/// Creates a folder in `parent` that is removed with everything in it when the value is dropped.
///
/// # Errors
/// When `parent` does not exist or cannot be written to.
pub fn temporary_folder(parent: &Path, prefix: &str) -> io::Result<tempfile::TempDir> {
    tempfile::Builder::new().prefix(prefix).tempdir_in(parent).map_err(plain)
}

/// Checks that a file can be created in `folder`. Nothing stays behind.
///
/// # Errors
/// As [`write()`].
pub fn check_writable(folder: &Path) -> io::Result<()> {
    tempfile::tempfile_in(folder).map(drop).map_err(plain)
}

/// Drops the random name of the temporary file from an error: it means nothing to a reader.
fn plain(error: io::Error) -> io::Error {
    match error.raw_os_error() {
        Some(_) => error,
        None => error.kind().into(),
    }
}

/// Returns the folder that holds the file at `path`.
fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Checks that a file can be a database: it does not exist yet, or it is a regular file with one name. SQLite keeps the
/// log of a database under its name, so a second hard link would have a log of its own, and a pipe is waited for.
///
/// # Errors
/// [`io::ErrorKind::IsADirectory`], or [`io::ErrorKind::InvalidInput`] with what it is.
pub fn check_database(path: &Path) -> io::Result<()> {
    let refused = |why: String| Err(io::Error::new(io::ErrorKind::InvalidInput, why));
    match fs::metadata(path) {
        Ok(found) if found.is_dir() => Err(io::ErrorKind::IsADirectory.into()),
        Ok(found) if !found.is_file() => refused("it is not a regular file".into()),
        Ok(found) if write::links(&found) > 1 => {
            refused(format!("it has {} names (hard links), and a database works under one only", write::links(&found)))
        }
        // Whoever opens it returns the system's error.
        _ => Ok(()),
    }
}

/// Returns the path with `.ending` after its file name, as `inbox.db.lock`.
pub fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    name.into()
}
