//! Collects the files of a support bundle.

use std::time::Duration;

use serde::Serialize;
use serde_json::Value;

use crate::api::connections::Connection;
use crate::api::operation::Operation;
use crate::args::inbox_place;
use crate::blocking;
use crate::context::Context;
use crate::diagnose::{self, Build};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::inbox;
use crate::inbox::query::{Rejection, Store};
use crate::journal::redact;
use crate::requests::{self, Query, Record, Source};
use crate::settings::address;
use crate::settings::env::is_secret;
use crate::settings::table::SETTINGS;
use crate::support::{Bundle, Manifest};

/// Number of requests that are included at most.
const REQUESTS: u32 = 5_000;
/// Number of refused deliveries that are included at most.
const REFUSED: u32 = 1_000;
/// Time before and after the request that a bundle is about.
const AROUND: Duration = Duration::from_mins(15);

/// What a bundle is about.
pub(super) struct Scope {
    pub(super) request: Option<String>,
    /// How far back requests are included, without a request.
    pub(super) window: Duration,
    pub(super) is_offline: bool,
}

/// Collects everything. What cannot be read is named in the manifest; `step` receives what is being read.
///
/// # Errors
/// When there is no such request, or the settings cannot be used.
pub(super) async fn collect(ctx: &Context, scope: &Scope, step: impl Fn(&str)) -> Result<Bundle, Failure> {
    let client = ctx.client().await?;
    let build = Build::of_this();
    let created_at = format!("{:.3}", ctx.clock.now());
    let server = address::shown("server", &client.server().to_string());
    let mut bundle = Bundle::new(Manifest::new(build.version, created_at, ctx.settings.profile(), server));
    document(&mut bundle, "version.json", "version and features of makini", &build)?;
    document(
        &mut bundle,
        "settings.json",
        "settings with their sources; of secrets only source and length",
        &Settings::of(ctx),
    )?;
    let mut findings = diagnose::run(ctx, scope.is_offline, None, &step).await;
    for finding in &mut findings {
        finding.found = without_home(ctx, &redact::message(&finding.found));
        finding.remedy = finding.remedy.as_deref().map(|text| without_home(ctx, &redact::message(text)));
    }
    document(&mut bundle, "doctor.json", "the report of `makini doctor`", &findings)?;
    let journal = ctx.journal().ok().map(|journal| (&**journal, ctx.settings.profile()));
    let mut source = Source { is_offline: scope.is_offline, ..Source::new(client, journal) };
    step("requests");
    add_requests(&mut bundle, &mut source, scope).await?;
    if !scope.is_offline {
        step("connections");
        let found = client.connections().await;
        let rows = source.unread.or_default("connections", found);
        let rows: Vec<State> = rows.into_iter().map(State::from).collect();
        lines(&mut bundle, "connections.ndjson", "state of every connection, by its ID", &rows)?;
    }
    let refused = refused(ctx).await;
    let refused = source.unread.or_default("deliveries that the inbox refused", refused);
    lines(&mut bundle, "refused.ndjson", "deliveries that the inbox refused, without bodies", &refused)?;
    bundle.manifest.missing = source.unread.0.iter().map(|text| without_home(ctx, &redact::message(text))).collect();
    Ok(bundle)
}

/// Returns a text with `~` for the home folder, whose name is often a person's.
fn without_home(ctx: &Context, text: &str) -> String {
    match ctx.env.text("HOME").or_else(|| ctx.env.text("USERPROFILE")) {
        Some(home) if home.len() > 1 => text.replace(home.trim_end_matches(['/', '\\']), "~"),
        _ => text.to_owned(),
    }
}

async fn add_requests(bundle: &mut Bundle, source: &mut Source<'_>, scope: &Scope) -> Result<(), Failure> {
    let now = source.client.now();
    let (since, until) = match &scope.request {
        None => (now.checked_sub(scope.window).ok(), None),
        Some(id) => {
            let Some(record) = source.record(id).await? else {
                return Err(unknown(source, id).await);
            };
            let at = record.time().unwrap_or(now);
            document(bundle, "request.json", "the request that it is about", &record)?;
            (at.checked_sub(AROUND).ok(), at.checked_add(AROUND).ok())
        }
    };
    bundle.manifest.request_id.clone_from(&scope.request);
    bundle.manifest.since = since.map(|at| format!("{at:.3}"));
    let query = Query::between(since, until, REQUESTS);
    let mut rows: Vec<Record> = source.records(&query).await;
    if !scope.is_offline && matches!(source.client.offered(Operation::RequestList).await, Ok(None)) {
        source.unread.0.push("the server's log of requests: this server offers none".to_owned());
    }
    for row in &mut rows {
        // The server's log is another's text.
        row.error_message = row.error_message.as_deref().map(redact::message);
        row.path = row.path.as_deref().map(redact::path);
    }
    lines(bundle, "requests.ndjson", "requests of the server's log and of the journal", &rows)
}

/// Returns that there is no request of this ID.
async fn unknown(source: &Source<'_>, id: &str) -> Failure {
    let offered = source.client.offered(Operation::RequestGet);
    let has_log = if source.is_offline { None } else { Some(offered.await.is_ok_and(|found| found.is_some())) };
    requests::unknown(id, has_log)
}

fn document(bundle: &mut Bundle, name: &str, about: &str, value: &impl Serialize) -> Result<(), Failure> {
    bundle.document(name, about, value).map_err(|error| Failure::new(Exit::Bug, error.to_string()))
}

fn lines<T: Serialize>(bundle: &mut Bundle, name: &str, about: &str, items: &[T]) -> Result<(), Failure> {
    bundle.lines(name, about, items).map_err(|error| Failure::new(Exit::Bug, error.to_string()))
}

/// Reads what the inbox refused; nothing where there is no inbox.
async fn refused(ctx: &Context) -> Result<Vec<Rejection>, inbox::Error> {
    let Ok(place) = inbox_place::place(ctx, None) else { return Ok(Vec::new()) };
    blocking::run(move || {
        Store::open_if_there(&place)?.map_or_else(|| Ok(Vec::new()), |store| store.rejections(REFUSED))
    })
    .await
}

/// Every setting, and the secrets that are there.
#[derive(Serialize)]
struct Settings {
    settings: Vec<Setting>,
    secrets: Vec<Secret>,
}

#[derive(Serialize)]
struct Setting {
    key: &'static str,
    value: String,
    /// Where it comes from.
    origin: String,
}

/// A secret: where it comes from, and how long it is.
#[derive(Serialize)]
struct Secret {
    name: String,
    source: &'static str,
    /// Length in bytes; nothing where only a file is named.
    length: Option<usize>,
}

impl Settings {
    fn of(ctx: &Context) -> Self {
        let settings = SETTINGS.iter().map(|setting| {
            let found = ctx.settings.get(setting.key);
            let value = without_home(ctx, &redact::message(&address::shown(setting.key, &found.value)));
            Setting { key: setting.key, value, origin: without_home(ctx, &found.origin.to_string()) }
        });
        let secrets = ctx.env.with_prefix("MAKINI_").filter_map(|(rest, value)| {
            let name = format!("MAKINI_{rest}");
            let is_secret = is_secret(&name);
            let is_file = name.ends_with("_FILE");
            let source = if is_file { "file named by a variable" } else { "environment" };
            is_secret.then(|| Secret { name, source, length: (!is_file).then_some(value.len()) })
        });
        Self { settings: settings.collect(), secrets: secrets.collect() }
    }
}

/// The state of a connection, without what is about people.
#[derive(Serialize)]
struct State {
    id: String,
    system: Option<String>,
    status: Option<String>,
    health: Option<String>,
    deployment: Option<String>,
    sync_status: Option<String>,
    last_sync_at: Option<String>,
    next_sync_at: Option<String>,
    token_expires_at: Option<String>,
    last_error: Value,
}

impl From<Connection> for State {
    fn from(row: Connection) -> Self {
        let error = row.last_error.as_ref().map(|error| {
            let message = error.message.as_deref().map(redact::message);
            serde_json::json!({
                "code": error.code, "message": message, "request_id": error.request_id, "at": error.at,
                "entity": error.entity,
            })
        });
        Self {
            id: row.id().to_owned(),
            system: row.integration_name,
            status: row.status,
            health: row.health,
            deployment: row.deployment,
            sync_status: row.sync_status,
            last_sync_at: row.last_sync_at,
            next_sync_at: row.next_sync_at,
            token_expires_at: row.token_expires_at,
            last_error: error.unwrap_or_default(),
        }
    }
}
