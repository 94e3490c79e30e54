//! Where answers to commands go. Those of one batch go out together: a task that is woken from another thread costs a call to
//! the system, so the first one gets all of them, and passes the others on where it runs.

use tokio::sync::oneshot;

use super::outcome::{StoreError, Stored};

/// Where the writer sends its answer after the commit.
pub(crate) struct Reply<T>(oneshot::Sender<Answer<T>>);

/// Where the answer comes.
pub(super) struct Awaited<T>(oneshot::Receiver<Answer<T>>);

struct Answer<T> {
    result: Result<T, StoreError>,
    /// Answers to others, which go out when this is dropped.
    others: Answers,
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
        self.0.send(Answer { result, others: Answers::default() }).map_err(|unsent| unsent.result)
    }

    /// Sends the answer with those to others, which are returned where nobody waits for this one any more.
    fn send_with(self, result: Result<T, StoreError>, others: Answers) -> Option<Answers> {
        self.0.send(Answer { result, others }).err().map(|unsent| unsent.others)
    }
}

impl<T> Awaited<T> {
    /// Waits for the answer.
    pub(super) async fn result(self) -> Result<T, StoreError> {
        let Answer { result, others } = self.0.await.map_err(|_| StoreError::Closed)?;
        drop(others);
        result
    }
}

/// Answers that are known, and not sent yet. They are sent when this is dropped, whatever happens.
#[derive(Default)]
pub(super) struct Answers(Vec<Known>);

/// An answer, and where it goes.
pub(super) enum Known {
    Stored(Reply<Stored>, Result<Stored, StoreError>),
    Done(Reply<()>, Result<(), StoreError>),
    Started(Reply<Vec<i64>>, Result<Vec<i64>, StoreError>),
    Noted(Reply<bool>, Result<bool, StoreError>),
}

impl Known {
    /// Returns the same with a refusal.
    pub(super) fn refused(self, refusal: &StoreError) -> Self {
        let refusal = refusal.clone();
        match self {
            Self::Stored(reply, _) => Self::Stored(reply, Err(refusal)),
            Self::Done(reply, _) => Self::Done(reply, Err(refusal)),
            Self::Started(reply, _) => Self::Started(reply, Err(refusal)),
            Self::Noted(reply, _) => Self::Noted(reply, Err(refusal)),
        }
    }

    fn send_with(self, others: Answers) -> Option<Answers> {
        match self {
            Self::Stored(reply, result) => reply.send_with(result, others),
            Self::Done(reply, result) => reply.send_with(result, others),
            Self::Started(reply, result) => reply.send_with(result, others),
            Self::Noted(reply, result) => reply.send_with(result, others),
        }
    }
}

impl Answers {
    pub(super) fn with_capacity(count: usize) -> Self {
        Self(Vec::with_capacity(count))
    }

    pub(super) fn add(&mut self, answer: Known) {
        self.0.push(answer);
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
    use super::*;

    #[tokio::test]
    async fn each_gets_its_answer_whoever_has_gone() {
        for gone in 0..8_u32 {
            let mut answers = Answers::with_capacity(3);
            let mut waiting = Vec::new();
            for number in 0..3 {
                let (reply, awaited) = channel();
                answers.add(Known::Stored(reply, Ok(Stored::New { number, duplicate_of: None })));
                if gone & (1 << number) == 0 {
                    waiting.push((number, awaited));
                }
            }
            answers.send();
            for (number, awaited) in waiting {
                assert_eq!(awaited.result().await, Ok(Stored::New { number, duplicate_of: None }), "{gone:b}");
            }
        }
    }

    #[tokio::test]
    async fn the_first_may_go_with_the_answers_to_the_others() {
        let ((first, gone), (second, awaited)) = (channel(), channel());
        let mut answers = Answers::default();
        answers.add(Known::Done(first, Ok(())));
        answers.add(Known::Noted(second, Err(StoreError::NoSpace)));
        answers.send();
        drop(gone);
        assert_eq!(awaited.result().await, Err(StoreError::NoSpace));
    }
}
