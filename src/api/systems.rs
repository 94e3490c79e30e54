//! The catalogue of systems that can be connected.

use serde::{Deserialize, Serialize};

use super::lenient;

lenient! {
    /// A system of the catalogue. Published as a bare object; `slug`, `name`, `description` and `logo` come from an older
    /// document, the rest from servers that advertise more.
    pub struct Platform {
        /// What `provider` takes, as `ibm-maximo`.
        pub slug: Option<String>,
        /// Display name, for example `IBM Maximo`.
        pub name: Option<String>,
        /// Description in one sentence.
        pub description: Option<String>,
        /// URL of the logo.
        pub logo: Option<String>,
        /// Category, for example `CMMS` or `ERP`.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub category: Option<String>,
        /// 1, 2 or 3: one, two or four credits, doubled on premises.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub tier: Option<u64>,
        /// Where it can run: `cloud`, `on_premises`.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub deployments: Vec<String>,
        /// API domains: `eam`, `erp`, `wms`.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub domains: Vec<String>,
        /// Fields needed to connect it.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub fields: Vec<Field> = or_default,
        /// Steps to get those values.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub guide: Vec<String>,
        ..extra
    }
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

/// A field needed to connect a system.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Field {
    /// Key in `credentials`.
    pub name: String,
    /// Label of a prompt, for example `Instance URL`.
    pub label: String,
    /// The value must not be shown or stored.
    pub secret: bool,
    /// The field may be left out.
    pub optional: bool,
    /// Type of the value: `text`, `url` or `email`.
    #[serde(rename = "type")]
    pub kind: String,
    /// Where to find the value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
    /// An example, never a secret.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub example: Option<String>,
}
