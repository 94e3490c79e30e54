//! The head: what this is, what it does, and how it goes; and the foot.

use ratatui::layout::Rect;

use super::super::layout::Layout;
use super::super::model::Model;
use super::{Painter, columns};
use crate::term::{Line, Style};
use crate::view::count;

pub(super) fn paint(model: &Model, layout: &Layout, painter: &mut Painter<'_>) {
    let width = painter.width();
    if layout.title.1 > 0 {
        let y = layout.title.0;
        let right = standing(model);
        let room = width.saturating_sub(columns(&right) + 2);
        painter.line(0, y, room, &title(model));
        painter.line(room.saturating_add(1), y, width, &right);
        painter.reverse(y);
    }
    for (at, line) in facts(model).iter().take(usize::from(layout.facts.1)).enumerate() {
        painter.line(1, layout.facts.0 + u16::try_from(at).unwrap_or(0), width, line);
    }
    if layout.counts.1 > 0 {
        let room = width.saturating_sub(2);
        painter.line(1, layout.counts.0, width.saturating_sub(1), &counts(model, room));
    }
    if layout.trouble.1 > 0
        && let Some(line) = trouble(model)
    {
        painter.line(1, layout.trouble.0, width.saturating_sub(1), &line);
    }
    if layout.foot.1 > 0 {
        painter.wipe(Rect { y: layout.foot.0, height: 1, ..painter.area });
        painter.line(1, layout.foot.0, width.saturating_sub(1), &foot(model, width.saturating_sub(1)));
    }
}

fn title(model: &Model) -> Line {
    let line = Line::new().heading(" makini webhooks listen");
    match &model.ready {
        Some(ready) => line.text("  ").text(ready.url.as_str()),
        None => line.text("  starting…"),
    }
}

fn standing(model: &Model) -> Line {
    if model.ending {
        Line::new().heading("ending: what is under way gets 5 s")
    } else if model.list.following {
        Line::new().text("following")
    } else if model.list.unseen > 0 {
        Line::new().heading(format!("paused, {} new", count(model.list.unseen)))
    } else {
        Line::new().heading("paused")
    }
}

fn facts(model: &Model) -> Vec<Line> {
    let row = |label: &str| Line::new().muted(format!("{label:<9} "));
    let setup = &model.setup;
    let style = if setup.unsigned { Style::Caution } else { Style::Plain };
    let mut lines = vec![row("verifies").styled(style, setup.verifies.as_str())];
    match &setup.forwards[..] {
        [] => lines.push(row("forwards").muted("nothing: `--forward-to URL` names a handler")),
        all => {
            let shown = if all.len() > 3 { 2 } else { all.len() };
            lines.extend(all[..shown].iter().map(|forward| row("forwards").text(forward.as_str())));
            if shown < all.len() {
                lines.push(row("").muted(format!("and {} more routes", all.len() - shown)));
            }
        }
    }
    if let [first, rest @ ..] = &model.pauses[..] {
        let name = first.connection.as_deref().or(first.handler.as_deref()).unwrap_or_default();
        let line = row("paused").caution(name).muted(format!("  since {}", model.format.time(first.since)));
        lines.push(if rest.is_empty() { line } else { line.muted(format!("  and {} more", rest.len())) });
    }
    let inbox = model.ready.as_ref().map(|ready| ready.inbox.as_str()).unwrap_or_default();
    lines.push(row("inbox").path(inbox));
    lines
}

/// How important a count is that is not 0: the smallest stays longest where there is no room for all.
const FAILED: u8 = 1;
/// What is added for one that is 0.
const NOTHING: u8 = 10;

/// Returns the counts. One that has no room is left out, never cut: first those that are 0.
fn counts(model: &Model, room: usize) -> Line {
    let counts = &model.counts;
    let refusals = if model.missed > 0 { format!("{}+", count(model.refusals)) } else { count(model.refusals) };
    let mut shown: Vec<(u8, Line)> = vec![(0, Line::new().muted("received ").heading(count(counts.events)))];
    for (rank, label, number, value, style) in [
        (FAILED + 5, "verified", counts.verified, count(counts.verified), Style::Good),
        (FAILED + 3, "refused", model.refusals, refusals, Style::Bad),
        (FAILED + 4, "repeats", counts.duplicates, count(counts.duplicates), Style::Caution),
        (FAILED + 1, "conflicts", counts.conflicts, count(counts.conflicts), Style::Bad),
        (FAILED + 2, "pending", counts.pending, count(counts.pending), Style::Caution),
        (FAILED, "failed", counts.failing, count(counts.failing), Style::Bad),
    ] {
        if label == "conflicts" && number == 0 {
            continue;
        }
        let (rank, style) = if number == 0 { (rank + NOTHING, Style::Plain) } else { (rank, style) };
        shown.push((rank, Line::new().muted(format!("{label} ")).styled(style, value)));
    }
    if let Some(at) = model.last_event_at {
        shown.push((FAILED + 6, Line::new().muted("last ").text(model.format.age(at))));
    }
    let width = |shown: &[(u8, Line)]| shown.iter().map(|(_, line)| columns(line) + 2).sum::<usize>();
    while shown.len() > 1 && width(&shown) > room + 2 {
        let least = (0..shown.len()).max_by_key(|at| shown[*at].0).unwrap_or_default();
        shown.remove(least);
    }
    shown.into_iter().fold(Line::new(), |all, (_, line)| match columns(&all) {
        0 => line,
        _ => all.text("  ").then(line),
    })
}

fn trouble(model: &Model) -> Option<Line> {
    if let Some(trouble) = &model.trouble {
        return Some(Line::new().bad("trouble: ").text(trouble.as_str()));
    }
    let (target, error) = model.down.iter().next()?;
    let line = Line::new().bad("handler fails: ").path(target.as_str()).text(": ").text(error.as_str());
    Some(match model.down.len() {
        1 => line,
        more => line.muted(format!("  and {} more", more - 1)),
    })
}

/// Returns the keys. Where there is no room for all, the way to the list of keys and to the end stay.
fn foot(model: &Model, room: usize) -> Line {
    if let Some(told) = &model.status_line {
        return told.clone();
    }
    let mut line = Line::new();
    let mut keys = vec![("esc", "back"), ("b", "raw or laid out"), ("r", "resend"), ("J K", "older, newer")];
    let mut last = vec![("?", "keys")];
    if model.page.is_none() {
        let pause = if model.list.following { "pause" } else { "follow" };
        keys = vec![("enter", "open"), ("/", "filter"), ("r", "resend"), ("R", "retry"), ("p", pause)];
        last.push(("q", "end"));
        if !model.log.is_empty() {
            keys.push(("m", "messages"));
        }
        if !model.find.is_all() {
            line = line.caution(format!("/{}", model.find_line)).muted("  esc shows all  ");
        }
    }
    let hint = |(key, what): &(&str, &str)| Line::new().styled(Style::Command, *key).text(" ").muted(*what).text("  ");
    let last = last.iter().map(hint).fold(Line::new(), Line::then);
    for key in &keys {
        let key = hint(key);
        // The last two columns are blank.
        if columns(&line) + columns(&key) + columns(&last) > room + 2 {
            break;
        }
        line = line.then(key);
    }
    line.then(last)
}
