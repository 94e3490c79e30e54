//! Connections for requests that are passed on as they came. Certificates, proxies and time limits are those of this program's
//! own requests.

use std::future::Future;
use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use http::Uri;
use http::uri::Scheme;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::client::legacy::connect::proxy::{SocksV4, SocksV5, Tunnel};
use hyper_util::client::proxy::matcher::{Intercept, Matcher};
use hyper_util::rt::TokioIo;
use rustls::ClientConfig;
use rustls_pki_types::ServerName;
use tokio_rustls::TlsConnector;
use tower::{Service, ServiceExt as _};

use super::fault::Peer;
use super::options::{NetworkOptions, THIS_MACHINE};
use super::tls::{self, Http, SetupError};
use crate::serve::passing::{Connecting, Failed, Io, Stream};

/// Time without traffic after which TCP tests whether the other side is still there.
const KEEP_ALIVE: Duration = Duration::from_mins(1);

/// Opens connections to a server.
#[derive(Clone)]
pub struct Connector {
    dial: Dial,
    proxies: Option<Arc<Matcher>>,
}

impl Connector {
    /// Returns what opens connections with these settings, and what it will learn of the server. With `encrypted` false no
    /// authority is trusted and none is read, which is right when no request is encrypted.
    ///
    /// # Errors
    /// The settings cannot be used.
    pub fn new(options: &NetworkOptions, encrypted: bool) -> Result<(Self, Peer), SetupError> {
        let peer = Peer::new(options.tls.client_certificate.is_some());
        let server = tls::config(&options.tls, encrypted, Http::Two, peer.certificate_requests())?;
        let mut http = HttpConnector::new();
        http.enforce_http(false);
        http.set_nodelay(true);
        http.set_keepalive(Some(KEEP_ALIVE));
        http.set_connect_timeout(Some(options.connect_time));
        let proxies = &options.proxies;
        let set = |address: &Option<String>| address.as_deref().is_some_and(|address| !address.is_empty());
        let dial = Dial { http, tls: Arc::new(server), time: options.connect_time };
        let proxies = if encrypted && (set(&proxies.https) || set(&proxies.all)) {
            let except = [Some(THIS_MACHINE), proxies.none.as_deref()].into_iter().flatten().collect::<Vec<_>>();
            let text = |address: &Option<String>| address.clone().unwrap_or_default();
            let matcher = Matcher::builder().https(text(&proxies.https)).all(text(&proxies.all)).no(except.join(","));
            Some(Arc::new(matcher.build()))
        } else {
            None
        };
        Ok((Self { dial, proxies }, peer))
    }

    /// Opens a connection.
    pub fn connect(&self, server: Uri) -> Connecting {
        Box::pin(self.clone().connected(server))
    }

    async fn connected(self, server: Uri) -> Result<Stream, Failed> {
        let tls = Arc::clone(&self.dial.tls);
        let Some(proxy) = self.proxies.as_ref().and_then(|proxies| proxies.intercept(&server)) else {
            let io = self.dial.open(&server).await?;
            return self.dial.secured(io, &server, tls).await;
        };
        let io = through(self.dial.clone(), &proxy, server.clone()).await.map_err(|error| format!("proxy: {error}"))?;
        self.dial.secured(io, &server, tls).await
    }
}

/// Connects to a server through a proxy.
async fn through(dial: Dial, proxy: &Intercept, server: Uri) -> Result<Io, Failed> {
    let to = proxy.uri().clone();
    let kind = to.scheme_str().unwrap_or_default().to_owned();
    match kind.as_str() {
        "socks5" | "socks5h" => {
            let mut socks = SocksV5::new(to, dial).local_dns(kind == "socks5");
            if let Some((user, password)) = proxy.raw_auth() {
                socks = socks.with_auth(user.to_owned(), password.to_owned());
            }
            Ok(socks.ready().await?.call(server).await?)
        }
        "socks4" | "socks4a" => {
            Ok(SocksV4::new(to, dial).local_dns(kind == "socks4").ready().await?.call(server).await?)
        }
        _ => {
            let mut tunnel = Tunnel::new(to, dial);
            if let Some(auth) = proxy.basic_auth() {
                tunnel = tunnel.with_auth(auth.clone());
            }
            Ok(tunnel.ready().await?.call(server).await?)
        }
    }
}

/// Opens connections to whatever an address names, a server or a proxy.
#[derive(Clone)]
struct Dial {
    http: HttpConnector,
    /// For servers.
    tls: Arc<ClientConfig>,
    /// Time for a handshake.
    time: Duration,
}

impl Dial {
    async fn open(&self, address: &Uri) -> Result<Io, Failed> {
        let mut http = self.http.clone();
        let stream = http.ready().await?.call(address.clone()).await?;
        Ok(TokioIo::new(Box::new(stream.into_inner())))
    }

    /// Encrypts a connection where the address asks for it.
    async fn secured(&self, io: Io, address: &Uri, tls: Arc<ClientConfig>) -> Result<Stream, Failed> {
        if address.scheme() != Some(&Scheme::HTTPS) {
            return Ok(Stream::new(io, false));
        }
        let host = address.host().unwrap_or_default().trim_matches(['[', ']']).to_owned();
        let name = ServerName::try_from(host)?;
        let handshake = TlsConnector::from(tls).connect(name, io.into_inner());
        let silent = || io::Error::new(io::ErrorKind::TimedOut, "no handshake within the time limit");
        let stream = tokio::time::timeout(self.time, handshake).await.map_err(|_| silent())??;
        let is_h2 = stream.get_ref().1.alpn_protocol() == Some(b"h2");
        Ok(Stream::new(TokioIo::new(Box::new(stream)), is_h2))
    }
}

/// To a proxy, which never speaks HTTP/2 with us.
impl Service<Uri> for Dial {
    type Response = Io;
    type Error = Failed;
    type Future = Pin<Box<dyn Future<Output = Result<Io, Failed>> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Failed>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, address: Uri) -> Self::Future {
        let dial = self.clone();
        Box::pin(async move {
            let io = dial.open(&address).await?;
            let mut tls = (*dial.tls).clone();
            tls.alpn_protocols = vec![b"http/1.1".to_vec()];
            Ok(dial.secured(io, &address, Arc::new(tls)).await?.into_io())
        })
    }
}
