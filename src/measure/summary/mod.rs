//! Statistics of calls: counts, means, percentiles.

mod packed;
mod spread;

use std::time::Duration;

use serde::Serialize;

use spread::{LONGEST, Spread};

/// How many codes of errors are counted each; the rest is counted together.
const MOST_CODES: usize = 32;
/// What the codes beyond those are counted as.
const OTHER_CODES: &str = "other";
/// What failures are counted as that have neither a code nor a status.
pub const NO_ANSWER: &str = "no_answer";

/// One call, as far as figures are concerned.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sample<'a> {
    /// How long it took, end to end.
    pub elapsed: Duration,
    /// How long the server took, with what the connected system took, if the server sent it.
    pub server: Option<Duration>,
    /// How long the connected system took, if the server sent it.
    pub source: Option<Duration>,
    /// Whether no answer came, or one with a status of 400 and above.
    pub failed: bool,
    /// What its failure is counted as: the code of the error, else the status. Not looked at if it did not fail.
    pub code: Option<&'a str>,
}

/// How many failures had a code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ErrorCount {
    /// The code of the error, else its status, else [`NO_ANSWER`]; `other` for codes beyond the first 32.
    pub code: String,
    /// How many requests failed with it.
    pub errors: u64,
}

/// A sum of times, of which there may be none.
#[derive(Clone, Copy, Debug, Default)]
struct Times {
    total: Duration,
    count: u64,
}

impl Times {
    fn add(&mut self, time: Option<Duration>) {
        if let Some(time) = time {
            self.total = self.total.saturating_add(time);
            self.count += 1;
        }
    }

    fn merge(&mut self, other: Self) {
        self.total = self.total.saturating_add(other.total);
        self.count += other.count;
    }
}

/// Statistics of many calls. Its size is bounded, however many there are.
#[derive(Clone, Debug, Default)]
pub struct Summary {
    requests: u64,
    errors: u64,
    total: Duration,
    max: Duration,
    server: Times,
    source: Times,
    network: Times,
    /// In no order.
    codes: Vec<ErrorCount>,
    spread: Spread,
}

impl Summary {
    /// Takes one call into account.
    pub fn add(&mut self, sample: Sample<'_>) {
        self.requests += 1;
        self.errors += u64::from(sample.failed);
        self.total = self.total.saturating_add(sample.elapsed);
        self.max = self.max.max(sample.elapsed);
        self.server.add(sample.server);
        self.source.add(sample.source);
        self.network.add(sample.server.and_then(|server| sample.elapsed.checked_sub(server)));
        if sample.failed {
            self.count_code(sample.code.unwrap_or(NO_ANSWER), 1);
        }
        self.spread.add(u64::try_from(sample.elapsed.as_micros()).unwrap_or(u64::MAX).min(LONGEST));
    }

    /// Takes all calls of another summary into account, as if each had been added here.
    pub fn merge(&mut self, other: &Self) {
        self.requests += other.requests;
        self.errors += other.errors;
        self.total = self.total.saturating_add(other.total);
        self.max = self.max.max(other.max);
        self.server.merge(other.server);
        self.source.merge(other.source);
        self.network.merge(other.network);
        for count in &other.codes {
            self.count_code(&count.code, count.errors);
        }
        self.spread.merge(&other.spread);
    }

    fn count_code(&mut self, code: &str, errors: u64) {
        let find = |codes: &[ErrorCount], code: &str| codes.iter().position(|count| count.code == code);
        let is_full = self.codes.len() >= MOST_CODES;
        let code = if is_full && find(&self.codes, code).is_none() { OTHER_CODES } else { code };
        match find(&self.codes, code) {
            Some(at) => self.codes[at].errors += errors,
            None => self.codes.push(ErrorCount { code: code.to_owned(), errors }),
        }
    }

    /// Returns how many calls there were.
    pub const fn requests(&self) -> u64 {
        self.requests
    }

    /// Returns how many of them failed.
    pub const fn errors(&self) -> u64 {
        self.errors
    }

    /// Returns the share of failed calls, from 0 to 1; nothing without calls.
    #[expect(clippy::cast_precision_loss, reason = "counts are far below 2^52")]
    pub fn error_rate(&self) -> Option<f64> {
        (self.requests > 0).then(|| self.errors as f64 / self.requests as f64)
    }

    /// Returns the exact mean; nothing without calls.
    pub fn mean(&self) -> Option<Duration> {
        mean(self.total, self.requests)
    }

    /// Returns the exact mean of the time the server took, over the calls for which it sent it.
    pub fn server_mean(&self) -> Option<Duration> {
        mean(self.server.total, self.server.count)
    }

    /// Returns the exact mean of the time connected systems took, over the calls if the server sent it.
    pub fn source_mean(&self) -> Option<Duration> {
        mean(self.source.total, self.source.count)
    }

    /// Returns the exact mean of the time on the network, which is what a call took less what the server took, over the
    /// calls for which the server sent it.
    pub fn network_mean(&self) -> Option<Duration> {
        mean(self.network.total, self.network.count)
    }

    /// Returns how many calls failed with each code, the most frequent first.
    pub fn codes(&self) -> Vec<ErrorCount> {
        let mut codes = self.codes.clone();
        codes.sort_by(|one, other| other.errors.cmp(&one.errors).then_with(|| one.code.cmp(&other.code)));
        codes
    }

    /// Returns the exact maximum; nothing without calls.
    pub fn max(&self) -> Option<Duration> {
        (self.requests > 0).then_some(self.max)
    }

    /// Returns the time that at least this share (0 to 1) of the calls did not exceed, by nearest rank, at most 0.1 %
    /// and a microsecond off, never above the maximum; nothing without calls.
    pub fn quantile(&self, quantile: f64) -> Option<Duration> {
        self.spread.at(quantile).map(|micros| Duration::from_micros(micros).min(self.max))
    }
}

fn mean(total: Duration, count: u64) -> Option<Duration> {
    let nanos = total.as_nanos().checked_div(u128::from(count))?;
    Some(Duration::from_nanos(u64::try_from(nanos).unwrap_or(u64::MAX)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn of(micros: &[u64]) -> Summary {
        let mut summary = Summary::default();
        for &micros in micros {
            let elapsed = Duration::from_micros(micros);
            summary.add(Sample { elapsed, failed: micros % 2 == 1, code: Some("odd"), ..Sample::default() });
        }
        summary
    }

    /// The same question answered by sorting everything.
    fn naive(micros: &[u64], quantile_in_thousandths: usize) -> u64 {
        let mut sorted = micros.to_vec();
        sorted.sort_unstable();
        let rank = (sorted.len() * quantile_in_thousandths).div_ceil(1000).max(1);
        sorted[rank - 1]
    }

    fn close(found: Duration, exact: u64) -> bool {
        found.abs_diff(Duration::from_micros(exact)) <= Duration::from_micros(exact / 1000 + 1)
    }

    #[test]
    fn nothing_has_no_figures() {
        let summary = Summary::default();
        assert_eq!((summary.mean(), summary.max(), summary.quantile(0.5)), (None, None, None));
        assert_eq!(summary.error_rate(), None);
        assert_eq!(summary.source_mean(), None);
    }

    #[test]
    fn percentiles_of_one_to_a_hundred() {
        let summary = of(&(1..=100).map(|n| n * 1000).collect::<Vec<_>>());
        assert_eq!(summary.quantile(0.5), Some(Duration::from_millis(50)));
        assert_eq!(summary.quantile(0.95), Some(Duration::from_millis(95)));
        assert_eq!(summary.quantile(0.99), Some(Duration::from_millis(99)));
        assert_eq!(summary.quantile(1.0), Some(Duration::from_millis(100)));
        assert_eq!(summary.mean(), Some(Duration::from_micros(50_500)));
    }

    #[test]
    fn what_is_longer_than_an_hour_saturates_only_in_percentiles() {
        let mut summary = of(&[1000]);
        summary.add(Sample { elapsed: Duration::from_hours(2), failed: true, ..Sample::default() });
        assert_eq!(summary.max(), Some(Duration::from_hours(2)));
        assert_eq!(summary.mean(), Some(Duration::from_micros(3_600_000_500)));
        assert_eq!(summary.quantile(0.99), Some(Duration::from_hours(1)));
    }

    #[test]
    fn the_source_is_averaged_over_calls_that_told_it() {
        let mut summary = of(&[10, 20]);
        for millis in [30, 50] {
            let source = Some(Duration::from_millis(millis));
            summary.add(Sample { elapsed: Duration::from_millis(60), source, ..Sample::default() });
        }
        assert_eq!(summary.source_mean(), Some(Duration::from_millis(40)));
    }

    #[test]
    fn the_parts_of_a_time_are_averaged_apart_and_what_cannot_be_is_left_out() {
        let mut summary = Summary::default();
        let of = |elapsed, server| Sample {
            elapsed: Duration::from_millis(elapsed),
            server: Some(Duration::from_millis(server)),
            ..Sample::default()
        };
        for sample in [of(100, 60), of(200, 120), of(10, 30), Sample { server: None, ..of(900, 0) }] {
            summary.add(sample);
        }
        assert_eq!(summary.server_mean(), Some(Duration::from_millis(70)));
        assert_eq!(summary.network_mean(), Some(Duration::from_millis(60)));
        assert_eq!(summary.source_mean(), None);
    }

    #[test]
    fn failures_are_counted_by_code_and_many_codes_take_no_more_room() {
        let mut summary = Summary::default();
        for code in [Some("timeout"), Some("503"), Some("503"), None] {
            summary.add(Sample { failed: true, code, ..Sample::default() });
        }
        summary.add(Sample { code: Some("not failed"), ..Sample::default() });
        let codes: Vec<_> = summary.codes().into_iter().map(|count| (count.code, count.errors)).collect();
        assert_eq!(codes, [("503".into(), 2), (NO_ANSWER.into(), 1), ("timeout".into(), 1)]);
        for number in 0..100 {
            let code = format!("made up {number}");
            summary.add(Sample { failed: true, code: Some(&code), ..Sample::default() });
        }
        let codes = summary.codes();
        assert_eq!((codes.len(), codes[0].code.as_str()), (MOST_CODES + 1, OTHER_CODES));
        assert_eq!(codes.iter().map(|count| count.errors).sum::<u64>(), summary.errors());
    }

    proptest! {
            #[test]
            fn agrees_with_sorting_everything(micros in prop::collection::vec(0..30_000_000_u64, 1..3000)) {
                let summary = of(&micros);
                for thousandths in [1, 250, 500, 950, 990, 1000] {
                    #[expect(clippy::cast_precision_loss, reason = "small constants")]
                    let found = summary.quantile(thousandths as f64 / 1000.0).expect("not empty");
                    let exact = naive(&micros, thousandths);
                    prop_assert!(close(found, exact), "p{thousandths}: {found:?} is not {exact} µs");
                }
                let nanos = u128::from(micros.iter().sum::<u64>()) * 1000 / micros.len() as u128;
                prop_assert_eq!(summary.mean().expect("not empty").as_nanos(), nanos);
                prop_assert_eq!(summary.max(), micros.iter().max().copied().map(Duration::from_micros));
                prop_assert_eq!(summary.errors(), micros.iter().filter(|m| *m % 2 == 1).count() as u64);
            }

            #[test]
            fn merging_is_the_same_as_adding_all(
                parts in prop::collection::vec(prop::collection::vec(0..5_000_000_u64, 0..900), 1..5)
            ) {
                let mut merged = Summary::default();
                for part in &parts {
    merged.merge(&of(part));
    }
                let whole = of(&parts.concat());
                prop_assert_eq!(merged.requests(), whole.requests());
                prop_assert_eq!(merged.errors(), whole.errors());
                prop_assert_eq!(merged.mean(), whole.mean());
                prop_assert_eq!(merged.codes(), whole.codes());
                for quantile in [0.5, 0.95, 0.99] {
                    prop_assert_eq!(merged.quantile(quantile), whole.quantile(quantile));
                }
            }
        }
}
