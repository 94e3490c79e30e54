//! HTTP in both directions: serves a router on a listener that the caller owns, until the caller stops it, and passes requests
//! on as they came.

mod connections;
pub mod exposure;
mod first_bytes;
mod hosts;
pub mod passing;
mod peer;
mod reset;
mod workers;

use std::convert::Infallible;
use std::future::Future;
use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::response::Response;
use hyper::body::{Body as _, Incoming};
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto;
use hyper_util::server::graceful::{GracefulShutdown, Watcher};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpStream};
use tokio::runtime::Handle;
use tokio::task::JoinSet;
use tokio_rustls::TlsAcceptor;
use tower::ServiceExt as _;

use self::connections::{Connections, Usage};
use self::first_bytes::FirstBytesDeadline;
pub use self::hosts::Hosts;
pub use self::peer::Peer;
pub use self::reset::ResetHandle;
use self::reset::ResettableStream;
pub use self::workers::Workers;

/// What answers requests.
pub type Handler = Arc<dyn Fn(Request) -> Pin<Box<dyn Future<Output = Response> + Send>> + Send + Sync>;

/// Shorter than any time that a request may take.
const TICK: Duration = Duration::from_secs(1);
/// Headers of one request in the library, where nothing else is said.
const HEADERS: usize = 100;

/// Limits of a server.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Open connections. For more, the oldest idle one of the peer with most is closed; where none is idle, they wait.
    pub connections: usize,
    /// Open connections of one peer. For more, its oldest idle one is closed; where none is idle, they wait, up to as many
    /// again.
    pub connections_per_peer: usize,
    /// Time for a client to send its headers, and for a TLS handshake.
    pub header_time: Duration,
    /// Headers of one request.
    pub headers: usize,
    /// Bytes of the head of one request; at least 8,192.
    pub header_bytes: usize,
    /// Time for requests in flight after the stop.
    pub drain_time: Duration,
    /// The HTTP versions.
    pub protocols: Protocols,
    /// Whether heads are those of others, which are passed on as they are: no date is added, names of headers keep their
    /// capital letters, and nothing about the connection is among the extensions.
    pub is_proxy: bool,
}

/// HTTP versions of a server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Protocols {
    /// HTTP/1.1 and HTTP/2, detected by the first bytes, which have the deadline of headers.
    Both,
    /// HTTP/1.1, where the header deadline runs from the first moment.
    Http1,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connections: 1024,
            connections_per_peer: usize::MAX,
            header_time: Duration::from_secs(10),
            headers: HEADERS,
            header_bytes: 64 << 10,
            drain_time: Duration::from_secs(5),
            protocols: Protocols::Both,
            is_proxy: false,
        }
    }
}

/// Serves until `stop` is ready, then lets requests in flight finish.
///
/// # Errors
/// None at present; one broken client never ends the server.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    limits: Limits,
    stop: impl Future<Output = ()> + Send,
) -> io::Result<()> {
    serve_handler(listener, handler(router), limits, None, stop).await
}

/// Serves with one function that answers all requests, over TLS where a certificate is given; otherwise as [`serve`].
///
/// # Errors
/// None at present; one broken client never ends the server.
pub async fn serve_handler(
    listener: TcpListener,
    handler: Handler,
    limits: Limits,
    tls: Option<Arc<rustls::ServerConfig>>,
    stop: impl Future<Output = ()> + Send,
) -> io::Result<()> {
    accept(listener, &[(None, handler)], limits, (tls.map(TlsAcceptor::from), Arc::default()), stop).await
}

/// Serves connections in turns on these event loops, each with what answers there, and counts what is no readable request in
/// `unreadable`; otherwise as [`serve`].
///
/// # Errors
/// None at present; one broken client never ends the server.
pub async fn serve_on(
    handlers: &[(Handle, Handler)],
    listener: TcpListener,
    limits: Limits,
    unreadable: Arc<AtomicU64>,
    stop: impl Future<Output = ()> + Send,
) -> io::Result<()> {
    let handlers: Vec<_> =
        handlers.iter().map(|(runtime, handler)| (Some(runtime.clone()), Arc::clone(handler))).collect();
    accept(listener, &handlers, limits, (None, unreadable), stop).await
}

/// Serves over TLS with a given certificate; otherwise as [`serve`].
///
/// # Errors
/// None at present; one broken client never ends the server.
pub async fn serve_tls(
    listener: TcpListener,
    router: Router,
    limits: Limits,
    tls: Arc<rustls::ServerConfig>,
    stop: impl Future<Output = ()> + Send,
) -> io::Result<()> {
    serve_handler(listener, handler(router), limits, Some(tls), stop).await
}

fn handler(router: Router) -> Handler {
    Arc::new(move |request| {
        let answer = router.clone().oneshot(request);
        Box::pin(async move { answer.await.unwrap_or_else(|never| match never {}) })
    })
}

/// Accepts connections and serves them in turns with these handlers, each on its event loop, or on this one.
async fn accept(
    listener: TcpListener,
    handlers: &[(Option<Handle>, Handler)],
    limits: Limits,
    (tls, unreadable): (Option<TlsAcceptor>, Arc<AtomicU64>),
    stop: impl Future<Output = ()> + Send,
) -> io::Result<()> {
    let mut stop = std::pin::pin!(stop);
    let graceful = GracefulShutdown::new();
    let connections = Arc::new(Connections::new(limits.connections, limits.connections_per_peer));
    let builder = Arc::new(builder(limits));
    let servers = handlers.iter().map(|(runtime, handler)| {
        let server = Server {
            builder: Arc::clone(&builder),
            protocols: limits.protocols,
            first_time: limits.header_time,
            handler: Arc::clone(handler),
            is_proxy: limits.is_proxy,
            unreadable: Arc::clone(&unreadable),
        };
        (runtime, server)
    });
    let servers: Vec<_> = servers.collect();
    let mut ticks = JoinSet::new();
    for (runtime, _) in handlers {
        match runtime {
            Some(runtime) => ticks.spawn_on(tick(), runtime),
            None => ticks.spawn(tick()),
        };
    }
    let mut turns = servers.iter().cycle();
    loop {
        let accepted = tokio::select! {
            () = &mut stop => break,
            accepted = listener.accept() => accepted,
        };
        let Ok((stream, there)) = accepted else {
            // One client that went away, or a moment without file descriptors, does not end the server.
            tokio::time::sleep(Duration::from_millis(20)).await;
            continue;
        };
        let queued = tokio::select! {
            () = &mut stop => break,
            queued = connections.queue(there.ip()) => queued,
        };
        let Some(waiting) = queued else { continue };
        stream.set_nodelay(true).ok();
        // A connection that is over already has no ends.
        let Ok(here) = stream.local_addr() else { continue };
        let Some((runtime, server)) = turns.next() else { break };
        let Some(accepted) = Accepted::on(runtime.as_ref(), stream) else { continue };
        let (server, watcher, tls) = (server.clone(), graceful.watcher(), tls.clone());
        let serving = async move {
            let slot = waiting.admitted().await;
            let Some(stream) = accepted.stream() else { return };
            let stream = ResettableStream::new(stream);
            let caller = Caller { hangup: stream.hangup(), peer: Peer::new(there, here), usage: slot.usage() };
            let serving = async {
                match tls {
                    None => server.run(stream, caller, watcher).await,
                    Some(tls) => {
                        if let Ok(Ok(stream)) = tokio::time::timeout(limits.header_time, tls.accept(stream)).await {
                            server.run(stream, caller, watcher).await;
                        }
                    }
                }
            };
            tokio::select! {
                () = serving => {}
                () = slot.evicted() => {}
            }
            drop(slot);
        };
        match runtime {
            Some(runtime) => runtime.spawn(serving),
            None => tokio::spawn(serving),
        };
    }
    // A client that connects now is refused at once and not kept waiting.
    drop(listener);
    tokio::time::timeout(limits.drain_time, graceful.shutdown()).await.ok();
    Ok(())
}

/// Sets one timer after the other, as long as the server runs. A timer that is earlier than all others wakes the event loop,
/// with a call to the system even where it is awake; with these there is always an earlier one than those of requests.
async fn tick() {
    loop {
        tokio::time::sleep(TICK).await;
    }
}

/// A connection that was accepted.
enum Accepted {
    Here(TcpStream),
    /// For another event loop, where it is registered.
    Elsewhere(std::net::TcpStream),
}

impl Accepted {
    /// Prepares a connection for an event loop, or for this one; nothing where it is over already.
    fn on(runtime: Option<&Handle>, stream: TcpStream) -> Option<Self> {
        match runtime {
            Some(_) => stream.into_std().ok().map(Self::Elsewhere),
            None => Some(Self::Here(stream)),
        }
    }

    fn stream(self) -> Option<TcpStream> {
        match self {
            Self::Here(stream) => Some(stream),
            Self::Elsewhere(stream) => TcpStream::from_std(stream).ok(),
        }
    }
}

fn builder(limits: Limits) -> auto::Builder<TokioExecutor> {
    let mut builder = auto::Builder::new(TokioExecutor::new());
    if limits.protocols == Protocols::Http1 {
        builder = builder.http1_only();
    }
    // Without a timer hyper's header deadline does nothing.
    builder
        .http1()
        .timer(TokioTimer::new())
        .auto_date_header(!limits.is_proxy)
        .preserve_header_case(limits.is_proxy)
        // A proxy has small answers mostly: one piece of memory is sent faster than a list of two.
        .writev(!limits.is_proxy)
        .header_read_timeout(limits.header_time)
        .max_buf_size(limits.header_bytes.max(8192));
    if limits.headers != HEADERS {
        // With a limit of its own, memory for that many is prepared for each request.
        builder.http1().max_headers(limits.headers);
    }
    builder.http2().timer(TokioTimer::new());
    builder
}

/// Facts about one connection, in the extensions of its requests.
struct Caller {
    hangup: ResetHandle,
    peer: Peer,
    usage: Usage,
}

#[derive(Clone)]
struct Server {
    builder: Arc<auto::Builder<TokioExecutor>>,
    protocols: Protocols,
    /// Time for the first bytes, which show the protocol.
    first_time: Duration,
    handler: Handler,
    /// Whether requests go without facts about their connection.
    is_proxy: bool,
    /// Number of requests that could not be read.
    unreadable: Arc<AtomicU64>,
}

impl Server {
    /// Serves one connection. A client that breaks off is no error of the server's.
    async fn run(self, stream: impl AsyncRead + AsyncWrite + Unpin + Send + 'static, caller: Caller, watcher: Watcher) {
        let handler = self.handler;
        let service = hyper::service::service_fn(move |mut request: hyper::Request<Incoming>| {
            if !self.is_proxy {
                request.extensions_mut().insert(caller.hangup.clone());
                request.extensions_mut().insert(caller.peer);
            }
            let busy = caller.usage.begin();
            // Most have none, and each takes memory of its own.
            let body = |body: Incoming| if body.is_end_stream() { Body::empty() } else { Body::new(body) };
            let answer = handler(request.map(body));
            async move {
                let _busy = busy;
                Ok::<_, Infallible>(answer.await)
            }
        });
        let stream = TokioIo::new(stream);
        let ended = match self.protocols {
            // The other way to serve waits for a first byte without a deadline, even when there is no choice.
            Protocols::Http1 => watcher.watch(self.builder.serve_connection(stream, service)).await,
            Protocols::Both => {
                let stream = TokioIo::new(FirstBytesDeadline::new(stream.into_inner(), self.first_time));
                watcher.watch(self.builder.serve_connection_with_upgrades(stream, service)).await
            }
        };
        let is_unreadable = |error: &hyper::Error| error.is_parse();
        if ended.is_err_and(|error| error.downcast_ref().is_some_and(is_unreadable)) {
            self.unreadable.fetch_add(1, Ordering::Relaxed);
        }
    }
}
