//! Metrics.
pub(crate) fn router() -> axum::Router<crate::sandbox::state::App> {
    axum::Router::new()
}
