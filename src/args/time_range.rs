//! `--since` and `--until`.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::failure::Failure;
use crate::measure::parse_instant;

/// A span of time, open at either end.
#[derive(clap::Args, Clone, Debug, Default)]
pub struct TimeRange {
    /// Start: `24h` ago, a date, or RFC 3339
    #[arg(long, value_name = "TIME")]
    since: Option<String>,

    /// End, in the same forms; default: now
    #[arg(long, value_name = "TIME")]
    until: Option<String>,
}

impl TimeRange {
    /// Returns whether neither end was given.
    pub fn is_empty(&self) -> bool {
        self.since.is_none() && self.until.is_none()
    }

    /// Resolves both ends: a duration counts back from `now`, a date begins in `zone`.
    ///
    /// # Errors
    /// [`crate::exit::Exit::Usage`], naming the flag whose value is no time; and for a span that ends before it begins.
    pub fn resolve(&self, now: Timestamp, zone: &TimeZone) -> Result<(Option<Timestamp>, Option<Timestamp>), Failure> {
        let resolved = |flag: &str, text: Option<&str>| {
            let resolved = text.map(|text| parse_instant(text, now, zone)).transpose();
            resolved.map_err(|error| Failure::usage(format!("`{flag}`: {error}")))
        };
        let range = (resolved("--since", self.since.as_deref())?, resolved("--until", self.until.as_deref())?);
        if let (Some(since), Some(until)) = range {
            check_order(since, until)?;
        }
        Ok(range)
    }
}

/// Refuses a span that ends before it begins, or as it does.
///
/// # Errors
/// [`crate::exit::Exit::Usage`].
pub fn check_order(since: Timestamp, until: Timestamp) -> Result<(), Failure> {
    if since < until {
        return Ok(());
    }
    Err(Failure::usage(format!("`--since` is {since}, and that is not before {until}")))
}
