//! The folders: whether they can be written, and who else can look into them.

use std::io;
use std::path::Path;

use super::finding::Finding;
use super::fix::Fix;
use super::leftovers::missing_folders;
use crate::context::Context;
use crate::files;
use crate::files::private::quoted;

/// Who can do what with a file or folder.
#[derive(Clone, Copy)]
pub(super) enum Access {
    /// Other users can look into it.
    Read = 0o044,
    /// Other users can change it.
    Write = 0o022,
}

/// Checks the four folders; one line if they are in order, else one for each that is not.
pub(super) fn check(ctx: &Context) -> Vec<Finding> {
    let paths = &ctx.settings.paths;
    let folders = [
        ("configuration", paths.config(), "MAKINI_CONFIG_DIR", Access::Write),
        ("state", paths.state(), "MAKINI_STATE_DIR", Access::Read),
        ("data", paths.data(), "MAKINI_DATA_DIR", Access::Read),
        ("cache", paths.cache(), "MAKINI_CACHE_DIR", Access::Write),
    ];
    let mut wrong = Vec::new();
    for (name, folder, variable, access) in folders {
        let folder = match folder {
            Ok(folder) => folder,
            Err(error) => {
                wrong.push(Finding::failed("folders", &error.into()).only_warning());
                continue;
            }
        };
        let shown = folder.display();
        if let Err(error) = write(folder) {
            wrong.push(Finding::bad(
                "folders",
                format!("the {name} folder `{shown}` cannot be written: {error}"),
                format!("make it a folder that you may write, or set {variable} to another"),
            ));
        } else if others_can(folder, access) {
            let (what, words, bits) = match access {
                Access::Read => ("look into", "go-rwx", 0o077),
                Access::Write => ("change", "go-w", 0o022),
            };
            let finding = Finding::warning(
                "folders",
                format!("other users can {what} the {name} folder `{shown}`"),
                format!("`chmod {words} {}`", quoted(folder)),
            );
            wrong.push(finding.fixed_by([Fix::Permissions { path: folder.to_owned(), bits }]));
        }
    }
    if wrong.is_empty() {
        wrong.push(Finding::ok("folders", "configuration, state, data and cache can be written"));
    }
    if let Some(last) = wrong.last_mut() {
        last.fixes.extend(missing_folders(ctx));
    }
    wrong
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

/// Writes into the folder, or, while it is not there, into the one that it would be made in. Leaves nothing.
fn write(folder: &Path) -> io::Result<()> {
    for place in folder.ancestors() {
        match place.metadata() {
            Ok(_) => return files::check_writable(place),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(error),
        }
    }
    Err(io::ErrorKind::NotFound.into())
}
