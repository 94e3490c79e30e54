//! The server's own log of requests (advertised).

use crate::api::operation::Operation;
use crate::api::requests::LoggedRequest;
use crate::client::{ApiRequest, Client, Error, PageOptions, Pages};

/// Which requests to list. What is not set does not narrow.
#[derive(Clone, Debug, Default)]
pub struct RequestQuery {
    /// Of one connection.
    pub connection_id: Option<String>,
    /// Of one sync.
    pub sync_id: Option<String>,
    /// From this time, RFC 3339.
    pub from: Option<String>,
    /// To this time, RFC 3339.
    pub to: Option<String>,
    /// With this status.
    pub status: Option<String>,
    /// With a status from here on.
    pub min_status: Option<u16>,
    /// With a status up to here.
    pub max_status: Option<u16>,
    /// With this text at the beginning of the ID, or in method and path (`GET /api/eam/assets`), method and template,
    /// the error code or the connection's name, in either case.
    pub search: Option<String>,
    /// That took more milliseconds than this.
    pub slower_than_ms: Option<u64>,
    /// Only those that failed.
    pub failed: bool,
}

impl Client {
    /// Walks the request log, newest first (advertised: `request_list`).
    ///
    /// # Errors
    /// [`Error::Unsupported`], or when the advertisement could not be fetched.
    pub async fn request_pages(
        &self,
        query: &RequestQuery,
        options: PageOptions,
    ) -> Result<Pages<LoggedRequest>, Error> {
        let endpoint = self.require(Operation::RequestList).await?;
        let outgoing = ApiRequest::to(&endpoint)
            .maybe_query("connection_id", query.connection_id.as_deref())
            .maybe_query("sync_id", query.sync_id.as_deref())
            .maybe_query("from", query.from.as_deref())
            .maybe_query("to", query.to.as_deref())
            .maybe_query("status", query.status.as_deref())
            .maybe_query("min_status", query.min_status.map(|status| status.to_string()).as_deref())
            .maybe_query("max_status", query.max_status.map(|status| status.to_string()).as_deref())
            .maybe_query("search", query.search.as_deref())
            .maybe_query("slower_than_ms", query.slower_than_ms.map(|time| time.to_string()).as_deref())
            .maybe_query("failed", query.failed.then_some("true"));
        Ok(self.pages(outgoing, options))
    }

    /// Returns one request by its ID (advertised: `request_get`); nothing if there is none.
    pub async fn request(&self, id: &str) -> Result<Option<LoggedRequest>, Error> {
        let endpoint = self.require(Operation::RequestGet).await?;
        match self.send(ApiRequest::to(&endpoint).fill(&[("id", id)])).await {
            Ok(answer) => {
                let found: LoggedRequest = answer.data()?;
                answer.is_about(found.id.as_deref(), id)?;
                Ok(Some(found))
            }
            Err(error) if error.is_not_found() => Ok(None),
            Err(error) => Err(error),
        }
    }
}
