//! `makini whoami`.

use jiff::Timestamp;
use serde::Serialize;

use crate::args::examples;
use crate::client::Scope;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::session::TokenOrigin;
use crate::settings::address;
use crate::settings::table::SETTINGS;
use crate::view::{Card, Cell, Columns, Grid, Head, Items, Look, Page, View};

/// Show the current login and every setting with its source
///
/// Reads the secret store and sends no request; with `--check`, also verifies the token with the server.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples!["makini whoami", "makini whoami --sandbox --check"])]
pub struct Args {
    /// Verify the token with the server
    #[arg(long)]
    check: bool,
}

/// Shows it.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    ctx.out.check_for::<WhoAmI>()?;
    let session = ctx.session().await?;
    let token = session.state(&Scope::Application).await;
    let (token, store_error) = match token {
        Ok(token) => (token, None),
        // A broken store is part of the answer here: this is the command that shows what is wrong.
        Err(error) => (None, Some(Failure::from(error))),
    };
    let application = if args.check { Some(ctx.client().await?.application().await?) } else { None };
    let settings = SETTINGS.iter().map(|setting| {
        let found = ctx.settings.get(setting.key);
        Row {
            key: setting.key,
            value: address::shown(setting.key, &found.value),
            origin: found.origin.to_string(),
            kind: found.origin.kind(),
        }
    });
    let answer = WhoAmI {
        profile: ctx.settings.profile().to_owned(),
        server: ctx.client().await?.server().to_string(),
        sandbox: ctx.settings.is_on("sandbox"),
        application: application.and_then(|application| application.name.or(application.id)),
        store: ctx.secrets()?.describe(),
        store_error: store_error.as_ref().map(|failure| failure.causes().join(": ")),
        token: token.map(|token| Token {
            expires_at: token.expires_at,
            renewable: token.renewable,
            from: match (ctx.settings.is_on("sandbox"), token.origin) {
                (true, _) => "issued by the sandbox",
                (false, TokenOrigin::Ready(_)) => "given to this command",
                (false, TokenOrigin::Credentials) => "got with the client ID and secret from the environment",
                (false, TokenOrigin::Kept) => "from the secret store",
            },
        }),
        settings: settings.collect(),
    };
    let exit = ctx.show(&answer)?;
    match store_error {
        Some(failure) => Err(failure.during("could not read the token")),
        None => Ok(exit),
    }
}

/// Who is signed in, and by which settings.
#[derive(Serialize)]
struct WhoAmI {
    profile: String,
    server: String,
    sandbox: bool,
    application: Option<String>,
    store: String,
    store_error: Option<String>,
    token: Option<Token>,
    settings: Vec<Row>,
}

#[derive(Serialize)]
struct Token {
    expires_at: Option<Timestamp>,
    renewable: bool,
    from: &'static str,
}

#[derive(Serialize)]
struct Row {
    key: &'static str,
    value: String,
    origin: String,
    kind: &'static str,
}

impl View for WhoAmI {
    const SCHEMA: &'static str = "whoami/1";
    const ITEMS: Items = Items::Under("settings");

    fn human(&self, page: &mut Page<'_>) {
        let look = page.look().clone();
        let mut card = Card::new()
            .row("Profile", Cell::name(self.profile.as_str()))
            .row("Server", Cell::text(self.server.as_str()))
            .opt("Application", self.application.as_deref().map(Cell::name))
            .row("Secrets", Cell::text(self.store.as_str()));
        card = match (&self.token, &self.store_error) {
            (_, Some(error)) => card.row("Token", Cell::bad(error.as_str())),
            (None, None) => card.row("Token", Cell::caution("none; `makini login` gets one")),
            (Some(token), None) => card
                .row("Token", Cell::good(token.from))
                .opt("Expires", token.expires_at.map(|end| Cell::time(Some(end), &look)))
                .row("Renewable", Cell::flag(token.renewable)),
        };
        page.card(&card);
        page.blank();
        page.grid();
    }

    fn columns() -> Columns {
        Columns::Known(vec![Head::new("key", "SETTING"), Head::new("value", "VALUE"), Head::new("origin", "ORIGIN")])
    }

    fn table<'a>(&'a self, _look: &'a Look) -> Option<Grid<'a>> {
        let rows = self.settings.iter().map(|row| {
            vec![
                Cell::name(row.key),
                Cell::text(row.value.as_str()),
                Cell::muted(row.origin.as_str()).machine(row.kind),
            ]
        });
        Some(Grid::from_rows(Self::columns().heads(), rows.collect()))
    }
}
