//! `makini support bundle`.

use std::path::PathBuf;
use std::time::Duration;

use serde::Serialize;

use super::parts::{self, Scope};
use crate::args::{examples, pasted};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::files::{self, Access, private::quoted};
use crate::measure::parse_positive_duration;
use crate::support::{Bundle, Entry, Manifest};
use crate::term::Line;
use crate::term::prompt::Question;
use crate::view::{Cell, Column, Columns, Grid, Items, Look, Page, View, bytes};

/// Collect what support needs into one file
///
/// The file is an archive (`tar.gz`) with a manifest: version, settings with their sources, the report of `makini doctor`,
/// requests of the server's log and of the journal, the state of every connection by its ID, and deliveries that the inbox
/// refused, without their bodies. Of secrets it has only where they come from and how long they are; names, e-mail addresses
/// and metadata of connections are left out, and the home folder is `~`; the name of the profile and the server stay. The list is shown before the file is written.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples![
    "makini support bundle --since 2h",
    "makini support bundle --request req_01hq --out case-4711.tar.gz --yes",
])]
pub struct Args {
    /// Request that it is about (ID): those shortly before and after it are included
    #[arg(long, value_name = "REQUEST", value_parser = pasted::id)]
    request: Option<String>,

    /// How far back requests are included
    #[arg(long, value_name = "TIME", default_value = "24h", value_parser = parse_positive_duration)]
    since: Duration,

    /// File to write; default: `makini-support-<TIME>.tar.gz` in this folder
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,

    /// Collect from this machine only, without network
    #[arg(long)]
    offline: bool,
}

/// Collects it, shows it and writes it.
pub async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    ctx.out.check_for::<Written>()?;
    let progress = ctx.term.progress();
    let bar = progress.spinner("this machine");
    let scope = Scope { request: args.request, window: args.since, is_offline: args.offline };
    let bundle = parts::collect(ctx, &scope, |step| bar.say(step)).await;
    bar.clear();
    let bundle = bundle?;
    let path = args.out.unwrap_or_else(|| {
        let time = ctx.clock.now().strftime("%Y%m%dT%H%M%SZ");
        PathBuf::from(format!("makini-support-{time}.tar.gz"))
    });
    for entry in &bundle.manifest.files {
        ctx.term.status(format!("{}: {} ({})", entry.name, entry.about, bytes(entry.bytes)));
    }
    for missing in &bundle.manifest.missing {
        ctx.term.warn(format!("not included: {missing}"));
    }
    let into = quoted(&path);
    let label = if path.exists() { format!("Replace {into} by this?") } else { format!("Write this to {into}?") };
    ctx.confirm(&Question { label: &label, flag: "--yes", help: None })?;
    let packed = bundle.pack().map_err(|error| Failure::new(Exit::Bug, error.to_string()))?;
    files::save(&path, &packed, Access::Owner, "the support bundle ")?;
    ctx.show(&Written { file: path, bytes: packed.len() as u64, manifest: bundle.manifest })
}

/// What was written.
#[derive(Serialize)]
struct Written {
    file: PathBuf,
    bytes: u64,
    #[serde(flatten)]
    manifest: Manifest,
}

impl View for Written {
    const SCHEMA: &'static str = "support.bundle/1";
    const ITEMS: Items = Items::Under("files");

    fn human(&self, page: &mut Page<'_>) {
        let file = self.file.display().to_string();
        page.line(Line::new().good("Written: ").name(file).text(format!(" ({})", bytes(self.bytes))));
        page.line(Line::new().text("Next: ").command(format!("makini support inspect {}", quoted(&self.file))));
    }

    fn columns() -> Columns {
        Columns::of(COLUMNS)
    }

    fn table<'a>(&'a self, look: &'a Look) -> Option<Grid<'a>> {
        Some(Grid::of(&self.manifest.files, COLUMNS, look))
    }
}

/// Files of a bundle as a table.
pub(super) const COLUMNS: &[Column<Entry>] = &[
    Column::new("name", "FILE", |entry: &Entry, _| Cell::name(entry.name.as_str())).essential(),
    Column::new("about", "WHAT", |entry: &Entry, _| Cell::text(entry.about.as_str())),
    Column::new("items", "ITEMS", |entry: &Entry, _| Cell::maybe(entry.items, Cell::number)).right(),
    Column::new("bytes", "SIZE", |entry: &Entry, _| Cell::bytes(entry.bytes)).right(),
    Column::new("sha256", "SHA-256", |entry: &Entry, _| Cell::text(entry.sha256.as_str())).extra(),
];

/// Returns a bundle's file by name, or why there is none.
pub(super) fn named<'a>(bundle: &'a Bundle, name: &str) -> Result<&'a [u8], Failure> {
    let part = bundle.part(name).ok_or_else(|| {
        let names: Vec<&str> = bundle.parts.iter().map(|part| part.name.as_str()).collect();
        Failure::new(Exit::NotFound, format!("the bundle has no file `{name}`"))
            .hint(format!("it has: {}", names.join(", ")))
    })?;
    Ok(&part.bytes)
}
