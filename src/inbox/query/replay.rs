//! Sends kept events again, to any handler, without touching what forwarding has on record.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use serde::Serialize;

use super::super::Error;
use super::super::forward::{Courier, Parcel, Routes, Target, read_parcel};
use super::super::store::{Ended, Kind, Next, Started, end_attempt, start_attempt};
use super::{Filter, Store};
use crate::clock::Clock;

/// How one event fared.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Replayed {
    /// Its arrival number.
    pub number: i64,
    /// As `assets.updated`.
    pub event: String,
    /// The handler.
    pub target: String,
    /// Its status.
    pub status: Option<u16>,
    /// What went wrong.
    pub error: Option<String>,
    /// How long the handler took, in milliseconds.
    pub millis: u64,
}

impl Replayed {
    /// Returns whether the handler took it.
    pub fn is_ok(&self) -> bool {
        self.error.is_none()
    }
}

/// Sends kept events to a handler, one after the other in the order of arrival.
pub struct Replayer {
    path: PathBuf,
    store: Arc<Mutex<Store>>,
    routes: Routes,
    courier: Courier,
    clock: Clock,
}

impl Replayer {
    /// Makes one for the inbox at `path`, with a receiver running or not.
    ///
    /// # Errors
    /// When the inbox cannot be opened.
    pub fn open(path: &Path, target: Target, clock: &Clock) -> Result<Self, Error> {
        let routes = Routes::to(target);
        Ok(Self {
            path: path.into(),
            store: Arc::new(Mutex::new(Store::tend(path)?)),
            courier: Courier::new(&routes),
            routes,
            clock: clock.clone(),
        })
    }

    /// Returns the arrival numbers of the events that fit, in order.
    ///
    /// # Errors
    /// When the inbox cannot be read.
    pub async fn numbers(&self, filter: Filter) -> Result<Vec<i64>, Error> {
        self.ask(move |store| store.numbers(&filter)).await
    }

    /// Sends one event. That the handler refuses it is a result and no error.
    ///
    /// # Errors
    /// When there is no such event, or the try cannot be recorded.
    pub async fn send(&self, number: i64) -> Result<Replayed, Error> {
        let target = self.routes.find("").expect("a replayer has a default route");
        let started = Started { number, kind: Kind::Replay, target: target.to_string(), at: self.clock.now() };
        let (parcel, attempt): (Parcel, i64) = self
            .ask(move |store| {
                let parcel = read_parcel(&store.db, number)?.ok_or_else(|| Error::NoEvent(number.to_string()))?;
                Ok((parcel, start_attempt(&store.db, &started)?))
            })
            .await?;
        let sent = self.courier.send(target, &parcel, 1, &self.clock).await;
        let ended = Ended {
            attempt,
            number,
            at: self.clock.now(),
            status: sent.status,
            error: sent.error.clone(),
            elapsed: sent.elapsed,
            next: Next::Nothing,
        };
        self.ask(move |store| Ok(end_attempt(&store.db, &ended)?)).await?;
        Ok(Replayed {
            number,
            event: parcel.event,
            target: target.to_string(),
            status: sent.status,
            error: sent.error,
            millis: u64::try_from(sent.elapsed.as_millis()).unwrap_or(u64::MAX),
        })
    }

    async fn ask<T: Send + 'static>(
        &self,
        question: impl FnOnce(&Store) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Error> {
        let store = Arc::clone(&self.store);
        tokio::task::spawn_blocking(move || question(&store.lock().unwrap_or_else(PoisonError::into_inner)))
            .await
            .map_err(|error| Error::Io { what: "ask the inbox", source: std::io::Error::other(error) })?
    }
}

impl std::fmt::Debug for Replayer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Replayer").field("path", &self.path).finish_non_exhaustive()
    }
}
