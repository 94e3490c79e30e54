//! The head: what this is, what it does, and how it goes; and the foot.

use ratatui::layout::Rect;

use super::super::layout::Areas;
use super::super::model::State;
use super::{Brush, columns};
use crate::term::{Line, Style};
use crate::view::count;

pub(super) fn paint(state: &State, areas: &Areas, brush: &mut Brush<'_>) {
    let width = brush.width();
    if areas.title.1 > 0 {
        let y = areas.title.0;
        let right = standing(state);
        let room = width.saturating_sub(columns(&right) + 2);
        brush.line(0, y, room, &title(state));
        brush.line(room.saturating_add(1), y, width, &right);
        brush.reverse(y);
    }
    for (at, line) in facts(state).iter().take(usize::from(areas.facts.1)).enumerate() {
        brush.line(1, areas.facts.0 + u16::try_from(at).unwrap_or(0), width, line);
    }
    if areas.counts.1 > 0 {
        brush.line(1, areas.counts.0, width.saturating_sub(1), &counts(state));
    }
    if areas.trouble.1 > 0
        && let Some(line) = trouble(state)
    {
        brush.line(1, areas.trouble.0, width.saturating_sub(1), &line);
    }
    if areas.foot.1 > 0 {
        brush.wipe(Rect { y: areas.foot.0, height: 1, ..brush.area });
        brush.line(1, areas.foot.0, width.saturating_sub(1), &foot(state));
    }
}

fn title(state: &State) -> Line {
    let line = Line::new().heading(" makini webhooks listen");
    match &state.ready {
        Some(ready) => line.text("  ").text(ready.url.as_str()),
        None => line.text("  starting…"),
    }
}

fn standing(state: &State) -> Line {
    if state.ending {
        Line::new().heading("ending: what is under way gets 5 s")
    } else if state.list.following {
        Line::new().text("following")
    } else if state.list.unseen > 0 {
        Line::new().heading(format!("paused, {} new", count(state.list.unseen)))
    } else {
        Line::new().heading("paused")
    }
}

fn facts(state: &State) -> Vec<Line> {
    let row = |label: &str| Line::new().muted(format!("{label:<9} "));
    let setting = &state.setting;
    let style = if setting.unsigned { Style::Caution } else { Style::Plain };
    let mut lines = vec![row("verifies").styled(style, setting.verifies.as_str())];
    match &setting.forwards[..] {
        [] => lines.push(row("forwards").muted("nothing: `--forward-to URL` names a handler")),
        all => {
            let shown = if all.len() > 3 { 2 } else { all.len() };
            lines.extend(all[..shown].iter().map(|forward| row("forwards").text(forward.as_str())));
            if shown < all.len() {
                lines.push(row("").muted(format!("and {} more routes", all.len() - shown)));
            }
        }
    }
    let inbox = state.ready.as_ref().map(|ready| ready.inbox.as_str()).unwrap_or_default();
    lines.push(row("inbox").path(inbox));
    lines
}

fn counts(state: &State) -> Line {
    let tally = &state.tally;
    let refusals = if state.missed > 0 { format!("{}+", count(state.refusals)) } else { count(state.refusals) };
    let mut line = Line::new();
    let some = |number: u64, style: Style| if number == 0 { Style::Plain } else { style };
    for (label, value, style) in [
        ("received", count(tally.events), Style::Heading),
        ("verified", count(tally.verified), some(tally.verified, Style::Good)),
        ("refused", refusals, some(state.refusals, Style::Bad)),
        ("repeats", count(tally.duplicates), some(tally.duplicates, Style::Caution)),
        ("conflicts", count(tally.conflicts), some(tally.conflicts, Style::Bad)),
        ("pending", count(tally.pending), some(tally.pending, Style::Caution)),
        ("failed", count(tally.failing), some(tally.failing, Style::Bad)),
    ] {
        if label == "conflicts" && tally.conflicts == 0 {
            continue;
        }
        line = line.muted(format!("{label} ")).styled(style, value).text("  ");
    }
    match state.last_event_at {
        Some(at) => line.muted("last ").text(state.look.age(at)),
        None => line,
    }
}

fn trouble(state: &State) -> Option<Line> {
    if let Some(trouble) = &state.trouble {
        return Some(Line::new().bad("trouble: ").text(trouble.as_str()));
    }
    let (target, error) = state.down.iter().next()?;
    let line = Line::new().bad("handler fails: ").path(target.as_str()).text(": ").text(error.as_str());
    Some(match state.down.len() {
        1 => line,
        more => line.muted(format!("  and {} more", more - 1)),
    })
}

fn foot(state: &State) -> Line {
    if let Some(told) = &state.told {
        return told.clone();
    }
    let hints = |keys: &[(&str, &str)]| {
        keys.iter()
            .fold(Line::new(), |line, (key, what)| line.styled(Style::Command, *key).text(" ").muted(*what).text("  "))
    };
    if state.page.is_some() {
        return hints(&[
            ("esc", "back"),
            ("b", "raw or laid out"),
            ("r", "resend"),
            ("J K", "older, newer"),
            ("?", "keys"),
        ]);
    }
    let line = if state.find.is_all() {
        Line::new()
    } else {
        Line::new().caution(format!("/{}", state.find_line)).muted("  esc shows all  ")
    };
    let pause = if state.list.following { "pause" } else { "follow" };
    let messages: &[(&str, &str)] = if state.log.is_empty() { &[] } else { &[("m", "messages")] };
    line.then(hints(&[("enter", "open"), ("/", "filter"), ("r", "resend"), ("R", "retry"), ("p", pause)]))
        .then(hints(messages))
        .then(hints(&[("?", "keys"), ("q", "end")]))
}
