//! `makini connections status`.

use serde::Serialize;

use super::row_error::RowError;
use super::show::remedy;
use crate::api::connections::{Connection, Health, Lifecycle};
use crate::api::lenient;
use crate::api::sync::{SyncError, SyncState};
use crate::args::{ConnectionsArg, examples, resolve};
use crate::client::Client;
use crate::client::call::SyncView;
use crate::connections::query_each;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{Classify as _, During as _, Failure};
use crate::term::Line;
use crate::view::connections::{Row, health_cell, status_cell, sync_cell, sync_error, sync_word};
use crate::view::{Cell, Column, Columns, Grid, Look, Page, View};

/// Maximum number of connections queried at once.
const AT_ONCE: usize = 8;

/// Show the status of connections
///
/// Lifecycle, health, last and next sync, expiry of the token, and the latest error with its request ID. Where the
/// server does not offer health or syncs, they are requested with the token of the connection, and the output says so.
/// Exits with 0 whatever the status is, unless `--exit-status` is given; for budgets and reports use `makini check`.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples![
    "makini connections status \"Plant 7\"",
    "makini connections status --all --exit-status",
])]
pub struct Args {
    #[command(flatten)]
    connections: ConnectionsArg,

    /// All connections
    #[arg(long, conflicts_with = "connections")]
    all: bool,

    /// Exit with 1 if a connection is unhealthy, 6 if there is none
    #[arg(long)]
    exit_status: bool,
}

/// Shows it.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    ctx.out.check_for::<StatusList>()?;
    let client = ctx.client().await?;
    let rows = match &args.connections[..] {
        [] if args.all => client.connections().await.during(|| "could not list connections".into())?,
        [] => vec![resolve::connection_or_own(ctx, client, None).await?],
        named => resolve::connections(ctx, client, named).await?,
    };
    let progress = ctx.term.progress();
    let bar = progress.bar("connections", Some(rows.len() as u64), crate::term::progress::Unit::Items);
    let query = |connection: Connection| {
        let client = client.clone();
        async move { Status::query(&client, &connection).await }
    };
    let statuses = query_each(rows, AT_ONCE, query, || bar.inc(1)).await;
    bar.clear();
    ctx.show(&StatusList { statuses, judge: args.exit_status })
}

/// The status of one connection.
#[derive(Clone, Debug, Serialize)]
struct Status {
    #[serde(flatten)]
    row: Row,
    /// Whether it is healthy; null when unknown.
    healthy: Option<bool>,
    /// Where the status comes from: `server`; `connection_token` where the server offers nothing better; `list` where no
    /// query was needed.
    source: &'static str,
    /// Why the query failed.
    problem: Option<RowError>,
}

impl Status {
    async fn query(client: &Client, from: &Connection) -> Self {
        let mut status = Self { row: Row::from(from), healthy: None, source: "list", problem: None };
        if matches!(from.lifecycle(), Lifecycle::Disconnected | Lifecycle::Inactive) {
            // Its token is invalid or useless, and its status is enough.
            status.healthy = Some(false);
            return status;
        }
        match client.sync_status(from.id()).await {
            Ok(SyncView::Advertised(sync)) => {
                status.source = "server";
                let row = &mut status.row;
                row.sync_status = sync.status.as_deref().map(sync_word).or(row.sync_status.take());
                let time = |text: Option<&String>| text.and_then(|text| lenient::timestamp(text));
                row.last_sync_at = time(sync.last_successful_sync_at.as_ref()).or(row.last_sync_at);
                row.next_sync_at = time(sync.next_sync_at.as_ref()).or(row.next_sync_at);
                row.last_error = row.last_error.take().or(sync.error);
            }
            Ok(SyncView::Integration(integration)) => {
                status.source = "connection_token";
                let row = &mut status.row;
                row.sync_status = integration.sync_status.as_deref().map(sync_word);
                let over = row.sync_status.as_deref().map(SyncState::parse) == Some(SyncState::Completed);
                let since = integration.sync_updated_at.as_deref().and_then(lenient::timestamp);
                row.last_sync_at = since.filter(|_| over).or(row.last_sync_at);
                // Its token was accepted, which is what "online" means.
                row.health.get_or_insert_with(|| Health::Online.as_str().into());
            }
            Err(error) if error.needs_reauthorization() => {
                status.source = "connection_token";
                status.row.health = Some(Health::ReauthorizationRequired.as_str().into());
                status.row.last_error.get_or_insert_with(|| SyncError {
                    code: error.code(),
                    message: Some(error.to_string()),
                    request_id: error.request_id(),
                    ..SyncError::default()
                });
            }
            Err(error) => {
                status.problem = Some(Failure::from(error).into());
            }
        }
        status.healthy = status.well();
        status
    }

    /// Returns whether it is healthy, or nothing where that is unknown.
    fn well(&self) -> Option<bool> {
        let health = self.row.health.as_deref().map(Health::parse);
        let sync = self.row.sync_status.as_deref().map(SyncState::parse);
        if matches!(health, Some(Health::Offline | Health::ReauthorizationRequired)) || sync == Some(SyncState::Failed)
        {
            return Some(false);
        }
        if self.problem.is_some() { None } else { Some(true) }
    }
}

#[derive(Serialize)]
#[serde(transparent)]
struct StatusList {
    statuses: Vec<Status>,
    #[serde(skip)]
    judge: bool,
}

impl View for StatusList {
    const SCHEMA: &'static str = "connections.status/1";

    fn human(&self, page: &mut Page<'_>) {
        let look = page.look().clone();
        if let ([status], true) = (&self.statuses[..], look.terminal) {
            page.card(&status.row.card(&look));
        } else {
            page.grid();
        }
        for status in &self.statuses {
            if let Some(problem) = &status.problem {
                page.line(Line::new().bad(status.row.title()).text(format!(": {}", problem.message)));
                if let Some(hint) = &problem.hint {
                    page.indented(2, Line::new().commands(hint.as_str()));
                }
            } else if let Some(remedy) = remedy(&status.row).filter(|_| look.terminal) {
                page.line(Line::new().name(status.row.title()).text(": ").commands(&remedy));
            }
        }
        if look.terminal && self.statuses.iter().any(|status| status.source == "connection_token") {
            page.line(Line::new().muted("This server returns only what each connection's own token can read."));
        }
    }

    fn columns() -> Columns {
        Columns::of(COLUMNS)
    }

    fn table<'a>(&'a self, look: &'a Look) -> Option<Grid<'a>> {
        Some(Grid::of(&self.statuses, COLUMNS, look).empty("No connections yet. Run `makini connect` to make one."))
    }

    fn exit(&self) -> Exit {
        let in_vain = self.statuses.iter().find_map(|status| status.problem.as_ref());
        if self.judge && self.statuses.is_empty() {
            // No connection is unhealthy where there is none.
            Exit::NotFound
        } else if self.judge && self.statuses.iter().any(|status| status.healthy == Some(false)) {
            Exit::Unhealthy
        } else {
            // A query that failed never looks like an answer.
            in_vain.map_or(Exit::Ok, |problem| problem.exit)
        }
    }
}

const COLUMNS: &[Column<Status>] = &[
    Column::new("name", "NAME", |status: &Status, _| status.row.name_cell()).essential(),
    Column::new("id", "ID", |status: &Status, _| Cell::id(status.row.id.as_str())),
    Column::new("status", "STATUS", |status: &Status, _| status_cell(&status.row.status)).essential(),
    Column::new("health", "HEALTH", |status: &Status, _| Cell::maybe(status.row.health.as_deref(), health_cell))
        .essential(),
    Column::new("sync_status", "SYNC", |status: &Status, _| Cell::maybe(status.row.sync_status.as_deref(), sync_cell)),
    Column::new("last_sync_at", "LAST SYNC", |status: &Status, look| Cell::time(status.row.last_sync_at, look)),
    Column::new("next_sync_at", "NEXT SYNC", |status: &Status, look| Cell::time(status.row.next_sync_at, look)).minor(),
    Column::new("token_expires_at", "TOKEN ENDS", |status: &Status, look| {
        Cell::time(status.row.token_expires_at, look)
    })
    .minor(),
    Column::new("last_error.message", "LAST ERROR", |status: &Status, _| {
        Cell::maybe(status.row.last_error.as_ref(), |error| Cell::bad(sync_error(error)))
    }),
    Column::new("last_error.request_id", "REQUEST ID", |status: &Status, _| {
        let asked = status.problem.as_ref().and_then(|problem| problem.request_id.as_deref());
        let told = status.row.last_error.as_ref().and_then(|error| error.request_id.as_deref());
        Cell::maybe(told.or(asked), Cell::id)
    }),
    Column::new("healthy", "HEALTHY", |status: &Status, _| Cell::maybe(status.healthy, Cell::flag)).extra(),
    Column::new("source", "SOURCE", |status: &Status, _| Cell::muted(status.source)).extra(),
];
