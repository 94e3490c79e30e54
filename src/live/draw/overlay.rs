//! Overlays: the line being edited, a question, the keys, and the log of problems.

use ratatui::layout::{Position, Rect};

use super::super::find::{CONDITIONS, STATES};
use super::super::keys::HELP;
use super::super::layout::Layout;

use super::super::model::{Model, Overlay};
use super::super::pretty::wrap;
use super::Painter;
use crate::term::Line;
use crate::term::line_edit::LineEdit;
use crate::view::{count, counted};

/// Paints it, and returns where the cursor is to be.
pub(super) fn paint(model: &Model, layout: &Layout, painter: &mut Painter<'_>) -> Option<Position> {
    // On a screen without a foot the last row is taken.
    let foot = if layout.foot.1 > 0 { layout.foot.0 } else { painter.area.height.saturating_sub(1) };
    match model.overlay.as_ref()? {
        Overlay::Find(field) => {
            let wrong = model.read_find(field.text()).err();
            let hint = "event:sync.*  connection:con_1  is:failed  since:10m  a word   (? on the list says more)";
            typed("filter: ", field, wrong.as_deref(), hint, foot, painter)
        }
        Overlay::Handler(number, field, wrong) => {
            let label = format!("send #{number} to: ");
            typed(&label, field, wrong.as_deref(), "no route leads anywhere; type the handler's address", foot, painter)
        }
        Overlay::Retry => {
            let failing = counted(model.counts.failing, "failed event");
            let question = format!("forward {failing} again, whatever the filter shows? ");
            painter.wipe(Rect { y: foot, height: 1, ..painter.area });
            painter.line(1, foot, painter.width(), &Line::new().caution(question).text("y or n"));
            None
        }
        Overlay::Help(at) => {
            sheet("keys", &help(), *at, layout, painter);
            None
        }
        Overlay::Lanes(at) => {
            sheet("connections with events that wait", &model.lane_lines(), *at, layout, painter);
            None
        }
        Overlay::Messages(at) => {
            sheet("what went wrong, the newest first", &messages(model), *at, layout, painter);
            None
        }
    }
}

/// A line at the foot, and above it what is wrong with it or what could be typed.
fn typed(
    label: &str,
    field: &LineEdit,
    wrong: Option<&str>,
    hint: &str,
    foot: u16,
    painter: &mut Painter<'_>,
) -> Option<Position> {
    let above = match wrong {
        Some(wrong) => Line::new().bad(wrong),
        None => Line::new().muted(hint),
    };
    let room = painter.width().saturating_sub(label.len() + 2);
    if foot > 0 {
        painter.wipe(Rect { y: foot - 1, height: 1, ..painter.area });
        painter.line(1, foot - 1, painter.width(), &above);
    }
    painter.wipe(Rect { y: foot, height: 1, ..painter.area });
    let x = 1 + painter.line(1, foot, painter.width(), &Line::new().heading(label));
    // A line that is longer than the screen shows its end.
    let skipped = field.column().saturating_sub(room);
    let shown: String = field.text().chars().skip(skipped).collect();
    painter.line(x, foot, painter.width(), &Line::new().text(shown));
    let column = u16::try_from(x + field.column() - skipped).ok()?;
    Some(Position { x: column.min(painter.area.width.saturating_sub(1)), y: foot })
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
    lines.extend([Line::new(), Line::new().heading("before an event, on a narrow screen")]);
    lines.extend(super::rows::MARKS.iter().map(row));
    lines
}

fn messages(model: &Model) -> Vec<Line> {
    let mut lines: Vec<Line> = model
        .log
        .iter()
        .rev()
        .map(|entry| {
            let times = if entry.times > 1 { format!("  {} times", count(entry.times)) } else { String::new() };
            Line::new().muted(format!("  {}  ", model.format.time(entry.at))).text(entry.text.as_str()).caution(times)
        })
        .collect();
    if lines.is_empty() {
        lines.push(Line::new().good("  nothing"));
    }
    lines
}

/// Lines over the whole body.
fn sheet(title: &str, lines: &[Line], at: usize, layout: &Layout, painter: &mut Painter<'_>) {
    let (start, height) = (layout.title.1, painter.area.height.saturating_sub(layout.title.1 + layout.foot.1));
    painter.wipe(Rect { y: start, height, ..painter.area });
    let lines: Vec<Line> = lines.iter().flat_map(|line| wrap(line, painter.width(), 20)).collect();
    let at = at.min(lines.len().saturating_sub(usize::from(height.saturating_sub(1))));
    let below = lines.len().saturating_sub(at + usize::from(height.saturating_sub(1)));
    let more = if below > 0 { format!("   ↓ {below} more") } else { String::new() };
    let title = Line::new().heading(format!(" {title}")).muted(format!("   esc closes{more}"));
    let title = [title];
    for (y, line) in (start..start + height).zip(title.iter().chain(lines.iter().skip(at))) {
        painter.line(0, y, painter.width(), line);
    }
}
