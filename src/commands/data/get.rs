//! `makini data get`.

use super::retained;
use super::row::Row;
use super::target::{self, DomainArg, RowArg};
use crate::api::entities::Verb;
use crate::args::{examples, resolve};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};

/// Show a row by its key
///
/// Of a disconnected connection the row is shown as it was synced before, as long as it is retained.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples!["makini data get \"Plant 7\" work-orders 03000630254751"])]
pub struct Args {
    #[command(flatten)]
    row: RowArg,

    #[command(flatten)]
    domain: DomainArg,
}

/// Shows it.
pub(super) async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    ctx.out.check_for::<Row>()?;
    let RowArg { rows, key } = &args.row;
    let row = resolve::entity(&rows.entity.entity)?;
    let domains = target::allowed(row, Verb::Get)?;
    let client = ctx.client().await?;
    let connection = retained::connection(ctx, client, &rows.connection).await?;
    let domain = target::domain(ctx, client, &connection, args.domain.get(), (row.plural, &domains)).await?;
    let at = (domain.slug(), row.path);
    let during = || format!("could not read the {} {} of {}", row.singular, key, connection.display_name());
    let found = if retained::is_retained(&connection) {
        retained::row(client, &connection, at, key).await.during(during)?.ok_or_else(|| {
            let missing =
                format!("no {} with the key {key} is retained of {}", row.singular, connection.display_name());
            Failure::new(Exit::NotFound, missing)
        })
    } else {
        let found = client.entity(connection.id(), at, key).await.and_then(|answer| answer.entity_row(Some(key)));
        found.map(|found| found.row).during(during)
    };
    let found = found.map_err(|failure| match failure.exit {
        Exit::NotFound => failure.hint("`makini data list` shows the keys; `--where` finds a row by another field"),
        _ => failure,
    });
    ctx.show(&Row::new(found?, row.fields))
}
