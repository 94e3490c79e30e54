//! The transport that really calls: HTTP/1.1 and 2 over rustls, through a proxy if one is set.
//!
//! Nothing here looks at the environment or follows a redirect, and no body is read beyond its limit.

use std::sync::{Arc, OnceLock};
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use http::{Request, Response};

use super::error::Error;
use super::server_url::ServerUrl;
use super::transport::{BoxFuture, Transport};
use crate::clock::Moment;
use crate::exchange::Phases;
use crate::network::{self, ConnectionTimer, Http, NetworkError, NetworkOptions, Peer, Proxies, TlsOptions};

/// What this program calls itself.
pub use crate::api::header::USER_AGENT;

/// How calls are made. No `Debug`: a proxy address may hold a password.
#[derive(Clone)]
pub struct HttpOptions {
    /// Time for a connection, TLS included.
    pub connect_time: Duration,
    /// Longest silence while an answer comes.
    pub read_time: Duration,
    /// Time for one attempt from start to end.
    pub total_time: Duration,
    /// Bytes of an answer that are read, after decompression.
    pub max_body: u64,
    /// Who is trusted.
    pub tls: TlsOptions,
    /// Which proxies are used.
    pub proxies: Proxies,
    /// Times the parts of each request, which then has a connection of its own. One request at a time.
    pub timer: Option<ConnectionTimer>,
}

impl Default for HttpOptions {
    fn default() -> Self {
        Self {
            connect_time: Duration::from_secs(10),
            read_time: Duration::from_secs(30),
            total_time: Duration::from_mins(2),
            max_body: 64 * 1024 * 1024,
            tls: TlsOptions::default(),
            proxies: Proxies::default(),
            timer: None,
        }
    }
}

/// A [`Transport`] by HTTP to one server.
pub struct HttpTransport {
    server: ServerUrl,
    options: HttpOptions,
    // Reading the system's certificates takes milliseconds, so nothing is built before the first call.
    client: OnceLock<Result<(reqwest::Client, Peer), Arc<str>>>,
}

impl HttpTransport {
    /// Prepares calls to one server. Nothing is read or opened yet.
    pub fn new(server: ServerUrl, options: HttpOptions) -> Self {
        Self { server, options, client: OnceLock::new() }
    }

    fn client(&self) -> Result<&(reqwest::Client, Peer), Error> {
        let built = self.client.get_or_init(|| build(&self.server, &self.options).map_err(|e| e.to_string().into()));
        built.as_ref().map_err(|reason| Error::Setup(reason.to_string()))
    }

    async fn carry(&self, request: Request<Bytes>) -> Result<Response<Bytes>, Error> {
        if !self.server.serves(request.uri()) {
            return Err(Error::Argument("the request is for another server than this client's".into()));
        }
        let (client, _) = self.client()?;
        let request = reqwest::Request::try_from(request)
            .map_err(|_| Error::Argument("the request cannot be sent as it is".into()))?;
        let stopwatch = self.options.timer.as_ref().map(Stopwatch::start);
        let mut answer = client.execute(request).await.map_err(|error| self.failed(&error))?;
        let stopwatch = stopwatch.map(Stopwatch::answered);
        let mut response = Response::new(Bytes::new());
        *response.status_mut() = answer.status();
        *response.version_mut() = answer.version();
        *response.headers_mut() = std::mem::take(answer.headers_mut());
        *response.body_mut() = self.body(answer).await?;
        if let Some(stopwatch) = stopwatch {
            let Proxies { https, all, none: _ } = &self.options.proxies;
            let is_near = self.server.is_plain() || self.server.is_loopback();
            let maybe_proxy = !is_near && (https.is_some() || all.is_some());
            response.extensions_mut().insert(stopwatch.ended(self.server.name(), maybe_proxy));
        }
        Ok(response)
    }

    async fn body(&self, mut answer: reqwest::Response) -> Result<Bytes, Error> {
        let limit = self.options.max_body;
        let too_large = || Error::TooLarge { limit };
        if answer.content_length().is_some_and(|length| length > limit) {
            return Err(too_large());
        }
        let mut body = BytesMut::new();
        while let Some(chunk) = answer.chunk().await.map_err(|error| self.failed(&error))? {
            if (body.len() + chunk.len()) as u64 > limit {
                return Err(too_large());
            }
            if body.is_empty() {
                body = chunk.try_into_mut().unwrap_or_else(|chunk| BytesMut::from(&chunk[..]));
            } else {
                body.extend_from_slice(&chunk);
            }
        }
        Ok(body.freeze())
    }

    fn failed(&self, error: &reqwest::Error) -> Error {
        let peer = self.client().map(|(_, peer)| peer.clone()).unwrap_or_default();
        NetworkError::classify(error, &self.server.host(), &peer).into()
    }
}

impl Transport for HttpTransport {
    fn send(&self, request: Request<Bytes>) -> BoxFuture<'_, Result<Response<Bytes>, Error>> {
        Box::pin(self.carry(request))
    }
}

/// Measures one request.
struct Stopwatch<'a> {
    timer: &'a ConnectionTimer,
    start: Moment,
    /// When the head of the response was there.
    answered: Option<Moment>,
}

impl<'a> Stopwatch<'a> {
    fn start(timer: &'a ConnectionTimer) -> Self {
        timer.reset();
        Self { timer, start: timer.clock().moment(), answered: None }
    }

    fn answered(self) -> Self {
        Self { answered: Some(self.timer.clock().moment()), ..self }
    }

    fn ended(self, host: &str, maybe_proxy: bool) -> Phases {
        let Self { timer, start, answered } = self;
        let (end, times) = (timer.clock().moment(), timer.times(host, maybe_proxy));
        Phases {
            dns: times.dns,
            connect: times.connect,
            tls: times.tls,
            wait: answered.zip(times.ready).map(|(answered, ready)| answered.since(ready)),
            transfer: answered.map(|answered| end.since(answered)),
            total: end.since(start),
        }
    }
}

fn build(server: &ServerUrl, options: &HttpOptions) -> Result<(reqwest::Client, Peer), Error> {
    let connection = NetworkOptions {
        connect_time: options.connect_time,
        tls: options.tls.clone(),
        proxies: options.proxies.clone(),
        timer: options.timer.clone(),
    };
    let (builder, peer) = network::client(&connection, !server.is_plain(), Http::Two)?;
    let builder = builder
        .user_agent(USER_AGENT)
        .gzip(true)
        .tcp_nodelay(true)
        .read_timeout(options.read_time)
        .timeout(options.total_time);
    let client = builder.build();
    Ok((client.map_err(|_| Error::Setup("the HTTP client cannot be set up with these settings".into()))?, peer))
}
