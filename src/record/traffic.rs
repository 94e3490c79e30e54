//! What the calls of one run have in common: how many failed, which were slow, what was repeated without need.

use std::collections::{BTreeMap, HashMap};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::time::Duration;

use jiff::Timestamp;
use serde::Serialize;

use crate::api::path::{CONNECTION_TOKEN, TOKEN, takes_connection_token};
use crate::exchange::{CANCELLED, Exchange, is_failure};
use crate::measure::{Figures, Sample, Summary};

/// How many of the slowest calls, and of the repeated ones, are kept.
const KEPT: usize = 5;

/// A call that is made again within this time was repeated.
const SOON: Duration = Duration::from_secs(30);

/// Calls that are remembered to notice repetitions.
const REMEMBERED: usize = 10_000;

/// Kinds of failures that are told apart.
const KINDS: usize = 1000;

/// Answers that the same call with the same credentials would get again.
const FINAL: [u16; 9] = [400, 401, 403, 405, 410, 413, 414, 415, 422];

/// The calls of one run, summed up.
#[derive(Debug, Default)]
pub struct Traffic {
    summary: Summary,
    cancelled: u64,
    rate_limited: u64,
    tokens_issued: u64,
    slowest: Vec<SlowCall>,
    answered: HashMap<u64, (Timestamp, u16)>,
    repeated: BTreeMap<(String, String, u16), u64>,
    failures: BTreeMap<FailureKind, FailedCalls>,
    bytes: u64,
    unattributed: u64,
}

/// One of the slowest calls.
#[derive(Clone, Debug, Serialize)]
pub struct SlowCall {
    /// Request ID.
    pub id: Option<String>,
    /// HTTP method.
    pub method: String,
    /// Path template.
    pub endpoint: String,
    /// HTTP status; nothing where no whole answer came.
    pub status: Option<u16>,
    /// Milliseconds, end to end.
    pub total_ms: f64,
}

/// Method, endpoint, status and error code.
type FailureKind = (String, String, Option<u16>, Option<String>);

/// Calls that failed in the same way.
#[derive(Clone, Debug, Serialize)]
pub struct FailedCalls {
    /// HTTP method.
    pub method: String,
    /// Path template.
    pub endpoint: String,
    /// HTTP status; nothing where no whole answer came.
    pub status: Option<u16>,
    /// Error code of the platform, or the word for what happened on the way (`timeout`, `reset`).
    pub error_code: Option<String>,
    /// How many there were.
    pub count: u64,
    /// Request ID of the last one that had one.
    pub last_id: Option<String>,
}

/// Calls that were made again although the answer could not change.
#[derive(Clone, Debug, Serialize)]
pub struct RepeatedCalls {
    /// HTTP method.
    pub method: String,
    /// Path template.
    pub endpoint: String,
    /// HTTP status of the answer before.
    pub status: u16,
    /// How often it was made again.
    pub count: u64,
}

impl Traffic {
    /// Takes a call into account. `credential` tells callers apart, and the digest of the request body
    /// what they asked: without it, nothing is known to be the same.
    pub(super) fn add(&mut self, call: &Exchange, credential: &[u8], body: Option<[u8; 32]>) {
        let code = call.error_code.as_deref();
        let number = call.status.map(|status| status.to_string());
        self.summary.add(Sample {
            elapsed: call.elapsed,
            server: call.timing().possible_server(),
            source: call.timing().possible_source(),
            failed: is_failure(call.status, code),
            code: code.or(number.as_deref()),
        });
        self.bytes += call.sent_bytes + call.received_bytes;
        self.cancelled += u64::from(code == Some(CANCELLED));
        self.rate_limited += u64::from(call.status == Some(429));
        let issues = call.method == "POST" && [TOKEN, CONNECTION_TOKEN].contains(&call.template.as_str());
        self.tokens_issued += u64::from(issues && call.is_ok());
        self.note_slow(call);
        if is_failure(call.status, code) {
            self.note_failed(call);
        }
        if let Some(body) = body {
            self.note_repeated(call, credential, body);
        }
        // The path decides: a server need not know of connections what this program does.
        self.unattributed += u64::from(call.connection.is_none() && takes_connection_token(&call.path));
    }

    fn note_slow(&mut self, call: &Exchange) {
        let total_ms = call.elapsed.as_secs_f64() * 1000.0;
        if self.slowest.len() == KEPT && self.slowest.last().is_some_and(|last| last.total_ms >= total_ms) {
            return;
        }
        self.slowest.push(SlowCall {
            id: call.request_id.clone(),
            method: call.method.clone(),
            endpoint: call.template.clone(),
            status: call.status,
            total_ms,
        });
        self.slowest.sort_by(|one, other| other.total_ms.total_cmp(&one.total_ms));
        self.slowest.truncate(KEPT);
    }

    fn note_failed(&mut self, call: &Exchange) {
        let kind = (call.method.clone(), call.template.clone(), call.status, call.error_code.clone());
        if self.failures.len() >= KINDS && !self.failures.contains_key(&kind) {
            return;
        }
        let (method, endpoint, status, error_code) = kind.clone();
        let none = FailedCalls { method, endpoint, status, error_code, count: 0, last_id: None };
        let failed = self.failures.entry(kind).or_insert(none);
        failed.count += 1;
        if call.request_id.is_some() {
            failed.last_id.clone_from(&call.request_id);
        }
    }

    fn note_repeated(&mut self, call: &Exchange, credential: &[u8], body: [u8; 32]) {
        let mut hasher = DefaultHasher::new();
        (&call.method, &call.path, body, credential).hash(&mut hasher);
        let key = hasher.finish();
        if let Some((at, status)) = self.answered.remove(&key)
            && call.at.duration_since(at).unsigned_abs() <= SOON
        {
            *self.repeated.entry((call.method.clone(), call.template.clone(), status)).or_default() += 1;
        }
        if let Some(status) = call.status.filter(|status| FINAL.contains(status)) {
            if self.answered.len() >= REMEMBERED {
                self.answered.clear();
            }
            self.answered.insert(key, (call.at, status));
        }
    }

    /// Returns how many calls there were.
    pub fn calls(&self) -> u64 {
        self.summary.requests()
    }

    /// Returns the figures over the time that it took.
    pub fn figures(&self, length: Duration) -> Figures {
        Figures::over(&self.summary, length)
    }

    /// Returns how many calls the application ended.
    pub const fn cancelled(&self) -> u64 {
        self.cancelled
    }

    /// Returns how many calls were answered with 429.
    pub const fn rate_limited(&self) -> u64 {
        self.rate_limited
    }

    /// Returns how many calls issued a token.
    pub const fn tokens_issued(&self) -> u64 {
        self.tokens_issued
    }

    /// Returns how many calls that take the token of a connection are of no known one.
    pub const fn unattributed(&self) -> u64 {
        self.unattributed
    }

    /// Returns the bytes of all bodies, in both directions.
    pub const fn bytes(&self) -> u64 {
        self.bytes
    }

    /// Returns the slowest calls, the slowest first.
    pub fn slowest(&self) -> &[SlowCall] {
        &self.slowest
    }

    /// Returns how many calls were made again although the answer could not change.
    pub fn needless(&self) -> u64 {
        self.repeated.values().sum()
    }

    /// Returns those calls by endpoint, the most frequent first.
    pub fn repeated(&self) -> Vec<RepeatedCalls> {
        let calls = self.repeated.iter().map(|((method, endpoint, status), count)| RepeatedCalls {
            method: method.clone(),
            endpoint: endpoint.clone(),
            status: *status,
            count: *count,
        });
        let mut calls: Vec<_> = calls.collect();
        calls.sort_by_key(|call| std::cmp::Reverse(call.count));
        calls.truncate(KEPT);
        calls
    }

    /// Returns the calls that failed by endpoint and reason, the most frequent first.
    pub fn failures(&self) -> Vec<FailedCalls> {
        let mut calls: Vec<_> = self.failures.values().cloned().collect();
        calls.sort_by_key(|call| std::cmp::Reverse(call.count));
        calls
    }
}
