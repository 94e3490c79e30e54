//! Takes a request of the application, passes it on, and passes the response back.

use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use axum::body::Body;
use axum::extract::Request;
use axum::response::Response;
use http::header::{AUTHORIZATION, CONTENT_LENGTH, CONTENT_TYPE, WWW_AUTHENTICATE};
use http::{HeaderValue, Method, StatusCode, Version};
use hyper::body::{Body as _, Incoming};
use serde_json::json;
use tokio::net::TcpListener;
use tokio::runtime::Handle;

use super::call::Call;
use super::download::Download;
use super::expectation;
use super::headers;
use super::injection::Injection;
use super::queue::{KeepBodies, Queue};
use super::upload::Upload;
use super::upstream::Upstream;
use crate::client::ServerUrl;
use crate::clock::Clock;
use crate::network::{NetworkOptions, SetupError};
use crate::serve::{self, Handler, Hosts, Limits, Protocols, Workers};

/// Time for calls in progress after the stop.
const DRAIN: Duration = Duration::from_secs(10);

/// How requests are taken and passed on.
pub struct Options {
    /// The server.
    pub server: ServerUrl,
    /// The settings for connections to it.
    pub network: NetworkOptions,
    /// The values of `Host` and `Origin` that are served.
    pub hosts: Hosts,
    /// The time.
    pub clock: Clock,
    /// Puts the token of a connection in the place of the application's.
    pub injection: Option<Injection>,
    /// Whose bodies are kept.
    pub keep_bodies: KeepBodies,
}

/// A reverse proxy to one server.
pub struct Proxy {
    /// For each event loop, as connections to the server cannot change theirs.
    handlers: Vec<(Handle, Handler)>,
    queue: Queue,
}

impl Proxy {
    /// Prepares a proxy whose calls are described in this queue, and served by these threads. Nothing is opened yet.
    ///
    /// # Errors
    /// The settings for connections cannot be used.
    pub fn new(options: Options, queue: Queue, workers: &Workers) -> Result<Self, SetupError> {
        let Options { server, network, hosts, clock, injection, keep_bodies } = options;
        let injection = injection.map(Arc::new);
        let handlers = workers.handles().iter().map(|runtime| {
            let passage = Arc::new(Passage {
                upstream: Arc::new(Upstream::new(&server, &network)?),
                hosts: hosts.clone(),
                clock: clock.clone(),
                injection: injection.clone(),
                keep_bodies,
                queue: queue.clone(),
            });
            let handler: Handler = Arc::new(move |request| Box::pin(Arc::clone(&passage).handle(request)));
            Ok((runtime.clone(), handler))
        });
        Ok(Self { handlers: handlers.collect::<Result<_, SetupError>>()?, queue })
    }

    /// Serves until `stop` is ready, then lets calls in progress finish for ten seconds.
    ///
    /// # Errors
    /// The listener fails.
    pub async fn run(self, listener: TcpListener, stop: impl Future<Output = ()> + Send) -> std::io::Result<()> {
        let limits = Limits { protocols: Protocols::Http1, drain_time: DRAIN, is_proxy: true, ..Limits::default() };
        serve::serve_on(&self.handlers, listener, limits, self.queue.unreadable(), stop).await
    }
}

/// The way of a call through one event loop.
struct Passage {
    upstream: Arc<Upstream>,
    hosts: Hosts,
    clock: Clock,
    injection: Option<Arc<Injection>>,
    keep_bodies: KeepBodies,
    queue: Queue,
}

impl Passage {
    async fn handle(self: Arc<Self>, request: Request) -> Response {
        if let Err(reason) = self.hosts.check(&request) {
            return self.refused(StatusCode::FORBIDDEN, reason);
        }
        if let Some(injection) = &self.injection
            && !injection.admits(request.headers())
        {
            let mut response = self.refused(StatusCode::UNAUTHORIZED, "the request has not the token of this proxy");
            response.headers_mut().insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
            return response;
        }
        let (mut parts, body) = request.into_parts();
        let target = parts.uri.path_and_query().filter(|target| target.as_str().starts_with('/')).cloned();
        let Some((target, uri)) = target.and_then(|target| Some((target.clone(), self.upstream.address(target)?)))
        else {
            return self.refused(StatusCode::BAD_REQUEST, "the target of the request is not a path");
        };
        if headers::is_loop(&parts.headers) {
            return self
                .refused(StatusCode::LOOP_DETECTED, "the request has passed this proxy before: it is its own server");
        }
        let mut call = Call::begin(self.queue.clone(), self.clock.clone(), self.keep_bodies, &parts, &target);
        let is_expecting = expectation::is_expected(&parts.headers);
        headers::of_request(&mut parts.headers, parts.version);
        let mut injected = None;
        if let Some(injection) = &self.injection {
            match injection.authorization().await {
                Ok(token) => {
                    call.inject(injection.connection(), &token);
                    parts.headers.insert(AUTHORIZATION, token.clone());
                    injected = Some((Arc::clone(injection), token));
                }
                Err(reason) => {
                    let message = format!("there is no token of the connection: {reason}");
                    let response = refusal(StatusCode::BAD_GATEWAY, "token", &message);
                    call.end(Some(("token", message)));
                    return response;
                }
            }
        }
        parts.uri = uri;
        parts.version = Version::HTTP_11;
        // Its extensions stay: the capital letters of its headers are among them.
        let is_head = parts.method == Method::HEAD;
        let (gate, opener) = if is_expecting { Some(expectation::gate()).unzip() } else { (None, None) };
        let sample = call.request_sample();
        let body = Upload::of(body, call.sent(), gate, sample);
        match self.upstream.send(http::Request::from_parts(parts, body), opener).await {
            Ok(response) => {
                if let Some((injection, token)) = injected.filter(|_| response.status() == StatusCode::UNAUTHORIZED) {
                    // The answer passes as it is; the next call has another token, if there is one.
                    tokio::spawn(async move { injection.renew(&token).await });
                }
                self.passed_back(response, call, is_head)
            }
            Err(_) if call.sent().is_broken() => {
                call.cancel();
                refusal(StatusCode::BAD_REQUEST, "incomplete", "the body of the request broke off")
            }
            Err(error) => {
                let (code, message) = self.upstream.fault(&error, error.is_connect());
                let response = refusal(StatusCode::BAD_GATEWAY, code, &message);
                call.end(Some((code, message)));
                response
            }
        }
    }

    /// Refuses a request, which is no call then.
    fn refused(&self, status: StatusCode, reason: &str) -> Response {
        self.queue.refuse();
        refusal(status, "refused", reason)
    }

    fn passed_back(&self, response: http::Response<Incoming>, mut call: Call, is_head: bool) -> Response {
        let (mut head, body) = response.into_parts();
        call.answered(&head);
        headers::of_response(&mut head.headers, head.version);
        head.version = Version::HTTP_11;
        let length = head.headers.get(CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse().ok());
        // No byte of such a body is asked for.
        if is_head || body.is_end_stream() {
            call.end(None);
        }
        let download = Download { inner: body, call, length, upstream: Arc::clone(&self.upstream) };
        Response::from_parts(head, Body::new(download))
    }
}

/// Returns an answer of this proxy itself.
fn refusal(status: StatusCode, code: &str, reason: &str) -> Response {
    let message = format!("makini record: {reason}");
    let body = json!({ "error": { "code": code, "type": "proxy_error", "message": message } });
    let mut response = Response::new(Body::from(body.to_string()));
    *response.status_mut() = status;
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    response
}
