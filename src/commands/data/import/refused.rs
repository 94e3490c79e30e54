//! The file of the rows that an import did not create: the rows as they are, with their line and the reason, and the text of
//! those that have no fields.

use std::collections::HashMap;

use serde_json::{Map, Value};

use crate::commands::data::rules::plain;
use crate::commands::data::source::{Broken, Source, is_aside};
use crate::commands::data::validate::Problem;

/// Column with the text of what is no row.
const RAW: &str = "_raw";

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
    let rows: Vec<(u64, Map<String, Value>, [String; 2])> = source
        .records()
        .filter_map(|record| {
            let reason = of_row(record.line).or_else(|| of_header.clone())?;
            let (fields, raw) = match record.fields {
                // A file of refused rows that was not corrected keeps it.
                Ok(fields) => {
                    let raw = fields.get(RAW).and_then(Value::as_str).unwrap_or_default().to_owned();
                    (fields, raw)
                }
                Err(Broken { raw, .. }) => (Map::new(), raw),
            };
            Some((record.line, fields, [reason, raw]))
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
    let has_raw = rows.iter().any(|(_, _, [_, raw])| !raw.is_empty());
    let ours: Vec<String> = ["_line", "_reason"].into_iter().chain(has_raw.then_some(RAW)).map(str::to_owned).collect();
    csv.write_record(columns.iter().chain(&ours)).ok()?;
    for (line, fields, [reason, raw]) in rows {
        let cells = columns.iter().map(|name| match fields.get(name) {
            None | Some(Value::Null) => String::new(),
            Some(value) => plain(value),
        });
        csv.write_record(cells.chain([line.to_string(), reason]).chain(has_raw.then_some(raw))).ok()?;
    }
    csv.into_inner().ok()
}
