//! `makini sandbox clock`.

use std::time::Duration;

use clap::Subcommand;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::start::scale;
use crate::args::examples;
use crate::args::examples::SHORT_END;
use crate::client::{ApiRequest, Client};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};
use crate::measure::parse_duration;
use crate::term::Line;
use crate::view::{Card, Cell, Page, View, span};

/// Show or control the clock of the sandbox
///
/// All times in the sandbox follow this clock: schedules, syncs, tokens, rate limits, webhook retries, request log and
/// metrics. It is stored with the state.
#[derive(Subcommand, Debug)]
pub enum Command {
    /// Show the time in the sandbox
    #[command(after_help = SHORT_END, after_long_help = examples!["makini sandbox clock show"])]
    Show,
    /// Advance the clock and run what becomes due, in order
    #[command(after_help = SHORT_END, after_long_help = examples!["makini sandbox clock advance 31d"])]
    Advance(Advance),
    /// Freeze the clock
    #[command(after_help = SHORT_END, after_long_help = examples!["makini sandbox clock freeze"])]
    Freeze,
    /// Resume the clock from its current time
    #[command(after_help = SHORT_END, after_long_help = examples!["makini sandbox clock resume --scale 60"])]
    Resume(Resume),
}

/// How far to move it.
#[derive(clap::Args, Debug)]
pub struct Advance {
    /// Time to advance by, for example `31d` or `1h30m`
    #[arg(value_name = "TIME", value_parser = parse_duration, required_unless_present = "to")]
    by: Option<Duration>,

    /// Time to advance to, for example `2026-03-01T12:00:00Z`
    #[arg(long, value_name = "TIME", conflicts_with = "by")]
    to: Option<Timestamp>,

    /// Skip scheduled syncs except the last ones of each connection
    #[arg(long)]
    skip_missed: bool,
}

/// How it goes on.
#[derive(clap::Args, Debug)]
pub struct Resume {
    /// Speed relative to real time; default: unchanged
    #[arg(long, value_name = "N", value_parser = scale)]
    scale: Option<f64>,
}

const CLOCK: &str = "/sandbox/clock";
/// Time that one call may take before it returns its progress, in milliseconds.
const STRIDE: u64 = 400;

/// Runs one of them.
pub async fn run(ctx: &Context, command: Option<Command>) -> Result<Exit, Failure> {
    match command {
        Some(Command::Advance(_)) => ctx.out.check_for::<AdvanceResult>()?,
        _ => ctx.out.check_for::<ClockState>()?,
    }
    let client = ctx.client().await?;
    match command {
        None | Some(Command::Show) => ctx.show(&client.get::<ClockState>(CLOCK).await?),
        Some(Command::Advance(args)) => ctx.show(&advance(ctx, client, &args).await?),
        Some(Command::Freeze) => ctx.show(&post::<ClockState>(client, "/sandbox/clock/freeze", &Empty {}).await?),
        Some(Command::Resume(args)) => {
            let asked = Pace { scale: args.scale };
            ctx.show(&post::<ClockState>(client, "/sandbox/clock/resume", &asked).await?)
        }
    }
}

#[derive(Serialize)]
struct Empty {}

#[derive(Serialize)]
struct Pace {
    scale: Option<f64>,
}

#[derive(Serialize)]
struct AdvanceRequest {
    to: String,
    skip_missed: bool,
    budget_ms: u64,
}

async fn post<T: serde::de::DeserializeOwned>(
    client: &Client,
    path: &'static str,
    body: &impl Serialize,
) -> Result<T, Failure> {
    Ok(client.send(ApiRequest::post(path).json(body)).await?.data()?)
}

/// Moves it in steps, so that the progress is visible and no timeout ends it.
async fn advance(ctx: &Context, client: &Client, args: &Advance) -> Result<AdvanceResult, Failure> {
    let began = ctx.clock.moment();
    let shown: ClockState = client.get(CLOCK).await?;
    let to = match (args.to, args.by) {
        (Some(to), _) => to,
        (None, by) => shown
            .now
            .checked_add(by.unwrap_or_default())
            .map_err(|_| Failure::usage("that is beyond the end of time that this program can count"))?,
    };
    let whole = to.duration_since(shown.now).as_secs_f64();
    let progress = ctx.term.progress();
    let bar = progress.spinner("The clock goes");
    let mut all: Option<AdvanceResult> = None;
    loop {
        let asked = AdvanceRequest { to: to.to_string(), skip_missed: args.skip_missed, budget_ms: STRIDE };
        let part: AdvanceResult = post(client, "/sandbox/clock/advance", &asked)
            .await
            .during(|| "could not move the clock to the end".into())?;
        let sum = match all.take() {
            Some(all) => all.and(&part),
            None => part,
        };
        let arrived = sum.arrived;
        let percent = 100.0 * sum.to.duration_since(shown.now).as_secs_f64() / whole.max(0.001);
        bar.say(&format!("{}, {percent:.0} %", sum.to.strftime("%Y-%m-%d %H:%M")));
        all = Some(sum);
        if arrived {
            break;
        }
    }
    bar.clear();
    let took = ctx.clock.since(began);
    let mut result = all.expect("it went at least once");
    // The requested time counts from the request, not from the moment the clock was held.
    result.from = shown.now.min(result.from);
    result.took_ms = u64::try_from(took.as_millis()).unwrap_or(u64::MAX);
    Ok(result)
}

/// The state of the clock.
#[derive(Serialize, Deserialize)]
struct ClockState {
    /// What it shows.
    now: Timestamp,
    /// The machine's time.
    real: Timestamp,
    ahead_ms: i64,
    scale: f64,
    frozen: bool,
    /// Whether it is being moved at this moment.
    moving: bool,
}

impl ClockState {
    fn pace(&self) -> String {
        match () {
            () if self.frozen => "stands still".into(),
            () if (self.scale - 1.0).abs() < f64::EPSILON => "goes like everybody's".into(),
            () => format!("goes {} times as fast", self.scale),
        }
    }

    fn against_the_machine(&self) -> String {
        let apart = Duration::from_millis(self.ahead_ms.unsigned_abs());
        match self.ahead_ms {
            -1_999..=1_999 => "the same as this machine's".into(),
            2_000.. => format!("{} ahead of this machine", span(apart)),
            _ => format!("{} behind this machine", span(apart)),
        }
    }
}

impl View for ClockState {
    const SCHEMA: &'static str = "sandbox.clock/1";

    fn human(&self, page: &mut Page<'_>) {
        let mut card = Card::new()
            .row("Sandbox time", Cell::text(self.now.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()))
            .row("Pace", if self.frozen { Cell::caution(self.pace()) } else { Cell::text(self.pace()) })
            .row("Compared", Cell::text(self.against_the_machine()));
        if self.moving {
            card = card.row("Moved", Cell::caution("somebody is moving it"));
        }
        page.card(&card);
    }
}

/// What happened on the way, as the sandbox returned it.
#[derive(Serialize, Deserialize)]
struct AdvanceResult {
    from: Timestamp,
    to: Timestamp,
    arrived: bool,
    syncs_completed: u64,
    syncs_failed: u64,
    probes: u64,
    events: u64,
    deliveries_succeeded: u64,
    deliveries_failed: u64,
    deliveries_given_up: u64,
    tokens_expired: u64,
    /// Real time it took.
    #[serde(default)]
    took_ms: u64,
}

impl AdvanceResult {
    /// Adds the next part of the way.
    fn and(self, next: &Self) -> Self {
        Self {
            from: self.from,
            to: next.to,
            arrived: next.arrived,
            syncs_completed: self.syncs_completed + next.syncs_completed,
            syncs_failed: self.syncs_failed + next.syncs_failed,
            probes: self.probes + next.probes,
            events: self.events + next.events,
            deliveries_succeeded: self.deliveries_succeeded + next.deliveries_succeeded,
            deliveries_failed: self.deliveries_failed + next.deliveries_failed,
            deliveries_given_up: self.deliveries_given_up + next.deliveries_given_up,
            tokens_expired: self.tokens_expired + next.tokens_expired,
            took_ms: 0,
        }
    }
}

impl View for AdvanceResult {
    const SCHEMA: &'static str = "sandbox.clock.advance/1";

    fn human(&self, page: &mut Page<'_>) {
        let by = Duration::try_from(self.to.duration_since(self.from)).unwrap_or_default();
        let took = Duration::from_millis(self.took_ms);
        page.line(Line::new().text("The sandbox is ").good(span(by)).text(format!(
            " further: {} (took {})",
            self.to.strftime("%Y-%m-%dT%H:%M:%SZ"),
            span(took)
        )));
        let failed = |count: u64| if count == 0 { Cell::count(0) } else { Cell::bad(count.to_string()) };
        let mut card = Card::new()
            .row("Syncs completed", Cell::count(self.syncs_completed))
            .row("Syncs failed", failed(self.syncs_failed))
            .row("Events", Cell::count(self.events))
            .row("Webhooks delivered", Cell::count(self.deliveries_succeeded))
            .row("Webhook tries failed", failed(self.deliveries_failed))
            .row("Webhooks given up", failed(self.deliveries_given_up))
            .row("Tokens expired", Cell::count(self.tokens_expired));
        if self.probes > 0 {
            card = card.row("Tries of systems that were down", Cell::count(self.probes));
        }
        page.card(&card);
    }
}
