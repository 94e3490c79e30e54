//! Filter of the request log.

use rusqlite::Connection as Db;
use rusqlite::types::Value as Sql;

use super::batch::ms;
use crate::api::requests::{LoggedRequest, RequestKind};
use crate::sandbox::error::Error;

/// Which requests to return; all by default.
#[derive(Clone, Debug, Default)]
pub(crate) struct Filter {
    pub(crate) connection: Option<String>,
    pub(crate) sync: Option<String>,
    /// Of one of these kinds; any if empty.
    pub(crate) kinds: Vec<RequestKind>,
    pub(crate) endpoint: Option<String>,
    pub(crate) status: Option<u16>,
    pub(crate) min_status: Option<u16>,
    pub(crate) max_status: Option<u16>,
    pub(crate) errors_only: bool,
    /// Prefix of the ID, or part of method and path, method and template, error code or connection name.
    pub(crate) search: Option<String>,
    /// Only requests that took longer, in microseconds.
    pub(crate) slower_than_us: Option<i64>,
    /// From this millisecond on.
    pub(crate) since: Option<i64>,
    /// Before this millisecond.
    pub(crate) until: Option<i64>,
}

/// `instr` rather than LIKE: `%` and `_` are characters like any other. `?1` is the text, `?2` a list of connections.
const FOUND: &str = "(instr(lower(id), ?1) = 1 OR instr(lower(method || ' ' || path), ?1) > 0
    OR instr(lower(method || ' ' || endpoint), ?1) > 0 OR instr(lower(error_code), ?1) > 0
    OR connection IN (SELECT value FROM json_each(?2)) OR calls IS NOT NULL)";

/// A prepared filter: an SQL condition on rows, and a test of the calls in a batch.
pub(super) struct Predicate {
    /// A condition on a row.
    pub(super) sql: String,
    /// Parameters of `sql`.
    pub(super) values: Vec<Sql>,
    endpoint: Option<String>,
    /// In lower case.
    search: Option<String>,
    /// Keys of connections whose names contain `search`.
    named: Vec<String>,
    slower_than_ms: Option<f64>,
}

impl Predicate {
    pub(super) fn new(db: &Db, filter: &Filter) -> Result<Self, Error> {
        let mut parts = vec!["1".to_owned()];
        let mut values = Vec::new();
        let search = filter.search.as_deref().map(str::to_ascii_lowercase);
        let named = filter.search.as_deref().map(|text| named_like(db, text)).transpose()?.unwrap_or_default();
        if let Some(search) = &search {
            // SQLite folds ASCII letters only; names may be in any alphabet.
            let named = serde_json::to_string(&named).expect("text is always JSON");
            values.extend([Sql::Text(search.clone()), Sql::Text(named)]);
            parts.push(FOUND.to_owned());
        }
        let mut add = |test: &str, value: Option<Sql>| {
            if let Some(value) = value {
                values.push(value);
                parts.push(test.replace('?', &format!("?{}", values.len())));
            }
        };
        let text = |value: &Option<String>| value.clone().map(Sql::Text);
        let number = |value: Option<u16>| value.map(|value| Sql::Integer(value.into()));
        add("connection = ?", text(&filter.connection));
        add("sync = ?", text(&filter.sync));
        let kinds: Vec<_> = filter.kinds.iter().map(|kind| kind.as_str()).collect();
        let kinds = serde_json::to_string(&kinds).expect("words are always JSON");
        add("source IN (SELECT value FROM json_each(?))", (!filter.kinds.is_empty()).then_some(Sql::Text(kinds)));
        add("(endpoint = ? OR calls IS NOT NULL)", text(&filter.endpoint));
        add("status = ?", number(filter.status));
        add("status >= ?", number(filter.min_status));
        add("status <= ?", number(filter.max_status));
        add("(total_us > ? OR calls IS NOT NULL)", filter.slower_than_us.map(Sql::Integer));
        add("at >= ?", filter.since.map(Sql::Integer));
        add("at < ?", filter.until.map(Sql::Integer));
        add("status >= ?", filter.errors_only.then_some(Sql::Integer(400)));
        Ok(Self {
            sql: parts.join(" AND "),
            values,
            endpoint: filter.endpoint.clone(),
            search,
            named,
            slower_than_ms: filter.slower_than_us.and_then(|us| u64::try_from(us).ok()).map(ms),
        })
    }

    /// Returns whether calls of one batch can differ in the filter.
    pub(super) const fn tests_calls(&self) -> bool {
        self.endpoint.is_some() || self.search.is_some() || self.slower_than_ms.is_some()
    }

    /// Returns whether a call of a batch matches. Calls of a batch differ in ID, endpoint (which is their path) and
    /// duration only; the rest is tested by `sql`.
    pub(super) fn matches(&self, request: &LoggedRequest) -> bool {
        let endpoint = request.endpoint.as_deref().unwrap_or_default();
        let method = request.method.as_deref().unwrap_or_default();
        let took = request.total_ms.unwrap_or_default();
        let id = || request.id.clone().unwrap_or_default();
        self.matches_call(request.connection_id.as_deref(), (method, endpoint, took), id)
    }

    /// Returns whether a call with this method, endpoint and duration in milliseconds matches. `id` is only called if
    /// needed.
    pub(super) fn matches_call(
        &self,
        connection: Option<&str>,
        (method, endpoint, took_ms): (&str, &str, f64),
        id: impl FnOnce() -> String,
    ) -> bool {
        self.endpoint.as_deref().is_none_or(|wanted| wanted == endpoint)
            && self.slower_than_ms.is_none_or(|limit| took_ms > limit)
            && self.search.as_deref().is_none_or(|search| {
                format!("{method} {endpoint}").to_ascii_lowercase().contains(search)
                    || connection.is_some_and(|key| self.named.iter().any(|named| named == key))
                    || id().to_ascii_lowercase().starts_with(search)
            })
    }
}

/// Returns the keys of connections whose name contains the text in any case, also disconnected ones.
fn named_like(db: &Db, text: &str) -> Result<Vec<String>, Error> {
    let wanted = text.to_lowercase();
    let mut all = db.prepare_cached("SELECT key, name FROM connections")?;
    let mut rows = all.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let (key, name): (String, String) = row.try_into()?;
        if name.to_lowercase().contains(&wanted) {
            found.push(key);
        }
    }
    Ok(found)
}
