//! Logging in and out: a login changes as a whole, and no process renews the old one meanwhile.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::MutexGuard;

use super::error::Error;
use super::renewal::{Known, Shared};
use super::renewal_lock::{self, NotHeld};
use crate::blocking;
use crate::client::call::Tokens;
use crate::files::Lock;
use crate::secret::Secret;
use crate::secrets::{SecretKind, SecretName, SecretStore, StoreError};

/// The login of a profile, locked against every other change or renewal until this is dropped.
pub struct LoginChange<'a> {
    shared: &'a Shared,
    memory: MutexGuard<'a, Option<Known>>,
    _held: Option<Lock>,
}

impl<'a> LoginChange<'a> {
    pub(super) fn new(shared: &'a Shared, memory: MutexGuard<'a, Option<Known>>, held: Option<Lock>) -> Self {
        Self { shared, memory, _held: held }
    }

    /// Stores the tokens of a login, and the application's secret so that an expired login can be renewed.
    /// The secret of an older login goes in any case: it belongs to another application, perhaps at another server, and
    /// must neither renew this token nor be sent there.
    ///
    /// # Errors
    /// When the store fails. The old login is then as it was, as far as the store lets it, and the new one is used by
    /// this session all the same.
    pub async fn keep(
        &mut self,
        tokens: Tokens,
        client_id: Option<String>,
        secret: Option<Secret>,
    ) -> Result<(), Error> {
        let pair = self.shared.bind(tokens, client_id);
        let token = (self.shared.name(SecretKind::Token), pair.to_secret());
        let name = self.shared.name(SecretKind::ClientSecret);
        let kept = self.shared.blocking(move |store| replace(store, &token, &name, secret.as_ref())).await;
        *self.memory = Some(Known { pair, in_store: kept.is_ok() });
        kept.map_err(Error::Store)
    }

    /// Removes token and secret of the application. Returns whether there were any.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn forget(&mut self) -> Result<bool, Error> {
        *self.memory = None;
        let [token, secret] = [SecretKind::Token, SecretKind::ClientSecret].map(|kind| self.shared.name(kind));
        let deleted = self.shared.blocking(move |store| Ok(store.delete(&token)? | store.delete(&secret)?));
        deleted.await.map_err(Error::Store)
    }
}

/// Replaces the login in the store. A process that is killed leaves the old token or the new one, never one with the
/// secret of the other.
fn replace(
    store: &dyn SecretStore,
    (token, pair): &(SecretName, Secret),
    secret_name: &SecretName,
    secret: Option<&Secret>,
) -> Result<(), StoreError> {
    // A secret in the environment cannot be removed.
    let old = store.find(secret_name)?.filter(|found| !found.is_from_environment());
    if old.is_some() {
        store.delete(secret_name)?;
    }
    if let Err(error) = store.put(token, pair) {
        if let Some(old) = old {
            // The error about the token is returned; a second one would repeat it.
            let _ = store.put(secret_name, &old.secret);
        }
        return Err(error);
    }
    secret.map_or(Ok(()), |secret| store.put(secret_name, secret))
}

/// Removes secrets of a profile that this process does not use.
pub struct SecretEraser {
    /// The store that holds them.
    pub store: Arc<dyn SecretStore>,
    /// Where locks are kept: a folder that all processes of this user share. Without one there are none.
    pub lock_folder: Option<PathBuf>,
    /// How long another process may hold a lock.
    pub lock_time: Duration,
}

impl SecretEraser {
    /// Removes one secret, once no process is renewing it. Returns whether there was one.
    ///
    /// # Errors
    /// When the store fails, or another process holds the lock for too long.
    pub async fn erase(&self, name: SecretName) -> Result<bool, Error> {
        let locked = match &name.kind {
            // Token and secret of a login change together.
            SecretKind::ClientSecret => SecretName { profile: name.profile.clone(), kind: SecretKind::Token },
            _ => name.clone(),
        };
        let _held = match renewal_lock::hold(self.lock_folder.as_deref(), &locked, self.lock_time).await {
            Ok(held) => held,
            Err(NotHeld::Busy) => return Err(Error::Busy { seconds: self.lock_time.as_secs() }),
            // Where locks are impossible, no other process has one either.
            Err(NotHeld::Impossible(_)) => None,
        };
        let store = Arc::clone(&self.store);
        blocking::run(move || store.delete(&name)).await.map_err(Error::Store)
    }
}
