//! `makini connections reactivate`.

use super::show::Details;
use crate::api::error_code::ErrorCode;
use crate::args::{ConnectionArg, resolve};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};

/// Make an inactive connection active again
///
/// For a connection that was made when there were too few credits. Disconnecting another one gives credits back; paid
/// accounts may go beyond their credits with `--overage`. Then it is synced.
/// Example: `makini connections reactivate 'Plant 7'`
#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(flatten)]
    connection: ConnectionArg,

    /// Take more credits than the account has; they are charged
    #[arg(long)]
    overage: bool,
}

/// Activates it, and shows the connection as it is then.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    ctx.out.check()?;
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
