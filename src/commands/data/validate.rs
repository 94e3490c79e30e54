//! `makini data validate`, and the check of rows that an import begins with.

use serde::Serialize;
use serde_json::{Map, Value};

use super::field_map::{FieldMap, MapArg};
use super::rules::Rules;
use super::source::{Record, Source, SourceArg, is_aside};
use super::target;
use crate::api::entities::Verb;
use crate::args::{examples, resolve};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::view::{Cell, Column, Columns, Grid, Items, Look, Page, View, counted};

/// Check the rows of a file before they are imported
///
/// Checks each row against the published API: the fields that a new row takes, their types, and required fields; with
/// `--system` also the fields that the system is published to require. Nothing is sent. Whether referred rows exist, such as
/// the asset of a work order, is checked by `makini data import` with `--dry-run`.
///
/// Ends with 10 if a row is refused.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples![
    "makini data validate orders.csv --entity work-orders --system maintain-x",
    "makini data validate assets.ndjson --entity assets -o json",
])]
pub struct Args {
    #[command(flatten)]
    source: SourceArg,

    /// Entity of the rows, for example `work-orders`
    #[arg(long, value_name = "ENTITY")]
    entity: String,

    /// System that the rows are for, for example `maintain-x`
    #[arg(long, value_name = "SYSTEM")]
    system: Option<String>,

    #[command(flatten)]
    map: MapArg,
}

/// Checks them.
pub(super) fn run(ctx: &Context, args: &Args) -> Result<Exit, Failure> {
    ctx.out.check_for::<Report>()?;
    let rules = rules(&args.entity, args.system.as_deref())?;
    if let Some(system) = &args.system
        && rules.row.required_by(Verb::Create, system).is_empty()
    {
        let known: Vec<&str> = rules.row.demanding_systems(Verb::Create).collect();
        let known = if known.is_empty() { String::new() } else { format!("; there are some of {}", known.join(", ")) };
        let plural = rules.row.plural;
        ctx.term.note(format!("no requirements of `{system}` are published for {plural}{known}"));
    }
    let source = Source::read(ctx, &args.source.file)?;
    let map = args.map.read(&rules, &source)?;
    ctx.show(&check(&source, (&rules, &map), |_, _, _| {}))
}

/// Returns the rules for new rows of an entity.
///
/// # Errors
/// [`Exit::Usage`] where rows of it cannot be created from fields.
pub(super) fn rules(entity: &str, system: Option<&str>) -> Result<Rules, Failure> {
    let row = resolve::entity(entity)?;
    target::allowed(row, Verb::Create)?;
    let rules = Rules::new(row, Verb::Create, system);
    if rules.needs_file() {
        return Err(Failure::usage(format!("{} are created from a file each, not from fields", row.plural)));
    }
    Ok(rules)
}

/// Checks all rows. `valid` is called with each valid one: the row as it stands in the file, and the body to send.
pub(super) fn check(
    source: &Source,
    (rules, map): (&Rules, &FieldMap),
    mut valid: impl FnMut(u64, Map<String, Value>, Map<String, Value>),
) -> Report {
    let mut report = Report::default();
    // What is wrong with a column is wrong with every row.
    for name in source.columns().unwrap_or_default().iter().filter(|name| !is_aside(name)) {
        if let Some(Err(unknown)) = map.field(name).map(|field| rules.name(field)) {
            report.problems.push(Problem::of_field(1, name, unknown.sentence()));
        }
    }
    let has_bad_columns = !report.problems.is_empty();
    for Record { line, fields } in source.records() {
        report.rows += 1;
        let before = report.problems.len();
        match fields {
            Err(broken) => report.problems.push(Problem { line, field: None, reason: broken.reason }),
            Ok(fields) => {
                let body = body(source, (rules, map), (line, &fields), &mut report.problems);
                if !has_bad_columns {
                    missing(rules, line, &body, &mut report.problems, before);
                    if report.problems.len() == before {
                        valid(line, fields, body);
                    }
                }
            }
        }
        if report.problems.len() > before || has_bad_columns {
            report.refused += 1;
        }
    }
    if report.rows == 0 {
        report.problems.push(Problem { line: 1, field: None, reason: "there are no rows in the file".into() });
    }
    report
}

/// Returns the body of a row, and adds what is wrong with it to `problems`.
fn body(
    source: &Source,
    (rules, map): (&Rules, &FieldMap),
    (line, fields): (u64, &Map<String, Value>),
    problems: &mut Vec<Problem>,
) -> Map<String, Value> {
    let mut body = Map::new();
    for (name, value) in fields.iter().filter(|(name, _)| !is_aside(name)) {
        let known = match map.field(name).map(|field| rules.name(field)) {
            Some(Ok(known)) => known,
            // Columns are reported once.
            Some(Err(unknown)) if !source.is_text() => {
                problems.push(Problem::of_field(line, name, unknown.sentence()));
                continue;
            }
            Some(Err(_)) | None => continue,
        };
        // Of two values one would be lost. Columns are checked with the map.
        if map.has_value(known) || body.contains_key(known) {
            let other = if map.has_value(known) { "`[values]` of the map" } else { "another field of the row" };
            problems.push(Problem::of_field(line, name, format!("sets `{known}`, and so does {other}")));
            continue;
        }
        let value = match (map.word(known, value), value) {
            (Some(word), _) => rules.check(known, word).map(|()| word.clone()),
            (None, Value::String(text)) if source.is_text() => rules.parse(known, text),
            (None, value) => rules.check(known, value).map(|()| value.clone()),
        };
        match value {
            Ok(value) => drop(body.insert(known.to_owned(), value)),
            Err(reason) => problems.push(Problem::of_field(line, known, reason)),
        }
    }
    map.add_values(&mut body);
    body
}

/// Adds what a row lacks to `problems`, of which those after `before` are its own: a value that is refused is not missing too.
fn missing(rules: &Rules, line: u64, body: &Map<String, Value>, problems: &mut Vec<Problem>, before: usize) {
    let is_refused = |name: &str| problems[before..].iter().any(|problem| problem.field.as_deref() == Some(name));
    let missing = rules.missing(body).into_iter().filter(|name| !is_refused(name));
    let missing = missing.map(|name| Problem::of_field(line, name, format!("is required by {}", rules.requires(name))));
    let missing: Vec<Problem> = missing.collect();
    problems.extend(missing);
    let is_blank = |value: &Value| value.is_null() || value.as_str().is_some_and(|text| text.trim().is_empty());
    if problems.len() == before && body.values().all(is_blank) {
        problems.push(Problem { line, field: None, reason: "no field has a value".into() });
    }
}

/// What is wrong with the rows of a file.
#[derive(Debug, Default, Serialize)]
pub(super) struct Report {
    /// Number of rows in the file.
    pub(super) rows: u64,
    /// Number of rows that are refused.
    pub(super) refused: u64,
    pub(super) problems: Vec<Problem>,
}

/// What is wrong with a row, or with a column where the line is that of the header.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct Problem {
    /// Line in the file, from 1.
    pub(super) line: u64,
    pub(super) field: Option<String>,
    pub(super) reason: String,
}

impl Problem {
    pub(super) fn of_field(line: u64, field: &str, reason: String) -> Self {
        Self { line, field: Some(field.to_owned()), reason }
    }
}

pub(super) const COLUMNS: &[Column<Problem>] = &[
    Column::new("line", "LINE", |row: &Problem, _| Cell::count(row.line)).right().essential(),
    Column::new("field", "FIELD", |row: &Problem, _| Cell::maybe(row.field.as_deref(), Cell::name)).essential(),
    Column::new("reason", "REASON", |row: &Problem, _| Cell::text(row.reason.as_str())).essential(),
];

impl View for Report {
    const SCHEMA: &'static str = "data.validate/1";
    const ITEMS: Items = Items::Under("problems");

    fn columns() -> Columns {
        Columns::of(COLUMNS)
    }

    fn human(&self, page: &mut Page<'_>) {
        if self.problems.is_empty() {
            page.line(format!("{} can be imported", counted(self.rows, "row")));
            return;
        }
        page.grid();
        page.blank();
        page.line(format!("{} of {} refused", self.refused, counted(self.rows, "row")));
    }

    fn table<'a>(&'a self, look: &'a Look) -> Option<Grid<'a>> {
        Some(Grid::of(&self.problems, COLUMNS, look).empty("All rows can be imported."))
    }

    fn exit(&self) -> Exit {
        if self.problems.is_empty() { Exit::Ok } else { Exit::Invalid }
    }
}
