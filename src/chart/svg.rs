//! Charts as SVG: in a page that has [`STYLE`], or as a file of their own. No script, nothing from elsewhere.

use std::fmt::Write as _;

use jiff::tz::TimeZone;

use super::{Drawing, HeatMap, Series, WEEKDAYS};
use crate::html::{COLORS, escaped as text};
use crate::term::Line;

/// Why writing cannot fail.
const MEMORY: &str = "writing to memory does not fail";
/// Size of the drawing, in the units of its view box.
const WIDTH: f64 = 760.0;
const HEIGHT: f64 = 240.0;
/// Room for the labels.
const LEFT: f64 = 70.0;
const RIGHT: f64 = 14.0;
const TOP: f64 = 14.0;
const BOTTOM: f64 = 28.0;
/// Room for the title in a file.
const TITLE: f64 = 30.0;
/// Size of a cell of a heat map.
const CELL: f64 = 27.0;

/// How charts look. The colours are variables of the page.
pub const STYLE: &str = include_str!("svg.css");
/// A chart.
#[derive(Clone, Debug, PartialEq)]
pub enum Chart {
    /// A series.
    Plot(Series),
    /// By hour and weekday.
    HeatMap(Box<HeatMap>),
}

impl Chart {
    /// Returns what it shows.
    pub fn title(&self) -> &str {
        match self {
            Self::Plot(series) => &series.title,
            Self::HeatMap(map) => &map.title,
        }
    }

    /// Returns it for a page.
    pub fn embedded(&self, zone: &TimeZone) -> String {
        format!(
            "<svg class=\"chart\" role=\"img\" aria-label=\"{}\" viewBox=\"0 0 {WIDTH} {HEIGHT}\">{}</svg>",
            text(&self.summary(zone)),
            self.drawn(zone)
        )
    }

    /// Returns it as lines of text that are at most `width` columns long.
    pub fn lines(&self, drawing: Drawing, width: usize, zone: &TimeZone) -> Vec<Line> {
        match self {
            Self::Plot(series) => series.lines(drawing, width, zone),
            Self::HeatMap(map) => map.lines(drawing, width),
        }
    }

    /// Returns what a reader that does not see it reads.
    fn summary(&self, zone: &TimeZone) -> String {
        let lines = self.lines(Drawing::Words, usize::MAX, zone);
        lines.iter().map(|line| line.render(false)).collect::<Vec<_>>().join(". ")
    }

    fn drawn(&self, zone: &TimeZone) -> String {
        match self {
            Self::Plot(series) => plot(series, zone),
            Self::HeatMap(map) => heat_map(map),
        }
    }
}

/// Returns a file with charts, one below the other.
pub fn document(charts: &[Chart], zone: &TimeZone) -> String {
    let each = HEIGHT + TITLE;
    #[expect(clippy::cast_precision_loss, reason = "a small count")]
    let height = each * charts.len().max(1) as f64;
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" viewBox=\"0 0 {WIDTH} {height}\" width=\"{WIDTH}\" \
         height=\"{height}\">\n<style>\n{COLORS}{STYLE}</style>\n<rect class=\"back\" width=\"100%\" height=\"100%\"/>\n"
    );
    let mut top = 0.0;
    for chart in charts {
        writeln!(
            out,
            "<svg y=\"{top}\" width=\"{WIDTH}\" height=\"{each}\" role=\"img\" aria-label=\"{}\">\
             <text class=\"title\" x=\"{LEFT}\" y=\"22\">{}</text><g transform=\"translate(0 {TITLE})\">{}</g></svg>",
            text(&chart.summary(zone)),
            text(chart.title()),
            chart.drawn(zone)
        )
        .expect(MEMORY);
        top += each;
    }
    out + "</svg>\n"
}

#[expect(clippy::cast_precision_loss, reason = "counts of spans are small")]
fn plot(series: &Series, zone: &TimeZone) -> String {
    let mut out = String::new();
    if series.is_empty() {
        label(&mut out, "middle", WIDTH / 2.0, HEIGHT / 2.0, "no values in this time");
        return out;
    }
    let ticks = series.ticks();
    let top = ticks.last().copied().unwrap_or(1.0);
    let (width, height) = (WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM);
    let count = series.values.len() as f64;
    let x = |index: f64| LEFT + width * index / count;
    let y = |value: f64| TOP + height * (1.0 - (value / top).clamp(0.0, 1.0));
    for tick in &ticks {
        let at = y(*tick);
        write!(out, "<path class=\"grid\" d=\"M{LEFT} {at:.1}H{:.1}\"/>", WIDTH - RIGHT).expect(MEMORY);
        label(&mut out, "end", LEFT - 8.0, at + 4.0, &series.unit.format(*tick));
    }
    let parts = 4.min(series.values.len());
    for part in 0..=parts {
        let index = series.values.len() * part / parts;
        let anchor = if part == 0 {
            "start"
        } else if part == parts {
            "end"
        } else {
            "middle"
        };
        label(&mut out, anchor, x(index as f64), HEIGHT - 8.0, &series.label(series.time(index), zone));
    }
    let mut runs = |values: &[Option<f64>], class: &str| {
        let mut open = Vec::new();
        for (index, value) in values.iter().take(series.values.len()).chain([&None]).enumerate() {
            match value {
                Some(value) => open.push((x(index as f64 + 0.5), y(*value))),
                None => run(&mut out, class, &std::mem::take(&mut open)),
            }
        }
    };
    if let Some(baseline) = &series.baseline {
        runs(&baseline.values, "before");
    }
    runs(&series.values, "value");
    if let (Some(index), Some(change)) = (series.change_index(), &series.change) {
        let at = x(index as f64);
        write!(out, "<path class=\"change\" d=\"M{at:.1} {TOP}V{:.1}\"/>", HEIGHT - BOTTOM).expect(MEMORY);
        let (anchor, shift) = if at > WIDTH / 2.0 { ("end", -6.0) } else { ("start", 6.0) };
        label(&mut out, anchor, at + shift, TOP + 10.0, &change.text);
    }
    out
}

/// Draws values without a gap: a line, or a point.
fn run(out: &mut String, class: &str, points: &[(f64, f64)]) {
    match points {
        [] => {}
        [(x, y)] => write!(out, "<circle class=\"{class}\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"2\"/>").expect(MEMORY),
        many => {
            let points: Vec<String> = many.iter().map(|(x, y)| format!("{x:.1},{y:.1}")).collect();
            write!(out, "<polyline class=\"{class}\" points=\"{}\"/>", points.join(" ")).expect(MEMORY);
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts of hours and days")]
fn heat_map(map: &HeatMap) -> String {
    let mut out = String::new();
    let Some(bounds) = map.bounds() else {
        label(&mut out, "middle", WIDTH / 2.0, HEIGHT / 2.0, "no values in this time");
        return out;
    };
    let x = |hour: usize| LEFT + hour as f64 * CELL;
    let y = |day: usize| TOP + 8.0 + day as f64 * (CELL - 2.0);
    for hour in (0..24).step_by(3) {
        label(&mut out, "start", x(hour), TOP, &format!("{hour:02}:00"));
    }
    for (day, (name, cells)) in WEEKDAYS.iter().zip(&map.cells).enumerate() {
        label(&mut out, "end", LEFT - 8.0, y(day) + CELL / 2.0 + 3.0, &name[..3]);
        for (hour, value) in cells.iter().enumerate() {
            let class = match value {
                Some(value) => format!("heat{}", HeatMap::level(&bounds, *value)),
                None => "none".to_owned(),
            };
            let (x, y, wide, high) = (x(hour) + 1.0, y(day) + 1.0, CELL - 2.0, CELL - 4.0);
            write!(out, "<rect class=\"{class}\" x=\"{x}\" y=\"{y}\" width=\"{wide}\" height=\"{high}\"/>")
                .expect(MEMORY);
        }
    }
    let legend = map.legend();
    let below = y(7) + 8.0;
    for (place, (level, bound)) in legend.iter().enumerate() {
        let at = LEFT + place as f64 * 130.0;
        write!(out, "<rect class=\"heat{level}\" x=\"{at}\" y=\"{below}\" width=\"16\" height=\"14\"/>").expect(MEMORY);
        label(&mut out, "start", at + 22.0, below + 11.0, &format!("to {bound}"));
    }
    if map.cells.iter().flatten().any(Option::is_none) {
        let at = LEFT + legend.len() as f64 * 130.0;
        write!(out, "<rect class=\"none\" x=\"{at}\" y=\"{below}\" width=\"16\" height=\"14\"/>").expect(MEMORY);
        label(&mut out, "start", at + 22.0, below + 11.0, "no requests");
    }
    out
}

fn label(out: &mut String, anchor: &str, x: f64, y: f64, words: &str) {
    write!(out, "<text text-anchor=\"{anchor}\" x=\"{x:.1}\" y=\"{y:.1}\">{}</text>", text(words)).expect(MEMORY);
}
