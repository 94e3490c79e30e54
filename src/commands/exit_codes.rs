//! `makini exit-codes`.

use serde::Serialize;

use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::view::{Cell, Column, List, Listed};

/// Show the table of exit codes
///
/// "The answer is no" (1, 3, 10, 11) never looks like "could not ask" (everything else that is not 0).
#[derive(clap::Args, Debug)]
#[command(after_long_help = table())]
pub struct Args {}

fn table() -> String {
    let rows = Exit::ALL.map(|exit| format!("{:>3}  {:<12} {}", exit.code(), exit.name(), exit.meaning()));
    format!("Exit codes:\n{}", rows.join("\n"))
}

/// Shows the table.
pub fn run(ctx: &Context, _args: &Args) -> Result<Exit, Failure> {
    let rows = Exit::ALL.map(|exit| Row { code: exit.code(), name: exit.name(), meaning: exit.meaning() });
    ctx.show(&List(rows.into()))
}

#[derive(Serialize)]
struct Row {
    code: u8,
    name: &'static str,
    meaning: &'static str,
}

const COLUMNS: &[Column<Row>] = &[
    Column::new("code", "CODE", |row: &Row, _| Cell::number(row.code)).right(),
    Column::new("name", "NAME", |row: &Row, _| Cell::text(row.name)),
    Column::new("meaning", "MEANING", |row: &Row, _| Cell::text(row.meaning)),
];

impl Listed for Row {
    const SCHEMA: &'static str = "exit-codes/1";
    const COLUMNS: &'static [Column<Self>] = COLUMNS;
    const EMPTY: &'static str = "";
}
