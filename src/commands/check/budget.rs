//! The budgets of a check, as arguments.

use std::time::Duration;

use crate::health::{Budgets, MIN_REQUESTS};
use crate::measure::parse_positive_duration;

/// What connections are held against.
#[derive(clap::Args, Debug)]
#[command(next_help_heading = "Budgets")]
pub(super) struct BudgetArgs {
    /// Maximum sync age, for example `24h`
    ///
    /// Default: twice the schedule of the connection plus one hour, or two days without a schedule.
    #[arg(long, value_name = "TIME", value_parser = parse_positive_duration, allow_hyphen_values = true)]
    max_sync_age: Option<Duration>,

    /// Minimum token lifetime, for example `3d`
    #[arg(long, value_name = "TIME", value_parser = parse_positive_duration, allow_hyphen_values = true)]
    min_token_life: Option<Duration>,

    /// Maximum error rate, for example `5%`
    #[arg(long, value_name = "RATE", value_parser = rate)]
    max_error_rate: Option<f64>,

    /// Maximum p95 latency, for example `2s`
    #[arg(long, value_name = "TIME", value_parser = parse_positive_duration, allow_hyphen_values = true)]
    max_p95: Option<Duration>,

    /// Maximum number of webhook deliveries given up
    #[arg(long, value_name = "COUNT", hide_short_help = true)]
    max_failed_deliveries: Option<u64>,

    /// Minimum number of requests for an error rate or latency
    ///
    /// With fewer the result is unknown, and the check does not pass.
    #[arg(long, value_name = "COUNT", default_value_t = MIN_REQUESTS, hide_short_help = true)]
    min_requests: u64,

    /// Time range to evaluate
    #[arg(long, value_name = "TIME", default_value = "24h", value_parser = parse_positive_duration, allow_hyphen_values = true)]
    window: Duration,
}

impl BudgetArgs {
    pub(super) fn budgets(&self) -> Budgets {
        Budgets {
            max_sync_age: self.max_sync_age,
            min_token_lifetime: self.min_token_life,
            max_error_rate: self.max_error_rate,
            max_p95: self.max_p95,
            min_requests: self.min_requests,
            ..Budgets::default()
        }
    }

    pub(super) fn failed_deliveries(&self) -> Option<u64> {
        self.max_failed_deliveries
    }

    pub(super) fn window(&self) -> Duration {
        self.window
    }
}

/// Reads `5%`, `0.5 %` or `0.05` as a part of one.
fn rate(text: &str) -> Result<f64, String> {
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
