//! A series as lines of text.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::{Drawing, Series};
use crate::term::{Line, Style};

/// Rows of the drawing, without the axis of time.
const ROWS: usize = 10;
/// Columns of the drawing, at least; a narrower terminal breaks its lines.
const NARROWEST: usize = 10;
/// Columns of the drawing at most: more dots than values show nothing more.
const WIDEST: usize = 120;

/// One character of the drawing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Dots {
    /// The dots of the values, as braille has them in its code.
    values: u8,
    is_baseline: bool,
    is_change: bool,
}

impl Dots {
    fn draw(self, is_ascii: bool) -> (Style, char) {
        match self {
            Self { values: 0, is_change: true, .. } => (Style::Caution, if is_ascii { ':' } else { '┊' }),
            Self { values: 0, is_baseline: true, .. } => (Style::Muted, if is_ascii { '.' } else { '·' }),
            Self { values: 0, .. } => (Style::Plain, ' '),
            Self { values, .. } if !is_ascii => {
                (Style::Plain, char::from_u32(0x2800 + u32::from(values)).unwrap_or(' '))
            }
            Self { .. } => (Style::Plain, '*'),
        }
    }
}

impl Series {
    /// Returns the drawing, in lines that are at most `width` columns long.
    pub fn lines(&self, drawing: Drawing, width: usize, zone: &TimeZone) -> Vec<Line> {
        let is_ascii = match drawing {
            Drawing::Braille => false,
            Drawing::Ascii => true,
            Drawing::Words => return self.words(zone),
        };
        let mut lines = vec![Line::new().heading(self.title.as_str())];
        if self.is_empty() {
            lines.push(Line::new().muted("no values in this time"));
            return lines;
        }
        let ticks = self.ticks();
        let top = ticks.last().copied().unwrap_or(1.0);
        let labels: Vec<String> = ticks.iter().map(|tick| self.unit.format(*tick)).collect();
        let gutter = labels.iter().map(|label| label.chars().count()).max().unwrap_or(0);
        let columns = width.saturating_sub(gutter + 2).clamp(NARROWEST, WIDEST);
        let cells = self.cells(columns, top);
        for (row, cells) in cells.iter().enumerate() {
            let tick = ticks.iter().position(|tick| row_of(*tick, top) == row);
            let label = tick.map(|tick| labels[tick].as_str()).unwrap_or_default();
            let axis = match (tick, is_ascii) {
                (Some(_), false) => '┤',
                (None, false) => '│',
                (Some(_), true) => '+',
                (None, true) => '|',
            };
            let mut line = Line::new().muted(format!("{label:>gutter$} {axis}"));
            for run in cells.chunk_by(|one, next| one.draw(is_ascii).0 == next.draw(is_ascii).0) {
                line = line
                    .styled(run[0].draw(is_ascii).0, run.iter().map(|dots| dots.draw(is_ascii).1).collect::<String>());
            }
            lines.push(line);
        }
        let (corner, along) = if is_ascii { ("+", "-") } else { ("└", "─") };
        lines.push(Line::new().muted(format!("{:gutter$} {corner}{}", "", along.repeat(columns))));
        lines.push(Line::new().muted(format!("{:gutter$}  {}", "", self.time_axis(columns, zone))));
        lines.extend(self.legend(is_ascii, zone));
        lines
    }

    /// Returns the characters, from the top row down.
    fn cells(&self, columns: usize, top: f64) -> Vec<Vec<Dots>> {
        let mut cells = vec![vec![Dots::default(); columns]; ROWS];
        let (across, down) = (columns * 2, ROWS * 4);
        let place = |index: usize| (2 * index + 1) * across / (2 * self.values.len().max(1));
        for (index, value) in self.baseline.iter().flat_map(|baseline| baseline.values.iter().enumerate()) {
            if let (Some(value), true) = (value, index < self.values.len()) {
                cells[row_of(*value, top)][(place(index) / 2).min(columns - 1)].is_baseline = true;
            }
        }
        if let Some(index) = self.change_index() {
            // Between the span before it and that after it.
            let column = (index * across / self.values.len().max(1) / 2).min(columns - 1);
            for row in &mut cells {
                row[column].is_change = true;
            }
        }
        let mut dot = |x: usize, y: usize| {
            let (x, y) = (x.min(across - 1), y.min(down - 1));
            let bit = [[0x01, 0x02, 0x04, 0x40], [0x08, 0x10, 0x20, 0x80]][x % 2][y % 4];
            cells[y / 4][x / 2].values |= bit;
        };
        let height = |value: f64| down - 1 - scaled(value, top, down - 1);
        for (index, value) in self.values.iter().enumerate() {
            let Some(value) = value else { continue };
            let (x, y) = (place(index), height(*value));
            dot(x, y);
            // A value alone would be one dot.
            match self.values.get(index + 1).copied().flatten() {
                Some(next) => line((x, y), (place(index + 1), height(next)), &mut dot),
                None => dot(x + 1, y),
            }
        }
        cells
    }

    /// Returns the times below the drawing: of its start, its middle where there is room, and its end.
    fn time_axis(&self, columns: usize, zone: &TimeZone) -> String {
        let label = |at: Timestamp| self.label(at, zone);
        let (first, last) = (label(self.start), label(self.end()));
        let middle = label(self.time(self.values.len() / 2));
        let width = |text: &String| text.chars().count();
        let used = width(&first) + width(&last);
        if self.values.len() > 1 && columns >= used + width(&middle) + 4 {
            let at = (self.values.len() / 2) * columns / self.values.len();
            let at = at.saturating_sub(width(&middle) / 2).max(width(&first) + 1);
            let start = format!("{first:at$}{middle}");
            let room = columns.saturating_sub(start.chars().count());
            return format!("{start}{last:>room$}");
        }
        let room = columns.saturating_sub(width(&first));
        if room > width(&last) { format!("{first}{last:>room$}") } else { first }
    }

    /// Returns what the signs mean, and what is not there.
    fn legend(&self, is_ascii: bool, zone: &TimeZone) -> Vec<Line> {
        let mut lines = Vec::new();
        if let Some(baseline) = &self.baseline {
            let sign = if is_ascii { '.' } else { '·' };
            lines.push(Line::new().muted(format!("{sign} {}", baseline.title)));
        }
        if let Some(change) = &self.change {
            let sign = if is_ascii { ':' } else { '┊' };
            lines.push(Line::new().caution(format!("{sign} {}", change.words(zone))));
        }
        if self.gaps() > 0 {
            lines.push(Line::new().muted(format!("gaps: {}", self.gap_words())));
        }
        lines
    }

    fn gap_words(&self) -> String {
        format!("{} of {} spans have no requests", self.gaps(), self.values.len())
    }

    /// Returns it in sentences.
    fn words(&self, zone: &TimeZone) -> Vec<Line> {
        let mut lines = vec![Line::new().heading(self.title.as_str())];
        let when =
            |index: usize| self.time(index).to_zoned_datetime(zone.clone()).strftime("%a %Y-%m-%d %H:%M").to_string();
        let values: Vec<(usize, f64)> =
            self.values.iter().enumerate().filter_map(|(index, value)| Some((index, (*value)?))).collect();
        let (Some(lowest), Some(highest)) = (
            values.iter().min_by(|one, other| one.1.total_cmp(&other.1)),
            values.iter().max_by(|one, other| one.1.total_cmp(&other.1)),
        ) else {
            lines.push("no values in this time".into());
            return lines;
        };
        let last = values.last().unwrap_or(lowest);
        for (word, (index, value)) in [("lowest", lowest), ("highest", highest), ("last", last)] {
            lines.push(format!("{word}: {}, from {}", self.unit.format(*value), when(*index)).into());
        }
        if let Some(baseline) = &self.baseline {
            let mut before: Vec<f64> = baseline.values.iter().flatten().copied().collect();
            before.sort_by(f64::total_cmp);
            lines.push(match before.get(before.len() / 2) {
                Some(median) => {
                    format!("{}: {} in the middle of {} spans", baseline.title, self.unit.format(*median), before.len())
                        .into()
                }
                None => format!("{}: no values", baseline.title).into(),
            });
        }
        if let Some(change) = &self.change {
            lines.push(Line::new().caution(change.words(zone)));
        }
        if self.gaps() > 0 {
            lines.push(self.gap_words().into());
        }
        lines
    }
}

impl super::Change {
    /// Returns what changed and since when.
    pub fn words(&self, zone: &TimeZone) -> String {
        format!("{}, since {}", self.text, self.at.to_zoned_datetime(zone.clone()).strftime("%a %Y-%m-%d %H:%M"))
    }
}

/// Returns which row a value is in.
fn row_of(value: f64, top: f64) -> usize {
    let down = ROWS * 4;
    (down - 1 - scaled(value, top, down - 1)) / 4
}

/// Returns where a value is between 0 and `steps`.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "it is between 0 and a number of dots"
)]
fn scaled(value: f64, top: f64, steps: usize) -> usize {
    ((value / top).clamp(0.0, 1.0) * steps as f64).round() as usize
}

/// Calls `dot` for each dot of a line, from left to right.
fn line((x0, y0): (usize, usize), (x1, y1): (usize, usize), dot: &mut impl FnMut(usize, usize)) {
    let steps = (x1.abs_diff(x0)).max(y1.abs_diff(y0)).max(1);
    let between = |from: usize, to: usize, step: usize| (from * (steps - step) + to * step + steps / 2) / steps;
    for step in 0..=steps {
        dot(between(x0, x1, step), between(y0, y1, step));
    }
}
