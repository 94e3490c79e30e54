//! When the steps of a connection were reached: name resolution, TCP, TLS.

use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll};
use std::time::Duration;

use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use rustls::NamedGroup;
use rustls::client::{ClientSessionStore, Tls12ClientSessionValue, Tls13ClientSessionValue};
use rustls_pki_types::ServerName;
use tower::{Layer, Service};

use crate::clock::{Clock, Moment};

/// Times the connections of a client, one after the other: each request has a connection of its own, and each handshake
/// of TLS is a whole one. Clones are the same timer.
#[derive(Clone, Debug)]
pub struct ConnectionTimer {
    clock: Clock,
    marks: Arc<Mutex<Marks>>,
}

/// What was reached when, in the order in which it is reached.
#[derive(Clone, Debug, Default)]
struct Marks {
    begun: Option<Moment>,
    /// The name that was resolved, and from when to when.
    resolved: Option<(String, Moment, Moment)>,
    /// The last handshake: with a proxy that is called by TLS too, that with the server.
    handshake: Option<Moment>,
    connected: Option<Moment>,
}

/// Times of the steps of a connection. Nothing where a step was not taken or cannot be measured.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ConnectionTimes {
    /// Resolution of the server's name.
    pub dns: Option<Duration>,
    /// From there until TCP was connected.
    pub connect: Option<Duration>,
    /// The handshake of TLS.
    pub tls: Option<Duration>,
    /// When the connection could be used.
    pub ready: Option<Moment>,
}

impl ConnectionTimer {
    /// A timer that has measured nothing.
    pub fn new(clock: Clock) -> Self {
        Self { clock, marks: Arc::default() }
    }

    /// Returns the clock of the timer.
    pub const fn clock(&self) -> &Clock {
        &self.clock
    }

    /// Forgets the last connection.
    pub fn reset(&self) {
        *self.marks() = Marks::default();
    }

    /// Returns the times of the last connection, to the server `host` (without its port). With `maybe_proxy` a proxy may
    /// have been between: it resolves the name and connects, unless the name of the server was resolved here.
    pub fn times(&self, host: &str, maybe_proxy: bool) -> ConnectionTimes {
        let Marks { begun, resolved, handshake, connected } = self.marks().clone();
        let resolved = resolved.filter(|(name, ..)| name.eq_ignore_ascii_case(host));
        let is_direct = !maybe_proxy || resolved.is_some();
        let begun = begun.filter(|_| is_direct);
        let from = resolved.as_ref().map(|(_, _, end)| *end).or(begun);
        let between = |from: Option<Moment>, to: Option<Moment>| Some(to?.since(from?));
        ConnectionTimes {
            dns: resolved.as_ref().map(|(_, start, end)| end.since(*start)),
            connect: between(from.filter(|_| is_direct && connected.is_some()), handshake.or(connected)),
            tls: between(handshake, connected),
            ready: connected,
        }
    }

    fn marks(&self) -> MutexGuard<'_, Marks> {
        self.marks.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Resolve for ConnectionTimer {
    fn resolve(&self, name: Name) -> Resolving {
        let timer = self.clone();
        Box::pin(async move {
            let start = timer.clock.moment();
            // The port is the caller's: the library replaces a port of 0.
            let found: Vec<_> = tokio::net::lookup_host((name.as_str(), 0)).await?.collect();
            timer.marks().resolved = Some((name.as_str().to_owned(), start, timer.clock.moment()));
            Ok(Box::new(found.into_iter()) as Addrs)
        })
    }
}

/// The library looks for an earlier session when a handshake begins. There is none, so that each is a whole one.
impl ClientSessionStore for ConnectionTimer {
    fn set_kx_hint(&self, _: ServerName<'static>, _: NamedGroup) {}

    fn kx_hint(&self, _: &ServerName<'_>) -> Option<NamedGroup> {
        self.marks().handshake = Some(self.clock.moment());
        None
    }

    fn set_tls12_session(&self, _: ServerName<'static>, _: Tls12ClientSessionValue) {}

    fn tls12_session(&self, _: &ServerName<'_>) -> Option<Tls12ClientSessionValue> {
        None
    }

    fn remove_tls12_session(&self, _: &ServerName<'static>) {}

    fn insert_tls13_ticket(&self, _: ServerName<'static>, _: Tls13ClientSessionValue) {}

    fn take_tls13_ticket(&self, _: &ServerName<'static>) -> Option<Tls13ClientSessionValue> {
        None
    }
}

impl<S> Layer<S> for ConnectionTimer {
    type Service = Timed<S>;

    fn layer(&self, inner: S) -> Timed<S> {
        Timed { inner, timer: self.clone() }
    }
}

/// What connects, timed.
#[derive(Clone, Debug)]
pub struct Timed<S> {
    inner: S,
    timer: ConnectionTimer,
}

impl<S, R> Service<R> for Timed<S>
where
    S: Service<R>,
    S::Future: Send + 'static,
{
    type Response = S::Response;
    type Error = S::Error;
    type Future = Pin<Box<dyn Future<Output = Result<S::Response, S::Error>> + Send>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.inner.poll_ready(context)
    }

    fn call(&mut self, request: R) -> Self::Future {
        self.timer.marks().begun = Some(self.timer.clock.moment());
        let (connecting, timer) = (self.inner.call(request), self.timer.clone());
        Box::pin(async move {
            let connected = connecting.await?;
            timer.marks().connected = Some(timer.clock.moment());
            Ok(connected)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_proxy_did_is_not_known() {
        let clock = Clock::fixed("2026-03-01T12:00:00Z".parse().expect("constant"));
        let timer = ConnectionTimer::new(clock.clone());
        let step = |millis| {
            clock.advance(Duration::from_millis(millis));
            Some(clock.moment())
        };
        let (begun, end, handshake, connected) = (Some(clock.moment()), step(10), step(20), step(40));
        let resolved = |name: &str| Some((name.to_owned(), begun.expect("set"), end.expect("set")));
        let times = |resolved, host, maybe_proxy| {
            *timer.marks() = Marks { begun, resolved, handshake, connected };
            let ConnectionTimes { dns, connect, tls, .. } = timer.times(host, maybe_proxy);
            [dns, connect, tls].map(|time| time.map(|time| time.as_millis()))
        };
        assert_eq!(times(resolved("api.example"), "api.example", false), [Some(10), Some(20), Some(40)]);
        assert_eq!(times(resolved("api.example"), "API.example", true), [Some(10), Some(20), Some(40)], "an exception");
        assert_eq!(times(resolved("proxy.example"), "api.example", true), [None, None, Some(40)]);
        assert_eq!(times(None, "api.example", true), [None, None, Some(40)], "a proxy without a name");
        assert_eq!(times(None, "192.0.2.1", false), [None, Some(30), Some(40)], "no name to resolve");
    }
}
