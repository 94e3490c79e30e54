//! A platform that answers as it was recorded, except for one answer.

use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll};
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes, HttpBody, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse as _, Response};
use axum::routing::any;
use hyper::body::Frame;

use super::mutation::{Mutation, Reply};
use super::recording::{Answer, Recording, Stage};
use crate::support::served::Served;

/// How late an answer is.
const LATE: Duration = Duration::from_millis(40);

/// What is answered in one run.
#[derive(Default)]
struct Plan {
    recorded: Option<(Arc<Recording>, usize)>,
    used: Vec<bool>,
    target: usize,
    mutation: Option<Arc<Mutation>>,
    /// Whether the mutated answer was sent.
    is_hit: bool,
    /// The status that it had.
    status: Option<u16>,
    /// Whether a change was answered as recorded.
    has_written: bool,
    /// Whether something was asked that nobody recorded.
    is_unrecorded: bool,
}

/// What became of a plan.
#[derive(Clone, Copy, Debug)]
pub(super) struct Outcome {
    /// Whether the mutated answer was sent.
    pub is_hit: bool,
    /// The status that it had.
    pub status: Option<u16>,
    /// Whether a change was answered as recorded, before or after.
    pub has_written: bool,
    /// Whether something was asked that nobody recorded.
    pub is_unrecorded: bool,
}

/// The platform.
#[derive(Clone, Default)]
pub(super) struct Replay(Arc<Mutex<Plan>>);

impl Replay {
    pub(super) fn serve() -> (Served, Self) {
        let replay = Self::default();
        let handler = any(|State(replay): State<Self>, request: Request| async move { replay.answer(request).await });
        (Served::router(Router::new().fallback(handler).with_state(replay.clone())), replay)
    }

    /// Answers from now on as recorded, except for one answer.
    pub(super) fn set(&self, recording: &Arc<Recording>, stage: usize, target: usize, mutation: Arc<Mutation>) {
        let used = vec![false; recording.stages[stage].answers.len()];
        let recorded = Some((Arc::clone(recording), stage));
        *self.0.lock().expect("not poisoned") =
            Plan { recorded, used, target, mutation: Some(mutation), ..Plan::default() };
    }

    pub(super) fn outcome(&self) -> Outcome {
        let Plan { is_hit, status, has_written, is_unrecorded, .. } = *self.0.lock().expect("not poisoned");
        Outcome { is_hit, status, has_written, is_unrecorded }
    }

    async fn answer(&self, request: Request) -> Response {
        let method = request.method().to_string();
        let path = request.uri().path_and_query().map_or_else(String::new, ToString::to_string);
        let (parts, body) = request.into_parts();
        let token = parts.headers.get("authorization").and_then(|value| value.to_str().ok()).unwrap_or_default();
        let sent = token.trim_start_matches("Bearer ").to_owned();
        let body = to_bytes(body, 1 << 24).await.unwrap_or_default();
        let reply = self.choose(&method, &path, &format!("{sent} {}", String::from_utf8_lossy(&body)));
        let reply = match reply {
            Reply::Late(reply) => {
                tokio::time::sleep(LATE).await;
                *reply
            }
            reply => reply,
        };
        match reply {
            Reply::Late(_) => unreachable!("late once"),
            Reply::Whole { status, headers, body } => response(status, &headers, Body::from(body)),
            Reply::Hang => std::future::pending().await,
            Reply::Stuck { status, headers, body } => response(status, &headers, odd(body, false)),
            Reply::Cut { status, headers, body } => response(status, &headers, odd(body, true)),
        }
    }

    fn choose(&self, method: &str, path: &str, sent: &str) -> Reply {
        let mut plan = self.0.lock().expect("not poisoned");
        let (recording, stage) = plan.recorded.clone().expect("a plan has one");
        let Stage { answers, before, .. } = &recording.stages[stage];
        let is_same = |answer: &Answer| answer.method == method && answer.path == path;
        let known: Vec<usize> = (0..answers.len()).filter(|at| is_same(&answers[*at])).collect();
        let chosen = known.iter().copied().find(|at| !plan.used[*at]).or(known.last().copied());
        if let Some(at) = chosen {
            plan.used[at] = true;
        }
        if chosen == Some(plan.target) && !plan.is_hit {
            plan.is_hit = true;
            let mutation = plan.mutation.clone().expect("a plan has one");
            let reply = (mutation.make)(sent);
            plan.status = reply.status();
            return reply;
        }
        let target = &answers[plan.target];
        let is_lie = plan.mutation.as_ref().is_some_and(|mutation| mutation.is_lie());
        // A change that was answered with a lie was not made, and everything is as before.
        let was = before.get(&format!("{method} {path}"));
        if let Some(answer) = was.filter(|_| plan.is_hit && is_lie && target.is_write()) {
            return Reply::of(answer);
        }
        if let Some(at) = chosen {
            plan.has_written |= answers[at].is_write();
            return Reply::of(&answers[at]);
        }
        plan.is_unrecorded = true;
        // What was refused is not renewed.
        if path == "/link/token" {
            return Reply::json(400, r#"{"error":"invalid_grant"}"#);
        }
        Reply::json(404, r#"{"error":{"code":"NOT_FOUND","message":"nothing was recorded here"}}"#)
    }
}

fn response(status: u16, headers: &[(String, String)], body: Body) -> Response {
    let mut response = body.into_response();
    *response.status_mut() = StatusCode::from_u16(status).expect("a status");
    response.headers_mut().clear();
    for (name, value) in headers {
        let name = HeaderName::from_bytes(name.as_bytes()).expect("a name");
        // What no header can hold is left out.
        if let Ok(value) = HeaderValue::from_bytes(value.as_bytes()) {
            response.headers_mut().append(name, value);
        }
    }
    response
}

/// A body that never ends well: it stops, or breaks off.
fn odd(body: Vec<u8>, breaks: bool) -> Body {
    Body::new(Odd { chunk: Some(body.into()), breaks })
}

struct Odd {
    chunk: Option<Bytes>,
    breaks: bool,
}

impl HttpBody for Odd {
    type Data = Bytes;
    type Error = std::io::Error;

    fn poll_frame(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, std::io::Error>>> {
        match self.chunk.take() {
            Some(chunk) => Poll::Ready(Some(Ok(Frame::data(chunk)))),
            None if self.breaks => Poll::Ready(Some(Err(std::io::Error::other("broken off")))),
            None => Poll::Pending,
        }
    }
}
