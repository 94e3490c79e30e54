//! The progress of a sync: a bar for each entity at a terminal, lines elsewhere, events for programs.

use serde::Serialize;

use crate::api::connections::Connection;
use crate::api::sync::{EntityProgress, Sync, SyncState};
use crate::connections::sync::{Event, Follow, Followed};
use crate::context::Context;
use crate::failure::{Classify as _, Failure};
use crate::term::progress::{Bar, Progress, Unit};
use crate::view::sync::progress;
use crate::view::{Cell, Column, Format, Rows, count};

/// Follows a sync and shows its progress. The caller shows the outcome.
pub(crate) async fn follow_with_progress(
    ctx: &Context,
    connection: &Connection,
    follow: Follow<'_>,
) -> Result<Followed, Failure> {
    let mut watch = Watch::new(ctx, connection)?;
    let followed = follow
        .run(|event| match event {
            Event::Seen(sync) => watch.seen(sync),
            Event::Silent(error) => {
                watch.silent(error);
                Ok(())
            }
        })
        .await?;
    watch.end()?;
    Ok(followed)
}

/// The bars and events of one sync.
struct Watch<'a> {
    ctx: &'a Context,
    connection: &'a Connection,
    progress: Progress,
    head: Bar,
    entities: Vec<Entity>,
    events: Option<Rows<'a, Step>>,
}

struct Entity {
    name: String,
    bar: Option<Bar>,
    state: SyncState,
}

impl<'a> Watch<'a> {
    fn new(ctx: &'a Context, connection: &'a Connection) -> Result<Self, Failure> {
        let progress = ctx.term.progress();
        let head = progress.spinner(connection.display_name());
        let events = match ctx.out.format() {
            Format::Ndjson => Some(Rows::new(&ctx.term, &ctx.out, "sync.step/1", STEPS, "")?),
            _ => None,
        };
        Ok(Self { ctx, connection, progress, head, entities: Vec::new(), events })
    }

    fn seen(&mut self, sync: &Sync) -> Result<(), Failure> {
        let now = self.ctx.now();
        self.head.say(&progress(sync, now));
        // Entities that have not begun are shown at a terminal only, and only if all fit on it.
        let terminal = self.ctx.term.terminal();
        let shows_ahead = terminal.stderr && sync.entities.len() + 4 <= usize::from(terminal.height);
        for entity in &sync.entities {
            self.entity(entity, shows_ahead);
        }
        if let Some(events) = &mut self.events {
            let (done, total) = sync.counts();
            events.push(Step {
                event: "progress",
                at: now.to_string(),
                connection_id: self.connection.id().to_owned(),
                sync_id: sync.id.clone(),
                status: sync.status.clone(),
                done,
                total,
                percent: sync.percent(),
                left_seconds: sync.remaining(now).map(|left| left.as_secs()),
                entities: sync.entities.clone(),
            })?;
            events.flush()?;
        }
        Ok(())
    }

    fn entity(&mut self, told: &EntityProgress, shows_ahead: bool) {
        let state = told.status.as_deref().map_or(SyncState::Unknown, SyncState::parse);
        let place = self.entities.iter().position(|known| known.name == told.entity).unwrap_or_else(|| {
            self.entities.push(Entity { name: told.entity.clone(), bar: None, state: SyncState::Queued });
            self.entities.len() - 1
        });
        let known = &mut self.entities[place];
        if known.state.is_over() {
            return;
        }
        let begins = known.state == SyncState::Queued && state != SyncState::Queued;
        if known.bar.is_none() && (begins || shows_ahead) {
            known.bar = Some(self.progress.bar(&told.entity, told.total, Unit::Items));
        }
        known.state = state;
        let Some(bar) = &known.bar else { return };
        if begins {
            bar.begin();
        }
        bar.set_total(told.total);
        if let Some(done) = told.done {
            bar.set(done);
        }
        match state {
            SyncState::Completed => bar.done(summary(told)),
            SyncState::Failed => bar.failed(summary(told)),
            // It was not reached, or was interrupted; the outcome of the sync says why.
            SyncState::Cancelled => bar.clear(),
            _ => {}
        }
    }

    fn silent(&self, error: &crate::client::Error) {
        let id = error.request_id().map(|id| format!(" (request {id})")).unwrap_or_default();
        self.ctx.term.status(format!("{error}{id}; still watching"));
    }

    fn end(self) -> Result<(), Failure> {
        self.head.clear();
        for bar in self.entities.iter().filter_map(|entity| entity.bar.as_ref()) {
            bar.clear();
        }
        drop(self.progress);
        if let Some(events) = self.events {
            events.finish()?;
        }
        Ok(())
    }
}

fn summary(entity: &EntityProgress) -> String {
    let words = |amount: Option<u64>, word: &str| amount.map(|amount| format!("{} {word}", count(amount)));
    let mut text = entity.entity.clone();
    if let Some(read) = words(entity.done, "read") {
        text += &format!(": {read}");
    }
    let changes = [words(entity.inserted, "new"), words(entity.updated, "changed")];
    let changes: Vec<String> = changes.into_iter().flatten().collect();
    if !changes.is_empty() {
        text += &format!(" ({})", changes.join(", "));
    }
    text
}

/// One line of `-o ndjson`.
#[derive(Serialize)]
struct Step {
    event: &'static str,
    at: String,
    connection_id: String,
    sync_id: Option<String>,
    status: Option<String>,
    done: Option<u64>,
    total: Option<u64>,
    percent: Option<u64>,
    left_seconds: Option<u64>,
    entities: Vec<EntityProgress>,
}

/// Events are for programs; the table exists only because lists have one.
const STEPS: &[Column<Step>] = &[Column::new("at", "AT", |step: &Step, _| Cell::text(step.at.as_str()))];
