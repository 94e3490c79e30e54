//! Reads at most as much of a file as a caller can use.
//!
//! The size in the metadata is not relied on: a pipe reports 0, and a file may grow while it is read.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use zeroize::Zeroizing;

use super::write::{descriptor_number, resolve};

/// Reads a file, a pipe or a device.
///
/// # Errors
/// The system's error, or [`io::ErrorKind::FileTooLarge`] when there are more than `limit` bytes.
pub fn read(path: &Path, limit: u64) -> io::Result<Vec<u8>> {
    read_from(File::open(path)?, limit)
}

/// Reads a regular file. Anything else is refused without waiting for it, except an open descriptor (`/dev/fd/63`),
/// which has a writer or has ended.
///
/// # Errors
/// As [`read`], and [`io::ErrorKind::InvalidInput`] for a pipe, a device or a socket.
pub fn read_regular(path: &Path, limit: u64) -> io::Result<Vec<u8>> {
    // Before opening: a pipe without a writer blocks there.
    let metadata = std::fs::metadata(path)?;
    let is_device = !metadata.is_file() && !metadata.is_dir();
    if is_device && descriptor_number(&resolve(path)?).is_none() {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "it is not a regular file"));
    }
    read(path, limit)
}

/// Reads a secret from a file, a pipe or a device. The bytes are wiped from memory when they are dropped.
///
/// # Errors
/// As [`read`].
pub fn read_secret(path: &Path, limit: u64) -> io::Result<Zeroizing<Vec<u8>>> {
    read_secret_from(File::open(path)?, limit)
}

/// Reads a secret from what is open already, as [`read_secret`].
pub(super) fn read_secret_from(source: impl Read, limit: u64) -> io::Result<Zeroizing<Vec<u8>>> {
    // Reserved at once: a vector that grows leaves copies behind.
    let room = usize::try_from(limit.saturating_add(2)).unwrap_or(usize::MAX).min(1 << 20);
    let mut bytes = Zeroizing::new(Vec::with_capacity(room));
    fill(&mut bytes, source, limit)?;
    Ok(bytes)
}

/// Reads what is open already.
///
/// # Errors
/// As [`read`].
pub fn read_from(source: impl Read, limit: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    fill(&mut bytes, source, limit)?;
    Ok(bytes)
}

fn fill(bytes: &mut Vec<u8>, source: impl Read, limit: u64) -> io::Result<()> {
    let read = source.take(limit.saturating_add(1)).read_to_end(bytes)?;
    if read as u64 > limit {
        return Err(io::Error::new(io::ErrorKind::FileTooLarge, format!("it is longer than {limit} bytes")));
    }
    Ok(())
}
