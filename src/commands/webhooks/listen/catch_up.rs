//! Asks the platform for what was sent while nobody received: for `--since`, and after a crash.

use std::collections::BTreeSet;
use std::net::SocketAddr;
use std::pin::pin;
use std::time::Duration;

use jiff::Timestamp;
use tokio::sync::oneshot;
use url::{Host, Url};

use super::super::endpoint_selector::endpoint;
use super::Args;
use super::poll::{self, PlatformSyncs};
use crate::api::lenient::timestamp;
use crate::api::operation::Operation;
use crate::api::webhooks::{WebhookDelivery, WebhookEndpoint};
use crate::blocking;
use crate::client::call::DeliveryQuery;
use crate::client::{Client, Error, PageOptions, Scope};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};
use crate::inbox::Inbox;
use crate::inbox::catch_up::{CatchUp, DeliverySource, SentDelivery};
use crate::inbox::gap::FinishedSync;
use crate::inbox::poll::{LOOK_BACK, SyncSource};
use crate::inbox::query::{CLOCKS_DIFFER, Store};
use crate::measure::parse_instant;
use crate::shell::option;
use crate::term::Line;
use crate::webhooks::Scheme;

/// The deliveries of the platform to one endpoint.
pub(super) struct PlatformDeliveries {
    client: Client,
    find: FindEndpoint,
}

/// How long catching up after a crash keeps a receiver from being ready.
pub(super) const UNASKED: Duration = Duration::from_secs(10);

/// Catches up, and says when the receiver may be ready: when that is over, or has taken too long.
pub(super) async fn run(work: CatchUp<PlatformDeliveries>, ready: oneshot::Sender<()>, patience: Option<Duration>) {
    let mut work = pin!(work.run());
    if let Some(patience) = patience
        && tokio::time::timeout(patience, &mut work).await.is_err()
    {
        ready.send(()).ok();
        return work.await;
    }
    if patience.is_none() {
        work.await;
    }
    ready.send(()).ok();
}

/// Prepares `--since`: resolves the time and the endpoint. Nothing where it was not asked for.
///
/// # Errors
/// When the time cannot be read, nobody is logged in or may ask, or it is not clear which endpoint leads here.
pub(super) async fn asked_for(
    ctx: &Context,
    args: &Args,
    address: SocketAddr,
) -> Result<Option<(PlatformDeliveries, Timestamp)>, Failure> {
    let Some(text) = &args.since else { return Ok(None) };
    let since = parse_instant(text, ctx.now(), &ctx.out.zone);
    let since = since.map_err(|error| Failure::usage(format!("`--since`: {error}")))?;
    let client = poll::may_ask(ctx.client().await?, "--since").await?.clone();
    let find = FindEndpoint { named: args.endpoint.clone(), address, names: args.allowed_host.clone() };
    match find.find(&client).await {
        // A platform that is away now may be there when this receives.
        Err(failure) if failure.exit != Exit::Unavailable => Err(failure),
        _ => Ok(Some((PlatformDeliveries { client, find }, since))),
    }
}

/// Prepares the same after a crash, from the newest event on. Where it is not possible, says so: nobody asked for it.
pub(super) async fn after_crash(
    ctx: &Context,
    args: &Args,
    address: SocketAddr,
    inbox: &Inbox,
) -> Option<(PlatformDeliveries, Timestamp)> {
    if inbox.stale_owner().is_none() || args.scheme.config().scheme != Scheme::Makini {
        return None;
    }
    let place = inbox.place().clone();
    let newest = blocking::run(move || Store::open_read_only(&place)?.newest_at()).await.ok().flatten();
    let oldest = ctx.now().checked_sub(LOOK_BACK).unwrap_or(Timestamp::MIN);
    let since = newest.and_then(|newest| newest.checked_sub(CLOCKS_DIFFER).ok()).map_or(oldest, |at| at.max(oldest));
    // Nobody asked for it, so without a login nothing is sent anywhere.
    let prepared = async {
        let session = ctx.session().await?;
        let signs_in = session.state(&Scope::Application).await?.is_some() || ctx.signs_in_by_environment()?;
        Ok::<_, Failure>(if signs_in { Some(ctx.client().await?.clone()) } else { None })
    };
    let why = match prepared.await {
        Ok(Some(client)) => {
            let find = FindEndpoint { named: None, address, names: args.allowed_host.clone() };
            return Some((PlatformDeliveries { client, find }, since));
        }
        Ok(None) => "nobody is logged in (`makini login`)".to_owned(),
        Err(failure) => failure.causes().join(": "),
    };
    ctx.term.note(Line::new().commands(&format!("what was sent since the crash is not known: {why}")));
    None
}

/// What is known of the endpoint that leads here.
struct FindEndpoint {
    /// ID, URL or prefix.
    named: Option<String>,
    address: SocketAddr,
    /// Names that the receiver goes by.
    names: Vec<String>,
}

impl FindEndpoint {
    /// Returns the ID of the endpoint; nothing where the platform does not list endpoints and none is named.
    async fn find(&self, client: &Client) -> Result<Option<String>, Failure> {
        let during = || "could not ask which endpoint leads to this receiver".to_owned();
        if client.offered(Operation::WebhookEndpointList).await.during(during)?.is_none() {
            return Ok(self.named.clone());
        }
        if let Some(text) = &self.named {
            return Ok(endpoint(client, text).await?.id);
        }
        leading_here(&client.webhook_endpoints().await.during(during)?, self.address, &self.names)
    }
}

impl PlatformDeliveries {
    async fn list(
        &self,
        endpoint: Option<String>,
        since: Timestamp,
    ) -> Result<(Vec<SentDelivery>, BTreeSet<String>), Error> {
        let query = DeliveryQuery { endpoint_id: endpoint.clone(), ..DeliveryQuery::default() };
        let mut pages = self.client.webhook_deliveries(&query, PageOptions::all()).await?;
        let mut found = Vec::new();
        while let Some(page) = pages.next().await? {
            let made = |delivery: &WebhookDelivery| delivery.created_at.as_deref().and_then(timestamp);
            let older = page.iter().filter(|delivery| made(delivery).is_some_and(|at| at < since)).count();
            // The newest come first. One without a time counts as new.
            let ends = older > 0 && older == page.len();
            found.extend(page.into_iter().filter(|delivery| made(delivery).is_none_or(|at| at >= since)));
            if ends {
                break;
            }
        }
        if let Some(mine) = &endpoint {
            // A server may not know the filter.
            found.retain(|delivery| delivery.endpoint_id.as_ref().is_none_or(|its| its == mine));
        }
        found.reverse();
        let endpoints = found.iter().filter_map(|delivery| delivery.endpoint_id.clone()).collect();
        Ok((found.into_iter().filter_map(sent).collect(), endpoints))
    }
}

fn sent(delivery: WebhookDelivery) -> Option<SentDelivery> {
    let text = |text: Option<String>| text.filter(|text| !text.is_empty());
    Some(SentDelivery {
        id: text(delivery.id)?,
        event_id: text(delivery.event_id),
        connection: text(delivery.connection_id),
        failed: matches!(delivery.status.as_deref(), Some("failed" | "lost")),
    })
}

/// Returns the ID of the endpoint that leads to this receiver: the only one, or the only one with its address or a name
/// that it goes by.
fn leading_here(all: &[WebhookEndpoint], address: SocketAddr, names: &[String]) -> Result<Option<String>, Failure> {
    let leads_here = |endpoint: &&WebhookEndpoint| {
        let Ok(url) = Url::parse(&endpoint.url) else { return false };
        let is_local = match url.host() {
            Some(Host::Domain(name)) => {
                let name = name.trim_end_matches('.');
                if names.iter().any(|mine| mine.eq_ignore_ascii_case(name)) {
                    return true;
                }
                name.eq_ignore_ascii_case("localhost")
            }
            Some(Host::Ipv4(ip)) => ip.is_loopback() || address.ip() == ip,
            Some(Host::Ipv6(ip)) => ip.is_loopback() || address.ip() == ip,
            None => false,
        };
        is_local && url.port_or_known_default() == Some(address.port())
    };
    let found: Vec<&WebhookEndpoint> = match all {
        [only] => vec![only],
        several => several.iter().filter(leads_here).collect(),
    };
    match found[..] {
        [one] => Ok(one.id.clone()),
        _ if all.is_empty() => Err(Failure::new(Exit::NotFound, "the platform sends to no endpoint")
            .hint(format!("`makini webhooks endpoints add http://{address}/` adds this receiver"))),
        _ => Err(Failure::usage("several endpoints may lead to this receiver")
            .hint(format!(
                "name the one that does, for example `{}`",
                option("--endpoint", all.iter().find_map(|endpoint| endpoint.id.as_deref()).unwrap_or(&all[0].url))
            ))
            .hint("`makini webhooks endpoints list` lists them")),
    }
}

/// Returns a failure as one sentence, with what to do.
fn sentence(failure: &Failure) -> String {
    failure.causes().into_iter().chain(failure.hints.iter().cloned()).collect::<Vec<_>>().join("; ")
}

fn text(error: &Error) -> String {
    error.to_string()
}

impl SyncSource for PlatformDeliveries {
    async fn finished_since(&self, since: Timestamp) -> Result<(Vec<FinishedSync>, Option<String>), String> {
        PlatformSyncs(self.client.clone()).finished_since(since).await
    }
}

impl DeliverySource for PlatformDeliveries {
    async fn sent_since(&self, since: Timestamp) -> Result<Option<Vec<SentDelivery>>, String> {
        match self.client.offered(Operation::WebhookDeliveryList).await.map_err(|error| text(&error))? {
            Some(_) => {}
            None => return Ok(None),
        }
        let endpoint = self.find.find(&self.client).await.map_err(|failure| sentence(&failure))?;
        let (sent, endpoints) = self.list(endpoint, since).await.map_err(|error| text(&error))?;
        if endpoints.len() > 1 {
            // What is sent again to another endpoint would surprise whoever is there.
            let named = endpoints.into_iter().next().unwrap_or_default();
            return Err(format!(
                "the server sent to several endpoints; name the one that leads here, as `{}`",
                option("--endpoint", &named)
            ));
        }
        Ok(Some(sent))
    }

    async fn sends_again(&self) -> Result<bool, String> {
        let offered = self.client.offered(Operation::WebhookDeliveryRetry).await;
        Ok(offered.map_err(|error| text(&error))?.is_some())
    }

    async fn send_again(&self, id: &str) -> Result<(), String> {
        self.client.retry_webhook_delivery(id).await.map_err(|error| text(&error))
    }
}
