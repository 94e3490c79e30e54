//! The application, the catalogue and the credits.

use axum::extract::{Path, State};
use axum::routing::get;
use axum::{Json, Router};

use crate::api::connections::Application;
use crate::api::metrics::Credits;
use crate::api::operation::Operation;
use crate::api::page::{One, Page};
use crate::api::path;
use crate::api::systems::Platform;
use crate::sandbox::account::{CLIENT_ID, CLIENT_NAME, CREDITS};
use crate::sandbox::auth::Admin;
use crate::sandbox::error::Error;
use crate::sandbox::paging::Paging;
use crate::sandbox::source;
use crate::sandbox::state::App;
use crate::sandbox::store::connections;

pub(crate) fn router() -> Router<App> {
    Router::new()
        .route(path::CLIENT, get(client))
        .route(path::PLATFORMS, get(platforms))
        .route(Operation::PlatformGet.sandbox_path(), get(platform))
        .route(Operation::CreditsGet.sandbox_path(), get(credits))
}

async fn client(_: Admin) -> Json<One<Application>> {
    Json(One {
        data: Application {
            id: Some(CLIENT_ID.into()),
            name: Some(CLIENT_NAME.into()),
            logo_url: Some(String::new()),
            email: Some("sandbox@example.com".into()),
            default_redirect: Some("http://127.0.0.1/callback".into()),
            redirects: vec!["http://127.0.0.1/callback".into(), "http://localhost/callback".into()],
            ..Application::default()
        },
    })
}

async fn platforms(_: Admin, State(app): State<App>, paging: Paging) -> Json<Page<&'static Platform>> {
    let wanted = paging.get("search").unwrap_or_default().to_lowercase();
    let matches = |platform: &&Platform| {
        let texts = [&platform.slug, &platform.name, &platform.category];
        texts.into_iter().flatten().any(|text| text.to_lowercase().contains(&wanted))
    };
    Json(paging.cut(source::listed_platforms(app.options().systems).filter(matches).collect()))
}

async fn platform(
    _: Admin,
    State(app): State<App>,
    Path(slug): Path<String>,
) -> Result<Json<One<&'static Platform>>, Error> {
    let data = source::listed_platform(&slug, app.options().systems).ok_or_else(|| Error::not_found("system"))?;
    Ok(Json(One { data }))
}

async fn credits(_: Admin, State(app): State<App>) -> Result<Json<One<Credits>>, Error> {
    let used = app.read(connections::credits_used)?;
    let mut data = Credits {
        total: Some(CREDITS),
        used: Some(used),
        available: Some(CREDITS.saturating_sub(used)),
        ..Credits::default()
    };
    if used > CREDITS {
        data.extra.insert("overage".into(), (used - CREDITS).into());
    }
    Ok(Json(One { data }))
}
