//! `makini record`.

mod budget;
mod child;
mod listener;
mod report;

use std::ffi::OsString;
use std::pin::pin;
use std::process::ExitStatus;
use std::sync::Arc;
use std::time::Duration;

use clap::ValueEnum;
use serde::Serialize;
use tokio::process::Child;
use tokio::sync::oneshot;

use self::budget::Budget;
use self::listener::ListenerArgs;
use self::report::Recorded;
use crate::api::template::Templates;
use crate::args::{ServerProcess, examples, resolve};
use crate::blocking;
use crate::client::Client;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::files::{self, Access};
use crate::measure::parse_positive_duration;
use crate::record::{Injection, KeepBodies, KnownTokens, Options, Proxy, Writer, WriterOptions};
use crate::secret::Secret;
use crate::serve::{Workers, exposure};
use crate::term::Line;
use crate::view::counted;

/// Time for the server to say what it offers.
const LONGEST_QUESTION: Duration = Duration::from_millis(300);

/// Record the traffic of an application through a reverse proxy
///
/// The application changes one base address, and each of its calls is in the journal of this machine: request ID,
/// connection, endpoint, status, error code, times and sizes. `makini metrics`, `requests`, `why`, `check` and `monitor`
/// then speak of the whole application, on any server. Bytes pass unchanged and streaming, with the application's own
/// credentials; nothing is retried, and no header is added but `Via`. Bodies are not kept,
/// unless `--keep-bodies` says so.
///
/// A journal that cannot be written never stops or delays a call: it is counted as unrecorded. Runs until Ctrl-C or
/// SIGTERM, which let calls in progress finish and end it with 0. With `--for-command`, runs a command with the address in
/// `MAKINI_RECORD_URL`, ends with it, and reports: the slowest calls, failures, rate limits, calls that were repeated
/// although the answer could not change, tokens issued. It then ends with 1 if the command failed or a figure of
/// `--fail-on` is over its budget. A call is repeated without need when the same method, path, query and body come with the
/// same credentials within 30 s of a 400, 401, 403, 405, 410, 413, 414, 415 or 422.
///
/// A call is of the connection whose token it carries, or that its path names. Known are the tokens that are stored on this
/// machine (`makini token issue`), those that are issued through the proxy, and those whose `GET /api/integrations/current`
/// passed it; `--inject` puts in one.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples![
    "makini record",
    "makini record --for-command --fail-on 'failed,p95>2s' --env API_BASE_URL -- npm test",
    "makini record --inject 'Plant 7' --listen 127.0.0.1:0 --ready-file ready.json",
])]
pub struct Args {
    #[command(flatten)]
    listener: ListenerArgs,

    /// Use the token of this connection; callers need that of the proxy
    ///
    /// The proxy's own token is printed once, and is in the ready file and in `MAKINI_RECORD_TOKEN`. It takes the place of
    /// the platform's in the application.
    #[arg(long, value_name = "CONNECTION")]
    inject: Option<String>,

    /// Run the command after `--`, and end with it
    ///
    /// It has the address in `MAKINI_RECORD_URL`, otherwise the environment of this program, without the variables that
    /// hold its secrets.
    #[arg(long, requires = "command", conflicts_with = "lifetime")]
    for_command: bool,

    /// Variable of the command that gets the address too (can be repeated)
    #[arg(long, value_name = "NAME", requires = "for_command", value_parser = child::parse_variable)]
    env: Vec<String>,

    /// Exit with 1 when a figure is over its budget, for example `p95>800ms`
    ///
    /// Figures: `failed`, `cancelled` (ended by the application, as after its own time limit), `error-rate`, `p95`, `p99`,
    /// `max`, `rate-limited`, `repeated`, `tokens-per-call`, `unrecorded`.
    /// Those that are counts may stand alone, which allows none. Without any call it ends with 6.
    /// Can be repeated.
    #[arg(long, value_name = "FIGURE[>MOST]", value_delimiter = ',')]
    fail_on: Vec<Budget>,

    /// Exit with 0 even when no call was made
    #[arg(long, hide_short_help = true, requires = "fail_on")]
    allow_none: bool,

    /// Keep bodies in the journal, redacted: of `errors`, or of `all` calls
    ///
    /// Text of up to 64 KiB, shown by `makini requests show`. Without it nothing of a body is kept.
    #[arg(long, value_name = "WHOSE", value_enum, hide_possible_values = true, hide_short_help = true)]
    keep_bodies: Option<Kept>,

    /// Time that they are kept
    #[arg(long, value_name = "TIME", default_value = "7d", value_parser = parse_positive_duration, requires = "keep_bodies", hide_short_help = true)]
    keep_bodies_for: Duration,

    #[command(flatten)]
    process: ServerProcess,

    /// Command and its arguments
    #[arg(last = true, value_name = "COMMAND")]
    command: Vec<OsString>,
}

/// Whose bodies are kept.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Kept {
    /// Of calls that failed
    Errors,
    /// Of all calls
    All,
}

/// What others read to find it.
#[derive(Serialize)]
struct Ready<'a> {
    url: &'a str,
    server: String,
    pid: u32,
    /// The token of the proxy, where it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    token: Option<&'a str>,
}

/// Runs until it is stopped.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    ctx.out.check_for::<Recorded>()?;
    if !ctx.settings.is_on("journal") {
        let failure = Failure::usage("the journal is off, and calls are recorded in it");
        return Err(failure.hint("set `journal = true`, or unset `MAKINI_JOURNAL`"));
    }
    check(&args)?;
    if let Some(path) = &args.process.ready_file {
        // Whoever waits for it must not find the one of the last run.
        std::fs::remove_file(path).ok();
    }
    let client = ctx.client().await?;
    let injection = match &args.inject {
        Some(text) => {
            let connection = resolve::connection(ctx, client, text).await?;
            let session = Arc::clone(ctx.session().await?);
            Some(Injection::new(session, connection.id()))
        }
        None => None,
    };
    let own = injection.as_ref().map(|injection| injection.own().clone());
    let (listener, address, hosts) = args.listener.open(client.server()).await?;
    let keep_bodies = match args.keep_bodies {
        None => KeepBodies::None,
        Some(Kept::Errors) => KeepBodies::Errors,
        Some(Kept::All) => KeepBodies::All,
    };
    let writer = Writer::start(WriterOptions {
        journal: ctx.journal_of_others()?,
        templates: templates(ctx, client).await,
        tokens: tokens(ctx).await?,
        keep_bodies: (keep_bodies, args.keep_bodies_for),
        warn: {
            let term = ctx.term.clone();
            Box::new(move |text| term.warn(text))
        },
    });
    let options = Options {
        server: client.server().clone(),
        network: ctx.network(),
        hosts,
        clock: ctx.clock.clone(),
        injection,
        keep_bodies,
    };
    let queue = writer.queue();
    let no_threads = |error: std::io::Error| Failure::new(Exit::Local, format!("could not start: {error}"));
    let workers = Workers::start().map_err(no_threads)?;
    let proxy = Proxy::new(options, queue.clone(), &workers).map_err(|error| Failure::usage(error.to_string()))?;
    let url = format!("http://{}", exposure::from_here(address));
    let (stop, stopped) = oneshot::channel::<()>();
    let mut serving = pin!(proxy.run(listener, async {
        stopped.await.ok();
    }));
    begin(ctx, &args, (&url, own.as_ref()), client)?;
    if let Some(who) = exposure::others(address.ip()) {
        ctx.term.warn(format!("{who} can call the platform through this machine"));
    }
    let start = ctx.clock.moment();
    let mut child =
        if args.for_command { Some(child::start(ctx, &args.command, (&url, own.as_ref()), &args.env)?) } else { None };
    let shutdown = ctx.shutdown();
    let ended = tokio::select! {
        biased;
        exit = shutdown.cancelled() => End::Stopped(exit),
        () = over(ctx, args.process.lifetime) => End::Over,
        status = ended(child.as_mut()) => End::Command(status),
        served = &mut serving => End::Served(served),
    };
    let lost = |error: std::io::Error| Failure::new(Exit::Local, format!("could not record: {error}"));
    let mut is_hurried = false;
    let (status, signal) = match (ended, &mut child) {
        (End::Served(served), _) => {
            served.map_err(lost)?;
            return Err(Failure::new(Exit::Bug, "the proxy ended without a reason"));
        }
        (End::Command(status), _) => (Some(status.map_err(lost)?), None),
        (End::Stopped(exit), Some(child)) => {
            // What the command does at its end is recorded too.
            let status = tokio::select! {
                status = child::stop(child) => Some(status),
                _ = &mut serving => Some(Err(std::io::Error::other("the proxy ended without a reason"))),
                _ = shutdown.cancelled_again() => None,
            };
            is_hurried = status.is_none();
            let status = match status {
                Some(status) => status,
                None => child::kill(child).await,
            };
            (Some(status.map_err(lost)?), Some(exit))
        }
        (End::Stopped(_) | End::Over, _) => (None, None),
    };
    stop.send(()).ok();
    if !is_hurried {
        let draining = async {
            match queue.in_progress() {
                0 => {}
                calls => ctx.term.status(format!("waiting for {}; Ctrl-C again stops now", counted(calls, "call"))),
            }
            serving.await
        };
        tokio::select! {
            // First, so that none is missed once it was said. What has ended is in the report all the same.
            biased;
            _ = shutdown.cancelled_again() => {}
            served = draining => served.map_err(lost)?,
        }
    }
    let length = ctx.clock.since(start);
    let totals = blocking::run(move || writer.finish()).await;
    drop(workers);
    let report = Recorded::new(&client.server().to_string(), totals, length, status);
    let exit = ctx.show(&report.judged(&args.fail_on, args.allow_none))?;
    Ok(signal.unwrap_or(exit))
}

/// Why it ends.
enum End {
    Stopped(Exit),
    Over,
    Command(std::io::Result<ExitStatus>),
    Served(std::io::Result<()>),
}

async fn over(ctx: &Context, lifetime: Option<Duration>) {
    match lifetime {
        Some(lifetime) => ctx.clock.sleep(lifetime).await,
        None => std::future::pending().await,
    }
}

async fn ended(child: Option<&mut Child>) -> std::io::Result<ExitStatus> {
    match child {
        Some(child) => child.wait().await,
        None => std::future::pending().await,
    }
}

/// Refuses what no run can mean.
fn check(args: &Args) -> Result<(), Failure> {
    if args.process.lifetime.is_some_and(|lifetime| lifetime.is_zero()) {
        return Err(Failure::usage("`--for 0s` leaves no time for a call").hint("for example `--for 10m`"));
    }
    if !args.command.is_empty() && !args.for_command {
        let failure = Failure::usage("a command is given, and nothing says to run it");
        return Err(failure.hint("`makini record --for-command -- npm test` runs one, and ends with it"));
    }
    Ok(())
}

/// Says where it is, to people and to programs.
fn begin(ctx: &Context, args: &Args, (url, token): (&str, Option<&Secret>), client: &Client) -> Result<(), Failure> {
    let server = client.server().to_string();
    let row = |label: &str| Line::new().muted(format!("  {:<11}", format!("{label}:")));
    let how_it_ends = if args.for_command { "" } else { "   (Ctrl-C ends it)" };
    ctx.term.status(Line::new().good("ready").text(" at ").path(url).text(how_it_ends));
    ctx.term.status(row("passes to").path(&server));
    if let Some(token) = token.filter(|_| !args.for_command) {
        ctx.term.status(row("token").text(token.expose().to_owned()));
    }
    if !args.for_command {
        ctx.term.status(row("watch it").commands("`makini requests tail --source journal` in another terminal"));
    }
    let Some(path) = &args.process.ready_file else { return Ok(()) };
    let ready = Ready { url, server, pid: std::process::id(), token: token.map(Secret::expose) };
    let mut text = serde_json::to_vec(&ready).expect("plain fields");
    text.push(b'\n');
    files::save(path, &text, Access::Owner, "")?;
    Ok(())
}

/// Returns the templates of paths: of the published API, and of what this server offers beyond it, where it says so at once.
/// Nobody waits for a server that says nothing. It is asked before there are calls: the client's own row in a journal that
/// is locked would delay them.
async fn templates(ctx: &Context, client: &Client) -> Templates {
    let mut templates = Templates::published();
    let offered = tokio::select! {
        offered = client.endpoints() => offered.unwrap_or_default(),
        () = ctx.clock.sleep(LONGEST_QUESTION) => Vec::new(),
    };
    for (endpoint, _) in offered.into_iter().filter_map(|(_, offered)| offered) {
        templates.add(&endpoint.path);
    }
    templates
}

/// Returns the tokens of connections that this machine knows.
async fn tokens(ctx: &Context) -> Result<KnownTokens, Failure> {
    let read = ctx.session().await?.stored_tokens();
    let reader = Box::new(move || read().map_err(|error| error.to_string()));
    let mut tokens = KnownTokens::new(reader, ctx.clock.clone());
    // Now, as a store may have to be unlocked by whoever starts this.
    let (tokens, loaded) = blocking::run(move || {
        let loaded = tokens.load();
        (tokens, loaded)
    })
    .await;
    if let Err(reason) = loaded {
        ctx.term.warn(format!("calls are of no connection unless their path names one: {reason}"));
    }
    Ok(tokens)
}
