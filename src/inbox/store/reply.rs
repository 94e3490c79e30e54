//! Where answers to commands go. Those of one batch go out together: a task that is woken from another thread costs a call to
//! the system, so the first one gets all of them, and passes the others on where it runs.

use tokio::sync::oneshot;

use super::arrival::Arrival;
use super::outcome::{StoreError, Stored};

/// Where the writer sends its answer after the commit.
pub(crate) struct Reply<T>(oneshot::Sender<Answer<T>>);

/// Where the answer comes.
pub(super) struct Awaited<T>(oneshot::Receiver<Answer<T>>);

struct Answer<T> {
    result: Result<T, StoreError>,
    /// Answers to others, which go out when this is dropped.
    others: Answers,
    /// What was stored, whose memory is freed where it came from: the other thread would have to wait for it.
    spent: Option<Box<Arrival>>,
}

/// Returns both ends of an answer.
pub(super) fn channel<T>() -> (Reply<T>, Awaited<T>) {
    let (answer, answered) = oneshot::channel();
    (Reply(answer), Awaited(answered))
}

impl<T> Reply<T> {
    /// Sends the answer by itself, as a writer on a server does. Returns it where nobody waits for it any more.
    #[cfg(feature = "postgres")]
    pub(super) fn send(self, result: Result<T, StoreError>) -> Result<(), Result<T, StoreError>> {
        self.0.send(Answer { result, others: Answers::default(), spent: None }).map_err(|unsent| unsent.result)
    }

    /// Sends the answer with those to others, which are returned where nobody waits for this one any more.
    fn send_with(self, result: Result<T, StoreError>, others: Answers, spent: Option<Box<Arrival>>) -> Option<Answers> {
        self.0.send(Answer { result, others, spent }).err().map(|unsent| unsent.others)
    }
}

impl<T> Awaited<T> {
    /// Waits for the answer.
    pub(super) async fn result(self) -> Result<T, StoreError> {
        let Answer { result, others, spent } = self.0.await.map_err(|_| StoreError::Closed)?;
        drop((others, spent));
        result
    }
}

/// Answers that are known, and not sent yet. They are sent when this is dropped, whatever happens.
#[derive(Default)]
pub(super) struct Answers(Vec<Known>);

/// An answer, and where it goes.
pub(super) enum Known {
    /// With the arrival.
    Stored(Reply<Stored>, Result<Stored, StoreError>, Box<Arrival>),
    Done(Reply<()>, Result<(), StoreError>),
    Started(Reply<Vec<i64>>, Result<Vec<i64>, StoreError>),
    Noted(Reply<bool>, Result<bool, StoreError>),
}

impl Known {
    /// Returns the same with a refusal.
    pub(super) fn refused(self, refusal: &StoreError) -> Self {
        let refusal = refusal.clone();
        match self {
            Self::Stored(reply, _, arrival) => Self::Stored(reply, Err(refusal), arrival),
            Self::Done(reply, _) => Self::Done(reply, Err(refusal)),
            Self::Started(reply, _) => Self::Started(reply, Err(refusal)),
            Self::Noted(reply, _) => Self::Noted(reply, Err(refusal)),
        }
    }

    fn send_with(self, others: Answers) -> Option<Answers> {
        match self {
            Self::Stored(reply, result, arrival) => reply.send_with(result, others, Some(arrival)),
            Self::Done(reply, result) => reply.send_with(result, others, None),
            Self::Started(reply, result) => reply.send_with(result, others, None),
            Self::Noted(reply, result) => reply.send_with(result, others, None),
        }
    }
}

impl Answers {
    pub(super) fn new(answers: Vec<Known>) -> Self {
        Self(answers)
    }

    /// Sends all of them to the first who still waits, where they are passed on.
    pub(super) fn send(mut self) {
        self.0.reverse();
        let mut unsent = Some(self);
        while let Some(mut answers) = unsent {
            let Some(first) = answers.0.pop() else { return };
            unsent = first.send_with(answers);
        }
    }
}

impl Drop for Answers {
    fn drop(&mut self) {
        while let Some(answer) = self.0.pop() {
            answer.send_with(Self::default());
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use bytes::Bytes;
    use http::HeaderMap;
    use jiff::Timestamp;
    use tokio::sync::Semaphore;

    use super::super::super::verify::Verification;
    use super::*;

    #[tokio::test]
    async fn what_was_stored_is_dropped_by_whoever_sent_it() {
        let memory = Arc::new(Semaphore::new(1));
        let share = Arc::clone(&memory).try_acquire_owned().expect("one is free");
        let (body, unverified) = (Bytes::from_static(b"{}"), Verification::unverified());
        let mut arrival = Arrival::new(&HeaderMap::new(), body, unverified, Timestamp::UNIX_EPOCH);
        arrival.memory = Some(Arc::new(share));
        let (reply, awaited) = channel();
        let stored = Ok(Stored::New { number: 1, duplicate_of: None });
        Answers::new(vec![Known::Stored(reply, stored.clone(), Box::new(arrival))]).send();
        assert_eq!(memory.available_permits(), 0, "the sender of the answer freed it");
        assert_eq!((awaited.result().await, memory.available_permits()), (stored, 1));
    }

    #[tokio::test]
    async fn each_gets_its_answer_whoever_has_gone() {
        for gone in 0..8_u32 {
            let (mut answers, mut waiting) = (Vec::new(), Vec::new());
            for number in 0..3 {
                let (reply, awaited) = channel();
                answers.push(Known::Started(reply, Ok(vec![number])));
                if gone & (1 << number) == 0 {
                    waiting.push((number, awaited));
                }
            }
            Answers::new(answers).send();
            for (number, awaited) in waiting {
                assert_eq!(awaited.result().await, Ok(vec![number]), "{gone:b}");
            }
        }
    }

    #[tokio::test]
    async fn the_first_may_go_with_the_answers_to_the_others() {
        let ((first, gone), (second, awaited)) = (channel(), channel());
        Answers::new(vec![Known::Done(first, Ok(())), Known::Noted(second, Err(StoreError::NoSpace))]).send();
        drop(gone);
        assert_eq!(awaited.result().await, Err(StoreError::NoSpace));
    }
}
