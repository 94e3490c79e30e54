//! Hours in which nobody is notified.

use std::str::FromStr;

use jiff::civil::{DateTime, Weekday};

/// Minutes of a day.
const DAY: u16 = 24 * 60;

/// Names of the days, from Monday.
const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// A time of the day, on some days of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QuietHours {
    /// Whether it begins on each day, from Monday.
    days: [bool; 7],
    /// Minutes since midnight.
    from: u16,
    /// Not after `from`: on the next day.
    to: u16,
}

impl FromStr for QuietHours {
    type Err = String;

    /// Reads `22:00-06:00`, `sat,sun 00:00-24:00`, `mon-fri 18:00-08:00`.
    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || "write it as `22:00-06:00`, or with days, as `sat,sun 00:00-24:00` or `mon-fri 18:00-08:00`";
        let (days, hours) = match text.trim().rsplit_once(' ') {
            Some((days, hours)) => (parsed_days(days).ok_or_else(wrong)?, hours),
            None => ([true; 7], text.trim()),
        };
        let (from, to) = hours.split_once('-').ok_or_else(wrong)?;
        let (from, to) = (minutes(from).filter(|from| *from < DAY), minutes(to));
        let (from, to) = from.zip(to).filter(|(from, to)| from != to).ok_or_else(wrong)?;
        Ok(Self { days, from, to })
    }
}

fn parsed_days(text: &str) -> Option<[bool; 7]> {
    let day = |name: &str| DAYS.iter().position(|day| name.trim().eq_ignore_ascii_case(day));
    let mut days = [false; 7];
    for part in text.split(',') {
        let (first, last) = part.split_once('-').unwrap_or((part, part));
        let (first, last) = (day(first)?, day(last)?);
        // `sat-mon` goes over the end of the week.
        let count = (last + 7 - first) % 7;
        (first..=first + count).for_each(|at| days[at % 7] = true);
    }
    Some(days)
}

fn minutes(text: &str) -> Option<u16> {
    let (hours, minutes) = text.trim().split_once(':')?;
    let number = |text: &str| {
        let digits = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
        text.parse::<u16>().ok().filter(|_| digits)
    };
    let (hours, minutes) = (number(hours)?, number(minutes)?);
    let at = hours * 60 + minutes;
    (minutes < 60 && at <= DAY).then_some(at)
}

impl QuietHours {
    /// Returns whether a local time lies in it.
    pub fn contains(&self, at: DateTime) -> bool {
        let minute = u16::from(at.hour().unsigned_abs()) * 60 + u16::from(at.minute().unsigned_abs());
        let today = usize::from(Weekday::to_monday_zero_offset(at.weekday()).unsigned_abs());
        let begins = |day: usize| self.days[day % 7];
        if self.from < self.to {
            return begins(today) && (self.from..self.to).contains(&minute);
        }
        (begins(today) && minute >= self.from) || (begins(today + 6) && minute < self.to)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_and_days_as_people_type_them() {
        // 2026-03-01 is a Sunday.
        for (text, at, is_quiet) in [
            ("22:00-06:00", "2026-03-01T23:00", true),
            ("22:00-06:00", "2026-03-01T05:59", true),
            ("22:00-06:00", "2026-03-01T06:00", false),
            ("22:00-06:00", "2026-03-01T21:59", false),
            ("12:00-13:00", "2026-03-01T12:30", true),
            ("12:00-13:00", "2026-03-01T13:00", false),
            ("sat,sun 00:00-24:00", "2026-03-01T23:59", true),
            ("Sat,Sun 00:00-24:00", "2026-03-02T00:00", false),
            ("mon-fri 18:00-08:00", "2026-03-02T07:00", false),
            ("mon-fri 18:00-08:00", "2026-03-02T18:00", true),
            ("mon-fri 18:00-08:00", "2026-03-07T07:59", true),
            ("mon-fri 18:00-08:00", "2026-03-07T18:00", false),
            ("fri-mon 18:00-08:00", "2026-03-01T18:00", true),
        ] {
            let hours: QuietHours = text.parse().expect("hours");
            assert_eq!(hours.contains(at.parse().expect("a time")), is_quiet, "{text} at {at}");
        }
        for text in
            ["", "22:00", "22-06", "24:00-06:00", "22:00-24:01", "22:60-06:00", "22:00-22:00", "xyz 22:00-06:00"]
        {
            assert!(text.parse::<QuietHours>().is_err(), "{text}");
        }
    }
}
