//! What is on the screen and why: messages change it, and say what is to be done.

use std::collections::{BTreeMap, VecDeque};

use jiff::Timestamp;

use super::changes::{Health, Pulse, Ready, Said, bound, say};
use super::detail::{Content, Page};
use super::find::{Find, Refusals};
use super::format::Look;
use super::layout::Areas;
use super::line_edit::Field;
use super::list::{Key, List, Row};
use super::reader::{Answer, Ask};
use super::refused::Refused;
use crate::exit::Exit;
use crate::inbox::forward::{Routes, Target};
use crate::inbox::query::{Replayed, Stretch, Tally};
use crate::term::Line;
use crate::term::canvas::Input;
use crate::view::count;

/// Messages that are kept.
const LOG: usize = 300;

/// Something that happened.
#[derive(Debug)]
pub(super) enum Message {
    /// A person did something.
    Input(Input),
    /// Time passed.
    Tick,
    /// Events came, or were passed on.
    Pulse(Box<Pulse>),
    /// The inbox was read or changed.
    Answer(Answer),
    /// An event was sent again; an error is in words.
    Replayed(i64, Result<Replayed, String>),
    /// Another part of the program said something.
    Said(String),
    /// The receiver ends: it was told to by somebody else.
    Ending,
}

/// Something to be done.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Effect {
    /// Ask the reader.
    Ask(Ask),
    /// End what the reader searches for.
    Interrupt,
    /// Send an event to a handler.
    Replay(i64, Target),
    /// End the receiver, and the program with this.
    Stop(Exit),
    /// End without waiting for anything.
    StopAtOnce,
}

/// What lies over the list or the page.
#[derive(Clone, Debug)]
pub(super) enum Over {
    /// The filter is being typed.
    Find(Field),
    /// The handler to send an event to is being typed; the last is what is wrong with it.
    Handler(i64, Field, Option<String>),
    /// Whether to forward all failed events again.
    Retry,
    /// Which keys there are. Scrolled so far.
    Help(usize),
    /// What went wrong. Scrolled so far.
    Messages(usize),
}

/// What does not change while it runs.
#[derive(Debug)]
pub(super) struct Setting {
    /// What is verified, in words.
    pub(super) verifies: String,
    /// Whether nobody looks at signatures.
    pub(super) unsigned: bool,
    /// What goes where, in words.
    pub(super) forwards: Vec<String>,
    /// What goes where.
    pub(super) routes: Routes,
    /// Other machines that events may be sent to.
    pub(super) allow_host: Vec<String>,
}

/// All of it.
#[derive(Debug)]
pub(super) struct State {
    pub(super) setting: Setting,
    pub(super) ready: Option<Ready>,
    pub(super) tally: Tally,
    /// Requests that were not accepted since it runs.
    pub(super) refusals: u64,
    /// Notices that were lost; there may be as many refusals more.
    pub(super) missed: u64,
    pub(super) last_event_at: Option<Timestamp>,
    /// Handlers that did not take an event the last time, and what was wrong.
    pub(super) down: BTreeMap<String, String>,
    /// What is wrong with the receiver.
    pub(super) trouble: Option<String>,
    pub(super) log: Vec<Said>,
    pub(super) refused: VecDeque<Refused>,
    pub(super) list: List,
    pub(super) find: Find,
    /// As it was typed.
    pub(super) find_line: String,
    pub(super) page: Option<Page>,
    pub(super) over: Option<Over>,
    /// What came of the last key.
    pub(super) told: Option<Line>,
    pub(super) ending: bool,
    pub(super) size: (u16, u16),
    pub(super) look: Look,
    /// The handler that was typed last.
    pub(super) handler: String,
    ticket: u64,
    /// Whether a piece of the list is being read.
    pub(super) reading: bool,
    stale: bool,
    page_stale: bool,
}

impl State {
    pub(super) fn new(setting: Setting, look: Look, size: (u16, u16)) -> Self {
        let mut state = Self {
            setting,
            ready: None,
            tally: Tally::default(),
            refusals: 0,
            missed: 0,
            last_event_at: None,
            down: BTreeMap::new(),
            trouble: None,
            log: Vec::new(),
            refused: VecDeque::new(),
            list: List::new(),
            find: Find::default(),
            find_line: String::new(),
            page: None,
            over: None,
            told: None,
            ending: false,
            size,
            look,
            handler: "http://127.0.0.1:".into(),
            ticket: 0,
            reading: false,
            stale: true,
            page_stale: false,
        };
        state.lay_out();
        state
    }

    /// Takes a message. `now` is the time it came.
    pub(super) fn update(&mut self, message: Message, now: Timestamp) -> Vec<Effect> {
        self.look.now = now;
        let effects = match message {
            Message::Input(Input::Size(width, height)) => {
                self.size = (width, height);
                Vec::new()
            }
            Message::Input(Input::Key(key)) => self.press(key),
            Message::Input(Input::Paste(text)) => {
                self.paste(&text);
                Vec::new()
            }
            Message::Tick => Vec::new(),
            Message::Pulse(pulse) => {
                self.pulse(*pulse);
                Vec::new()
            }
            Message::Answer(answer) => {
                self.answer(answer);
                Vec::new()
            }
            Message::Replayed(number, result) => {
                self.replayed(number, result);
                Vec::new()
            }
            Message::Said(text) => {
                for line in text.lines().filter(|line| !line.trim().is_empty()) {
                    say(&mut self.log, now, line.to_owned(), 1, LOG);
                    self.told = Some(Line::new().text(line));
                }
                Vec::new()
            }
            Message::Ending => {
                self.ending = true;
                Vec::new()
            }
        };
        self.lay_out();
        effects
    }

    /// Returns what is to be read before the next frame. Asked for each frame, so that a flood of events does not
    /// become a flood of reading.
    pub(super) fn due(&mut self) -> Vec<Effect> {
        let mut effects = Vec::new();
        if self.stale && !self.reading {
            self.stale = false;
            effects.push(Effect::Ask(Ask::Tally));
            effects.extend(self.read_list());
        }
        if std::mem::take(&mut self.page_stale)
            && let Some(Page { key, content: Content::Event(_), .. }) = &self.page
        {
            effects.push(Effect::Ask(Ask::Detail(key.number)));
        }
        effects
    }

    /// Asks for the piece of the list that is wanted.
    pub(super) fn read_list(&mut self) -> Option<Effect> {
        self.ticket += 1;
        if self.find.refusals == Refusals::Only {
            self.reading = false;
            self.set_list(Stretch { events: Vec::new(), newest: true, oldest: true });
            return None;
        }
        self.reading = true;
        let (ticket, find) = (self.ticket, Box::new(self.find.clone()));
        Some(Effect::Ask(Ask::List { ticket, find, around: self.list.wanted(), reach: self.list.reach() }))
    }

    fn set_list(&mut self, stretch: Stretch) {
        let find = &self.find;
        self.list.set(stretch, self.refused.iter().filter(|refused| find.fits(refused)));
    }

    fn pulse(&mut self, pulse: Pulse) {
        self.ready = pulse.ready.or(self.ready.take());
        self.refusals += pulse.refusals;
        self.missed += pulse.missed;
        self.last_event_at = pulse.last_event_at.or(self.last_event_at);
        self.refused.extend(pulse.refused);
        bound(&mut self.refused);
        for (target, error) in pulse.handlers {
            match error {
                Some(error) => drop(self.down.insert(target, error)),
                None => drop(self.down.remove(&target)),
            }
        }
        match pulse.health {
            Health::AsBefore => {}
            Health::Well => self.trouble = None,
            Health::Trouble(trouble) => self.trouble = Some(trouble),
        }
        for said in pulse.said {
            say(&mut self.log, said.at, said.text, said.times, LOG);
        }
        if !self.list.following {
            self.list.unseen += pulse.arrivals + pulse.refusals;
        }
        self.stale = true;
        let shown = self.page.as_ref().map(|page| page.key.number);
        self.page_stale |= pulse.changed.is_none_or(|changed| shown.is_some_and(|shown| changed.contains(&shown)));
    }

    fn answer(&mut self, answer: Answer) {
        match answer {
            Answer::List { ticket, .. } if ticket != self.ticket => {}
            Answer::List { found, .. } => {
                self.reading = false;
                match found {
                    Ok(stretch) => self.set_list(stretch),
                    Err(error) => self.fault(format!("the inbox could not be read: {error}")),
                }
            }
            Answer::Detail { number, found } => {
                if let Some(page) = &mut self.page
                    && page.key == (Key { number, refused: 0 })
                {
                    page.set(found.map_or_else(Content::Lost, Content::Event));
                }
            }
            Answer::Explained { sequence, found } => {
                if let Some(page) = &mut self.page
                    && page.key.refused == sequence
                    && let Content::Refused(refused, _) = &page.content
                {
                    page.set(Content::Refused(refused.clone(), Some(found)));
                }
            }
            Answer::Tally(tally) => {
                self.tally = tally;
                self.last_event_at = self.last_event_at.max(tally.last_received_at);
            }
            Answer::Retried(Ok(number)) => {
                self.told = Some(Line::new().good(some(number, "event")).text(" put back into the queue"));
                self.stale = true;
            }
            Answer::Retried(Err(error)) => self.fault(format!("they could not be forwarded again: {error}")),
        }
    }

    fn replayed(&mut self, number: i64, result: Result<Replayed, String>) {
        self.stale = true;
        self.page_stale = true;
        match result {
            Ok(sent) => {
                let line = match (sent.status, sent.is_ok()) {
                    (Some(status), true) => Line::new().good(format!("{status} in {} ms", sent.millis)),
                    (Some(status), false) => Line::new().bad(format!("{status} in {} ms", sent.millis)),
                    (None, _) => Line::new().bad("no answer"),
                };
                let line = Line::new().text(format!("#{number} sent again: ")).then(line).text("  ").path(sent.target);
                self.told = Some(match sent.error {
                    Some(error) => line.text(": ").text(error),
                    None => line,
                });
            }
            Err(error) => self.fault(format!("#{number} could not be sent again: {error}")),
        }
    }

    /// Says that something went wrong, and keeps it.
    fn fault(&mut self, text: String) {
        self.told = Some(Line::new().bad(text.as_str()));
        say(&mut self.log, self.look.now, text, 1, LOG);
    }

    /// Fits everything into the screen.
    fn lay_out(&mut self) {
        let areas = Areas::of(self);
        self.list.resize(usize::from(areas.rows()));
        if let Some(mut page) = self.page.take() {
            page.lay_out(usize::from(self.size.0), &self.look);
            page.scroll_to(page.scroll, usize::from(areas.body.1));
            self.page = Some(page);
        }
    }

    /// Opens the page about a row.
    pub(super) fn open(&mut self, row: Row) -> Vec<Effect> {
        let key = row.key();
        let (content, ask) = match row {
            Row::Event(_) => (Content::Loading, Some(Ask::Detail(key.number))),
            Row::Refused(refused) => {
                let ask = refused.delivery.is_some().then(|| Ask::Explain(refused.clone().into()));
                (Content::Refused(Box::new(refused), None), ask)
            }
        };
        let raw = self.page.as_ref().is_some_and(|page| page.raw);
        let mut page = Page::new(key, content);
        page.raw = raw;
        self.page = Some(page);
        ask.into_iter().map(Effect::Ask).collect()
    }

    /// Returns the lines that say how it went, once it has ended.
    pub(super) fn summary(&self) -> Vec<Line> {
        let tally = &self.tally;
        let mut line = Line::new().text(format!("{} in the inbox", some(tally.events, "event")));
        for (number, words) in [
            (tally.duplicates, some(tally.duplicates, "repeat")),
            (tally.conflicts, some(tally.conflicts, "conflict")),
            (tally.pending, format!("{} to be forwarded when it runs again", count(tally.pending))),
            (tally.failed, format!("{} given up", count(tally.failed))),
            (self.refusals, format!("{} refused", some(self.refusals, "request"))),
        ] {
            if number > 0 {
                line = line.text(", ").text(words);
            }
        }
        let mut lines = vec![line.commands("; `makini webhooks inbox list` shows it")];
        for said in &self.log {
            let times = if said.times > 1 { format!(" ({} times)", count(said.times)) } else { String::new() };
            let at = Line::new().muted(format!("  {}  ", self.look.time(said.at)));
            lines.push(at.text(said.text.as_str()).text(times));
        }
        lines
    }
}

/// So many of a thing.
pub(super) fn some(number: u64, word: &str) -> String {
    format!("{} {word}{}", count(number), if number == 1 { "" } else { "s" })
}
