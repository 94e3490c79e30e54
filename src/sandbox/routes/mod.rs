//! The routes, one file for each noun.

mod account;
mod advertise;
mod alerts;
mod clock;
mod conditions;
pub(crate) mod connect;
mod connections;
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
mod state;
mod sync;
mod systems;
pub(crate) mod webhooks;

use axum::Router;
use axum::middleware::from_fn_with_state;

use super::error::Error;
use super::frame::frame;
use super::state::App;

/// The whole platform.
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
        .merge(account::router())
        .merge(clock::router())
        .merge(state::router())
        .merge(entities::router())
        .merge(raw::router())
        .merge(passthrough::router())
        .fallback(async || Error::not_found("path"))
        .method_not_allowed_fallback(async || Error::unsupported("this path does not take that method"))
        .layer(from_fn_with_state(app.clone(), frame))
        .with_state(app)
}
