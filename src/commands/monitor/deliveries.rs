//! What is remembered between rounds, and the notifications that are sent beside them.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use jiff::Timestamp;
use jiff::tz::TimeZone;
use tokio::sync::Notify;

use crate::context::Context;
use crate::health::Severity;
use crate::journal::{self, HealthChange, Journal, Subjects};
use crate::monitor::{Board, Change, ChangeKind, Delivered, Notifier, QuietHours, State, StateFile};
use crate::view::counted;
use crate::webhooks::sign::message_id;

/// The state of a monitor and its notifications.
pub(super) struct Deliveries<'a> {
    pub(super) ctx: &'a Context,
    pub(super) notifier: Notifier,
    pub(super) quiet_hours: Vec<QuietHours>,
    pub(super) state: Mutex<State>,
    pub(super) file: Option<StateFile>,
    pub(super) board: Arc<Board>,
    /// A round has ended, or all of them have.
    pub(super) wake: Notify,
    pub(super) is_ending: AtomicBool,
    /// What is ill by the journal: ID and name; not read yet before the first round.
    pub(super) ill: Mutex<Option<Subjects>>,
    /// Whether the last changes could not be recorded, which is said once.
    pub(super) is_unrecorded: AtomicBool,
    /// Whether the last state could not be written, which is said once.
    pub(super) is_unwritten: AtomicBool,
}

impl Deliveries<'_> {
    /// Returns the state.
    pub(super) fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes the changes of a round, writes them and the state, and has sent what is to be sent.
    pub(super) fn add(&self, changes: &[Change]) {
        self.record(changes);
        let recipients = self.notifier.recipients();
        let now = self.ctx.clock.now();
        let given_up = self.state().outbox.add(changes, (self.is_quiet(now), now), &recipients, new_id);
        for recipient in given_up {
            self.board.notified(recipient, Delivered::GivenUp);
        }
        self.save();
        self.wake.notify_one();
    }

    fn is_quiet(&self, now: Timestamp) -> bool {
        let local = now.to_zoned_datetime(TimeZone::clone(&self.ctx.out.zone)).datetime();
        self.quiet_hours.iter().any(|hours| hours.contains(local))
    }

    /// Sends what waits after each round, until [`Deliveries::end`].
    pub(super) async fn run(&self) {
        loop {
            self.wake.notified().await;
            self.send_all().await;
            if self.is_ending.load(Ordering::Relaxed) {
                return;
            }
        }
    }

    /// Lets [`Deliveries::run`] end, once it has tried what waits.
    pub(super) fn end(&self) {
        self.is_ending.store(true, Ordering::Relaxed);
        self.wake.notify_one();
    }

    async fn send_all(&self) {
        let waiting = self.state().outbox.waiting();
        for (notification, recipients) in waiting {
            let results = self.notifier.send(&notification, &recipients, &self.ctx.clock).await;
            let mut taken = Vec::new();
            for (recipient, result) in results {
                match result {
                    Ok(()) => {
                        taken.push(recipient);
                        self.board.notified(recipient, Delivered::Ok);
                    }
                    Err(error) => {
                        self.board.notified(recipient, Delivered::Failed);
                        let changes = counted(notification.changes.len() as u64, "change");
                        self.ctx.term.warn(format!("could not notify of {changes}: {error}"));
                    }
                }
            }
            let given_up = self.state().outbox.tried(&notification.id, &taken);
            for recipient in given_up {
                self.board.notified(recipient, Delivered::GivenUp);
                self.ctx.term.warn(format!("the notification {} is given up: {}", notification.id, recipient.as_str()));
            }
            self.save();
        }
    }

    /// Keeps the changes in the journal, for `alerts history`. Without it they are printed and sent all the same.
    fn record(&self, changes: &[Change]) {
        if !self.ctx.settings.is_on("journal") {
            return;
        }
        let Ok(journal) = self.ctx.journal() else { return };
        let recorded = self.kept_with_ends(journal, changes).and_then(|changes| journal.record_changes(&changes));
        let was_unrecorded = self.is_unrecorded.swap(recorded.is_err(), Ordering::Relaxed);
        if let Err(error) = recorded
            && !was_unrecorded
        {
            self.ctx.term.warn(format!("changes are missing in the journal: {error}"));
        }
    }

    /// Returns the changes as the journal keeps them, with those that are none to a monitor that began anew: what an earlier
    /// one left ill is well.
    fn kept_with_ends(&self, journal: &Journal, changes: &[Change]) -> Result<Vec<HealthChange>, journal::Error> {
        let mut ill = self.ill.lock().unwrap_or_else(PoisonError::into_inner);
        let known = match ill.take() {
            Some(known) => known,
            None => journal.ill()?,
        };
        let mut kept: Vec<HealthChange> = changes.iter().map(kept).collect();
        let (state, at) = (self.state(), self.ctx.now());
        let is_named = |id: &Option<String>| changes.iter().any(|change| change.connection_id == *id);
        let (over, mut still): (BTreeMap<_, _>, BTreeMap<_, _>) = known
            .into_iter()
            .filter(|(id, _)| !is_named(id))
            .partition(|(id, _)| state.tracker.is_well(id.as_deref().unwrap_or_default()));
        kept.extend(over.into_iter().map(|(connection_id, connection)| HealthChange {
            at,
            connection_id,
            connection,
            event: ChangeKind::Changed.as_str().to_owned(),
            severity: Some(Severity::Ok.as_str().to_owned()),
            rule: None,
            reason: None,
            request_id: None,
        }));
        let is_ill = |change: &&Change| change.to.is_some_and(|severity| severity != Severity::Ok);
        let new = changes.iter().filter(is_ill);
        still.extend(new.map(|change| (change.connection_id.clone(), change.connection.clone())));
        *ill = Some(still);
        Ok(kept)
    }

    /// Writes the state. Without it a restart forgets; the rounds go on.
    fn save(&self) {
        let Some(file) = &self.file else { return };
        let written = file.save(&self.state());
        let was_unwritten = self.is_unwritten.swap(written.is_err(), Ordering::Relaxed);
        if let Err(error) = written
            && !was_unwritten
        {
            self.ctx.term.warn(error.to_string());
        }
    }
}

/// Returns a change as the journal keeps it.
fn kept(change: &Change) -> HealthChange {
    HealthChange {
        at: change.since,
        connection_id: change.connection_id.clone(),
        connection: change.connection.clone(),
        event: change.event.as_str().to_owned(),
        severity: change.to.map(|severity| severity.as_str().to_owned()),
        rule: change.rule.map(|rule| rule.as_str().to_owned()),
        reason: change.reason.clone(),
        request_id: change.request_id.clone(),
    }
}

fn new_id() -> String {
    let mut random = [0; 18];
    getrandom::fill(&mut random).expect("the system has randomness");
    message_id(random)
}
