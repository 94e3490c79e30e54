//! A system without a keyring that is known here.

use std::error::Error as StdError;

use keyring_core::{Entry, Error};

use super::{Asking, CallError};

pub(super) const DESCRIPTION: &str = "the OS keyring";
pub(super) const REMOVE_DUPLICATES: Option<&str> = None;

const NONE: &str = "this system has none that is supported";

pub(super) struct Session;

impl Session {
    pub(super) fn open() -> Result<Self, CallError> {
        Err(CallError::Unavailable(NONE.to_owned()))
    }

    pub(super) fn entry(&self, _: &str) -> keyring_core::Result<Entry> {
        Err(Error::NoDefaultStore)
    }

    pub(super) fn users(&self) -> Result<Vec<String>, CallError> {
        Err(CallError::Unavailable(NONE.to_owned()))
    }

    pub(super) fn after_missing(&self) -> Result<(), CallError> {
        Ok(())
    }

    pub(super) fn before_reading(&self, _: &str, _: Asking) -> Result<(), CallError> {
        Ok(())
    }

    pub(super) fn before_writing(&self, _: &str, _: Asking) -> Result<(), CallError> {
        Ok(())
    }
}

pub(super) fn classified(cause: &(dyn StdError + Send + Sync + 'static)) -> CallError {
    CallError::Failed(cause.to_string())
}
