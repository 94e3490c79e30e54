//! `makini metrics probe`.

mod parts;
mod view;

use std::time::Duration;

use jiff::SignedDuration;
use serde_json::{Map, Value};

use self::parts::{PartReport, compared};
use self::view::{History, ProbeAnswer};
use crate::api::path;
use crate::args::{examples, resolve};
use crate::client::{ApiRequest, Client, Scope, timings};
use crate::context::Context;
use crate::exchange::Timing;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};
use crate::journal::{ProbeSample, ProbeTarget};
use crate::measure::parse_duration;

/// How far back the history goes.
const HISTORY: SignedDuration = SignedDuration::from_hours(30 * 24);
/// How many samples of it are looked at.
const MOST_HISTORY: u32 = 1_000;

/// Measure the parts of response time: DNS, TCP, TLS, server, source
///
/// Sends the same GET one after the other, each with a connection of its own. Name resolution, connecting, the handshake
/// of TLS and the transfer are measured here; the times of the server and of the connected system are those that it
/// reports (`Server-Timing`). What cannot be measured is shown as unknown, never as 0.
///
/// The samples are kept in the journal, and each part is compared with the earlier ones of the same server, connection
/// and path: it is slower where its median is at least 1.5 times and 2 ms above theirs, and a rank-sum test rules chance
/// out (1 %). That takes 5 samples and 10 earlier ones, of the last 30 days. Probes never count in `makini metrics`.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples![
    "makini metrics probe",
    "makini metrics probe \"Plant 7\" --samples 30",
    "makini metrics probe \"Plant 7\" --path '/api/eam/assets?limit=1'",
])]
pub(super) struct Args {
    /// Connection whose token is sent (ID, name or unique prefix)
    ///
    /// Without it, the application's own.
    #[arg(value_name = "CONNECTION")]
    connection: Option<String>,

    /// Number of samples, one after the other
    #[arg(long, value_name = "COUNT", default_value_t = 10, value_parser = clap::value_parser!(u16).range(1..=1000))]
    samples: u16,

    /// Pause between two samples, for example `1s`
    #[arg(long, value_name = "TIME", default_value = "200ms", value_parser = parse_duration)]
    pause: Duration,

    /// Path to request, with its query
    ///
    /// By default what costs least: the application, or the connection. Those need not reach the connected system; a
    /// path that reads from it shows the time of the source.
    #[arg(long, value_name = "PATH", value_parser = api_path)]
    path: Option<String>,
}

/// Measures.
pub(super) async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    ctx.out.check_for::<ProbeAnswer>()?;
    let connection = match &args.connection {
        Some(text) => Some(resolve::connection(ctx, ctx.client().await?, text).await?),
        None => None,
    };
    let scope = connection.as_ref().map_or(Scope::Application, |row| Scope::Connection(row.id().to_owned()));
    let default = if connection.is_some() { path::INTEGRATION } else { path::CLIENT };
    let path = args.path.unwrap_or_else(|| default.to_owned());
    if path::takes_connection_token(&path) && connection.is_none() {
        let failure = Failure::usage(format!("`{path}` is requested with the token of a connection"));
        return Err(failure.hint("name the connection; `makini connections list` lists them"));
    }
    let client = ctx.measuring_client().await?;
    let target = ProbeTarget {
        profile: ctx.settings.profile().to_owned(),
        // The sandbox comes back on another port.
        server: if ctx.settings.is_on("sandbox") { "sandbox".into() } else { client.server().to_string() },
        connection: scope.connection().map(str::to_owned),
        path,
    };
    let journal = if ctx.settings.is_on("journal") { Some(ctx.journal()?) } else { None };
    let start = ctx.clock.now();
    let since = start.checked_sub(HISTORY).unwrap_or(jiff::Timestamp::MIN);
    let before = journal.map(|journal| journal.probes(&target, since, MOST_HISTORY)).transpose()?.unwrap_or_default();
    let mut samples = Vec::new();
    let mut failures: Vec<Failure> = Vec::new();
    let progress = ctx.term.progress();
    let line = progress.spinner("probing");
    for number in 1..=args.samples {
        if number > 1 {
            ctx.clock.sleep(args.pause).await;
        }
        line.say(&format!("sample {number} of {}", args.samples));
        match sample(ctx, &client, &target.path, &scope).await {
            Ok(found) => {
                if let Some(journal) = journal
                    && let Err(error) = journal.add_probe(&target, &found)
                {
                    ctx.term.warn(format!("the sample is not kept: {error}"));
                }
                samples.push(found);
            }
            // What is refused once is refused each time.
            Err(failure) if !matches!(failure.exit, Exit::Unavailable | Exit::RateLimited) => {
                line.clear();
                return Err(failure);
            }
            Err(failure) => failures.push(failure),
        }
    }
    line.clear();
    if samples.is_empty() {
        return Err(failures.pop().expect("there was at least one sample"));
    }
    if let Some(last) = failures.last() {
        let (failed, all) = (failures.len(), args.samples);
        ctx.term.warn(format!("{failed} of {all} samples failed, the last: {}", last.causes().join(": ")));
    }
    let facts = parts::Facts {
        has_name: client.server().name().parse::<std::net::IpAddr>().is_err()
            && !client.server().name().starts_with('['),
        is_encrypted: !client.server().is_plain(),
    };
    let parts: Vec<PartReport> = compared(&samples, &before, facts);
    ctx.show(&ProbeAnswer {
        server: target.server,
        method: "GET",
        path: target.path,
        connection_id: target.connection,
        connection: connection.and_then(|row| row.name),
        from: start,
        to: ctx.clock.now(),
        samples: samples.len(),
        failed: failures.len(),
        failure: failures.pop().map(|failure| failure.causes().join(": ")),
        clock_trouble: samples.iter().filter(|sample| parts::is_impossible(sample)).count(),
        history: before.first().zip(before.last()).map(|(first, last)| History {
            samples: before.len(),
            from: first.at,
            to: last.at,
        }),
        keeps_history: journal.is_some(),
        slower: parts.iter().filter(|part| part.is_slower()).map(|part| part.part).collect(),
        parts,
    })
}

/// Sends one request and measures it.
async fn sample(ctx: &Context, client: &Client, path: &str, scope: &Scope) -> Result<ProbeSample, Failure> {
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    // Braces would be read as a place to fill.
    let mut request = ApiRequest::get(path.replace('{', "%7B").replace('}', "%7D")).scope(scope.clone());
    for (name, value) in url::form_urlencoded::parse(query.as_bytes()) {
        request = request.query(name, value);
    }
    let at = ctx.clock.now();
    let answer = client.send(request).await.during(|| "could not probe".into())?;
    // How fast the page of a proxy or an error comes says nothing about the platform.
    let is_object = || answer.json::<Map<String, Value>>().map(drop);
    answer.is_from_the_api().and_then(|()| is_object()).during(|| "could not probe".into())?;
    let phases = answer.phases.unwrap_or_default();
    let (server, source) = timings(&answer.headers);
    Ok(ProbeSample { at, phases, timing: Timing { elapsed: Some(phases.total), server, source } })
}

fn api_path(text: &str) -> Result<String, String> {
    if text.starts_with('/') && !text.starts_with("//") && !text.contains('#') {
        return Ok(text.to_owned());
    }
    Err("a path begins with one `/`, for example `/api/eam/assets?limit=1`".into())
}
