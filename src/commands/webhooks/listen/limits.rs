//! Flags that say what the receiver puts up with, and how patient it is with handlers.

use std::time::Duration;

use clap::builder::RangedU64ValueParser;
use clap::{ArgGroup, Args};

use super::super::handlers;
use crate::args::AllowedHosts;
use crate::context::Context;
use crate::failure::Failure;
use crate::inbox::forward::{LARGEST_BATCH, Rate, Retry, Routes, Success};
use crate::inbox::receiver::{OnConflict, Options, Policy};
use crate::measure::parse_duration;
use crate::settings::parse_size;
use crate::view::counted;

/// What senders may do.
#[derive(Args, Clone, Debug)]
#[command(next_help_heading = "Limits")]
pub(super) struct LimitArgs {
    /// Maximum size of a body, for example `1MiB`; larger: 413
    #[arg(long, hide_short_help = true, value_name = "SIZE", default_value = "1MiB", value_parser = size::<1, { 1 << 30 }>)]
    max_body: usize,

    /// Maximum size of all bodies in memory, for example `64MiB`; more: 503
    #[arg(long, hide_short_help = true, value_name = "SIZE", default_value = "64MiB", value_parser = size::<1, { 1 << 32 }>)]
    max_memory: usize,

    /// Maximum time to receive a body; slower: 408
    #[arg(long, hide_short_help = true, value_name = "TIME", default_value = "10s", value_parser = positive)]
    body_time: Duration,

    /// Maximum number of headers
    #[arg(long, hide_short_help = true, value_name = "COUNT", default_value_t = 100, value_parser = RangedU64ValueParser::<usize>::new().range(1..=10_000))]
    max_headers: usize,

    /// Maximum size of the head of a request, for example `64KiB`
    #[arg(long, hide_short_help = true, value_name = "SIZE", default_value = "64KiB", value_parser = size::<8192, { 16 << 20 }>)]
    max_header_bytes: usize,

    /// Maximum time to receive the head of a request
    #[arg(long, hide_short_help = true, value_name = "TIME", default_value = "5s", value_parser = positive)]
    header_time: Duration,

    /// Maximum number of open connections; more wait
    #[arg(long, hide_short_help = true, value_name = "COUNT", default_value_t = 512, value_parser = RangedU64ValueParser::<usize>::new().range(1..=65_536))]
    max_connections: usize,

    /// Maximum size of the inbox, for example `4GiB`; larger: 507
    #[arg(long, hide_short_help = true, value_name = "SIZE", default_value = "4GiB", value_parser = inbox_size)]
    pub(super) max_inbox: u64,
}

/// What is done with deliveries that are not simply right.
#[derive(Args, Clone, Debug)]
#[command(next_help_heading = "Policy")]
pub(super) struct PolicyArgs {
    /// Accept deliveries without verifying their signature
    #[arg(long, conflicts_with = "secret_file", hide_short_help = true)]
    pub(super) accept_unsigned: bool,

    /// Record rejected deliveries, without their body
    #[arg(long, hide_short_help = true)]
    keep_rejected: bool,

    /// Response to a known ID with a different body; both are stored
    #[arg(long, hide_short_help = true, value_name = "ANSWER", value_enum, default_value = "accept")]
    on_conflict: Conflicts,
}

#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum Conflicts {
    /// 200: the sender stops
    Accept,
    /// 409: the sender is notified
    Reject,
}

/// Where events are forwarded, and how patiently.
#[derive(Args, Clone, Debug)]
#[command(next_help_heading = "Forwarding")]
#[command(group(ArgGroup::new("routed").args(["forward_to", "route"]).multiple(true)))]
pub(super) struct ForwardArgs {
    /// URL of the handler to forward events to
    #[arg(long, value_name = "URL")]
    pub(super) forward_to: Option<String>,

    /// Handler of some events, for example `sync.*=http://127.0.0.1:4000/` (can be repeated)
    ///
    /// The first route that matches an event is used.
    #[arg(long, value_name = "EVENT=URL")]
    pub(super) route: Vec<String>,

    /// Forward up to COUNT events of a connection in one request, as a JSON array
    ///
    /// Each element has the `arrival` number, `id`, `event`, `connection_id`, `received_at`, the `headers` and the `body`; one
    /// event is an array too. The answer counts for all of them, and what failed is tried again together. A request has at most
    /// 1 MiB of bodies, if it has several events.
    #[arg(long, hide_short_help = true, value_name = "COUNT", requires = "routed", value_parser = clap::value_parser!(u32).range(1..=i64::from(LARGEST_BATCH)))]
    forward_batch: Option<u32>,

    /// Maximum rate of requests to each handler, for example `50/s`, `600/m` or `1000/h`
    ///
    /// Of this receiver, over all connections.
    #[arg(long, hide_short_help = true, value_name = "RATE", requires = "routed")]
    forward_rate: Option<Rate>,

    #[command(flatten)]
    pub(super) allow_host: AllowedHosts,

    /// Retry events that the handler answers with a 2xx other than 200, as the platform does
    #[arg(long, hide_short_help = true)]
    strict_200: bool,

    /// Timeout of the handler
    #[arg(long, hide_short_help = true, value_name = "TIME", default_value = "30s", value_parser = positive)]
    forward_timeout: Duration,

    /// Maximum number of attempts of one event
    #[arg(long, hide_short_help = true, value_name = "COUNT", default_value_t = 20, value_parser = clap::value_parser!(u32).range(1..))]
    forward_attempts: u32,

    /// Delay after the first failure; doubles with each
    #[arg(long, hide_short_help = true, value_name = "TIME", default_value = "1s", value_parser = positive)]
    forward_wait: Duration,

    /// Maximum delay between two attempts
    #[arg(long, hide_short_help = true, value_name = "TIME", default_value = "1m", value_parser = positive)]
    forward_wait_max: Duration,
}

/// Reads a size between two limits.
fn size<const LEAST: u64, const MOST: u64>(text: &str) -> Result<usize, String> {
    let size =
        parse_size(text).ok_or_else(|| "a size is a number with a unit, for example `512KiB` or `1MiB`".to_owned())?;
    let fits = (LEAST..=MOST).contains(&size).then_some(size).and_then(|size| usize::try_from(size).ok());
    fits.ok_or_else(|| format!("use a size from {LEAST} to {MOST} bytes"))
}

/// Reads the size of an inbox.
fn inbox_size(text: &str) -> Result<u64, String> {
    size::<{ 1 << 20 }, { u64::MAX >> 1 }>(text).map(|size| size as u64)
}

fn positive(text: &str) -> Result<Duration, String> {
    let time = parse_duration(text).map_err(|error| error.to_string())?;
    if time.is_zero() { Err("longer than nothing".into()) } else { Ok(time) }
}

impl LimitArgs {
    /// Puts the limits into the receiver's options.
    pub(super) fn apply(&self, options: &mut Options) {
        options.max_body = self.max_body;
        // One body of the largest size always fits.
        options.max_bodies = self.max_memory.max(self.max_body);
        options.body_time = self.body_time;
        options.limits.headers = self.max_headers;
        options.limits.header_bytes = self.max_header_bytes;
        options.limits.header_time = self.header_time;
        options.limits.connections = self.max_connections;
        // A proxy in front is one peer, so it gets most; nobody gets all.
        options.limits.connections_per_peer = (self.max_connections - self.max_connections / 4).max(1);
    }
}

impl PolicyArgs {
    /// Returns what is accepted.
    pub(super) fn policy(&self) -> Policy {
        Policy {
            accept_unsigned: self.accept_unsigned,
            keep_rejected: self.keep_rejected,
            on_conflict: match self.on_conflict {
                Conflicts::Accept => OnConflict::Accept,
                Conflicts::Reject => OnConflict::Refuse,
            },
        }
    }
}

impl ForwardArgs {
    /// Returns the routes: those of the command line, else those of the configuration.
    pub(super) fn routes(&self, ctx: &Context) -> Result<Routes, Failure> {
        let mut handlers = Routes::handlers_of(&self.route, self.forward_to.as_deref(), &self.allow_host)?;
        let unused = ctx.settings.handlers.1.len();
        if handlers.is_empty() {
            handlers = handlers::configured(ctx, &self.allow_host)?;
        } else if unused > 0 {
            let of = counted(unused as u64, "handler");
            ctx.term.note(format!("{of} of the configuration not used: the command line has its own"));
        }
        for handler in handlers.iter_mut().filter(|handler| handler.name.is_none()) {
            (handler.batch, handler.rate) = (self.forward_batch, self.forward_rate);
        }
        let mut routes = Routes::new(handlers);
        routes.timeout = self.forward_timeout;
        routes.success = if self.strict_200 { Success::AsThePlatform } else { Success::Any2xx };
        let longest = self.forward_wait_max.max(self.forward_wait);
        routes.retry = Retry { attempts: self.forward_attempts, first: self.forward_wait, longest };
        Ok(routes)
    }
}
