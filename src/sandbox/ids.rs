//! IDs and random numbers: computed from the seed, except what must be secret.

use sha2::{Digest as _, Sha256};

use crate::hex;
use crate::secret::Secret;

/// Prefix of every token, code and secret of the sandbox. Nothing else is accepted, so a live token sent by mistake is
/// rejected before it is processed.
pub(crate) const TEST_PREFIX: &str = "mk_test_";

/// Returns 64 pseudorandom bits for a seed and words.
pub(crate) fn roll(seed: u64, words: &[&str]) -> u64 {
    let mut digest = Sha256::new();
    digest.update(seed.to_le_bytes());
    for word in words {
        digest.update((word.len() as u64).to_le_bytes());
        digest.update(word.as_bytes());
    }
    let bytes: [u8; 32] = digest.finalize().into();
    u64::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3], bytes[4], bytes[5], bytes[6], bytes[7]])
}

/// Returns a pseudorandom fraction in `0..1` for a seed and words.
pub(crate) fn chance(seed: u64, words: &[&str]) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "53 bits fit")]
    let top = (roll(seed, words) >> 11) as f64;
    top / 9_007_199_254_740_992.0
}

/// Returns an ID such as `req_…`: the same for the same seed and number, in no visible order.
pub(crate) fn id(prefix: &str, seed: u64, number: u64) -> String {
    let number = number.to_string();
    format!("{prefix}_{:016x}{:08x}", roll(seed, &[prefix, &number]), roll(seed, &[&number, prefix]) >> 32)
}

/// Creates a secret `mk_test_<kind>_…` from the system's randomness.
pub(crate) fn new_secret(kind: &str) -> Secret {
    Secret::new(format!("{TEST_PREFIX}{kind}_{}", random::<24>()))
}

/// Returns `BYTES` bytes of the system's randomness in lower-case hex.
pub(crate) fn random<const BYTES: usize>() -> String {
    let mut bytes = [0_u8; BYTES];
    getrandom::fill(&mut bytes).expect("the system has randomness");
    hex::encode(&bytes)
}

/// Returns the digest by which a secret is stored and found.
pub(crate) fn digest(secret: &str) -> [u8; 32] {
    Sha256::digest(secret.as_bytes()).into()
}
