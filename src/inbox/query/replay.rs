//! Sends stored events again, to any handler, without changing their forwarding state.

use std::sync::{Arc, Mutex, PoisonError};

use serde::Serialize;

use super::super::database::Value;
use super::super::forward::{OutboundRequest, Routes, Sender, read_outbound};
use super::super::store::Kind;
use super::super::{Error, Place};
use super::{Filter, Outcome, Store};
use crate::blocking;
use crate::clock::Clock;

/// The result for one event.
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
    /// The error, for people; nothing if the handler accepted the event.
    pub error: Option<String>,
    /// How long the handler took, in milliseconds.
    pub millis: u64,
    /// Its result against that of the try before.
    pub outcome: Outcome,
}

impl Replayed {
    /// Returns whether the handler accepted it.
    pub fn is_ok(&self) -> bool {
        self.error.is_none()
    }
}

/// Sends stored events to a handler, one after the other in the order of arrival.
pub struct Replayer {
    place: Place,
    store: Arc<Mutex<Store>>,
    routes: Routes,
    sender: Sender,
    clock: Clock,
}

impl Replayer {
    /// Makes one for an inbox, with a receiver running or not.
    ///
    /// # Errors
    /// When the inbox cannot be opened.
    pub fn open(place: &Place, routes: Routes, clock: &Clock) -> Result<Self, Error> {
        Ok(Self {
            place: place.clone(),
            store: Arc::new(Mutex::new(Store::open(place)?)),
            sender: Sender::new(&routes),
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
    /// When there is no such event, no handler takes it, or the try cannot be recorded.
    pub async fn send(&self, number: i64) -> Result<Replayed, Error> {
        let (routes, now) = (self.routes.clone(), self.clock.now());
        let (request, place, before, attempt): (OutboundRequest, usize, Option<bool>, i64) = self
            .ask(move |store| {
                let request = read_outbound(&store.db, number)?.ok_or_else(|| Error::NoEvent(number.to_string()))?;
                let place = routes.find(&request, |_, _| {}).ok_or(Error::NoHandler(number))?;
                let started: [Value; 4] = [
                    number.into(),
                    Kind::Replay.as_str().into(),
                    routes.handlers()[place].target.to_string().into(),
                    now.as_microsecond().into(),
                ];
                // A try at the same address, where there is one. What another handler failed with may be mended by this one; what
                // another took says nothing about it.
                let sql = "SELECT CASE WHEN error IS NOT NULL THEN 0 WHEN target = ?2 THEN 1 ELSE 2 END AS taken FROM attempts
                    WHERE arrival = ?1 AND ended_at IS NOT NULL
                    ORDER BY CASE WHEN target = ?2 THEN 0 ELSE 1 END, id DESC LIMIT 1";
                let before = store
                    .db
                    .first(sql, &[started[0].clone(), started[2].clone()], |row| row.number("taken"))?
                    .filter(|taken| *taken < 2)
                    .map(|taken| taken == 1);
                let sql = "INSERT INTO attempts (arrival, kind, target, started_at) VALUES (?1, ?2, ?3, ?4)
                    RETURNING id AS n";
                Ok((request, place, before, store.db.number(sql, &started)?))
            })
            .await?;
        let handler = &self.routes.handlers()[place];
        let sent = self.sender.send(handler, std::slice::from_ref(&request), 1, &self.clock).await;
        let ended = [
            attempt.into(),
            self.clock.now().as_microsecond().into(),
            Value::MaybeNumber(sent.status.map(i64::from)),
            Value::MaybeText(sent.error.clone()),
            i64::try_from(sent.elapsed.as_micros()).unwrap_or(i64::MAX).into(),
        ];
        let sql = "UPDATE attempts SET ended_at = ?2, status = ?3, error = ?4, micros = ?5 WHERE id = ?1";
        self.ask(move |store| store.db.execute(sql, &ended)).await?;
        Ok(Replayed {
            number,
            event: request.event,
            target: handler.target.to_string(),
            status: sent.status,
            outcome: Outcome::of(sent.is_ok(), before),
            error: sent.error,
            millis: u64::try_from(sent.elapsed.as_millis()).unwrap_or(u64::MAX),
        })
    }

    async fn ask<T: Send + 'static>(
        &self,
        query: impl FnOnce(&Store) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Error> {
        let store = Arc::clone(&self.store);
        blocking::run(move || query(&store.lock().unwrap_or_else(PoisonError::into_inner))).await
    }
}

impl std::fmt::Debug for Replayer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Replayer").field("place", &self.place).finish_non_exhaustive()
    }
}
