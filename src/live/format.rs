//! Times and attempts as text on this screen.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::inbox::query::Attempt;
use crate::term::Style;

/// The zone, and the time that is now.
#[derive(Clone, Debug)]
pub(super) struct TimeFormat {
    pub(super) zone: TimeZone,
    pub(super) now: Timestamp,
}

impl TimeFormat {
    /// Returns the time of day; with the date if that is another one than today's.
    pub(super) fn time(&self, at: Timestamp) -> String {
        let (at, now) = (at.to_zoned_datetime(self.zone.clone()), self.now.to_zoned_datetime(self.zone.clone()));
        let pattern = if at.date() == now.date() { "%H:%M:%S" } else { "%m-%d %H:%M:%S" };
        at.strftime(pattern).to_string()
    }

    /// Returns date, time and zone.
    pub(super) fn day(&self, at: Timestamp) -> String {
        at.to_zoned_datetime(self.zone.clone()).strftime("%Y-%m-%d %H:%M:%S%.3f %Z").to_string()
    }

    /// Returns how long ago something was, in one unit.
    pub(super) fn age(&self, at: Timestamp) -> String {
        let seconds = self.now.duration_since(at).as_secs().max(0);
        match seconds {
            0..=1 => "just now".to_owned(),
            2..=59 => format!("{seconds} s ago"),
            60..=3_599 => format!("{} min ago", seconds / 60),
            3_600..=86_399 => format!("{} h ago", seconds / 3_600),
            _ => format!("{} d ago", seconds / 86_400),
        }
    }
}

/// Returns the result of an attempt, in a few words.
pub(super) fn attempt(attempt: &Attempt) -> (String, Style) {
    let millis = attempt.millis.map(|millis| format!(" in {millis:.0} ms")).unwrap_or_default();
    match (attempt.status, &attempt.error, attempt.ended_at) {
        (Some(status), None, _) => (format!("{status}{millis}"), Style::Good),
        (Some(status), Some(_), _) => (format!("{status}{millis}"), Style::Bad),
        (None, _, Some(_)) => (format!("no answer{millis}"), Style::Bad),
        (None, _, None) => ("under way".to_owned(), Style::Muted),
    }
}
