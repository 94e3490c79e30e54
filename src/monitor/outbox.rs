//! Changes on their way to those who are notified: kept until each has taken them, or would not so often.

use std::collections::{BTreeMap, VecDeque};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::change::{Change, ChangeKind};

/// Number of times that a notification is tried: once in each round.
const TRIES: u32 = 5;
/// Number of notifications that wait; for more, the oldest is given up.
const MOST: usize = 100;

/// Who is notified.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Recipient {
    /// The command of `--on-change`.
    Command,
    /// The URL of `--notify`.
    Webhook,
}

impl Recipient {
    /// Returns the word for it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Command => "command",
            Self::Webhook => "webhook",
        }
    }
}

/// The changes of one round.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Notification {
    /// Its ID, the same in each try.
    pub id: String,
    /// When it was made.
    pub at: Timestamp,
    /// The changes.
    pub changes: Vec<Change>,
    /// Who has not taken it yet.
    open: Vec<Recipient>,
    tries: u32,
}

impl Notification {
    /// Returns the JSON that is sent.
    pub fn body(&self) -> Value {
        json!({
            "id": self.id,
            "type": "monitor.changed",
            "timestamp": self.at.to_string(),
            "data": { "changes": self.changes },
        })
    }
}

/// What waits to be sent.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Outbox {
    /// By connection: what changed in quiet hours.
    held: BTreeMap<String, Change>,
    waiting: VecDeque<Notification>,
}

impl Outbox {
    /// Adds the changes of a round. In quiet hours they are held; after them, what is then still so is sent. Returns the
    /// recipients for whom a notification was given up to make room.
    pub fn add(
        &mut self,
        changes: &[Change],
        (is_quiet, at): (bool, Timestamp),
        recipients: &[Recipient],
        id: impl FnOnce() -> String,
    ) -> Vec<Recipient> {
        if recipients.is_empty() {
            return Vec::new();
        }
        if is_quiet {
            for change in changes {
                self.hold(change);
            }
            return Vec::new();
        }
        let mut all: Vec<Change> = std::mem::take(&mut self.held).into_values().collect();
        // What was held is older than what is new.
        all.extend(changes.iter().cloned());
        if all.is_empty() {
            return Vec::new();
        }
        let given_up = if self.waiting.len() >= MOST { self.waiting.pop_front() } else { None };
        self.waiting.push_back(Notification { id: id(), at, changes: all, open: recipients.to_vec(), tries: 0 });
        given_up.map(|notification| notification.open).unwrap_or_default()
    }

    fn hold(&mut self, change: &Change) {
        let id = change.connection_id.clone().unwrap_or_default();
        let Some(before) = self.held.remove(&id) else {
            self.held.insert(id, change.clone());
            return;
        };
        // Back where it was when the quiet began, nothing is to be sent.
        let is_back = change.event == ChangeKind::Changed
            && (before.from == change.to || (before.from.is_none() && change.to == Some(crate::health::Severity::Ok)));
        if !is_back {
            self.held.insert(id, Change { from: before.from, ..change.clone() });
        }
    }

    /// Returns what waits, the oldest first, with the recipients who have not taken it.
    pub fn waiting(&self) -> Vec<(Notification, Vec<Recipient>)> {
        self.waiting.iter().map(|notification| (notification.clone(), notification.open.clone())).collect()
    }

    /// Notes who took a notification, and returns for whom it is given up.
    pub fn tried(&mut self, id: &str, taken: &[Recipient]) -> Vec<Recipient> {
        let Some(at) = self.waiting.iter().position(|notification| notification.id == id) else { return Vec::new() };
        let notification = &mut self.waiting[at];
        notification.open.retain(|recipient| !taken.contains(recipient));
        notification.tries += 1;
        if !notification.open.is_empty() && notification.tries < TRIES {
            return Vec::new();
        }
        self.waiting.remove(at).map(|notification| notification.open).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::health::Severity;

    fn change(id: &str, from: Severity, to: Severity) -> Change {
        let at = Timestamp::UNIX_EPOCH;
        Change { from: Some(from), to: Some(to), ..Change::new(ChangeKind::Changed, (id, id), at) }
    }

    #[test]
    fn quiet_hours_hold_back_what_is_over_when_they_end() {
        use Severity::{Critical, Ok, Warning};
        let mut outbox = Outbox::default();
        let mut add = |changes: &[Change], is_quiet| {
            outbox.add(changes, (is_quiet, Timestamp::UNIX_EPOCH), &[Recipient::Command], || "msg_1".into());
            outbox.waiting().into_iter().map(|(notification, _)| notification.changes).collect::<Vec<_>>()
        };
        assert!(add(&[change("c1", Ok, Critical), change("c2", Ok, Critical)], true).is_empty());
        assert!(add(&[change("c1", Critical, Ok), change("c2", Critical, Warning)], true).is_empty());
        assert!(add(&[], true).is_empty());
        let sent = add(&[change("c3", Ok, Critical)], false);
        assert_eq!(sent, [vec![change("c2", Ok, Warning), change("c3", Ok, Critical)]]);
    }

    #[test]
    fn it_is_tried_until_each_took_it_and_given_up_after_five_times() {
        let both = [Recipient::Command, Recipient::Webhook];
        let mut outbox = Outbox::default();
        let changes = [change("c1", Severity::Ok, Severity::Critical)];
        outbox.add(&changes, (false, Timestamp::UNIX_EPOCH), &both, || "msg_1".into());
        assert_eq!(outbox.waiting()[0].1, both);
        assert!(outbox.tried("msg_1", &[Recipient::Command]).is_empty());
        assert_eq!(outbox.waiting()[0].1, [Recipient::Webhook], "who took it gets it once");
        for _ in 0..3 {
            assert!(outbox.tried("msg_1", &[]).is_empty());
        }
        assert_eq!(outbox.tried("msg_1", &[]), [Recipient::Webhook]);
        assert!(outbox.waiting().is_empty());
        // A recipient that takes nothing makes no endless list.
        for number in 0..=MOST {
            let given_up = outbox.add(&changes, (false, Timestamp::UNIX_EPOCH), &both, || format!("msg_{number}"));
            assert_eq!(given_up.is_empty(), number < MOST, "{number}");
        }
    }
}
