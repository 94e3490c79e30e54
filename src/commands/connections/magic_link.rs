//! `makini connect --magic-link`: an address where somebody else connects the system.

use std::time::Duration;

use jiff::Timestamp;
use serde::Serialize;
use serde_json::Value;

use super::connect::{self, Args};
use crate::api::lenient;
use crate::api::magic_links::NewMagicLink;
use crate::client::Client;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};
use crate::measure::parse_duration;
use crate::term::Line;
use crate::view::{Card, Cell, Page, View};

/// Flags for the link.
#[derive(clap::Args, Debug)]
pub(crate) struct LinkArgs {
    /// Create a Magic Link for somebody else
    ///
    /// The connection is pending until the link is used, and uses no credits until then. The link works once.
    #[arg(long, conflicts_with_all = ["plain", "stdin", "files", "web"])]
    pub(crate) magic_link: bool,

    /// Lifetime of the Magic Link
    #[arg(long, value_name = "TIME", default_value = "7d", value_parser = parse_duration, requires = "magic_link", hide_short_help = true)]
    pub(crate) expires: Duration,

    /// Also open the Magic Link in a browser
    #[arg(long, requires = "magic_link", hide_short_help = true)]
    pub(crate) open: bool,
}

/// Makes the link and prints it.
pub(super) async fn run(ctx: &Context, client: &Client, args: &Args) -> Result<Exit, Failure> {
    let Some(name) = args.name.clone().filter(|name| !name.trim().is_empty()) else {
        return Err(Failure::usage("a Magic Link needs the name that the connection is to have")
            .hint("add `--name NAME`; it is how you find the connection again"));
    };
    let system = match &args.system {
        Some(named) => connect::choose(ctx, client, Some(named)).await?.slug,
        None => None,
    };
    let metadata = args.metadata.iter().map(|entry| (entry.key.clone(), Value::String(entry.value.clone())));
    let new = NewMagicLink {
        name: Some(name),
        email: args.email.clone(),
        provider: system,
        metadata: metadata.collect(),
        ..NewMagicLink::default()
    };
    create(ctx, client, new, &args.link).await
}

/// Makes a link and prints it.
pub(super) async fn create(
    ctx: &Context,
    client: &Client,
    new: NewMagicLink,
    args: &LinkArgs,
) -> Result<Exit, Failure> {
    let new = NewMagicLink { expires_in: Some(args.expires.as_secs()), ..new };
    let made = client.create_magic_link(&new).await.during(|| "could not make a Magic Link".into())?;
    let Some(url) = made.url else {
        return Err(Failure::new(Exit::Unavailable, "the server created a Magic Link and did not return its address"));
    };
    let opened = args.open && (ctx.browser)(&url);
    ctx.show(&CreatedLink {
        id: made.id,
        connection_id: made.connection_id.or(new.connection_id),
        name: new.name,
        system: new.provider,
        email: new.email,
        url,
        expires_at: made.expires_at.as_deref().and_then(lenient::timestamp),
        opened,
    })
}

/// A Magic Link that was just made.
#[derive(Serialize)]
pub(super) struct CreatedLink {
    id: Option<String>,
    connection_id: Option<String>,
    name: Option<String>,
    system: Option<String>,
    email: Option<String>,
    url: String,
    expires_at: Option<Timestamp>,
    opened: bool,
}

impl View for CreatedLink {
    const SCHEMA: &'static str = "connect.magic-link/1";

    fn human(&self, page: &mut Page<'_>) {
        let look = page.look().clone();
        let card = Card::new()
            .row("Magic Link", Cell::text(self.url.as_str()))
            .opt("Ends", self.expires_at.map(|end| Cell::time(Some(end), &look)))
            .opt("Connection", self.name.as_deref().map(Cell::name))
            .opt("ID", self.connection_id.as_deref().map(Cell::id))
            .row("System", Cell::text(self.system.as_deref().unwrap_or("chosen by whoever opens it")));
        page.card(&card);
        if let Some(id) = &self.connection_id {
            let id = shell_words::quote(id);
            page.blank();
            page.line("Send the address to whoever can sign in to the system, and to nobody else: it works once.");
            page.line(Line::new().commands(&format!(
                "`makini connections status {id}` shows whether they have; `makini disconnect {id}` withdraws it."
            )));
        }
    }
}
