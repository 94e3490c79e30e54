//! What is remembered between rounds, and the notifications that are sent beside them.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use jiff::Timestamp;
use jiff::tz::TimeZone;
use tokio::sync::Notify;

use crate::context::Context;
use crate::monitor::{Board, Change, Delivered, Notifier, QuietHours, State, StateFile};
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
    /// Whether the last state could not be written, which is said once.
    pub(super) is_unwritten: AtomicBool,
}

impl Deliveries<'_> {
    /// Returns the state.
    pub(super) fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes the changes of a round, writes the state, and has sent what is to be sent.
    pub(super) fn add(&self, changes: &[Change]) {
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

fn new_id() -> String {
    let mut random = [0; 18];
    getrandom::fill(&mut random).expect("the system has randomness");
    message_id(random)
}
