//! What is set for a connection, and where its fields come from. All of it is advertised, none of it published.

use serde_json::{Map, Value, json};

use crate::api::mapping::Mapping;
use crate::api::operation::Operation;
use crate::client::{ApiRequest, Client, Error};

impl Client {
    /// Returns what is set for a connection, under the server's own names (advertised: `connection_settings_get`).
    pub async fn connection_settings(&self, id: &str) -> Result<Map<String, Value>, Error> {
        let endpoint = self.require(Operation::ConnectionSettingsGet).await?;
        self.send(ApiRequest::to(&endpoint).fill(&[("id", id)])).await?.fields()
    }

    /// Changes settings; those that are not named stay (advertised: `connection_settings_update`).
    pub async fn set_connection_settings(
        &self,
        id: &str,
        changes: &Map<String, Value>,
    ) -> Result<Map<String, Value>, Error> {
        let endpoint = self.require(Operation::ConnectionSettingsUpdate).await?;
        let answer = self.send(ApiRequest::to(&endpoint).fill(&[("id", id)]).json(changes)).await?;
        let settings = answer.fields()?;
        let is_there = changes.keys().all(|key| settings.contains_key(key));
        answer.holds(is_there, "settings without those that were sent")?;
        Ok(settings)
    }

    /// Returns where fields come from, of one entity or of all (advertised: `mapping_get`).
    pub async fn mappings(&self, id: &str, entity: Option<&str>) -> Result<Vec<Mapping>, Error> {
        let endpoint = self.require(Operation::MappingGet).await?;
        self.send(ApiRequest::to(&endpoint).fill(&[("id", id)]).maybe_query("entity", entity)).await?.data()
    }

    /// Lets fields of an entity come from other columns; null puts one back (advertised: `mapping_update`).
    pub async fn set_mapping(&self, id: &str, entity: &str, fields: &Map<String, Value>) -> Result<Mapping, Error> {
        let endpoint = self.require(Operation::MappingUpdate).await?;
        let body = json!({ "fields": fields });
        let answer = self.send(ApiRequest::to(&endpoint).fill(&[("id", id), ("entity", entity)]).json(&body)).await?;
        let mapping: Mapping = answer.data()?;
        answer.is_about(mapping.entity.as_deref(), entity)?;
        Ok(mapping)
    }
}
