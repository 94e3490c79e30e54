//! What becomes of the token of a connection that was just made or let in again.

use jiff::Timestamp;
use serde::Serialize;

use crate::client::Scope;
use crate::client::call::Tokens;
use crate::context::Context;
use crate::failure::Failure;
use crate::secrets::SecretStore as _;

/// Where a token is now. Never the token itself.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct Kept {
    /// Whether it lies in the secret store.
    pub(crate) stored: bool,
    /// The store, where one is in use.
    pub(crate) store: Option<String>,
    /// When it ends.
    pub(crate) expires_at: Option<Timestamp>,
    /// Why it is not stored.
    pub(crate) reason: Option<String>,
}

/// Keeps a token under its connection's ID, before anything else is done. A store that fails is no reason to fail:
/// the connection is there, and the user is told how to get another token.
pub(crate) async fn keep(ctx: &Context, id: &str, tokens: Option<Tokens>) -> Result<Kept, Failure> {
    let Some(tokens) = tokens else {
        let reason = "the server sent none; one is issued when it is needed";
        return Ok(Kept { reason: Some(reason.into()), ..Kept::default() });
    };
    let mut kept = Kept { expires_at: tokens.expires_at, ..Kept::default() };
    let session = ctx.session().await?;
    let ready =
        session.state(&Scope::Application).await.is_ok_and(|state| state.is_some_and(|state| !state.uses_store()));
    let in_memory = ctx.settings.is_on("sandbox") && !ctx.secrets()?.is_persistent();
    let sandbox = "tokens of the sandbox are issued whenever they are needed";
    match session.keep_connection(id, tokens).await {
        // What lies in memory is gone with this process.
        Ok(()) if in_memory => kept.reason = Some(sandbox.into()),
        Ok(()) => {
            kept.stored = true;
            kept.store = Some(ctx.secrets()?.describe());
        }
        Err(_) if ctx.settings.is_on("sandbox") => {
            kept.reason = Some(sandbox.into());
        }
        Err(_) if ready => {
            let reason = "the environment signs in, so no secret store is touched";
            ctx.term.status(format!("the connection's token is not kept: {reason}; one is issued when it is needed"));
            kept.reason = Some(reason.into());
        }
        Err(error) => {
            let name = shell_words::quote(id).into_owned();
            ctx.term.warn(format!("the token of the new connection could not be stored: {error}"));
            ctx.term.warn(format!("nothing is lost: once the store works, `makini token issue {name}` gets another"));
            kept.reason = Some(error.to_string());
        }
    }
    Ok(kept)
}
