//! The figures of a board by OTLP: metrics as JSON over HTTP, compressed.
//!
//! The JSON form is part of the protocol, and every collector takes it. The names and labels are those of `/metrics`, so
//! that the same rules and dashboards work on what a collector hands on. Written as it grows, without a tree in memory: a
//! fleet has hundreds of thousands of points.

use std::fmt::{Display, Write as _};
use std::io::Write as _;
use std::sync::Arc;

use axum::http::header::{CONTENT_ENCODING, CONTENT_TYPE, HeaderMap, HeaderValue};
use flate2::Compression;
use flate2::write::GzEncoder;
use jiff::Timestamp;
use serde_json::Value;

use super::board::{Board, PREFIX};
use crate::blocking;
use crate::clock::Clock;
use crate::exposition::{Kind, Metrics};
use crate::inbox::forward::{Sender, Target};

/// Size of a request before compression after which the next begins: collectors refuse more than 20 MiB.
const LARGEST: usize = 4 << 20;
/// Cumulative counts, by the number that the protocol gives them.
const CUMULATIVE: u8 = 2;
/// Why writing cannot fail.
const MEMORY: &str = "writing to memory does not fail";

/// Sends the figures of a board to a collector.
pub struct OtlpExporter {
    /// Where to.
    pub target: Target,
    /// What sends.
    pub sender: Sender,
    /// Headers of every request, such as credentials.
    pub headers: HeaderMap,
    /// Since when counts are counted.
    pub started: Timestamp,
}

impl OtlpExporter {
    /// Sends all of it, in as many requests as it needs.
    ///
    /// # Errors
    /// Why it was not taken, or not all of it, for people.
    pub async fn export(&self, board: &Arc<Board>, clock: &Clock) -> Result<(), String> {
        let (board, times) = (Arc::clone(board), (self.started, clock.now()));
        let bodies = blocking::run(move || bodies(&board, times)).await;
        let mut headers = self.headers.clone();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        headers.insert(CONTENT_ENCODING, HeaderValue::from_static("gzip"));
        for body in bodies {
            let answer = self.sender.call(&self.target, headers.clone(), body).await?;
            if let Some(rejected) = rejected(&answer) {
                return Err(rejected);
            }
        }
        Ok(())
    }
}

/// Returns why points were not taken, or why nothing shows that they were: a collector returns JSON, or nothing.
fn rejected(answer: &str) -> Option<String> {
    if answer.trim().is_empty() {
        return None;
    }
    let Ok(Value::Object(answer)) = serde_json::from_str(answer) else {
        return Some("the answer is none of a collector: no JSON object".into());
    };
    let partial = answer.get("partialSuccess")?;
    let count = partial.get("rejectedDataPoints")?;
    let count = count.as_u64().or_else(|| count.as_str()?.parse().ok()).filter(|count| *count > 0)?;
    let message = partial.get("errorMessage").and_then(Value::as_str).unwrap_or("no reason is returned");
    Some(format!("{count} data points were rejected: {}", message.escape_debug()))
}

/// Returns the requests that hold all of a board, compressed.
fn bodies(board: &Board, (started, now): (Timestamp, Timestamp)) -> Vec<Vec<u8>> {
    let nanos = |at: Timestamp| at.as_nanosecond().max(0).to_string();
    let mut out = Otlp { started: nanos(started), now: nanos(now), ..Otlp::default() };
    board.write(&mut out);
    out.finish()
}

/// The requests as they grow.
#[derive(Default)]
struct Otlp {
    started: String,
    now: String,
    done: Vec<Vec<u8>>,
    /// The request that is written now, and its size before compression.
    open: Option<(GzEncoder<Vec<u8>>, usize)>,
    family: Option<Family>,
    /// Data points of the family, separated by commas.
    points: String,
    histogram: Histogram,
}

struct Family {
    name: String,
    kind: Kind,
    unit: &'static str,
    help: String,
}

/// A histogram of which the buckets are added one by one.
#[derive(Default)]
struct Histogram {
    bounds: Vec<f64>,
    /// Of each bucket and all before it.
    counts: Vec<u64>,
    sum: f64,
}

impl Metrics for Otlp {
    fn family(&mut self, name: &str, kind: Kind, unit: &str, help: &str) {
        self.flush();
        // The codes of UCUM.
        let unit = match unit {
            "seconds" => "s",
            "ratio" => "1",
            _ => "",
        };
        self.family = Some(Family { name: format!("{PREFIX}{name}"), kind, unit, help: help.to_owned() });
    }

    fn sample(&mut self, name: &str, labels: &str, more: &str, value: impl Display) {
        let value = value.to_string();
        if self.family.as_ref().is_some_and(|family| family.kind == Kind::Histogram) {
            self.histogram.add(name, more, &value);
            return;
        }
        let comma = if self.points.is_empty() { "" } else { "," };
        let Self { started, now, points, .. } = self;
        write!(points, "{comma}{{\"attributes\":[").expect(MEMORY);
        attributes(points, labels);
        if !labels.is_empty() && !more.is_empty() {
            points.push(',');
        }
        attributes(points, more);
        let start = match self.family.as_ref().map(|family| family.kind) {
            Some(Kind::Counter) => format!("\"startTimeUnixNano\":\"{started}\","),
            _ => String::new(),
        };
        write!(points, "],{start}\"timeUnixNano\":\"{now}\",\"asDouble\":{value}}}").expect(MEMORY);
        if self.points.len() >= LARGEST {
            self.write_points();
        }
    }
}

impl Otlp {
    /// Ends the family.
    fn flush(&mut self) {
        let histogram = std::mem::take(&mut self.histogram);
        if !histogram.counts.is_empty() {
            self.points = histogram.point(&self.started, &self.now);
        }
        if !self.points.is_empty() {
            self.write_points();
        }
        self.family = None;
    }

    /// Writes the points of the family so far as a metric.
    fn write_points(&mut self) {
        let Some(family) = &self.family else { return };
        let text = |text: &str| Value::from(text).to_string();
        let (kind, more) = match family.kind {
            Kind::Gauge => ("gauge", String::new()),
            Kind::Counter => ("sum", format!("\"aggregationTemporality\":{CUMULATIVE},\"isMonotonic\":true,")),
            Kind::Histogram => ("histogram", format!("\"aggregationTemporality\":{CUMULATIVE},")),
        };
        let head = format!(
            "{{\"name\":{},\"unit\":{},\"description\":{},\"{kind}\":{{{more}\"dataPoints\":[",
            text(&family.name),
            text(family.unit),
            text(&family.help)
        );
        let (mut request, mut size) = self.open.take().unwrap_or_else(|| (begun(), 0));
        if size > 0 {
            request.write_all(b",").expect(MEMORY);
        }
        for piece in [&head, &self.points, "]}}"] {
            request.write_all(piece.as_bytes()).expect(MEMORY);
            size += piece.len();
        }
        self.points.clear();
        if size >= LARGEST {
            self.done.push(ended(request));
        } else {
            self.open = Some((request, size));
        }
    }

    fn finish(mut self) -> Vec<Vec<u8>> {
        self.flush();
        self.done.extend(self.open.take().map(|(request, _)| ended(request)));
        self.done
    }
}

impl Histogram {
    fn add(&mut self, name: &str, more: &str, value: &str) {
        if name.ends_with("_sum") {
            self.sum = value.parse().unwrap_or_default();
        } else if name.ends_with("_bucket") {
            let bound = more.trim_start_matches("le=").trim_matches('"');
            // The last one has no bound.
            self.bounds.extend(bound.parse::<f64>().ok().filter(|bound| bound.is_finite()));
            self.counts.push(value.parse().unwrap_or_default());
        }
    }

    fn point(&self, started: &str, now: &str) -> String {
        let mut before = 0;
        let own = self.counts.iter().map(|&count| count - std::mem::replace(&mut before, count));
        let counts: Vec<String> = own.map(|count| format!("\"{count}\"")).collect();
        let bounds: Vec<String> = self.bounds.iter().map(|bound| format!("{bound:?}")).collect();
        format!(
            "{{\"attributes\":[],\"startTimeUnixNano\":\"{started}\",\"timeUnixNano\":\"{now}\",\"count\":\"{}\",\
             \"sum\":{:?},\"bucketCounts\":[{}],\"explicitBounds\":[{}]}}",
            self.counts.last().copied().unwrap_or_default(),
            self.sum,
            counts.join(","),
            bounds.join(",")
        )
    }
}

/// Begins a request.
fn begun() -> GzEncoder<Vec<u8>> {
    let mut request = GzEncoder::new(Vec::new(), Compression::fast());
    let version = Value::from(env!("CARGO_PKG_VERSION"));
    let head = format!(
        "{{\"resourceMetrics\":[{{\"resource\":{{\"attributes\":[{},{}]}},\"scopeMetrics\":[{{\"scope\":{{\"name\":\
         \"makini\",\"version\":{version}}},\"metrics\":[",
        attribute("service.name", "makini"),
        attribute("service.version", env!("CARGO_PKG_VERSION")),
    );
    request.write_all(head.as_bytes()).expect(MEMORY);
    request
}

fn ended(mut request: GzEncoder<Vec<u8>>) -> Vec<u8> {
    request.write_all(b"]}]}]}").expect(MEMORY);
    request.finish().expect(MEMORY)
}

fn attribute(name: &str, value: &str) -> String {
    format!("{{\"key\":{},\"value\":{{\"stringValue\":{}}}}}", Value::from(name), Value::from(value))
}

/// Writes labels, which are as `name="value"`, separated by commas, as attributes.
fn attributes(out: &mut String, labels: &str) {
    let mut rest = labels;
    while let Some((name, behind)) = rest.split_once("=\"") {
        let (mut value, mut end, mut is_escaped) = (String::new(), behind.len(), false);
        for (at, c) in behind.char_indices() {
            match c {
                _ if is_escaped => {
                    value.push(if c == 'n' { '\n' } else { c });
                    is_escaped = false;
                }
                '\\' => is_escaped = true,
                '"' => {
                    end = at;
                    break;
                }
                c => value.push(c),
            }
        }
        out.push_str(&attribute(name, &value));
        rest = behind.get(end + 1..).unwrap_or_default();
        if let Some(next) = rest.strip_prefix(',') {
            out.push(',');
            rest = next;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use flate2::read::GzDecoder;

    use super::*;
    use crate::exposition::label;

    fn read(bodies: &[Vec<u8>]) -> Vec<Value> {
        let text = |body: &Vec<u8>| {
            let mut text = String::new();
            GzDecoder::new(&body[..]).read_to_string(&mut text).expect("compressed");
            serde_json::from_str(&text).expect("JSON")
        };
        bodies.iter().map(text).collect()
    }

    #[test]
    fn labels_are_attributes_again() {
        for name in ["Plant 7", "a\"b\\c\nd, e=\"f\"", "", "ü\\", "\\n"] {
            let mut out = String::new();
            attributes(&mut out, &format!("connection_id=\"1\",connection=\"{}\"", label(name)));
            let found: Value = serde_json::from_str(&format!("[{out}]")).expect("JSON");
            assert_eq!(found[1]["value"]["stringValue"], name);
            assert_eq!((&found[0]["key"], found.as_array().map(Vec::len)), (&"connection_id".into(), Some(2)));
        }
    }

    #[test]
    fn large_ones_are_several_requests_and_each_point_is_there_once() {
        let mut out = Otlp { started: "1".into(), now: "2".into(), ..Otlp::default() };
        for family in ["a", "b"] {
            out.family(family, Kind::Gauge, "seconds", "Help.");
            for number in 0..60_000 {
                out.sample(family, &format!("connection_id=\"{number}\""), "", number);
            }
        }
        let bodies = out.finish();
        assert!(bodies.len() > 1);
        let mut seen = Vec::new();
        for body in read(&bodies) {
            for metric in body["resourceMetrics"][0]["scopeMetrics"][0]["metrics"].as_array().expect("metrics") {
                assert_eq!(metric["unit"], "s");
                for point in metric["gauge"]["dataPoints"].as_array().expect("points") {
                    let id = point["attributes"][0]["value"]["stringValue"].as_str().expect("an ID");
                    seen.push((metric["name"].to_string(), id.parse::<u32>().expect("a number")));
                }
            }
        }
        assert_eq!(seen.len(), 120_000);
        seen.sort_unstable();
        seen.dedup();
        assert_eq!(seen.len(), 120_000);
    }

    #[test]
    fn a_rejection_is_read() {
        let answer = r#"{"partialSuccess":{"rejectedDataPoints":"3","errorMessage":"too old"}}"#;
        assert_eq!(rejected(answer).as_deref(), Some("3 data points were rejected: too old"));
        for answer in ["", "{}", r#"{"partialSuccess":{}}"#, r#"{"partialSuccess":{"rejectedDataPoints":"0"}}"#] {
            assert_eq!(rejected(answer), None);
        }
        for answer in ["<!doctype html>", "ok", "[]"] {
            assert!(rejected(answer).is_some_and(|why| why.contains("no JSON object")), "{answer}");
        }
    }
}
