//! Rows that the platform retained of a disconnected connection (advertised).

use serde_json::{Map, Value};

use super::ListQuery;
use crate::api::operation::Operation;
use crate::client::{ApiRequest, Client, Error, PageOptions, Pages, Purpose};

impl Client {
    /// Walks the rows that are retained of a disconnected connection (advertised: `retained_data_list`), with the
    /// application's token: its own are dead.
    ///
    /// # Errors
    /// [`Error::Unsupported`], or when the advertisement could not be fetched.
    pub async fn retained_entities(
        &self,
        connection: &str,
        (domain, resource): (&str, &str),
        query: &ListQuery,
        (options, purpose): (PageOptions, Purpose),
    ) -> Result<Pages<Map<String, Value>>, Error> {
        let endpoint = self.require(Operation::RetainedDataList).await?;
        let values = [("id", connection), ("domain", domain), ("entity", resource)];
        let outgoing = query.apply(ApiRequest::to(&endpoint).fill(&values).purpose(purpose));
        Ok(self.pages(outgoing, options))
    }

    /// Deletes all rows that are retained of a disconnected connection (advertised: `retained_data_delete`).
    pub async fn delete_retained_data(&self, connection: &str) -> Result<(), Error> {
        let endpoint = self.require(Operation::RetainedDataDelete).await?;
        let answer = self.ask(ApiRequest::to(&endpoint).fill(&[("id", connection)])).await?;
        // The first attempt did it and its answer was lost; the second finds nothing.
        if answer.attempts > 1 && matches!(answer.status.as_u16(), 404 | 410) {
            return Ok(());
        }
        answer.accepted()?.removed(connection)
    }
}
