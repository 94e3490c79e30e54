//! `makini data delete`.

use serde::Serialize;

use super::retained::is_retained;
use crate::api::connections::Connection;
use crate::api::entities::{self, Domain, Verb};
use crate::api::operation::Operation;
use crate::args::{ConnectionArg, examples, resolve};
use crate::client::call::ListQuery;
use crate::client::{Client, Error, PageOptions, Purpose};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};
use crate::term::prompt::Question;
use crate::view::{Page, View};

/// Delete all rows that are retained of a disconnected connection
///
/// After a disconnect the platform keeps what was synced: `makini data list` and `makini data export` still read it. This
/// deletes all of it, and cannot be undone. The connected system and exported files are not changed. The name has to be
/// typed, or passed with `--confirm`; `--yes` does not confirm.
///
/// Single rows cannot be deleted, neither here nor in the connected system: the API has no call for it.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples![
    "makini data export \"Plant 7\" assets work-orders --out plant-7",
    "makini data delete \"Plant 7\" --dry-run",
    "makini data delete \"Plant 7\" --confirm \"Plant 7\"",
])]
pub struct Args {
    #[command(flatten)]
    connection: ConnectionArg,

    /// A row, which the API cannot delete
    #[arg(value_name = "ROW", hide = true)]
    row: Vec<String>,

    /// Confirm by name or ID without a prompt
    #[arg(long, value_name = "NAME")]
    confirm: Option<String>,

    /// Show what would be deleted, and change nothing
    #[arg(long)]
    dry_run: bool,
}

/// Deletes them.
pub(super) async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    ctx.out.check_for::<Deleted>()?;
    if !args.row.is_empty() {
        let failure = Failure::usage("the API cannot delete single rows: it has no call for it");
        return Err(failure.hint(
            "`makini data set-status` closes or cancels a row where it has a status; `makini data delete` deletes all rows \
             that are retained of a disconnected connection",
        ));
    }
    let client = ctx.client().await?;
    let name = args.connection.to_string();
    let during = || format!("could not delete the retained data of {name}");
    // Where it is not offered, nothing is confirmed in vain.
    client.require(Operation::RetainedDataDelete).await.during(during)?;
    let mut found = resolve::connections_of_all_time(ctx, client, std::slice::from_ref(&name)).await?;
    let connection = found.remove(0);
    let title = connection.display_name();
    if !is_retained(&connection) {
        let message = format!("{title} is not disconnected: only what is retained after a disconnect can be deleted");
        let hint = format!("`makini disconnect '{title}'` disconnects it; its rows are retained then");
        return Err(Failure::new(Exit::Refused, message).hint(hint));
    }
    if args.dry_run {
        // What is deleted already would otherwise look as if it were there.
        if let Some(&at) = listed(client, &connection).await?.first() {
            has_rows(client, &connection, at).await.during(during)?;
        }
        return ctx.show(&Deleted::new(&connection, Outcome::WouldDelete));
    }
    let label = format!("Delete all retained data of `{title}`? Type its name");
    let help = consequences(&connection);
    let question = Question::new(&label, "--confirm NAME").help(&help);
    let given = args.confirm.as_deref().map(|given| if given == connection.id() { title } else { given });
    ctx.confirm_name(&question, title, given)?;
    client.delete_retained_data(connection.id()).await.during(during)?;
    let shown = is_deleted(ctx, client, &connection).await;
    shown.during(|| format!("the data of {title} was reported as deleted, and that could not be shown"))?;
    ctx.show(&Deleted::new(&connection, Outcome::Deleted))
}

/// Checks that nothing is there any more after the server reported it as deleted. Most servers say so of the first entity.
async fn is_deleted(ctx: &Context, client: &Client, connection: &Connection) -> Result<(), Failure> {
    for at in listed(client, connection).await? {
        match has_rows(client, connection, at).await {
            Ok(false) => {}
            Ok(true) => {
                let failure = Failure::new(Exit::Unavailable, format!("it still returns {}", at.1));
                return Err(failure.hint("try again later"));
            }
            Err(error) if matches!(error.status(), Some(404 | 410)) => return Ok(()),
            Err(Error::Unsupported { .. }) => {
                ctx.term.note("this server does not list what it retains, so that is not shown");
                return Ok(());
            }
            Err(error) => return Err(error.into()),
        }
    }
    Ok(())
}

/// Returns domain and path of the entities that the system of a connection lists.
async fn listed(client: &Client, connection: &Connection) -> Result<Vec<(&'static str, &'static str)>, Failure> {
    let domains = resolve::system_domains(client, connection).await?;
    let of = |domain: &Domain| {
        let domain = *domain;
        let listed = entities::all().iter().filter(move |row| row.allows(domain, Verb::List));
        listed.map(move |row| (domain.slug(), row.path))
    };
    Ok(domains.iter().flat_map(of).collect())
}

async fn has_rows(client: &Client, connection: &Connection, at: (&str, &str)) -> Result<bool, Error> {
    let how = (PageOptions { per_page: Some(1), first: None, limit: Some(1) }, Purpose::Question);
    let mut pages = client.retained_entities(connection.id(), at, &ListQuery::default(), how).await?;
    Ok(pages.next().await?.is_some_and(|page| !page.is_empty()))
}

fn consequences(connection: &Connection) -> String {
    let system = connection.integration_name.as_ref().map(|system| format!(", {system}")).unwrap_or_default();
    let as_of = connection.last_sync_at.as_ref().map(|at| format!(" until {at}")).unwrap_or_default();
    format!(
        "{} ({}{system}) is disconnected:\nAll rows that were synced{as_of} are deleted from the platform. There is no way \
         back. The connected system and exported files are not changed.",
        connection.display_name(),
        connection.id(),
    )
}

/// What became of it.
#[derive(Serialize)]
struct Deleted {
    id: String,
    name: Option<String>,
    system: Option<String>,
    result: Outcome,
    #[serde(skip)]
    consequences: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
enum Outcome {
    Deleted,
    WouldDelete,
}

impl Deleted {
    fn new(connection: &Connection, result: Outcome) -> Self {
        Self {
            id: connection.id().to_owned(),
            name: connection.name.clone(),
            system: connection.integration_name.clone(),
            result,
            consequences: consequences(connection),
        }
    }
}

impl View for Deleted {
    const SCHEMA: &'static str = "data.delete/1";

    fn human(&self, page: &mut Page<'_>) {
        if self.result == Outcome::WouldDelete {
            page.text(&self.consequences);
            page.blank();
            page.line("Nothing was done: this is a dry run.");
            return;
        }
        let name = self.name.as_ref().unwrap_or(&self.id);
        page.line(format!("The data that was retained of {name} is deleted."));
    }
}
