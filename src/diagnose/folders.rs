//! The folders: whether they can be written, and who else can look into them.

use std::io;
use std::path::Path;

use super::access::{Access, others_can};
use super::finding::Finding;
use super::fix::Fix;
use super::leftovers::missing_folders;
use crate::context::Context;
use crate::files;
use crate::files::private::quoted;

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
