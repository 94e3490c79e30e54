//! `makini api endpoints import`, `export` and `remove`.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde::Serialize;
use serde_json::{Value, json};
use url::Url;

use crate::api::operation::pack::{self, Pack};
use crate::api::operation::{Endpoint, Operation};
use crate::args::{OutputFile, examples};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::files;
use crate::journal::redact;
use crate::settings::edit::{self, Change};
use crate::suggest::did_you_mean;
use crate::term::prompt::Question;
use crate::view::{Cell, Column, List, Listed, counted};

/// In bytes. Documents of large platforms have some of these.
const LARGEST: u64 = 32 << 20;

/// Import endpoints from a pack or an OpenAPI document
///
/// For a server whose private documentation you have: the endpoints are kept in your profile, and each command that needs
/// one of the operations works from then on. FILE is JSON or YAML: `endpoints` with `OPERATION: METHOD /path` each, as
/// `makini api endpoints export` writes it, or an OpenAPI document, whose calls are matched to operations by operationId,
/// path or tag; what fits more than one operation is left out.
///
/// Shows the endpoints, with what they replace, and asks before they are kept. Each is checked: a read stays a read, the
/// path stays on the server of the profile, and its parameters are those that the operation fills in (`{id}`).
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples![
    "makini api endpoints import openapi.yaml --dry-run",
    "makini --profile prod api endpoints import pack.json --yes",
])]
pub(super) struct Import {
    /// Pack or OpenAPI document, `-` for stdin
    file: PathBuf,

    /// Show what would be imported, and change nothing
    #[arg(long)]
    dry_run: bool,
}

/// Export the endpoints of the profile as a pack
///
/// JSON in the form that `makini api endpoints import` reads, and that a server answers with at `/.well-known/makini`.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples!["makini api endpoints export --out pack.json"])]
pub(super) struct Export {
    #[command(flatten)]
    out: OutputFile,
}

/// Remove endpoints from the profile
///
/// Their commands then do what they do on a server that does not offer the operation. Shows the endpoints, and asks before
/// they are removed. Names that are no operations can be removed too.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples![
    "makini api endpoints remove sync_start flow_get",
    "makini --profile prod api endpoints remove --all --yes",
])]
pub(super) struct Remove {
    /// Operations, for example `sync_start`
    #[arg(value_name = "OPERATION", required_unless_present = "all", conflicts_with = "all")]
    operations: Vec<String>,

    /// All endpoints of the profile
    #[arg(long)]
    all: bool,
}

/// Reads the file, shows what it maps, and keeps it in the profile.
pub(super) fn import(ctx: &Context, args: &Import) -> Result<Exit, Failure> {
    ctx.out.check_for::<List<Row>>()?;
    let bytes = if args.file.as_os_str() == "-" {
        ctx.term.read_stdin(LARGEST)?
    } else {
        files::read(&args.file, LARGEST).map_err(|error| Failure::unreadable(args.file.display(), &error))?
    };
    let file = args.file.display();
    let own = Url::parse(ctx.settings.text("server")).ok();
    let base = own.as_ref().map_or("", Url::path);
    let refused = |problems: &[String]| {
        let failure = Failure::usage(format!("`{file}` is no pack of endpoints: {}", problems.join("; ")));
        failure.hint("`makini api endpoints --kind advertised` lists the operations and their paths in the sandbox")
    };
    // The parser's own message would quote the file, which may be anything.
    let document: Value = serde_json::from_slice(&bytes)
        .or_else(|_| serde_saphyr::from_slice(&bytes))
        .map_err(|_| refused(&["it is neither JSON nor YAML".into()]))?;
    let Pack { mapped, host } = pack::read(&document, base).map_err(|problems| refused(&problems))?;
    if mapped.is_empty() {
        return Err(refused(&["no operation was found in it".into()]));
    }
    let secret = mapped.iter().find(|mapped| has_secret(&mapped.endpoint.path));
    if let Some(mapped) = secret {
        return Err(refused(&[format!("`{}` has a secret in its query", mapped.operation.name())]));
    }
    if let Some(host) = host.filter(|host| own.as_ref().and_then(Url::host_str) != host.split(':').next()) {
        ctx.term.warn(format!(
            "the document is about {host}; its paths are called at the server of the profile, {}",
            ctx.settings.text("server")
        ));
    }
    let rows: Vec<Row> = mapped
        .into_iter()
        .map(|mapped| Row {
            operation: mapped.operation.name(),
            replaces: ctx.settings.endpoints.get(mapped.operation.name()).cloned(),
            method: mapped.endpoint.method,
            path: mapped.endpoint.path,
            matched_by: mapped.by,
        })
        .collect();
    let profile = ctx.settings.profile().to_owned();
    let changes = rows.iter().map(|row| Change::Map {
        profile: profile.clone(),
        operation: row.operation,
        endpoint: format!("{} {}", row.method, row.path),
    });
    let changes: Vec<Change> = changes.collect();
    let count = counted(changes.len() as u64, "endpoint");
    let exit = ctx.show(&List(rows))?;
    if args.dry_run {
        ctx.term.status(format!("nothing was changed: {count} would be kept in profile `{profile}`"));
        return Ok(exit);
    }
    let label = format!("Keep {count} in profile {profile}?");
    ctx.confirm(&Question::new(&label, "--yes"))?;
    edit::apply(&ctx.settings.paths.config_file()?, &changes)?;
    ctx.term.status(format!("kept {count} in profile `{profile}`; `makini api endpoints verify` calls the reads"));
    Ok(exit)
}

/// Returns whether a query holds something that is named like a secret: the pack would spread it.
fn has_secret(path: &str) -> bool {
    let query = path.split_once('?').map_or("", |(_, query)| query);
    url::form_urlencoded::parse(query.as_bytes())
        .any(|(name, value)| redact::names_a_secret(&name) && !value.is_empty())
}

/// Writes those of the profile.
pub(super) fn export(ctx: &Context, args: &Export) -> Result<Exit, Failure> {
    ctx.out.check_without_table()?;
    let known = ctx.settings.endpoints.iter().filter_map(|(name, text)| {
        let operation = Operation::by_name(name)?;
        Some((operation.name(), Endpoint::parse(text).filter(|endpoint| !has_secret(&endpoint.path))?))
    });
    let endpoints: BTreeMap<&str, Endpoint> = known.collect();
    let left_out = ctx.settings.endpoints.len() - endpoints.len();
    if left_out > 0 {
        let count = counted(left_out as u64, "endpoint");
        ctx.term.warn(format!("left out {count} of the profile: not usable, or with a secret in the query"));
    }
    let text = format!("{:#}\n", json!({ "endpoints": endpoints }));
    args.out.write(ctx, text.as_bytes(), "the pack ")?;
    Ok(Exit::Ok)
}

/// Shows those of the profile that were named, and takes them out of it.
pub(super) fn remove(ctx: &Context, args: &Remove) -> Result<Exit, Failure> {
    ctx.out.check_for::<List<RemovedRow>>()?;
    let (mapped, profile) = (&ctx.settings.endpoints, ctx.settings.profile());
    if let Some(name) = args.operations.iter().find(|name| !mapped.contains_key(*name)) {
        let failure = Failure::new(Exit::NotFound, format!("profile `{profile}` does not map `{name}`"));
        let failure = match did_you_mean(name, mapped.keys().map(String::as_str)) {
            Some(hint) => failure.hint(hint),
            None => failure,
        };
        return Err(failure.hint("`makini api endpoints export` prints those that it maps"));
    }
    let chosen = mapped.iter().filter(|(name, _)| args.all || args.operations.contains(name));
    let rows: Vec<RemovedRow> =
        chosen.map(|(name, endpoint)| RemovedRow { operation: name.clone(), endpoint: endpoint.clone() }).collect();
    let changes = rows.iter().map(|row| Change::Unmap { profile: profile.into(), operation: row.operation.clone() });
    let changes: Vec<Change> = changes.collect();
    let count = counted(changes.len() as u64, "endpoint");
    let exit = ctx.show(&List(rows))?;
    if changes.is_empty() {
        return Ok(exit);
    }
    let label = format!("Remove {count} from profile {profile}?");
    ctx.confirm(&Question::new(&label, "--yes"))?;
    edit::apply(&ctx.settings.paths.config_file()?, &changes)?;
    ctx.term.status(format!("removed {count} from profile `{profile}`"));
    Ok(exit)
}

/// An endpoint to be removed.
#[derive(Serialize)]
struct RemovedRow {
    /// The name in the profile, which need not be an operation.
    operation: String,
    /// As it is written there.
    endpoint: String,
}

impl Listed for RemovedRow {
    const SCHEMA: &'static str = "api.endpoints.remove/1";
    const COLUMNS: &'static [Column<Self>] = &[
        Column::new("operation", "OPERATION", |row: &RemovedRow, _| Cell::name(row.operation.as_str())),
        Column::new("endpoint", "ENDPOINT", |row: &RemovedRow, _| Cell::path(row.endpoint.as_str())),
    ];
    const EMPTY: &'static str = "The profile maps no endpoint.";
}

/// An endpoint to be kept.
#[derive(Serialize)]
struct Row {
    operation: &'static str,
    method: String,
    path: String,
    /// `pack`, `operationId`, `path` or `tag`.
    matched_by: &'static str,
    /// What the profile maps the operation to now.
    replaces: Option<String>,
}

impl Listed for Row {
    const SCHEMA: &'static str = "api.endpoints.import/1";
    const COLUMNS: &'static [Column<Self>] = &[
        Column::new("operation", "OPERATION", |row: &Row, _| Cell::name(row.operation)),
        Column::new("method", "METHOD", |row: &Row, _| Cell::text(row.method.as_str())),
        Column::new("path", "PATH", |row: &Row, _| Cell::path(row.path.as_str())),
        Column::new("matched_by", "MATCHED BY", |row: &Row, _| Cell::text(row.matched_by)),
        Column::new("replaces", "REPLACES", |row: &Row, _| Cell::maybe(row.replaces.as_deref(), Cell::path)).minor(),
    ];
    const EMPTY: &'static str = "";
}
