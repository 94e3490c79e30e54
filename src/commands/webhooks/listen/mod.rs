//! `makini webhooks listen`.

mod door;
mod limits;
mod poll;
mod told;
mod until;
mod view;

use std::path::PathBuf;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::broadcast::Receiver as Notices;
use tokio::sync::broadcast::error::{RecvError, TryRecvError};
use tokio::sync::oneshot;

use self::limits::{LimitArgs, PatienceArgs, PolicyArgs};
use self::poll::Poll;
use super::place::{InboxArgs, aside};
use super::scheme::SchemeArgs;
use crate::args::{AllowedHosts, ServerProcess};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};
use crate::files::{self, Access};
use crate::inbox::forward::Routes;
use crate::inbox::receiver::{Hosts, Options, Receiver, certificate};
use crate::inbox::store::Place;
use crate::inbox::{Inbox, Notice, Verifier, judge};
use crate::live;
use crate::view::Format;
use crate::webhooks::{self, Secrets};

/// Receive webhooks, and keep what was acknowledged
///
/// Each delivery is verified and written to the inbox on disk before it is answered with 200; a power cut loses
/// nothing that was acknowledged. Events are then forwarded in order for each connection, and tried again until a
/// handler takes them. It listens on this machine only. On a terminal it is a live view, where `?` shows the keys. With
/// `-o ndjson` each thing that happens is a line of JSON, and the first one has the type `ready`. With `--poll 60s` it
/// also asks how syncs stand, and tells of each that ended in the last day without an event: `makini webhooks inbox gaps`
/// lists them.
///
/// Example: `makini webhooks listen --secret-file secret.txt --forward-to http://127.0.0.1:3000/hook`
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Port to listen on, 4600 by default; 0 takes a free one
    #[arg(long, value_name = "PORT")]
    port: Option<u16>,

    /// Address to listen on, with or without a port: `127.0.0.1`, `localhost:4600`, `[::1]:4600`
    #[arg(long, value_name = "ADDRESS[:PORT]", default_value = "127.0.0.1")]
    listen: door::Place,

    /// Let other machines reach it: `--listen` with an address that is not the loopback's needs this
    #[arg(long)]
    allow_remote: bool,

    /// Name that it is reached by from outside, as a tunnel's; may be repeated
    #[arg(long, value_name = "NAME")]
    host: Vec<String>,

    /// Only path to receive on, as `/hook`; any by default
    #[arg(long, value_name = "PATH", value_parser = path)]
    path: Option<String>,

    /// Handler that events are forwarded to
    #[arg(long, value_name = "URL")]
    forward_to: Option<String>,

    /// Handler for some events, as `sync.*=http://127.0.0.1:4000/`; may be repeated, the first that fits counts
    #[arg(long, value_name = "EVENT=URL")]
    route: Vec<String>,

    #[command(flatten)]
    allow_host: AllowedHosts,

    /// File with the certificate chain (PEM), to speak HTTPS
    #[arg(long, value_name = "FILE", requires = "tls_key")]
    tls_certificate: Option<PathBuf>,

    /// File with the private key of the certificate (PEM)
    #[arg(long, value_name = "FILE", requires = "tls_certificate")]
    tls_key: Option<PathBuf>,

    /// Ask so often how syncs stand, as `60s`, and tell of those that ended without a webhook
    #[arg(long, value_name = "TIME", value_parser = poll::interval)]
    poll: Option<Duration>,

    /// End after so many new events, once each was forwarded or at least tried
    #[arg(long, value_name = "COUNT", value_parser = clap::value_parser!(u64).range(1..))]
    until: Option<u64>,

    /// How it is shown: live on the whole screen, or line by line; live on a terminal by default
    #[arg(long, value_name = "VIEW", value_enum, hide_possible_values = true)]
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
    patience: PatienceArgs,

    #[command(flatten)]
    scheme: SchemeArgs,
}

fn path(text: &str) -> Result<String, String> {
    if text.starts_with('/') { Ok(text.to_owned()) } else { Err("a path begins with `/`".into()) }
}

/// Receives until the word to stop.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    if matches!(ctx.out.format(), Format::Csv | Format::Yaml) {
        return Err(Failure::usage("what happens is told line by line").hint("use `-o ndjson`"));
    }
    ctx.out.check()?;
    let live = view::is_live(ctx, args.view)?;
    let mut routes = Routes::parse(&args.route, args.forward_to.as_deref(), &args.allow_host)?;
    args.patience.apply(&mut routes);
    let address = args.listen.address(args.port)?;
    door::check(address.ip(), args.allow_remote)?;
    let tls = match (&args.tls_certificate, &args.tls_key) {
        (Some(chain), Some(key)) => Some(certificate(chain, key)?),
        _ => None,
    };
    let (verifier, secrets) = verifier(ctx, &args).await?;
    let (prepared, verifier) = if live {
        let (prepared, verifier) = live::Prepared::new(verifier, args.scheme.config(), secrets);
        (Some(prepared), verifier)
    } else {
        (None, verifier)
    };
    let mut options = Options {
        hosts: Hosts::new(args.host.iter().map(String::as_str)),
        path: args.path.clone(),
        policy: args.policy.policy(),
        ..Options::default()
    };
    args.limits.apply(&mut options);
    // Who cannot ask hears of it before anything is opened.
    let client = match args.poll {
        Some(_) => Some(poll::may_ask(ctx.client().await?).await?.clone()),
        None => None,
    };
    if let Some(path) = &args.process.ready_file {
        // Whoever waits for it must not find the one of the last run.
        std::fs::remove_file(path).ok();
    }
    let listener = door::open(address, args.place.owner(ctx)).await?;
    let place = Place { path: args.place.path(ctx), max_bytes: args.limits.max_inbox };
    let clock = ctx.clock.clone();
    let inbox = aside(move || Inbox::open(place, &clock)).await?;
    if let Some(before) = inbox.left_behind() {
        ctx.term.note(format!("the receiver before ({before}) did not end by itself; what it acknowledged is here"));
    }
    let goal = match args.until {
        Some(count) => Some(until::Goal::from_now(inbox.path(), count).await?),
        None => None,
    };
    // Subscribed before anything can happen.
    let notices = inbox.notices();
    let (told, story) = (inbox.notices(), told::Story::new(&args, &routes));
    let view = match prepared {
        Some(prepared) => {
            let options = live::Options {
                term: ctx.term.clone(),
                clock: ctx.clock.clone(),
                zone: ctx.out.zone.clone(),
                verifies: story.verifies,
                unsigned: args.policy.accept_unsigned,
                forwards: story.forwards,
                routes: routes.clone(),
                allow_host: args.allow_host.to_vec(),
            };
            Ok(live::Live::open(options, prepared, &inbox).await?)
        }
        None => Err(story),
    };
    let wires = view.as_ref().map_or_else(|_| live::Wires::none(), live::Live::wires);
    let telling = async {
        match view {
            Ok(live) => live.run(told).await,
            Err(story) => told::tell(ctx, told, story).await,
        }
    };
    let polling = client.zip(args.poll).map(|(client, every)| Poll { client, inbox: inbox.clone(), every });
    let (stop, stopped) = oneshot::channel::<()>();
    let receiver = Receiver { inbox, verifier, routes: routes.clone(), options, tls };
    let mut receiving = pin!(receiver.run(listener, async {
        stopped.await.ok();
    }));
    let mut telling = pin!(telling);
    let ended = {
        // It goes with the block: whoever holds the inbox keeps it open.
        let polling = pin!(async {
            match polling {
                Some(poll) => poll.run().await,
                None => std::future::pending().await,
            }
        });
        tokio::select! {
            biased;
            ended = wait(ctx, &args, goal, notices) => ended,
            exit = wires.stop() => Ok(exit),
            // Nobody reads any more, or the output cannot be written.
            told = &mut telling => {
                drop(stop);
                receiving.await?;
                return told.map(|()| Exit::Ok);
            }
            ended = &mut receiving => {
                ended?;
                return Err(Failure::new(Exit::Bug, "the receiver ended without a reason"));
            }
            never = polling => match never {},
        }
    };
    drop(stop);
    wires.ending();
    let drained = tokio::select! {
        biased;
        drained = &mut receiving => drained,
        () = wires.stop_at_once() => return ended,
    };
    telling.await?;
    drained.during(|| "could not receive".into())?;
    ended
}

/// Returns who judges deliveries, and the secrets it is done with.
async fn verifier(ctx: &Context, args: &Args) -> Result<(Arc<dyn Verifier>, Option<Secrets>), Failure> {
    if args.policy.accept_unsigned {
        ctx.term.warn("no signature is looked at: whoever reaches this receiver can send events");
        return Ok((Arc::new(judge::Unsigned), None));
    }
    let secrets = args
        .scheme
        .secrets(ctx)
        .await
        .map_err(|failure| failure.hint("`--accept-unsigned` receives without looking at signatures"))?;
    Ok((Arc::new(webhooks::Verifier::new(&args.scheme.config(), &secrets)), Some(secrets)))
}

/// How often the inbox is asked whether enough events have come, when nothing is told about it.
const LOOK: Duration = Duration::from_secs(1);

/// Waits until it is time to end, and returns how.
async fn wait(
    ctx: &Context,
    args: &Args,
    goal: Option<until::Goal>,
    mut notices: Notices<Arc<Notice>>,
) -> Result<Exit, Failure> {
    let stop = ctx.shutdown();
    let mut heard = pin!(stop.cancelled());
    let mut over = pin!(async {
        match args.process.lifetime {
            Some(lifetime) => ctx.clock.sleep(lifetime).await,
            None => std::future::pending().await,
        }
    });
    loop {
        let mut next = tokio::select! {
            biased;
            exit = &mut heard => return Ok(exit),
            () = &mut over => return Ok(Exit::Ok),
            notice = notices.recv() => Some(notice),
            () = tokio::time::sleep(LOOK), if goal.is_some() => None,
        };
        // All that is there, so that the inbox is asked once.
        while let Some(notice) = next {
            match notice {
                Ok(notice) => {
                    if let (Notice::Ready { .. }, Some(path)) = (&*notice, &args.process.ready_file) {
                        let mut text = serde_json::to_vec(&*notice).expect("plain fields");
                        text.push(b'\n');
                        files::save(path, &text, Access::Owner, "")?;
                    }
                }
                Err(RecvError::Lagged(_)) => {}
                Err(RecvError::Closed) => std::future::pending().await,
            }
            next = match notices.try_recv() {
                Ok(notice) => Some(Ok(notice)),
                Err(TryRecvError::Lagged(missed)) => Some(Err(RecvError::Lagged(missed))),
                Err(TryRecvError::Empty | TryRecvError::Closed) => None,
            };
        }
        if let Some(goal) = &goal
            && goal.is_reached().await
        {
            return Ok(Exit::Ok);
        }
    }
}
