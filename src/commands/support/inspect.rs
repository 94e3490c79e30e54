//! `makini support inspect`.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde::Serialize;
use serde_json::Value;

use super::bundle::{COLUMNS, named};
use crate::api::lenient::timestamp;
use crate::args::examples;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::files;
use crate::support::{Bundle, LARGEST, Manifest};
use crate::term::Line;
use crate::term::sanitize::clean_json;
use crate::view::{Card, Cell, Columns, Grid, Items, Look, Page, View, counted};

/// Show what is in a support bundle
///
/// Every file is compared with the manifest; a bundle that was changed is refused. Nothing is unpacked to the disk and no
/// request is sent.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples![
    "makini support inspect makini-support-20260301T120000Z.tar.gz",
    "makini support inspect case-4711.tar.gz --print requests.ndjson",
])]
pub struct Args {
    /// Support bundle (file)
    #[arg(value_name = "FILE")]
    file: PathBuf,

    /// Print one file of it as it is
    #[arg(long, value_name = "NAME")]
    print: Option<String>,
}

/// Reads it, and shows it.
pub fn run(ctx: &Context, args: &Args) -> Result<Exit, Failure> {
    if args.print.is_some() {
        ctx.out.check_without_table()?;
    } else {
        ctx.out.check_for::<Inspected>()?;
    }
    let shown = args.file.display();
    let packed = files::read(&args.file, LARGEST).map_err(|error| Failure::unreadable(&shown, &error))?;
    let bundle = Bundle::read(&packed).map_err(|error| {
        let failure = Failure::new(Exit::Invalid, error.to_string()).during(format!("could not read `{shown}`"));
        failure.hint("`makini support bundle` makes one")
    })?;
    if let Some(name) = &args.print {
        let text = String::from_utf8_lossy(named(&bundle, name)?);
        // Another machine wrote it: a terminal obeys nothing of it.
        let is_terminal = ctx.term.terminal().stdout;
        let text = if is_terminal { clean_json(&text) } else { text };
        ctx.term.data(|out| out.write_all(text.as_bytes()))?;
        return Ok(Exit::Ok);
    }
    ctx.show(&Inspected::of(bundle))
}

/// What is in a bundle.
#[derive(Serialize)]
struct Inspected {
    #[serde(flatten)]
    manifest: Manifest,
    /// What `makini doctor` found there that is not in order.
    problems: Vec<Problem>,
    /// Number of failed requests by their code or status.
    failures: BTreeMap<String, u64>,
    /// Number of connections by their health.
    health: BTreeMap<String, u64>,
}

#[derive(Serialize)]
struct Problem {
    check: String,
    outcome: String,
    found: String,
}

impl Inspected {
    fn of(bundle: Bundle) -> Self {
        let lines = |name: &str| -> Vec<Value> {
            let text = bundle.part(name).map(|part| String::from_utf8_lossy(&part.bytes).into_owned());
            text.iter().flat_map(|text| text.lines()).filter_map(|line| serde_json::from_str(line).ok()).collect()
        };
        let text = |value: &Value| value.as_str().map(str::to_owned);
        let mut failures = BTreeMap::new();
        for row in lines("requests.ndjson") {
            let status = row["status"].as_u64();
            let code = text(&row["error_code"]);
            if status.is_none_or(|status| status >= 400) || code.is_some() {
                let word =
                    code.or_else(|| status.map(|status| status.to_string())).unwrap_or_else(|| "no answer".into());
                *failures.entry(word).or_default() += 1;
            }
        }
        let mut health = BTreeMap::new();
        for row in lines("connections.ndjson") {
            let word = text(&row["health"]).or_else(|| text(&row["status"])).unwrap_or_else(|| "unknown".into());
            *health.entry(word).or_default() += 1;
        }
        let doctor = bundle.part("doctor.json").and_then(|part| serde_json::from_slice::<Vec<Value>>(&part.bytes).ok());
        let problems = doctor.unwrap_or_default().into_iter().filter_map(|finding| {
            let outcome = text(&finding["outcome"])?;
            let problem = Problem { check: text(&finding["check"])?, found: text(&finding["found"])?, outcome };
            (problem.outcome != "ok" && problem.outcome != "skipped").then_some(problem)
        });
        Self { problems: problems.collect(), failures, health, manifest: bundle.manifest }
    }
}

impl View for Inspected {
    const SCHEMA: &'static str = "support.inspect/1";
    const ITEMS: Items = Items::Under("files");

    fn human(&self, page: &mut Page<'_>) {
        let manifest = &self.manifest;
        let look = page.look();
        // Another program may have written it: what is no time is shown as it is.
        let when = |text: &str| timestamp(text).map_or_else(|| text.to_owned(), |at| look.when_and_ago(at));
        let counts = |counts: &BTreeMap<String, u64>| {
            let words: Vec<String> = counts.iter().map(|(word, count)| format!("{word} {count}")).collect();
            if words.is_empty() { Cell::muted("none") } else { Cell::text(words.join(", ")) }
        };
        let mut card = Card::new()
            .row("Made", Cell::text(when(&manifest.created_at)))
            .row("Version", Cell::text(manifest.version.as_str()))
            .row("Profile", Cell::name(manifest.profile.as_str()))
            .row("Server", Cell::text(manifest.server.as_str()))
            .opt("Request", manifest.request_id.as_deref().map(Cell::id))
            .opt("Since", manifest.since.as_deref().map(|at| Cell::text(when(at))))
            .row("Failures", counts(&self.failures));
        if !self.health.is_empty() {
            card = card.row("Connections", counts(&self.health));
        }
        page.card(&card);
        for problem in &self.problems {
            page.line(
                Line::new()
                    .bad(problem.outcome.as_str())
                    .text(" ")
                    .name(problem.check.as_str())
                    .text(format!(": {}", problem.found)),
            );
        }
        for missing in &manifest.missing {
            page.line(Line::new().caution("not included: ").text(missing.as_str()));
        }
        page.blank();
        page.grid();
        page.line(
            Line::new().good(format!("{} as the manifest has them.", counted(manifest.files.len() as u64, "file"))),
        );
    }

    fn columns() -> Columns {
        Columns::of(COLUMNS)
    }

    fn table<'a>(&'a self, look: &'a Look) -> Option<Grid<'a>> {
        Some(Grid::of(&self.manifest.files, COLUMNS, look))
    }
}
