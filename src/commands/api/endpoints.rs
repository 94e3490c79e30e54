//! `makini api endpoints`.

use serde::Serialize;

use super::{pack, verify};
use crate::api::entities::{self, Domain, Verb};
use crate::api::path;
use crate::args::examples;
use crate::client::Named;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};
use crate::view::{Cell, Column, List, Listed};

/// List the known endpoints and their origin
///
/// Published: documented, always used. Withdrawn: formerly published, used only if there is no replacement. Advertised:
/// used only if the server lists it or your profile maps it: `makini api endpoints import` keeps what your private
/// documentation has, as `[profile.NAME.endpoints]` with `OPERATION = "METHOD /path"`. For what the server does not offer, the commands that need it and what they do without it.
#[derive(clap::Args, Debug)]
#[command(args_conflicts_with_subcommands = true, disable_help_subcommand = true, after_long_help = examples![
    "makini api endpoints --kind advertised",
])]
pub struct Args {
    #[command(subcommand)]
    verb: Option<PackVerb>,

    /// Include every endpoint of the three domains
    #[arg(long)]
    all: bool,

    /// Only endpoints of this kind
    #[arg(long, value_name = "KIND", value_enum)]
    kind: Option<Kind>,
}

/// What else is done with them.
#[derive(clap::Subcommand, Debug)]
enum PackVerb {
    Import(pack::Import),
    Export(pack::Export),
    Remove(pack::Remove),
    Verify(verify::Args),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, clap::ValueEnum)]
#[serde(rename_all = "snake_case")]
enum Kind {
    /// Documented
    Published,
    /// Formerly documented
    Withdrawn,
    /// Listed by the server or mapped by the profile
    Advertised,
}

/// What is published about the system itself, as the tool calls it.
const PUBLISHED: [(&str, &str, &str); 14] = [
    ("token", "POST", path::TOKEN),
    ("authorize", "GET", path::AUTHORIZE),
    ("client", "GET", path::CLIENT),
    ("platform_list", "GET", path::PLATFORMS),
    ("connection_list", "GET", path::CONNECTIONS),
    ("connection_create", "POST", path::CONNECTIONS),
    ("connection_delete", "DELETE", path::CONNECTION),
    ("metadata_get", "GET", path::CONNECTION_METADATA),
    ("metadata_set", "POST", path::CONNECTION_METADATA),
    ("token_issue", "POST", path::CONNECTION_TOKEN),
    ("integration_get", "GET", path::INTEGRATION),
    ("integration_delete", "DELETE", path::INTEGRATION),
    ("raw_tables", "GET", path::RAW_TABLES),
    ("raw_rows", "GET", path::RAW_ROWS),
];

const WITHDRAWN: [(&str, &str, &str); 2] = [
    ("integration_sync", "POST", path::INTEGRATION_SYNC),
    ("integration_sync_status", "GET", path::INTEGRATION_SYNC_STATUS),
];

/// Lists them.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    match &args.verb {
        None => {}
        Some(PackVerb::Import(args)) => return pack::import(ctx, args),
        Some(PackVerb::Export(args)) => return pack::export(ctx, args),
        Some(PackVerb::Remove(args)) => return pack::remove(ctx, args),
        Some(PackVerb::Verify(args)) => return verify::run(ctx, args).await,
    }
    ctx.out.check_for::<List<Row>>()?;
    let row = |kind, (operation, method, path): (&str, &str, &str)| Row {
        operation: operation.to_owned(),
        kind,
        method: Some(method.to_owned()),
        path: Some(path.to_owned()),
        named_by: Some("documentation"),
        commands: Vec::new(),
        without: None,
    };
    let mut rows: Vec<Row> = PUBLISHED.map(|published| row(Kind::Published, published)).into();
    rows.push(row(Kind::Published, ("passthrough", "POST", path::PASSTHROUGH)));
    if args.all {
        rows.extend(entities().map(|(operation, method, path)| row(Kind::Published, (&operation, method, &path))));
    }
    rows.extend(WITHDRAWN.map(|withdrawn| row(Kind::Withdrawn, withdrawn)));
    rows.retain(|row| args.kind.is_none_or(|kind| row.kind == kind));
    if args.kind.is_some_and(|kind| kind != Kind::Advertised) {
        return ctx.show(&List(rows));
    }
    let client = ctx.client().await?;
    let advertised = client.endpoints().await.during(|| "could not read what this server offers".into());
    let advertised =
        advertised.map_err(|failure| failure.hint("`makini api endpoints --kind published` asks no server"))?;
    rows.extend(advertised.into_iter().map(|(operation, found)| {
        let named_by = found.as_ref().map(|(_, named)| match named {
            Named::Profile => "profile",
            Named::Server => "server",
        });
        let commands = operation.needs().flat_map(|need| need.commands).copied().collect();
        let without = operation.instead().filter(|_| found.is_none());
        let (method, path) = found.map(|(endpoint, _)| (endpoint.method, endpoint.path)).unzip();
        Row {
            operation: operation.name().to_owned(),
            kind: Kind::Advertised,
            method,
            path,
            named_by,
            commands,
            without,
        }
    }));
    ctx.show(&List(rows))
}

/// Returns what the three domains publish, from the one catalogue.
fn entities() -> impl Iterator<Item = (String, &'static str, String)> {
    let verbs = [(Verb::List, "list"), (Verb::Get, "get"), (Verb::Create, "create"), (Verb::Update, "update")];
    entities::all().iter().flat_map(move |resource| {
        Domain::ALL.into_iter().flat_map(move |domain| {
            verbs.into_iter().filter(move |(verb, _)| resource.allows(domain, *verb)).map(move |(verb, word)| {
                let path = match verb {
                    Verb::List | Verb::Create => resource.list_path(domain),
                    Verb::Get | Verb::Update => resource.one_path(domain),
                };
                (format!("{}.{}.{word}", domain.slug(), resource.path), verb.method(), path)
            })
        })
    })
}

/// One endpoint.
#[derive(Serialize)]
struct Row {
    operation: String,
    kind: Kind,
    /// Null where nobody has named it.
    method: Option<String>,
    path: Option<String>,
    /// `documentation`, `server` or `profile`; null where this server does not offer it.
    named_by: Option<&'static str>,
    /// The commands that use it, of the operations beyond the published API.
    commands: Vec<&'static str>,
    /// What works where the server does not offer it; null where it does.
    without: Option<String>,
}

impl Listed for Row {
    const SCHEMA: &'static str = "api.endpoints/1";
    const COLUMNS: &'static [Column<Self>] = COLUMNS;
    const EMPTY: &'static str = "";
}

const COLUMNS: &[Column<Row>] = &[
    Column::new("operation", "OPERATION", |row: &Row, _| Cell::name(row.operation.as_str())),
    Column::new("kind", "KIND", |row: &Row, _| match row.kind {
        Kind::Published => Cell::text("published"),
        Kind::Withdrawn => Cell::caution("withdrawn"),
        Kind::Advertised => Cell::text("advertised"),
    }),
    Column::new("method", "METHOD", |row: &Row, _| Cell::maybe(row.method.as_deref(), Cell::text)),
    Column::new("path", "PATH", |row: &Row, _| Cell::maybe(row.path.as_deref(), Cell::path)),
    Column::new("named_by", "NAMED BY", |row: &Row, _| match row.named_by {
        Some(named_by) => Cell::text(named_by),
        None => Cell::muted("not offered here").machine(""),
    })
    .essential(),
    Column::new("commands", "COMMANDS", |row: &Row, _| {
        Cell::maybe(Some(row.commands.join(", ")).filter(|commands| !commands.is_empty()), Cell::text)
    })
    .minor(),
    Column::new("without", "WITHOUT IT", |row: &Row, _| Cell::maybe(row.without.as_deref(), Cell::text)).extra(),
];
