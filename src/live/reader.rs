//! Reads the inbox for the view, on a thread of its own: a long search holds up neither keys nor the receiver.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use rusqlite::InterruptHandle;

use super::find::Find;
use super::refused::Refused;
use crate::clock::{Clock, Moment};
use crate::inbox::Error;
use crate::inbox::query::{Around, Detail, Filter, Store, Stretch, Tally};
use crate::webhooks::explain::{Language, explain};
use crate::webhooks::{Config, Header, Secrets};

/// The shortest time between two counts.
const PAUSE: Duration = Duration::from_millis(200);
/// A count may take this part of the time, so that a large inbox is not counted all the time.
const SHARE: u32 = 10;

/// What the view wants to know, or to have done.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Ask {
    /// A piece of the list. The answer has the same ticket.
    List { ticket: u64, find: Box<Find>, around: Around, reach: u32 },
    /// All about one event.
    Detail(i64),
    /// Why a delivery was refused.
    Explain(Arc<Refused>),
    /// Counts, once it is time again.
    Tally,
    /// To forward all failed events again.
    Retry,
}

/// What came of it. An error is in words.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Answer {
    List { ticket: u64, found: Result<Stretch, String> },
    Detail { number: i64, found: Result<Box<Detail>, String> },
    Explained { sequence: u64, found: Result<Explained, String> },
    Tally(Tally),
    Retried(Result<u64, String>),
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

/// Ends the question that is being answered: nobody waits for it any more.
#[derive(Clone, Default)]
pub(super) struct Interrupter(Arc<Mutex<Option<InterruptHandle>>>);

impl Interrupter {
    pub(super) fn interrupt(&self) {
        if let Some(handle) = &*self.0.lock().unwrap_or_else(PoisonError::into_inner) {
            handle.interrupt();
        }
    }

    fn set(&self, handle: Option<InterruptHandle>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = handle;
    }
}

/// Answers until nobody can ask any more.
pub(super) struct Reader<A> {
    pub(super) path: PathBuf,
    pub(super) clock: Clock,
    pub(super) signing: Option<Signing>,
    pub(super) interrupter: Interrupter,
    pub(super) answer: A,
}

impl<A: FnMut(Answer)> Reader<A> {
    pub(super) fn run(mut self, asks: &Receiver<Ask>) {
        let mut store: Option<Store> = None;
        let mut count_at: Option<Moment> = None;
        let mut not_before = self.clock.moment();
        loop {
            let next = match count_at {
                None => asks.recv().map_err(|_| RecvTimeoutError::Disconnected),
                Some(at) => asks.recv_timeout(at.since(self.clock.moment())),
            };
            match next {
                Ok(Ask::Tally) => drop(count_at.get_or_insert(not_before)),
                Ok(ask) => self.one(&mut store, ask),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return,
            }
            let now = self.clock.moment();
            if count_at.is_some_and(|at| at <= now) {
                count_at = None;
                if let Ok(tally) = self.ask(&mut store, Store::tally) {
                    (self.answer)(Answer::Tally(tally));
                }
                let took = self.clock.since(now);
                not_before = self.clock.moment().after((took * SHARE).max(PAUSE));
            }
        }
    }

    fn one(&mut self, store: &mut Option<Store>, ask: Ask) {
        let answer = match ask {
            Ask::List { ticket, find, around, reach } => {
                let found = self.ask(store, |store| store.around(&find.filter, around, reach));
                Answer::List { ticket, found: found.map_err(|error| error.to_string()) }
            }
            Ask::Detail(number) => {
                let found = self.ask(store, |store| store.detail(number));
                Answer::Detail { number, found: found.map(Box::new).map_err(|error| error.to_string()) }
            }
            Ask::Explain(refused) => Answer::Explained { sequence: refused.sequence, found: self.explain(&refused) },
            Ask::Retry => {
                let failing = Filter { failing: true, ..Filter::default() };
                let retried = Store::tend(&self.path).and_then(|store| store.retry(&failing, false));
                Answer::Retried(retried.map_err(|error| error.to_string()))
            }
            Ask::Tally => return,
        };
        (self.answer)(answer);
    }

    fn ask<T>(&self, store: &mut Option<Store>, question: impl FnOnce(&Store) -> Result<T, Error>) -> Result<T, Error> {
        let open = match store.take() {
            Some(open) => open,
            None => Store::read(&self.path)?,
        };
        self.interrupter.set(Some(open.interrupter()));
        let answer = question(&open);
        self.interrupter.set(None);
        // After an error it is opened again: the file may be another one now.
        if matches!(answer, Ok(_) | Err(Error::NoEvent(_))) {
            *store = Some(open);
        }
        answer
    }

    fn explain(&self, refused: &Refused) -> Result<Explained, String> {
        let (Some(signing), Some(delivery)) = (&self.signing, &refused.delivery) else {
            return Err("there is nothing to explain".into());
        };
        let headers: Vec<Header<'_>> = delivery.headers.iter().map(|(name, value)| Header::new(name, value)).collect();
        let at = refused.at.as_second();
        let found = explain(&signing.config, &signing.secrets, &[], &headers, &delivery.body, at);
        let found = found.map_err(|error| error.to_string())?;
        let fixes = |remedy: crate::webhooks::explain::Remedy| {
            Language::ALL.map(|language| (language.name(), remedy.line(language))).into()
        };
        let mistakes = found.mistakes.iter().map(|mistake| (mistake.sentence(), fixes(mistake.remedy()))).collect();
        Ok(Explained { mistakes, tried: found.tried })
    }
}
