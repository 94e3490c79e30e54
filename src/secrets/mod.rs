//! Where secrets live: the OS keyring first, and what the user chooses by name instead. Never plain text, never a
//! silent fallback.

use std::fmt;

use thiserror::Error;

use crate::exit::Exit;
use crate::failure::Classify;
use crate::secret::Secret;

/// What a secret is called in a store.
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

/// A place where secrets are kept. Calls block; the caller moves them off the runtime.
pub trait SecretStore: Send + Sync {
    /// Returns what people call this place, as "the OS keyring (Secret Service)".
    fn describe(&self) -> String;

    /// Returns the secret, or nothing when the store works and does not hold it.
    fn get(&self, name: &SecretName) -> Result<Option<Secret>, StoreError>;

    /// Keeps the secret, replacing an older one as a whole.
    fn put(&self, name: &SecretName, secret: &Secret) -> Result<(), StoreError>;

    /// Forgets the secret. Returns whether there was one.
    fn delete(&self, name: &SecretName) -> Result<bool, StoreError>;
}

/// Why a store did not do what it was asked.
#[derive(Debug, Error)]
pub enum StoreError {
    /// There is no such store on this machine, or it does not answer.
    #[error("{store} is not available: {reason}")]
    Unavailable {
        /// The store.
        store: String,
        /// What it said.
        reason: String,
    },
    /// The store is there and locked, and nobody unlocked it.
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
        /// How long it was waited for.
        seconds: u64,
    },
    /// The store can be read and not written, by its nature.
    #[error("{store} is read-only")]
    ReadOnly {
        /// The store.
        store: String,
    },
    /// What is in the store may not be used as it is.
    #[error("{store} was refused: {reason}")]
    Refused {
        /// The store.
        store: String,
        /// Why.
        reason: String,
        /// The command that mends it.
        remedy: Option<String>,
    },
    /// The store failed.
    #[error("{store} failed: {reason}")]
    Failed {
        /// The store.
        store: String,
        /// What it said, without any secret.
        reason: String,
    },
}

impl Classify for StoreError {
    fn exit(&self) -> Exit {
        Exit::Local
    }
}
