//! `makini data diff`.

mod file;
mod index;
mod side;

use std::path::Path;

use serde::Serialize;
use serde_json::{Map, Value};

use self::index::Index;
use self::side::Side;
use super::condition;
use super::rules::plain;
use super::target::{DomainArg, Listable};
use crate::api::entities::{Field, Kind};
use crate::api::lenient;
use crate::args::examples;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::glob;
use crate::view::{Cell, Column, Rows, count, counted};

/// Compare the rows of two connections, or of a connection and an export
///
/// Prints the rows that only one side has and the fields that differ, and ends with 11 if there are any. A side is a
/// connection, or a file or folder that `makini data export` wrote: JSON lines, CSV (`.csv`, `.tsv`), or its Parquet. Rows
/// are matched by `--on`; a row without a value there has no counterpart and is printed as unmatched. Numbers and times are
/// compared by their value, the rest as it is. CSV has no types, and Parquet its own: there an empty cell is no value, and other
/// values are the same where they are written alike.
///
/// Keys differ from connection to connection: the key of a row is compared only with `--on key`, and fields that hold keys
/// of other rows are left out by `--ignore '*Key*'`.
///
/// Takes about 150 bytes of memory for each row. The rows of LEFT go into a temporary file; RIGHT is read page by page.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples![
    "makini data diff \"Plant 7\" \"Plant 8\" materials --on code --ignore '*Key*,*At'",
    "makini data diff plant-7 \"Plant 7\" work-orders --on key",
])]
pub struct Args {
    /// Connection, or file or folder of an export
    #[arg(value_name = "LEFT")]
    left: String,

    /// Connection, or file or folder of an export
    #[arg(value_name = "RIGHT")]
    right: String,

    /// Entity, for example `materials`
    #[arg(value_name = "ENTITY")]
    entity: String,

    /// Field that tells which rows are the same, for example `code`
    #[arg(long, value_name = "FIELD")]
    on: String,

    /// Fields to leave out; `*` stands for any text (can be repeated)
    #[arg(long, value_name = "FIELD", value_delimiter = ',')]
    ignore: Vec<String>,

    #[command(flatten)]
    domain: DomainArg,
}

/// Compares them.
pub(super) async fn run(ctx: &Context, args: Args) -> Result<Exit, Failure> {
    let entity = Listable::find(&args.entity)?;
    let mut what = What::new(&entity, &args)?;
    let empty = "There is no difference.";
    let mut rows = Rows::new(&ctx.term, &ctx.out, "data.diff/1", COLUMNS, empty)?.dated_by(|| ctx.now());
    let domain = args.domain.get();
    let left = Side::find(ctx, &args.left, &entity, domain).await?;
    let right = Side::find(ctx, &args.right, &entity, domain).await?;
    what.is_text = left.is_table() || right.is_table();
    let mut totals = Totals::default();

    let mut index = Index::new()?;
    left.read(ctx, (&entity, what.on), |row| {
        let Some(value) = what.value(&row) else {
            totals.unmatched += 1;
            return rows.push(Difference::unmatched(row, true));
        };
        index.add(&value, what.digest(&row), &row).map_err(|failure| what.during(failure, &args.left))
    })
    .await?;
    right
        .read(ctx, (&entity, what.on), |row| {
            let Some(value) = what.value(&row) else {
                totals.unmatched += 1;
                return rows.push(Difference::unmatched(row, false));
            };
            let found = index.take(&value).map_err(|failure| what.during(failure, &args.right))?;
            let Some(found) = found else {
                totals.added += 1;
                return rows.push(Difference::of_row(Change::Added, value));
            };
            let differing = if found.digest == what.digest(&row) {
                Vec::new()
            } else {
                what.differences(&index.row(&found)?, &row)
            };
            *if differing.is_empty() { &mut totals.same } else { &mut totals.changed } += 1;
            differing.into_iter().try_for_each(|(field, left, right)| {
                let (change, row) = (Change::Changed, value.clone());
                rows.push(Difference { change, row, field: Some(field), left, right })
            })
        })
        .await?;
    for value in index.left() {
        totals.removed += 1;
        rows.push(Difference::of_row(Change::Removed, value.to_owned()))?;
    }
    let found = rows.finish()?;
    ctx.term.status(totals.sentence());
    Ok(if found == 0 { Exit::Ok } else { Exit::Drift })
}

/// What is compared.
struct What<'a> {
    fields: &'static [Field],
    on: &'static str,
    ignored: &'a [String],
    /// Whether a side has no types: values are the same where their texts are, and an empty text is no value.
    is_text: bool,
}

impl<'a> What<'a> {
    fn new(entity: &Listable, args: &'a Args) -> Result<Self, Failure> {
        let on = condition::field(&args.on, entity.fields)?;
        if !on.kind.is_plain() {
            return Err(Failure::usage(format!("rows cannot be matched by `{}`: it is no plain value", on.name)));
        }
        for pattern in &args.ignore {
            if entity.fields.iter().all(|field| !glob::matches(pattern, field.name)) {
                condition::field(pattern, entity.fields)?;
            }
        }
        Ok(Self { fields: entity.fields, on: on.name, ignored: &args.ignore, is_text: false })
    }

    /// Returns what a row is matched by.
    fn value(&self, row: &Map<String, Value>) -> Option<String> {
        row.get(self.on).filter(|value| !value.is_null()).map(plain).filter(|text| !text.is_empty())
    }

    fn is_compared(&self, name: &str) -> bool {
        (name != "key" || self.on == "key")
            && self.ignored.iter().all(|pattern| !glob::matches(pattern, name) && !pattern.eq_ignore_ascii_case(name))
    }

    fn is_none(&self, value: &Value) -> bool {
        value.is_null() || (self.is_text && value == "")
    }

    /// Returns the digest of what is compared of a row.
    fn digest(&self, row: &Map<String, Value>) -> index::Digest {
        let compared = row.iter().filter(|(name, value)| !self.is_none(value) && self.is_compared(name));
        let mut pairs: Vec<(&String, &Value)> = compared.collect();
        pairs.sort_by_key(|(name, _)| *name);
        if self.is_text {
            let texts: Vec<(&String, String)> = pairs.into_iter().map(|(name, value)| (name, plain(value))).collect();
            return index::digest(&texts);
        }
        index::digest(&pairs)
    }

    /// Returns the fields that differ, each with both values.
    fn differences(
        &self,
        left: &Map<String, Value>,
        right: &Map<String, Value>,
    ) -> Vec<(String, Option<Value>, Option<Value>)> {
        let only_right = right.keys().filter(|name| !left.contains_key(*name));
        let names = left.keys().chain(only_right).filter(|name| self.is_compared(name));
        let value = |row: &Map<String, Value>, name: &str| row.get(name).filter(|value| !self.is_none(value)).cloned();
        let pairs = names.map(|name| (name.clone(), value(left, name), value(right, name)));
        pairs.filter(|(name, left, right)| !self.is_same(name, left.as_ref(), right.as_ref())).collect()
    }

    fn is_same(&self, name: &str, left: Option<&Value>, right: Option<&Value>) -> bool {
        let (Some(left), Some(right)) = (left, right) else { return left.is_none() && right.is_none() };
        if left == right {
            return true;
        }
        let is_compound = |value: &Value| value.is_array() || value.is_object();
        if is_compound(left) || is_compound(right) {
            let parsed = |value: &Value| {
                if is_compound(value) { Some(value.clone()) } else { serde_json::from_str(value.as_str()?).ok() }
            };
            return self.is_text && parsed(left) == parsed(right);
        }
        let (left, right) = (plain(left), plain(right));
        if self.is_text && left == right {
            return true;
        }
        let kind = self.fields.iter().find(|field| field.name == name).map(|field| field.kind);
        match kind {
            Some(Kind::Number | Kind::NumberText | Kind::Money) => match (left.parse::<f64>(), right.parse::<f64>()) {
                (Ok(left), Ok(right)) => (left - right).abs() <= f64::EPSILON * left.abs(),
                _ => left == right,
            },
            Some(Kind::Time) => match (lenient::utc(&left), lenient::utc(&right)) {
                (Some(left), Some(right)) => left == right,
                _ => left == right,
            },
            // `TRUE` is what spreadsheets make of it.
            Some(Kind::BoolText | Kind::Bool) => left == right || (self.is_text && left.eq_ignore_ascii_case(&right)),
            _ => false,
        }
    }

    fn during(&self, failure: Failure, side: &str) -> Failure {
        failure.during(format!("could not match the rows of `{side}` by `{}`", self.on))
    }
}

/// Numbers of rows.
#[derive(Debug, Default)]
struct Totals {
    same: u64,
    added: u64,
    removed: u64,
    changed: u64,
    unmatched: u64,
}

impl Totals {
    fn sentence(&self) -> String {
        let others = [
            (self.added, "added"),
            (self.removed, "removed"),
            (self.changed, "changed"),
            (self.unmatched, "unmatched"),
        ];
        let others = others
            .iter()
            .filter(|(amount, _)| *amount > 0)
            .map(|(amount, what)| format!(", {} {what}", count(*amount)));
        std::iter::once(format!("{} the same", counted(self.same, "row"))).chain(others).collect()
    }
}

/// A row or a field that is not the same on both sides.
#[derive(Debug, Serialize)]
struct Difference {
    change: Change,
    /// Value of the field that rows are matched by; the key of an unmatched row.
    row: String,
    /// The field that differs, of a row that both sides have.
    field: Option<String>,
    left: Option<Value>,
    right: Option<Value>,
}

#[derive(Clone, Copy, Debug, Serialize)]
#[serde(rename_all = "lowercase")]
enum Change {
    /// Only RIGHT has the row.
    Added,
    /// Only LEFT has the row.
    Removed,
    Changed,
    /// The row has no value to match it by.
    Unmatched,
}

impl Difference {
    fn of_row(change: Change, row: String) -> Self {
        Self { change, row, field: None, left: None, right: None }
    }

    fn unmatched(row: Map<String, Value>, is_left: bool) -> Self {
        let key = row.get("key").map(plain).unwrap_or_default();
        let row = Some(Value::Object(row));
        let (left, right) = if is_left { (row, None) } else { (None, row) };
        Self { change: Change::Unmatched, row: key, field: None, left, right }
    }
}

const COLUMNS: &[Column<Difference>] = &[
    Column::new("change", "CHANGE", |row: &Difference, _| match row.change {
        Change::Added => Cell::text("added"),
        Change::Removed => Cell::text("removed"),
        Change::Changed => Cell::text("changed"),
        Change::Unmatched => Cell::caution("unmatched"),
    })
    .essential(),
    Column::new("row", "ROW", |row: &Difference, _| Cell::id(row.row.as_str())).essential(),
    Column::new("field", "FIELD", |row: &Difference, _| Cell::maybe(row.field.as_deref(), Cell::name)).essential(),
    Column::new("left", "LEFT", |row: &Difference, _| Cell::maybe(shown(row, row.left.as_ref()), Cell::text)),
    Column::new("right", "RIGHT", |row: &Difference, _| Cell::maybe(shown(row, row.right.as_ref()), Cell::text)),
];

/// Returns a value of a field; whole rows are in JSON only.
fn shown(row: &Difference, value: Option<&Value>) -> Option<String> {
    value.filter(|_| row.field.is_some()).map(plain)
}

/// Returns whether a side that was named is a file or a folder.
fn is_export(text: &str) -> bool {
    Path::new(text).exists()
}
