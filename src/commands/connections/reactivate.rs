//! `makini connections reactivate`.

use super::show::Details;
use crate::api::error_code::ErrorCode;
use crate::args::{ConnectionArg, examples, resolve};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};

/// Reactivate an inactive connection
///
/// For a connection that was created when there were too few credits. Disconnecting another connection returns credits;
/// paid accounts may exceed their credits with `--overage`. The connection is synced afterwards.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples!["makini connections reactivate \"Plant 7\""])]
pub struct Args {
    #[command(flatten)]
    connection: ConnectionArg,

    /// Exceed the credits of the account; the excess is charged
    #[arg(long)]
    overage: bool,
}

/// Activates it, and shows the connection as it is then.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    ctx.out.check_for::<Details>()?;
    let client = ctx.client().await?;
    let found = resolve::connection(ctx, client, &args.connection).await?;
    let during = || format!("could not reactivate `{}`", args.connection);
    let active = client.reactivate_connection(found.id(), args.overage).await.map_err(|error| {
        let lacks_credits = error.error_code() == Some(&ErrorCode::InsufficientCredits);
        let failure = Err::<(), _>(error).during(during).expect_err("made from an error");
        if lacks_credits { failure.hint("a paid account may go beyond them with `--overage`") } else { failure }
    })?;
    ctx.show(&Details::of(&active))
}
