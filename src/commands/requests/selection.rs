//! Which requests are meant, and reading them.

use std::time::Duration;

use clap::ValueEnum;
use clap::builder::NonEmptyStringValueParser;
use jiff::Timestamp;

use crate::api::connections::Connection;
use crate::api::operation::Operation;
use crate::args::{ConnectionFilter, TimeRange, pasted, resolve};
use crate::client::{Client, Error};
use crate::context::Context;
use crate::failure::{During as _, Failure};
use crate::journal::{Search, StatusFilter};
use crate::measure::parse_duration;
use crate::requests::{self, Query, Record, add_names, connections_named};

/// The options that choose requests.
#[derive(clap::Args, Debug)]
pub(super) struct FilterArgs {
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
}

/// Where requests are read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Source {
    /// The server if it offers this, otherwise the journal
    Auto,
    /// The server: all requests of the account and of the platform itself
    Server,
    /// The journal: requests of this machine
    Journal,
    /// Both, each request once
    Both,
}

impl FilterArgs {
    /// Returns the query, with the connection as it was typed.
    pub(super) fn query(self, since: Option<Timestamp>, until: Option<Timestamp>, limit: u32) -> Query {
        Query {
            since,
            until,
            connection: self.connection.as_deref().map(str::to_owned),
            sync: self.sync,
            statuses: self.status,
            errors: self.errors,
            search: self.search.map(|text| Search { text, connections: Vec::new() }),
            slower_than: self.slower_than,
            limit,
        }
    }

    /// Returns whether only the requests of one sync are meant, which only the server records.
    pub(super) const fn is_of_sync(&self) -> bool {
        self.sync.is_some()
    }

    /// Refuses what the journal alone cannot answer.
    ///
    /// # Errors
    /// [`crate::exit::Exit::Usage`].
    pub(super) fn check_journal(&self) -> Result<(), Failure> {
        if self.is_of_sync() {
            return Err(Failure::usage("the journal does not record the sync of a request")
                .hint("leave out `--source journal`: the server records it"));
        }
        Ok(())
    }
}

/// Resolves the connection of a query, and the names that a text may mean. Returns the connections, if they were read.
pub(super) async fn resolved(
    ctx: &Context,
    client: &Client,
    query: &mut Query,
) -> Result<Option<Vec<Connection>>, Failure> {
    if let Some(text) = &query.connection {
        query.connection = Some(resolve::connection(ctx, client, text).await?.id().to_owned());
    }
    let Some(search) = &mut query.search else { return Ok(None) };
    // Only the server knows names, also for requests of the journal.
    let all = client.connections_of_all_time().await.during(|| "could not list connections".into())?;
    search.connections = connections_named(&all, &search.text);
    Ok(Some(all))
}

/// Returns whether the server offers a log.
pub(super) async fn has_log(client: &Client) -> Result<bool, Failure> {
    let offered = client.offered(Operation::RequestList).await.map_err(|error| {
        Failure::from(error).hint("`--source journal` answers from this machine, without the server")
    })?;
    Ok(offered.is_some())
}

/// Returns that there is nothing to read: the server offers no log, and the journal is off.
pub(super) fn no_source() -> Failure {
    // Nothing was looked at, which is not the same as nothing found.
    let failure = Failure::from(Error::Unsupported { operation: Operation::RequestList.name().into() });
    failure.hint("the journal of this machine is off (setting `journal`)")
}

/// Requests that were selected.
pub(super) struct Selected {
    /// The requests, the newest first.
    pub(super) rows: Vec<Record>,
    /// Whether there are more than the limit.
    pub(super) more: bool,
    /// Whether they come from the journal alone.
    pub(super) is_journal: bool,
    /// Start of the time that was asked about.
    pub(super) since: Option<Timestamp>,
    /// End of the time that was asked about: now at the latest.
    pub(super) until: Timestamp,
}

/// Reads the requests that the options choose, the newest first, at most `limit` of them.
pub(super) async fn select(
    ctx: &Context,
    filter: FilterArgs,
    range: &TimeRange,
    source: Source,
    limit: u32,
) -> Result<Selected, Failure> {
    let is_offline = source == Source::Journal;
    if is_offline {
        filter.check_journal()?;
    }
    let now = if range.is_empty() { ctx.clock.now() } else { ctx.server_now().await? };
    let (since, until) = range.resolve(now, &ctx.out.zone)?;
    let mut query = filter.query(since, until, limit);
    let selected = |rows, more, is_journal, now: Timestamp| {
        let until = until.map_or(now, |until| until.min(now));
        Selected { rows, more, is_journal, since, until }
    };
    if is_offline {
        if let Some(text) = &query.connection {
            query.connection = Some(resolve::journaled_connection(ctx, text).await?);
        }
        let (rows, more) = query.cut(requests::of_journal(ctx.journal()?, ctx.settings.profile(), &query.one_more())?);
        return Ok(selected(rows, more, true, now));
    }
    let client = ctx.client().await?;
    let known = resolved(ctx, client, &mut query).await?;
    let asks_server = has_log(client).await? || source == Source::Server || query.sync.is_some();
    let mut rows = Vec::new();
    if asks_server {
        rows = requests::of_server(client, &query.one_more())
            .await
            .during(|| "could not read the server's log of requests".into())?;
    }
    if !asks_server || source == Source::Both {
        let here = query.one_more().here(client);
        let here = requests::of_journal(ctx.journal()?, ctx.settings.profile(), &here)?;
        rows = Record::merged(rows, here.into_iter().map(|row| row.at_server(client)).collect());
    }
    if rows.is_empty() && !asks_server && !ctx.settings.is_on("journal") {
        return Err(no_source());
    }
    let (mut rows, more) = query.cut(rows);
    if rows.iter().any(|row| row.connection_id.is_some()) {
        let known = match known {
            Some(known) => known,
            None => resolve::optional_names(ctx, client.connections_of_all_time().await),
        };
        add_names(&mut rows, &known);
    }
    Ok(selected(rows, more, !asks_server, client.now()))
}
