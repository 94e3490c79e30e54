//! SQL of a passthrough: one reading statement, run by SQLite on a copy.
//!
//! The copy is a database in memory with the tables of one connection only, so a statement cannot change or reach
//! anything else. An authorizer allows only `SELECT` from these tables with harmless functions. It also records which
//! columns are read, and only those are copied. Steps, lengths and rows are limited.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use jiff::Timestamp;
use rusqlite::config::DbConfig;
use rusqlite::hooks::{AuthAction, AuthContext, Authorization};
use rusqlite::limits::Limit;
use rusqlite::types::{Value as Sql, ValueRef};
use rusqlite::{Connection, params_from_iter};
use serde_json::{Map, Value};

use super::overlay::Overlay;
use super::tables::Table;
use super::{Source, list};
use crate::api::entities::{Field, Kind};
use crate::clock::Clock;

/// The most rows of one result.
const MOST_ROWS: usize = 500;
/// The most rows of a table that a statement may read.
const MOST_READ: u64 = 250_000;
/// Steps of SQLite's virtual machine, in hundreds: some seconds of work with small steps.
const MOST_STEPS: u32 = 200_000;
/// Timeout of a statement: some steps are large, and sorting may use the disk.
const LONGEST_TIME: Duration = Duration::from_secs(10);
/// The longest text or statement, in bytes.
const LONGEST: i32 = 200_000;
/// The longest pattern of `LIKE` and `GLOB`, in bytes. SQLite recurses for each `%`: with its default limit it would
/// overflow the stack and end the process.
const LONGEST_PATTERN: i32 = 1_000;

/// Allowed functions of SQLite: they compute from their arguments only.
const FUNCTIONS: &[&str] = &[
    "abs",
    "avg",
    "ceil",
    "ceiling",
    "char",
    "coalesce",
    "concat",
    "concat_ws",
    "count",
    "date",
    "datetime",
    "dense_rank",
    "first_value",
    "floor",
    "glob",
    "group_concat",
    "hex",
    "ifnull",
    "iif",
    "instr",
    "julianday",
    "lag",
    "last_value",
    "lead",
    "length",
    "like",
    "lower",
    "ltrim",
    "max",
    "min",
    "nth_value",
    "ntile",
    "nullif",
    "power",
    "rank",
    "replace",
    "round",
    "row_number",
    "rtrim",
    "sign",
    "sqrt",
    "strftime",
    "string_agg",
    "substr",
    "substring",
    "sum",
    "time",
    "total",
    "trim",
    "typeof",
    "unicode",
    "unixepoch",
    "upper",
];

/// Result of a statement.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Answer {
    pub(crate) columns: Vec<String>,
    pub(crate) rows: Vec<Map<String, Value>>,
    /// Whether there were more rows.
    pub(crate) truncated: bool,
}

/// Columns that a statement reads, by table.
type Reads = BTreeMap<String, BTreeSet<String>>;

/// Runs a statement on the tables of a system. `writes` loads the writes to an entity. The inner error is what is wrong
/// with the statement.
pub(crate) fn run(
    source: &Source,
    tables: &[Table],
    (statement, parameters): (&str, &Value),
    (now, clock): (Timestamp, &Clock),
    mut writes: impl FnMut(&str) -> Result<Overlay, crate::sandbox::error::Error>,
) -> Result<Result<Answer, String>, crate::sandbox::error::Error> {
    let mut db = empty(tables)?;
    let reads = match read_by(&mut db, tables, statement) {
        Ok(reads) => reads,
        Err(problem) => return Ok(Err(problem)),
    };
    db.authorizer(None::<fn(AuthContext<'_>) -> Authorization>)?;
    let source = source.as_stored();
    for (name, columns) in reads {
        let Some(table) = tables.iter().find(|table| table.name == name) else { continue };
        let overlay = writes(table.entity)?;
        let count = source.count(table.entity, now) + overlay.total();
        if count > MOST_READ {
            let problem = format!("reads {name}, which has {count} rows; SQL reads tables of up to {MOST_READ}");
            return Ok(Err(format!("{problem}, page through `/api/raw/tables/{name}/data` instead")));
        }
        fill(&mut db, table, &columns, list::cells((&source, &overlay), table.entity, now))?;
    }
    Ok(answer(&mut db, tables, (statement, parameters), clock))
}

/// Creates the tables, without rows.
fn empty(tables: &[Table]) -> rusqlite::Result<Connection> {
    let db = Connection::open_in_memory()?;
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    let mut sql = String::new();
    for table in tables {
        let columns = table.fields().map(|field| format!("{} {}", quoted(&table.column(field.name)), affinity(field)));
        sql += &format!("CREATE TABLE {} ({});", quoted(table.name), columns.collect::<Vec<_>>().join(","));
        if let Some(plain) = plain(table.name) {
            sql += &format!("CREATE VIEW {plain} AS SELECT * FROM {};", quoted(table.name));
        }
    }
    db.execute_batch(&sql)?;
    db.set_limit(Limit::SQLITE_LIMIT_LENGTH, LONGEST)?;
    db.set_limit(Limit::SQLITE_LIMIT_SQL_LENGTH, 20_000)?;
    db.set_limit(Limit::SQLITE_LIMIT_LIKE_PATTERN_LENGTH, LONGEST_PATTERN)?;
    db.set_limit(Limit::SQLITE_LIMIT_ATTACHED, 0)?;
    db.set_limit(Limit::SQLITE_LIMIT_EXPR_DEPTH, 100)?;
    db.set_limit(Limit::SQLITE_LIMIT_COMPOUND_SELECT, 50)?;
    Ok(db)
}

/// Returns a second name for a table that SQL knows only in quotes: `work_orders` for `work-orders`.
fn plain(name: &str) -> Option<String> {
    name.contains(['-', '.']).then(|| name.replace(['-', '.'], "_"))
}

fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

/// Returns the column type: amounts and numbers compare as numbers, however they are formatted.
fn affinity(field: &Field) -> &'static str {
    match field.kind {
        Kind::Money | Kind::Number | Kind::NumberText => "NUMERIC",
        Kind::Bool | Kind::BoolText => "INTEGER",
        _ => "TEXT",
    }
}

/// Allows reading only, and records what is read.
fn guard(db: &mut Connection, tables: &[Table], reads: Arc<Mutex<Reads>>) -> rusqlite::Result<()> {
    // SQLite passes some names as they were typed, in any case.
    let name = |table: &Table| (table.name.to_ascii_lowercase(), table.name.to_owned());
    let view = |table: &Table| plain(table.name).map(|view| (view.to_ascii_lowercase(), view));
    let known: BTreeMap<String, String> =
        tables.iter().flat_map(|table| [Some(name(table)), view(table)]).flatten().collect();
    db.authorizer(Some(move |context: AuthContext<'_>| match context.action {
        AuthAction::Select | AuthAction::Recursive => Authorization::Allow,
        AuthAction::Function { function_name } if FUNCTIONS.contains(&function_name.to_ascii_lowercase().as_str()) => {
            Authorization::Allow
        }
        AuthAction::Read { table_name, column_name } => match known.get(&table_name.to_ascii_lowercase()) {
            Some(name) => {
                let mut reads = reads.lock().unwrap_or_else(PoisonError::into_inner);
                reads.entry(name.clone()).or_default().insert(column_name.to_owned());
                Authorization::Allow
            }
            // A row count of a subquery of the statement.
            None if column_name.is_empty() && !table_name.starts_with("sqlite_") => Authorization::Allow,
            None => Authorization::Deny,
        },
        _ => Authorization::Deny,
    }))
}

/// Returns the columns that a statement reads, if it only reads.
fn read_by(db: &mut Connection, tables: &[Table], statement: &str) -> Result<Reads, String> {
    let reads = Arc::new(Mutex::new(Reads::new()));
    guard(db, tables, Arc::clone(&reads)).map_err(|error| problem(&error, tables))?;
    {
        let prepared = db.prepare(statement).map_err(|error| problem(&error, tables))?;
        if prepared.is_explain() != 0 || !prepared.readonly() || prepared.column_count() == 0 {
            return Err(ONLY_SELECT.into());
        }
    }
    let found = std::mem::take(&mut *reads.lock().unwrap_or_else(PoisonError::into_inner));
    Ok(found)
}

const ONLY_SELECT: &str =
    "is not allowed: one SELECT of the system's own tables is, with plain functions; nothing is changed this way";

/// Returns what is wrong with a statement. It may quote the statement.
fn problem(error: &rusqlite::Error, tables: &[Table]) -> String {
    let text = match error {
        rusqlite::Error::MultipleStatement => return ONLY_SELECT.into(),
        rusqlite::Error::SqliteFailure(code, text) => match code.code {
            rusqlite::ErrorCode::AuthorizationForStatementDenied => return ONLY_SELECT.into(),
            rusqlite::ErrorCode::OperationInterrupted => return "asks for too much work; narrow it".into(),
            rusqlite::ErrorCode::TooBig => return format!("makes a text of more than {LONGEST} bytes"),
            _ => text.clone().unwrap_or_else(|| code.to_string()),
        },
        rusqlite::Error::SqlInputError { msg, .. } => msg.clone(),
        rusqlite::Error::InvalidParameterCount(given, wanted) => {
            return format!("takes {wanted} parameters and was given {given}");
        }
        other => other.to_string(),
    };
    if text.starts_with("not authorized") || text.contains("prohibited") {
        return ONLY_SELECT.into();
    }
    if text.starts_with("no such table") {
        let names: Vec<&str> = tables.iter().map(|table| table.name).collect();
        return format!("{text}; known are {}", names.join(", "));
    }
    text
}

/// Copies rows; columns that are not read stay empty.
fn fill(
    db: &mut Connection,
    table: &Table,
    columns: &BTreeSet<String>,
    rows: impl Iterator<Item = impl Fn(&Field) -> Option<Value>>,
) -> rusqlite::Result<()> {
    let wanted: Vec<&Field> = table.fields().filter(|field| columns.contains(&table.column(field.name))).collect();
    let names: Vec<String> = wanted.iter().map(|field| quoted(&table.column(field.name))).collect();
    let name = quoted(table.name);
    let sql = match names.len() {
        // `count(*)`: no column is read.
        0 => format!("INSERT INTO {name} DEFAULT VALUES"),
        count => format!("INSERT INTO {name} ({}) VALUES (?{})", names.join(","), ",?".repeat(count - 1)),
    };
    let tx = db.transaction()?;
    {
        let mut insert = tx.prepare(&sql)?;
        for value in rows {
            insert.execute(params_from_iter(wanted.iter().map(|field| stored(field, value(field)))))?;
        }
    }
    tx.commit()
}

/// Returns the SQL value of a JSON value: SQLite has no booleans.
fn stored(field: &Field, value: Option<Value>) -> Sql {
    match value {
        Some(Value::String(text)) if field.kind == Kind::BoolText => Sql::Integer((text == "true").into()),
        value => cell(value),
    }
}

fn cell(value: Option<Value>) -> Sql {
    match value {
        None | Some(Value::Null) => Sql::Null,
        Some(Value::Bool(yes)) => Sql::Integer(yes.into()),
        Some(Value::Number(number)) => match number.as_i64() {
            Some(whole) => Sql::Integer(whole),
            None => number.as_f64().map_or(Sql::Null, Sql::Real),
        },
        Some(Value::String(text)) => Sql::Text(text),
        Some(Value::Array(keys)) => Sql::Text(keys.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(",")),
        Some(other) => Sql::Text(other.to_string()),
    }
}

/// Runs the statement on the filled tables, with the same authorizer.
fn answer(
    db: &mut Connection,
    tables: &[Table],
    (statement, parameters): (&str, &Value),
    clock: &Clock,
) -> Result<Answer, String> {
    let wrong = |error: rusqlite::Error| problem(&error, tables);
    db.pragma_update(None, "query_only", true).map_err(wrong)?;
    guard(db, tables, Arc::default()).map_err(wrong)?;
    let mut steps = 0_u32;
    let (clock, began) = (clock.clone(), clock.moment());
    db.progress_handler(
        100,
        Some(move || {
            steps += 1;
            steps > MOST_STEPS || clock.since(began) > LONGEST_TIME
        }),
    )
    .map_err(wrong)?;
    let mut prepared = db.prepare(statement).map_err(wrong)?;
    bind(&mut prepared, parameters)?;
    let columns: Vec<String> = prepared.column_names().map(str::to_owned).collect();
    let mut found = Answer { columns, ..Answer::default() };
    let mut rows = prepared.raw_query();
    while let Some(row) = rows.next().map_err(wrong)? {
        if found.rows.len() == MOST_ROWS {
            found.truncated = true;
            break;
        }
        let mut object = Map::new();
        for (at, name) in found.columns.iter().enumerate() {
            object.insert(name.clone(), json(row.get_ref(at).map_err(wrong)?));
        }
        found.rows.push(object);
    }
    Ok(found)
}

fn bind(prepared: &mut rusqlite::Statement<'_>, parameters: &Value) -> Result<(), String> {
    let wanted = prepared.parameter_count();
    let given = match parameters {
        Value::Null => Vec::new(),
        Value::Array(values) => values.iter().enumerate().map(|(at, value)| Ok((at + 1, value))).collect(),
        Value::Object(values) => values
            .iter()
            .map(|(name, value)| {
                let forms = [format!(":{name}"), format!("@{name}"), format!("${name}"), name.clone()];
                let at = forms.iter().find_map(|form| prepared.parameter_index(form).ok().flatten());
                at.map(|at| (at, value)).ok_or_else(|| format!("has no parameter `{name}`"))
            })
            .collect(),
        _ => vec![Err("takes its parameters as a list, or as an object of names".into())],
    };
    let given: Vec<(usize, &Value)> = given.into_iter().collect::<Result<_, String>>()?;
    let distinct: BTreeSet<usize> = given.iter().map(|(at, _)| *at).collect();
    if distinct != (1..=wanted).collect() {
        return Err(format!("takes {wanted} parameters and was given {}", given.len()));
    }
    for (at, value) in given {
        prepared.raw_bind_parameter(at, cell(Some(value.clone()))).map_err(|error| error.to_string())?;
    }
    Ok(())
}

fn json(value: ValueRef<'_>) -> Value {
    match value {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(number) => number.into(),
        ValueRef::Real(number) => number.into(),
        ValueRef::Text(text) => String::from_utf8_lossy(text).into(),
        // Only a literal in the statement can be a blob.
        ValueRef::Blob(bytes) => String::from_utf8_lossy(bytes).into(),
    }
}
