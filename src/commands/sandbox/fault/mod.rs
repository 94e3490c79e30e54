//! `makini sandbox fault`.

mod view;

use std::time::Duration;

use clap::{Subcommand, ValueEnum};
use serde::{Deserialize, Serialize};

use self::view::Added;
use crate::api::faults::{Fault, FaultKind, NewFault, Target};
use crate::args::resolve;
use crate::client::ApiRequest;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};
use crate::measure::parse_duration;
use crate::view::List;

/// Break something on purpose, and mend it
#[derive(Subcommand, Debug)]
#[command(defer = true)]
pub enum Command {
    /// Break something
    Add(Box<Add>),
    /// List what is broken, and how often it struck
    #[command(alias = "ls")]
    List,
    /// Mend one fault, or all
    Clear(Clear),
}

/// Break something
///
/// Which calls and webhooks are struck is drawn from the sandbox's seed: what is done again breaks again in the same
/// places. Examples: `makini sandbox fault add source-down --connection "SAP Stuttgart"`,
/// `makini sandbox fault add error --status 503 --endpoint 'GET /api/eam/*' --probability 20%`,
/// `makini sandbox fault add duplicate --event 'sync.*'`
#[derive(clap::Args, Debug)]
pub struct Add {
    /// What breaks
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
#[command(next_help_heading = "Where")]
struct Scope {
    /// Only this connection, by ID, name or a unique beginning
    #[arg(long, value_name = "CONNECTION")]
    connection: Option<String>,

    /// Only these calls, as `GET /api/eam/*`; without a connection, whoever makes them
    ///
    /// A sync's own calls are named as the request log names them: `GET /sap/assets`, with `--connection`.
    #[arg(long, value_name = "[METHOD ]PATH")]
    endpoint: Option<String>,

    /// Every call to the API, not only those that go to a connected system
    #[arg(long, conflicts_with = "connection")]
    any: bool,

    /// For webhooks: only to this endpoint, by its ID
    #[arg(long, value_name = "ID")]
    webhook: Option<String>,

    /// For webhooks: only these events, as `sync.*`
    #[arg(long, value_name = "PATTERN")]
    event: Option<String>,
}

/// How often it breaks.
#[derive(clap::Args, Debug)]
#[command(next_help_heading = "How often")]
struct Chance {
    /// Mend it after it has struck this often
    #[arg(long, value_name = "COUNT")]
    count: Option<u64>,

    /// How likely it strikes, as `0.1` or `10%`; the same each time the same is run
    #[arg(long, value_name = "CHANCE", value_parser = chance)]
    probability: Option<f64>,
}

/// How it breaks.
#[derive(clap::Args, Debug)]
#[command(next_help_heading = "How")]
struct Settings {
    /// For `latency`: how much longer calls take, as `500ms`
    #[arg(long, value_name = "TIME", value_parser = parse_duration, conflicts_with = "median")]
    latency: Option<Duration>,

    /// For `latency`: the median of a log-normal distribution, as `300ms`
    #[arg(long, value_name = "TIME", value_parser = parse_duration)]
    median: Option<Duration>,

    /// For `latency`: the spread of that distribution, from 0 to 5 [default: 0.5]
    #[arg(long, value_name = "SIGMA", requires = "median")]
    sigma: Option<f64>,

    /// For `error`: the status that calls end in [default: 500]
    #[arg(long, value_name = "STATUS", value_parser = clap::value_parser!(u16).range(400..=599))]
    status: Option<u16>,

    /// For `error`: the error code, as `INTERNAL_ERROR`
    #[arg(long, value_name = "CODE")]
    code: Option<String>,

    /// For `rate-limited`: when to come again [default: 30s]
    #[arg(long, value_name = "TIME", value_parser = parse_duration)]
    retry_after: Option<Duration>,

    /// For `reset`: after half of the answer, not before it
    #[arg(long)]
    within: bool,

    /// For `late`: how late, as `5m`
    #[arg(long, value_name = "TIME", value_parser = parse_duration)]
    delay: Option<Duration>,

    /// For `duplicate`: how often it comes on top [default: 1]
    #[arg(long, value_name = "COUNT")]
    copies: Option<u64>,
}

fn chance(text: &str) -> Result<f64, String> {
    let (number, scale) = text.strip_suffix('%').map_or((text, 1.0), |number| (number, 100.0));
    let chance = number.trim().parse::<f64>().ok().map(|number| number / scale);
    chance.filter(|chance| *chance > 0.0 && *chance <= 1.0).ok_or_else(|| "above 0 and up to 1, or `10%`".into())
}

/// Mend one fault, or all
#[derive(clap::Args, Debug)]
pub struct Clear {
    /// The fault, by the number that `list` shows; all of them without one
    id: Option<u64>,
}

const FAULTS: &str = "/sandbox/faults";

/// Runs one of them.
pub async fn run(ctx: &Context, command: Command) -> Result<Exit, Failure> {
    match command {
        Command::Add(args) => ctx.show(&Added(add(ctx, *args).await?)),
        Command::List => ctx.show(&List::<Fault>(ctx.client().await?.get(FAULTS).await?)),
        Command::Clear(Clear { id }) => ctx.show(&clear(ctx, id).await?),
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
    client.post(FAULTS, &asked).await.during(|| "could not add the fault".into())
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
