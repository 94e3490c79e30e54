//! Creates and changes webhook endpoints.

use rusqlite::Connection as Db;

use super::allowed_hosts::loopback;
use super::error::Error;
use super::pattern;
use super::state::App;
use super::store::endpoints::{self, Endpoint};
use super::store::{connections, new_id};
use crate::api::webhooks::NewWebhookEndpoint;
use crate::secret::Secret;

/// The most endpoints of the account.
const MOST: usize = 50;

/// Checks a URL: only plain HTTP to this machine, so that the sandbox cannot be made to call other hosts.
fn check_url(text: &str) -> Result<(), Error> {
    let url = url::Url::parse(text).map_err(|_| Error::field("url", "is not a URL"))?;
    if url.scheme() != "http" || !loopback(&url) {
        return Err(Error::field("url", "the SANDBOX delivers only to this machine: http://127.0.0.1:PORT/…"));
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(Error::field("url", "must not carry a user or a password"));
    }
    Ok(())
}

/// Checks patterns of events.
pub(crate) fn check_events(events: &[String]) -> Result<(), Error> {
    if events.len() > 100 {
        return Err(Error::field("events", "must be up to 100 patterns"));
    }
    events.iter().try_for_each(|event| pattern::check_event(event).map_err(|problem| Error::field("events", problem)))
}

/// Applies the fields of a request to an endpoint.
pub(crate) fn apply(db: &Db, endpoint: &mut Endpoint, request: NewWebhookEndpoint) -> Result<(), Error> {
    if let Some(url) = request.url {
        check_url(&url)?;
        endpoint.url = url;
    }
    if let Some(events) = request.events {
        check_events(&events)?;
        endpoint.events = events;
    }
    if let Some(key) = request.connection_id {
        if !key.is_empty() {
            connections::find_live(db, &key)?;
        }
        endpoint.connection = Some(key).filter(|key| !key.is_empty());
    }
    if let Some(format) = request.format {
        if !["compact", "php"].contains(&format.as_str()) {
            return Err(Error::field("format", "must be compact or php"));
        }
        endpoint.format = format;
    }
    endpoint.enabled = request.enabled.unwrap_or(endpoint.enabled);
    Ok(())
}

/// Creates an endpoint.
pub(crate) fn create(
    db: &Db,
    app: &App,
    request: NewWebhookEndpoint,
    secret: &Secret,
    now: i64,
) -> Result<Endpoint, Error> {
    if request.url.is_none() {
        return Err(Error::field("url", "is required"));
    }
    if endpoints::all(db)?.len() >= MOST {
        return Err(Error::conflict(format!("the account may have {MOST} endpoints")));
    }
    let mut endpoint = Endpoint {
        id: String::new(),
        url: String::new(),
        events: Vec::new(),
        connection: None,
        enabled: true,
        format: "compact".into(),
        old_until: None,
        created_at: now,
        updated_at: None,
    };
    apply(db, &mut endpoint, request)?;
    endpoint.id = new_id(db, "whe")?;
    endpoints::insert(db, app.vault(), &endpoint, secret)?;
    Ok(endpoint)
}
