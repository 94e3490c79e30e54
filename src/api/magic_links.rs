//! Magic Links: URLs where another person finishes a connection, or signs one in again.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{Extra, lenient};

/// What a Magic Link is made for.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct NewMagicLink {
    /// A connection that is there and is to be signed in again; a new one without it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub connection_id: Option<String>,
    /// What people will call the new connection.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// E-mail address of the person who connects it; without one, the page prompts for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Slug of the system; whoever opens the link chooses otherwise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub provider: Option<String>,
    /// Metadata of the new connection.
    #[serde(skip_serializing_if = "Map::is_empty")]
    pub metadata: Map<String, Value>,
    /// Seconds until it ends; the server's own choice without it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expires_in: Option<u64>,
}

/// A Magic Link. Its address lets whoever has it finish the connection, so it is as good as a password until then.
#[derive(Clone, Default, PartialEq, Deserialize)]
pub struct MagicLink {
    /// Magic Link ID.
    #[serde(deserialize_with = "lenient::required")]
    pub id: Option<String>,
    /// The connection that waits for it.
    #[serde(default, deserialize_with = "lenient::field")]
    pub connection_id: Option<String>,
    /// What people call that connection.
    #[serde(default, deserialize_with = "lenient::field")]
    pub name: Option<String>,
    /// Who connects it.
    #[serde(default, deserialize_with = "lenient::field")]
    pub email: Option<String>,
    /// Slug of the system; nothing where whoever opens the link chooses.
    #[serde(default, deserialize_with = "lenient::field")]
    pub provider: Option<String>,
    /// The address, only in the answer that made it.
    #[serde(default, deserialize_with = "lenient::field")]
    pub url: Option<String>,
    /// Time it was created.
    #[serde(default, deserialize_with = "lenient::field")]
    pub created_at: Option<String>,
    /// Time it expires.
    #[serde(default, deserialize_with = "lenient::field")]
    pub expires_at: Option<String>,
    /// When it was used up.
    #[serde(default, deserialize_with = "lenient::field")]
    pub used_at: Option<String>,
    /// State: `pending`, `used`, `expired` or `withdrawn`.
    #[serde(default, deserialize_with = "lenient::field")]
    pub status: Option<String>,
    /// What else the server sends.
    #[serde(flatten)]
    pub extra: Extra,
}

/// The URL is left out: whoever has it can use it.
impl std::fmt::Debug for MagicLink {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("MagicLink").field("id", &self.id).field("status", &self.status).finish_non_exhaustive()
    }
}
