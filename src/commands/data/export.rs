//! `makini data export`.

use std::path::PathBuf;
use std::task::Poll;
use std::time::Duration;

use serde::Serialize;
use serde_json::{Map, Value};

use super::conditions::{ConditionArgs, Conditions};
use super::export_folder::{Exported, Folder, Part, State};
use super::retained;
use super::rewrite::Form;
use super::target::{DomainArg, Listable};
use crate::api::connections::Connection;
use crate::args::{ConnectionArg, examples};
use crate::client::{Client, PageOptions, Purpose};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{During as _, Failure};
use crate::measure::parse_duration;
use crate::term::progress::Unit;
use crate::view::{Cell, Column, Columns, Grid, Look, View, counted};

/// Export all rows of entities into files
///
/// Writes a file for each entity into a folder, and `manifest.json` with its number of rows and SHA-256. After an
/// interruption the same command goes on where it stopped: no row is written twice. What is exported already is kept.
///
/// `--since last` brings an export up to date: rows whose `updatedAt` is not older than the beginning of the last export less
/// `--overlap` are read and replace those of the file; of entities without `updatedAt` all rows are read. The overlap has to be
/// longer than the time until a change in the system reaches the platform, which is that of its syncs. Rows that are removed
/// in the connected system cannot be seen by this API: they stay in the file.
///
/// Of a disconnected connection the rows are exported that were synced before, as long as they are retained.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples![
    "makini data export \"Plant 7\" assets work-orders --out plant-7",
    "makini data export \"Plant 7\" work-orders --where 'updatedAt>=2026-03-01' --out march",
    "makini data export \"Plant 7\" assets --also \"Plant 8\" --out plants --format csv --since last",
])]
pub struct Args {
    #[command(flatten)]
    connection: ConnectionArg,

    /// Entities, for example `work-orders`
    #[arg(value_name = "ENTITY", required = true)]
    entities: Vec<String>,

    /// Another connection to export the same entities of (can be repeated)
    ///
    /// All are read at once, and each has a folder in `--out` that is named by its ID.
    #[arg(long, value_name = "CONNECTION")]
    also: Vec<String>,

    /// Folder for the files, created if needed
    #[arg(long, value_name = "FOLDER")]
    out: PathBuf,

    /// Format of the files
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t)]
    format: Form,

    /// Read only what changed since the last export into this folder
    #[arg(long, value_name = "last", value_parser = ["last"], conflicts_with = "any")]
    since: Option<String>,

    /// Time before the last export from which changes are read again
    #[arg(long, value_name = "TIME", default_value = "1d", value_parser = parse_duration)]
    overlap: Duration,

    #[command(flatten)]
    domain: DomainArg,

    #[command(flatten)]
    conditions: ConditionArgs,
}

/// Exports them.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    ctx.out.check_for::<Exports>()?;
    if args.since.is_some() && args.format == Form::Parquet {
        let failure = Failure::usage("an export in the format `parquet` cannot be brought up to date");
        return Err(failure.hint("export all rows into a new folder, or as `--format ndjson` or `csv`"));
    }
    if args.out.as_os_str() == "-" {
        let failure = Failure::usage("an export is a folder of files, and `-` names none");
        return Err(
            failure.hint("`makini data list … --all -o ndjson` writes rows to stdout; `--out ./-` is the folder")
        );
    }
    let mut wanted = Vec::new();
    for word in &args.entities {
        let entity = Listable::find(word)?;
        let conditions = args.conditions.check(entity.fields);
        let conditions = conditions.map_err(|failure| failure.during(format!("could not use `{word}`")))?;
        wanted.push((entity, conditions));
    }
    let client = ctx.client().await?;
    let names: Vec<String> = std::iter::once(args.connection.to_string()).chain(args.also.clone()).collect();
    let connections = retained::connections(ctx, client, &names).await?;
    let jobs = connections.iter().map(|connection| {
        let plain = |c: char| if c.is_ascii_alphanumeric() || c == '-' { c } else { '_' };
        let own: String = connection.id().chars().map(plain).collect();
        let out = if args.also.is_empty() { args.out.clone() } else { args.out.join(own) };
        one(ctx, &args, &wanted, (client, connection, out))
    });
    let (mut rows, mut failed) = (Vec::new(), None);
    for ended in together(jobs.collect()).await {
        match ended {
            Ok(mut done) => rows.append(&mut done),
            Err(failure) => failed = failed.or(Some(failure)),
        }
    }
    match failed {
        None => ctx.show(&Exports(rows)),
        // The others are done all the same.
        Some(failure) if rows.is_empty() => Err(failure),
        Some(failure) => ctx.show(&Exports(rows)).and(Err(failure)),
    }
}

/// Waits for all of these, which go on side by side.
async fn together<F: Future>(futures: Vec<F>) -> Vec<F::Output> {
    let mut running: Vec<_> = futures.into_iter().map(|future| (Box::pin(future), None)).collect();
    std::future::poll_fn(|cx| {
        let mut is_over = true;
        for (future, output) in running.iter_mut().filter(|(_, output)| output.is_none()) {
            match future.as_mut().poll(cx) {
                Poll::Ready(value) => *output = Some(value),
                Poll::Pending => is_over = false,
            }
        }
        if is_over { Poll::Ready(()) } else { Poll::Pending }
    })
    .await;
    running.into_iter().filter_map(|(_, output)| output).collect()
}

/// Exports the entities of one connection into a folder.
async fn one(
    ctx: &Context,
    args: &Args,
    wanted: &[(Listable, Conditions)],
    (client, connection, out): (&Client, &Connection, PathBuf),
) -> Result<Vec<Row>, Failure> {
    // The sandbox has another port each time.
    let is_sandbox = ctx.settings.is_on("sandbox");
    let platform = if is_sandbox { "sandbox".to_owned() } else { client.server().to_string() };
    let mut folder = Folder::open(&out, &platform, connection.id())?;
    let mut rows = Vec::new();
    for (entity, conditions) in wanted {
        let domain = entity.domain(ctx, client, connection, args.domain.get()).await?;
        let what = (conditions.typed(), conditions.any);
        let this = Exported::begin(domain.slug(), args.format, what, ctx.now());
        let name = entity.path.replace('/', "-");
        let overlap = args.since.is_some().then_some(args.overlap);
        let done = match folder.begin(&name, this, overlap)? {
            State::Finished(done) => {
                ctx.term.status(format!("{} are exported already", entity.plural));
                done
            }
            State::Unfinished(part, update) => {
                let has_time = entity.fields.iter().any(|field| field.name == "updatedAt");
                let since = update.filter(|_| has_time).map(|update| update.since);
                let conditions = &conditions.since(since, entity.fields)?;
                let export = Export { ctx, client, connection, entity, conditions };
                let part = export.rows(domain.slug(), part).await.map_err(|failure| {
                    failure.hint("what was read is kept: the same command goes on where this one stopped")
                })?;
                folder.finish(&name, part, entity.fields, ctx.now())?
            }
        };
        rows.push(Row {
            connection: connection.display_name().to_owned(),
            entity: entity.path.clone(),
            rows: done.rows,
            file: folder.file(&name, args.format).display().to_string(),
        });
    }
    Ok(rows)
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
        let pages = async |first| {
            let options =
                PageOptions { per_page: self.entity.is_sized.then_some(100), first: Some(first), limit: None };
            let (at, how) = ((domain, self.entity.path.as_str()), (options, Purpose::Call));
            retained::pages(self.client, self.connection, at, &query, how).await.during(during)
        };
        let mut first = 1;
        if part.rows() > 0 {
            // How many rows a page has is the server's choice. A page that is read again adds nothing.
            let mut begun = pages(1).await?;
            let size = begun.next().await.during(during)?.map_or(0, |page| page.len() as u64);
            let last = begun.meta().last_page.unwrap_or(u64::MAX);
            first = part.rows().checked_div(size).map_or(1, |full| (full + 1).min(last));
            self.ctx.term.status(format!("going on after {}", counted(part.rows(), "row")));
        }
        let progress = self.ctx.term.progress();
        let bar = progress.bar(self.entity.plural, None, Unit::Items);
        bar.inc(part.rows());
        let mut total = None;
        // Rows that came or went meanwhile have moved others from one page to another: those are found from the beginning.
        for first in [first, 1] {
            let mut pages = pages(first).await?;
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
            total = pages.meta().total.filter(|total| *total != part.rows());
            if total.is_none_or(|total| total < part.rows()) {
                break;
            }
        }
        bar.done(format!("{}: {}", self.entity.path, counted(part.rows(), "row")));
        let Some(total) = total else { return Ok(part) };
        let (counts, path, read) = (counted(total, "row"), &self.entity.path, part.rows());
        let differs = format!("the server counts {counts} of {path}, and {read} were read");
        if total > read {
            // An export that is finished is not looked at again.
            return Err(Failure::new(Exit::Unavailable, differs).during(during()));
        }
        self.ctx.term.warn(format!("{differs}: they changed meanwhile"));
        Ok(part)
    }
}

/// What was exported.
#[derive(Serialize)]
#[serde(transparent)]
struct Exports(Vec<Row>);

#[derive(Serialize)]
struct Row {
    connection: String,
    entity: String,
    rows: u64,
    file: String,
}

const COLUMNS: &[Column<Row>] = &[
    Column::new("connection", "CONNECTION", |row: &Row, _| Cell::name(row.connection.as_str())).minor(),
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
