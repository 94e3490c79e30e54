//! Routes, one file per noun.

mod advertise;
mod alerts;
mod clock;
mod conditions;
mod connections;
mod contents;
mod deliveries;
mod entities;
mod faults;
mod flows;
mod integration;
mod link;
mod metadata;
mod metrics;
mod oauth;
mod passthrough;
mod raw;
mod requests;
mod settings;
mod snapshot;
mod sync;
mod systems;
mod webhooks;

use axum::Router;
use axum::middleware::from_fn_with_state;

use super::error::Error;
use super::middleware::handle;
use super::state::App;

/// Returns all routes, with the middleware.
pub(crate) fn router(app: App) -> Router {
    Router::new()
        .merge(advertise::router())
        .merge(oauth::router())
        .merge(link::router())
        .merge(systems::router())
        .merge(connections::router())
        .merge(metadata::router())
        .merge(settings::router())
        .merge(integration::router())
        .merge(sync::router())
        .merge(requests::router())
        .merge(metrics::router())
        .merge(alerts::router())
        .merge(flows::router())
        .merge(webhooks::router())
        .merge(deliveries::router())
        .merge(conditions::router())
        .merge(faults::router())
        .merge(contents::router())
        .merge(clock::router())
        .merge(snapshot::router())
        .merge(entities::router())
        .merge(raw::router())
        .merge(passthrough::router())
        .fallback(async || Error::not_found("path"))
        .method_not_allowed_fallback(async || Error::unsupported("this path does not take that method"))
        .layer(from_fn_with_state(app.clone(), handle))
        .with_state(app)
}
