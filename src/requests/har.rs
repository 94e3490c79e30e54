//! Requests as an HTTP Archive (HAR 1.2), which browsers and proxies read.
//!
//! Bodies and headers are not recorded, so an entry has neither. What HAR has no field for stands in fields that begin with
//! `_`, as its specification wants.

use jiff::Timestamp;
use serde_json::{Map, Value, json};

use super::record::Record;
use crate::client::ServerUrl;
use crate::journal::SANDBOX;

/// Host of the connected system in an entry about a call of the platform: its address is not known here.
const SYSTEM: &str = "https://connected-system.invalid";
/// Host of the embedded sandbox in an entry: it had no address, or one that ended with its process.
const SANDBOX_HOST: &str = "http://sandbox.invalid";

/// Returns an archive.
pub fn archive(entries: &[Value]) -> Value {
    json!({ "log": { "version": "1.2", "creator": { "name": "makini", "version": env!("CARGO_PKG_VERSION") }, "entries": entries } })
}

/// Returns the address of the server that a request was sent to: the one that was recorded, or where that is this invocation's
/// or not known, this invocation's.
pub fn server(record: &Record, here: &ServerUrl, name: Option<&str>) -> String {
    match record.elsewhere(name) {
        Some(SANDBOX) => SANDBOX_HOST.to_owned(),
        Some(address) => address.to_owned(),
        None => here.to_string(),
    }
}

/// Returns the entry of a request to the server at this address; nothing for one whose time is not known, which HAR requires.
pub fn entry(record: &Record, server: &str) -> Option<Value> {
    let at = record.time()?;
    let (target, is_of_platform) = (url(record, server), record.is_of_platform());
    let total = record.total_ms.filter(|ms| ms.is_finite() && *ms >= 0.0).unwrap_or(0.0);
    // The server's part is waited for; the rest was sending and receiving, which were not measured apart.
    let wait = record.server_ms.filter(|ms| !record.clock_trouble && (0.0..=total).contains(ms)).unwrap_or(total);
    let size = record.bytes.and_then(|bytes| i64::try_from(bytes).ok());
    let query: Vec<Value> = url::Url::parse(&target)
        .map(|url| url.query_pairs().map(|(name, value)| json!({ "name": name, "value": value })).collect())
        .unwrap_or_default();
    let mut entry = Map::new();
    let mut set = |name: &str, value: Value| drop(entry.insert(name.to_owned(), value));
    set("startedDateTime", json!(stamp(at)));
    set("time", json!(total));
    set(
        "request",
        json!({
            "method": record.method.as_deref().unwrap_or("UNKNOWN"), "url": target, "httpVersion": "unknown",
            "cookies": [], "headers": [], "queryString": query, "headersSize": -1, "bodySize": -1,
        }),
    );
    set(
        "response",
        json!({
            "status": record.status.unwrap_or(0), "statusText": record.error_code.as_deref().unwrap_or_default(),
            "httpVersion": "unknown", "cookies": [], "headers": [],
            "content": { "size": size.unwrap_or(0), "mimeType": "x-unknown" },
            "redirectURL": "", "headersSize": -1, "bodySize": size.unwrap_or(-1),
        }),
    );
    set("cache", json!({}));
    set("timings", json!({ "send": 0, "wait": wait, "receive": total - wait }));
    if is_of_platform {
        set("comment", json!("sent by the platform to the connected system, whose address is not known"));
    }
    for (name, value) in [
        ("_request_id", json!(record.id)),
        ("_connection_id", json!(record.connection_id)),
        ("_sync_id", json!(record.sync_id)),
        ("_kind", json!(record.kind)),
        ("_error_code", json!(record.error_code)),
        ("_error_message", json!(record.error_message)),
        ("_source_ms", json!(record.source_ms)),
        ("_network_ms", json!(record.network_ms)),
    ] {
        if !value.is_null() {
            set(name, value);
        }
    }
    Some(Value::Object(entry))
}

fn stamp(at: Timestamp) -> String {
    format!("{at:.3}")
}

/// Returns the address that a request was sent to.
fn url(record: &Record, server: &str) -> String {
    let path = record.path.as_deref().or(record.endpoint.as_deref()).unwrap_or("/");
    if record.is_of_platform() { format!("{SYSTEM}{}", encoded(path)) } else { address(server, path) }
}

/// Returns the address of a path at the server.
pub fn address(server: &str, path: &str) -> String {
    format!("{}{}", server.trim_end_matches('/'), encoded(path))
}

/// Percent-encodes whatever may not stand in the path and the query of a URI. What is encoded stays so.
pub fn encoded(path: &str) -> String {
    let mut out = String::with_capacity(path.len() + 1);
    if !path.starts_with('/') {
        out.push('/');
    }
    let bytes = path.as_bytes();
    for (place, &byte) in bytes.iter().enumerate() {
        let is_escape = byte == b'%'
            && bytes.get(place + 1..place + 3).is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit));
        if is_escape || byte.is_ascii_alphanumeric() || b"-._~/?:@!$&'()*+,;=".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::encoded;

    #[test]
    fn nothing_of_a_path_ends_it() {
        assert_eq!(encoded("/a b\n\u{1b}é?x=[redacted]&y=%41%"), "/a%20b%0A%1B%C3%A9?x=%5Bredacted%5D&y=%41%25");
        assert_eq!(encoded("a#b`$(x)"), "/a%23b%60$(x)");
    }
}
