//! For tests: the statements that are run, and whether their plans depend on the values that are bound.

use std::cell::RefCell;
use std::path::Path;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, params_from_iter};

use super::Value;

/// A statement with its values.
type Statement = (String, Vec<Value>);

thread_local! {
    /// Statements of this thread; nothing while nobody records.
    static RUN: RefCell<Option<Vec<Statement>>> = const { RefCell::new(None) };
}

/// Takes note of a statement.
pub(super) fn note(sql: &str, values: &[Value]) {
    RUN.with_borrow_mut(|run| {
        if let Some(run) = run {
            run.push((sql.to_owned(), values.to_owned()));
        }
    });
}

/// Returns the plan of each statement that `work` runs on an inbox, after it was made sure that it is the same whether SQLite
/// looks at the values or not.
pub(in crate::inbox) fn of(path: &Path, work: impl FnOnce()) -> Vec<(String, String)> {
    RUN.set(Some(Vec::new()));
    work();
    let run = RUN.take().expect("it was set");
    let keeping = Connection::open(path).expect("opened");
    crate::sqlite::keep_plans(&keeping).expect("kept");
    let looking = Connection::open(path).expect("opened");
    looking.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, false).expect("set");
    let plans = run.into_iter().map(|(sql, values)| {
        let kept = plan(&keeping, &sql, &values);
        assert_eq!(kept, plan(&looking, &sql, &values), "{sql}");
        (sql, kept)
    });
    plans.collect()
}

fn plan(db: &Connection, sql: &str, values: &[Value]) -> String {
    let mut statement = db.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).expect("valid SQL");
    let steps = statement.query_map(params_from_iter(values), |row| row.get::<_, String>(3)).expect("a plan");
    steps.collect::<Result<Vec<_>, _>>().expect("text").join("; ")
}
