//! Private files of this program that others can read, and what processes left behind.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use jiff::{SignedDuration, Timestamp};

use super::access::{Access, others_can};
use super::finding::Finding;
use super::fix::Fix;
use crate::context::Context;
use crate::files;
use crate::files::private::quoted;

/// A temporary file that is older was left behind: writing takes moments.
const OLD: SignedDuration = SignedDuration::from_hours(1);

/// Others may neither read nor write.
const PRIVATE: u32 = 0o077;

/// Checks the files that only their owner may read.
pub(super) fn private_files(ctx: &Context) -> Finding {
    let paths = &ctx.settings.paths;
    let secrets = ctx.settings.path("secret_file", &ctx.env).or_else(|| paths.secrets_file().ok());
    let own = [secrets, paths.journal_file().ok(), paths.sandbox_file().ok(), paths.inbox_file().ok()];
    let beside = |path: PathBuf| [path.clone(), suffixed(&path, "-wal"), suffixed(&path, "-shm")];
    let all = own.into_iter().flatten().flat_map(beside);
    let open: Vec<PathBuf> = all.filter(|path| is_own_file(path) && is_open(path)).collect();
    let Some(first) = open.first() else {
        return Finding::ok("private files", "secrets, journal, inbox and sandbox are closed to other users");
    };
    let more = if open.len() > 1 { format!(" and {} more", open.len() - 1) } else { String::new() };
    let names = open.iter().map(|path| quoted(path)).collect::<Vec<_>>().join(" ");
    let found = format!("other users can read or change `{}`{more}", first.display());
    let fixes = open.into_iter().map(|path| Fix::Permissions { path, bits: PRIVATE });
    Finding::warning("private files", found, format!("`chmod go-rwx {names}`")).fixed_by(fixes)
}

fn suffixed(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}

/// Whether there is a file, and no link: what a link leads to is not this program's.
fn is_own_file(path: &Path) -> bool {
    path.symlink_metadata().is_ok_and(|found| found.is_file())
}

fn is_open(path: &Path) -> bool {
    others_can(path, Access::Read) || others_can(path, Access::Write)
}

/// Looks for lock files that no process holds, and for temporary files of writers that ended.
pub(super) fn leftovers(ctx: &Context) -> Finding {
    let paths = &ctx.settings.paths;
    let folders = [paths.config(), paths.state(), paths.data(), paths.cache()];
    let mut folders: Vec<PathBuf> = folders.into_iter().flatten().map(Path::to_owned).collect();
    folders.extend(paths.state().ok().map(|state| state.join("locks")));
    folders.sort();
    folders.dedup();
    let mut fixes: Vec<Fix> = Vec::new();
    for file in folders.iter().flat_map(|folder| fs::read_dir(folder).into_iter().flatten().flatten()) {
        let (path, name) = (file.path(), file.file_name().to_string_lossy().into_owned());
        if !is_own_file(&path) {
            continue;
        }
        if path.extension().is_some_and(|ending| ending == "lock") && matches!(files::is_locked(&path), Ok(false)) {
            fixes.push(Fix::Lock(path));
        } else if files::is_temporary_name(&name) && is_old(&path, ctx.clock.now()) {
            fixes.push(Fix::Temporary(path));
        }
    }
    match fixes.len() {
        0 => Finding::ok("leftovers", "no process left a lock or a temporary file behind"),
        count => {
            let files = if count == 1 { "1 file".to_owned() } else { format!("{count} files") };
            // They are in nobody's way: a lock that no process holds is taken again.
            let found = format!("{files} of processes that ended; harmless, and `makini doctor --fix` removes them");
            Finding::ok("leftovers", found).fixed_by(fixes)
        }
    }
}

fn is_old(path: &Path, now: Timestamp) -> bool {
    let changed = path.symlink_metadata().and_then(|found| found.modified()).ok();
    let changed = changed.and_then(|at| Timestamp::try_from(at).ok());
    changed.is_some_and(|at| now.duration_since(at) > OLD)
}

/// Returns the folders that are not there yet.
pub(super) fn missing_folders(ctx: &Context) -> Vec<Fix> {
    let paths = &ctx.settings.paths;
    let folders = [paths.config(), paths.state(), paths.data(), paths.cache()];
    let is_missing =
        |folder: &&Path| matches!(folder.symlink_metadata(), Err(error) if error.kind() == ErrorKind::NotFound);
    let missing = folders.into_iter().flatten().filter(is_missing);
    missing.map(|folder| Fix::Folder(folder.to_owned())).collect()
}
