//! Times as the database keeps them (milliseconds since 1970) and as the platform writes them.

use jiff::Timestamp;

/// Returns a time in milliseconds since 1970.
pub(crate) fn millis(time: Timestamp) -> i64 {
    time.as_millisecond()
}

/// Returns the time of so many milliseconds since 1970; the last time there is for one out of range.
pub(crate) fn time(millis: i64) -> Timestamp {
    Timestamp::from_millisecond(millis).unwrap_or(Timestamp::MAX)
}

/// Formats a time as the platform does: ISO 8601 in UTC, without a fraction for whole seconds.
pub(crate) fn iso(millis: i64) -> String {
    time(millis).to_string()
}
