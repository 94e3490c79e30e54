//! Metadata of connections.

use serde_json::{Map, Value};

use crate::api::connections::{self, MetadataEntry};
use crate::api::path;
use crate::client::promise::named_id;
use crate::client::{ApiRequest, ApiResponse, Client, Error};

/// What is wrong with an answer in none of the forms of metadata.
const NO_METADATA: &str = "JSON that is not metadata";

impl Client {
    /// Returns a connection's metadata.
    pub async fn connection_metadata(&self, id: &str) -> Result<Map<String, Value>, Error> {
        let answer = self.send(ApiRequest::get(path::CONNECTION_METADATA).fill(&[("id", id)])).await?;
        metadata(&answer, id)
    }

    /// Writes metadata entries and leaves the others. Returns all of them.
    pub async fn set_connection_metadata(
        &self,
        id: &str,
        entries: &[MetadataEntry],
    ) -> Result<Map<String, Value>, Error> {
        let outgoing = ApiRequest::post(path::CONNECTION_METADATA).fill(&[("id", id)]).json(entries);
        let answer = self.send(outgoing).await?;
        let written = metadata(&answer, id)?;
        let is_written = |entry: &MetadataEntry| {
            let found = written.get(&entry.key);
            found.is_some_and(|found| found.as_str().map_or_else(|| found.to_string(), str::to_owned) == entry.value)
        };
        answer.holds(entries.iter().all(is_written), "metadata without the entries that were sent")?;
        Ok(written)
    }
}

/// Parses an answer: as published the whole connection, alone or in a list; elsewhere the entries themselves.
fn metadata(answer: &ApiResponse, id: &str) -> Result<Map<String, Value>, Error> {
    let data: Value = answer.data()?;
    let connection = data.as_array().and_then(|rows| rows.first()).unwrap_or(&data);
    if let Some((object, inner)) = connection.as_object().and_then(|row| Some((row, row.get("user_metadata")?))) {
        answer.is_about(named_id(object).as_deref(), id)?;
        return connections::metadata(inner).ok_or_else(|| answer.broken(NO_METADATA));
    }
    match &data {
        Value::Object(_) => answer.fields(),
        Value::Array(entries) if !entries.is_empty() => {
            connections::metadata(&data).ok_or_else(|| answer.broken(NO_METADATA))
        }
        _ => Err(answer.broken(NO_METADATA)),
    }
}
