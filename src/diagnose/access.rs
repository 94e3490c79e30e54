//! Who else can use files and folders.

use std::path::Path;

/// Who can do what with a file or folder.
#[derive(Clone, Copy)]
pub(super) enum Access {
    /// Other users can look into it.
    Read = 0o044,
    /// Other users can change it.
    Write = 0o022,
}

/// Returns whether a file or folder is open to others. Only where the system has such permissions.
#[cfg(unix)]
pub(super) fn others_can(path: &Path, access: Access) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    std::fs::metadata(path).is_ok_and(|metadata| metadata.permissions().mode() & access as u32 != 0)
}

#[cfg(not(unix))]
pub(super) fn others_can(_path: &Path, _access: Access) -> bool {
    false
}
