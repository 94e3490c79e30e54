//! Reads, renews and stores a token: in this process by one task, on this machine by one process.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Mutex as AsyncMutex;

use super::error::Error;
use super::renewal_lock::{self, NotHeld};
use super::token_pair::TokenPair;
use super::{Issue, SessionOptions, Warning};
use crate::blocking;
use crate::client::Client;
use crate::client::call::Tokens;
use crate::clock::Clock;
use crate::failure::Classify as _;
use crate::files::Lock;
use crate::secret::Secret;
use crate::secrets::{SecretKind, SecretName, SecretStore, StoreError};

/// The life of a connection's token that is not kept. It is renewed while the process needs it.
const UNKEPT: Duration = Duration::from_mins(5);

pub(super) struct Shared {
    pub(super) options: SessionOptions,
    pub(super) store: Arc<dyn SecretStore>,
    pub(super) clock: Clock,
    /// Calls without a token, to get one.
    pub(super) grants: Client,
}

pub(super) struct Slot {
    pub(super) name: SecretName,
    /// Held while the token is renewed, so that one task does it and the others wait for the outcome.
    pub(super) memory: AsyncMutex<Option<Known>>,
}

/// A token pair in the memory of this process.
#[derive(Clone)]
pub(super) struct Known {
    pub(super) pair: TokenPair,
    /// Whether it was in the store. If it is not there any more, it was removed, and is not stored again.
    pub(super) in_store: bool,
}

/// Where a token comes from when refreshing fails.
pub(super) enum Source<'a> {
    Application,
    /// Issued with the application's login.
    Connection {
        client: &'a Client,
        id: &'a str,
        login: &'a Slot,
    },
}

impl Shared {
    pub(super) fn name(&self, kind: SecretKind) -> SecretName {
        SecretName { profile: self.options.profile.clone(), kind }
    }

    pub(super) fn bind(&self, tokens: Tokens, client_id: Option<String>) -> TokenPair {
        TokenPair { tokens, server: self.options.bound_to(), client_id, issued_at: Some(self.clock.now()) }
    }

    /// Runs a store's call where it may block.
    pub(super) async fn blocking<T: Send + 'static>(
        &self,
        call: impl FnOnce(&dyn SecretStore) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        let store = Arc::clone(&self.store);
        blocking::run(move || call(&*store)).await
    }

    /// Returns whether a token pair of this name is kept in the store.
    pub(super) fn uses_store(&self, name: &SecretName) -> bool {
        let signs_in = self.options.fixed.is_none() && !self.options.from_environment;
        signs_in || (self.options.keep_connections && matches!(name.kind, SecretKind::Connection(_)))
    }

    async fn raw(&self, name: &SecretName) -> Result<Option<Secret>, StoreError> {
        // With a given token no store is opened: that could fail, or prompt.
        if self.options.fixed.is_some() && !self.uses_store(name) {
            return Ok(None);
        }
        let name = name.clone();
        self.blocking(move |store| store.get(&name)).await
    }

    /// Reads a token pair that may be sent to this server.
    pub(super) async fn load(&self, name: &SecretName) -> Result<Option<TokenPair>, Error> {
        if self.options.from_environment && !self.uses_store(name) {
            return Ok(None);
        }
        let Some(secret) = self.raw(name).await? else { return Ok(None) };
        let server = self.options.bound_to();
        let stored = TokenPair::from_secret(&secret, &server).ok_or(Error::Unreadable)?;
        if stored.server != server {
            return Err(Error::OtherServer { stored: stored.server, server });
        }
        Ok(Some(stored))
    }

    /// Stores a pair, where one is kept at all. Returns whether it is.
    async fn save(&self, name: &SecretName, stored: &TokenPair) -> Result<bool, StoreError> {
        if !self.uses_store(name) {
            return Ok(false);
        }
        let (name, secret) = (name.clone(), stored.to_secret());
        self.blocking(move |store| store.put(&name, &secret)).await.map(|()| true)
    }

    /// Waits for the lock that all processes share, and continues without one where locks are impossible.
    pub(super) async fn hold(&self, name: &SecretName) -> Result<Option<Lock>, Error> {
        let limit = self.options.lock_time;
        match renewal_lock::hold(self.options.lock_folder.as_deref(), name, limit).await {
            Ok(held) => Ok(held),
            Err(NotHeld::Busy) => Err(Error::Busy { seconds: limit.as_secs() }),
            Err(NotHeld::Impossible(error)) => {
                (self.options.warn)(Warning::NoLock { reason: error.to_string() });
                Ok(None)
            }
        }
    }

    /// Gets a new pair: by refreshing the old one, else from where it came.
    async fn obtain(&self, old: Option<&TokenPair>, source: &Source<'_>) -> Result<TokenPair, Error> {
        let client_id = self.options.client_id.clone().or_else(|| old.and_then(|old| old.client_id.clone()));
        let secret = match &self.options.client_secret {
            Some(known) => Some(known.clone()),
            None => self.raw(&self.name(SecretKind::ClientSecret)).await?,
        };
        let mut refused = None;
        if let Some(refresh) = old.and_then(|old| old.tokens.refresh.as_ref()) {
            match self.grants.grant_refresh(refresh, client_id.as_deref(), secret.as_ref()).await {
                Ok(mut tokens) => {
                    // A server that keeps the refresh token does not repeat it.
                    tokens.refresh = tokens.refresh.or_else(|| Some(refresh.clone()));
                    return Ok(self.bind(tokens, client_id));
                }
                Err(error) if matches!(error.status(), Some(400..=499)) && error.status() != Some(429) => {
                    refused = Some(error);
                }
                Err(error) => return Err(error.into()),
            }
        }
        match source {
            Source::Connection { client, id, .. } => match self.options.issue {
                Issue::Allowed => {
                    // One that is not kept is forgotten with this process, and must not live on for a month.
                    let name = self.name(SecretKind::Connection((*id).to_owned()));
                    let lifetime = (!self.uses_store(&name)).then_some(UNKEPT);
                    Ok(self.bind(client.issue_connection_token(id, lifetime).await?, client_id))
                }
                Issue::Forbidden => Err(Error::NotIssued { id: (*id).to_owned() }),
            },
            Source::Application => {
                if let (Some(id), Some(secret)) = (&client_id, &secret) {
                    match self.grants.grant_client_credentials(id, secret).await {
                        Ok(tokens) => return Ok(self.bind(tokens, client_id)),
                        Err(error) if matches!(error.status(), Some(400 | 401 | 403)) => refused = Some(error),
                        Err(error) => return Err(error.into()),
                    }
                }
                Err(match (refused, old) {
                    (Some(error), _) => Error::Ended { reason: error.to_string(), request_id: error.request_id() },
                    (None, Some(_)) => {
                        Error::Ended { reason: "the token has expired and cannot be renewed".into(), request_id: None }
                    }
                    (None, None) => Error::LoggedOut {
                        server: self.options.server.origin(),
                        complaint: self.store.complaint(&self.name(SecretKind::Token)),
                    },
                })
            }
        }
    }
}

impl Slot {
    pub(super) fn new(name: SecretName) -> Self {
        Self { name, memory: AsyncMutex::new(None) }
    }

    /// Uses a pair that was issued elsewhere, and stores it.
    pub(super) async fn set(&self, shared: &Shared, stored: TokenPair) -> Result<(), Error> {
        let mut memory = self.memory.lock().await;
        let held = shared.hold(&self.name).await;
        let saved = match held {
            Ok(_) => {
                let (name, secret) = (self.name.clone(), stored.to_secret());
                shared.blocking(move |store| store.put(&name, &secret)).await.map_err(Error::Store)
            }
            Err(busy) => Err(busy),
        };
        *memory = Some(Known { pair: stored, in_store: saved.is_ok() });
        saved
    }

    /// Removes the pair from memory and store. Returns whether one was stored.
    pub(super) async fn forget(&self, shared: &Shared) -> Result<bool, Error> {
        let mut memory = self.memory.lock().await;
        let _held = shared.hold(&self.name).await?;
        *memory = None;
        let name = self.name.clone();
        shared.blocking(move |store| store.delete(&name)).await.map_err(Error::Store)
    }

    pub(super) async fn token(&self, shared: &Shared, source: &Source<'_>) -> Result<Secret, Error> {
        let mut memory = self.memory.lock().await;
        let now = shared.clock.now();
        if memory.is_none() {
            *memory = shared.load(&self.name).await?.map(|pair| Known { pair, in_store: true });
        }
        if let Some(known) = memory.as_ref().filter(|known| known.pair.is_fresh(now)) {
            return Ok(known.pair.tokens.access.clone());
        }
        match self.replace(shared, source, memory.as_ref(), None).await {
            Ok(new) => Ok(memory.insert(new).pair.tokens.access.clone()),
            // It is near its end and not there yet.
            Err(error) => match memory.as_ref().filter(|known| known.pair.is_alive(now)) {
                Some(known) => {
                    (shared.options.warn)(Warning::NotRenewed { reason: error.to_string() });
                    Ok(known.pair.tokens.access.clone())
                }
                None => Err(error),
            },
        }
    }

    pub(super) async fn renew(&self, shared: &Shared, source: &Source<'_>, rejected: &Secret) -> Result<Secret, Error> {
        let mut memory = self.memory.lock().await;
        // Another task has done it while this one waited.
        if let Some(known) = memory.as_ref().filter(|known| known.pair.tokens.access != *rejected) {
            return Ok(known.pair.tokens.access.clone());
        }
        let new = self.replace(shared, source, memory.as_ref(), Some(rejected)).await?;
        Ok(memory.insert(new).pair.tokens.access.clone())
    }

    /// Gets another pair under the lock that all processes share, and stores it before the lock is released.
    async fn replace(
        &self,
        shared: &Shared,
        source: &Source<'_>,
        known: Option<&Known>,
        rejected: Option<&Secret>,
    ) -> Result<Known, Error> {
        let _held = shared.hold(&self.name).await?;
        let current = current(known, shared.load(&self.name).await?);
        if let Some(known) = &current {
            let other = rejected.is_none_or(|rejected| known.pair.tokens.access != *rejected);
            if other && known.pair.is_fresh(shared.clock.now()) {
                return Ok(known.clone());
            }
        }
        let pair = shared.obtain(current.as_ref().map(|known| &known.pair), source).await?;
        // A token for a login that was ended meanwhile is used and not stored.
        let login_ended = match source {
            Source::Application => false,
            Source::Connection { login, .. } => login.is_forgotten(shared).await,
        };
        let saved = if login_ended { Ok(false) } else { shared.save(&self.name, &pair).await };
        let in_store = saved.unwrap_or_else(|error| {
            (shared.options.warn)(Warning::NotStored { name: self.name.to_string(), reason: error.to_string() });
            false
        });
        Ok(Known { pair, in_store })
    }

    /// Returns whether the pair that this process goes on using was in the store and is not any more.
    async fn is_forgotten(&self, shared: &Shared) -> bool {
        let in_store = self.memory.lock().await.as_ref().is_some_and(|known| known.in_store);
        in_store && matches!(shared.raw(&self.name).await, Ok(None))
    }
}

/// Chooses between the pair in memory and the one in the store. The store is shared by all processes and takes
/// precedence, except over a newer pair that could not be stored.
fn current(known: Option<&Known>, stored: Option<TokenPair>) -> Option<Known> {
    let newer = |known: &&Known| stored.as_ref().is_none_or(|stored| known.pair.issued_at > stored.issued_at);
    match known.filter(|known| !known.in_store).filter(newer) {
        Some(known) => Some(known.clone()),
        None => stored.map(|pair| Known { pair, in_store: true }),
    }
}
