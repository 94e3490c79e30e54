//! A handler: which events it takes, and how they are sent to it.

use std::fmt;
use std::str::FromStr;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use jiff::Timestamp;

use super::target::Target;
use super::{OutboundRequest, document};
use crate::failure::Failure;
use crate::glob;
use crate::jq::Jq;

/// Maximum number of events in one request.
pub const LARGEST_BATCH: u32 = 1000;

/// Where events are sent, which, and how.
#[derive(Debug)]
pub struct Handler {
    /// Its name in the configuration.
    pub name: Option<String>,
    /// Patterns of event names; none for any.
    pub events: Vec<String>,
    /// What else is asked of an event.
    pub condition: Option<Condition>,
    /// Its address.
    pub target: Target,
    /// Sends up to this number of events of a connection in one request, as a list; nothing for one event as it is.
    pub batch: Option<u32>,
    /// Maximum rate of requests.
    pub rate: Option<Rate>,
}

impl Handler {
    /// Takes every event, one at a time.
    pub fn to(target: Target) -> Self {
        Self { name: None, events: Vec::new(), condition: None, target, batch: None, rate: None }
    }

    /// Returns whether nothing is asked of an event.
    pub fn takes_all(&self) -> bool {
        self.events.is_empty() && self.condition.is_none()
    }

    /// Returns whether it may take an event of this name.
    pub(super) fn has_event(&self, event: &str) -> bool {
        self.events.is_empty() || self.events.iter().any(|pattern| glob::matches(pattern, event))
    }

    /// Returns whether it takes an event.
    ///
    /// # Errors
    /// Why its condition cannot be evaluated, for people.
    pub(super) fn takes(&self, request: &OutboundRequest) -> Result<bool, String> {
        match &self.condition {
            _ if !self.has_event(&request.event) => Ok(false),
            Some(condition) => condition.jq.is_met(&document::of_event(request, None)),
            None => Ok(true),
        }
    }
}

impl fmt::Display for Handler {
    /// Its name, else its address.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.name {
            Some(name) => f.write_str(name),
            None => self.target.fmt(f),
        }
    }
}

/// A jq expression over an event, as `document.rs` writes it.
#[derive(Debug)]
pub struct Condition {
    jq: Jq,
    text: String,
    /// Events on which it could not be evaluated.
    failed: AtomicU64,
}

impl Condition {
    /// Compiles the value of `where`.
    ///
    /// # Errors
    /// [`crate::exit::Exit::Usage`] with the place in the expression.
    pub fn new(text: &str, now: Timestamp) -> Result<Self, Failure> {
        let jq = Jq::condition("where", text, now)?;
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        Ok(Self { jq, text, failed: AtomicU64::default() })
    }

    /// Returns on how many events it could not be evaluated so far.
    pub fn failed(&self) -> u64 {
        self.failed.load(Ordering::Relaxed)
    }

    /// Counts an event on which it could not be evaluated. Returns whether it is the first.
    pub(super) fn count_failure(&self) -> bool {
        self.failed.fetch_add(1, Ordering::Relaxed) == 0
    }
}

impl fmt::Display for Condition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// A number of requests in a time, as `50/s`, `600/m` or `1000/h`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rate {
    count: u32,
    unit: char,
}

impl Rate {
    /// Returns the time from one request to the next.
    pub fn interval(self) -> Duration {
        let seconds = match self.unit {
            's' => 1,
            'm' => 60,
            _ => 3600,
        };
        Duration::from_secs(seconds) / self.count
    }
}

impl FromStr for Rate {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let parsed = Some(text.trim().split_once('/').unwrap_or((text, "s"))).and_then(|(count, unit)| {
            let count = count.trim().parse::<u32>().ok().filter(|count| (1..=1_000_000).contains(count))?;
            let unit = match unit.trim() {
                "s" | "second" => 's',
                "m" | "min" | "minute" => 'm',
                "h" | "hour" => 'h',
                _ => return None,
            };
            Some(Self { count, unit })
        });
        parsed.ok_or_else(|| "a rate is a number of requests, from 1 to 1,000,000, in a time, for example `50/s`, `600/m` or `1000/h`".into())
    }
}

impl fmt::Display for Rate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.count, self.unit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rates_are_read_in_three_units() {
        let interval = |text: &str| text.parse::<Rate>().map(Rate::interval);
        assert_eq!(interval("50/s"), Ok(Duration::from_millis(20)));
        assert_eq!(interval(" 600 / minute "), Ok(Duration::from_millis(100)));
        assert_eq!(interval("1000/h"), Ok(Duration::from_millis(3600)));
        assert_eq!(interval("50"), interval("50/s"));
        for wrong in ["", "0", "0/s", "-1/s", "1.5/s", "50/d", "/s", "1000001/s"] {
            assert!(interval(wrong).is_err(), "{wrong}");
        }
        assert_eq!("50/second".parse::<Rate>().expect("a rate").to_string(), "50/s");
    }
}
