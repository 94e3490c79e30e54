//! Whether a folder can hold a database with a write-ahead log.
//!
//! On network and some foreign file systems the log needs shared memory that is not shared, or reports success and
//! fails at the first write. So the kind of the file system is looked up, and a throw-away database is tried.

use std::path::{Path, PathBuf};

use rusqlite::Connection;

use super::error::Error;
use crate::files;
use crate::sqlite::OpenError;

/// File systems where processes, or machines, do not see the same memory.
const UNSAFE: &[&str] = &[
    "nfs",
    "nfs4",
    "cifs",
    "smb",
    "smb2",
    "smb3",
    "smbfs",
    "9p",
    "afs",
    "ceph",
    "glusterfs",
    "lustre",
    "ntfs3",
    "vboxsf",
    "drvfs",
    "davfs",
    "fuse.sshfs",
    "fuse.s3fs",
    "fuse.rclone",
    "fuse.glusterfs",
    "fuse.davfs2",
];

/// Checks that the inbox at `path` is on a file system where it is safe. Creates its folder if it is missing.
///
/// # Errors
/// [`Error::UnsafeFolder`] and [`Error::Folder`].
pub fn check(path: &Path) -> Result<(), Error> {
    let folder = match path.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    };
    files::create_private_folder(folder).map_err(|source| Error::Folder { folder: folder.into(), source })?;
    if let Some(kind) = file_system(folder)
        && UNSAFE.contains(&kind.as_str())
    {
        let what = format!("it is on a file system of the kind `{kind}`, where the write-ahead log is not reliable");
        return Err(Error::UnsafeFolder { folder: folder.into(), what });
    }
    let spot =
        files::temporary_folder(folder, ".probe-").map_err(|source| Error::Folder { folder: folder.into(), source })?;
    try_log(&spot.path().join("probe.db"))
        .map_err(|error| match error.sqlite_error_code() {
            // A full disk is no reason not to start: the receiver answers 503 until there is room.
            Some(rusqlite::ErrorCode::DiskFull) => Ok(()),
            _ => Err(Error::UnsafeFolder {
                folder: folder.into(),
                what: format!("a database with a write-ahead log does not work there ({error})"),
            }),
        })
        .or_else(|verdict| verdict)
}

/// Returns whether an inbox at `path` could not be opened only because its disk has no room.
pub fn is_for_want_of_room(error: &Error, path: &Path) -> bool {
    let disk = matches!(
        error,
        Error::Open(OpenError::Sqlite { .. } | OpenError::Folder { .. })
            | Error::Folder { .. }
            | Error::Io { .. }
            | Error::Sqlite(_)
            | Error::UnsafeFolder { .. }
    );
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    disk && !has_room(folder.unwrap_or(Path::new(".")))
}

/// Returns whether a small file still fits into a folder.
fn has_room(folder: &Path) -> bool {
    let written = files::temporary_folder(folder, ".probe-")
        .and_then(|spot| files::create_private(&spot.path().join("probe"), &vec![0; 64 << 10]));
    !written.is_err_and(|error| error.kind() == std::io::ErrorKind::StorageFull)
}

/// Writes through one connection and reads through another.
fn try_log(path: &Path) -> rusqlite::Result<()> {
    let writer = Connection::open(path)?;
    let mode: String = writer.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0))?;
    writer.execute_batch("CREATE TABLE probe (x); INSERT INTO probe VALUES (1)")?;
    let seen: i64 = Connection::open(path)?.query_row("SELECT count(*) FROM probe", [], |row| row.get(0))?;
    if mode == "wal" && seen == 1 { Ok(()) } else { Err(rusqlite::Error::QueryReturnedNoRows) }
}

/// Returns the type of the file system that holds `folder`, where `/proc` has it.
fn file_system(folder: &Path) -> Option<String> {
    let folder = folder.canonicalize().ok()?;
    kind_of(&std::fs::read_to_string("/proc/self/mountinfo").ok()?, &folder)
}

/// Finds the mount with the longest path that holds `folder`; of equal ones the last, which hides the others.
fn kind_of(mounts: &str, folder: &Path) -> Option<String> {
    let mut best: Option<(usize, &str)> = None;
    for line in mounts.lines() {
        let (mount, rest) = line.split_once(" - ")?;
        let Some(point) = mount.split(' ').nth(4).map(unescape) else { continue };
        let Some(kind) = rest.split(' ').next() else { continue };
        let length = point.as_os_str().len();
        if folder.starts_with(&point) && best.is_none_or(|(longest, _)| length >= longest) {
            best = Some((length, kind));
        }
    }
    best.map(|(_, kind)| kind.to_owned())
}

/// Blanks and the like are written in octal there.
fn unescape(point: &str) -> PathBuf {
    let mut text = point.to_owned();
    for (code, plain) in [("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")] {
        text = text.replace(code, plain);
    }
    text.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOUNTS: &str = "\
21 1 254:0 / / rw,relatime - ext4 /dev/vda rw
40 21 0:35 / /home/ann rw shared:1 - nfs4 server:/ann rw
41 40 0:36 / /home/ann/my\\040disk rw - xfs /dev/vdb rw
42 21 0:37 / /mnt rw - ext4 /dev/vdc rw
43 42 0:38 / /mnt rw - cifs //server/share rw
";

    #[test]
    fn the_deepest_and_latest_mount_counts() {
        let kind = |folder: &str| kind_of(MOUNTS, Path::new(folder));
        assert_eq!(kind("/var/lib").as_deref(), Some("ext4"));
        assert_eq!(kind("/home/ann/state").as_deref(), Some("nfs4"));
        assert_eq!(kind("/home/annette").as_deref(), Some("ext4"));
        assert_eq!(kind("/home/ann/my disk/x").as_deref(), Some("xfs"));
        assert_eq!(kind("/mnt/x").as_deref(), Some("cifs"));
    }

    #[test]
    fn a_good_folder_is_left_as_it_was() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        check(&folder.path().join("inbox.db")).expect("a good folder");
        assert_eq!(std::fs::read_dir(folder.path()).expect("readable").count(), 0);
    }
}
