//! Files that somebody waits for: written as a whole or not at all, so that a reader never sees half of one.

use std::io::Write as _;
use std::path::Path;

use crate::exit::Exit;
use crate::failure::Failure;

/// Writes a file for its owner only.
///
/// # Errors
/// [`Exit::Local`] naming the file; whatever was there before is untouched then.
pub(in crate::commands) fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    replace(path, bytes, "", false)
}

/// Writes a file that others may read, as a report.
///
/// # Errors
/// As [`write()`].
pub(super) fn publish(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    replace(path, bytes, "the report ", true)
}

fn replace(path: &Path, bytes: &[u8], what: &str, for_others: bool) -> Result<(), Failure> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let write = || -> std::io::Result<()> {
        // Asked first for its plain words: an error of the temporary file would name a file nobody knows.
        std::fs::metadata(folder)?;
        let mut file = tempfile::NamedTempFile::new_in(folder).map_err(|error| std::io::Error::from(error.kind()))?;
        file.as_file_mut().write_all(bytes)?;
        #[cfg(unix)]
        if for_others {
            use std::os::unix::fs::PermissionsExt as _;
            // A temporary file is made for its owner only.
            file.as_file().set_permissions(std::fs::Permissions::from_mode(0o644))?;
        }
        #[cfg(not(unix))]
        let _ = for_others;
        file.persist(path)?;
        Ok(())
    };
    write().map_err(|error| {
        Failure::new(Exit::Local, format!("could not write {what}`{}`: {error}", path.display()))
            .hint("name a file in a folder that is there and writable")
    })
}
