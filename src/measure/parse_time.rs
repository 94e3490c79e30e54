//! Times as people type them: `24h`, `1h30m`, `2026-03-01`, `2026-03-01T09:00:00Z`.

use std::time::Duration;

use jiff::Timestamp;
use jiff::civil;
use jiff::tz::TimeZone;
use thiserror::Error;

/// Why a text is not a time or a duration.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum TimeError {
    /// Not a duration.
    #[error("`{0}` is no duration; write it as `90s`, `15m`, `24h`, `7d` or `1h30m`")]
    Duration(String),
    /// Neither a duration nor a point in time.
    #[error("`{0}` is no time; write `24h` for that long ago, `2026-03-01`, or `2026-03-01T09:00:00Z`")]
    Instant(String),
    /// Zero or less, where time has to pass.
    #[error("`{0}` must be more than zero; write it as `90s`, `15m`, `24h`, `7d` or `1h30m`")]
    NotPositive(String),
    /// A duration that is out of range.
    #[error("`{0}` is too long")]
    TooLong(String),
}

/// Parses a duration: numbers with a unit (`ms`, `s`, `m`, `h`, `d`, `w`), largest first. A day is 24 hours.
///
/// # Errors
/// When it is none, or longer than ten thousand years.
pub fn parse_duration(text: &str) -> Result<Duration, TimeError> {
    let wrong = || TimeError::Duration(text.into());
    let too_long = || TimeError::TooLong(text.into());
    let mut rest = text.trim();
    let mut total = Duration::ZERO;
    let mut last_unit = u64::MAX;
    if rest.is_empty() {
        return Err(wrong());
    }
    while !rest.is_empty() {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let (number, tail) = rest.split_at(digits);
        let letters = tail.bytes().take_while(u8::is_ascii_alphabetic).count();
        let (unit, tail) = tail.split_at(letters);
        let millis: u64 = match unit {
            "ms" => 1,
            "s" => 1000,
            "m" | "min" => 60_000,
            "h" => 3_600_000,
            "d" => 86_400_000,
            "w" => 604_800_000,
            _ => return Err(wrong()),
        };
        if number.is_empty() || millis >= last_unit {
            return Err(wrong());
        }
        last_unit = millis;
        let number: u64 = number.parse().map_err(|_| too_long())?;
        let part = Duration::from_millis(number.checked_mul(millis).ok_or_else(too_long)?);
        total = total.checked_add(part).ok_or_else(too_long)?;
        rest = tail;
    }
    if total > Duration::from_hours(10_000 * 366 * 24) { Err(too_long()) } else { Ok(total) }
}

/// Parses a duration that is more than zero: a window or a limit of no time means nothing.
///
/// # Errors
/// As [`parse_duration`], and when it is zero or negative.
pub fn parse_positive_duration(text: &str) -> Result<Duration, TimeError> {
    let is_negative = text.trim().strip_prefix('-').is_some_and(|rest| parse_duration(rest).is_ok());
    match parse_duration(text) {
        Ok(time) if !time.is_zero() => Ok(time),
        Ok(_) => Err(TimeError::NotPositive(text.into())),
        Err(_) if is_negative => Err(TimeError::NotPositive(text.into())),
        Err(error) => Err(error),
    }
}

/// Parses a point in time: a duration is that long before `now`, a date is its first moment in `zone`, a date with a
/// time and no offset is in `zone`, and with an offset or `Z` it is exact.
///
/// # Errors
/// When it is none of these.
pub fn parse_instant(text: &str, now: Timestamp, zone: &TimeZone) -> Result<Timestamp, TimeError> {
    let text = text.trim();
    match parse_duration(text) {
        Ok(ago) => return now.checked_sub(ago).map_err(|_| TimeError::TooLong(text.into())),
        Err(error @ TimeError::TooLong(_)) => return Err(error),
        Err(_) if text == "now" => return Ok(now),
        Err(_) => {}
    }
    parse_moment(text, zone).ok_or_else(|| TimeError::Instant(text.into()))
}

/// Parses a date or a time as [`parse_instant`] does, and no duration. Nothing when it is neither.
pub fn parse_moment(text: &str, zone: &TimeZone) -> Option<Timestamp> {
    let text = text.trim();
    if let Ok(stamp) = text.parse::<Timestamp>() {
        return Some(stamp);
    }
    // Something with an offset that did not parse must not be read as local time by leaving the offset out.
    let date_time: civil::DateTime = match text.parse::<civil::Date>() {
        Ok(date) if text.len() == 10 => date.at(0, 0, 0, 0),
        _ if text.ends_with(['Z', 'z', ']']) || text.bytes().skip(10).any(|b| matches!(b, b'+' | b'-')) => {
            return None;
        }
        _ if text.len() > 10 => text.parse().ok()?,
        _ => return None,
    };
    date_time.to_zoned_datetime(zone.clone()).ok().map(|zoned| zoned.timestamp())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn instant(text: &str) -> Result<String, TimeError> {
        let now = "2026-03-04T05:06:07Z".parse().expect("constant");
        let zone = TimeZone::fixed(jiff::tz::offset(2));
        parse_instant(text, now, &zone).map(|stamp| stamp.to_string())
    }

    #[test]
    fn durations() {
        for (text, seconds) in
            [("90s", 90), ("15m", 900), ("24h", 86_400), ("7d", 604_800), ("1h30m", 5400), ("2w", 1_209_600)]
        {
            assert_eq!(parse_duration(text), Ok(Duration::from_secs(seconds)), "{text}");
        }
        assert_eq!(parse_duration(" 250ms "), Ok(Duration::from_millis(250)));
        for text in ["", "5", "h", "-5m", "5m5m", "5m1h", "1.5h", "5 m", "5µs", "５m", "1h 5m", "NaN"] {
            assert_eq!(parse_duration(text), Err(TimeError::Duration(text.into())), "{text}");
        }
        for text in ["99999999999999999999d", "18446744073709551615w", "4000000d"] {
            assert_eq!(parse_duration(text), Err(TimeError::TooLong(text.into())), "{text}");
        }
    }

    #[test]
    fn points_in_time() {
        for (text, expected) in [
            ("1h", "2026-03-04T04:06:07Z"),
            ("now", "2026-03-04T05:06:07Z"),
            ("2026-03-01", "2026-02-28T22:00:00Z"),
            ("2026-03-01T09:00:00", "2026-03-01T07:00:00Z"),
            ("2026-03-01 09:00", "2026-03-01T07:00:00Z"),
            ("2026-03-01T09:00:00Z", "2026-03-01T09:00:00Z"),
            ("2026-03-01T09:00:00+05:30", "2026-03-01T03:30:00Z"),
        ] {
            assert_eq!(instant(text).as_deref(), Ok(expected), "{text}");
        }
        for text in
            ["yesterday", "2026-13-01", "2026-02-30", "03/01/2026", "2026-03-01T25:00:00Z", "9000000w", "2026-3-1", ""]
        {
            assert!(instant(text).is_err(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn never_panics(text in "\\PC{0,30}") {
            let _ = instant(&text);
        }
    }
}
