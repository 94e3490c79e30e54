//! `makini webhooks trigger`.

mod real;

use std::time::Duration;

use fastrand::Rng;
use jiff::Timestamp;
use serde::Serialize;

use self::real::{Extent, Real};
use super::inbox_args::InboxArgs;
use super::scheme::{AtArgs, SchemeArgs};
use crate::api::events::HANDLING_TIME;
use crate::args::{AllowedHosts, examples, pasted, resolve};
use crate::context::Context;
use crate::drill::Delivery;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::inbox::forward::{Rate, Routes, Sender, Success, Target};
use crate::samples::{About, change, made_id, names, sample};
use crate::view::{Cell, Column, Rows};

/// Send signed sample events to a handler
///
/// Events have the form of the platform: entity events (`assets.updated`), `sync.completed`, `sync.failed`,
/// `connection.…`, `system.error`, `alert.…`, and `flow.` with any name. Each has its own ID. Exits with 1 if the
/// handler rejected an event, with 9 if it did not answer. With `--sandbox`, events refer to the connections, rows,
/// syncs and alerts of the sandbox where it has any; otherwise they are generated, and the output says which.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples![
    "makini webhooks trigger --list",
    "makini webhooks trigger sync.failed --to http://127.0.0.1:3000/hook --set body.error.code=TIMEOUT",
])]
pub struct Args {
    /// Name of the event, as listed by `--list`
    #[arg(value_name = "EVENT", required_unless_present = "list")]
    event: Option<String>,

    /// List the names of events, and send nothing
    #[arg(long, conflicts_with_all = ["event", "to", "set", "connection"])]
    list: bool,

    /// URL of the handler; default: the running `makini webhooks listen`
    #[arg(long, value_name = "URL")]
    to: Option<String>,

    #[command(flatten)]
    allow_host: AllowedHosts,

    /// Change the event, for example `body.mode=full` (can be repeated)
    #[arg(long, value_name = "PATH=VALUE")]
    set: Vec<String>,

    /// Connection of the events: any ID, or a name
    ///
    /// Default: `con_sample`, or with `--sandbox` the first connection that fits. A name is that of a connection which a
    /// command has shown.
    #[arg(long, value_name = "CONNECTION", hide_short_help = true)]
    connection: Option<String>,

    /// Number of events
    #[arg(long, value_name = "COUNT", default_value_t = 1, value_parser = clap::value_parser!(u64).range(1..))]
    count: u64,

    /// Maximum rate, for example `5/s` or `100/m`
    #[arg(long, value_name = "N/s", value_parser = rate, hide_short_help = true)]
    rate: Option<Duration>,

    /// Serialize JSON like PHP, with `\/` and `\u00e9`
    #[arg(long, hide_short_help = true)]
    php: bool,

    /// Seed for generated events
    #[arg(long, value_name = "NUMBER", hide_short_help = true)]
    seed: Option<u64>,

    #[command(flatten)]
    place: InboxArgs,

    #[command(flatten)]
    scheme: SchemeArgs,

    #[command(flatten)]
    at: AtArgs,
}

/// Reads a rate as the time between two.
fn rate(text: &str) -> Result<Duration, String> {
    text.parse().map(Rate::interval)
}

/// One event that was sent.
#[derive(Debug, Serialize)]
struct Fired {
    id: String,
    event: String,
    connection: Option<String>,
    data: Extent,
    target: String,
    status: Option<u16>,
    millis: u64,
    error: Option<String>,
}

const COLUMNS: &[Column<Fired>] = &[
    Column::new("id", "ID", |one: &Fired, _| Cell::id(one.id.as_str())),
    Column::new("event", "EVENT", |one, _| Cell::name(one.event.as_str())),
    Column::new("status", "ANSWER", |one, _| match one.status {
        Some(status) if one.error.is_none() => Cell::good(status.to_string()),
        Some(status) => Cell::bad(status.to_string()),
        None => Cell::bad("none"),
    }),
    Column::new("millis", "MS", |one: &Fired, _| Cell::number(one.millis)).right(),
    Column::new("error", "WHAT WENT WRONG", |one, _| Cell::maybe(one.error.as_deref(), Cell::text)),
    Column::new("connection", "CONNECTION", |one: &Fired, _| Cell::maybe(one.connection.as_deref(), Cell::id)),
    Column::new("data", "DATA", |one: &Fired, _| Cell::muted(one.data.as_str())),
    Column::new("target", "TO", |one: &Fired, _| Cell::path(one.target.as_str())).extra(),
];

/// Returns the ID in the events: of the named connection, or the text, if it can be one.
async fn connection(ctx: &Context, text: &str) -> Result<String, Failure> {
    let found = if ctx.settings.is_on("sandbox") {
        resolve::connection(ctx, ctx.client().await?, text).await.map(|found| found.id().to_owned())
    } else {
        resolve::shown_connection(ctx, &[], text)
    };
    match (found, pasted::id(text)) {
        (Err(failure), Ok(id)) if failure.exit == Exit::NotFound => Ok(id),
        (found, _) => found,
    }
}

#[derive(Debug, Serialize)]
struct Name {
    event: String,
}

const NAMES: &[Column<Name>] = &[Column::new("event", "EVENT", |one: &Name, _| Cell::name(one.event.as_str()))];

/// Sends them.
pub async fn run(ctx: &Context, mut args: Args) -> Result<Exit, Failure> {
    let Some(event) = args.event.clone() else {
        let mut rows = Rows::new(&ctx.term, &ctx.out, "webhooks.trigger.list/1", NAMES, "")?.dated_by(|| ctx.now());
        for event in names().into_iter().chain(["flow.NAME".into()]) {
            rows.push(Name { event })?;
        }
        return rows.finish().map(|_| Exit::Ok);
    };
    let mut rows =
        Rows::new(&ctx.term, &ctx.out, "webhooks.trigger/1", COLUMNS, "Nothing was sent.")?.dated_by(|| ctx.now());
    if let Some(text) = &args.connection {
        args.connection = Some(connection(ctx, text).await?);
    }
    let mut maker = Maker {
        event,
        rng: args.seed.map_or_else(Rng::new, Rng::with_seed),
        at: Timestamp::from_second(args.at.now(ctx)?).map_err(|error| Failure::usage(format!("`--at`: {error}")))?,
        args: &args,
        real: None,
        made: 0,
    };
    // What cannot be made up fails before a secret is read.
    maker.next()?;
    if ctx.settings.is_on("sandbox") {
        maker.real = Real::find(ctx.client().await?, &maker.event, args.connection.as_deref()).await?;
        maker.made = 0;
        if maker.real.is_none() {
            ctx.term.note("the sandbox has nothing that this event could be about, so it is made up");
        }
    } else {
        tell_of_sandbox(ctx).await;
    }
    let target = Target::parse(&target(ctx, &args).await?, &args.allow_host)?;
    let config = args.scheme.sending_config()?;
    let secrets = args.scheme.secrets(ctx).await?;
    let mut routes = Routes::to(target.clone());
    routes.timeout = ctx.handling_time(HANDLING_TIME);
    routes.network = ctx.network();
    routes.success = Success::AsThePlatform;
    let courier = Sender::new(&routes);
    let stop = ctx.shutdown();
    let mut heard = std::pin::pin!(stop.cancelled());
    let (mut refused, mut unanswered) = (0, 0);
    for number in 0..args.count {
        if let (Some(pause), 1..) = (args.rate, number) {
            tokio::select! {
                biased;
                exit = &mut heard => return rows.finish().map(|_| exit),
                () = ctx.clock.sleep(pause) => {}
            }
        }
        let Made { id, name, connection, data, text } = maker.next()?;
        let sign = if args.php { Delivery::signed_as_php } else { Delivery::signed };
        let delivery = sign(&config, &secrets, &text, &id, maker.at)?;
        let sent = tokio::select! {
            biased;
            exit = &mut heard => return rows.finish().map(|_| exit),
            sent = courier.post(&target, delivery.headers, delivery.body, &ctx.clock) => sent,
        };
        refused += u64::from(!sent.is_ok());
        unanswered += u64::from(sent.status.is_none());
        let millis = u64::try_from(sent.elapsed.as_millis()).unwrap_or(u64::MAX);
        let target = target.to_string();
        rows.push(Fired { id, event: name, connection, data, target, status: sent.status, millis, error: sent.error })?;
        rows.flush()?;
    }
    rows.finish()?;
    Ok(match (refused, unanswered) {
        (0, _) => Exit::Ok,
        (_, unanswered) if unanswered == args.count => Exit::Unavailable,
        _ => Exit::Unhealthy,
    })
}

/// Notes once that made-up events are for handlers that look nothing up, where a sandbox has real ones.
async fn tell_of_sandbox(ctx: &Context) {
    #[cfg(feature = "sandbox")]
    if let Some(instance) = ctx.settings.paths.data().ok().and_then(crate::context::SandboxInstance::read)
        && instance.is_running().await
    {
        let text =
            format!("events are made up; with `--sandbox` they are about what the sandbox at {} has", instance.url);
        ctx.term.note(text);
    }
    #[cfg(not(feature = "sandbox"))]
    let _ = ctx;
}

async fn target(ctx: &Context, args: &Args) -> Result<String, Failure> {
    if let Some(to) = &args.to {
        return Ok(to.clone());
    }
    let listening = args.place.listening(ctx).await;
    listening.map(|address| format!("http://{address}/")).ok_or_else(|| {
        Failure::usage("there is nobody to send to: no receiver runs on this inbox")
            .hint("name a handler: `--to http://127.0.0.1:3000/hook`")
            .hint("or run `makini webhooks listen` in another terminal")
    })
}

/// Makes one event after the other up.
struct Maker<'a> {
    event: String,
    rng: Rng,
    at: Timestamp,
    args: &'a Args,
    /// What the sandbox has.
    real: Option<Real>,
    /// How many there were before.
    made: u64,
}

/// One event, as it is after `--set`.
struct Made {
    id: String,
    name: String,
    connection: Option<String>,
    data: Extent,
    text: String,
}

impl Maker<'_> {
    fn next(&mut self) -> Result<Made, Failure> {
        let id = made_id("evt", &mut self.rng);
        let connection = match &self.real {
            Some(real) => real.connection.as_deref().unwrap_or_default(),
            None => self.args.connection.as_deref().unwrap_or("con_sample"),
        };
        let about = About { id: &id, at: self.at, connection, seed: self.rng.u64(..) };
        let event = sample(&self.event, about)
            .map_err(|error| Failure::from(error).hint("`makini webhooks trigger --list` shows all of them"))?;
        let mut event = serde_json::to_value(event).expect("an event is always JSON");
        if let Some(body) = self.real.as_ref().and_then(|real| real.body(self.made, &mut self.rng)) {
            event["body"] = body;
        }
        if self.real.as_ref().is_some_and(|real| real.connection.is_none()) {
            // About all connections, and so about none.
            event.as_object_mut().map(|members| members.shift_remove("connection_id"));
        }
        self.made += 1;
        for text in &self.args.set {
            change(&mut event, text)?;
        }
        let text = |name: &str, otherwise: &str| event[name].as_str().unwrap_or(otherwise).to_owned();
        Ok(Made {
            id: text("id", &id),
            name: text("event", &self.event),
            connection: event["connection_id"].as_str().map(str::to_owned),
            data: self.real.as_ref().map_or(Extent::MadeUp, Real::extent),
            text: event.to_string(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rates() {
        assert_eq!(rate("5/s"), Ok(Duration::from_millis(200)));
        assert_eq!(rate("10"), Ok(Duration::from_millis(100)));
        assert_eq!(rate("120/m"), Ok(Duration::from_millis(500)));
        for text in ["0/s", "/s", "5/d", "x", "-1/s", ""] {
            assert!(rate(text).is_err(), "{text}");
        }
    }
}
