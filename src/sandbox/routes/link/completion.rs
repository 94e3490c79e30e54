//! Ends a visit: redirects to the application with a code, or with a denial.

use axum::extract::State;
use axum::response::{IntoResponse as _, Response};

use super::page::see_other;
use super::refusal::Refusal;
use super::visitor::{FormPost, Visitor};
use crate::sandbox::state::App;
use crate::sandbox::store::links;
use crate::sandbox::store::token::{self, Owner};
use crate::sandbox::time::millis;

/// Redirects with a code for the tokens of the connection.
pub(super) async fn finish(State(app): State<App>, sent: FormPost) -> Result<Response, Refusal> {
    let visitor = &sent.visitor;
    match &visitor.visit.connection {
        Some(key) => redirect_with_code(&app, visitor, &Owner::Connection(key.clone())),
        None => Ok(see_other(&visitor.current_page())),
    }
}

/// Cancels the visit.
pub(super) async fn cancel(State(app): State<App>, sent: FormPost) -> Result<Response, Refusal> {
    cancel_visit(&app, &sent.visitor)
}

/// Issues a code and redirects with it, once.
pub(super) fn redirect_with_code(app: &App, visitor: &Visitor, owner: &Owner) -> Result<Response, Refusal> {
    let (visit, now) = (&visitor.visit, millis(app.now()));
    let Some(back) = &visit.back else { return Ok(see_other(&visitor.current_page())) };
    let code = app.write(|tx| {
        // Of two concurrent requests, the first counts.
        if !links::end(tx, &visit.id, now)? {
            return Ok(None);
        }
        token::issue_code(tx, &back.redirect_uri, back.challenge.as_deref(), owner, now).map(Some)
    })?;
    match code {
        Some(code) => Ok(see_other(&back.with(&[("code", code.expose())]))),
        None => Ok(see_other(&visitor.current_page())),
    }
}

/// Cancels the visit and redirects with `access_denied`. An existing connection stays.
pub(super) fn cancel_visit(app: &App, visitor: &Visitor) -> Result<Response, Refusal> {
    let visit = &visitor.visit;
    if visit.connection.is_some() {
        return Ok(see_other(&visitor.current_page()));
    }
    app.write(|tx| links::end(tx, &visit.id, millis(app.now())))?;
    match &visit.back {
        Some(back) => Ok(back.refused("access_denied", "")),
        None => Ok(Refusal::over(
            "Nothing was connected",
            "You said no, and nothing was kept of what you entered. The link still works, should you change your mind.",
        )
        .into_response()),
    }
}
