//! `makini connections show`.

use serde::Serialize;
use serde_json::Value;

use crate::api::Extra;
use crate::api::connections::{Connection, Health, Lifecycle};
use crate::args::{OptionalConnectionArg, examples, resolve};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};
use crate::term::Line;
use crate::view::connections::Row;
use crate::view::{Cell, Page, View};

/// Show the details of a connection
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples!["makini connections show \"Plant 7\""])]
pub struct Args {
    #[command(flatten)]
    connection: OptionalConnectionArg,
}

/// Shows it.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    ctx.out.check_for::<Details>()?;
    let client = ctx.client().await?;
    let found = resolve::connection_or_own(ctx, client, args.connection.as_deref()).await?;
    // A row of the list may hold fewer fields than the single resource.
    let full = client.connection(found.id()).await.during(|| "could not read the connection".into());
    let found = match full {
        Ok(full) => full.unwrap_or(found),
        // A connection's token alone cannot read more.
        Err(failure) if failure.exit == Exit::Auth => found,
        Err(failure) => return Err(failure),
    };
    ctx.show(&Details::of(&found))
}

/// One connection with every field.
#[derive(Serialize)]
pub struct Details {
    /// The fields that this program parses.
    #[serde(flatten)]
    pub row: Row,
    /// Where the person was sent after connecting.
    pub redirect: Option<String>,
    /// What the connection may do.
    pub scopes: Option<String>,
    /// The application it belongs to.
    pub client_id: Option<String>,
    /// Other fields that the server returned, under its own names.
    pub other: Extra,
}

impl Details {
    /// Reads a connection.
    pub fn of(found: &Connection) -> Self {
        let text = |text: &Option<String>| text.clone().filter(|text| !text.is_empty());
        Self {
            row: Row::from(found),
            redirect: text(&found.redirect),
            scopes: text(&found.scopes),
            client_id: text(&found.client_id),
            other: found.extra.clone(),
        }
    }
}

/// Returns what to do about a connection that is not well.
pub fn remedy(row: &Row) -> Option<String> {
    let id = shell_words::quote(&row.id);
    match (row.health.as_deref().map(Health::parse), Lifecycle::parse(&row.status)) {
        (Some(Health::ReauthorizationRequired), _) => {
            Some(format!("The system no longer accepts its credentials: run `makini reconnect {id}`."))
        }
        (_, Lifecycle::Disconnected) => Some("It has ended: run `makini connect` to connect the system again.".into()),
        (_, Lifecycle::Pending) => Some(format!(
            "Nobody has finished connecting it: its Magic Link waits. `makini reconnect {id} --magic-link` makes \
             another in its place."
        )),
        (_, Lifecycle::Inactive) => Some(format!(
            "It has no credits: `makini credits` shows what holds them, and once there are enough \
             `makini connections reactivate {id}` takes them."
        )),
        (Some(Health::Offline), _) => {
            Some("The system cannot be reached. Makini keeps trying, and goes on by itself.".into())
        }
        _ => None,
    }
}

impl View for Details {
    const SCHEMA: &'static str = "connections.show/1";

    fn human(&self, page: &mut Page<'_>) {
        let look = page.look().clone();
        let mut card = self
            .row
            .card(&look)
            .opt("Scopes", self.scopes.as_deref().map(Cell::text))
            .opt("Redirect", self.redirect.as_deref().map(Cell::path))
            .opt("Application", self.client_id.as_deref().map(Cell::id));
        if !self.row.metadata.is_empty() {
            card = card.section("Metadata");
            for (key, value) in &self.row.metadata {
                card = card.row(key.as_str(), Cell::text(plain(value)));
            }
        }
        let mut others = self.other.iter().filter(|(_, value)| !value.is_null()).peekable();
        if others.peek().is_some() {
            card = card.section("Also known");
        }
        for (key, value) in others {
            match value {
                Value::Object(object) => {
                    for (inner, value) in object {
                        card = card.row(format!("{key}.{inner}"), Cell::text(plain(value)));
                    }
                }
                value => card = card.row(key.as_str(), Cell::text(plain(value))),
            }
        }
        page.card(&card);
        if let Some(remedy) = remedy(&self.row) {
            page.blank();
            page.line(Line::new().commands(&remedy));
        }
    }
}

/// Returns a JSON value as plain text.
pub fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Null => "-".into(),
        other => other.to_string(),
    }
}
