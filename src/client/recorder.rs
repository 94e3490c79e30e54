//! Layer: passes every attempt to a recorder, with the timing headers of the server.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use bytes::Bytes;
use http::header::{CONTENT_TYPE, LOCATION};
use http::{HeaderMap, Request, Response};
use serde::de::IgnoredAny;

use super::error::Error;
use super::error_body;
use super::transport::{BoxFuture, Call, Transport};
use crate::api::path::{API, PASSTHROUGH, connection_of, without_base};
use crate::clock::Clock;
use crate::exchange::{Exchange, NOT_JSON, REDIRECT, Recorder, Sender, UNEXPECTED};
use crate::failure::Classify as _;

/// Passes every attempt to a recorder.
pub struct Record<T> {
    inner: T,
    recorder: Arc<dyn Recorder>,
    clock: Clock,
    /// What comes before each path at the server.
    base: String,
}

/// An exchange whose answer is not judged yet: whoever reads it may find that it is not what was promised. In the extensions of
/// a response; it is recorded when the last of its clones is dropped.
#[derive(Clone)]
pub(super) struct Unjudged(Arc<Unrecorded>);

struct Unrecorded {
    recorder: Arc<dyn Recorder>,
    exchange: Mutex<Exchange>,
}

impl Unjudged {
    /// Notes that the answer cannot be used, and why.
    pub(super) fn refuse(&self, why: &str) {
        let mut exchange = self.0.exchange.lock().unwrap_or_else(PoisonError::into_inner);
        exchange.error_code.get_or_insert_with(|| UNEXPECTED.into());
        exchange.error_message.get_or_insert_with(|| why.into());
    }
}

impl fmt::Debug for Unjudged {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Unjudged").finish_non_exhaustive()
    }
}

impl Drop for Unrecorded {
    fn drop(&mut self) {
        self.recorder.record(self.exchange.get_mut().unwrap_or_else(PoisonError::into_inner));
    }
}

impl<T: Transport> Record<T> {
    /// Wraps a transport to a server whose paths begin with `base`.
    pub fn new(inner: T, recorder: Arc<dyn Recorder>, clock: Clock, base: &str) -> Self {
        Self { inner, recorder, clock, base: base.to_owned() }
    }

    async fn recorded(&self, request: Request<Bytes>) -> Result<Response<Bytes>, Error> {
        let call = Call::of(&request);
        let about = connection_of(&call.template, without_base(request.uri().path(), &self.base));
        let mut exchange = Exchange {
            at: self.clock.now(),
            connection: call.scope.connection().or(about).map(str::to_owned),
            kind: call.purpose.kind(None),
            sender: Sender::Makini,
            method: request.method().to_string(),
            template: call.template.into_owned(),
            path: request.uri().path_and_query().map_or("", |path| without_base(path.as_str(), &self.base)).to_owned(),
            status: None,
            error_code: None,
            error_message: None,
            request_id: None,
            elapsed: Duration::ZERO,
            server_time: None,
            source_time: None,
            sent_bytes: request.body().len() as u64,
            received_bytes: 0,
            attempt: call.attempt,
        };
        let start = self.clock.moment();
        let mut outcome = self.inner.send(request).await;
        exchange.elapsed = self.clock.since(start);
        match &outcome {
            Ok(answer) => {
                exchange.status = Some(answer.status().as_u16());
                exchange.received_bytes = answer.body().len() as u64;
                (exchange.server_time, exchange.source_time) = timings(answer.headers());
                if answer.status().as_u16() >= 400 {
                    let body = error_body::read(answer.headers(), answer.body());
                    exchange.error_code = body.code.map(String::from);
                    exchange.error_message = body.message;
                    exchange.request_id = body.request_id;
                } else {
                    exchange.request_id = error_body::request_id(answer.headers());
                    if answer.status().is_redirection() {
                        exchange.error_code = Some(REDIRECT.into());
                        exchange.error_message = Some(format!("it pointed to {}", location(answer.headers())));
                    } else if is_broken(answer, &exchange.template) {
                        exchange.error_code = Some(NOT_JSON.into());
                        exchange.error_message = Some("the body is no JSON".into());
                    }
                }
            }
            Err(error) => {
                exchange.status = error.status();
                exchange.error_code = Some(error.code().unwrap_or_else(|| match error {
                    Error::TooLarge { .. } => "too_large".into(),
                    _ => "client".into(),
                }));
                exchange.error_message = Some(error.to_string());
            }
        }
        exchange.kind = call.purpose.kind(exchange.status);
        match &mut outcome {
            Ok(answer) if exchange.error_code.is_none() && answer.status().is_success() => {
                let recorder = Arc::clone(&self.recorder);
                answer.extensions_mut().insert(Unjudged(Arc::new(Unrecorded { recorder, exchange: exchange.into() })));
            }
            _ => self.recorder.record(&exchange),
        }
        outcome
    }
}

impl<T: Transport> Transport for Record<T> {
    fn send(&self, request: Request<Bytes>) -> BoxFuture<'_, Result<Response<Bytes>, Error>> {
        Box::pin(self.recorded(request))
    }
}

/// Returns where a redirect points to, without the query, which may hold a secret.
pub fn location(headers: &HeaderMap) -> String {
    let Some(to) = headers.get(LOCATION) else { return "nowhere".into() };
    let to = String::from_utf8_lossy(to.as_bytes());
    match to.split_once(['?', '#']) {
        Some((to, _)) => format!("{to}?[redacted]"),
        None => to.into_owned(),
    }
}

/// Returns whether a body is no JSON where it should be: it is declared as such, or the answer of an endpoint of the API is a
/// page, as of a login or of another server, or of no type at all. Files have types of their own, and a connected system answers
/// what it likes.
fn is_broken(answer: &Response<Bytes>, template: &str) -> bool {
    let declared = answer.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let kind = declared.map(|kind| kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase());
    let is_json = match kind.as_deref() {
        Some("application/json") => true,
        None | Some("text/html") => template.starts_with(API) && template != PASSTHROUGH,
        Some(kind) => kind.ends_with("+json"),
    };
    let body = answer.body();
    let body = body.strip_prefix("\u{feff}".as_bytes()).unwrap_or(body);
    is_json && !body.is_empty() && serde_json::from_slice::<IgnoredAny>(body).is_err()
}

/// Parses the timing headers: the total time of the server, and the part spent in the connected system.
pub fn timings(headers: &HeaderMap) -> (Option<Duration>, Option<Duration>) {
    let mut total = None;
    let mut source = None;
    for value in headers.get_all("server-timing") {
        for metric in value.to_str().unwrap_or_default().split(',') {
            let mut parts = metric.split(';').map(str::trim_ascii);
            let name = parts.next().unwrap_or_default();
            let [is_total, is_source] = ["total", "source"].map(|known| name.eq_ignore_ascii_case(known));
            if !is_total && !is_source {
                continue;
            }
            let duration = parts.find_map(|part| {
                let (key, value) = part.split_once('=')?;
                let is_duration = key.trim_ascii().eq_ignore_ascii_case("dur");
                is_duration.then(|| milliseconds(value.trim_ascii().trim_matches('"')))?
            });
            let time = if is_total { &mut total } else { &mut source };
            *time = time.or(duration);
        }
    }
    let header = |name: &str| headers.get(name).and_then(|value| value.to_str().ok()).map(str::trim);
    // `X-Runtime` is seconds, by Rails and its followers; `X-Response-Time` milliseconds, by Express and its own.
    let total = total
        .or_else(|| header("x-response-time").and_then(with_unit))
        .or_else(|| header("x-runtime").and_then(|text| positive(text.parse().ok()?)));
    (total, source)
}

fn with_unit(text: &str) -> Option<Duration> {
    if let Some(number) = text.strip_suffix("ms") {
        return milliseconds(number.trim());
    }
    match text.strip_suffix('s') {
        Some(number) => positive(number.trim().parse().ok()?),
        None => milliseconds(text),
    }
}

fn milliseconds(text: &str) -> Option<Duration> {
    positive(text.parse::<f64>().ok()? / 1000.0)
}

fn positive(seconds: f64) -> Option<Duration> {
    Duration::try_from_secs_f64(seconds).ok()
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;

    use super::*;

    #[test]
    fn what_servers_say_about_their_time() {
        for (name, value, total, source) in [
            ("server-timing", "total;dur=12.5, source;dur=8", Some(12.5), Some(8.0)),
            ("server-timing", r#"db;dur=1, Total;desc="all";dur="12.5""#, Some(12.5), None),
            ("server-timing", "total", None, None),
            ("server-timing", "total;dur=-1", None, None),
            ("x-response-time", "12.5ms", Some(12.5), None),
            ("x-response-time", "12.5", Some(12.5), None),
            ("x-response-time", "0.5s", Some(500.0), None),
            ("x-response-time", "fast", None, None),
            ("x-runtime", "0.0125", Some(12.5), None),
            ("x-runtime", "inf", None, None),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(name, HeaderValue::from_static(value));
            let (found_total, found_source) = timings(&headers);
            let millis = |time: Option<Duration>| time.map(|time| time.as_secs_f64() * 1000.0);
            assert_eq!((millis(found_total), millis(found_source)), (total, source), "{name}: {value}");
        }
    }
}
