//! `makini requests show`.

use std::time::Duration;

use serde::Serialize;

use super::columns::{COLUMNS, outcome, reported, time};
use crate::api::connections::Connection;
use crate::api::sync::Sync;
use crate::args::{examples, pasted};
use crate::client::call::RequestQuery;
use crate::client::{self, Client, PageOptions};
use crate::context::Context;
use crate::exchange::IMPOSSIBLE;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};
use crate::journal;
use crate::measure::parse_duration;
use crate::requests::{Origin, Record, Unread, add_names, logged, unknown, whole_id};
use crate::shell::{operand, option};
use crate::term::Line;
use crate::view::sync::state;
use crate::view::{Card, Cell, Columns, Grid, Look, Page, View};
use crate::why::rules;

/// How many failures around a request are shown.
const AROUND: usize = 20;

/// Explain a request by its ID
///
/// Combines the log of the server and the journal of this machine: connection, call, result and its cause, timings, the
/// sync that it belongs to, and other failures around the same time. A unique prefix of an ID is enough for requests in
/// the journal.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples!["makini requests show req_01hq"])]
pub struct Args {
    /// Request ID
    #[arg(value_name = "REQUEST", value_parser = pasted::id)]
    id: String,

    /// Time range before and after to search for other failures
    #[arg(long, value_name = "TIME", default_value = "5m", value_parser = parse_duration)]
    around: Duration,
}

/// Explains it.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    ctx.out.check_for::<Details>()?;
    let journaled = journaled(ctx, &args.id)?;
    // The journal accepts a prefix; the server needs the whole ID.
    let id = journaled.first().and_then(|row| row.id.clone()).unwrap_or_else(|| args.id.clone());
    // Read before any request is sent: what fails now is unrelated.
    let mut unread = Unread(Vec::new());
    let around = match ctx.journal().map(|journal| journal.around(ctx.settings.profile(), &id, args.around)) {
        Ok(Err(journal::Error::NoSuchRequest(_))) | Err(_) => Vec::new(),
        Ok(found) => unread.or_default("other failures in the journal", found),
    };
    let mine: Vec<Record> = around.into_iter().map(Record::from).collect();
    let client = ctx.client().await?;
    let (id, found) = match logged(client, &id).await {
        Ok((true, None)) if journaled.is_empty() => match whole_id(client, &id).await.during(|| searching(&id))? {
            Some(whole) => (whole.clone(), logged(client, &whole).await),
            None => (id, Ok((true, None))),
        },
        found => (id, found),
    };
    let asked = found.as_ref().is_ok_and(|(offered, _)| *offered);
    let request = match (found, journaled.first().cloned()) {
        (Ok((_, Some(server))), Some(journal)) => Record::combined(server.into(), journal),
        (Ok((_, Some(server))), None) => server.into(),
        (Ok((_, None)), Some(journal)) => journal,
        (Err(error), Some(journal)) => {
            ctx.term.warn(format!("the server could not be reached, so this comes from the journal alone: {error}"));
            journal
        }
        (Ok((offered, None)), None) => return Err(with_other_profile(ctx, &id, unknown(&id, Some(offered)))),
        (Err(error), None) => {
            let failure = Failure::from(error).hint("it is not in the journal of this machine either");
            let failure = failure.during(format!("could not look up request `{id}` on the server"));
            return Err(with_other_profile(ctx, &id, failure));
        }
    };
    let repeated = &ctx.term.options().repeated;
    let next = rules::commands(&request).iter().map(|command| repeated.in_command(command).into_owned()).collect();
    let meaning = rules::of_record(&request).map(|(rule, _)| rule.statement);
    let mut details = Details { attempts: journaled, sync: None, around: mine, meaning, next, unread, request };
    details.complete(client, asked, args.around).await;
    for what in &details.unread.0 {
        ctx.term.warn(format!("could not read {what}"));
    }
    ctx.show(&details)
}

/// Adds the command that shows the request, where the journal has it under another profile: its server is another one.
fn with_other_profile(ctx: &Context, id: &str, failure: Failure) -> Failure {
    let other = ctx.journal().ok().and_then(|journal| journal.profile_of(id).ok().flatten());
    let Some(other) = other else { return failure };
    let command = format!("makini requests show {} {}", operand(id), option("--profile", &other));
    failure.hint(format!("this machine sent it with the profile `{other}`: `{command}`"))
}

/// Returns the rows of the journal: one for each attempt with this ID, the newest first.
fn journaled(ctx: &Context, id: &str) -> Result<Vec<Record>, Failure> {
    // Without a folder there is no journal, and the server may have it.
    let Ok(journal) = ctx.journal() else { return Ok(Vec::new()) };
    match journal.get(ctx.settings.profile(), id) {
        Ok(entries) => Ok(entries.into_iter().map(Record::from).collect()),
        Err(journal::Error::NoSuchRequest(_)) => Ok(Vec::new()),
        Err(error) => Err(error.into()),
    }
}

fn searching(start: &str) -> String {
    format!("could not search the server's log for an ID that begins with `{start}`")
}

/// A request with what is known around it.
#[derive(Serialize)]
struct Details {
    #[serde(flatten)]
    request: Record,
    /// What it means, if it failed.
    meaning: Option<&'static str>,
    /// Every attempt of this machine that came back with this ID.
    attempts: Vec<Record>,
    /// The sync it belongs to.
    sync: Option<Sync>,
    /// What else failed around it, the newest first.
    around: Vec<Record>,
    /// Commands that help.
    next: Vec<String>,
    /// What could not be read.
    unread: Unread,
}

impl Details {
    /// Reads what happened around it.
    async fn complete(&mut self, client: &Client, asks_server: bool, window: Duration) {
        let connection = self.request.connection_id.clone();
        let mut failures = Vec::new();
        if asks_server {
            let found = around(client, &self.request, window).await;
            let found = match found {
                Err(client::Error::Unsupported { .. }) => Ok(Vec::new()),
                found => found,
            };
            failures = self.unread.or_default("other failures in the server's log", found);
            if let (Some(connection), Some(sync)) = (&connection, &self.request.sync_id) {
                let found = client.sync(connection, sync).await.map(Some);
                self.sync = self.unread.or_default("its sync", offered(found));
            }
        }
        let same =
            |row: &Record| connection.is_none() || row.connection_id.is_none() || row.connection_id == connection;
        let mine = std::mem::take(&mut self.around).into_iter().filter(same).map(|row| row.at_server(client));
        self.around = Record::merged(failures, mine.collect());
        // What this program failed to find for itself is no neighbour.
        self.around
            .retain(|row| (row.id.is_none() || row.id != self.request.id) && row.kind.as_deref() != Some("tool"));
        self.around.truncate(AROUND);
        let mut known: Vec<Connection> = Vec::new();
        if asks_server && let Some(id) = &connection {
            let found = client.connection(id).await;
            known.extend(self.unread.or_default("its connection", offered(found)));
        }
        add_names(std::iter::once(&mut self.request).chain(&mut self.around).chain(&mut self.attempts), &known);
    }
}

/// Takes what the server does not offer, or no longer has, as nothing.
fn offered<T: Default>(found: Result<T, client::Error>) -> Result<T, client::Error> {
    match found {
        Err(error) if error.is_not_found() || matches!(error, client::Error::Unsupported { .. }) => Ok(T::default()),
        found => found,
    }
}

/// Returns what else failed for the same connection.
async fn around(client: &Client, request: &Record, window: Duration) -> Result<Vec<Record>, client::Error> {
    let Some(at) = request.time() else {
        let what = "a request without its time".into();
        return Err(client::Error::Broken { status: 200, what, request_id: None });
    };
    let query = RequestQuery {
        connection_id: request.connection_id.clone(),
        from: at.checked_sub(window).ok().map(|at| at.to_string()),
        to: at.checked_add(window + Duration::from_millis(1)).ok().map(|at| at.to_string()),
        failed: true,
        ..RequestQuery::default()
    };
    let options = PageOptions { per_page: Some(50), first: None, limit: Some(50) };
    let rows = client.request_pages(&query, options).await?.all().await?;
    Ok(rows.into_iter().map(Record::from).filter(Record::is_failed).collect())
}

impl View for Details {
    const SCHEMA: &'static str = "requests.show/1";

    fn human(&self, page: &mut Page<'_>) {
        let look = page.look().clone();
        page.card(&self.card(&look));
        if let Some(meaning) = self.meaning {
            page.blank();
            page.line(Line::new().bad("Why: ").text(meaning));
        }
        if !self.around.is_empty() {
            page.blank();
            page.heading("What else failed around it");
            page.grid();
        }
        if let Some((first, rest)) = self.next.split_first() {
            page.blank();
            page.line(Line::new().text("Next: ").command(first.as_str()));
            for command in rest {
                page.indented(6, Line::new().command(command.as_str()));
            }
        }
    }

    fn columns() -> Columns {
        Columns::of(COLUMNS)
    }

    fn table<'a>(&'a self, look: &'a Look) -> Option<Grid<'a>> {
        Some(Grid::of(&self.around, COLUMNS, look).empty("Nothing else failed around it."))
    }
}

impl Details {
    fn card(&self, look: &Look) -> Card<'_> {
        let request = &self.request;
        let who = match (&request.profile, request.kind.as_deref()) {
            (_, Some("sync")) => Cell::text("the platform itself, for a sync"),
            (_, Some("probe")) => Cell::text("the platform itself, to try the system again"),
            (Some(profile), _) => Cell::text(format!("this machine, profile `{profile}`")),
            (None, _) => Cell::text("somebody with a token of the account"),
        };
        let connection = match (&request.connection, &request.connection_id) {
            (Some(name), Some(id)) => Cell::name(format!("{name} ({id})")),
            (_, Some(id)) => Cell::id(id.as_str()),
            (_, None) => Cell::muted("none: it was for the account"),
        };
        let known_to = match request.known_to {
            Origin::Server => "the server's log",
            Origin::Journal => "the journal of this machine",
            Origin::Both => "the server's log and the journal of this machine",
        };
        let text = |text: &Option<String>| text.clone().map(Cell::text);
        let attempts = self.attempts.len();
        let mut card = Card::new()
            .row("Request", Cell::maybe(request.id.as_deref(), Cell::id))
            .opt("When", request.time().map(|at| Cell::text(look.when_and_ago(at))))
            .row("Who", who)
            .row("Connection", connection)
            .row("What", Cell::text(request.call()))
            .opt("Path", text(&request.path).filter(|_| request.path != request.endpoint))
            .row("Status", outcome(request))
            .opt("Error", request.error_code.as_deref().map(Cell::bad))
            .opt("Message", text(&request.error_message))
            .row("Took", time(request.total_ms))
            .opt("  server", request.server_ms.map(|ms| reported(request, Some(ms))))
            .opt("  source", request.source_ms.map(|ms| reported(request, Some(ms))))
            .opt("  network", request.network_ms.map(|ms| time(Some(ms))))
            .opt("  clocks", request.clock_trouble.then(|| Cell::bad(IMPOSSIBLE)))
            .opt("Answer", request.bytes.map(Cell::bytes))
            .opt("Attempts", (attempts > 1).then(|| Cell::number(attempts)));
        if let Some(id) = &request.sync_id {
            card = card.row("Sync", Cell::id(id.as_str()));
        }
        if let Some(sync) = &self.sync {
            let mode = sync.mode.as_deref().unwrap_or_default();
            let trigger = sync.trigger.as_deref().unwrap_or_default();
            card = card
                .row("  state", state(sync.status.as_deref()))
                .row("  kind", Cell::text(format!("{mode}, {trigger}")));
        }
        card.row("Known to", Cell::muted(known_to))
    }
}
