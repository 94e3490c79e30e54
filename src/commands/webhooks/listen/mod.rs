//! `makini webhooks listen`.

mod banner;
mod bind;
mod catch_up;
mod limits;
mod open;
mod poll;
mod printer;
mod view;

use std::path::PathBuf;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::broadcast::Receiver as Events;
use tokio::sync::broadcast::error::{RecvError, TryRecvError};
use tokio::sync::oneshot;

use self::limits::{ForwardArgs, LimitArgs, PolicyArgs};
use self::poll::PlatformSyncs;
use super::inbox_args::InboxArgs;
use super::scheme::SchemeArgs;
use crate::args::listen_address::{ListenAddress, check_exposure};
use crate::args::{ServerProcess, examples};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{Classify as _, During as _, Failure};
use crate::files::{self, Access};
use crate::inbox::catch_up::CatchUp;
use crate::inbox::poll::Poll;
use crate::inbox::query::Goal;
use crate::inbox::receiver::{Options, Receiver, certificate};
use crate::inbox::store::InboxOptions;
use crate::inbox::{ReceiverEvent, Verifier, verify};
use crate::live;
use crate::samples::check_name;
use crate::serve::Hosts;
use crate::term::pager::Pager;
use crate::view::Format;
use crate::webhooks::{self, Scheme, Secrets};

/// Receive webhooks and store them in the inbox
///
/// Each delivery is verified and written to the inbox on disk before it is answered with 200, so that a power failure
/// loses no acknowledged event. Events are then forwarded in order per connection, and retried until the handler
/// accepts them: to the handlers that the command line names, else to those of the configuration (`makini help
/// webhooks`). Listens on the loopback address only. At a terminal, shows a live view (`?` shows the keys), elsewhere a
/// line for each event unless with `-q`. With `-o ndjson`, prints each event as a line of JSON, the first of type
/// `ready`. With `--poll 60s`, also polls the sync status and reports syncs of the last day that ended without an
/// event; `makini webhooks inbox gaps` lists them.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples![
    "makini webhooks listen --secret-file secret.txt --forward-to http://127.0.0.1:3000/hook",
    "makini webhooks listen --route 'sync.*=http://127.0.0.1:4000/' --exit-after 1 --for 10m",
])]
pub struct Args {
    /// Port to listen on; 0 selects a free port [default: 4600]
    #[arg(long, value_name = "PORT")]
    port: Option<u16>,

    /// Address to listen on, with or without a port
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1")]
    listen: ListenAddress,

    /// Allow other machines: required for other than loopback addresses
    #[arg(long, hide_short_help = true)]
    allow_remote: bool,

    /// Host name that requests may name in `Host`, for example of a tunnel (can be repeated)
    #[arg(long, alias = "host", value_name = "NAME", hide_short_help = true)]
    allowed_host: Vec<String>,

    /// Only path to receive on, for example `/hook`; default: any
    #[arg(long, value_name = "PATH", value_parser = path, hide_short_help = true)]
    path: Option<String>,

    /// Path of health checks, for example for a load balancer; they are not noted
    #[arg(long, value_name = "PATH", value_parser = path, default_value = "/healthz", hide_short_help = true)]
    health_path: String,

    /// Path of metrics for Prometheus, for example `/metrics`; default: none
    #[arg(long, value_name = "PATH", value_parser = path, hide_short_help = true)]
    metrics_path: Option<String>,

    /// File with the certificate chain (PEM), for HTTPS
    #[arg(long, value_name = "FILE", requires = "tls_key", hide_short_help = true)]
    tls_certificate: Option<PathBuf>,

    /// File with the private key (PEM)
    #[arg(long, value_name = "FILE", requires = "tls_certificate", hide_short_help = true)]
    tls_key: Option<PathBuf>,

    /// Poll sync status at this interval; report syncs that ended without a webhook
    #[arg(long, value_name = "TIME", value_parser = poll::interval, hide_short_help = true)]
    poll: Option<Duration>,

    /// First have sent again what was sent since then and is missing, for example `2h`
    ///
    /// Lists the deliveries of the platform, and has those sent again whose events are not in the inbox by their IDs, in
    /// order for each connection. It receives meanwhile, and is ready when that is over. After a crash, the same is done
    /// from the newest event on. On a server that lists no deliveries, only the ends of syncs are compared.
    #[arg(long, value_name = "TIME", hide_short_help = true)]
    since: Option<String>,

    /// Endpoint that leads to this receiver, for `--since` (ID, URL or prefix)
    ///
    /// Default: the only one, or the one with the address of this receiver or an `--allowed-host`.
    #[arg(long, value_name = "ENDPOINT", requires = "since", hide_short_help = true)]
    endpoint: Option<String>,

    /// Exit after COUNT new events were forwarded or attempted
    ///
    /// With 1 if a handler has not taken one of them by then.
    #[arg(long, alias = "until", hide_short_help = true, value_name = "COUNT", value_parser = crate::args::count)]
    exit_after: Option<u64>,

    /// Output: `live` (full screen, default at a terminal) or `lines`
    #[arg(long, value_name = "VIEW", value_enum, hide_possible_values = true, hide_short_help = true)]
    view: Option<view::Shown>,

    #[command(flatten)]
    process: ServerProcess,

    #[command(flatten)]
    place: InboxArgs,

    #[command(flatten)]
    policy: PolicyArgs,

    #[command(flatten)]
    limits: LimitArgs,

    #[command(flatten)]
    forward: ForwardArgs,

    #[command(flatten)]
    scheme: SchemeArgs,
}

/// The port that is taken where none is named.
const PORT: u16 = 4600;

fn path(text: &str) -> Result<String, String> {
    if text.starts_with('/') { Ok(text.to_owned()) } else { Err("a path begins with `/`".into()) }
}

/// Receives until it is stopped.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    if matches!(ctx.out.format(), Format::Csv | Format::Yaml) {
        return Err(Failure::usage("what happens is told line by line").hint("use `-o ndjson`"));
    }
    ctx.out.check_without_table()?;
    let live = view::is_live(ctx, args.view)?;
    let mut routes = args.forward.routes(ctx)?;
    routes.network = ctx.network();
    if args.scheme.config().scheme == Scheme::Makini {
        // Of other senders any name may come.
        for unknown in routes.patterns().filter_map(|pattern| check_name(pattern).err()) {
            let hint = unknown.hint().map_or_else(String::new, |hint| format!("; {hint}"));
            ctx.term.warn(format!("a route for an event that may never come: {unknown}{hint}"));
        }
    }
    if let Some((all, hidden)) = routes.hidden() {
        ctx.term.warn(format!("the handler {hidden} gets no event: {all}, before it, takes every one"));
    }
    let address = args.listen.address(args.port, PORT)?;
    check_exposure(address.ip(), args.allow_remote, "send events here")?;
    let tls = match (&args.tls_certificate, &args.tls_key) {
        (Some(chain), Some(key)) => Some(certificate(chain, key)?),
        _ => None,
    };
    let (verifier, secrets) = verifier(ctx, &args).await?;
    let (recorder, verifier) = if live {
        let (recorder, verifier) = live::Recorder::new(verifier, args.scheme.config(), secrets);
        (Some(recorder), verifier)
    } else {
        (None, verifier)
    };
    let mut options = Options {
        hosts: Hosts::new(args.allowed_host.iter().map(String::as_str)),
        path: args.path.clone(),
        health_path: Some(args.health_path.clone()),
        metrics_path: args.metrics_path.clone(),
        policy: args.policy.policy(),
        ..Options::default()
    };
    args.limits.apply(&mut options);
    // A login without the permission fails before anything is opened.
    let client = match args.poll {
        Some(_) => Some(poll::may_ask(ctx.client().await?, "--poll").await?.clone()),
        None => None,
    };
    if let Some(path) = &args.process.ready_file {
        // Whoever waits for it must not find the one of the last run.
        std::fs::remove_file(path).ok();
    }
    let listener = bind::open(address, args.place.owner(ctx)).await?;
    let bound = listener.local_addr().unwrap_or(address);
    let missed = catch_up::asked_for(ctx, &args, bound).await?;
    let place = InboxOptions { place: args.place.place(ctx)?, max_bytes: args.limits.max_inbox };
    let (listener, inbox) = match open::inbox(ctx, listener, place, &options, args.process.lifetime).await? {
        Ok(open) => open,
        Err(exit) => return Ok(exit),
    };
    if let Some(before) = inbox.stale_owner() {
        ctx.term.note(format!("the receiver before ({before}) did not end by itself; what it acknowledged is here"));
    }
    args.place.note_pauses(ctx).await;
    // Who did not ask for it waits a moment at most.
    let (missed, patience) = match missed {
        None => (catch_up::after_crash(ctx, &args, bound, &inbox).await, Some(catch_up::UNASKED)),
        asked => (asked, None),
    };
    if let Some((_, since)) = &missed {
        ctx.term.note(format!("catching up with what was sent since {since:.0}"));
    }
    let goal = match args.exit_after {
        Some(count) => Some(Goal::from_now(inbox.place(), count).await?),
        None => None,
    };
    // Subscribed before anything can happen.
    let events = inbox.subscribe();
    let (printer_events, banner) = (inbox.subscribe(), banner::Banner::new(&args, &routes, bound));
    let view = match recorder {
        Some(recorder) => {
            let options = live::Options {
                term: ctx.term.clone(),
                clock: ctx.clock.clone(),
                zone: ctx.out.zone.clone(),
                pager: pager(ctx),
                verifies: banner.verifies,
                try_it: banner.try_it,
                unsigned: args.policy.accept_unsigned,
                forwards: banner.forwards,
                routes: routes.clone(),
                allow_host: args.forward.allow_host.to_vec(),
            };
            Ok(live::Live::open(options, recorder, &inbox).await?)
        }
        None => Err(banner),
    };
    let control = view.as_ref().map_or_else(|_| live::Control::none(), live::Live::control);
    let printing = async {
        match view {
            Ok(live) => live.run(printer_events).await,
            Err(banner) => printer::print(ctx, printer_events, banner).await,
        }
    };
    let polling = client.zip(args.poll).map(|(client, every)| Poll {
        source: PlatformSyncs(client),
        inbox: inbox.clone(),
        every,
    });
    let catching_up = missed.map(|(source, since)| CatchUp { source, inbox: inbox.clone(), since });
    let (tell, caught_up) = oneshot::channel::<()>();
    let caught_up = catching_up.is_some().then_some(caught_up);
    let (stop, stopped) = oneshot::channel::<()>();
    let receiver = Receiver { inbox, verifier, routes: routes.clone(), options, tls, caught_up };
    let mut receiving = pin!(receiver.run(listener, async {
        stopped.await.ok();
    }));
    let mut printing = pin!(printing);
    let ended = {
        // It is dropped with the block: it has a clone of the inbox, which keeps that open.
        let polling = pin!(async {
            if let Some(catching_up) = catching_up {
                catch_up::run(catching_up, tell, patience).await;
            }
            match polling {
                Some(poll) => poll.run().await,
                None => std::future::pending().await,
            }
        });
        tokio::select! {
            biased;
            ended = wait(ctx, &args, goal, events) => ended,
            exit = control.stop() => Ok(exit),
            // Nobody reads any more, or the output cannot be written.
            printed = &mut printing => {
                drop(stop);
                receiving.await?;
                return printed.map(|()| Exit::Ok);
            }
            ended = &mut receiving => {
                ended?;
                return Err(Failure::new(Exit::Bug, "the receiver ended without a reason"));
            }
            never = polling => match never {},
        }
    };
    drop(stop);
    control.ending();
    let drained = tokio::select! {
        biased;
        drained = &mut receiving => drained,
        () = control.stop_at_once() => return ended,
    };
    printing.await?;
    drained.during(|| "could not receive".into())?;
    ended
}

/// Returns the verifier and its secrets.
async fn verifier(ctx: &Context, args: &Args) -> Result<(Arc<dyn Verifier>, Option<Secrets>), Failure> {
    if args.policy.accept_unsigned {
        ctx.term.warn("no signature is looked at: whoever reaches this receiver can send events");
        return Ok((Arc::new(verify::Unsigned), None));
    }
    args.scheme.require_url()?;
    let secrets = args
        .scheme
        .secrets(ctx)
        .await
        .map_err(|failure| failure.hint("`--accept-unsigned` receives without looking at signatures"))?;
    Ok((Arc::new(webhooks::Verifier::new(&args.scheme.config(), &secrets)), Some(secrets)))
}

/// Returns the pager of the user, which gets none of our secrets.
fn pager(ctx: &Context) -> Pager {
    let environment = ctx.env.without_secrets().map(|(name, value)| (name.to_owned(), value.to_owned()));
    Pager::new(ctx.env.text("PAGER"), environment)
}

/// How often the inbox is read to see whether the number of events is reached, without a receiver event.
const LOOK: Duration = Duration::from_secs(1);

/// Waits until it is time to end, and returns how.
async fn wait(
    ctx: &Context,
    args: &Args,
    goal: Option<Goal>,
    events: Events<Arc<ReceiverEvent>>,
) -> Result<Exit, Failure> {
    let stop = ctx.shutdown();
    let mut cancelled = pin!(stop.cancelled());
    let mut over = pin!(async {
        match args.process.lifetime {
            Some(lifetime) => ctx.clock.sleep(lifetime).await,
            None => std::future::pending().await,
        }
    });
    // Each event wakes whoever listens, so without a use for them nobody does.
    let mut is_noted = false;
    let mut events = (goal.is_some() || args.process.ready_file.is_some()).then_some(events);
    loop {
        let listening = async {
            match &mut events {
                Some(events) => events.recv().await,
                None => std::future::pending().await,
            }
        };
        let mut next = tokio::select! {
            biased;
            exit = &mut cancelled => return Ok(exit),
            () = &mut over => return Ok(Exit::Ok),
            event = listening => Some(event),
            () = tokio::time::sleep(LOOK), if goal.is_some() => None,
        };
        // All events that wait, so that the inbox is read once.
        while let Some(event) = next {
            match event {
                Ok(event) => {
                    if let (ReceiverEvent::Ready { .. }, Some(path)) = (&*event, &args.process.ready_file) {
                        let mut text = serde_json::to_vec(&*event).expect("plain fields");
                        text.push(b'\n');
                        files::save(path, &text, Access::Owner, "")?;
                        is_noted = true;
                    }
                }
                Err(RecvError::Lagged(_)) => {}
                Err(RecvError::Closed) => std::future::pending().await,
            }
            next = match events.as_mut().map(Events::try_recv) {
                Some(Ok(event)) => Some(Ok(event)),
                Some(Err(TryRecvError::Lagged(missed))) => Some(Err(RecvError::Lagged(missed))),
                Some(Err(TryRecvError::Empty | TryRecvError::Closed)) | None => None,
            };
        }
        if is_noted && goal.is_none() {
            events = None;
        }
        if let Some(goal) = &goal
            && goal.is_reached().await
        {
            // They came, and that is not what was waited for where a handler is to take them.
            return Ok(match goal.untaken().await? {
                0 => Exit::Ok,
                count => {
                    let plural = if count == 1 { "event was" } else { "events were" };
                    ctx.term.warn(format!("{count} {plural} received and not taken by a handler"));
                    Exit::Unhealthy
                }
            });
        }
    }
}
