//! Fetches a list page by page, as far as it is read.
//!
//! Pages are counted, never followed by their links, so no answer can send the walk elsewhere.

use std::collections::HashSet;
use std::marker::PhantomData;
use std::pin::pin;

use serde::de::DeserializeOwned;

use super::Client;
use super::error::Error;
use super::promise::ReceivedPage;
use super::request::ApiRequest;
use crate::api::page::{Links, Meta};

/// Pages after which a list is taken for one that never ends.
const MOST_PAGES: u64 = 100_000;

/// Turns that others of the runtime get to send a request: the one that holds the connection needs one or two.
const TURNS: usize = 4;

/// Which part of a list is read, and how.
#[derive(Clone, Copy, Debug, Default)]
pub struct PageOptions {
    /// Rows per page; the server's own choice if not set.
    pub per_page: Option<u64>,
    /// The first page to read, from 1.
    pub first: Option<u64>,
    /// Maximum number of rows; every row if not set.
    pub limit: Option<u64>,
}

impl PageOptions {
    /// Every row, a hundred at a time.
    pub fn all() -> Self {
        Self { per_page: Some(100), first: None, limit: None }
    }
}

/// A list that is read as it is walked.
pub struct Pages<T> {
    client: Client,
    outgoing: ApiRequest,
    options: PageOptions,
    next: Option<u64>,
    yielded: u64,
    previous: Option<u64>,
    meta: Meta,
    allows_bare: bool,
    /// The connection that every row is about, and where a row names it.
    of: Option<(String, NamedConnection<T>)>,
    /// Where a row has its ID, and those that came: each row counts once.
    seen: Option<(NamedConnection<T>, HashSet<String>)>,
    rows: PhantomData<fn() -> T>,
}

/// Returns the ID of the connection that a row names, or is, if there is one.
type NamedConnection<T> = fn(&T) -> Option<&str>;

impl<T: DeserializeOwned> Pages<T> {
    pub(super) fn new(client: Client, outgoing: ApiRequest, options: PageOptions) -> Self {
        let next = Some(options.first.unwrap_or(1).max(1));
        let (meta, rows) = (Meta::default(), PhantomData);
        let (yielded, previous, allows_bare, of, seen) = (0, None, false, None, None);
        Self { client, outgoing, options, next, yielded, previous, meta, allows_bare, of, seen, rows }
    }

    /// Leaves out rows that came before, and refuses a list that has fewer than it counts.
    #[must_use]
    pub(super) fn each_once(mut self, id: NamedConnection<T>) -> Self {
        self.seen = Some((id, HashSet::new()));
        self
    }

    /// Takes `[]` for an empty list: for calls whose answers are not known.
    #[must_use]
    pub fn allowing_bare(mut self) -> Self {
        self.allows_bare = true;
        self
    }

    /// Refuses rows that name another connection than this one.
    #[must_use]
    pub(super) fn of_connection(mut self, id: &str, named: NamedConnection<T>) -> Self {
        self.of = Some((id.to_owned(), named));
        self
    }

    /// Returns the position of the newest page in the list.
    pub fn meta(&self) -> &Meta {
        &self.meta
    }

    /// Returns the number of the page that comes next, or nothing at the end: where to resume.
    pub fn upcoming(&self) -> Option<u64> {
        self.next
    }

    /// Reads the next page. An empty list is `None` at once.
    ///
    /// # Errors
    /// Whatever the call fails with, and [`Error::Broken`] for a list that repeats itself or never ends.
    pub async fn next(&mut self) -> Result<Option<Vec<T>>, Error> {
        let Some(page) = self.next else { return Ok(None) };
        let wanted = self.options.limit.map(|limit| limit.saturating_sub(self.yielded));
        if wanted == Some(0) {
            self.next = None;
            return Ok(None);
        }
        let outgoing = self
            .outgoing
            .clone()
            .query("page", page.to_string())
            .maybe_query("per_page", self.options.per_page.map(|rows| rows.to_string()));
        let answer = self.client.send(outgoing).await?;
        let ReceivedPage { mut rows, links, meta, digest } = answer.page(self.options.per_page, self.allows_bare)?;
        if let Some((id, named)) = &self.of {
            for row in &rows {
                answer.is_of_connection(named(row), id)?;
            }
        }
        if !rows.is_empty() && self.previous.replace(digest) == Some(digest) {
            return Err(answer.broken(format!("page {page} the same as the page before it")));
        }
        self.next = match after(page, rows.len() as u64, self.options.per_page, links.as_ref(), meta.as_ref()) {
            Some(next) if next > MOST_PAGES => return Err(answer.broken("a list without end")),
            next => next,
        };
        if let Some((id, seen)) = &mut self.seen {
            rows.retain(|row| id(row).is_none_or(|id| seen.insert(id.to_owned())));
        }
        // A server that counts rows and no pages.
        let read = self.yielded + rows.len() as u64;
        let is_from_start = self.options.first.is_none_or(|first| first <= 1);
        let counts = |meta: &Meta| meta.last_page.is_none() && meta.total.is_some_and(|total| read >= total);
        if is_from_start && meta.as_ref().is_some_and(counts) {
            self.next = None;
        }
        let is_whole = is_from_start && self.next.is_none() && self.options.limit.is_none();
        // Of a list of several pages rows may come and go while it is read.
        let has_to_add_up = self.seen.is_some() || page == 1;
        if let Some(total) = meta.as_ref().and_then(|meta| meta.total)
            && is_whole
            && has_to_add_up
            && total > read
        {
            return Err(answer.broken(format!("a list that counts {total} rows and has {read}")));
        }
        self.meta = meta.unwrap_or_default();
        if let Some(wanted) = wanted {
            rows.truncate(usize::try_from(wanted).unwrap_or(usize::MAX));
        }
        self.yielded += rows.len() as u64;
        if self.options.limit.is_some_and(|limit| self.yielded >= limit) {
            self.next = None;
        }
        Ok((self.next.is_some() || !rows.is_empty()).then_some(rows))
    }

    /// Does some work while the next page is on its way: the server prepares it meanwhile. The request is out before
    /// the work begins, unless the way there has to be made first; then it follows the work. Work that fails ends it.
    ///
    /// # Errors
    /// What the work fails with; inside, as [`Pages::next`].
    pub async fn while_working<E>(
        &mut self,
        work: impl FnOnce(&Meta) -> Result<(), E>,
    ) -> Result<Result<Option<Vec<T>>, Error>, E> {
        let meta = self.meta.clone();
        let mut next = pin!(self.next());
        for _ in 0..TURNS {
            tokio::select! {
                biased;
                page = &mut next => {
                    work(&meta)?;
                    return Ok(page);
                }
                () = tokio::task::yield_now() => {}
            }
        }
        work(&meta)?;
        Ok(next.await)
    }

    /// Reads all that is left.
    ///
    /// # Errors
    /// As [`Pages::next`].
    pub async fn all(mut self) -> Result<Vec<T>, Error> {
        let mut all = Vec::new();
        while let Some(mut rows) = self.next().await? {
            all.append(&mut rows);
        }
        Ok(all)
    }

    /// Returns the only row that fits; nothing where none does, or more than one.
    ///
    /// # Errors
    /// As [`Pages::next`].
    pub async fn only(mut self, fits: impl Fn(&T) -> bool) -> Result<Option<T>, Error> {
        let mut found = None;
        while let Some(rows) = self.next().await? {
            for row in rows.into_iter().filter(|row| fits(row)) {
                if found.replace(row).is_some() {
                    return Ok(None);
                }
            }
        }
        Ok(found)
    }
}

/// Returns the number of the next page, from the metadata of this one.
fn after(page: u64, rows: u64, asked: Option<u64>, links: Option<&Links>, meta: Option<&Meta>) -> Option<u64> {
    if rows == 0 {
        return None;
    }
    // A server that ignores `page` returns the first page for ever.
    if meta.and_then(|meta| meta.current_page).is_some_and(|current| current != page) {
        return None;
    }
    if let Some(last) = meta.and_then(|meta| meta.last_page) {
        return (page < last).then_some(page + 1);
    }
    if links.is_some_and(|links| links.next.is_some()) {
        return Some(page + 1);
    }
    // Without a last page a full one may have a successor; the size is the one the server sent, else the one requested.
    let full = meta.and_then(|meta| meta.per_page).or(meta.and(asked))?;
    (full > 0 && rows >= full).then_some(page + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meta(current: Option<u64>, last: Option<u64>, per_page: Option<u64>) -> Meta {
        Meta { current_page: current, last_page: last, per_page, ..Meta::default() }
    }

    #[test]
    fn what_comes_after_a_page() {
        let next = Links { next: Some("https://evil/?page=9".into()), ..Links::default() };
        for (page, rows, asked, links, meta, expected) in [
            (1, 10, Some(10), None, Some(meta(Some(1), Some(3), Some(10))), Some(2)),
            (3, 10, Some(10), None, Some(meta(Some(3), Some(3), Some(10))), None),
            (1, 0, Some(10), None, Some(meta(Some(1), Some(9), Some(10))), None),
            (2, 10, Some(10), None, Some(meta(Some(1), Some(9), Some(10))), None),
            (1, 10, Some(100), None, Some(meta(None, None, Some(10))), Some(2)),
            (1, 9, Some(100), None, Some(meta(None, None, Some(10))), None),
            (1, 100, Some(100), None, Some(meta(None, None, None)), Some(2)),
            (1, 100, Some(100), None, None, None),
            (1, 5, None, Some(next), None, Some(2)),
        ] {
            assert_eq!(after(page, rows, asked, links.as_ref(), meta.as_ref()), expected, "{page} {rows} {meta:?}");
        }
    }
}
