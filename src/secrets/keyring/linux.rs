//! The Secret Service (GNOME Keyring, `KWallet`, `KeePassXC`) over D-Bus.

use std::collections::HashMap;
use std::error::Error as StdError;
use std::sync::{Arc, Mutex, PoisonError};

use dbus_secret_service::{EncryptionType, Error as ServiceError, SecretService};
use dbus_secret_service_keyring_store::Store;
use keyring_core::Entry;
use keyring_core::api::CredentialStoreApi;

use super::{Asking, CallError, SERVICE};

pub(super) const DESCRIPTION: &str = "the OS keyring (Secret Service)";
pub(super) const REMOVE_DUPLICATES: Option<&str> = Some("secret-tool search --all service makini");

const NO_BUS: &str = "there is no D-Bus session bus";
const NO_PROVIDER: &str =
    "nothing on the D-Bus session bus provides a Secret Service (is gnome-keyring, KWallet or KeePassXC running?)";
const NO_COLLECTION: &str = "it has no default collection to write to";
const GONE_AT_LOGOUT: &str =
    "its default collection is kept in memory only: a secret would be gone when the session ends";

/// One connection for the work, and one for the questions that the store cannot be asked: this one never opens a
/// dialog.
pub(super) struct Session {
    store: Arc<Store>,
    /// Made when it is first needed, which on an unlocked desktop is at the first write.
    quiet: Mutex<Option<SecretService>>,
}

impl Session {
    pub(super) fn open() -> Result<Self, CallError> {
        Ok(Self { store: Store::new().map_err(super::classified)?, quiet: Mutex::default() })
    }

    pub(super) fn entry(&self, user: &str) -> keyring_core::Result<Entry> {
        self.store.build(SERVICE, user, None)
    }

    /// Asks without a dialog ever opening.
    fn quietly<T>(&self, ask: impl FnOnce(&SecretService) -> Result<T, ServiceError>) -> Result<T, CallError> {
        let mut quiet = self.quiet.lock().unwrap_or_else(PoisonError::into_inner);
        let service = match quiet.take() {
            Some(service) => service,
            // Only questions pass here, never a secret, so nothing is lost by not encrypting.
            None => SecretService::connect_with_max_prompt_timeout(EncryptionType::Plain, 0)
                .map_err(|error| classified(&error))?,
        };
        ask(quiet.insert(service)).map_err(|error| classified(&error))
    }

    /// Fails for a locked entry where no prompt may open, before the store opens one.
    pub(super) fn before_reading(&self, user: &str, asking: Asking) -> Result<(), CallError> {
        if asking == Asking::Allowed {
            return Ok(());
        }
        let attributes = HashMap::from([("service", SERVICE), ("username", user)]);
        let locked = self.quietly(|service| Ok(!service.search_items(attributes)?.locked.is_empty()))?;
        if locked { Err(CallError::Locked) } else { Ok(()) }
    }

    /// Fails where an entry that was not found may be there all the same: `KeePassXC` shows nothing of a database that is
    /// locked. Others show the entries of a locked collection.
    pub(super) fn after_missing(&self) -> Result<(), CallError> {
        let hides = self.quietly(|service| match service.get_default_collection() {
            Ok(collection) => {
                Ok(collection.is_locked()? && collection.get_all_items().map_or(true, |items| items.is_empty()))
            }
            Err(ServiceError::NoResult) => Ok(false),
            Err(error) => Err(error),
        })?;
        if hides { Err(CallError::Locked) } else { Ok(()) }
    }

    /// Returns the user names of all entries of ours, locked ones too. Attributes are never encrypted, so no prompt opens.
    pub(super) fn users(&self) -> Result<Vec<String>, CallError> {
        let attributes = HashMap::from([("service", SERVICE)]);
        self.quietly(|service| {
            let found = service.search_items(attributes)?;
            let items = found.unlocked.iter().chain(&found.locked);
            items.filter_map(|item| item.get_attributes().map(|mut of| of.remove("username")).transpose()).collect()
        })
    }

    /// A secret may not go where it is forgotten (WSL and containers often have a `session` collection alone).
    pub(super) fn before_writing(&self, user: &str, asking: Asking) -> Result<(), CallError> {
        self.before_reading(user, asking)?;
        let (path, locked) = self.quietly(|service| {
            let collection = service.get_default_collection()?;
            Ok((collection.path.to_string(), collection.is_locked()?))
        })?;
        if path.ends_with("/collection/session") {
            let remedy = Some("makini login --secret-store file".to_owned());
            return Err(CallError::Refused { reason: GONE_AT_LOGOUT.to_owned(), remedy });
        }
        if locked && asking == Asking::Never {
            return Err(CallError::Locked);
        }
        Ok(())
    }
}

pub(super) fn classified(cause: &(dyn StdError + Send + Sync + 'static)) -> CallError {
    match cause.downcast_ref::<ServiceError>() {
        Some(ServiceError::Locked | ServiceError::Prompt) => CallError::Locked,
        Some(ServiceError::NoResult) => CallError::Unavailable(NO_COLLECTION.to_owned()),
        Some(ServiceError::Unavailable) => CallError::Unavailable(NO_PROVIDER.to_owned()),
        Some(ServiceError::Dbus(error)) => by_name(error.name().unwrap_or_default(), &cause.to_string()),
        _ => CallError::Failed(cause.to_string()),
    }
}

/// D-Bus gives each error a name, which is part of its protocol; the text beside it is not.
fn by_name(name: &str, text: &str) -> CallError {
    let Some(short) = name.strip_prefix("org.freedesktop.DBus.Error.") else {
        return match name {
            "org.freedesktop.Secret.Error.IsLocked" => CallError::Locked,
            _ => CallError::Failed(text.to_owned()),
        };
    };
    match short {
        "NoReply" | "Timeout" | "TimedOut" => CallError::Silent,
        "ServiceUnknown" | "NameHasNoOwner" => CallError::Unavailable(NO_PROVIDER.to_owned()),
        "NotSupported" | "FileNotFound" | "NoServer" | "BadAddress" | "AuthFailed" => {
            CallError::Unavailable(NO_BUS.to_owned())
        }
        "Disconnected" => CallError::Unavailable("the D-Bus session bus hung up".to_owned()),
        short if short.starts_with("Spawn.") => {
            CallError::Unavailable(format!("its program could not be started: {text}"))
        }
        _ => CallError::Failed(text.to_owned()),
    }
}
