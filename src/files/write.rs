//! Writes files: atomically where the path is a regular file of its own, in place where something else depends on it.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::{folder_of, plain};
use crate::exit::Exit;
use crate::failure::Failure;

/// How many symbolic links are followed, as on Linux.
const MOST_LINKS: u32 = 40;

/// Who may read a file that is created. One that exists keeps its mode.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Its owner only: mode 0600.
    Owner,
    /// Everybody whom the process's mask lets: mode 0644.
    Everyone,
}

impl Access {
    #[cfg(unix)]
    const fn mode(self) -> u32 {
        match self {
            Self::Owner => 0o600,
            Self::Everyone => 0o644,
        }
    }
}

/// Writes the file at a path that a person named.
///
/// A regular file is replaced atomically: a reader, or a process that is killed, leaves the old content or the new.
/// It is written in place, and not atomically, where replacing would change more than the content: other hard links,
/// another owner or group, a mount point, a folder that cannot be written to. Devices, pipes and open descriptors
/// (`/dev/stdout`, `/dev/fd/3`) are written to. Of a symbolic link the target is written, which need not exist yet.
///
/// # Errors
/// The system's error; a regular file of its own is untouched then.
pub fn write(path: &Path, bytes: &[u8], access: Access) -> io::Result<()> {
    let target = resolve(path)?;
    write_resolved(&target, bytes, access).map_err(|error| match fs::read_link(path) {
        Ok(link) if error.kind() == ErrorKind::NotFound => {
            io::Error::new(error.kind(), format!("it is a symbolic link to `{}`: {error}", link.display()))
        }
        _ => error,
    })
}

fn write_resolved(path: &Path, bytes: &[u8], access: Access) -> io::Result<()> {
    if let Some(number) = descriptor_number(path) {
        return open_descriptor(number, path)?.write_all(bytes);
    }
    match fs::metadata(path) {
        Ok(old) if old.is_dir() => Err(ErrorKind::IsADirectory.into()),
        Ok(old) if !old.is_file() => OpenOptions::new().write(true).open(path)?.write_all(bytes),
        Ok(old) if links(&old) > 1 => write_in_place(path, bytes),
        Ok(old) => match replace(path, bytes, access, Some(&old)) {
            Err(error) if replacing_is_impossible(error.kind()) => write_in_place(path, bytes).map_err(|_| error),
            done => done,
        },
        Err(error) if error.kind() == ErrorKind::NotFound => replace(path, bytes, access, None),
        Err(error) => Err(error),
    }
}

/// Writes the file at a path that a person named, as [`write()`]. `what` stands before its path in the message, as
/// `the report `; it may be empty.
///
/// # Errors
/// [`Exit::Local`] with the path and what to do.
pub fn save(path: &Path, bytes: &[u8], access: Access, what: &str) -> Result<(), Failure> {
    write(path, bytes, access).map_err(|error| {
        let hint = match error.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "make room on the disk",
            _ => "name a file in a folder that is there and writable",
        };
        Failure::new(Exit::Local, format!("could not write {what}`{}`: {error}", path.display())).hint(hint)
    })
}

/// Adds to the end of the file at a path that a person named, which is created if need be.
///
/// # Errors
/// The system's error.
pub fn append(path: &Path, bytes: &[u8]) -> io::Result<()> {
    creating(Access::Everyone).append(true).create(true).open(path)?.write_all(bytes)
}

/// Adds to the end of a file of this program, mode 0600, which is created if need be. On the disk when this returns.
///
/// # Errors
/// The system's error.
pub fn append_durably(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = creating(Access::Owner).append(true).create(true).open(path)?;
    file.write_all(bytes)?;
    file.sync_data()
}

/// Creates a file without a name, which is gone when it is closed.
///
/// # Errors
/// The system's error.
pub fn temporary_file() -> io::Result<File> {
    tempfile::tempfile().map_err(plain)
}

/// Cuts a file off after `length` bytes.
///
/// # Errors
/// The system's error.
pub fn cut(path: &Path, length: u64) -> io::Result<()> {
    OpenOptions::new().write(true).open(path)?.set_len(length)
}

/// Gives a finished file its name; one that has it is replaced.
///
/// # Errors
/// The system's error.
pub fn rename(from: &Path, to: &Path) -> io::Result<()> {
    fs::rename(from, to)
}

/// As [`rename`], and on the disk when this returns.
///
/// # Errors
/// The system's error.
pub fn rename_durably(from: &Path, to: &Path) -> io::Result<()> {
    rename(from, to)?;
    sync_folder(folder_of(to))
}

/// Replaces a file of this program: mode 0600 whatever was there before, on the disk when this returns. A link at
/// `path` is replaced, not followed.
///
/// # Errors
/// The system's error; what was there before is untouched then.
pub fn replace_private(path: &Path, bytes: &[u8]) -> io::Result<()> {
    replace(path, bytes, Access::Owner, None)?;
    sync_folder(folder_of(path))
}

/// Creates a file of this program, mode 0600, on the disk when this returns.
///
/// # Errors
/// [`ErrorKind::AlreadyExists`] when there is one, also one that another process created meanwhile.
pub fn create_private(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let file = written(path, bytes, Access::Owner)?;
    file.persist_noclobber(path).map_err(|error| error.error)?;
    sync_folder(folder_of(path))
}

/// Creates a file at a path where there is none, for a caller that writes it bit by bit.
///
/// # Errors
/// [`ErrorKind::AlreadyExists`], and the system's other errors.
pub fn create(path: &Path, access: Access) -> io::Result<File> {
    creating(access).write(true).create_new(true).open(path)
}

/// Creates an empty file of mode 0600 where there is none, for a library that would create it with another mode.
///
/// # Errors
/// The system's error.
pub fn ensure_private(path: &Path) -> io::Result<()> {
    // A path that cannot be checked may exist; opening it returns the reason.
    if path.try_exists().unwrap_or(true) {
        return Ok(());
    }
    // Not `create_new`: another process may be faster, and a link to a file that is not there yet is followed.
    creating(Access::Owner).append(true).create(true).open(path).map(drop)
}

/// Writes a new file for its owner only, with a random part in its name between `prefix` and `suffix`, and returns its
/// path.
///
/// # Errors
/// The system's error.
pub fn write_unique(folder: &Path, prefix: &str, suffix: &str, bytes: &[u8]) -> io::Result<PathBuf> {
    let mut file = tempfile::Builder::new().prefix(prefix).suffix(suffix).tempfile_in(folder).map_err(plain)?;
    file.write_all(bytes)?;
    file.keep().map(|(_, path)| path).map_err(|error| error.error)
}

/// Follows the symbolic links at `path`, up to a file that is none or does not exist, or to an open descriptor.
///
/// # Errors
/// When a link cannot be read, or they form a circle.
pub fn resolve(path: &Path) -> io::Result<PathBuf> {
    let mut path = path.to_owned();
    for _ in 0..MOST_LINKS {
        if descriptor_number(&path).is_some() || !path.symlink_metadata().is_ok_and(|found| found.is_symlink()) {
            return Ok(path);
        }
        let target = fs::read_link(&path)?;
        path = folder_of(&path).join(target);
    }
    Err(io::Error::other("too many symbolic links, one to the next"))
}

/// Returns how the names of temporary files beside `path` begin.
pub(super) fn temporary_prefix(path: &Path) -> String {
    format!(".{}.new-", path.file_name().unwrap_or_default().to_string_lossy())
}

/// Creates a temporary file beside `path`.
pub(super) fn temporary(path: &Path, access: Access) -> io::Result<NamedTempFile> {
    let prefix = temporary_prefix(path);
    // First, because its error is about the folder and the next one about a temporary file.
    fs::metadata(folder_of(path))?;
    let made = tempfile::Builder::new().prefix(&prefix).make_in(folder_of(path), |path| {
        let file = creating(access).read(true).write(true).create_new(true).open(path)?;
        #[cfg(unix)]
        if access == Access::Owner {
            // The mask of the process can take bits of the owner as well, and must not.
            file.set_permissions(std::os::unix::fs::PermissionsExt::from_mode(access.mode()))?;
        }
        Ok(file)
    });
    made.map_err(|error| error.kind().into())
}

fn creating(access: Access) -> OpenOptions {
    #[cfg_attr(not(unix), expect(unused_mut, reason = "there are no modes"))]
    let mut options = OpenOptions::new();
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, access.mode());
    #[cfg(not(unix))]
    let _ = access;
    options
}

fn written(path: &Path, bytes: &[u8], access: Access) -> io::Result<NamedTempFile> {
    let mut file = temporary(path, access)?;
    // Through the inner file: an error of the outer one would name the temporary path.
    file.as_file_mut().write_all(bytes)?;
    file.as_file().sync_all()?;
    Ok(file)
}

fn replace(path: &Path, bytes: &[u8], access: Access, keep: Option<&Metadata>) -> io::Result<()> {
    let file = written(path, bytes, access)?;
    if let Some(old) = keep {
        if !same_owner(old, &file.as_file().metadata()?) {
            return Err(ErrorKind::PermissionDenied.into());
        }
        file.as_file().set_permissions(old.permissions())?;
    }
    file.persist(path).map(drop).map_err(|error| error.error)
}

fn write_in_place(path: &Path, bytes: &[u8]) -> io::Result<()> {
    OpenOptions::new().write(true).truncate(true).open(path)?.write_all(bytes)
}

/// Returns whether only replacing failed, and writing to the file that is there may still work.
fn replacing_is_impossible(kind: ErrorKind) -> bool {
    use ErrorKind::{CrossesDevices, PermissionDenied, ReadOnlyFilesystem, ResourceBusy};
    matches!(kind, PermissionDenied | ReadOnlyFilesystem | ResourceBusy | CrossesDevices)
}

#[cfg(unix)]
pub(super) fn links(metadata: &Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::nlink(metadata)
}

#[cfg(not(unix))]
pub(super) fn links(_: &Metadata) -> u64 {
    1
}

#[cfg(unix)]
fn same_owner(old: &Metadata, new: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    old.uid() == new.uid() && old.gid() == new.gid()
}

#[cfg(not(unix))]
fn same_owner(_: &Metadata, _: &Metadata) -> bool {
    true
}

#[cfg(unix)]
pub(super) fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "the same signature as where a folder can be opened")]
pub(super) fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}

/// Returns the number of an open descriptor of this process, from `/dev/fd/3` or `/proc/self/fd/3`.
#[cfg(unix)]
pub(super) fn descriptor_number(path: &Path) -> Option<i32> {
    let number = path.file_name()?.to_str()?.parse().ok().filter(|number| *number >= 0)?;
    let folder = path.parent()?.canonicalize().ok()?;
    let is_descriptors = |known: &str| Path::new(known).canonicalize().is_ok_and(|known| known == folder);
    (is_descriptors("/dev/fd") || is_descriptors("/proc/self/fd")).then_some(number)
}

#[cfg(not(unix))]
pub(super) fn descriptor_number(_: &Path) -> Option<i32> {
    None
}

/// Opens a descriptor again so that its position is shared: what others write to it comes after, not in place of it.
#[cfg(unix)]
fn open_descriptor(number: i32, path: &Path) -> io::Result<File> {
    use std::os::fd::AsFd as _;
    let stream = match number {
        1 => Some(io::stdout().as_fd().try_clone_to_owned()?),
        2 => Some(io::stderr().as_fd().try_clone_to_owned()?),
        _ => duplicate(number),
    };
    match stream {
        Some(stream) => Ok(stream.into()),
        // At the end, so that nothing in it is overwritten.
        None => OpenOptions::new().append(true).open(path),
    }
}

#[cfg(not(unix))]
fn open_descriptor(_: i32, path: &Path) -> io::Result<File> {
    OpenOptions::new().append(true).open(path)
}

#[cfg(target_os = "linux")]
fn duplicate(number: i32) -> Option<std::os::fd::OwnedFd> {
    use rustix::process::{PidfdFlags, PidfdGetfdFlags, getpid, pidfd_getfd, pidfd_open};
    let process = pidfd_open(getpid(), PidfdFlags::empty()).ok()?;
    pidfd_getfd(process, number, PidfdGetfdFlags::empty()).ok()
}

#[cfg(all(unix, not(target_os = "linux")))]
fn duplicate(_: i32) -> Option<std::os::fd::OwnedFd> {
    None
}
