//! Resets a TCP connection on purpose, to simulate a network failure.

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll};

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;

/// A handle on the TCP connection that a request came by, in the request's extensions.
#[derive(Clone, Debug, Default)]
pub struct ResetHandle(Arc<AtomicBool>);

impl ResetHandle {
    /// Makes the connection end in a reset: nothing more is written, and the other side reads an error.
    pub fn reset(&self) {
        self.0.store(true, Ordering::Release);
    }

    fn is_reset(&self) -> bool {
        self.0.load(Ordering::Acquire)
    }
}

/// A TCP connection that can be reset.
#[derive(Debug)]
pub(super) struct ResettableStream {
    stream: TcpStream,
    hangup: ResetHandle,
}

impl ResettableStream {
    pub(super) fn new(stream: TcpStream) -> Self {
        Self { stream, hangup: ResetHandle::default() }
    }

    pub(super) fn hangup(&self) -> ResetHandle {
        self.hangup.clone()
    }

    fn write(
        mut self: Pin<&mut Self>,
        work: impl FnOnce(Pin<&mut TcpStream>) -> Poll<io::Result<usize>>,
    ) -> Poll<io::Result<usize>> {
        if self.hangup.is_reset() {
            return Poll::Ready(Err(io::ErrorKind::ConnectionReset.into()));
        }
        work(Pin::new(&mut self.stream))
    }
}

impl Drop for ResettableStream {
    fn drop(&mut self) {
        if self.hangup.is_reset() {
            // Closed without lingering, a socket sends a reset instead of an end.
            self.stream.set_zero_linger().ok();
        }
    }
}

impl AsyncRead for ResettableStream {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        if self.hangup.is_reset() {
            return Poll::Ready(Err(io::ErrorKind::ConnectionReset.into()));
        }
        Pin::new(&mut self.stream).poll_read(context, buffer)
    }
}

impl AsyncWrite for ResettableStream {
    fn poll_write(self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        self.write(|stream| stream.poll_write(context, bytes))
    }

    fn poll_write_vectored(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        slices: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        self.write(|stream| stream.poll_write_vectored(context, slices))
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        if self.hangup.is_reset() {
            // An orderly end would go out before the reset.
            return Poll::Ready(Err(io::ErrorKind::ConnectionReset.into()));
        }
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}
