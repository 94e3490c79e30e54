//! How times, durations and amounts read: in words on a terminal, exactly elsewhere.

use std::time::Duration;

use jiff::Timestamp;
use jiff::fmt::temporal::DateTimePrinter;
use jiff::tz::TimeZone;

use crate::clock::Zone;

/// What the text of a value depends on.
#[derive(Clone, Debug)]
pub struct Look {
    /// The time "3 minutes ago" is counted from.
    pub now: Timestamp,
    /// The zone people read times in.
    pub zone: Zone,
    /// Whether styles become colours.
    pub color: bool,
    /// Whether stdout is a terminal.
    pub terminal: bool,
    /// Whether words stand for signs, and lists for tables.
    pub blocks: bool,
}

impl Look {
    /// Returns the time relative to now, for example `3 minutes ago`; RFC 3339 UTC off a terminal.
    pub fn ago(&self, at: Timestamp) -> String {
        if !self.terminal {
            return exact(at);
        }
        let seconds = self.now.duration_since(at).as_secs();
        let words = rough(seconds.unsigned_abs());
        match seconds {
            -4..=4 => "just now".to_owned(),
            5.. => format!("{words} ago"),
            _ => format!("in {words}"),
        }
    }

    /// Returns the time in the local zone, to the second; RFC 3339 UTC off a terminal.
    pub fn when(&self, at: Timestamp) -> String {
        if self.terminal {
            at.to_zoned_datetime(TimeZone::clone(&self.zone)).strftime("%Y-%m-%d %H:%M:%S %Z").to_string()
        } else {
            exact(at)
        }
    }

    /// Returns the time and, on a terminal, the time relative to now.
    pub fn when_and_ago(&self, at: Timestamp) -> String {
        if self.terminal { format!("{} ({})", self.when(at), self.ago(at)) } else { exact(at) }
    }
}

/// Returns the time as every machine format has it: RFC 3339 in UTC, with milliseconds.
pub(super) fn exact(at: Timestamp) -> String {
    const PRINTER: DateTimePrinter = DateTimePrinter::new().precision(Some(3));
    PRINTER.timestamp_to_string(&at)
}

fn rough(seconds: u64) -> String {
    const UNITS: [(u64, &str); 5] =
        [(365 * 86_400, "year"), (30 * 86_400, "month"), (86_400, "day"), (3_600, "hour"), (60, "minute")];
    let (size, name) = UNITS.into_iter().find(|(size, _)| seconds >= *size).unwrap_or((1, "second"));
    let amount = seconds / size;
    counted(amount, name)
}

/// Returns a duration in at most two units: `850 ms`, `1.4 s`, `1m 12s`, `3h 05m`, `2d 4h`.
pub fn span(time: Duration) -> String {
    let seconds = time.as_secs();
    match seconds {
        0 if time < Duration::from_millis(1) && !time.is_zero() => format!("{} µs", time.as_micros()),
        0 => format!("{} ms", time.as_millis()),
        1..=9 => format!("{}.{} s", seconds, time.subsec_millis() / 100),
        10..=59 => format!("{seconds} s"),
        60..=3_599 => format!("{}m {:02}s", seconds / 60, seconds % 60),
        3_600..=86_399 => format!("{}h {:02}m", seconds / 3_600, seconds % 3_600 / 60),
        _ => format!("{}d {}h", seconds / 86_400, seconds % 86_400 / 3_600),
    }
}

/// Returns a size in binary units with one decimal: `512 B`, `1.4 MiB`.
pub fn bytes(size: u64) -> String {
    const UNITS: [&str; 6] = ["KiB", "MiB", "GiB", "TiB", "PiB", "EiB"];
    if size < 1024 {
        return format!("{size} B");
    }
    let power = size.ilog2() / 10;
    let tenths = (u128::from(size) * 10) >> (power * 10);
    format!("{}.{} {}", tenths / 10, tenths % 10, UNITS[power as usize - 1])
}

/// Returns a count with its noun, which is given for one: `1 request`, `12,345 requests`, `2 deliveries`.
pub fn counted(amount: u64, noun: &str) -> String {
    let number = count(amount);
    let stem = noun.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'o', 'u']));
    match (amount, stem) {
        (1, _) => format!("{number} {noun}"),
        (_, Some(stem)) => format!("{number} {stem}ies"),
        (_, None) => format!("{number} {noun}s"),
    }
}

/// Returns a count with separators: `12,345`.
pub fn count(amount: u64) -> String {
    let digits = amount.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn look(terminal: bool) -> Look {
        let now = "2026-03-01T12:00:00Z".parse().unwrap();
        Look { now, zone: TimeZone::get("Europe/Berlin").unwrap().into(), color: false, terminal, blocks: false }
    }

    #[test]
    fn people_read_words_and_machines_read_rfc_3339() {
        let at: Timestamp = "2026-03-01T11:57:00.5Z".parse().unwrap();
        assert_eq!(look(true).ago(at), "2 minutes ago");
        assert_eq!(look(true).when(at), "2026-03-01 12:57:00 CET");
        assert_eq!(look(true).when_and_ago(at), "2026-03-01 12:57:00 CET (2 minutes ago)");
        for text in [look(false).ago(at), look(false).when(at), look(false).when_and_ago(at)] {
            assert_eq!(text, "2026-03-01T11:57:00.500Z");
        }
        let ago = |text: &str| look(true).ago(text.parse().unwrap());
        assert_eq!(ago("2026-03-01T12:00:03Z"), "just now");
        assert_eq!(ago("2026-03-01T13:00:00Z"), "in 1 hour");
        assert_eq!(ago("2026-02-27T12:00:00Z"), "2 days ago");
        assert_eq!(ago("2020-01-01T00:00:00Z"), "6 years ago");
        assert_eq!(look(true).ago(Timestamp::MIN), "12,033 years ago");
    }

    #[test]
    fn durations() {
        let rows = [
            (0, "0 ms"),
            (850, "850 ms"),
            (1_450, "1.4 s"),
            (12_000, "12 s"),
            (72_000, "1m 12s"),
            (11_100_000, "3h 05m"),
            (187_200_000, "2d 4h"),
        ];
        for (ms, text) in rows {
            assert_eq!(span(Duration::from_millis(ms)), text);
        }
        assert_eq!(span(Duration::from_micros(12)), "12 µs");
    }

    #[test]
    fn amounts() {
        assert_eq!([0, 999, 1_000, 1_234_567].map(count), ["0", "999", "1,000", "1,234,567"]);
        assert_eq!(
            [0, 1_023, 1_024, 1_468_006, u64::MAX].map(bytes),
            ["0 B", "1023 B", "1.0 KiB", "1.3 MiB", "15.9 EiB"]
        );
    }
}
