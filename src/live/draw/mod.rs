//! Draws the model. Nothing is decided here, and every text is sanitized on the way to its cells.

mod head;
mod overlay;
mod rows;

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Color, Modifier, Style as Attributes};

use super::layout::Layout;
use super::model::Model;
use crate::shell::RepeatedOptions;
use crate::term::sanitize::{clean, clean_to, width};
use crate::term::{Line, Style};

/// Paints everything.
pub(super) fn paint(model: &Model, color: bool, frame: &mut Frame<'_>) {
    let area = frame.area();
    let layout = Layout::of(model);
    let mut painter = Painter { area, buffer: frame.buffer_mut(), color, repeated: &model.setup.repeated };
    head::paint(model, &layout, &mut painter);
    match &model.page {
        Some(page) => rows::page(page, &layout, &mut painter),
        None => rows::list(model, &layout, &mut painter),
    }
    if let Some(cursor) = overlay::paint(model, &layout, &mut painter)
        && area.contains(cursor)
    {
        frame.set_cursor_position(cursor);
    }
}

/// Writes into cells, and never outside of the screen.
struct Painter<'b> {
    area: Rect,
    buffer: &'b mut Buffer,
    color: bool,
    repeated: &'b RepeatedOptions,
}

impl Painter<'_> {
    fn width(&self) -> usize {
        usize::from(self.area.width)
    }

    /// Writes a line, cut to a number of columns. Returns the columns it took.
    fn line(&mut self, x: usize, y: u16, columns: usize, line: &Line) -> usize {
        let columns = columns.min(self.width().saturating_sub(x));
        let line = line.clone().repeating(self.repeated);
        let mut used = 0;
        for (style, text) in line.pieces() {
            if used >= columns || y >= self.area.height {
                break;
            }
            let whole = clean(text);
            let text = clean_to(text, columns - used);
            let cut = whole != text;
            let at = u16::try_from(x + used).unwrap_or(u16::MAX);
            self.buffer.set_stringn(at, y, &text, columns - used, attributes(style, self.color));
            used += width(&text);
            if cut {
                break;
            }
        }
        used
    }

    /// Turns a row over. Its colours go: reversed, each would be a patch.
    fn reverse(&mut self, y: u16) {
        if y < self.area.height {
            let all = Attributes::new().fg(Color::Reset).remove_modifier(Modifier::DIM);
            self.buffer.set_style(Rect { y, height: 1, ..self.area }, all.add_modifier(Modifier::REVERSED));
        }
    }

    /// Takes everything off some rows.
    fn wipe(&mut self, area: Rect) {
        let area = area.intersection(self.area);
        for y in area.top()..area.bottom() {
            for x in area.left()..area.right() {
                self.buffer[Position { x, y }].reset();
            }
        }
    }
}

fn columns(line: &Line) -> usize {
    line.pieces().map(|(_, text)| width(&clean(text))).sum()
}

/// Meaning never rests on colour alone, so that all of this may be left out.
fn attributes(style: Style, color: bool) -> Attributes {
    let plain = Attributes::new();
    let fg = |attributes: Attributes, of| if color { attributes.fg(of) } else { attributes };
    match style {
        Style::Plain => plain,
        Style::Good => fg(plain, Color::Green),
        Style::Bad => fg(plain.add_modifier(Modifier::BOLD), Color::Red),
        Style::Caution => fg(plain, Color::Yellow),
        Style::Muted => plain.add_modifier(Modifier::DIM),
        Style::Name | Style::Heading => plain.add_modifier(Modifier::BOLD),
        Style::Id => fg(plain, Color::Cyan),
        Style::Path => plain.add_modifier(Modifier::UNDERLINED),
        Style::Command => fg(plain.add_modifier(Modifier::BOLD), Color::Cyan),
    }
}
