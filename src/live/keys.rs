//! What each key does.

use super::detail::{Content, Page};
use super::find::Find;
use super::layout::Layout;

use super::list::{Move, Row};
use super::model::{Effect, Model, Overlay};
use super::reader::Query;
use crate::exit::Exit;
use crate::inbox::forward::Target;
use crate::term::Line;
use crate::term::canvas::Key;
use crate::term::line_edit::LineEdit;

/// Keys and what they do, for the help.
pub(super) const HELP: &[(&str, &str)] = &[
    ("↑ ↓ k j", "one up, one down; also the wheel, page keys, space, Ctrl-U, Ctrl-D"),
    ("g G", "to the newest and follow, to the oldest; also Home, End"),
    ("enter", "all about an event; again, esc or q goes back"),
    ("K J", "on that page: the next newer, the next older event"),
    ("b", "on that page: the body laid out, or as it came"),
    ("/", "filter; an empty one shows all again, and so does esc"),
    ("r", "send the event to its handler again, whatever was sent before"),
    ("R", "forward all failed events again"),
    ("P", "pause forwarding the events of its connection; again to resume"),
    ("y Y", "copy its body, its ID; where the terminal takes it (OSC 52)"),
    ("o", "open it in a pager: PAGER, or less"),
    ("L", "what waits for each connection, and who receives"),
    ("p", "pause: stay here while events come; again to follow"),
    ("m", "what went wrong so far"),
    ("q", "end; what is under way gets 5 s, Ctrl-C again ends at once"),
];

impl Model {
    /// Takes a key.
    pub(super) fn press(&mut self, key: Key) -> Vec<Effect> {
        self.status_line = None;
        if key == Key::Ctrl('c') {
            return self.end(Exit::Interrupted);
        }
        match self.overlay.take() {
            Some(overlay) => self.press_over(overlay, key),
            None if self.page.is_some() => self.press_page(key),
            None => self.press_list(key),
        }
    }

    /// Puts pasted text where a line is typed. Anywhere else it would be taken for keys, and means nothing.
    pub(super) fn paste(&mut self, text: &str) {
        if let Some(Overlay::Find(field) | Overlay::Handler(_, field, _)) = &mut self.overlay {
            field.insert(text.trim_end_matches(['\r', '\n']));
        }
    }

    fn end(&mut self, exit: Exit) -> Vec<Effect> {
        if std::mem::replace(&mut self.ending, true) { vec![Effect::StopAtOnce] } else { vec![Effect::Stop(exit)] }
    }

    fn press_list(&mut self, key: Key) -> Vec<Effect> {
        let page = self.list.height.saturating_sub(1).max(1);
        match key {
            Key::Char('q') => self.end(Exit::Ok),
            Key::Esc if !self.find.is_all() => self.search(""),
            Key::Enter | Key::Right | Key::Char('l') => {
                let row = self.list.current().cloned();
                row.map(|row| self.open(row)).unwrap_or_default()
            }
            Key::Char('p') if self.list.following => {
                self.list.follow(false);
                Vec::new()
            }
            Key::Char('p' | 'g') | Key::Home => self.go(Move::Newest),
            Key::Char('G') | Key::End => self.go(Move::Oldest),
            Key::Up | Key::Char('k') => self.go(Move::Newer(1)),
            Key::Down | Key::Char('j') => self.go(Move::Older(1)),
            Key::PageUp | Key::Ctrl('b') => self.go(Move::Newer(page)),
            Key::PageDown | Key::Char(' ') | Key::Ctrl('f') => self.go(Move::Older(page)),
            Key::Ctrl('u') => self.go(Move::Newer(page.div_ceil(2))),
            Key::Ctrl('d') => self.go(Move::Older(page.div_ceil(2))),
            key => self.press_anywhere(key),
        }
    }

    fn press_page(&mut self, key: Key) -> Vec<Effect> {
        let height = usize::from(Layout::of(self).body.1);
        let step = height.saturating_sub(1).max(1);
        let Some(page) = &mut self.page else { return Vec::new() };
        let at = page.scroll;
        let to = match key {
            Key::Esc | Key::Char('q' | 'h') | Key::Enter | Key::Left => {
                self.page = None;
                return Vec::new();
            }
            Key::Char('b') => {
                page.raw = !page.raw;
                return Vec::new();
            }
            Key::Char('J') => return self.open_next(Move::Older(1)),
            Key::Char('K') => return self.open_next(Move::Newer(1)),
            Key::Up | Key::Char('k') => at.saturating_sub(1),
            Key::Down | Key::Char('j') => at + 1,
            Key::PageUp | Key::Ctrl('b') => at.saturating_sub(step),
            Key::PageDown | Key::Char(' ') | Key::Ctrl('f') => at + step,
            Key::Ctrl('u') => at.saturating_sub(step.div_ceil(2)),
            Key::Ctrl('d') => at + step.div_ceil(2),
            Key::Char('g') | Key::Home => 0,
            Key::Char('G') | Key::End => usize::MAX,
            key => return self.press_anywhere(key),
        };
        page.scroll_to(to, height);
        Vec::new()
    }

    fn press_anywhere(&mut self, key: Key) -> Vec<Effect> {
        match key {
            Key::Char('/') => {
                self.page = None;
                self.overlay = Some(Overlay::Find(LineEdit::new(&self.find_line)));
            }
            Key::Char('?') => self.overlay = Some(Overlay::Help(0)),
            Key::Char('m') => self.overlay = Some(Overlay::Messages(0)),
            Key::Char('r') => return self.replay(),
            Key::Char('P') => return self.pause(),
            Key::Char('y') => return self.copy_body(),
            Key::Char('Y') => return self.copy_id(),
            Key::Char('o') => return self.open_in_pager(),
            Key::Char('L') => self.overlay = Some(Overlay::Lanes(0)),
            Key::Char('R') if self.setup.routes.is_empty() => {
                self.status_line = Some(Line::new().commands("events go to no handler; `--forward-to URL` names one"));
            }
            Key::Char('R') if self.counts.failing == 0 => {
                self.status_line = Some(Line::new().text("no event has failed"));
            }
            Key::Char('R') => self.overlay = Some(Overlay::Retry),
            _ => {}
        }
        Vec::new()
    }

    fn press_over(&mut self, overlay: Overlay, key: Key) -> Vec<Effect> {
        match (overlay, key) {
            (Overlay::Find(field), Key::Enter) => match self.read_find(field.text()) {
                Ok(_) => return self.search(field.text()),
                Err(_) => self.overlay = Some(Overlay::Find(field)),
            },
            (Overlay::Handler(number, field, _), Key::Enter) => {
                match Target::parse(field.text(), &self.setup.allow_host) {
                    Ok(target) => {
                        field.text().clone_into(&mut self.handler);
                        return self.send(number, Some(target));
                    }
                    Err(error) => self.overlay = Some(Overlay::Handler(number, field, Some(error.to_string()))),
                }
            }
            (Overlay::Retry, Key::Char('y' | 'Y')) => return vec![Effect::Query(Query::Retry)],
            (Overlay::Retry, _) => self.status_line = Some(Line::new().text("nothing was done")),
            (_, Key::Esc)
            | (Overlay::Help(_) | Overlay::Messages(_) | Overlay::Lanes(_), Key::Enter | Key::Char('q'))
            | (Overlay::Help(_), Key::Char('?'))
            | (Overlay::Messages(_), Key::Char('m'))
            | (Overlay::Lanes(_), Key::Char('L')) => {}
            (Overlay::Find(mut field), key) => {
                field.press(key);
                self.overlay = Some(Overlay::Find(field));
            }
            (Overlay::Handler(number, mut field, _), key) => {
                field.press(key);
                self.overlay = Some(Overlay::Handler(number, field, None));
            }
            (Overlay::Lanes(at), key) => {
                let most = self.lane_lines().len().saturating_sub(1);
                self.overlay = Some(Overlay::Lanes(scrolled(at, key).min(most)));
            }
            (Overlay::Help(at), key) => self.overlay = Some(Overlay::Help(scrolled(at, key))),
            (Overlay::Messages(at), key) => {
                self.overlay = Some(Overlay::Messages(scrolled(at, key).min(self.log.len().saturating_sub(1))));
            }
        }
        Vec::new()
    }

    /// Reads a filter line as of now.
    pub(super) fn read_find(&self, line: &str) -> Result<Find, String> {
        Find::read(line, self.format.now, &self.format.zone)
    }

    fn search(&mut self, line: &str) -> Vec<Effect> {
        let Ok(find) = self.read_find(line) else { return Vec::new() };
        self.find = find;
        line.trim().clone_into(&mut self.find_line);
        self.list.restart();
        [Effect::Interrupt].into_iter().chain(self.read_list()).collect()
    }

    fn go(&mut self, to: Move) -> Vec<Effect> {
        if self.list.go(to) && !self.reading { self.read_list().into_iter().collect() } else { Vec::new() }
    }

    fn open_next(&mut self, to: Move) -> Vec<Effect> {
        let before = self.list.selected;
        let mut effects = self.go(to);
        if self.list.selected != before
            && let Some(row) = self.list.current().cloned()
        {
            self.list.follow(false);
            effects.extend(self.open(row));
        }
        effects
    }

    fn replay(&mut self) -> Vec<Effect> {
        let listed = |row: &Row| match row {
            Row::Event(listed) => Some((listed.entry.number, listed.entry.event.clone())),
            Row::Refused(_) => None,
        };
        let chosen = match &self.page {
            Some(Page { content: Content::Event(detail), .. }) => {
                Some((detail.entry.number, detail.entry.event.clone()))
            }
            Some(Page { content: Content::Refused(..), .. }) => None,
            // Its name, and so its route, is not loaded yet.
            Some(_) => return Vec::new(),
            None => match self.list.current() {
                Some(row) => listed(row),
                None => return Vec::new(),
            },
        };
        let Some((number, event)) = chosen else {
            let entry = "it was not accepted, so it is not in the inbox; have its sender send it again";
            self.status_line = Some(Line::new().caution(entry));
            return Vec::new();
        };
        if self.setup.routes.may_take(&event) {
            return self.send(number, None);
        }
        self.overlay = Some(Overlay::Handler(number, LineEdit::new(&self.handler), None));
        Vec::new()
    }

    fn send(&mut self, number: i64, target: Option<Target>) -> Vec<Effect> {
        let to = target.as_ref().map_or_else(|| "its handler".to_owned(), Target::to_string);
        self.status_line = Some(Line::new().text(format!("sending #{number} to ")).path(to).text("…"));
        vec![Effect::Replay(number, target)]
    }
}

fn scrolled(at: usize, key: Key) -> usize {
    match key {
        Key::Up | Key::Char('k') => at.saturating_sub(1),
        Key::Down | Key::Char('j') => at + 1,
        Key::PageUp => at.saturating_sub(10),
        Key::PageDown | Key::Char(' ') => at + 10,
        Key::Home | Key::Char('g') => 0,
        _ => at,
    }
}
