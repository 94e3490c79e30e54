//! How a token is read, renewed and written: in this process by one task, on this machine by one process.

use std::sync::Arc;

use tokio::sync::Mutex as AsyncMutex;

use super::error::Error;
use super::lock::{self, NotHeld};
use super::stored::Stored;
use super::{Issue, SessionOptions, Warning};
use crate::blocking;
use crate::client::Client;
use crate::client::call::Tokens;
use crate::clock::Clock;
use crate::failure::Classify as _;
use crate::secret::Secret;
use crate::secrets::{SecretKind, SecretName, SecretStore, StoreError};

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
    pub(super) memory: AsyncMutex<Option<Stored>>,
}

/// How a token comes about when refreshing does not.
pub(super) enum Source<'a> {
    Application,
    Connection(&'a Client, &'a str),
}

impl Shared {
    pub(super) fn name(&self, kind: SecretKind) -> SecretName {
        SecretName { profile: self.options.profile.clone(), kind }
    }

    pub(super) fn bind(&self, tokens: Tokens, client_id: Option<String>) -> Stored {
        Stored { tokens, server: self.options.bound_to(), client_id, issued_at: Some(self.clock.now()) }
    }

    /// Runs a store's call where it may block.
    pub(super) async fn blocking<T: Send + 'static>(
        &self,
        call: impl FnOnce(&dyn SecretStore) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        let store = Arc::clone(&self.store);
        blocking::run(move || call(&*store)).await
    }

    async fn raw(&self, name: &SecretName) -> Result<Option<Secret>, StoreError> {
        // A ready token means that no store is touched: it may be missing, locked, or ask somebody.
        if self.options.fixed.is_some() {
            return Ok(None);
        }
        let name = name.clone();
        self.blocking(move |store| store.get(&name)).await
    }

    /// Reads a token pair that may be sent to this server.
    pub(super) async fn load(&self, name: &SecretName) -> Result<Option<Stored>, Error> {
        if self.options.from_environment {
            return Ok(None);
        }
        let Some(secret) = self.raw(name).await? else { return Ok(None) };
        let server = self.options.bound_to();
        let stored = Stored::from_secret(&secret, &server).ok_or(Error::Unreadable)?;
        if stored.server != server {
            return Err(Error::OtherServer { stored: stored.server, server });
        }
        Ok(Some(stored))
    }

    async fn save(&self, name: &SecretName, stored: &Stored) -> Result<(), StoreError> {
        if self.options.fixed.is_some() || self.options.from_environment {
            return Ok(());
        }
        let (name, secret) = (name.clone(), stored.to_secret());
        self.blocking(move |store| store.put(&name, &secret)).await
    }

    /// Gets a new pair: by refreshing the old one, else from where it came.
    async fn obtain(&self, old: Option<&Stored>, source: &Source<'_>) -> Result<Stored, Error> {
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
            Source::Connection(client, id) => match self.options.issue {
                Issue::Allowed => Ok(self.bind(client.issue_connection_token(id).await?, client_id)),
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
                    (None, None) => Error::LoggedOut { server: self.options.server.origin() },
                })
            }
        }
    }
}

impl Slot {
    pub(super) fn new(name: SecretName) -> Self {
        Self { name, memory: AsyncMutex::new(None) }
    }

    /// Takes a pair that somebody brought, and stores it.
    pub(super) async fn set(&self, shared: &Shared, stored: Stored) -> Result<(), StoreError> {
        let mut memory = self.memory.lock().await;
        let (name, secret) = (self.name.clone(), stored.to_secret());
        let saved = shared.blocking(move |store| store.put(&name, &secret)).await;
        *memory = Some(stored);
        saved
    }

    pub(super) async fn token(&self, shared: &Shared, source: &Source<'_>) -> Result<Secret, Error> {
        let mut memory = self.memory.lock().await;
        let now = shared.clock.now();
        if memory.is_none() {
            *memory = shared.load(&self.name).await?;
        }
        if let Some(known) = memory.as_ref().filter(|known| known.is_fresh(now)) {
            return Ok(known.tokens.access.clone());
        }
        match self.replace(shared, source, memory.as_ref(), None).await {
            Ok(new) => Ok(memory.insert(new).tokens.access.clone()),
            // It is near its end and not there yet.
            Err(error) => match memory.as_ref().filter(|known| known.is_alive(now)) {
                Some(known) => {
                    (shared.options.warn)(Warning::NotRenewed { reason: error.to_string() });
                    Ok(known.tokens.access.clone())
                }
                None => Err(error),
            },
        }
    }

    pub(super) async fn renew(&self, shared: &Shared, source: &Source<'_>, rejected: &Secret) -> Result<Secret, Error> {
        let mut memory = self.memory.lock().await;
        // Another task has done it while this one waited.
        if let Some(known) = memory.as_ref().filter(|known| known.tokens.access != *rejected) {
            return Ok(known.tokens.access.clone());
        }
        let new = self.replace(shared, source, memory.as_ref(), Some(rejected)).await?;
        Ok(memory.insert(new).tokens.access.clone())
    }

    /// Gets another pair under the lock that all processes share, and stores it before the lock is released.
    async fn replace(
        &self,
        shared: &Shared,
        source: &Source<'_>,
        known: Option<&Stored>,
        rejected: Option<&Secret>,
    ) -> Result<Stored, Error> {
        let limit = shared.options.lock_time;
        let _held = match lock::hold(&shared.options.lock_folder, &self.name, limit).await {
            Ok(held) => Some(held),
            Err(NotHeld::Busy) => return Err(Error::Busy { seconds: limit.as_secs() }),
            Err(NotHeld::Impossible(error)) => {
                (shared.options.warn)(Warning::NoLock { reason: error.to_string() });
                None
            }
        };
        let stored = shared.load(&self.name).await?;
        // What could not be stored is newer than what is stored; of equals the stored one is everybody's.
        let newest = [known, stored.as_ref()].into_iter().flatten().max_by_key(|pair| pair.issued_at);
        if let Some(pair) = newest {
            let other = rejected.is_none_or(|rejected| pair.tokens.access != *rejected);
            if other && pair.is_fresh(shared.clock.now()) {
                return Ok(pair.clone());
            }
        }
        let new = shared.obtain(newest, source).await?;
        if let Err(error) = shared.save(&self.name, &new).await {
            (shared.options.warn)(Warning::NotStored { name: self.name.to_string(), reason: error.to_string() });
        }
        Ok(new)
    }
}
