//! `makini token issue`.

use super::answer::{TokenAnswer, word};
use crate::args::resolve;
use crate::client::Scope;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};

/// Get a new token for a connection and keep it
///
/// Earlier tokens may stay valid: `makini token revoke` ends them all. Example: `makini token issue 'Plant 7'`
#[derive(clap::Args, Debug)]
pub struct Args {
    /// The connection, by ID or name
    connection: String,

    /// Print the token itself
    #[arg(long)]
    reveal: bool,
}

/// Gets it.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    ctx.out.check()?;
    let client = ctx.client().await?;
    let row = resolve::connection(ctx, client, &args.connection).await?;
    let session = ctx.session().await?;
    let ready =
        session.state(&Scope::Application).await.is_ok_and(|state| state.is_some_and(|state| !state.uses_store()));
    let tokens = client.issue_connection_token(row.id()).await.during(|| "could not get a token".into())?;
    let mut answer = TokenAnswer {
        id: row.id().to_owned(),
        name: row.name.clone(),
        kept_in: None,
        expires_at: tokens.expires_at,
        renewable: tokens.refresh.is_some(),
        token: args.reveal.then(|| tokens.access.clone()),
    };
    match session.keep_connection(row.id(), tokens).await {
        Ok(()) => answer.kept_in = Some(ctx.secrets()?.describe()),
        // Printing it is what the user can still do with it.
        Err(_) if args.reveal => ctx.term.status("the token is kept nowhere but in this answer"),
        Err(error) if ready => {
            let why = if ctx.settings.is_on("sandbox") {
                "tokens of the sandbox are not kept".to_owned()
            } else {
                error.to_string()
            };
            let id = word(&row);
            ctx.term.warn(format!("the token was issued and is kept nowhere: {why}"));
            ctx.term.warn(format!("`makini token issue {id} --reveal` prints one"));
        }
        Err(error) => {
            let failure = Failure::from(error).during("the token was issued and could not be stored");
            return Err(failure.hint(format!("`makini token issue {} --reveal` prints one", word(&row))));
        }
    }
    ctx.show(&answer)
}
