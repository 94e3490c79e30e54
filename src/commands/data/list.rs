//! `makini data list`.

use serde_json::{Map, Value};

use super::condition;
use super::conditions::ConditionArgs;
use super::retained;
use super::row::Shape;
use super::target::{DomainArg, Listable, RowsArg};
use crate::args::condition::Order;
use crate::args::examples;
use crate::args::limit::Limit;
use crate::client::call::ListQuery;
use crate::client::{PageOptions, Purpose};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};
use crate::view::{Rows, counted};

/// List rows of an entity
///
/// The server applies conditions and order; a row that contradicts a condition is an error (9), since the server does not
/// filter then. In CSV all fields are columns, in a table the usual ones; `--fields` and `--columns` choose. `makini data fields ENTITY` lists the fields; `statuses/ENTITY` lists the statuses that its rows can have.
///
/// Of a disconnected connection the rows are listed that were synced before, as long as they are retained.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples![
    "makini data list \"Plant 7\" work-orders",
    "makini data list \"Plant 7\" work-orders --where 'dueAt<2026-04-01' --where 'title contains pump' --order -dueAt",
    "makini data list \"Plant 7\" assets --fields key,name,serialNumber --all -o csv",
])]
pub struct Args {
    #[command(flatten)]
    rows: RowsArg,

    #[command(flatten)]
    domain: DomainArg,

    #[command(flatten)]
    conditions: ConditionArgs,

    /// Order by this field, `-FIELD` for the largest first (can be repeated)
    #[arg(long, value_name = "FIELD", value_delimiter = ',', allow_hyphen_values = true)]
    order: Vec<Order>,

    /// Return only these fields
    ///
    /// `customFields` has the fields that a connection has of its own, `customFields.NAME` is one of them.
    #[arg(long, value_name = "FIELD", value_delimiter = ',')]
    fields: Vec<String>,

    /// Put the fields of objects in a row beside the others, as `dimensions.height`
    #[arg(long)]
    flatten: bool,

    /// Return all rows
    #[arg(long, conflicts_with = "limit")]
    all: bool,

    #[command(flatten)]
    limit: Limit,
}

/// Lists them.
pub(super) async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    let entity = Listable::find(&args.rows.entity.entity)?;
    let conditions = args.conditions.check(entity.fields)?;
    let sort = args.order.iter().map(|order| condition::order(order, entity.fields)).collect::<Result<_, _>>()?;
    let query = ListQuery { sort, ..conditions.query() };
    let shape = Shape::new(entity.fields, &entity.columns, &args.fields, (args.flatten, ctx.out.format()))?;
    let empty = if query.filters.is_empty() { "There are no rows." } else { "No row meets the conditions." };
    let grid = shape.clone();
    let rows = Rows::with_grid(&ctx.term, &ctx.out, "data.list/1", move |rows, _| grid.grid(rows), empty)?;
    let mut rows = rows.dated_by(|| ctx.now());

    let client = ctx.client().await?;
    let connection = retained::connection(ctx, client, &args.rows.connection).await?;
    let domain = entity.domain(ctx, client, &connection, args.domain.get()).await?;
    let during = || format!("could not list the {} of {}", entity.plural, connection.display_name());
    let limit = (!args.all).then(|| args.limit.get());
    let per_page = entity.is_sized.then(|| if args.all { 100 } else { args.limit.per_page() });
    let options = PageOptions { per_page, first: None, limit };
    let (at, how) = ((domain.slug(), entity.path.as_str()), (options, Purpose::Call));
    let mut pages = retained::pages(client, &connection, at, &query, how).await.during(during)?;
    let progress = ctx.term.progress();
    let bar = progress.bar("rows", limit, crate::term::progress::Unit::Items);
    let mut show = |page: Vec<Map<String, Value>>, total: Option<u64>| {
        if args.all {
            bar.set_total(total);
        }
        bar.inc(page.len() as u64);
        for row in page {
            entity.check_row(&row, &conditions).map_err(|failure| failure.during(during()))?;
            rows.push(shape.of(row))?;
        }
        rows.flush()
    };
    let mut next = pages.next().await;
    while let Some(page) = next.during(during)? {
        next = pages.while_working(|meta| show(page, meta.total)).await?;
    }
    bar.clear();
    let total = pages.meta().total;
    let shown = rows.finish()?;
    match total {
        Some(total) if args.all && total != shown => {
            ctx.term.warn(format!("the server counts {}, and {shown} were returned", counted(total, "row")));
        }
        None if !args.all && shown == args.limit.get() => {
            ctx.term.status(format!("the first {shown} are shown, and there may be more: `--all` shows all"));
        }
        _ if args.all => {}
        total => args.limit.note_rest(ctx, shown, total),
    }
    Ok(Exit::Ok)
}
