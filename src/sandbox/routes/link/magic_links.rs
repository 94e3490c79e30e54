//! Magic Links: URLs that another person opens to complete or reconnect a connection.

use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::http::header::HOST;
use serde::Deserialize;
use serde_json::{Map, Value, json};

use crate::api::connections::Lifecycle;
use crate::api::page::Page;
use crate::api::path;
use crate::sandbox::auth::Admin;
use crate::sandbox::body::Body;
use crate::sandbox::error::Error;
use crate::sandbox::paging::Paging;
use crate::sandbox::state::App;
use crate::sandbox::store::connections;
use crate::sandbox::store::links::{self, MagicLink};
use crate::sandbox::time::{iso, millis};
use crate::sandbox::{connecting, source};

/// Default lifetime of a link, in seconds.
const LIFE: i64 = 7 * 86_400;
/// The longest lifetime, in seconds.
const LONGEST_LIFE: i64 = 90 * 86_400;

/// Body: a link for a new connection, or for an existing one.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Create {
    connection_id: Option<String>,
    name: Option<String>,
    email: Option<String>,
    provider: Option<String>,
    metadata: Map<String, Value>,
    expires_in: Option<i64>,
}

impl Create {
    fn check(&self) -> Result<(), Error> {
        let mut problems = Vec::new();
        let name = self.name.as_deref().unwrap_or_default().trim();
        if self.connection_id.is_none() && name.is_empty() {
            problems.push(("name", "is required".to_owned()));
        }
        if name.len() > 255 {
            problems.push(("name", "is longer than 255 bytes".to_owned()));
        }
        if self.email.as_ref().is_some_and(|email| !connecting::is_email(email)) {
            problems.push(("email", "must be an e-mail address".to_owned()));
        }
        if self.provider.as_ref().is_some_and(|slug| source::platform(&slug.to_lowercase()).is_none()) {
            problems.push(("provider", "is not in the catalogue".to_owned()));
        }
        if self.metadata.len() > 100 || self.metadata.values().any(|value| !value.is_string()) {
            problems.push(("metadata", "must be up to 100 pairs of text".to_owned()));
        }
        if self.expires_in.is_some_and(|seconds| !(60..=LONGEST_LIFE).contains(&seconds)) {
            problems.push(("expires_in", "must be 60 seconds to 90 days".to_owned()));
        }
        if problems.is_empty() { Ok(()) } else { Err(Error::fields(problems)) }
    }
}

pub(super) async fn create(
    _: Admin,
    State(app): State<App>,
    headers: HeaderMap,
    Body(sent): Body<Create>,
) -> Result<Json<Value>, Error> {
    sent.check()?;
    let now = millis(app.now());
    let expires_at = now + sent.expires_in.unwrap_or(LIFE) * 1000;
    let (link, token) = app.write(|tx| {
        let (key, slug) = if let Some(id) = &sent.connection_id {
            let row = connections::find_live(tx, id)?;
            (row.key, Some(row.slug).filter(|slug| !slug.is_empty()))
        } else {
            let slug = sent.provider.as_deref().map(str::to_lowercase);
            let (name, email) = (sent.name.as_deref().unwrap_or_default().trim(), sent.email.as_deref());
            let key = connecting::create_pending(
                tx,
                name,
                email.unwrap_or_default(),
                slug.as_deref().unwrap_or_default(),
                now,
            )?;
            connections::set_column(tx, &key, "metadata", Value::Object(sent.metadata.clone()).to_string(), now)?;
            (key, slug)
        };
        links::create_magic_link(tx, &key, slug.as_deref(), now, expires_at)
    })?;
    let mut data = to_api(&app, &link)?;
    let host = headers.get(HOST).and_then(|host| host.to_str().ok()).unwrap_or("localhost");
    data["url"] = format!("http://{host}{}?magic_link={}", path::LINK_AUTH, token.expose()).into();
    Ok(Json(json!({ "data": data })))
}

pub(super) async fn list(_: Admin, State(app): State<App>, paging: Paging) -> Result<Json<Page<Value>>, Error> {
    let (rows, total) = app.read(|db| links::magic_links(db, paging.per_page, paging.offset()))?;
    let rows = rows.iter().map(|row| to_api(&app, row)).collect::<Result<_, _>>()?;
    Ok(Json(paging.envelope(rows, total)))
}

/// Returns a link as the API shows it; its URL is only in the response that created it.
fn to_api(app: &App, link: &MagicLink) -> Result<Value, Error> {
    let row = app.read(|db| connections::find(db, &link.connection))?;
    let ended = row.lifecycle() == Lifecycle::Disconnected && link.used_at.is_none();
    Ok(json!({
        "id": link.id,
        "connection_id": row.key,
        "name": row.name,
        "email": Some(row.email).filter(|email| !email.is_empty()),
        "provider": link.slug,
        "status": if ended { "withdrawn" } else { link.status(millis(app.now())) },
        "created_at": iso(link.created_at),
        "expires_at": iso(link.expires_at),
        "used_at": link.used_at.map(iso),
    }))
}
