//! Describes calls that have ended, and writes them into the journal, on a thread of its own.

use std::io::Read as _;
use std::sync::mpsc::Receiver;
use std::sync::{Arc, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use flate2::read::GzDecoder;
use http::header::CONTENT_ENCODING;
use http::{HeaderMap, Method};
use jiff::Timestamp;
use serde_json::Value;

use super::known_tokens::KnownTokens;
use super::queue::{Answer, KeepBodies, Message, Observation, Queue, SAMPLE, names_a_connection};
use super::traffic::Traffic;
use super::unusable;
use crate::api::connections::Integration;
use crate::api::path::{CONNECTION_TOKEN, connection_of};
use crate::api::requests::RequestKind;
use crate::api::template::Templates;
use crate::api::token::TokenAnswer;
use crate::client::{read_error_body, without_secrets};
use crate::exchange::{CANCELLED, Exchange, Sender, is_failure};
use crate::journal::{Bodies, Journal, redact};
use crate::secret::Secret;

/// How long calls are collected that are written together.
const COLLECTED: Duration = Duration::from_millis(20);

/// How many are written together: one part in so many of those that wait, within these bounds. After each group those that
/// serve have their turn. As long as the queue is short, a group takes less than the time that a system gives a thread at once,
/// for which a call would wait otherwise; the more calls wait, the larger it is, so that the queue does not fill.
const PART: u64 = 8;
const TOGETHER: (u64, u64) = (64, 500);

/// Bytes of a body that was compressed.
const LONGEST: u64 = 1 << 20;

/// What a writer needs.
pub struct WriterOptions {
    /// Where calls are written.
    pub journal: Arc<Journal>,
    /// The templates of paths.
    pub templates: Templates,
    /// The tokens of connections.
    pub tokens: KnownTokens,
    /// Whose bodies are kept, and for how long.
    pub keep_bodies: (KeepBodies, Duration),
    /// Receives a sentence when the journal begins to fail.
    pub warn: Box<dyn Fn(String) + Send>,
}

/// The thread that writes.
pub struct Writer {
    queue: Queue,
    thread: JoinHandle<Totals>,
}

/// What came of all calls.
#[derive(Debug, Default)]
pub struct Totals {
    /// The calls that were described.
    pub traffic: Traffic,
    /// Number of calls that are not in the journal.
    pub unrecorded: u64,
    /// Number of requests that the proxy refused, which are no calls.
    pub refused: u64,
    /// Why, where the journal could not be written.
    pub cause: Option<String>,
}

impl Writer {
    /// Starts the thread.
    pub fn start(options: WriterOptions) -> Self {
        let (queue, receiver) = Queue::new();
        let worker = Worker { options, queue: queue.clone(), taken: 0, totals: Totals::default(), is_failing: false };
        let thread = thread::spawn(move || worker.run(&receiver));
        Self { queue, thread }
    }

    /// Returns what ended calls are put into.
    pub fn queue(&self) -> Queue {
        self.queue.clone()
    }

    /// Writes what waits and returns what came of all. Blocks. Calls that are still in progress count as unrecorded.
    pub fn finish(self) -> Totals {
        let Self { queue, thread } = self;
        queue.end();
        let mut totals = match thread.join() {
            Ok(totals) => totals,
            Err(panic) => std::panic::resume_unwind(panic),
        };
        totals.unrecorded += queue.missing();
        totals.refused = queue.refused();
        totals
    }
}

struct Worker {
    options: WriterOptions,
    queue: Queue,
    /// Calls that came out of the queue.
    taken: u64,
    totals: Totals,
    is_failing: bool,
}

impl Worker {
    fn run(mut self, receiver: &Receiver<Message>) -> Totals {
        let (mut is_over, mut is_behind) = (false, false);
        while !is_over && let Ok(first) = receiver.recv() {
            if matches!(first, Message::Call(_)) && !is_behind {
                // Of many calls at once each alone would cost a transaction, and a wake-up of this thread.
                thread::sleep(COLLECTED);
            }
            let most = group(self.queue.waiting(self.taken));
            let mut rows = Vec::new();
            let mut next = Some(first);
            while let Some(message) = next {
                match message {
                    Message::Call(call) => rows.push(self.row(*call)),
                    Message::End => is_over = true,
                }
                next = if rows.len() < most { receiver.try_recv().ok() } else { None };
            }
            is_behind = rows.len() == most;
            self.taken += rows.len() as u64;
            self.write(rows);
            thread::yield_now();
        }
        let lost = self.options.journal.take_warning();
        self.totals.unrecorded += lost.as_ref().map_or(0, |warning| warning.lost);
        self.totals.cause = lost.map(|warning| warning.to_string());
        self.totals
    }

    fn write(&mut self, rows: Vec<(Exchange, Option<Bodies>)>) {
        let journal = &self.options.journal;
        journal.record_all(rows);
        let failure = journal.failure();
        if let Some(reason) = failure.as_ref().filter(|_| !self.is_failing) {
            (self.options.warn)(format!(
                "calls go on and are not in the journal, as long as it cannot be written: {reason}"
            ));
        }
        self.is_failing = failure.is_some();
    }

    /// Returns the row of a call, and its bodies where they are kept.
    fn row(&mut self, mut call: Observation) -> (Exchange, Option<Bodies>) {
        let path = &*call.target;
        let template = self.options.templates.of(path);
        let [authorization, cookie] =
            call.credentials.each_ref().map(|value| value.as_ref().and_then(|value| value.to_str().ok()));
        let token = authorization.map(credential);
        let secrets = || token.iter().cloned().chain(cookie.map(credential)).collect::<Vec<_>>();
        let injected = call.connection;
        let named = token.as_ref().and_then(|token| self.options.tokens.connection(token.expose())).map(str::to_owned);
        let connection = injected.or(named).or_else(|| connection_of(&template, path).map(str::to_owned));
        let mut exchange = Exchange {
            at: call.at,
            connection,
            kind: RequestKind::Api,
            sender: Sender::Application,
            method: call.method.to_string(),
            template: template.to_string(),
            path: path.to_owned(),
            status: None,
            error_code: None,
            error_message: None,
            request_id: None,
            elapsed: call.elapsed,
            server_time: None,
            source_time: None,
            sent_bytes: call.sent_bytes,
            received_bytes: call.received_bytes,
            attempt: 1,
        };
        let mut body = Vec::new();
        if let Some(Answer { status, request_id, timings, headers }) = call.answer {
            exchange.status = Some(status);
            exchange.request_id = request_id;
            (exchange.server_time, exchange.source_time) = timings;
            if !call.sample.is_empty() {
                body = without_secrets(secrets(), &plain(&headers, &call.sample.concat()));
            }
            if status >= 400 {
                let read = read_error_body(&headers, &body);
                // It is in the report as well, which no journal has redacted.
                exchange.error_code = read.code.map(|code| redact::label(code.as_str(), 100));
                exchange.error_message = read.message;
                exchange.request_id = read.request_id;
            } else if let Some((code, message)) = unusable::judge(status, &headers, path, &body) {
                exchange.error_code = Some(code.to_owned());
                exchange.error_message = Some(message);
            } else if call.fault.is_none() && names_a_connection(&call.method, &call.target) {
                let known = if call.method == Method::POST && *template == *CONNECTION_TOKEN {
                    issued(&body).zip(exchange.connection.clone())
                } else {
                    token.clone().zip(current(&body))
                };
                if let Some((token, connection)) = known {
                    self.options.tokens.learn(token.expose(), &connection);
                    exchange.connection.get_or_insert(connection);
                }
            }
        }
        if let Some((code, message)) = call.fault {
            // No whole answer came, unless the application did not want it.
            exchange.status = exchange.status.filter(|_| code == CANCELLED);
            exchange.error_code = Some(code.to_owned());
            exchange.error_message = Some(message);
        }
        let caller = call.credentials[0].as_ref().map_or(&[][..], |value| value.as_bytes());
        self.totals.traffic.add(&exchange, caller, call.sent_digest);
        let (keeps, time) = self.options.keep_bodies;
        let failed = is_failure(exchange.status, exchange.error_code.as_deref());
        let is_kept = keeps == KeepBodies::All || (keeps == KeepBodies::Errors && failed);
        let bodies = is_kept.then(|| {
            let sample = call.request_sample.take().unwrap_or_default();
            let request = without_secrets(secrets(), &sample.lock().unwrap_or_else(PoisonError::into_inner));
            // Half of a body may be half of a secret.
            let whole = |body: Vec<u8>, bytes: u64| if bytes > SAMPLE as u64 { Vec::new() } else { body };
            let (request, response) = (whole(request, call.sent_bytes), whole(body, call.received_bytes));
            Bodies::of(&request, &response, call.at.saturating_add(time).unwrap_or(Timestamp::MAX))
        });
        (exchange, bodies)
    }
}

/// Returns how many calls are written together while so many wait.
fn group(waiting: u64) -> usize {
    let (least, most) = TOGETHER;
    usize::try_from((waiting / PART).clamp(least, most)).unwrap_or(usize::MAX)
}

/// Returns what stands after the scheme: `Bearer` is no secret.
fn credential(value: &str) -> Secret {
    Secret::new(value.split_once(' ').map_or(value, |(_, token)| token).trim())
}

/// Returns a body without its compression, as far as one of a usual kind can be read.
fn plain(headers: &HeaderMap, body: &[u8]) -> Vec<u8> {
    let is_gzip = headers.get(CONTENT_ENCODING).is_some_and(|value| value.as_bytes().eq_ignore_ascii_case(b"gzip"));
    if !is_gzip {
        return body.to_vec();
    }
    let mut plain = Vec::new();
    // A beginning is as good as it is.
    GzDecoder::new(body).take(LONGEST).read_to_end(&mut plain).ok();
    plain
}

/// Returns the token that an answer issues.
fn issued(body: &[u8]) -> Option<Secret> {
    let answer: TokenAnswer = serde_json::from_value(unwrapped(body)?).ok()?;
    Some(answer.access_token)
}

/// Returns the connection that an answer is about.
fn current(body: &[u8]) -> Option<String> {
    let answer: Integration = serde_json::from_value(unwrapped(body)?).ok()?;
    answer.id.filter(|id| !id.is_empty())
}

/// Returns an object, without the one that wraps it.
fn unwrapped(body: &[u8]) -> Option<Value> {
    let mut whole: Value = serde_json::from_slice(body).ok()?;
    match whole.get_mut("data") {
        Some(data @ Value::Object(_)) => Some(data.take()),
        _ => Some(whole),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_more_calls_wait_the_more_are_written_together() {
        assert_eq!([0, 512, 2000, 4000, u64::MAX].map(group), [64, 64, 250, 500, 500]);
    }

    #[test]
    fn calls_wait_until_they_are_taken() {
        let (queue, _receiver) = Queue::new();
        let request = http::Request::get("/a").body(()).expect("constant").into_parts().0;
        let target = http::uri::PathAndQuery::from_static("/a");
        for _ in 0..3 {
            let clock = crate::clock::Clock::fixed(Timestamp::UNIX_EPOCH);
            drop(super::super::call::Call::begin(queue.clone(), clock, KeepBodies::None, &request, &target));
        }
        assert_eq!([0, 2, 3].map(|taken| queue.waiting(taken)), [3, 1, 0]);
    }
}
