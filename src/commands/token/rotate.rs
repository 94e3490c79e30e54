//! `makini token rotate`.

use super::details::{TokenDetails, keeper, quoted_id, scope, warn_not_stored};
use crate::api::connections::Connection;
use crate::api::operation::Operation;
use crate::args::{ConnectionArg, examples, resolve};
use crate::client::call::Tokens;
use crate::client::{Client, Error, TokenSource as _};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};
use crate::secret::Secret;
use crate::session::{Session, Storage, TokenOrigin, TokenState};
use crate::term::prompt::Question;

/// Replace the token of a connection
///
/// Gets a new token, stores it and proves it with a call; then the old one is ended. The token stored here is replaced
/// by renewing it, which ends it alone. Where none is stored, or it cannot be renewed, every token of the connection is
/// revoked, also those that other programs use: that is confirmed first (`--yes`). A server that can neither renew nor
/// revoke leaves the old token valid until it expires; the command then says so.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples!["makini token rotate \"Plant 7\"", "makini token rotate \"Plant 7\" --yes --reveal"])]
pub struct Args {
    #[command(flatten)]
    connection: ConnectionArg,

    /// Print the new token itself
    #[arg(long)]
    reveal: bool,
}

/// What became of the tokens from before.
enum Previous {
    /// They no longer work.
    Ended,
    /// The one that was stored here still works.
    Valid,
    /// None was stored here, and the server cannot revoke what may be elsewhere.
    Unknown,
}

/// Replaces it.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    ctx.out.check_for::<TokenDetails>()?;
    let client = ctx.client().await?;
    let row = resolve::connection(ctx, client, &args.connection).await?;
    let session = ctx.session().await?;
    let state = session.state(&scope(&row)).await.during(|| "could not read the token".into())?;
    if let Some(TokenState { origin: TokenOrigin::Ready(variable), .. }) = &state {
        let place = variable.as_deref().unwrap_or("the environment");
        let failure = Failure::usage(format!("the token comes from {place}, which cannot be changed from here"));
        return Err(failure.hint(format!("`makini token issue {} --reveal` prints a new one", quoted_id(&row))));
    }
    let old = match &state {
        Some(_) => session.token(&scope(&row)).await.during(|| "could not get the old token".into())?,
        None => None,
    };
    let can_renew = state.is_some_and(|state| state.renewable);
    let can_revoke = client.operation(Operation::TokenRevoke).await.during(|| "could not rotate the token".into())?;
    let revokes_all = !can_renew && can_revoke.is_some();
    if revokes_all {
        confirm(ctx, &row)?;
    }
    // A new token first: while the server gives none, the old one must live.
    let mut new = match &old {
        Some(old) if can_renew => {
            let renewed = session.renew(&scope(&row), old).await.during(|| "could not get a new token".into())?;
            renewed.ok_or_else(|| Failure::new(Exit::Auth, "the server gave no new token"))?
        }
        _ => issue(client, session, &row).await?,
    };
    prove(ctx, row.id(), &new).await?;
    let mut previous = match &old {
        _ if revokes_all => Previous::Valid,
        Some(old) if works(ctx, row.id(), old).await? => Previous::Valid,
        Some(_) => Previous::Ended,
        None => Previous::Unknown,
    };
    if let (Previous::Valid, Some(_)) = (&previous, &can_revoke) {
        // Renewing it has not ended it.
        if !revokes_all {
            confirm(ctx, &row).map_err(|failure| failure.hint("the new token is stored; the old one still works"))?;
        }
        client.revoke_connection_tokens(row.id()).await.during(|| "could not revoke the old tokens".into())?;
        new = issue(client, session, &row).await?;
        prove(ctx, row.id(), &new).await?;
        if let Some(old) = &old {
            check_dead(ctx, &row, old).await?;
        }
        previous = Previous::Ended;
    }
    if let Previous::Valid | Previous::Unknown = previous {
        let which =
            if matches!(previous, Previous::Valid) { "the old token still works" } else { "older tokens may work" };
        ctx.term
            .warn(format!("{which}: this server cannot revoke one. It ends when it expires, or with the connection"));
    }
    let state = session.state(&scope(&row)).await.ok().flatten();
    let answer = TokenDetails {
        id: row.id().to_owned(),
        name: row.name.clone(),
        kept_in: match &state {
            Some(state) if state.uses_store() => keeper(ctx)?,
            _ => None,
        },
        expires_at: state.as_ref().and_then(|state| state.expires_at).map(|end| client.there(end)),
        renewable: state.is_some_and(|state| state.renewable),
        previous: Some(match previous {
            Previous::Ended => "ended",
            Previous::Valid => "valid",
            Previous::Unknown => "unknown",
        }),
        token: args.reveal.then_some(new),
    };
    if answer.kept_in.is_none() && !args.reveal {
        warn_not_stored(ctx, &row);
    }
    ctx.show(&answer)
}

/// Asks before every token of a connection is revoked.
fn confirm(ctx: &Context, row: &Connection) -> Result<(), Failure> {
    let label = format!("Revoke every token of `{}`?", row.name.as_deref().unwrap_or(row.id()));
    let help = "Every program that uses one is shut out until it gets a new one.";
    ctx.confirm(&Question::new(&label, "--yes").help(help))
}

/// Issues a token and keeps it, for this process at least.
async fn issue(client: &Client, session: &Session, row: &Connection) -> Result<Secret, Failure> {
    let tokens: Tokens =
        client.issue_connection_token(row.id(), None).await.during(|| "could not get a new token".into())?;
    let access = tokens.access.clone();
    match session.store_connection(row.id(), tokens).await {
        Ok(Storage::Store | Storage::Memory) => Ok(access),
        Err(error) => Err(Failure::from(error)
            .during("the new token could not be stored, and the old one was left as it is")
            .hint(format!("`makini token issue {} --reveal` prints one", quoted_id(row)))),
    }
}

/// Calls with the new token: one that does not work must not replace one that does.
async fn prove(ctx: &Context, id: &str, token: &Secret) -> Result<(), Failure> {
    if works(ctx, id, token).await? {
        return Ok(());
    }
    Err(Failure::new(Exit::Auth, "the new token was refused, and the old one was left as it is"))
}

/// Fails if a token still works whose end the server has reported.
///
/// # Errors
/// Also when that could not be tried.
pub(super) async fn check_dead(ctx: &Context, row: &Connection, token: &Secret) -> Result<(), Failure> {
    let name = row.name.as_deref().unwrap_or(row.id());
    let client = ctx.client_with(token.clone()).await?;
    let is_accepted = accepted(&client, row.id()).await;
    if !is_accepted
        .during(|| format!("the tokens of `{name}` were reported as revoked, and that could not be tried"))?
    {
        return Ok(());
    }
    let message =
        format!("the server reported the tokens of `{name}` as revoked, and the one that was stored here still works");
    Err(Failure::new(Exit::Unavailable, message)
        .hint(format!("`makini disconnect {}` ends them for certain", quoted_id(row))))
}

async fn works(ctx: &Context, id: &str, token: &Secret) -> Result<bool, Failure> {
    match accepted(&ctx.client_with(token.clone()).await?, id).await {
        // The token was accepted; what is behind it does not answer.
        Err(error) if matches!(error.status(), Some(403..=599)) => Ok(true),
        tried => tried.during(|| "could not try the token".into()),
    }
}

/// Returns whether the server answers a call with the token of this client, or refuses the token.
async fn accepted(client: &Client, id: &str) -> Result<bool, Error> {
    // By its ID, so that the journal has the connection.
    match client.integration(id).await {
        Ok(_) => Ok(true),
        Err(error) if error.status() == Some(401) => Ok(false),
        Err(error) => Err(error),
    }
}
