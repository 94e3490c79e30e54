//! Paging: parses `page` and `per_page`, or a `cursor`, and builds the published envelope.
//!
//! Pages are the published way. A list with cursors also returns `next_cursor` while there is more; an empty `cursor`
//! stands for the beginning.

use axum::extract::{FromRequestParts, OriginalUri};
use axum::http::header::HOST;
use axum::http::request::Parts;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use super::error::Error;
use super::ids;
use crate::api::page::{Links, Meta, Page};

/// Rows on a page by default.
pub(crate) const DEFAULT_PER_PAGE: u64 = 25;
/// The most rows on a page; a higher number is lowered to this.
pub(crate) const MAX_PER_PAGE: u64 = 500;

/// The query of a list, with its paging parsed.
#[derive(Clone, Debug)]
pub(crate) struct Paging {
    /// From 1.
    pub(crate) page: u64,
    /// From 1 to [`MAX_PER_PAGE`].
    pub(crate) per_page: u64,
    /// The whole query, decoded, in its order, `page` included.
    pub(crate) query: Vec<(String, String)>,
    base: String,
    /// Number of rows before the page, where cursors are used.
    cursor: Option<u64>,
}

impl Paging {
    /// Returns the number of rows before this page.
    pub(crate) fn offset(&self) -> u64 {
        self.cursor.unwrap_or_else(|| (self.page - 1).saturating_mul(self.per_page))
    }

    /// Switches to cursors, whether or not one was sent.
    pub(crate) fn by_cursor(mut self) -> Self {
        self.cursor = self.cursor.or(Some(0));
        self
    }

    /// Returns the value of the last query parameter with that name.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.query.iter().rev().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// Returns the envelope with the rows of this page out of all rows.
    pub(crate) fn cut<T>(&self, all: Vec<T>) -> Page<T> {
        let total = all.len() as u64;
        let skip = usize::try_from(self.offset()).unwrap_or(usize::MAX);
        let take = usize::try_from(self.per_page).unwrap_or(usize::MAX);
        self.envelope(all.into_iter().skip(skip).take(take).collect(), total)
    }

    /// Returns the envelope with the rows of this page, out of `total`.
    pub(crate) fn envelope<T>(&self, data: Vec<T>, total: u64) -> Page<T> {
        let last = total.div_ceil(self.per_page).max(1);
        let shown = data.len() as u64;
        let link = |name: &str, value: &str| {
            let mut query = url::form_urlencoded::Serializer::new(String::new());
            query.extend_pairs(self.query.iter().filter(|(name, _)| name != "page" && name != "cursor"));
            query.append_pair(name, value);
            format!("{}?{}", self.base, query.finish())
        };
        let at = |page: u64| link("page", &page.to_string());
        let next_cursor = self.cursor.map(|before| before.saturating_add(shown)).filter(|before| *before < total);
        let next_cursor = next_cursor.map(|before| cursor(before, mark(&self.base, &self.query)));
        let links = match self.cursor {
            None => Links {
                first: Some(at(1)),
                last: Some(at(last)),
                prev: (self.page > 1).then(|| at(self.page - 1)),
                next: (self.page < last).then(|| at(self.page + 1)),
            },
            Some(_) => Links {
                first: Some(link("cursor", "")),
                last: None,
                prev: None,
                next: next_cursor.as_deref().map(|next| link("cursor", next)),
            },
        };
        Page {
            links,
            meta: Meta {
                current_page: Some(self.cursor.map_or(self.page, |before| before / self.per_page + 1)),
                from: (shown > 0).then(|| self.offset() + 1),
                last_page: Some(last),
                path: Some(self.base.clone()),
                per_page: Some(self.per_page),
                to: (shown > 0).then(|| self.offset() + shown),
                total: Some(total),
            },
            data,
            next_cursor,
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
            Some((_, text)) => whole(text, default).ok_or_else(|| Error::field(name, "must be a whole number")),
        };
        let page = number("page", 1)?;
        let per_page = number("per_page", DEFAULT_PER_PAGE)?.min(MAX_PER_PAGE);
        let host = parts.headers.get(HOST).and_then(|host| host.to_str().ok());
        // Inside a nested router the path lacks its prefix.
        let uri = parts.extensions.get::<OriginalUri>().map_or(&parts.uri, |original| &original.0);
        let base = match host {
            Some(host) => format!("http://{host}{}", uri.path()),
            None => uri.path().to_owned(),
        };
        let cursor = match query.iter().rev().find(|(known, _)| known == "cursor") {
            None => None,
            Some((_, text)) if text.is_empty() => Some(0),
            Some((_, text)) => Some(before(text, mark(&base, &query)).ok_or_else(|| {
                Error::field("cursor", "is not from this list with this filter and order; leave it empty to begin")
            })?),
        };
        Ok(Self { page, per_page, query, base, cursor })
    }
}

/// Parses a page number or a number of rows. Numbers below 1 stand for the default, as in Laravel.
fn whole(text: &str, default: u64) -> Option<u64> {
    // SQLite counts in 63 bits.
    const MOST: u64 = 1 << 40;
    let digits = text.strip_prefix('-').unwrap_or(text);
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    if digits.len() < text.len() {
        return Some(default);
    }
    match digits.parse::<u64>() {
        Ok(0) => Some(default),
        Ok(number) => Some(number.min(MOST)),
        Err(_) => Some(MOST),
    }
}

/// Returns a checksum of the list, its filter and order, so that a cursor of another list is rejected.
fn mark(base: &str, query: &[(String, String)]) -> u64 {
    let request = query.iter().filter(|(name, _)| !matches!(name.as_str(), "cursor" | "page" | "per_page"));
    let words: Vec<&str> = request.flat_map(|(name, value)| [name.as_str(), value.as_str()]).collect();
    let list = base.rsplit("/api/").next().unwrap_or_default();
    ids::roll(0, &[&["cursor", list], words.as_slice()].concat())
}

fn cursor(before: u64, mark: u64) -> String {
    URL_SAFE_NO_PAD.encode([before.to_be_bytes(), (before ^ mark).to_be_bytes()].concat())
}

/// Returns the number of rows before a cursor.
fn before(text: &str, mark: u64) -> Option<u64> {
    let bytes: [u8; 16] = URL_SAFE_NO_PAD.decode(text).ok()?.try_into().ok()?;
    let [before, check] =
        [&bytes[..8], &bytes[8..]].map(|half| u64::from_be_bytes(half.try_into().unwrap_or_default()));
    (before ^ mark == check).then_some(before)
}
