//! Sessions: which token is sent with which call, and when it is renewed.
//!
//! A token is bound to one server and never sent to another. It is renewed a little before its end and once when it
//! is refused. Renewing kills the old pair, so it happens under a lock that all processes share, after reading again
//! what another process may have stored, and the new pair is written before the lock is released.

mod error;
pub mod login;
mod login_change;
mod renewal;
mod renewal_lock;
mod token_pair;
mod token_state;

use std::collections::HashMap;
use std::fmt;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::sync::Mutex as AsyncMutex;

pub use self::error::{Error, OF_SECRET_COMMAND};
pub use self::login_change::{LoginChange, SecretEraser};
use self::renewal::{Known, Shared, Slot, Source};
use self::token_pair::TokenPair;
pub use self::token_state::{TokenOrigin, TokenState};
use crate::blocking;
use crate::client::call::Tokens;
use crate::client::{self, Bearer, BoxFuture, Client, Scope, ServerUrl, TokenSource, Transport};
use crate::clock::Clock;
use crate::secret::Secret;
use crate::secrets::{Found, SecretKind, SecretName, SecretStore, StoreError};

/// Configuration of a [`Session`].
#[derive(Clone)]
pub struct SessionOptions {
    /// The profile whose secrets are used.
    pub profile: String,
    /// The server that tokens may be sent to.
    pub server: ServerUrl,
    /// What stored tokens are bound to, where that is not the server's origin: a server on this machine may come back
    /// on another port.
    pub bound_to: Option<String>,
    /// An application token from the environment or a pipe. With one, no store is read or written.
    pub fixed: Option<Secret>,
    /// Tokens of connections that take precedence over any store: the environment. They also take precedence over a
    /// `fixed` application token, for their connection.
    pub ready: Option<Arc<dyn SecretStore>>,
    /// Whether the application's ID and secret are both in the environment, as in CI: a token is then got with them for
    /// this process, and the store is neither read for one nor written.
    pub from_environment: bool,
    /// Whether tokens of connections are read from the store and written to it even where the environment signs in: the
    /// user chose a store for this invocation, so one token is used while it lasts, instead of a new one each time.
    pub keep_connections: bool,
    /// The application's ID, to log in again with its secret. The stored login's if not set.
    pub client_id: Option<String>,
    /// The application's secret where it is public: a sandbox's. No store is read for one then.
    pub client_secret: Option<Secret>,
    /// Where locks are kept: a folder that all processes of this user share. Without one there are none.
    pub lock_folder: Option<PathBuf>,
    /// How long another process may hold a lock.
    pub lock_time: Duration,
    /// Whether a connection's token may be issued where none is stored.
    pub issue: Issue,
    /// Receives problems that do not stop the work.
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

/// A problem that does not stop the work. Never holds a token.
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

/// Where the tokens of a connection were stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Storage {
    /// In the secret store.
    Store,
    /// In this process only: the environment signs in, so no secret store is written.
    Memory,
}

/// Attaches a token to each call.
pub struct Session {
    application: Arc<Application>,
    connections: Mutex<HashMap<String, Arc<Slot>>>,
    /// Tokens from `SessionOptions::ready`, cached: a variable may name a pipe, which can be read once.
    ready: AsyncMutex<HashMap<String, Option<Found>>>,
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
        let client = Client::new(server, Arc::new(bearer), clock);
        Self { application, connections: Mutex::default(), ready: AsyncMutex::default(), client }
    }

    /// Waits until no other task or process changes or renews the login, and locks it.
    ///
    /// While it is locked, no call may be made that needs the application's token.
    ///
    /// # Errors
    /// When another process holds it for too long.
    pub async fn change_login(&self) -> Result<LoginChange<'_>, Error> {
        let memory = self.application.slot.memory.lock().await;
        let held = self.shared().hold(&self.application.slot.name).await?;
        Ok(LoginChange::new(self.shared(), memory, held))
    }

    /// Uses a login in this process only; it is not stored.
    pub async fn adopt(&self, tokens: Tokens) {
        let stored = self.shared().bind(tokens, self.shared().options.client_id.clone());
        *self.application.slot.memory.lock().await = Some(Known { pair: stored, in_store: false });
    }

    /// Returns whether the application's own token needs no secret store: it comes from the environment, or the sandbox
    /// issued it. A store that cannot be read counts as needed.
    pub async fn signs_in_without_store(&self) -> bool {
        self.state(&Scope::Application).await.is_ok_and(|state| state.is_some_and(|state| !state.uses_store()))
    }

    /// Stores a connection's tokens, for this session and in the secret store.
    ///
    /// # Errors
    /// When the store fails. The tokens are then used by this session all the same.
    pub async fn store_connection(&self, id: &str, tokens: Tokens) -> Result<Storage, Error> {
        let options = &self.shared().options;
        let stored = self.shared().bind(tokens, options.client_id.clone());
        let slot = self.slot(id);
        if self.shared().uses_store(&slot.name) {
            slot.set(self.shared(), stored).await?;
            return Ok(Storage::Store);
        }
        *slot.memory.lock().await = Some(Known { pair: stored, in_store: false });
        Ok(Storage::Memory)
    }

    /// Removes a connection's tokens, once no process is renewing them. Returns whether there were any.
    ///
    /// # Errors
    /// When the store fails, or another process holds the lock for too long.
    pub async fn forget_connection(&self, id: &str) -> Result<bool, Error> {
        self.slot(id).forget(self.shared()).await
    }

    /// Returns what reads the stored tokens of connections that may be sent to this server, each with the ID of its
    /// connection, as far as the store lists what it holds. It blocks, and it fails where the store does.
    pub fn stored_tokens(&self) -> impl Fn() -> Result<Vec<(String, Secret)>, StoreError> + Send + 'static {
        let (store, options) = (Arc::clone(&self.shared().store), &self.shared().options);
        let (profile, bound_to) = (options.profile.clone(), options.bound_to());
        move || {
            let mut found = Vec::new();
            for name in store.names(&profile)?.unwrap_or_default() {
                let SecretKind::Connection(id) = &name.kind else { continue };
                let pair = store.get(&name)?.and_then(|secret| TokenPair::from_secret(&secret, &bound_to));
                found.extend(pair.filter(|pair| pair.server == bound_to).map(|pair| (id.clone(), pair.tokens.access)));
            }
            Ok(found)
        }
    }

    /// Returns the token of a connection that was given to this process, if any.
    async fn ready(&self, id: &str) -> Result<Option<Found>, Error> {
        let Some(ready) = &self.shared().options.ready else { return Ok(None) };
        let mut known = self.ready.lock().await;
        if let Some(found) = known.get(id) {
            return Ok(found.clone());
        }
        let (ready, name) = (Arc::clone(ready), self.shared().name(SecretKind::Connection(id.to_owned())));
        let found = blocking::run(move || ready.find(&name)).await?;
        known.insert(id.to_owned(), found.clone());
        Ok(found)
    }

    fn shared(&self) -> &Shared {
        &self.application.shared
    }

    fn source<'a>(&'a self, id: &'a str) -> Source<'a> {
        Source::Connection { client: &self.client, id, login: &self.application.slot }
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
            if let Some(found) = self.ready(id).await? {
                return Ok(Some(found.secret));
            }
            let source = self.source(id);
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
            if self.ready(id).await?.is_some() {
                return Ok(None);
            }
            let source = self.source(id);
            let slot = self.slot(id);
            match slot.renew(self.shared(), &source, rejected).await {
                // The server's own error is more precise than that no token may be issued.
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
