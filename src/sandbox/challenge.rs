//! Challenge and response between a sandbox and the commands of its owner.
//!
//! Both have the secret of one run: the sandbox from its start, the commands from a file that only its owner can read.
//! A sandbox that was killed leaves that file behind, and another program may take its port. So a command sends a
//! challenge first, and nothing else before the response is verified.

use ring::hmac;

use super::ids::random;
use crate::hex;
use crate::secret::Secret;

/// The longest challenge that is accepted, in bytes.
const MAX_CHALLENGE_BYTES: usize = 64;

/// Creates the secret of a run.
pub(super) fn new_secret() -> Secret {
    Secret::new(random::<32>())
}

/// Creates a random challenge.
pub fn new_challenge() -> String {
    random::<16>()
}

/// Returns the response to a challenge: its HMAC-SHA256 in hex. None if the challenge is too long.
pub fn response(proof: &Secret, challenge: &str) -> Option<String> {
    if challenge.len() > MAX_CHALLENGE_BYTES {
        return None;
    }
    let key = hmac::Key::new(hmac::HMAC_SHA256, proof.expose().as_bytes());
    Some(hex::encode(hmac::sign(&key, challenge.as_bytes()).as_ref()))
}

/// Returns whether this is the right response, in constant time.
pub fn verify(proof: &Secret, challenge: &str, given: &str) -> bool {
    !proof.expose().is_empty() && response(proof, challenge).map(Secret::new) == Some(Secret::new(given))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_right_one_answers() {
        let (own, other) = (new_secret(), new_secret());
        let challenge = new_challenge();
        let other_challenge = new_challenge();
        let right = response(&own, &challenge).expect("short");
        assert!(verify(&own, &challenge, &right));
        for wrong in ["", &challenge, own.expose(), &right[1..], &response(&other, &challenge).expect("short")] {
            assert!(!verify(&own, &challenge, wrong), "{wrong}");
        }
        assert!(!verify(&own, &other_challenge, &right), "an old answer is none");
    }

    #[test]
    fn no_secret_proves_nothing() {
        let none = Secret::new("");
        let answered = response(&none, "q").expect("short");
        assert!(!verify(&none, "q", &answered));
        assert_eq!(response(&none, &"q".repeat(MAX_CHALLENGE_BYTES + 1)), None);
    }
}
