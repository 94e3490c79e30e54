//! Reads requests from the server's log and the journal together.

use super::query::{Query, of_journal, of_server};
use super::record::Record;
use super::unread::Unread;
use crate::api::operation::Operation;
use crate::api::requests::LoggedRequest;
use crate::client::call::RequestQuery;
use crate::client::{Client, Error, PageOptions};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::journal::{self, Journal};

/// Where requests are read from.
pub struct Source<'a> {
    /// The platform.
    pub client: &'a Client,
    /// Whether the platform is left alone.
    pub is_offline: bool,
    /// The journal of this machine, where there is one, and the profile whose requests count.
    pub journal: Option<(&'a Journal, &'a str)>,
    /// What could not be read, each with the reason.
    pub unread: Unread,
    /// What was read: `log`, `journal`, and what else the caller notes.
    pub read: Vec<&'static str>,
}

impl<'a> Source<'a> {
    /// Begins with nothing read.
    pub const fn new(client: &'a Client, journal: Option<(&'a Journal, &'a str)>) -> Self {
        Self { client, is_offline: false, journal, unread: Unread(Vec::new()), read: Vec::new() }
    }

    /// Notes what was read.
    pub fn note(&mut self, what: &'static str) {
        if !self.read.contains(&what) {
            self.read.push(what);
        }
    }

    /// Returns what the platform answered, or nothing where it could not be asked, which is noted. Where it cannot be reached it
    /// is left alone from then on: each further question would wait through all its retries to learn the same.
    pub fn or_unread<T>(&mut self, what: &str, result: Result<T, Error>) -> Option<T> {
        self.is_offline |= matches!(result, Err(Error::Network(_)));
        self.unread.or_default(what, result.map(Some))
    }

    /// Reads what the journal has, the newest first.
    pub fn journaled(&mut self, query: &Query) -> Vec<Record> {
        let Some((journal, profile)) = self.journal.filter(|_| query.sync.is_none()) else { return Vec::new() };
        let found = of_journal(journal, profile, &query.here(self.client));
        let found = self.unread.or_default("the journal of this machine", found);
        self.note("journal");
        found.into_iter().map(|row| row.at_server(self.client)).collect()
    }

    /// Reads what the server's log and the journal have, each request once, the newest first.
    pub async fn records(&mut self, query: &Query) -> Vec<Record> {
        let mine = self.journaled(query);
        let found = if self.is_offline { Ok(None) } else { self.in_log(query).await };
        let logged = self.or_unread("the server's log of requests", found).flatten();
        if logged.is_some() {
            self.note("log");
        }
        query.cut(Record::merged(logged.unwrap_or_default(), mine)).0
    }

    /// Reads what the server's log has, where the server offers one.
    async fn in_log(&self, query: &Query) -> Result<Option<Vec<Record>>, Error> {
        if self.client.offered(Operation::RequestList).await?.is_none() {
            return Ok(None);
        }
        of_server(self.client, query).await.map(Some)
    }

    /// Returns one request by its ID, or by a beginning that only one has, as far as the server's log and the journal have
    /// it.
    ///
    /// # Errors
    /// When it is not in the journal, and the server could not be asked.
    pub async fn record(&mut self, id: &str) -> Result<Option<Record>, Error> {
        let entries = self.journal.and_then(|(journal, profile)| journal.get(profile, id).ok());
        let mine = entries.and_then(|entries| entries.into_iter().next()).map(Record::from);
        // The journal accepts a beginning; the server needs the whole ID.
        let whole = mine.as_ref().and_then(|record| record.id.clone()).unwrap_or_else(|| id.to_owned());
        let logged = self.logged(&whole, mine.is_none()).await;
        match (logged, mine) {
            (Ok(Some(logged)), Some(mine)) => Ok(Some(Record::combined(logged, mine))),
            (Ok(found), None) => Ok(found),
            (Ok(None), mine) => Ok(mine),
            (Err(error), Some(mine)) => {
                self.or_unread::<()>("the server's log of requests", Err(error));
                Ok(Some(mine))
            }
            (Err(error), None) => Err(error),
        }
    }

    /// Returns a request of the server's log; where there is none, and `is_beginning`, the only one whose ID begins so.
    async fn logged(&self, id: &str, is_beginning: bool) -> Result<Option<Record>, Error> {
        if self.is_offline {
            return Ok(None);
        }
        let found = match logged(self.client, id).await? {
            (true, None) if is_beginning => match whole_id(self.client, id).await? {
                Some(whole) => self.client.request(&whole).await?,
                None => None,
            },
            (_, found) => found,
        };
        Ok(found.map(Record::from))
    }
}

/// Returns whether the server offers a log, and the request in it.
///
/// # Errors
/// When it could not be asked.
pub async fn logged(client: &Client, id: &str) -> Result<(bool, Option<LoggedRequest>), Error> {
    if client.offered(Operation::RequestGet).await?.is_none() {
        return Ok((false, None));
    }
    if journal::is_reference(id) {
        return Ok((true, None));
    }
    Ok((true, client.request(id).await?))
}

/// Returns that there is no such row in the journal of this machine, for a reference to one; no server is asked for it.
pub fn no_such_row(id: &str) -> Option<Failure> {
    let missing = || Failure::new(Exit::NotFound, format!("there is no request `{id}` in the journal of this machine"));
    journal::is_reference(id).then(|| missing().hint("`makini requests list --source journal` shows its newest ones"))
}

/// Returns that there is no request of this ID. `has_log` is whether the server offers a log; nothing where it was not asked.
pub fn unknown(id: &str, has_log: Option<bool>) -> Failure {
    let places = match has_log {
        Some(true) => "it is neither in the server's log nor in the journal of this machine",
        Some(false) => "it is not in the journal of this machine, and this server offers no log of requests",
        None => "it is not in the journal of this machine, and the server was not asked",
    };
    Failure::new(Exit::NotFound, format!("there is no request `{id}`: {places}"))
        .hint("`makini requests list` shows the newest ones; old ones are not kept")
}

/// Returns the only ID in the server's log that begins so, for one that a narrow table or a chat has cut.
///
/// # Errors
/// When the log could not be searched: whether there is such a request is open then.
pub async fn whole_id(client: &Client, start: &str) -> Result<Option<String>, Error> {
    let query = RequestQuery { search: Some(start.to_owned()), ..RequestQuery::default() };
    let options = PageOptions { per_page: Some(10), first: None, limit: Some(10) };
    let rows = match async { client.request_pages(&query, options).await?.all().await }.await {
        Err(Error::Unsupported { .. }) => return Ok(None),
        found => found?,
    };
    let mut ids: Vec<String> = rows.into_iter().filter_map(|row| row.id).filter(|id| id.starts_with(start)).collect();
    ids.dedup();
    Ok(if let [only] = &mut ids[..] { Some(std::mem::take(only)) } else { None })
}
