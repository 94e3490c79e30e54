//! `makini check`.

mod budget;
mod report;
mod rules;
mod view;

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use self::report::CheckReport;
use self::rules::Rules;
use self::view::{CheckAnswer, Layout};
use crate::api::connections::{Connection, Lifecycle};
use crate::args::reporting::{self, ExitStyle, Gate, Reported, Reporting, Target, nagios_exit};
use crate::args::{ConnectionsArg, RowFilter, examples, resolve};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};
use crate::health::{self, Budgets, Limits, LiveProbe, Metrics, Nagios, Rule, Severity};
use crate::measure::parse_positive_duration;
use crate::term::OutputError;
use crate::view::{View, counted};

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

    #[command(flatten)]
    rows: RowFilter,

    /// Minimum number of connections
    #[arg(long, value_name = "COUNT", hide_short_help = true)]
    require: Option<usize>,

    /// Pass when there is no connection to check
    #[arg(long, hide_short_help = true)]
    allow_none: bool,

    /// Report `junit=FILE`, `gitlab=FILE`, `sarif=FILE`, `openmetrics=FILE` or `github` (can be repeated)
    ///
    /// `gitlab` is the code quality report of GitLab, `sarif` is SARIF 2.1.0, `openmetrics` is what the textfile collector
    /// of Prometheus reads. `-` in place of the file is stdout. `github` prints at most ten annotations on stderr, whose
    /// messages are then text in any format, and adds a table to the summary of the step (`GITHUB_STEP_SUMMARY`).
    #[arg(long, value_name = "REPORT", value_parser = |text: &str| Gate::CHECK.target(text))]
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

    /// Stop at the first connection that fails
    #[arg(long, hide_short_help = true, help_heading = "Rules")]
    fail_fast: bool,

    /// File of findings that are accepted until a date
    ///
    /// TOML with tables `[[accept]]` of `rule`, `connection` (ID or name, with `*`), `until` (2027-01-31) and `because`.
    /// An accepted finding is shown and does not fail the check; from its date on it does. What could not be asked is
    /// never accepted.
    #[arg(long, value_name = "FILE", hide_short_help = true, help_heading = "Rules")]
    accept: Option<PathBuf>,

    /// Set once the reports are written.
    #[arg(skip)]
    reported: Reported,
}

/// What was being done when the list failed.
const LISTING: &str = "could not list the connections";

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
    Target::check(&args.report)?;
    let rules = Rules::resolve(&args.budgets, &ctx.settings.check)?;
    let accepted = rules::accepted(ctx, args.accept.as_deref())?;
    if !args.connections.is_empty() && !args.rows.is_empty() {
        let failure =
            Failure::usage(format!("connections are named, and chosen by {}", args.rows.typed().join(" and ")));
        return Err(failure.hint("leave out one of the two"));
    }
    let fail_on = rules.general.fail_on();
    let connections = selected(ctx, &args).await?;
    // Where only some are checked, the others may be those that a table is for.
    if args.connections.is_empty() && args.rows.is_empty() {
        for unused in rules.unused(&connections) {
            ctx.term.note(format!("no connection is one that {unused} is for"));
        }
    }
    let mut report = check_connections(ctx, &args, connections, &rules).await?;
    if let Some(accepted) = accepted {
        for unused in accepted.apply(&mut report, ctx.now()) {
            ctx.term.note(format!("no finding is like the accepted one: {unused}"));
        }
    }
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
    if args.rows.is_empty() {
        return ("nothing to check: the account has no connection".into(), "makini connect");
    }
    let filters = args.rows.typed().join(" and ");
    (format!("nothing to check: no connection matches {filters}"), "makini connections list")
}

/// Returns the connections to check.
async fn selected(ctx: &Context, args: &Args) -> Result<Vec<Connection>, Failure> {
    let client = ctx.client().await.during(|| LISTING.into())?;
    if !args.connections.is_empty() {
        return resolve::connections(ctx, client, &args.connections).await;
    }
    let mut all = client.connections().await.during(|| LISTING.into())?;
    all.retain(|connection| connection.lifecycle() != Lifecycle::Disconnected && args.rows.fits(connection));
    if all.is_empty() {
        args.rows.check_systems(client, "check").await?;
    }
    Ok(all)
}

async fn check_connections(
    ctx: &Context,
    args: &Args,
    connections: Vec<Connection>,
    rules: &Rules,
) -> Result<health::Report, Failure> {
    let client = ctx.client().await?;
    let only = if let ([only], [_]) = (&connections[..], &args.connections[..]) { Some(only.id()) } else { None };
    let disconnected = if args.connections.is_empty() { Severity::Warning } else { Severity::Critical };
    let policy = rules.policy(disconnected);
    let any = |is_needed: fn(&Budgets) -> bool| connections.iter().any(|row| is_needed(&policy.of(row)));
    let needs_metrics = any(|budgets| {
        (budgets.max_error_rate.is_some() && budgets.has(Rule::ErrorRate))
            || (budgets.max_p95.is_some() && budgets.has(Rule::Latency))
    });
    let reads_tokens = any(|budgets| budgets.min_token_lifetime.is_some() && budgets.has(Rule::Token));
    let metrics = if needs_metrics {
        Metrics::query(client, (ctx.journal()?, ctx.settings.profile()), rules.general.window(), only).await
    } else {
        Metrics::Skipped
    };
    let progress = ctx.term.progress();
    let bar = progress.bar("connections", Some(connections.len() as u64), crate::term::progress::Unit::Items);
    let done = bar.clone();
    let session = Arc::clone(ctx.session().await?);
    let probe = LiveProbe::new(client.clone(), session, metrics, (&policy, reads_tokens), move || done.inc(1)).await;
    let stop_at = args.fail_fast.then(|| rules.general.fail_on());
    let limits = Limits { at_once: args.concurrency, time: args.time_limit, stop_at };
    let mut report = health::run(connections, Arc::new(probe), &policy, (&ctx.clock, client.now()), limits).await;
    let has_deliveries = rules.general.budgets().has(Rule::Deliveries);
    if let Some(allowed) = rules.general.max_failed_deliveries.filter(|_| has_deliveries) {
        report.overall.push(health::deliveries(client, allowed, rules.general.window()).await);
    }
    bar.clear();
    ctx.term.verbose(1, || {
        let checked = counted(report.connections.len() as u64, "connection");
        format!("{} for {checked}", counted(client.requests(), "request"))
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
