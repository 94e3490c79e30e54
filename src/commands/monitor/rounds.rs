//! One round after another.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use serde_json::json;

use super::deliveries::Deliveries;
use super::exporting::Exporting;
use super::view::Printer;
use crate::args::checks::Checks;
use crate::args::inbox_place;
use crate::blocking;
use crate::clock::Moment;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::files::{self, Access};
use crate::health::{ProbeError, Report};
use crate::inbox::Place;
use crate::inbox::query::Store;
use crate::monitor::{Backlog, Board, Change, Pulse, ServiceManager, TrackerOptions, trim};
use crate::view::counted;

/// What the rounds are made of.
pub(super) struct Rounds<'a> {
    pub(super) checks: &'a Checks<'a>,
    pub(super) options: TrackerOptions,
    pub(super) every: Duration,
    pub(super) most: Option<u64>,
    pub(super) inbox: Option<Place>,
    pub(super) ready_file: Option<PathBuf>,
    pub(super) url: Option<String>,
    pub(super) board: Arc<Board>,
    pub(super) pulse: Arc<Pulse>,
    pub(super) manager: Arc<ServiceManager>,
    pub(super) printer: Printer<'a>,
    pub(super) deliveries: &'a Deliveries<'a>,
    pub(super) exporting: Option<Exporting<'a>>,
}

impl Rounds<'_> {
    /// Runs them, for ever or as many as there are to be.
    ///
    /// # Errors
    /// The first cannot work, and waiting would not help; the last of those that were asked for could not list the
    /// connections; what is printed cannot be written.
    pub(super) async fn run(&mut self) -> Result<Exit, Failure> {
        let ctx = self.checks.context();
        let mut noted = Vec::new();
        for number in 1.. {
            let (began, start) = (ctx.clock.now(), ctx.clock.moment());
            let pulse = Arc::clone(&self.pulse);
            let round = self
                .checks
                .round(|row| {
                    pulse.beat();
                    trim(row);
                })
                .await;
            let (report, failure) = match round {
                Ok(round) => {
                    for note in round.notes.iter().filter(|note| !noted.contains(*note)) {
                        ctx.term.note(note.as_str());
                    }
                    noted = round.notes;
                    (round.report, None)
                }
                // Wrong arguments and a missing login are not waited for.
                Err(failure) if number == 1 && !may_pass(&failure) => return Err(failure),
                Err(failure) => (Report::failed(ctx.now(), &ProbeError::from(&failure)), Some(failure)),
            };
            let changes = {
                let mut state = self.deliveries.state();
                let changes = state.tracker.observe(&report, self.options);
                self.board.round(&report, (began, ctx.clock.since(start)), &state.tracker, changes.len());
                changes
            };
            let changes: Vec<Change> = changes.into_iter().map(|change| repeating(ctx, change)).collect();
            self.deliveries.add(&changes);
            self.board.counted(ctx.statuses.all(), backlog(ctx, self.inbox.clone()).await);
            ctx.keep_seen_syncs();
            self.pulse.round_ended();
            if number == 1 {
                self.announce(&report)?;
            }
            for change in &changes {
                self.printer.change(change)?;
            }
            if let Some(exporting) = &mut self.exporting {
                exporting.export(&self.board).await;
            }
            let is_last = self.most == Some(number);
            match failure {
                Some(failure) if is_last => return Err(failure),
                Some(failure) => ctx.term.warn(failure.causes().join(": ")),
                None if is_last => return Ok(report.exit(self.checks.fail_on())),
                None => {}
            }
            drop(report);
            self.pause(start).await;
        }
        Ok(Exit::Ok)
    }

    /// Waits for the start of the next round.
    async fn pause(&self, start: Moment) {
        let clock = &self.checks.context().clock;
        clock.sleep(self.every.saturating_sub(clock.since(start))).await;
        self.pulse.beat();
    }

    /// Reports that the first round has ended.
    fn announce(&mut self, report: &Report) -> Result<(), Failure> {
        if let Some(path) = &self.ready_file {
            let text = format!("{}\n", json!({ "url": self.url, "pid": std::process::id() }));
            files::save(path, text.as_bytes(), Access::Owner, "")?;
        }
        self.manager.ready(&counted(report.connections.len() as u64, "connection"));
        self.printer.ready(self.url.clone(), self.every)
    }
}

/// Whether a failure may go away by itself.
fn may_pass(failure: &Failure) -> bool {
    matches!(failure.exit, Exit::Unavailable | Exit::RateLimited)
}

/// Returns a change with a remedy that is about the same platform as this invocation.
fn repeating(ctx: &Context, mut change: Change) -> Change {
    let repeated = &ctx.term.options().repeated;
    change.remedy = change.remedy.take().map(|remedy| repeated.in_command(&remedy).into_owned());
    change
}

/// Returns what waits in the inbox, if there is one that can be read.
async fn backlog(ctx: &Context, named: Option<Place>) -> Option<Backlog> {
    let place = named.or_else(|| inbox_place::place(ctx, None).ok())?;
    let read = blocking::run(move || Store::open_if_there(&place)?.map(|store| store.backlog()).transpose());
    let (events, oldest) = read.await.ok().flatten()?;
    let oldest = oldest.map(|at| ctx.clock.now().duration_since(at));
    Some(Backlog { events, oldest: oldest.and_then(|age| age.try_into().ok()).unwrap_or_default() })
}
