//! What lies over the rest: a line that is typed, a question, the keys, and what went wrong.

use ratatui::layout::{Position, Rect};

use super::super::find::{CONDITIONS, STATES};
use super::super::keys::HELP;
use super::super::layout::Areas;
use super::super::line_edit::Field;
use super::super::model::{Over, State, some};
use super::super::pretty::wrap;
use super::Brush;
use crate::term::Line;
use crate::view::count;

/// Paints it, and returns where the cursor is to be.
pub(super) fn paint(state: &State, areas: &Areas, brush: &mut Brush<'_>) -> Option<Position> {
    // On a screen without a foot the last row is taken.
    let foot = if areas.foot.1 > 0 { areas.foot.0 } else { brush.area.height.saturating_sub(1) };
    match state.over.as_ref()? {
        Over::Find(field) => {
            let wrong = state.read_find(field.text()).err();
            let hint = "event:sync.*  connection:con_1  is:failed  since:10m  a word   (? on the list says more)";
            typed("filter: ", field, wrong.as_deref(), hint, foot, brush)
        }
        Over::Handler(number, field, wrong) => {
            let label = format!("send #{number} to: ");
            typed(&label, field, wrong.as_deref(), "no route leads anywhere; type the handler's address", foot, brush)
        }
        Over::Retry => {
            let failing = some(state.tally.failing, "failed event");
            let question = format!("forward {failing} again, whatever the filter shows? ");
            brush.wipe(Rect { y: foot, height: 1, ..brush.area });
            brush.line(1, foot, brush.width(), &Line::new().caution(question).text("y or n"));
            None
        }
        Over::Help(at) => {
            sheet("keys", &help(), *at, areas, brush);
            None
        }
        Over::Messages(at) => {
            sheet("what went wrong, the newest first", &messages(state), *at, areas, brush);
            None
        }
    }
}

/// A line at the foot, and above it what is wrong with it or what could be typed.
fn typed(
    label: &str,
    field: &Field,
    wrong: Option<&str>,
    hint: &str,
    foot: u16,
    brush: &mut Brush<'_>,
) -> Option<Position> {
    let above = match wrong {
        Some(wrong) => Line::new().bad(wrong),
        None => Line::new().muted(hint),
    };
    let room = brush.width().saturating_sub(label.len() + 2);
    if foot > 0 {
        brush.wipe(Rect { y: foot - 1, height: 1, ..brush.area });
        brush.line(1, foot - 1, brush.width(), &above);
    }
    brush.wipe(Rect { y: foot, height: 1, ..brush.area });
    let x = 1 + brush.line(1, foot, brush.width(), &Line::new().heading(label));
    // A line that is longer than the screen shows its end.
    let skipped = field.column().saturating_sub(room);
    let shown: String = field.text().chars().skip(skipped).collect();
    brush.line(x, foot, brush.width(), &Line::new().text(shown));
    let column = u16::try_from(x + field.column() - skipped).ok()?;
    Some(Position { x: column.min(brush.area.width.saturating_sub(1)), y: foot })
}

fn help() -> Vec<Line> {
    let row = |(what, means): &(&str, &str)| {
        Line::new().text("  ").styled(crate::term::Style::Command, format!("{what:<18}")).text(*means)
    };
    let mut lines: Vec<Line> = HELP.iter().map(row).collect();
    lines.extend([Line::new(), Line::new().heading("what to type after /, all of it has to hold")]);
    lines.extend(CONDITIONS.iter().map(row));
    lines.extend([Line::new(), Line::new().heading("what an event can be, as is:failed")]);
    lines.extend(STATES.iter().map(row));
    lines
}

fn messages(state: &State) -> Vec<Line> {
    let mut lines: Vec<Line> = state
        .log
        .iter()
        .rev()
        .map(|said| {
            let times = if said.times > 1 { format!("  {} times", count(said.times)) } else { String::new() };
            Line::new().muted(format!("  {}  ", state.look.time(said.at))).text(said.text.as_str()).caution(times)
        })
        .collect();
    if lines.is_empty() {
        lines.push(Line::new().good("  nothing"));
    }
    lines
}

/// Lines over the whole body.
fn sheet(title: &str, lines: &[Line], at: usize, areas: &Areas, brush: &mut Brush<'_>) {
    let (start, height) = (areas.title.1, brush.area.height.saturating_sub(areas.title.1 + areas.foot.1));
    brush.wipe(Rect { y: start, height, ..brush.area });
    let lines: Vec<Line> = lines.iter().flat_map(|line| wrap(line, brush.width(), 20)).collect();
    let at = at.min(lines.len().saturating_sub(usize::from(height.saturating_sub(1))));
    let title = Line::new().heading(format!(" {title}")).muted("   esc closes");
    let title = [title];
    for (y, line) in (start..start + height).zip(title.iter().chain(lines.iter().skip(at))) {
        brush.line(0, y, brush.width(), line);
    }
}
