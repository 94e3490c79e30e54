//! How likely differences are by chance alone.
#![expect(clippy::cast_precision_loss, reason = "counts are far below 2^52")]

/// Requests and errors of several buckets.
#[derive(Clone, Copy)]
pub(super) struct Counts {
    pub(super) requests: f64,
    pub(super) errors: f64,
}

impl Counts {
    /// Returns errors by requests, 0 without requests.
    pub(super) fn rate(self) -> f64 {
        if self.requests > 0.0 { self.errors / self.requests } else { 0.0 }
    }
}

/// Returns how likely two rates so far apart are by chance, two-sided: the test of two proportions, in its pooled form.
pub(super) fn of_rates(one: Counts, other: Counts) -> f64 {
    let pooled = (one.errors + other.errors) / (one.requests + other.requests);
    let variance = pooled * (1.0 - pooled) * (1.0 / one.requests + 1.0 / other.requests);
    if variance > 0.0 { 2.0 * upper_tail((one.rate() - other.rate()).abs() / variance.sqrt()) } else { 1.0 }
}

/// Returns how likely ranks so far apart are by chance: the test of Wilcoxon, Mann and Whitney with its normal approximation,
/// corrected for ties and continuity, two-sided.
pub(super) fn of_ranks(ones: &[f64], others: &[f64]) -> f64 {
    let mut all: Vec<(f64, bool)> =
        ones.iter().map(|value| (*value, true)).chain(others.iter().map(|value| (*value, false))).collect();
    all.sort_by(|one, other| one.0.total_cmp(&other.0));
    let (mut rank_sum, mut ties, mut at) = (0.0, 0.0, 0);
    while at < all.len() {
        let end = all[at..].iter().position(|(value, _)| *value > all[at].0).map_or(all.len(), |more| at + more);
        let rank = (at + 1 + end) as f64 / 2.0;
        rank_sum += rank * all[at..end].iter().filter(|(_, is_one)| *is_one).count() as f64;
        let tied = (end - at) as f64;
        ties += tied * tied * tied - tied;
        at = end;
    }
    let (n, m) = (ones.len() as f64, others.len() as f64);
    let all = n + m;
    let mean = n * (all + 1.0) / 2.0;
    let variance = n * m / 12.0 * ((all + 1.0) - ties / (all * (all - 1.0)));
    if variance <= 0.0 || variance.is_nan() {
        return 1.0;
    }
    let z = ((rank_sum - mean).abs() - 0.5).max(0.0) / variance.sqrt();
    2.0 * upper_tail(z)
}

/// The part of a standard normal distribution above `z`, at most 1e-7 off (Abramowitz and Stegun 26.2.17).
fn upper_tail(z: f64) -> f64 {
    let t = 1.0 / (1.0 + 0.231_641_9 * z);
    let polynomial = [1.330_274_429, -1.821_255_978, 1.781_477_937, -0.356_563_782, 0.319_381_530];
    let sum = polynomial.into_iter().fold(0.0, |sum, factor| (sum + factor) * t);
    (sum * (-z * z / 2.0).exp() / (2.0 * std::f64::consts::PI).sqrt()).clamp(0.0, 0.5)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranks_are_as_likely_as_tables_have_it() {
        // 5 against 5 without overlap: the normal approximation of 2/252.
        let apart = of_ranks(&[1.0, 2.0, 3.0, 4.0, 5.0], &[6.0, 7.0, 8.0, 9.0, 10.0]);
        assert!((apart - 0.012_186).abs() < 1e-5, "{apart}");
        assert!((upper_tail(1.959_963_985) - 0.025).abs() < 1e-6);
        assert!((of_ranks(&[1.0; 5], &[1.0; 9]) - 1.0).abs() < f64::EPSILON);
    }
}
