//! The root: parses the command line, runs the command and shows how it ended.

mod candidates;
pub mod complete;
pub mod deferred;
pub mod generate;
#[cfg(test)]
mod tests;
mod topics;
mod usage;

use std::ffi::OsString;
use std::pin::Pin;

use clap::error::{Error, ErrorKind};
use clap::{CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};
use jiff::Timestamp;

use self::deferred::{Deferred, Line};
use crate::args;
use crate::args::global::Global;
use crate::args::reporting::Reporting;
use crate::bug;
use crate::clock::Zone;
use crate::commands;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::settings::env::Env;
use crate::settings::{Flags, Settings, table};
use crate::shell::RepeatedOptions;
use crate::term::prompt;
use crate::term::{ColorChoice, Term, TermOptions};
use crate::view::{Format, OutputOptions, failure};
use crate::world::World;

/// The command line for industrial integrations
///
/// Connects systems, checks their connections, watches syncs, verifies webhooks and explains requests. Add `--sandbox`
/// to any command to use the embedded platform, without account and network.
#[derive(Parser, Debug)]
#[command(name = "makini", version, propagate_version = false)]
#[command(disable_help_subcommand = false, disable_help_flag = true)]
#[command(max_term_width = 100, subcommand_required = true, arg_required_else_help = true)]
#[command(after_help = ROOT_END, after_long_help = args::examples![
    "makini demo",
    "makini --sandbox connections list",
    "makini check --max-sync-age 24h --report junit=check.xml",
])]
pub struct Cli {
    /// Flags that every command takes.
    #[command(flatten)]
    pub global: Global,

    /// The command.
    #[command(subcommand)]
    pub command: Deferred<Command>,
}

/// The end of `makini -h`.
const ROOT_END: &str = "Topics of `makini help`: settings, exit-codes, secrets, webhooks, sandbox, data, monitor, ci\n\
                        More: makini COMMAND --help; makini help options";

/// Every command there is.
#[derive(Subcommand, Debug)]
pub enum Command {
    /// Log in with the credentials of your application
    Login(Deferred<commands::auth::login::Args>),
    /// Remove the tokens of a profile from this machine
    Logout(Deferred<commands::auth::logout::Args>),
    /// Show the current login and every setting with its source
    Whoami(Deferred<commands::auth::whoami::Args>),
    /// Manage profiles (one per environment)
    #[command(subcommand)]
    Profile(Deferred<commands::profile::Command>),
    /// Browse the catalogue of supported systems
    #[command(subcommand, alias = "system")]
    Systems(Deferred<commands::systems::Command>),
    /// Connect a system
    Connect(Deferred<commands::connections::connect::Args>),
    /// Reconnect a connection with new credentials
    Reconnect(Deferred<commands::connections::reconnect::Args>),
    /// Disconnect connections
    Disconnect(Deferred<commands::connections::disconnect::Args>),
    /// List, inspect and change connections
    #[command(subcommand, alias = "connection")]
    Connections(Deferred<commands::connections::Command>),
    /// Manage tokens of connections
    #[command(subcommand, alias = "tokens")]
    Token(Deferred<commands::token::Command>),
    /// Start, watch and schedule syncs
    #[command(subcommand, alias = "syncs")]
    Sync(Deferred<commands::sync::Command>),
    /// Check connections against budgets, for CI
    Check(Deferred<commands::check::Args>),
    /// Check connections at an interval, and expose metrics
    Monitor(Box<Deferred<commands::monitor::Args>>),
    /// Record the traffic of an application through a reverse proxy
    Record(Box<Deferred<commands::record::Args>>),
    /// Show response times, throughput and error rates
    Metrics(Deferred<commands::metrics::Args>),
    /// Manage alert rules (latency, error rate, sync age)
    #[command(subcommand, alias = "alert")]
    Alerts(Deferred<commands::alerts::Command>),
    /// Manage Flows and inspect their executions
    #[command(subcommand, alias = "flow")]
    Flows(Deferred<commands::flows::Command>),
    /// Look up requests
    #[command(subcommand, alias = "request")]
    Requests(Deferred<commands::requests::Command>),
    /// Rank the likely causes of a failure
    Why(Deferred<commands::why::Args>),
    /// Collect and read support bundles
    #[command(subcommand)]
    Support(Deferred<commands::support::Command>),
    /// Show credits and the connections that use them
    Credits(Deferred<commands::credits::Args>),
    /// Verify, sign, receive and test webhooks
    #[command(subcommand, alias = "webhook")]
    Webhooks(Deferred<commands::webhooks::Command>),
    /// Read and write the data behind a connection
    #[command(subcommand)]
    Data(Deferred<commands::data::Command>),
    /// Read the raw tables of a connected system
    #[command(subcommand)]
    Raw(Deferred<commands::raw::Command>),
    /// Call the system behind a connection
    Passthrough(Deferred<commands::passthrough::Args>),
    /// Call any endpoint of the API
    #[command(subcommand)]
    Api(Deferred<commands::api::Command>),
    /// Run and control the embedded platform (sandbox)
    #[cfg(feature = "sandbox")]
    #[command(subcommand)]
    Sandbox(Deferred<commands::sandbox::Command>),
    /// Run a guided demo on a temporary sandbox
    #[cfg(feature = "sandbox")]
    Demo(Deferred<commands::demo::Args>),
    /// Diagnose configuration and connectivity
    Doctor(Deferred<commands::doctor::Args>),
    /// Print the completion script of a shell
    Completions(Deferred<commands::completions::Args>),
    /// Print or write the manual pages
    Man(Deferred<commands::man::Args>),
    /// Show the table of exit codes
    ExitCodes(Deferred<commands::exit_codes::Args>),
    /// Show the version, commit, target and features of this build
    Version(Deferred<commands::version::Args>),
}

/// Variables by which runners of pipelines are known that obey commands in what a step prints.
const RUNNERS: [&str; 3] = ["GITHUB_ACTIONS", "TF_BUILD", "TEAMCITY_VERSION"];

/// Runs the program.
pub fn run(mut world: World) -> Exit {
    world.terminal.obeys_commands |= RUNNERS.iter().any(|name| world.env.raw(name).is_some());
    if let Some(exit) = complete::answer(&world) {
        return exit;
    }
    let args = std::mem::take(&mut world.args);
    // Scripts call this often, so no command is built for it.
    if matches!(&args[..], [_, only] if only == "--version" || only == "-V") {
        return usage::version(world);
    }
    if let [_, help, name] = &args[..]
        && help == "help"
        && let Some(topic) = name.to_str().and_then(topics::find)
    {
        return usage::topic(topic, world);
    }
    match parse(&args) {
        Ok(cli) => prepared(cli, &args, world),
        Err(error) => usage::show(&error, &args, world),
    }
}

/// Parses the line with as much of the tree as it needs.
fn parse(args: &[OsString]) -> Result<Cli, Error> {
    let words = args.iter().skip(1).filter_map(|word| Some(word.to_str()?.to_owned())).collect();
    if let Some(line) = Line::typed(words) {
        let helps = line.asks_for_help();
        let parsed = Cli::command().add(line).try_get_matches_from(args);
        match parsed.and_then(|mut matches| Cli::from_arg_matches_mut(&mut matches)) {
            Ok(cli) if !helps => return Ok(cli),
            Err(error) if helps && error.kind() == ErrorKind::DisplayHelp => return Err(error),
            // Errors are worded with the whole tree, for its suggestions.
            _ => {}
        }
    }
    let parsed = Cli::try_parse_from(args);
    if let Err(error) = &parsed
        && error.kind() == ErrorKind::UnknownArgument
        && let Some(line) = with_negative_numbers(args)
    {
        return Cli::try_parse_from(line);
    }
    parsed
}

/// Returns the line with `--port=-1` in place of `--port -1`, so that what is wrong is the number, and not an option `-1` that
/// nobody knows. `None` for a line without any.
fn with_negative_numbers(args: &[OsString]) -> Option<Vec<OsString>> {
    let is_number = |arg: &OsString| matches!(arg.as_encoded_bytes(), [b'-', b'0'..=b'9', ..]);
    let is_option = |arg: &OsString| arg.to_str().is_some_and(|arg| arg.starts_with("--") && !arg.contains('='));
    let mut line: Vec<OsString> = Vec::with_capacity(args.len());
    for arg in args {
        match line.last_mut() {
            Some(last) if is_number(arg) && is_option(last) => {
                last.push("=");
                last.push(arg);
            }
            _ => line.push(arg.clone()),
        }
    }
    (line.len() < args.len()).then_some(line)
}

fn prepared(mut cli: Cli, args: &[OsString], mut world: World) -> Exit {
    let flags = cli.global.settings();
    #[cfg(feature = "sandbox")]
    let flags = match cli.command.0 {
        // Sandbox commands never send requests to a real account, whatever the profile is.
        Command::Sandbox(_) => flags.into_iter().chain([("sandbox", "true".to_owned())]).collect(),
        _ => flags,
    };
    let repeated = repeated(&flags);
    let mut settings = match Settings::resolve(&flags, &world.env, &world.cwd) {
        // Documentation works on a machine without usable settings.
        Err(_)
            if matches!(
                cli.command.0,
                Command::Completions(_) | Command::Man(_) | Command::ExitCodes(_) | Command::Version(_)
            ) =>
        {
            Ok(Settings::defaults(&flags, &world.env))
        }
        settings => settings,
    };
    if let Command::Doctor(Deferred(args)) = &mut cli.command.0 {
        // Unusable settings are a finding of this command, not a reason to fail.
        settings = settings.or_else(|failure| Ok(args.go_without(failure, &flags, &world.env)));
    }
    let reporting = match &cli.command.0 {
        Command::Check(Deferred(args)) => Some(args.reporting()),
        Command::Webhooks(Deferred(commands::webhooks::Command::Drill(args))) => Some(args.reporting()),
        _ => None,
    };
    let on = |key| settings.as_ref().is_ok_and(|settings| settings.is_on(key));
    let text = |key| settings.as_ref().map(|settings| settings.text(key)).unwrap_or_default();
    let format = Format::from_str(text("output"), true).ok().or(cli.global.output).unwrap_or_default();
    // What a runner reads as a log has one form.
    let format = if reporting.as_ref().is_some_and(Reporting::has_annotations) { Format::Table } else { format };
    let options = TermOptions {
        color: ColorChoice::from_str(text("color"), true).unwrap_or_default(),
        quiet: on("quiet") || cli.global.quiet,
        verbose: cli.global.verbose,
        no_input: on("no_input") || cli.global.no_input || world.env.is_ci(),
        accessible: on("accessible") || cli.global.accessible,
        json: matches!(format, Format::Json | Format::Ndjson),
        repeated,
        raw: cli.global.jq.is_some(),
        ..TermOptions::default()
    };
    let streams = std::mem::replace(&mut world.streams, crate::term::Streams::closed());
    let term = Term::new(world.terminal.clone(), options, streams);
    let pasted = usage::pasted_secret(args).map_or(Ok(()), Err);
    let (env, now) = (world.env.clone(), world.clock.now());
    let ended = bug::contain(|| pasted.and(settings).and_then(|settings| dispatched(cli, settings, &term, world)));
    finish(&term, format, ended.unwrap_or(Ok(Exit::Bug)), reporting.map(|reporting| (reporting, env, now)))
}

/// Options that decide which platform and account a command is about.
const REPEATED: [&str; 6] = ["sandbox", "profile", "server", "secret_store", "ca_file", "proxy"];

/// Returns the options of this line that the commands it prints must repeat.
fn repeated(flags: &Flags) -> RepeatedOptions {
    RepeatedOptions::new(REPEATED.into_iter().filter_map(|key| {
        let (value, name) = (flags.get(key)?, table::find(key)?.flag?);
        Some((name, (key != "sandbox").then(|| value.clone())))
    }))
}

/// Shows a failure, flushes stdout and returns the exit code. A check reports it too.
fn finish(
    term: &Term,
    format: Format,
    ended: Result<Exit, Failure>,
    reporting: Option<(Reporting, Env, Timestamp)>,
) -> Exit {
    let exit = match (ended, &reporting) {
        (Ok(exit @ (Exit::Interrupted | Exit::Terminated | Exit::Bug)), Some((reporting, env, now))) => {
            reporting.fail(term, env, *now, &Failure::new(exit, exit.meaning()))
        }
        (Ok(exit), _) => exit,
        (Err(failure), reporting) => {
            term.flush().ok();
            failure::render(term, format, &failure);
            reporting.as_ref().map_or(failure.exit, |(reporting, env, now)| reporting.fail(term, env, *now, &failure))
        }
    };
    match term.finish() {
        Ok(()) => exit,
        Err(error) => {
            let failure = Failure::from(error);
            if failure.exit == Exit::Ok {
                return exit;
            }
            failure::render(term, format, &failure);
            // Output lost to a full disk outweighs the result of the command, but not the verdict of a check.
            reporting.map_or(failure.exit, |(reporting, ..)| reporting.unprinted(exit, failure.exit))
        }
    }
}

fn dispatched(cli: Cli, settings: Settings, term: &Term, mut world: World) -> Result<Exit, Failure> {
    let now = world.clock.now();
    let mut out = OutputOptions::new(now, Zone::system());
    out.format = Format::from_str(settings.text("output"), true).ok().filter(|format| *format != Format::Table);
    out.jq.clone_from(&cli.global.jq);
    out.columns.clone_from(&cli.global.columns);
    out.sort.clone_from(&cli.global.sort);
    out.no_header = cli.global.no_header;
    out.spreadsheet = cli.global.spreadsheet;
    for warning in &settings.warnings {
        term.warn(warning.as_str());
    }
    for note in &settings.notes {
        term.note(note.as_str());
    }
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|error| Failure::new(Exit::Local, format!("could not start: {error}")))?;
    let ended = runtime.block_on(async {
        let prompter = world.prompter.take().unwrap_or_else(|| prompt::prompter(term));
        let context = Context::new(settings, term.clone(), out, prompter, cli.global.yes, world);
        let shutdown = context.shutdown();
        // On the heap and without its type: it is as large as the largest command, and code is made for each type.
        let command: Pin<Box<dyn Future<Output = Result<Exit, Failure>>>> = Box::pin(dispatch(&context, cli.command.0));
        let ended = tokio::select! {
            // A command that handles the shutdown itself finishes first.
            biased;
            ended = command => ended,
            exit = shutdown.unhandled() => Ok(exit),
        };
        context.close().await;
        ended.map_err(|failure| context.with_token_advice(failure))
    });
    // A keyring that does not respond must not block the exit.
    runtime.shutdown_background();
    ended
}

async fn dispatch(ctx: &Context, command: Command) -> Result<Exit, Failure> {
    match command {
        Command::Login(Deferred(args)) => commands::auth::login::run(ctx, args).await,
        Command::Logout(Deferred(args)) => commands::auth::logout::run(ctx, args).await,
        Command::Whoami(Deferred(args)) => commands::auth::whoami::run(ctx, args).await,
        Command::Profile(Deferred(command)) => commands::profile::run(ctx, command).await,
        Command::Systems(Deferred(command)) => commands::systems::run(ctx, command).await,
        Command::Connect(Deferred(args)) => commands::connections::connect::run(ctx, args).await,
        Command::Reconnect(Deferred(args)) => commands::connections::reconnect::run(ctx, args).await,
        Command::Disconnect(Deferred(args)) => commands::connections::disconnect::run(ctx, args).await,
        Command::Connections(Deferred(command)) => commands::connections::run(ctx, command).await,
        Command::Token(Deferred(command)) => commands::token::run(ctx, command).await,
        Command::Sync(Deferred(command)) => commands::sync::run(ctx, command).await,
        Command::Check(Deferred(args)) => commands::check::run(ctx, args).await,
        Command::Monitor(args) => Box::pin(commands::monitor::run(ctx, args.0)).await,
        Command::Record(args) => commands::record::run(ctx, args.0).await,
        Command::Metrics(Deferred(args)) => commands::metrics::run(ctx, args).await,
        Command::Alerts(Deferred(command)) => commands::alerts::run(ctx, command).await,
        Command::Flows(Deferred(command)) => commands::flows::run(ctx, command).await,
        Command::Requests(Deferred(command)) => commands::requests::run(ctx, command).await,
        Command::Support(Deferred(command)) => commands::support::run(ctx, command).await,
        Command::Why(Deferred(args)) => commands::why::run(ctx, args).await,
        Command::Credits(Deferred(args)) => commands::credits::run(ctx, args).await,
        Command::Webhooks(Deferred(command)) => commands::webhooks::run(ctx, command).await,
        Command::Data(Deferred(command)) => commands::data::run(ctx, command).await,
        Command::Raw(Deferred(command)) => commands::raw::run(ctx, command).await,
        Command::Passthrough(Deferred(args)) => commands::passthrough::run(ctx, args).await,
        Command::Api(Deferred(command)) => commands::api::run(ctx, command).await,
        #[cfg(feature = "sandbox")]
        Command::Sandbox(Deferred(command)) => commands::sandbox::run(ctx, command).await,
        #[cfg(feature = "sandbox")]
        Command::Demo(Deferred(args)) => commands::demo::run(ctx, args, crate::run).await,
        Command::Doctor(Deferred(args)) => commands::doctor::run(ctx, args, &generate::completion).await,
        Command::Completions(Deferred(args)) => commands::completions::run(ctx, &args, generate::completion),
        Command::Man(Deferred(args)) => commands::man::run(ctx, &args, generate::manual()),
        Command::ExitCodes(Deferred(args)) => commands::exit_codes::run(ctx, &args),
        Command::Version(Deferred(args)) => commands::version::run(ctx, &args),
    }
}
