//! Requests that are passed on as they came. The library that sends this program's own requests reads each address anew and
//! adds headers.

use std::future::Future;
use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::body::Body;
use http::{Request, Uri};
use hyper::rt::{Read, ReadBufCursor, Write};
use hyper_util::client::legacy::connect::{Connected, Connection};
use hyper_util::client::legacy::{Client, ResponseFuture};
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use tokio::io::{AsyncRead, AsyncWrite};
use tower::Service;

/// Why a connection was not opened.
pub type Failed = Box<dyn std::error::Error + Send + Sync>;

/// A connection that is being opened.
pub type Connecting = Pin<Box<dyn Future<Output = Result<Stream, Failed>> + Send>>;

/// Both directions of a connection.
pub trait Duplex: AsyncRead + AsyncWrite + Send + Unpin {}

impl<T: AsyncRead + AsyncWrite + Send + Unpin> Duplex for T {}

/// Bytes in both directions, however they are carried.
pub type Io = TokioIo<Box<dyn Duplex>>;

/// An open connection.
pub struct Stream {
    io: Io,
    is_h2: bool,
}

/// Sends requests on kept connections.
pub struct Passing {
    client: Client<Connector, Body>,
}

impl Passing {
    /// Returns what sends requests on connections that `connect` opens. Idle ones are kept for so long.
    pub fn new(connect: impl Fn(Uri) -> Connecting + Send + Sync + 'static, idle: Duration) -> Self {
        let client = Client::builder(TokioExecutor::new())
            .pool_timer(TokioTimer::new())
            .timer(TokioTimer::new())
            .pool_idle_timeout(idle)
            .http1_preserve_header_case(true)
            // Most requests are a head alone.
            .http1_writev(false)
            .build(Connector(Arc::new(connect)));
        Self { client }
    }

    /// Sends a request. Its headers keep the capital letters that they came with.
    pub fn send(&self, request: Request<Body>) -> ResponseFuture {
        self.client.request(request)
    }
}

#[derive(Clone)]
struct Connector(Arc<dyn Fn(Uri) -> Connecting + Send + Sync>);

impl Service<Uri> for Connector {
    type Response = Stream;
    type Error = Failed;
    type Future = Connecting;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Failed>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, server: Uri) -> Connecting {
        (self.0)(server)
    }
}

impl Stream {
    /// Returns a connection that speaks HTTP/2, or HTTP/1.1.
    pub fn new(io: Io, is_h2: bool) -> Self {
        Self { io, is_h2 }
    }

    /// Returns its bytes.
    pub fn into_io(self) -> Io {
        self.io
    }
}

impl Connection for Stream {
    fn connected(&self) -> Connected {
        let connected = Connected::new();
        if self.is_h2 { connected.negotiated_h2() } else { connected }
    }
}

impl Read for Stream {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: ReadBufCursor<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.io).poll_read(context, buffer)
    }
}

impl Write for Stream {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.io).poll_write(context, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.io).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.io).poll_shutdown(context)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        slices: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.io).poll_write_vectored(context, slices)
    }

    fn is_write_vectored(&self) -> bool {
        self.io.is_write_vectored()
    }
}
