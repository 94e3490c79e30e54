//! Reads the inbox for the view, on a thread of its own: a long search delays neither keys nor the receiver.

use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use super::find::Find;
use super::refused::RefusedRequest;
use crate::clock::{Clock, Moment};
use crate::inbox::pauses::{Pause, Paused};
use crate::inbox::query::{ActiveReceiver, Anchor, Counts, Detail, Filter, Interrupt, Store, WaitingLane, Window};
use crate::inbox::{Error, Place};
use crate::webhooks::explain::{Language, Mistake, Remedy, explain};
use crate::webhooks::{Config, Header, Secrets};

/// The shortest time between two counts.
const PAUSE: Duration = Duration::from_millis(200);
/// A count may take this part of the time, so that a large inbox is not counted all the time.
const SHARE: u32 = 10;

/// Maximum number of connections whose lanes are shown.
pub(super) const LANES: u32 = 500;

/// What waits and who receives, as it was read last.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Lanes {
    /// The connections with events that wait, the longest wait first.
    pub(super) waiting: Vec<WaitingLane>,
    /// Of an inbox on a server.
    pub(super) receivers: Vec<ActiveReceiver>,
}

/// A query of the view, or a change to make.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Query {
    /// A piece of the list. The answer has the same ticket.
    List { ticket: u64, find: Box<Find>, around: Anchor, reach: u32 },
    /// All about one event.
    Detail(i64),
    /// Why a delivery was refused.
    Explain(Arc<RefusedRequest>),
    /// Counts, once it is time again.
    Counts,
    /// To forward all failed events again.
    Retry,
    /// The body of an event, to copy it.
    Body(i64),
    /// All about one event, to show it in a pager.
    Whole(i64),
    /// What waits in each lane, and who receives.
    Lanes,
    /// To pause a connection, or to resume it if it is paused.
    Pause(String),
}

/// The result of a query. An error is a message for people.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Reply {
    List {
        ticket: u64,
        found: Result<Window, String>,
    },
    Detail {
        number: i64,
        found: Result<Box<Detail>, String>,
    },
    Explained {
        sequence: u64,
        found: Result<Explained, String>,
    },
    Counts(Counts),
    Retried(Result<u64, String>),
    Body {
        number: i64,
        found: Result<Vec<u8>, String>,
    },
    Whole {
        number: i64,
        found: Result<Box<Detail>, String>,
    },
    Lanes(Result<Lanes, String>),
    /// Whether it is paused now.
    Paused {
        connection: String,
        done: Result<bool, String>,
    },
    Pauses(Vec<Pause>),
}

/// What would make a signature right.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Explained {
    /// Each mistake, with the line to change in each language.
    pub(super) mistakes: Vec<(String, Vec<(&'static str, String)>)>,
    /// How much was tried.
    pub(super) tried: usize,
}

/// How deliveries are verified, to explain those that are not.
#[derive(Clone)]
pub(super) struct Signing {
    pub(super) config: Config,
    pub(super) secrets: Secrets,
}

/// Interrupts the query that is running, when its result is not needed any more.
#[derive(Clone, Default)]
pub(super) struct Interrupter(Arc<Mutex<Option<Interrupt>>>);

impl Interrupter {
    pub(super) fn interrupt(&self) {
        if let Some(handle) = &*self.0.lock().unwrap_or_else(PoisonError::into_inner) {
            handle.interrupt();
        }
    }

    fn set(&self, handle: Option<Interrupt>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = handle;
    }
}

/// Runs queries until the sender of queries is dropped.
pub(super) struct Reader<A> {
    pub(super) place: Place,
    pub(super) clock: Clock,
    pub(super) signing: Option<Signing>,
    pub(super) interrupter: Interrupter,
    pub(super) reply: A,
}

impl<A: FnMut(Reply)> Reader<A> {
    pub(super) fn run(mut self, queries: &Receiver<Query>) {
        let mut store: Option<Store> = None;
        let mut count_at: Option<Moment> = None;
        let mut not_before = self.clock.moment();
        loop {
            let next = match count_at {
                None => queries.recv().map_err(|_| RecvTimeoutError::Disconnected),
                Some(at) => queries.recv_timeout(at.since(self.clock.moment())),
            };
            match next {
                Ok(Query::Counts) => drop(count_at.get_or_insert(not_before)),
                Ok(query) => self.one(&mut store, query),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return,
            }
            let now = self.clock.moment();
            if count_at.is_some_and(|at| at <= now) {
                count_at = None;
                if let Ok(counts) = self.query(&mut store, Store::counts) {
                    (self.reply)(Reply::Counts(counts));
                }
                if let Ok(pauses) = self.query(&mut store, Store::pauses) {
                    (self.reply)(Reply::Pauses(pauses));
                }
                let took = self.clock.since(now);
                not_before = self.clock.moment().after((took * SHARE).max(PAUSE));
            }
        }
    }

    fn one(&mut self, store: &mut Option<Store>, query: Query) {
        let reply = match query {
            Query::List { ticket, find, around, reach } => {
                let found = self.query(store, |store| store.window(&find.filter, around, reach));
                Reply::List { ticket, found: found.map_err(|error| error.to_string()) }
            }
            Query::Detail(number) => {
                let found = self.query(store, |store| store.detail(number));
                Reply::Detail { number, found: found.map(Box::new).map_err(|error| error.to_string()) }
            }
            Query::Explain(refused) => Reply::Explained { sequence: refused.sequence, found: self.explain(&refused) },
            Query::Retry => {
                let failing = Filter { failing: true, ..Filter::default() };
                let retried = Store::open(&self.place).and_then(|store| store.retry(&failing, false));
                Reply::Retried(retried.map_err(|error| error.to_string()))
            }
            Query::Body(number) => {
                let found = self.query(store, |store| store.detail(number));
                Reply::Body { number, found: found.map(|detail| detail.body).map_err(|error| error.to_string()) }
            }
            Query::Whole(number) => {
                let found = self.query(store, |store| store.detail(number));
                Reply::Whole { number, found: found.map(Box::new).map_err(|error| error.to_string()) }
            }
            Query::Lanes => {
                let found = self
                    .query(store, |store| Ok(Lanes { waiting: store.lanes(LANES)?, receivers: store.receivers()? }));
                Reply::Lanes(found.map_err(|error| error.to_string()))
            }
            Query::Pause(connection) => {
                let paused = Paused::Connection(connection.clone());
                let done = Store::open(&self.place).and_then(|store| {
                    let is_new = store.pause(&paused, self.clock.now())?;
                    if !is_new {
                        store.resume(&paused)?;
                    }
                    Ok(is_new)
                });
                Reply::Paused { connection, done: done.map_err(|error| error.to_string()) }
            }
            Query::Counts => return,
        };
        (self.reply)(reply);
    }

    fn query<T>(
        &self,
        store: &mut Option<Store>,
        question: impl FnOnce(&Store) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let open = match store.take() {
            Some(open) => open,
            None => Store::open_read_only(&self.place)?,
        };
        self.interrupter.set(Some(open.interrupter()));
        let reply = question(&open);
        self.interrupter.set(None);
        // After an error it is opened again: the file may be another one now.
        if matches!(reply, Ok(_) | Err(Error::NoEvent(_))) {
            *store = Some(open);
        }
        reply
    }

    fn explain(&self, refused: &RefusedRequest) -> Result<Explained, String> {
        let (Some(signing), Some(delivery)) = (&self.signing, &refused.delivery) else {
            return Err("there is nothing to explain".into());
        };
        let headers: Vec<Header<'_>> = delivery.headers.iter().map(|(name, value)| Header::new(name, value)).collect();
        let at = refused.at.as_second();
        let found = explain(&signing.config, &signing.secrets, &[], &headers, &delivery.body, at);
        let found = found.map_err(|error| error.to_string())?;
        let lines = |remedy: Remedy| {
            Language::ALL.into_iter().filter_map(move |language| Some((language.name(), remedy.line(language)?)))
        };
        let fixes = |mistake: &Mistake| mistake.remedies().into_iter().flat_map(lines).collect();
        let mistakes = found.mistakes.iter().map(|mistake| (mistake.sentence(), fixes(mistake))).collect();
        Ok(Explained { mistakes, tried: found.tried })
    }
}
