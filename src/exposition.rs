//! The text of metrics: `OpenMetrics` 1.0, and the older text format of Prometheus (0.0.4), which differ in the names of
//! counters only.

use std::fmt::{Display, Write};

use http::HeaderMap;
use http::header::ACCEPT;
use sha2::{Digest as _, Sha256};

use crate::hex;

/// Longest value of a label, in characters.
const LONGEST: usize = 200;
/// Why writing cannot fail.
const MEMORY: &str = "writing to memory does not fail";

/// Which text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// `OpenMetrics` 1.0.
    OpenMetrics,
    /// Text format 0.0.4.
    Prometheus,
}

impl Form {
    /// Returns the text that a scraper prefers.
    pub fn accepted(headers: &HeaderMap) -> Self {
        let accepted = headers.get_all(ACCEPT).iter().filter_map(|value| value.to_str().ok());
        let open = accepted.flat_map(|value| value.split(',')).any(|kind| {
            let mut parts = kind.split(';').map(str::trim);
            parts.next().is_some_and(|name| name.eq_ignore_ascii_case("application/openmetrics-text"))
                && parts.all(|part| !matches!(part.strip_prefix("q="), Some("0" | "0.0")))
        });
        if open { Self::OpenMetrics } else { Self::Prometheus }
    }

    /// Returns the content type.
    pub const fn content_type(self) -> &'static str {
        match self {
            Self::OpenMetrics => "application/openmetrics-text; version=1.0.0; charset=utf-8",
            Self::Prometheus => "text/plain; version=0.0.4; charset=utf-8",
        }
    }
}

/// What a metric is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A value that rises and falls.
    Gauge,
    /// A value that only rises; the names of its samples end in `_total`.
    Counter,
    /// Counts by upper bound, with a sum.
    Histogram,
}

/// What takes metrics, one after another.
pub trait Metrics {
    /// Begins a metric. The name is without the prefix, and without `_total`.
    fn family(&mut self, name: &str, kind: Kind, unit: &str, help: &str);

    /// Adds a sample; the labels are as `name="value"`, separated by commas.
    fn sample(&mut self, name: &str, labels: &str, more: &str, value: impl Display);
}

/// The text as it grows.
pub struct Exposition {
    text: String,
    prefix: &'static str,
    form: Form,
}

impl Exposition {
    /// Begins; the name of each metric has this prefix.
    pub fn new(prefix: &'static str, form: Form) -> Self {
        Self { text: String::new(), prefix, form }
    }

    /// Returns the whole text.
    pub fn finish(mut self) -> String {
        if self.form == Form::OpenMetrics {
            self.text.push_str("# EOF\n");
        }
        self.text
    }
}

impl Metrics for Exposition {
    fn family(&mut self, name: &str, kind: Kind, unit: &str, help: &str) {
        let Self { text, prefix, form } = self;
        let (word, end) = match kind {
            Kind::Gauge => ("gauge", ""),
            Kind::Counter if *form == Form::Prometheus => ("counter", "_total"),
            Kind::Counter => ("counter", ""),
            Kind::Histogram => ("histogram", ""),
        };
        writeln!(text, "# TYPE {prefix}{name}{end} {word}").expect(MEMORY);
        if !unit.is_empty() && *form == Form::OpenMetrics {
            writeln!(text, "# UNIT {prefix}{name} {unit}").expect(MEMORY);
        }
        writeln!(text, "# HELP {prefix}{name}{end} {help}").expect(MEMORY);
    }

    fn sample(&mut self, name: &str, labels: &str, more: &str, value: impl Display) {
        let comma = if labels.is_empty() || more.is_empty() { "" } else { "," };
        let (open, close) = if labels.is_empty() && more.is_empty() { ("", "") } else { ("{", "}") };
        writeln!(self.text, "{}{name}{open}{labels}{comma}{more}{close} {value}", self.prefix).expect(MEMORY);
    }
}

/// Returns a text of a server as the value of a label.
pub fn label(text: &str) -> String {
    let mut out = String::with_capacity(text.len().min(LONGEST));
    for (at, c) in text.chars().enumerate() {
        match c {
            _ if at == LONGEST => {
                out.push('…');
                break;
            }
            '\\' | '"' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c if c.is_control() => out.push('\u{FFFD}'),
            c => out.push(c),
        }
    }
    out
}

/// The same for an ID: two that differ stay different, also where they had to be changed.
pub fn unique(id: &str) -> String {
    let is_changed = id.chars().nth(LONGEST).is_some() || id.chars().any(|c| c.is_control() && c != '\n');
    if !is_changed {
        return label(id);
    }
    format!("{} {}", label(id), &hex::encode(&Sha256::digest(id.as_bytes()))[..16])
}
