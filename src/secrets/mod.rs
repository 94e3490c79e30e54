//! Where secrets are stored: in the OS keyring, or in the store that the user chooses by name. Never in plain text, and
//! never in another store when the chosen one fails.
//!
//! [`Stores`] is what the rest of the program holds: the environment first, then the one store that was chosen. Nothing
//! here reads the environment, asks a question or prints: values, callbacks and limits are handed in.

pub mod command;
mod config;
#[cfg(unix)]
pub mod core_dumps;
pub mod env;
pub mod file;
pub mod keyring;
mod memory;
mod probe;
mod store_choice;
mod stores;
pub mod token_input;

use std::fmt;
use std::sync::Arc;

pub use command::{HelperStore, SecretCommand};
pub use config::StoreConfig;
pub use env::EnvStore;
pub use file::FileStore;
pub use keyring::Keyring;
pub use memory::MemoryStore;
pub use probe::{Probe, probe};
pub use store_choice::{StoreChoice, UnknownStore};
pub use stores::Stores;

use thiserror::Error;

use crate::exit::Exit;
use crate::failure::Classify;
use crate::secret::Secret;

/// The name of a secret in a store.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SecretName {
    /// The profile it belongs to.
    pub profile: String,
    /// What it is.
    pub kind: SecretKind,
}

/// What kind of secret it is.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SecretKind {
    /// The application's token pair.
    Token,
    /// The client secret of the application.
    ClientSecret,
    /// The token pair of one connection, by its ID.
    Connection(String),
    /// The secret that webhooks are signed with.
    WebhookSecret,
}

impl fmt::Display for SecretName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.kind {
            SecretKind::Token => write!(f, "{}/token", self.profile),
            SecretKind::ClientSecret => write!(f, "{}/client-secret", self.profile),
            SecretKind::Connection(id) => write!(f, "{}/connection/{id}", self.profile),
            SecretKind::WebhookSecret => write!(f, "{}/webhook-secret", self.profile),
        }
    }
}

impl SecretName {
    /// Parses a name as stores hold it: the reverse of `Display`. `None` for a name of another program.
    pub fn parse(text: &str) -> Option<Self> {
        let (profile, kind) = text.split_once('/')?;
        let kind = match kind.split_once('/') {
            None => [SecretKind::Token, SecretKind::ClientSecret, SecretKind::WebhookSecret]
                .into_iter()
                .find(|known| known.word() == kind)?,
            Some(("connection", id)) => SecretKind::Connection(id.to_owned()),
            Some(_) => return None,
        };
        Some(Self { profile: profile.to_owned(), kind })
    }
}

/// Returns the names that belong to a profile, of all that a store holds.
fn of_profile<T: AsRef<str>>(profile: &str, names: impl IntoIterator<Item = T>) -> Vec<SecretName> {
    let names = names.into_iter().filter_map(|name| SecretName::parse(name.as_ref()));
    names.filter(|name| name.profile == profile).collect()
}

impl SecretKind {
    /// Returns the word for it, as commands and messages use it: `token`, `client-secret`, `connection`,
    /// `webhook-secret`.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Token => "token",
            Self::ClientSecret => "client-secret",
            Self::Connection(_) => "connection",
            Self::WebhookSecret => "webhook-secret",
        }
    }
}

/// Receives a message for the person who waits, such as "waiting for the keyring to be unlocked".
pub type Notice = Arc<dyn Fn(&str) + Send + Sync>;

/// A secret and where it was found.
#[derive(Clone, Debug)]
pub struct Found {
    /// The secret.
    pub secret: Secret,
    /// Where it was.
    pub source: Source,
}

/// Where a secret was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// In the environment, under this variable; it is a bare value, never one that this program has stored.
    Variable(String),
    /// In the store that describes itself so.
    Store(String),
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Variable(name) => f.write_str(name),
            Self::Store(store) => f.write_str(store),
        }
    }
}

/// A store of secrets. Calls block; the caller moves them off the runtime.
pub trait SecretStore: Send + Sync {
    /// Returns its name for people, such as "the OS keyring (Secret Service)".
    fn describe(&self) -> String;

    /// Returns whether secrets in this store outlive the process.
    fn is_persistent(&self) -> bool {
        true
    }

    /// Returns the secret, or nothing when the store works and does not hold it.
    fn get(&self, name: &SecretName) -> Result<Option<Secret>, StoreError>;

    /// Returns the secret and where it was found, for `whoami`.
    fn find(&self, name: &SecretName) -> Result<Option<Found>, StoreError> {
        let secret = self.get(name)?;
        Ok(secret.map(|secret| Found { secret, source: Source::Store(self.describe()) }))
    }

    /// Stores the secret in place of an older one.
    fn put(&self, name: &SecretName, secret: &Secret) -> Result<(), StoreError>;

    /// Removes the secret. Returns whether there was one.
    fn delete(&self, name: &SecretName) -> Result<bool, StoreError>;

    /// Returns the names of all secrets of a profile, or `None` where the store cannot list them.
    fn names(&self, _profile: &str) -> Result<Option<Vec<SecretName>>, StoreError> {
        Ok(None)
    }

    /// Returns what the store complained about when it had no such secret, in one line without any secret.
    fn complaint(&self, _: &SecretName) -> Option<String> {
        None
    }

    /// Checks that the store can store a secret, before one is requested that is issued only once.
    fn check(&self) -> Result<(), StoreError> {
        match probe(self)? {
            Probe::Works => Ok(()),
            Probe::ReadOnly => Err(StoreError::ReadOnly { store: self.describe() }),
        }
    }
}

impl<S: SecretStore + ?Sized> SecretStore for Arc<S> {
    fn describe(&self) -> String {
        (**self).describe()
    }

    fn is_persistent(&self) -> bool {
        (**self).is_persistent()
    }

    fn get(&self, name: &SecretName) -> Result<Option<Secret>, StoreError> {
        (**self).get(name)
    }

    fn find(&self, name: &SecretName) -> Result<Option<Found>, StoreError> {
        (**self).find(name)
    }

    fn put(&self, name: &SecretName, secret: &Secret) -> Result<(), StoreError> {
        (**self).put(name, secret)
    }

    fn delete(&self, name: &SecretName) -> Result<bool, StoreError> {
        (**self).delete(name)
    }

    fn names(&self, profile: &str) -> Result<Option<Vec<SecretName>>, StoreError> {
        (**self).names(profile)
    }

    fn complaint(&self, name: &SecretName) -> Option<String> {
        (**self).complaint(name)
    }

    fn check(&self) -> Result<(), StoreError> {
        (**self).check()
    }
}

/// Why a store failed.
#[derive(Debug, Error)]
pub enum StoreError {
    /// The store does not exist on this machine, or does not answer.
    #[error("{store} is not available: {reason}")]
    Unavailable {
        /// The store.
        store: String,
        /// The store's own message.
        reason: String,
    },
    /// The store is locked and was not unlocked.
    #[error("{store} is locked")]
    Locked {
        /// The store.
        store: String,
    },
    /// The store did not answer in time.
    #[error("{store} did not answer within {seconds} s")]
    TimedOut {
        /// The store.
        store: String,
        /// The time-out in seconds.
        seconds: u64,
    },
    /// The store cannot be written to.
    #[error("{store} is read-only")]
    ReadOnly {
        /// The store.
        store: String,
    },
    /// The store needs a passphrase, and none was given.
    #[error("{store} was refused: it needs its passphrase: {reason}")]
    NoPassphrase {
        /// The store.
        store: String,
        /// Why it could not be asked for.
        reason: String,
    },
    /// The store, or its content, is not safe or not valid.
    #[error("{store} was refused: {reason}")]
    Refused {
        /// The store.
        store: String,
        /// Why.
        reason: String,
        /// The shell command that mends it.
        remedy: Option<String>,
    },
    /// The store failed.
    #[error("{store} failed: {reason}")]
    Failed {
        /// The store.
        store: String,
        /// The store's own message, without any secret.
        reason: String,
    },
}

impl Classify for StoreError {
    fn exit(&self) -> Exit {
        match self {
            // The store works as configured, and the configuration has to change.
            Self::ReadOnly { .. } | Self::Refused { .. } | Self::NoPassphrase { .. } => Exit::Usage,
            Self::Unavailable { .. } | Self::Locked { .. } | Self::TimedOut { .. } | Self::Failed { .. } => Exit::Local,
        }
    }

    fn hint(&self) -> Option<String> {
        match self {
            Self::Unavailable { .. } | Self::Locked { .. } | Self::TimedOut { .. } => Some(WAYS_ON.to_owned()),
            Self::ReadOnly { .. } => Some(format!("change it where it is kept, or {ANOTHER_STORE}")),
            Self::NoPassphrase { .. } => {
                Some(format!("set `{0}`, or `{0}_FILE` to the path of a file that holds it", env::PASSPHRASE))
            }
            Self::Refused { remedy, .. } => remedy.as_ref().map(|command| format!("run `{command}`")),
            Self::Failed { .. } => None,
        }
    }
}

/// The hint for a store that does not work.
const WAYS_ON: &str = "start or unlock it, or choose another store: `makini login --secret-store file` (or `secret_store = \"file\"` \
                       in the configuration); in CI set `MAKINI_TOKEN`; `--sandbox` needs neither account nor store";
const ANOTHER_STORE: &str = "choose another store: `makini login --secret-store file`";

#[cfg(test)]
mod tests;
