//! Field mapping: which field of an answer comes from which column of the connected system.

use serde::{Deserialize, Serialize};

use super::{Extra, lenient};

/// The mapping of one entity.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Mapping {
    /// The entity, as `purchase-orders`.
    #[serde(deserialize_with = "lenient::text")]
    pub entity: Option<String>,
    /// The table of the system that its rows come from.
    #[serde(deserialize_with = "lenient::text")]
    pub table: Option<String>,
    /// Every field that can be mapped.
    #[serde(deserialize_with = "lenient::or_default")]
    pub fields: Vec<MappedField>,
    /// The columns of the table.
    #[serde(deserialize_with = "lenient::texts")]
    pub columns: Vec<String>,
    /// What else the server sends.
    #[serde(flatten)]
    pub extra: Extra,
}

/// One field and where it comes from.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct MappedField {
    /// The field of the answers.
    #[serde(deserialize_with = "lenient::text")]
    pub field: Option<String>,
    /// The column at the system.
    #[serde(deserialize_with = "lenient::text")]
    pub source: Option<String>,
    /// `standard`, `custom`, `remapped` or `added`.
    #[serde(deserialize_with = "lenient::text")]
    pub origin: Option<String>,
    /// What else the server sends.
    #[serde(flatten)]
    pub extra: Extra,
}

impl MappedField {
    /// Returns whether somebody changed where it comes from.
    pub fn is_changed(&self) -> bool {
        matches!(self.origin.as_deref(), Some("remapped" | "added"))
    }
}
