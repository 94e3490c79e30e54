//! `makini data fields`.

use serde::Serialize;

use super::target::Listable;
use crate::api::entities::{Domain, Input, Kind, Verb};
use crate::args::{examples, resolve};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::view::{Cell, Column, Columns, Grid, Look, View};

/// List the fields of an entity
///
/// That of the published API: what each field holds, whether rows can be filtered and sorted by it, and whether `create`
/// and `update` take it. A connected system may require more, or take less.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples!["makini data fields work-orders", "makini data fields purchase-orders -o json"])]
pub struct Args {
    /// Entity, for example `work-orders`
    #[arg(value_name = "ENTITY")]
    entity: String,
}

/// Lists them.
pub(super) fn run(ctx: &Context, args: &Args) -> Result<Exit, Failure> {
    ctx.out.check_for::<Fields>()?;
    let entity = Listable::find(&args.entity)?;
    let row = if args.entity.starts_with("statuses/") { None } else { Some(resolve::entity(&args.entity)?) };
    let inputs = |verb: Verb| row.map(|row| row.inputs(verb)).unwrap_or_default();
    let creates = row.is_some_and(|row| Domain::ALL.iter().any(|domain| row.allows(*domain, Verb::Create)));
    let taken = |name: &str, verb: Verb| match Taken::of(inputs(verb), name) {
        // Only the guide documents that lines are created with their order.
        Taken::No if name == "lineItems" && verb == Verb::Create && creates => Taken::Optional,
        taken => taken,
    };
    let read = entity.fields.iter().map(|field| Field {
        field: field.name,
        holds: holds(field.kind),
        of: refers_to(field.kind),
        filter: field.kind.is_plain(),
        create: taken(field.name, Verb::Create),
        update: taken(field.name, Verb::Update),
    });
    // Some inputs have another name than the field that they set.
    let mut only_written: Vec<&'static str> = Vec::new();
    for input in inputs(Verb::Create).iter().chain(inputs(Verb::Update)) {
        if !only_written.contains(&input.name) && entity.fields.iter().all(|field| field.name != input.name) {
            only_written.push(input.name);
        }
    }
    let written = only_written.into_iter().map(|name| Field {
        field: name,
        holds: "not returned",
        of: None,
        filter: false,
        create: taken(name, Verb::Create),
        update: taken(name, Verb::Update),
    });
    ctx.show(&Fields(read.chain(written).collect()))
}

fn holds(kind: Kind) -> &'static str {
    match kind {
        Kind::Key | Kind::Ref(_) => "key",
        Kind::Refs(_) => "list of keys",
        Kind::RefsText(_) => "keys, separated by commas",
        Kind::Text => "text",
        Kind::Time => "time",
        Kind::Money => "amount",
        Kind::Number => "number",
        Kind::NumberText => "number as text",
        Kind::Bool => "true or false",
        Kind::BoolText => "true or false as text",
        Kind::List => "list",
        Kind::Object(_) => "object",
        Kind::Objects(_) => "list of objects",
    }
}

fn refers_to(kind: Kind) -> Option<&'static str> {
    match kind {
        Kind::Ref(of) | Kind::Refs(of) | Kind::RefsText(of) | Kind::Object(of) | Kind::Objects(of) => Some(of),
        _ => None,
    }
}

/// The fields.
#[derive(Serialize)]
#[serde(transparent)]
struct Fields(Vec<Field>);

#[derive(Serialize)]
struct Field {
    field: &'static str,
    /// What it holds.
    holds: &'static str,
    /// The entity of a key, or the published name of an object.
    of: Option<&'static str>,
    /// Whether rows can be filtered and sorted by it.
    filter: bool,
    create: Taken,
    update: Taken,
}

/// Whether a write takes a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
enum Taken {
    Required,
    Optional,
    No,
}

impl Taken {
    fn of(inputs: &[Input], name: &str) -> Self {
        match inputs.iter().find(|input| input.name == name) {
            Some(input) if input.required => Self::Required,
            Some(_) => Self::Optional,
            None => Self::No,
        }
    }

    fn cell(self) -> Cell<'static> {
        match self {
            Self::Required => Cell::text("required"),
            Self::Optional => Cell::text("optional"),
            Self::No => Cell::muted("no"),
        }
    }
}

const COLUMNS: &[Column<Field>] = &[
    Column::new("field", "FIELD", |row: &Field, _| Cell::name(row.field)).essential(),
    Column::new("holds", "HOLDS", |row: &Field, _| Cell::text(row.holds)),
    Column::new("of", "OF", |row: &Field, _| Cell::maybe(row.of, Cell::text)),
    Column::new("filter", "FILTER", |row: &Field, _| Cell::flag(row.filter)).minor(),
    Column::new("create", "CREATE", |row: &Field, _| row.create.cell()),
    Column::new("update", "UPDATE", |row: &Field, _| row.update.cell()),
];

impl View for Fields {
    const SCHEMA: &'static str = "data.fields/1";

    fn columns() -> Columns {
        Columns::of(COLUMNS)
    }

    fn table<'a>(&'a self, look: &'a Look) -> Option<Grid<'a>> {
        Some(Grid::of(&self.0, COLUMNS, look).empty("No fields are published."))
    }
}
