//! Changes the user's configuration: under a lock, as a whole, comments and order kept.

use std::path::Path;
use std::time::Duration;

use toml_edit::{DocumentMut, Item, Table, TableLike, value};

use super::file::{self, FileError, Owner};
use crate::files;

/// How long another process may hold the lock.
const LOCK_LIMIT: Duration = Duration::from_secs(30);

/// One change to the user's configuration.
#[derive(Clone, Debug)]
pub enum Change {
    /// `[profile.NAME] key = "value"`.
    Set {
        /// The profile.
        profile: String,
        /// The key, from the table of settings.
        key: &'static str,
        /// The value.
        value: String,
    },
    /// Takes a key out of a profile.
    Unset {
        /// The profile.
        profile: String,
        /// The key.
        key: &'static str,
    },
    /// `[profile.NAME.endpoints] operation = "METHOD /path"`.
    Map {
        /// The profile.
        profile: String,
        /// The name of the operation.
        operation: &'static str,
        /// Method and path.
        endpoint: String,
    },
    /// Takes an endpoint out of a profile.
    Unmap {
        /// The profile.
        profile: String,
        /// The name of the operation, which need not be one.
        operation: String,
    },
    /// `[check] key = "value"`.
    SetBudget {
        /// The key, as the option of `makini check` with `_` for `-`.
        key: &'static str,
        /// The value.
        value: String,
    },
    /// Takes a key out of `[check]`.
    UnsetBudget(&'static str),
    /// `default_profile = "NAME"`.
    Use(String),
    /// Takes a whole profile out.
    Remove(String),
}

/// Applies changes to the file at `path`, which is created if need be.
///
/// Processes that do this at once take turns; a reader gets the old file or the new one, never half of one. A link to
/// it, as from a folder of dotfiles, stays a link. A file with a mistake in it is not touched.
pub fn apply(path: &Path, changes: &[Change]) -> Result<(), FileError> {
    let unwritable = |source| FileError::Unwritable { path: path.into(), source };
    files::create_private_folder(path.parent().unwrap_or(Path::new("."))).map_err(unwritable)?;
    let _lock = files::Lock::wait(&path.with_extension("lock"), LOCK_LIMIT)
        .and_then(|lock| lock.ok_or_else(|| std::io::Error::other("another process has held its lock for 30 s")))
        .map_err(unwritable)?;

    let text = file::text(path)?.unwrap_or_default();
    file::parse(path, &text, Owner::User)?;
    let mut document: DocumentMut = text.parse().map_err(|error: toml_edit::TomlError| FileError::Wrong {
        path: path.into(),
        line: 1,
        column: 1,
        problem: error.message().to_owned(),
    })?;
    for change in changes {
        edit(&mut document, change);
    }
    let new = document.to_string();
    if new == text {
        return Ok(());
    }
    files::write(path, new.as_bytes(), files::Access::Owner).map_err(unwritable)
}

fn edit(document: &mut DocumentMut, change: &Change) {
    match change {
        Change::Set { profile, key, value: text } => {
            if let Some(section) = section(document, profile) {
                set(section, key, text);
            }
        }
        Change::Map { profile, operation, endpoint } => {
            let endpoints = section(document, profile)
                .map(|section| section.entry("endpoints").or_insert_with(|| Item::Table(Table::new())));
            if let Some(endpoints) = endpoints.and_then(Item::as_table_like_mut) {
                set(endpoints, operation, endpoint);
            }
        }
        Change::Unset { profile, key } => {
            if let Some(section) = there(document, profile) {
                section.remove(key);
            }
        }
        Change::Unmap { profile, operation } => {
            let Some(section) = there(document, profile) else { return };
            let Some(endpoints) = section.get_mut("endpoints").and_then(Item::as_table_like_mut) else { return };
            endpoints.remove(operation);
            if endpoints.is_empty() {
                section.remove("endpoints");
            }
        }
        Change::SetBudget { key, value: text } => {
            let check = document.entry("check").or_insert_with(|| Item::Table(Table::new()));
            if let Some(check) = check.as_table_like_mut() {
                set(check, key, text);
            }
        }
        Change::UnsetBudget(key) => {
            if let Some(check) = document.get_mut("check").and_then(Item::as_table_like_mut) {
                check.remove(key);
            }
        }
        Change::Use(name) => {
            document.insert("default_profile", value(name));
        }
        Change::Remove(name) => {
            if let Some(profiles) = document.get_mut("profile").and_then(Item::as_table_like_mut) {
                profiles.remove(name);
            }
            if document.get("default_profile").and_then(Item::as_str) == Some(name) {
                document.remove("default_profile");
            }
        }
    }
}

/// Returns the table of a profile, if there is one.
fn there<'a>(document: &'a mut DocumentMut, profile: &str) -> Option<&'a mut dyn TableLike> {
    document.get_mut("profile")?.get_mut(profile)?.as_table_like_mut()
}

/// Returns the table of a profile, which is made if need be.
fn section<'a>(document: &'a mut DocumentMut, profile: &str) -> Option<&'a mut dyn TableLike> {
    let profiles = document.entry("profile").or_insert_with(|| {
        let mut table = Table::new();
        table.set_implicit(true);
        Item::Table(table)
    });
    let section = profiles.as_table_like_mut()?.entry(profile).or_insert_with(|| Item::Table(Table::new()));
    section.as_table_like_mut()
}

fn set(section: &mut dyn TableLike, key: &str, text: &str) {
    // A value replaced in place keeps the comment behind it.
    match section.get_mut(key).and_then(Item::as_value_mut) {
        Some(old) => {
            let decor = old.decor().clone();
            *old = text.into();
            *old.decor_mut() = decor;
        }
        None => {
            section.insert(key, value(text));
        }
    }
}
