//! Syncs: by what the server advertises, else by what was withdrawn, else by what is published.

use std::sync::PoisonError;

use serde::Serialize;
use serde_json::{Map, Value, json};

use crate::api::connections::Integration;
use crate::api::lenient::{Lenient, timestamp};
use crate::api::operation::Operation;
use crate::api::path;
use crate::api::sync::{SeenSync, StartSync, Sync, SyncMode, SyncState, SyncStatus, WithdrawnSync};
use crate::client::{ApiRequest, ApiResponse, Client, Error, PageOptions, Pages};

/// What starting a sync led to.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Started {
    /// The sync, to be watched by its ID.
    Sync(Box<Sync>),
    /// The withdrawn call accepted it without an ID: only the connection's state shows its progress. The response.
    Taken(Value),
}

/// The sync status of a connection, and which of three operations returned it.
#[derive(Clone, Debug, PartialEq)]
pub enum SyncView {
    /// `sync_status`, with last and next run.
    Advertised(Box<SyncStatus>),
    /// `GET /api/integrations/current`: a word and when it became true.
    Integration(Box<Integration>),
}

impl Client {
    /// Starts a sync: `sync_start` where the server offers it, else the withdrawn `POST /api/integrations/sync`.
    ///
    /// # Errors
    /// See [`Error`]; [`Error::Unsupported`] when neither is there.
    pub async fn start_sync(&self, id: &str, start: &StartSync) -> Result<Started, Error> {
        if let Some(endpoint) = self.offered(Operation::SyncStart).await? {
            let answer = self.send(ApiRequest::to(&endpoint).fill(&[("id", id)]).json(start)).await?;
            let sync: Sync = answer.data()?;
            answer.is_of_connection(sync.connection_id.as_deref(), id)?;
            return Ok(Started::Sync(Box::new(sync)));
        }
        let kind = match start.mode {
            SyncMode::Incremental => "incremental",
            SyncMode::Initial | SyncMode::Full => "full",
        };
        let scopes = (!start.entities.is_empty()).then(|| start.entities.clone());
        let body = WithdrawnSync { kind: kind.into(), action: None, scopes };
        let answer = self.ask(ApiRequest::post(path::INTEGRATION_SYNC).connection(id).json(&body)).await?;
        if matches!(answer.status.as_u16(), 404 | 405 | 410) {
            return Err(Error::Unsupported { operation: Operation::SyncStart.name().into() });
        }
        let answer = answer.accepted()?;
        Ok(Started::Taken(Value::Object(answer.accepted_change()?)))
    }

    /// Returns the state of a connection's syncing: `sync_status` where the server offers it, else
    /// `GET /api/integrations/current` with the connection's token.
    pub async fn sync_status(&self, id: &str) -> Result<SyncView, Error> {
        if let Some(endpoint) = self.operation(Operation::SyncStatus).await? {
            let answer = self.send(ApiRequest::to(&endpoint).fill(&[("id", id)])).await?;
            let status: SyncStatus = answer.data()?;
            let current = status.current.as_ref().and_then(|sync| sync.connection_id.as_deref());
            answer.is_of_connection(status.connection_id.as_deref(), id)?;
            answer.is_of_connection(current, id)?;
            // `{"status":"ok"}` is what health pages of proxies answer.
            let is_unknown = status.status.as_deref().is_none_or(|text| SyncState::parse(text) == SyncState::Unknown);
            let is_bare = SyncStatus { status: status.status.clone(), ..SyncStatus::default() } == status;
            answer.holds(!(is_unknown && is_bare), "a state that is not one of a sync")?;
            return Ok(SyncView::Advertised(Box::new(status)));
        }
        Ok(SyncView::Integration(Box::new(self.sync_integration(id).await?)))
    }

    /// Returns the connection as its own token reads it, with the state of its sync: as published, and from the withdrawn
    /// call where that leaves it out.
    pub async fn sync_integration(&self, id: &str) -> Result<Integration, Error> {
        let answer = self.send(ApiRequest::get(path::INTEGRATION).connection(id)).await?;
        let mut integration: Integration = answer.data()?;
        if integration.sync_status.is_none() {
            // Withdrawn, and the only other operation; fields that it does not send stay empty.
            let outgoing = ApiRequest::get(path::INTEGRATION_SYNC_STATUS).connection(id);
            let status = self.send(outgoing).await.and_then(|answer| answer.object());
            let status = status.map(|body| body.get("status").and_then(Value::as_str).map(str::to_owned));
            integration.sync_status = match status {
                Ok(Some(status)) => Some(status),
                Ok(None) => return Err(answer.broken("a connection without the state of its sync")),
                Err(error) if error.is_not_found() || error.status() == Some(405) => {
                    return Err(answer.broken("a connection without the state of its sync"));
                }
                Err(error) => return Err(error),
            };
        }
        // Without a time, or in a word of its own, it tells nothing of the past.
        if let (Some(status), Some(changed_at)) = (&integration.sync_status, &integration.sync_updated_at)
            && SyncState::parse(status) != SyncState::Unknown
            && timestamp(changed_at).is_some()
        {
            let seen =
                SeenSync { connection_id: id.to_owned(), changed_at: changed_at.clone(), status: status.clone() };
            self.0.seen_syncs.lock().unwrap_or_else(PoisonError::into_inner).insert(seen);
        }
        Ok(integration)
    }

    /// Walks a connection's syncs, newest first (advertised: `sync_list`).
    ///
    /// # Errors
    /// [`Error::Unsupported`], or when the advertisement could not be fetched.
    pub async fn sync_pages(&self, id: &str, options: PageOptions) -> Result<Pages<Sync>, Error> {
        let endpoint = self.require(Operation::SyncList).await?;
        let pages = self.pages(ApiRequest::to(&endpoint).fill(&[("id", id)]), options);
        Ok(pages.of_connection(id, |sync: &Sync| sync.connection_id.as_deref()))
    }

    /// Returns one sync with its entities (advertised: `sync_get`).
    pub async fn sync(&self, id: &str, sync: &str) -> Result<Sync, Error> {
        let endpoint = self.require(Operation::SyncGet).await?;
        one_sync(&self.send(ApiRequest::to(&endpoint).fill(&[("id", id), ("sync", sync)])).await?, id, sync)
    }

    /// Stops a running sync (advertised: `sync_cancel`).
    pub async fn cancel_sync(&self, id: &str, sync: &str) -> Result<Sync, Error> {
        let endpoint = self.require(Operation::SyncCancel).await?;
        one_sync(&self.send(ApiRequest::to(&endpoint).fill(&[("id", id), ("sync", sync)])).await?, id, sync)
    }

    /// Sets the seconds between scheduled syncs, or stops them (advertised: `sync_schedule`). Returns the schedule as
    /// the server has it then.
    pub async fn set_sync_schedule(&self, id: &str, seconds: Option<u64>) -> Result<Map<String, Value>, Error> {
        let endpoint = self.require(Operation::SyncSchedule).await?;
        let body = json!({ "schedule_seconds": seconds });
        let answer = self.send(ApiRequest::to(&endpoint).fill(&[("id", id)]).json(&body)).await?;
        let mut schedule = answer.fields()?;
        answer.is_of_connection(schedule.get("connection_id").and_then(Value::as_str), id)?;
        let is_set = match schedule.get("schedule_seconds") {
            None => false,
            Some(Value::Null) => seconds.is_none(),
            Some(found) => seconds.is_some() && <Option<u64> as Lenient>::from_json(found.clone()) == seconds,
        };
        answer.holds(is_set, "another schedule than requested")?;
        // In the type that it was sent in, whatever it came back as.
        schedule.insert("schedule_seconds".into(), json!(seconds));
        Ok(schedule)
    }
}

/// Parses a sync, which must be the one of the request.
fn one_sync(answer: &ApiResponse, connection: &str, asked: &str) -> Result<Sync, Error> {
    let sync: Sync = answer.data()?;
    answer.is_of_connection(sync.connection_id.as_deref(), connection)?;
    answer.is_about(sync.id.as_deref(), asked)?;
    Ok(sync)
}
