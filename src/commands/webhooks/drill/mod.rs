//! `makini webhooks drill`.

mod report;

use jiff::Timestamp;
use serde::Serialize;

use super::scheme::{AtArgs, SchemeArgs};
use crate::api::events::HANDLING_TIME;
use crate::args::reporting::{self, ExitStyle, Gate, Reported, Reporting, Target as ReportTarget};
use crate::args::{AllowedHosts, examples};
use crate::context::Context;
use crate::drill::{Case, Drill, Finding, Outcome, Plan};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::inbox::forward::Target;
use crate::settings::parse_size;
use crate::term::Line;
use crate::view::{Cell, Column, Columns, Grid, Look, Page, View};

/// Test a handler with valid, forged, repeated and late deliveries
///
/// Checks that the handler accepts valid deliveries, rejects invalid ones, answers within 10 s and stays available. The
/// handler needs the secret, and should run on test data. Exits with 1 if a case failed.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples![
    "makini webhooks drill --url http://127.0.0.1:3000/hook --secret-file secret.txt",
])]
pub struct Args {
    /// URL of the handler
    #[arg(long, value_name = "URL")]
    url: String,

    /// URL that returns the number of processed events, to detect repeated effects
    #[arg(long, value_name = "URL")]
    effects_url: Option<String>,

    #[command(flatten)]
    allow_host: AllowedHosts,

    /// Only these cases (can be repeated)
    #[arg(long, value_name = "CASE", value_parser = case, value_delimiter = ',')]
    only: Vec<Case>,

    /// Size of the oversized delivery, for example `2MiB`
    #[arg(long, value_name = "SIZE", default_value = "8MiB", value_parser = size)]
    oversized: usize,

    /// Write a report: `junit=FILE` (can be repeated)
    #[arg(long, value_name = "KIND=FILE", value_parser = |text: &str| Gate::DRILL.target(text))]
    report: Vec<ReportTarget>,

    /// Set once the reports are written.
    #[arg(skip)]
    reported: Reported,

    /// Seed for generated events; the same seed repeats the same events
    #[arg(long, value_name = "NUMBER")]
    seed: Option<u64>,

    #[command(flatten)]
    scheme: SchemeArgs,

    #[command(flatten)]
    at: AtArgs,
}

fn case(text: &str) -> Result<Case, String> {
    let text = text.replace('-', "_");
    let found = Case::ALL.into_iter().find(|case| case.name().eq_ignore_ascii_case(&text));
    found.ok_or_else(|| format!("use one of {}", Case::ALL.map(Case::name).join(", ")))
}

fn size(text: &str) -> Result<usize, String> {
    let size = parse_size(text).and_then(|size| usize::try_from(size).ok()).filter(|size| *size <= 1 << 30);
    size.ok_or_else(|| "write a size up to 1GiB, for example `2MiB`".into())
}

impl Args {
    /// Returns the reports.
    pub fn reporting(&self) -> Reporting {
        let (targets, reported) = (self.report.clone(), self.reported.clone());
        Reporting { gate: Gate::DRILL, targets, style: ExitStyle::Makini, reported }
    }
}

/// Runs the command.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    ctx.out.check_for::<Drilled>()?;
    let target = Target::parse(&args.url, &args.allow_host)?;
    let effects = args.effects_url.as_deref().map(|url| Target::parse(url, &args.allow_host)).transpose()?;
    let at = if args.at.is_given() { Some(args.at.now(ctx)?) } else { None };
    let at = at.map(Timestamp::from_second).transpose();
    let plan = Plan {
        target,
        effects,
        config: args.scheme.sending_config()?,
        secrets: args.scheme.texts(ctx).await?,
        encoding: args.scheme.secret_encoding(),
        oversized: args.oversized,
        at: at.map_err(|error| Failure::usage(format!("`--at`: {error}")))?,
        seed: args.seed.unwrap_or_else(|| fastrand::u64(..)),
        network: ctx.network(),
        timeout: ctx.handling_time(HANDLING_TIME),
    };
    let scheme = plan.config.scheme.name();
    let drill = Drill::new(plan, &ctx.clock);
    let progress = ctx.term.progress();
    let bar = progress.spinner("drill");
    let mut cases = Vec::new();
    for case in Case::ALL.into_iter().filter(|case| args.only.is_empty() || args.only.contains(case)) {
        bar.say(case.title());
        cases.push(drill.run(case).await?);
    }
    bar.clear();
    let count = |outcome| cases.iter().filter(|finding: &&Finding| finding.outcome == outcome).count();
    let drilled = Drilled {
        url: drill.target(),
        scheme,
        passed: count(Outcome::Passed),
        failed: count(Outcome::Failed),
        skipped: count(Outcome::Skipped),
        cases,
    };
    let written = reporting::write(&ctx.term, &ctx.env, &args.report, &drilled);
    args.reported.set();
    let exit = if written.takes_stdout { drilled.exit() } else { ctx.show(&drilled)? };
    reporting::concluded(&ctx.term, exit, written)
}

/// Results of all cases.
#[derive(Debug, Serialize)]
struct Drilled {
    url: String,
    scheme: &'static str,
    passed: usize,
    failed: usize,
    skipped: usize,
    cases: Vec<Finding>,
}

const COLUMNS: &[Column<Finding>] = &[
    Column::new("outcome", "RESULT", |one: &Finding, _| match one.outcome {
        Outcome::Passed => Cell::good(one.outcome.as_str()),
        Outcome::Failed => Cell::bad(one.outcome.as_str()),
        Outcome::Skipped => Cell::muted(one.outcome.as_str()),
    }),
    Column::new("case", "CASE", |one, _| Cell::name(one.case)),
    Column::new("title", "SENT", |one, _| Cell::text(one.title)),
    Column::new("expected", "EXPECTED", |one, _| Cell::text(one.expected)),
    Column::new("status", "ANSWER", |one, _| Cell::maybe(one.status, Cell::number)),
    Column::new("millis", "MS", |one: &Finding, _| Cell::maybe(one.millis, Cell::number)).right(),
    Column::new("message", "WHY", |one: &Finding, _| Cell::maybe(one.message.as_deref(), Cell::text)).extra(),
];

impl View for Drilled {
    const SCHEMA: &'static str = "webhooks.drill/1";

    fn human(&self, page: &mut Page<'_>) {
        page.grid();
        for finding in &self.cases {
            let Some(message) = &finding.message else { continue };
            page.blank();
            let line = match finding.outcome {
                Outcome::Failed => Line::new().bad(finding.case),
                _ => Line::new().muted(finding.case),
            };
            page.line(line.text(format!(": {message}")));
            if let Some(remedy) = finding.remedy {
                page.indented(2, Line::new().muted("change").text(": ").commands(remedy));
            }
        }
        page.blank();
        let Self { passed, failed, skipped, .. } = self;
        page.line(format!("{passed} passed, {failed} failed, {skipped} skipped"));
    }

    fn columns() -> Columns {
        Columns::of(COLUMNS)
    }

    fn table<'a>(&'a self, look: &'a Look) -> Option<Grid<'a>> {
        Some(Grid::of(&self.cases, COLUMNS, look))
    }

    fn exit(&self) -> Exit {
        if self.failed == 0 { Exit::Ok } else { Exit::Unhealthy }
    }
}
