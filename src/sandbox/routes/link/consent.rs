//! The page where a person agrees: who asks, what they may do then, what it costs.

use axum::extract::State;
use axum::response::Response;
use maud::{Markup, html};

use super::page::{Document, credits, see_other, token};
use super::refusal::Refusal;
use super::visitor::{Sent, Visitor};
use super::{finish, systems};
use crate::api::connections::Lifecycle;
use crate::api::systems::Platform;
use crate::sandbox::error::Error;
use crate::sandbox::routes::connect;
use crate::sandbox::source;
use crate::sandbox::state::{App, millis};
use crate::sandbox::store::connections::{self, Row};
use crate::sandbox::store::links::{self, Purpose, Return};
use crate::sandbox::store::token::Owner;
use crate::sandbox::{CLIENT_NAME, CREDITS};

/// The connection that a Magic Link of this visit is for.
pub(super) fn target(app: &App, visitor: &Visitor) -> Result<Option<Row>, Error> {
    let Some(id) = &visitor.visit.magic_link else { return Ok(None) };
    app.read(|db| connections::find(db, &links::magic(db, id)?.connection)).map(Some)
}

/// Returns whether a connection was finished before and is to be let in again.
pub(super) fn is_old(row: Option<&Row>) -> bool {
    row.is_some_and(|row| row.lifecycle() != Lifecycle::Pending)
}

/// The system that was chosen.
pub(super) fn chosen(visitor: &Visitor) -> Option<&'static Platform> {
    source::platform(visitor.visit.slug.as_deref()?)
}

pub(super) async fn show(State(app): State<App>, visitor: Visitor) -> Result<Response, Refusal> {
    if visitor.visit.purpose == Purpose::SignIn {
        return Ok(sign_in(&visitor));
    }
    let (Some(platform), None) = (chosen(&visitor), &visitor.visit.connection) else {
        return Ok(see_other(&visitor.here()));
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
        @if systems::may_choose(&visitor) { p.out { a href=(visitor.at("systems")) { "Choose another system" } } }
    };
    Ok(Document::new(&title, body).step(2).of(&visitor).response())
}

fn sign_in(visitor: &Visitor) -> Response {
    let title = format!("Sign in to {CLIENT_NAME}?");
    let place = visitor.visit.back.as_ref().map(Return::place).unwrap_or_default();
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

/// What the data of a system is, in a person's words.
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

fn again(row: &Row) -> Markup {
    html! {
        p.note {
            "The connection, its ID and its data stay. It gets a new token, and the old ones end at once."
            @if row.lifecycle() == Lifecycle::Inactive { " It is inactive now, and takes its credits when there are enough." }
        }
    }
}

/// Asks where the system runs, where there is a choice; says what it costs in any case.
fn places(visitor: &Visitor, platform: &Platform) -> Markup {
    let offers = connect::deployments(platform);
    let price = |place: &str| credits(connect::cost(platform, place));
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

/// Says how many credits are left, and what becomes of a connection that they do not reach for.
fn pool(app: &App, platform: &Platform) -> Result<Markup, Error> {
    let left = CREDITS.saturating_sub(app.read(connections::credits_used)?);
    let offers = connect::deployments(platform);
    let least = offers.iter().map(|place| connect::cost(platform, place)).min().unwrap_or(1);
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

pub(super) async fn decide(State(app): State<App>, sent: Sent) -> Result<Response, Refusal> {
    let visitor = &sent.visitor;
    if sent.get("decision") != Some("allow") {
        return finish::leave(&app, visitor);
    }
    if visitor.visit.purpose == Purpose::SignIn {
        return finish::send_back(&app, visitor, &Owner::Application);
    }
    let (Some(platform), None) = (chosen(visitor), &visitor.visit.connection) else {
        return Ok(see_other(&visitor.here()));
    };
    let offers = connect::deployments(platform);
    let asked = sent.get("deployment").unwrap_or_default();
    let Some(place) = offers.iter().find(|offer| **offer == asked).or(offers.first()) else {
        return Ok(see_other(&visitor.here()));
    };
    app.write(|tx| links::agree(tx, &visitor.visit.id, place, millis(app.now())))?;
    Ok(see_other(&visitor.at("details")))
}
