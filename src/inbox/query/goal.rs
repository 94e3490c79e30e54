//! Whether a number of new events has arrived. Counted on disk: a slow subscriber may lose receiver events.

use super::super::{Error, Place};
use super::Store;
use crate::blocking;

/// A number of events to wait for, counted from one arrival number on.
#[derive(Debug)]
pub struct Goal {
    inbox: Place,
    after: i64,
    count: u64,
}

impl Goal {
    /// Counts `count` events from now on.
    ///
    /// # Errors
    /// When the inbox cannot be read.
    pub async fn from_now(inbox: &Place, count: u64) -> Result<Self, Error> {
        let place = inbox.clone();
        let after = blocking::run(move || Store::open_read_only(&place)?.newest()).await?;
        Ok(Self { inbox: inbox.clone(), after, count })
    }

    /// Returns whether they have arrived and each that is forwarded has been tried at least once. False while the inbox
    /// cannot be read, which the receiver reports.
    pub async fn is_reached(&self) -> bool {
        let (place, after, count) = (self.inbox.clone(), self.after, self.count);
        let reached = blocking::run(move || {
            let store = Store::open_read_only(&place)?;
            Ok::<_, Error>(store.arrived_after(after)? >= count && !store.has_untried_after(after)?)
        });
        reached.await.unwrap_or(false)
    }

    /// Returns how many of them are to be forwarded and no handler has taken.
    ///
    /// # Errors
    /// When the inbox cannot be read.
    pub async fn untaken(&self) -> Result<u64, Error> {
        let (place, after) = (self.inbox.clone(), self.after);
        blocking::run(move || Store::open_read_only(&place)?.count_untaken_after(after)).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Clock;
    use crate::inbox::store::{InboxOptions, MAX_BYTES};
    use crate::inbox::{Arrival, Inbox, Verification};

    fn event(number: u32, forward: bool) -> Arrival {
        let body = format!(r#"{{"id":"evt_{number}","event":"a.b"}}"#);
        let verification = Verification::unverified();
        let mut arrival = Arrival::new(&http::HeaderMap::new(), body.into(), verification, jiff::Timestamp::UNIX_EPOCH);
        arrival.forward = forward;
        arrival
    }

    #[tokio::test]
    async fn events_are_counted_on_disk() {
        let folder = tempfile::tempdir().expect("a folder");
        let place = InboxOptions { place: folder.path().join("inbox.db").into(), max_bytes: MAX_BYTES };
        let inbox = Inbox::open(place, &Clock::system()).expect("a good folder");
        inbox.store(event(1, true)).await.expect("kept");
        let goal = Goal::from_now(inbox.place(), 2).await.expect("readable");
        assert!(!goal.is_reached().await, "what was there before does not count");
        inbox.store(event(2, false)).await.expect("kept");
        inbox.store(event(2, false)).await.expect("kept");
        assert!(!goal.is_reached().await, "a repeat does not count");
        inbox.store(event(3, false)).await.expect("kept");
        assert!(goal.is_reached().await);
        inbox.store(event(4, true)).await.expect("kept");
        assert!(!goal.is_reached().await, "one waits for its first try");
        inbox.close().await;
    }
}
