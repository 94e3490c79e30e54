//! `POST /api/passthrough`: calls the connected system with its stored credentials.
//!
//! The response is unpublished: `{"data": {"status", "headers", "body"}}` of the system. Reads return the tables of
//! [`tables`]; anything else is accepted and changes nothing, since there is no system.

use axum::extract::State;
use axum::routing::post;
use axum::{Json, Router};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, Value, json};

use crate::api::passthrough::Passthrough;
use crate::api::path;
use crate::sandbox::auth::ConnectionAuth;
use crate::sandbox::body::Body;
use crate::sandbox::entities::overlay::Overlay;
use crate::sandbox::entities::query::Query;
use crate::sandbox::entities::tables::{self, Table};
use crate::sandbox::entities::{list, sql};
use crate::sandbox::error::Error;
use crate::sandbox::state::App;

/// The most rows of one response.
const MOST_ROWS: u64 = 100;

pub(crate) fn router() -> Router<App> {
    Router::new().route(path::PASSTHROUGH, post(call))
}

async fn call(
    State(app): State<App>,
    auth: ConnectionAuth,
    Body(request): Body<Passthrough>,
) -> Result<Json<Value>, Error> {
    let method = request.method.to_ascii_lowercase();
    if !matches!(method.as_str(), "get" | "post" | "put" | "delete") {
        return Err(Error::field("method", "is required: get, post, put or delete"));
    }
    let body = decoded(&request)?;
    let system = System { app: &app, auth: &auth };
    if let Some(statement) = request.sql.as_deref().filter(|text| !text.trim().is_empty()) {
        return system.select(statement, &request.parameters);
    }
    let path = request.path.as_deref().unwrap_or_default().trim();
    if path.is_empty() {
        return Err(Error::field("path", "is required, unless `sql` is given"));
    }
    if path.contains("://") {
        return Err(Error::field("path", "is a path at the connected system, not an address"));
    }
    let table = system.table_of(path, &body);
    Ok(match (method.as_str(), table) {
        // A POST that names a table in its body is a query too.
        (_, Some((table, key))) if method == "get" || body.get("targetName").is_some() => {
            system.show(&table, key.as_deref(), &request.query)?
        }
        (_, None) => answer(404, &json!({"message": format!("{} has nothing at this path", auth.slug)})),
        ("post", _) => answer(201, &json!({"accepted": true, "path": path, "received": body})),
        ("delete", _) => answer(204, &Value::Null),
        _ => answer(200, &json!({"accepted": true, "path": path, "received": body})),
    })
}

/// Returns the body as the system would receive it.
fn decoded(request: &Passthrough) -> Result<Value, Error> {
    if request.base64encoded != Some(true) {
        return Ok(request.body.clone());
    }
    let text =
        request.body.as_str().ok_or_else(|| Error::field("body", "must be text when `base64encoded` is true"))?;
    let bytes = STANDARD.decode(text).map_err(|_| Error::field("body", "is not base64"))?;
    // Only the size of a body that is not JSON matters here.
    Ok(serde_json::from_slice(&bytes).unwrap_or_else(|_| json!({"bytes": bytes.len()})))
}

fn answer(status: u16, body: &Value) -> Json<Value> {
    Json(json!({"data": {"status": status, "headers": {"content-type": "application/json"}, "body": body}}))
}

/// The simulated system of a connection.
struct System<'a> {
    app: &'a App,
    auth: &'a ConnectionAuth,
}

impl System<'_> {
    /// Finds the table that a path or a query in the body names, and the key that follows it in the path.
    fn table_of(&self, path: &str, body: &Value) -> Option<(Table, Option<String>)> {
        let source = &self.auth.source;
        let named = |name: &str| tables::find(source, &self.auth.slug, name);
        let segments: Vec<&str> = path.split(['/', '?']).filter(|segment| !segment.is_empty()).collect();
        let from_path = segments
            .iter()
            .enumerate()
            .rev()
            .find_map(|(at, segment)| Some((named(segment)?, segments.get(at + 1).map(|key| (*key).to_owned()))));
        from_path.or_else(|| Some((named(body.get("targetName")?.as_str()?)?, None)))
    }

    fn show(&self, table: &Table, key: Option<&str>, parameters: &Value) -> Result<Json<Value>, Error> {
        let mut pairs: Vec<(String, String)> = Vec::new();
        pairs.extend(key.map(|key| (format!("filter[{}]", table.column("key")), key.to_owned())));
        let given = parameters.as_object().into_iter().flatten();
        let filters = given.filter(|(name, _)| table.field(name).is_some());
        pairs.extend(filters.map(|(name, value)| (format!("filter[{name}]"), plain(value))));
        let query = table.query(&pairs).map_err(Error::problems)?;
        let (rows, total) = self.rows(table, &query, MOST_ROWS)?;
        if key.is_some() {
            return Ok(match rows.into_iter().next() {
                Some(row) => answer(200, &row.into()),
                None => answer(404, &json!({"message": "no such row"})),
            });
        }
        Ok(answer(200, &json!({"table": table.name, "total": total, "rows": rows})))
    }

    fn select(&self, statement: &str, parameters: &Value) -> Result<Json<Value>, Error> {
        let source = &self.auth.source;
        let tables = tables::all(source, &self.auth.slug);
        let id = &self.auth.connection_id;
        let writes = |entity: &str| self.app.read(|db| Ok(Overlay::load(db, id, entity)?));
        let times = (self.app.now(), self.app.clock());
        let found = sql::run(source, &tables, (statement, parameters), times, writes)?;
        let found = found.map_err(|problem| Error::field("sql", problem))?;
        let mut body = json!({"columns": found.columns, "rows": found.rows});
        if found.truncated {
            body["truncated"] = true.into();
        }
        Ok(answer(200, &body))
    }

    fn rows(&self, table: &Table, query: &Query, limit: u64) -> Result<(Vec<Map<String, Value>>, u64), Error> {
        let (source, id, now) = (&self.auth.source, self.auth.connection_id.as_str(), self.app.now());
        let window = (0, limit);
        let overlay = self.app.read(|db| Ok(list::writes(db, (source, id), table.entity, query, window, now)?))?;
        Ok(table.read((source, &overlay), query, window, now))
    }
}

fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
