//! `makini check`.

mod report;
mod stream;
mod view;
mod wait;

use std::time::Duration;

use self::report::CheckReport;
use self::stream::Stream;
use self::view::{CheckAnswer, Layout};
use crate::args::checks::{CheckArgs, Checks};
use crate::args::examples;
use crate::args::reporting::{self, ExitStyle, Gate, Reported, Reporting, Target, nagios_exit};
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
    /// Check all connections (default)
    #[arg(long, conflicts_with = "connections", hide_short_help = true)]
    all: bool,

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

    /// Check again until all is well, for at most this time, for example `10m`
    ///
    /// A connection that is well so far is waited for as long as its first sync has not ended. When the time is over: 8 when only
    /// what is pending is left, otherwise the code of the last check, which is also the one that is shown and reported.
    #[arg(long, value_name = "TIME", value_parser = parse_positive_duration, allow_hyphen_values = true, conflicts_with = "exit_style", hide_short_help = true)]
    wait: Option<Duration>,

    #[command(flatten)]
    checks: CheckArgs,

    /// Stop at the first connection that fails
    #[arg(long, hide_short_help = true, help_heading = "Rules")]
    fail_fast: bool,

    /// Set once the reports are written.
    #[arg(skip)]
    reported: Reported,
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
    Target::check(&args.report)?;
    let mut checks = Checks::resolve(ctx, &args.checks)?;
    let fail_on = checks.fail_on();
    checks.stop_at = args.fail_fast.then_some(fail_on);
    let style_is_makini = args.exit_style == ExitStyle::Makini;
    let mut stream = if style_is_makini && ctx.out.format() == Format::Ndjson && !Target::take_stdout(&args.report) {
        Some(Stream::new(ctx)?)
    } else {
        None
    };
    let (round, exit) = if let Some(time) = args.wait {
        let (round, exit) = wait::until_well(&checks, time).await?;
        // Which round is the last one is not known before.
        if let Some(stream) = &mut stream {
            round.report.connections.iter().for_each(|row| stream.push(row));
        }
        (round, exit)
    } else {
        let round = checks.round(|row| stream.iter_mut().for_each(|stream| stream.push(row))).await?;
        let exit = round.report.exit(fail_on);
        (round, exit)
    };
    let report = round.concluded(ctx).await?;
    let chosen = !ctx.out.columns.is_empty() || ctx.out.sort.is_some();
    let layout = if ctx.term.terminal().stdout && !chosen { Layout::Lines } else { Layout::Table };
    let report = repeating(ctx, report);
    let checked = CheckAnswer::new(report, args.checks.require, exit, layout);
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
