//! The list, and the page about one event.

use ratatui::layout::Rect;

use super::super::detail::{Content, Page};
use super::super::format::{TimeFormat, attempt};
use super::super::layout::Layout;
use super::super::list::Row;
use super::super::model::Model;
use super::super::pretty::wrap;
use super::Painter;
use crate::inbox::Verdict;
use crate::inbox::query::{ForwardState, Listed};
use crate::term::{Line, Style};

/// How wide the columns are; 0 where there is no room for one.
struct Columns {
    time: usize,
    number: usize,
    event: usize,
    connection: usize,
    verdict: usize,
    forward: usize,
}

impl Columns {
    fn of(width: usize, digits: usize) -> Self {
        let from = |least: usize, columns: usize| if width >= least { columns } else { 0 };
        let time = from(54, 9);
        let number = digits + 2;
        let connection = from(90, (width / 6).clamp(14, 28));
        let verdict = from(60, 12);
        let forward = from(32, if width >= 100 { 26 } else { 23 });
        let rest = width.saturating_sub(2 + time + number + connection + verdict + forward);
        Self { time, number, event: rest, connection, verdict, forward }
    }
}

pub(super) fn list(model: &Model, layout: &Layout, painter: &mut Painter<'_>) {
    let rows = &model.list.rows;
    let digits = rows.first().map_or(1, |row| row.key().number.max(1).ilog10() as usize + 1).max(4);
    let columns = Columns::of(painter.width(), digits);
    let (mut y, height) = layout.body;
    let end = y + height;
    if layout.headings && height > 1 {
        let headings = [
            (columns.time, "TIME"),
            (columns.number, "#"),
            (columns.event, "EVENT"),
            (columns.connection, "CONNECTION"),
            (columns.verdict, "SIGNATURE"),
            (columns.forward, "FORWARDED"),
        ];
        let mut x = 2;
        for (room, heading) in headings {
            let right = if heading == "#" { room.saturating_sub(3) } else { 0 };
            painter.line(x + right, y, room.saturating_sub(right), &Line::new().heading(heading));
            x += room;
        }
        y += 1;
    }
    if rows.is_empty() {
        let lines = wrap(&nothing(model), painter.width().saturating_sub(2), 0);
        for (y, line) in (y..end).zip(&lines) {
            painter.line(2, y, painter.width(), line);
        }
        return;
    }
    let selected = model.list.current().map(Row::key);
    for row in rows.iter().skip(model.list.top).take(usize::from(end - y)) {
        let is_selected = selected == Some(row.key());
        let pointer = Line::new().heading(if is_selected { ">" } else { " " });
        painter.line(0, y, 2, &if columns.verdict == 0 { pointer.then(mark(row)) } else { pointer });
        paint_row(row, &columns, &model.format, y, painter);
        if is_selected {
            painter.reverse(y);
        }
        y += 1;
    }
}

/// What stands for the state of a row, for help.
pub(super) const MARKS: &[(&str, &str)] = &[
    ("+", "its signature is right, and it does not wait"),
    ("?", "nobody looked at the signature"),
    ("~", "it waits to be forwarded"),
    ("!", "it was refused or given up, or its signature is wrong"),
];

/// Returns what stands for the state of a row where there is no room for its columns.
fn mark(row: &Row) -> Line {
    let entry = match row {
        Row::Event(listed) => &listed.entry,
        Row::Refused(_) => return Line::new().bad("!"),
    };
    match (entry.verdict, entry.forward) {
        (Verdict::Rejected, _) | (_, ForwardState::Failed) => Line::new().bad("!"),
        (_, ForwardState::Pending) => Line::new().caution("~"),
        (Verdict::Unverified, _) => Line::new().caution("?"),
        (Verdict::Verified, ForwardState::Delivered | ForwardState::None) => Line::new().good("+"),
    }
}

fn nothing(model: &Model) -> Line {
    if model.reading {
        Line::new().muted("reading…")
    } else if model.find.is_all() {
        Line::new().commands(&format!("No events yet. {}.", model.setup.try_it))
    } else {
        Line::new().text("No such events.")
    }
}

fn paint_row(row: &Row, columns: &Columns, format: &TimeFormat, y: u16, painter: &mut Painter<'_>) {
    let cells = match row {
        Row::Event(listed) => event(listed, format),
        Row::Refused(refused) => {
            let envelope = refused.delivery.as_ref().map(|delivery| &delivery.envelope);
            let event = envelope.map(|envelope| envelope.event.as_str()).filter(|event| !event.is_empty());
            let event = match event {
                Some(event) => Line::new().muted(event),
                None => Line::new().muted(refused.reason.as_str()),
            };
            [
                Line::new().muted(format.time(refused.at)),
                Line::new(),
                event,
                Line::new().muted(envelope.map(|envelope| envelope.connection.as_str()).unwrap_or_default()),
                Line::new().bad(format!("refused {}", refused.status)),
                Line::new().muted(if envelope.is_some() { "enter says why" } else { "" }),
            ]
        }
    };
    let [time, number, event, connection, verdict, forward] = &cells;
    let mut x = 2;
    for (room, cell) in [
        (columns.time, time),
        (columns.number, number),
        (columns.event, event),
        (columns.connection, connection),
        (columns.verdict, verdict),
        (columns.forward, forward),
    ] {
        let right = if std::ptr::eq(cell, number) { room.saturating_sub(super::columns(cell) + 2) } else { 0 };
        painter.line(x + right, y, room.saturating_sub(right + 1), cell);
        x += room;
    }
}

fn event(listed: &Listed, format: &TimeFormat) -> [Line; 6] {
    let entry = &listed.entry;
    let mut name =
        if entry.event.is_empty() { Line::new().muted("(no event)") } else { Line::new().name(entry.event.as_str()) };
    if entry.duplicates > 0 {
        name = name.caution(format!(" ×{}", entry.duplicates + 1));
    }
    if entry.conflicts > 0 {
        name = name.bad(" conflict");
    }
    if let Some(first) = entry.possible_duplicate_of {
        name = name.caution(format!(" #{first} again?"));
    }
    let verdict = match entry.verdict {
        Verdict::Verified => Line::new().good(entry.verdict.as_str()),
        Verdict::Unverified => Line::new().caution(entry.verdict.as_str()),
        Verdict::Rejected => Line::new().bad(entry.verdict.as_str()),
    };
    [
        Line::new().muted(format.time(entry.received_at)),
        Line::new().text(entry.number.to_string()),
        name,
        Line::new().id(entry.connection.as_str()),
        verdict,
        forwarded(listed),
    ]
}

fn forwarded(listed: &Listed) -> Line {
    let entry = &listed.entry;
    let last = listed.last.as_ref().map(|last| (last.kind == "replay", attempt(last)));
    let words = |line: Line| match &last {
        Some((_, (words, style))) => line.styled(*style, words.as_str()),
        None => line,
    };
    match entry.forward {
        _ if last.as_ref().is_some_and(|(replay, _)| *replay) => words(Line::new().muted("replay: ")),
        ForwardState::None => Line::new().muted("–"),
        ForwardState::Delivered => words(Line::new()),
        ForwardState::Failed => words(Line::new().bad("given up: ")),
        ForwardState::Pending if entry.tries > 0 => words(Line::new().caution(format!("try {}: ", entry.tries))),
        ForwardState::Pending => Line::new().styled(Style::Caution, "waits"),
    }
}

pub(super) fn page(page: &Page, layout: &Layout, painter: &mut Painter<'_>) {
    let (start, height) = layout.body;
    painter.wipe(Rect { y: start, height, ..painter.area });
    for (y, line) in (start..start + height).zip(page.lines.iter().skip(page.scroll)) {
        painter.line(0, y, painter.width(), line);
    }
    let below = page.lines.len().saturating_sub(page.scroll + usize::from(height));
    if below > 0 && height > 1 && !matches!(page.content, Content::Loading) {
        let more = Line::new().muted(format!(" {below} more lines ↓ "));
        let x = painter.width().saturating_sub(super::columns(&more));
        painter.line(x, start + height - 1, painter.width(), &more);
    }
}
