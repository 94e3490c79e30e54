//! How this program connects to others: whom it trusts, which certificate it shows, through which proxy it goes, and what
//! a failed connection means. Calls of the platform and requests to webhook handlers are made with the same settings.

mod chain;
mod connector;
mod fault;
mod options;
mod timer;
mod tls;

use std::sync::Arc;

use rustls::ClientConfig;
use rustls::client::Resumption;

pub use self::chain::{Chain, chain};
pub use self::connector::Connector;
pub use self::fault::{Fault, NetworkError, Peer};
use self::options::THIS_MACHINE;
pub use self::options::{NetworkOptions, Proxies};
pub use self::timer::{ConnectionTimer, ConnectionTimes};
pub use self::tls::{Http, SetupError, TlsOptions};

/// Returns the TLS side of a connection that is not HTTP: the same authorities and client certificate. It offers no
/// protocol by ALPN.
///
/// # Errors
/// The settings cannot be used.
pub fn tls_client(options: &NetworkOptions) -> Result<ClientConfig, SetupError> {
    let mut config = tls::config(&options.tls, true, Http::One, Arc::default())?;
    config.alpn_protocols.clear();
    Ok(config)
}

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
