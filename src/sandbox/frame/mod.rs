//! What is round every request: the host check, settling, faults, the request ID, the headers, the log.

mod cut;

use std::time::Duration;

use axum::body::Body;
use axum::extract::{MatchedPath, Request, State};
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE, RETRY_AFTER, WWW_AUTHENTICATE};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use http_body_util::BodyExt as _;

use super::error::{Error, Shown};
use super::faults::{self, Call, Met};
use super::guard::bearer;
use super::hosts::Hosts;
use super::ids::digest;
use super::settle::settle;
use super::state::{App, millis};
use super::store::requests::{self, Entry};
use super::trace::{Damage, Facts, Trace};
use crate::api::header::SANDBOX_TIME;
use crate::api::problem::{Problem, ProblemBody};
use crate::serve::Hangup;

/// Version of the API, as the platform counts.
pub(crate) const API_VERSION: &str = "v1";

/// Answers one request inside its frame.
pub(crate) async fn frame(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let began = app.clock().moment();
    let template = request.extensions().get::<MatchedPath>().map(|path| path.as_str().to_owned());
    // Whoever serves beyond the loopback says for whom.
    let hosts = request.extensions().get::<Hosts>().cloned().unwrap_or_default();
    let meant = hosts.check(&request);
    // Strangers take no number: those that follow would have others, and a run could not be repeated.
    let logged = meant.is_ok() && !is_about_the_sandbox(template.as_deref());
    let numbered = if logged { app.next_request() } else { Ok((0, app.unlogged_request())) };
    let Ok((number, id)) = numbered else {
        // Without a database there is no request ID either.
        let text = "the sandbox could not use its database";
        let headers = [("x-makini-sandbox", "true"), ("retry-after", "1")];
        return (StatusCode::SERVICE_UNAVAILABLE, headers, text).into_response();
    };
    let settled = meant.and_then(|()| settle(&app));
    let at = millis(app.now());
    let trace = Trace::new(number, id.clone());
    request.extensions_mut().insert(trace.clone());
    let method = request.method().clone();
    let path = request.uri().path().to_owned();
    let hangup = request.extensions().get::<Hangup>().cloned().unwrap_or_default();
    let met = settled.and_then(|()| meet(&app, &request));
    let response = match met {
        Ok(met) => {
            trace.met(&app, &met, Duration::ZERO).await;
            match met.refusal {
                None => next.run(request).await,
                Some(refusal) => refusal.into_response(),
            }
        }
        Err(error) => error.into_response(),
    };
    let facts = trace.facts().clone();
    let error = response.extensions().get::<Error>().cloned().or_else(|| foreign(response.status()));
    let dressed = response.extensions().get::<Shown>().is_some();
    let (mut parts, body) = response.into_parts();
    let bytes = match &error {
        Some(error) if !dressed => {
            parts.headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
            parts.headers.remove(CONTENT_LENGTH);
            dress(&mut parts.headers, error, &app);
            problem(error, &id)
        }
        // All bodies are made in memory, so this waits for nothing.
        _ => body.collect().await.map(|body| body.to_bytes().to_vec()).unwrap_or_default(),
    };
    let elapsed = app.elapsed(began);
    // Where time stands still, only what is simulated takes any.
    let total = (elapsed + facts.source.saturating_sub(facts.slept)).max(facts.source);
    decorate(&mut parts.headers, &id, total, facts.source);
    let now = HeaderValue::from_str(&app.now().to_string()).expect("digits and punctuation");
    parts.headers.insert(SANDBOX_TIME, now);
    if logged {
        let entry = Entry {
            id: &id,
            at,
            connection: facts.connection.as_deref(),
            sync: None,
            source: "api",
            method: method.as_str(),
            path: &shown(&path, template.is_some()),
            endpoint: template.as_deref().unwrap_or("(none)"),
            status: parts.status.as_u16(),
            error: error.as_ref(),
            total_us: micros(total),
            source_us: micros(facts.source),
            bytes: bytes.len() as u64,
        };
        // An answer that is ready is worth more than its log entry.
        app.write(|tx| requests::insert(tx, &entry)).ok();
    }
    if facts.damage.is_some() {
        // What the router counted is not what is sent.
        parts.headers.remove(CONTENT_LENGTH);
    }
    let body = damaged(bytes, &facts, &method, hangup);
    Response::from_parts(parts, body)
}

/// Returns whether a path is none of the platform's: asked by tools and not by an integration, in no rhythm that could
/// be repeated. Log and metrics leave it out.
fn is_about_the_sandbox(template: Option<&str>) -> bool {
    template.is_some_and(|path| {
        path == "/health" || path == "/sandbox" || path.starts_with("/sandbox/") || path.starts_with("/.well-known/")
    })
}

/// Marks a request that no fault of calls may strike: a scenario's own, which nothing outside can send.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Unbroken;

/// Meets the faults that strike any call. Costs one look at an index when there is none.
fn meet(app: &App, request: &Request) -> Result<Met, Error> {
    if request.extensions().get::<Unbroken>().is_some() || !app.read(faults::any)? {
        return Ok(Met::default());
    }
    let token = bearer(request.headers()).map(digest);
    let call = Call { method: request.method().as_str(), path: request.uri().path(), token: token.as_ref() };
    app.write(|tx| faults::meet_any(tx, call, millis(app.now())))
}

/// A refusal that a library made: its text is left out, and it gets our shape.
fn foreign(status: StatusCode) -> Option<Error> {
    let code = match status.as_u16() {
        0..400 => return None,
        500.. => "INTERNAL_ERROR",
        404 => "NOT_FOUND",
        405 => "OPERATION_NOT_SUPPORTED",
        _ => "INVALID_REQUEST",
    };
    Some(Error::new(status, code, "the request is not of the form that this operation takes"))
}

fn micros(time: Duration) -> u64 {
    u64::try_from(time.as_micros()).unwrap_or(u64::MAX)
}

fn problem(error: &Error, id: &str) -> Vec<u8> {
    let body = ProblemBody {
        error: Problem {
            code: error.code.to_string(),
            kind: error.kind().into(),
            message: error.message.clone(),
            request_id: id.into(),
            details: (*error.details).clone(),
        },
    };
    serde_json::to_vec(&body).expect("a problem is always JSON")
}

fn dress(headers: &mut HeaderMap, error: &Error, app: &App) {
    if let Some(seconds) = error.retry_after {
        // Whoever waits does so by another clock.
        let scale = app.reading().scale.max(1.0);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            clippy::cast_precision_loss,
            reason = "seconds"
        )]
        let seconds = ((seconds as f64 / scale).ceil() as u64).max(1);
        headers.insert(RETRY_AFTER, HeaderValue::from(seconds));
    }
    if error.status == StatusCode::UNAUTHORIZED {
        headers.insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
    }
}

fn decorate(headers: &mut HeaderMap, id: &str, total: Duration, source: Duration) {
    let ms = |time: Duration| time.as_secs_f64() * 1000.0;
    let timing = format!("total;dur={:.3}, source;dur={:.3}", ms(total), ms(source));
    let mut set = |name: &'static str, value: &str| {
        let value = HeaderValue::from_str(value).expect("made of plain characters");
        headers.insert(HeaderName::from_static(name), value);
    };
    set("x-makini-sandbox", "true");
    set("x-request-id", id);
    set("server-timing", &timing);
    set("x-api-version", API_VERSION);
}

/// How tokens and secrets of many makers begin.
const SECRETS: [&str; 12] =
    ["eyJ", "sk_", "rk_", "pk_", "mk_live_", "mk_test_", "whsec_", "ghp_", "gho_", "ghs_", "github_pat_", "xox"];

/// Returns the path as it is logged. Queries are left out, and so is whatever could be a token somebody put there.
fn shown(path: &str, known: bool) -> String {
    if !known {
        return "(no such path)".into();
    }
    let segment = |segment: &str| {
        let plain = segment.len() <= 48
            && segment.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.'))
            && !SECRETS.iter().any(|prefix| segment.starts_with(prefix));
        if plain { segment.to_owned() } else { "(left out)".to_owned() }
    };
    path.split('/').map(segment).collect::<Vec<_>>().join("/")
}

fn damaged(mut bytes: Vec<u8>, facts: &Facts, method: &Method, hangup: Hangup) -> Body {
    match facts.damage {
        Some(Damage::Reset { .. }) if *method == Method::HEAD => hangup.reset(),
        Some(Damage::Reset { within }) => {
            let whole = bytes.len();
            // A body that fails at once lets nothing out, not even the head.
            bytes.truncate(if within { whole / 2 } else { 0 });
            return Body::new(cut::Cut::new(bytes, whole).resetting(hangup));
        }
        Some(Damage::MalformedJson) => {
            bytes.pop();
            bytes.extend_from_slice(b",}\"");
        }
        Some(Damage::CutBody) if *method != Method::HEAD => {
            let whole = bytes.len();
            bytes.truncate(whole / 2);
            return Body::new(cut::Cut::new(bytes, whole));
        }
        Some(Damage::CutBody) | None => {}
    }
    Body::from(bytes)
}

#[cfg(test)]
mod tests {
    use super::shown;

    #[test]
    fn what_may_be_a_token_is_not_logged() {
        assert_eq!(shown("/api/system/connections/00123456789012", true), "/api/system/connections/00123456789012");
        assert_eq!(shown("/api/system/connections/eyJhbGciOiJI", true), "/api/system/connections/(left out)");
        assert_eq!(shown("/api/erp/vendors/sk_live_123", true), "/api/erp/vendors/(left out)");
        for secret in ["mk_live_1", "mk_test_at_1", "whsec_c2VjcmV0", "ghp_1234", "github_pat_11", "xoxb-1"] {
            assert_eq!(shown(&format!("/api/erp/vendors/{secret}/x"), true), "/api/erp/vendors/(left out)/x");
        }
        assert_eq!(shown("/sk_live_123", false), "(no such path)");
    }
}
