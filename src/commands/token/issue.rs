//! `makini token issue`.

use super::details::{TokenDetails, keeper, quoted_id, warn_not_stored};
use crate::args::{ConnectionArg, examples, resolve};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};
use crate::session::Storage;

/// Issue and store a new token for a connection
///
/// Earlier tokens may stay valid; `makini token revoke` revokes all of them.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples!["makini token issue \"Plant 7\""])]
pub struct Args {
    #[command(flatten)]
    connection: ConnectionArg,

    /// Print the token itself
    #[arg(long)]
    reveal: bool,
}

/// Gets it.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    ctx.out.check_for::<TokenDetails>()?;
    let client = ctx.client().await?;
    let row = resolve::connection(ctx, client, &args.connection).await?;
    let session = ctx.session().await?;
    let tokens = client.issue_connection_token(row.id(), None).await.during(|| "could not get a token".into())?;
    let mut answer = TokenDetails {
        id: row.id().to_owned(),
        name: row.name.clone(),
        kept_in: None,
        expires_at: tokens.expires_at.map(|end| client.there(end)),
        renewable: tokens.refresh.is_some(),
        previous: None,
        token: args.reveal.then(|| tokens.access.clone()),
    };
    answer.kept_in = match session.store_connection(row.id(), tokens).await {
        Ok(Storage::Store) => keeper(ctx)?,
        Err(error) if !args.reveal && !ctx.settings.is_on("sandbox") => {
            let failure = Failure::from(error).during("the token was issued and could not be stored");
            return Err(failure.hint(format!("`makini token issue {} --reveal` prints one", quoted_id(&row))));
        }
        Ok(Storage::Memory) | Err(_) => None,
    };
    match &answer.kept_in {
        Some(_) => {}
        // Printing it is what the user can still do with it.
        None if args.reveal => ctx.term.status("the token is not stored, only printed"),
        None => warn_not_stored(ctx, &row),
    }
    ctx.show(&answer)
}
