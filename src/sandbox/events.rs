//! Events: written down with what is due because of them, never sent from here.

use rusqlite::Connection as Db;
use serde_json::Value;

use super::error::Error;
use super::state::iso;
use super::store::{self, webhooks};
use crate::api::event::Event;

/// Takes note of an event, and of a delivery to each endpoint that wants it, due at once.
pub(crate) fn emit(db: &Db, event: &str, connection: Option<&str>, body: &Value, now: i64) -> Result<(), Error> {
    let id = store::new_id(db, "evt")?;
    let payload = Event {
        id: Some(id.clone()),
        event: event.to_owned(),
        timestamp: Some(iso(now)),
        connection_id: connection.map(str::to_owned),
        body: body.clone(),
    };
    // Compact JSON of text, whole numbers and lists: the very bytes that `JSON.stringify` would write.
    let payload = serde_json::to_string(&payload).expect("an event is always JSON");
    let seq = webhooks::insert_event(db, &id, event, connection, &payload, now)?;
    for endpoint in webhooks::endpoints(db)? {
        let meant = endpoint.connection.as_deref().is_none_or(|only| Some(only) == connection);
        if meant && wants(&endpoint.events, event) {
            webhooks::insert_delivery(db, &endpoint.id, seq, now)?;
        }
    }
    Ok(())
}

/// Returns whether an event is among the patterns: its name, `sync.*`, `*.updated`, `*`; all of them when there are none.
fn wants(patterns: &[String], event: &str) -> bool {
    patterns.is_empty()
        || patterns.iter().any(|pattern| match pattern.split_once('*') {
            None => pattern == event,
            Some((before, after)) => {
                event.len() >= before.len() + after.len() && event.starts_with(before) && event.ends_with(after)
            }
        })
}

#[cfg(test)]
mod tests {
    use super::wants;

    #[test]
    fn patterns() {
        let list = |patterns: &[&str]| patterns.iter().map(|p| (*p).to_owned()).collect::<Vec<_>>();
        for (patterns, event, expected) in [
            (&[][..], "sync.failed", true),
            (&["*"], "sync.failed", true),
            (&["sync.*"], "sync.failed", true),
            (&["sync.*"], "connection.online", false),
            (&["*.updated"], "assets.updated", true),
            (&["assets.updated", "sync.failed"], "assets.updated", true),
            (&["assets.up"], "assets.updated", false),
            (&["sync.*c.failed"], "sync.failed", false),
        ] {
            assert_eq!(wants(&list(patterns), event), expected, "{patterns:?} {event}");
        }
    }
}
