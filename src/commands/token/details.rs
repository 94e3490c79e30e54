//! The details of a token: where it is stored and when it expires; the token itself only with `--reveal`.

use jiff::Timestamp;
use serde::{Serialize, Serializer};

use crate::api::connections::Connection;
use crate::client::{Scope, TokenSource as _};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{During as _, Failure, LOG_IN};
use crate::secret::Secret;
use crate::session::TokenOrigin;
use crate::term::Line;
use crate::view::{Card, Cell, Page, View};

/// A connection's token.
#[derive(Serialize)]
pub(super) struct TokenDetails {
    pub(super) id: String,
    pub(super) name: Option<String>,
    /// Where it is stored: a secret store, a variable, or null.
    pub(super) kept_in: Option<String>,
    pub(super) expires_at: Option<Timestamp>,
    /// Whether it is renewed before its end.
    pub(super) renewable: bool,
    /// What became of the tokens from before, after a rotation: `ended`, `valid` or `unknown`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) previous: Option<&'static str>,
    /// The token itself; only with `--reveal`.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "revealed")]
    pub(super) token: Option<Secret>,
}

/// The only place where a token becomes part of an answer.
#[expect(clippy::ref_option, reason = "the signature that serde calls")]
fn revealed<S: Serializer>(token: &Option<Secret>, to: S) -> Result<S::Ok, S::Error> {
    token.as_ref().map(Secret::expose).serialize(to)
}

/// Returns where a token that was stored is after this command; nothing where it ends with it.
pub(super) fn keeper(ctx: &Context) -> Result<Option<String>, Failure> {
    let store = ctx.secrets()?;
    Ok(store.is_persistent().then(|| store.describe()))
}

/// Warns that a new token ends with this command, with the command that prints one.
pub(super) fn warn_not_stored(ctx: &Context, row: &Connection) {
    let reason =
        if ctx.settings.is_on("sandbox") { "tokens of the sandbox are not stored" } else { "no secret store is used" };
    ctx.term.warn(format!("the token was issued and is not stored: {reason}"));
    ctx.term.warn(format!("`makini token issue {} --reveal` prints one", quoted_id(row)));
}

impl View for TokenDetails {
    const SCHEMA: &'static str = "token/1";

    fn human(&self, page: &mut Page<'_>) {
        // Alone on its line, so that `$(…)` holds the token and nothing else.
        if let Some(token) = &self.token {
            page.line(token.expose());
            return;
        }
        let look = page.look().clone();
        let card = Card::new()
            .row("Connection", Cell::name(self.name.as_deref().unwrap_or(&self.id)))
            .row("ID", Cell::id(self.id.as_str()))
            .row(
                "Token",
                match self.kept_in.as_deref() {
                    Some(place) => Cell::good(format!("in {place}")),
                    None => Cell::caution("not stored"),
                },
            )
            .row("Ends", self.expires_at.map_or_else(Cell::empty, |at| Cell::text(look.when_and_ago(at))))
            .row("Renewed", Cell::flag(self.renewable))
            .opt(
                "Old token",
                self.previous.map(|previous| match previous {
                    "ended" => Cell::good("no longer valid"),
                    "valid" => Cell::caution("still valid until it expires"),
                    _ => Cell::caution("not known"),
                }),
            );
        page.card(&card);
        if look.terminal {
            page.blank();
            page.line(Line::new().muted("The token itself is printed only with --reveal."));
        }
    }
}

/// Returns the details of a connection's token, if one is stored here.
pub(super) async fn stored(ctx: &Context, row: &Connection) -> Result<Option<TokenDetails>, Failure> {
    let session = ctx.session().await?;
    let state = session.state(&scope(row)).await.during(|| "could not read the token".into())?;
    let Some(state) = state else { return Ok(None) };
    Ok(Some(TokenDetails {
        id: row.id().to_owned(),
        name: row.name.clone(),
        kept_in: Some(match state.origin {
            TokenOrigin::Ready(Some(variable)) => variable,
            _ => ctx.secrets()?.describe(),
        }),
        expires_at: state.expires_at.map(|end| there(ctx, end)),
        renewable: state.renewable,
        previous: None,
        token: None,
    }))
}

/// Converts a local time to that of the server, by whose clock all others are shown.
fn there(ctx: &Context, here: Timestamp) -> Timestamp {
    let ahead = ctx.now().duration_since(ctx.clock.now());
    here.checked_add(ahead).unwrap_or(here)
}

/// Returns the token as calls would use it: renewed if it is near its end.
pub(super) async fn usable(ctx: &Context, row: &Connection) -> Result<Secret, Failure> {
    let session = ctx.session().await?;
    let token = session.token(&scope(row)).await.during(|| "could not get the token".into())?;
    token.ok_or_else(|| Failure::new(Exit::Auth, "there is no token").hint(LOG_IN))
}

pub(super) fn scope(row: &Connection) -> Scope {
    Scope::Connection(row.id().to_owned())
}

/// Returns the connection's ID, quoted for a shell.
pub(super) fn quoted_id(row: &Connection) -> String {
    shell_words::quote(row.id()).into_owned()
}
