//! `makini sandbox run`.

use std::path::PathBuf;

use crate::args::examples;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};
use crate::files;
use crate::sandbox::{LineKind, LogLine, Report, Scenario, ScenarioError};
use crate::view::{Cell, Column, Rows, counted};

/// The largest file that is read.
const LARGEST: u64 = 4 << 20;

/// Run a scenario file (connect, break, wait, expect)
///
/// Runs on a separate sandbox in memory whose clock stands still between the steps; stored state is not changed. Prints
/// the steps, the events and the deliveries to receivers. The same scenario and seed print the same log, byte for byte.
/// Exits with 1 if an expectation is not met.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples!["makini sandbox run outage.toml -o ndjson"])]
pub struct Args {
    /// Scenario file (TOML)
    #[arg(value_name = "SCENARIO")]
    scenario: PathBuf,

    /// Seed for generated data and faults; default: the one of the scenario
    #[arg(long, value_name = "N")]
    seed: Option<u64>,
}

const COLUMNS: &[Column<LogLine>] = &[
    Column::new("at", "AT", |line: &LogLine, _| Cell::text(line.at.as_str())),
    Column::new("line", "LINE", |line: &LogLine, _| Cell::number(line.line)).right(),
    Column::new("type", "WHAT", |line: &LogLine, _| match line.kind {
        LineKind::Step => Cell::text("step"),
        LineKind::Call => Cell::text("call"),
        LineKind::Event => Cell::muted("event"),
        LineKind::Arrival => Cell::muted("arrival"),
        LineKind::Passed => Cell::good("passed"),
        LineKind::Failed => Cell::bad("failed"),
    }),
    Column::new("text", "", |line: &LogLine, _| Cell::text(line.text.as_str())),
    Column::new("step", "STEP", |line: &LogLine, _| Cell::number(line.step)).right().extra(),
];

/// Runs it.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    let shown = args.scenario.display().to_string();
    let mut rows = Rows::new(&ctx.term, &ctx.out, "sandbox.run/1", COLUMNS, "Nothing happened.")?;
    let scenario = Scenario::read(&read(&args)?).during(|| format!("`{shown}` is no scenario"))?;
    let mut broken = None;
    let report = scenario
        .run(args.seed, &mut |line| match rows.push(line) {
            Ok(()) => true,
            Err(failure) => {
                broken = Some(failure);
                false
            }
        })
        .await;
    if let Some(failure) = broken {
        return Err(failure);
    }
    // The steps before one that failed are shown too.
    rows.finish()?;
    let report =
        report.map_err(|error: ScenarioError| Failure::from(error).during(format!("`{shown}` did not end")))?;
    Ok(summary(ctx, &shown, &report))
}

fn read(args: &Args) -> Result<String, Failure> {
    let file = &args.scenario;
    let failed = |reason: String| Failure::new(Exit::Local, format!("could not read `{}`: {reason}", file.display()));
    let bytes = files::read_regular(file, LARGEST).map_err(|error| Failure::unreadable(file.display(), &error))?;
    String::from_utf8(bytes).map_err(|_| failed("it is not text".into()))
}

/// Logs how it ended.
fn summary(ctx: &Context, shown: &str, report: &Report) -> Exit {
    let Report { steps, events, arrivals, passed, seed, .. } = *report;
    for failed in &report.failed {
        ctx.term.warn(format!("{shown}:{}: step {}: {}", failed.line, failed.step, failed.problem));
    }
    let expectations = if report.failed.is_empty() {
        let verb = if passed == 1 { "holds" } else { "hold" };
        format!("{} {verb}", counted(passed as u64, "expectation"))
    } else {
        format!("{} of {} expectations do not hold", report.failed.len(), report.failed.len() + passed)
    };
    let parts =
        [(steps, "step"), (events, "event"), (arrivals, "webhook")].map(|(number, noun)| counted(number as u64, noun));
    ctx.term.status(format!("{}; {expectations} (seed {seed})", parts.join(", ")));
    if report.failed.is_empty() { Exit::Ok } else { Exit::Unhealthy }
}
