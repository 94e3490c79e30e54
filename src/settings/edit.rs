//! Changes the user's configuration: under a lock, as a whole, comments and order kept.

use std::io::Write as _;
use std::path::Path;

use toml_edit::{DocumentMut, Item, Table, value};

use super::file::{self, FileError, Owner};

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
    /// `default_profile = "NAME"`.
    Use(String),
    /// Takes a whole profile out.
    Remove(String),
}

/// Applies changes to the file at `path`, making it if need be.
///
/// Two processes doing this at once take turns; a reader sees the old file or the new one, never half of one. A file
/// with a mistake in it is not touched.
pub fn apply(path: &Path, changes: &[Change]) -> Result<(), FileError> {
    let unwritable = |source| FileError::Unwritable { path: path.into(), source };
    let folder = path.parent().unwrap_or(Path::new("."));
    crate::sqlite::create_private_folder(folder).map_err(unwritable)?;
    let lock = std::fs::File::create(path.with_extension("lock")).map_err(unwritable)?;
    lock.lock().map_err(unwritable)?;

    let text = match std::fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => String::new(),
        Err(source) => return Err(FileError::Unreadable { path: path.into(), source }),
    };
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
    let mut temporary = tempfile::NamedTempFile::new_in(folder).map_err(unwritable)?;
    // Through the file itself: an error of the temporary one would name a file nobody knows.
    temporary.as_file_mut().write_all(new.as_bytes()).map_err(unwritable)?;
    temporary.as_file().sync_all().map_err(unwritable)?;
    temporary.persist(path).map_err(|error| unwritable(error.error))?;
    Ok(())
}

fn edit(document: &mut DocumentMut, change: &Change) {
    match change {
        Change::Set { profile, key, value: text } => {
            let profiles = document.entry("profile").or_insert_with(|| {
                let mut table = Table::new();
                table.set_implicit(true);
                Item::Table(table)
            });
            let Some(profiles) = profiles.as_table_like_mut() else { return };
            let section = profiles.entry(profile).or_insert_with(|| Item::Table(Table::new()));
            if let Some(section) = section.as_table_like_mut() {
                // A value replaced in place keeps the comment behind it.
                match section.get_mut(key).and_then(Item::as_value_mut) {
                    Some(old) => {
                        let decor = old.decor().clone();
                        *old = text.as_str().into();
                        *old.decor_mut() = decor;
                    }
                    None => {
                        section.insert(key, value(text));
                    }
                }
            }
        }
        Change::Unset { profile, key } => {
            if let Some(section) = document
                .get_mut("profile")
                .and_then(|profiles| profiles.get_mut(profile.as_str()))
                .and_then(Item::as_table_like_mut)
            {
                section.remove(key);
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
