//! A file encrypted with `age`: by a passphrase, or to an identity in a key file. The `age` program opens it too.
//!
//! It holds one JSON object from names to secrets. Writers lock a file beside it, read again and replace it as a
//! whole, so that two of them never mix and a killed one leaves the old file.

mod crypt;

use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use zeroize::Zeroizing;

use super::{SecretName, SecretStore, StoreError};
use crate::files::private::{self, quoted};
use crate::secret::Secret;
use crypt::{CryptError, Lock};

/// Larger files are not ours.
const LARGEST: u64 = 16 << 20;

/// Doublings of the work that a guess of the passphrase costs: about 0.15 s and 64 MiB on a machine of 2024.
pub const WORK_FACTOR: u8 = 16;

/// What a passphrase is needed for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To open the file that is there.
    Open,
    /// To make a new file: ask twice.
    Create,
}

/// Prompts for the passphrase. The error is the reason why no prompt is possible.
pub type Ask = Arc<dyn Fn(Purpose) -> Result<Secret, String> + Send + Sync>;

/// What opens the file.
#[derive(Clone)]
pub enum Key {
    /// A passphrase that is known already, from the environment or a file.
    Passphrase(Secret),
    /// A passphrase that is prompted for at the first use, once per process.
    Ask(Ask),
    /// An age identity (`AGE-SECRET-KEY-1…`) in a file with the same rules as the store itself.
    KeyFile(PathBuf),
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Passphrase(_) => f.write_str("Passphrase([redacted])"),
            Self::Ask(_) => f.write_str("Ask"),
            Self::KeyFile(path) => f.debug_tuple("KeyFile").field(path).finish(),
        }
    }
}

type Secrets = BTreeMap<String, Secret>;

/// The encrypted file.
pub struct FileStore {
    path: PathBuf,
    key: Key,
    work_factor: u8,
    state: Mutex<State>,
}

/// What this process has worked out already, so that the passphrase is asked for, and the slow key made, once.
#[derive(Default)]
struct State {
    lock: Option<Arc<Lock>>,
    /// The file as it was, and what was in it.
    opened: Option<(Vec<u8>, Secrets)>,
}

impl FileStore {
    /// Uses the file at `path`, an absolute path. Nothing is read before the first use.
    pub fn new(path: impl Into<PathBuf>, key: Key) -> Self {
        Self { path: path.into(), key, work_factor: WORK_FACTOR, state: Mutex::default() }
    }

    /// Sets what a guess of the passphrase costs, for files written from now on; see [`WORK_FACTOR`].
    #[must_use]
    pub fn with_work_factor(mut self, work_factor: u8) -> Self {
        self.work_factor = work_factor.clamp(1, crypt::MOST_WORK);
        self
    }

    /// Returns where the file is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Writes a new age identity to `path`, which must not exist, and returns its public half.
    ///
    /// # Errors
    /// [`StoreError::Refused`] when there is a file already; it is not touched.
    pub fn create_key_file(path: &Path) -> Result<String, StoreError> {
        let store = format!("the key file `{}`", path.display());
        let fail = |error| store_error(&store, error);
        private::prepare_folder(path).map_err(fail)?;
        let _held = private::lock(path).map_err(fail)?;
        if path.symlink_metadata().is_ok() {
            return Err(StoreError::Refused { store, reason: "it exists already".to_owned(), remedy: None });
        }
        let (text, public) = crypt::new_identity();
        private::replace(path, text.as_bytes()).map_err(fail)?;
        Ok(public)
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn refused(&self, reason: impl Into<String>, remedy: Option<String>) -> StoreError {
        StoreError::Refused { store: self.describe(), reason: reason.into(), remedy }
    }

    fn file_error(&self, error: private::Error) -> StoreError {
        store_error(&self.describe(), error)
    }

    fn read(&self) -> Result<Option<Vec<u8>>, StoreError> {
        private::read(&self.path, LARGEST).map_err(|error| self.file_error(error))
    }

    /// Returns what locks and opens the file, asking for it at the first call.
    fn lock(&self, state: &mut State, purpose: Purpose) -> Result<Arc<Lock>, StoreError> {
        if let Some(lock) = &state.lock {
            return Ok(Arc::clone(lock));
        }
        let lock = match &self.key {
            Key::Passphrase(passphrase) => Lock::Passphrase(passphrase.clone()),
            Key::Ask(ask) => Lock::Passphrase(
                ask(purpose).map_err(|reason| StoreError::NoPassphrase { store: self.describe(), reason })?,
            ),
            Key::KeyFile(path) => {
                let of_key = |error| store_error(&format!("the key file `{}`", path.display()), error);
                let text = private::read(path, LARGEST)
                    .map_err(of_key)?
                    .map(Zeroizing::new)
                    .ok_or_else(|| self.refused(format!("its key file `{}` is not there", path.display()), None))?;
                Lock::identities(&text).ok_or_else(|| {
                    let reason = format!("its key file `{}` holds no age identity", path.display());
                    self.refused(reason, Some(format!("age-keygen -o {}", quoted(path))))
                })?
            }
        };
        if matches!(&lock, Lock::Passphrase(passphrase) if passphrase.is_empty()) {
            return Err(self.refused("its passphrase is empty", None));
        }
        let lock = Arc::new(lock);
        state.lock = Some(Arc::clone(&lock));
        Ok(lock)
    }

    /// Makes `state.opened` hold what `bytes` decrypt to.
    fn open<'a>(&self, state: &'a mut State, bytes: Vec<u8>) -> Result<&'a mut Secrets, StoreError> {
        if state.opened.as_ref().is_none_or(|(seen, _)| *seen != bytes) {
            let lock = self.lock(state, Purpose::Open)?;
            let plain = lock.decrypt(&bytes).map_err(|error| {
                // A wrong passphrase is not kept: the next call may be given the right one.
                state.lock = None;
                self.unreadable(&error)
            })?;
            // The text of a parse error could quote what was decrypted.
            let secrets: BTreeMap<String, String> =
                serde_json::from_slice(&plain).map_err(|_| self.unreadable(&CryptError::Damaged))?;
            let secrets = secrets.into_iter().map(|(name, text)| (name, Secret::new(text))).collect();
            state.opened = Some((bytes, secrets));
        }
        Ok(&mut state.opened.as_mut().expect("opened above").1)
    }

    fn unreadable(&self, error: &CryptError) -> StoreError {
        match error {
            CryptError::WrongKey => match &self.key {
                Key::KeyFile(path) => self.refused(format!("the key file `{}` does not open it", path.display()), None),
                Key::Passphrase(_) | Key::Ask(_) => self.refused("the passphrase does not open it", None),
            },
            CryptError::Damaged => {
                let aside = self.path.with_extension("damaged");
                let remedy = format!("mv {} {} && makini login", quoted(&self.path), quoted(&aside));
                self.refused("it is damaged or half-written", Some(remedy))
            }
            CryptError::Failed(reason) => StoreError::Failed { store: self.describe(), reason: reason.clone() },
        }
    }

    /// Changes the file under the lock. `change` returns whether it changed anything.
    fn change(&self, change: impl FnOnce(&mut Secrets) -> bool) -> Result<bool, StoreError> {
        let mut state = self.state();
        private::prepare_folder(&self.path).map_err(|error| self.file_error(error))?;
        // Before the lock: other processes should not wait while a person types.
        let purpose = if self.read()?.is_some() { Purpose::Open } else { Purpose::Create };
        let key = self.lock(&mut state, purpose)?;
        if let Some(bytes) = self.read()? {
            // This derives the key, which takes longer than all the rest; it is done again only if another process writes.
            self.open(&mut state, bytes)?;
        }
        let _held = private::lock(&self.path).map_err(|error| self.file_error(error))?;
        let mut secrets = match self.read()? {
            Some(bytes) => self.open(&mut state, bytes)?.clone(),
            None => Secrets::new(),
        };
        if !change(&mut secrets) {
            return Ok(false);
        }
        let plain: BTreeMap<&str, &str> =
            secrets.iter().map(|(name, secret)| (name.as_str(), secret.expose())).collect();
        let plain = Zeroizing::new(serde_json::to_vec(&plain).expect("text becomes JSON"));
        let bytes = key.encrypt(&plain, self.work_factor).map_err(|error| self.unreadable(&error))?;
        private::replace(&self.path, &bytes).map_err(|error| self.file_error(error))?;
        state.opened = Some((bytes, secrets));
        Ok(true)
    }
}

fn store_error(store: &str, error: private::Error) -> StoreError {
    let store = store.to_owned();
    match error {
        private::Error::Unsafe { reason, remedy } => StoreError::Refused { store, reason, remedy },
        private::Error::Busy(seconds) => {
            StoreError::Failed { store, reason: format!("another process has held its lock for {seconds} s") }
        }
        private::Error::Io(path, error) => {
            StoreError::Failed { store, reason: format!("`{}`: {error}", path.display()) }
        }
    }
}

impl SecretStore for FileStore {
    fn describe(&self) -> String {
        format!("the encrypted file `{}`", self.path.display())
    }

    fn get(&self, name: &SecretName) -> Result<Option<Secret>, StoreError> {
        let mut state = self.state();
        match self.read()? {
            Some(bytes) => Ok(self.open(&mut state, bytes)?.get(&name.to_string()).cloned()),
            None => Ok(None),
        }
    }

    fn put(&self, name: &SecretName, secret: &Secret) -> Result<(), StoreError> {
        self.change(|secrets| {
            secrets.insert(name.to_string(), secret.clone());
            true
        })
        .map(drop)
    }

    fn delete(&self, name: &SecretName) -> Result<bool, StoreError> {
        if self.read()?.is_none() {
            return Ok(false);
        }
        self.change(|secrets| secrets.remove(&name.to_string()).is_some())
    }

    fn names(&self, profile: &str) -> Result<Option<Vec<SecretName>>, StoreError> {
        let mut state = self.state();
        match self.read()? {
            Some(bytes) => Ok(Some(super::of_profile(profile, self.open(&mut state, bytes)?.keys()))),
            None => Ok(Some(Vec::new())),
        }
    }

    /// Opens what is there and tries the folder, without the work of encrypting.
    fn check(&self) -> Result<(), StoreError> {
        self.change(|_| false)?;
        private::check_replaceable(&self.path).map_err(|error| self.file_error(error))
    }
}
