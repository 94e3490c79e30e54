//! `makini reconnect`.

use std::time::Duration;

use serde::Serialize;

use super::credentials::{self, FieldArgs};
use super::establish::{self, store_token};
use super::hosted_page::{self, HostedPage, PageArgs};
use super::magic_link::{self, LinkArgs};
use super::replace;
use super::replacement::Replacement;
use crate::api::connections::{Connection, Reconnect};
use crate::api::magic_links::NewMagicLink;
use crate::api::operation::Operation;
use crate::api::sync::SyncState;
use crate::api::systems::Platform;
use crate::args::{ConnectionArg, examples, resolve};
use crate::client::{self, Client};
use crate::connections::token::StoredToken;
use crate::measure::parse_duration;
use crate::shutdown::Interrupt;
use crate::view::connections::{Row, health_cell, status_cell};

use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};
use crate::shell::operand;
use crate::term::Line;
use crate::view::{Card, Cell, Page, View};

/// Reconnect a connection with new credentials
///
/// For a connection whose credentials the system no longer accepts. ID, data and settings are kept; the connection gets
/// a new token, and its old tokens are revoked. Fields are passed or prompted for as in `makini connect`.
///
/// A server that gives no connection new credentials (`connection_reconnect`) needs a new one: it is made with the
/// credentials, the metadata is copied, and once its first sync has completed, the old connection is disconnected. That is
/// confirmed first; the ID and the token are new ones. A run that is interrupted anywhere is finished by the next.
///
/// With `--web`, a person signs in again on the hosted page in a browser; with `--magic-link`, somebody else does, at
/// an address that is printed.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples![
    "makini reconnect \"Plant 7\" --magic-link",
    "pass plant7 | makini reconnect \"Plant 7\" --field-stdin api_key",
])]
pub struct Args {
    #[command(flatten)]
    connection: ConnectionArg,

    #[command(flatten)]
    fields: FieldArgs,

    #[command(flatten)]
    page: PageArgs,

    #[command(flatten)]
    link: LinkArgs,

    /// Confirm by the name of the connection that it may be replaced by a new one, without a prompt
    #[arg(long, value_name = "NAME")]
    pub(super) confirm: Option<String>,

    /// Maximum time to wait for the first sync of a new connection
    #[arg(long, value_name = "TIME", default_value = "15m", value_parser = parse_duration, hide_short_help = true)]
    pub(super) wait_time: Duration,
}

/// Reconnects it.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    ctx.out.check_for::<Reconnected>()?;
    args.fields.check()?;
    let client = ctx.client().await?;
    let is_by_hand = args.link.magic_link || args.page.web;
    let server = client.server().to_string();
    // By the text first: while there are two connections, both have the name.
    if let Some(begun) = Replacement::find(ctx, &server, &args.connection)?.filter(|_| !is_by_hand)
        && let Some(exit) = replace::resume(ctx, client, begun, &args.connection, &args).await?
    {
        return Ok(exit);
    }
    let found = resolve::connection(ctx, client, &args.connection).await?;
    let before = Row::from(&found);
    if args.link.magic_link {
        let new = NewMagicLink {
            connection_id: Some(found.id().to_owned()),
            name: before.name.clone(),
            provider: before.system.clone(),
            ..NewMagicLink::default()
        };
        return magic_link::create(ctx, client, new, &args.link).await;
    }
    if args.page.web {
        return by_page(ctx, client, &found, &before, &args.page).await;
    }
    // No password is prompted for that could not be sent.
    match client.require(Operation::ConnectionReconnect).await {
        Ok(_) => {}
        Err(client::Error::Unsupported { .. }) => {
            // As it was typed in another way when it began.
            if let Some(begun) = Replacement::find(ctx, &server, found.id())?
                && let Some(exit) = replace::resume(ctx, client, begun, found.id(), &args).await?
            {
                return Ok(exit);
            }
            return replace::run(ctx, client, &found, &args).await;
        }
        Err(error) => return Err(unsupported(error, &before)),
    }
    let system = system(client, &found).await?;
    let new = credentials(ctx, &system, &before, &args)?;
    let mut interrupt = Interrupt::new(ctx.shutdown());
    let progress = ctx.term.progress();
    let bar = progress.spinner(&format!("authorising with {}", system.title()));
    let say = || ctx.term.status("finishing, so that no token is lost; press Ctrl-C again to stop at once");
    let let_in = interrupt.finish(client.reconnect(found.id(), &new), say).await;
    let tokens = match let_in {
        Ok(tokens) => tokens,
        Err(error) => {
            bar.clear();
            return Err(Failure::from(error).during(format!("could not reconnect `{}`", before.title())));
        }
    };
    let token = store_token(ctx, found.id(), tokens).await?;
    bar.done(format!("{} accepted the credentials", system.title()));
    let connection = establish::read_again(ctx, client, before.clone()).await;
    let answer = Reconnected { before: State::of(&before), connection, token, replaced: None };
    ctx.show(&answer)
}

/// Opens the hosted page to sign in again. Only a Magic Link selects the connection there.
async fn by_page(
    ctx: &Context,
    client: &Client,
    found: &Connection,
    before: &Row,
    args: &PageArgs,
) -> Result<Exit, Failure> {
    hosted_page::require_person(ctx, args)?;
    let page = HostedPage::find(ctx, client).await?;
    let new = NewMagicLink { connection_id: Some(found.id().to_owned()), ..NewMagicLink::default() };
    let link = client.create_magic_link(&new).await.map_err(|error| unsupported(error, before))?;
    let token = link.url.as_deref().and_then(link_token).filter(|_| page.takes_presets).ok_or_else(|| {
        Failure::new(Exit::Unsupported, "this server returned a Magic Link of an unknown form")
            .hint(format!("send a Magic Link instead: `makini reconnect {} --magic-link`", operand(found.id())))
    })?;
    let tokens = page.visit(ctx, client, &[("magic_link", &token)], args).await?;
    let mut interrupt = Interrupt::new(ctx.shutdown());
    let say = || ctx.term.status("finishing, so that no token is lost; press Ctrl-C again to stop at once");
    let id = interrupt.finish(hosted_page::connection_of(ctx, &tokens), say).await?;
    let token = store_token(ctx, &id, Some(tokens)).await?;
    let connection = establish::read_again(ctx, client, Row { id, ..before.clone() }).await;
    ctx.show(&Reconnected { before: State::of(before), connection, token, replaced: None })
}

fn link_token(address: &str) -> Option<String> {
    let url = url::Url::parse(address).ok()?;
    url.query_pairs().find(|(name, _)| name == "magic_link").map(|(_, token)| token.into_owned())
}

/// Adds how to reconnect where the server does not offer it.
fn unsupported(error: client::Error, row: &Row) -> Failure {
    let failure = Failure::from(error);
    if failure.exit != Exit::Unsupported {
        return failure.during("could not read what this server offers");
    }
    let name = row.title().to_owned();
    failure.during(format!("could not reconnect `{name}`")).hint(format!(
        "whoever owns the connection can sign in again on the Makini Link page of your product: that keeps the \
         connection, and `makini token issue {}` gets its new token afterwards",
        operand(&row.id),
    ))
}

pub(super) async fn system(client: &Client, found: &Connection) -> Result<Platform, Failure> {
    let Some(slug) = found.integration_name.as_deref().filter(|name| !name.trim().is_empty()) else {
        return Ok(Platform::default());
    };
    let known = client.platform(slug).await.during(|| "could not read the system".into())?;
    // A system that has left the catalogue may still be let in again; the server checks the fields then.
    Ok(known.unwrap_or_else(|| Platform { name: Some(slug.to_owned()), ..Platform::default() }))
}

pub(super) fn credentials(ctx: &Context, system: &Platform, row: &Row, args: &Args) -> Result<Reconnect, Failure> {
    let mut values = args.fields.read(ctx, system)?;
    let missing = values.missing(system);
    if !missing.is_empty() && !ctx.may_ask() {
        let names = missing.iter().map(|field| format!("`{}`", field.name)).collect::<Vec<_>>().join(", ");
        let failure = Failure::usage(format!("{} needs {names}, and there is nobody to ask", system.title()));
        return Err(failure.hint(format!("add `{}`", credentials::flags(missing))));
    }
    if !missing.is_empty() {
        ctx.term.status(format!("New credentials for `{}`; the old token will be dead", row.title()));
    }
    values.ask(ctx, &missing)?;
    Ok(Reconnect { credentials: values.credentials(), secrets: values.secrets() })
}

/// A connection that was reconnected.
#[derive(Serialize)]
pub(super) struct Reconnected {
    /// How it was.
    pub(super) before: State,
    /// How it is.
    pub(super) connection: Row,
    /// Where its new token is.
    pub(super) token: StoredToken,
    /// ID of the connection that it took the place of, which is disconnected; null where it is the same one.
    pub(super) replaced: Option<String>,
}

#[derive(Serialize)]
pub(super) struct State {
    status: String,
    health: Option<String>,
}

impl State {
    pub(super) fn of(row: &Row) -> Self {
        Self { status: row.status.clone(), health: row.health.clone() }
    }
}

impl View for Reconnected {
    const SCHEMA: &'static str = "reconnect/1";

    fn human(&self, page: &mut Page<'_>) {
        let now = &self.connection;
        let card = Card::new()
            .row("Name", now.name.as_deref().map_or_else(Cell::empty, Cell::name))
            .row("ID", Cell::id(now.id.as_str()))
            .opt("Replaces", self.replaced.as_deref().map(|old| Cell::text(format!("{old} (disconnected)"))))
            .opt("Health before", self.before.health.as_deref().map(health_cell))
            .opt("Health", now.health.as_deref().map(health_cell))
            .row("Status", status_cell(&now.status))
            .opt("Token", self.token.store.as_deref().map(|store| Cell::good(format!("new, in {store}"))));
        page.card(&card);
        if now.sync_status.as_deref().map(SyncState::parse) == Some(SyncState::Running) {
            let id = shell_words::quote(&now.id);
            page.blank();
            page.line(
                Line::new().commands(&format!("What was missed is read now. `makini sync watch {id}` watches it.")),
            );
        }
    }
}
