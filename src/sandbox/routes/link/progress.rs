//! The last page: the result, and the progress of the first sync.

use axum::extract::State;
use axum::response::Response;
use maud::{Markup, html};

use super::consent::chosen;
use super::page::{Document, credits, see_other, token};
use super::refusal::Refusal;
use super::visitor::Visitor;
use crate::api::connections::Lifecycle;
use crate::api::sync::SyncState;
use crate::sandbox::account::CLIENT_NAME;
use crate::sandbox::error::Error;
use crate::sandbox::state::App;
use crate::sandbox::store::connections::{self, ConnectionRow};
use crate::sandbox::store::sync;
use crate::sandbox::time::millis;

/// Progress of a sync.
struct SyncProgress {
    state: SyncState,
    done: u64,
    total: u64,
}

pub(super) async fn show(State(app): State<App>, visitor: Visitor) -> Result<Response, Refusal> {
    let Some(key) = &visitor.visit.connection else { return Ok(see_other(&visitor.current_page())) };
    let (row, sync) = app.read(|db| Ok((connections::find(db, key)?, newest(&app, db, key)?)))?;
    let system = chosen(&visitor).and_then(|platform| platform.name.as_deref()).unwrap_or(&row.slug).to_owned();
    let inactive = row.lifecycle() == Lifecycle::Inactive;
    let title =
        if inactive { format!("{system} is connected, but inactive") } else { format!("{system} is connected") };
    let running = sync.as_ref().is_some_and(|sync| sync.state == SyncState::Running) && !inactive;
    let body = html! {
        h1 { (title) }
        div #made data-running=[running.then_some("yes")] {
            ul.made role="list" {
                (item(true, &format!("{system} accepted what you entered")))
                (paid(&row, inactive))
                @if !inactive { (first_sync(sync.as_ref())) }
            }
        }
        @if inactive {
            div.note.low {
                p { "Nothing is read until the account has enough credits and the connection is made active again." }
            }
        }
        p.quiet { "Name of the connection: " strong { (row.name) } ". Its ID: " code { (row.key) } "." }
        @if visitor.visit.back.is_some() {
            form method="post" action=(visitor.page("finish")) {
                (token(&visitor))
                button.primary autofocus { "Go back to " (CLIENT_NAME) }
            }
        } @else {
            p { strong { "You are done." } " You can close this page." }
        }
    };
    Ok(Document::new(&title, body).step(4).of(&visitor).response())
}

fn newest(app: &App, db: &rusqlite::Connection, key: &str) -> Result<Option<SyncProgress>, Error> {
    let Some(sync) = sync::newest(db, key)? else { return Ok(None) };
    let now = millis(app.now());
    let shown = sync.to_api(db, now)?;
    let sum =
        |amount: fn(&crate::api::sync::EntityProgress) -> Option<u64>| shown.entities.iter().filter_map(amount).sum();
    Ok(Some(SyncProgress { state: sync.state(), done: sum(|entity| entity.done), total: sum(|entity| entity.total) }))
}

fn item(good: bool, text: &str) -> Markup {
    html! {
        li class=(if good { "good" } else { "bad" }) {
            span.mark aria-hidden="true" { (if good { "✓" } else { "✗" }) }
            span { span.hidden { (if good { "Done: " } else { "Not done: " }) } (text) }
        }
    }
}

fn paid(row: &ConnectionRow, inactive: bool) -> Markup {
    if inactive {
        return item(false, "There are not enough credits");
    }
    item(true, &format!("It takes {} of the account", credits(row.credits)))
}

fn first_sync(sync: Option<&SyncProgress>) -> Markup {
    match sync {
        Some(SyncProgress { state: SyncState::Running, done, total }) => html! {
            li {
                span.mark aria-hidden="true" { "…" }
                span {
                    label for="sync" { "Reading for the first time" }
                    progress #sync max=(total.max(&1)) value=(done) {}
                    span.quiet { (done) " of " (total) " records. You need not wait for it." }
                }
            }
        },
        Some(SyncProgress { state: SyncState::Completed, total, .. }) => {
            item(true, &format!("{total} records were read"))
        }
        Some(_) => item(false, "The first sync failed; it will be tried again"),
        None => html! {},
    }
}
