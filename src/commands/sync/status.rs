//! `makini sync status`.

use serde::Serialize;

use crate::api::connections::{Connection, Lifecycle};
use crate::api::sync::{Sync, SyncError, SyncState, SyncStatus};
use crate::args::{ConnectionsArg, examples, resolve};
use crate::client;
use crate::client::call::SyncView;
use crate::connections::query_each;
use crate::connections::sync::Source;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{Classify as _, During as _, Failure};
use crate::view::sync::{progress, state};
use crate::view::{Cell, Column, Columns, Grid, Look, Page, View};

/// Maximum number of connections queried at once.
const AT_ONCE: usize = 16;

/// Show the sync status of connections
///
/// The latest sync, the last success, the next run, and the error of a failure. Exits with 0 whatever the status is;
/// `makini check` judges it.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples!["makini sync status", "makini sync status \"Plant 7\""])]
pub struct Args {
    #[command(flatten)]
    connections: ConnectionsArg,
}

/// Shows it.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    ctx.out.check_for::<StatusList>()?;
    let client = ctx.client().await?;
    let connections = if args.connections.is_empty() {
        let mut all = client.connections().await.during(|| "could not list connections".into())?;
        all.retain(|row| !matches!(row.lifecycle(), Lifecycle::Disconnected | Lifecycle::Pending));
        all
    } else {
        resolve::connections(ctx, client, &args.connections).await?
    };
    let query = |connection: Connection| {
        let client = client.clone();
        async move {
            let status = client.sync_status(connection.id()).await;
            let exit = status.as_ref().err().map(client::Error::exit);
            (Row::new(&connection, status), exit)
        }
    };
    let (rows, exits): (Vec<_>, Vec<_>) = query_each(connections, AT_ONCE, query, || {}).await.into_iter().unzip();
    let exit = exits.into_iter().flatten().next().unwrap_or(Exit::Ok);
    ctx.show(&StatusList { rows, exit })
}

/// The sync status of one connection.
#[derive(Serialize)]
struct Row {
    connection_id: String,
    connection: String,
    status: Option<String>,
    last_successful_sync_at: Option<String>,
    next_sync_at: Option<String>,
    /// When the status was entered, where the server returns nothing else.
    changed_at: Option<String>,
    error: Option<SyncError>,
    /// The newest sync.
    sync: Option<Sync>,
    source: Option<Source>,
    /// Why the query failed.
    trouble: Option<QueryError>,
}

#[derive(Serialize)]
struct QueryError {
    message: String,
    request_id: Option<String>,
    hint: Option<String>,
}

impl Row {
    fn new(connection: &Connection, status: Result<SyncView, client::Error>) -> Self {
        let mut row = Self {
            connection_id: connection.id().to_owned(),
            connection: connection.display_name().to_owned(),
            status: None,
            last_successful_sync_at: connection.last_sync_at.clone(),
            next_sync_at: connection.next_sync_at.clone(),
            changed_at: None,
            error: None,
            sync: None,
            source: None,
            trouble: None,
        };
        match status {
            Ok(SyncView::Advertised(status)) => {
                let SyncStatus { status, last_successful_sync_at, next_sync_at, error, current, .. } = *status;
                row.status = status;
                row.last_successful_sync_at = last_successful_sync_at.or(row.last_successful_sync_at);
                row.next_sync_at = next_sync_at.or(row.next_sync_at);
                (row.error, row.sync, row.source) = (error, current, Some(Source::SyncStatus));
            }
            Ok(SyncView::Integration(integration)) => {
                row.status = integration.sync_status;
                // A sync that is completed changed last when it succeeded.
                let is_done = row.status.as_deref().map(SyncState::parse) == Some(SyncState::Completed);
                let success = integration.sync_updated_at.clone().filter(|_| is_done);
                row.last_successful_sync_at = row.last_successful_sync_at.or(success);
                row.changed_at = integration.sync_updated_at;
                row.source = Some(Source::Integration);
            }
            Err(error) => {
                row.trouble =
                    Some(QueryError { message: error.to_string(), request_id: error.request_id(), hint: error.hint() });
            }
        }
        row
    }

    fn request(&self) -> Option<&str> {
        let trouble = self.trouble.as_ref().and_then(|trouble| trouble.request_id.as_deref());
        trouble.or_else(|| self.error.as_ref()?.request_id.as_deref())
    }
}

struct StatusList {
    rows: Vec<Row>,
    exit: Exit,
}

impl Serialize for StatusList {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.rows.serialize(to)
    }
}

const COLUMNS: &[Column<Row>] = &[
    Column::new("connection", "CONNECTION", |row: &Row, _| Cell::name(row.connection.as_str())).essential(),
    Column::new("connection_id", "ID", |row: &Row, _| Cell::id(row.connection_id.as_str())),
    Column::new("status", "SYNC", |row: &Row, _| match &row.trouble {
        Some(_) => Cell::bad("could not ask").machine("unknown"),
        None => state(row.status.as_deref().filter(|word| !word.is_empty())),
    })
    .essential(),
    Column::new("progress", "PROGRESS", |row: &Row, look| {
        let far = row.sync.as_ref().filter(|sync| !sync.state().is_over()).map(|sync| progress(sync, look.now));
        Cell::maybe(far.filter(|far| !far.is_empty()), Cell::text)
    }),
    Column::new("last_successful_sync_at", "LAST SUCCESS", |row: &Row, look| {
        Cell::timestamp(row.last_successful_sync_at.as_deref(), look)
    }),
    Column::new("next_sync_at", "NEXT", |row: &Row, look| Cell::timestamp(row.next_sync_at.as_deref(), look)).minor(),
    Column::new("reason", "REASON", |row: &Row, _| {
        let message = row.trouble.as_ref().map(|trouble| trouble.message.as_str());
        let error = || row.error.as_ref().and_then(|error| error.message.as_deref().or(error.code.as_deref()));
        Cell::maybe(message.or_else(error), Cell::bad)
    }),
    Column::new("request_id", "REQUEST", |row: &Row, _| Cell::maybe(row.request(), Cell::id)).minor(),
    Column::new("changed_at", "SINCE", |row: &Row, look| Cell::timestamp(row.changed_at.as_deref(), look)).extra(),
    Column::new("source", "SOURCE", |row: &Row, _| match row.source {
        Some(Source::Integration) => Cell::text("integration"),
        Some(_) => Cell::text("sync_status"),
        None => Cell::empty(),
    })
    .extra(),
];

impl View for StatusList {
    const SCHEMA: &'static str = "sync.status/1";

    fn human(&self, page: &mut Page<'_>) {
        page.grid();
        if self.rows.iter().any(|row| row.source == Some(Source::Integration)) {
            page.line(
                "This server advertises no `sync_status`: the state is what each connection's own token can read.",
            );
        }
    }

    fn columns() -> Columns {
        Columns::of(COLUMNS)
    }

    fn table<'a>(&'a self, look: &'a Look) -> Option<Grid<'a>> {
        Some(Grid::of(&self.rows, COLUMNS, look).empty("No connections yet. Run `makini connect` to make one."))
    }

    fn exit(&self) -> Exit {
        self.exit
    }
}
