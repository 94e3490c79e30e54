//! The environment first, then the one store that was chosen.

use std::sync::Arc;

use super::{EnvStore, Found, SecretName, SecretStore, Source, StoreError};
use crate::secret::Secret;

/// The secret stores of this invocation: the environment, then the chosen store. When that one fails, its error is
/// returned; no other store is tried.
pub struct Stores {
    environment: Arc<EnvStore>,
    chosen: Box<dyn SecretStore>,
}

impl Stores {
    /// Reads from the environment first and uses `chosen` for everything else.
    pub fn new(environment: EnvStore, chosen: Box<dyn SecretStore>) -> Self {
        Self::shared(Arc::new(environment), chosen)
    }

    pub(super) fn shared(environment: Arc<EnvStore>, chosen: Box<dyn SecretStore>) -> Self {
        Self { environment, chosen }
    }

    /// Returns the store that writes go to, as `doctor` probes it.
    pub fn chosen(&self) -> &dyn SecretStore {
        self.chosen.as_ref()
    }
}

impl SecretStore for Stores {
    fn describe(&self) -> String {
        self.chosen.describe()
    }

    fn is_persistent(&self) -> bool {
        self.chosen.is_persistent()
    }

    fn get(&self, name: &SecretName) -> Result<Option<Secret>, StoreError> {
        Ok(self.find(name)?.map(|found| found.secret))
    }

    fn find(&self, name: &SecretName) -> Result<Option<Found>, StoreError> {
        match self.environment.find(name)? {
            Some(found) => Ok(Some(found)),
            None => self.chosen.find(name),
        }
    }

    fn put(&self, name: &SecretName, secret: &Secret) -> Result<(), StoreError> {
        self.chosen.put(name, secret)
    }

    fn delete(&self, name: &SecretName) -> Result<bool, StoreError> {
        self.chosen.delete(name)
    }

    fn names(&self, profile: &str) -> Result<Option<Vec<SecretName>>, StoreError> {
        self.chosen.names(profile)
    }

    fn complaint(&self, name: &SecretName) -> Option<String> {
        self.chosen.complaint(name)
    }

    fn check(&self) -> Result<(), StoreError> {
        self.chosen.check()
    }
}

impl Found {
    /// Returns whether the secret was in the environment, and so is never written back.
    pub fn is_from_environment(&self) -> bool {
        matches!(self.source, Source::Variable(_))
    }
}
