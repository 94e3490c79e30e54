//! The files of an import: each has a place of its own, and nothing else is overwritten.

use std::path::{Path, PathBuf};

use super::Args;
use super::ledger::Ledger;
use crate::context::Context;
use crate::failure::Failure;
use crate::files;

/// Maximum length of a file of refused rows, in bytes.
const LARGEST: u64 = 1 << 30;

/// Checks the files that are named, before one is read. Returns the one for the refused rows.
///
/// # Errors
/// [`crate::exit::Exit::Usage`] where one is named twice, or rows from a stream have no ledger.
pub(super) fn check(args: &Args) -> Result<PathBuf, Failure> {
    let file = &args.source.file;
    let refused = match (&args.refused, &args.ledger, is_stream(file)) {
        (_, None, true) => {
            let message = "rows from a stream need a ledger of their own: `--ledger FILE`";
            return Err(Failure::usage(message).hint("name the same one when the command is run again"));
        }
        (Some(refused), ..) => refused.clone(),
        (None, Some(ledger), true) => files::beside(ledger, "refused.csv"),
        (None, _, false) => files::beside(file, "refused.csv"),
    };
    distinct(args, args.ledger.as_deref(), &refused)?;
    Ok(refused)
}

/// Returns the path of the ledger: beside the file that the rows are in, whatever links lead there, if none is named.
///
/// # Errors
/// [`crate::exit::Exit::Usage`] where it is the file for the refused rows.
pub(super) fn ledger(args: &Args, of: (&str, &str), refused: &Path) -> Result<PathBuf, Failure> {
    let (entity, connection) = of;
    let plain = |c: char| if c.is_ascii_alphanumeric() || c == '-' { c } else { '_' };
    let connection: String = connection.chars().map(plain).collect();
    let beside = || files::beside(&place(&args.source.file), &format!("{entity}-{connection}.ledger"));
    let ledger = args.ledger.clone().unwrap_or_else(beside);
    distinct(args, Some(&ledger), refused)?;
    Ok(ledger)
}

/// Checks that a file of refused rows may be written.
///
/// # Errors
/// [`crate::exit::Exit::Usage`] where there is another than one that was written with the ledger.
pub(super) fn check_refused(file: &Path, ledger: &Ledger) -> Result<(), Failure> {
    // A device or a pipe has no content to lose.
    let Ok(true) = file.metadata().map(|found| found.is_file() && found.len() > 0) else { return Ok(()) };
    let bytes = files::read(file, LARGEST).map_err(|error| Failure::unreadable(file.display(), &error))?;
    if ledger.has_refused(&bytes) {
        return Ok(());
    }
    let message = format!("`{}` was changed or is another file, and would be overwritten", file.display());
    Err(Failure::usage(message).hint("import or move it first, or name another file with `--refused`"))
}

/// Removes a file of rows that were refused before, and are no longer.
pub(super) fn remove_refused(ctx: &Context, file: &Path, ledger: &Ledger) {
    let is_file = file.symlink_metadata().is_ok_and(|found| found.is_file());
    if is_file
        && files::read(file, LARGEST).is_ok_and(|bytes| ledger.has_refused(&bytes))
        && std::fs::remove_file(file).is_ok()
    {
        ctx.term.note(format!("`{}` is removed: no row is refused any more", file.display()));
    }
}

/// Checks that no file is named for two things.
fn distinct(args: &Args, ledger: Option<&Path>, refused: &Path) -> Result<(), Failure> {
    let named = [
        ("the rows", Some(args.source.file.as_path())),
        ("the map", args.map.path()),
        ("the ledger", ledger),
        ("the refused rows", Some(refused)),
    ];
    let named: Vec<(&str, &Path)> = named.into_iter().filter_map(|(what, path)| Some((what, path?))).collect();
    for (at, (what, path)) in named.iter().enumerate() {
        if let Some((other, _)) = named[..at].iter().find(|(_, other)| is_same(other, path)) {
            let message = format!("`{}` is the file for {other} and for {what}", path.display());
            let flag = if *what == "the refused rows" { "--refused" } else { "--ledger" };
            return Err(Failure::usage(message).hint(format!("name another file with `{flag}`")));
        }
    }
    Ok(())
}

fn is_same(one: &Path, other: &Path) -> bool {
    if is_stream(one) || is_stream(other) {
        return false;
    }
    let is_hard_link = match (one.metadata(), other.metadata()) {
        (Ok(one), Ok(other)) => is_same_file(&one, &other),
        _ => false,
    };
    is_hard_link || place(one) == place(other)
}

#[cfg(unix)]
fn is_same_file(one: &std::fs::Metadata, other: &std::fs::Metadata) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    (one.dev(), one.ino()) == (other.dev(), other.ino())
}

#[cfg(not(unix))]
fn is_same_file(_: &std::fs::Metadata, _: &std::fs::Metadata) -> bool {
    false
}

/// Returns whether a path is stdin, another open descriptor, a pipe or a device.
fn is_stream(path: &Path) -> bool {
    let target = files::resolve(path).unwrap_or_else(|_| path.to_owned());
    path == Path::new("-")
        || ["/dev/fd", "/proc"].iter().any(|folder| target.starts_with(folder))
        || target.metadata().is_ok_and(|found| !found.is_file() && !found.is_dir())
}

/// Returns the path of a file without links; the file need not exist.
fn place(path: &Path) -> PathBuf {
    let path = files::resolve(path).unwrap_or_else(|_| path.to_owned());
    if let Ok(found) = path.canonicalize() {
        return found;
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."));
    match (folder.canonicalize(), path.file_name()) {
        (Ok(folder), Some(name)) => folder.join(name),
        _ => path,
    }
}
