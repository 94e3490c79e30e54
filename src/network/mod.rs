//! How this program connects to others: whom it trusts, which certificate it shows, through which proxy it goes, and what
//! a failed connection means. Calls of the platform and requests to webhook handlers are made with the same settings.

mod chain;
mod fault;
mod timer;
mod tls;

use std::sync::Arc;
use std::time::Duration;

use rustls::client::Resumption;

pub use self::chain::{Chain, chain};
pub use self::fault::{Fault, NetworkError, Peer};
pub use self::timer::{ConnectionTimer, ConnectionTimes};
pub use self::tls::{Http, SetupError, TlsOptions};

/// The settings for connections.
#[derive(Clone)]
pub struct NetworkOptions {
    /// Time for a connection, TLS included.
    pub connect_time: Duration,
    /// Who is trusted.
    pub tls: TlsOptions,
    /// Which proxies are used.
    pub proxies: Proxies,
    /// Times each connection; every request has one of its own then.
    pub timer: Option<ConnectionTimer>,
}

impl std::fmt::Debug for NetworkOptions {
    /// Without the proxies, whose addresses may hold a password.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { connect_time, tls, proxies: _, timer: _ } = self;
        f.debug_struct("NetworkOptions").field("connect_time", connect_time).field("tls", tls).finish_non_exhaustive()
    }
}

impl Default for NetworkOptions {
    fn default() -> Self {
        let (tls, proxies) = (TlsOptions::default(), Proxies::default());
        Self { connect_time: Duration::from_secs(10), tls, proxies, timer: None }
    }
}

/// Proxies, as `HTTPS_PROXY`, `ALL_PROXY` and `NO_PROXY` name them. They are handed in: nothing here reads the
/// environment. Only `https` goes through a proxy, which would read a token that travels in plain http, and nothing that
/// is on this machine.
#[derive(Clone, Default)]
pub struct Proxies {
    /// For `https`; `http://…` or `socks5h://…`.
    pub https: Option<String>,
    /// For whatever has none of its own.
    pub all: Option<String>,
    /// Hosts that are called directly, separated by commas.
    pub none: Option<String>,
}

/// This machine, as `NO_PROXY` writes it: a proxy has another one.
const THIS_MACHINE: &str = "localhost,127.0.0.0/8,::1";

/// Returns a builder of clients with these settings, and what its clients will learn. Redirects, retries and the
/// environment are off. With `encrypted` false no authority is trusted and none is read, which is right when no request
/// is encrypted.
///
/// # Errors
/// The settings cannot be used.
pub fn client(
    options: &NetworkOptions,
    encrypted: bool,
    http: Http,
) -> Result<(reqwest::ClientBuilder, Peer), SetupError> {
    let peer = Peer::new(options.tls.client_certificate.is_some());
    let mut tls = tls::config(&options.tls, encrypted, http, peer.certificate_requests())?;
    if let Some(timer) = &options.timer {
        tls.resumption = Resumption::store(Arc::new(timer.clone()));
    }
    let mut builder = reqwest::Client::builder()
        .tls_backend_preconfigured(tls)
        .redirect(reqwest::redirect::Policy::none())
        .referer(false)
        .retry(reqwest::retry::never())
        .connect_timeout(options.connect_time)
        .no_proxy();
    if http == Http::One {
        builder = builder.http1_only();
    }
    if let Some(timer) = &options.timer {
        let resolver = Arc::new(timer.clone());
        builder = builder.pool_max_idle_per_host(0).dns_resolver(resolver).connector_layer(timer.clone());
    }
    if encrypted {
        let except = [Some(THIS_MACHINE), options.proxies.none.as_deref()].into_iter().flatten().collect::<Vec<_>>();
        let except = reqwest::NoProxy::from_string(&except.join(","));
        for address in [&options.proxies.https, &options.proxies.all] {
            let Some(address) = address.as_deref().filter(|address| !address.is_empty()) else { continue };
            let proxy = reqwest::Proxy::https(address)
                .map_err(|_| SetupError("the proxy address in the settings is not a URL".into()))?;
            builder = builder.proxy(proxy.no_proxy(except.clone()));
        }
    }
    Ok((builder, peer))
}
