//! Locks between processes: a file that one process holds at a time.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read as _, Seek as _, Write as _};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

const POLL: Duration = Duration::from_millis(5);

/// A lock that this process holds until the value is dropped or the process ends, however it ends.
///
/// The lock file is removed when the lock is released; one that a killed process leaves behind is used again.
#[derive(Debug)]
pub struct Lock {
    file: File,
    path: PathBuf,
}

impl Lock {
    /// Takes the lock in the file at `path`, mode 0600, which is created if need be and never a link. Returns nothing
    /// when another process holds it.
    ///
    /// # Errors
    /// When the file cannot be created, or the file system has no locks.
    pub fn try_take(path: &Path) -> io::Result<Option<Self>> {
        loop {
            let file = open(path)?;
            match file.try_lock() {
                // Removed by its last holder between opening and locking: the next one would lock another file.
                Ok(()) if !is_at(&file, path) => {}
                Ok(()) => return Ok(Some(Self { file, path: path.into() })),
                Err(TryLockError::WouldBlock) => return Ok(None),
                Err(TryLockError::Error(error)) => return Err(error),
            }
        }
    }

    /// Takes the lock as [`Lock::try_take`], and blocks for up to `limit` for each process that holds it meanwhile: many
    /// that take turns all get it, and one that hangs does not block for ever.
    ///
    /// # Errors
    /// As [`Lock::try_take`].
    pub fn wait(path: &Path, limit: Duration) -> io::Result<Option<Self>> {
        let mut patience = Patience::new(path, limit);
        loop {
            match Self::try_take(path)? {
                None if patience.is_left(POLL) => std::thread::sleep(POLL),
                taken => return Ok(taken),
            }
        }
    }

    /// Writes a note into the lock file, for [`Lock::note`].
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn set_note(&mut self, note: &[u8]) -> io::Result<()> {
        self.file.set_len(0)?;
        self.file.rewind()?;
        self.file.write_all(note)
    }

    /// Returns the note in the lock file at `path`: nothing where there is none, or where a lock keeps readers out.
    pub fn note(path: &Path) -> Option<Vec<u8>> {
        let mut note = Vec::new();
        let read = File::open(path).and_then(|file| file.take(1 << 16).read_to_end(&mut note)).ok()?;
        (read > 0).then_some(note)
    }
}

/// How much longer to wait for a lock: `limit` for each holder.
#[derive(Debug)]
pub struct Patience {
    path: PathBuf,
    limit: Duration,
    waited: Duration,
    holder: Option<(SystemTime, u64)>,
}

impl Patience {
    /// A wait that has not begun.
    pub fn new(path: &Path, limit: Duration) -> Self {
        Self { path: path.into(), limit, waited: Duration::ZERO, holder: holder(path) }
    }

    /// Returns whether to wait for `time` and try again.
    pub fn is_left(&mut self, time: Duration) -> bool {
        let holder = holder(&self.path);
        if holder != self.holder {
            (self.holder, self.waited) = (holder, Duration::ZERO);
        }
        self.waited += time;
        self.waited <= self.limit
    }
}

/// Returns what tells one holder from the next: each creates the file anew, where a file can be removed that is open.
fn holder(path: &Path) -> Option<(SystemTime, u64)> {
    let found = path.symlink_metadata().ok()?;
    #[cfg(unix)]
    let number = std::os::unix::fs::MetadataExt::ino(&found);
    #[cfg(not(unix))]
    let number = 0;
    Some((found.modified().ok()?, number))
}

/// Returns whether a process holds the lock in the file at `path`, which is neither created nor removed.
///
/// # Errors
/// When there is no such file, it is a link, or the file system has no locks.
pub fn is_locked(path: &Path) -> io::Result<bool> {
    let mut options = OpenOptions::new();
    options.read(true).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::custom_flags(&mut options, super::private::no_follow());
    match options.open(path)?.try_lock() {
        Ok(()) => Ok(false),
        Err(TryLockError::WouldBlock) => Ok(true),
        Err(TryLockError::Error(error)) => Err(error),
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // While it is held: after that, the file at this path may be the one that another process has locked.
        if cfg!(unix) && is_at(&self.file, &self.path) {
            fs::remove_file(&self.path).ok();
        }
    }
}

fn open(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600).custom_flags(super::private::no_follow());
    }
    options.open(path)
}

/// Returns whether `file` is still the one at `path`.
#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    let identity = |found: fs::Metadata| (found.dev(), found.ino());
    matches!((file.metadata().map(identity), path.symlink_metadata().map(identity)), (Ok(one), Ok(other)) if one == other)
}

#[cfg(not(unix))]
fn is_at(_: &File, _: &Path) -> bool {
    true
}
