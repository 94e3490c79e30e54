//! Talks to the platform. Knows nothing of terminals, stores or the environment.
//!
//! A [`Client`] holds a [`Transport`] and the address of one server. The real stack reads
//! `Bearer(Breaker(Retry(Record(HttpTransport))))`; a test hands in a router instead of the innermost.

mod advertise;
mod answer;
mod bearer;
mod breaker;
pub mod call;
mod error;
mod http;
mod network;
mod outgoing;
mod pages;
mod problem;
mod record;
mod retry;
mod server;
mod tls;
mod transport;

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use ::http::StatusCode;
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;
use serde::de::DeserializeOwned;
use tokio::sync::OnceCell;

pub use self::advertise::{AdvertisementCache, FileCache};
pub use self::answer::Answer;
pub use self::bearer::{Bearer, TokenSource};
pub use self::breaker::{Breaker, BreakerPolicy};
pub use self::error::{Error, ErrorResponse};
pub use self::http::{HttpOptions, HttpTransport, Proxies, USER_AGENT};
pub use self::network::{Fault, NetworkError};
pub use self::outgoing::Outgoing;
pub use self::pages::{PageOptions, Pages};
pub use self::problem::ErrorBody;
pub use self::record::{Record, timings};
pub use self::retry::{Retry, RetryPolicy, WaitObserver, WaitReason, Waiting};
pub use self::server::{ServerUrl, UrlError};
pub use self::tls::TlsOptions;
pub use self::transport::{Attempts, BoxFuture, Call, Scope, Transport, is_idempotent};
use crate::api::header::SANDBOX_TIME;
use crate::api::operation::{Advertisement, Endpoint, Operation};
use crate::api::path;
use crate::clock::Clock;

/// Calls one server. Cheap to clone.
#[derive(Clone)]
pub struct Client(Arc<Inner>);

struct Inner {
    server: ServerUrl,
    transport: Arc<dyn Transport>,
    clock: Clock,
    mapped: BTreeMap<Operation, Endpoint>,
    cache: Option<Arc<dyn AdvertisementCache>>,
    advertised: OnceCell<Option<Advertisement>>,
    /// How far a sandbox's clock is ahead, in milliseconds, as its last answer told.
    ahead: AtomicI64,
}

/// A difference of clocks up to here, in milliseconds, is the time an answer takes.
const SAME_TIME: i64 = 2_000;

/// Who said where an operation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
    /// The user, in the profile.
    Profile,
    /// The server.
    Server,
}

impl Client {
    /// Builds a client for one server. Nothing is called yet.
    pub fn new(server: ServerUrl, transport: Arc<dyn Transport>, clock: Clock) -> Self {
        Self::mapped(server, transport, clock, BTreeMap::new(), None)
    }

    /// Builds a client with what the profile maps by hand, and a memory for what the server advertises.
    pub fn mapped(
        server: ServerUrl,
        transport: Arc<dyn Transport>,
        clock: Clock,
        mapped: BTreeMap<Operation, Endpoint>,
        cache: Option<Arc<dyn AdvertisementCache>>,
    ) -> Self {
        Self(Arc::new(Inner {
            server,
            transport,
            clock,
            mapped,
            cache,
            advertised: OnceCell::new(),
            ahead: AtomicI64::new(0),
        }))
    }

    /// Returns the server that is called.
    pub fn server(&self) -> &ServerUrl {
        &self.0.server
    }

    /// Returns the clock.
    pub fn clock(&self) -> &Clock {
        &self.0.clock
    }

    /// Returns what time it is at the server, as far as it matters for what the server dates: in a sandbox, whose clock
    /// can be moved, what its last answer told; at a real platform, the time here.
    pub fn now(&self) -> Timestamp {
        self.there(self.0.clock.now())
    }

    /// Takes note of what a sandbox's clock shows.
    pub fn heard_time(&self, there: Timestamp) {
        let ahead = there.as_millisecond() - self.0.clock.now().as_millisecond();
        self.0.ahead.store(if ahead.abs() < SAME_TIME { 0 } else { ahead }, Ordering::Relaxed);
    }

    /// Returns the time at the server at which it is that time here.
    pub fn there(&self, here: Timestamp) -> Timestamp {
        let ahead = SignedDuration::from_millis(self.0.ahead.load(Ordering::Relaxed));
        here.checked_add(ahead).unwrap_or(here)
    }

    /// Returns the time here at which it is that time at the server.
    pub(crate) fn here(&self, there: Timestamp) -> Timestamp {
        let ahead = SignedDuration::from_millis(self.0.ahead.load(Ordering::Relaxed));
        there.checked_sub(ahead).unwrap_or(there)
    }

    /// Sends a request and returns the answer if it means yes.
    ///
    /// # Errors
    /// See [`Error`].
    pub async fn send(&self, outgoing: Outgoing) -> Result<Answer, Error> {
        self.ask(outgoing).await?.accepted()
    }

    /// Sends a request and returns the answer, whatever its status. Only a redirect is an error.
    ///
    /// # Errors
    /// See [`Error`].
    pub async fn ask(&self, outgoing: Outgoing) -> Result<Answer, Error> {
        let request = outgoing.request(&self.0.server)?;
        let call = outgoing.call();
        let response = self.0.transport.send(request).await?;
        let attempts = response.extensions().get::<Attempts>().map_or(1, |attempts| attempts.0);
        let (parts, body) = response.into_parts();
        let told = parts.headers.get(SANDBOX_TIME).and_then(|time| time.to_str().ok());
        if let Some(there) = told.and_then(|time| time.parse().ok()) {
            self.heard_time(there);
        }
        let answer =
            Answer { status: parts.status, headers: parts.headers, body, attempts, call, at: self.0.clock.now() };
        if answer.status.is_redirection() {
            let place = answer.headers.get(::http::header::LOCATION);
            let to = place.map_or_else(|| "nowhere".into(), |to| String::from_utf8_lossy(to.as_bytes()).into_owned());
            return Err(Error::Redirected { status: answer.status.as_u16(), to, request_id: answer.request_id() });
        }
        Ok(answer)
    }

    /// Gets an object with the application's token.
    ///
    /// # Errors
    /// See [`Error`].
    pub async fn get<T: DeserializeOwned>(&self, template: &'static str) -> Result<T, Error> {
        self.send(Outgoing::get(template)).await?.data()
    }

    /// Posts JSON with the application's token, and reads the object that comes back.
    ///
    /// # Errors
    /// See [`Error`].
    pub async fn post<T: DeserializeOwned>(&self, template: &'static str, body: &impl Serialize) -> Result<T, Error> {
        self.send(Outgoing::post(template).json(body)).await?.data()
    }

    /// Puts JSON with the application's token, and reads the object that comes back.
    ///
    /// # Errors
    /// See [`Error`].
    pub async fn put<T: DeserializeOwned>(&self, template: &'static str, body: &impl Serialize) -> Result<T, Error> {
        self.send(Outgoing::put(template).json(body)).await?.data()
    }

    /// Deletes with the application's token; what comes back is of no interest.
    ///
    /// # Errors
    /// See [`Error`].
    pub async fn delete(&self, template: &'static str) -> Result<(), Error> {
        self.send(Outgoing::delete(template)).await.map(drop)
    }

    /// Walks a list.
    pub fn pages<T: DeserializeOwned>(&self, outgoing: Outgoing, options: PageOptions) -> Pages<T> {
        Pages::new(self.clone(), outgoing, options)
    }

    /// Returns where an operation is, if the profile or the server says so. The profile wins, and asks nobody.
    ///
    /// # Errors
    /// When the server could not be asked; a server that offers nothing is no error.
    pub async fn operation(&self, operation: Operation) -> Result<Option<Endpoint>, Error> {
        if let Some(endpoint) = self.0.mapped.get(&operation) {
            return Ok(Some(endpoint.clone()));
        }
        let advertised = self.advertisement().await?;
        let endpoint = advertised.and_then(|advertised| advertised.endpoints.get(operation.name()));
        Ok(endpoint.filter(|endpoint| advertise::is_callable(endpoint)).cloned())
    }

    /// Returns where an operation is, or says that this server does not offer it.
    ///
    /// # Errors
    /// [`Error::Unsupported`], or as [`Client::operation`].
    pub async fn require(&self, operation: Operation) -> Result<Endpoint, Error> {
        let found = self.operation(operation).await?;
        found.ok_or_else(|| Error::Unsupported { operation: operation.name().into() })
    }

    /// Returns every operation beyond the published API, and where it is.
    ///
    /// # Errors
    /// As [`Client::operation`].
    pub async fn endpoints(&self) -> Result<Vec<(Operation, Option<(Endpoint, Named)>)>, Error> {
        let mut rows = Vec::with_capacity(Operation::ALL.len());
        for &operation in Operation::ALL {
            let named = if self.0.mapped.contains_key(&operation) { Named::Profile } else { Named::Server };
            rows.push((operation, self.operation(operation).await?.map(|endpoint| (endpoint, named))));
        }
        Ok(rows)
    }

    /// Returns what the server says of itself, if it says anything.
    ///
    /// # Errors
    /// When it could not be asked.
    pub async fn advertisement(&self) -> Result<Option<&Advertisement>, Error> {
        let known = self.0.advertised.get_or_try_init(|| self.learn()).await?;
        Ok(known.as_ref())
    }

    async fn learn(&self) -> Result<Option<Advertisement>, Error> {
        let (server, now) = (self.0.server.clone(), self.0.clock.now());
        if let Some(cache) = self.0.cache.clone() {
            let asked = tokio::task::spawn_blocking(move || cache.get(&server, now)).await;
            if let Some(known) = asked.ok().flatten() {
                return Ok(known);
            }
        }
        // No token goes along: what a server offers is not a secret, and asking must not need a login.
        let outgoing = Outgoing::get(path::ADVERTISEMENT).scope(Scope::None);
        let known = match self.ask(outgoing).await {
            // Nothing follows from an answer that the server could not give.
            Ok(answer) if answer.status.is_server_error() || answer.status == StatusCode::TOO_MANY_REQUESTS => {
                answer.accepted()?.json().ok()
            }
            // Somebody's start page, or a login page, is not an advertisement.
            Ok(answer) if answer.status.is_success() => answer.json().ok(),
            Ok(_) | Err(Error::Redirected { .. }) => None,
            Err(error) => return Err(error),
        };
        if let Some(cache) = self.0.cache.clone() {
            let (server, keep) = (self.0.server.clone(), known.clone());
            tokio::task::spawn_blocking(move || cache.put(&server, keep.as_ref(), now)).await.ok();
        }
        Ok(known)
    }
}
