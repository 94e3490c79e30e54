//! `makini check`.

mod budget;
mod report;
mod view;

use std::sync::Arc;
use std::time::Duration;

use clap::ValueEnum;

use self::report::Target;
use self::view::{CheckAnswer, Layout};
use crate::api::connections::{Connection, Lifecycle, fold};
use crate::args::{ConnectionsArg, examples, resolve};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};
use crate::health::{self, Budgets, Limits, LiveProbe, Metrics, Nagios, ProbeError, Severity};
use crate::measure::parse_duration;

/// Check connections against budgets, for CI
///
/// Checks all connections concurrently. Exits with 0 when all pass, 1 when one fails, 3 when there are warnings only
/// and `--fail-on warning` is set, and with the code of the error (4, 5, 9, …) when a check was not possible; the
/// report is written in every case. A named connection must exist and be connected; without names, disconnected
/// connections are skipped.
///
/// Default of `--max-sync-age`: twice the schedule of the connection plus one hour, or two days without a schedule.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples![
    "makini check",
    "makini check --max-sync-age 24h --report junit=check.xml",
    "makini check \"Plant 7\" --max-p95 2s --exit-style nagios",
])]
pub struct Args {
    #[command(flatten)]
    connections: ConnectionsArg,

    /// Check all connections (default)
    #[arg(long, conflicts_with = "connections", hide_short_help = true)]
    all: bool,

    /// Only connections of this system
    #[arg(long, value_name = "SYSTEM", conflicts_with = "connections")]
    system: Option<String>,

    /// Only with this text in name or e-mail
    #[arg(long, value_name = "TEXT", conflicts_with = "connections")]
    search: Option<String>,

    /// Minimum number of connections
    #[arg(long, value_name = "COUNT", hide_short_help = true)]
    require: Option<usize>,

    /// Lowest severity that fails the check
    #[arg(long, value_name = "WHAT", value_enum, default_value_t = FailOn::Critical)]
    fail_on: FailOn,

    /// Report `junit=FILE`, `github` (can be repeated)
    ///
    /// `junit=-` writes to stdout; `github` prints annotations on stderr.
    #[arg(long, value_name = "REPORT")]
    report: Vec<Target>,

    /// Meaning of the exit code
    #[arg(long, value_name = "STYLE", value_enum, default_value_t = ExitStyle::Makini, hide_short_help = true)]
    exit_style: ExitStyle,

    /// Maximum number of concurrent checks
    #[arg(long, value_name = "COUNT", default_value_t = 16, value_parser = clap::builder::RangedU64ValueParser::<usize>::new().range(1..=256), hide_short_help = true)]
    concurrency: usize,

    /// Timeout of one connection
    #[arg(long, value_name = "TIME", default_value = "30s", value_parser = parse_duration, hide_short_help = true)]
    time_limit: Duration,

    /// What they are held against.
    #[command(flatten)]
    budgets: budget::BudgetArgs,
}

/// What makes a check fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum FailOn {
    /// Critical findings only
    Critical,
    /// Warnings and critical findings
    Warning,
}

/// What the exit code follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum ExitStyle {
    /// Exit codes of `makini exit-codes`
    Makini,
    /// 0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN, and one line of output
    Nagios,
}

/// Checks them.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    ctx.out.check()?;
    let (style, takes_stdout) = (args.exit_style, args.report.contains(&Target::JunitStdout));
    match (check(ctx, args).await, style) {
        (Err(failure), ExitStyle::Nagios) => {
            let line = format!("MAKINI UNKNOWN - {}", health::plain(&failure.causes().join(": ")));
            if !takes_stdout {
                ctx.term.data(|out| writeln!(out, "{line}"))?;
            }
            for hint in &failure.hints {
                ctx.term.status(format!("hint: {hint}"));
            }
            Ok(nagios_exit(3))
        }
        (ended, _) => ended,
    }
}

async fn check(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    let fail_on = match args.fail_on {
        FailOn::Critical => health::FailOn::Critical,
        FailOn::Warning => health::FailOn::Warning,
    };
    let mut budgets = args.budgets.budgets();
    if !args.connections.is_empty() {
        budgets.disconnected = Severity::Critical;
    }
    let checked = match selected(ctx, &args).await.during(|| "could not list the connections".into()) {
        Ok(connections) => check_connections(ctx, &args, connections, &budgets).await,
        Err(failure) => Err(failure),
    };
    let report = match checked {
        Ok(report) => match args.require {
            Some(least) => report.require(least),
            None => report,
        },
        Err(failure) => {
            // The report is written all the same, with the reason: an older one would be mistaken for the result.
            let report = health::Report::failed(ctx.clock.now(), &ProbeError::from(&failure));
            if let Err(unwritten) = report::write(ctx, &args.report, &report, fail_on) {
                ctx.term.warn(unwritten.causes().join(": "));
            }
            return Err(failure);
        }
    };
    let chosen = !ctx.out.columns.is_empty() || ctx.out.sort.is_some();
    let layout = if ctx.term.terminal().stdout && !chosen { Layout::Lines } else { Layout::Table };
    let checked = CheckAnswer::new(report, args.require, fail_on, layout);
    let takes_stdout = report::write(ctx, &args.report, checked.report(), fail_on)?;
    match args.exit_style {
        ExitStyle::Nagios => {
            let Nagios { code, line } = Nagios::of(checked.report(), fail_on);
            let (code, line) =
                checked.missing().map_or((code, line), |missing| (2, format!("MAKINI CRITICAL - {missing}")));
            if !takes_stdout {
                ctx.term.data(|out| writeln!(out, "{line}"))?;
            }
            Ok(nagios_exit(code))
        }
        ExitStyle::Makini if takes_stdout => Ok(crate::view::View::exit(&checked)),
        ExitStyle::Makini => ctx.show(&checked),
    }
}

/// Returns the connections to check.
async fn selected(ctx: &Context, args: &Args) -> Result<Vec<Connection>, Failure> {
    let client = ctx.client().await?;
    if !args.connections.is_empty() {
        return resolve::connections(ctx, client, &args.connections).await;
    }
    let mut all = client.connections().await?;
    all.retain(|connection| {
        let system = connection.integration_name.as_deref().unwrap_or_default();
        let texts = [connection.name.as_deref(), connection.email.as_deref()];
        connection.lifecycle() != Lifecycle::Disconnected
            && args.system.as_deref().is_none_or(|wanted| fold(wanted) == fold(system))
            && args.search.as_deref().is_none_or(|wanted| {
                texts.into_iter().flatten().any(|text| text.to_lowercase().contains(&wanted.to_lowercase()))
            })
    });
    Ok(all)
}

async fn check_connections(
    ctx: &Context,
    args: &Args,
    connections: Vec<Connection>,
    budgets: &Budgets,
) -> Result<health::Report, Failure> {
    let client = ctx.client().await?;
    let only = if let ([only], [_]) = (&connections[..], &args.connections[..]) { Some(only.id()) } else { None };
    let needs_metrics = budgets.max_error_rate.is_some() || budgets.max_p95.is_some();
    let metrics = if needs_metrics && !connections.is_empty() {
        Metrics::query(client, (ctx.journal(), ctx.settings.profile()), args.budgets.window(), only).await
    } else {
        Metrics::Skipped
    };
    let progress = ctx.term.progress();
    let bar = progress.bar("connections", Some(connections.len() as u64), crate::term::progress::Unit::Items);
    let counted = bar.clone();
    let has_token_budget = budgets.min_token_lifetime.is_some();
    let session = Arc::clone(ctx.session().await?);
    let probe = LiveProbe::new(client.clone(), session, metrics, has_token_budget, move || counted.inc(1)).await;
    let limits = Limits { at_once: args.concurrency, time: args.time_limit };
    let report = health::run(connections, Arc::new(probe), budgets, (&ctx.clock, client.now()), limits).await;
    bar.clear();
    Ok(report)
}

/// Returns the code that a plugin ends with; the table of exit codes has the same numbers for other things.
fn nagios_exit(code: u8) -> Exit {
    Exit::ALL.into_iter().find(|exit| exit.code() == code).expect("the table has 0 to 3")
}
