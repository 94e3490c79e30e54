//! Lists: the envelope and its paging.

use serde::{Deserialize, Serialize};

use super::lenient;

/// A list as the platform answers it (Laravel's paginator).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Page<T> {
    /// The rows.
    #[serde(default = "Vec::new")]
    pub data: Vec<T>,
    /// Addresses of other pages.
    #[serde(default)]
    pub links: Links,
    /// Where this page stands.
    #[serde(default)]
    pub meta: Meta,
    /// Where the rows after these begin, for a list that is walked by cursors.
    #[serde(default, deserialize_with = "lenient::text", skip_serializing_if = "Option::is_none")]
    pub next_cursor: Option<String>,
}

/// A single object as the platform answers it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct One<T> {
    /// The object.
    pub data: T,
}

/// Addresses of other pages. Shown, never followed: the client counts pages, so no answer can send it elsewhere.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Links {
    /// The first page.
    #[serde(deserialize_with = "lenient::text")]
    pub first: Option<String>,
    /// The last page.
    #[serde(deserialize_with = "lenient::text")]
    pub last: Option<String>,
    /// The page before.
    #[serde(deserialize_with = "lenient::text")]
    pub prev: Option<String>,
    /// The page after.
    #[serde(deserialize_with = "lenient::text")]
    pub next: Option<String>,
}

/// Where a page stands in its list.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Meta {
    /// This page, from 1.
    #[serde(deserialize_with = "lenient::whole")]
    pub current_page: Option<u64>,
    /// Number of the first row here, from 1; nothing on an empty page.
    #[serde(deserialize_with = "lenient::whole")]
    pub from: Option<u64>,
    /// The last page.
    #[serde(deserialize_with = "lenient::whole")]
    pub last_page: Option<u64>,
    /// The address without its query.
    #[serde(deserialize_with = "lenient::text")]
    pub path: Option<String>,
    /// Rows on a full page.
    #[serde(deserialize_with = "lenient::whole")]
    pub per_page: Option<u64>,
    /// Number of the last row here.
    #[serde(deserialize_with = "lenient::whole")]
    pub to: Option<u64>,
    /// Rows in the whole list.
    #[serde(deserialize_with = "lenient::whole")]
    pub total: Option<u64>,
}
