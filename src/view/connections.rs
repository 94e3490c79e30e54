//! A connection as this program shows it: one spelling for states, real times, metadata as an object.

use jiff::Timestamp;
use serde::Serialize;
use serde_json::{Map, Value};

use super::{Card, Cell, Look};
use crate::api::connections::{Connection, Health, Lifecycle, label, metadata};
use crate::api::lenient;
use crate::api::sync::{SyncError, SyncState};

/// A connection as this program shows it.
///
/// States are spelled one way whatever the platform sends: `pending`, `synchronizing`, `in_progress`, `active`,
/// `inactive`, `disconnected`; `online`, `offline`, `reauthorization_required`. An unknown word is left as
/// it is. Times are RFC 3339 UTC. What a server does not return is null.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Row {
    /// Its ID.
    pub id: String,
    /// What people call it.
    pub name: Option<String>,
    /// The system, as its slug or name.
    pub system: Option<String>,
    /// Its lifecycle status.
    pub status: String,
    /// Whether the system can be reached and accepts the credentials.
    pub health: Option<String>,
    /// State of the newest sync: `queued`, `running`, `completed`, `failed`, `cancelled`.
    pub sync_status: Option<String>,
    /// End of the last sync that succeeded.
    pub last_sync_at: Option<Timestamp>,
    /// When the next sync is due.
    pub next_sync_at: Option<Timestamp>,
    /// Seconds between scheduled syncs.
    pub schedule_seconds: Option<u64>,
    /// Credits it holds.
    pub credits: Option<u64>,
    /// `cloud` or `on_premises`.
    pub deployment: Option<String>,
    /// Who connected it.
    pub email: Option<String>,
    /// When it was made.
    pub created_at: Option<Timestamp>,
    /// When the system was reached first.
    pub connected_at: Option<Timestamp>,
    /// When its newest token ends.
    pub token_expires_at: Option<Timestamp>,
    /// Labels.
    pub tags: Vec<String>,
    /// Free metadata.
    pub metadata: Map<String, Value>,
    /// The newest failure, if nothing has succeeded since.
    pub last_error: Option<SyncError>,
}

impl Row {
    /// Returns what stays true of a connection whose state could not be read again.
    #[must_use]
    pub fn without_state(self) -> Self {
        Self {
            status: Lifecycle::Unknown.as_str().into(),
            health: None,
            sync_status: None,
            last_sync_at: None,
            next_sync_at: None,
            credits: None,
            connected_at: None,
            token_expires_at: None,
            last_error: None,
            ..self
        }
    }
}

impl From<&Connection> for Row {
    fn from(from: &Connection) -> Self {
        let time = |text: &Option<String>| text.as_deref().and_then(lenient::timestamp);
        let text = |text: &Option<String>| text.clone().filter(|text| !text.is_empty());
        Self {
            id: from.id().to_owned(),
            name: text(&from.name),
            system: text(&from.integration_name),
            status: match from.lifecycle() {
                Lifecycle::Unknown => text(&from.status).unwrap_or_else(|| Lifecycle::Unknown.as_str().into()),
                known => known.as_str().into(),
            },
            health: match from.health() {
                Some(Health::Unknown) => text(&from.health),
                known => known.map(|health| health.as_str().into()),
            },
            sync_status: from.sync_status.as_deref().map(sync_word),
            last_sync_at: time(&from.last_sync_at),
            next_sync_at: time(&from.next_sync_at),
            schedule_seconds: from.schedule_seconds,
            credits: from.credits,
            deployment: text(&from.deployment),
            email: text(&from.email),
            created_at: time(&from.created_at),
            connected_at: time(&from.connected_at),
            token_expires_at: time(&from.token_expires_at),
            tags: from.tags.clone(),
            metadata: metadata(&from.user_metadata).unwrap_or_default(),
            last_error: from.last_error.clone(),
        }
    }
}

impl Row {
    /// Returns the label in its metadata, where that is another than its name.
    fn label(&self) -> Option<&str> {
        label(&self.metadata).filter(|label| self.name.as_deref() != Some(label))
    }

    /// Returns what people call it: the label in its metadata, else its name, else its ID.
    pub fn title(&self) -> &str {
        self.label().or(self.name.as_deref()).unwrap_or(&self.id)
    }

    /// Returns its name for a table; for people its label, if it has one.
    pub fn name_cell(&self) -> Cell<'_> {
        let name = self.name.as_deref();
        match self.label() {
            Some(label) => Cell::name(label).machine(name.unwrap_or_default()),
            None => Cell::maybe(name, Cell::name),
        }
    }

    /// Returns its details, for a card.
    pub fn card<'a>(&'a self, look: &'a Look) -> Card<'a> {
        let text = |value: &'a Option<String>| value.as_deref().map(Cell::text);
        let when = |at: Option<Timestamp>| at.map(|at| Cell::text(look.when_and_ago(at)));
        let mut card = Card::new()
            .row("Name", self.name.as_deref().map_or_else(Cell::empty, Cell::name))
            .opt("Label", self.label().map(Cell::name))
            .row("ID", Cell::id(self.id.as_str()))
            .opt("System", text(&self.system))
            .row("Status", status_cell(&self.status))
            .opt("Health", self.health.as_deref().map(health_cell))
            .opt("Sync", self.sync_status.as_deref().map(sync_cell))
            .opt("Last sync", when(self.last_sync_at))
            .opt("Next sync", when(self.next_sync_at))
            .opt("Schedule", self.schedule_seconds.map(every))
            .opt("Credits", self.credits.map(Cell::count))
            .opt("Runs", text(&self.deployment))
            .opt("E-mail", text(&self.email))
            .opt("Created", when(self.created_at))
            .opt("Connected", when(self.connected_at))
            .opt("Token ends", when(self.token_expires_at))
            .opt("Tags", (!self.tags.is_empty()).then(|| Cell::text(self.tags.join(", "))));
        if let Some(error) = &self.last_error {
            card = card
                .row("Last error", Cell::bad(sync_error(error)))
                .opt("Request ID", error.request_id.as_deref().map(Cell::id));
        }
        card
    }
}

fn every(seconds: u64) -> Cell<'static> {
    Cell::text(format!("every {}", crate::view::span(std::time::Duration::from_secs(seconds))))
}

/// Returns the error of a sync in one line.
pub fn sync_error(error: &SyncError) -> String {
    match (error.code.as_deref(), error.message.as_deref()) {
        (Some(code), Some(message)) => format!("{message} ({code})"),
        (one, other) => other.or(one).unwrap_or("no reason given").to_owned(),
    }
}

/// Returns the one spelling of a sync's state; a word that is not known as it came.
pub fn sync_word(text: &str) -> String {
    match SyncState::parse(text) {
        SyncState::Unknown => text.to_owned(),
        known => known.as_str().to_owned(),
    }
}

/// Returns a lifecycle state in its colour.
pub fn status_cell(status: &str) -> Cell<'_> {
    match Lifecycle::parse(status) {
        Lifecycle::Active => Cell::good(status),
        Lifecycle::Inactive => Cell::bad(status),
        Lifecycle::Disconnected => Cell::muted(status),
        Lifecycle::Pending | Lifecycle::Synchronizing | Lifecycle::InProgress | Lifecycle::Unknown => {
            Cell::caution(status)
        }
    }
}

/// Returns a health in its colour.
pub fn health_cell(health: &str) -> Cell<'_> {
    match Health::parse(health) {
        Health::Online => Cell::good(health),
        Health::Offline | Health::ReauthorizationRequired => Cell::bad(health),
        Health::Unknown => Cell::caution(health),
    }
}

/// Returns a sync's state in its colour.
pub fn sync_cell(state: &str) -> Cell<'_> {
    match SyncState::parse(state) {
        SyncState::Completed => Cell::good(state),
        SyncState::Failed => Cell::bad(state),
        SyncState::Queued | SyncState::Running | SyncState::Cancelled | SyncState::Unknown => Cell::caution(state),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn states_in_one_spelling_and_unknown_ones_as_they_came() {
        let read = |status: &str, health: Option<&str>| {
            let row = Connection {
                status: Some(status.into()),
                health: health.map(Into::into),
                created_at: Some("2026-01-01 00:00:00".into()),
                next_sync_at: Some("soon".into()),
                ..Connection::default()
            };
            let row = Row::from(&row);
            assert_eq!(row.created_at.map(|at| at.to_string()).as_deref(), Some("2026-01-01T00:00:00Z"));
            assert_eq!(row.next_sync_at, None);
            (row.status, row.health)
        };
        let online = Some("online".to_owned());
        assert_eq!(read("In Progress", Some("ONLINE")), ("in_progress".into(), online.clone()));
        assert_eq!(read("Online", None), ("Online".into(), online), "both axes in one word");
        assert_eq!(read("Frozen", Some("tepid")), ("Frozen".into(), Some("tepid".into())));
        assert_eq!(read("", None), ("unknown".into(), None));
    }
}
