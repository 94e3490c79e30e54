//! What else belongs to a request: executions of Flows that sent it or are about it, and deliveries of events that name
//! it or its sync.

use std::time::Duration;

use jiff::Timestamp;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::record::Record;
use crate::api::flows::{FlowExecution, FlowStep};
use crate::api::lenient::timestamp;
use crate::api::sync::Sync;
use crate::api::webhooks::WebhookDelivery;
use crate::client::call::{DeliveryQuery, ExecutionQuery};
use crate::client::{Client, Error, PageOptions, Pages};

/// Rows of a list that are looked through for those near the request.
const MOST: u64 = 500;
/// Rows whose details are read.
const DETAILS: usize = 20;
/// How much the times of two records of one event may differ.
const SLACK: Duration = Duration::from_mins(1);

/// How something belongs to a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Relation {
    /// It sent the request.
    Sent,
    /// It names the request.
    Request,
    /// It names the sync that the request belongs to.
    Sync,
}

/// An execution of a Flow.
#[derive(Clone, Debug, Serialize)]
pub struct RelatedExecution {
    /// ID of the execution.
    pub id: String,
    /// Template of the Flow.
    pub flow: Option<String>,
    /// Name of the step that sent the request, or has it in its input or output.
    pub step: Option<String>,
    /// State of the execution.
    pub status: Option<String>,
    /// How it belongs to the request.
    pub relation: Relation,
}

/// A delivery of the platform.
#[derive(Clone, Debug, Serialize)]
pub struct RelatedDelivery {
    /// ID of the delivery.
    pub id: String,
    /// Type of the event.
    pub event: Option<String>,
    /// ID of the event.
    pub event_id: Option<String>,
    /// `pending`, `delivered` or `failed`.
    pub status: Option<String>,
    /// Time it was created, RFC 3339.
    pub created_at: Option<String>,
    /// How it belongs to the request.
    pub relation: Relation,
}

/// Why a list was not looked through to the time of the request.
#[derive(Debug)]
pub struct TooMany;

/// Returns whether a JSON value has this text somewhere as a value.
pub fn mentions(value: &Value, text: &str) -> bool {
    match value {
        Value::String(found) => found == text,
        Value::Array(items) => items.iter().any(|item| mentions(item, text)),
        Value::Object(fields) => fields.values().any(|field| mentions(field, text)),
        Value::Null | Value::Bool(_) | Value::Number(_) => false,
    }
}

/// Returns how a payload belongs to a request.
pub fn relation(payload: &Value, request: &Record) -> Option<Relation> {
    let has = |id: &Option<String>| id.as_deref().is_some_and(|id| mentions(payload, id));
    if has(&request.id) {
        return Some(Relation::Request);
    }
    has(&request.sync_id).then_some(Relation::Sync)
}

/// The time in which what belongs to a request happens: from the request to the end of its sync.
#[derive(Clone, Copy, Debug)]
pub struct Span {
    from: Timestamp,
    to: Timestamp,
}

impl Span {
    /// Returns the span of a request; nothing where its time is not known. `window` is how long after the request, and
    /// after its sync, something may still happen because of it.
    pub fn of(request: &Record, sync: Option<&Sync>, window: Duration) -> Option<Self> {
        let at = request.time()?;
        let ended = sync.and_then(|sync| sync.finished_at.as_deref()).and_then(timestamp);
        let last = ended.map_or(at, |ended| ended.max(at));
        Some(Self { from: at.checked_sub(SLACK).ok()?, to: last.checked_add(window + SLACK).ok()? })
    }

    /// Returns start and end.
    pub const fn bounds(self) -> (Timestamp, Timestamp) {
        (self.from, self.to)
    }
}

/// Reads the rows of a list, the newest first, that may lie in a span. What has no time may.
async fn within<T: DeserializeOwned>(
    mut pages: Pages<T>,
    span: Span,
    at: impl Fn(&T) -> Option<&str>,
) -> Result<Result<Vec<T>, TooMany>, Error> {
    let (mut found, mut read) = (Vec::new(), 0);
    while let Some(page) = pages.next().await? {
        read += page.len() as u64;
        let times: Vec<Option<Timestamp>> = page.iter().map(|row| at(row).and_then(timestamp)).collect();
        let is_before = times.last().is_some_and(|time| time.is_some_and(|time| time < span.from));
        let is_within = |time: &Option<Timestamp>| time.is_none_or(|time| (span.from..=span.to).contains(&time));
        found.extend(page.into_iter().zip(times).filter(|(_, time)| is_within(time)).map(|(row, _)| row));
        if is_before {
            return Ok(Ok(found));
        }
    }
    // The list ended, or as much of it was read as is looked through.
    Ok(if read < MOST { Ok(found) } else { Err(TooMany) })
}

fn newest() -> PageOptions {
    PageOptions { per_page: Some(100), first: None, limit: Some(MOST) }
}

/// Reads the executions of a connection's Flows that sent a request or name it.
///
/// # Errors
/// [`Error::Unsupported`], or when they could not be read.
pub async fn executions(
    client: &Client,
    connection: &str,
    request: &Record,
    span: Span,
) -> Result<Result<Vec<RelatedExecution>, TooMany>, Error> {
    let query = ExecutionQuery { connection_id: Some(connection.to_owned()), ..ExecutionQuery::default() };
    let pages = client.flow_executions(&query, newest()).await?;
    let found = match within(pages, span, |row: &FlowExecution| row.started_at.as_deref()).await? {
        Ok(found) if found.len() <= DETAILS => found,
        _ => return Ok(Err(TooMany)),
    };
    let mut related = Vec::new();
    for row in found {
        let Some(id) = row.id.filter(|_| row.connection_id.as_deref().is_none_or(|of| of == connection)) else {
            continue;
        };
        let execution = client.flow_execution(&id).await?;
        related.extend(of_execution(execution, request));
    }
    Ok(Ok(related))
}

fn of_execution(execution: FlowExecution, request: &Record) -> Option<RelatedExecution> {
    let own = request.id.as_deref()?;
    let sent = |step: &&FlowStep| {
        step.output.get("request_id").and_then(Value::as_str) == Some(own)
            // As the platform words the failure of a step that reads.
            || step.error.as_deref().is_some_and(|error| error.ends_with(&format!("(request {own})")))
    };
    let named = |step: &&FlowStep| relation(&step.input, request).or(relation(&step.output, request)).is_some();
    let (step, relation) = if let Some(step) = execution.steps.iter().find(sent) {
        (step.name.clone(), Relation::Sent)
    } else {
        let step = execution.steps.iter().find(named);
        let inner = step.and_then(|step| relation(&step.input, request).or(relation(&step.output, request)));
        (step.and_then(|step| step.name.clone()), inner.or(relation(&execution.input, request))?)
    };
    Some(RelatedExecution { id: execution.id?, flow: execution.template, step, status: execution.status, relation })
}

/// Reads the deliveries about a connection whose event names a request or its sync.
///
/// # Errors
/// [`Error::Unsupported`], or when they could not be read.
pub async fn deliveries(
    client: &Client,
    connection: &str,
    request: &Record,
    span: Span,
) -> Result<Result<Vec<RelatedDelivery>, TooMany>, Error> {
    let query = DeliveryQuery { connection_id: Some(connection.to_owned()), ..DeliveryQuery::default() };
    let pages = client.webhook_deliveries(&query, newest()).await?;
    let found = match within(pages, span, |row: &WebhookDelivery| row.created_at.as_deref()).await? {
        Ok(found) => found,
        Err(TooMany) => return Ok(Err(TooMany)),
    };
    // Events about rows have the keys of rows only, which name no request.
    let may_name = |row: &WebhookDelivery| {
        let is_of_platform =
            |event: &str| ["sync.", "connection.", "system.", "flow."].iter().any(|start| event.starts_with(start));
        row.event.as_deref().is_none_or(is_of_platform)
            && row.connection_id.as_deref().is_none_or(|of| of == connection)
    };
    let found: Vec<String> = found.into_iter().filter(may_name).filter_map(|row| row.id).collect();
    if found.len() > DETAILS {
        return Ok(Err(TooMany));
    }
    let mut related = Vec::new();
    for id in found {
        let delivery = client.webhook_delivery(&id).await?;
        if let Some(relation) = relation(&delivery.payload, request) {
            let WebhookDelivery { event, event_id, status, created_at, .. } = delivery;
            related.push(RelatedDelivery { id, event, event_id, status, created_at, relation });
        }
    }
    Ok(Ok(related))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn an_id_is_named_as_a_whole() {
        let payload = json!({ "body": { "error": { "request_id": "req_12" }, "keys": ["a"] } });
        assert!(mentions(&payload, "req_12"));
        assert!(!mentions(&payload, "req_1"), "a beginning is another ID");
        assert!(!mentions(&payload, "request_id"), "a key is no value");
    }
}
