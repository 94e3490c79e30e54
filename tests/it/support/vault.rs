//! A secret store for tests: in memory, counting, and failing when told to.

use std::collections::HashMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use makini::secret::Secret;
use makini::secrets::{SecretKind, SecretName, SecretStore, StoreError};

#[derive(Default)]
pub(crate) struct Vault {
    kept: Mutex<HashMap<SecretName, Secret>>,
    pub touched: AtomicUsize,
    pub read_only: AtomicBool,
    /// Whether tokens of applications are not taken.
    pub refuses_tokens: AtomicBool,
}

impl Vault {
    pub(crate) fn name(kind: SecretKind) -> SecretName {
        SecretName { profile: "test".into(), kind }
    }

    /// Returns what is kept, without counting.
    pub(crate) fn peek(&self, kind: SecretKind) -> Option<String> {
        let kept = self.kept.lock().expect("not poisoned");
        kept.get(&Self::name(kind)).map(|secret| secret.expose().to_owned())
    }

    /// Keeps, without counting.
    pub(crate) fn plant(&self, kind: SecretKind, text: &str) {
        self.kept.lock().expect("not poisoned").insert(Self::name(kind), Secret::new(text));
    }
}

impl SecretStore for Vault {
    fn describe(&self) -> String {
        "the test's vault".into()
    }

    fn get(&self, name: &SecretName) -> Result<Option<Secret>, StoreError> {
        self.touched.fetch_add(1, Ordering::SeqCst);
        Ok(self.kept.lock().expect("not poisoned").get(name).cloned())
    }

    fn put(&self, name: &SecretName, secret: &Secret) -> Result<(), StoreError> {
        self.touched.fetch_add(1, Ordering::SeqCst);
        let refuses = self.refuses_tokens.load(Ordering::SeqCst) && name.kind == SecretKind::Token;
        if refuses || self.read_only.load(Ordering::SeqCst) {
            return Err(StoreError::ReadOnly { store: self.describe() });
        }
        self.kept.lock().expect("not poisoned").insert(name.clone(), secret.clone());
        Ok(())
    }

    fn delete(&self, name: &SecretName) -> Result<bool, StoreError> {
        self.touched.fetch_add(1, Ordering::SeqCst);
        Ok(self.kept.lock().expect("not poisoned").remove(name).is_some())
    }
}
