//! Paths below a resource: materials, status, inventory, delivery.

use axum::extract::{Path, State};
use axum::routing::{MethodRouter, get, post, put};
use axum::{Json, Router};
use rusqlite::Transaction;
use serde_json::{Map, Value, json};

use super::read::current;
use super::target::{Object, Target, source};
use super::write::{WriteResponse, change, headers, save_change, stamp};
use crate::api::entities::{self, Answer, Domain, Nested, Verb};
use crate::api::page::{One, Page};
use crate::sandbox::auth::ConnectionAuth;
use crate::sandbox::body::Body;
use crate::sandbox::entities::overlay::{self, Overlay};
use crate::sandbox::entities::query::Query;
use crate::sandbox::entities::{Source, custom, write};
use crate::sandbox::error::Error;
use crate::sandbox::paging::{DEFAULT_PER_PAGE, Paging};
use crate::sandbox::state::App;

/// One published path below a resource, in one domain.
#[derive(Clone, Copy, Debug)]
struct NestedRoute {
    parent: Target,
    nested: &'static Nested,
}

pub(super) fn mount(mut router: Router<App>, domain: Domain) -> Router<App> {
    for nested in entities::nested().iter().filter(|nested| nested.domains.contains(&domain)) {
        let (parent, _) = nested.path.split_once('/').expect("a path below a resource");
        let row = entities::find(parent).expect("the catalogue has the parent");
        let below = NestedRoute { parent: Target { domain, row }, nested };
        router = router.route(&format!("/api/{}/{}", domain.slug(), nested.path), handler(below));
    }
    router
}

fn handler(below: NestedRoute) -> MethodRouter<App> {
    let has_key = below.nested.path.contains("{key}");
    match (below.nested.method, below.nested.answer, below.nested.path.rsplit('/').next()) {
        ("GET", Answer::List, Some("custom-fields")) => {
            get(async move |auth, paging| custom_fields(below, &auth, paging))
        }
        ("GET", _, _) if has_key => {
            get(async move |State(app), auth, Path::<String>(key), paging| materials(below, &app, &auth, &key, paging))
        }
        ("GET", _, _) => get(async move |State(app), auth, paging| all_materials(below, &app, &auth, paging)),
        ("POST", _, Some("delivered")) => {
            // The published body is an empty object.
            post(async move |State(app), auth, Path::<String>(key), Body::<Object>(_)| {
                delivered(below, &app, &auth, &key)
            })
        }
        ("POST", _, _) => post(async move |State(app), auth, Path::<String>(key), Body(body)| {
            add_material(below, &app, &auth, &key, &body)
        }),
        (_, _, Some("status")) => put(async move |State(app), auth, Path::<String>(key), Body(body)| {
            set_status(below, &app, &auth, &key, &body)
        }),
        (_, _, Some("inventory")) => put(async move |State(app), auth, Path::<String>(key), Body(body)| {
            set_inventory(below, &app, &auth, &key, &body)
        }),
        _ => put(async move |State(app), auth, Path::<(String, String)>((key, item)), Body(body)| {
            set_material(below, &app, &auth, (&key, &item), &body)
        }),
    }
}

fn custom_fields(below: NestedRoute, auth: &ConnectionAuth, paging: Paging) -> Result<Json<Page<Object>>, Error> {
    source(auth, &below.parent)?;
    // All custom fields of the system; the settings select those that responses show.
    let rows: Vec<Object> = custom::fields(below.parent.row.path)
        .iter()
        .map(|field| field.name)
        .map(|name| Map::from_iter([("name".to_owned(), json!(name))]))
        .collect();
    page(&rows, paging, below.nested.schema)
}

fn materials(
    below: NestedRoute,
    app: &App,
    auth: &ConnectionAuth,
    key: &str,
    paging: Paging,
) -> Result<Json<Page<Object>>, Error> {
    let source = source(auth, &below.parent)?;
    current(app, auth, source, below.parent.row, key)?;
    let rows = items(below, app, auth, source, key)?;
    page(&rows, paging, below.nested.schema)
}

fn all_materials(
    below: NestedRoute,
    app: &App,
    auth: &ConnectionAuth,
    paging: Paging,
) -> Result<Json<Page<Object>>, Error> {
    let source = source(auth, &below.parent)?;
    let (entity, now) = (below.parent.row.path, app.now());
    let written = app.read(|db| Ok(Overlay::load_below(db, &auth.connection_id, entity)?))?;
    let made = source.work_order_materials(now);
    let row = |number: u64| match number.checked_sub(made) {
        Some(created) => written.created(created).cloned(),
        None => source.work_order_material(number, now).map(|mut item| {
            let own = item["key"].as_str().unwrap_or_default().to_owned();
            written.apply(&own, &mut item);
            item
        }),
    };
    page_of(made + written.total(), row, paging, below.nested.schema)
}

/// Filters, sorts and pages a list that is in memory.
fn page(rows: &[Object], paging: Paging, schema: &str) -> Result<Json<Page<Object>>, Error> {
    let row = |number: u64| rows.get(usize::try_from(number).ok()?).cloned();
    page_of(rows.len() as u64, row, paging, schema)
}

/// Filters, sorts and pages `count` rows that are computed on demand: only those of the page, without filter and sort.
fn page_of(
    count: u64,
    row: impl Fn(u64) -> Option<Object>,
    mut paging: Paging,
    schema: &str,
) -> Result<Json<Page<Object>>, Error> {
    let query = Query::read(&paging.query, entities::fields(schema).unwrap_or_default()).map_err(Error::problems)?;
    paging.per_page = DEFAULT_PER_PAGE;
    if query.is_plain() {
        let offset = paging.offset();
        let rows = (offset.min(count)..offset.saturating_add(paging.per_page).min(count)).filter_map(row).collect();
        return Ok(Json(paging.envelope(rows, count)));
    }
    let mut rows: Vec<(_, Object)> = (0..count)
        .filter_map(row)
        .filter(|row| query.matches(|field| row.get(field.name).cloned()))
        .map(|row| (query.sort_key(|field| row.get(field.name).cloned()), row))
        .collect();
    rows.sort_by(|left, right| query.order(&left.0, &right.0));
    Ok(Json(paging.cut(rows.into_iter().map(|(_, row)| row).collect())))
}

fn set_status(
    below: NestedRoute,
    app: &App,
    auth: &ConnectionAuth,
    key: &str,
    body: &Value,
) -> Result<WriteResponse, Error> {
    let source = source(auth, &below.parent)?;
    let row = current(app, auth, source, below.parent.row, key)?;
    let entity = below.parent.row.path;
    // Work orders take `statusKey`, other resources `status`.
    let input = below.nested.inputs.first().map_or("status", |input| input.name);
    let given = match body.get(input).and_then(Value::as_str).map(str::trim) {
        None | Some("") => return Err(Error::field(input, "is required, as text")),
        Some(given) => given,
    };
    let known = write::state(source, entity, given).map(|_| given.to_owned());
    let status = known.or_else(|| source.state_key(entity, given).filter(|_| input == "status"));
    let status = status.ok_or_else(|| {
        Error::field(input, format!("is none of the states; see /api/{}/statuses/{entity}", below.parent.domain.slug()))
    })?;
    let mut accepted = write::Accepted::default();
    accepted.fields.insert("statusKey".into(), status.into());
    change(below.parent, app, auth, (key, row), accepted)
}

fn delivered(below: NestedRoute, app: &App, auth: &ConnectionAuth, key: &str) -> Result<WriteResponse, Error> {
    let source = source(auth, &below.parent)?;
    let row = current(app, auth, source, below.parent.row, key)?;
    let mut accepted = write::Accepted::default();
    let status = source.state_key(below.parent.row.path, "delivered");
    accepted.fields.extend(status.map(|key| ("statusKey".to_owned(), key.into())));
    change(below.parent, app, auth, (key, row), accepted)
}

/// Changes the inventory of a material: its row of `inventories`.
fn set_inventory(
    below: NestedRoute,
    app: &App,
    auth: &ConnectionAuth,
    key: &str,
    body: &Value,
) -> Result<WriteResponse, Error> {
    let source = source(auth, &below.parent)?;
    let now = app.now();
    let mut material = current(app, auth, source, below.parent.row, key)?;
    let row_id = source.find(below.parent.row.path, key, now);
    let row_id = row_id.and_then(|row_id| source.inventory_of(row_id)).ok_or_else(|| {
        Error::unsupported("this material was created here and has no inventory at the connected system")
    })?;
    let row = entities::find("inventories").expect("a row of the catalogue");
    let accepted = write::accept(source, (row, Verb::Update, &auth.slug), body, now).map_err(Error::problems)?;
    let target = Target { domain: below.parent.domain, row };
    let inventory = source.key(row_id);
    let before = current(app, auth, source, row, &inventory)?;
    let (headers, Json(changed)) = change(target, app, auth, (&inventory, before), accepted)?;
    material.shift_remove("inventory");
    material.insert("inventories".into(), json!([changed.data]));
    material
        .retain(|name, _| entities::fields(below.nested.schema).is_some_and(|all| all.iter().any(|f| f.name == name)));
    Ok((headers, Json(One { data: material })))
}

fn add_material(
    below: NestedRoute,
    app: &App,
    auth: &ConnectionAuth,
    key: &str,
    body: &Value,
) -> Result<WriteResponse, Error> {
    let source = source(auth, &below.parent)?;
    let row = current(app, auth, source, below.parent.row, key)?;
    let count = items(below, app, auth, source, key)?.len() + 1;
    let mut item = accepted(below, app, source, body)?;
    item.insert("workOrderKey".into(), key.into());
    item.insert("createdAt".into(), stamp(app).into());
    item.insert("updatedAt".into(), stamp(app).into());
    let entity = items_of(below, key);
    let item = app.write(|tx| {
        let number = overlay::created(tx, &auth.connection_id, &entity)?;
        let own = source.item_key(key, number);
        item.insert("key".into(), own.as_str().into());
        if !auth.sample {
            overlay::create(tx, &auth.connection_id, &entity, (number, &own, &item))?;
            touch(tx, below, app, auth, (key, row), Some(count))?;
        }
        Ok(item)
    })?;
    Ok((headers(auth.sample, &[]), Json(One { data: item })))
}

fn set_material(
    below: NestedRoute,
    app: &App,
    auth: &ConnectionAuth,
    (key, material): (&str, &str),
    body: &Value,
) -> Result<WriteResponse, Error> {
    let source = source(auth, &below.parent)?;
    let row = current(app, auth, source, below.parent.row, key)?;
    let found = items(below, app, auth, source, key)?.into_iter().find(|item| item["materialKey"] == material);
    let mut item = found.ok_or_else(|| Error::not_found("material of this work order"))?;
    let mut fields = accepted(below, app, source, body)?;
    fields.insert("updatedAt".into(), stamp(app).into());
    overlay::apply_fields(&fields, &mut item);
    if !auth.sample {
        let own = item["key"].as_str().unwrap_or_default().to_owned();
        let entity = items_of(below, key);
        app.write(|tx| {
            overlay::change(tx, &auth.connection_id, &entity, &own, &fields)?;
            touch(tx, below, app, auth, (key, row), None)
        })?;
    }
    Ok((headers(auth.sample, &[]), Json(One { data: item })))
}

/// Updates a row whose parts changed: events exist for work orders but not for their parts, so a client that reads the
/// row of an event must find it updated. `count` is the new number of parts.
fn touch(
    tx: &Transaction<'_>,
    below: NestedRoute,
    app: &App,
    auth: &ConnectionAuth,
    (key, mut row): (&str, Object),
    count: Option<usize>,
) -> Result<(), Error> {
    let mut fields = Object::new();
    let known = |name: &str| below.parent.row.field(name).is_some();
    fields.extend(count.filter(|_| known("materialCount")).map(|count| ("materialCount".to_owned(), json!(count))));
    if known("updatedAt") {
        fields.insert("updatedAt".into(), stamp(app).into());
    }
    overlay::apply_fields(&fields, &mut row);
    save_change(tx, below.parent, app, auth, (key, &row), &fields)
}

/// Parses the body of a material. `materialKey` is required, although not documented.
fn accepted(below: NestedRoute, app: &App, source: &Source, body: &Value) -> Result<Object, Error> {
    let inputs = &below.nested.inputs;
    let mut item =
        write::accept_nested(source, inputs, below.nested.schema, body, app.now()).map_err(Error::problems)?;
    if below.nested.method == "POST" && !item.get("materialKey").is_some_and(Value::is_string) {
        return Err(Error::field("materialKey", "is required"));
    }
    item.retain(|_, value| !value.is_null());
    Ok(item)
}

/// Returns the name under which writes to the materials of a row are stored.
fn items_of(below: NestedRoute, key: &str) -> String {
    format!("{}/{key}/materials", below.parent.row.path)
}

/// Returns the materials below a row, including what was written to them.
fn items(
    below: NestedRoute,
    app: &App,
    auth: &ConnectionAuth,
    source: &Source,
    key: &str,
) -> Result<Vec<Object>, Error> {
    let entity = items_of(below, key);
    let overlay = app.read(|db| Ok(Overlay::load(db, &auth.connection_id, &entity)?))?;
    let row_id = source.find(below.parent.row.path, key, app.now()).filter(|row_id| row_id.created().is_none());
    let mut items = row_id.map_or_else(Vec::new, |row_id| source.materials(row_id, app.now()));
    for item in &mut items {
        let own = item["key"].as_str().unwrap_or_default().to_owned();
        overlay.apply(&own, item);
    }
    items.extend(overlay.take_created());
    Ok(items)
}
