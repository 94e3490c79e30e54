//! `makini requests export`.

use std::path::{Path, PathBuf};

use clap::ValueEnum;
use serde::Serialize;

use super::columns::COLUMNS;
use super::selection::{FilterArgs, Source, select};
use super::show::redacted;
use crate::args::{TimeRange, count, examples};
use crate::client::Client;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::files::{self, Access};
use crate::requests::{Record, har};
use crate::term::sanitize::clean_json;
use crate::term::{Line, Term, TermOptions, Terminal};
use crate::view::{Columns, Format, OutputOptions, Page, Rows, View, bytes, counted};

/// Export requests as NDJSON, CSV or HAR
///
/// Those that `makini requests list` with the same options selects, the newest first, with every field. In an HTTP Archive
/// (HAR 1.2) nothing that looks like a secret is left; it has no headers and no bodies, which are not recorded.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples![
    "makini requests export --since 24h > requests.ndjson",
    "makini requests export --errors --as har --out failed.har",
])]
pub struct Args {
    #[command(flatten)]
    filter: FilterArgs,

    /// Form: `ndjson`, `csv` or `har`
    ///
    /// Without it `ndjson`, or `csv` with `-o csv`.
    #[arg(long = "as", value_name = "FORM", value_enum, hide_possible_values = true)]
    form: Option<Form>,

    /// File to write; default: stdout
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,

    #[command(flatten)]
    range: TimeRange,

    /// Maximum number of requests
    #[arg(long, value_name = "COUNT", default_value_t = 100_000, value_parser = count)]
    limit: u64,

    /// Where to read from
    #[arg(long, value_name = "SOURCE", value_enum, default_value_t = Source::Auto, hide_short_help = true)]
    source: Source,
}

/// The form of an export.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ValueEnum)]
#[serde(rename_all = "lowercase")]
enum Form {
    /// One JSON object per line
    Ndjson,
    /// Comma-separated values
    Csv,
    /// HTTP Archive 1.2
    Har,
}

/// Writes them.
pub async fn run(ctx: &Context, mut args: Args) -> Result<Exit, Failure> {
    args.out = args.out.filter(|file| file != Path::new("-"));
    let form = form(ctx, &args)?;
    let limit = u32::try_from(args.limit).unwrap_or(u32::MAX);
    let selected = select(ctx, args.filter, &args.range, args.source, limit).await?;
    let (rows, more) = (selected.rows, selected.more);
    let requests = rows.len() as u64;
    let exit = match args.out {
        None => {
            write(ctx, &ctx.term, rows, form).await?;
            Exit::Ok
        }
        Some(file) => {
            let (term, captured) = Term::captured(Terminal::default(), TermOptions::default(), "");
            write(ctx, &term, rows, form).await?;
            term.finish()?;
            let text = captured.stdout_bytes();
            files::save(&file, &text, Access::Owner, "the export ")?;
            ctx.show(&Written { file, form, requests, bytes: text.len() as u64 })?
        }
    };
    if more {
        ctx.term.warn(format!(
            "the newest {requests} requests are exported, and there are more: `--limit {}`",
            args.limit.saturating_mul(10)
        ));
    }
    Ok(exit)
}

/// Returns the form, and refuses options that say otherwise.
fn form(ctx: &Context, args: &Args) -> Result<Form, Failure> {
    let format = ctx.out.format();
    let form = args.form.unwrap_or(if format == Format::Csv { Form::Csv } else { Form::Ndjson });
    if args.out.is_some() {
        // What is shown then is about the file.
        if format == Format::Csv {
            return Err(
                Failure::usage("with `--out`, `-o` is about the summary, which is no table").hint("use `--as csv`")
            );
        }
        ctx.out.check_for::<Written>()?;
        return Ok(form);
    }
    if format == Format::Yaml || (format == Format::Csv && form != Form::Csv) {
        return Err(Failure::usage("an export is lines of JSON, CSV or an HTTP Archive")
            .hint("`--as` chooses, and `-o` is not needed"));
    }
    if form == Form::Har {
        if ctx.out.jq.is_some() {
            return Err(Failure::usage("`--jq` is about requests, and an HTTP Archive has entries")
                .hint("pipe it: `… --as har | jq …`"));
        }
        ctx.out.check_without_table()?;
    }
    Ok(form)
}

/// Writes requests to the standard output of a terminal.
async fn write(ctx: &Context, term: &Term, rows: Vec<Record>, form: Form) -> Result<(), Failure> {
    let format = match form {
        Form::Har => return archive(ctx, ctx.client().await?, term, &rows),
        Form::Ndjson => Format::Ndjson,
        Form::Csv => Format::Csv,
    };
    let mut options = OutputOptions { format: Some(format), ..ctx.out.clone() };
    if form == Form::Csv && options.columns.is_empty() {
        options.columns = Columns::of(COLUMNS).heads().into_iter().map(|head| head.key.into_owned()).collect();
    }
    let mut lines = Rows::new(term, &options, "requests.export/1", COLUMNS, "No such requests.")?;
    for row in rows {
        lines.push(row)?;
    }
    lines.finish()?;
    Ok(())
}

fn archive(ctx: &Context, client: &Client, term: &Term, rows: &[Record]) -> Result<(), Failure> {
    let here = ctx.server_name();
    let server = |row| har::server(row, client.server(), here.as_deref());
    let entries: Vec<_> = rows.iter().filter_map(|row| har::entry(&redacted(row), &server(row))).collect();
    let undated = (rows.len() - entries.len()) as u64;
    let text = serde_json::to_string(&har::archive(&entries)).expect("text and numbers are always JSON");
    term.data(|out| writeln!(out, "{}", clean_json(&text)))?;
    if undated > 0 {
        term.warn(format!("{} without a time left out: an HTTP Archive needs it", counted(undated, "request")));
    }
    Ok(())
}

/// What was written.
#[derive(Serialize)]
struct Written {
    file: PathBuf,
    #[serde(rename = "as")]
    form: Form,
    requests: u64,
    bytes: u64,
}

impl View for Written {
    const SCHEMA: &'static str = "requests.export/1";

    fn human(&self, page: &mut Page<'_>) {
        let file = self.file.display().to_string();
        let what = format!(": {}, {}", counted(self.requests, "request"), bytes(self.bytes));
        page.line(Line::new().good("Written: ").name(file).text(what));
    }
}
