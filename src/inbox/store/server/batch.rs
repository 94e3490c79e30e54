//! The commands of one batch.

use jiff::Timestamp;

use super::super::arrival::{Arrival, RejectedDelivery};
use super::super::command::{AttemptEnd, AttemptStart, Command};
use super::super::outcome::{StoreError, Stored};
use super::super::reply::Reply;
use crate::inbox::gap::Gap;

/// A gap, and when it was found.
type FoundGap = Box<(Gap, Timestamp)>;

/// The commands of a batch by what they do, each with where its answer goes.
#[derive(Default)]
pub(super) struct Batch {
    pub(super) stores: Vec<(Box<Arrival>, Reply<Stored>)>,
    pub(super) starts: Vec<(Vec<AttemptStart>, Reply<Vec<i64>>)>,
    pub(super) ends: Vec<(Vec<AttemptEnd>, Reply<()>)>,
    pub(super) rejections: Vec<(Box<RejectedDelivery>, Reply<()>)>,
    pub(super) gaps: Vec<(FoundGap, Reply<bool>)>,
    pub(super) unrouted: Vec<(i64, Reply<()>)>,
}

/// What became of the commands of a batch besides the arrivals.
#[derive(Default)]
pub(super) struct Outcome {
    /// The IDs of the attempts that began, those of all requests one after the other.
    pub(super) started: Vec<Option<i64>>,
    /// Whether each end was accepted, in the same way.
    pub(super) ended: Vec<bool>,
    pub(super) gaps: Vec<bool>,
}

impl Batch {
    pub(super) fn of(commands: impl Iterator<Item = Command>) -> Self {
        let mut batch = Self::default();
        for command in commands {
            match command {
                Command::Store(arrival, reply) => batch.stores.push((arrival, reply)),
                Command::Start(start, reply) => batch.starts.push((start, reply)),
                Command::End(end, reply) => batch.ends.push((end, reply)),
                Command::Reject(rejected, reply) => batch.rejections.push((rejected, reply)),
                Command::Gap(found, reply) => batch.gaps.push((found, reply)),
                Command::Unroute(number, reply) => batch.unrouted.push((number, reply)),
                Command::Stop => unreachable!("a batch ends before the word to stop"),
            }
        }
        batch
    }

    /// Returns whether it holds anything besides arrivals.
    pub(super) fn has_marks(&self) -> bool {
        let Self { stores: _, starts, ends, rejections, gaps, unrouted } = self;
        !(starts.is_empty() && ends.is_empty() && rejections.is_empty() && gaps.is_empty() && unrouted.is_empty())
    }

    pub(super) fn answer(self, outcome: Outcome) {
        // The attempts of one request are of one lane, so that one of them is lost with it only if all are.
        let mut started = outcome.started.into_iter();
        for (starts, reply) in self.starts {
            let ids: Vec<Option<i64>> = started.by_ref().take(starts.len()).collect();
            reply.send(ids.into_iter().collect::<Option<_>>().ok_or(StoreError::LaneLost)).ok();
        }
        let mut ended = outcome.ended.into_iter();
        for (ends, reply) in self.ends {
            let accepted = ended.by_ref().take(ends.len()).filter(|accepted| *accepted).count() == ends.len();
            reply.send(if accepted { Ok(()) } else { Err(StoreError::LaneLost) }).ok();
        }
        for ((_, reply), new) in self.gaps.into_iter().zip(outcome.gaps) {
            reply.send(Ok(new)).ok();
        }
        for (_, reply) in self.rejections {
            reply.send(Ok(())).ok();
        }
        for (_, reply) in self.unrouted {
            reply.send(Ok(())).ok();
        }
    }

    pub(super) fn refuse(self, refusal: &StoreError) {
        fn all<T, U>(commands: Vec<(T, Reply<U>)>, refusal: &StoreError) {
            for (_, reply) in commands {
                reply.send(Err(refusal.clone())).ok();
            }
        }
        all(self.stores, refusal);
        all(self.starts, refusal);
        all(self.ends, refusal);
        all(self.rejections, refusal);
        all(self.gaps, refusal);
        all(self.unrouted, refusal);
    }
}
