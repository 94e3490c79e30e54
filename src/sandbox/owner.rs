//! How a sandbox and the commands of whoever started it know each other.
//!
//! Both have the secret of one run: the sandbox from its start, the commands from a file that only its owner can read.
//! A sandbox that was killed leaves that file behind, and its port to whoever takes it next, which may be a program of
//! somebody else. So it is asked first for what only the right one can answer, and told nothing before.

use ring::hmac;

use super::ids::random;
use crate::hex;
use crate::secret::Secret;

/// The longest question that is answered, in bytes.
const LONGEST: usize = 64;

/// Makes the secret of a run.
pub(super) fn proof() -> Secret {
    Secret::new(random::<32>())
}

/// Returns a question that nobody has asked before.
pub fn question() -> String {
    random::<16>()
}

/// Returns what only the sandbox with this secret can answer; nothing to a question that is too long to be one.
pub fn answer(proof: &Secret, question: &str) -> Option<String> {
    if question.len() > LONGEST {
        return None;
    }
    let key = hmac::Key::new(hmac::HMAC_SHA256, proof.expose().as_bytes());
    Some(hex::encode(hmac::sign(&key, question.as_bytes()).as_ref()))
}

/// Returns whether this is the answer, in a time that does not depend on how much of it is right.
pub fn is_answered(proof: &Secret, question: &str, given: &str) -> bool {
    !proof.expose().is_empty() && answer(proof, question).map(Secret::new) == Some(Secret::new(given))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_right_one_answers() {
        let (ours, other) = (proof(), proof());
        let question = question();
        let right = answer(&ours, &question).expect("short");
        assert!(is_answered(&ours, &question, &right));
        for wrong in ["", &question, ours.expose(), &right[1..], &answer(&other, &question).expect("short")] {
            assert!(!is_answered(&ours, &question, wrong), "{wrong}");
        }
        assert!(!is_answered(&ours, &self::question(), &right), "an old answer is none");
    }

    #[test]
    fn no_secret_proves_nothing() {
        let none = Secret::new("");
        let answered = answer(&none, "q").expect("short");
        assert!(!is_answered(&none, "q", &answered));
        assert_eq!(answer(&none, &"q".repeat(LONGEST + 1)), None);
    }
}
