//! Charts of values over time, and by hour and weekday: in braille, in ASCII, in words and as SVG.
//!
//! What has no value is a gap, never zero.

mod drawing;
mod heat_map;
mod plot;
mod sparkline;
pub mod svg;
#[cfg(test)]
mod tests;
mod unit;

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

pub use self::drawing::Drawing;
pub use self::heat_map::{HeatMap, LEVELS, WEEKDAYS};
pub use self::sparkline::sparkline;
pub use self::unit::Unit;

/// Values in the order of time, one for each span of the same length.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// What it shows, as `p95 of Plant 7`.
    pub title: String,
    /// What the values are.
    pub unit: Unit,
    /// Start of the first span.
    pub start: Timestamp,
    /// Length of each span; more than zero.
    pub step: SignedDuration,
    /// Nothing where there is no value.
    pub values: Vec<Option<f64>>,
    /// The same of the time to compare with, if there is one; as long as the values.
    pub baseline: Option<Baseline>,
    /// Since when it is another.
    pub change: Option<Change>,
}

/// Values to compare with.
#[derive(Clone, Debug, PartialEq)]
pub struct Baseline {
    /// What it is, as `7 days before`.
    pub title: String,
    /// As in the series.
    pub values: Vec<Option<f64>>,
}

/// A change for good.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Start of the first span after it.
    pub at: Timestamp,
    /// What changed, as `p95 2.3x of the week before`.
    pub text: String,
}

impl Series {
    /// Returns the start of a span.
    pub fn time(&self, index: usize) -> Timestamp {
        let steps = i32::try_from(index).unwrap_or(i32::MAX);
        self.start.checked_add(self.step.saturating_mul(steps)).unwrap_or(Timestamp::MAX)
    }

    /// Returns the end of the last span.
    pub fn end(&self) -> Timestamp {
        self.time(self.values.len())
    }

    /// Returns whether there is any value.
    pub fn is_empty(&self) -> bool {
        self.values.iter().all(Option::is_none)
    }

    /// Returns the number of spans without a value.
    pub fn gaps(&self) -> usize {
        self.values.iter().filter(|value| value.is_none()).count()
    }

    /// Returns the index of the first span after the change, where it is within the series.
    pub fn change_index(&self) -> Option<usize> {
        let change = self.change.as_ref()?;
        (0..self.values.len()).find(|index| self.time(*index) >= change.at)
    }

    /// Returns the ticks of the axis of values, from 0 to above the highest.
    pub fn ticks(&self) -> Vec<f64> {
        let values = self.values.iter().chain(self.baseline.iter().flat_map(|baseline| &baseline.values));
        ticks(values.flatten().copied().fold(0.0, f64::max))
    }

    /// Returns a time in a few words, as exact as the length of the series needs.
    pub fn label(&self, at: Timestamp, zone: &TimeZone) -> String {
        let span = self.end().duration_since(self.start);
        let form = match span.as_hours() {
            ..=24 => "%H:%M",
            25..=192 => "%a %H:%M",
            _ => "%b %-d",
        };
        at.to_zoned_datetime(zone.clone()).strftime(form).to_string()
    }
}

/// Returns four or five ticks from 0 to `highest` or above.
fn ticks(highest: f64) -> Vec<f64> {
    let highest = if highest.is_finite() && highest > 0.0 { highest } else { 1.0 };
    let rough = highest / 4.0;
    let power = 10_f64.powf(rough.log10().floor());
    let step = [1.0, 2.0, 2.5, 5.0, 10.0].map(|factor| factor * power);
    let step = step.into_iter().find(|step| *step >= rough * 0.999_999).unwrap_or(10.0 * power);
    let mut all = vec![0.0];
    let mut tick = 0.0;
    while tick < highest * 0.999_999 {
        tick += step;
        all.push(tick);
    }
    all
}
