//! Raw tables, and calls that have no type.

use http::Method;
use serde_json::Value;

use super::entities::ListQuery;
use crate::api::path;
use crate::client::{ApiRequest, ApiResponse, Client, Error, PageOptions, Pages, Purpose, Scope};
use crate::secret::Secret;

/// A call to any path of the server.
#[derive(Clone, Debug)]
pub struct Free {
    /// The method.
    pub method: Method,
    /// The path, from `/`, without a query.
    pub path: String,
    /// The query.
    pub query: Vec<(String, String)>,
    /// Headers besides those that are always sent. `Authorization` is not for the caller to set.
    pub headers: Vec<(String, String)>,
    /// Content type and body.
    pub body: Option<(String, Vec<u8>)>,
    /// Whose token is used.
    pub scope: Scope,
    /// Secrets in the query, the headers or the body, to be removed from whatever comes back.
    pub secrets: Vec<Secret>,
}

impl Free {
    /// Returns the request as it will be sent.
    ///
    /// # Errors
    /// [`Error::Argument`] for a header that only this program may set.
    pub fn outgoing(&self) -> Result<ApiRequest, Error> {
        const OURS: [&str; 6] =
            ["authorization", "host", "content-length", "transfer-encoding", "connection", "proxy-authorization"];
        // Braces would be read as a place to fill.
        let path = self.path.replace('{', "%7B").replace('}', "%7D");
        let mut outgoing = ApiRequest::new(self.method.clone(), path).scope(self.scope.clone()).purpose(Purpose::Call);
        outgoing = outgoing.secrets(&self.secrets);
        if self.path == path::TOKEN {
            outgoing = outgoing.returns_tokens();
        }
        for (name, value) in &self.query {
            outgoing = outgoing.query(name, value);
        }
        if let Some((content_type, body)) = &self.body {
            outgoing = outgoing.body(content_type, body.clone());
        }
        for (name, value) in &self.headers {
            if OURS.contains(&name.to_ascii_lowercase().as_str()) {
                return Err(Error::Argument(format!("the header `{name}` is set by this program")));
            }
            outgoing = outgoing.header(name, value);
        }
        Ok(outgoing)
    }
}

impl Client {
    /// Calls any path, and returns whatever it answers: a status of 400 and above is not an error here.
    pub async fn free(&self, call: &Free) -> Result<ApiResponse, Error> {
        self.ask(call.outgoing()?).await
    }

    /// Returns the raw tables of a connection, in a shape that is not published.
    pub async fn raw_tables(&self, connection: &str) -> Result<Value, Error> {
        let answer = self.send(ApiRequest::get(path::RAW_TABLES).connection(connection)).await?;
        // That it is an object is all that is published.
        answer.holds(answer.body.trim_ascii_start().starts_with(b"{"), "something else than an object")?;
        answer.data()
    }

    /// Walks the rows of a raw table. `per_page` is not published here, and is sent only if it is set.
    pub fn raw_rows(&self, connection: &str, table: &str, query: &ListQuery, options: PageOptions) -> Pages<Value> {
        let outgoing = ApiRequest::get(path::RAW_ROWS).fill(&[("table", table)]).connection(connection);
        self.pages(query.apply(outgoing), options)
    }
}
