//! `makini raw tables`.

use serde::Serialize;
use serde_json::{Value, json};

use crate::args::{ConnectionArg, examples, resolve};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};
use crate::view::{Columns, Grid, Look, View};

/// List the raw tables of a connected system
///
/// What the server returns of each is not published and shown as it comes.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples!["makini raw tables \"Plant 7\""])]
pub struct Args {
    #[command(flatten)]
    connection: ConnectionArg,
}

/// Lists them.
pub(super) async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    ctx.out.check_for::<Tables>()?;
    let client = ctx.client().await?;
    let connection = resolve::connection(ctx, client, &args.connection).await?;
    let during = || format!("could not list the raw tables of {}", connection.display_name());
    let found = client.raw_tables(connection.id()).await.during(during)?;
    let Value::Array(tables) = found else {
        let failure = Failure::new(Exit::Unavailable, "the server returned something else than a list of tables");
        let call = format!("makini api get /api/raw/tables --connection {}", crate::shell::operand(connection.id()));
        return Err(failure.during(during()).hint(format!("`{call}` prints it as it is")));
    };
    // Some servers may list names alone.
    let tables = tables.into_iter().map(|table| match table {
        Value::String(name) => Ok(json!({ "name": name })),
        Value::Object(table) if !table.is_empty() => Ok(table.into()),
        _ => Err(Failure::new(Exit::Unavailable, "the server returned a table without a name").during(during())),
    });
    ctx.show(&Tables(tables.collect::<Result<_, _>>()?))
}

/// The tables.
#[derive(Serialize)]
#[serde(transparent)]
struct Tables(Vec<Value>);

impl View for Tables {
    const SCHEMA: &'static str = "raw.tables/1";

    fn columns() -> Columns {
        Columns::Late
    }

    fn table<'a>(&'a self, _: &'a Look) -> Option<Grid<'a>> {
        Some(Grid::of_objects(&self.0).empty("The server lists no raw tables."))
    }
}
