//! What was recorded, and whether it is within its budgets.

use std::process::ExitStatus;
use std::time::Duration;

use serde::Serialize;

use super::budget::Budget;
use crate::exit::Exit;
use crate::measure::Figures;
use crate::record::{FailedCalls, RepeatedCalls, SlowCall, Totals};
use crate::view::{Card, Cell, Page, View, bytes, counted, span};

/// What was recorded.
#[derive(Serialize)]
pub(super) struct Recorded {
    /// The server.
    server: String,
    /// Number of calls that were passed on.
    calls: u64,
    /// Their figures: failures, times, codes.
    pub(super) figures: Figures,
    /// Those that failed by endpoint and reason, the most frequent first; of a thousand kinds at most.
    failures: Vec<FailedCalls>,
    /// Number of calls that the application ended.
    pub(super) cancelled: u64,
    /// Number of calls that were answered with 429.
    pub(super) rate_limited: u64,
    /// Number of calls that were made again although the answer could not change.
    pub(super) repeated_without_need: u64,
    /// Those by endpoint, the most frequent ones.
    repeated: Vec<RepeatedCalls>,
    /// Number of calls that issued a token.
    tokens_issued: u64,
    /// The same by all calls.
    pub(super) tokens_per_call: Option<f64>,
    /// The slowest calls.
    slowest: Vec<SlowCall>,
    /// Bytes of all bodies, in both directions.
    bytes: u64,
    /// Number of calls that take the token of a connection and are of no known one.
    unattributed: u64,
    /// Number of requests that the proxy itself refused, which are no calls.
    refused: u64,
    /// Number of calls that are not in the journal.
    pub(super) unrecorded: u64,
    /// Why not, where it could not be written.
    cause: Option<String>,
    /// The command that was run, and how it ended.
    command: Option<CommandEnd>,
    /// The budgets that were exceeded, each in a sentence.
    exceeded: Vec<String>,
    #[serde(skip)]
    is_nothing_failure: bool,
    #[serde(skip)]
    is_judged_by_cancelled: bool,
    /// Labels of the same.
    #[serde(skip)]
    exceeded_figures: Vec<&'static str>,
}

/// How a command ended.
#[derive(Serialize)]
struct CommandEnd {
    /// Its exit code; nothing where a signal ended it.
    exit_code: Option<i32>,
    /// Whether it succeeded.
    succeeded: bool,
}

impl Recorded {
    #[expect(clippy::cast_precision_loss, reason = "counts are far below 2^52")]
    pub(super) fn new(server: &str, totals: Totals, length: Duration, command: Option<ExitStatus>) -> Self {
        let Totals { traffic, unrecorded, refused, cause } = totals;
        let calls = traffic.calls();
        Self {
            server: server.to_owned(),
            calls,
            figures: traffic.figures(length),
            failures: traffic.failures(),
            cancelled: traffic.cancelled(),
            rate_limited: traffic.rate_limited(),
            repeated_without_need: traffic.needless(),
            repeated: traffic.repeated(),
            tokens_issued: traffic.tokens_issued(),
            tokens_per_call: (calls > 0).then(|| traffic.tokens_issued() as f64 / calls as f64),
            slowest: traffic.slowest().to_vec(),
            bytes: traffic.bytes(),
            unattributed: traffic.unattributed(),
            refused,
            unrecorded,
            cause,
            command: command.map(|status| CommandEnd { exit_code: status.code(), succeeded: status.success() }),
            exceeded: Vec::new(),
            is_nothing_failure: false,
            is_judged_by_cancelled: true,
            exceeded_figures: Vec::new(),
        }
    }

    /// Judges it. Without any call nothing is proven: that is no success, unless it is allowed.
    pub(super) fn judged(mut self, budgets: &[Budget], allows_none: bool) -> Self {
        let exceeded = budgets.iter().filter_map(|budget| Some((budget.name(), budget.exceeded(&self)?)));
        (self.exceeded_figures, self.exceeded) = exceeded.unzip();
        self.is_judged_by_cancelled = budgets.is_empty() || budgets.iter().any(Budget::is_of_cancelled);
        self.is_nothing_failure = self.calls == 0 && !budgets.is_empty() && !allows_none;
        self
    }
}

/// Kinds of failures that people are shown.
const SHOWN: usize = 5;

fn time<'a>(ms: Option<f64>) -> Cell<'a> {
    Cell::maybe(ms.and_then(|ms| Duration::try_from_secs_f64(ms / 1000.0).ok()), |time| Cell::text(span(time)))
}

impl View for Recorded {
    const SCHEMA: &'static str = "record/1";

    fn human(&self, page: &mut Page<'_>) {
        let figures = &self.figures;
        let bad = |count: u64| (count > 0).then(|| Cell::bad(count.to_string()));
        let mut card = Card::new()
            .row("server", Cell::path(&self.server))
            .row("recorded", Cell::text(format!("{}, {}", counted(self.calls, "call"), bytes(self.bytes))))
            .opt("failed", bad(figures.errors))
            .opt("cancelled", (self.cancelled > 0).then(|| Cell::text(self.cancelled.to_string())))
            .opt("rate-limited", bad(self.rate_limited))
            .opt("repeated", bad(self.repeated_without_need))
            .opt("tokens", (self.tokens_issued > 0).then(|| Cell::text(format!("{} issued", self.tokens_issued))))
            .opt("refused by the proxy", bad(self.refused))
            .opt(
                "of no known connection",
                (self.unattributed > 0)
                    .then(|| Cell::text(format!("{} of {}", self.unattributed, counted(self.calls, "call")))),
            )
            .opt("unrecorded", bad(self.unrecorded))
            .opt("because", self.cause.as_deref().map(Cell::text));
        if self.calls > 0 {
            card =
                card.row("p50", time(figures.p50_ms)).row("p95", time(figures.p95_ms)).row("max", time(figures.max_ms));
        }
        if let Some(CommandEnd { exit_code, succeeded }) = self.command {
            let text = exit_code.map_or_else(|| "ended by a signal".to_owned(), |code| format!("ended with {code}"));
            card = card.row("command", if succeeded { Cell::good(text) } else { Cell::bad(text) });
        }
        if !self.failures.is_empty() {
            card = card.section("Failed");
        }
        for call in self.failures.iter().take(SHOWN) {
            let reason = match (call.status, call.error_code.as_deref()) {
                (Some(status), Some(code)) => format!("{status} {code}"),
                (Some(status), None) => status.to_string(),
                (None, code) => code.unwrap_or("no answer").to_owned(),
            };
            let last = call.last_id.as_deref().map(|id| format!(" (last {id})")).unwrap_or_default();
            let text = format!("{} {}: {reason}{last}", call.method, call.endpoint);
            card = card.row(format!("{} x", call.count), Cell::text(text));
        }
        let rest = figures.errors - self.failures.iter().take(SHOWN).map(|call| call.count).sum::<u64>();
        if rest > 0 {
            let text = "more: `makini requests list --source journal --errors`";
            card = card.row(format!("{rest} x"), Cell::text(text));
        }
        if !self.slowest.is_empty() {
            card = card.section("Slowest");
        }
        for call in &self.slowest {
            let status = call.status.map_or_else(|| "no answer".to_owned(), |status| status.to_string());
            let id = call.id.as_deref().map(|id| format!(" ({id})")).unwrap_or_default();
            let took = Duration::try_from_secs_f64(call.total_ms / 1000.0).map(span).unwrap_or_default();
            card = card.row(took, Cell::text(format!("{} {}: {status}{id}", call.method, call.endpoint)));
        }
        if !self.repeated.is_empty() {
            card = card.section("Repeated, although the answer could not change");
        }
        for call in &self.repeated {
            let text = format!("{} {} after {}", call.method, call.endpoint, call.status);
            card = card.row(format!("{} x", call.count), Cell::text(text));
        }
        if !self.exceeded.is_empty() {
            card = card.section("Over budget");
        }
        for (figure, sentence) in self.exceeded_figures.iter().zip(&self.exceeded) {
            card = card.row(*figure, Cell::bad(sentence.as_str()));
        }
        page.card(&card);
        if self.unattributed > 0 {
            page.line("known are the tokens that `makini token issue` stores here; `--inject` puts one in");
        }
        if self.is_nothing_failure {
            page.line("no call was recorded, so nothing is proven (`--allow-none` allows it)");
        }
        if self.cancelled > 0 && !self.is_judged_by_cancelled {
            page.line("cancelled calls are no failures; `--fail-on cancelled` fails where the application gave up");
        }
    }

    fn exit(&self) -> Exit {
        let command_failed = self.command.as_ref().is_some_and(|command| !command.succeeded);
        if command_failed || !self.exceeded.is_empty() {
            Exit::Unhealthy
        } else if self.is_nothing_failure {
            Exit::NotFound
        } else {
            Exit::Ok
        }
    }
}
