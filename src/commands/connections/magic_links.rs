//! `makini connections magic-links`.

use serde::Serialize;

use crate::api::connections::{Connection, Lifecycle};
use crate::api::magic_links::MagicLink;
use crate::args::{Limit, examples};
use crate::client::{Error, PageOptions};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};
use crate::view::{Cell, Column, Rows};

/// List Magic Links, newest first
///
/// The address of a link is printed once, when it is created. `makini disconnect` withdraws the link of a pending
/// connection; `makini reconnect --magic-link` replaces the link of an active one. On a server that lists no links, the pending
/// connections are listed: each has one that nobody has used.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples!["makini connections magic-links --pending"])]
pub struct Args {
    /// Only links that can still be used
    #[arg(long)]
    pending: bool,

    #[command(flatten)]
    limit: Limit,
}

/// Lists them.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    let empty = if args.pending { "No Magic Link waits to be used." } else { "No Magic Link was made so far." };
    let mut rows = Rows::new(&ctx.term, &ctx.out, "connections.magic-links/1", COLUMNS, empty)?.dated_by(|| ctx.now());
    let client = ctx.client().await?;
    let during = || "could not list Magic Links".to_owned();
    // Where only some are wanted, a page may hold few of them.
    let limit = (!args.pending).then_some(args.limit.get());
    let options = PageOptions { limit, ..PageOptions::all() };
    let mut pages = match client.magic_link_pages(options).await {
        Ok(pages) => pages,
        Err(Error::Unsupported { .. }) => {
            let all = client.connections().await.during(|| "could not list connections".into())?;
            ctx.term.note(
                "this server lists no Magic Links: these are the pending connections, which nobody has finished; used and \
                 expired links are not known",
            );
            let mut rows = rows.or_else_empty("No connection is pending.");
            let limit = usize::try_from(args.limit.get()).unwrap_or(usize::MAX);
            for connection in all.iter().filter(|row| row.lifecycle() == Lifecycle::Pending).take(limit) {
                rows.push(Row::pending(connection))?;
            }
            rows.finish()?;
            return Ok(Exit::Ok);
        }
        Err(error) => return Err(error).during(during),
    };
    let mut left = args.limit.get();
    while left > 0
        && let Some(page) = pages.next().await.during(during)?
    {
        let wanted = page.into_iter().filter(|link| !args.pending || link.status.as_deref() == Some("pending"));
        for link in wanted.take(usize::try_from(left).unwrap_or(usize::MAX)) {
            left -= 1;
            rows.push(Row::from(link))?;
        }
        rows.flush()?;
    }
    let total = pages.meta().total.filter(|_| !args.pending);
    args.limit.note_rest(ctx, rows.finish()?, total);
    Ok(Exit::Ok)
}

/// A Magic Link as a row. Never its address, whatever the server returns: it is as good as a password.
#[derive(Debug, Serialize)]
struct Row {
    id: Option<String>,
    connection: Option<String>,
    connection_id: Option<String>,
    system: Option<String>,
    email: Option<String>,
    status: Option<String>,
    created_at: Option<String>,
    expires_at: Option<String>,
    used_at: Option<String>,
}

impl Row {
    /// Returns what a pending connection shows of its link.
    fn pending(connection: &Connection) -> Self {
        Self {
            id: None,
            connection: connection.name.clone(),
            connection_id: connection.key.clone(),
            system: connection.integration_name.clone(),
            email: connection.email.clone(),
            status: Some(Lifecycle::Pending.as_str().into()),
            created_at: connection.created_at.clone(),
            expires_at: None,
            used_at: None,
        }
    }
}

impl From<MagicLink> for Row {
    fn from(link: MagicLink) -> Self {
        Self {
            id: link.id,
            connection: link.name,
            connection_id: link.connection_id,
            system: link.provider,
            email: link.email,
            status: link.status,
            created_at: link.created_at,
            expires_at: link.expires_at,
            used_at: link.used_at,
        }
    }
}

fn state(word: Option<&str>) -> Cell<'_> {
    match word {
        Some("used") => Cell::good("used"),
        Some("pending") => Cell::caution("pending"),
        Some(ended @ ("expired" | "withdrawn")) => Cell::muted(ended),
        other => Cell::maybe(other, Cell::text),
    }
}

const COLUMNS: &[Column<Row>] = &[
    Column::new("id", "ID", |row: &Row, _| Cell::maybe(row.id.as_deref(), Cell::id)),
    Column::new("connection", "CONNECTION", |row: &Row, _| Cell::maybe(row.connection.as_deref(), Cell::name)),
    Column::new("connection_id", "CONNECTION ID", |row: &Row, _| Cell::maybe(row.connection_id.as_deref(), Cell::id)),
    Column::new("system", "SYSTEM", |row: &Row, _| Cell::maybe(row.system.as_deref(), Cell::text)),
    Column::new("email", "FOR", |row: &Row, _| Cell::maybe(row.email.as_deref(), Cell::text)),
    Column::new("status", "STATUS", |row: &Row, _| state(row.status.as_deref())),
    Column::new("created_at", "MADE", |row: &Row, look| Cell::timestamp(row.created_at.as_deref(), look)),
    Column::new("expires_at", "ENDS", |row: &Row, look| Cell::timestamp(row.expires_at.as_deref(), look)),
    Column::new("used_at", "USED", |row: &Row, look| Cell::timestamp(row.used_at.as_deref(), look)).extra(),
];
