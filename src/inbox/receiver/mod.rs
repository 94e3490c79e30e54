//! Receives over HTTP: checks the request, verifies, commits, and only then answers 2xx.
//!
//! | answer | when |
//! |---|---|
//! | 200 | it is on disk: new, a duplicate, or (by default) a conflict |
//! | 400, 405, 404 | not a delivery: wrong method or path, or malformed |
//! | 401 | the signature does not hold |
//! | 403 | the `Host` or the `Origin` is not one of ours |
//! | 408, 413 | the body is too slow or too large |
//! | 409 | a conflict, where that was asked for |
//! | 503, 507 with `Retry-After` | it could not be committed, or too much waits; the inbox is full |

mod body;
mod metrics;
mod refused;
mod tls;

use std::convert::Infallible;
use std::future::Future;
use std::net::SocketAddr;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use axum::Router;
use axum::extract::Request;
use axum::response::{IntoResponse as _, Response};
use http::header::{CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, VARY};
use http::{HeaderMap, HeaderValue, Method, StatusCode};
use sha2::{Digest as _, Sha256};
use tokio::net::TcpListener;
use tokio::sync::{Semaphore, oneshot};

use super::event::ReceiverEvent;
use super::forward::{Forwarder, Routes};
use super::store::{Arrival, Inbox, RejectedDelivery, StoreError, Stored};
use super::verify::{Verdict, Verifier};
use crate::exposition::Form;
use crate::serve::{self, Hosts, Limits, Protocols};

use metrics::Metrics;
use refused::RequestError;
pub use tls::{TlsError, certificate};

/// Answers as the health checks do, whatever path these have.
const READY_PATH: &str = "/readyz";
/// Maximum number of header names stored with a rejected delivery: these records wait for the disk too, and stay small.
const HEADER_NAMES: usize = 32;

/// What is done with a delivery whose ID is already stored with another body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnConflict {
    /// Stored and answered 200, so that the sender stops.
    Accept,
    /// Stored and answered 409.
    Refuse,
}

/// What is accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Policy {
    /// Accept deliveries without verifying them (`--accept-unsigned`).
    pub accept_unsigned: bool,
    /// Store deliveries whose signature does not hold, without their bodies.
    pub keep_rejected: bool,
    /// What is done with a conflict.
    pub on_conflict: OnConflict,
}

impl Default for Policy {
    fn default() -> Self {
        Self { accept_unsigned: false, keep_rejected: false, on_conflict: OnConflict::Accept }
    }
}

/// Configuration of a [`Receiver`].
#[derive(Clone, Debug)]
pub struct Options {
    /// Names and addresses it answers to, besides those of this machine's loopback.
    pub hosts: Hosts,
    /// The only path it answers on; any path if nothing.
    pub path: Option<String>,
    /// The path of health checks. They are answered whatever their `Host` is, and noted nowhere.
    pub health_path: Option<String>,
    /// The path of metrics for Prometheus; none if nothing.
    pub metrics_path: Option<String>,
    /// Bytes of one body.
    pub max_body: usize,
    /// Time for one body to come in.
    pub body_time: Duration,
    /// Bytes of all bodies in memory at one moment: those that are being received, and, with their headers, those that
    /// wait for the disk.
    pub max_bodies: usize,
    /// Time for a commit, after which the answer is 503.
    pub commit_time: Duration,
    /// What is accepted.
    pub policy: Policy,
    /// The limits of the HTTP server.
    pub limits: Limits,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            hosts: Hosts::default(),
            path: None,
            health_path: Some("/healthz".into()),
            metrics_path: None,
            max_body: 1 << 20,
            body_time: Duration::from_secs(10),
            max_bodies: 64 << 20,
            // Senders count ten seconds as failed.
            commit_time: Duration::from_secs(9),
            policy: Policy::default(),
            limits: Limits {
                connections: 512,
                // A proxy in front is one peer, so it gets most.
                connections_per_peer: 384,
                header_time: Duration::from_secs(5),
                protocols: Protocols::Http1,
                ..Limits::default()
            },
        }
    }
}

/// A receiver that is ready to run.
pub struct Receiver {
    /// Where deliveries are stored.
    pub inbox: Inbox,
    /// Verifies deliveries.
    pub verifier: Arc<dyn Verifier>,
    /// Which events are forwarded where.
    pub routes: Routes,
    /// Its configuration.
    pub options: Options,
    /// The certificate, for HTTPS.
    pub tls: Option<Arc<rustls::ServerConfig>>,
    /// What it waits for before it says that it is ready; it receives meanwhile. Nothing to wait for if nothing.
    pub caught_up: Option<oneshot::Receiver<()>>,
}

impl Receiver {
    /// Receives and forwards until `stop` is ready. Then it accepts nothing more, lets requests in flight finish
    /// within the drain time, and gives the inbox back.
    ///
    /// # Errors
    /// When the listener has no address, or the forwarder cannot start.
    pub async fn run(
        mut self,
        listener: TcpListener,
        stop: impl Future<Output = ()> + Send,
    ) -> Result<(), super::Error> {
        let io = |what| move |source| super::Error::Io { what, source };
        let address = listener.local_addr().map_err(io("learn the receiver's address"))?;
        let url = format!("{}://{address}", if self.tls.is_some() { "https" } else { "http" });
        self.inbox.announce(address.to_string()).map_err(io("write who holds the inbox"))?;
        let forwarder = Forwarder::start(&self.inbox, self.routes.clone())?;
        let pending = match forwarder.pending().await {
            Ok(pending) => pending,
            Err(error) => {
                forwarder.stop(Duration::ZERO).await;
                self.inbox.close().await;
                return Err(error);
            }
        };
        let ready = ReceiverEvent::Ready {
            url,
            inbox: self.inbox.place().to_string(),
            pid: std::process::id(),
            started_at: self.inbox.clock().now(),
            pending,
        };
        let inbox = self.inbox.clone();
        let caught_up = self.caught_up.take();
        let announce = async {
            let is_ready = match caught_up {
                Some(caught_up) => caught_up.await.is_ok(),
                None => true,
            };
            if is_ready {
                inbox.publish(ready);
            }
            std::future::pending::<Infallible>().await
        };
        let handler = self.handler(address);
        let limits = self.options.limits;
        let clock = self.inbox.clock();
        let stopped_at = OnceLock::new();
        let stop = async {
            stop.await;
            stopped_at.set(clock.moment()).ok();
            forwarder.halt();
        };
        let serve = serve::serve_handler(listener, handler, limits, self.tls, stop);
        let served = tokio::select! {
            biased;
            never = announce => match never {},
            served = serve => served,
        };
        // Requests and deliveries in flight share the time to finish.
        let used = stopped_at.get().map_or(Duration::ZERO, |&at| clock.since(at));
        forwarder.stop(limits.drain_time.saturating_sub(used)).await;
        self.inbox.close().await;
        served.map_err(io("serve"))
    }

    /// Returns what answers the requests to a listener with this address. There is nothing to route.
    fn handler(&self, address: SocketAddr) -> serve::Handler {
        let mut options = self.options.clone();
        if !address.ip().is_unspecified() {
            options.hosts.allow(&address.ip().to_string());
        }
        let handler = Arc::new(Handler {
            inbox: self.inbox.clone(),
            verifier: Arc::clone(&self.verifier),
            routes: self.routes.clone(),
            memory: Arc::new(Semaphore::new(options.max_bodies)),
            probed: AtomicBool::new(false),
            metrics: Metrics::default(),
            options,
        });
        Arc::new(move |request| Box::pin(receive(Arc::clone(&handler), request)))
    }
}

/// Answers everybody 503 without end: while there is no inbox to write to.
///
/// # Errors
/// None at present.
pub async fn refuse_all(listener: TcpListener, limits: Limits) -> std::io::Result<()> {
    let refuse = async || RequestError::from(StoreError::NoSpace).and_close().answer();
    serve::serve(listener, Router::new().fallback(refuse), limits, std::future::pending()).await
}

/// What handles the requests.
struct Handler {
    inbox: Inbox,
    verifier: Arc<dyn Verifier>,
    routes: Routes,
    options: Options,
    memory: Arc<Semaphore>,
    /// Whether a request that cannot carry an event was noted: load balancers send one every few seconds.
    probed: AtomicBool,
    metrics: Metrics,
}

/// Returns the content encoding of a body, for display; nothing if it has none.
fn encoding(headers: &HeaderMap) -> Option<String> {
    let value = headers.get(CONTENT_ENCODING)?;
    let text: String = value.to_str().unwrap_or("?").trim().chars().filter(char::is_ascii_graphic).take(40).collect();
    (!text.is_empty() && !text.eq_ignore_ascii_case("identity")).then_some(text)
}

async fn receive(handler: Arc<Handler>, request: Request) -> Response {
    let is_probe = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    let path = Some(request.uri().path());
    if is_probe && (handler.options.health_path.as_deref() == path || path == Some(READY_PATH)) {
        return handler.health();
    }
    if is_probe && handler.options.metrics_path.as_deref() == path {
        if let Err(foreign) = handler.check_host(&request) {
            return foreign.answer();
        }
        return handler.metrics(Form::accepted(request.headers())).await;
    }
    match handler.take(request).await {
        Ok(answer) => answer,
        Err(error) => {
            handler.metrics.refused(error.status);
            if !is_probe || !handler.probed.swap(true, Ordering::Relaxed) {
                handler
                    .inbox
                    .publish(ReceiverEvent::Rejected { status: error.status.as_u16(), reason: error.reason.clone() });
            }
            error.answer()
        }
    }
}

impl Handler {
    /// Answers a health check: 503 while the inbox could not be written lately.
    fn health(&self) -> Response {
        if self.inbox.is_in_trouble() {
            return RequestError::new(StatusCode::SERVICE_UNAVAILABLE, "the inbox cannot be written")
                .later(10)
                .answer();
        }
        let mut answer = (StatusCode::OK, r#"{"status":"ok"}"#).into_response();
        answer.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        answer
    }

    fn check_host(&self, request: &Request) -> Result<(), RequestError> {
        let foreign = |reason| RequestError::new(StatusCode::FORBIDDEN, reason).and_close();
        self.options.hosts.check(request).map_err(foreign)
    }

    async fn metrics(&self, form: Form) -> Response {
        let text = self.metrics.text(&self.inbox, &self.routes, form).await;
        ([(CONTENT_TYPE, form.content_type()), (CACHE_CONTROL, "no-store"), (VARY, "Accept")], text).into_response()
    }

    async fn take(&self, request: Request) -> Result<Response, RequestError> {
        self.check_host(&request)?;
        if let Some(path) = &self.options.path
            && request.uri().path() != path
        {
            return Err(RequestError::new(StatusCode::NOT_FOUND, "nothing is received here"));
        }
        if request.method() != Method::POST {
            return Err(RequestError::new(StatusCode::METHOD_NOT_ALLOWED, "events are sent with POST"));
        }
        let (parts, body) = request.into_parts();
        let (body, mut held) =
            body::read(&parts.headers, body, self.options.max_body, self.options.body_time, &self.memory).await?;
        let now = self.inbox.clock().now();
        let verification = self.verifier.verify(&parts.uri, &parts.headers, &body, now);
        if verification.verdict != Verdict::Verified
            && let Some(encoding) = encoding(&parts.headers)
        {
            let reason = format!("the body is encoded as `{encoding}`, and is received without an encoding only");
            return Err(RequestError::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, reason));
        }
        match verification.verdict {
            Verdict::Verified => {}
            Verdict::Unverified if self.options.policy.accept_unsigned => {}
            Verdict::Unverified => {
                return Err(RequestError::new(StatusCode::UNAUTHORIZED, "the delivery is not signed"));
            }
            Verdict::Rejected => {
                let reason = verification.reason.unwrap_or_default();
                if self.options.policy.keep_rejected {
                    self.store_rejected(&parts.headers, &body, reason.clone(), now).await?;
                }
                self.metrics.refused(StatusCode::UNAUTHORIZED);
                self.inbox.publish(ReceiverEvent::Rejected { status: 401, reason });
                return Ok(RequestError::new(StatusCode::UNAUTHORIZED, "the signature does not hold").answer());
            }
        }
        // It is passed on several times from here.
        let mut arrival = Box::new(Arrival::new(&parts.headers, body, verification, now));
        arrival.forward = self.routes.may_take(&arrival.envelope.event);
        // The arrival holds its share until it is written or refused, even if its sender disconnects meanwhile: memory
        // is bounded whatever the disk does.
        body::hold(&self.memory, arrival.extra_bytes(), &mut held)?;
        arrival.memory = held.map(Arc::new);
        let kept = tokio::time::timeout(self.options.commit_time, self.inbox.store(arrival)).await;
        match kept {
            // It may still be committed; then the sender's next attempt is a duplicate.
            Err(_) => Err(RequestError::new(StatusCode::SERVICE_UNAVAILABLE, "try again later").later(10)),
            Ok(kept) => Ok(self.answer(kept?)),
        }
    }

    fn answer(&self, kept: Stored) -> Response {
        self.metrics.stored(kept);
        let (status, text) = match kept {
            Stored::New { number, .. } => (StatusCode::OK, format!(r#"{{"status":"stored","arrival":{number}}}"#)),
            Stored::Duplicate { number, .. } => {
                (StatusCode::OK, format!(r#"{{"status":"duplicate","arrival":{number}}}"#))
            }
            Stored::Conflict { number, .. } => {
                let status = match self.options.policy.on_conflict {
                    OnConflict::Accept => StatusCode::OK,
                    OnConflict::Refuse => StatusCode::CONFLICT,
                };
                (status, format!(r#"{{"status":"conflict","arrival":{number}}}"#))
            }
        };
        let mut answer = (status, text).into_response();
        answer.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        answer
    }

    async fn store_rejected(
        &self,
        headers: &HeaderMap,
        body: &[u8],
        reason: String,
        received_at: jiff::Timestamp,
    ) -> Result<(), RequestError> {
        let names: Vec<&str> = headers.keys().map(http::HeaderName::as_str).take(HEADER_NAMES).collect();
        let digest = Sha256::digest(body).into();
        let rejected =
            RejectedDelivery { received_at, reason, bytes: body.len(), digest, header_names: names.join(",") };
        match tokio::time::timeout(self.options.commit_time, self.inbox.store_rejected(rejected)).await {
            Err(_) => Err(RequestError::new(StatusCode::SERVICE_UNAVAILABLE, "try again later").later(10)),
            Ok(kept) => Ok(kept?),
        }
    }
}
