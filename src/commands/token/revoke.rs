//! `makini token revoke`.

use serde::Serialize;

use super::details::{quoted_id, scope};
use super::rotate::check_dead;
use crate::api::operation::Operation;
use crate::args::{ConnectionArg, examples, resolve};
use crate::client::TokenSource as _;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};
use crate::term::Line;
use crate::term::prompt::Question;
use crate::view::{Page, View};

/// Revoke all tokens of a connection
///
/// Requests with these tokens fail immediately. The connection and its syncs are not affected.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples!["makini token revoke \"Plant 7\" --confirm \"Plant 7\""])]
pub struct Args {
    #[command(flatten)]
    connection: ConnectionArg,

    /// Confirm by the name of the connection, without a prompt
    #[arg(long, value_name = "NAME")]
    confirm: Option<String>,
}

/// Revokes them.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    ctx.out.check_for::<Revoked>()?;
    let client = ctx.client().await?;
    let row = resolve::connection(ctx, client, &args.connection).await?;
    let name = row.name.as_deref().unwrap_or(row.id());
    let offered = client.require(Operation::TokenRevoke).await;
    offered.during(|| format!("could not revoke the tokens of `{name}`")).map_err(|failure| match failure.exit {
        // What ends a token here ends the connection too, so it is named and not done.
        Exit::Unsupported => failure.hint(format!(
            "`makini disconnect {}` ends every token at once, and the connection with them",
            quoted_id(&row)
        )),
        _ => failure,
    })?;
    let label = format!("Revoke every token of `{name}`? Type its name");
    let help = "Every program that uses one is shut out at once. The connection stays, and its syncs go on.";
    ctx.confirm_name(&Question::new(&label, "--confirm NAME").help(help), name, args.confirm.as_deref())?;
    let session = ctx.session().await?;
    let scope = scope(&row);
    // The one that is stored here shows whether it is dead afterwards.
    let known = match session.state(&scope).await {
        Ok(Some(_)) => session.token(&scope).await.ok().flatten(),
        Ok(None) | Err(_) => None,
    };
    let revoked = client.revoke_connection_tokens(row.id()).await;
    revoked.during(|| format!("could not revoke the tokens of `{name}`"))?;
    if let Some(known) = &known {
        check_dead(ctx, &row, known).await?;
    }
    let removed = if session.signs_in_without_store().await {
        None
    } else {
        match session.forget_connection(row.id()).await {
            Ok(removed) => Some(removed),
            Err(error) => {
                ctx.term.warn(format!("the stored token, which is no longer valid, could not be removed: {error}"));
                Some(false)
            }
        }
    };
    ctx.show(&Revoked {
        id: row.id().to_owned(),
        name: row.name.clone(),
        revoked: true,
        removed,
        word: quoted_id(&row),
    })
}

/// Tokens that are dead.
#[derive(Serialize)]
struct Revoked {
    id: String,
    name: Option<String>,
    revoked: bool,
    /// Whether a stored one was removed; null where no store is in use.
    removed: Option<bool>,
    #[serde(skip)]
    word: String,
}

impl View for Revoked {
    const SCHEMA: &'static str = "token.revoke/1";

    fn human(&self, page: &mut Page<'_>) {
        let name = self.name.as_deref().unwrap_or(&self.id);
        page.line(format!("Every token of {name} is invalid now."));
        page.line(Line::new().commands(&format!("`makini token issue {}` gets a new one.", self.word)));
    }
}
