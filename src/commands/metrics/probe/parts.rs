//! The parts of a request's time: their figures, and how they compare with earlier ones.

use std::time::Duration;

use serde::{Serialize, Serializer};

use crate::exchange::Timing;
use crate::journal::ProbeSample;

/// How many samples a comparison takes.
const FEWEST: usize = 5;
/// How many earlier samples it takes.
pub(super) const FEWEST_BEFORE: usize = 10;
/// How many times the earlier median a slower one is at least.
const RATIO: f64 = 1.5;
/// How much more than the earlier median it is at least.
const DIFFERENCE: Duration = Duration::from_millis(2);

/// How many standard deviations the rank sum is from the one expected, at least: 1 %, on one side.
const Z: f64 = 2.326;

/// A part of the time of one request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Part {
    /// Resolution of the server's name.
    Dns,
    /// Connecting TCP.
    Connect,
    /// The handshake of TLS.
    Tls,
    /// From there to the head of the response: network, server and source.
    Wait,
    /// Of the waiting, what the server does not report as its own.
    Network,
    /// The server, without the connected system.
    Server,
    /// The connected system.
    Source,
    /// The response, from its head to its end.
    Transfer,
    /// All of it.
    Total,
}

/// Facts that explain why a part has no time.
#[derive(Clone, Copy, Debug)]
pub(super) struct Facts {
    /// Whether the server is given by a name.
    pub(super) has_name: bool,
    /// Whether it is called by TLS.
    pub(super) is_encrypted: bool,
}

impl Part {
    const ALL: [Self; 9] = [
        Self::Dns,
        Self::Connect,
        Self::Tls,
        Self::Wait,
        Self::Network,
        Self::Server,
        Self::Source,
        Self::Transfer,
        Self::Total,
    ];

    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::Dns => "dns",
            Self::Connect => "connect",
            Self::Tls => "tls",
            Self::Wait => "wait",
            Self::Network => "network",
            Self::Server => "server",
            Self::Source => "source",
            Self::Transfer => "transfer",
            Self::Total => "total",
        }
    }

    /// Returns whether others are a part of it.
    const fn is_sum(self) -> bool {
        matches!(self, Self::Wait | Self::Total)
    }

    /// Returns whether it is a part of the waiting.
    pub(super) const fn is_waiting(self) -> bool {
        matches!(self, Self::Network | Self::Server | Self::Source)
    }

    fn of(self, sample: &ProbeSample) -> Option<Duration> {
        let phases = &sample.phases;
        let timing = waiting(sample);
        let reported = timing.server.filter(|_| !timing.is_impossible());
        let source = timing.source.filter(|_| !timing.is_impossible());
        match self {
            Self::Dns => phases.dns,
            Self::Connect => phases.connect,
            Self::Tls => phases.tls,
            Self::Wait => phases.wait,
            Self::Network => timing.network().filter(|_| reported.is_some()),
            Self::Server => reported.map(|server| server.saturating_sub(source.unwrap_or_default())),
            Self::Source => source,
            Self::Transfer => phases.transfer,
            Self::Total => Some(phases.total),
        }
    }

    /// Returns why no sample has it.
    fn why_unknown(self, facts: Facts) -> &'static str {
        match self {
            Self::Dns if !facts.has_name => "the server is given by its address",
            Self::Dns | Self::Connect => "a proxy is between",
            Self::Tls if !facts.is_encrypted => "the server is called without TLS",
            Self::Source => "the server reports no time of the connected system",
            Self::Network | Self::Server => "the server reports no time of its own",
            Self::Tls | Self::Wait | Self::Transfer | Self::Total => "not measured",
        }
    }
}

/// Returns the times of a sample, the end-to-end time being the waiting alone: the server knows of nothing else.
fn waiting(sample: &ProbeSample) -> Timing {
    Timing { elapsed: sample.phases.wait, ..sample.timing }
}

/// Returns whether the server reports more time than there was.
pub(super) fn is_impossible(sample: &ProbeSample) -> bool {
    waiting(sample).is_impossible()
}

/// How a part compares with earlier samples.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Verdict {
    Slower,
    Faster,
    Unchanged,
}

/// The figures of a part.
#[derive(Clone, Debug, Serialize)]
pub(super) struct PartReport {
    pub(super) part: Part,
    /// Number of samples that have it.
    pub(super) samples: usize,
    #[serde(rename = "min_ms", serialize_with = "millis")]
    pub(super) min: Option<Duration>,
    #[serde(rename = "median_ms", serialize_with = "millis")]
    pub(super) median: Option<Duration>,
    #[serde(rename = "p95_ms", serialize_with = "millis")]
    pub(super) p95: Option<Duration>,
    #[serde(rename = "max_ms", serialize_with = "millis")]
    pub(super) max: Option<Duration>,
    /// Median of the earlier samples.
    #[serde(rename = "before_median_ms", serialize_with = "millis")]
    pub(super) before: Option<Duration>,
    /// Number of earlier samples that have it.
    pub(super) before_samples: usize,
    /// The median by that of the earlier samples.
    pub(super) ratio: Option<f64>,
    /// Nothing where there are too few samples of either.
    pub(super) verdict: Option<Verdict>,
    /// Why there is no time.
    pub(super) unknown: Option<&'static str>,
}

impl PartReport {
    /// Returns whether it became slower itself, not only with a part of it.
    pub(super) fn is_slower(&self) -> bool {
        self.verdict == Some(Verdict::Slower) && !self.part.is_sum()
    }
}

/// Returns the figures of each part, compared with those of earlier samples.
pub(super) fn compared(samples: &[ProbeSample], before: &[ProbeSample], facts: Facts) -> Vec<PartReport> {
    let sorted = |part: Part, samples: &[ProbeSample]| {
        let mut times: Vec<Duration> = samples.iter().filter_map(|sample| part.of(sample)).collect();
        times.sort_unstable();
        times
    };
    let report = |part: Part| {
        let (now, before) = (sorted(part, samples), sorted(part, before));
        let (median, earlier) = (at(&now, 50), at(&before, 50));
        let ratio = median.zip(earlier).filter(|(_, earlier)| !earlier.is_zero());
        PartReport {
            part,
            samples: now.len(),
            min: now.first().copied(),
            median,
            p95: at(&now, 95),
            max: now.last().copied(),
            before: earlier,
            before_samples: before.len(),
            ratio: ratio.map(|(now, before)| now.as_secs_f64() / before.as_secs_f64()),
            verdict: verdict(&now, &before),
            unknown: now.is_empty().then(|| part.why_unknown(facts)),
        }
    };
    Part::ALL.into_iter().map(report).collect()
}

/// Returns the verdict on sorted times, if there are enough of both.
fn verdict(now: &[Duration], before: &[Duration]) -> Option<Verdict> {
    if now.len() < FEWEST || before.len() < FEWEST_BEFORE {
        return None;
    }
    let (median, earlier) = (at(now, 50)?, at(before, 50)?);
    let is_more = |more: Duration, less: Duration| {
        more.saturating_sub(less) >= DIFFERENCE && more.as_secs_f64() >= less.as_secs_f64() * RATIO
    };
    Some(if is_more(median, earlier) && is_longer(now, before) {
        Verdict::Slower
    } else if is_more(earlier, median) && is_longer(before, now) {
        Verdict::Faster
    } else {
        Verdict::Unchanged
    })
}

/// Returns whether the first times are longer than the others, by the rank-sum test of Mann and Whitney at 1 %: it asks
/// in how many pairs they are, so that neither the form of the distributions nor a few outliers matter. Both are sorted.
#[expect(clippy::cast_precision_loss, reason = "counts of samples are small")]
fn is_longer(times: &[Duration], others: &[Duration]) -> bool {
    let wins = times.iter().map(|time| {
        let (below, up_to) =
            (others.partition_point(|other| other < time), others.partition_point(|other| other <= time));
        (below + up_to) as f64 / 2.0
    });
    let (wins, m, n) = (wins.sum::<f64>(), times.len() as f64, others.len() as f64);
    wins - m * n / 2.0 > Z * (m * n * (m + n + 1.0) / 12.0).sqrt()
}

/// Returns a percentile of sorted times, by nearest rank.
fn at(sorted: &[Duration], percent: usize) -> Option<Duration> {
    sorted.get((sorted.len() * percent).div_ceil(100).max(1) - 1).copied()
}

#[expect(clippy::ref_option, reason = "serde passes the field by reference")]
fn millis<S: Serializer>(time: &Option<Duration>, to: S) -> Result<S::Ok, S::Error> {
    time.map(|time| time.as_secs_f64() * 1000.0).serialize(to)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::Phases;

    const NAMED: Facts = Facts { has_name: true, is_encrypted: true };

    fn ms(millis: u64) -> Duration {
        Duration::from_millis(millis)
    }

    fn sample(connect: u64, wait: u64, server: Option<u64>, source: Option<u64>) -> ProbeSample {
        let phases = Phases {
            connect: Some(ms(connect)),
            wait: Some(ms(wait)),
            transfer: Some(ms(1)),
            total: ms(connect + wait + 1),
            ..Phases::default()
        };
        let timing = Timing { elapsed: Some(phases.total), server: server.map(ms), source: source.map(ms) };
        ProbeSample { at: jiff::Timestamp::UNIX_EPOCH, phases, timing }
    }

    fn part(parts: &[PartReport], part: Part) -> &PartReport {
        parts.iter().find(|found| found.part == part).expect("all parts are there")
    }

    #[test]
    fn parts_add_up_and_what_is_not_known_is_not_zero() {
        let samples = [sample(10, 60, Some(50), Some(30)), sample(20, 60, Some(50), Some(30))];
        let parts = compared(&samples, &[], NAMED);
        let median = |of| part(&parts, of).median.map(|time| time.as_millis());
        let all = [Part::Connect, Part::Wait, Part::Network, Part::Server, Part::Source, Part::Transfer, Part::Total];
        assert_eq!(all.map(median), [10, 60, 10, 20, 30, 1, 71].map(Some));
        assert_eq!((median(Part::Tls), part(&parts, Part::Tls).unknown), (None, Some("not measured")));
        assert_eq!(part(&parts, Part::Dns).unknown, Some("a proxy is between"));
        assert!(parts.iter().all(|part| part.verdict.is_none()), "there is no history");
        let bare = compared(&[sample(10, 60, None, None)], &[], NAMED);
        for of in [Part::Network, Part::Server, Part::Source] {
            assert_eq!((part(&bare, of).max, part(&bare, of).unknown.is_some()), (None, true), "{of:?}");
        }
    }

    #[test]
    fn a_server_that_reports_more_than_there_was_is_not_believed() {
        let wrong = sample(10, 60, Some(90), Some(30));
        assert!(is_impossible(&wrong));
        let parts = compared(&[wrong], &[], NAMED);
        assert_eq!([Part::Network, Part::Server, Part::Source].map(|of| part(&parts, of).samples), [0; 3]);
    }

    #[test]
    fn the_part_that_became_slower_is_named_and_noise_is_not() {
        let before: Vec<_> = (0..20).map(|n| sample(10 + n % 3, 60, Some(50), Some(30 + n % 5))).collect();
        let slow: Vec<_> = (0..5).map(|n| sample(11, 160 + n, Some(150), Some(130))).collect();
        let names = |samples: &[ProbeSample]| -> Vec<&str> {
            let parts = compared(samples, &before, NAMED);
            parts.iter().filter(|part| part.is_slower()).map(|part| part.part.as_str()).collect()
        };
        assert_eq!(names(&slow), ["source"], "and neither the waiting nor the total, which have it");
        assert_eq!(names(&before[..5]), [""; 0]);
        assert_eq!(names(&slow[..4]), [""; 0], "too few samples");
        // One outlier is none.
        let mut outlier = before[..9].to_vec();
        outlier.push(sample(900, 60, Some(50), Some(30)));
        assert_eq!(names(&outlier), [""; 0]);
        // Much in relation and nothing for anybody who waits.
        let short: Vec<_> = (0..20).map(|_| sample(1, 60, Some(50), Some(30))).collect();
        let parts = compared(&[sample(2, 60, Some(50), Some(30)); 9], &short, NAMED);
        assert_eq!(part(&parts, Part::Connect).verdict, Some(Verdict::Unchanged));
    }
}
