//! `makini systems`.

pub mod list;
pub mod search;
pub mod show;

use crate::api::systems::Platform;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::view::{Cell, Column, Columns, Grid, Look, View};

/// What to do with the catalogue.
#[derive(clap::Subcommand, Debug)]
#[command(defer = true)]
pub enum Command {
    /// List supported systems
    #[command(alias = "ls")]
    List(list::Args),
    /// Search for a system by name
    Search(search::Args),
    /// Show the credentials that a system requires
    Show(show::Args),
}

/// Runs one of them.
pub async fn run(ctx: &Context, command: Command) -> Result<Exit, Failure> {
    match command {
        Command::List(args) => list::run(ctx, args).await,
        Command::Search(args) => search::run(ctx, args).await,
        Command::Show(args) => show::run(ctx, args).await,
    }
}

/// Systems of the catalogue, in the platform's own shape.
#[derive(serde::Serialize)]
#[serde(transparent)]
struct SystemList {
    systems: Vec<Platform>,
    #[serde(skip)]
    empty: String,
}

impl View for SystemList {
    const SCHEMA: &'static str = "systems.list/1";

    fn columns() -> Columns {
        Columns::of(COLUMNS)
    }

    fn table<'a>(&'a self, look: &'a Look) -> Option<Grid<'a>> {
        Some(Grid::of(&self.systems, COLUMNS, look).empty(self.empty.as_str()))
    }
}

/// Returns what a connection costs where the system runs; where there is a choice, `4/8`: in the cloud, on premises.
fn credits(system: &Platform) -> Cell<'_> {
    let runs = |place: &str| system.deployments.is_empty() || system.deployments.iter().any(|known| known == place);
    let (cloud, on_premises) = (system.credits(false), system.credits(true));
    match (cloud, on_premises) {
        (Some(cloud), Some(on_premises)) if runs("cloud") && runs("on_premises") => {
            Cell::text(format!("{cloud}/{on_premises}")).machine(cloud.to_string())
        }
        _ => Cell::maybe(if runs("cloud") { cloud } else { on_premises }, Cell::number),
    }
}

const COLUMNS: &[Column<Platform>] = &[
    Column::new("slug", "SLUG", |system: &Platform, _| Cell::maybe(system.slug.as_deref(), Cell::id)),
    Column::new("name", "NAME", |system: &Platform, _| Cell::maybe(system.name.as_deref(), Cell::name)),
    Column::new("category", "CATEGORY", |system: &Platform, _| Cell::maybe(system.category.as_deref(), Cell::text)),
    Column::new("domains", "DOMAINS", |system: &Platform, _| Cell::text(system.domains.join(", "))),
    Column::new("deployments", "RUNS", |system: &Platform, _| Cell::text(system.deployments.join(", "))),
    Column::new("credits", "CREDITS", |system: &Platform, _| credits(system)).right(),
    Column::new("tier", "TIER", |system: &Platform, _| Cell::maybe(system.tier, Cell::number)).right().extra(),
    Column::new("credits_on_premises", "CREDITS ON PREMISES", |system: &Platform, _| {
        Cell::maybe(system.credits(true), Cell::number)
    })
    .right()
    .extra(),
    Column::new("asks_for", "ASKS FOR", |system: &Platform, _| {
        let names = system.fields.iter().map(|field| field.name.as_str()).filter(|name| !name.is_empty());
        Cell::text(names.collect::<Vec<_>>().join(", "))
    })
    .extra(),
    Column::new("description", "DESCRIPTION", |system: &Platform, _| {
        Cell::maybe(system.description.as_deref(), Cell::text)
    })
    .extra(),
];
