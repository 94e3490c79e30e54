//! `makini record`.

mod listener;
mod report;

use std::path::Path;
use std::pin::pin;

use serde::Serialize;
use tokio::sync::oneshot;

use self::listener::ListenerArgs;
use self::report::Recorded;
use crate::api::template::Templates;
use crate::args::{ServerProcess, examples};
use crate::blocking;
use crate::client::Client;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::files::{self, Access};
use crate::record::{KnownTokens, Options, Proxy, Writer, WriterOptions};
use crate::term::Line;

/// Record the traffic of an application through a reverse proxy
///
/// The application changes one base address, and each of its calls is in the journal of this machine: request ID,
/// connection, endpoint, status, error code, times and sizes. `makini metrics`, `requests`, `why`, `check` and `monitor`
/// then speak of the whole application, on any server. Bytes pass unchanged and streaming, with the application's own
/// credentials; nothing is retried, and no header is added but `Via`. Bodies are not kept.
///
/// A journal that cannot be written never stops or delays a call: it is counted as unrecorded. Runs until Ctrl-C or
/// SIGTERM, which let calls in progress finish and end it with 0.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples![
    "makini record",
    "makini record --listen 127.0.0.1:0 --ready-file ready.json --for 10m",
])]
pub struct Args {
    #[command(flatten)]
    listener: ListenerArgs,

    #[command(flatten)]
    process: ServerProcess,
}

/// What others read to find it.
#[derive(Serialize)]
struct Ready<'a> {
    url: &'a str,
    server: String,
    pid: u32,
}

/// Runs until it is stopped.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    ctx.out.check_for::<Recorded>()?;
    if !ctx.settings.is_on("journal") {
        let failure = Failure::usage("the journal is off, and calls are recorded in it");
        return Err(failure.hint("set `journal = true`, or unset `MAKINI_JOURNAL`"));
    }
    if let Some(path) = &args.process.ready_file {
        // Whoever waits for it must not find the one of the last run.
        std::fs::remove_file(path).ok();
    }
    let client = ctx.client().await?;
    let (listener, hosts) = args.listener.open().await?;
    let address = listener.local_addr().map_err(|error| Failure::new(Exit::Local, error.to_string()))?;
    let writer = Writer::start(WriterOptions {
        journal: ctx.journal_of_others()?,
        templates: templates(ctx, client).await,
        tokens: tokens(ctx).await?,
        warn: {
            let term = ctx.term.clone();
            Box::new(move |text| term.warn(text))
        },
    });
    let options = Options { server: client.server().clone(), network: ctx.network(), hosts, clock: ctx.clock.clone() };
    let proxy = Proxy::new(options, writer.queue()).map_err(|error| Failure::usage(error.to_string()))?;
    let url = format!("http://{}", listener::reachable(address));
    let (stop, stopped) = oneshot::channel::<()>();
    let mut serving = pin!(proxy.run(listener, async {
        stopped.await.ok();
    }));
    begin(ctx, &url, client, args.process.ready_file.as_deref())?;
    let shutdown = ctx.shutdown();
    let mut over = pin!(async {
        match args.process.lifetime {
            Some(lifetime) => ctx.clock.sleep(lifetime).await,
            None => std::future::pending().await,
        }
    });
    let ended = tokio::select! {
        biased;
        _ = shutdown.cancelled() => Ok(()),
        () = &mut over => Ok(()),
        ended = &mut serving => Err(ended),
    };
    match ended {
        Ok(()) => {
            stop.send(()).ok();
            serving.await
        }
        Err(ended) => ended.and(Err(std::io::Error::other("the proxy ended without a reason"))),
    }
    .map_err(|error| Failure::new(Exit::Local, format!("could not serve: {error}")))?;
    let totals = blocking::run(move || writer.finish()).await;
    ctx.show(&Recorded::new(&client.server().to_string(), totals))
}

/// Says where it is, to people and to programs.
fn begin(ctx: &Context, url: &str, client: &Client, file: Option<&Path>) -> Result<(), Failure> {
    let server = client.server().to_string();
    let row = |label: &str| Line::new().muted(format!("  {label:<9}"));
    ctx.term.status(Line::new().good("ready").text(" at ").path(url).text("   (Ctrl-C ends it)"));
    ctx.term.status(row("passes on").text("to ").path(&server));
    ctx.term.status(row("watch it").commands("`makini requests tail --source journal` in another terminal"));
    let Some(path) = file else { return Ok(()) };
    let mut text = serde_json::to_vec(&Ready { url, server, pid: std::process::id() }).expect("plain fields");
    text.push(b'\n');
    files::save(path, &text, Access::Owner, "")?;
    Ok(())
}

/// Returns the templates of paths: of the published API, and of what this server offers beyond it, where that is known.
async fn templates(ctx: &Context, client: &Client) -> Templates {
    let mut templates = Templates::published();
    match client.endpoints().await {
        Ok(offered) => {
            for (_, offered) in offered {
                if let Some((endpoint, _)) = offered {
                    templates.add(&endpoint.path);
                }
            }
        }
        Err(error) => ctx.term.note(format!("what the server offers beyond the published API is not known: {error}")),
    }
    templates
}

/// Returns the tokens of connections that this machine knows.
async fn tokens(ctx: &Context) -> Result<KnownTokens, Failure> {
    let read = ctx.session().await?.stored_tokens();
    let reader = Box::new(move || read().map_err(|error| error.to_string()));
    let mut tokens = KnownTokens::new(reader, ctx.clock.clone());
    // Now, as a store may have to be unlocked by whoever starts this.
    let (tokens, loaded) = blocking::run(move || {
        let loaded = tokens.load();
        (tokens, loaded)
    })
    .await;
    if let Err(reason) = loaded {
        ctx.term.warn(format!("calls are of no connection unless their path names one: {reason}"));
    }
    Ok(tokens)
}
