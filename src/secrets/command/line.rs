//! A command as it is configured: its words, and what is put into them.

use thiserror::Error;

use crate::exit::Exit;
use crate::failure::Classify;
use crate::secrets::{SecretKind, SecretName};

const PLACEHOLDERS: [&str; 4] = ["{name}", "{profile}", "{kind}", "{connection}"];

/// A program and its arguments, never seen by a shell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CommandLine(Vec<String>);

/// Why a configured command is not one.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum BadCommand {
    /// It is not configured, under this key.
    #[error("`{0}` is not set")]
    Missing(&'static str),
    /// There is nothing in it.
    #[error("the command is empty")]
    Empty,
    /// A quotation mark is not closed.
    #[error("the command has a quotation mark that is not closed")]
    Quotes,
    /// It has a character that cannot be in an argument.
    #[error("the command has a NUL character in it")]
    Nul,
    /// It has a placeholder that does not exist.
    #[error("the command has an unknown placeholder `{0}`")]
    Placeholder(String),
}

impl Classify for BadCommand {
    fn exit(&self) -> Exit {
        Exit::Usage
    }

    fn hint(&self) -> Option<String> {
        match self {
            Self::Placeholder(_) => Some(format!("use {}", PLACEHOLDERS.map(|name| format!("`{name}`")).join(", "))),
            Self::Missing(key) => Some(format!("set `{key}`, as the README shows for each secret manager")),
            Self::Empty | Self::Quotes | Self::Nul => {
                Some("write it as one line, or as a list of the program and its arguments".to_owned())
            }
        }
    }
}

impl CommandLine {
    /// Splits a line at its blanks; quotation marks and backslashes work as in a shell, and nothing else does.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn from_text(text: &str) -> Result<Self, BadCommand> {
        Self::from_words(shell_words::split(text).map_err(|_| BadCommand::Quotes)?)
    }

    /// Takes the program and its arguments as they are.
    ///
    /// # Errors
    /// What is wrong with them.
    pub fn from_words(words: Vec<String>) -> Result<Self, BadCommand> {
        if words.first().is_none_or(|program| program.trim().is_empty()) {
            return Err(BadCommand::Empty);
        }
        if words.iter().any(|word| word.contains('\0')) {
            return Err(BadCommand::Nul);
        }
        Ok(Self(words))
    }

    /// Returns the program.
    pub fn program(&self) -> &str {
        self.0.first().expect("checked when it was built")
    }

    pub(super) fn words(&self) -> &[String] {
        &self.0
    }

    pub(super) fn mentions(&self, placeholder: &str) -> bool {
        self.0.iter().any(|word| word.contains(placeholder))
    }

    /// Refuses `{word}` that is none of ours; other braces belong to the command.
    pub(super) fn check_placeholders(&self) -> Result<(), BadCommand> {
        for piece in self.0.iter().flat_map(|word| word.split('{').skip(1)) {
            let Some((inside, _)) = piece.split_once('}') else { continue };
            let found = format!("{{{inside}}}");
            let is_word = !inside.is_empty() && inside.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
            if is_word && !PLACEHOLDERS.contains(&found.as_str()) {
                return Err(BadCommand::Placeholder(found));
            }
        }
        Ok(())
    }

    /// Returns the words with the placeholders filled in, or why the name may not be put into them.
    pub(super) fn filled(&self, name: &SecretName) -> Result<Vec<String>, String> {
        let whole = harmless_name(name)?;
        let connection = match &name.kind {
            SecretKind::Connection(id) => id.as_str(),
            _ => "",
        };
        let values = [whole.as_str(), name.profile.as_str(), name.kind.word(), connection];
        Ok(self.0.iter().map(|word| fill(word, &values)).collect())
    }
}

/// Fills one word from left to right, so that what was put in is never read as a placeholder.
fn fill(word: &str, values: &[&str; 4]) -> String {
    let mut filled = String::with_capacity(word.len());
    let mut rest = word;
    while let Some(at) = rest.find('{') {
        filled.push_str(&rest[..at]);
        rest = &rest[at..];
        let hit = PLACEHOLDERS.iter().zip(values).find(|(placeholder, _)| rest.starts_with(**placeholder));
        let (value, length) = hit.map_or(("{", 1), |(placeholder, value)| (*value, placeholder.len()));
        filled.push_str(value);
        rest = &rest[length..];
    }
    filled.push_str(rest);
    filled
}

/// Returns the name, if none of its parts can be read as an option, another path, or another line.
///
/// The ID of a connection comes from the server, and ends up in the path of somebody's vault.
pub(super) fn harmless_name(name: &SecretName) -> Result<String, String> {
    let connection = match &name.kind {
        SecretKind::Connection(id) => Some(("connection ID", id.as_str())),
        _ => None,
    };
    for (what, part) in [("profile", name.profile.as_str())].into_iter().chain(connection) {
        let harmless = part.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"._@:-".contains(&byte));
        if part.is_empty() || !harmless || part.starts_with(['-', '.']) || part.contains("..") {
            return Err(format!("the {what} {part:?} may not be given to a command"));
        }
    }
    Ok(name.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn connection(id: &str) -> SecretName {
        SecretName { profile: "plant-7".to_owned(), kind: SecretKind::Connection(id.to_owned()) }
    }

    #[test]
    fn a_line_is_split_without_a_shell() {
        let line = CommandLine::from_text(r#"vault kv get "-field=a b" 'x;$(rm)' secret\ y > out"#).expect("splits");
        assert_eq!(line.words(), ["vault", "kv", "get", "-field=a b", "x;$(rm)", "secret y", ">", "out"]);
        assert_eq!(CommandLine::from_text("a 'b"), Err(BadCommand::Quotes));
        assert_eq!(CommandLine::from_text("  "), Err(BadCommand::Empty));
        assert_eq!(CommandLine::from_words(vec!["a\0".to_owned()]), Err(BadCommand::Nul));
    }

    #[test]
    fn placeholders_are_filled_inside_words_only() {
        let line = CommandLine::from_text("get {name} p={profile} {kind} {connection} {x:y} {{.Z}} {").expect("splits");
        assert_eq!(line.check_placeholders(), Ok(()));
        let words = line.filled(&connection("c-1")).expect("harmless");
        assert_eq!(words, ["get", "plant-7/connection/c-1", "p=plant-7", "connection", "c-1", "{x:y}", "{{.Z}}", "{"]);
    }

    #[test]
    fn a_misspelt_placeholder_is_named() {
        let line = CommandLine::from_text("get {profil}").expect("splits");
        assert_eq!(line.check_placeholders(), Err(BadCommand::Placeholder("{profil}".to_owned())));
    }

    #[test]
    fn hostile_ids_are_refused() {
        let line = CommandLine::from_text("get {connection}").expect("splits");
        for id in ["../../root", "-rf", "a b", "a\nb", "a\0b", "a\r", "{name}", "", "..", "a/../b", "a/b", "\u{e9}"] {
            let refusal = line.filled(&connection(id)).expect_err(id);
            assert!(!refusal.contains(['\n', '\r', '\0']), "{refusal}");
        }
    }

    proptest::proptest! {
        #[test]
        fn filling_never_adds_a_word_or_panics(text in "\\PC*", id in "[a-z0-9-]{1,8}") {
            if let Ok(line) = CommandLine::from_text(&text)
                && let Ok(filled) = line.filled(&connection(&format!("c{id}")))
            {
                assert_eq!(filled.len(), line.words().len());
            }
        }
    }
}
