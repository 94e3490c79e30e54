//! `config.toml` and `.makini.toml`: read with line and column for every complaint, edited without losing comments.

use std::collections::BTreeMap;
use std::io::{ErrorKind, Read as _};
use std::ops::Range;
use std::path::{Path, PathBuf};

use thiserror::Error;
use toml_edit::{Document, Item, TableLike, Value};

use super::form::Form;
use super::{ownership, table};
use crate::exit::Exit;
use crate::failure::Classify;
use crate::suggest;

/// A configuration file that cannot be used as it is.
#[derive(Debug, Error)]
pub enum FileError {
    /// Something in it is wrong.
    #[error("{path}, line {line}, column {column}: {problem}")]
    Wrong {
        /// The file.
        path: PathBuf,
        /// From 1.
        line: usize,
        /// In characters, from 1.
        column: usize,
        /// What is wrong.
        problem: String,
    },
    /// Another user may have written it.
    #[error("`{path}` was not used: {reason}")]
    Untrusted {
        /// The file.
        path: PathBuf,
        /// Who can write to it.
        reason: String,
        /// The shell command that mends it.
        remedy: String,
    },
    /// It cannot be read.
    #[error("could not read `{path}`")]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// The system's error.
        source: std::io::Error,
    },
    /// It cannot be written.
    #[error("could not write `{path}`")]
    Unwritable {
        /// The file.
        path: PathBuf,
        /// The system's error.
        source: std::io::Error,
    },
}

impl Classify for FileError {
    fn exit(&self) -> Exit {
        match self {
            Self::Wrong { .. } | Self::Untrusted { .. } => Exit::Usage,
            Self::Unreadable { .. } | Self::Unwritable { .. } => Exit::Local,
        }
    }

    fn hint(&self) -> Option<String> {
        match self {
            Self::Untrusted { remedy, .. } => Some(format!("run `{remedy}`, if you know what is in it")),
            Self::Unwritable { source, .. } if source.kind() == ErrorKind::StorageFull => {
                Some("make room on the disk".into())
            }
            Self::Unwritable { path, .. } => Some(format!(
                "make the folder `{}` writable, or name another with MAKINI_CONFIG_DIR",
                path.parent().unwrap_or(path).display()
            )),
            _ => None,
        }
    }
}

/// Values of one table, as text.
pub type Section = BTreeMap<String, String>;

/// A file as read.
#[derive(Clone, Debug, Default)]
pub struct File {
    /// Where it is.
    pub path: PathBuf,
    /// Keys outside any profile.
    pub top: Section,
    /// `[profile.NAME]`.
    pub profiles: BTreeMap<String, Section>,
    /// `[profile.NAME.endpoints]`: operation to `METHOD /path`.
    pub endpoints: BTreeMap<String, BTreeMap<String, String>>,
    /// `[check]`.
    pub check: CheckTable,
    /// `[[listen.handler]]`. The command parses them.
    pub handlers: Vec<ConfigTable>,
    /// Keys that a `.makini.toml` may not set, and that were therefore ignored.
    pub ignored: Vec<String>,
}

/// `[check]`: options of `makini check` as keys, with `_` for `-`, and those for some connections in `[[check.for]]`. The
/// command parses them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CheckTable {
    /// For all connections.
    pub general: ConfigTable,
    /// For the connections that each names; of several that match, the last one counts.
    pub special: Vec<ConfigTable>,
}

/// A table whose keys are options of a command, with `_` for `-`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ConfigTable {
    /// The line that it begins in, from 1.
    pub line: usize,
    /// In the order of the file; a list is an entry for each value, and one of [`Form::Nothing`] if it has none.
    pub entries: Vec<ConfigEntry>,
}

/// A key of a [`ConfigTable`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfigEntry {
    /// As it is written.
    pub key: String,
    /// As text.
    pub value: String,
    /// What it is written as.
    pub form: Form,
    /// Whether it is written in a list.
    pub listed: bool,
    /// The line that it is in, from 1.
    pub line: usize,
}

/// Whose file it is, which decides what it may set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner {
    /// The user's own.
    User,
    /// The author of the working directory, perhaps not the user.
    Directory,
}

/// Reads a file. A missing one is `None`.
///
/// # Errors
/// As `text` and [`parse`].
pub fn read(path: &Path, owner: Owner) -> Result<Option<File>, FileError> {
    text(path)?.map(|text| parse(path, &text, owner)).transpose()
}

/// Reads the text of a file. A missing one is `None`.
///
/// # Errors
/// It cannot be read, is no UTF-8, or another user may have written it: it names the server that a token is sent to and
/// the command that prints a secret.
pub(super) fn text(path: &Path) -> Result<Option<String>, FileError> {
    let unreadable = |source| FileError::Unreadable { path: path.into(), source };
    // Before opening: a pipe without a writer blocks there.
    if std::fs::metadata(path).is_ok_and(|found| is_pipe(&found)) {
        return Err(unreadable(std::io::Error::new(ErrorKind::InvalidInput, "it is a pipe")));
    }
    let mut file = match std::fs::File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(source) => return Err(unreadable(source)),
    };
    // On the open file: the name may point elsewhere by now.
    ownership::check(path, &file.metadata().map_err(unreadable)?)?;
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes).map_err(unreadable)?;
    let text = String::from_utf8(bytes).map_err(|error| {
        let valid = error.utf8_error().valid_up_to();
        let before = String::from_utf8_lossy(&error.as_bytes()[..valid]).into_owned();
        wrong(path, &before, before.len(), "the file is not UTF-8".into())
    })?;
    Ok(Some(text))
}

#[cfg(unix)]
fn is_pipe(metadata: &std::fs::Metadata) -> bool {
    std::os::unix::fs::FileTypeExt::is_fifo(&metadata.file_type())
}

#[cfg(not(unix))]
fn is_pipe(_: &std::fs::Metadata) -> bool {
    false
}

/// Reads the text of a file.
pub fn parse(path: &Path, text: &str, owner: Owner) -> Result<File, FileError> {
    let document = Document::parse(text).map_err(|error| {
        let at = error.span().map_or(0, |span| span.start);
        wrong(path, text, at, error.message().lines().collect::<Vec<_>>().join("; "))
    })?;
    let reader = Reader { path, text };
    let mut file = File { path: path.into(), ..File::default() };
    for (name, item) in document.iter() {
        let key_at = document.key(name).and_then(toml_edit::Key::span);
        match (name, owner) {
            ("profile", Owner::User) if item.is_table_like() => reader.profiles(item, &mut file)?,
            ("profile", Owner::User) => {
                let problem = "`profile` is a table here: write `default_profile = \"NAME\"` to choose one";
                return Err(reader.wrong(item.span(), problem.into()));
            }
            ("check", _) => file.check = reader.check(item)?,
            // It says where events are sent.
            ("listen", Owner::Directory) => file.ignored.push(name.into()),
            ("listen", Owner::User) => file.handlers = reader.handlers(item)?,
            ("default_profile", Owner::User) => {
                let value = reader.scalar(item)?;
                file.top.insert("profile".into(), value);
            }
            _ => match table::find(name) {
                None => return Err(reader.unknown(name, key_at, "setting")),
                Some(setting) if owner == Owner::Directory && !setting.directory => file.ignored.push(name.into()),
                Some(_) => {
                    file.top.insert(name.into(), reader.scalar(item)?);
                }
            },
        }
    }
    Ok(file)
}

struct Reader<'a> {
    path: &'a Path,
    text: &'a str,
}

impl Reader<'_> {
    fn profiles(&self, item: &Item, file: &mut File) -> Result<(), FileError> {
        let Some(profiles) = item.as_table_like() else { return Ok(()) };
        for (name, profile) in profiles.iter() {
            let Some(section) = profile.as_table_like() else {
                return Err(self.wrong(profile.span(), format!("`profile.{name}` must be a table")));
            };
            let mut values = Section::new();
            let mut endpoints = BTreeMap::new();
            for (key, item) in section.iter() {
                if key == "endpoints" {
                    let Some(table) = item.as_table_like() else {
                        return Err(self.wrong(item.span(), "`endpoints` must be a table".into()));
                    };
                    for (operation, endpoint) in table.iter() {
                        endpoints.insert(operation.to_owned(), self.scalar(endpoint)?);
                    }
                } else if key != "profile" && table::find(key).is_some() {
                    values.insert(key.to_owned(), self.scalar(item)?);
                } else {
                    let at = section.key(key).and_then(toml_edit::Key::span);
                    return Err(self.unknown(key, at, "setting of a profile"));
                }
            }
            file.profiles.insert(name.to_owned(), values);
            file.endpoints.insert(name.to_owned(), endpoints);
        }
        Ok(())
    }

    fn check(&self, item: &Item) -> Result<CheckTable, FileError> {
        let Some(section) = item.as_table_like() else {
            return Err(self.wrong(item.span(), "`check` must be a table".into()));
        };
        let mut table = CheckTable::default();
        table.general.line = self.line(item.span());
        for (key, item) in section.iter() {
            if key == "for" {
                table.special = self.tables("check.for", item)?;
            } else {
                self.entry(key, section, item, &mut table.general.entries);
            }
        }
        Ok(table)
    }

    fn handlers(&self, item: &Item) -> Result<Vec<ConfigTable>, FileError> {
        let Some(section) = item.as_table_like() else {
            return Err(self.wrong(item.span(), "`listen` must hold tables: `[[listen.handler]]`".into()));
        };
        let mut handlers = Vec::new();
        for (key, item) in section.iter() {
            if key != "handler" {
                let at = section.key(key).and_then(toml_edit::Key::span);
                let key = key.escape_debug();
                return Err(
                    self.wrong(at, format!("unknown key `{key}` of `listen`, which holds `[[listen.handler]]`"))
                );
            }
            handlers = self.tables("listen.handler", item)?;
        }
        Ok(handlers)
    }

    /// Reads each table of an array of tables.
    fn tables(&self, name: &str, item: &Item) -> Result<Vec<ConfigTable>, FileError> {
        let Some(tables) = item.as_array_of_tables() else {
            return Err(self.wrong(item.span(), format!("`{name}` must be tables: `[[{name}]]`")));
        };
        let read = |table: &toml_edit::Table| {
            let mut entries = Vec::new();
            for (key, item) in table {
                self.entry(key, table, item, &mut entries);
            }
            ConfigTable { line: self.line(table.span()), entries }
        };
        Ok(tables.iter().map(read).collect())
    }

    /// Reads a value, or each of a list. Which it has to be is known to the command.
    fn entry(&self, key: &str, table: &dyn TableLike, item: &Item, entries: &mut Vec<ConfigEntry>) {
        let line = self.line(table.key(key).and_then(toml_edit::Key::span));
        let mut push = |value: Option<&Value>, listed| {
            let (form, value) = value.map_or_else(|| (Form::Other(item.type_name()), String::new()), Form::of);
            entries.push(ConfigEntry { key: key.to_owned(), value, form, listed, line });
        };
        match item.as_array() {
            Some(values) => values.iter().for_each(|value| push(Some(value), true)),
            None => push(item.as_value(), false),
        }
        if item.as_array().is_some_and(toml_edit::Array::is_empty) {
            let (key, value) = (key.to_owned(), String::new());
            entries.push(ConfigEntry { key, value, form: Form::Nothing, listed: true, line });
        }
    }

    fn scalar(&self, item: &Item) -> Result<String, FileError> {
        match item.as_value() {
            Some(Value::String(text)) => Ok(text.value().clone()),
            Some(Value::Integer(number)) => Ok(number.value().to_string()),
            Some(Value::Boolean(yes)) => Ok(yes.value().to_string()),
            _ => {
                let found = item.type_name();
                Err(self.wrong(item.span(), format!("expected a text, a whole number or true/false, found {found}")))
            }
        }
    }

    fn unknown(&self, key: &str, at: Option<Range<usize>>, what: &str) -> FileError {
        let similar = suggest::closest(key, table::SETTINGS.iter().map(|setting| setting.key));
        let help = similar.first().map_or_else(String::new, |name| format!(", did you mean `{name}`?"));
        self.wrong(at, format!("unknown {what} `{}`{help}", key.escape_debug()))
    }

    fn line(&self, at: Option<Range<usize>>) -> usize {
        place(self.text, at.map_or(0, |span| span.start)).0
    }

    fn wrong(&self, at: Option<Range<usize>>, problem: String) -> FileError {
        wrong(self.path, self.text, at.map_or(0, |span| span.start), problem)
    }
}

fn wrong(path: &Path, text: &str, at: usize, problem: String) -> FileError {
    let (line, column) = place(text, at);
    FileError::Wrong { path: path.into(), line, column, problem }
}

/// Returns line and column of a place in a text, from 1.
fn place(text: &str, at: usize) -> (usize, usize) {
    let before = text.get(..at).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().map_or(0, |last| last.chars().count()) + 1;
    (line, column)
}
