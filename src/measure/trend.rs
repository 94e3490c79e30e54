//! Whether figures have changed against an earlier time, since when, and by how much.
//!
//! Each bucket of time is compared with the baseline at the same time of day and week, so that the daily pattern cancels:
//! with the median of that bucket and its neighbours, as the p95 of a hundred requests alone is easily a quarter off. What is
//! left, the logarithm of the ratio of latencies or the difference of error rates, is searched for the moment from which on
//! another level describes it best: the largest sum of log likelihood ratios (the CUSUM of Page, 1954) with the biweight
//! of Tukey for the squares, so that a bucket far from either level counts for neither. Whether that is more than noise is
//! decided by ranks, which do not depend on how far an outlier is out: the test of Wilcoxon, Mann and Whitney of the buckets since
//! then against those before and the baseline's own. Rates are whole numbers of errors and have to differ by the test of two
//! proportions as well. A change must also be of a size that matters, and last until now.
//!
//! Of 4,000 made-up pairs of weeks, days and hours with daily patterns, heavy tails, gaps and bursts, a change of 1.5 to 4 times
//! is found within two buckets in 97 of 100, and 1 of 100 without a change raises an alarm; `tests/it/figures/trend.rs` has
//! how they are made.
#![expect(clippy::cast_precision_loss, reason = "counts are far below 2^52")]

use serde::Serialize;

use super::chance::{self, Counts};

/// One bucket of time.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct TrendPoint {
    /// Number of requests.
    pub requests: u64,
    /// Of those, failed.
    pub errors: u64,
    /// The latency of the bucket, in any unit, as its p95; nothing without requests.
    pub latency: Option<f64>,
}

/// What is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quantity {
    /// [`TrendPoint::latency`].
    Latency,
    /// Errors by requests.
    ErrorRate,
}

/// The verdict on a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum TrendVerdict {
    /// Slower, or more errors, than the baseline: since some time, and lasting.
    Worse,
    /// Faster, or fewer errors.
    Better,
    /// No sustained change.
    Unchanged,
    /// Too few requests to tell.
    TooFew,
}

/// What a comparison found.
#[derive(Clone, Debug, PartialEq)]
pub struct Trend {
    /// The verdict.
    pub verdict: TrendVerdict,
    /// The figure since the change by that of the baseline at the same times; of all of it if there is no change. Nothing
    /// if the baseline has none, as a rate of 0.
    pub ratio: Option<f64>,
    /// Place of the first bucket of the change; 0 if all of it differs from the baseline.
    pub since: Option<usize>,
    /// Number of requests since the change, or of all of it.
    pub requests: u64,
    /// Number of requests of the baseline at the same times.
    pub baseline_requests: u64,
    /// How likely the ranks are without a change, two-sided.
    pub p_value: Option<f64>,
}

/// How many requests either side needs.
pub const MIN_REQUESTS: u64 = 30;
/// The smallest ratio of latencies that is called a change.
pub const MIN_RATIO: f64 = 1.3;
/// The smallest ratio of error rates that is called a change.
const MIN_RATE_RATIO: f64 = 1.5;
/// The smallest difference of error rates that is called a change.
const MIN_RATE_DIFFERENCE: f64 = 0.005;
/// Requests that a bucket needs to be looked at.
const MIN_IN_BUCKET: u64 = 5;
/// Buckets that a change needs to have lasted.
const MIN_BUCKETS: usize = 4;
/// The largest chance of a false alarm of the rank test: small, since the best of many moments is tested.
const ALPHA: f64 = 1e-4;
/// The part of the buckets since the change that must be beyond half of it.
const LASTING: f64 = 0.7;
/// How many of the newest buckets must still be a third of the change from the baseline, or it has ended.
const NEWEST: usize = 8;

/// Multiple of the noise from which on a bucket is an outlier of a level.
const BIWEIGHT: f64 = 6.0;
/// The variance of the logarithm of a bucket's latency that more requests do not lessen, by that of one request.
const NOISE: f64 = 0.003;

/// A bucket that can be compared.
#[derive(Clone, Copy)]
struct Pair {
    at: usize,
    /// How the bucket differs from the smoothed baseline, on a scale on which noise is alike.
    current: f64,
    /// How the baseline's own bucket does.
    baseline: Option<f64>,
    weight: f64,
}

/// Compares the buckets of a time with those of its baseline, which are as long and in the same order. `neighbours` is how many
/// buckets on each side the baseline is smoothed with: as long as its daily pattern is nearly level.
pub fn trend(baseline: &[TrendPoint], current: &[TrendPoint], neighbours: usize, quantity: Quantity) -> Trend {
    let pairs = pairs(baseline, current, neighbours, quantity);
    let of = |from: usize| sums(baseline, current, &pairs, from, quantity);
    let whole = of(0);
    let none = |verdict| Trend {
        verdict,
        ratio: whole.ratio,
        since: None,
        requests: whole.requests,
        baseline_requests: whole.baseline_requests,
        p_value: None,
    };
    if pairs.len() < MIN_BUCKETS || whole.requests < MIN_REQUESTS || whole.baseline_requests < MIN_REQUESTS {
        return none(TrendVerdict::TooFew);
    }
    let Some(start) = change_point(&pairs, noise(&pairs, baseline, current, quantity), quantity) else {
        return none(TrendVerdict::Unchanged);
    };
    let (after, level) = (&pairs[start..], level(&pairs[start..], quantity));
    let since = of(start);
    if since.requests < MIN_REQUESTS || since.baseline_requests < MIN_REQUESTS {
        return none(TrendVerdict::Unchanged);
    }
    let reference: Vec<f64> =
        pairs.iter().filter_map(|pair| pair.baseline).chain(pairs[..start].iter().map(|pair| pair.current)).collect();
    let values: Vec<f64> = after.iter().map(|pair| pair.current).collect();
    let p_value = chance::of_ranks(&values, &reference);
    let beyond = |pair: &&Pair| pair.current * level.signum() > level.abs() / 2.0;
    let weight = |pairs: &mut dyn Iterator<Item = &Pair>| pairs.map(|pair| pair.weight).sum::<f64>();
    let is_lasting = weight(&mut after.iter().filter(beyond)) >= LASTING * weight(&mut after.iter());
    let is_large = match quantity {
        Quantity::Latency => level.abs() >= MIN_RATIO.ln(),
        Quantity::ErrorRate => {
            let (now, before) = (since.now.rate(), since.before.rate());
            let (small, large) = if level > 0.0 { (before, now) } else { (now, before) };
            large >= small * MIN_RATE_RATIO
                && large - small >= MIN_RATE_DIFFERENCE
                && chance::of_rates(since.now, since.before) <= ALPHA
        }
    };
    let newest = self::level(&after[after.len().saturating_sub(NEWEST)..], quantity);
    let has_ended = newest * level.signum() < level.abs() / 3.0;
    if p_value > ALPHA || !is_large || !is_lasting || has_ended {
        return none(TrendVerdict::Unchanged);
    }
    Trend {
        verdict: if level > 0.0 { TrendVerdict::Worse } else { TrendVerdict::Better },
        ratio: if quantity == Quantity::Latency { Some(level.exp()) } else { since.ratio },
        since: Some(pairs[start].at),
        requests: since.requests,
        baseline_requests: since.baseline_requests,
        p_value: Some(p_value),
    }
}

fn pairs(baseline: &[TrendPoint], current: &[TrendPoint], neighbours: usize, quantity: Quantity) -> Vec<Pair> {
    let scale = |point: &TrendPoint| match quantity {
        Quantity::Latency => point.latency.filter(|time| *time > 0.0).map(f64::ln),
        Quantity::ErrorRate => Some(point.errors as f64 / point.requests as f64),
    };
    let all: Vec<&TrendPoint> = baseline.iter().filter(|point| point.requests > 0).collect();
    let overall = trimmed(&all, all.len() / 10).rate();
    let usable = |point: &&TrendPoint| point.requests >= MIN_IN_BUCKET && scale(point).is_some();
    let pair = |(at, point): (usize, &TrendPoint)| {
        let current = Some(point).filter(usable).and_then(scale)?;
        // As many at the ends as elsewhere.
        let first = at.saturating_sub(neighbours).min(baseline.len().saturating_sub(2 * neighbours + 1));
        let near = &baseline[first..baseline.len().min(first + 2 * neighbours + 1)];
        let near: Vec<&TrendPoint> = near.iter().filter(usable).collect();
        let level = match quantity {
            Quantity::Latency => median(near.iter().filter_map(|point| scale(point)).collect())?,
            // A median of rates of few requests would be a rate of no or one error.
            Quantity::ErrorRate if near.is_empty() => return None,
            Quantity::ErrorRate => trimmed(&near, usize::from(near.len() > 2)).rate().min(2.0 * overall),
        };
        let own = baseline.get(at).filter(usable).and_then(scale);
        let around = near.iter().map(|point| point.requests as f64).sum::<f64>();
        let weight = 1.0 / (1.0 / point.requests as f64 + 1.0 / around + NOISE);
        Some(Pair { at, current: current - level, baseline: own.map(|own| own - level), weight: weight.sqrt() })
    };
    current.iter().enumerate().filter_map(pair).collect()
}

/// Adds up buckets without the `least` of them that have the highest rates: a burst of errors is no level.
fn trimmed(points: &[&TrendPoint], least: usize) -> Counts {
    let mut points = points.to_vec();
    let part = |one: &TrendPoint, other: &TrendPoint| u128::from(one.errors) * u128::from(other.requests);
    points.sort_by(|one, other| part(one, other).cmp(&part(other, one)));
    points.truncate(points.len() - least);
    let sum = |of: fn(&TrendPoint) -> u64| points.iter().map(|point| of(point) as f64).sum::<f64>();
    Counts { requests: sum(|point| point.requests), errors: sum(|point| point.errors) }
}

/// Returns the place from which on another level describes the pairs best, if any does better than none. A bucket that is
/// far from either level counts for neither.
fn change_point(pairs: &[Pair], noise: f64, quantity: Quantity) -> Option<usize> {
    let loss = |deviation: f64| {
        let part = (deviation / (BIWEIGHT * noise)).powi(2).min(1.0);
        1.0 - (1.0 - part).powi(3)
    };
    let gain = |start: usize| {
        let after = &pairs[start..];
        let level = level(after, quantity);
        let gain = |pair: &Pair| loss(pair.current * pair.weight) - loss((pair.current - level) * pair.weight);
        after.iter().map(gain).sum::<f64>()
    };
    let last = pairs.len().checked_sub(MIN_BUCKETS)?;
    let best = (0..=last).map(|start| (start, gain(start))).max_by(|one, other| one.1.total_cmp(&other.1))?;
    (best.1 > 0.0).then_some(best.0)
}

/// Returns how far buckets are from their level, as a standard deviation in units of their weights: of latencies by the median of
/// the deviations of the baseline, of rates by what a rate says of itself.
fn noise(pairs: &[Pair], baseline: &[TrendPoint], current: &[TrendPoint], quantity: Quantity) -> f64 {
    match quantity {
        Quantity::Latency => {
            let deviations = pairs.iter().filter_map(|pair| Some((pair.baseline? * pair.weight).abs())).collect();
            (median(deviations).unwrap_or_default() * 1.4826).max(0.05)
        }
        Quantity::ErrorRate => {
            let all: Vec<&TrendPoint> = baseline.iter().chain(current).filter(|point| point.requests > 0).collect();
            let rate = trimmed(&all, all.len() / 10).rate();
            (rate * (1.0 - rate)).sqrt().max(0.01)
        }
    }
}

/// The level of pairs: their median by weight; of rates, which are few whole numbers of errors, their mean without the highest
/// tenth.
fn level(pairs: &[Pair], quantity: Quantity) -> f64 {
    let mut values: Vec<(f64, f64)> = pairs.iter().map(|pair| (pair.current, pair.weight)).collect();
    values.sort_by(|one, other| one.0.total_cmp(&other.0));
    if quantity == Quantity::ErrorRate {
        values.truncate(values.len() - values.len() / 10);
        let squares = |part: fn(&(f64, f64)) -> f64| values.iter().map(part).sum::<f64>();
        return squares(|(value, weight)| value * weight * weight)
            / squares(|(_, weight)| weight * weight).max(f64::MIN_POSITIVE);
    }
    let half = values.iter().map(|(_, weight)| weight).sum::<f64>() / 2.0;
    let mut sum = 0.0;
    for (value, weight) in values {
        sum += weight;
        if sum >= half {
            return value;
        }
    }
    0.0
}

fn median(mut values: Vec<f64>) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    let middle = values.len() / 2;
    match values.len() {
        0 => None,
        len if len % 2 == 1 => Some(values[middle]),
        _ => Some(values[middle - 1].midpoint(values[middle])),
    }
}

struct Sums {
    requests: u64,
    baseline_requests: u64,
    now: Counts,
    before: Counts,
    ratio: Option<f64>,
}

/// Adds up what is compared from a pair on.
fn sums(baseline: &[TrendPoint], current: &[TrendPoint], pairs: &[Pair], from: usize, quantity: Quantity) -> Sums {
    let places = || pairs[from.min(pairs.len())..].iter().map(|pair| pair.at);
    let add = |points: &[TrendPoint], of: fn(&TrendPoint) -> u64| {
        places().filter_map(|at| points.get(at)).map(of).fold(0, u64::saturating_add)
    };
    let requests = |points| add(points, |point| point.requests);
    let rate = |points: &[TrendPoint]| {
        let points: Vec<&TrendPoint> =
            places().filter_map(|at| points.get(at)).filter(|point| point.requests > 0).collect();
        trimmed(&points, points.len() / 10)
    };
    let (now, before) = (rate(current), rate(baseline));
    let ratio = match quantity {
        Quantity::Latency => (from < pairs.len()).then(|| level(&pairs[from..], quantity).exp()),
        Quantity::ErrorRate => (before.rate() > 0.0).then(|| now.rate() / before.rate()),
    };
    Sums { requests: requests(current), baseline_requests: requests(baseline), now, before, ratio }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn points() -> impl Strategy<Value = Vec<TrendPoint>> {
        let point = (0..400_u64, 0..400_u64, 0.1..1e6_f64).prop_map(|(requests, errors, latency)| TrendPoint {
            requests,
            errors: errors.min(requests),
            latency: (requests > 0).then_some(latency),
        });
        prop::collection::vec(point, 0..80)
    }

    /// A hundred buckets of 50 requests; from `since` on so much slower and with so many errors of 50.
    fn steps(since: usize, factor: f64, errors: u64) -> Vec<TrendPoint> {
        let point = |at: usize| {
            let (factor, errors) = if at >= since { (factor, errors) } else { (1.0, 1) };
            let wave = 1.0 + 0.1 * ((at * 37 % 11) as f64 / 11.0);
            TrendPoint { requests: 50, errors, latency: Some(100.0 * wave * factor) }
        };
        (0..100).map(point).collect()
    }

    #[test]
    fn a_step_is_found_where_it_is() {
        let (before, after) = (steps(100, 1.0, 1), steps(60, 2.0, 10));
        let slower = trend(&before, &after, 3, Quantity::Latency);
        assert_eq!((slower.verdict, slower.since), (TrendVerdict::Worse, Some(60)));
        assert_eq!((slower.requests, slower.baseline_requests), (2000, 2000));
        assert!((slower.ratio.expect("a ratio") - 2.0).abs() < 0.1, "{slower:?}");
        let failing = trend(&before, &after, 3, Quantity::ErrorRate);
        assert_eq!((failing.verdict, failing.since), (TrendVerdict::Worse, Some(60)));
        assert!((failing.ratio.expect("a ratio") - 10.0).abs() < 0.1, "{failing:?}");
        let faster = trend(&before, &steps(0, 0.5, 1), 3, Quantity::Latency);
        assert_eq!((faster.verdict, faster.since), (TrendVerdict::Better, Some(0)));
    }

    #[test]
    fn what_has_ended_or_was_short_is_no_change() {
        let mut ended = steps(40, 3.0, 1);
        ended.splice(80.., steps(100, 1.0, 1).drain(80..));
        let before = steps(100, 1.0, 1);
        for current in [ended, steps(97, 3.0, 1), steps(40, 1.2, 1)] {
            assert_eq!(trend(&before, &current, 3, Quantity::Latency).verdict, TrendVerdict::Unchanged);
        }
    }

    #[test]
    fn few_requests_are_too_few() {
        let few = |requests| {
            let point = TrendPoint { requests, errors: 0, latency: Some(1.0) };
            trend(&[point; 3], &[point; 3], 1, Quantity::Latency).verdict
        };
        assert_eq!(few(1000), TrendVerdict::TooFew);
        let sparse: Vec<_> =
            steps(50, 3.0, 1).into_iter().map(|point| TrendPoint { requests: 2, errors: 0, ..point }).collect();
        assert_eq!(trend(&sparse, &sparse, 3, Quantity::Latency).verdict, TrendVerdict::TooFew);
        assert_eq!(trend(&[], &[], 3, Quantity::ErrorRate).verdict, TrendVerdict::TooFew);
    }

    proptest! {
        #[test]
        fn any_points_have_a_verdict_and_the_same_are_no_change(one in points(), other in points(), neighbours in 0..5_usize) {
            for quantity in [Quantity::Latency, Quantity::ErrorRate] {
                let found = trend(&one, &other, neighbours, quantity);
                prop_assert!(found.ratio.is_none_or(|ratio| ratio.is_finite() && ratio >= 0.0), "{:?}", found);
                prop_assert!(found.since.is_none_or(|since| since < other.len()));
                prop_assert!(found.p_value.is_none_or(|p| (0.0..=1.0).contains(&p)));
                let same = trend(&one, &one, 0, quantity).verdict;
                prop_assert!(matches!(same, TrendVerdict::Unchanged | TrendVerdict::TooFew), "{:?}", same);
            }
        }

        #[test]
        fn the_unit_of_latencies_does_not_matter(one in points(), other in points(), scale in 0.001..1000_f64) {
            let scaled = |points: &[TrendPoint]| -> Vec<_> {
                points.iter().map(|point| TrendPoint { latency: point.latency.map(|time| time * scale), ..*point }).collect()
            };
            let (plain, other_unit) = (
                trend(&one, &other, 2, Quantity::Latency),
                trend(&scaled(&one), &scaled(&other), 2, Quantity::Latency),
            );
            prop_assert_eq!(plain.verdict, other_unit.verdict);
        }
    }
}
