//! Creates and updates rows.

use axum::Json;
use axum::http::{HeaderMap, HeaderName, HeaderValue};
use rusqlite::Transaction;
use serde_json::Value;

use super::read::current;
use super::target::{Object, Target, source};
use crate::api::entities::Verb;
use crate::api::header::IDEMPOTENT_REPLAYED;
use crate::api::page::One;
use crate::sandbox::auth::ConnectionAuth;
use crate::sandbox::entities::write::{self, Accepted};
use crate::sandbox::entities::{RowId, Source, overlay};
use crate::sandbox::error::Error;
use crate::sandbox::events;
use crate::sandbox::state::App;
use crate::sandbox::store::idempotency::Once;
use crate::sandbox::time::millis;

/// Header: the response shows what a write would have created, but nothing was written.
const READ_ONLY: HeaderName = HeaderName::from_static("x-makini-sandbox-read-only");
/// Header: fields of the body that are read-only and were ignored.
const IGNORED: HeaderName = HeaderName::from_static("x-makini-sandbox-ignored");

/// An object and the headers about its write.
pub(super) type WriteResponse = (HeaderMap, Json<One<Object>>);

/// Header: an earlier request with the same key created the row.
const REPLAYED: HeaderName = HeaderName::from_static(IDEMPOTENT_REPLAYED);

pub(super) fn create(
    target: Target,
    app: &App,
    auth: &ConnectionAuth,
    (request, body): (&HeaderMap, &Value),
) -> Result<WriteResponse, Error> {
    let source = source(auth, &target)?;
    let once = Once::of(request, &target.row.list_path(target.domain), body)?;
    let accepted =
        write::accept(source, (target.row, Verb::Create, &auth.slug), body, app.now()).map_err(Error::problems)?;
    add(target, app, auth, source, (accepted, once))
}

/// Stores a new row and returns it.
pub(super) fn add(
    target: Target,
    app: &App,
    auth: &ConnectionAuth,
    source: &Source,
    (accepted, once): (Accepted, Option<Once>),
) -> Result<WriteResponse, Error> {
    let entity = target.row.path;
    let Accepted { mut fields, ignored } = accepted;
    // Nothing is created for a connection with sample data, however often.
    let once = once.filter(|_| !auth.sample);
    let mut replayed = false;
    let is_new = fields.get("statusKey").is_none_or(Value::is_null);
    if is_new && target.row.field("statusKey").is_some() {
        fields.extend(source.first_state_key(entity).map(|key| ("statusKey".to_owned(), key.into())));
    }
    write::name_state(source, target.row, &mut fields);
    let read_only = auth.sample;
    let row = app.write(|tx| {
        if let Some(row) = once.as_ref().map(|once| once.made(tx, &auth.connection_id)).transpose()?.flatten() {
            replayed = true;
            return Ok(row);
        }
        let number = overlay::created(tx, &auth.connection_id, entity)?;
        let key = source.key(RowId::of_created(entity, number).ok_or_else(|| Error::not_found("resource"))?);
        let row = complete_row(target, app, &key, fields);
        if !read_only {
            overlay::create(tx, &auth.connection_id, entity, (number, &key, &row))?;
            if let Some(once) = &once {
                once.store(tx, &auth.connection_id, &row)?;
            }
            let made = |_: &str| Some(row.clone());
            events::emit_row_event(tx, (entity, "inserted"), &auth.connection_id, &[key], made, millis(app.now()))?;
        }
        Ok(row)
    })?;
    let mut headers = headers(read_only, &ignored);
    if replayed {
        headers.insert(REPLAYED, HeaderValue::from_static("true"));
    }
    Ok((headers, Json(One { data: row })))
}

pub(super) fn update(
    target: Target,
    app: &App,
    auth: &ConnectionAuth,
    key: &str,
    body: &Value,
) -> Result<WriteResponse, Error> {
    let source = source(auth, &target)?;
    let before = current(app, auth, source, target.row, key)?;
    let status = before.get("statusKey").and_then(Value::as_str).unwrap_or_default();
    let state = write::state(source, target.row.path, status).map(|(_, code)| code);
    if let Some(problem) = write::closed(target.row.path, state) {
        return Err(Error::conflict(problem));
    }
    let accepted =
        write::accept(source, (target.row, Verb::Update, &auth.slug), body, app.now()).map_err(Error::problems)?;
    change(target, app, auth, (key, before), accepted)
}

/// Stores changed fields of a row and returns the row.
pub(super) fn change(
    target: Target,
    app: &App,
    auth: &ConnectionAuth,
    (key, mut row): (&str, Object),
    accepted: Accepted,
) -> Result<WriteResponse, Error> {
    let mut fields = accepted.fields;
    write::name_state(source(auth, &target)?, target.row, &mut fields);
    if target.row.field("updatedAt").is_some() && !fields.contains_key("updatedAt") {
        fields.insert("updatedAt".into(), stamp(app).into());
    }
    overlay::apply_fields(&fields, &mut row);
    let read_only = auth.sample;
    if !read_only {
        app.write(|tx| save_change(tx, target, app, auth, (key, &row), &fields))?;
    }
    Ok((headers(read_only, &accepted.ignored), Json(One { data: row })))
}

/// Stores changed fields of a row and emits the update. `row` has the changes already.
pub(super) fn save_change(
    tx: &Transaction<'_>,
    target: Target,
    app: &App,
    auth: &ConnectionAuth,
    (key, row): (&str, &Object),
    fields: &Object,
) -> Result<(), Error> {
    overlay::change(tx, &auth.connection_id, target.row.path, key, fields)?;
    let (keys, changed) = ([key.to_owned()], |_: &str| Some(row.clone()));
    events::emit_row_event(tx, (target.row.path, "updated"), &auth.connection_id, &keys, changed, millis(app.now()))
}

/// Orders the fields of a new row as published, and adds key and times.
fn complete_row(target: Target, app: &App, key: &str, mut fields: Object) -> Object {
    fields.insert("key".into(), key.into());
    for name in ["createdAt", "updatedAt"] {
        fields.entry(name).or_insert_with(|| stamp(app).into());
    }
    let ordered = target.row.fields.iter().filter_map(|field| {
        let value = fields.shift_remove(field.name).filter(|value| !value.is_null())?;
        Some((field.name.to_owned(), value))
    });
    ordered.collect()
}

pub(super) fn stamp(app: &App) -> String {
    app.now().strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

pub(super) fn headers(read_only: bool, ignored: &[String]) -> HeaderMap {
    let mut headers = HeaderMap::new();
    if read_only {
        headers.insert(READ_ONLY, HeaderValue::from_static("true"));
    }
    if !ignored.is_empty()
        && let Ok(names) = HeaderValue::from_str(&ignored.join(", "))
    {
        headers.insert(IGNORED, names);
    }
    headers
}
