//! `makini alerts add`.

use std::time::Duration;

use clap::ValueEnum;
use clap::builder::NonEmptyStringValueParser;
use serde::Serialize;

use super::list::card;
use super::local;
use crate::api::alerts::{AlertRule, NewAlertRule};
use crate::api::operation::Operation;
use crate::args::{ConnectionFilter, examples, resolve};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};
use crate::health::Rule;
use crate::measure::{parse_duration, parse_positive_duration};
use crate::view::{Page, View};

/// Add an alert rule
///
/// The rule is evaluated every minute. When it starts or stops firing, `alert.firing` or `alert.resolved` is sent to
/// webhook endpoints. On a server without alert rules, it becomes a budget in `[check]` of `config.toml`, for all
/// connections, that `makini check` and `makini monitor` judge by on this machine.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples![
    "makini alerts add latency --above 800ms --window 10m",
    "makini alerts add failed-deliveries --above 0 --window 1h",
    "makini alerts add sync-age --above 2h --connection \"Plant 7\"",
])]
pub struct Args {
    /// Metric to watch
    #[arg(value_enum)]
    metric: Metric,

    /// Fire above this value, for example `800ms`
    #[arg(long, value_name = "LIMIT")]
    above: String,

    /// Time range to evaluate, for example `10m`
    #[arg(long, value_name = "TIME", value_parser = parse_positive_duration)]
    window: Option<Duration>,

    #[command(flatten)]
    connection: ConnectionFilter,

    /// Name of the rule
    #[arg(long, value_parser = NonEmptyStringValueParser::new())]
    name: Option<String>,
}

/// The metric of an alert rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Metric {
    /// 95th percentile of the response time
    Latency,
    /// Share of failed requests
    ErrorRate,
    /// Time since the last successful sync
    SyncAge,
    /// Number of webhook deliveries that were given up
    FailedDeliveries,
}

impl Metric {
    const fn wire(self) -> &'static str {
        match self {
            Self::Latency => "latency_p95",
            Self::ErrorRate => "error_rate",
            Self::SyncAge => "sync_age",
            Self::FailedDeliveries => "failed_deliveries",
        }
    }

    /// Parses a limit, in the unit that the API takes.
    fn limit(self, text: &str) -> Result<f64, Failure> {
        let invalid = |takes: &str| Failure::usage(format!("invalid value `{text}` for `--above`: {takes}"));
        let duration = |takes: &str| parse_duration(text).map_err(|_| invalid(takes));
        match self {
            Self::ErrorRate => {
                share(text).ok_or_else(|| invalid("error-rate takes a share of requests, for example `5%` or `0.05`"))
            }
            Self::Latency => Ok(duration("latency takes a duration, for example `800ms`")?.as_secs_f64() * 1000.0),
            Self::FailedDeliveries => text
                .parse::<u32>()
                .map(f64::from)
                .map_err(|_| invalid("failed-deliveries takes a number, for example `0`")),
            Self::SyncAge => Ok(duration("sync-age takes a duration, for example `2h`")?.as_secs_f64()),
        }
    }
}

fn share(text: &str) -> Option<f64> {
    let (number, scale) = text.strip_suffix('%').map_or((text, 1.0), |number| (number, 100.0));
    let share = number.trim().parse::<f64>().ok()? / scale;
    (0.0..=1.0).contains(&share).then_some(share)
}

/// Adds it.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    ctx.out.check_for::<Added>()?;
    let threshold = args.metric.limit(&args.above)?;
    if args.metric == Metric::SyncAge && args.window.is_some() {
        return Err(Failure::usage("`--window` does not apply to sync-age, which is the age of the last sync"));
    }
    let client = ctx.client().await?;
    let during = || "could not list alert rules".to_owned();
    if client.offered(Operation::AlertRuleCreate).await.during(during)?.is_none() {
        return ctx.show(&Added(local(ctx, &args)?));
    }
    let connection = match args.connection.as_deref() {
        Some(text) => Some(resolve::connection(ctx, client, text).await?.id().to_owned()),
        None => None,
    };
    let words = ValueEnum::to_possible_value(&args.metric).map(|word| word.get_name().replace('-', " "));
    let name = args.name.or_else(|| words.map(|words| format!("{words} above {}", args.above)));
    let known = client.alert_rules().await.during(during)?;
    if let Some(name) = name.as_deref()
        && known.iter().any(|rule| rule.name.as_deref() == Some(name))
    {
        let failure = Failure::usage(format!("there is an alert rule `{name}` already"));
        return Err(failure.hint("`--name NAME` gives this one another name; `makini alerts list` lists them"));
    }
    let new = NewAlertRule {
        name,
        metric: args.metric.wire().to_owned(),
        connection_id: connection,
        threshold,
        window_seconds: args.window.map(|window| window.as_secs()),
    };
    let rule = client.create_alert_rule(&new).await.during(|| "could not add the alert rule".into())?;
    ctx.show(&Added(rule))
}

/// Adds it to the rules of this machine, which have neither names of their own nor a connection.
fn local(ctx: &Context, args: &Args) -> Result<AlertRule, Failure> {
    let rule = match args.metric {
        Metric::Latency => Rule::Latency,
        Metric::ErrorRate => Rule::ErrorRate,
        Metric::SyncAge => Rule::SyncAge,
        Metric::FailedDeliveries => {
            let message = "this server has no alert rules, and returns no deliveries that a rule here could count";
            let hint = "`makini check --max-failing-events 0` judges by the inbox of this machine, as does \
                        `max_failing_events` in `[check]`";
            return Err(Failure::new(Exit::Unsupported, message).hint(hint));
        }
    };
    if let Some(connection) = args.connection.as_deref() {
        let failure =
            Failure::new(Exit::Unsupported, "this server has no alert rules, and one here is for all connections");
        return Err(failure.hint(format!(
            "for one connection, write `[[check.for]]` with `connection = \"{connection}\"` and `{} = \"{}\"` into the \
             configuration",
            local::key(rule).unwrap_or_default(),
            args.above
        )));
    }
    if args.name.is_some() {
        let failure =
            Failure::new(Exit::Unsupported, "this server has no alert rules, and one here has the name of its metric");
        return Err(failure.hint("leave out `--name`"));
    }
    local::add(ctx, rule, &args.above, args.window)
}

#[derive(Serialize)]
#[serde(transparent)]
struct Added(AlertRule);

impl View for Added {
    const SCHEMA: &'static str = "alerts.add/1";

    fn human(&self, page: &mut Page<'_>) {
        let look = page.look().clone();
        page.card(&card(&self.0, &look));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_are_read_in_the_unit_of_the_metric() {
        for (metric, text, expected) in [
            (Metric::Latency, "800ms", Some(800.0)),
            (Metric::Latency, "2s", Some(2_000.0)),
            (Metric::SyncAge, "2h", Some(7_200.0)),
            (Metric::ErrorRate, "5%", Some(0.05)),
            (Metric::ErrorRate, "0.5", Some(0.5)),
            (Metric::ErrorRate, "5", None),
            (Metric::ErrorRate, "NaN", None),
            (Metric::FailedDeliveries, "3", Some(3.0)),
            (Metric::FailedDeliveries, "5%", None),
            (Metric::Latency, "fast", None),
            (Metric::SyncAge, "5%", None),
        ] {
            assert_eq!(metric.limit(text).ok(), expected, "{metric:?} {text}");
        }
    }
}
