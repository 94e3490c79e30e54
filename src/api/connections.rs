//! Connections: one link between the account and one external system.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::lenient;
use super::sync::SyncError;
use crate::secret::Secret;

lenient! {
    /// A connection. The first thirteen fields are published; the rest come only from servers that advertise
    /// `connection_get` or add them to their rows.
    pub struct Connection {
        /// The ID that paths take, although the published field is called `key`. Other servers call it `id`, or send
        /// both.
        #[serde(with = "key_or_id")]
        pub key: Option<String> = flatten,
        /// Display name.
        pub name: Option<String>,
        /// E-mail address of the person who connected it.
        pub email: Option<String>,
        /// Lifecycle state. Its spelling is not published; see [`Lifecycle::parse`].
        pub status: Option<String> = required,
        /// The system, as its catalogue slug or name.
        pub integration_name: Option<String>,
        /// Where the person was sent afterwards.
        pub redirect: Option<String>,
        /// What the connection may do.
        pub scopes: Option<String>,
        /// Labels, in the order they were set.
        pub tags: Vec<String>,
        /// Free metadata: an object, or the same as JSON text.
        pub user_metadata: Value,
        /// The application it belongs to.
        pub client_id: Option<String>,
        /// Last change of the record.
        pub updated_at: Option<String>,
        /// When the record was made.
        pub created_at: Option<String>,
        /// When the system was reached first.
        pub connected_at: Option<String>,

        /// `online`, `offline` or `reauthorization_required`; see [`Health`].
        #[serde(skip_serializing_if = "Option::is_none")]
        pub health: Option<String>,
        /// Where the system runs: `cloud` or `on_premises`.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub deployment: Option<String>,
        /// Number of credits it uses.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub credits: Option<u64>,
        /// State of the newest sync, in the platform's words.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub sync_status: Option<String>,
        /// End of the last sync that succeeded.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub last_sync_at: Option<String>,
        /// When the next sync is due.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub next_sync_at: Option<String>,
        /// Interval between scheduled syncs, in seconds.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub schedule_seconds: Option<u64>,
        /// When the newest token of the connection ends.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub token_expires_at: Option<String>,
        /// Attempts in a row that did not reach the system.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub failed_attempts: Option<u64>,
        /// When the platform tries to reach an unreachable system again.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub next_attempt_at: Option<String>,
        /// The newest failure, if nothing has succeeded since.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[serde(deserialize_with = "super::sync::maybe_reason")]
        pub last_error: Option<SyncError> = strict,

        ..extra
    }
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

    /// Returns the parsed [`Connection::status`].
    pub fn lifecycle(&self) -> Lifecycle {
        self.status.as_deref().map_or(Lifecycle::Unknown, Lifecycle::parse)
    }

    /// Returns the health, or nothing if the server does not send it.
    pub fn health(&self) -> Option<Health> {
        let sent = self.health.as_deref().map(Health::parse);
        // Some servers put both axes into `status`.
        sent.or_else(|| match self.status.as_deref().map(Health::parse) {
            Some(Health::Unknown) | None => None,
            known => known,
        })
    }
}

/// The ID of a connection: `key`, `id`, or both where they agree.
mod key_or_id {
    use serde::de::Error as _;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};
    use serde_json::Value;

    use super::lenient::{NOT_KEPT, Required as _};

    #[derive(Deserialize)]
    struct Received {
        key: Option<Value>,
        id: Option<Value>,
    }

    #[derive(Serialize)]
    struct Sent<'a> {
        key: &'a Option<String>,
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
        let Received { key, id } = Received::deserialize(from)?;
        // Half a character makes it another ID, which no path leads to.
        let is_whole = |id: &Option<String>| id.as_ref().is_some_and(|id| !id.contains('\u{fffd}'));
        let mut names = [key, id].into_iter().flatten().map(|id| Option::<String>::from_json(id).filter(is_whole));
        let first = names.next().ok_or_else(|| D::Error::missing_field("key"))?;
        match first.filter(|first| names.all(|other| other.as_ref() == Some(first))) {
            Some(name) => Ok(name),
            None => Err(D::Error::custom(NOT_KEPT)),
        }
    }

    #[expect(clippy::ref_option, reason = "serde gives the field as it is")]
    pub(super) fn serialize<S: Serializer>(key: &Option<String>, to: S) -> Result<S::Ok, S::Error> {
        Sent { key }.serialize(to)
    }
}

/// Folds the spellings a status may come in: case, spaces, dashes and underscores do not matter.
pub fn fold(text: &str) -> String {
    let folded = text.chars().filter(|c| !matches!(c, ' ' | '-' | '_'));
    // Nearly every status is ASCII, and a fleet has many.
    if text.is_ascii() {
        folded.map(|c| c.to_ascii_lowercase()).collect()
    } else {
        folded.flat_map(char::to_lowercase).collect()
    }
}

/// Lifecycle state of a connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lifecycle {
    /// Made, and the person has not finished.
    Pending,
    /// A sync initialises or updates data.
    Synchronizing,
    /// Data is being processed.
    InProgress,
    /// Data can be read and written.
    Active,
    /// Disabled: the account has too few credits.
    Inactive,
    /// Disconnected for good.
    Disconnected,
    /// A value that is not in this list; shown as received.
    Unknown,
}

impl Lifecycle {
    /// Parses a status of any spelling.
    pub fn parse(text: &str) -> Self {
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

    /// Returns the spelling that the sandbox sends.
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
    /// Reached, and the credentials are valid.
    Online,
    /// Cannot be reached.
    Offline,
    /// Reached, and the credentials no longer hold.
    ReauthorizationRequired,
    /// A value that is not in this list.
    Unknown,
}

impl Health {
    /// Parses a status of any spelling.
    pub fn parse(text: &str) -> Self {
        match fold(text).as_str() {
            "online" => Self::Online,
            "offline" | "unreachable" => Self::Offline,
            "reauthorizationrequired" | "reauthorisationrequired" | "reauthorizationneeded" => {
                Self::ReauthorizationRequired
            }
            _ => Self::Unknown,
        }
    }

    /// Returns the spelling that the sandbox sends.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Online => "online",
            Self::Offline => "offline",
            Self::ReauthorizationRequired => "reauthorization_required",
            Self::Unknown => "unknown",
        }
    }
}

/// Body of a request to create a connection.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct NewConnection {
    /// What people will call it.
    pub name: String,
    /// E-mail address of the person who connects it.
    pub email: String,
    /// Slug of the system in the catalogue.
    pub provider: String,
    /// Values of the fields in [`super::systems::Platform::fields`].
    pub credentials: Map<String, Value>,
    /// `on_premises`, or `cloud` when left out. Not in the published body; sent only on request.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deployment: Option<String>,
    /// Values in `credentials` that are secret, to be removed from whatever comes back. Not sent as such.
    #[serde(skip)]
    pub secrets: Vec<Secret>,
}

/// New credentials for a connection that lost its own.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Reconnect {
    /// Values of the fields in [`super::systems::Platform::fields`].
    pub credentials: Map<String, Value>,
    /// As in [`NewConnection::secrets`].
    #[serde(skip)]
    pub secrets: Vec<Secret>,
}

/// Parses metadata in any of its forms: an object, a list of entries, or either as JSON text. Nothing for another form.
pub fn metadata(value: &Value) -> Option<Map<String, Value>> {
    match value {
        Value::Null => Some(Map::new()),
        Value::Object(object) => Some(object.clone()),
        Value::String(text) if text.trim().is_empty() => Some(Map::new()),
        Value::String(text) => match serde_json::from_str(text).ok()? {
            Value::String(_) => None,
            value => metadata(&value),
        },
        Value::Array(entries) => entries
            .iter()
            .map(|entry| Some((entry.get("key")?.as_str()?.to_owned(), entry.get("value")?.clone())))
            .collect(),
        Value::Bool(_) | Value::Number(_) => None,
    }
}

/// The metadata under which this program keeps the name of a connection that the server does not rename.
pub const LABEL: &str = "label";

impl Connection {
    /// Returns the name that was given to it in its metadata.
    pub fn label(&self) -> Option<String> {
        label(&metadata(&self.user_metadata)?).map(str::to_owned)
    }
}

/// Returns the name that metadata give to their connection.
pub fn label(metadata: &Map<String, Value>) -> Option<&str> {
    metadata.get(LABEL)?.as_str().filter(|label| !label.trim().is_empty())
}

/// One piece of metadata, as it is written.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MetadataEntry {
    /// Name.
    pub key: String,
    /// Value.
    pub value: String,
}

lenient! {
    /// The connection that a connection token belongs to (`GET /api/integrations/current`).
    pub struct Integration {
        /// Connection ID.
        pub id: Option<String>,
        /// Name of the customer.
        pub company_name: Option<String>,
        /// E-mail address of the person who connected it.
        pub email: Option<String>,
        /// Slug of the connected system.
        pub provider: Option<String>,
        /// Time of the last change.
        pub updated_at: Option<String>,
        /// State of the sync; see [`super::sync::SyncState`].
        pub sync_status: Option<String>,
        /// When that state was entered.
        pub sync_updated_at: Option<String>,
        ..extra
    }

    /// The calling application (`GET /api/system/client`).
    pub struct Application {
        /// Application ID.
        pub id: Option<String> = required,
        /// Display name.
        pub name: Option<String>,
        /// URL of the logo.
        pub logo_url: Option<String>,
        /// Owner of the application.
        pub email: Option<String>,
        /// Where people go after connecting.
        pub default_redirect: Option<String>,
        /// Where else they may go.
        pub redirects: Vec<String>,
        ..extra
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn metadata_in_every_form() {
        let expected = json!({ "plant": "7" });
        for form in [
            json!({ "plant": "7" }),
            json!("{\"plant\":\"7\"}"),
            json!([{ "key": "plant", "value": "7" }]),
            json!("[{\"key\":\"plant\",\"value\":\"7\"}]"),
        ] {
            assert_eq!(metadata(&form).map(Value::Object).as_ref(), Some(&expected), "{form}");
        }
        for form in [json!(null), json!("")] {
            assert_eq!(metadata(&form), Some(Map::new()), "{form}");
        }
        for form in [json!("\"x\""), json!("x"), json!(7), json!([{ "key": 1 }])] {
            assert_eq!(metadata(&form), None, "{form}");
        }
    }
}
