//! `makini token show`.

use super::details::{TokenDetails, quoted_id, stored, usable};
use crate::args::{OptionalConnectionArg, examples, resolve};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;

/// Show where the token of a connection is stored and when it expires
///
/// The token itself is printed with `--reveal` only, alone on stdout.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples!["makini token show \"Plant 7\"", "makini token show \"Plant 7\" --reveal"])]
pub struct Args {
    #[command(flatten)]
    connection: OptionalConnectionArg,

    /// Print the token itself
    #[arg(long)]
    reveal: bool,
}

/// Shows it.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    ctx.out.check_for::<TokenDetails>()?;
    let row = resolve::connection_or_own(ctx, ctx.client().await?, args.connection.as_deref()).await?;
    let Some(mut answer) = stored(ctx, &row).await? else {
        let name = row.name.as_deref().unwrap_or(row.id());
        let failure = Failure::new(Exit::NotFound, format!("no token of `{name}` is stored on this machine"));
        let id = quoted_id(&row);
        // One that is issued there is not kept either, and this command would find none again.
        let keeps_none = ctx.session().await?.signs_in_without_store().await || !ctx.secrets()?.is_persistent();
        return Err(if keeps_none {
            failure
                .hint("none is kept here: each command gets one when it needs it")
                .hint(format!("`makini token issue {id} --reveal` prints one"))
        } else {
            failure.hint(format!("`makini token issue {id}` gets one"))
        });
    };
    if args.reveal {
        answer.token = Some(usable(ctx, &row).await?);
    }
    ctx.show(&answer)
}
