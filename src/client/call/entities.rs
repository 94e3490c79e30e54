//! Entities of the three domains, by the path segments that name them, as `erp` and `purchase-orders`.

use serde_json::{Map, Value};

use crate::api::header::IDEMPOTENCY_KEY;
use crate::client::{ApiRequest, ApiResponse, Client, Error, PageOptions, Pages, Purpose};

/// Header of a connection with sample data, whose writes are answered and change nothing.
const SAMPLE: &str = "x-makini-sandbox-read-only";

/// A row as it was answered.
#[derive(Clone, Debug)]
pub struct EntityRow {
    /// Its fields. Its key is among them.
    pub row: Map<String, Value>,
    /// Whether the connection holds sample data, and the write changed nothing.
    pub is_sample: bool,
}

/// Returns the key of a row.
pub fn row_key(row: &Map<String, Value>) -> Option<String> {
    match row.get("key")? {
        Value::String(key) if !key.is_empty() => Some(key.clone()),
        Value::Number(key) => Some(key.to_string()),
        _ => None,
    }
}

impl ApiResponse {
    /// Returns the row of an answer: the one with this key, or the new one.
    ///
    /// # Errors
    /// [`Error::Broken`] for anything but a row with its key, and for another row than the one asked for.
    pub fn entity_row(&self, key: Option<&str>) -> Result<EntityRow, Error> {
        let row: Map<String, Value> = self.object()?;
        let found = row_key(&row).ok_or_else(|| self.broken("a row without its key"))?;
        if key.is_some_and(|key| key != found) {
            return Err(self.broken("another row than the one asked for"));
        }
        Ok(EntityRow { row, is_sample: self.headers.contains_key(SAMPLE) })
    }
}

/// The key of a creation that takes effect once.
#[derive(Clone, Copy, Debug)]
pub struct IdempotencyKey<'a> {
    /// Sent as `Idempotency-Key`.
    pub key: &'a str,
    /// Whether the server advertises that it honours keys. The published API promises nothing.
    pub is_honoured: bool,
}

/// What a list is narrowed and ordered by.
#[derive(Clone, Debug, Default)]
pub struct ListQuery {
    /// Conditions on fields.
    pub filters: Vec<Filter>,
    /// Whether all of them must hold or any; the server's choice if not set.
    pub matching: Option<Match>,
    /// Fields to order by, the first the most important.
    pub sort: Vec<(String, Direction)>,
    /// Anything else, as `("modified_after", "2026-01-01")`.
    pub extra: Vec<(String, String)>,
}

/// One condition: `filter[field]=value` or `filter[field:op]=value`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filter {
    /// The field, as `updatedAt`.
    pub field: String,
    /// `contains`, `startsWith`, `endsWith`, `gt`, `gteq`, `lt`, `lted`; equality if not set. Sent as it is: the
    /// published spelling is uneven, and servers may support more.
    pub op: Option<String>,
    /// The value.
    pub value: String,
}

/// Which conditions must hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Match {
    /// Every one.
    All,
    /// At least one.
    Any,
}

/// Which end comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// The smallest first: `sort[field]=0`.
    Ascending,
    /// The largest first: `sort[field]=1`, the other way round than one would guess.
    Descending,
}

impl ListQuery {
    pub(super) fn apply(&self, mut outgoing: ApiRequest) -> ApiRequest {
        for filter in &self.filters {
            let name = match &filter.op {
                Some(op) => format!("filter[{}:{op}]", filter.field),
                None => format!("filter[{}]", filter.field),
            };
            outgoing = outgoing.query(name, &filter.value);
        }
        outgoing = match self.matching {
            Some(Match::All) => outgoing.query("filterMatch", "all"),
            Some(Match::Any) => outgoing.query("filterMatch", "any"),
            None => outgoing,
        };
        for (field, direction) in &self.sort {
            let order = if *direction == Direction::Descending { "1" } else { "0" };
            outgoing = outgoing.query(format!("sort[{field}]"), order);
        }
        for (name, value) in &self.extra {
            outgoing = outgoing.query(name, value);
        }
        outgoing
    }
}

/// Returns the template `/api/erp/purchase-orders`; a resource may have several segments, as `statuses/rfq`.
fn template(domain: &str, resource: &str, rest: &str) -> Result<String, Error> {
    // `purchase-orders.line-items` is published with its dot; segments of dots alone would lead elsewhere.
    let plain = |text: &str| {
        text.bytes().any(|b| b != b'.')
            && text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.'))
    };
    if !plain(domain) || !resource.split('/').all(plain) {
        return Err(Error::Argument(format!("`{domain}/{resource}` is not the name of a resource")));
    }
    Ok(format!("/api/{domain}/{resource}{rest}"))
}

impl Client {
    /// Walks the rows of a resource with a connection's token. Rows stay as they came: their declared types
    /// contradict their own examples.
    ///
    /// # Errors
    /// [`Error::Argument`] when the names cannot be part of a path.
    pub fn entities(
        &self,
        connection: &str,
        (domain, resource): (&str, &str),
        query: &ListQuery,
        (options, purpose): (PageOptions, Purpose),
    ) -> Result<Pages<Map<String, Value>>, Error> {
        let outgoing = ApiRequest::get(template(domain, resource, "")?).connection(connection).purpose(purpose);
        Ok(self.pages(query.apply(outgoing), options))
    }

    /// Reads one row: [`ApiResponse::entity_row`] returns it.
    pub async fn entity(
        &self,
        connection: &str,
        (domain, resource): (&str, &str),
        key: &str,
    ) -> Result<ApiResponse, Error> {
        let outgoing = ApiRequest::get(template(domain, resource, "/{key}")?).fill(&[("key", key)]);
        self.send(outgoing.connection(connection).purpose(Purpose::Call)).await
    }

    /// Creates a row: [`ApiResponse::entity_row`] returns it. It is sent again after a failure only with a key that the
    /// server honours.
    pub async fn create_entity(
        &self,
        connection: &str,
        (domain, resource): (&str, &str),
        body: &Value,
        key: Option<IdempotencyKey<'_>>,
    ) -> Result<ApiResponse, Error> {
        let mut outgoing = ApiRequest::post(template(domain, resource, "")?).json(body);
        if let Some(IdempotencyKey { key, is_honoured }) = key {
            outgoing = outgoing.header(IDEMPOTENCY_KEY, key).idempotent(is_honoured);
        }
        self.send(outgoing.connection(connection)).await
    }

    /// Changes a row, or a part of it when `part` names one, as `status`: [`ApiResponse::entity_row`] returns it.
    pub async fn update_entity(
        &self,
        connection: &str,
        (domain, resource): (&str, &str),
        (key, part): (&str, Option<&str>),
        body: &Value,
    ) -> Result<ApiResponse, Error> {
        let rest = match part {
            Some(part) => format!("/{{key}}/{part}"),
            None => "/{key}".into(),
        };
        if part.is_some_and(|part| !part.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')) {
            return Err(Error::Argument("the part of a row is not a plain word".into()));
        }
        let outgoing = ApiRequest::put(template(domain, resource, &rest)?).fill(&[("key", key)]).json(body);
        self.send(outgoing.connection(connection)).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::client::ServerUrl;

    #[test]
    fn a_query_as_it_is_published() {
        let query = ListQuery {
            filters: vec![
                Filter { field: "updatedAt".into(), op: Some("gteq".into()), value: "2026-01-01 &".into() },
                Filter { field: "status".into(), op: None, value: "open".into() },
            ],
            matching: Some(Match::Any),
            sort: vec![("updatedAt".into(), Direction::Descending), ("key".into(), Direction::Ascending)],
            extra: vec![("x".into(), "ü".into())],
        };
        let server = ServerUrl::parse("https://api.example").expect("valid");
        let request = query.apply(ApiRequest::get("/api/erp/x")).request(&server).expect("valid");
        let decoded: Vec<String> = url::form_urlencoded::parse(request.uri().query().unwrap_or_default().as_bytes())
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        assert_eq!(
            decoded,
            [
                "filter[updatedAt:gteq]=2026-01-01 &",
                "filter[status]=open",
                "filterMatch=any",
                "sort[updatedAt]=1",
                "sort[key]=0",
                "x=ü"
            ]
        );
    }

    #[test]
    fn a_resource_is_a_plain_name() {
        assert_eq!(template("eam", "statuses/work-orders", "").expect("valid"), "/api/eam/statuses/work-orders");
        for (domain, resource) in [("", "x"), ("eam", ""), ("..", "x"), ("eam", "../x"), ("eam", "x/"), ("eam", "x?y")]
        {
            assert!(template(domain, resource, "").is_err(), "{domain} {resource}");
        }
    }
}
