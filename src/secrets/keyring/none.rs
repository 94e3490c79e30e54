//! A system without a keyring that is known here.

use std::error::Error as StdError;

use keyring_core::{Entry, Error};

use super::{Asking, Trouble};

pub(super) const DESCRIPTION: &str = "the OS keyring";
pub(super) const REMOVE_DUPLICATES: Option<&str> = None;

const NONE: &str = "this system has none that is supported";

pub(super) struct Session;

impl Session {
    pub(super) fn open() -> Result<Self, Trouble> {
        Err(Trouble::Unavailable(NONE.to_owned()))
    }

    pub(super) fn entry(&self, _: &str) -> keyring_core::Result<Entry> {
        Err(Error::NoDefaultStore)
    }

    pub(super) fn users(&self) -> Result<Vec<String>, Trouble> {
        Err(Trouble::Unavailable(NONE.to_owned()))
    }

    pub(super) fn before_reading(&self, _: &str, _: Asking) -> Result<(), Trouble> {
        Ok(())
    }

    pub(super) fn before_writing(&self, _: &str, _: Asking) -> Result<(), Trouble> {
        Ok(())
    }
}

pub(super) fn sorted(cause: &(dyn StdError + Send + Sync + 'static)) -> Trouble {
    Trouble::Failed(cause.to_string())
}
