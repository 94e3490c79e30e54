//! Files that only their owner may read: how they are opened, replaced and locked.
//!
//! A file that somebody else could have read or written is refused with the command that mends it. Nothing is deleted.

use std::fs::{self, File, TryLockError};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// How long a writer waits for the others.
const LOCK_PATIENCE: Duration = Duration::from_secs(30);
const LOCK_POLL: Duration = Duration::from_millis(5);

/// Why a private file is not used.
#[derive(Debug)]
pub(super) enum Trouble {
    /// It may not be used as it is.
    Refused { reason: String, remedy: Option<String> },
    /// Another process holds the lock, seconds waited.
    Busy(u64),
    /// The system said no, at this path.
    Io(PathBuf, io::Error),
}

fn io_at(path: &Path) -> impl FnOnce(io::Error) -> Trouble + use<> {
    let path = path.to_owned();
    move |error| Trouble::Io(path, error)
}

fn refused(reason: impl Into<String>, remedy: Option<String>) -> Trouble {
    Trouble::Refused { reason: reason.into(), remedy }
}

/// Returns the path as a shell takes it.
pub(super) fn quoted(path: &Path) -> String {
    shell_words::quote(&path.to_string_lossy()).into_owned()
}

/// Reads a file the user named, whoever may read it, and returns whether others may. A pipe will do.
pub(super) fn read_any(path: &Path, limit: u64) -> io::Result<(Vec<u8>, bool)> {
    let file = File::open(path)?;
    let metadata = file.metadata()?;
    Ok((read_limited(file, limit)?, metadata.is_file() && system::others_may_read(&metadata)))
}

/// Reads a private file, or nothing when there is none.
pub(super) fn read(path: &Path, limit: u64) -> Result<Option<Vec<u8>>, Trouble> {
    let metadata = match fs::symlink_metadata(path) {
        Ok(metadata) => metadata,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(io_at(path)(error)),
    };
    // Before opening, so that a symlink has its own sentence and a pipe does not block.
    if metadata.is_symlink() {
        return Err(refused("it is a symbolic link", Some(format!("ls -l {}", quoted(path)))));
    }
    if !metadata.is_file() {
        return Err(refused("it is not a regular file", None));
    }
    system::check_file(path, &metadata)?;
    let file = system::open(path).map_err(io_at(path))?;
    // Again on what was opened: the name may point elsewhere by now.
    let metadata = file.metadata().map_err(io_at(path))?;
    if !metadata.is_file() {
        return Err(refused("it is not a regular file", None));
    }
    system::check_file(path, &metadata)?;
    read_limited(file, limit).map(Some).map_err(io_at(path))
}

fn read_limited(file: File, limit: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    file.take(limit + 1).read_to_end(&mut bytes)?;
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > limit {
        return Err(io::Error::new(io::ErrorKind::FileTooLarge, format!("it is larger than {limit} bytes")));
    }
    Ok(bytes)
}

/// Makes the folder of a private file, closed to others, or checks the one that is there.
pub(super) fn prepare_folder(file: &Path) -> Result<PathBuf, Trouble> {
    let folder = match file.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
        _ => return Err(refused("its path names no folder", None)),
    };
    system::create_folder(&folder).map_err(io_at(&folder))?;
    let metadata = fs::metadata(&folder).map_err(io_at(&folder))?;
    system::check_folder(&folder, &metadata)?;
    Ok(folder)
}

/// Takes the lock that writers of `file` share. It is held until the answer is dropped, or the process ends.
pub(super) fn lock(file: &Path) -> Result<File, Trouble> {
    let mut name = file.file_name().unwrap_or_default().to_owned();
    name.push(".lock");
    let path = file.with_file_name(name);
    let lock = system::open_lock(&path).map_err(io_at(&path))?;
    let mut waited = Duration::ZERO;
    loop {
        match lock.try_lock() {
            Ok(()) => return Ok(lock),
            Err(TryLockError::WouldBlock) if waited >= LOCK_PATIENCE => return Err(Trouble::Busy(waited.as_secs())),
            Err(TryLockError::WouldBlock) => {
                std::thread::sleep(LOCK_POLL);
                waited += LOCK_POLL;
            }
            Err(TryLockError::Error(error)) => return Err(io_at(&path)(error)),
        }
    }
}

/// Replaces a private file as a whole: a reader, and a process killed at any moment, leave the old or the new one.
///
/// The caller holds the lock.
pub(super) fn replace(path: &Path, bytes: &[u8]) -> Result<(), Trouble> {
    let folder = prepare_folder(path)?;
    let prefix = format!(".{}.new-", path.file_name().unwrap_or_default().to_string_lossy());
    sweep(&folder, &prefix);
    let mut file = system::temporary(&folder, &prefix).map_err(io_at(&folder))?;
    file.write_all(bytes).map_err(io_at(path))?;
    file.as_file().sync_all().map_err(io_at(path))?;
    file.persist(path).map_err(|error| Trouble::Io(path.to_owned(), error.error))?;
    system::sync_folder(&folder).map_err(io_at(&folder))
}

/// Finds out whether [`replace`] would work, as far as that can be known without replacing anything.
pub(super) fn try_writing(path: &Path) -> Result<(), Trouble> {
    let folder = prepare_folder(path)?;
    let prefix = format!(".{}.new-", path.file_name().unwrap_or_default().to_string_lossy());
    system::temporary(&folder, &prefix).map(drop).map_err(io_at(&folder))
}

/// Removes what killed writers left behind. Only the holder of the lock writes here, so nobody is using it.
fn sweep(folder: &Path, prefix: &str) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        if entry.file_name().to_string_lossy().starts_with(prefix) {
            // It is only litter, and the next writer tries again.
            let _ = fs::remove_file(entry.path());
        }
    }
}

#[cfg(unix)]
mod system {
    use std::fs::{DirBuilder, File, Metadata, OpenOptions, Permissions};
    use std::io;
    use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt, PermissionsExt};
    use std::path::Path;

    use rustix::fs::OFlags;
    use tempfile::NamedTempFile;

    use super::{Trouble, quoted, refused};

    const OWNER_ONLY: u32 = 0o600;

    pub(super) fn others_may_read(metadata: &Metadata) -> bool {
        metadata.mode() & 0o044 != 0
    }

    /// The bits of flags as the standard library takes them.
    fn bits(flags: OFlags) -> i32 {
        i32::try_from(flags.bits()).expect("flags of open fit its argument")
    }

    pub(super) fn open(path: &Path) -> io::Result<File> {
        OpenOptions::new().read(true).custom_flags(bits(OFlags::NOFOLLOW | OFlags::NONBLOCK)).open(path)
    }

    pub(super) fn open_lock(path: &Path) -> io::Result<File> {
        OpenOptions::new()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .mode(OWNER_ONLY)
            .custom_flags(bits(OFlags::NOFOLLOW | OFlags::NONBLOCK))
            .open(path)
    }

    fn mine(metadata: &Metadata) -> bool {
        metadata.uid() == rustix::process::geteuid().as_raw()
    }

    pub(super) fn check_file(path: &Path, metadata: &Metadata) -> Result<(), Trouble> {
        if !mine(metadata) {
            let user = rustix::process::geteuid().as_raw();
            let remedy = format!("sudo chown {user} {}", quoted(path));
            return Err(refused(format!("it belongs to another user (uid {})", metadata.uid()), Some(remedy)));
        }
        if metadata.mode() & 0o077 != 0 {
            let reason = format!("other users may use it (mode {:04o})", metadata.mode() & 0o7777);
            return Err(refused(reason, Some(format!("chmod 600 {}", quoted(path)))));
        }
        Ok(())
    }

    pub(super) fn create_folder(folder: &Path) -> io::Result<()> {
        DirBuilder::new().recursive(true).mode(0o700).create(folder)
    }

    pub(super) fn check_folder(folder: &Path, metadata: &Metadata) -> Result<(), Trouble> {
        if !mine(metadata) {
            let reason = format!("its folder `{}` belongs to another user (uid {})", folder.display(), metadata.uid());
            return Err(refused(reason, None));
        }
        if metadata.mode() & 0o022 != 0 {
            let mode = metadata.mode() & 0o7777;
            let reason = format!("other users may write to its folder `{}` (mode {mode:04o})", folder.display());
            return Err(refused(reason, Some(format!("chmod 700 {}", quoted(folder)))));
        }
        Ok(())
    }

    pub(super) fn temporary(folder: &Path, prefix: &str) -> io::Result<NamedTempFile> {
        let file = tempfile::Builder::new()
            .prefix(prefix)
            .permissions(Permissions::from_mode(OWNER_ONLY))
            .tempfile_in(folder)?;
        // The mask of the process can take bits from the line above, and must not.
        file.as_file().set_permissions(Permissions::from_mode(OWNER_ONLY))?;
        Ok(file)
    }

    pub(super) fn sync_folder(folder: &Path) -> io::Result<()> {
        File::open(folder)?.sync_all()
    }
}

/// Elsewhere the folder of the user is closed to others by the system, and there are no modes to check.
#[cfg(not(unix))]
mod system {
    use std::fs::{self, File, Metadata, OpenOptions};
    use std::io;
    use std::path::Path;

    use tempfile::NamedTempFile;

    use super::Trouble;

    pub(super) fn others_may_read(_: &Metadata) -> bool {
        false
    }

    pub(super) fn open(path: &Path) -> io::Result<File> {
        File::open(path)
    }

    pub(super) fn open_lock(path: &Path) -> io::Result<File> {
        OpenOptions::new().read(true).write(true).create(true).truncate(false).open(path)
    }

    #[expect(clippy::unnecessary_wraps, reason = "the same signature as where there is something to check")]
    pub(super) fn check_file(_: &Path, _: &Metadata) -> Result<(), Trouble> {
        Ok(())
    }

    pub(super) fn create_folder(folder: &Path) -> io::Result<()> {
        fs::create_dir_all(folder)
    }

    #[expect(clippy::unnecessary_wraps, reason = "the same signature as where there is something to check")]
    pub(super) fn check_folder(_: &Path, _: &Metadata) -> Result<(), Trouble> {
        Ok(())
    }

    pub(super) fn temporary(folder: &Path, prefix: &str) -> io::Result<NamedTempFile> {
        tempfile::Builder::new().prefix(prefix).tempfile_in(folder)
    }

    #[expect(clippy::unnecessary_wraps, reason = "the same signature as where there is something to do")]
    pub(super) fn sync_folder(_: &Path) -> io::Result<()> {
        Ok(())
    }
}
