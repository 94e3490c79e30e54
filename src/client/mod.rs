//! The HTTP client of the platform. It does not use the terminal, the secret stores or the environment.
//!
//! A [`Client`] holds a [`Transport`] and the address of one server. The real stack reads
//! `Bearer(CircuitBreaker(Retry(Record(Redact(HttpTransport)))))`; a test hands in a router instead of the innermost.

mod bearer;
pub mod call;
mod circuit_breaker;
pub mod curl;
mod error;
mod error_body;
mod file_cache;
mod http;
mod json_text;
mod pages;
mod promise;
mod recorder;
mod redaction;
mod request;
mod response;
mod retry;
mod server_url;
mod transport;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use ::http::StatusCode;
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;
use serde::de::DeserializeOwned;
use tokio::sync::OnceCell;

pub use self::bearer::{Bearer, TokenSource};
pub use self::circuit_breaker::{BreakerPolicy, CircuitBreaker};
pub use self::error::{Error, ErrorResponse};
pub use self::error_body::{ErrorBody, read as read_error_body, request_id};
pub use self::file_cache::FileCache;
pub use self::http::{HttpOptions, HttpTransport, USER_AGENT};
pub use self::pages::{PageOptions, Pages};
pub use self::recorder::{Record, location, timings};
pub use self::redaction::{Redact, without_secrets};
pub use self::request::ApiRequest;
pub use self::response::ApiResponse;
pub use self::retry::{Retry, RetryPolicy, WaitObserver, WaitReason, Waiting};
pub use self::server_url::{ServerUrl, UrlError};
pub use self::transport::{Attempts, BoxFuture, Call, Purpose, Scope, Transport, is_idempotent};
use crate::api::header::SANDBOX_TIME;
use crate::api::operation::{Advertisement, Endpoint, Operation};
use crate::api::path;
use crate::api::sync::SeenSync;
use crate::api::systems::Platform;
use crate::clock::Clock;
use crate::exchange::Phases;
pub use crate::network::{Fault, NetworkError, Proxies, TlsOptions};

/// Calls one server. Cheap to clone.
#[derive(Clone)]
pub struct Client(Arc<Inner>);

struct Inner {
    server: ServerUrl,
    transport: Arc<dyn Transport>,
    clock: Clock,
    mapped: BTreeMap<Operation, Endpoint>,
    cache: Option<Arc<FileCache>>,
    advertised: OnceCell<Advertised>,
    /// The catalogue, once it was read from the server.
    platforms: OnceLock<Arc<Vec<Platform>>>,
    /// States of syncs that connections' own tokens read, each once, until they are taken.
    seen_syncs: Mutex<BTreeSet<SeenSync>>,
    /// How far a sandbox's clock is ahead, in milliseconds, by the header of its last response.
    ahead: AtomicI64,
    /// Number of requests so far.
    requests: AtomicU64,
}

/// What a server answered when its advertisement was requested.
enum Advertised {
    /// An advertisement, or the status of a server that has none.
    Known(Option<Advertisement>),
    /// Anything else: a web page, a redirect, other JSON. Published operations may work; whether others are offered is
    /// unknown.
    Unclear(UnclearAnswer),
}

/// An answer that is neither an advertisement nor a no.
struct UnclearAnswer {
    status: u16,
    what: String,
    request_id: Option<String>,
}

/// A difference of clocks up to this, in milliseconds, is the time a response takes.
const SAME_TIME: i64 = 2_000;

/// Source of the method and path of an operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
    /// A mapping in the profile.
    Profile,
    /// The advertisement of the server.
    Server,
}

impl Client {
    /// Builds a client for one server. Nothing is called yet.
    pub fn new(server: ServerUrl, transport: Arc<dyn Transport>, clock: Clock) -> Self {
        Self::mapped(server, transport, clock, BTreeMap::new(), None)
    }

    /// Builds a client with the operations that the profile maps, and a cache for those that the server advertises.
    pub fn mapped(
        server: ServerUrl,
        transport: Arc<dyn Transport>,
        clock: Clock,
        mapped: BTreeMap<Operation, Endpoint>,
        cache: Option<Arc<FileCache>>,
    ) -> Self {
        Self(Arc::new(Inner {
            server,
            transport,
            clock,
            mapped,
            cache,
            advertised: OnceCell::new(),
            platforms: OnceLock::new(),
            seen_syncs: Mutex::default(),
            ahead: AtomicI64::new(0),
            requests: AtomicU64::new(0),
        }))
    }

    /// Returns the states of syncs that connections' own tokens read since the last call, each once.
    pub fn take_seen_syncs(&self) -> Vec<SeenSync> {
        std::mem::take(&mut *self.0.seen_syncs.lock().unwrap_or_else(PoisonError::into_inner)).into_iter().collect()
    }

    /// Returns the URL of the server.
    pub fn server(&self) -> &ServerUrl {
        &self.0.server
    }

    /// Returns the clock that waits and timestamps are taken from.
    pub fn clock(&self) -> &Clock {
        &self.0.clock
    }

    /// Returns the time at the server. A sandbox's clock can be moved, so it is the time of its last response; for a
    /// real platform it is the local time.
    pub fn now(&self) -> Timestamp {
        self.there(self.0.clock.now())
    }

    /// Records the time of a sandbox's clock.
    pub fn set_server_time(&self, there: Timestamp) {
        let ahead = there.as_millisecond() - self.0.clock.now().as_millisecond();
        self.0.ahead.store(if ahead.abs() < SAME_TIME { 0 } else { ahead }, Ordering::Relaxed);
    }

    /// Returns the number of requests so far, repeated ones counted once.
    pub fn requests(&self) -> u64 {
        self.0.requests.load(Ordering::Relaxed)
    }

    /// Converts a local time to the time at the server.
    pub fn there(&self, here: Timestamp) -> Timestamp {
        let ahead = SignedDuration::from_millis(self.0.ahead.load(Ordering::Relaxed));
        here.checked_add(ahead).unwrap_or(here)
    }

    /// Converts a time at the server to local time.
    pub(crate) fn here(&self, there: Timestamp) -> Timestamp {
        let ahead = SignedDuration::from_millis(self.0.ahead.load(Ordering::Relaxed));
        there.checked_sub(ahead).unwrap_or(there)
    }

    /// Sends a request and returns the response if its status means success.
    pub async fn send(&self, outgoing: ApiRequest) -> Result<ApiResponse, Error> {
        self.ask(outgoing).await?.accepted()
    }

    /// Sends a request and returns the response, whatever its status. Only a redirect is an error.
    pub async fn ask(&self, outgoing: ApiRequest) -> Result<ApiResponse, Error> {
        let request = outgoing.request(&self.0.server)?;
        let call = outgoing.call();
        let changes = !outgoing.method.is_safe();
        self.0.requests.fetch_add(1, Ordering::Relaxed);
        let response = self.0.transport.send(request).await?;
        let attempts = response.extensions().get::<Attempts>().map_or(1, |attempts| attempts.0);
        let phases = response.extensions().get::<Phases>().copied();
        let (parts, body) = response.into_parts();
        let time = parts.headers.get(SANDBOX_TIME).and_then(|time| time.to_str().ok());
        if let Some(there) = time.and_then(|time| time.parse().ok()) {
            self.set_server_time(there);
        }
        let unjudged = parts.extensions.get::<recorder::Unjudged>().cloned();
        let (status, headers, at) = (parts.status, parts.headers, self.0.clock.now());
        let answer = ApiResponse { status, headers, body, attempts, phases, changes, call, at, unjudged };
        if answer.status.is_redirection() {
            let to = location(&answer.headers);
            return Err(Error::Redirected { status: answer.status.as_u16(), to, request_id: answer.request_id() });
        }
        Ok(answer)
    }

    /// Gets an object with the application's token.
    pub async fn get<T: DeserializeOwned>(&self, template: &'static str) -> Result<T, Error> {
        self.send(ApiRequest::get(template)).await?.data()
    }

    /// Posts JSON with the application's token, and parses the object in the response.
    pub async fn post<T: DeserializeOwned>(&self, template: &'static str, body: &impl Serialize) -> Result<T, Error> {
        self.send(ApiRequest::post(template).json(body)).await?.data()
    }

    /// Puts JSON with the application's token, and parses the object in the response.
    pub async fn put<T: DeserializeOwned>(&self, template: &'static str, body: &impl Serialize) -> Result<T, Error> {
        self.send(ApiRequest::put(template).json(body)).await?.data()
    }

    /// Returns a list, to be fetched page by page.
    pub fn pages<T: DeserializeOwned>(&self, outgoing: ApiRequest, options: PageOptions) -> Pages<T> {
        Pages::new(self.clone(), outgoing, options)
    }

    /// Returns method and path of an operation, if the profile maps it or the server advertises it. A mapping of the
    /// profile wins and needs no request. For commands that use another operation of the platform otherwise.
    ///
    /// # Errors
    /// When the advertisement could not be fetched; a server without one is no error.
    pub async fn operation(&self, operation: Operation) -> Result<Option<Endpoint>, Error> {
        if let Some(endpoint) = self.0.mapped.get(&operation) {
            return Ok(Some(endpoint.clone()));
        }
        let advertised = self.advertisement().await?;
        Ok(advertised.and_then(|advertised| advertised.endpoints.get(operation.name())).cloned())
    }

    /// Returns method and path of an operation, or nothing where it is certain that the server does not offer it: for
    /// commands that answer from elsewhere then.
    ///
    /// # Errors
    /// [`Error::Broken`] where the server's answer leaves open what it offers; or as [`Client::operation`].
    pub async fn offered(&self, operation: Operation) -> Result<Option<Endpoint>, Error> {
        let found = self.operation(operation).await?;
        match self.0.advertised.get() {
            Some(Advertised::Unclear(UnclearAnswer { status, what, request_id })) if found.is_none() => {
                let what = format!("{what}, when it was asked what it offers");
                Err(Error::Broken { status: *status, what, request_id: request_id.clone() })
            }
            _ => Ok(found),
        }
    }

    /// Returns method and path of an operation.
    ///
    /// # Errors
    /// [`Error::Unsupported`], or as [`Client::offered`].
    pub async fn require(&self, operation: Operation) -> Result<Endpoint, Error> {
        let found = self.offered(operation).await?;
        found.ok_or_else(|| Error::Unsupported { operation: operation.name().into() })
    }

    /// Returns every operation beyond the published API, with its method and path where it is offered.
    ///
    /// # Errors
    /// As [`Client::offered`].
    pub async fn endpoints(&self) -> Result<Vec<(Operation, Option<(Endpoint, Named)>)>, Error> {
        let mut rows = Vec::with_capacity(Operation::ALL.len());
        for &operation in Operation::ALL {
            let named = if self.0.mapped.contains_key(&operation) { Named::Profile } else { Named::Server };
            rows.push((operation, self.offered(operation).await?.map(|endpoint| (endpoint, named))));
        }
        Ok(rows)
    }

    /// Returns whether the server advertises that it honours idempotency keys.
    ///
    /// # Errors
    /// As [`Client::advertisement`].
    pub async fn honours_idempotency_keys(&self) -> Result<bool, Error> {
        Ok(self.advertisement().await?.is_some_and(|advertised| advertised.idempotency_keys))
    }

    /// Returns the advertisement of the server, if it has one, without endpoints that must not be called.
    ///
    /// # Errors
    /// When it could not be fetched.
    pub async fn advertisement(&self) -> Result<Option<&Advertisement>, Error> {
        let fetch = async || {
            let mut fetched = self.fetch_advertisement().await?;
            if let Advertised::Known(Some(known)) = &mut fetched {
                known.endpoints.retain(|_, endpoint| endpoint.is_callable());
            }
            Ok::<_, Error>(fetched)
        };
        let known = self.0.advertised.get_or_try_init(fetch).await?;
        Ok(match known {
            Advertised::Known(known) => known.as_ref(),
            Advertised::Unclear(_) => None,
        })
    }

    async fn fetch_advertisement(&self) -> Result<Advertised, Error> {
        let (server, now) = (self.0.server.clone(), self.0.clock.now());
        if let Some(cache) = self.0.cache.clone() {
            let cached = tokio::task::spawn_blocking(move || cache.get(&server, now)).await;
            if let Some(known) = cached.ok().flatten() {
                return Ok(Advertised::Known(known));
            }
        }
        // No token is sent: the advertisement is public, and fetching it must not need a login.
        let outgoing = ApiRequest::get(path::ADVERTISEMENT).scope(Scope::None);
        let unclear = |status, what, request_id| Ok(Advertised::Unclear(UnclearAnswer { status, what, request_id }));
        let known = match self.ask(outgoing).await {
            // A failed request is not the same as no advertisement.
            Ok(answer) if answer.status.is_server_error() || answer.status == StatusCode::TOO_MANY_REQUESTS => {
                answer.accepted().map(|_| None)?
            }
            // A start page or a login page is no advertisement, and no proof that there is none: it is not cached.
            Ok(answer) if answer.status == StatusCode::OK => match answer.json::<Advertisement>() {
                Ok(known) => Some(known),
                Err(Error::Broken { status, what, request_id }) => return unclear(status, what, request_id),
                Err(error) => return Err(error),
            },
            Ok(answer) if matches!(answer.status.as_u16(), 401 | 403 | 404 | 405 | 410) => None,
            Ok(answer) if answer.status.is_success() => {
                return unclear(answer.status.as_u16(), "a status that is not 200".into(), answer.request_id());
            }
            Ok(answer) => return unclear(answer.status.as_u16(), "a refusal".into(), answer.request_id()),
            Err(Error::Redirected { status, request_id, .. }) => {
                return unclear(status, "a redirect".into(), request_id);
            }
            Err(error) => return Err(error),
        };
        if let Some(cache) = self.0.cache.clone() {
            let (server, keep) = (self.0.server.clone(), known.clone());
            tokio::task::spawn_blocking(move || cache.put(&server, &keep, now)).await.ok();
        }
        Ok(Advertised::Known(known))
    }
}
