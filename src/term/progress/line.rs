//! The line of a bar, cut to what the terminal has room for: it never wraps.

use std::fmt::Write as _;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use indicatif::{ProgressState, ProgressStyle};

use super::super::lock;
use super::super::sanitize::{clean_to, width};
use super::super::screen::room;
use super::Unit;

/// Terminal columns from which a line has a bar and a rate.
const WIDE: usize = 70;
/// Terminal columns below which a line begins with how far it is: what comes after may be cut.
const NARROW: usize = 50;

/// What a bar is about.
#[derive(Clone)]
pub(super) struct Shape {
    pub(super) label: String,
    pub(super) unit: Unit,
    /// Nothing is counted.
    pub(super) spinner: bool,
    /// The message beside it.
    pub(super) said: Arc<Mutex<String>>,
}

/// Returns how a bar looks on a terminal of this width.
pub(super) fn style(shape: &Shape, columns: usize) -> ProgressStyle {
    let shape = shape.clone();
    // The sign that turns, and a blank.
    let most = usize::from(room(u16::try_from(columns).unwrap_or(u16::MAX))).saturating_sub(2);
    ProgressStyle::with_template("{spinner} {line}").expect("constant template").with_key(
        "line",
        move |state: &ProgressState, w: &mut dyn std::fmt::Write| {
            let _ = w.write_str(&clean_to(&shape.line(state, columns), most));
        },
    )
}

impl Shape {
    fn line(&self, state: &ProgressState, columns: usize) -> String {
        let said = lock(&self.said).clone();
        let at = match state.len().filter(|_| !self.spinner) {
            Some(all) => format!("{}/{}", self.unit.show(state.pos()), self.unit.show(all)),
            None if self.spinner || state.pos() == 0 => String::new(),
            None => self.unit.show(state.pos()),
        };
        let label = match columns {
            _ if self.spinner || columns < NARROW => self.label.clone(),
            100.. => padded(&self.label, 24),
            WIDE..100 => padded(&self.label, 18),
            _ => padded(&self.label, 12),
        };
        let mut parts = if columns < NARROW { vec![at, label] } else { vec![label, bar(state, columns), at] };
        // What is guessed from the first moments is only confusing.
        if !self.spinner && state.elapsed() >= Duration::from_secs(1) && state.pos() > 0 {
            if columns >= WIDE {
                #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a rate for people")]
                let rate = state.per_sec().max(0.0) as u64;
                parts.push(format!("{}/s", self.unit.show(rate)));
            }
            if state.len().is_some() {
                parts.push(format!("{:#} left", indicatif::HumanDuration(state.eta())));
            }
        }
        parts.push(said);
        parts.retain(|part| !part.is_empty());
        parts.join(" ")
    }
}

fn padded(label: &str, columns: usize) -> String {
    let mut text = clean_to(label, columns).into_owned();
    text.extend(std::iter::repeat_n(' ', columns.saturating_sub(width(&text))));
    text
}

/// Returns how much of the total is done as a bar, where there is a total and room for it.
fn bar(state: &ProgressState, columns: usize) -> String {
    let cells: u8 = if columns >= 100 { 20 } else { 12 };
    if columns < WIDE || state.len().is_none() {
        return String::new();
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and the cells")]
    let filled = (state.fraction().clamp(0.0, 1.0) * f32::from(cells)) as usize;
    let cells = usize::from(cells);
    let mut text = String::from("[");
    let _ = write!(text, "{}", "=".repeat(filled));
    if filled < cells {
        text.push('>');
        text.push_str(&" ".repeat(cells - filled - 1));
    }
    text.push(']');
    text
}
