//! `makini requests list`.

use super::columns::COLUMNS;
use super::selection::{FilterArgs, Selected, Source, select};
use crate::args::{Limit, TimeRange, examples};
use crate::context::Context;
use crate::exchange::IMPOSSIBLE;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::requests::Record;
use crate::view::{Columns, Grid, Look, Page, View, counted};

/// List requests, newest first
///
/// From the log of the server if it offers one, otherwise from the journal of this machine; `--source both` merges
/// them.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples![
    "makini requests list --errors --since 1h",
    "makini requests list --search \"Plant 7\" --slower-than 500ms --status 5xx",
])]
pub struct Args {
    #[command(flatten)]
    filter: FilterArgs,

    #[command(flatten)]
    range: TimeRange,

    #[command(flatten)]
    limit: Limit,

    /// Where to read from
    #[arg(long, value_name = "SOURCE", value_enum, default_value_t = Source::Auto, hide_short_help = true)]
    source: Source,
}

/// Lists them.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    ctx.out.check_for::<RequestList>()?;
    let Selected { rows, more, is_journal, .. } =
        select(ctx, args.filter, &args.range, args.source, args.limit.get_u32()).await?;
    show(ctx, rows, more, is_journal)
}

/// Shows them, and then that the list goes on: 50 of 50,000 must not look like all.
fn show(ctx: &Context, rows: Vec<Record>, more: bool, is_journal: bool) -> Result<Exit, Failure> {
    let shown = rows.len();
    let troubled = rows.iter().filter(|row| row.clock_trouble).count() as u64;
    let exit = ctx.show(&RequestList { rows, is_journal })?;
    if troubled > 0 {
        ctx.term.warn(format!("{} with `clock_trouble`: {IMPOSSIBLE}", counted(troubled, "request")));
    }
    if more {
        ctx.term.status(format!("the newest {shown} are shown, and there are more: `--limit {}`", shown * 10));
    }
    Ok(exit)
}

struct RequestList {
    rows: Vec<Record>,
    is_journal: bool,
}

impl serde::Serialize for RequestList {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.rows.serialize(to)
    }
}

impl View for RequestList {
    const SCHEMA: &'static str = "requests.list/1";

    fn human(&self, page: &mut Page<'_>) {
        page.grid();
        if self.is_journal && page.look().terminal {
            page.line("From the journal: the requests that this machine made.");
        }
    }

    fn columns() -> Columns {
        Columns::of(COLUMNS)
    }

    fn table<'a>(&'a self, look: &'a Look) -> Option<Grid<'a>> {
        let whose = if self.is_journal { "the journal of this machine" } else { "the server's log" };
        Some(Grid::of(&self.rows, COLUMNS, look).empty(format!("No such requests in {whose}.")))
    }
}
