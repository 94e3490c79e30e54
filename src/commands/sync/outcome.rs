//! The outcome of watching a sync.

use serde::Serialize;

use crate::api::connections::Connection;
use crate::api::sync::{Sync, SyncState};
use crate::connections::sync::{AWAITED, Ending, Followed, Source};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::shell::operand;
use crate::term::Line;
use crate::view::sync::{ENTITIES, progress};
use crate::view::{Columns, Grid, Look, Page, View, count, span};

/// How a watch ended.
#[derive(Debug, Serialize)]
pub(super) struct Outcome {
    /// Always `ended`: marks the last line of `-o ndjson`.
    event: &'static str,
    connection_id: String,
    connection: String,
    /// `completed`, `failed`, `cancelled`, `pending` or `interrupted`.
    outcome: &'static str,
    source: Source,
    watched_seconds: f64,
    exit_code: u8,
    sync: Sync,
    #[serde(skip)]
    exit: Exit,
}

impl Outcome {
    /// Returns the outcome of a watch that ended this way.
    ///
    /// # Errors
    /// When there was nothing to follow.
    pub(super) fn of(connection: &Connection, followed: Followed) -> Result<Self, Failure> {
        let Followed { ending, sync, source, time } = followed;
        let (outcome, exit) = match (ending, sync.state()) {
            (Ending::Nothing, _) => {
                let message = format!("no sync of `{}` has run yet", connection.display_name());
                let start = format!("`makini sync start {}` starts one", operand(connection.id()));
                return Err(Failure::new(Exit::NotFound, message).hint(start));
            }
            (Ending::TimeUp, _) => ("pending", Exit::Pending),
            (Ending::Stopped(exit), _) => ("interrupted", exit),
            (Ending::Over, SyncState::Completed) => ("completed", Exit::Ok),
            (Ending::Over, SyncState::Cancelled) => ("cancelled", Exit::Unhealthy),
            (Ending::Over, _) => ("failed", Exit::Unhealthy),
        };
        Ok(Self {
            event: "ended",
            connection_id: connection.id().to_owned(),
            connection: connection.display_name().to_owned(),
            outcome,
            source,
            watched_seconds: time.as_secs_f64(),
            exit_code: exit.code(),
            sync,
            exit,
        })
    }

    fn headline(&self, now: jiff::Timestamp) -> Line {
        let sync = &self.sync;
        let name = sync.id.as_deref().map_or_else(|| "the sync".to_owned(), |id| format!("sync {id}"));
        let line = Line::new().name(self.connection.as_str()).text(format!(": {name} "));
        let (done, _) = sync.counts();
        let read = done.map(|done| format!(", {} records read", count(done))).unwrap_or_default();
        let time = sync.elapsed(now).map(span);
        match self.outcome {
            "completed" => {
                let time = time.map(|time| format!(" in {time}")).unwrap_or_default();
                line.good("completed").text(format!("{time}{read}"))
            }
            "failed" => {
                let time = time.map(|time| format!(" after {time}")).unwrap_or_default();
                line.bad("failed").text(format!("{time}{read}"))
            }
            "cancelled" => line.caution("was cancelled").text(read),
            _ if self.is_awaited() => {
                Line::new().name(self.connection.as_str()).text(": ").caution("no sync has started yet")
            }
            _ => {
                let far = progress(sync, now);
                let far = if far.is_empty() { far } else { format!(" ({far})") };
                line.caution("goes on").text(far)
            }
        }
    }
}

impl View for Outcome {
    const SCHEMA: &'static str = "sync.watch/1";

    fn human(&self, page: &mut Page<'_>) {
        page.line(self.headline(page.look().now));
        if let Some(error) = &self.sync.error {
            page.indented(2, reason(error));
        }
        if let Some(next) = self.next() {
            page.indented(2, Line::new().muted("next: ").command(next));
        }
    }

    fn columns() -> Columns {
        Columns::of(ENTITIES)
    }

    fn table<'a>(&'a self, look: &'a Look) -> Option<Grid<'a>> {
        Some(Grid::of(&self.sync.entities, ENTITIES, look))
    }

    fn exit(&self) -> Exit {
        self.exit
    }
}

impl Outcome {
    /// Returns whether a sync was waited for that has not begun: the next one of the server's own schedule.
    fn is_awaited(&self) -> bool {
        self.source == Source::Integration && self.sync.status.as_deref() == Some(AWAITED)
    }

    /// Returns the command to type next, if something is to be done.
    fn next(&self) -> Option<String> {
        let connection = operand(&self.connection_id);
        let request = self.sync.error.as_ref().and_then(|error| error.request_id.as_deref());
        match (self.outcome, request) {
            ("completed", _) => None,
            ("failed", Some(request)) => Some(format!("makini requests show {}", operand(request))),
            ("failed", None) => Some(format!("makini connections status {connection}")),
            ("cancelled", _) => Some(format!("makini sync start {connection}")),
            _ if self.is_awaited() => Some(format!("makini sync start {connection} --watch")),
            _ => Some(format!("makini sync watch {connection}")),
        }
    }
}

/// Returns why a sync failed, in one line with its request ID.
pub(super) fn reason(error: &crate::api::sync::SyncError) -> Line {
    let mut line = Line::new().muted("reason: ");
    line = match (&error.message, &error.code) {
        (Some(message), Some(code)) => line.bad(message.as_str()).text(format!(" ({code})")),
        (Some(word), None) | (None, Some(word)) => line.bad(word.as_str()),
        (None, None) => line.text("no reason given"),
    };
    if let Some(entity) = &error.entity {
        line = line.text(", reading ").name(entity.as_str());
    }
    match &error.request_id {
        Some(id) => line.text(", request ").id(id.as_str()),
        None => line,
    }
}
