//! The causes that a webhook has evidence for.

use jiff::{SignedDuration, Timestamp};

use super::super::case::{Case, Cause, Evidence, combined};
use super::facts::Webhook;
use super::receivers::{RULES, signs};
use crate::api::lenient::timestamp;
use crate::api::webhooks::{WebhookDelivery, WebhookEndpoint};
use crate::inbox::Verdict as Signature;
use crate::shell::operand;

/// What was logged or received shows it.
const SEEN: f64 = 0.9;
/// A state that explains it, where nothing shows that it was so then.
const STATE: f64 = 0.7;
/// A delivery that is sent later than this after its event is late.
const LATE: SignedDuration = SignedDuration::from_mins(1);
/// One that is as late as this is late for its own sake, and was not only overtaken.
const VERY_LATE: SignedDuration = SignedDuration::from_mins(5);

/// Returns the causes that a webhook has evidence for.
pub(super) fn of(case: &Case, webhook: &Webhook) -> Vec<Cause> {
    let mut causes: Vec<Cause> = RULES
        .iter()
        .filter_map(|rule| {
            let (evidence, is_open) = signs(webhook, rule);
            let found = cause(webhook, (rule.cause, rule.statement), Some(rule.advice), evidence);
            found.map(|found| Cause { is_over: !is_open, ..found })
        })
        .collect();
    causes.extend(not_sent(webhook));
    let late = late(webhook, case.now);
    // What comes that late is overtaken because of it.
    let is_very_late = late.as_ref().is_some_and(|late| late.sure > SEEN);
    causes.extend(late);
    let overtaken = overtaken(webhook);
    causes.extend(overtaken.map(|found| if is_very_late { Cause { sure: STATE, ..found } } else { found }));
    causes.extend(sent_again(webhook));
    causes.extend(body_form(webhook));
    causes.extend(switched_off(webhook));
    causes
}

/// Builds a cause; nothing without evidence.
fn cause(
    webhook: &Webhook,
    (cause, statement): (&'static str, &'static str),
    advice: Option<&'static str>,
    evidence: Vec<Evidence>,
) -> Option<Cause> {
    let sure = combined(&evidence);
    let last = evidence.iter().filter_map(|piece| piece.at.clone()).max();
    let next = commands(webhook);
    (!evidence.is_empty()).then_some(Cause {
        cause,
        statement,
        sure,
        since: None,
        last,
        is_over: false,
        evidence,
        advice,
        next,
    })
}

/// Returns the commands that show more, or help.
fn commands(webhook: &Webhook) -> Vec<String> {
    let id = |delivery: &WebhookDelivery| delivery.id.as_deref().map(operand);
    let mut commands = Vec::new();
    let open = webhook.deliveries.iter().find(|delivery| !delivery.is_delivered());
    if let Some(id) = open.and_then(id) {
        commands.push(format!("makini webhooks deliveries retry {id}"));
    }
    if let Some(id) = open.or(webhook.deliveries.first()).and_then(id) {
        commands.push(format!("makini webhooks deliveries show {id}"));
    }
    if let Some(received) = &webhook.received {
        commands.push(format!("makini webhooks inbox show {}", operand(&received.entry.id)));
    }
    commands
}

/// The platform gave it up before it was sent.
fn not_sent(webhook: &Webhook) -> Option<Cause> {
    let is_so = |delivery: &&WebhookDelivery| {
        let is_ended = matches!(delivery.status.as_deref(), Some("lost" | "failed"));
        is_ended && delivery.tries.is_empty() && delivery.attempts.unwrap_or(0) == 0
    };
    let evidence = webhook.deliveries.iter().filter(is_so).map(|delivery| {
        let status = delivery.status.as_deref().unwrap_or_default();
        let text = format!("its status is `{status}`, and no attempt to send it was made");
        Evidence { at: delivery.created_at.clone(), ..Evidence::new(SEEN + 0.05, text) }
    });
    let advice = "A receiver cannot notice this: `makini webhooks inbox gaps` compares syncs with what was received.";
    cause(webhook, ("never_sent", "the platform never sent the webhook"), Some(advice), evidence.collect())
}

fn first_try(delivery: &WebhookDelivery) -> Option<Timestamp> {
    delivery.tries.iter().filter_map(|attempt| timestamp(attempt.at.as_deref()?)).min()
}

/// It was, or is to be, sent long after the event.
fn late(webhook: &Webhook, now: Timestamp) -> Option<Cause> {
    let evidence = webhook.deliveries.iter().filter_map(|delivery| {
        let made = timestamp(delivery.created_at.as_deref()?)?;
        let (sent, text) = match first_try(delivery) {
            Some(sent) => (sent, "it was first sent"),
            // One that is about to be sent is not late yet.
            None if delivery.status.as_deref() == Some("pending") => {
                let due = timestamp(delivery.next_attempt_at.as_deref()?)?;
                (due.max(now), "it has not been sent yet, and is due")
            }
            None => return None,
        };
        let after = sent.duration_since(made);
        let weight = if after >= VERY_LATE { SEEN + 0.05 } else { SEEN - 0.1 };
        let text = format!("{text} {} s after it was made", after.as_secs());
        (after >= LATE).then(|| Evidence { at: Some(format!("{sent:.3}")), ..Evidence::new(weight, text) })
    });
    let advice = "The time of what happened is in the event itself (`timestamp`), not in when it arrives.";
    cause(webhook, ("sent_late", "the platform sent the webhook late"), Some(advice), evidence.collect())
}

/// Newer ones came first.
fn overtaken(webhook: &Webhook) -> Option<Cause> {
    let mut evidence = Vec::new();
    for delivery in &webhook.deliveries {
        let mine = (delivery.created_at.as_deref().and_then(timestamp), first_try(delivery));
        let is_before = |other: &&WebhookDelivery| {
            let theirs = (other.created_at.as_deref().and_then(timestamp), first_try(other));
            other.endpoint_id == delivery.endpoint_id
                && matches!((mine, theirs), ((Some(made), Some(sent)), (Some(later), Some(earlier))) if later >= made && earlier < sent)
        };
        let overtaking: Vec<&WebhookDelivery> = webhook.others.iter().filter(is_before).collect();
        if let Some(first) = overtaking.last() {
            let id = first.id.as_deref().unwrap_or_default();
            let text = match overtaking.len() {
                1 => format!("a delivery that was made later was sent before it ({id})"),
                many => format!("{many} deliveries that were made later were sent before it ({id} and others)"),
            };
            evidence.push(Evidence::new(SEEN, text));
        }
    }
    if let Some(number) = webhook.received.as_ref().and_then(|received| received.older_than) {
        let text = format!("arrival #{number} of the same connection happened later and came earlier");
        evidence.push(Evidence::new(SEEN, text));
    }
    let advice = "Webhooks come in no order: compare the `timestamp` of the event with what you have.";
    cause(webhook, ("overtaken", "newer webhooks came before it"), Some(advice), evidence)
}

/// It came more than once.
fn sent_again(webhook: &Webhook) -> Option<Cause> {
    let mut evidence = Vec::new();
    let mut counts: Vec<(&str, usize)> = Vec::new();
    for endpoint in webhook.deliveries.iter().filter_map(|delivery| delivery.endpoint_id.as_deref()) {
        match counts.iter_mut().find(|(id, _)| *id == endpoint) {
            Some((_, count)) => *count += 1,
            None => counts.push((endpoint, 1)),
        }
    }
    for (endpoint, count) in counts.into_iter().filter(|(_, count)| *count > 1) {
        evidence.push(Evidence::new(SEEN, format!("there are {count} deliveries of it to endpoint {endpoint}")));
    }
    if let Some(received) = webhook.received.as_ref().filter(|received| received.entry.duplicates > 0) {
        let times = received.entry.duplicates + 1;
        evidence.push(Evidence::new(SEEN, format!("it was received {times} times, and stored once")));
    }
    let advice = "Webhooks come at least once: remember the ID of an event, and ignore one that you know.";
    cause(webhook, ("sent_again", "the webhook was sent more than once"), Some(advice), evidence)
}

/// Its bytes are not those that were signed.
fn body_form(webhook: &Webhook) -> Option<Cause> {
    let received = webhook.received.as_ref()?;
    let mode = received.entry.mode.as_deref()?;
    let is_so = received.canonical.is_some() && received.entry.verdict == Signature::Verified;
    let text = format!("the signature is that of another text of the same JSON ({mode})");
    let evidence = is_so
        .then(|| Evidence { at: Some(format!("{:.3}", received.entry.received_at)), ..Evidence::new(STATE, text) });
    let advice = "A receiver that verifies the bytes as they came refuses it; `--forward-to` of `makini webhooks listen` hands on the text that was signed.";
    let what = ("body_form", "the body was sent in another form than the one that was signed");
    cause(webhook, what, Some(advice), evidence.into_iter().collect())
}

/// Its endpoint receives nothing.
fn switched_off(webhook: &Webhook) -> Option<Cause> {
    let open = |endpoint: &&WebhookEndpoint| {
        let is_waiting = |delivery: &WebhookDelivery| delivery.endpoint_id == endpoint.id && !delivery.is_delivered();
        endpoint.enabled == Some(false) && webhook.deliveries.iter().any(is_waiting)
    };
    let evidence = webhook.endpoints.iter().filter(open).map(|endpoint| {
        Evidence::new(STATE, format!("endpoint {} is disabled now", endpoint.id.as_deref().unwrap_or_default()))
    });
    cause(webhook, ("endpoint_disabled", "the endpoint is disabled"), None, evidence.collect())
}
