//! `makini sandbox status`.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::args::examples;
use crate::context::{Context, SandboxInstance};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::term::Line;
use crate::view::{Card, Cell, Page, View, counted};

/// Show whether the sandbox is running, its address and contents
///
/// Starts nothing and creates no file. Exits with 0 in any case; `--jq .data.running` is for scripts.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples!["makini sandbox status"])]
pub struct Args {}

/// Looks and counts.
pub async fn run(ctx: &Context, _args: Args) -> Result<Exit, Failure> {
    ctx.out.check_for::<Status>()?;
    let paths = &ctx.settings.paths;
    let mut running = SandboxInstance::read(paths.data()?);
    if let Some(instance) = &running
        && instance.time(paths.data()?).await?.is_none()
    {
        running = None;
    }
    let state = paths.sandbox_file()?;
    let holds = if running.is_some() || state.exists() {
        Some(ctx.client().await?.get::<Counts>("/sandbox").await?)
    } else {
        None
    };
    ctx.show(&Status {
        running: running.is_some(),
        url: running.as_ref().map(|instance| instance.url.clone()),
        pid: running.as_ref().map(|instance| instance.pid),
        state,
        holds,
    })
}

/// What a sandbox holds.
#[derive(Serialize, Deserialize)]
pub(super) struct Counts {
    connections: u64,
    syncs: u64,
    requests: u64,
    events: u64,
    webhook_endpoints: u64,
    faults: u64,
    time_scale: f64,
}

impl Counts {
    /// Returns whether it has no connection, sync, endpoint or fault.
    pub(super) fn is_empty(&self) -> bool {
        self.connections + self.syncs + self.webhook_endpoints + self.faults == 0
    }

    pub(super) fn words(&self) -> String {
        let of = |amount, noun| counted(amount, noun);
        [of(self.connections, "connection"), of(self.syncs, "sync"), of(self.requests, "request")].join(", ")
    }
}

#[derive(Serialize)]
struct Status {
    running: bool,
    url: Option<String>,
    pid: Option<u32>,
    /// The state in the data folder, which commands use while no sandbox runs.
    state: PathBuf,
    holds: Option<Counts>,
}

impl View for Status {
    const SCHEMA: &'static str = "sandbox.status/1";

    fn human(&self, page: &mut Page<'_>) {
        match (&self.url, self.pid) {
            (Some(url), Some(pid)) => {
                page.line(
                    Line::new()
                        .heading("SANDBOX")
                        .good(" running")
                        .text(" at ")
                        .path(url)
                        .text(format!(", process {pid}")),
                );
            }
            _ => page.line(
                Line::new()
                    .heading("SANDBOX")
                    .text(" not running; ")
                    .commands("`makini sandbox start` runs it, `makini --sandbox …` works without"),
            ),
        }
        let mut card = Card::new().row("State", Cell::path(self.state.display().to_string()));
        if let Some(holds) = &self.holds {
            card = card
                .row("Connections", Cell::count(holds.connections))
                .row("Syncs", Cell::count(holds.syncs))
                .row("Requests", Cell::count(holds.requests))
                .row("Events", Cell::count(holds.events))
                .row("Webhook endpoints", Cell::count(holds.webhook_endpoints))
                .row("Faults", Cell::count(holds.faults));
            if self.running {
                card = card.row("Time scale", Cell::number(holds.time_scale));
            }
        } else {
            card = card.row("Holds", Cell::muted("nothing yet"));
        }
        page.card(&card);
    }
}
