//! The Keychain of the user.

use std::collections::HashMap;
use std::error::Error as StdError;
use std::sync::Arc;

use apple_native_keyring_store::keychain::Store;
use keyring_core::Entry;
use keyring_core::api::CredentialStoreApi;

use super::{Asking, CallError, SERVICE};

pub(super) const DESCRIPTION: &str = "the OS keyring (Keychain)";
pub(super) const REMOVE_DUPLICATES: Option<&str> = None;

pub(super) struct Session(Arc<Store>);

impl Session {
    pub(super) fn open() -> Result<Self, CallError> {
        Store::new().map(Self).map_err(super::classified)
    }

    pub(super) fn entry(&self, user: &str) -> keyring_core::Result<Entry> {
        self.0.build(SERVICE, user, None)
    }

    /// Returns the user names of all entries of ours.
    pub(super) fn users(&self) -> Result<Vec<String>, CallError> {
        let found = self.0.search(&HashMap::from([("service", SERVICE)])).map_err(super::classified)?;
        let names = found.into_iter().filter_map(|entry| entry.get_specifiers());
        Ok(names.filter(|(service, _)| service == SERVICE).map(|(_, user)| user).collect())
    }

    #[expect(clippy::unused_self, clippy::unnecessary_wraps, reason = "the same signature as on other systems")]
    pub(super) fn after_missing(&self) -> Result<(), CallError> {
        Ok(())
    }

    /// The Keychain cannot be asked quietly; the time-out bounds its dialog.
    #[expect(clippy::unused_self, clippy::unnecessary_wraps, reason = "the same signature as on other systems")]
    pub(super) fn before_reading(&self, _: &str, _: Asking) -> Result<(), CallError> {
        Ok(())
    }

    #[expect(clippy::unused_self, clippy::unnecessary_wraps, reason = "the same signature as on other systems")]
    pub(super) fn before_writing(&self, _: &str, _: Asking) -> Result<(), CallError> {
        Ok(())
    }
}

pub(super) fn classified(cause: &(dyn StdError + Send + Sync + 'static)) -> CallError {
    CallError::Failed(cause.to_string())
}
