//! `makini sync show`.

use serde::Serialize;

use super::outcome::reason;
use crate::api::connections::{Connection, Integration};
use crate::api::sync::Sync;
use crate::args::resolve;
use crate::args::{ConnectionArg, examples, pasted};
use crate::client::call::SyncView;
use crate::client::{Client, Error, PageOptions};
use crate::connections::sync::of_integration;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};
use crate::shell::operand;
use crate::term::Line;
use crate::view::sync::{ENTITIES, state};
use crate::view::{Card, Cell, Columns, Grid, Look, Page, View};

/// Show a sync and its entities
///
/// On a server that names no syncs, the latest one is shown as the connection's own token reads it, marked with the source
/// `integration`.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples!["makini sync show \"Plant 7\"", "makini sync show \"Plant 7\" sync_01hq"])]
pub struct Args {
    #[command(flatten)]
    connection: ConnectionArg,

    /// Sync ID, as listed by `makini sync list`; default: the latest
    #[arg(value_name = "SYNC", value_parser = pasted::id)]
    sync: Option<String>,
}

/// Shows it.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    ctx.out.check_for::<SyncDetails>()?;
    let client = ctx.client().await?;
    let connection = resolve::connection(ctx, client, &args.connection).await?;
    let sync = match &args.sync {
        Some(sync) => find(client, &connection, sync).await?,
        None => latest(ctx, client, &connection).await?,
    };
    ctx.show(&SyncDetails::new(&connection, sync))
}

/// Returns the latest sync, running or not, from the best source that the server has.
async fn latest(ctx: &Context, client: &Client, connection: &Connection) -> Result<Sync, Failure> {
    let during = || "could not read the latest sync".into();
    let found = match client.sync_status(connection.id()).await.during(during)? {
        SyncView::Advertised(status) => status.current,
        SyncView::Integration(read) => marked(ctx, connection.id(), *read),
    };
    found.ok_or_else(|| {
        let message = format!("no sync of `{}` has run yet", connection.display_name());
        let start = format!("`makini sync start {}` starts one", operand(connection.id()));
        Failure::new(Exit::NotFound, message).hint(start)
    })
}

fn marked(ctx: &Context, connection: &str, read: Integration) -> Option<Sync> {
    ctx.term.note("this server lists no syncs: this is the latest, as the connection's own token reads it");
    let mut sync = of_integration(connection, read);
    if let Some(sync) = &mut sync {
        sync.extra.insert("source".into(), "integration".into());
    }
    sync
}

async fn find(client: &Client, connection: &Connection, sync: &str) -> Result<Sync, Failure> {
    match client.sync(connection.id(), sync).await {
        Ok(sync) => Ok(sync),
        Err(error) if error.is_not_found() => {
            // As a narrow table or a chat has cut it.
            let pages = client.sync_pages(connection.id(), PageOptions::all()).await;
            let is_start = |row: &Sync| row.id.as_deref().is_some_and(|id| id.starts_with(sync));
            if let Ok(pages) = pages
                && let Some(id) = pages.only(is_start).await?.and_then(|row| row.id)
            {
                return Ok(client.sync(connection.id(), &id).await?);
            }
            let message = format!("`{}` has no sync `{sync}`", connection.display_name());
            let list = format!("`makini sync list {}` shows its syncs", operand(connection.id()));
            Err(Failure::new(Exit::NotFound, message).hint(list))
        }
        Err(error @ Error::Unsupported { .. }) => {
            let status =
                format!("`makini sync show {}`, without an ID, shows the latest one", operand(connection.id()));
            Err(Failure::from(error).hint(status))
        }
        Err(error) => Err(error.into()),
    }
}

/// A sync with its connection.
#[derive(Serialize)]
pub(super) struct SyncDetails {
    connection: String,
    #[serde(flatten)]
    sync: Sync,
}

impl SyncDetails {
    pub(super) fn new(connection: &Connection, mut sync: Sync) -> Self {
        sync.connection_id.get_or_insert_with(|| connection.id().to_owned());
        Self { connection: connection.display_name().to_owned(), sync }
    }
}

impl View for SyncDetails {
    const SCHEMA: &'static str = "sync.show/1";

    fn human(&self, page: &mut Page<'_>) {
        let look = page.look().clone();
        let sync = &self.sync;
        let text = |text: &Option<String>| Cell::maybe(text.clone(), Cell::text);
        page.card(
            &Card::new()
                .row("Sync", Cell::maybe(sync.id.as_deref(), Cell::id))
                .row("Connection", Cell::name(self.connection.as_str()))
                .row("Status", state(sync.status.as_deref()))
                .row("Mode", text(&sync.mode))
                .row("Trigger", text(&sync.trigger))
                .row("Started", Cell::timestamp(sync.started_at.as_deref().or(sync.created_at.as_deref()), &look))
                .row("Finished", Cell::timestamp(sync.finished_at.as_deref(), &look))
                .row("Took", Cell::span(sync.elapsed(look.now))),
        );
        if let Some(error) = &sync.error {
            page.line(reason(error));
            if let Some(request) = &error.request_id {
                page.line(Line::new().muted("next: ").command(format!("makini requests show {}", operand(request))));
            }
        }
        if !sync.entities.is_empty() {
            page.blank();
            page.grid();
        }
    }

    fn columns() -> Columns {
        Columns::of(ENTITIES)
    }

    fn table<'a>(&'a self, look: &'a Look) -> Option<Grid<'a>> {
        Some(Grid::of(&self.sync.entities, ENTITIES, look))
    }
}
