//! Tests a store by writing to it: one that answers may still not work (a gnome-keyring given a wrong password reports
//! success and stays locked).

use super::{SecretKind, SecretName, SecretStore, StoreError};
use crate::secret::Secret;

/// The result of [`probe`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Probe {
    /// A throw-away entry was written, read back and deleted.
    Works,
    /// The store cannot be written to; nothing was tried.
    ReadOnly,
}

/// Writes a random throw-away entry, reads it back and deletes it.
///
/// # Errors
/// The store's error, or [`StoreError::Failed`] when it returned another value than was stored.
pub fn probe<S: SecretStore + ?Sized>(store: &S) -> Result<Probe, StoreError> {
    let failed = |reason: &str| StoreError::Failed { store: store.describe(), reason: reason.to_owned() };
    let name = SecretName { profile: format!("makini-probe-{}", random(store)?), kind: SecretKind::Token };
    let secret = Secret::new(random(store)?);
    match store.put(&name, &secret) {
        Ok(()) => {}
        Err(StoreError::ReadOnly { .. }) => return Ok(Probe::ReadOnly),
        Err(error) => return Err(error),
    }
    let read = store.get(&name);
    // The entry goes whatever was read.
    let deleted = store.delete(&name)?;
    match read? {
        Some(read) if read == secret => {}
        Some(_) => return Err(failed("it gave back something else than it was given")),
        None => return Err(failed("it did not keep what it was given")),
    }
    if !deleted || store.get(&name)?.is_some() {
        return Err(failed("it did not delete what it was told to"));
    }
    Ok(Probe::Works)
}

fn random<S: SecretStore + ?Sized>(store: &S) -> Result<String, StoreError> {
    let number = getrandom::u64().map_err(|error| StoreError::Failed {
        store: store.describe(),
        reason: format!("no random numbers: {error}"),
    })?;
    Ok(format!("{number:016x}"))
}
