//! The file of the rows that an import did not create: the rows as they are, with their line and the reason.

use std::collections::HashMap;

use serde_json::{Map, Value};

use crate::commands::data::rules::plain;
use crate::commands::data::source::{Source, is_aside};
use crate::commands::data::validate::Problem;

/// Returns the file as CSV; none where no row was refused.
pub(super) fn csv(source: &Source, problems: &[Problem]) -> Option<Vec<u8>> {
    let mut reasons: HashMap<u64, Vec<String>> = HashMap::new();
    for problem in problems {
        let field = problem.field.as_deref().map(|field| format!("{field} ")).unwrap_or_default();
        reasons.entry(problem.line).or_default().push(format!("{field}{}", problem.reason));
    }
    let of_row = |line: u64| reasons.get(&line).map(|reasons| reasons.join("; "));
    // What is wrong with the header is wrong with every row.
    let of_header = source.columns().and_then(|_| of_row(1));
    let rows: Vec<(u64, Map<String, Value>, String)> = source
        .records()
        .filter_map(|record| {
            let reason = of_row(record.line).or_else(|| of_header.clone())?;
            Some((record.line, record.fields.unwrap_or_default(), reason))
        })
        .collect();
    if rows.is_empty() {
        return None;
    }
    let mut columns: Vec<String> = source.columns().unwrap_or_default().to_vec();
    for name in rows.iter().flat_map(|(_, fields, _)| fields.keys()) {
        if !columns.contains(name) {
            columns.push(name.clone());
        }
    }
    columns.retain(|name| !is_aside(name));
    let mut csv = csv::Writer::from_writer(Vec::new());
    let ours = ["_line", "_reason"].map(str::to_owned);
    csv.write_record(columns.iter().chain(&ours)).ok()?;
    for (line, fields, reason) in rows {
        let cells = columns.iter().map(|name| match fields.get(name) {
            None | Some(Value::Null) => String::new(),
            Some(value) => plain(value),
        });
        csv.write_record(cells.chain([line.to_string(), reason])).ok()?;
    }
    csv.into_inner().ok()
}
