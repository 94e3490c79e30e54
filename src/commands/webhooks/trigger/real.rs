//! What the sandbox really has: connections, keys of rows, syncs, alerts. Events about these can be followed up.

use fastrand::Rng;
use serde_json::{Value, json};

use crate::api::alerts::{AlertChange, AlertNotice, AlertRule};
use crate::api::connections::{Connection, Lifecycle};
use crate::api::entities;
use crate::api::sync::{Sync, SyncState};
use crate::client::call::ListQuery;
use crate::client::{Client, PageOptions, Purpose};
use crate::failure::{During as _, Failure};
use crate::inbox::gap::announced;

/// Rows that keys are taken from.
const ROWS: PageOptions = PageOptions { per_page: Some(100), first: None, limit: Some(100) };
/// Keys of one event, at most.
const KEYS: usize = 4;

/// What the event is about.
#[derive(Debug)]
pub(super) struct Real {
    /// The connection; none for an alert about all of them.
    pub(super) connection: Option<String>,
    /// Keys of rows, for events about them.
    keys: Vec<String>,
    /// Whole bodies, for events about syncs and alerts: the newest first.
    bodies: Vec<Value>,
    /// Whether the event is about neither, so that its connection is all that is real.
    plain: bool,
}

impl Real {
    /// Looks for what an event could be about: on the named connection, else on the first that has it. Nothing if the
    /// sandbox has nothing of the kind.
    pub(super) async fn find(client: &Client, event: &str, named: Option<&str>) -> Result<Option<Self>, Failure> {
        if let Some(firing) = [true, false].into_iter().find(|firing| AlertNotice::event(*firing) == event) {
            return Self::of_alerts(client, firing, named).await;
        }
        let mut connections = client.connections().await.during(|| "could not list connections".into())?;
        connections.retain(|connection| match named {
            Some(id) => connection.id() == id,
            None => !matches!(connection.lifecycle(), Lifecycle::Disconnected | Lifecycle::Pending),
        });
        for connection in &connections {
            if let Some(real) = Self::of(client, event, connection).await? {
                return Ok(Some(real));
            }
        }
        Ok(None)
    }

    async fn of(client: &Client, event: &str, connection: &Connection) -> Result<Option<Self>, Failure> {
        let id = connection.id();
        let (mut keys, mut bodies) = (Vec::new(), Vec::new());
        let state = announced(event);
        let entity = entity(event);
        if let Some(state) = state {
            let pages = client.sync_pages(id, ROWS).await.during(|| format!("could not list the syncs of {id}"))?;
            let syncs = pages.all().await.during(|| format!("could not list the syncs of {id}"))?;
            bodies = syncs.iter().filter_map(|sync| told(sync, state)).collect();
        }
        if let Some((domain, path)) = entity {
            let query = ListQuery::default();
            // A connection of another domain has no such rows; the next one may.
            if let Ok(pages) = client.entities(id, (domain, path), &query, (ROWS, Purpose::Question))
                && let Ok(rows) = pages.all().await
            {
                keys = rows.iter().filter_map(|row| Some(row.get("key")?.as_str()?.to_owned())).collect();
            }
        }
        let plain = state.is_none() && entity.is_none();
        let found = plain || !keys.is_empty() || !bodies.is_empty();
        Ok(found.then(|| Self { connection: Some(id.to_owned()), keys, bodies, plain }))
    }

    /// Looks for a rule that began or ceased to fire.
    async fn of_alerts(client: &Client, firing: bool, named: Option<&str>) -> Result<Option<Self>, Failure> {
        let during = || "could not list alerts".to_owned();
        let rules = client.alert_rules().await.during(during)?;
        let changes = client.alert_changes(None).await.during(during)?;
        let state = if firing { "firing" } else { "ok" };
        let rule_of = |change: &AlertChange| rules.iter().find(|rule| rule.id.is_some() && rule.id == change.rule_id);
        let meant = |rule: &AlertRule| named.is_none_or(|named| rule.connection_id.as_deref() == Some(named));
        let told = changes.into_iter().filter(|change| change.state.as_deref() == Some(state));
        let mut told = told.filter_map(|change| rule_of(&change).filter(|rule| meant(rule)).map(|rule| (rule, change)));
        let Some((rule, change)) = told.next() else { return Ok(None) };
        let notice = AlertNotice {
            rule_id: rule.id.clone(),
            name: rule.name.clone(),
            metric: rule.metric.clone(),
            value: change.value,
            threshold: rule.threshold,
            worst_connection_id: change.worst_connection_id,
            at: change.at,
        };
        let connection = rule.connection_id.clone();
        Ok(Some(Self { connection, keys: Vec::new(), bodies: vec![notice.body()], plain: false }))
    }

    /// Returns the body of one more event: some of the keys, or the next of the syncs. Nothing where only the
    /// connection is real.
    pub(super) fn body(&self, sent: u64, rng: &mut Rng) -> Option<Value> {
        if self.plain {
            return None;
        }
        if !self.bodies.is_empty() {
            let at = usize::try_from(sent).unwrap_or_default() % self.bodies.len();
            return self.bodies.get(at).cloned();
        }
        let count = rng.usize(1..=KEYS.min(self.keys.len()));
        Some(json!(rng.choose_multiple(&self.keys, count)))
    }

    /// Returns what of an event is real.
    pub(super) const fn extent(&self) -> Extent {
        if self.plain { Extent::Connection } else { Extent::Sandbox }
    }
}

/// What of an event is real.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Extent {
    /// Connection and body are what the sandbox has.
    Sandbox,
    /// The connection is; the body is made up.
    Connection,
    /// Nothing is.
    MadeUp,
}

impl Extent {
    /// Returns what is shown.
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::Sandbox => "sandbox",
            Self::Connection => "sandbox, body made up",
            Self::MadeUp => "made up",
        }
    }
}

/// Returns the domain and the path of the rows an event is about.
fn entity(event: &str) -> Option<(&'static str, &'static str)> {
    let path = event.strip_suffix(".inserted").or_else(|| event.strip_suffix(".updated"))?;
    let known = entities::all().iter().find(|known| known.path == path)?;
    Some((known.domains().next()?.slug(), known.path))
}

/// Returns the body that the platform sends for a sync that ended so.
fn told(sync: &Sync, state: SyncState) -> Option<Value> {
    if sync.state() != state {
        return None;
    }
    let mut body = json!({ "sync_id": sync.id, "mode": sync.mode, "trigger": sync.trigger });
    if state == SyncState::Failed {
        body["error"] = serde_json::to_value(&sync.error).expect("an error is always JSON");
        return Some(body);
    }
    body["started_at"] = json!(sync.started_at);
    body["finished_at"] = json!(sync.finished_at);
    let entities = sync.entities.iter().map(
        |one| json!({ "entity": one.entity, "total": one.total, "inserted": one.inserted, "updated": one.updated }),
    );
    body["entities"] = entities.collect();
    Some(body)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sync_is_told_as_the_platform_tells_it() {
        let sync = Sync { id: Some("syn_1".into()), status: Some("completed".into()), ..Sync::default() };
        let body = told(&sync, SyncState::Completed).expect("it is over");
        let members: Vec<&str> = body.as_object().expect("an object").keys().map(String::as_str).collect();
        assert_eq!(members, ["sync_id", "mode", "trigger", "started_at", "finished_at", "entities"]);
        assert_eq!(told(&sync, SyncState::Failed), None);
    }

    #[test]
    fn rows_are_found_by_the_events_name() {
        assert_eq!(entity("assets.updated"), Some(("eam", "assets")));
        assert_eq!(entity("purchase-orders.inserted").map(|(_, path)| path), Some("purchase-orders"));
        for other in ["sync.completed", "flow.updated.x", "nothing.updated", "assets.deleted"] {
            assert_eq!(entity(other), None, "{other}");
        }
    }

    #[test]
    fn keys_are_some_of_those_there_are() {
        let real =
            Real { connection: Some("c".into()), keys: vec!["a".into(), "b".into()], bodies: Vec::new(), plain: false };
        let mut rng = Rng::with_seed(7);
        for sent in 0..20 {
            let body = real.body(sent, &mut rng).expect("keys");
            let keys = body.as_array().expect("a list");
            assert!((1..=2).contains(&keys.len()) && keys.iter().all(|key| *key == "a" || *key == "b"), "{keys:?}");
        }
    }
}
