//! Storing the token of a connection that was just made or reconnected.

use jiff::Timestamp;
use serde::Serialize;

use crate::client::call::Tokens;
use crate::secrets::SecretStore;
use crate::session::{self, Session, Storage};

/// Where a token is stored. Never the token itself.
#[derive(Debug, Default, Serialize)]
pub struct StoredToken {
    /// Whether it is in the secret store.
    pub stored: bool,
    /// The store, where one is used.
    pub store: Option<String>,
    /// When it expires.
    pub expires_at: Option<Timestamp>,
    /// Why it is not stored.
    pub reason: Option<String>,
    /// What the user has to know about a token that is not stored.
    #[serde(skip)]
    pub warning: Option<Warning>,
}

/// What the user has to know about a token that is not stored.
#[derive(Debug)]
pub enum Warning {
    /// The environment signs in, so no secret store is written; a token is issued when it is needed.
    SignedInByEnvironment,
    /// The store failed.
    StoreFailed(session::Error),
}

/// Stores a token under its connection's ID. A store that fails is no reason to fail: the connection is there, and
/// another token can be issued. `in_sandbox` is for a sandbox, which issues its tokens whenever they are needed.
pub async fn store(
    session: &Session,
    store: &dyn SecretStore,
    in_sandbox: bool,
    id: &str,
    tokens: Option<Tokens>,
) -> StoredToken {
    const SANDBOX: &str = "tokens of the sandbox are issued whenever they are needed";
    let not_stored = |reason: String, expires_at, warning| StoredToken {
        expires_at,
        reason: Some(reason),
        warning,
        ..StoredToken::default()
    };
    let Some(tokens) = tokens else {
        return not_stored("the server sent none; one is issued when it is needed".into(), None, None);
    };
    let expires_at = tokens.expires_at;
    match session.store_connection(id, tokens).await {
        // Memory is gone with this process.
        Ok(Storage::Store) if in_sandbox && !store.is_persistent() => not_stored(SANDBOX.into(), expires_at, None),
        Ok(Storage::Store) => {
            StoredToken { stored: true, store: Some(store.describe()), expires_at, ..StoredToken::default() }
        }
        Ok(Storage::Memory) => {
            let reason = "the environment signs in, so no secret store is used";
            not_stored(reason.into(), expires_at, Some(Warning::SignedInByEnvironment))
        }
        Err(_) if in_sandbox => not_stored(SANDBOX.into(), expires_at, None),
        Err(error) => not_stored(error.to_string(), expires_at, Some(Warning::StoreFailed(error))),
    }
}
