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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Clock;
    use crate::inbox::store::{MAX_BYTES, Place};
    use crate::inbox::{Arrival, Inbox, Judgement};

    fn event(number: u32, forward: bool) -> Arrival {
        let body = format!(r#"{{"id":"evt_{number}","event":"a.b"}}"#);
        let judgement = Judgement::unverified();
        let mut arrival = Arrival::new(&http::HeaderMap::new(), body.into(), judgement, jiff::Timestamp::UNIX_EPOCH);
        arrival.forward = forward;
        arrival
    }

    #[tokio::test]
    async fn events_are_counted_on_disk_whoever_was_told_of_them() {
        let folder = tempfile::tempdir().expect("a folder");
        let place = Place { path: folder.path().join("inbox.db"), max_bytes: MAX_BYTES };
        let inbox = Inbox::open(place, &Clock::system()).expect("a good folder");
        inbox.keep(event(1, true)).await.expect("kept");
        let goal = Goal::from_now(inbox.path(), 2).await.expect("readable");
        assert!(!goal.is_reached().await, "what was there before does not count");
        inbox.keep(event(2, false)).await.expect("kept");
        inbox.keep(event(2, false)).await.expect("kept");
        assert!(!goal.is_reached().await, "a repeat does not count");
        inbox.keep(event(3, false)).await.expect("kept");
        assert!(goal.is_reached().await);
        inbox.keep(event(4, true)).await.expect("kept");
        assert!(!goal.is_reached().await, "one waits for its first try");
        inbox.close().await;
    }
}
