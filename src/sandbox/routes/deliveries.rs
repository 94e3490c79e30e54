//! Webhook deliveries.

use axum::extract::{Path, State};
use axum::routing::{get, post};
use axum::{Json, Router};

use crate::api::operation::Operation;
use crate::api::page::{One, Page};
use crate::api::webhooks::WebhookDelivery;
use crate::sandbox::auth::Admin;
use crate::sandbox::error::Error;
use crate::sandbox::paging::Paging;
use crate::sandbox::state::App;
use crate::sandbox::store::webhooks::{self, DeliveryFilter};
use crate::sandbox::time::millis;

pub(crate) fn router() -> Router<App> {
    Router::new()
        .route(Operation::WebhookDeliveryList.sandbox_path(), get(list))
        .route(Operation::WebhookDeliveryGet.sandbox_path(), get(show))
        .route(Operation::WebhookDeliveryRetry.sandbox_path(), post(retry))
}

async fn list(_: Admin, State(app): State<App>, paging: Paging) -> Result<Json<Page<WebhookDelivery>>, Error> {
    let filter = DeliveryFilter {
        endpoint: paging.get("endpoint_id"),
        status: paging.get("status"),
        connection: paging.get("connection_id"),
        event: paging.get("event"),
    };
    let (rows, total) = app.read(|db| webhooks::deliveries(db, filter, paging.offset(), paging.per_page))?;
    Ok(Json(paging.envelope(rows, total)))
}

async fn show(_: Admin, State(app): State<App>, Path(id): Path<String>) -> Result<Json<One<WebhookDelivery>>, Error> {
    let data = app.read(|db| webhooks::delivery(db, &id))?;
    Ok(Json(One { data }))
}

async fn retry(_: Admin, State(app): State<App>, Path(id): Path<String>) -> Result<Json<One<WebhookDelivery>>, Error> {
    let now = millis(app.now());
    let data = app.write(|tx| {
        webhooks::retry(tx, &id, now)?;
        webhooks::delivery(tx, &id)
    })?;
    Ok(Json(One { data }))
}
