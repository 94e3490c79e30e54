//! `makini check`.

mod budget;
mod report;
mod view;

use std::sync::Arc;
use std::time::Duration;

use clap::ValueEnum;

use self::report::CheckReport;
use self::view::{CheckAnswer, Layout};
use crate::api::connections::{Connection, Lifecycle, fold};
use crate::args::reporting::{self, ExitStyle, Gate, Reported, Reporting, Target, nagios_exit};
use crate::args::{ConnectionsArg, examples, resolve};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};
use crate::health::{self, Budgets, Limits, LiveProbe, Metrics, Nagios, Severity};
use crate::measure::parse_positive_duration;
use crate::term::OutputError;
use crate::view::View;

/// Check connections against budgets, for CI
///
/// Checks all connections concurrently. One that the list of connections shows as healthy costs no further request; `-v`
/// prints the number of requests. Exits with 0 when all pass, 1 when one fails, 3 when there are warnings only
/// and `--fail-on warning` is set, and with the code of the error (4, 5, 9, …) when a check was not possible; the
/// report is written in every case. A named connection must exist and be connected; without names, disconnected
/// connections are skipped. Without any connection to check it exits with 6, unless `--allow-none` is set.
///
/// Error rate and latency come from the server if it offers metrics, otherwise from the journal of this machine. What
/// this program asks for its own commands never counts.
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

    /// Pass when there is no connection to check
    #[arg(long, hide_short_help = true)]
    allow_none: bool,

    /// Lowest severity that fails the check
    #[arg(long, value_name = "WHAT", value_enum, default_value_t = FailOn::Critical)]
    fail_on: FailOn,

    /// Report `junit=FILE`, `github` (can be repeated)
    ///
    /// `junit=-` writes to stdout. `github` prints at most ten annotations on stderr, whose messages are then text in
    /// any format, and adds a table to the summary of the step (`GITHUB_STEP_SUMMARY`).
    #[arg(long, value_name = "REPORT")]
    report: Vec<Target>,

    /// Meaning of the exit code
    #[arg(long, value_name = "STYLE", value_enum, default_value_t = ExitStyle::Makini, hide_short_help = true)]
    exit_style: ExitStyle,

    /// Number of concurrent checks
    ///
    /// Default: 16 at first, up to 128 while the server answers as fast as before, half as many when it becomes slower or
    /// refuses.
    #[arg(long, value_name = "COUNT", value_parser = clap::builder::RangedU64ValueParser::<usize>::new().range(1..=256), hide_short_help = true)]
    concurrency: Option<usize>,

    /// Timeout of one connection
    #[arg(long, value_name = "TIME", default_value = "30s", value_parser = parse_positive_duration, allow_hyphen_values = true, hide_short_help = true)]
    time_limit: Duration,

    /// What they are held against.
    #[command(flatten)]
    budgets: budget::BudgetArgs,

    /// Set once the reports are written.
    #[arg(skip)]
    reported: Reported,
}

/// What was being done when the list failed.
const LISTING: &str = "could not list the connections";

/// What makes a check fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum FailOn {
    /// Critical findings only
    Critical,
    /// Warnings and critical findings
    Warning,
}

impl Args {
    /// Returns the reports and what the exit code means.
    pub fn reporting(&self) -> Reporting {
        let (targets, reported) = (self.report.clone(), self.reported.clone());
        Reporting { gate: Gate::CHECK, targets, style: self.exit_style, reported }
    }
}

/// Checks them. A failure is reported by [`Reporting`], wherever it comes from.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    ctx.out.check_for::<CheckAnswer>()?;
    let fail_on = match args.fail_on {
        FailOn::Critical => health::FailOn::Critical,
        FailOn::Warning => health::FailOn::Warning,
    };
    let mut budgets = args.budgets.budgets();
    if !args.connections.is_empty() {
        budgets.disconnected = Severity::Critical;
    }
    let connections = selected(ctx, &args).await?;
    let report = check_connections(ctx, &args, connections, &budgets).await?;
    let report = match args.require {
        Some(least) => report.require(least),
        None if report.connections.is_empty() && !args.allow_none => {
            let (reason, remedy) = nothing_to_check(&args);
            report.empty(reason, remedy)
        }
        None => report,
    };
    let chosen = !ctx.out.columns.is_empty() || ctx.out.sort.is_some();
    let layout = if ctx.term.terminal().stdout && !chosen { Layout::Lines } else { Layout::Table };
    let report = repeating(ctx, report);
    let checked = CheckAnswer::new(report, args.require, fail_on, layout);
    let exit = View::exit(&checked);
    let report = CheckReport { report: checked.report(), fail_on, exit };
    let written = reporting::write(&ctx.term, &ctx.env, &args.report, &report);
    args.reported.set();
    let exit = match args.exit_style {
        ExitStyle::Nagios => {
            let Nagios { code, mut line } = Nagios::of(checked.report(), fail_on);
            if let Some(unwritten) = written.failures.first().filter(|_| code == 0) {
                line = format!("MAKINI UNKNOWN - {}", health::plain(&unwritten.causes().join(": ")));
            }
            if !written.takes_stdout {
                ctx.term.data(|out| writeln!(out, "{line}")).or_else(lost)?;
            }
            nagios_exit(code)
        }
        ExitStyle::Makini if written.takes_stdout => exit,
        ExitStyle::Makini => ctx.show(&checked)?,
    };
    reporting::concluded(&ctx.term, exit, written)
}

/// Keeps the verdict when the reader of the line is gone.
fn lost(error: OutputError) -> Result<(), OutputError> {
    match error {
        OutputError::Closed => Ok(()),
        write @ OutputError::Write(_) => Err(write),
    }
}

/// Returns why there is no connection to check, and the command that helps.
fn nothing_to_check(args: &Args) -> (String, &'static str) {
    let filters = [("--system", &args.system), ("--search", &args.search)];
    let filters: Vec<_> =
        filters.iter().filter_map(|(name, value)| Some(format!("`{name} {}`", value.as_deref()?))).collect();
    if filters.is_empty() {
        return ("nothing to check: the account has no connection".into(), "makini connect");
    }
    (format!("nothing to check: no connection matches {}", filters.join(" and ")), "makini connections list")
}

/// Returns the connections to check.
async fn selected(ctx: &Context, args: &Args) -> Result<Vec<Connection>, Failure> {
    let client = ctx.client().await.during(|| LISTING.into())?;
    if !args.connections.is_empty() {
        return resolve::connections(ctx, client, &args.connections).await;
    }
    let mut all = client.connections().await.during(|| LISTING.into())?;
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
        Metrics::query(client, (ctx.journal()?, ctx.settings.profile()), args.budgets.window(), only).await
    } else {
        Metrics::Skipped
    };
    let progress = ctx.term.progress();
    let bar = progress.bar("connections", Some(connections.len() as u64), crate::term::progress::Unit::Items);
    let counted = bar.clone();
    let session = Arc::clone(ctx.session().await?);
    let probe = LiveProbe::new(client.clone(), session, metrics, budgets, move || counted.inc(1)).await;
    let limits = Limits { at_once: args.concurrency, time: args.time_limit };
    let mut report = health::run(connections, Arc::new(probe), budgets, (&ctx.clock, client.now()), limits).await;
    if let Some(allowed) = args.budgets.failed_deliveries() {
        report.overall.push(health::deliveries(client, allowed, args.budgets.window()).await);
    }
    bar.clear();
    ctx.term.verbose(1, || {
        let plural = |count: u64| if count == 1 { "" } else { "s" };
        let (sent, checked) = (client.requests(), report.connections.len() as u64);
        format!("{sent} request{} for {checked} connection{}", plural(sent), plural(checked))
    });
    Ok(report)
}

/// Returns the report with remedies that are about the same platform as this invocation.
fn repeating(ctx: &Context, mut report: health::Report) -> health::Report {
    let repeated = &ctx.term.options().repeated;
    let findings = report.connections.iter_mut().flat_map(|row| &mut row.findings);
    for finding in findings.chain(&mut report.overall) {
        finding.remedy = finding.remedy.take().map(|remedy| repeated.in_command(&remedy).into_owned());
    }
    report
}
