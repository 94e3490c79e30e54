//! The consent page: who requests access, to what, and what it costs.

use axum::extract::State;
use axum::response::Response;
use maud::{Markup, html};

use super::page::{Document, credits, see_other, token};
use super::refusal::Refusal;
use super::visitor::{FormPost, Visitor};
use super::{completion, systems};
use crate::api::connections::Lifecycle;
use crate::api::systems::Platform;
use crate::sandbox::account::{CLIENT_NAME, CREDITS};
use crate::sandbox::error::Error;
use crate::sandbox::state::App;
use crate::sandbox::store::connections::{self, ConnectionRow};
use crate::sandbox::store::links::{self, Purpose, RedirectTarget};
use crate::sandbox::store::token::Owner;
use crate::sandbox::time::millis;
use crate::sandbox::{connecting, source};

/// Returns the connection of the visit's Magic Link.
pub(super) fn target(app: &App, visitor: &Visitor) -> Result<Option<ConnectionRow>, Error> {
    let Some(id) = &visitor.visit.magic_link else { return Ok(None) };
    app.read(|db| connections::find(db, &links::magic_link(db, id)?.connection)).map(Some)
}

/// Returns whether a connection exists already and is to be reconnected.
pub(super) fn is_old(row: Option<&ConnectionRow>) -> bool {
    row.is_some_and(|row| row.lifecycle() != Lifecycle::Pending)
}

/// Returns the chosen system.
pub(super) fn chosen(visitor: &Visitor) -> Option<&'static Platform> {
    source::platform(visitor.visit.slug.as_deref()?)
}

pub(super) async fn show(State(app): State<App>, visitor: Visitor) -> Result<Response, Refusal> {
    if visitor.visit.purpose == Purpose::SignIn {
        return Ok(sign_in(&visitor));
    }
    let (Some(platform), None) = (chosen(&visitor), &visitor.visit.connection) else {
        return Ok(see_other(&visitor.current_page()));
    };
    let target = target(&app, &visitor)?;
    let system = platform.name.as_deref().unwrap_or_default();
    let old = target.as_ref().filter(|row| is_old(Some(row)));
    let title = match old {
        Some(row) => format!("Let {CLIENT_NAME} into {system} again?", system = row.name),
        None => format!("Connect {system} to {CLIENT_NAME}?"),
    };
    let body = html! {
        h1 { (title) }
        p { strong { (CLIENT_NAME) } " asks for access to your " (system) ". If you agree, it may:" }
        ul {
            li { "read " (records(platform)) ";" }
            li { "create and change such records, where your user of " (system) " may;" }
            li { "keep a copy of them up to date, until the connection is ended." }
        }
        p {
            "It does not get to see what you sign in to " (system) " with."
            @if let Some(back) = &visitor.visit.back { " Afterwards you are sent back to " code { (back.place()) } "." }
        }
        form method="post" {
            (token(&visitor))
            @match old {
                Some(row) => (again(row)),
                None => { (places(&visitor, platform)) (pool(&app, platform)?) }
            }
            (decision("Agree and continue"))
        }
        @if systems::may_choose(&visitor) { p.out { a href=(visitor.page("systems")) { "Choose another system" } } }
    };
    Ok(Document::new(&title, body).step(2).of(&visitor).response())
}

fn sign_in(visitor: &Visitor) -> Response {
    let title = format!("Sign in to {CLIENT_NAME}?");
    let place = visitor.visit.back.as_ref().map(RedirectTarget::place).unwrap_or_default();
    let body = html! {
        h1 { (title) }
        p { "A program on this machine asks to act for " strong { (CLIENT_NAME) } ". If you agree, it may:" }
        ul {
            li { "list, make, change and end the connections of the sandbox account;" }
            li { "get tokens for them, and read and write their records;" }
            li { "do so until it is signed out, or for 31 days without being used." }
        }
        p { "You will be sent back to " code { (place) } "." }
        form method="post" { (token(visitor)) (decision("Allow")) }
    };
    Document::new(&title, body).of(visitor).response()
}

fn decision(yes: &str) -> Markup {
    html! {
        div.actions {
            button.primary name="decision" value="allow" { (yes) }
            button name="decision" value="deny" { "Deny" }
        }
    }
}

/// Describes the data of a system.
fn records(platform: &Platform) -> String {
    let words = |domain: &String| match domain.as_str() {
        "eam" => "assets, work orders and spare parts",
        "erp" => "purchase orders, vendors and invoices",
        "wms" => "stocks, shipments and stock transfers",
        _ => "its records",
    };
    let parts: Vec<_> = platform.domains.iter().map(words).collect();
    if parts.is_empty() { "its records".into() } else { parts.join(", ") }
}

fn again(row: &ConnectionRow) -> Markup {
    html! {
        p.note {
            "The connection, its ID and its data stay. It gets a new token, and the old ones end at once."
            @if row.lifecycle() == Lifecycle::Inactive { " It is inactive now, and takes its credits when there are enough." }
        }
    }
}

/// Shows the deployments to choose from, and their cost.
fn places(visitor: &Visitor, platform: &Platform) -> Markup {
    let offers = connecting::deployments(platform);
    let price = |place: &str| credits(connecting::cost(platform, place));
    let chosen = visitor.visit.deployment.as_deref().or(offers.first().copied());
    html! {
        @if let [only] = offers[..] {
            p.note { "It takes " strong { (price(only)) } " of the account of " (CLIENT_NAME) "." }
            input type="hidden" name="deployment" value=(only);
        } @else {
            fieldset {
                legend { "Where does your " (platform.name.as_deref().unwrap_or_default()) " run?" }
                @for place in &offers {
                    label.choice {
                        input type="radio" name="deployment" value=(place) checked[Some(*place) == chosen];
                        span { (if *place == "cloud" { "In the cloud" } else { "On premises" }) ": " (price(place)) }
                    }
                }
            }
        }
    }
}

/// Shows the available credits, and what happens if there are not enough.
fn pool(app: &App, platform: &Platform) -> Result<Markup, Error> {
    let left = CREDITS.saturating_sub(app.read(connections::credits_used)?);
    let offers = connecting::deployments(platform);
    let least = offers.iter().map(|place| connecting::cost(platform, place)).min().unwrap_or(1);
    Ok(html! {
        @if least > left {
            div.note.low {
                p {
                    strong { "There are not enough credits." }
                    " The account has " (credits(left)) " left. The connection will be made inactive: nothing is read "
                    "until credits come back."
                }
            }
        } @else {
            p.quiet { "The account has " (left) " of " (CREDITS) " credits left." }
        }
    })
}

pub(super) async fn decide(State(app): State<App>, sent: FormPost) -> Result<Response, Refusal> {
    let visitor = &sent.visitor;
    if sent.get("decision") != Some("allow") {
        return completion::cancel_visit(&app, visitor);
    }
    if visitor.visit.purpose == Purpose::SignIn {
        return completion::redirect_with_code(&app, visitor, &Owner::Application);
    }
    let (Some(platform), None) = (chosen(visitor), &visitor.visit.connection) else {
        return Ok(see_other(&visitor.current_page()));
    };
    let offers = connecting::deployments(platform);
    let request = sent.get("deployment").unwrap_or_default();
    let Some(place) = offers.iter().find(|offer| **offer == request).or(offers.first()) else {
        return Ok(see_other(&visitor.current_page()));
    };
    app.write(|tx| links::agree(tx, &visitor.visit.id, place, millis(app.now())))?;
    Ok(see_other(&visitor.page("details")))
}
