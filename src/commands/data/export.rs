//! `makini data export`.

use std::path::PathBuf;

use serde::Serialize;
use serde_json::{Map, Value};

use super::conditions::{ConditionArgs, Conditions};
use super::export_folder::{Exported, Folder, Part, State};
use super::target::{DomainArg, Listable};
use crate::api::connections::Connection;
use crate::args::{ConnectionArg, examples, resolve};
use crate::client::{Client, PageOptions, Purpose};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};
use crate::term::progress::Unit;
use crate::view::{Cell, Column, Columns, Grid, Look, View, counted};

/// Export all rows of entities into files
///
/// Writes a file of JSON lines for each entity into a folder, and `manifest.json` with its number of rows and SHA-256. After
/// an interruption the same command goes on where it stopped: no row is written twice. What is exported already is kept.
///
/// Rows that are removed in the connected system cannot be seen by this API.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples![
    "makini data export \"Plant 7\" assets work-orders --out plant-7",
    "makini data export \"Plant 7\" work-orders --where 'updatedAt>=2026-03-01' --out march",
])]
pub struct Args {
    #[command(flatten)]
    connection: ConnectionArg,

    /// Entities, for example `work-orders`
    #[arg(value_name = "ENTITY", required = true)]
    entities: Vec<String>,

    /// Folder for the files, created if needed
    #[arg(long, value_name = "FOLDER")]
    out: PathBuf,

    #[command(flatten)]
    domain: DomainArg,

    #[command(flatten)]
    conditions: ConditionArgs,
}

/// Exports them.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    ctx.out.check_for::<Exports>()?;
    let mut wanted = Vec::new();
    for word in &args.entities {
        let entity = Listable::find(word)?;
        let conditions = args.conditions.check(entity.fields);
        let conditions = conditions.map_err(|failure| failure.during(format!("could not use `{word}`")))?;
        wanted.push((entity, conditions));
    }
    let client = ctx.client().await?;
    let connection = resolve::connection(ctx, client, &args.connection).await?;
    // The sandbox has another port each time.
    let is_sandbox = ctx.settings.is_on("sandbox");
    let platform = if is_sandbox { "sandbox".to_owned() } else { client.server().to_string() };
    let mut folder = Folder::open(&args.out, &platform, connection.id())?;
    let mut rows = Vec::new();
    for (entity, conditions) in &wanted {
        let domain = entity.domain(ctx, client, &connection, args.domain.get()).await?;
        let this = Exported::begin(domain.slug(), conditions.typed(), conditions.any, ctx.now());
        let name = entity.path.replace('/', "-");
        let done = match folder.begin(&name, this)? {
            State::Finished(done) => {
                ctx.term.status(format!("{} are exported already", entity.plural));
                done
            }
            State::Unfinished(part) => {
                let export = Export { ctx, client, connection: &connection, entity, conditions };
                let part = export.rows(domain.slug(), part).await.map_err(|failure| {
                    failure.hint("what was read is kept: the same command goes on where this one stopped")
                })?;
                folder.finish(&name, part, ctx.now())?
            }
        };
        rows.push(Row { entity: entity.path.clone(), rows: done.rows, file: folder.file(&name).display().to_string() });
    }
    ctx.show(&Exports(rows))
}

/// What is exported of one entity.
struct Export<'a> {
    ctx: &'a Context,
    client: &'a Client,
    connection: &'a Connection,
    entity: &'a Listable,
    conditions: &'a Conditions,
}

impl Export<'_> {
    /// Adds the rows to a file that are not in it yet.
    async fn rows(&self, domain: &str, mut part: Part) -> Result<Part, Failure> {
        let during = || format!("could not export the {} of {}", self.entity.plural, self.connection.display_name());
        let query = self.conditions.query();
        let pages = |first| {
            let options =
                PageOptions { per_page: self.entity.is_sized.then_some(100), first: Some(first), limit: None };
            let (at, how) = ((domain, self.entity.path.as_str()), (options, Purpose::Call));
            self.client.entities(self.connection.id(), at, &query, how).during(during)
        };
        let mut first = 1;
        if part.rows() > 0 {
            // How many rows a page has is the server's choice. A page that is read again adds nothing.
            let mut begun = pages(1)?;
            let size = begun.next().await.during(during)?.map_or(0, |page| page.len() as u64);
            let last = begun.meta().last_page.unwrap_or(u64::MAX);
            first = part.rows().checked_div(size).map_or(1, |full| (full + 1).min(last));
            self.ctx.term.status(format!("going on after {}", counted(part.rows(), "row")));
        }
        let progress = self.ctx.term.progress();
        let bar = progress.bar(self.entity.plural, None, Unit::Items);
        bar.inc(part.rows());
        let mut pages = pages(first)?;
        let mut write = |page: Vec<Map<String, Value>>, total: Option<u64>| {
            bar.set_total(total);
            let before = part.rows();
            for row in &page {
                self.entity.check_row(row, self.conditions).map_err(|failure| failure.during(during()))?;
            }
            part.add(&page)?;
            bar.inc(part.rows() - before);
            Ok::<(), Failure>(())
        };
        let mut next = pages.next().await;
        while let Some(page) = next.during(during)? {
            next = pages.while_working(|meta| write(page, meta.total)).await?;
        }
        bar.done(format!("{}: {}", self.entity.path, counted(part.rows(), "row")));
        if let Some(total) = pages.meta().total.filter(|total| *total != part.rows()) {
            self.ctx.term.warn(format!(
                "the server counts {} of {}, and {} were read: they changed meanwhile",
                counted(total, "row"),
                self.entity.path,
                part.rows()
            ));
        }
        Ok(part)
    }
}

/// What was exported.
#[derive(Serialize)]
#[serde(transparent)]
struct Exports(Vec<Row>);

#[derive(Serialize)]
struct Row {
    entity: String,
    rows: u64,
    file: String,
}

const COLUMNS: &[Column<Row>] = &[
    Column::new("entity", "ENTITY", |row: &Row, _| Cell::name(row.entity.as_str())).essential(),
    Column::new("rows", "ROWS", |row: &Row, _| Cell::count(row.rows)).right(),
    Column::new("file", "FILE", |row: &Row, _| Cell::path(row.file.as_str())),
];

impl View for Exports {
    const SCHEMA: &'static str = "data.export/1";

    fn columns() -> Columns {
        Columns::of(COLUMNS)
    }

    fn table<'a>(&'a self, look: &'a Look) -> Option<Grid<'a>> {
        Some(Grid::of(&self.0, COLUMNS, look).empty("Nothing was exported."))
    }
}
