//! How receivers fail: one row for each cause, with the statuses and errors that mean it.

use super::super::case::Evidence;
use super::facts::Webhook;
use crate::api::webhooks::{WebhookAttempt, WebhookDelivery};
use crate::inbox::query::Attempt;

/// The newest attempt ended so.
const NEWEST: f64 = 0.9;
/// An attempt ended so, and later ones ended otherwise.
const EARLIER: f64 = 0.5;

/// A way in which a receiver does not take a delivery.
pub(super) struct Rule {
    pub(super) cause: &'static str,
    pub(super) statement: &'static str,
    /// Statuses that mean it, from the first to the last.
    statuses: &'static [(u64, u64)],
    /// Parts of the error of an attempt without a status that mean it, in lower case.
    words: &'static [&'static str],
    pub(super) advice: &'static str,
}

/// How receivers fail. The first that fits is the one; the last fits every attempt without a status.
pub(super) static RULES: &[Rule] = &[
    Rule {
        cause: "signature_refused",
        statement: "the receiver did not accept the webhook's signature or its sender",
        statuses: &[(401, 401), (403, 403)],
        words: &[],
        advice: "A receiver does this that verifies with another secret, or verifies a body that it has parsed and serialized again. `makini webhooks explain` names the mistake.",
    },
    Rule {
        cause: "no_handler",
        statement: "the receiver has no handler for this method and path",
        statuses: &[(404, 405), (410, 410)],
        words: &[],
        advice: "Compare the URL of the endpoint with the routes of the receiver.",
    },
    Rule {
        cause: "receiver_busy",
        statement: "the receiver asked for fewer deliveries",
        statuses: &[(429, 429)],
        words: &[],
        advice: "Store a webhook, answer with 200, and work on it afterwards.",
    },
    Rule {
        cause: "receiver_refused",
        statement: "the receiver refused the webhook",
        statuses: &[(400, 499)],
        words: &[],
        advice: "The log of the receiver shows why.",
    },
    Rule {
        cause: "handler_failed",
        statement: "the receiver, or something before it, failed",
        statuses: &[(500, 599)],
        words: &[],
        advice: "The log of the receiver shows why; the webhook is sent again for a day.",
    },
    Rule {
        cause: "not_answered_with_200",
        statement: "the receiver answered with another status than 200, and only 200 counts",
        statuses: &[(100, 199), (201, 399)],
        words: &[],
        advice: "Answer with 200 itself: 201, 204 and redirects count as failures, and are sent again.",
    },
    Rule {
        cause: "receiver_slow",
        statement: "the receiver did not answer in time",
        statuses: &[],
        words: &["did not respond", "no answer within", "timed out", "timeout"],
        advice: "Store a webhook, answer with 200 within 10 seconds, and work on it afterwards.",
    },
    Rule {
        cause: "receiver_broke_off",
        statement: "the receiver closed the connection without an answer",
        statuses: &[],
        words: &["closed", "reset", "broke"],
        advice: "A receiver that restarts does this, and a proxy whose time limit is short.",
    },
    Rule {
        cause: "receiver_unreachable",
        statement: "the receiver could not be reached",
        statuses: &[],
        words: &[""],
        advice: "See whether the receiver runs, and whether its address can be reached from the platform.",
    },
];

/// One attempt, of the server or of this machine's inbox.
struct Try<'a> {
    to: String,
    at: Option<String>,
    status: Option<u64>,
    error: Option<&'a str>,
}

impl<'a> Try<'a> {
    fn of_server(delivery: &WebhookDelivery, attempt: &'a WebhookAttempt) -> Self {
        Self {
            to: delivery.endpoint_id.as_ref().map_or_else(|| "the endpoint".into(), |id| format!("endpoint {id}")),
            at: attempt.at.clone(),
            status: attempt.response_code,
            error: attempt.error.as_deref(),
        }
    }

    fn of_inbox(attempt: &'a Attempt) -> Self {
        Self {
            to: attempt.target.clone(),
            at: Some(format!("{:.3}", attempt.started_at)),
            status: attempt.status.map(u64::from),
            error: attempt.error.as_deref(),
        }
    }

    /// Returns why it failed; nothing if it did not, or has not ended.
    fn rule(&self) -> Option<&'static Rule> {
        match (self.status, self.error) {
            (Some(status), _) => {
                RULES.iter().find(|rule| rule.statuses.iter().any(|(first, last)| (*first..=*last).contains(&status)))
            }
            (None, Some(error)) => {
                let error = error.to_lowercase();
                RULES.iter().find(|rule| rule.words.iter().any(|word| error.contains(word)))
            }
            (None, None) => None,
        }
    }

    fn ending(&self) -> String {
        match (self.status, self.error) {
            (Some(status), _) => status.to_string(),
            (None, error) => error.unwrap_or("nothing").to_owned(),
        }
    }
}

/// Returns what the receivers answered that means a cause, and whether one of them still has not taken it.
pub(super) fn signs(webhook: &Webhook, rule: &'static Rule) -> (Vec<Evidence>, bool) {
    let mut evidence = Vec::new();
    let mut is_open = false;
    let of_server = webhook.deliveries.iter().map(|delivery| {
        let tries: Vec<Try<'_>> = delivery.tries.iter().map(|attempt| Try::of_server(delivery, attempt)).collect();
        (tries, delivery.is_delivered())
    });
    let of_inbox = webhook.received.iter().map(|received| {
        let tries: Vec<Try<'_>> = received.attempts.iter().map(Try::of_inbox).collect();
        let is_taken = tries.last().is_some_and(|newest| newest.rule().is_none() && newest.status.is_some());
        (tries, is_taken)
    });
    for (tries, is_taken) in of_server.chain(of_inbox) {
        let is_so = |attempt: &&Try<'_>| attempt.rule().is_some_and(|found| std::ptr::eq(found, rule));
        let (alike, all) = (tries.iter().filter(is_so).count(), tries.len());
        let Some(newest) = tries.iter().rev().find(is_so) else { continue };
        let is_newest = tries.last().is_some_and(|last| is_so(&last));
        let ending = newest.ending();
        let text = match (alike, all) {
            (1, 1) => format!("the attempt to deliver it to {} ended with {ending}", newest.to),
            _ => format!("{alike} of {all} attempts to deliver it to {} ended so, the last with {ending}", newest.to),
        };
        let text = if is_taken { text + "; a later one was accepted" } else { text };
        let weight = if is_newest { NEWEST } else { EARLIER };
        evidence.push(Evidence { at: newest.at.clone(), ..Evidence::new(weight, text) });
        is_open |= !is_taken;
    }
    if rule.cause == "signature_refused" {
        evidence.extend(webhook.refused.iter().take(1).map(|refused| {
            let text = format!("the receiver of this machine refused a delivery of this very body: {}", refused.reason);
            Evidence { at: Some(format!("{:.3}", refused.received_at)), ..Evidence::new(NEWEST, text) }
        }));
        is_open |= webhook.received.is_none() && !webhook.refused.is_empty();
    }
    (evidence, is_open)
}
