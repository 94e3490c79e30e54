//! Connections: one link between the account and one external system.

use serde::{Deserialize, Serialize};

use super::sync::SyncError;
use super::{Extra, lenient};

/// A connection. The first thirteen fields are published; the rest come only from servers that advertise
/// `connection_get` or add them to their rows.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Connection {
    /// The ID that paths take, although the published field is called `key`.
    #[serde(deserialize_with = "lenient::text", alias = "id")]
    pub key: Option<String>,
    /// What people call it.
    #[serde(deserialize_with = "lenient::text")]
    pub name: Option<String>,
    /// Who connected it.
    #[serde(deserialize_with = "lenient::text")]
    pub email: Option<String>,
    /// Lifecycle, in a spelling nobody has published; see [`Lifecycle`].
    #[serde(deserialize_with = "lenient::text")]
    pub status: Option<String>,
    /// The system, as its catalogue slug or name.
    #[serde(deserialize_with = "lenient::text")]
    pub integration_name: Option<String>,
    /// Where the person was sent afterwards.
    #[serde(deserialize_with = "lenient::text")]
    pub redirect: Option<String>,
    /// What the connection may do.
    #[serde(deserialize_with = "lenient::text")]
    pub scopes: Option<String>,
    /// Labels.
    #[serde(deserialize_with = "lenient::texts")]
    pub tags: Vec<String>,
    /// Free metadata: an object, or the same as JSON text.
    pub user_metadata: serde_json::Value,
    /// The application it belongs to.
    #[serde(deserialize_with = "lenient::text")]
    pub client_id: Option<String>,
    /// Last change of the record.
    #[serde(deserialize_with = "lenient::text")]
    pub updated_at: Option<String>,
    /// When the record was made.
    #[serde(deserialize_with = "lenient::text")]
    pub created_at: Option<String>,
    /// When the system was reached first.
    #[serde(deserialize_with = "lenient::text")]
    pub connected_at: Option<String>,

    /// `online`, `offline` or `reauthorization_required`; see [`Health`].
    #[serde(deserialize_with = "lenient::text", skip_serializing_if = "Option::is_none")]
    pub health: Option<String>,
    /// `cloud` or `on_premises`.
    #[serde(deserialize_with = "lenient::text", skip_serializing_if = "Option::is_none")]
    pub deployment: Option<String>,
    /// Credits it holds.
    #[serde(deserialize_with = "lenient::whole", skip_serializing_if = "Option::is_none")]
    pub credits: Option<u64>,
    /// State of the newest sync, in the platform's words.
    #[serde(deserialize_with = "lenient::text", skip_serializing_if = "Option::is_none")]
    pub sync_status: Option<String>,
    /// End of the last sync that succeeded.
    #[serde(deserialize_with = "lenient::text", skip_serializing_if = "Option::is_none")]
    pub last_sync_at: Option<String>,
    /// When the next sync is due.
    #[serde(deserialize_with = "lenient::text", skip_serializing_if = "Option::is_none")]
    pub next_sync_at: Option<String>,
    /// Seconds between scheduled syncs.
    #[serde(deserialize_with = "lenient::whole", skip_serializing_if = "Option::is_none")]
    pub schedule_seconds: Option<u64>,
    /// When the newest token of the connection ends.
    #[serde(deserialize_with = "lenient::text", skip_serializing_if = "Option::is_none")]
    pub token_expires_at: Option<String>,
    /// The newest failure, if nothing has succeeded since.
    #[serde(deserialize_with = "lenient::or_default", skip_serializing_if = "Option::is_none")]
    pub last_error: Option<SyncError>,

    /// What else the platform sends.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Connection {
    /// Returns its name, or its ID where it has none.
    pub fn display_name(&self) -> &str {
        self.name.as_deref().filter(|name| !name.is_empty()).unwrap_or_else(|| self.id())
    }

    /// Returns the ID, or an empty text when the server sent none.
    pub fn id(&self) -> &str {
        self.key.as_deref().unwrap_or_default()
    }

    /// Returns the lifecycle state.
    pub fn lifecycle(&self) -> Lifecycle {
        self.status.as_deref().map_or(Lifecycle::Unknown, Lifecycle::read)
    }

    /// Returns the health, or nothing when this server does not tell.
    pub fn health(&self) -> Option<Health> {
        let told = self.health.as_deref().map(Health::read);
        // Some servers put both axes into `status`.
        told.or_else(|| match self.status.as_deref().map(Health::read) {
            Some(Health::Unknown) | None => None,
            known => known,
        })
    }
}

/// Folds the spellings a status may come in: case, spaces, dashes and underscores do not matter.
pub fn fold(text: &str) -> String {
    text.chars().filter(|c| !matches!(c, ' ' | '-' | '_')).flat_map(char::to_lowercase).collect()
}

/// Where a connection stands in its life.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lifecycle {
    /// Made, and the person has not finished.
    Pending,
    /// Initialising or updating data.
    Synchronizing,
    /// Data is being processed.
    InProgress,
    /// Ready for requests.
    Active,
    /// Disabled for want of credits.
    Inactive,
    /// Ended.
    Disconnected,
    /// A word this program does not know; shown as it came.
    Unknown,
}

impl Lifecycle {
    /// Reads the platform's word.
    pub fn read(text: &str) -> Self {
        match fold(text).as_str() {
            "pending" => Self::Pending,
            "synchronizing" | "synchronising" | "syncing" => Self::Synchronizing,
            "inprogress" => Self::InProgress,
            "active" => Self::Active,
            "inactive" => Self::Inactive,
            "disconnected" => Self::Disconnected,
            _ => Self::Unknown,
        }
    }

    /// Returns the word the sandbox sends.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Synchronizing => "synchronizing",
            Self::InProgress => "in_progress",
            Self::Active => "active",
            Self::Inactive => "inactive",
            Self::Disconnected => "disconnected",
            Self::Unknown => "unknown",
        }
    }
}

/// Whether the system behind a connection can be reached and lets us in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Health {
    /// Reached, and let in.
    Online,
    /// Not reached.
    Offline,
    /// Reached, and the credentials no longer hold.
    ReauthorizationRequired,
    /// A word this program does not know.
    Unknown,
}

impl Health {
    /// Reads the platform's word.
    pub fn read(text: &str) -> Self {
        match fold(text).as_str() {
            "online" => Self::Online,
            "offline" | "unreachable" => Self::Offline,
            "reauthorizationrequired" | "reauthorisationrequired" | "reauthorizationneeded" => {
                Self::ReauthorizationRequired
            }
            _ => Self::Unknown,
        }
    }

    /// Returns the word the sandbox sends.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Online => "online",
            Self::Offline => "offline",
            Self::ReauthorizationRequired => "reauthorization_required",
            Self::Unknown => "unknown",
        }
    }
}

/// What it takes to make a connection.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct NewConnection {
    /// What people will call it.
    pub name: String,
    /// Who connects it.
    pub email: String,
    /// Slug of the system in the catalogue.
    pub provider: String,
    /// The fields that the system asks for.
    pub credentials: serde_json::Map<String, serde_json::Value>,
    /// `on_premises`, or `cloud` when left out. Not in the published body; sent only when the person asks for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deployment: Option<String>,
}

/// New credentials for a connection that lost its own.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Reconnect {
    /// The fields that the system asks for.
    pub credentials: serde_json::Map<String, serde_json::Value>,
}

/// One piece of metadata, as it is written.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MetadataEntry {
    /// Its name.
    pub key: String,
    /// Its value.
    pub value: String,
}

/// The connection that a connection token belongs to (`GET /api/integrations/current`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Integration {
    /// The connection's ID.
    #[serde(deserialize_with = "lenient::text")]
    pub id: Option<String>,
    /// The customer.
    #[serde(deserialize_with = "lenient::text")]
    pub company_name: Option<String>,
    /// Who connected it.
    #[serde(deserialize_with = "lenient::text")]
    pub email: Option<String>,
    /// Slug of the system.
    #[serde(deserialize_with = "lenient::text")]
    pub provider: Option<String>,
    /// Last change.
    #[serde(deserialize_with = "lenient::text")]
    pub updated_at: Option<String>,
    /// State of the sync; see [`super::sync::SyncState`].
    #[serde(deserialize_with = "lenient::text")]
    pub sync_status: Option<String>,
    /// When that state was entered.
    #[serde(deserialize_with = "lenient::text")]
    pub sync_updated_at: Option<String>,
    /// What else the platform sends.
    #[serde(flatten)]
    pub extra: Extra,
}

/// The calling application (`GET /api/system/client`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Application {
    /// Its ID.
    #[serde(deserialize_with = "lenient::text")]
    pub id: Option<String>,
    /// Its name.
    #[serde(deserialize_with = "lenient::text")]
    pub name: Option<String>,
    /// Its logo.
    #[serde(deserialize_with = "lenient::text")]
    pub logo_url: Option<String>,
    /// Its owner.
    #[serde(deserialize_with = "lenient::text")]
    pub email: Option<String>,
    /// Where people go after connecting.
    #[serde(deserialize_with = "lenient::text")]
    pub default_redirect: Option<String>,
    /// Where else they may go.
    #[serde(deserialize_with = "lenient::texts")]
    pub redirects: Vec<String>,
    /// What else the platform sends.
    #[serde(flatten)]
    pub extra: Extra,
}
