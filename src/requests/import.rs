//! Requests that others logged: HTTP Archives, access logs as JSON, flows of mitmproxy, spans of OpenTelemetry.

use std::time::Duration;

use jiff::Timestamp;
use serde_json::{Map, Value};

use crate::api::path::{connection_of, without_base};
use crate::api::requests::RequestKind;
use crate::api::template::Templates;
use crate::client::timings;
use crate::exchange::{Exchange, Sender};

/// What a file holds.
#[derive(Debug, Default)]
pub struct Imported {
    /// The requests, in the order of the file.
    pub requests: Vec<Exchange>,
    /// Number of requests to other hosts than those wanted.
    pub other_hosts: u64,
    /// What could not be read: the number of the entry or line, from 1, and why.
    pub unreadable: Vec<(u64, String)>,
}

const CUT_OFF: &str = "its JSON ends in the middle: the file is cut off";

/// Reads a file. Of requests whose host is known only those to one of `hosts` are taken, and those to this machine. `base` is what
/// comes before each path at the server.
pub fn read(text: &str, hosts: &[String], base: &str) -> Imported {
    let mut reader = Reader { templates: Templates::published(), hosts, base, found: Imported::default() };
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    match serde_json::from_str::<Value>(text) {
        Ok(Value::Object(whole)) => reader.object(1, &whole),
        Ok(Value::Array(items)) => {
            for (place, item) in (1..).zip(&items) {
                reader.value(place, item);
            }
        }
        // One document over many lines, of which each alone is none.
        Err(error) if error.is_eof() && !text.trim().is_empty() => reader.found.unreadable.push((1, CUT_OFF.into())),
        _ => {
            for (place, line) in (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty()) {
                match serde_json::from_str(line) {
                    Ok(item) => reader.value(place, &item),
                    Err(error) if error.is_eof() => reader.found.unreadable.push((place, CUT_OFF.into())),
                    Err(error) => reader.found.unreadable.push((place, format!("no JSON: {error}"))),
                }
            }
        }
    }
    reader.found
}

struct Reader<'a> {
    templates: Templates,
    hosts: &'a [String],
    base: &'a str,
    found: Imported,
}

/// One request, as far as it was found.
#[derive(Default)]
struct Found {
    at: Option<Timestamp>,
    method: Option<String>,
    /// A whole URL, or a path.
    target: Option<String>,
    status: Option<u16>,
    elapsed: Option<Duration>,
    server: Option<Duration>,
    source: Option<Duration>,
    id: Option<String>,
    connection: Option<String>,
    code: Option<String>,
    message: Option<String>,
    sent: u64,
    received: u64,
    attempt: Option<u32>,
}

impl Reader<'_> {
    fn value(&mut self, place: u64, item: &Value) {
        match item {
            Value::Object(object) => self.object(place, object),
            _ => self.found.unreadable.push((place, "not an object".into())),
        }
    }

    fn object(&mut self, place: u64, object: &Map<String, Value>) {
        if let Some(entries) = object.get("log").and_then(|log| log.get("entries")?.as_array()) {
            for (place, entry) in (1..).zip(entries) {
                self.add(place, har(entry));
            }
        } else if let Some(resources) = object.get("resourceSpans").and_then(Value::as_array) {
            let scopes = resources.iter().filter_map(|one| one.get("scopeSpans")?.as_array()).flatten();
            let spans = scopes.filter_map(|one| one.get("spans")?.as_array()).flatten();
            for span in spans {
                let found = otlp(span);
                // Others are no requests.
                if found.method.is_some() {
                    self.add(place, found);
                }
            }
        } else if object.get("request").is_some_and(Value::is_object) {
            self.add(place, mitmproxy(object));
        } else {
            self.add(place, line(object));
        }
    }

    fn add(&mut self, place: u64, found: Found) {
        let missing = match (&found.at, &found.method, &found.target) {
            (None, ..) => "no time",
            (_, None, _) => "no method",
            (.., None) => "no path",
            _ => "",
        };
        let (Some(at), Some(method), Some(target)) = (found.at, found.method, found.target) else {
            self.found.unreadable.push((place, missing.into()));
            return;
        };
        let path = match url::Url::parse(&target) {
            Ok(url) if url.has_host() => {
                let host = url.host_str().unwrap_or_default();
                let is_near = ["127.0.0.1", "localhost", "[::1]"].contains(&host);
                if !is_near && !self.hosts.iter().any(|wanted| wanted.eq_ignore_ascii_case(host)) {
                    self.found.other_hosts += 1;
                    return;
                }
                url[url::Position::BeforePath..url::Position::AfterQuery].to_owned()
            }
            _ => target,
        };
        let path = without_base(&path, self.base).to_owned();
        let template = self.templates.of(&path);
        let connection = found.connection.or_else(|| connection_of(&template, &path).map(str::to_owned));
        self.found.requests.push(Exchange {
            at,
            connection,
            kind: RequestKind::Api,
            sender: Sender::Application,
            method: method.to_ascii_uppercase(),
            template: template.to_string(),
            path,
            status: found.status.filter(|status| (100..=599).contains(status)),
            error_code: found.code,
            error_message: found.message,
            request_id: found.id,
            elapsed: found.elapsed.unwrap_or_default(),
            server_time: found.server,
            source_time: found.source,
            sent_bytes: found.sent,
            received_bytes: found.received,
            attempt: found.attempt.unwrap_or(1),
        });
    }
}

/// An entry of an HTTP Archive 1.2.
fn har(entry: &Value) -> Found {
    let at = |path: &str| entry.pointer(path);
    let text = |path: &str| at(path).and_then(Value::as_str).map(str::to_owned);
    let size = |path: &str| at(path).and_then(Value::as_i64).and_then(|size| u64::try_from(size).ok());
    let (id, (server, source)) = from_headers(at("/response/headers"));
    Found {
        at: text("/startedDateTime").and_then(|at| at.parse().ok()),
        method: text("/request/method"),
        target: text("/request/url"),
        status: at("/response/status").and_then(status),
        elapsed: at("/time").and_then(Value::as_f64).and_then(millis),
        server,
        source: source.or_else(|| at("/_source_ms").and_then(Value::as_f64).and_then(millis)),
        id: text("/_request_id").or(id),
        connection: text("/_connection_id"),
        code: text("/_error_code"),
        message: text("/_error_message"),
        sent: size("/request/bodySize").unwrap_or(0),
        received: size("/response/bodySize").or_else(|| size("/response/content/size")).unwrap_or(0),
        attempt: None,
    }
}

/// A flow of mitmproxy: times in seconds since 1970, headers as pairs.
fn mitmproxy(flow: &Map<String, Value>) -> Found {
    let part = |part: &str, name: &str| flow.get(part).and_then(|part| part.get(name));
    let seconds = |from: &str, name: &str| part(from, name).and_then(Value::as_f64);
    let text = |from: &str, name: &str| part(from, name).and_then(Value::as_str).map(str::to_owned);
    let start = seconds("request", "timestamp_start");
    let end = seconds("response", "timestamp_end");
    let (id, (server, source)) = from_headers(part("response", "headers"));
    let length = |from: &str| part(from, "contentLength").and_then(Value::as_u64).unwrap_or(0);
    let target = text("request", "url").or_else(|| {
        let path = text("request", "path")?;
        let Some(host) = text("request", "host") else { return Some(path) };
        Some(format!("{}://{host}{path}", text("request", "scheme").unwrap_or_else(|| "https".into())))
    });
    Found {
        at: start.and_then(since_1970),
        method: text("request", "method"),
        target,
        status: part("response", "status_code").and_then(status),
        elapsed: start.zip(end).and_then(|(start, end)| Duration::try_from_secs_f64(end - start).ok()),
        server,
        source,
        id,
        code: flow.get("error").and_then(|_| Some("reset".to_owned()).filter(|_| end.is_none())),
        sent: length("request"),
        received: length("response"),
        ..Found::default()
    }
}

/// A span of OpenTelemetry, with the names of its semantic conventions, new and old.
fn otlp(span: &Value) -> Found {
    let attribute = |names: &[&str]| {
        let all = span.get("attributes")?.as_array()?;
        let of = |name: &&str| all.iter().find(|one| one.get("key").and_then(Value::as_str) == Some(name));
        names.iter().find_map(of)?.get("value")?.as_object()?.values().next().cloned()
    };
    let text = |names: &[&str]| attribute(names).and_then(|value| value.as_str().map(str::to_owned));
    let nanos = |name: &str| match span.get(name)? {
        Value::String(text) => text.parse::<i128>().ok(),
        Value::Number(number) => number.as_i64().map(i128::from),
        _ => None,
    };
    let (start, end) = (nanos("startTimeUnixNano"), nanos("endTimeUnixNano"));
    let elapsed = start.zip(end).and_then(|(start, end)| u64::try_from(end.checked_sub(start)?).ok());
    let elapsed = elapsed.map(Duration::from_nanos);
    let path = text(&["url.path"]).map(|path| match text(&["url.query"]) {
        Some(query) if !query.is_empty() => format!("{path}?{query}"),
        _ => path,
    });
    let count = |names: &[&str]| attribute(names).as_ref().and_then(number).unwrap_or(0);
    Found {
        at: start.and_then(|start| Timestamp::from_nanosecond(start).ok()),
        method: text(&["http.request.method", "http.method"]),
        target: text(&["url.full", "http.url"]).or(path).or_else(|| text(&["http.target"])),
        status: attribute(&["http.response.status_code", "http.status_code"]).as_ref().and_then(status),
        elapsed,
        code: text(&["error.type"]),
        sent: count(&["http.request.body.size", "http.request_content_length"]),
        received: count(&["http.response.body.size", "http.response_content_length"]),
        attempt: attribute(&["http.request.resend_count"])
            .as_ref()
            .and_then(number)
            .and_then(|again| u32::try_from(again.checked_add(1)?).ok()),
        ..Found::default()
    }
}

/// A line of this program's own export, or of an access log as JSON: with the names of nginx's variables.
fn line(line: &Map<String, Value>) -> Found {
    let value = |names: &[&str]| names.iter().find_map(|name| line.get(*name).filter(|value| !value.is_null()));
    let text = |names: &[&str]| {
        let text = value(names)?.as_str()?.trim();
        (!text.is_empty() && text != "-").then(|| text.to_owned())
    };
    let float = |names: &[&str]| match value(names)? {
        Value::Number(number) => number.as_f64(),
        // Several servers were tried: the last one answered.
        Value::String(text) => text.rsplit([',', ':']).next()?.trim().parse().ok(),
        _ => None,
    };
    // `GET /path HTTP/1.1`
    let request = text(&["request"]).unwrap_or_default();
    let mut words = request.split(' ').map(str::to_owned);
    let (method, target) = (words.next().filter(|word| !word.is_empty()), words.next());
    let seconds = |names: &[&str]| float(names).and_then(|time| Duration::try_from_secs_f64(time).ok());
    let at = text(&["at", "time_iso8601", "@timestamp", "timestamp", "time"]).and_then(|at| at.parse().ok());
    Found {
        at: at.or_else(|| float(&["msec", "timestamp", "time"]).and_then(since_1970)),
        method: text(&["method", "request_method"]).or(method),
        target: text(&["path", "request_uri", "url", "uri"]).or(target),
        status: value(&["status"]).and_then(status),
        elapsed: float(&["total_ms"]).and_then(millis).or_else(|| seconds(&["request_time", "duration"])),
        server: float(&["server_ms"]).and_then(millis).or_else(|| seconds(&["upstream_response_time"])),
        source: float(&["source_ms"]).and_then(millis),
        id: text(&["id", "upstream_http_x_request_id", "sent_http_x_request_id", "http_x_request_id", "request_id"]),
        connection: text(&["connection_id"]),
        code: text(&["error_code"]),
        message: text(&["error_message"]),
        sent: value(&["sent_bytes", "request_length"]).and_then(number).unwrap_or(0),
        received: value(&["bytes", "body_bytes_sent", "bytes_sent"]).and_then(number).unwrap_or(0),
        attempt: value(&["attempt"]).and_then(number).and_then(|attempt| u32::try_from(attempt).ok()),
    }
}

/// Reads request ID and times of the server from headers: `{name, value}` each, or pairs.
fn from_headers(headers: Option<&Value>) -> (Option<String>, (Option<Duration>, Option<Duration>)) {
    let mut map = http::HeaderMap::new();
    for header in headers.and_then(Value::as_array).into_iter().flatten() {
        let pair = match header {
            Value::Object(header) => (header.get("name"), header.get("value")),
            Value::Array(pair) => (pair.first(), pair.get(1)),
            _ => (None, None),
        };
        if let (Some(Value::String(name)), Some(Value::String(value))) = pair
            && let (Ok(name), Ok(value)) = (name.parse::<http::HeaderName>(), value.parse::<http::HeaderValue>())
        {
            map.append(name, value);
        }
    }
    (crate::client::request_id(&map), timings(&map))
}

fn status(value: &Value) -> Option<u16> {
    number(value).and_then(|status| u16::try_from(status).ok()).filter(|status| *status > 0)
}

fn number(value: &Value) -> Option<u64> {
    match value {
        Value::Number(number) => number.as_u64(),
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    }
}

fn millis(ms: f64) -> Option<Duration> {
    Duration::try_from_secs_f64(ms / 1000.0).ok()
}

fn since_1970(seconds: f64) -> Option<Timestamp> {
    let time = Duration::try_from_secs_f64(seconds).ok()?;
    Timestamp::UNIX_EPOCH.checked_add(time).ok()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{CUT_OFF, read};

    #[test]
    fn every_form_is_one_request() {
        let hosts = ["api.makini.io".to_owned()];
        let har = json!({ "log": { "entries": [{
            "startedDateTime": "2026-03-01T12:00:00.5Z", "time": 120.0,
            "request": { "method": "GET", "url": "https://api.makini.io/api/erp/vendors/V-1?x=1", "bodySize": 0 },
            "response": { "status": 404, "bodySize": 17, "headers": [
                { "name": "X-Request-Id", "value": "req_1" }, { "name": "Server-Timing", "value": "total;dur=100" },
            ] },
        }, { "startedDateTime": "2026-03-01T12:00:00Z", "request": { "method": "GET", "url": "https://evil.example/" } }] } });
        let nginx = json!({
            "time_iso8601": "2026-03-01T13:00:00+01:00", "request": "GET /api/erp/vendors/V-1?x=1 HTTP/1.1", "status": "404",
            "request_time": "0.120", "upstream_response_time": "0.050, 0.100", "body_bytes_sent": 17,
            "upstream_http_x_request_id": "req_1",
        });
        let flow = json!({
            "request": { "method": "GET", "scheme": "https", "host": "api.makini.io", "path": "/api/erp/vendors/V-1?x=1",
                "timestamp_start": 1_772_366_400.0 },
            "response": { "status_code": 404, "timestamp_end": 1_772_366_400.12, "contentLength": 17,
                "headers": [["x-request-id", "req_1"], ["server-timing", "total;dur=100"]] },
        });
        let own = json!({
            "id": "req_1", "at": "2026-03-01T12:00:00Z", "method": "GET", "path": "/api/erp/vendors/V-1?x=1", "status": 404,
            "total_ms": 120.0, "server_ms": 100.0, "bytes": 17, "connection_id": null,
        });
        for text in [har.to_string(), nginx.to_string(), flow.to_string(), format!("{own}\n\n")] {
            let found = read(&text, &hosts, "");
            assert_eq!((found.requests.len(), &found.unreadable), (1, &Vec::new()), "{text}");
            let one = &found.requests[0];
            assert_eq!((one.method.as_str(), one.path.as_str()), ("GET", "/api/erp/vendors/V-1?x=1"));
            assert_eq!((one.template.as_str(), one.status), ("/api/erp/vendors/{key}", Some(404)));
            assert_eq!((one.request_id.as_deref(), one.received_bytes), (Some("req_1"), 17), "{text}");
            // Of seconds since 1970 a float has no more than microseconds.
            assert!(one.elapsed.as_millis().abs_diff(120) <= 1, "{text}");
            assert_eq!(one.server_time.map(|time| time.as_millis()), Some(100), "{text}");
            assert_eq!(one.at.as_second(), 1_772_366_400);
        }
        assert_eq!(read(&har.to_string(), &hosts, "").other_hosts, 1);
    }

    #[test]
    fn spans_of_opentelemetry_and_what_is_no_request() {
        let spans = json!({ "resourceSpans": [{ "scopeSpans": [{ "spans": [
            { "startTimeUnixNano": "1772366400000000000", "endTimeUnixNano": "1772366400250000000", "attributes": [
                { "key": "http.request.method", "value": { "stringValue": "POST" } },
                { "key": "url.full", "value": { "stringValue": "https://api.makini.io/link/token" } },
                { "key": "http.response.status_code", "value": { "intValue": "200" } },
            ] },
            { "name": "a database", "attributes": [] },
        ] }] }] });
        let found = read(&spans.to_string(), &["api.makini.io".to_owned()], "");
        assert_eq!((found.requests.len(), found.requests[0].elapsed.as_millis()), (1, 250));
        assert_eq!(found.requests[0].status, Some(200));
        // Numbers that no tracer writes.
        let span = json!({ "startTimeUnixNano": i128::MIN.to_string(), "endTimeUnixNano": i128::MAX.to_string(), "attributes": [
            { "key": "http.request.method", "value": { "stringValue": "GET" } },
            { "key": "http.request.resend_count", "value": { "intValue": u64::MAX.to_string() } },
        ] });
        let odd = json!({ "resourceSpans": [{ "scopeSpans": [{ "spans": [span] }] }] });
        assert_eq!(read(&odd.to_string(), &[], "").unreadable.len(), 1);
        let broken = read("{\"at\":1}\nnot json\n[1]\n", &[], "");
        let cut = |text: &str| read(text, &[], "").unreadable.pop();
        for (text, line) in [("{\n \"log\": {\n", Some(1)), ("{}\n{\"a\": \"b", Some(2)), (" \n", None)] {
            assert_eq!(cut(text), line.map(|line| (line, CUT_OFF.to_owned())), "{text}");
        }
        assert_eq!(broken.unreadable.iter().map(|(place, _)| *place).collect::<Vec<_>>(), [1, 2, 3]);
    }
}
