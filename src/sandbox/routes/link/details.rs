//! The page with the credentials of the system.

use axum::Json;
use axum::extract::State;
use axum::response::{IntoResponse as _, Response};
use maud::{Markup, html};
use rusqlite::Transaction;
use serde_json::{Map, Value, json};

use super::consent::{chosen, is_old, target};
use super::page::{Document, see_other, summary, token, way_out};
use super::refusal::Refusal;
use super::systems;
use super::visitor::{FormPost, Visitor};
use crate::api::error_code::ErrorCode;
use crate::api::systems::{Field, Platform};
use crate::sandbox::connecting::{self, ConnectionRequest, Credentials};
use crate::sandbox::connection_lifecycle::reconnect;
use crate::sandbox::error::Error;
use crate::sandbox::faults::call::is_down;
use crate::sandbox::state::App;
use crate::sandbox::store::connections::ConnectionRow;
use crate::sandbox::store::links;
use crate::sandbox::time::millis;

/// Prefix of the names of the system's fields.
const FIELD: &str = "credentials.";

pub(super) async fn show(State(app): State<App>, visitor: Visitor) -> Result<Response, Refusal> {
    let visit = &visitor.visit;
    let (Some(platform), true, None) = (chosen(&visitor), visit.agreed, &visit.connection) else {
        return Ok(see_other(&visitor.current_page()));
    };
    let old = is_old(target(&app, &visitor)?.as_ref());
    let system = platform.name.as_deref().unwrap_or_default();
    let title = format!("Sign in to {system}");
    let entered = |name: &str| visit.entered.get(name).and_then(Value::as_str).unwrap_or_default();
    let own = [
        ("name", "Name of the connection", "So that you find it again, as “Plant 7”.", "text"),
        ("email", "Your e-mail address", "Whom to ask about this connection.", "email"),
    ];
    let body = html! {
        (summary(&listed(&visit.problems)))
        h1 { (title) }
        @if !platform.guide.is_empty() {
            details open[visit.problems.is_empty()] {
                summary { "Before you start" }
                ol { @for step in guide(platform, visit.deployment.as_deref()) { li { (step) } } }
            }
        }
        form method="post" novalidate data-check=(visitor.page("check")) {
            (token(&visitor))
            fieldset {
                legend { "What " (system) " asks for" }
                @for field in &platform.fields {
                    @let name = format!("{FIELD}{}", field.name);
                    (input(field, &name, entered(&name), problem_of(&visit.problems, &name)))
                }
            }
            @if !old {
                fieldset {
                    legend { "This connection" }
                    @for (name, label, help, kind) in own {
                        @let field = Field { label: label.into(), kind: kind.into(), help: Some(help.into()), ..Field::default() };
                        @let value = if name == "name" && entered(name).is_empty() { system } else { entered(name) };
                        (input(&field, name, value, problem_of(&visit.problems, name)))
                    }
                }
            }
            button.primary { "Connect " (system) }
        }
        @if systems::may_choose(&visitor) { p.out { a href=(visitor.page("systems")) { "Choose another system" } } }
        (way_out(&visitor))
    };
    Ok(Document::new(&title, body).step(3).of(&visitor).wrong(!visit.problems.is_empty()).response())
}

/// Returns the steps of the guide for the deployment.
fn guide<'a>(platform: &'a Platform, deployment: Option<&str>) -> impl Iterator<Item = &'a String> {
    let other = if deployment == Some("on_premises") { "Cloud: " } else { "On premises: " };
    platform.guide.iter().filter(move |step| !step.starts_with(other))
}

fn problem_of<'a>(problems: &'a [(String, String)], name: &str) -> Option<&'a str> {
    problems.iter().find(|(known, _)| known == name).map(|(_, problem)| problem.as_str())
}

/// Returns an HTML ID for the name of a field.
fn id_of(name: &str) -> String {
    name.chars().map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '-' }).collect()
}

fn label_of<'a>(platform: &'a Platform, name: &str) -> Option<&'a str> {
    let field = platform.fields.iter().find(|field| name.strip_prefix(FIELD) == Some(&field.name))?;
    Some(&field.label)
}

/// Returns problems with the HTML IDs of their fields.
fn listed(problems: &[(String, String)]) -> Vec<(String, String)> {
    problems.iter().map(|(name, problem)| (id_of(name), problem.clone())).collect()
}

/// Returns a problem as a whole sentence.
fn sentence(platform: &Platform, name: &str, problem: &str) -> String {
    let label = match name {
        "" => return problem.to_owned(),
        "name" => "Name of the connection",
        "email" => "Your e-mail address",
        other => label_of(platform, other).unwrap_or(other),
    };
    let said = problem.strip_suffix(label).map_or(problem, |rest| rest.trim_end_matches(": "));
    format!("{label} {said}")
}

/// A labelled field. A secret is never filled in.
fn input(field: &Field, name: &str, value: &str, problem: Option<&str>) -> Markup {
    let id = id_of(name);
    let example = field.example.as_deref().filter(|_| !field.secret);
    let hinted = field.help.is_some() || example.is_some();
    let described = if hinted { format!("{id}-hint {id}-error") } else { format!("{id}-error") };
    let invalid = problem.map(|_| "true");
    // A PEM key has several lines, which an input field would join.
    let long = field.secret && field.label.contains("PEM");
    let kind = match field.kind.as_str() {
        _ if field.secret => "password",
        kind @ ("url" | "email") => kind,
        _ => "text",
    };
    let complete = match kind {
        "email" if name == "email" => "email",
        _ => "off",
    };
    html! {
        div.field {
            label for=(id) { (field.label) @if field.optional { " " span.optional { "(optional)" } } }
            @if hinted {
                p.hint id={ (id) "-hint" } {
                    @if let Some(help) = &field.help { (help) }
                    @if field.help.is_some() && example.is_some() { " " }
                    @if let Some(example) = example { "For example: " code { (example) } }
                }
            }
            p.error id={ (id) "-error" } aria-live="polite" { @if let Some(problem) = problem { (problem) } }
            @if long {
                textarea id=(id) name=(name) aria-describedby=(described) aria-invalid=[invalid] autocomplete="off"
                    spellcheck="false" required[!field.optional] {}
            } @else if field.secret {
                input id=(id) name=(name) type=(kind) aria-describedby=(described) aria-invalid=[invalid]
                    autocomplete="off" required[!field.optional];
            } @else {
                input id=(id) name=(name) type=(kind) value=(value) aria-describedby=(described) aria-invalid=[invalid]
                    autocomplete=(complete) autocapitalize="none" spellcheck="false" required[!field.optional] data-live;
            }
        }
    }
}

/// A parsed form.
struct Submission {
    name: String,
    email: String,
    credentials: Credentials,
    /// Values that may be shown again.
    entered: Map<String, Value>,
    problems: Vec<(String, String)>,
}

impl Submission {
    fn of(sent: &FormPost, platform: &Platform, old: bool) -> Self {
        let text = |name: &str| sent.get(name).unwrap_or_default().trim().to_owned();
        let mut problems = Vec::new();
        let given: Map<String, Value> = platform
            .fields
            .iter()
            .map(|field| (field.name.clone(), Value::String(text(&format!("{FIELD}{}", field.name)))))
            .collect();
        let credentials = connecting::check(platform, &given, &mut problems);
        let mut entered = Map::new();
        for field in platform.fields.iter().filter(|field| !field.secret) {
            entered.insert(format!("{FIELD}{}", field.name), given[&field.name].clone());
        }
        let (name, email) = (text("name"), text("email"));
        if !old {
            for (field, value) in [("name", &name), ("email", &email)] {
                problems.extend(validate(platform, field, value).map(|problem| (field.to_owned(), problem)));
                entered.insert(field.to_owned(), Value::String(value.clone()));
            }
        }
        for (name, problem) in &mut problems {
            *problem = sentence(platform, name, problem);
        }
        Self { name, email, credentials, entered, problems }
    }
}

/// Returns what is wrong with one value, if anything.
fn validate(platform: &Platform, name: &str, value: &str) -> Option<String> {
    match name {
        _ if value.len() > 255 && matches!(name, "name" | "email") => Some("is longer than 255 bytes".into()),
        "name" => value.is_empty().then(|| "is required".into()),
        "email" if value.is_empty() => Some("is required".into()),
        "email" => (!connecting::is_email(value)).then(|| "must be an e-mail address, as ops@example.com".into()),
        _ => {
            let field = platform.fields.iter().find(|field| name.strip_prefix(FIELD) == Some(&field.name))?;
            connecting::problem(field, value)
        }
    }
}

/// Validates one field while the form is being filled in.
pub(super) async fn check(sent: FormPost) -> Response {
    let found = chosen(&sent.visitor).and_then(|platform| {
        let value = sent.get("value").unwrap_or_default().trim();
        let name = sent.get("field")?;
        validate(platform, name, value).map(|problem| sentence(platform, name, &problem))
    });
    Json(json!({ "problem": found })).into_response()
}

pub(super) async fn submit(State(app): State<App>, sent: FormPost) -> Result<Response, Refusal> {
    let visitor = &sent.visitor;
    let visit = &visitor.visit;
    let (Some(platform), Some(deployment), true, None) =
        (chosen(visitor), visit.deployment.as_deref(), visit.agreed, &visit.connection)
    else {
        return Ok(see_other(&visitor.current_page()));
    };
    let target = target(&app, visitor)?;
    let mut read = Submission::of(&sent, platform, is_old(target.as_ref()));
    if !read.problems.is_empty() {
        app.write(|tx| links::save_entered(tx, &visit.id, &read.entered, &read.problems))?;
        return Ok(see_other(&visitor.page("details")));
    }
    let connected = app.write(|tx| connect(&app, tx, visitor, platform, deployment, target.as_ref(), &read));
    match connected {
        Ok(()) => Ok(see_other(&visitor.page("progress"))),
        // Refusals are shown on the page; the transaction was rolled back.
        Err(error) if error.status.is_client_error() || error.code == ErrorCode::SourceUnreachable => {
            read.problems.push((String::new(), format!("{}.", capitalize(&error.message))));
            app.write(|tx| links::save_entered(tx, &visit.id, &read.entered, &read.problems))?;
            Ok(see_other(&visitor.page("details")))
        }
        Err(error) => Err(error.into()),
    }
}

fn connect(
    app: &App,
    tx: &Transaction<'_>,
    visitor: &Visitor,
    platform: &'static Platform,
    deployment: &str,
    target: Option<&ConnectionRow>,
    read: &Submission,
) -> Result<(), Error> {
    let (visit, now) = (&visitor.visit, millis(app.now()));
    if is_down(tx, target.map(|row| row.key.as_str()).unwrap_or_default(), now)? {
        return Err(Error::source_unreachable(platform.name.as_deref().unwrap_or_default()));
    }
    if let Some(link) = &visit.magic_link
        && !links::use_magic_link(tx, link, now)?
    {
        return Err(Error::conflict("the link has been used or has expired meanwhile"));
    }
    let key = match target {
        Some(row) if is_old(Some(row)) => {
            reconnect(tx, app, row, platform, &read.credentials, now)?;
            row.key.clone()
        }
        pending => {
            let wanted = ConnectionRequest {
                platform,
                name: &read.name,
                email: &read.email,
                deployment,
                credentials: &read.credentials,
            };
            connecting::establish(tx, app, &wanted, pending.map(|row| row.key.as_str()), now)?
        }
    };
    links::set_connection(tx, &visit.id, &key)
}

fn capitalize(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
