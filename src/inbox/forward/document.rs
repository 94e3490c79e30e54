//! An event as JSON: what a condition is evaluated on, and what a handler of batches gets a list of.
//!
//! ```json
//! {"arrival":17,"id":"evt_1","event":"sync.completed","connection_id":"c","received_at":"2026-01-02T03:04:05Z",
//!  "headers":{"content-type":"application/json","makini-arrival":"17"},"body":{"id":"evt_1"}}
//! ```
//!
//! The body stands there as it is sent to a handler of single events, byte for byte, so that a signature still holds. One
//! that is no JSON is a text, and one that is no text is `body_base64`.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use http::{HeaderMap, HeaderName};
use serde::Serialize;
use serde_json::value::RawValue;
use serde_json::{Map, Value};

use super::OutboundRequest;
use super::sender::headers;

#[derive(Serialize)]
struct Document<'a> {
    arrival: i64,
    id: Option<&'a str>,
    event: &'a str,
    connection_id: &'a str,
    received_at: String,
    headers: Map<String, Value>,
    #[serde(flatten)]
    body: Body<'a>,
}

#[derive(Serialize)]
enum Body<'a> {
    #[serde(rename = "body")]
    Json(&'a RawValue),
    #[serde(rename = "body")]
    Text(&'a str),
    #[serde(rename = "body_base64")]
    Bytes(String),
}

/// Writes an event, with the headers that it is sent with in this attempt, if in any.
pub(super) fn of_event(request: &OutboundRequest, attempt: Option<u32>) -> Vec<u8> {
    let body = match std::str::from_utf8(&request.body) {
        Ok(text) => serde_json::from_str(text).map_or(Body::Text(text), Body::Json),
        Err(_) => Body::Bytes(BASE64_STANDARD.encode(&request.body)),
    };
    let document = Document {
        arrival: request.number,
        id: request.id.as_deref(),
        event: &request.event,
        connection_id: &request.connection,
        received_at: request.received_at.to_string(),
        headers: object(&headers(request, attempt)),
        body,
    };
    serde_json::to_vec(&document).expect("plain fields")
}

/// Writes events as a list.
pub(super) fn of_batch(requests: &[OutboundRequest], attempt: u32) -> Vec<u8> {
    let mut list = vec![b'['];
    for (at, request) in requests.iter().enumerate() {
        if at > 0 {
            list.push(b',');
        }
        list.extend(of_event(request, Some(attempt)));
    }
    list.push(b']');
    list
}

/// Returns headers as an object; those of one name are joined.
fn object(headers: &HeaderMap) -> Map<String, Value> {
    let joined = |name: &HeaderName| {
        let values: Vec<_> = headers.get_all(name).iter().map(|one| String::from_utf8_lossy(one.as_bytes())).collect();
        (name.as_str().to_owned(), Value::String(values.join(", ")))
    };
    headers.keys().map(joined).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request(body: &[u8]) -> OutboundRequest {
        OutboundRequest {
            number: 17,
            id: None,
            event: "e\"1".into(),
            connection: "c".into(),
            received_at: "2026-01-02T03:04:05Z".parse().expect("constant"),
            headers: b"x-signature: abc\nx-two: a\nx-two: b\nauthorization: [redacted]\nhost: h\n".to_vec(),
            body: body.to_vec(),
            duplicate_of: None,
            newer: None,
        }
    }

    #[test]
    fn a_body_stays_as_it_is() {
        let written = |body: &[u8]| String::from_utf8(of_event(&request(body), None)).expect("JSON");
        insta::assert_snapshot!(written(b"{\"a\": 1.0, \"b\":\n[]}"), @r#"
        {"arrival":17,"id":null,"event":"e\"1","connection_id":"c","received_at":"2026-01-02T03:04:05Z","headers":{"x-signature":"abc","x-two":"a, b","makini-arrival":"17","makini-received-at":"2026-01-02T03:04:05Z"},"body":{"a": 1.0, "b":
        []}}
        "#);
        assert!(written(b"a=1&b=2").ends_with(r#""body":"a=1&b=2"}"#));
        assert!(written(b"").ends_with(r#""body":""}"#));
        assert!(written(b"{").ends_with(r#""body":"{"}"#));
        assert!(written(b"\xff").ends_with(r#""body_base64":"/w=="}"#));
    }

    #[test]
    fn a_batch_is_a_list_even_of_one() {
        let list = |count: usize| -> Value {
            serde_json::from_slice(&of_batch(&vec![request(b"{}"); count], 3)).expect("JSON")
        };
        assert_eq!(list(1).as_array().map(Vec::len), Some(1));
        assert_eq!(list(2)[1]["headers"]["makini-attempt"], "3");
    }
}
