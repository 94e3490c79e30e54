//! `makini disconnect`.

use serde::Serialize;

use super::row_error::RowError;
use crate::api::operation::Operation;
use crate::args::{examples, resolve};
use crate::client::Client;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};
use crate::shutdown::Interrupt;
use crate::term::Line;
use crate::term::prompt::Question;
use crate::view::connections::Row;
use crate::view::{Cell, Column, Columns, Grid, Look, Page, View};

/// Disconnect connections
///
/// Tokens are revoked immediately, syncs and Flows stop, and the credits are returned. Synced data is kept: `makini data
/// list` still reads it, and `makini data delete` deletes it. This cannot be undone: connecting the system again creates a
/// new connection with a new ID and token. Each name has to be typed, or passed with `--confirm`; `--yes` does not confirm.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples![
    "makini disconnect \"Plant 7\" --dry-run",
    "makini disconnect \"Plant 7\" --confirm \"Plant 7\"",
])]
pub struct Args {
    /// Connections: IDs, names or unique prefixes
    #[arg(required = true)]
    connections: Vec<String>,

    /// Confirm by name or ID without a prompt (can be repeated)
    #[arg(long, value_name = "NAME")]
    confirm: Vec<String>,

    /// Show what would happen, and change nothing
    #[arg(long)]
    dry_run: bool,
}

/// Ends them, one after the other; one that fails does not stop the others.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    ctx.out.check_for::<Disconnected>()?;
    let client = ctx.client().await?;
    let found = resolve::connections(ctx, client, &args.connections).await?;
    let rows: Vec<Row> = found.iter().map(Row::from).collect();
    let retained = Retained(client.offered(Operation::RetainedDataList).await.is_ok_and(|offered| offered.is_some()));
    if args.dry_run {
        let items = rows.into_iter().map(|row| Item::new(row, Outcome::WouldDisconnect)).collect();
        return ctx.show(&Disconnected { retained, items, interrupted: None });
    }
    // All are confirmed before the first is disconnected: half of a wrong list must not be done.
    confirm(ctx, &rows, args.confirm, retained)?;
    let mut interrupt = Interrupt::new(ctx.shutdown());
    let mut items = Vec::with_capacity(rows.len());
    for row in rows {
        if interrupt.exit().is_some() {
            items.push(Item::new(row, Outcome::NotDone));
            continue;
        }
        let progress = ctx.term.progress();
        let bar = progress.spinner(&format!("disconnecting {}", row.title()));
        let say = || ctx.term.status("stopping after this connection; press Ctrl-C again to stop at once");
        items.push(interrupt.finish(disconnect(ctx, client, row), say).await);
        bar.clear();
    }
    ctx.show(&Disconnected { retained, items, interrupted: interrupt.exit() })
}

/// Prompts for each name, or finds it among those given. Two connections of one name need it twice, or their IDs.
fn confirm(ctx: &Context, rows: &[Row], mut given: Vec<String>, retained: Retained) -> Result<(), Failure> {
    let unattended = !given.is_empty();
    for row in rows {
        let named = given.iter().position(|text| *text == row.id || Some(text) == row.name.as_ref());
        if let Some(named) = named {
            given.remove(named);
            continue;
        }
        let label = format!("Disconnect `{}`? Type its name", row.title());
        let help = consequences(row, retained);
        let question = Question::new(&label, "--confirm NAME").help(&help);
        // With `--confirm` no prompt is shown: it would hide the name that is missing.
        let missing = unattended.then_some("");
        ctx.confirm_name(&question, row.title(), missing)?;
    }
    match &given[..] {
        [] => Ok(()),
        [other, ..] => Err(Failure::new(
            Exit::Unconfirmed,
            format!("nothing was done: `--confirm '{other}'` names no connection that is to be ended"),
        )),
    }
}

/// What becomes of the rows that were synced: whether the server returns them afterwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Retained(bool);

fn consequences(row: &Row, retained: Retained) -> String {
    let credits = match row.credits {
        Some(0) => "It holds no credits.".to_owned(),
        Some(1) => "1 credit comes back.".to_owned(),
        Some(credits) => format!("{credits} credits come back."),
        None => "Its credits come back.".to_owned(),
    };
    let rows = if retained.0 {
        "Data that was synced stays (`makini data list` reads it, `makini data delete` deletes it)."
    } else {
        "Data that was synced stays on the platform, but this server does not return it afterwards: `makini data export` makes a \
         copy before."
    };
    format!(
        "{} ({}{}):\nIts tokens are dead at once. Syncs and Flows stop. {credits}\n{rows} There is no way back: connecting again \
         makes a new connection with a new ID.",
        row.title(),
        row.id,
        row.system.as_ref().map(|system| format!(", {system}")).unwrap_or_default(),
    )
}

async fn disconnect(ctx: &Context, client: &Client, row: Row) -> Item {
    let ended = client.delete_connection(&row.id).await.during(|| "could not disconnect".into());
    match ended {
        Ok(()) => {
            let mut item = Item::new(row, Outcome::Disconnected);
            item.token_removed = remove_token(ctx, &item.row.id).await;
            item
        }
        Err(failure) => {
            let mut item = Item::new(row, Outcome::Failed);
            item.error = Some(failure.into());
            item
        }
    }
}

/// Removes the stored token, which opens nothing any more. Nothing where no store is in use.
pub(super) async fn remove_token(ctx: &Context, id: &str) -> Option<bool> {
    let session = ctx.session().await.ok()?;
    if session.signs_in_without_store().await {
        return None;
    }
    match session.forget_connection(id).await {
        Ok(removed) => Some(removed),
        Err(error) => {
            ctx.term.warn(format!(
                "the token of {id}, which is no longer valid, could not be removed from its store: {error}"
            ));
            Some(false)
        }
    }
}

/// What became of one connection.
#[derive(Serialize)]
struct Item {
    id: String,
    name: Option<String>,
    system: Option<String>,
    result: Outcome,
    /// Credits that came back, or would; null where the server does not return them.
    credits_returned: Option<u64>,
    /// Whether a stored token was removed; null where no store is in use.
    token_removed: Option<bool>,
    error: Option<RowError>,
    #[serde(skip)]
    row: Row,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
enum Outcome {
    Disconnected,
    Failed,
    NotDone,
    WouldDisconnect,
}

impl Item {
    fn new(row: Row, result: Outcome) -> Self {
        let returned = matches!(result, Outcome::Disconnected | Outcome::WouldDisconnect);
        Self {
            id: row.id.clone(),
            name: row.name.clone(),
            system: row.system.clone(),
            result,
            credits_returned: row.credits.filter(|_| returned),
            token_removed: None,
            error: None,
            row,
        }
    }
}

#[derive(Serialize)]
#[serde(transparent)]
struct Disconnected {
    items: Vec<Item>,
    #[serde(skip)]
    interrupted: Option<Exit>,
    #[serde(skip)]
    retained: Retained,
}

impl View for Disconnected {
    const SCHEMA: &'static str = "disconnect/1";

    fn human(&self, page: &mut Page<'_>) {
        let count = |outcome| self.items.iter().filter(|item| item.result == outcome).count();
        if count(Outcome::WouldDisconnect) > 0 {
            for item in &self.items {
                page.text(&consequences(&item.row, self.retained));
                page.blank();
            }
            page.line("Nothing was done: this is a dry run.");
            return;
        }
        if self.items.len() > 1 {
            page.grid();
            page.blank();
        }
        for item in &self.items {
            let Some(error) = &item.error else { continue };
            page.line(Line::new().bad(item.row.title()).text(format!(": {}", error.message)));
            if let Some(id) = &error.request_id {
                page.indented(2, Line::new().text("request ID: ").id(id.as_str()));
            }
            if let Some(hint) = &error.hint {
                page.indented(2, Line::new().commands(hint.as_str()));
            }
        }
        let done = count(Outcome::Disconnected);
        // A sum over what the server does not say would be made up.
        let known: Vec<u64> = self.items.iter().filter_map(|item| item.credits_returned).collect();
        let back: u64 = known.iter().sum();
        let named = match &self.items[..] {
            [one] if done == 1 => format!("{} is disconnected", one.row.title()),
            items => format!("{done} of {} disconnected", items.len()),
        };
        let plural = if back == 1 { "credit is" } else { "credits are" };
        page.line(if known.len() == done && done > 0 {
            format!("{named}; {back} {plural} back.")
        } else {
            format!("{named}.")
        });
        if count(Outcome::NotDone) > 0 {
            page.line(format!("{} not touched, since you stopped.", count(Outcome::NotDone)));
        }
    }

    fn columns() -> Columns {
        Columns::of(COLUMNS)
    }

    fn table<'a>(&'a self, look: &'a Look) -> Option<Grid<'a>> {
        Some(Grid::of(&self.items, COLUMNS, look))
    }

    fn exit(&self) -> Exit {
        let failed = self.items.iter().find_map(|item| item.error.as_ref()).map(|error| error.exit);
        self.interrupted
            .filter(|_| self.items.iter().any(|item| item.result == Outcome::NotDone))
            .or(failed)
            .unwrap_or(Exit::Ok)
    }
}

const COLUMNS: &[Column<Item>] = &[
    Column::new("name", "NAME", |item: &Item, _| Cell::maybe(item.name.as_deref(), Cell::name)),
    Column::new("id", "ID", |item: &Item, _| Cell::id(item.id.as_str())),
    Column::new("result", "RESULT", |item: &Item, _| match item.result {
        Outcome::Disconnected => Cell::good("disconnected"),
        Outcome::Failed => Cell::bad("failed"),
        Outcome::NotDone => Cell::caution("not done").machine("not_done"),
        Outcome::WouldDisconnect => Cell::caution("would disconnect").machine("would_disconnect"),
    }),
    Column::new("credits_returned", "CREDITS BACK", |item: &Item, _| Cell::maybe(item.credits_returned, Cell::count))
        .right(),
    Column::new("request_id", "REQUEST ID", |item: &Item, _| {
        Cell::maybe(item.error.as_ref().and_then(|error| error.request_id.as_deref()), Cell::id)
    }),
];
