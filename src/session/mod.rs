//! The session: which token goes with which call, and how it stays valid.
//!
//! A token is bound to one server and never sent to another. It is renewed a little before its end and once when it
//! is refused. Renewing kills the old pair, so it happens under a lock that all processes share, after reading again
//! what another process may have stored, and the new pair is written before the lock is released.

mod error;
mod lock;
pub mod login;
mod renewal;
mod stored;

use std::collections::HashMap;
use std::fmt;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use jiff::Timestamp;

pub use self::error::Error;
use self::renewal::{Shared, Slot, Source};
use crate::client::call::Tokens;
use crate::client::{self, Bearer, BoxFuture, Client, Scope, ServerUrl, TokenSource, Transport};
use crate::clock::Clock;
use crate::secret::Secret;
use crate::secrets::{SecretKind, SecretName, SecretStore, StoreError};

/// What a session goes by.
#[derive(Clone)]
pub struct SessionOptions {
    /// The profile whose secrets are used.
    pub profile: String,
    /// The server that tokens may be sent to.
    pub server: ServerUrl,
    /// What stored tokens are bound to, where that is not the server's origin: a server on this machine may come back
    /// on another port.
    pub bound_to: Option<String>,
    /// A ready application token, from the environment or a pipe. No store is asked or written while there is one.
    pub fixed: Option<Secret>,
    /// A ready connection token, used for every connection.
    pub fixed_connection: Option<Secret>,
    /// Whether the application's ID and secret are both in the environment, as in CI: a token is then got with them for
    /// this process, and the store is neither read for one nor written.
    pub from_environment: bool,
    /// The application's ID, to log in again with its secret. The stored login's if not set.
    pub client_id: Option<String>,
    /// The application's secret where it is no secret: a sandbox's. No store is asked for one then.
    pub client_secret: Option<Secret>,
    /// Where locks are kept: a folder that all processes of this user share.
    pub lock_folder: PathBuf,
    /// How long another process may hold a lock.
    pub lock_time: Duration,
    /// Whether a connection's token may be issued where none is stored.
    pub issue: Issue,
    /// Who is told what went wrong without stopping the work.
    pub warn: Arc<dyn Fn(Warning) + Send + Sync>,
}

impl SessionOptions {
    /// Returns what stored tokens must be bound to.
    fn bound_to(&self) -> String {
        self.bound_to.clone().unwrap_or_else(|| self.server.origin())
    }
}

/// Whether tokens of connections may be issued.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Issue {
    /// One is issued where none is stored.
    Allowed,
    /// Only what is stored is used.
    Forbidden,
}

/// What went wrong without stopping the work. Never holds a token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Warning {
    /// A token is used for this process and will be lost with it.
    NotStored {
        /// Its name in the store.
        name: String,
        /// Why.
        reason: String,
    },
    /// Another process may renew the same token at the same time.
    NoLock {
        /// Why.
        reason: String,
    },
    /// The token is near its end and could not be renewed; it still works.
    NotRenewed {
        /// Why.
        reason: String,
    },
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotStored { name, reason } => {
                write!(f, "`{name}` could not be stored and is used only now: {reason}")
            }
            Self::NoLock { reason } => write!(f, "no lock for renewing tokens: {reason}"),
            Self::NotRenewed { reason } => write!(f, "the token could not be renewed yet: {reason}"),
        }
    }
}

/// What is known of a token without asking the server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TokenState {
    /// The server it is for.
    pub server: Option<String>,
    /// The application it was issued to.
    pub client_id: Option<String>,
    /// When it ends.
    pub expires_at: Option<Timestamp>,
    /// Whether it can be renewed.
    pub renewable: bool,
    /// Whether it came ready-made, and lies in no store.
    pub fixed: bool,
}

/// Gives each call its token.
pub struct Session {
    application: Arc<Application>,
    connections: Mutex<HashMap<String, Arc<Slot>>>,
    /// Calls with the application's token, to issue those of connections.
    client: Client,
}

/// The application's token alone.
struct Application {
    shared: Shared,
    slot: Slot,
}

impl Session {
    /// Builds a session over a transport that adds no token itself. Nothing is read or called yet.
    pub fn new(
        options: SessionOptions,
        store: Arc<dyn SecretStore>,
        transport: Arc<dyn Transport>,
        clock: Clock,
    ) -> Self {
        let grants = Client::new(options.server.clone(), Arc::clone(&transport), clock.clone());
        let server = options.server.clone();
        let slot = Slot::new(SecretName { profile: options.profile.clone(), kind: SecretKind::Token });
        let shared = Shared { options, store, clock: clock.clone(), grants };
        let application = Arc::new(Application { shared, slot });
        let bearer = Bearer::new(transport, Arc::clone(&application));
        Self { application, connections: Mutex::default(), client: Client::new(server, Arc::new(bearer), clock) }
    }

    /// Keeps the login: what a login command got.
    ///
    /// # Errors
    /// When the store fails. The tokens are then used by this session all the same.
    pub async fn keep(&self, tokens: Tokens, client_id: Option<String>) -> Result<(), Error> {
        let stored = self.shared().bind(tokens, client_id);
        self.application.slot.set(self.shared(), stored).await.map_err(Error::Store)
    }

    /// Uses a login in this process only; no store is asked or written for it.
    pub async fn adopt(&self, tokens: Tokens) {
        let stored = self.shared().bind(tokens, self.shared().options.client_id.clone());
        *self.application.slot.memory.lock().await = Some(stored);
    }

    /// Keeps a connection's tokens.
    ///
    /// # Errors
    /// When the store fails. The tokens are then used by this session all the same.
    pub async fn keep_connection(&self, id: &str, tokens: Tokens) -> Result<(), Error> {
        let options = &self.shared().options;
        let stored = self.shared().bind(tokens, options.client_id.clone());
        let slot = self.slot(id);
        if options.fixed.is_none() {
            return slot.set(self.shared(), stored).await.map_err(Error::Store);
        }
        *slot.memory.lock().await = Some(stored);
        let (store, reason) = (self.shared().store.describe(), "a ready token is in use, so no store is touched");
        Err(Error::Store(StoreError::Unavailable { store, reason: reason.into() }))
    }

    /// Keeps the application's secret, so that a login that has ended can begin again.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn keep_client_secret(&self, secret: Secret) -> Result<(), Error> {
        let name = self.shared().name(SecretKind::ClientSecret);
        self.shared().blocking(move |store| store.put(&name, &secret)).await.map_err(Error::Store)
    }

    /// Forgets token and secret of the application. Returns whether there were any.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn forget(&self) -> Result<bool, Error> {
        *self.application.slot.memory.lock().await = None;
        let names = [self.shared().name(SecretKind::Token), self.shared().name(SecretKind::ClientSecret)];
        let [token, secret] = names;
        let deleted = self.shared().blocking(move |store| Ok(store.delete(&token)? | store.delete(&secret)?)).await;
        deleted.map_err(Error::Store)
    }

    /// Forgets a connection's tokens. Returns whether there were any.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn forget_connection(&self, id: &str) -> Result<bool, Error> {
        let slot = self.slot(id);
        *slot.memory.lock().await = None;
        let name = slot.name.clone();
        self.shared().blocking(move |store| store.delete(&name)).await.map_err(Error::Store)
    }

    /// Returns what is known of a scope's token, or nothing when there is none. Asks the store, never the server.
    ///
    /// # Errors
    /// When the store fails, or holds something else.
    pub async fn state(&self, scope: &Scope) -> Result<Option<TokenState>, Error> {
        let options = &self.shared().options;
        let (fixed, name) = match scope {
            Scope::None => return Ok(None),
            Scope::Application => (options.fixed.is_some(), self.application.slot.name.clone()),
            Scope::Connection(id) => {
                (options.fixed_connection.is_some(), self.shared().name(SecretKind::Connection(id.clone())))
            }
        };
        if fixed {
            let (server, client_id) = (Some(options.server.origin()), options.client_id.clone());
            return Ok(Some(TokenState { server, client_id, expires_at: None, renewable: false, fixed }));
        }
        let adopted = match scope {
            Scope::Application => self.application.slot.memory.lock().await.clone(),
            _ => None,
        };
        let stored = match adopted {
            Some(stored) => Some(stored),
            None => self.shared().load(&name).await?,
        };
        Ok(stored.map(|stored| TokenState {
            server: Some(stored.server),
            client_id: stored.client_id,
            expires_at: stored.tokens.expires_at,
            renewable: stored.tokens.refresh.is_some(),
            fixed,
        }))
    }

    fn shared(&self) -> &Shared {
        &self.application.shared
    }

    fn slot(&self, id: &str) -> Arc<Slot> {
        let mut slots = self.connections.lock().unwrap_or_else(PoisonError::into_inner);
        let slot = slots
            .entry(id.to_owned())
            .or_insert_with(|| Arc::new(Slot::new(self.shared().name(SecretKind::Connection(id.to_owned())))));
        Arc::clone(slot)
    }
}

impl TokenSource for Session {
    fn token<'a>(&'a self, scope: &'a Scope) -> BoxFuture<'a, Result<Option<Secret>, client::Error>> {
        Box::pin(async move {
            let Scope::Connection(id) = scope else { return self.application.token(scope).await };
            if let Some(token) = &self.shared().options.fixed_connection {
                return Ok(Some(token.clone()));
            }
            let source = Source::Connection(&self.client, id);
            Ok(Some(self.slot(id).token(self.shared(), &source).await?))
        })
    }

    fn renew<'a>(
        &'a self,
        scope: &'a Scope,
        rejected: &'a Secret,
    ) -> BoxFuture<'a, Result<Option<Secret>, client::Error>> {
        Box::pin(async move {
            let Scope::Connection(id) = scope else { return self.application.renew(scope, rejected).await };
            if self.shared().options.fixed_connection.is_some() {
                return Ok(None);
            }
            let source = Source::Connection(&self.client, id);
            let slot = self.slot(id);
            match slot.renew(self.shared(), &source, rejected).await {
                // The server's own refusal says more than that we may not ask for another token.
                Err(Error::NotIssued { .. }) => Ok(None),
                renewed => Ok(Some(renewed?)),
            }
        })
    }
}

impl TokenSource for Application {
    fn token<'a>(&'a self, scope: &'a Scope) -> BoxFuture<'a, Result<Option<Secret>, client::Error>> {
        Box::pin(async move {
            match (scope, &self.shared.options.fixed) {
                (Scope::None, _) => Ok(None),
                (_, Some(token)) => Ok(Some(token.clone())),
                (_, None) => Ok(Some(self.slot.token(&self.shared, &Source::Application).await?)),
            }
        })
    }

    fn renew<'a>(
        &'a self,
        scope: &'a Scope,
        rejected: &'a Secret,
    ) -> BoxFuture<'a, Result<Option<Secret>, client::Error>> {
        Box::pin(async move {
            if *scope == Scope::None || self.shared.options.fixed.is_some() {
                return Ok(None);
            }
            Ok(Some(self.slot.renew(&self.shared, &Source::Application, rejected).await?))
        })
    }
}
