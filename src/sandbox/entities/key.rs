//! Keys: 40 characters that encode their row.
//!
//! Formatted as the platform's: two digits for the entity, six hex digits for the connection, 32 hex digits. The first
//! half of those is the permuted row number, the second half a checksum, so that a key is decoded without a lookup, and
//! a mistyped or foreign key is detected.

use super::hash::mix;

const ROUNDS: u64 = 4;

/// Numbers from here on are created rows; see [`super::overlay`].
pub(super) const CREATED: u64 = 1 << 40;

/// Returns the key of row `number`.
pub(super) fn encode(seed: u64, prefix: u8, number: u64) -> String {
    let salt = mix(seed, u64::from(prefix));
    let (mut left, mut right) = halves(number);
    for round in 0..ROUNDS {
        (left, right) = (right, left ^ scramble(salt, round, right));
    }
    let hidden = u64::from(left) << 32 | u64::from(right);
    format!("{prefix:02}{:06x}{hidden:016x}{:016x}", mix(seed, 0) >> 40, mix(salt, number))
}

/// Returns the row number of a key, if it has this seed and prefix.
pub(super) fn decode(seed: u64, prefix: u8, key: &str) -> Option<u64> {
    if key.len() != 40 || !key.is_ascii() {
        return None;
    }
    let salt = mix(seed, u64::from(prefix));
    let (mut left, mut right) = halves(u64::from_str_radix(&key[8..24], 16).ok()?);
    for round in (0..ROUNDS).rev() {
        (left, right) = (right ^ scramble(salt, round, left), left);
    }
    let number = u64::from(left) << 32 | u64::from(right);
    (encode(seed, prefix, number) == key).then_some(number)
}

fn halves(number: u64) -> (u32, u32) {
    let low = u32::try_from(number & 0xFFFF_FFFF).expect("masked to 32 bits");
    (u32::try_from(number >> 32).expect("shifted to 32 bits"), low)
}

fn scramble(salt: u64, round: u64, half: u32) -> u32 {
    halves(mix(salt ^ mix(round, 7), u64::from(half))).0
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_key_leads_back_to_its_row(seed: u64, prefix in 0u8..100, number: u64) {
            let key = encode(seed, prefix, number);
            prop_assert_eq!(key.len(), 40);
            prop_assert_eq!(decode(seed, prefix, &key), Some(number));
            prop_assert_eq!(decode(seed.wrapping_add(1), prefix, &key), None);
        }

        #[test]
        fn a_text_that_is_no_key_is_nothing(text in "\\PC{0,50}") {
            prop_assert_eq!(decode(1, 2, &text), None);
        }
    }

    #[test]
    fn a_mistyped_key_is_nothing() {
        let key = encode(9, 5, 1234);
        for at in 0..key.len() {
            let other = if key.as_bytes()[at] == b'0' { "1" } else { "0" };
            let wrong = format!("{}{other}{}", &key[..at], &key[at + 1..]);
            assert_eq!(decode(9, 5, &wrong), None, "{wrong}");
        }
    }
}
