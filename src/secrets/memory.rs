//! A store in memory, for tests and for the choice `none`.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use super::{SecretName, SecretStore, StoreError};
use crate::secret::Secret;

/// Secrets in this process only.
#[derive(Debug, Default)]
pub struct MemoryStore {
    secrets: Mutex<BTreeMap<SecretName, Secret>>,
}

impl MemoryStore {
    /// Builds an empty store.
    pub fn new() -> Self {
        Self::default()
    }
}

impl SecretStore for MemoryStore {
    fn describe(&self) -> String {
        "this process (nothing is kept)".to_owned()
    }

    fn is_persistent(&self) -> bool {
        false
    }

    fn get(&self, name: &SecretName) -> Result<Option<Secret>, StoreError> {
        Ok(self.secrets.lock().unwrap_or_else(PoisonError::into_inner).get(name).cloned())
    }

    fn put(&self, name: &SecretName, secret: &Secret) -> Result<(), StoreError> {
        self.secrets.lock().unwrap_or_else(PoisonError::into_inner).insert(name.clone(), secret.clone());
        Ok(())
    }

    fn delete(&self, name: &SecretName) -> Result<bool, StoreError> {
        Ok(self.secrets.lock().unwrap_or_else(PoisonError::into_inner).remove(name).is_some())
    }

    fn names(&self, profile: &str) -> Result<Option<Vec<SecretName>>, StoreError> {
        let secrets = self.secrets.lock().unwrap_or_else(PoisonError::into_inner);
        Ok(Some(secrets.keys().filter(|name| name.profile == profile).cloned().collect()))
    }

    fn check(&self) -> Result<(), StoreError> {
        Ok(())
    }
}
