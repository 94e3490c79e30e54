//! Lengths of time as people write them.

use std::time::Duration;

/// Reads a length of time that is not zero: `500ms`, `30s`, `2m`, `1h 30m`, `7d`.
///
/// # Errors
/// A sentence that says how to write one.
pub fn length(text: &str) -> Result<Duration, String> {
    let text = text.trim();
    let days = text.strip_suffix('d').and_then(|days| days.trim().parse::<u64>().ok());
    let parsed = match days {
        Some(days) => days.checked_mul(86_400).map(Duration::from_secs),
        None => text.parse::<jiff::SignedDuration>().ok().and_then(|time| Duration::try_from(time).ok()),
    };
    let time = parsed.filter(|time| !time.is_zero());
    time.ok_or_else(|| "write a length of time as `500ms`, `30s`, `2m`, `1h 30m` or `7d`".into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_read_as_people_write_them() {
        let rows = [("500ms", 500), ("30s", 30_000), ("1h 30m", 5_400_000), (" 7d ", 604_800_000)];
        for (text, ms) in rows {
            assert_eq!(length(text), Ok(Duration::from_millis(ms)), "{text}");
        }
        for wrong in ["", "0s", "-3s", "30", "soon", "99999999999999999999d"] {
            length(wrong).expect_err(wrong);
        }
    }
}
