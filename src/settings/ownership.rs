//! Checks that nobody but the user can have written a file of settings.

use std::fs::Metadata;
use std::path::Path;

use super::file::FileError;

/// Refuses a file that belongs to another user or that everybody can write to. One of root's is accepted: root could do
/// as much without it.
#[cfg(unix)]
pub(super) fn check(path: &Path, metadata: &Metadata) -> Result<(), FileError> {
    use std::os::unix::fs::MetadataExt as _;

    let untrusted = |reason, command: String| {
        let remedy = format!("{command} {}", shell_words::quote(&path.to_string_lossy()));
        Err(FileError::Untrusted { path: path.into(), reason, remedy })
    };
    let me = rustix::process::geteuid().as_raw();
    if metadata.uid() != me && metadata.uid() != 0 {
        let reason = format!("it belongs to another user (uid {})", metadata.uid());
        return untrusted(reason, format!("sudo chown {me}"));
    }
    // Devices are everybody's, and hold nothing that anybody wrote.
    if metadata.is_file() && metadata.mode() & 0o002 != 0 {
        let reason = format!("everybody may write to it (mode {:04o})", metadata.mode() & 0o7777);
        return untrusted(reason, "chmod o-w".into());
    }
    Ok(())
}

/// Elsewhere the folder of the user is closed to others by the system, and there is nothing to check.
#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "the same signature as where there is something to check")]
pub(super) fn check(_: &Path, _: &Metadata) -> Result<(), FileError> {
    Ok(())
}
