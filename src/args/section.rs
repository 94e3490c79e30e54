//! Tables of the configuration whose keys are options of a command.

use std::ffi::OsString;
use std::path::Path;

use clap::Parser;
use clap::error::{ContextKind, ContextValue};

use super::usage_error::failure_of;
use crate::failure::Failure;
use crate::settings::file::{ConfigEntry, ConfigTable};
use crate::settings::form::Form;

/// Returns what could not be done with a table.
pub(crate) fn unusable(path: &Path, section: &str, line: usize) -> String {
    format!("could not use `{section}` of `{}`, line {line}", path.display())
}

/// What a key has to be written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Type {
    /// A string.
    Text,
    /// A string, or a list of them that is not empty.
    Texts,
    /// A whole number.
    Number,
}

/// A key, what it has to be written as, and a line that shows it.
pub(crate) type TypedKey = (&'static str, Type, &'static str);

/// Returns whether an entry has this key, which may be written with `-`.
pub(crate) fn is_key(entry: &ConfigEntry, key: &str) -> bool {
    entry.key.replace('-', "_") == key
}

/// Checks what values are written as: the options that they are parsed as would take `5` as a text.
///
/// # Errors
/// [`crate::exit::Exit::Usage`] for a value of another type, with its line.
pub(crate) fn check_types(path: &Path, section: &str, table: &ConfigTable, keys: &[TypedKey]) -> Result<(), Failure> {
    for entry in &table.entries {
        let Some((key, wanted, example)) = keys.iter().find(|(key, ..)| is_key(entry, key)) else { continue };
        let (needed, fits) = match wanted {
            Type::Text => ("a string", entry.form == Form::String && !entry.listed),
            Type::Texts => ("a string or an array of strings", entry.form == Form::String),
            Type::Number => ("an integer", entry.form == Form::Integer && !entry.listed),
        };
        if fits {
            continue;
        }
        let found = match (entry.form, entry.listed) {
            (Form::Nothing, _) | (_, false) => entry.form.to_string(),
            (form, true) => format!("array with {form}"),
        };
        let failure = Failure::usage(format!("`{key}` must be {needed}, found {found}"));
        return Err(failure.during(unusable(path, section, entry.line)).hint(format!("write for example `{example}`")));
    }
    Ok(())
}

/// Parses a table as the options that its keys are named after. `keys` says which there are.
///
/// # Errors
/// [`crate::exit::Exit::Usage`] for a key or a value that is none, with its line.
pub(crate) fn parse<P: Parser>(path: &Path, section: &str, table: &ConfigTable, keys: &str) -> Result<P, Failure> {
    if let Some(entry) = table.entries.iter().find(|one| matches!(one.form, Form::Other(_))) {
        let (key, found) = (entry.key.escape_debug(), entry.form);
        let failure = Failure::usage(format!("`{key}` must be a string, an integer, true or false, found {found}"));
        return Err(failure.during(unusable(path, section, entry.line)).hint(keys));
    }
    let option = |key: &str| format!("--{}", key.replace('_', "-"));
    let written = table.entries.iter().filter(|one| one.form != Form::Nothing);
    let words = written.map(|one| OsString::from(format!("{}={}", option(&one.key), one.value)));
    let failed = |error: clap::Error| {
        // As `--max-p95 <TIME>` or `--max-p95`.
        let named = match error.get(ContextKind::InvalidArg) {
            Some(ContextValue::String(named)) => named.split([' ', '=']).next().unwrap_or_default().to_owned(),
            _ => String::new(),
        };
        let line = table.entries.iter().find(|one| option(&one.key) == named).map_or(table.line, |one| one.line);
        let of_options = failure_of(&error);
        let mut failure = Failure::usage(as_keys(&of_options.cause.to_string())).during(unusable(path, section, line));
        // These are about a command line.
        let hints =
            of_options.hints.iter().filter(|hint| !hint.starts_with("usage: ") && !hint.starts_with("for more"));
        failure.hints = hints.map(|hint| as_keys(hint)).collect();
        failure.hint(keys)
    };
    let matches = P::command().try_get_matches_from(words).map_err(failed)?;
    P::from_arg_matches(&matches).map_err(failed)
}

/// Replaces the names of options in a message by the keys that they were written as.
fn as_keys(message: &str) -> String {
    let key = |(at, piece): (usize, &str)| match piece.strip_prefix("--") {
        Some(option) if at % 2 == 1 => option.split([' ', '=']).next().unwrap_or_default().replace('-', "_"),
        _ => piece.replace("unexpected argument", "unknown key").replace("a similar argument", "a similar key"),
    };
    message.split('`').enumerate().map(key).collect::<Vec<_>>().join("`")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_name_keys() {
        assert_eq!(as_keys("unexpected argument `--max-p9` found"), "unknown key `max_p9` found");
        assert_eq!(as_keys("a similar argument exists: `--max-p95`"), "a similar key exists: `max_p95`");
        assert_eq!(as_keys("invalid value `--x-y` for `--max-p95 <TIME>`"), "invalid value `x_y` for `max_p95`");
        assert_eq!(as_keys("run `makini check --help`"), "run `makini check --help`");
    }
}
