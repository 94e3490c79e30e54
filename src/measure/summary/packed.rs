//! Summaries as bytes, small enough that one for each hour can be kept.
//!
//! Numbers of seven bits a byte, the lowest first, the highest bit set on all but the last (LEB128): requests, errors, total
//! and longest time, then total and count of the times of server, source and network; the number of codes, each with its
//! length, its text and its count; then, to the end, how much longer each time is than the one before and how often it was.
//! Times are microseconds.

use std::time::Duration;

use super::{ErrorCount, Summary, Times};

impl Summary {
    /// Returns it as bytes. Parts of microseconds are lost.
    pub fn pack(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        for number in [self.requests, self.errors, micros(self.total), micros(self.max)] {
            put(&mut bytes, number);
        }
        for times in [self.server, self.source, self.network] {
            put(&mut bytes, micros(times.total));
            put(&mut bytes, times.count);
        }
        put(&mut bytes, self.codes.len() as u64);
        for ErrorCount { code, errors } in &self.codes {
            put(&mut bytes, code.len() as u64);
            bytes.extend(code.as_bytes());
            put(&mut bytes, *errors);
        }
        let mut before = 0;
        for (time, count) in self.spread.counts() {
            put(&mut bytes, time - before);
            put(&mut bytes, count);
            before = time;
        }
        bytes
    }

    /// Returns the summary that [`Summary::pack`] made these bytes of; nothing where it did not.
    pub fn unpack(bytes: &[u8]) -> Option<Self> {
        let rest = &mut &*bytes;
        let mut summary = Self { requests: take(rest)?, errors: take(rest)?, ..Self::default() };
        summary.total = Duration::from_micros(take(rest)?);
        summary.max = Duration::from_micros(take(rest)?);
        for times in [&mut summary.server, &mut summary.source, &mut summary.network] {
            *times = Times { total: Duration::from_micros(take(rest)?), count: take(rest)? };
        }
        for _ in 0..take(rest)? {
            let code = take_text(rest)?;
            summary.codes.push(ErrorCount { code, errors: take(rest)? });
        }
        let (mut time, mut requests) = (0_u64, 0_u64);
        while !rest.is_empty() {
            time = time.checked_add(take(rest)?)?;
            let count = take(rest)?;
            requests = requests.checked_add(count)?;
            summary.spread.add_many(time, count);
        }
        (requests == summary.requests).then_some(summary)
    }
}

fn micros(time: Duration) -> u64 {
    u64::try_from(time.as_micros()).unwrap_or(u64::MAX)
}

fn put(bytes: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        bytes.push(number.to_le_bytes()[0] | 0x80);
        number >>= 7;
    }
    bytes.push(number.to_le_bytes()[0]);
}

fn take(bytes: &mut &[u8]) -> Option<u64> {
    let mut number = 0_u64;
    for shift in (0..u64::BITS).step_by(7) {
        let (first, rest) = bytes.split_first()?;
        *bytes = rest;
        let part = u64::from(first & 0x7f);
        // The tenth byte has room for one bit.
        number |= part.checked_shl(shift).filter(|shifted| shifted >> shift == part)?;
        if first & 0x80 == 0 {
            return Some(number);
        }
    }
    None
}

fn take_text(bytes: &mut &[u8]) -> Option<String> {
    let length = usize::try_from(take(bytes)?).ok()?;
    let (text, rest) = bytes.split_at_checked(length)?;
    *bytes = rest;
    Some(std::str::from_utf8(text).ok()?.to_owned())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::Sample;
    use super::*;

    proptest! {
        #[test]
        fn what_is_unpacked_has_the_same_figures(
            times in prop::collection::vec((0..7_200_000_000_u64, prop::option::of(0..90_000_000_u64), 0..40_u8), 0..1500),
        ) {
            let mut summary = Summary::default();
            for (elapsed, server, code) in times {
                let code = (code > 30).then(|| format!("CODE_{code}"));
                summary.add(Sample {
                    elapsed: Duration::from_micros(elapsed),
                    server: server.map(Duration::from_micros),
                    source: server.map(|server| Duration::from_micros(server / 2)),
                    failed: code.is_some(),
                    code: code.as_deref(),
                });
            }
            let unpacked = Summary::unpack(&summary.pack()).expect("packed by itself");
            for quantile in [0.0, 0.5, 0.9, 0.95, 0.99, 1.0] {
                prop_assert_eq!(unpacked.quantile(quantile), summary.quantile(quantile));
            }
            prop_assert_eq!((unpacked.requests(), unpacked.errors()), (summary.requests(), summary.errors()));
            prop_assert_eq!((unpacked.mean(), unpacked.max()), (summary.mean(), summary.max()));
            prop_assert_eq!(unpacked.codes(), summary.codes());
            prop_assert_eq!(
                (unpacked.server_mean(), unpacked.source_mean(), unpacked.network_mean()),
                (summary.server_mean(), summary.source_mean(), summary.network_mean())
            );
        }

        #[test]
        fn any_bytes_are_a_summary_or_none(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            let _ = Summary::unpack(&bytes);
        }
    }

    #[test]
    fn what_broke_off_is_no_summary() {
        let mut summary = Summary::default();
        summary.add(Sample {
            elapsed: Duration::from_secs(1),
            failed: true,
            code: Some("timeout"),
            ..Sample::default()
        });
        let bytes = summary.pack();
        for length in 0..bytes.len() {
            assert!(Summary::unpack(&bytes[..length]).is_none(), "{length} bytes");
        }
    }
}
