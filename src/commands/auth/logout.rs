//! `makini logout`.

use serde::Serialize;

use super::ready_token_variable;
use crate::args::examples;
use crate::blocking;
use crate::client::Scope;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};
use crate::secrets::{SecretKind, SecretName, SecretStore as _};
use crate::view::{Page, View};

/// Remove the tokens of a profile from this machine
///
/// Removes the token and the secret of the application from the secret store, and the tokens of its connections: those
/// that the store can list, otherwise those of the connections that the platform lists. The tokens stay valid until
/// they expire; `makini token revoke` revokes one immediately.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples!["makini logout", "makini logout --profile staging --local"])]
pub struct Args {
    /// Do not request the list of connections from the platform
    #[arg(long)]
    local: bool,
}

/// Removes the tokens.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    ctx.out.check_for::<SignedOut>()?;
    let session = ctx.session().await?;
    // Read before the login is removed: the platform may need it for this query.
    let known = connections(ctx, args.local).await?;
    if let Some(variable) = ready_token_variable(ctx) {
        ctx.term.warn(format!("{variable} is still set: commands go on using it"));
    } else if ctx.signs_in_by_environment()? {
        ctx.term.warn("MAKINI_CLIENT_ID and a client secret are still set: commands go on signing in with them");
    }
    // The login is removed first: processes that still use it then store no more tokens of connections.
    let application = match session.change_login().await {
        Ok(mut login) => login.forget().await,
        Err(error) => Err(error),
    };
    let application = application.during(|| "could not remove the token".into())?;
    let (mut connections, mut left) = (0_u64, Vec::new());
    for id in known {
        match session.forget_connection(&id).await {
            Ok(forgotten) => connections += u64::from(forgotten),
            Err(error) => left.push((id, error)),
        }
    }
    let answer = SignedOut { profile: ctx.settings.profile().to_owned(), application, connections };
    let Some((first, error)) = left.pop() else { return ctx.show(&answer) };
    let more = if left.is_empty() { String::new() } else { format!(" and of {} more connections", left.len()) };
    Err(Failure::from(error).during(format!("the login is removed, but not the token of `{first}`{more}")))
}

/// Returns the connections whose tokens are to go.
async fn connections(ctx: &Context, local: bool) -> Result<Vec<String>, Failure> {
    let (store, profile) = (ctx.secrets()?, ctx.settings.profile().to_owned());
    let listed = blocking::run(move || store.names(&profile)).await;
    if let Some(names) = listed.during(|| "could not remove the token".into())? {
        let id = |name: SecretName| match name.kind {
            SecretKind::Connection(id) => Some(id),
            _ => None,
        };
        return Ok(names.into_iter().filter_map(id).collect());
    }
    let signed_in = ctx.session().await?.state(&Scope::Application).await.is_ok_and(|state| state.is_some());
    if local || !signed_in {
        return Ok(Vec::new());
    }
    match ctx.client().await?.connections().await {
        Ok(list) => Ok(list.iter().map(|connection| connection.id().to_owned()).collect()),
        Err(error) => {
            ctx.term.warn(format!(
                "tokens of connections may still be stored: the platform could not be asked which there are ({error})"
            ));
            Ok(Vec::new())
        }
    }
}

/// What was removed.
#[derive(Serialize)]
struct SignedOut {
    profile: String,
    application: bool,
    connections: u64,
}

impl View for SignedOut {
    const SCHEMA: &'static str = "logout/1";

    fn human(&self, page: &mut Page<'_>) {
        let profile = &self.profile;
        match (self.application, self.connections) {
            (false, 0) => page.line(format!("Nothing was stored for profile `{profile}`.")),
            (_, 0) => page.line(format!("The token of profile `{profile}` is removed.")),
            (_, 1) => page.line(format!("The token of profile `{profile}` and that of 1 connection are removed.")),
            (_, count) => {
                page.line(format!("The token of profile `{profile}` and those of {count} connections are removed."));
            }
        }
    }
}
