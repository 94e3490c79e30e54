//! `makini check`.

mod budget;
mod report;
mod round;
mod rules;
mod stream;
mod view;
mod wait;

use std::path::PathBuf;
use std::time::Duration;

use self::report::CheckReport;
use self::round::Inputs;
use self::rules::Rules;
use self::stream::Stream;
use self::view::{CheckAnswer, Layout};
use crate::args::reporting::{self, ExitStyle, Gate, Reported, Reporting, Target, nagios_exit};
use crate::args::{ConnectionsArg, RowFilter, examples};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::health::{self, Finding, Nagios};
use crate::measure::parse_positive_duration;
use crate::term::OutputError;
use crate::view::Format;

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

    /// Report `junit=FILE`, `gitlab=`, `sarif=`, `openmetrics=`, `html=` or `github` (can be repeated)
    ///
    /// `gitlab` is the code quality report of GitLab, `sarif` is SARIF 2.1.0, `openmetrics` is what the textfile collector
    /// of Prometheus reads, `html` is one page for people. `-` in place of the file is stdout. `github` prints at most ten annotations on stderr, whose
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

    /// Check again until all is well, for at most this time, for example `10m`
    ///
    /// A connection that is well so far is waited for as long as its first sync has not ended. When the time is over: 8 when only
    /// what is pending is left, otherwise the code of the last check, which is also the one that is shown and reported.
    #[arg(long, value_name = "TIME", value_parser = parse_positive_duration, allow_hyphen_values = true, conflicts_with = "exit_style", hide_short_help = true)]
    wait: Option<Duration>,

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
    let inputs = Inputs { ctx, args: &args, rules: &rules, accepted: accepted.as_ref() };
    let style_is_makini = args.exit_style == ExitStyle::Makini;
    let mut stream = if style_is_makini && ctx.out.format() == Format::Ndjson && !Target::take_stdout(&args.report) {
        Some(Stream::new(ctx)?)
    } else {
        None
    };
    let (round, exit) = if let Some(time) = args.wait {
        let (round, exit) = wait::until_well(&inputs, time).await?;
        // Which round is the last one is not known before.
        if let Some(stream) = &mut stream {
            round.report.connections.iter().for_each(|row| stream.push(row));
        }
        (round, exit)
    } else {
        let round = inputs.round(stream.as_mut()).await?;
        let exit = round.report.exit(fail_on);
        (round, exit)
    };
    let report = round.concluded(ctx).await?;
    let chosen = !ctx.out.columns.is_empty() || ctx.out.sort.is_some();
    let layout = if ctx.term.terminal().stdout && !chosen { Layout::Lines } else { Layout::Table };
    let report = repeating(ctx, report);
    let checked = CheckAnswer::new(report, args.require, exit, layout);
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
        ExitStyle::Makini => match stream {
            Some(stream) => stream.finish(&checked)?,
            None => ctx.show(&checked)?,
        },
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

/// Returns the report with remedies that are about the same platform as this invocation.
fn repeating(ctx: &Context, mut report: health::Report) -> health::Report {
    report.connections.iter_mut().for_each(|row| repeat(ctx, &mut row.findings));
    repeat(ctx, &mut report.overall);
    report
}

fn repeat(ctx: &Context, findings: &mut [Finding]) {
    let repeated = &ctx.term.options().repeated;
    for finding in findings {
        finding.remedy = finding.remedy.take().map(|remedy| repeated.in_command(&remedy).into_owned());
    }
}
