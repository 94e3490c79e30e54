//! Deliveries as this machine received them, where the server does not list them.

use super::event_filter::numbers;
use serde_json::Value;

use crate::api::operation::Operation;
use crate::api::webhooks::WebhookDelivery;
use crate::args::inbox_place;
use crate::blocking;
use crate::client::Error;
use crate::context::Context;
use crate::failure::Failure;
use crate::inbox::query::{Detail, Entry, Filter, ForwardState, Store};
use crate::inbox::{self, Verdict};

/// Returns what the inbox of this machine has.
///
/// # Errors
/// There is no inbox, so that nothing is known of what this server does not offer.
pub(super) fn known<T>(found: Option<T>, operation: Operation) -> Result<T, Failure> {
    found.ok_or_else(|| {
        let mut failure = Failure::from(Error::Unsupported { operation: operation.name().to_owned() });
        failure.hints =
            vec!["`makini webhooks listen` receives events on this machine, into an inbox that answers this".into()];
        failure
    })
}

/// Returns the events in the inbox of this machine that were accepted; nothing where there is no inbox.
pub(super) async fn entries(ctx: &Context, filter: Filter) -> Result<Option<Vec<Entry>>, Failure> {
    let place = inbox_place::place(ctx, None)?;
    let mut found =
        blocking::run(move || Store::open_if_there(&place)?.map(|store| store.list(&filter)).transpose()).await?;
    if let Some(entries) = &mut found {
        entries.retain(|entry| entry.verdict != Verdict::Rejected);
    }
    Ok(found)
}

/// Returns one event of the inbox, by its ID or arrival number; nothing where there is no inbox.
///
/// # Errors
/// When it is not there, or was rejected.
pub(super) async fn detail(ctx: &Context, which: &str) -> Result<Option<Detail>, Failure> {
    let (place, which) = (inbox_place::place(ctx, None)?, which.to_owned());
    let found = blocking::run(move || {
        let Some(store) = Store::open_if_there(&place)? else { return Ok(None) };
        let detail = store.show(&which)?;
        let is_accepted = detail.entry.verdict != Verdict::Rejected;
        if is_accepted { Ok(Some(detail)) } else { Err(inbox::Error::NoEvent(which)) }
    });
    Ok(found.await?)
}

/// Returns an event of the inbox as the delivery it came by.
pub(super) fn delivery(entry: Entry) -> WebhookDelivery {
    let text = |text: String| Some(text).filter(|text| !text.is_empty());
    WebhookDelivery {
        event_id: text(entry.id),
        event: text(entry.event),
        connection_id: text(entry.connection),
        status: Some("delivered".into()),
        attempts: Some(entry.duplicates + 1),
        created_at: entry.timestamp,
        extra: [("source".to_owned(), "inbox".into())].into_iter().collect(),
        ..WebhookDelivery::default()
    }
}

/// Returns it with its body, as the platform would.
pub(super) fn delivery_with_event(detail: Detail) -> WebhookDelivery {
    let payload = serde_json::from_slice(&detail.body);
    let payload = payload.unwrap_or_else(|_| Value::String(String::from_utf8_lossy(&detail.body).into_owned()));
    let (number, received_at) = (detail.entry.number, detail.entry.received_at);
    let mut delivery = WebhookDelivery { payload, ..delivery(detail.entry) };
    delivery.extra.insert("arrival".into(), number.into());
    delivery.extra.insert("received_at".into(), received_at.to_string().into());
    delivery
}

/// Puts events of the inbox back into the queue of the handlers: those named, else all that were given up. Returns their IDs,
/// the oldest first; nothing where there is no inbox.
///
/// # Errors
/// When one of them is not there: nothing is done for the others then.
pub(super) async fn forward_again(ctx: &Context, events: Vec<String>) -> Result<Option<Vec<String>>, Failure> {
    let place = inbox_place::place(ctx, None)?;
    let queued = blocking::run(move || {
        if Store::open_if_there(&place)?.is_none() {
            return Ok(None);
        }
        let store = Store::open(&place)?;
        let is_named = !events.is_empty();
        let filter = if is_named {
            Filter { numbers: numbers(&store, &events)?, ..Filter::default() }
        } else {
            Filter { state: Some(ForwardState::Failed), ..Filter::default() }
        };
        let chosen = store.list(&filter)?;
        store.retry(&filter, is_named)?;
        Ok::<_, inbox::Error>(Some(chosen.into_iter().map(|entry| entry.id).collect()))
    });
    Ok(queued.await?)
}
