//! `makini credits`.

use std::cmp::Reverse;

use serde::Serialize;

use crate::api::connections::{Connection, Lifecycle, fold};
use crate::api::metrics::Credits;
use crate::api::systems::Platform;
use crate::args::{examples, resolve};
use crate::client::Error;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};
use crate::view::connections::{Row, status_cell};
use crate::view::{Card, Cell, Column, Columns, Grid, Items, Look, Page, View, count};

/// Show credits and the connections that use them
///
/// Disconnecting a connection returns its credits. On a server that returns no credits, they are estimated from the tier of
/// each system and where it runs, as far as the catalogue has both; what the account has and what is left is not known then.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples!["makini credits", "makini credits --sort -credits"])]
pub struct Args {}

/// Shows them.
pub async fn run(ctx: &Context, _args: Args) -> Result<Exit, Failure> {
    ctx.out.check_for::<Answer>()?;
    let client = ctx.client().await?;
    let pool = match client.credits().await {
        Ok(pool) => Some(pool),
        Err(Error::Unsupported { .. }) => None,
        Err(error) => return Err(error).during(|| "could not read the credits".into()),
    };
    let rows = client.connections().await.during(|| "could not list connections".into())?;
    let is_estimated = pool.is_none();
    let systems = if is_estimated { resolve::known_catalogue(client).await?.0 } else { Vec::new() };
    let mut connections: Vec<ConnectionCredits> = rows
        .iter()
        .map(|connection| {
            let guess = if is_estimated { estimate(connection, &systems) } else { None };
            let row = Row::from(connection);
            ConnectionCredits {
                estimated: row.credits.map(|_| false).or(guess.map(|_| true)),
                credits: row.credits.or(guess),
                id: row.id,
                name: row.name,
                system: row.system,
                status: row.status,
                deployment: row.deployment,
            }
        })
        .collect();
    connections.sort_by_key(|row| Reverse(row.credits));
    if let Some(Credits { total, used, available, .. }) = pool {
        return ctx.show(&Answer { estimated: false, total, used, at_least: None, available, connections });
    }
    ctx.term.verbose(1, || {
        "estimated: tier 1, 2 and 3 take 1, 2 and 4 credits, twice that on premises; a connection without a deployment counts \
         as one in the cloud, and a pending or inactive one takes none"
            .into()
    });
    let unknown = connections.iter().filter(|row| row.credits.is_none()).count();
    if unknown > 0 {
        ctx.term.warn(format!(
            "the catalogue does not have the tier of {unknown} of {} connections, so the sum is not known",
            connections.len()
        ));
    }
    ctx.show(&Answer::estimated(connections))
}

/// Returns the credits that a connection takes by the catalogue, where that has the tier of its system.
fn estimate(connection: &Connection, systems: &[Platform]) -> Option<u64> {
    if matches!(connection.lifecycle(), Lifecycle::Pending | Lifecycle::Inactive | Lifecycle::Disconnected) {
        return Some(0);
    }
    let wanted = fold(connection.integration_name.as_deref()?.trim());
    let is_named = |name: &Option<String>| name.as_deref().is_some_and(|name| fold(name) == wanted);
    // The list has the slug or the name; a slug is unique.
    let system = systems.iter().find(|system| is_named(&system.slug));
    let system = system.or_else(|| systems.iter().find(|system| is_named(&system.name)))?;
    let on_premises = |place: &str| fold(place) == "onpremises";
    let only_on_premises = !system.deployments.is_empty() && system.deployments.iter().all(|place| on_premises(place));
    system.credits(connection.deployment.as_deref().map_or(only_on_premises, on_premises))
}

/// Credits of the account.
#[derive(Serialize)]
struct Answer {
    /// Whether the figures come from the catalogue: the server returns none.
    estimated: bool,
    total: Option<u64>,
    /// Null where those of a connection are not known: a part is not the sum.
    used: Option<u64>,
    /// The sum of what is known, where not all of it is; for people.
    #[serde(skip)]
    at_least: Option<u64>,
    available: Option<u64>,
    /// The most expensive first.
    connections: Vec<ConnectionCredits>,
}

impl Answer {
    /// Sums the credits of connections.
    fn estimated(connections: Vec<ConnectionCredits>) -> Self {
        let known: Vec<u64> = connections.iter().filter_map(|row| row.credits).collect();
        let sum = known.iter().copied().fold(0, u64::saturating_add);
        let (used, at_least) = match known.len() {
            count if count == connections.len() => (Some(sum), None),
            0 => (None, None),
            _ => (None, Some(sum)),
        };
        let estimated = connections.iter().any(|row| row.estimated != Some(false));
        Self { estimated, total: None, used, at_least, available: None, connections }
    }
}

/// What one connection holds, and gives back when it ends.
#[derive(Serialize)]
struct ConnectionCredits {
    id: String,
    name: Option<String>,
    system: Option<String>,
    status: String,
    deployment: Option<String>,
    credits: Option<u64>,
    /// Whether they come from the catalogue; null where they are not known.
    estimated: Option<bool>,
}

impl View for Answer {
    const SCHEMA: &'static str = "credits/1";
    const ITEMS: Items = Items::Under("connections");

    fn human(&self, page: &mut Page<'_>) {
        let left = match self.available {
            Some(0) => Cell::bad("0"),
            Some(left) => Cell::count(left),
            None => Cell::empty(),
        };
        let card = Card::new()
            .row("Credits", Cell::maybe(self.total, Cell::count))
            .row("Used", self.used_cell())
            .row("Left", left);
        page.card(&card);
        if self.estimated {
            page.line(
                "Estimated from the tiers of the catalogue: this server returns no credits. What the account has and what \
                 is left is not known.",
            );
        }
        page.blank();
        page.grid();
    }

    fn columns() -> Columns {
        Columns::of(COLUMNS)
    }

    fn table<'a>(&'a self, look: &'a Look) -> Option<Grid<'a>> {
        Some(
            Grid::of(&self.connections, COLUMNS, look)
                .empty("No connection holds any. Run `makini connect` to make one."),
        )
    }
}

impl Answer {
    fn used_cell(&self) -> Cell<'static> {
        match (self.used, self.at_least) {
            (Some(used), _) if self.estimated => Cell::caution(format!("{} (estimated)", count(used))),
            (Some(used), _) => Cell::count(used),
            (None, Some(known)) => Cell::caution(format!("at least {} (estimated)", count(known))),
            (None, None) => Cell::empty(),
        }
    }
}

const COLUMNS: &[Column<ConnectionCredits>] = &[
    Column::new("name", "NAME", |row: &ConnectionCredits, _| Cell::maybe(row.name.as_deref(), Cell::name)),
    Column::new("id", "ID", |row: &ConnectionCredits, _| Cell::id(row.id.as_str())).minor(),
    Column::new("system", "SYSTEM", |row: &ConnectionCredits, _| Cell::maybe(row.system.as_deref(), Cell::text)),
    Column::new("status", "STATUS", |row: &ConnectionCredits, _| status_cell(&row.status)),
    Column::new("deployment", "RUNS", |row: &ConnectionCredits, _| Cell::maybe(row.deployment.as_deref(), Cell::text)),
    Column::new("credits", "CREDITS BACK", |row: &ConnectionCredits, _| Cell::maybe(row.credits, Cell::count))
        .right()
        .essential(),
    Column::new("estimated", "ESTIMATED", |row: &ConnectionCredits, _| Cell::maybe(row.estimated, Cell::flag)).extra(),
];
