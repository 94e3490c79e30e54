//! The interval between scheduled syncs, as it is typed.

use std::str::FromStr;
use std::time::Duration;

use crate::measure::parse_duration;

/// The interval between scheduled syncs: `15m` to `24h`, or `off`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Schedule(Option<u64>);

impl Schedule {
    /// Returns the seconds between two syncs, or nothing.
    pub fn seconds(self) -> Option<u64> {
        self.0
    }
}

/// The shortest and the longest schedule, in seconds.
const RANGE: std::ops::RangeInclusive<u64> = 900..=86_400;

impl FromStr for Schedule {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if matches!(text, "off" | "none" | "never") {
            return Ok(Self(None));
        }
        let time: Duration = parse_duration(text).map_err(|error| format!("{error}, or `off`"))?;
        if time.subsec_nanos() != 0 || !RANGE.contains(&time.as_secs()) {
            return Err("a schedule is from `15m` to `24h`, or `off`".into());
        }
        Ok(Self(Some(time.as_secs())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn schedules_people_type() {
        for (text, seconds) in [("15m", Some(900)), ("1h", Some(3600)), ("24h", Some(86_400)), ("1d", Some(86_400))] {
            assert_eq!(text.parse(), Ok(Schedule(seconds)), "{text}");
        }
        assert_eq!("off".parse(), Ok(Schedule(None)));
        for text in ["14m", "25h", "0s", "900500ms", "hourly", "", "-1h"] {
            assert!(text.parse::<Schedule>().is_err(), "{text}");
        }
    }
}
