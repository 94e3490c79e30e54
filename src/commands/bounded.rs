//! Files that a person names: read as they come, and never more of one than is wanted.
//!
//! What a file says of its size is not believed: a pipe says nothing, and a file may grow while it is read.

use std::fs::File;
use std::io::{self, Read as _};
use std::path::Path;

use zeroize::Zeroizing;

/// Reads a file, a pipe or a device.
///
/// # Errors
/// What the system says, or [`io::ErrorKind::FileTooLarge`] after `limit` bytes.
pub(crate) fn read(path: &Path, limit: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    fill(&mut bytes, path, limit)?;
    Ok(bytes)
}

/// Reads a secret, which is wiped from memory afterwards.
///
/// # Errors
/// As [`read()`].
pub(crate) fn read_secret(path: &Path, limit: u64) -> io::Result<Zeroizing<Vec<u8>>> {
    // Reserved whole, so that growing leaves no copy of it behind.
    let room = usize::try_from(limit.saturating_add(2)).unwrap_or(usize::MAX).min(1 << 20);
    let mut bytes = Zeroizing::new(Vec::with_capacity(room));
    fill(&mut bytes, path, limit)?;
    Ok(bytes)
}

fn fill(bytes: &mut Vec<u8>, path: &Path, limit: u64) -> io::Result<()> {
    let read = File::open(path)?.take(limit.saturating_add(1)).read_to_end(bytes)?;
    if read as u64 > limit {
        return Err(io::Error::new(io::ErrorKind::FileTooLarge, format!("it is longer than {limit} bytes")));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_read_up_to_its_limit() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("file");
        std::fs::write(&path, "12345").expect("written");
        assert_eq!(read(&path, 5).expect("short enough"), b"12345");
        assert_eq!(*read_secret(&path, 5).expect("short enough"), b"12345");
        let error = read(&path, 4).expect_err("too long");
        assert_eq!(
            (error.kind(), error.to_string().as_str()),
            (io::ErrorKind::FileTooLarge, "it is longer than 4 bytes")
        );
        assert_eq!(read_secret(&path, 4).expect_err("too long").kind(), io::ErrorKind::FileTooLarge);
        assert_eq!(read(&folder.path().join("none"), 4).expect_err("not there").kind(), io::ErrorKind::NotFound);
    }

    /// One that never ends says that it has no bytes at all.
    #[cfg(unix)]
    #[test]
    fn what_never_ends_is_left_in_time() {
        for kind in [read(Path::new("/dev/zero"), 1 << 16).map(drop), read_secret(Path::new("/dev/zero"), 9).map(drop)]
        {
            assert_eq!(kind.expect_err("too long").kind(), io::ErrorKind::FileTooLarge);
        }
    }
}
