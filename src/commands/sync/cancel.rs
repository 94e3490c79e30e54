//! `makini sync cancel`.

use super::show::SyncDetails;
use crate::api::operation::Operation;
use crate::api::sync::Sync;
use crate::args::resolve;
use crate::args::{ConnectionArg, examples, pasted};
use crate::connections::sync::newest;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};
use crate::shell::operand;

/// Cancel a running sync
///
/// The rows read so far are kept; the next sync reads the rest.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples!["makini sync cancel \"Plant 7\""])]
pub struct Args {
    #[command(flatten)]
    connection: ConnectionArg,

    /// Sync ID; default: the running sync
    #[arg(value_name = "SYNC", value_parser = pasted::id)]
    sync: Option<String>,
}

/// Stops it.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    ctx.out.check_for::<SyncDetails>()?;
    let client = ctx.client().await?;
    let connection = resolve::connection(ctx, client, &args.connection).await?;
    let name = connection.display_name();
    let offered = client.require(Operation::SyncCancel).await;
    offered.during(|| format!("could not cancel a sync of `{name}`")).map_err(|failure| match failure.exit {
        Exit::Unsupported => failure.hint(format!("`makini sync watch {}` watches it", operand(connection.id()))),
        _ => failure,
    })?;
    let sync = if let Some(sync) = args.sync {
        sync
    } else {
        let running = newest(client, connection.id()).await?.filter(Sync::is_active);
        running.and_then(|sync| sync.id).ok_or_else(|| {
            let status = format!("`makini sync status {}` shows the newest one", operand(connection.id()));
            Failure::new(Exit::NotFound, format!("no sync of `{name}` is running")).hint(status)
        })?
    };
    let sync = client.cancel_sync(connection.id(), &sync).await.during(|| format!("could not cancel sync {sync}"))?;
    ctx.show(&SyncDetails::new(&connection, sync))
}
