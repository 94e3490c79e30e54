//! `/metrics`, `/healthz` and `/readyz`.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::Router;
use axum::extract::{Request, State};
use axum::http::header::{ALLOW, CACHE_CONTROL, CONTENT_TYPE, VARY};
use axum::http::{HeaderValue, Method, StatusCode};
use axum::response::{IntoResponse as _, Response};

use super::board::Board;
use crate::clock::{Clock, Moment};
use crate::exposition::Form;
use crate::serve::Hosts;

/// Whether the rounds go on.
#[derive(Debug)]
pub struct Pulse {
    clock: Clock,
    /// The time without a step after which they do not.
    patience: Duration,
    state: Mutex<(Moment, bool)>,
}

impl Pulse {
    /// Rounds that have not begun, and take a step at least every `patience`.
    pub fn new(clock: Clock, patience: Duration) -> Self {
        let now = clock.moment();
        Self { clock, patience, state: Mutex::new((now, false)) }
    }

    /// Notes a step.
    pub fn beat(&self) {
        self.state.lock().unwrap_or_else(PoisonError::into_inner).0 = self.clock.moment();
    }

    /// Notes the end of a round.
    pub fn round_ended(&self) {
        *self.state.lock().unwrap_or_else(PoisonError::into_inner) = (self.clock.moment(), true);
    }

    /// Returns whether the last step is not too long ago.
    pub fn is_alive(&self) -> bool {
        let (last, _) = *self.state.lock().unwrap_or_else(PoisonError::into_inner);
        self.clock.since(last) <= self.patience
    }

    /// Returns whether a round has ended.
    pub fn is_ready(&self) -> bool {
        self.state.lock().unwrap_or_else(PoisonError::into_inner).1
    }
}

struct Shared {
    board: Arc<Board>,
    pulse: Arc<Pulse>,
    hosts: Hosts,
}

/// Returns the router. Requests must name one of these hosts.
pub fn router(board: Arc<Board>, pulse: Arc<Pulse>, hosts: Hosts) -> Router {
    Router::new().fallback(answer).with_state(Arc::new(Shared { board, pulse, hosts }))
}

async fn answer(State(shared): State<Arc<Shared>>, request: Request) -> Response {
    let plain = |status: StatusCode, text: &'static str| {
        (status, [(CONTENT_TYPE, "text/plain; charset=utf-8"), (CACHE_CONTROL, "no-store")], text).into_response()
    };
    if let Err(reason) = shared.hosts.check(&request) {
        return (StatusCode::FORBIDDEN, [(CONTENT_TYPE, "text/plain; charset=utf-8")], format!("{reason}\n"))
            .into_response();
    }
    if request.method() != Method::GET && request.method() != Method::HEAD {
        let mut refused = plain(StatusCode::METHOD_NOT_ALLOWED, "only GET\n");
        refused.headers_mut().insert(ALLOW, HeaderValue::from_static("GET, HEAD"));
        return refused;
    }
    match request.uri().path() {
        "/metrics" => {
            let form = Form::accepted(request.headers());
            let headers = [(CONTENT_TYPE, form.content_type()), (CACHE_CONTROL, "no-store"), (VARY, "Accept")];
            (headers, shared.board.exposed(form)).into_response()
        }
        "/healthz" if shared.pulse.is_alive() => plain(StatusCode::OK, "ok\n"),
        "/healthz" => plain(StatusCode::SERVICE_UNAVAILABLE, "no round has ended for too long\n"),
        "/readyz" if shared.pulse.is_ready() => plain(StatusCode::OK, "ok\n"),
        "/readyz" => plain(StatusCode::SERVICE_UNAVAILABLE, "the first round has not ended\n"),
        "/" => plain(StatusCode::OK, "makini monitor: /metrics /healthz /readyz\n"),
        _ => plain(StatusCode::NOT_FOUND, "there are /metrics, /healthz and /readyz\n"),
    }
}
