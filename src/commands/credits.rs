//! `makini credits`.

use serde::Serialize;

use crate::args::examples;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};
use crate::view::connections::{Row, status_cell};
use crate::view::{Card, Cell, Column, Columns, Grid, Items, Look, Page, View};

/// Show credits and the connections that use them
///
/// Disconnecting a connection returns its credits.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples!["makini credits", "makini credits --sort -credits"])]
pub struct Args {}

/// Shows them.
pub async fn run(ctx: &Context, _args: Args) -> Result<Exit, Failure> {
    ctx.out.check_for::<Answer>()?;
    let client = ctx.client().await?;
    let pool = client.credits().await.during(|| "could not read the credits".into())?;
    let rows = client.connections().await.during(|| "could not list connections".into())?;
    let mut rows: Vec<Row> = rows.iter().map(Row::from).collect();
    rows.sort_by_key(|row| std::cmp::Reverse(row.credits));
    let connections = rows.into_iter().map(|row| ConnectionCredits {
        id: row.id,
        name: row.name,
        system: row.system,
        status: row.status,
        deployment: row.deployment,
        credits: row.credits,
    });
    let answer =
        Answer { total: pool.total, used: pool.used, available: pool.available, connections: connections.collect() };
    ctx.show(&answer)
}

/// Credits of the account.
#[derive(Serialize)]
struct Answer {
    total: Option<u64>,
    used: Option<u64>,
    available: Option<u64>,
    /// The most expensive first.
    connections: Vec<ConnectionCredits>,
}

/// What one connection holds, and gives back when it ends.
#[derive(Serialize)]
struct ConnectionCredits {
    id: String,
    name: Option<String>,
    system: Option<String>,
    status: String,
    deployment: Option<String>,
    credits: Option<u64>,
}

impl View for Answer {
    const SCHEMA: &'static str = "credits/1";
    const ITEMS: Items = Items::Under("connections");

    fn human(&self, page: &mut Page<'_>) {
        let left = match self.available {
            Some(0) => Cell::bad("0"),
            Some(left) => Cell::count(left),
            None => Cell::empty(),
        };
        let card = Card::new()
            .row("Credits", Cell::maybe(self.total, Cell::count))
            .row("Used", Cell::maybe(self.used, Cell::count))
            .row("Left", left);
        page.card(&card);
        page.blank();
        page.grid();
    }

    fn columns() -> Columns {
        Columns::of(COLUMNS)
    }

    fn table<'a>(&'a self, look: &'a Look) -> Option<Grid<'a>> {
        Some(
            Grid::of(&self.connections, COLUMNS, look)
                .empty("No connection holds any. Run `makini connect` to make one."),
        )
    }
}

const COLUMNS: &[Column<ConnectionCredits>] = &[
    Column::new("name", "NAME", |row: &ConnectionCredits, _| Cell::maybe(row.name.as_deref(), Cell::name)),
    Column::new("id", "ID", |row: &ConnectionCredits, _| Cell::id(row.id.as_str())).minor(),
    Column::new("system", "SYSTEM", |row: &ConnectionCredits, _| Cell::maybe(row.system.as_deref(), Cell::text)),
    Column::new("status", "STATUS", |row: &ConnectionCredits, _| status_cell(&row.status)),
    Column::new("deployment", "RUNS", |row: &ConnectionCredits, _| Cell::maybe(row.deployment.as_deref(), Cell::text)),
    Column::new("credits", "CREDITS BACK", |row: &ConnectionCredits, _| Cell::maybe(row.credits, Cell::count))
        .right()
        .essential(),
];
