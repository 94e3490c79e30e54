//! `makini connections mapping`.

use serde::Serialize;
use serde_json::{Map, Value};

use crate::api::connections::Connection;
use crate::api::entities::{self, Field, Resource};
use crate::api::mapping::{MappedField, Mapping};
use crate::api::operation::Operation;
use crate::args::{ConnectionArg, examples, resolve};
use crate::client::Client;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};
use crate::view::{Cell, Columns, Grid, Head, Items, Look, View};

/// Show or update the field mapping of a connection
///
/// A change takes effect immediately, for this connection only. A field that is not published is added to the custom
/// fields.
///
/// On a server that returns no mapping, the published fields are listed; which column each comes from is not known: in JSON
/// `source` is then `documentation`, and table, column and origin are null. `--changed`, `--set` and `--reset` end with 15
/// there.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples![
    "makini connections mapping \"Plant 7\" assets",
    "makini connections mapping \"Plant 7\" assets --set notes=SERIAL_NUMBER",
])]
pub struct Args {
    #[command(flatten)]
    connection: ConnectionArg,

    /// Entity, for example `purchase-orders`; default: all
    entity: Option<String>,

    /// Map a field to a column (can be repeated)
    #[arg(long, value_name = "FIELD=COLUMN", value_parser = pair, requires = "entity")]
    set: Vec<(String, String)>,

    /// Reset a field to its original column, or remove an added one (can be repeated)
    #[arg(long, value_name = "FIELD", requires = "entity")]
    reset: Vec<String>,

    /// Only fields that were changed or added
    #[arg(long)]
    changed: bool,
}

fn pair(text: &str) -> Result<(String, String), String> {
    match text.split_once('=').map(|(field, column)| (field.trim(), column.trim())) {
        Some((field, column)) if !field.is_empty() && !column.is_empty() => Ok((field.into(), column.into())),
        _ => Err("it takes the form FIELD=COLUMN".into()),
    }
}

/// Changes what is given, and shows what is there.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    ctx.out.check_for::<Mappings>()?;
    let client = ctx.client().await?;
    let found = resolve::connection(ctx, client, &args.connection).await?;
    let changes: Map<String, Value> = args
        .set
        .into_iter()
        .map(|(field, column)| (field, column.into()))
        .chain(args.reset.into_iter().map(|field| (field, Value::Null)))
        .collect();
    let is_shown = changes.is_empty() && !args.changed;
    let during = || "could not read the mapping".to_owned();
    if is_shown && client.offered(Operation::MappingGet).await.during(during)?.is_none() {
        let mappings = published(client, &found, args.entity.as_deref()).await?;
        ctx.term.warn(
            "this server does not return the mapping: these are the published fields, and the column of each is not known",
        );
        let source = "documentation";
        return ctx.show(&Mappings { id: found.id().to_owned(), name: found.name, source, mappings });
    }
    let mut mappings = match &args.entity {
        Some(entity) if !changes.is_empty() => {
            let during = || format!("could not change the mapping of `{entity}`");
            vec![client.set_mapping(found.id(), entity, &changes).await.during(during)?]
        }
        entity => {
            let answer = client.mappings(found.id(), entity.as_deref()).await;
            answer.during(during)?
        }
    };
    if args.changed {
        for mapping in &mut mappings {
            mapping.fields.retain(MappedField::is_changed);
        }
        mappings.retain(|mapping| !mapping.fields.is_empty());
    }
    ctx.show(&Mappings { id: found.id().to_owned(), name: found.name, source: "server", mappings })
}

/// Returns the published fields of an entity, or of every entity in the domains of the system.
async fn published(client: &Client, found: &Connection, entity: Option<&str>) -> Result<Vec<Mapping>, Failure> {
    let entities: Vec<&Resource> = if let Some(word) = entity {
        vec![resolve::entity(word)?]
    } else {
        let domains = resolve::system_domains(client, found).await?;
        let is_there = |row: &&Resource| domains.is_empty() || row.domains().any(|domain| domains.contains(&domain));
        entities::all().iter().filter(is_there).collect()
    };
    let field = |field: &Field| MappedField { field: Some(field.name.to_owned()), ..MappedField::default() };
    let mapping = |row: &&Resource| Mapping {
        entity: Some(row.path.to_owned()),
        fields: row.fields.iter().map(field).collect(),
        ..Mapping::default()
    };
    Ok(entities.iter().map(mapping).collect())
}

/// Where the fields of a connection's answers come from.
#[derive(Serialize)]
struct Mappings {
    id: String,
    name: Option<String>,
    /// Who returned it: `server`, or `documentation` where the server returns no mapping.
    source: &'static str,
    mappings: Vec<Mapping>,
}

impl View for Mappings {
    const SCHEMA: &'static str = "connections.mapping/1";
    const ITEMS: Items = Items::Rows;

    fn columns() -> Columns {
        Columns::Known(vec![
            Head::new("entity", "ENTITY"),
            Head::new("field", "FIELD"),
            Head::new("table", "TABLE"),
            Head::new("source", "COLUMN"),
            Head::new("origin", "ORIGIN"),
        ])
    }

    fn table<'a>(&'a self, _: &'a Look) -> Option<Grid<'a>> {
        let text = |text: &'a Option<String>| Cell::maybe(text.as_deref(), Cell::text);
        let row = |mapping: &'a Mapping, field: &'a MappedField| {
            let origin = field.origin.as_deref().unwrap_or("-");
            vec![
                text(&mapping.entity),
                Cell::maybe(field.field.as_deref(), Cell::name),
                text(&mapping.table),
                text(&field.source),
                if field.is_changed() { Cell::caution(origin) } else { Cell::muted(origin) },
            ]
        };
        let rows = self.mappings.iter().flat_map(|mapping| mapping.fields.iter().map(move |field| row(mapping, field)));
        Some(
            Grid::from_rows(Self::columns().heads(), rows.collect())
                .empty("Every field comes from the column of its own name."),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::pair;

    #[test]
    fn pairs_people_type() {
        assert_eq!(pair("notes = SERIAL_NUMBER"), Ok(("notes".into(), "SERIAL_NUMBER".into())));
        for text in ["notes", "notes=", "=SERIAL", ""] {
            assert!(pair(text).is_err(), "{text}");
        }
    }
}
