//! Lists: the envelope and its paging.

use serde::{Deserialize, Serialize};

use super::lenient;

/// A list as the platform answers it (Laravel's paginator).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Page<T> {
    /// The rows of this page.
    #[serde(default = "Vec::new")]
    pub data: Vec<T>,
    /// URLs of other pages.
    #[serde(default)]
    pub links: Links,
    /// Position of this page in the list.
    #[serde(default)]
    pub meta: Meta,
    /// Cursor of the next page, in lists that are paged by cursor.
    #[serde(default, deserialize_with = "lenient::field", skip_serializing_if = "Option::is_none")]
    pub next_cursor: Option<String>,
}

/// A single object as the platform answers it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct One<T> {
    /// The object; its fields depend on the call.
    pub data: T,
}

lenient! {
    /// URLs of other pages. Shown, never followed: the client counts pages, so no response can redirect it elsewhere.
    pub struct Links {
        /// URL of the first page.
        pub first: Option<String>,
        /// URL of the last page.
        pub last: Option<String>,
        /// URL of the previous page.
        pub prev: Option<String>,
        /// URL of the next page.
        pub next: Option<String>,
    }

    /// Position of a page in its list.
    pub struct Meta {
        /// Number of this page, from 1.
        pub current_page: Option<u64>,
        /// Number of the first row here, from 1; nothing on an empty page.
        pub from: Option<u64>,
        /// Number of the last page.
        pub last_page: Option<u64>,
        /// URL of the list without its query.
        pub path: Option<String>,
        /// Rows on a full page.
        pub per_page: Option<u64>,
        /// Number of the last row here.
        pub to: Option<u64>,
        /// Rows in the whole list.
        pub total: Option<u64>,
    }
}
