//! Where the value of a setting comes from.

use std::fmt;
use std::path::PathBuf;

/// Where a value came from, strongest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The command line.
    Flag(&'static str),
    /// An environment variable.
    Env(&'static str),
    /// A `.makini.toml` in the working directory or above it.
    Directory(PathBuf),
    /// A profile in the user's configuration.
    Profile {
        /// The profile.
        name: String,
        /// The file.
        path: PathBuf,
    },
    /// The user's configuration, outside any profile.
    Config(PathBuf),
    /// `--sandbox` sets it.
    Sandbox,
    /// The default: it is set nowhere.
    Default,
}

impl Origin {
    /// Returns one word for machines.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Flag(_) => "flag",
            Self::Env(_) => "environment",
            Self::Directory(_) => "directory",
            Self::Profile { .. } => "profile",
            Self::Config(_) => "config",
            Self::Sandbox => "sandbox",
            Self::Default => "default",
        }
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Flag(name) => write!(f, "flag {name}"),
            Self::Env(name) => write!(f, "environment {name}"),
            Self::Directory(path) => write!(f, "directory file {}", path.display()),
            Self::Profile { name, path } => write!(f, "profile {name} in {}", path.display()),
            Self::Config(path) => write!(f, "configuration {}", path.display()),
            Self::Sandbox => f.write_str("--sandbox"),
            Self::Default => f.write_str("default"),
        }
    }
}

/// A value and its origin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resolved<T> {
    /// The value.
    pub value: T,
    /// Where it comes from.
    pub origin: Origin,
}

impl<T> Resolved<T> {
    /// Returns a value with [`Origin::Default`].
    pub const fn default(value: T) -> Self {
        Self { value, origin: Origin::Default }
    }

    /// Changes the value and keeps the origin.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Resolved<U> {
        Resolved { value: change(self.value), origin: self.origin }
    }
}
