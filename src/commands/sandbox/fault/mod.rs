//! `makini sandbox fault`.

mod view;

use std::time::Duration;

use clap::{Subcommand, ValueEnum};
use serde::{Deserialize, Serialize};

use self::view::Added;
use crate::api::faults::{Fault, FaultKind, NewFault, Target};
use crate::args::{examples, resolve};
use crate::client::ApiRequest;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::measure::parse_duration;
use crate::samples::check_name;
use crate::view::List;

/// Inject faults into the sandbox
#[derive(Subcommand, Debug)]
#[command(defer = true)]
pub enum Command {
    /// Add a fault
    Add(Box<Add>),
    /// List faults and how often they were applied
    #[command(after_long_help = examples!["makini sandbox fault list"])]
    #[command(alias = "ls")]
    List,
    /// Clear one fault or all faults
    Clear(Clear),
}

/// Add a fault
///
/// Which calls and webhooks are affected is drawn from the seed of the sandbox, so that a repeated run fails in the
/// same places.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples![
    "makini sandbox fault add source-down --connection \"Plant 7\"",
    "makini sandbox fault add error --status 503 --endpoint 'GET /api/eam/*' --probability 20%",
    "makini sandbox fault add duplicate --event 'sync.*'",
])]
pub struct Add {
    /// Kind of fault
    #[arg(value_enum)]
    kind: FaultKind,

    #[command(flatten)]
    place: Scope,

    #[command(flatten)]
    chance: Chance,

    #[command(flatten)]
    settings: Settings,
}

/// Where it breaks.
#[derive(clap::Args, Debug)]
#[command(next_help_heading = "Scope")]
struct Scope {
    /// Only this connection (ID, name or prefix)
    #[arg(long, value_name = "CONNECTION")]
    connection: Option<String>,

    /// Only calls to this path
    ///
    /// For example `GET /api/eam/*`, with or without the method.
    ///
    /// Without a connection, calls of all connections. The calls of a sync have the names of the request log: `GET
    /// /sap/assets`, with `--connection`.
    #[arg(long, value_name = "[METHOD ]PATH")]
    endpoint: Option<String>,

    /// All calls to the API, not only calls to a connected system
    #[arg(long, conflicts_with = "connection", hide_short_help = true)]
    any: bool,

    /// For webhooks: only to this endpoint (ID)
    #[arg(long, value_name = "ID")]
    webhook: Option<String>,

    /// For webhooks: only these events
    #[arg(long, value_name = "PATTERN")]
    event: Option<String>,
}

/// How often it breaks.
#[derive(clap::Args, Debug)]
#[command(next_help_heading = "Frequency")]
struct Chance {
    /// Clear the fault after this number of times
    #[arg(long, value_name = "COUNT")]
    count: Option<u64>,

    /// Probability, for example `0.1` or `10%`
    #[arg(long, value_name = "CHANCE", value_parser = chance)]
    probability: Option<f64>,
}

/// How it breaks.
#[derive(clap::Args, Debug)]
#[command(next_help_heading = "Parameters")]
struct Settings {
    /// For `latency`: added time, for example `500ms`
    #[arg(long, value_name = "TIME", value_parser = parse_duration, conflicts_with = "median", hide_short_help = true)]
    latency: Option<Duration>,

    /// For `latency`: median of a log-normal distribution, for example `300ms`
    #[arg(long, value_name = "TIME", value_parser = parse_duration, hide_short_help = true)]
    median: Option<Duration>,

    /// For `latency`: sigma of that distribution, 0 to 5 [default: 0.5]
    #[arg(long, value_name = "SIGMA", requires = "median", hide_short_help = true)]
    sigma: Option<f64>,

    /// For `error`: response status [default: 500]
    #[arg(long, value_name = "STATUS", value_parser = clap::value_parser!(u16).range(400..=599), hide_short_help = true)]
    status: Option<u16>,

    /// For `error`: error code, for example `INTERNAL_ERROR`
    #[arg(long, value_name = "CODE", hide_short_help = true)]
    code: Option<String>,

    /// For `rate-limited`: Retry-After [default: 30s]
    #[arg(long, value_name = "TIME", value_parser = parse_duration, hide_short_help = true)]
    retry_after: Option<Duration>,

    /// For `reset`: in the middle of the response, not before it
    #[arg(long, hide_short_help = true)]
    within: bool,

    /// For `late`: delay, for example `5m`
    #[arg(long, value_name = "TIME", value_parser = parse_duration, hide_short_help = true)]
    delay: Option<Duration>,

    /// For `duplicate`: number of extra copies [default: 1]
    #[arg(long, value_name = "COUNT", hide_short_help = true)]
    copies: Option<u64>,
}

fn chance(text: &str) -> Result<f64, String> {
    let (number, scale) = text.strip_suffix('%').map_or((text, 1.0), |number| (number, 100.0));
    let chance = number.trim().parse::<f64>().ok().map(|number| number / scale);
    chance.filter(|chance| *chance > 0.0 && *chance <= 1.0).ok_or_else(|| "above 0 and up to 1, or `10%`".into())
}

/// Clear one fault or all faults
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples!["makini sandbox fault clear", "makini sandbox fault clear 1"])]
pub struct Clear {
    /// Fault number, as listed; default: all
    id: Option<u64>,
}

const FAULTS: &str = "/sandbox/faults";

/// Runs one of them.
pub async fn run(ctx: &Context, command: Command) -> Result<Exit, Failure> {
    match command {
        Command::Add(args) => {
            ctx.out.check_for::<Added>()?;
            ctx.show(&Added(add(ctx, *args).await?))
        }
        Command::List => {
            ctx.out.check_for::<List<Fault>>()?;
            ctx.show(&List::<Fault>(ctx.client().await?.get(FAULTS).await?))
        }
        Command::Clear(Clear { id }) => {
            ctx.out.check_for::<Cleared>()?;
            ctx.show(&clear(ctx, id).await?)
        }
    }
}

impl Add {
    /// Refuses what would be ignored, before anything is called.
    fn check(&self) -> Result<(), Failure> {
        let (kind, place, settings) = (self.kind, &self.place, &self.settings);
        if kind == FaultKind::Latency && settings.latency.is_none() && settings.median.is_none() {
            return Err(Failure::usage("`latency` needs a time to add")
                .hint("add `--latency 500ms`, or `--median 300ms` for times that vary"));
        }
        if kind == FaultKind::Late && settings.delay.is_none() {
            return Err(Failure::usage("`late` needs a delay").hint("add `--delay 5m`"));
        }
        if kind == FaultKind::CredentialsChanged && (self.chance.count.is_some() || self.chance.probability.is_some()) {
            return Err(Failure::usage(
                "credentials stay changed until the connection is connected again: no `--count` and no `--probability`",
            ));
        }
        let of_kind = [
            ("--latency", FaultKind::Latency, settings.latency.is_some()),
            ("--median", FaultKind::Latency, settings.median.is_some()),
            ("--status", FaultKind::Error, settings.status.is_some()),
            ("--code", FaultKind::Error, settings.code.is_some()),
            ("--retry-after", FaultKind::RateLimited, settings.retry_after.is_some()),
            ("--within", FaultKind::Reset, settings.within),
            ("--delay", FaultKind::Late, settings.delay.is_some()),
            ("--copies", FaultKind::Duplicate, settings.copies.is_some()),
        ];
        if let Some((flag, of, _)) = of_kind.into_iter().find(|(_, of, set)| *set && *of != kind) {
            let word = of.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default();
            return Err(Failure::usage(format!("`{flag}` applies to `{word}` only")));
        }
        let of_target = [
            ("--endpoint", Target::Call, place.endpoint.is_some(), "calls"),
            ("--any", Target::Call, place.any, "calls"),
            ("--webhook", Target::Delivery, place.webhook.is_some(), "webhooks"),
            ("--event", Target::Delivery, place.event.is_some(), "webhooks"),
        ];
        let target = kind.target();
        if let Some((flag, _, _, what)) = of_target.into_iter().find(|(_, of, set, _)| *set && *of != target) {
            return Err(Failure::usage(format!("`{flag}` applies to faults of {what} only")));
        }
        Ok(())
    }
}

fn millis(time: Option<Duration>) -> Option<u64> {
    time.map(|time| u64::try_from(time.as_millis()).unwrap_or(u64::MAX))
}

async fn add(ctx: &Context, args: Add) -> Result<Fault, Failure> {
    args.check()?;
    if let Some(event) = &args.place.event {
        check_name(event)?;
    }
    let client = ctx.client().await?;
    let connection = match &args.place.connection {
        Some(text) => Some(resolve::connection(ctx, client, text).await?),
        None => None,
    };
    let asked = NewFault {
        kind: args.kind.name().to_owned(),
        scope: args.place.any.then(|| "any".to_owned()),
        connection_id: connection.as_ref().map(|connection| connection.id().to_owned()),
        endpoint: args.place.endpoint,
        webhook_endpoint_id: args.place.webhook,
        event: args.place.event,
        probability: args.chance.probability,
        count: args.chance.count,
        latency_ms: millis(args.settings.latency),
        median_ms: millis(args.settings.median),
        sigma: args.settings.sigma,
        status: (args.kind == FaultKind::Error).then(|| args.settings.status.unwrap_or(500)),
        code: args.settings.code,
        retry_after: args.settings.retry_after.map(|time| time.as_secs()),
        within: args.settings.within.then_some(true),
        delay_ms: millis(args.settings.delay),
        copies: args.settings.copies,
    };
    client.post(FAULTS, &asked).await.map_err(|error| {
        let failure = Failure::from(error).during("could not add the fault");
        if asked.endpoint.is_some() { failure.hint("`makini api endpoints --all` lists the paths") } else { failure }
    })
}

#[derive(Serialize, Deserialize)]
struct Cleared {
    cleared: u64,
}

async fn clear(ctx: &Context, id: Option<u64>) -> Result<Cleared, Failure> {
    let client = ctx.client().await?;
    let Some(id) = id else {
        return Ok(client.send(ApiRequest::delete(FAULTS)).await?.data()?);
    };
    let call = ApiRequest::delete("/sandbox/faults/{id}").fill(&[("id", &id.to_string())]);
    let answer = client.send(call).await;
    answer.and_then(|answer| answer.data()).map_err(|error| {
        let missing = error.is_not_found();
        let failure = Failure::from(error).during(format!("could not mend fault {id}"));
        if missing { failure.hint("`makini sandbox fault list` shows which there are") } else { failure }
    })
}
