//! The way to the server: proxy, name, connection, TLS, clock, and what it offers.

use std::time::Duration;

use http::header::DATE;
use jiff::{SignedDuration, Timestamp};

use super::finding::Finding;
use crate::api::operation::{Advertisement, Operation};
use crate::api::path;
use crate::client::{ApiRequest, ApiResponse, Error, Fault, NetworkError, Scope, ServerUrl};
use crate::context::Context;
use crate::failure::Failure;
use crate::network;
use crate::settings::address;
use crate::settings::origin::Origin;
use crate::view;

/// Time limit for one request to the server.
const PATIENCE: Duration = Duration::from_secs(15);
/// Maximum clock skew: tokens and signatures depend on the time.
const SKEW: SignedDuration = SignedDuration::from_secs(60);
/// The checks that need a response.
const OF_THE_ANSWER: [&str; 3] = ["certificate", "clock", "offers"];
/// A certificate that ends sooner is a warning: those that are renewed by themselves are renewed before.
const ENDS_SOON: SignedDuration = SignedDuration::from_hours(14 * 24);

#[cfg(target_os = "linux")]
const SET_CLOCK: &str = "`sudo timedatectl set-ntp true`";
#[cfg(target_os = "macos")]
const SET_CLOCK: &str = "`sudo sntp -sS time.apple.com`";
#[cfg(not(any(target_os = "linux", target_os = "macos")))]
const SET_CLOCK: &str = "`w32tm /resync`";

/// The results of the checks of the server.
pub(super) struct Reached {
    pub(super) findings: Vec<Finding>,
    /// Whether it answers.
    pub(super) answered: bool,
}

/// Skips the checks of the server.
pub(super) fn not_asked() -> Reached {
    let skipped = |check| Finding::skipped(check, "not asked (`--offline`)");
    Reached { findings: ["server", "certificate", "clock", "offers"].map(skipped).into(), answered: false }
}

/// Checks which proxy requests take.
pub(super) fn proxy(ctx: &Context) -> Finding {
    if ctx.settings.is_on("sandbox") {
        return Finding::ok("proxy", "none: the sandbox is on this machine");
    }
    if ServerUrl::parse(ctx.settings.text("server")).is_ok_and(|server| server.is_plain()) {
        return Finding::ok("proxy", "none: the server is on this machine");
    }
    let proxies = ctx.proxies();
    let from = match (&ctx.settings.get("proxy").origin, &proxies.https) {
        (Origin::Default, Some(_)) => "HTTPS_PROXY".to_owned(),
        (Origin::Default, None) => "ALL_PROXY".to_owned(),
        (origin, _) => origin.to_string(),
    };
    let Some(address) = proxies.https.or(proxies.all) else {
        return Finding::ok("proxy", "none");
    };
    let Some(shown) = address::masked(&address) else {
        let found = format!("the proxy address ({from}) is not a URL");
        return Finding::bad("proxy", found, "write it as `http://proxy.example:8080`");
    };
    let except = proxies.none.map(|hosts| format!("; not for {hosts} (NO_PROXY)")).unwrap_or_default();
    Finding::ok("proxy", format!("{shown} ({from}){except}"))
}

/// Sends one request to the server, without a token.
pub(super) async fn reach(ctx: &Context) -> Reached {
    let client = match ctx.plain_client(PATIENCE).await {
        Ok(client) => client,
        Err(failure) => return unreached(Finding::failed("server", &failure).or_remedy("`makini whoami` shows it")),
    };
    let server = client.server().to_string();
    let embedded = ctx.settings.is_on("sandbox");
    let shown = if embedded { "the sandbox" } else { server.as_str() };
    let started = ctx.clock.moment();
    let asked = client.ask(ApiRequest::get(path::ADVERTISEMENT).scope(Scope::None)).await;
    let after = view::span(ctx.clock.since(started));
    let answer = match asked {
        Ok(answer) => answer,
        // A redirect is a response.
        Err(Error::Redirected { status, .. }) => {
            let server = Finding::ok("server", format!("{shown} answers after {after}, with {status}"));
            let unknown = |check| Finding::skipped(check, "the server pointed elsewhere");
            let certificate = certificate(ctx, client.server()).await;
            return Reached {
                findings: [server, certificate].into_iter().chain(["clock", "offers"].map(unknown)).collect(),
                answered: true,
            };
        }
        Err(Error::Network(error)) => {
            let remedy = remedy(&error, &server);
            return unreached(Finding::bad("server", format!("{server} was not reached: {}", error.reason), remedy));
        }
        Err(error) => {
            let remedy = format!("`curl -v {server}` shows what it sends");
            return unreached(Finding::failed("server", &Failure::from(error)).or_remedy(remedy));
        }
    };
    let status = answer.status;
    let server = if status.is_server_error() {
        let found = format!("{shown} answers with {}: it is there, and not well", status.as_u16());
        Finding::bad("server", found, "try again later; `makini doctor` tells when it is back")
    } else {
        Finding::ok("server", format!("{shown} answers after {after}"))
    };
    let certificate = if embedded {
        Finding::ok("certificate", "none: the sandbox is on this machine")
    } else {
        certificate(ctx, client.server()).await
    };
    let clock = if embedded { Finding::ok("clock", "the sandbox's own") } else { clock(ctx.clock.now(), &answer) };
    let answered = !status.is_server_error();
    Reached { findings: vec![server, certificate, clock, offers(ctx, &answer)], answered }
}

fn unreached(server: Finding) -> Reached {
    let skipped = OF_THE_ANSWER.map(|check| Finding::skipped(check, "the server was not reached"));
    Reached { findings: [server].into_iter().chain(skipped).collect(), answered: false }
}

fn remedy(error: &NetworkError, server: &str) -> String {
    match error.fault {
        Fault::Dns => "is there a network? `makini whoami` shows where the address comes from; \
                       `makini doctor --offline` looks at this machine only"
            .to_owned(),
        Fault::Refused => {
            "does the server run, on this port? `makini whoami` shows where the address comes from".to_owned()
        }
        Fault::Tls => error.hint(),
        Fault::Proxy => "correct `proxy` in the configuration, or HTTPS_PROXY; NO_PROXY names exceptions".to_owned(),
        Fault::Connect | Fault::ConnectTimeout | Fault::AnswerTimeout | Fault::Reset | Fault::Unreadable => {
            format!("a firewall, or a proxy that is not set? `curl -v {server}` shows how far it gets")
        }
    }
}

/// Looks at the certificates of a server that answered: its chain is trusted, and how long its own lasts.
async fn certificate(ctx: &Context, server: &ServerUrl) -> Finding {
    const CHECK: &str = "certificate";
    if server.is_plain() {
        return Finding::ok(CHECK, "none: plain HTTP to this machine");
    }
    let proxies = ctx.proxies();
    if !server.is_loopback() && (proxies.https.is_some() || proxies.all.is_some()) {
        return Finding::ok(CHECK, "trusted, through a proxy; how long it lasts was not looked at");
    }
    let host = server.host();
    let (host, port) = match host.rsplit_once(':').and_then(|(host, port)| Some((host, port.parse().ok()?))) {
        Some((name, port)) => (name, port),
        None => (host.as_str(), 443),
    };
    let Some(chain) = network::chain(&ctx.network(), host, port, PATIENCE).await else {
        return Finding::skipped(CHECK, "it answered, and a second connection did not come about");
    };
    let sent = if chain.certificates == 1 {
        "1 certificate".to_owned()
    } else {
        format!("{} certificates", chain.certificates)
    };
    let Some(ends_at) = chain.ends_at else { return Finding::ok(CHECK, format!("trusted; the server sends {sent}")) };
    let left = ends_at.duration_since(ctx.clock.now());
    let ends =
        format!("trusted; the server sends {sent}, its own ends {ends_at} (in {})", view::span(left.unsigned_abs()));
    if left <= ENDS_SOON {
        let remedy = "whoever runs the server renews it; after that day no connection is made";
        return Finding::warning(CHECK, ends, remedy);
    }
    Finding::ok(CHECK, ends)
}

/// Compares this machine's clock with the server's.
fn clock(now: Timestamp, answer: &ApiResponse) -> Finding {
    let date = answer.headers.get(DATE).and_then(|date| date.to_str().ok());
    let Some(theirs) = date.and_then(|date| jiff::fmt::rfc2822::parse(date).ok()) else {
        return Finding::skipped("clock", "the server sent no date");
    };
    let ahead = now.duration_since(theirs.timestamp());
    let apart = view::span(ahead.unsigned_abs());
    if ahead.abs() <= SKEW {
        return Finding::ok("clock", "agrees with the server's");
    }
    let side = if ahead.is_negative() { "behind" } else { "ahead of" };
    let found = format!("{apart} {side} the server's: tokens and signatures will be taken for stale");
    Finding::warning("clock", found, SET_CLOCK)
}

/// Returns where the address of the server is from, for people to look at.
pub(super) fn server_address(ctx: &Context) -> String {
    let server = ctx.settings.get("server");
    format!("is {} the address of the API? It is from {}", server.value, server.origin)
}

/// Reports what the server offers beyond the published API.
fn offers(ctx: &Context, answer: &ApiResponse) -> Finding {
    let mapped = match ctx.settings.endpoints.len() {
        0 => String::new(),
        count => format!("; the profile maps {count} more"),
    };
    if !answer.status.is_success() {
        return Finding::ok("offers", format!("the published API{mapped}"));
    }
    let Ok(known) = answer.json::<Advertisement>() else {
        let status = answer.status.as_u16();
        let found = format!(
            "{status} without a list of operations, when it was asked for one: it may not be the platform's API"
        );
        return Finding::bad("offers", found, server_address(ctx));
    };
    let count = known.endpoints.keys().filter(|name| Operation::by_name(name).is_some()).count();
    let name = known.server.name.unwrap_or_else(|| "the server".into());
    let version = known.server.version.map(|version| format!(" {version}")).unwrap_or_default();
    let all = Operation::ALL.len();
    Finding::ok("offers", format!("{name}{version}: the published API and {count} of {all} further operations{mapped}"))
}
