//! `makini sync start`.

use std::time::Duration;

use serde::Serialize;

use super::outcome::Outcome;
use super::progress::follow_with_progress;
use crate::api::connections::Connection;
use crate::api::error_code::ErrorCode;
use crate::api::lenient;
use crate::api::operation::Operation;
use crate::api::sync::{StartSync, Sync, SyncMode};
use crate::args::resolve;
use crate::args::{OptionalConnectionArg, examples};
use crate::client::call::Started;
use crate::client::{self, Client};
use crate::connections::sync::{Before, Follow, UNSEEN, newest};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};
use crate::measure::parse_duration;
use crate::shell::operand;
use crate::term::Line;
use crate::view::sync::progress;
use crate::view::{Page, View, counted};

/// Start a sync of a connection
///
/// Reads the changes since the last successful sync, or everything with `--full`; all entities, or the named ones. A
/// connection runs one sync at a time.
///
/// A server that offers no way to start a sync runs them on its own schedule: nothing is started then, the output says so,
/// and `--watch` waits for the next one. Exits with 8 until one has run.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples![
    "makini sync start \"Plant 7\" --watch",
    "makini sync start \"Plant 7\" --entity work-orders --full",
])]
pub struct Args {
    #[command(flatten)]
    connection: OptionalConnectionArg,

    /// Only this entity, for example `work-orders` (can be repeated)
    #[arg(long = "entity", value_name = "ENTITY", value_delimiter = ',')]
    entities: Vec<String>,

    /// Read everything, not only changes
    #[arg(long)]
    full: bool,

    /// Watch the sync and exit by its result
    #[arg(long, short)]
    watch: bool,

    /// Maximum time to watch, for example `10m` [default: the setting `wait_time`, 1h]
    #[arg(long, value_name = "TIME", value_parser = parse_duration, requires = "watch")]
    wait_time: Option<Duration>,
}

/// Starts it.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    if args.watch {
        ctx.out.check_for::<Outcome>()?;
    } else {
        ctx.out.check_for::<StartedSync>()?;
    }
    let client = ctx.client().await?;
    let connection = resolve::connection_or_own(ctx, client, args.connection.as_deref()).await?;
    let id = connection.id();
    let is_advertised = client.operation(Operation::SyncStart).await?.is_some();
    // A sync that `sync_start` does not start shows only in the connection's state, which is still that of the one before.
    let before = if is_advertised { None } else { Some(client.sync_integration(id).await?) };
    let limit = args.wait_time.unwrap_or_else(|| ctx.settings.duration("wait_time"));
    let mode = if args.full { SyncMode::Full } else { SyncMode::Incremental };
    let asked = StartSync { mode, entities: args.entities };
    let started = match client.start_sync(id, &asked).await {
        Ok(started) => started,
        Err(error @ client::Error::Unsupported { .. }) => {
            let limit = args.watch.then_some(limit);
            return super::scheduled::run(ctx, client, &connection, (&asked, error), before, limit).await;
        }
        Err(error) => return Err(refused(client, &connection, error).await),
    };
    if !is_advertised {
        ctx.term.note("this server advertises no `sync_start`; the withdrawn `POST /api/integrations/sync` took it");
    }
    let sync = match started {
        Started::Sync(sync) => Some(*sync),
        Started::Taken(_) => None,
    };
    let before = before.map(|state| Before { entered: state.sync_updated_at, ignored: Some(UNSEEN) });
    if !args.watch {
        if let Some(before) = &before
            && !super::scheduled::has_begun(client, id, before).await?
        {
            ctx.term.warn("the server took the call, and no sync has begun since");
            return super::scheduled::show(ctx, &connection, client.sync_integration(id).await?);
        }
        let via = if is_advertised { "sync_start" } else { "withdrawn" };
        return ctx.show(&StartedSync {
            connection_id: id.to_owned(),
            connection: connection.display_name().to_owned(),
            started: true,
            via,
            sync,
        });
    }
    let sync = sync.and_then(|sync| sync.id);
    let follow = Follow { client, connection: id, sync, before, limit: Some(limit), shutdown: ctx.shutdown() };
    let followed = follow_with_progress(ctx, &connection, follow).await.during(|| "could not watch the sync".into())?;
    ctx.show(&Outcome::of(&connection, followed)?)
}

/// Adds to a refusal which sync is running.
async fn refused(client: &Client, connection: &Connection, error: client::Error) -> Failure {
    let name = connection.display_name();
    let is_in_progress = error.error_code() == Some(&ErrorCode::SyncInProgress);
    let mut failure = Failure::from(error).during(format!("could not start a sync of `{name}`"));
    if !is_in_progress {
        return failure;
    }
    let watch = format!("`makini sync watch {}` watches it", operand(connection.id()));
    let running = newest(client, connection.id()).await.ok().flatten().filter(Sync::is_active);
    if let Some(Sync { id: Some(sync), mode, .. }) = &running {
        let far = running.as_ref().map(|sync| progress(sync, client.now())).unwrap_or_default();
        let facts: Vec<&str> =
            [mode.as_deref().unwrap_or_default(), &far].into_iter().filter(|w| !w.is_empty()).collect();
        let facts = if facts.is_empty() { String::new() } else { format!(" ({})", facts.join(", ")) };
        failure.cause = anyhow::Error::msg(format!("sync {sync} is running{facts}, and one runs at a time"));
    }
    failure.hints = vec![watch, format!("`makini sync cancel {}` stops it", operand(connection.id()))];
    failure
}

/// A sync that has begun, or that the server will start by itself.
#[derive(Serialize)]
pub(super) struct StartedSync {
    pub(super) connection_id: String,
    pub(super) connection: String,
    /// False where the server starts syncs on its own schedule only.
    pub(super) started: bool,
    /// `sync_start`, `withdrawn` for the call that names no sync, or `schedule`.
    pub(super) via: &'static str,
    /// The sync; where none was started, the latest one.
    pub(super) sync: Option<Sync>,
}

impl View for StartedSync {
    const SCHEMA: &'static str = "sync.start/1";

    fn human(&self, page: &mut Page<'_>) {
        if !self.started {
            return self.not_started(page);
        }
        let line = Line::new().name(self.connection.as_str()).text(": ");
        page.line(match &self.sync {
            Some(Sync { id: Some(id), mode, entities, .. }) => {
                let mode = mode.as_deref().unwrap_or("sync");
                line.good("started")
                    .text(" sync ")
                    .id(id.as_str())
                    .text(format!(" ({mode}, {})", counted(entities.len() as u64, "entity")))
            }
            _ => line.good("started").text(" a sync; this server does not name it"),
        });
        let watch = format!("makini sync watch {}", operand(&self.connection_id));
        page.indented(2, Line::new().muted("next: ").command(watch));
    }

    fn exit(&self) -> Exit {
        if self.started { Exit::Ok } else { Exit::Pending }
    }
}

impl StartedSync {
    fn not_started(&self, page: &mut Page<'_>) {
        let name = Line::new().name(self.connection.as_str());
        page.line(name.text(": ").caution("not started").text(": this server starts syncs on its own schedule"));
        let look = page.look().clone();
        let last = self.sync.as_ref().map(|sync| {
            let at = sync.finished_at.as_deref().or(sync.started_at.as_deref()).and_then(lenient::timestamp);
            let since = at.map(|at| format!(", {}", look.when_and_ago(at))).unwrap_or_default();
            format!("the latest is {}{since}", sync.state().as_str())
        });
        page.indented(2, last.unwrap_or_else(|| "none has run yet".into()));
        let watch = format!("makini sync start {} --watch", operand(&self.connection_id));
        page.indented(2, Line::new().muted("next: ").command(watch).muted(" waits for the next one"));
    }
}
