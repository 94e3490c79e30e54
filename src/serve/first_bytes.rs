//! A deadline for the first bytes of a stream: detecting HTTP/1.1 or HTTP/2 waits for them, and has none of its own.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::time::Sleep;

/// How an HTTP/2 connection begins. As long as the received bytes are a prefix of it, the version is open.
const PREFACE: &[u8] = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";

pub(super) struct FirstBytesDeadline<S> {
    inner: S,
    /// Bytes of the preface that came.
    seen: usize,
    /// Until what is spoken is known.
    deadline: Option<Pin<Box<Sleep>>>,
}

impl<S> FirstBytesDeadline<S> {
    pub(super) fn new(inner: S, time: Duration) -> Self {
        Self { inner, seen: 0, deadline: Some(Box::pin(tokio::time::sleep(time))) }
    }

    fn take_note(&mut self, bytes: &[u8]) {
        let rest = &PREFACE[self.seen..];
        let common = rest.len().min(bytes.len());
        self.seen += common;
        if rest[..common] != bytes[..common] || self.seen == PREFACE.len() || bytes.is_empty() {
            self.deadline = None;
        }
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for FirstBytesDeadline<S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let before = buffer.filled().len();
        let read = Pin::new(&mut self.inner).poll_read(context, buffer);
        let Some(deadline) = &mut self.deadline else { return read };
        match read {
            Poll::Pending if deadline.as_mut().poll(context).is_ready() => {
                Poll::Ready(Err(io::Error::new(io::ErrorKind::TimedOut, "no request arrived in time")))
            }
            Poll::Ready(Ok(())) => {
                self.take_note(&buffer.filled()[before..]);
                Poll::Ready(Ok(()))
            }
            other => other,
        }
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for FirstBytesDeadline<S> {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.inner).poll_write(context, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.inner).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.inner).poll_shutdown(context)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.inner).poll_write_vectored(context, bytes)
    }

    fn is_write_vectored(&self) -> bool {
        self.inner.is_write_vectored()
    }
}

#[cfg(test)]
mod tests {
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

    use super::*;

    async fn outcome(sent: &[u8]) -> Result<(), io::ErrorKind> {
        let (mut client, server) = tokio::io::duplex(64);
        client.write_all(sent).await.expect("room");
        let mut stream = FirstBytesDeadline::new(server, Duration::from_millis(30));
        let mut buffer = vec![0; sent.len()];
        stream.read_exact(&mut buffer).await.map_err(|error| error.kind())?;
        let mut more = [0; 1];
        let waited = tokio::time::timeout(Duration::from_millis(300), stream.read(&mut more)).await;
        match waited {
            Err(_) => Ok(()),
            Ok(read) => Err(read.expect_err("nothing comes").kind()),
        }
    }

    #[tokio::test]
    async fn only_who_leaves_open_what_is_spoken_is_cut_off() {
        assert_eq!(outcome(b"").await, Err(io::ErrorKind::TimedOut));
        assert_eq!(outcome(b"PRI * HT").await, Err(io::ErrorKind::TimedOut));
        assert_eq!(outcome(b"P").await, Err(io::ErrorKind::TimedOut));
        assert_eq!(outcome(b"POST").await, Ok(()), "the server's own deadline for headers runs from here");
        assert_eq!(outcome(b"GET / HTTP/1.1\r\n").await, Ok(()));
        assert_eq!(outcome(PREFACE).await, Ok(()));
    }
}
