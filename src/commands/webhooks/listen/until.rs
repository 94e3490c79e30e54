//! When so many events have come. Counted on disk: what is told about them may be lost to a slow listener.

use std::path::{Path, PathBuf};

use super::super::place::aside;
use crate::failure::Failure;
use crate::inbox::Error;
use crate::inbox::query::Store;

/// So many events after one.
pub(super) struct Goal {
    inbox: PathBuf,
    after: i64,
    count: u64,
}

impl Goal {
    /// Counts `count` events from now on.
    ///
    /// # Errors
    /// When the inbox cannot be read.
    pub(super) async fn from_now(inbox: &Path, count: u64) -> Result<Self, Failure> {
        let path = inbox.to_owned();
        let after = aside(move || Store::read(&path)?.newest()).await?;
        Ok(Self { inbox: inbox.to_owned(), after, count })
    }

    /// Returns whether they have come, and none of those that are to be forwarded waits for its first try. An inbox that
    /// cannot be read now may be read the next time; the receiver says what is wrong with it.
    pub(super) async fn is_reached(&self) -> bool {
        let (path, after, count) = (self.inbox.clone(), self.after, self.count);
        let asked = aside(move || {
            let store = Store::read(&path)?;
            // Numbers are given without gaps and never again.
            let come = store.newest()?.saturating_sub(after).unsigned_abs();
            Ok::<_, Error>(come >= count && !store.has_untried_after(after)?)
        });
        asked.await.unwrap_or(false)
    }
}
