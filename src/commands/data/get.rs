//! `makini data get`.

use super::row::Row;
use super::target::{self, DomainArg, EntityArg};
use crate::api::entities::Verb;
use crate::args::{ConnectionArg, examples, resolve};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};

/// Show a row by its key
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples!["makini data get \"Plant 7\" work-orders 03000630254751"])]
pub struct Args {
    #[command(flatten)]
    connection: ConnectionArg,

    #[command(flatten)]
    entity: EntityArg,

    /// Key of the row
    #[arg(value_name = "KEY", value_parser = clap::builder::NonEmptyStringValueParser::new())]
    key: String,

    #[command(flatten)]
    domain: DomainArg,
}

/// Shows it.
pub(super) async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    ctx.out.check_for::<Row>()?;
    let row = target::resource(&args.entity.entity)?;
    let domains = target::allowed(row, Verb::Get)?;
    let client = ctx.client().await?;
    let connection = resolve::connection(ctx, client, &args.connection).await?;
    let domain = target::domain(ctx, client, &connection, args.domain.get(), (row.plural, &domains)).await?;
    let found = client.entity(connection.id(), (domain.slug(), row.path), &args.key).await;
    let during = || format!("could not read the {} {} of {}", row.singular, args.key, connection.display_name());
    let found = found.and_then(|answer| answer.entity_row(Some(&args.key)));
    let found = found.during(during).map_err(|failure| match failure.exit {
        Exit::NotFound => failure.hint("`makini data list` shows the keys; `--where` finds a row by another field"),
        _ => failure,
    });
    ctx.show(&Row::new(found?.row, row.fields))
}
