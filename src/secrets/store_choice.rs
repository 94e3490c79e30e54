//! The stores that can be chosen, by name.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

use crate::exit::Exit;
use crate::failure::Classify;

/// The store that new secrets go to. The environment is read before any of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum StoreChoice {
    /// The operating system's keyring.
    #[default]
    Keyring,
    /// A file encrypted with a passphrase or a key file.
    File,
    /// A command that prints a secret; read-only.
    Command,
    /// A program that gets, stores and erases secrets.
    Helper,
    /// In memory: secrets live as long as the process.
    None,
}

impl StoreChoice {
    /// Every choice, in the order they are offered.
    pub const ALL: [Self; 5] = [Self::Keyring, Self::File, Self::Command, Self::Helper, Self::None];

    /// Returns the word for it in settings and on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Keyring => "keyring",
            Self::File => "file",
            Self::Command => "command",
            Self::Helper => "helper",
            Self::None => "none",
        }
    }

    /// Returns what it is, in one line of help.
    pub const fn about(self) -> &'static str {
        match self {
            Self::Keyring => "the operating system's keyring",
            Self::File => "a file encrypted with a passphrase or an age key file",
            Self::Command => "a command that prints the secret (`secret_command`), read-only",
            Self::Helper => "a program that gets, stores and erases secrets (`secret_helper`)",
            Self::None => "nowhere: secrets are lost when the command ends",
        }
    }
}

impl fmt::Display for StoreChoice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for StoreChoice {
    type Err = UnknownStore;

    fn from_str(text: &str) -> Result<Self, UnknownStore> {
        Self::ALL.into_iter().find(|choice| choice.name() == text).ok_or_else(|| UnknownStore(text.to_owned()))
    }
}

/// There is no store of this name.
#[derive(Debug, Error, PartialEq, Eq)]
#[error("there is no secret store called `{0}`")]
pub struct UnknownStore(pub String);

impl Classify for UnknownStore {
    fn exit(&self) -> Exit {
        Exit::Usage
    }

    fn hint(&self) -> Option<String> {
        Some(format!("use one of {}", StoreChoice::ALL.map(|choice| format!("`{choice}`")).join(", ")))
    }
}
