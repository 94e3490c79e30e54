//! `makini monitor`.

mod deliveries;
mod exporting;
mod notifying;
mod rounds;
mod serving;
mod view;

use std::path::PathBuf;
use std::pin::pin;
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::sync::Notify;

use self::deliveries::Deliveries;
use self::exporting::{Exporting, OtlpArgs};
use self::notifying::NotifyArgs;
use self::rounds::Rounds;
use self::serving::ServingArgs;
use crate::args::checks::{CheckArgs, Checks};
use crate::args::inbox_place;
use crate::args::{ServerProcess, count, examples};
use crate::blocking;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::inbox::query::Store;
use crate::measure::parse_positive_duration;
use crate::monitor::{Board, COMMAND_TIME, Pulse, ServiceManager, Setup, State, StateFile, TrackerOptions};
use crate::view::{Format, OutputOptions};

/// Check connections at an interval, and expose metrics
///
/// Each round checks the connections as `makini check` does, with the same selection, budgets and rules. Prints a line
/// for each change that lasted for `--after` rounds, and serves `/metrics` for Prometheus, `/healthz` and `/readyz`. A round that fails is reported and does not end it; what cannot be asked is never counted as down. Runs
/// until Ctrl-C or SIGTERM, which end it with 0. `--on-change` and `--notify` send the changes to a command and to a URL.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples![
    "makini monitor --state monitor.json --on-change ./page-me --quiet-hours 22:00-06:00",
    "makini monitor --rounds 1 --max-sync-age 24h",
    "makini monitor --print prometheus-rules",
])]
pub struct Args {
    /// Time from the start of a round to the next
    #[arg(long, value_name = "TIME", default_value = "60s", value_parser = parse_positive_duration, allow_hyphen_values = true)]
    every: Duration,

    /// Number of rounds in a row that make a change; default: 3, and with `--rounds` at most those
    ///
    /// With `--state`, the rounds of earlier runs count, and the default is always 3.
    #[arg(long, value_name = "COUNT", value_parser = clap::value_parser!(u32).range(1..=1000), hide_short_help = true)]
    after: Option<u32>,

    /// Number of changes within 20 rounds that make a connection flapping; 0: none
    ///
    /// Counted is how often it became well or ill. Single changes of such a connection are not reported until half as
    /// many are left.
    #[arg(long, value_name = "COUNT", default_value_t = 6, value_parser = clap::value_parser!(u32).range(0..=19), hide_short_help = true)]
    flapping: u32,

    /// Exit after COUNT rounds, as `check` would after the last
    ///
    /// Metrics are then served with `--listen` only.
    #[arg(long, value_name = "COUNT", value_parser = count, hide_short_help = true)]
    rounds: Option<u64>,

    /// Inbox whose backlog is exposed, as `webhooks inbox list --inbox` takes it; default: that of the settings
    #[arg(long, value_name = "INBOX", value_hint = clap::ValueHint::AnyPath, hide_short_help = true)]
    inbox: Option<String>,

    /// File that keeps what is settled, for the next start
    ///
    /// Written after each round, and used by one monitor at a time. Without it a restart begins anew, and what was not sent
    /// is lost.
    #[arg(long, value_name = "FILE", hide_short_help = true)]
    state: Option<PathBuf>,

    #[command(flatten)]
    serving: ServingArgs,

    #[command(flatten)]
    otlp: OtlpArgs,

    /// Print a file that sets it up, and exit
    #[arg(long, value_name = "WHAT", value_enum, hide_short_help = true, conflicts_with_all = [
        "every", "after", "flapping", "rounds", "inbox", "state", "listen", "otlp", "allow_remote", "allowed_host", "ready_file",
        "lifetime", "connections", "on_change", "notify", "quiet_hours", "only", "skip", "accept", "require", "allow_none",
    ])]
    print: Option<Setup>,

    #[command(flatten)]
    process: ServerProcess,

    #[command(flatten)]
    checks: CheckArgs,

    #[command(flatten)]
    notify: NotifyArgs,
}

/// Number of rounds in a row that make a change.
const AFTER: u32 = 3;

/// Time without a step of a round after which the rounds count as stuck, besides three intervals: a server may ask to
/// wait, and a list may be long.
const PATIENCE: Duration = Duration::from_mins(5);

/// Time for notifications after the request to end.
const DRAIN_TIME: Duration = Duration::from_secs(5);

/// Runs until it is stopped.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    if let Some(setup) = args.print {
        ctx.term.data(|out| out.write_all(setup.text().as_bytes()))?;
        return Ok(Exit::Ok);
    }
    if matches!(ctx.out.format(), Format::Csv | Format::Yaml) {
        return Err(Failure::usage("changes are printed line by line").hint("use `-o ndjson`"));
    }
    ctx.out.check_without_table()?;
    let mut checks = Checks::resolve(ctx, &args.checks)?;
    checks.is_shown = false;
    let options = OutputOptions { format: Some(Format::Ndjson), ..ctx.out.clone() };
    let notifier = args.notify.notifier(ctx).await?;
    let exporting = args.otlp.exporter(ctx)?.map(|exporter| Exporting::new(ctx, exporter));
    let (file, state) = match &args.state {
        Some(path) => StateFile::open(path).map(|(file, state)| (Some(file), state))?,
        None => (None, State::default()),
    };
    let printer = view::Printer::new(ctx, &options)?;
    if let Some(path) = &args.process.ready_file {
        // Whoever waits for it must not find the one of the last run.
        std::fs::remove_file(path).ok();
    }
    let inbox = match &args.inbox {
        Some(named) => {
            let place = inbox_place::place(ctx, Some(named))?;
            let looked_at = place.clone();
            blocking::run(move || Store::open_read_only(&looked_at).map(drop)).await?;
            Some(place)
        }
        None => None,
    };
    let (board, pulse) =
        (Arc::new(Board::default()), Arc::new(Pulse::new(ctx.clock.clone(), args.every * 3 + PATIENCE)));
    let server = args.serving.open(args.rounds.is_some(), (&board, &pulse)).await?;
    let text = |name| ctx.env.text(name);
    let manager = ServiceManager::new(text("NOTIFY_SOCKET"), text("WATCHDOG_USEC"), text("WATCHDOG_PID"));
    let manager = Arc::new(manager);
    let deliveries = Deliveries {
        ctx,
        notifier,
        quiet_hours: args.notify.quiet_hours.clone(),
        state: Mutex::new(state),
        file,
        board: Arc::clone(&board),
        wake: Notify::new(),
        is_ending: AtomicBool::new(false),
        ill: Mutex::new(None),
        is_unrecorded: AtomicBool::new(false),
        is_unwritten: AtomicBool::new(false),
    };
    let mut delivering = pin!(deliveries.run());
    // What a fixed number of rounds finds is reported, or nobody would see why it ends so.
    let rounds = args.rounds.filter(|_| args.state.is_none());
    let most = rounds.and_then(|rounds| u32::try_from(rounds).ok()).unwrap_or(u32::MAX);
    let after = args.after.unwrap_or(AFTER.min(most));
    let mut rounds = Rounds {
        deliveries: &deliveries,
        checks: &checks,
        options: TrackerOptions { after, flaps: args.flapping },
        every: args.every,
        most: args.rounds,
        inbox,
        ready_file: args.process.ready_file.clone(),
        url: server.as_ref().map(serving::Server::url),
        board,
        pulse: Arc::clone(&pulse),
        manager: Arc::clone(&manager),
        printer,
        exporting,
    };
    let shutdown = ctx.shutdown();
    let mut over = pin!(async {
        match args.process.lifetime {
            Some(lifetime) => ctx.clock.sleep(lifetime).await,
            None => std::future::pending().await,
        }
    });
    let mut watched = pin!(async {
        let Some(every) = manager.watchdog() else { return std::future::pending().await };
        loop {
            if pulse.is_alive() {
                manager.alive();
            }
            ctx.clock.sleep(every).await;
        }
    });
    let ended = tokio::select! {
        biased;
        _ = shutdown.cancelled() => Ok(Exit::Ok),
        () = &mut over => Ok(Exit::Ok),
        never = &mut watched => never,
        () = &mut delivering => Err(Failure::new(Exit::Bug, "the notifications ended without a reason")),
        ended = rounds.run() => ended,
    };
    manager.stopping();
    deliveries.end();
    // What is not sent by then is in the state, for the next start.
    tokio::time::timeout(if args.rounds.is_some() { COMMAND_TIME } else { DRAIN_TIME }, delivering).await.ok();
    if let Some(server) = server {
        server.stop().await;
    }
    ended
}
