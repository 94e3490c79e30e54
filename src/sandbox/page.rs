//! Paging: reads `page` and `per_page`, writes the published envelope.

use axum::extract::{FromRequestParts, OriginalUri};
use axum::http::header::HOST;
use axum::http::request::Parts;

use super::error::Error;
use crate::api::page::{Links, Meta, Page};

/// Rows on a page when nobody says.
pub(crate) const DEFAULT_PER_PAGE: u64 = 25;
/// The most rows on a page; more is cut to this.
pub(crate) const MAX_PER_PAGE: u64 = 500;

/// The query of a list, with its paging read.
#[derive(Clone, Debug)]
pub(crate) struct Paging {
    /// From 1.
    pub(crate) page: u64,
    /// From 1 to [`MAX_PER_PAGE`].
    pub(crate) per_page: u64,
    /// The whole query, decoded, in its order, `page` included.
    pub(crate) query: Vec<(String, String)>,
    base: String,
}

impl Paging {
    /// Returns how many rows come before this page.
    pub(crate) fn offset(&self) -> u64 {
        (self.page - 1).saturating_mul(self.per_page)
    }

    /// Returns the value of the last query parameter of that name.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.query.iter().rev().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// Puts the rows of this page, out of `total`, into the envelope.
    pub(crate) fn envelope<T>(&self, data: Vec<T>, total: u64) -> Page<T> {
        let last = total.div_ceil(self.per_page).max(1);
        let shown = data.len() as u64;
        let link = |page: u64| {
            let mut query = url::form_urlencoded::Serializer::new(String::new());
            query.extend_pairs(self.query.iter().filter(|(name, _)| name != "page"));
            query.append_pair("page", &page.to_string());
            format!("{}?{}", self.base, query.finish())
        };
        Page {
            links: Links {
                first: Some(link(1)),
                last: Some(link(last)),
                prev: (self.page > 1).then(|| link(self.page - 1)),
                next: (self.page < last).then(|| link(self.page + 1)),
            },
            meta: Meta {
                current_page: Some(self.page),
                from: (shown > 0).then(|| self.offset() + 1),
                last_page: Some(last),
                path: Some(self.base.clone()),
                per_page: Some(self.per_page),
                to: (shown > 0).then(|| self.offset() + shown),
                total: Some(total),
            },
            data,
        }
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Paging {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Error> {
        let query: Vec<(String, String)> =
            url::form_urlencoded::parse(parts.uri.query().unwrap_or_default().as_bytes()).into_owned().collect();
        let number = |name: &str, default: u64| match query.iter().rev().find(|(known, _)| known == name) {
            None => Ok(default),
            Some((_, text)) => match text.parse::<u64>() {
                // SQLite counts in 63 bits.
                Ok(number) if (1..=1 << 40).contains(&number) => Ok(number),
                _ => Err(Error::field(name, "must be a whole number from 1")),
            },
        };
        let page = number("page", 1)?;
        let per_page = number("per_page", DEFAULT_PER_PAGE)?.min(MAX_PER_PAGE);
        let host = parts.headers.get(HOST).and_then(|host| host.to_str().ok());
        // Inside a nested router the path has lost its beginning.
        let uri = parts.extensions.get::<OriginalUri>().map_or(&parts.uri, |original| &original.0);
        let base = match host {
            Some(host) => format!("http://{host}{}", uri.path()),
            None => uri.path().to_owned(),
        };
        Ok(Self { page, per_page, query, base })
    }
}
