//! `makini logout`.

use serde::Serialize;

use crate::client::Scope;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};
use crate::view::{Page, View};

/// Forget the tokens of a profile
///
/// Removes the application's token and secret from the secret store, and the tokens of its connections: the platform is
/// asked which there are. The tokens themselves stay valid until they end; `makini token revoke` ends one at once.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Ask nobody: leave tokens of connections where they are
    #[arg(long)]
    local: bool,
}

/// Forgets.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    let session = ctx.session().await?;
    let mut connections = 0_u64;
    let signed_in = session.state(&Scope::Application).await.is_ok_and(|state| state.is_some());
    if signed_in && !args.local {
        match ctx.client().await?.connections().await {
            Ok(list) => {
                for connection in list {
                    connections += u64::from(session.forget_connection(connection.id()).await?);
                }
            }
            Err(error) => ctx.term.warn(format!(
                "tokens of connections may still be stored: the platform could not be asked which there are ({error})"
            )),
        }
    }
    if ctx.env.raw("MAKINI_TOKEN").is_some() {
        ctx.term.warn("MAKINI_TOKEN is still set: commands go on using it");
    }
    let application = session.forget().await.during(|| "could not forget the token".into())?;
    ctx.show(&SignedOut { profile: ctx.settings.profile().to_owned(), application, connections })
}

/// What was forgotten.
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
            (_, 0) => page.line(format!("The token of profile `{profile}` is forgotten.")),
            (_, 1) => page.line(format!("The token of profile `{profile}` and that of 1 connection are forgotten.")),
            (_, count) => {
                page.line(format!("The token of profile `{profile}` and those of {count} connections are forgotten."));
            }
        }
    }
}
