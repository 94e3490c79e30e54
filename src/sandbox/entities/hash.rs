//! Hash functions: reproducible numbers without state.

/// Mixes a seed and a value (the finalizer of `SplitMix64`).
pub(super) const fn mix(seed: u64, value: u64) -> u64 {
    let mut x = seed.wrapping_add(value.wrapping_mul(0x9E37_79B9_7F4A_7C15)).wrapping_add(0x9E37_79B9_7F4A_7C15);
    x = (x ^ (x >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    x ^ (x >> 31)
}

/// Hashes a text (FNV-1a).
pub(super) const fn text(word: &str) -> u64 {
    let bytes = word.as_bytes();
    let mut hash = 0xCBF2_9CE4_8422_2325_u64;
    let mut at = 0;
    while at < bytes.len() {
        hash = (hash ^ bytes[at] as u64).wrapping_mul(0x0100_0000_01B3);
        at += 1;
    }
    hash
}

/// Returns an entry of a list, which must not be empty, for a number.
pub(super) fn choose<T: Copy>(list: &[T], number: u64) -> T {
    let length = u64::try_from(list.len()).expect("a list fits in memory");
    list[usize::try_from(number % length).expect("smaller than the list")]
}
