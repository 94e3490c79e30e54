//! `makini data entities`.

use serde::Serialize;

use super::target::{DomainArg, word};
use crate::api::entities::{self, Domain, Verb};
use crate::args::{examples, resolve};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::view::{Cell, Column, Columns, Grid, Look, View};

/// List the entities of the API and what can be done with each
///
/// That of the published API; with a connection, of the domains of its system. What a system permits beyond that, such as
/// no change to an approved order, is in the answer to a call. Nothing can be removed by this API.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples!["makini data entities", "makini data entities \"Plant 7\""])]
pub struct Args {
    /// Only the domains of its system (ID, name or prefix)
    #[arg(value_name = "CONNECTION")]
    connection: Option<String>,

    #[command(flatten)]
    domain: DomainArg,
}

/// Lists them.
pub(super) async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    ctx.out.check_for::<Entities>()?;
    let mut domains = args.domain.get().map_or_else(|| Domain::ALL.to_vec(), |domain| vec![domain]);
    if let Some(connection) = &args.connection {
        let client = ctx.client().await?;
        let connection = resolve::connection(ctx, client, connection).await?;
        let of_system = resolve::system_domains(client, &connection).await?;
        if of_system.is_empty() {
            ctx.term.note("the server does not return the domains of this system, so all are listed");
        } else {
            domains.retain(|domain| of_system.contains(domain));
        }
    }
    let rows = entities::all().iter().filter_map(|row| {
        let here: Vec<Domain> = row.domains().filter(|domain| domains.contains(domain)).collect();
        // `create` sends fields, and documents are files.
        let is_file = |verb: Verb| row.inputs(verb).iter().any(|input| input.name == "file");
        let can = |verb: &Verb| here.iter().any(|domain| row.allows(*domain, *verb)) && !is_file(*verb);
        let sets_status = entities::nested().iter().any(|nested| {
            nested.path == format!("{}/{{key}}/status", row.path) && here.iter().any(|d| nested.domains.contains(d))
        });
        let verbs = Verb::ALL.into_iter().filter(can).map(word).chain(sets_status.then_some("set-status"));
        (!here.is_empty()).then(|| Entity {
            entity: row.path,
            title: row.plural,
            domains: here.iter().map(|domain| domain.slug()).collect(),
            can: verbs.collect(),
            fields: row.fields.len(),
        })
    });
    ctx.show(&Entities(rows.collect()))
}

/// The entities.
#[derive(Serialize)]
#[serde(transparent)]
struct Entities(Vec<Entity>);

#[derive(Serialize)]
struct Entity {
    /// As it is typed and stands in paths.
    entity: &'static str,
    /// What it is.
    title: &'static str,
    domains: Vec<&'static str>,
    /// Commands of `makini data` that take it.
    can: Vec<&'static str>,
    /// Number of published fields.
    fields: usize,
}

const COLUMNS: &[Column<Entity>] = &[
    Column::new("entity", "ENTITY", |row: &Entity, _| Cell::name(row.entity)).essential(),
    Column::new("title", "TITLE", |row: &Entity, _| Cell::text(row.title)).extra(),
    Column::new("domains", "DOMAINS", |row: &Entity, _| Cell::text(row.domains.join(", "))),
    Column::new("can", "CAN", |row: &Entity, _| Cell::text(row.can.join(", "))),
    Column::new("fields", "FIELDS", |row: &Entity, _| Cell::number(row.fields)).right().minor(),
];

impl View for Entities {
    const SCHEMA: &'static str = "data.entities/1";

    fn columns() -> Columns {
        Columns::of(COLUMNS)
    }

    fn table<'a>(&'a self, look: &'a Look) -> Option<Grid<'a>> {
        Some(Grid::of(&self.0, COLUMNS, look).empty("No entity is in this domain."))
    }
}
