//! Middleware of every request: host check, due timers, faults, request ID, response headers, log.

mod truncated_body;
mod unread_body;

use std::time::Duration;

use axum::body::Body;
use axum::extract::{MatchedPath, Request, State};
use axum::http::header::{CONNECTION, CONTENT_LENGTH, CONTENT_TYPE, RETRY_AFTER, USER_AGENT, WWW_AUTHENTICATE};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use http_body_util::BodyExt as _;
use serde_json::{Value, json};

use self::unread_body::UnreadBody;
use super::allowed_hosts::AllowedHosts;
use super::auth::bearer;
use super::due::run_due;
use super::error::{Error, KeepBody};
use super::faults;
use super::faults::call::{ApiCall, CallEffect, Damage};
use super::ids::digest;
use super::request_facts::{Facts, Trace};
use super::state::App;
use super::store::connections;
use super::store::requests::insert::{Entry, insert};
use super::time::millis;
use crate::api::error_code::ErrorCode;
use crate::api::header::{SANDBOX_TIME, is_makini, is_tool};
use crate::api::path::{TOKEN, connection_of};
use crate::api::problem::{Problem, ProblemBody};
use crate::api::requests::RequestKind;
use crate::serve::ResetHandle;

/// Version of the API, as the platform numbers it.
pub(crate) const API_VERSION: &str = "v1";

/// Handles one request.
pub(crate) async fn handle(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let began = app.clock().moment();
    let template = request.extensions().get::<MatchedPath>().map(|path| path.as_str().to_owned());
    // Set by [`super::server`] where it serves beyond the loopback.
    let hosts = request.extensions().get::<AllowedHosts>().cloned().unwrap_or_default();
    let meant = hosts.check(&request);
    // Rejected requests get no number: later requests would get other IDs, and a run could not be repeated.
    let logged = meant.is_ok() && !is_about_the_sandbox(template.as_deref());
    let numbered = if logged { app.next_request() } else { Ok((0, app.unlogged_request())) };
    let Ok((number, id)) = numbered else {
        // Without a database there is no request ID.
        let text = "the sandbox could not use its database";
        let headers = [("x-makini-sandbox", "true"), ("retry-after", "1")];
        return (StatusCode::SERVICE_UNAVAILABLE, headers, text).into_response();
    };
    let settled = meant.and_then(|()| run_due(&app));
    let at = millis(app.now());
    let trace = Trace::new(number, id.clone());
    request.extensions_mut().insert(trace.clone());
    let method = request.method().clone();
    let path = request.uri().path().to_owned();
    let kind = kind(request.headers(), template.is_some());
    // One that does not exist, or no longer, would be a group of its own in the metrics.
    let about = template.as_deref().and_then(|template| connection_of(template, &path)).map(str::to_owned);
    let about = about.filter(|key| app.read(|db| connections::exists(db, key)).unwrap_or_default());
    let hangup = request.extensions().get::<ResetHandle>().cloned().unwrap_or_default();
    let unread = UnreadBody::new(std::mem::take(request.body_mut()));
    *request.body_mut() = Body::new(unread.clone());
    let effect = settled.and_then(|()| check_faults(&app, &request));
    let response = match effect {
        Ok(effect) => {
            trace.apply(&app, &effect, Duration::ZERO).await;
            match effect.refusal {
                None => next.run(request).await,
                Some(refusal) => refusal.into_response(),
            }
        }
        Err(error) => error.into_response(),
    };
    let facts = trace.facts().clone();
    let error = response.extensions().get::<Error>().cloned().or_else(|| library_error(response.status()));
    let dressed = response.extensions().get::<KeepBody>().is_some();
    let (mut parts, body) = response.into_parts();
    let bytes = match &error {
        Some(error) if !dressed => {
            parts.headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
            parts.headers.remove(CONTENT_LENGTH);
            set_error_headers(&mut parts.headers, error, &app);
            if template.as_deref() == Some(TOKEN) { oauth_problem(error, &id) } else { problem(error, &id) }
        }
        // All bodies are in memory, so this does not block.
        _ => body.collect().await.map(|body| body.to_bytes().to_vec()).unwrap_or_default(),
    };
    let is_read = unread.drain().await;
    let elapsed = app.elapsed(began);
    // While the clock is stopped, only simulated latency counts.
    let total = elapsed.max(facts.source);
    if !is_read {
        parts.headers.insert(CONNECTION, HeaderValue::from_static("close"));
    }
    set_response_headers(&mut parts.headers, &id, total, facts.source);
    let now = HeaderValue::from_str(&app.now().to_string()).expect("digits and punctuation");
    parts.headers.insert(SANDBOX_TIME, now);
    if logged {
        let entry = Entry {
            id: &id,
            at,
            connection: facts.connection.as_deref().or(about.as_deref()),
            sync: None,
            kind,
            method: method.as_str(),
            path: &redacted_path(&path, template.is_some()),
            endpoint: template.as_deref().unwrap_or("(none)"),
            status: parts.status.as_u16(),
            error: error.as_ref(),
            total_us: micros(total),
            source_us: micros(facts.source),
            bytes: bytes.len() as u64,
        };
        // A failed log entry must not fail the response.
        app.write(|tx| insert(tx, &entry)).ok();
    }
    if facts.damage.is_some() {
        // The router has set the original length.
        parts.headers.remove(CONTENT_LENGTH);
    }
    let body = damaged(bytes, &facts, &method, hangup);
    Response::from_parts(parts, body)
}

/// Returns whether a path belongs to the sandbox and not to the platform. Such requests come from tools, at times that
/// cannot be repeated, and are not logged.
fn is_about_the_sandbox(template: Option<&str>) -> bool {
    template.is_some_and(|path| {
        path == "/health" || path == "/sandbox" || path.starts_with("/sandbox/") || path.starts_with("/.well-known/")
    })
}

/// Marks a request that faults do not apply to: a scenario's own. Clients cannot set it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct SkipFaults;

/// Applies the faults of all API calls. Costs one index read when there are none.
fn check_faults(app: &App, request: &Request) -> Result<CallEffect, Error> {
    if request.extensions().get::<SkipFaults>().is_some() || !app.read(faults::call::has_api_faults)? {
        return Ok(CallEffect::default());
    }
    let token = bearer(request.headers()).map(digest);
    let call = ApiCall { method: request.method().as_str(), path: request.uri().path(), token: token.as_ref() };
    app.write(|tx| faults::call::apply_any(tx, call, millis(app.now())))
}

/// Returns the error body for an error response made by a library; its text is dropped.
fn library_error(status: StatusCode) -> Option<Error> {
    if status.as_u16() < 400 {
        return None;
    }
    let code = ErrorCode::of_status(status.as_u16());
    Some(Error::new(status, code, "the request is not of the form that this operation takes"))
}

/// Returns what a request counts as. An operation that does not exist is nothing that this program's commands should be
/// judged by.
fn kind(headers: &HeaderMap, is_known: bool) -> RequestKind {
    let agent = headers.get(USER_AGENT).and_then(|agent| agent.to_str().ok()).unwrap_or_default();
    if is_tool(agent) || (!is_known && is_makini(agent)) { RequestKind::Tool } else { RequestKind::Api }
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

/// Returns OAuth's own form of an error (RFC 6749, 5.2), which libraries read: for the token endpoint alone.
fn oauth_problem(error: &Error, id: &str) -> Vec<u8> {
    let word = error.details.get("error").and_then(Value::as_str).unwrap_or(match error.status.as_u16() {
        401 => "invalid_client",
        429 | 502..=504 => "temporarily_unavailable",
        500.. => "server_error",
        _ => "invalid_request",
    });
    let body = json!({ "error": word, "error_description": error.message, "code": error.code, "request_id": id });
    serde_json::to_vec(&body).expect("an object is always JSON")
}

fn set_error_headers(headers: &mut HeaderMap, error: &Error, app: &App) {
    if let Some(seconds) = error.retry_after {
        // The client waits by the machine's clock.
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
        let is_client = error.details.get("error").is_some_and(|word| word == "invalid_client");
        headers.insert(WWW_AUTHENTICATE, HeaderValue::from_static(if is_client { "Basic" } else { "Bearer" }));
    }
}

fn set_response_headers(headers: &mut HeaderMap, id: &str, total: Duration, source: Duration) {
    let ms = |time: Duration| time.as_secs_f64() * 1000.0;
    let mut timing = format!("total;dur={:.3}", ms(total));
    if !source.is_zero() {
        timing.push_str(&format!(", source;dur={:.3}", ms(source)));
    }
    let mut set = |name: &'static str, value: &str| {
        let value = HeaderValue::from_str(value).expect("made of plain characters");
        headers.insert(HeaderName::from_static(name), value);
    };
    set("x-makini-sandbox", "true");
    set("x-request-id", id);
    set("server-timing", &timing);
    set("x-api-version", API_VERSION);
}

/// Prefixes of tokens and secrets of common vendors.
const SECRETS: [&str; 12] =
    ["eyJ", "sk_", "rk_", "pk_", "mk_live_", "mk_test_", "whsec_", "ghp_", "gho_", "ghs_", "github_pat_", "xox"];

/// Returns the path as it is logged: without its query, and without segments that could be tokens.
fn redacted_path(path: &str, known: bool) -> String {
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

fn damaged(mut bytes: Vec<u8>, facts: &Facts, method: &Method, hangup: ResetHandle) -> Body {
    match facts.damage {
        Some(Damage::Reset { .. }) if *method == Method::HEAD => hangup.reset(),
        Some(Damage::Reset { within }) => {
            let whole = bytes.len();
            // An immediate error sends nothing, not even the response head.
            bytes.truncate(if within { whole / 2 } else { 0 });
            return Body::new(truncated_body::TruncatedBody::new(bytes, whole).resetting(hangup));
        }
        Some(Damage::MalformedJson) => {
            bytes.pop();
            bytes.extend_from_slice(b",}\"");
        }
        Some(Damage::CutBody) if *method != Method::HEAD => {
            let whole = bytes.len();
            bytes.truncate(whole / 2);
            return Body::new(truncated_body::TruncatedBody::new(bytes, whole));
        }
        Some(Damage::CutBody) | None => {}
    }
    Body::from(bytes)
}

#[cfg(test)]
mod tests {
    use super::redacted_path;

    #[test]
    fn what_may_be_a_token_is_not_logged() {
        assert_eq!(
            redacted_path("/api/system/connections/00123456789012", true),
            "/api/system/connections/00123456789012"
        );
        assert_eq!(redacted_path("/api/system/connections/eyJhbGciOiJI", true), "/api/system/connections/(left out)");
        assert_eq!(redacted_path("/api/erp/vendors/sk_live_123", true), "/api/erp/vendors/(left out)");
        for secret in ["mk_live_1", "mk_test_at_1", "whsec_c2VjcmV0", "ghp_1234", "github_pat_11", "xoxb-1"] {
            assert_eq!(redacted_path(&format!("/api/erp/vendors/{secret}/x"), true), "/api/erp/vendors/(left out)/x");
        }
        assert_eq!(redacted_path("/sk_live_123", false), "(no such path)");
    }
}
