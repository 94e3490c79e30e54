//! `makini connections list`.

use clap::builder::PossibleValuesParser;

use crate::api::connections::{Connection, Health, Lifecycle};
use crate::api::page::Meta;
use crate::api::path;
use crate::args::{RowFilter, examples};
use crate::client::{ApiRequest, Client, PageOptions, Pages};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};
use crate::term::progress::Unit;
use crate::view::connections::{Row, health_cell, status_cell, sync_cell};
use crate::view::{Cell, Column, Rows};

const STATUSES: [Lifecycle; 6] = [
    Lifecycle::Pending,
    Lifecycle::Synchronizing,
    Lifecycle::InProgress,
    Lifecycle::Active,
    Lifecycle::Inactive,
    Lifecycle::Disconnected,
];

const HEALTHS: [Health; 3] = [Health::Online, Health::Offline, Health::ReauthorizationRequired];

/// List connections
///
/// Rows are printed page by page. Several values of one filter match any of them; different filters must all match.
/// Disconnected connections are listed with `--status disconnected` only.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples![
    "makini connections list",
    "makini connections list --health offline --columns name,last_sync_at",
])]
pub struct Args {
    /// Only connections with this status (can be repeated)
    #[arg(long, value_name = "STATUS", value_delimiter = ',', ignore_case = true)]
    #[arg(value_parser = PossibleValuesParser::new(STATUSES.map(Lifecycle::as_str)))]
    status: Vec<String>,

    /// Only connections with this health (can be repeated)
    #[arg(long, value_name = "HEALTH", value_delimiter = ',', ignore_case = true)]
    #[arg(value_parser = PossibleValuesParser::new(HEALTHS.map(Health::as_str)))]
    health: Vec<String>,

    #[command(flatten)]
    rows: RowFilter,

    /// Maximum number of connections to list
    #[arg(long, value_name = "COUNT", value_parser = crate::args::count)]
    limit: Option<u64>,
}

/// Lists them.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    let empty = if args.filters() {
        "No connection fits. Run `makini connections list` to see all."
    } else {
        "No connections yet. Run `makini connect` to make one."
    };
    // Output that is not possible is refused before the first request.
    let mut rows = Rows::new(&ctx.term, &ctx.out, "connections.list/1", COLUMNS, empty)?.dated_by(|| ctx.now());
    let during = || "could not list connections".to_owned();
    let client = ctx.client().await?;
    let mut pages = pages(client, &args).await.during(during)?;
    let progress = ctx.term.progress();
    let bar = progress.bar("connections", None, Unit::Items);
    let mut left = args.limit.unwrap_or(u64::MAX);
    let mut show = |page: &[Connection], meta: &Meta| -> Result<bool, Failure> {
        bar.set_total(meta.total);
        bar.inc(page.len() as u64);
        for row in page.iter().filter(|row| args.fits(row)).take(usize::try_from(left).unwrap_or(usize::MAX)) {
            left -= 1;
            rows.push(Row::from(row))?;
        }
        rows.flush()?;
        Ok(left > 0)
    };
    // Where filters decide when there is enough, the next page may not be wanted.
    let ahead = args.limit.is_none() || !args.filters();
    let mut next = pages.next().await;
    while let Some(page) = next.during(during)? {
        next = if ahead {
            pages.while_working(|meta| show(&page, meta).map(drop)).await?
        } else if show(&page, pages.meta())? {
            pages.next().await
        } else {
            break;
        };
    }
    bar.clear();
    if rows.finish()? == 0 {
        args.rows.check_systems(client, "connections list").await?;
    }
    Ok(Exit::Ok)
}

/// Starts paging. The published list takes no filters, so they are sent only to a server that advertises its operations;
/// rows are filtered here as well.
async fn pages(client: &Client, args: &Args) -> Result<Pages<Connection>, crate::client::Error> {
    let mut outgoing = ApiRequest::get(path::CONNECTIONS);
    if args.filters() && client.advertisement().await?.is_some() {
        for (name, values) in [("status", &args.status), ("health", &args.health)] {
            if let [value] = &values[..] {
                outgoing = outgoing.query(format!("filter[{name}]"), value.to_lowercase());
            }
        }
        if args.status.iter().any(|status| Lifecycle::parse(status) == Lifecycle::Disconnected) {
            outgoing = outgoing.query("include", "disconnected");
        }
    }
    let options = PageOptions { limit: args.limit.filter(|_| !args.filters()), ..PageOptions::all() };
    Ok(client.connection_pages_of(outgoing, options))
}

impl Args {
    fn filters(&self) -> bool {
        !(self.status.is_empty() && self.health.is_empty() && self.rows.is_empty())
    }

    fn fits(&self, row: &Connection) -> bool {
        let among =
            |wanted: &[String], fits: &dyn Fn(&str) -> bool| wanted.is_empty() || wanted.iter().any(|w| fits(w));
        among(&self.status, &|wanted| row.lifecycle() == Lifecycle::parse(wanted))
            && among(&self.health, &|wanted| row.health() == Some(Health::parse(wanted)))
            && self.rows.fits(row)
    }
}

/// The columns of a list of connections.
const COLUMNS: &[Column<Row>] = &[
    Column::new("name", "NAME", |row: &Row, _| row.name_cell()).essential(),
    Column::new("id", "ID", |row: &Row, _| Cell::id(row.id.as_str())),
    Column::new("system", "SYSTEM", |row: &Row, _| Cell::maybe(row.system.as_deref(), Cell::text)),
    Column::new("status", "STATUS", |row: &Row, _| status_cell(&row.status)).essential(),
    Column::new("health", "HEALTH", |row: &Row, _| Cell::maybe(row.health.as_deref(), health_cell)).essential(),
    Column::new("last_sync_at", "LAST SYNC", |row: &Row, look| Cell::time(row.last_sync_at, look)),
    Column::new("credits", "CREDITS", |row: &Row, _| Cell::maybe(row.credits, Cell::count)).right().minor(),
    Column::new("sync_status", "SYNC", |row: &Row, _| Cell::maybe(row.sync_status.as_deref(), sync_cell)).extra(),
    Column::new("next_sync_at", "NEXT SYNC", |row: &Row, look| Cell::time(row.next_sync_at, look)).extra(),
    Column::new("email", "E-MAIL", |row: &Row, _| Cell::maybe(row.email.as_deref(), Cell::text)).extra(),
    Column::new("deployment", "RUNS", |row: &Row, _| Cell::maybe(row.deployment.as_deref(), Cell::text)).extra(),
    Column::new("created_at", "CREATED", |row: &Row, look| Cell::time(row.created_at, look)).extra(),
    Column::new("connected_at", "CONNECTED", |row: &Row, look| Cell::time(row.connected_at, look)).extra(),
    Column::new("token_expires_at", "TOKEN ENDS", |row: &Row, look| Cell::time(row.token_expires_at, look)).extra(),
    Column::new("last_error.message", "LAST ERROR", |row: &Row, _| {
        Cell::maybe(row.last_error.as_ref(), |error| Cell::bad(crate::view::connections::sync_error(error)))
    })
    .extra(),
    Column::new("last_error.request_id", "REQUEST ID", |row: &Row, _| {
        Cell::maybe(row.last_error.as_ref().and_then(|error| error.request_id.as_deref()), Cell::id)
    })
    .extra(),
];
