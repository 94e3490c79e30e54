//! `makini exit-codes`.

use serde::Serialize;

use crate::args::examples;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::view::{Cell, Column, List, Listed};

/// Show the table of exit codes
///
/// "The answer is no" (1, 3, 10, 11) is never mixed up with "there is no answer" (every other code but 0).
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples!["makini exit-codes", "makini exit-codes -o json"])]
pub struct Args {}

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
