//! The catalogue of systems that can be connected.

use serde::{Deserialize, Serialize};

use super::{Extra, lenient};

/// A system of the catalogue. Published as a bare object; `slug`, `name`, `description` and `logo` come from an older
/// document, the rest from servers that know it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Platform {
    /// What `provider` takes, as `ibm-maximo`.
    #[serde(deserialize_with = "lenient::text")]
    pub slug: Option<String>,
    /// As `IBM Maximo`.
    #[serde(deserialize_with = "lenient::text")]
    pub name: Option<String>,
    /// One sentence.
    #[serde(deserialize_with = "lenient::text")]
    pub description: Option<String>,
    /// Address of a picture.
    #[serde(deserialize_with = "lenient::text")]
    pub logo: Option<String>,
    /// As `CMMS`, `ERP`.
    #[serde(deserialize_with = "lenient::text", skip_serializing_if = "Option::is_none")]
    pub category: Option<String>,
    /// 1, 2 or 3: one, two or four credits, doubled on premises.
    #[serde(deserialize_with = "lenient::whole", skip_serializing_if = "Option::is_none")]
    pub tier: Option<u64>,
    /// `cloud`, `on_premises`.
    #[serde(deserialize_with = "lenient::texts", skip_serializing_if = "Vec::is_empty")]
    pub deployments: Vec<String>,
    /// `eam`, `erp`, `wms`.
    #[serde(deserialize_with = "lenient::texts", skip_serializing_if = "Vec::is_empty")]
    pub domains: Vec<String>,
    /// What it asks for when it is connected.
    #[serde(deserialize_with = "lenient::or_default", skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<Field>,
    /// How to get those, step by step.
    #[serde(deserialize_with = "lenient::texts", skip_serializing_if = "Vec::is_empty")]
    pub guide: Vec<String>,
    /// What else the platform sends.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Platform {
    /// Returns its name, or its slug where it has none.
    pub fn title(&self) -> &str {
        self.name.as_deref().or(self.slug.as_deref()).unwrap_or("a system without a name")
    }

    /// Returns what a connection costs in credits, when the tier is known.
    pub fn credits(&self, on_premises: bool) -> Option<u64> {
        let cloud = match self.tier? {
            1 => 1,
            2 => 2,
            3 => 4,
            _ => return None,
        };
        Some(if on_premises { cloud * 2 } else { cloud })
    }
}

/// Something that a system asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Field {
    /// Its name in `credentials`.
    pub name: String,
    /// What to ask, as `Instance URL`.
    pub label: String,
    /// Must not be shown or kept.
    pub secret: bool,
    /// May be left out.
    pub optional: bool,
    /// `text`, `url`, `email`.
    #[serde(rename = "type")]
    pub kind: String,
    /// Where to find it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
    /// An example, never a secret.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub example: Option<String>,
}
