//! What is set for a connection, and where its fields come from. All of it is advertised, none of it published.

use serde_json::{Map, Value, json};

use crate::api::connections::fold;
use crate::api::lenient::Lenient;
use crate::api::mapping::Mapping;
use crate::api::operation::Operation;
use crate::client::{ApiRequest, ApiResponse, Client, Error};

impl Client {
    /// Returns what is set for a connection, under the server's own names (advertised: `connection_settings_get`).
    pub async fn connection_settings(&self, id: &str) -> Result<Map<String, Value>, Error> {
        let endpoint = self.require(Operation::ConnectionSettingsGet).await?;
        settings(&self.send(ApiRequest::to(&endpoint).fill(&[("id", id)])).await?, id)
    }

    /// Changes settings; those that are not named stay (advertised: `connection_settings_update`).
    pub async fn set_connection_settings(
        &self,
        id: &str,
        changes: &Map<String, Value>,
    ) -> Result<Map<String, Value>, Error> {
        let endpoint = self.require(Operation::ConnectionSettingsUpdate).await?;
        let answer = self.send(ApiRequest::to(&endpoint).fill(&[("id", id)]).json(changes)).await?;
        let settings = settings(&answer, id)?;
        let is_there = changes.keys().all(|key| settings.contains_key(key));
        answer.holds(is_there, "settings without those that were sent")?;
        // A text may come back in another form, and null is a default; a number or a yes is what it is.
        let is_same = |(key, sent): (&String, &Value)| match sent {
            Value::Number(_) | Value::Bool(_) => written(&settings[key]) == written(sent),
            _ => true,
        };
        answer.holds(changes.iter().all(is_same), "another setting than the one that was sent")?;
        Ok(settings)
    }

    /// Returns where fields come from, of one entity or of all (advertised: `mapping_get`).
    pub async fn mappings(&self, id: &str, entity: Option<&str>) -> Result<Vec<Mapping>, Error> {
        let endpoint = self.require(Operation::MappingGet).await?;
        let answer = self.send(ApiRequest::to(&endpoint).fill(&[("id", id)]).maybe_query("entity", entity)).await?;
        let mut mappings = answer.page::<Mapping>(None, false)?.rows;
        if let Some(entity) = entity {
            // A server may ignore the filter.
            mappings.retain(|mapping| mapping.entity.as_deref().is_some_and(|found| fold(found) == fold(entity)));
            answer.holds(mappings.len() == 1, "a list without the one mapping that was asked for")?;
        }
        Ok(mappings)
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

/// Parses settings, which may name their connection.
fn settings(answer: &ApiResponse, id: &str) -> Result<Map<String, Value>, Error> {
    let settings = answer.fields()?;
    answer.is_of_connection(settings.get("connection_id").and_then(Value::as_str), id)?;
    Ok(settings)
}

/// Returns a setting as text, so that 60, 60.0 and "60" are the same.
fn written(value: &Value) -> String {
    match <Option<f64> as Lenient>::from_json(value.clone()) {
        Some(number) => number.to_string(),
        None => value.as_str().map_or_else(|| value.to_string(), str::to_owned),
    }
}
