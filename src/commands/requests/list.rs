//! `makini requests list`.

use std::time::Duration;

use clap::ValueEnum;
use clap::builder::NonEmptyStringValueParser;

use super::columns::COLUMNS;
use crate::api::operation::Operation;
use crate::args::{ConnectionFilter, Limit, TimeRange, examples, pasted, resolve};
use crate::client::Error;
use crate::context::Context;
use crate::exchange::IMPOSSIBLE;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};
use crate::journal::{Search, StatusFilter};
use crate::measure::parse_duration;
use crate::requests::{self, Query, Record, add_names, connections_named};
use crate::view::{Columns, Grid, Look, Page, View, counted};

/// List requests, newest first
///
/// From the log of the server if it offers one, otherwise from the journal of this machine; `--source both` merges
/// them.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples![
    "makini requests list --errors --since 1h",
    "makini requests list --search \"Plant 7\" --slower-than 500ms --status 5xx",
])]
pub struct Args {
    #[command(flatten)]
    connection: ConnectionFilter,

    /// Only with this status, for example `5xx`
    ///
    /// One of `404`, `5xx`, `500-503`, or `none` for no response (can be repeated).
    #[arg(long, value_name = "STATUS", value_delimiter = ',')]
    status: Vec<StatusFilter>,

    /// Only failed requests
    #[arg(long)]
    errors: bool,

    /// Only requests with this text
    ///
    /// In method and path, error code, connection name, or at the beginning of the ID.
    ///
    /// Case does not matter, as in `get /api/eam`; the query string is not searched. The journal alone has connection
    /// IDs, no names.
    #[arg(long, value_name = "TEXT", value_parser = NonEmptyStringValueParser::new())]
    search: Option<String>,

    /// Only slower than this, for example `500ms`
    ///
    /// Compared with the column TOOK: end to end in the journal, the time of the server in its log.
    #[arg(long, value_name = "TIME", value_parser = parse_duration)]
    slower_than: Option<Duration>,

    /// Only requests of this sync (server log)
    #[arg(long, value_name = "SYNC", value_parser = pasted::id)]
    sync: Option<String>,

    #[command(flatten)]
    range: TimeRange,

    #[command(flatten)]
    limit: Limit,

    /// Where to read from
    #[arg(long, value_name = "SOURCE", value_enum, default_value_t = Source::Auto, hide_short_help = true)]
    source: Source,
}

/// Where requests are read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Source {
    /// The server if it offers this, otherwise the journal
    Auto,
    /// The server: all requests of the account and of the platform itself
    Server,
    /// The journal: requests of this machine
    Journal,
    /// Both, each request once
    Both,
}

/// Lists them.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    ctx.out.check_for::<RequestList>()?;
    let is_offline = args.source == Source::Journal;
    if is_offline && args.sync.is_some() {
        return Err(Failure::usage("the journal does not record the sync of a request")
            .hint("leave out `--source journal`: the server records it"));
    }
    let now = if args.range.is_empty() { ctx.clock.now() } else { ctx.server_now().await? };
    let (since, until) = args.range.resolve(now, &ctx.out.zone)?;
    let mut query = Query {
        since,
        until,
        connection: args.connection.as_deref().map(str::to_owned),
        sync: args.sync,
        statuses: args.status,
        errors: args.errors,
        search: args.search.map(|text| Search { text, connections: Vec::new() }),
        slower_than: args.slower_than,
        limit: args.limit.get_u32(),
    };
    if is_offline {
        if let Some(text) = &query.connection {
            query.connection = Some(resolve::journaled_connection(ctx, text).await?);
        }
        let (rows, more) = query.cut(requests::of_journal(ctx.journal()?, ctx.settings.profile(), &query.one_more())?);
        return show(ctx, rows, more, true);
    }
    let client = ctx.client().await?;
    if let Some(text) = &query.connection {
        query.connection = Some(resolve::connection(ctx, client, text).await?.id().to_owned());
    }
    let is_offered = client.offered(Operation::RequestList).await.map_err(|error| {
        Failure::from(error).hint("`--source journal` answers from this machine, without the server")
    })?;
    let mut known = None;
    if let Some(search) = &mut query.search {
        // Only the server knows names, also for requests of the journal.
        let all = client.connections_of_all_time().await.during(|| "could not list connections".into())?;
        search.connections = connections_named(&all, &search.text);
        known = Some(all);
    }
    let asks_server = is_offered.is_some() || args.source == Source::Server || query.sync.is_some();
    let mut rows = Vec::new();
    if asks_server {
        rows = requests::of_server(client, &query.one_more())
            .await
            .during(|| "could not read the server's log of requests".into())?;
    }
    if !asks_server || args.source == Source::Both {
        let here = query.one_more().here(client);
        let here = requests::of_journal(ctx.journal()?, ctx.settings.profile(), &here)?;
        rows = Record::merged(rows, here.into_iter().map(|row| row.at_server(client)).collect());
    }
    if rows.is_empty() && !asks_server && !ctx.settings.is_on("journal") {
        // Nothing was looked at, which is not the same as nothing found.
        let failure = Failure::from(Error::Unsupported { operation: Operation::RequestList.name().into() });
        return Err(failure.hint("the journal of this machine is off (setting `journal`)"));
    }
    let (mut rows, more) = query.cut(rows);
    if rows.iter().any(|row| row.connection_id.is_some()) {
        let known = match known {
            Some(known) => known,
            None => resolve::optional_names(ctx, client.connections_of_all_time().await),
        };
        add_names(&mut rows, &known);
    }
    show(ctx, rows, more, !asks_server)
}

/// Shows them, and then that the list goes on: 50 of 50,000 must not look like all.
fn show(ctx: &Context, rows: Vec<Record>, more: bool, is_journal: bool) -> Result<Exit, Failure> {
    let shown = rows.len();
    let troubled = rows.iter().filter(|row| row.clock_trouble).count() as u64;
    let exit = ctx.show(&RequestList { rows, is_journal })?;
    if troubled > 0 {
        ctx.term.warn(format!("{} with `clock_trouble`: {IMPOSSIBLE}", counted(troubled, "request")));
    }
    if more {
        ctx.term.status(format!("the newest {shown} are shown, and there are more: `--limit {}`", shown * 10));
    }
    Ok(exit)
}

struct RequestList {
    rows: Vec<Record>,
    is_journal: bool,
}

impl serde::Serialize for RequestList {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.rows.serialize(to)
    }
}

impl View for RequestList {
    const SCHEMA: &'static str = "requests.list/1";

    fn human(&self, page: &mut Page<'_>) {
        page.grid();
        if self.is_journal && page.look().terminal {
            page.line("From the journal: the requests that this machine made.");
        }
    }

    fn columns() -> Columns {
        Columns::of(COLUMNS)
    }

    fn table<'a>(&'a self, look: &'a Look) -> Option<Grid<'a>> {
        let whose = if self.is_journal { "the journal of this machine" } else { "the server's log" };
        Some(Grid::of(&self.rows, COLUMNS, look).empty(format!("No such requests in {whose}.")))
    }
}
