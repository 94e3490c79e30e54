//! One request to one handler: no redirect, no credentials, and an answer that is not read far.

use std::sync::{Arc, OnceLock};
use std::time::Duration;

use http::header::{CONNECTION, CONTENT_LENGTH, CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue};
use reqwest::{Body, Client, RequestBuilder};

use super::address::GuardedResolver;
use super::handler::Handler;
use super::route::Success;
use super::{OutboundRequest, Routes, Target, document};
use crate::api::events;
use crate::clock::Clock;
use crate::inbox::store::CREDENTIALS;
use crate::network::{self, Fault, Http, NetworkError, NetworkOptions, Peer};

/// Bytes of an answer that are read so that the connection can be used again; then it is dropped.
const ANSWER: usize = 64 << 10;
/// Time for that.
const ANSWER_TIME: Duration = Duration::from_secs(2);

/// Headers that belong to one hop, or that are written anew.
const HOP: &[&str] = &[
    "connection",
    "keep-alive",
    "proxy-connection",
    "proxy-authenticate",
    "te",
    "trailer",
    "trailers",
    "transfer-encoding",
    "upgrade",
    "http2-settings",
    "host",
    "content-length",
    "expect",
    "accept-encoding",
];

/// Headers that only this program may set.
const OURS: &[&str] = &[
    "makini-arrival",
    "makini-attempt",
    "makini-events",
    "makini-received-at",
    "makini-possible-duplicate-of",
    "makini-older-than",
];

/// Why a request got no response.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoResponse {
    /// It could not be sent at all.
    NotSent,
    /// No connection could be made.
    NotConnected,
    /// No response came in time.
    TimedOut,
    /// The connection ended before the response.
    BrokenOff,
}

/// The result of one request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent {
    /// The status, if there was an answer.
    pub status: Option<u16>,
    /// Why there was none.
    pub no_response: Option<NoResponse>,
    /// The error, for people.
    pub error: Option<String>,
    /// From the start to the head of the answer.
    pub elapsed: Duration,
}

impl Sent {
    /// Returns whether the handler accepted it.
    pub fn is_ok(&self) -> bool {
        self.error.is_none() && self.status.is_some()
    }

    /// Returns a warning about a response that was accepted here and would not be by the platform.
    pub fn warning(&self) -> Option<String> {
        let status = self.status.filter(|status| self.is_ok() && !events::is_handled(*status))?;
        Some(format!("the handler answered {status}; for the platform only {} counts as delivered", events::HANDLED))
    }
}

/// Sends events. Built on first use: most receivers forward nothing, and certificates take time to read.
#[derive(Debug)]
pub struct Sender {
    client: OnceLock<Result<(Client, Peer), String>>,
    network: NetworkOptions,
    encrypted: bool,
    timeout: Duration,
    success: Success,
}

impl Sender {
    /// Makes one for the targets of these routes.
    pub fn new(routes: &Routes) -> Self {
        let encrypted = routes.handlers().iter().any(|handler| handler.target.url().scheme() == "https");
        let network = routes.network.clone();
        Self { client: OnceLock::new(), network, encrypted, timeout: routes.timeout, success: routes.success }
    }

    /// Sends events to a handler in one request: to one of batches as a list, to another the first as it is.
    pub(in crate::inbox) async fn send(
        &self,
        handler: &Handler,
        requests: &[OutboundRequest],
        attempt: u32,
        clock: &Clock,
    ) -> Sent {
        let (headers, body) = match (handler.batch, requests) {
            (None, [request, ..]) => (headers(request, Some(attempt)), request.body.clone()),
            _ => (of_batch(requests.len(), attempt), document::of_batch(requests, attempt)),
        };
        self.post(&handler.target, headers, body, clock).await
    }

    /// Posts a body with these headers, once.
    pub async fn post(&self, target: &Target, headers: HeaderMap, body: impl Into<Body>, clock: &Clock) -> Sent {
        let start = clock.moment();
        let none = |why, error, elapsed| Sent { status: None, no_response: Some(why), error: Some(error), elapsed };
        let (client, _) = match self.client.get_or_init(|| self.build()) {
            Ok(built) => built,
            Err(error) => return none(NoResponse::NotSent, error.clone(), Duration::ZERO),
        };
        let (mut headers, body) = (headers, body.into());
        if body.as_bytes().is_some_and(<[u8]>::is_empty) {
            // HTTP/1.1 asks for it in a POST (RFC 9110, 8.6), and the client leaves it out; servers answer 411.
            headers.insert(CONTENT_LENGTH, HeaderValue::from_static("0"));
        }
        let request = client.post(target.url().clone()).headers(headers).timeout(self.timeout).body(body).send();
        match request.await {
            Ok(answer) => {
                let elapsed = clock.since(start);
                let status = answer.status();
                let error = match status {
                    status if self.success.counts(status.as_u16()) => None,
                    status if status.is_success() => {
                        let due = events::HANDLED;
                        Some(format!("the handler answered {status}; only {due} counts as delivered"))
                    }
                    status if status.is_redirection() => {
                        Some(format!("the handler answered {status}; redirects are not followed"))
                    }
                    status => Some(format!("the handler answered {status}")),
                };
                discard(answer).await;
                Sent { status: Some(status.as_u16()), no_response: None, error, elapsed }
            }
            Err(error) => {
                let (why, text) = self.explain(target, &error);
                none(why, text, clock.since(start))
            }
        }
    }

    /// Reads a short text from a handler, for example a counter it exposes.
    ///
    /// # Errors
    /// The error, for people: also an answer that is not 2xx, or longer than 64 KiB.
    pub async fn read(&self, target: &Target) -> Result<String, String> {
        self.text(target, |client| client.get(target.url().clone())).await
    }

    /// Posts a body with these headers, once, and reads the answer as [`Sender::read`] does.
    ///
    /// # Errors
    /// As there.
    pub async fn call(&self, target: &Target, headers: HeaderMap, body: impl Into<Body>) -> Result<String, String> {
        let body = body.into();
        self.text(target, |client| client.post(target.url().clone()).headers(headers).body(body)).await
    }

    async fn text(&self, target: &Target, request: impl FnOnce(&Client) -> RequestBuilder) -> Result<String, String> {
        let (client, _) = self.client.get_or_init(|| self.build()).as_ref().map_err(Clone::clone)?;
        let asked = request(client).timeout(self.timeout).send().await;
        let mut answer = asked.map_err(|error| self.explain(target, &error).1)?;
        if !answer.status().is_success() {
            return Err(format!("`{target}` answered {}", answer.status()));
        }
        let mut text = Vec::new();
        while let Some(piece) = answer.chunk().await.map_err(|error| self.explain(target, &error).1)? {
            text.extend_from_slice(&piece);
            if text.len() > ANSWER {
                return Err(format!("`{target}` answered with more than {ANSWER} bytes"));
            }
        }
        String::from_utf8(text).map_err(|_| format!("`{target}` answered with what is no text"))
    }

    fn build(&self) -> Result<(Client, Peer), String> {
        let (builder, peer) =
            network::client(&self.network, self.encrypted, Http::One).map_err(|error| error.to_string())?;
        // Through a proxy, the proxy resolves the name of a handler; only hosts that were named get there.
        let client = builder.no_gzip().dns_resolver(Arc::new(GuardedResolver)).build();
        Ok((client.map_err(|error| error.to_string())?, peer))
    }

    fn explain(&self, target: &Target, error: &reqwest::Error) -> (NoResponse, String) {
        if error.is_timeout() && !error.is_connect() {
            let text = format!("the handler did not answer within {} s", self.timeout.as_secs_f64());
            return (NoResponse::TimedOut, text);
        }
        let peer = self.client.get().and_then(|built| built.as_ref().ok()).map(|(_, peer)| peer.clone());
        let url = target.url();
        let host = &url[url::Position::BeforeHost..url::Position::AfterPort];
        let network = NetworkError::classify(error, host, &peer.unwrap_or_default());
        if network.fault == Fault::Tls {
            let text = format!("could not connect: {}; {}", network.reason, network.hint());
            return (NoResponse::NotConnected, text);
        }
        // The innermost cause is specific; the outer ones repeat the address.
        let mut cause: &dyn std::error::Error = error;
        while let Some(inner) = cause.source() {
            cause = inner;
        }
        if error.is_connect() {
            (NoResponse::NotConnected, format!("could not connect: {cause}"))
        } else {
            (NoResponse::BrokenOff, format!("the handler broke off: {cause}"))
        }
    }
}

async fn discard(mut answer: reqwest::Response) {
    let read = async {
        let mut left = ANSWER;
        while let Ok(Some(piece)) = answer.chunk().await {
            left = left.saturating_sub(piece.len());
            if left == 0 {
                break;
            }
        }
    };
    tokio::time::timeout(ANSWER_TIME, read).await.ok();
}

/// The headers of a request with several events: what belongs to one of them stands beside it.
fn of_batch(count: usize, attempt: u32) -> HeaderMap {
    HeaderMap::from_iter([
        (CONTENT_TYPE, HeaderValue::from_static("application/json")),
        (HeaderName::from_static("makini-events"), count.into()),
        (HeaderName::from_static("makini-attempt"), attempt.into()),
    ])
}

/// The headers as received, without those of the hop and credentials, and with those that the inbox adds.
pub(super) fn headers(request: &OutboundRequest, attempt: Option<u32>) -> HeaderMap {
    let mut headers = HeaderMap::new();
    for line in request.headers.split(|&byte| byte == b'\n') {
        let Some(colon) = line.windows(2).position(|two| two == b": ") else { continue };
        let name = HeaderName::from_bytes(&line[..colon]);
        let value = HeaderValue::from_bytes(&line[colon + 2..]);
        if let (Ok(name), Ok(value)) = (name, value) {
            headers.append(name, value);
        }
    }
    // What `Connection` lists belongs to the hop as well.
    let listed: Vec<String> = headers
        .get_all(CONNECTION)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(',').map(|name| name.trim().to_ascii_lowercase()))
        .collect();
    let unwanted: Vec<HeaderName> = headers
        .keys()
        .filter(|name| {
            let name = name.as_str();
            HOP.contains(&name)
                || CREDENTIALS.contains(&name)
                || OURS.contains(&name)
                || listed.iter().any(|listed| listed == name)
        })
        .cloned()
        .collect();
    for name in unwanted {
        headers.remove(name);
    }
    let mut tell = |name: &'static str, value: String| {
        if let Ok(value) = HeaderValue::from_str(&value) {
            headers.insert(HeaderName::from_static(name), value);
        }
    };
    tell("makini-arrival", request.number.to_string());
    if let Some(attempt) = attempt {
        tell("makini-attempt", attempt.to_string());
    }
    tell("makini-received-at", request.received_at.to_string());
    if let Some(number) = request.duplicate_of {
        tell("makini-possible-duplicate-of", number.to_string());
    }
    if let Some(number) = request.newer {
        tell("makini-older-than", number.to_string());
    }
    headers
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hop_and_credential_headers_stay_behind_and_the_signature_goes_along() {
        let lines = "content-type: application/json\nx-webhook-signature: c2ln\nauthorization: [redacted]\n\
            cookie: [redacted]\nconnection: close, X-Hop\nx-hop: 1\ntransfer-encoding: chunked\nhost: evil\n\
            makini-arrival: 99\nx-empty: \nx-two: a\nx-two: b: c\n";
        let request = OutboundRequest {
            number: 7,
            id: None,
            event: "e".into(),
            connection: "c".into(),
            received_at: "2026-01-02T03:04:05Z".parse().expect("constant"),
            headers: lines.into(),
            body: b"{}".to_vec(),
            duplicate_of: None,
            newer: Some(5),
        };
        let headers = headers(&request, Some(3));
        let mut shown: Vec<String> =
            headers.iter().map(|(name, value)| format!("{name}={}", value.to_str().expect("text"))).collect();
        shown.sort();
        assert_eq!(
            shown,
            [
                "content-type=application/json",
                "makini-arrival=7",
                "makini-attempt=3",
                "makini-older-than=5",
                "makini-received-at=2026-01-02T03:04:05Z",
                "x-empty=",
                "x-two=a",
                "x-two=b: c",
                "x-webhook-signature=c2ln",
            ]
        );
    }
}
