//! The budgets of a check, as arguments.

use std::time::Duration;

use crate::health::{Budgets, FailOn, MIN_REQUESTS, MaxRegression, Rule};
use crate::measure::parse_positive_duration;

/// Default of `--window`.
const WINDOW: Duration = Duration::from_hours(24);
/// Default of `--compare`.
const COMPARE: Duration = Duration::from_hours(168);

/// What connections are held against. What is not set here may be set in `[check]` of the configuration.
#[derive(clap::Args, Clone, Debug, Default)]
#[command(next_help_heading = "Budgets")]
pub struct BudgetArgs {
    /// Maximum sync age, for example `24h`
    ///
    /// Default: twice the schedule of the connection plus one hour, or two days without a schedule.
    #[arg(long, value_name = "TIME", value_parser = parse_positive_duration, allow_hyphen_values = true)]
    pub(super) max_sync_age: Option<Duration>,

    /// Minimum token lifetime, for example `3d`
    #[arg(long, value_name = "TIME", value_parser = parse_positive_duration, allow_hyphen_values = true)]
    pub(super) min_token_life: Option<Duration>,

    /// Maximum error rate, for example `5%`
    #[arg(long, value_name = "RATE", value_parser = rate)]
    pub(super) max_error_rate: Option<f64>,

    /// Maximum p95 latency, for example `2s`
    #[arg(long, value_name = "TIME", value_parser = parse_positive_duration, allow_hyphen_values = true)]
    pub(super) max_p95: Option<Duration>,

    /// Maximum regression, for example `p95=1.5x` (can be repeated)
    ///
    /// Compares `p50`, `p90`, `p95`, `p99` or `error-rate` of the time range with the time `--compare` before it. A change
    /// counts when it is more than noise and lasts until now. With too few requests the result is unknown.
    #[arg(long, value_name = "FIGURE=RATIO", value_delimiter = ',', hide_short_help = true)]
    pub(super) max_regression: Vec<MaxRegression>,

    /// Time across which `--max-regression` compares (default: 7d)
    #[arg(long, value_name = "TIME", value_parser = parse_positive_duration, allow_hyphen_values = true, hide_short_help = true)]
    compare: Option<Duration>,

    /// Maximum number of webhook deliveries given up
    #[arg(long, value_name = "COUNT", hide_short_help = true)]
    pub(super) max_failed_deliveries: Option<u64>,

    /// Maximum number of events in the inbox whose last try failed
    #[arg(long, value_name = "COUNT", hide_short_help = true)]
    pub(super) max_failing_events: Option<u64>,

    /// Minimum number of credits left
    #[arg(long, value_name = "COUNT", hide_short_help = true)]
    pub(super) min_credits: Option<u64>,

    /// Minimum number of requests for an error rate or latency (default: 10)
    ///
    /// With fewer the result is unknown, and the check does not pass.
    #[arg(long, value_name = "COUNT", hide_short_help = true)]
    min_requests: Option<u64>,

    /// Time range to evaluate (default: 24h)
    #[arg(long, value_name = "TIME", value_parser = parse_positive_duration, allow_hyphen_values = true, hide_short_help = true)]
    window: Option<Duration>,

    /// Lowest severity that fails the check (default: critical)
    #[arg(long, value_name = "WHAT", value_enum, help_heading = None)]
    fail_on: Option<FailOn>,

    /// Only these rules (can be repeated)
    #[arg(
        long,
        value_name = "RULE",
        value_enum,
        value_delimiter = ',',
        hide_short_help = true,
        help_heading = "Rules"
    )]
    pub(super) only: Vec<Rule>,

    /// Without these rules (can be repeated)
    #[arg(
        long,
        value_name = "RULE",
        value_enum,
        value_delimiter = ',',
        hide_short_help = true,
        help_heading = "Rules"
    )]
    skip: Vec<Rule>,
}

impl BudgetArgs {
    /// Returns these, and where one is not set, that of the others.
    pub(super) fn or(self, others: Self) -> Self {
        let chosen = |these: Vec<Rule>, others| if these.is_empty() { others } else { these };
        Self {
            max_sync_age: self.max_sync_age.or(others.max_sync_age),
            min_token_life: self.min_token_life.or(others.min_token_life),
            max_error_rate: self.max_error_rate.or(others.max_error_rate),
            max_p95: self.max_p95.or(others.max_p95),
            max_regression: chosen_regressions(self.max_regression, others.max_regression),
            compare: self.compare.or(others.compare),
            max_failed_deliveries: self.max_failed_deliveries.or(others.max_failed_deliveries),
            max_failing_events: self.max_failing_events.or(others.max_failing_events),
            min_credits: self.min_credits.or(others.min_credits),
            min_requests: self.min_requests.or(others.min_requests),
            window: self.window.or(others.window),
            fail_on: self.fail_on.or(others.fail_on),
            only: chosen(self.only, others.only),
            skip: chosen(self.skip, others.skip),
        }
    }

    /// Returns the name of an option that is about the whole check and not about one connection, if one is set.
    pub(super) fn overall(&self) -> Option<&'static str> {
        let set = [
            (self.max_failed_deliveries.is_some(), "max_failed_deliveries"),
            (self.max_failing_events.is_some(), "max_failing_events"),
            (self.min_credits.is_some(), "min_credits"),
            (self.window.is_some(), "window"),
            (self.compare.is_some(), "compare"),
            (self.fail_on.is_some(), "fail_on"),
        ];
        set.into_iter().find_map(|(is_set, name)| is_set.then_some(name))
    }

    pub(super) fn budgets(&self) -> Budgets {
        Budgets {
            max_sync_age: self.max_sync_age,
            min_token_lifetime: self.min_token_life,
            max_error_rate: self.max_error_rate,
            max_p95: self.max_p95,
            max_regressions: self.max_regression.clone(),
            min_requests: self.min_requests.unwrap_or(MIN_REQUESTS),
            only: self.only.clone(),
            skip: self.skip.clone(),
            ..Budgets::default()
        }
    }

    pub(super) fn window(&self) -> Duration {
        self.window.unwrap_or(WINDOW)
    }

    pub(super) const fn is_compared(&self) -> bool {
        self.compare.is_some()
    }

    pub(super) fn compare(&self) -> Duration {
        self.compare.unwrap_or(COMPARE)
    }

    pub(super) fn fail_on(&self) -> FailOn {
        self.fail_on.unwrap_or_default()
    }
}

/// Returns the budgets of figures, and those of the others for figures that these leave out.
fn chosen_regressions(mut these: Vec<MaxRegression>, others: Vec<MaxRegression>) -> Vec<MaxRegression> {
    let of_others = others.into_iter().filter(|other| !these.iter().any(|one| one.figure == other.figure));
    let of_others: Vec<_> = of_others.collect();
    these.extend(of_others);
    these
}

/// Reads `5%`, `0.5 %` or `0.05` as a part of one.
///
/// # Errors
/// It is none.
pub fn rate(text: &str) -> Result<f64, String> {
    let (number, scale) = match text.trim().strip_suffix('%') {
        Some(percent) => (percent.trim_end(), 100.0),
        None => (text.trim(), 1.0),
    };
    let wrong = || format!("`{text}` is no rate; write it as `5%`, from 0 to 100 %");
    let is_plain = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let rate = number.parse::<f64>().ok().filter(|_| is_plain).ok_or_else(wrong)? / scale;
    if (0.0..=1.0).contains(&rate) { Ok(rate) } else { Err(wrong()) }
}

#[cfg(test)]
mod tests {
    use super::rate;

    #[test]
    fn rates_as_people_type_them() {
        for (text, expected) in [("5%", 0.05), ("0.5 %", 0.005), ("0.05", 0.05), ("0", 0.0), ("100%", 1.0)] {
            assert!((rate(text).expect("a rate") - expected).abs() < 1e-12, "{text}");
        }
        for text in ["5", "101%", "-1%", "", "%", "NaN", "inf%", "1e-1", "five", "1.2.3%"] {
            assert!(rate(text).is_err(), "{text}");
        }
    }
}
