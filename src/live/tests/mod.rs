//! What the view looks like, and whole sessions with a receiver.

mod actions;
mod screens;
mod sessions;

use std::sync::Arc;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use ratatui::Terminal;
use ratatui::backend::TestBackend;

use super::changes::{ChangeBuffer, EventFollower};
use super::draw::paint;
use super::format::TimeFormat;
use super::model::{Effect, Message, Model, Setup};
use super::reader::{Query, Reply};
use super::refused::{Delivery, RefusedBuffer};
use crate::clock::Clock;
use crate::inbox::envelope::Envelope;
use crate::inbox::forward::Routes;
use crate::inbox::pauses::Pause;
use crate::inbox::query::{Anchor, Attempt, Entry, ForwardState, Listed, Outcome, Window};
use crate::inbox::{ReceiverEvent, Verdict};
use crate::term::canvas::{Input, Key};

fn at(text: &str) -> Timestamp {
    format!("2026-01-02T{text}Z").parse().expect("a time")
}

fn setup(forward: Option<&str>) -> Setup {
    Setup {
        repeated: crate::shell::RepeatedOptions::default(),
        verifies: "signatures as `makini` makes them".into(),
        unsigned: false,
        try_it: "`makini webhooks trigger sync.completed` in another terminal sends one".into(),
        forwards: forward.map(|to| format!("everything to {to}")).into_iter().collect(),
        routes: Routes::parse(&[], forward, &[]).expect("a good route"),
        allow_host: Vec::new(),
    }
}

/// Reads a screen as text.
fn text(backend: &TestBackend) -> String {
    let buffer = backend.buffer();
    let rows = buffer.content.chunks(usize::from(buffer.area.width).max(1));
    let lines: Vec<String> = rows
        .map(|row| {
            let mut line = String::new();
            let mut hidden = 0;
            for cell in row {
                if hidden == 0 {
                    line.push_str(cell.symbol());
                    hidden = crate::term::sanitize::width(cell.symbol());
                }
                hidden = hidden.saturating_sub(1);
            }
            line.trim_end().to_owned()
        })
        .collect();
    lines.join("\n")
}

/// A state with an inbox that is a list of events, the newest first.
struct Scene {
    model: Model,
    events: Vec<Listed>,
    now: Timestamp,
    effects: Vec<Effect>,
}

impl Scene {
    fn new(width: u16, height: u16, events: Vec<Listed>) -> Self {
        let now = at("09:41:07");
        let format = TimeFormat { zone: TimeZone::UTC, now };
        let model = Model::new(setup(Some("http://127.0.0.1:3000/hook")), format, (width, height));
        let mut scene = Self { model, events, now, effects: Vec::new() };
        scene.publish([ReceiverEvent::Ready {
            url: "http://127.0.0.1:4600".into(),
            inbox: "/data/inbox.db".into(),
            pid: 7,
            started_at: now,
            pending: 0,
        }]);
        scene
    }

    fn take(&mut self, message: Message) {
        let effects = self.model.update(message, self.now);
        self.act(effects);
    }

    fn act(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            if let Effect::Query(Query::List { ticket, find, around, reach }) = &effect {
                let found = Ok(self.around(&find.filter, *around, *reach as usize));
                self.take(Message::Reply(Reply::List { ticket: *ticket, found }));
            } else {
                self.effects.push(effect);
            }
        }
    }

    /// Answers as an inbox does, for filters by event only.
    fn around(&self, filter: &crate::inbox::query::Filter, around: Anchor, reach: usize) -> Window {
        let fits = |listed: &&Listed| filter.event.as_ref().is_none_or(|event| *event == listed.entry.event);
        let events: Vec<Listed> = self.events.iter().filter(fits).cloned().collect();
        let middle = match around {
            Anchor::Newest => 0,
            Anchor::Oldest => events.len(),
            Anchor::Number(number) => events.partition_point(|listed| listed.entry.number > number),
        };
        let (start, end) = (middle.saturating_sub(reach), (middle + reach).min(events.len()));
        Window { events: events[start..end].to_vec(), newest: start == 0, oldest: end == events.len() }
    }

    /// Tells of things as the receiver does.
    fn publish(&mut self, events: impl IntoIterator<Item = ReceiverEvent>) {
        self.publish_with(events, &RefusedBuffer::default());
    }

    fn publish_with(&mut self, events: impl IntoIterator<Item = ReceiverEvent>, buffer: &RefusedBuffer) {
        let (tell, told) = tokio::sync::broadcast::channel(1024);
        for event in events {
            tell.send(Arc::new(event)).expect("followed");
        }
        drop(tell);
        let changes = ChangeBuffer::new();
        let newest = self.events.first().map_or(0, |listed| listed.entry.number);
        let (clock, refused) = (Clock::fixed(self.now), self.model.refusals);
        EventFollower { changes: changes.clone(), buffer: buffer.clone(), clock, newest, refused }.run(told, || {});
        self.take(Message::Changes(Box::new(changes.take())));
        let due = self.model.due();
        self.act(due);
    }

    fn press(&mut self, keys: &[Key]) {
        for key in keys {
            self.take(Message::Input(Input::Key(*key)));
        }
    }

    fn types(&mut self, line: &str) {
        self.press(&line.chars().map(Key::Char).collect::<Vec<_>>());
    }

    fn screen(&self) -> String {
        let (width, height) = self.model.size;
        let mut terminal = Terminal::new(TestBackend::new(width, height)).expect("a screen");
        terminal.draw(|frame| paint(&self.model, false, frame)).expect("painted");
        text(terminal.backend())
    }
}

fn attempt(kind: &str, status: Option<u16>, error: Option<&str>) -> Attempt {
    Attempt {
        kind: kind.into(),
        target: "http://127.0.0.1:3000/hook".into(),
        started_at: at("09:41:03"),
        ended_at: Some(at("09:41:04")),
        status,
        error: error.map(str::to_owned),
        millis: Some(12.3),
    }
}

fn event(number: i64, name: &str, forward: ForwardState, last: Option<Attempt>) -> Listed {
    let entry = Entry {
        number,
        id: format!("evt_{number}"),
        own_id: true,
        event: name.into(),
        connection: "con_7".into(),
        timestamp: Some("2026-01-02T09:41:00Z".into()),
        received_at: at("09:41:02"),
        bytes: 41,
        verdict: Verdict::Verified,
        mode: Some("raw".into()),
        duplicates: 0,
        conflicts: 0,
        possible_duplicate_of: None,
        forward,
        tries: u32::from(last.is_some()),
        next_attempt_at: None,
        outcome: Outcome::Untried,
        first_try_at: last.as_ref().map(|last| last.started_at),
        last_try_at: last.as_ref().map(|last| last.started_at),
    };
    Listed { entry, last }
}

fn delivery(body: &str) -> Delivery {
    Delivery {
        headers: vec![
            ("content-type".into(), b"application/json".to_vec()),
            ("x-webhook-signature".into(), b"00ff".to_vec()),
        ],
        body: body.into(),
        envelope: Envelope::read(body.as_bytes()),
    }
}
