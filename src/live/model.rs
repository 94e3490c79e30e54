//! The state behind the screen: messages change it, and each change returns the effects to carry out.

use std::collections::{BTreeMap, VecDeque};

use jiff::Timestamp;

use super::changes::{Changes, Health, LogEntry, Ready, bound, log};
use super::detail::{Content, Page};
use super::find::{Find, Refusals};
use super::format::TimeFormat;
use super::layout::Layout;

use super::list::{Key, List, Row};
use super::reader::{Lanes, Query, Reply};
use super::refused::RefusedRequest;
use crate::exit::Exit;
use crate::inbox::forward::{Routes, Target};
use crate::inbox::pauses::Pause;
use crate::inbox::query::{Counts, Replayed, Window};
use crate::shell::RepeatedOptions;
use crate::term::Line;
use crate::term::canvas::Input;
use crate::term::line_edit::LineEdit;
use crate::view::counted;

/// Maximum number of log entries.
const LOG: usize = 300;

/// Something that happened.
#[derive(Debug)]
pub(super) enum Message {
    /// A key, a paste or a new size of the terminal.
    Input(Input),
    /// Time passed.
    Tick,
    /// Events came, or were passed on.
    Changes(Box<Changes>),
    /// The inbox was read or changed.
    Reply(Reply),
    /// An event was sent again; an error is in words.
    Replayed(i64, Result<Replayed, String>),
    /// Another part of the program wrote a message.
    Log(String),
    /// The receiver ends for a reason outside the view.
    Ending,
}

/// Something to be done.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Effect {
    /// Ask the reader.
    Query(Query),
    /// End what the reader searches for.
    Interrupt,
    /// Send an event to this address, or where its route leads.
    Replay(i64, Option<Target>),
    /// Put bytes into the clipboard of the terminal.
    Copy(Vec<u8>),
    /// Show a text in the pager of the user.
    Page(String),
    /// End the receiver, and the program with this.
    Stop(Exit),
    /// End without waiting for anything.
    StopAtOnce,
}

/// What lies over the list or the page.
#[derive(Clone, Debug)]
pub(super) enum Overlay {
    /// The filter is being typed.
    Find(LineEdit),
    /// The handler to send an event to is being typed; the last is what is wrong with it.
    Handler(i64, LineEdit, Option<String>),
    /// Whether to forward all failed events again.
    Retry,
    /// Which keys there are. Scrolled so far.
    Help(usize),
    /// The log of problems. Scrolled so far.
    Messages(usize),
    /// What waits for each connection, and who receives. Scrolled so far.
    Lanes(usize),
}

/// The part that does not change while the view runs.
#[derive(Debug)]
pub(super) struct Setup {
    /// What is verified, in words.
    pub(super) verifies: String,
    /// Whether signatures are not verified.
    pub(super) unsigned: bool,
    /// How to have an event sent, in words.
    pub(super) try_it: String,
    /// What goes where, in words.
    pub(super) forwards: Vec<String>,
    /// What goes where.
    pub(super) routes: Routes,
    /// Other machines that events may be sent to.
    pub(super) allow_host: Vec<String>,
    /// What the commands on the screen repeat.
    pub(super) repeated: RepeatedOptions,
}

/// The state of the view.
#[derive(Debug)]
pub(super) struct Model {
    pub(super) setup: Setup,
    pub(super) ready: Option<Ready>,
    pub(super) counts: Counts,
    /// What is not forwarded until somebody says so.
    pub(super) pauses: Vec<Pause>,
    /// Requests that were not accepted since it runs.
    pub(super) refusals: u64,
    /// Events that were lost; there may be as many refusals more.
    pub(super) missed: u64,
    pub(super) last_event_at: Option<Timestamp>,
    /// Handlers that did not take an event the last time, and what was wrong.
    pub(super) down: BTreeMap<String, String>,
    /// What is wrong with the receiver.
    pub(super) trouble: Option<String>,
    pub(super) log: Vec<LogEntry>,
    pub(super) refused: VecDeque<RefusedRequest>,
    pub(super) list: List,
    pub(super) find: Find,
    /// As it was typed.
    pub(super) find_line: String,
    pub(super) page: Option<Page>,
    /// Lanes and receivers as they were read last.
    pub(super) lanes: Option<Result<Lanes, String>>,
    /// Whether they may be read again.
    lanes_due: bool,
    pub(super) overlay: Option<Overlay>,
    /// The result of the last key.
    pub(super) status_line: Option<Line>,
    pub(super) ending: bool,
    pub(super) size: (u16, u16),
    pub(super) format: TimeFormat,
    /// The handler that was typed last.
    pub(super) handler: String,
    ticket: u64,
    /// Whether a piece of the list is being read.
    pub(super) reading: bool,
    pub(super) stale: bool,
    page_stale: bool,
}

impl Model {
    pub(super) fn new(setup: Setup, format: TimeFormat, size: (u16, u16)) -> Self {
        let mut model = Self {
            setup,
            ready: None,
            counts: Counts::default(),
            pauses: Vec::new(),
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
            lanes: None,
            lanes_due: true,
            overlay: None,
            status_line: None,
            ending: false,
            size,
            format,
            handler: "http://127.0.0.1:".into(),
            ticket: 0,
            reading: false,
            stale: true,
            page_stale: false,
        };
        model.lay_out();
        model
    }

    /// Takes a message. `now` is the time it came.
    pub(super) fn update(&mut self, message: Message, now: Timestamp) -> Vec<Effect> {
        self.format.now = now;
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
            Message::Changes(changes) => {
                self.changes(*changes);
                Vec::new()
            }
            Message::Reply(reply) => self.reply(reply),
            Message::Replayed(number, result) => {
                self.replayed(number, result);
                Vec::new()
            }
            Message::Log(text) => {
                for line in text.lines().filter(|line| !line.trim().is_empty()) {
                    log(&mut self.log, now, line.to_owned(), 1, LOG);
                    self.status_line = Some(Line::new().text(line));
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
            effects.push(Effect::Query(Query::Counts));
            effects.extend(self.read_list());
        }
        if matches!(self.overlay, Some(Overlay::Lanes(_))) && std::mem::take(&mut self.lanes_due) {
            effects.push(Effect::Query(Query::Lanes));
        }
        if std::mem::take(&mut self.page_stale)
            && let Some(Page { key, content: Content::Event(_), .. }) = &self.page
        {
            effects.push(Effect::Query(Query::Detail(key.number)));
        }
        effects
    }

    /// Asks for the piece of the list that is wanted.
    pub(super) fn read_list(&mut self) -> Option<Effect> {
        self.ticket += 1;
        if self.find.refusals == Refusals::Only {
            self.reading = false;
            self.set_list(Window { events: Vec::new(), newest: true, oldest: true });
            return None;
        }
        self.reading = true;
        let (ticket, find) = (self.ticket, Box::new(self.find.clone()));
        Some(Effect::Query(Query::List { ticket, find, around: self.list.wanted(), reach: self.list.reach() }))
    }

    fn set_list(&mut self, stretch: Window) {
        let find = &self.find;
        self.list.set(stretch, self.refused.iter().filter(|refused| find.fits(refused)));
    }

    fn changes(&mut self, changes: Changes) {
        self.ready = changes.ready.or(self.ready.take());
        self.refusals += changes.refusals;
        self.missed += changes.missed;
        self.last_event_at = changes.last_event_at.or(self.last_event_at);
        self.refused.extend(changes.refused);
        bound(&mut self.refused);
        for (target, error) in changes.handlers {
            match error {
                Some(error) => drop(self.down.insert(target, error)),
                None => drop(self.down.remove(&target)),
            }
        }
        match changes.health {
            Health::AsBefore => {}
            Health::Well => self.trouble = None,
            Health::Trouble(trouble) => self.trouble = Some(trouble),
        }
        for entry in changes.log {
            log(&mut self.log, entry.at, entry.text, entry.times, LOG);
        }
        if !self.list.following {
            self.list.unseen += changes.arrivals + changes.refusals;
        }
        self.stale = true;
        let shown = self.page.as_ref().map(|page| page.key.number);
        self.page_stale |= changes.changed.is_none_or(|changed| shown.is_some_and(|shown| changed.contains(&shown)));
    }

    fn reply(&mut self, reply: Reply) -> Vec<Effect> {
        match reply {
            Reply::Body { number, found } => return self.body(number, found),
            Reply::Whole { number, found } => return self.whole(number, found),
            Reply::Lanes(found) => {
                self.lanes_due = true;
                self.lanes = Some(found);
            }
            Reply::Paused { connection, done } => self.paused(&connection, done),
            Reply::Pauses(pauses) => self.pauses = pauses,
            Reply::List { ticket, .. } if ticket != self.ticket => {}
            Reply::List { found, .. } => {
                self.reading = false;
                match found {
                    Ok(stretch) => self.set_list(stretch),
                    Err(error) => self.fault(format!("the inbox could not be read: {error}")),
                }
            }
            Reply::Detail { number, found } => {
                if let Some(page) = &mut self.page
                    && page.key == (Key { number, refused: 0 })
                {
                    page.set(found.map_or_else(Content::Lost, Content::Event));
                }
            }
            Reply::Explained { sequence, found } => {
                if let Some(page) = &mut self.page
                    && page.key.refused == sequence
                    && let Content::Refused(refused, _) = &page.content
                {
                    page.set(Content::Refused(refused.clone(), Some(found)));
                }
            }
            Reply::Counts(counts) => {
                self.counts = counts;
                self.last_event_at = self.last_event_at.max(counts.last_received_at);
            }
            Reply::Retried(Ok(number)) => {
                self.status_line = Some(Line::new().good(counted(number, "event")).text(" put back into the queue"));
                self.stale = true;
            }
            Reply::Retried(Err(error)) => self.fault(format!("they could not be forwarded again: {error}")),
        }
        Vec::new()
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
                self.status_line = Some(match sent.error {
                    Some(error) => line.text(": ").text(error),
                    None => line,
                });
            }
            Err(error) => self.fault(format!("#{number} could not be sent again: {error}")),
        }
    }

    /// Shows a problem and adds it to the log.
    pub(super) fn fault(&mut self, text: String) {
        self.status_line = Some(Line::new().bad(text.as_str()));
        log(&mut self.log, self.format.now, text, 1, LOG);
    }

    /// Fits everything into the screen.
    fn lay_out(&mut self) {
        let layout = Layout::of(self);
        self.list.resize(usize::from(layout.rows()));
        if let Some(mut page) = self.page.take() {
            page.lay_out(usize::from(self.size.0), &self.format);
            page.scroll_to(page.scroll, usize::from(layout.body.1));
            self.page = Some(page);
        }
    }

    /// Opens the page about a row.
    pub(super) fn open(&mut self, row: Row) -> Vec<Effect> {
        let key = row.key();
        let (content, query) = match row {
            Row::Event(_) => (Content::Loading, Some(Query::Detail(key.number))),
            Row::Refused(refused) => {
                let query = refused.delivery.is_some().then(|| Query::Explain(refused.clone().into()));
                (Content::Refused(Box::new(refused), None), query)
            }
        };
        let raw = self.page.as_ref().is_some_and(|page| page.raw);
        let mut page = Page::new(key, content);
        page.raw = raw;
        self.page = Some(page);
        query.into_iter().map(Effect::Query).collect()
    }
}
