//! The units of figures for people.

use super::answer::Group;
use crate::view::{Cell, count};

/// The units of a table: one for all of its times and one for its throughput, so that numbers below each other compare.
#[derive(Clone, Copy)]
pub(super) struct Units {
    /// What a second is in the unit, and its name.
    time: (f64, &'static str),
    throughput: (f64, &'static str),
}

impl Units {
    pub(super) fn of(groups: &[Group]) -> Self {
        let figures = || groups.iter().map(|group| &group.figures);
        let middle = |values: &mut dyn Iterator<Item = Option<f64>>| {
            let mut values: Vec<f64> = values.flatten().filter(|value| *value > 0.0).collect();
            values.sort_by(f64::total_cmp);
            values.get(values.len() / 2).copied()
        };
        let p50 = middle(&mut figures().map(|figures| figures.p50_ms.or(figures.mean_ms)));
        Self {
            time: if p50.is_some_and(|ms| ms >= 10_000.0) { (1.0, "s") } else { (1000.0, "ms") },
            throughput: rate_unit(middle(&mut figures().map(|figures| figures.throughput)).unwrap_or_default()),
        }
    }

    /// Returns milliseconds in the unit for people, and as they came for programs.
    pub(super) fn millis<'a>(self, value: Option<f64>) -> Cell<'a> {
        let (scale, unit) = self.time;
        Cell::maybe(value.filter(|ms| ms.is_finite()), |ms| {
            Cell::number(format!("{} {unit}", decimal(ms / 1000.0 * scale))).machine(ms.to_string())
        })
    }

    pub(super) fn throughput<'a>(self, value: Option<f64>) -> Cell<'a> {
        let (scale, unit) = self.throughput;
        Cell::maybe(value, |value| {
            Cell::number(format!("{}/{unit}", decimal(value * scale))).machine(value.to_string())
        })
    }
}

/// Returns a number with one decimal, or with two digits where that would be nothing.
fn decimal(value: f64) -> String {
    if value > 0.0 && value < 0.05 {
        let digits = (-value.log10()).ceil().clamp(0.0, 12.0) + 1.0;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 1 and 13")]
        return format!("{value:.*}", digits as usize);
    }
    let text = format!("{value:.1}");
    match text.split_once('.').and_then(|(whole, rest)| Some((whole.parse().ok()?, rest))) {
        Some((whole, rest)) => format!("{}.{rest}", count(whole)),
        None => text,
    }
}

fn rate_unit(value: f64) -> (f64, &'static str) {
    let units = [(1.0, "s"), (60.0, "min"), (3600.0, "h")];
    units.into_iter().find(|(scale, _)| value * scale >= 1.0).unwrap_or(units[2])
}

/// Returns requests a second in the unit that suits them.
pub(super) fn throughput(value: f64) -> String {
    let (scale, unit) = rate_unit(value);
    format!("{}/{unit}", decimal(value * scale))
}
