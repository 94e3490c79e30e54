//! The operating system's keyring: Secret Service, Keychain, Credential Manager.
//!
//! This file and the folder beside it are the only ones that name the keyring crates. Their calls can take for ever (an
//! unlock dialog has a limit of one year, a frozen daemon has none on some paths), so each runs on a thread of its own
//! that is left behind when the time is up; such a thread does not keep the process from ending.

// Written so that it can be tested everywhere.
#[cfg(any(windows, test))]
mod parts;

#[cfg(target_os = "macos")]
#[path = "apple.rs"]
mod platform;
#[cfg(target_os = "linux")]
#[path = "linux.rs"]
mod platform;
#[cfg(not(any(target_os = "linux", target_os = "macos", windows)))]
#[path = "none.rs"]
mod platform;
#[cfg(windows)]
#[path = "windows.rs"]
mod platform;

use std::fmt;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use keyring_core::Error;

use super::{Notice, SecretName, SecretStore, StoreError};
use crate::clock::Clock;
use crate::secret::Secret;
use platform::Session;

/// What entries are filed under; the user of an entry is the name of the secret.
pub const SERVICE: &str = "makini";
/// Time for a person to unlock the keyring.
pub const TIMEOUT: Duration = Duration::from_secs(10);

/// The longest wait when no prompt may open.
const UNATTENDED: Duration = Duration::from_secs(2);
/// When the person who waits gets [`WAITING`].
const PATIENCE: Duration = Duration::from_secs(1);
const WAITING: &str = "waiting for the keyring to be unlocked";

/// Whether a dialog may open to unlock the keyring.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asking {
    /// A dialog may open, for as long as the time-out.
    Allowed,
    /// `--no-input`: a locked keyring is an error, at once.
    Never,
}

/// Why a call to the keyring failed, before it becomes a [`StoreError`].
#[cfg_attr(not(target_os = "linux"), expect(dead_code, reason = "only the Secret Service distinguishes some of these"))]
enum CallError {
    Locked,
    /// It gave up waiting by itself.
    Silent,
    Unavailable(String),
    Refused {
        reason: String,
        remedy: Option<String>,
    },
    Failed(String),
}

/// The keyring. Nothing is opened before the first call.
pub struct Keyring {
    timeout: Duration,
    asking: Asking,
    notice: Option<Notice>,
    clock: Clock,
    /// Kept between calls; dropped when a call did not come back, because that call still holds its lock.
    session: Arc<Mutex<Option<Arc<Session>>>>,
}

impl fmt::Debug for Keyring {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Keyring").field("timeout", &self.timeout).field("asking", &self.asking).finish_non_exhaustive()
    }
}

impl Keyring {
    /// The keyring with a limit of [`TIMEOUT`], and asking allowed.
    pub fn new(clock: Clock) -> Self {
        Self { timeout: TIMEOUT, asking: Asking::Allowed, notice: None, clock, session: Arc::default() }
    }

    /// Sets how long a call may take.
    #[must_use]
    pub fn with_timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    /// Sets whether a person may be asked.
    #[must_use]
    pub fn with_asking(mut self, asking: Asking) -> Self {
        self.asking = asking;
        self
    }

    /// Sets what receives a message after a second of waiting.
    #[must_use]
    pub fn with_notice(mut self, notice: Notice) -> Self {
        self.notice = Some(notice);
        self
    }

    fn limit(&self) -> Duration {
        match self.asking {
            Asking::Allowed => self.timeout,
            Asking::Never => self.timeout.min(UNATTENDED),
        }
    }

    /// Runs one call on its own thread and waits for it no longer than allowed.
    fn call<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Session, Asking) -> Result<T, CallError> + Send + 'static,
    ) -> Result<T, StoreError> {
        let (sender, receiver) = mpsc::channel();
        let kept = Arc::clone(&self.session);
        let asking = self.asking;
        thread::Builder::new()
            .name("keyring".to_owned())
            .spawn(move || {
                let session = kept.lock().unwrap_or_else(PoisonError::into_inner).clone();
                let result = session.map_or_else(|| Session::open().map(Arc::new), Ok).and_then(|session| {
                    kept.lock().unwrap_or_else(PoisonError::into_inner).replace(Arc::clone(&session));
                    work(&session, asking)
                });
                // The receiver is gone when this took too long.
                let _ = sender.send(result);
            })
            .map_err(|error| self.failed(format!("no thread could be started for it: {error}")))?;

        let started = self.clock.moment();
        let limit = self.limit();
        let mut answer = receiver.recv_timeout(limit.min(PATIENCE));
        if matches!(answer, Err(RecvTimeoutError::Timeout)) && limit > PATIENCE {
            if let Some(notice) = &self.notice {
                notice(WAITING);
            }
            answer = receiver.recv_timeout(limit.saturating_sub(PATIENCE));
        }
        let answer = answer.map_err(|error| {
            self.forget();
            match error {
                RecvTimeoutError::Timeout => self.timed_out(limit),
                RecvTimeoutError::Disconnected => self.failed("the call ended without an answer".to_owned()),
            }
        })?;
        answer.map_err(|error| {
            // The next call begins anew: the daemon may have been started or replaced by then.
            self.forget();
            self.store_error(error, self.clock.since(started))
        })
    }

    /// Drops the session, without waiting for a call that still uses it.
    fn forget(&self) {
        self.session.lock().unwrap_or_else(PoisonError::into_inner).take();
    }

    fn timed_out(&self, after: Duration) -> StoreError {
        StoreError::TimedOut { store: self.describe(), seconds: after.as_secs().max(1) }
    }

    fn failed(&self, reason: String) -> StoreError {
        StoreError::Failed { store: self.describe(), reason }
    }

    fn store_error(&self, error: CallError, after: Duration) -> StoreError {
        let store = self.describe();
        match error {
            CallError::Locked => StoreError::Locked { store },
            // The library returns the same when the other side hung up, and then no time has passed.
            CallError::Silent if after >= PATIENCE => self.timed_out(after),
            CallError::Silent => {
                StoreError::Unavailable { store, reason: "it went away while it was asked".to_owned() }
            }
            CallError::Unavailable(reason) => StoreError::Unavailable { store, reason },
            CallError::Refused { reason, remedy } => StoreError::Refused { store, reason, remedy },
            CallError::Failed(reason) => StoreError::Failed { store, reason },
        }
    }
}

/// Classifies an error of the keyring crates. Those that carry the secret are never formatted.
fn classified(error: Error) -> CallError {
    match error {
        Error::NoStorageAccess(cause) | Error::PlatformFailure(cause) => platform::classified(cause.as_ref()),
        Error::TooLong(what, limit) => CallError::Refused {
            reason: format!("the {what} is longer than the {limit} bytes it takes"),
            remedy: Some("makini login --secret-store file".to_owned()),
        },
        Error::Ambiguous(entries) => CallError::Refused {
            reason: format!("it holds {} entries of this name", entries.len()),
            remedy: platform::REMOVE_DUPLICATES.map(ToOwned::to_owned),
        },
        Error::BadEncoding(_) | Error::BadDataFormat(..) => {
            CallError::Failed("the entry holds something that this program has not stored".to_owned())
        }
        Error::BadStoreFormat(reason) | Error::NotSupportedByStore(reason) => CallError::Failed(reason),
        Error::Invalid(what, reason) => CallError::Failed(format!("the {what} {reason}")),
        Error::NoEntry | Error::NoDefaultStore => CallError::Failed("it has no such entry".to_owned()),
        _ => CallError::Failed("it failed with an unknown error".to_owned()),
    }
}

#[cfg(windows)]
use parts::{delete as remove, get as read, put as write};

/// Reads an entry as text.
#[cfg(not(windows))]
fn read(session: &Session, user: &str) -> Result<Option<Secret>, CallError> {
    match session.entry(user).and_then(|entry| entry.get_password()) {
        Ok(text) => Ok(Some(Secret::new(text))),
        Err(Error::NoEntry) => session.after_missing().map(|()| None),
        Err(error) => Err(classified(error)),
    }
}

#[cfg(not(windows))]
fn write(session: &Session, user: &str, secret: &Secret) -> Result<(), CallError> {
    session.entry(user).and_then(|entry| entry.set_password(secret.expose())).map_err(classified)
}

/// Removes an entry. Returns whether there was one.
#[cfg(not(windows))]
fn remove(session: &Session, user: &str) -> Result<bool, CallError> {
    match session.entry(user).and_then(|entry| entry.delete_credential()) {
        Ok(()) => Ok(true),
        Err(Error::NoEntry) => session.after_missing().map(|()| false),
        Err(error) => Err(classified(error)),
    }
}

impl SecretStore for Keyring {
    fn describe(&self) -> String {
        platform::DESCRIPTION.to_owned()
    }

    fn get(&self, name: &SecretName) -> Result<Option<Secret>, StoreError> {
        let user = name.to_string();
        self.call(move |session, asking| {
            session.before_reading(&user, asking)?;
            read(session, &user)
        })
    }

    fn put(&self, name: &SecretName, secret: &Secret) -> Result<(), StoreError> {
        let user = name.to_string();
        let secret = secret.clone();
        self.call(move |session, asking| {
            session.before_writing(&user, asking)?;
            write(session, &user, &secret)
        })
    }

    fn delete(&self, name: &SecretName) -> Result<bool, StoreError> {
        let user = name.to_string();
        self.call(move |session, asking| {
            session.before_reading(&user, asking)?;
            remove(session, &user)
        })
    }

    fn names(&self, profile: &str) -> Result<Option<Vec<SecretName>>, StoreError> {
        let users = self.call(|session, _| session.users())?;
        Ok(Some(super::of_profile(profile, users)))
    }
}
