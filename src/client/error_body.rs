//! Parses the body of a failed call: the documented envelope, the same flat, Laravel's, OAuth's, HTML, nothing.

use std::time::Duration;

use http::HeaderMap;
use http::header::{CONTENT_TYPE, RETRY_AFTER};
use jiff::Timestamp;
use serde_json::{Map, Value};

use crate::api::error_code::ErrorCode;

/// Headers that may hold the request ID, the most specific first.
const REQUEST_ID_HEADERS: [&str; 5] =
    ["x-request-id", "request-id", "x-correlation-id", "x-amzn-trace-id", "traceparent"];

/// Maximum length of a message in characters. A stack trace is not a message.
const LONGEST_MESSAGE: usize = 600;

/// Maximum length of an error body in bytes.
const LONGEST_BODY: usize = 1 << 20;

/// The body of a failed call, whatever its form, and its request ID. All of it is foreign text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ErrorBody {
    /// The platform's code, or OAuth's, for example `invalid_grant`.
    pub code: Option<ErrorCode>,
    /// The class of the code, for example `rate_limit_error`.
    pub kind: Option<String>,
    /// Message for people.
    pub message: Option<String>,
    /// Request ID, from the body or a header.
    pub request_id: Option<String>,
    /// Invalid fields of the request, each with its message.
    pub fields: Vec<(String, String)>,
    /// Whether the body is a web page, which the API never sends.
    pub page: bool,
}

/// Parses headers and body of a response.
pub fn read(headers: &HeaderMap, body: &[u8]) -> ErrorBody {
    // What is longer is no error body, and could take a hundred times its bytes.
    let parsed = if body.len() > LONGEST_BODY { None } else { serde_json::from_slice::<Value>(body).ok() };
    let mut read = match parsed {
        Some(Value::Object(object)) => from_object(&object),
        Some(Value::String(text)) => ErrorBody { message: shorten(&text), ..ErrorBody::default() },
        _ => ErrorBody { page: is_page(headers, body), ..ErrorBody::default() },
    };
    read.request_id = read.request_id.take().or_else(|| request_id(headers));
    read
}

fn from_object(body: &Map<String, Value>) -> ErrorBody {
    // `{"error":{…}}`, or the same without the wrapper; OAuth puts its code where the wrapper would be.
    let inner = body.get("error").and_then(Value::as_object).unwrap_or(body);
    let oauth = body.get("error").and_then(Value::as_str);
    let code = text(inner, &["code", "error_code"]).or_else(|| oauth.and_then(shorten)).map(ErrorCode::from);
    let mut read = ErrorBody {
        code,
        kind: text(inner, &["type", "kind"]),
        message: text(inner, &["message", "error_description", "detail", "title"]),
        request_id: text(inner, &["request_id", "requestId"]).or_else(|| text(body, &["request_id", "requestId"])),
        fields: Vec::new(),
        page: false,
    };
    for place in [inner.get("errors"), inner.get("details"), body.get("errors")].into_iter().flatten() {
        if read.fields.is_empty() {
            read.fields = fields(place);
        }
    }
    read
}

fn text(object: &Map<String, Value>, names: &[&str]) -> Option<String> {
    names.iter().find_map(|name| match object.get(*name)? {
        Value::String(text) => shorten(text),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    })
}

fn fields(place: &Value) -> Vec<(String, String)> {
    let words = |value: &Value| match value {
        Value::String(text) => shorten(text).unwrap_or_default(),
        Value::Array(items) => {
            let words: Vec<&str> = items.iter().filter_map(Value::as_str).collect();
            shorten(&words.join(", ")).unwrap_or_default()
        }
        _ => String::new(),
    };
    match place {
        Value::Object(object) => match object.get("fields") {
            Some(inner @ (Value::Object(_) | Value::Array(_))) => fields(inner),
            _ => object
                .iter()
                .filter(|(_, value)| matches!(value, Value::String(_) | Value::Array(_)))
                .take(50)
                .map(|(name, value)| (name.clone(), words(value)))
                .collect(),
        },
        Value::Array(items) => items
            .iter()
            .filter_map(Value::as_object)
            .take(50)
            .filter_map(|item| {
                let name = text(item, &["field", "name", "path"])?;
                Some((name, text(item, &["message", "error", "detail"]).unwrap_or_default()))
            })
            .collect(),
        _ => Vec::new(),
    }
}

fn shorten(text: &str) -> Option<String> {
    let text = text.trim();
    if text.is_empty() {
        return None;
    }
    Some(match text.char_indices().nth(LONGEST_MESSAGE) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    })
}

/// Returns whether a response is a web page, by its type or its first bytes.
pub(super) fn is_page(headers: &HeaderMap, body: &[u8]) -> bool {
    let typed = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let start = body.trim_ascii_start();
    let begins = |word: &[u8]| start.len() >= word.len() && start[..word.len()].eq_ignore_ascii_case(word);
    typed.to_ascii_lowercase().contains("html") || begins(b"<!doctype") || begins(b"<html")
}

/// Returns the request ID of the headers.
pub fn request_id(headers: &HeaderMap) -> Option<String> {
    REQUEST_ID_HEADERS.iter().find_map(|name| {
        let value = String::from_utf8_lossy(headers.get(*name)?.as_bytes()).into_owned();
        shorten(&value)
    })
}

/// Parses `Retry-After`: seconds, or an HTTP date.
pub(super) fn retry_after(headers: &HeaderMap, now: Timestamp) -> Option<Duration> {
    let value = headers.get(RETRY_AFTER)?.to_str().ok()?.trim();
    if let Ok(seconds) = value.parse::<u64>() {
        return Some(Duration::from_secs(seconds));
    }
    if let Ok(seconds) = value.parse::<f64>() {
        return Duration::try_from_secs_f64(seconds).ok();
    }
    let until = jiff::fmt::rfc2822::parse(value).ok()?.timestamp();
    // A date in the past means now.
    Some(Duration::try_from(until.duration_since(now)).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;

    use super::*;

    fn parsed(body: &str) -> ErrorBody {
        read(&HeaderMap::new(), body.as_bytes())
    }

    #[test]
    fn every_form_of_an_error_body() {
        let full = parsed(
            r#"{"error":{"code":"VALIDATION_FAILED","type":"validation_error","message":"no","request_id":"req_1",
               "details":{"name":"is required"}}}"#,
        );
        assert_eq!(full.code, Some(ErrorCode::ValidationFailed));
        assert_eq!(full.kind.as_deref(), Some("validation_error"));
        assert_eq!(full.request_id.as_deref(), Some("req_1"));
        assert_eq!(full.fields, [("name".to_owned(), "is required".to_owned())]);
        let flat = parsed(r#"{"code":"CONFLICT","message":"taken","request_id":"req_2"}"#);
        assert_eq!((flat.code, flat.request_id.as_deref()), (Some(ErrorCode::Conflict), Some("req_2")));
        let laravel = parsed(r#"{"message":"The given data was invalid.","errors":{"email":["bad","worse"]}}"#);
        assert_eq!(laravel.message.as_deref(), Some("The given data was invalid."));
        assert_eq!(laravel.fields, [("email".to_owned(), "bad, worse".to_owned())]);
        let oauth = parsed(r#"{"error":"invalid_grant","error_description":"too old"}"#);
        assert_eq!(
            (oauth.code.as_ref().map(ErrorCode::as_str), oauth.message.as_deref()),
            (Some("invalid_grant"), Some("too old"))
        );
        let listed = parsed(r#"{"error":{"details":[{"field":"a","message":"b"}]}}"#);
        assert_eq!(listed.fields, [("a".to_owned(), "b".to_owned())]);
        assert!(parsed("<!DOCTYPE html><title>502</title>").page);
        assert_eq!(parsed(""), ErrorBody::default());
        assert_eq!(parsed("[1]"), ErrorBody::default());
    }

    #[test]
    fn a_request_id_from_any_header() {
        for name in REQUEST_ID_HEADERS {
            let mut headers = HeaderMap::new();
            headers.insert(name, HeaderValue::from_static("abc"));
            assert_eq!(read(&headers, b"").request_id.as_deref(), Some("abc"), "{name}");
            let in_body = read(&headers, br#"{"error":{"request_id":"body"}}"#);
            assert_eq!(in_body.request_id.as_deref(), Some("body"), "the body knows better than {name}");
        }
    }

    #[test]
    fn a_message_without_end_is_cut() {
        let long = parsed(&format!(r#"{{"message":"{}"}}"#, "ü".repeat(10_000)));
        assert_eq!(long.message.map(|text| text.chars().count()), Some(LONGEST_MESSAGE + 1));
    }

    #[test]
    fn retry_after_in_seconds_and_as_a_date() {
        let now = "2026-01-01T00:00:00Z".parse().expect("constant");
        for (value, seconds) in [
            ("0", Some(0.0)),
            ("17", Some(17.0)),
            (" 3 ", Some(3.0)),
            ("1.5", Some(1.5)),
            ("Thu, 01 Jan 2026 00:02:00 GMT", Some(120.0)),
            ("Wed, 31 Dec 2025 23:00:00 GMT", Some(0.0)),
            ("-1", None),
            ("soon", None),
            ("", None),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(RETRY_AFTER, HeaderValue::from_str(value).expect("a header value"));
            assert_eq!(retry_after(&headers, now).map(|wait| wait.as_secs_f64()), seconds, "{value}");
        }
    }
}
