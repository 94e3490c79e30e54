//! Values by hour and day of the week.

use super::drawing::Drawing;
use super::unit::Unit;
use crate::term::{Line, Style};

/// The days, in their order.
pub const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
/// Number of shades.
pub const LEVELS: usize = 4;
/// Values within this ratio are about the same.
const ALIKE: f64 = 1.25;

/// A value for each hour of each day of the week.
#[derive(Clone, Debug, PartialEq)]
pub struct HeatMap {
    /// What it shows, as `p95 by hour and weekday`.
    pub title: String,
    /// What the values are.
    pub unit: Unit,
    /// By day, from Monday, and by hour. Nothing where there is no value.
    pub cells: [[Option<f64>; 24]; 7],
}

impl HeatMap {
    fn values(&self) -> Vec<f64> {
        let mut values: Vec<f64> = self.cells.iter().flatten().flatten().copied().collect();
        values.sort_by(f64::total_cmp);
        values
    }

    /// Returns whether there is any value.
    pub fn is_empty(&self) -> bool {
        self.cells.iter().flatten().all(Option::is_none)
    }

    /// Returns the highest value of each shade: each is the same number of times that before it, so that a difference of a
    /// few percent is not seen as one. Values that are about the same have one shade.
    pub fn bounds(&self) -> Option<[f64; LEVELS]> {
        let values = self.values();
        let highest = *values.last()?;
        let lowest = values.into_iter().find(|value| *value > 0.0).unwrap_or(highest);
        if highest < lowest * ALIKE {
            return Some([highest; LEVELS]);
        }
        #[expect(clippy::cast_precision_loss, reason = "small counts")]
        let bound = |level: usize| lowest * (highest / lowest).powf((level + 1) as f64 / LEVELS as f64);
        Some(std::array::from_fn(|level| if level + 1 == LEVELS { highest } else { bound(level) }))
    }

    /// Returns the shade of a value, from 0.
    pub fn level(bounds: &[f64; LEVELS], value: f64) -> usize {
        bounds.iter().take(LEVELS - 1).filter(|bound| value > **bound).count()
    }

    /// Returns the shades that are in use, with their highest value.
    pub fn legend(&self) -> Vec<(usize, String)> {
        let Some(bounds) = self.bounds() else { return Vec::new() };
        let mut used: Vec<usize> = self.values().iter().map(|value| Self::level(&bounds, *value)).collect();
        used.dedup();
        used.into_iter().map(|level| (level, self.unit.format(bounds[level]))).collect()
    }

    /// Returns the drawing, in lines that are at most `width` columns long, from 28 on.
    pub fn lines(&self, drawing: Drawing, width: usize) -> Vec<Line> {
        let signs = match drawing {
            Drawing::Braille => ['░', '▒', '▓', '█'],
            Drawing::Ascii => ['1', '2', '3', '4'],
            Drawing::Words => return self.words(),
        };
        let none = if drawing == Drawing::Ascii { '.' } else { '·' };
        let mut lines = vec![Line::new().heading(self.title.as_str())];
        let Some(bounds) = self.bounds() else {
            lines.push(Line::new().muted("no values in this time"));
            return lines;
        };
        let wide = [3, 2, 1].into_iter().find(|wide| 4 + 24 * wide <= width).unwrap_or(1);
        let hours = [0, 6, 12, 18].map(|hour| format!("{hour:<each$}", each = 6 * wide)).concat();
        lines.push(Line::new().muted(format!("    {}", hours.trim_end())));
        for (day, cells) in WEEKDAYS.iter().zip(&self.cells) {
            let mut line = Line::new().muted(format!("{:<4}", &day[..3]));
            for cell in cells {
                let (style, sign) = match cell {
                    Some(value) => (Style::Plain, signs[Self::level(&bounds, *value)]),
                    None => (Style::Muted, none),
                };
                let cell = if cell.is_none() { format!("{sign:<wide$}") } else { sign.to_string().repeat(wide) };
                line = line.styled(style, cell);
            }
            lines.push(line);
        }
        let mut legend: Vec<String> =
            self.legend().into_iter().map(|(level, bound)| format!("{} to {bound}", signs[level])).collect();
        if self.cells.iter().flatten().any(Option::is_none) {
            legend.push(format!("{none} no requests"));
        }
        lines.push(Line::new().muted(legend.join("  ")));
        lines
    }

    /// Returns a sentence for each day.
    fn words(&self) -> Vec<Line> {
        let mut lines = vec![Line::new().heading(self.title.as_str())];
        for (day, cells) in WEEKDAYS.iter().zip(&self.cells) {
            let values: Vec<(usize, f64)> =
                cells.iter().enumerate().filter_map(|(hour, value)| Some((hour, (*value)?))).collect();
            let lowest = values.iter().min_by(|one, other| one.1.total_cmp(&other.1));
            let highest = values.iter().max_by(|one, other| one.1.total_cmp(&other.1));
            let (Some(lowest), Some(highest)) = (lowest, highest) else {
                lines.push(format!("{day}: no requests").into());
                continue;
            };
            let of = |(hour, value): &(usize, f64)| format!("{} at {hour:02}:00", self.unit.format(*value));
            let gaps = match 24 - values.len() {
                0 => String::new(),
                1 => "; 1 hour without requests".to_owned(),
                many => format!("; {many} hours without requests"),
            };
            lines.push(format!("{day}: highest {}, lowest {}{gaps}", of(highest), of(lowest)).into());
        }
        lines
    }
}
