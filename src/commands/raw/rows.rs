//! `makini raw rows`.

use serde::Serialize;
use serde_json::{Map, Value};

use crate::api::connections::fold;
use crate::api::entities::Operator;
use crate::args::condition::{Condition, Order};
use crate::args::limit::Limit;
use crate::args::{ConnectionArg, examples, resolve};
use crate::client::PageOptions;
use crate::client::call::{ListQuery, Match};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};
use crate::term::progress::Unit;
use crate::view::{Columns, Format, Grid, Look, Rows, View};

/// List the rows of a raw table
///
/// With `--all` this is an export: `-o ndjson` writes rows as they come, `-o csv` all columns at the end. How many rows a page
/// has is the server's choice: the published API has no option for it here.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples![
    "makini raw rows \"Plant 7\" EKKO --limit 20",
    "makini raw rows \"Plant 7\" EKKO --where 'BSTYP=F' --all -o csv > ekko.csv",
])]
pub struct Args {
    #[command(flatten)]
    connection: ConnectionArg,

    /// Table: its name in the connected system
    #[arg(value_name = "TABLE", value_parser = clap::builder::NonEmptyStringValueParser::new())]
    table: String,

    /// Only rows that meet this condition (can be repeated; all must hold)
    ///
    /// A column, an operator and a value. Operators: `=`, `>`, `>=`, `<`, `<=`, `contains`, `starts-with`, `ends-with`.
    #[arg(long = "where", value_name = "CONDITION")]
    conditions: Vec<Condition>,

    /// Order by this column, `-COLUMN` for the largest first (can be repeated)
    #[arg(long, value_name = "COLUMN", value_delimiter = ',', allow_hyphen_values = true)]
    order: Vec<Order>,

    /// Return all rows
    #[arg(long, conflicts_with = "limit")]
    all: bool,

    #[command(flatten)]
    limit: Limit,
}

/// Lists them.
pub(super) async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    ctx.out.check_for::<Items>()?;
    let client = ctx.client().await?;
    let connection = resolve::connection(ctx, client, &args.connection).await?;
    let during = || format!("could not list the rows of {} of {}", args.table, connection.display_name());
    let query = ListQuery {
        filters: args.conditions.iter().map(Condition::filter).collect(),
        matching: (args.conditions.len() > 1).then_some(Match::All),
        sort: args.order.iter().map(Order::sort).collect(),
        ..ListQuery::default()
    };
    let limit = (!args.all).then(|| args.limit.get());
    let options = PageOptions { per_page: None, first: None, limit };
    let mut pages = client.raw_rows(connection.id(), &args.table, &query, options);
    let progress = ctx.term.progress();
    let bar = progress.bar("rows", limit, Unit::Items);
    // The columns are the fields of all rows: those of the last one may be new.
    let is_held = matches!(ctx.out.format(), Format::Table | Format::Csv);
    let mut held = Vec::new();
    let mut streamed = Rows::with_grid(&ctx.term, &ctx.out, Items::SCHEMA, |items, _| Grid::of_objects(items), EMPTY)?;
    while let Some(page) = pages.next().await.during(during)? {
        if args.all {
            bar.set_total(pages.meta().total);
        }
        bar.inc(page.len() as u64);
        for row in page {
            let row = checked(row, &args.conditions).map_err(|failure| failure.during(during()))?;
            if is_held { held.push(row) } else { streamed.push(row)? }
        }
        if !is_held {
            streamed.flush()?;
        }
    }
    bar.clear();
    let shown = if is_held {
        let items = Items(held);
        ctx.show(&items)?;
        items.0.len() as u64
    } else {
        streamed.finish()?
    };
    if !args.all {
        args.limit.note_rest(ctx, shown, pages.meta().total);
    }
    Ok(Exit::Ok)
}

/// Refuses what is no row, and a row that a condition excludes for certain: that of a server which does not filter.
fn checked(row: Value, conditions: &[Condition]) -> Result<Value, Failure> {
    let Some(fields) = row.as_object().filter(|fields| !fields.is_empty()) else {
        return Err(Failure::new(Exit::Unavailable, "the server returned something else than rows"));
    };
    match conditions.iter().find(|condition| excludes(condition, fields)) {
        None => Ok(row),
        Some(condition) => {
            let message = format!("the server returned a row that `--where '{}'` excludes", condition.typed());
            let hint = "leave the condition out, and narrow the rows with `--jq`: the server does not filter by it";
            Err(Failure::new(Exit::Unavailable, message).hint(hint))
        }
    }
}

/// What a column holds is not published, so only equality is certain.
fn excludes(condition: &Condition, row: &Map<String, Value>) -> bool {
    let found = row.iter().find(|(name, _)| name.eq_ignore_ascii_case(condition.field()));
    let text = found.and_then(|(_, value)| value.as_str());
    let is_plain = |text: &str| text.parse::<f64>().is_err() && text.parse::<jiff::Timestamp>().is_err();
    condition.operator() == Operator::Is
        && text.is_some_and(|text| is_plain(text) && fold(text) != fold(condition.value()))
}

const EMPTY: &str = "There are no rows.";

/// Rows of a table.
#[derive(Serialize)]
#[serde(transparent)]
struct Items(Vec<Value>);

impl View for Items {
    const SCHEMA: &'static str = "raw.rows/1";

    fn columns() -> Columns {
        Columns::Late
    }

    fn table<'a>(&'a self, _: &'a Look) -> Option<Grid<'a>> {
        Some(Grid::of_objects(&self.0).empty(EMPTY))
    }
}
