//! The Credential Manager of the user.

use std::collections::HashMap;
use std::error::Error as StdError;
use std::sync::Arc;

use keyring_core::api::CredentialStoreApi;
use keyring_core::{Entry, Error};
use windows_native_keyring_store::Store;

use zeroize::Zeroizing;

use super::parts::{self, Entries};
use super::{Asking, CallError, SERVICE, classified as call_error};

pub(super) const DESCRIPTION: &str = "the OS keyring (Credential Manager)";
pub(super) const REMOVE_DUPLICATES: Option<&str> = None;

pub(super) struct Session(Arc<Store>);

impl Session {
    pub(super) fn open() -> Result<Self, CallError> {
        Store::new().map(Self).map_err(super::classified)
    }

    pub(super) fn entry(&self, user: &str) -> keyring_core::Result<Entry> {
        // On this machine only: by default it would roam with the profile of the user.
        self.0.build(SERVICE, user, Some(&HashMap::from([("persistence", "Local")])))
    }

    /// Returns the user names of all entries of ours.
    pub(super) fn users(&self) -> Result<Vec<String>, CallError> {
        let found = self.0.search(&HashMap::new()).map_err(super::classified)?;
        let names = found.into_iter().filter_map(|entry| entry.get_specifiers());
        let ours = names.filter(|(service, user)| service == SERVICE && !parts::is_part(user));
        Ok(ours.map(|(_, user)| user).collect())
    }

    /// The Credential Manager is unlocked with the session of the user.
    #[expect(clippy::unused_self, clippy::unnecessary_wraps, reason = "the same signature as on other systems")]
    pub(super) fn before_reading(&self, _: &str, _: Asking) -> Result<(), CallError> {
        Ok(())
    }

    #[expect(clippy::unused_self, clippy::unnecessary_wraps, reason = "the same signature as on other systems")]
    pub(super) fn before_writing(&self, _: &str, _: Asking) -> Result<(), CallError> {
        Ok(())
    }
}

/// Entries hold bytes: as a password, the library would write each as UTF-16, in twice the room.
impl Entries for Session {
    type Error = CallError;
    /// `CRED_MAX_CREDENTIAL_BLOB_SIZE`.
    const LIMIT: usize = 2_560;

    fn broken() -> CallError {
        CallError::Failed("the entry holds something that this program has not stored".to_owned())
    }

    fn get(&self, name: &str) -> Result<Option<Zeroizing<Vec<u8>>>, CallError> {
        match self.entry(name).and_then(|entry| entry.get_secret()) {
            Ok(bytes) => Ok(Some(Zeroizing::new(bytes))),
            Err(Error::NoEntry) => Ok(None),
            Err(error) => Err(call_error(error)),
        }
    }

    fn set(&self, name: &str, bytes: &[u8]) -> Result<(), CallError> {
        self.entry(name).and_then(|entry| entry.set_secret(bytes)).map_err(call_error)
    }

    fn delete(&self, name: &str) -> Result<bool, CallError> {
        match self.entry(name).and_then(|entry| entry.delete_credential()) {
            Ok(()) => Ok(true),
            Err(Error::NoEntry) => Ok(false),
            Err(error) => Err(call_error(error)),
        }
    }
}

/// Credential Manager has no lock of its own: what it refuses, as in a network logon, it does not have.
pub(super) fn classified(cause: &(dyn StdError + Send + Sync + 'static)) -> CallError {
    CallError::Unavailable(cause.to_string())
}
