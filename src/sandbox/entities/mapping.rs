//! Field mapping: which field of a response is read from which column of the system's table.
//!
//! By default a field is read from the column of its own name. Unpublished fields can be added; they are shown with the
//! custom fields. Keys cannot be mapped: references would break.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Map, Value};

use super::query::Problems;
use super::row::Row;
use super::settings::Settings;
use super::tables::Table;
use super::{custom, fields};
use crate::api::entities::{Field, Kind};

/// The longest name of an added field, in bytes.
const LONGEST: usize = 64;

/// Mapping of one field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct MappingEntry {
    /// Field of the response.
    pub(crate) field: String,
    /// Column in the system.
    pub(crate) source: String,
    /// `standard`, `custom`, `remapped` or `added`.
    pub(crate) origin: &'static str,
}

/// Returns the mapping of every field of an entity.
pub(crate) fn entries(settings: &Settings, table: &Table) -> Vec<MappingEntry> {
    let changed = settings.mapping.get(table.entity);
    let line = |field: &str, origin| {
        let from = changed.and_then(|changed| changed.get(field));
        let origin = if from.is_some() { "remapped" } else { origin };
        MappingEntry { field: field.to_owned(), source: table.column(from.map_or(field, String::as_str)), origin }
    };
    let standard = fields(table.entity).iter().filter(|field| field.kind.is_plain());
    let mut all: Vec<MappingEntry> = standard.map(|field| line(field.name, "standard")).collect();
    all.extend(settings.custom_fields(table.entity).map(|field| line(field.name, "custom")));
    let known: Vec<String> = all.iter().map(|line| line.field.clone()).collect();
    let added = changed.into_iter().flatten().filter(|(field, _)| !known.contains(field));
    all.extend(added.map(|(field, from)| MappingEntry {
        field: field.clone(),
        source: table.column(from),
        origin: "added",
    }));
    all
}

/// Returns the settings with changed mappings of an entity: a column for each field, or null for the default.
pub(crate) fn changed(settings: &Settings, table: &Table, request: &Map<String, Value>) -> Result<Settings, Problems> {
    let mut problems = Problems::new();
    let mut next = settings.clone();
    let mut mapping: BTreeMap<String, String> = next.mapping.remove(table.entity).unwrap_or_default();
    for (field, column) in request {
        if column.is_null() {
            mapping.remove(field);
            continue;
        }
        match source(table, field, column) {
            Ok(from) if from == *field => drop(mapping.remove(field)),
            Ok(from) => drop(mapping.insert(field.clone(), from.to_owned())),
            Err(problem) => problems.push((format!("fields.{field}"), problem)),
        }
    }
    if !mapping.is_empty() {
        next.mapping.insert(table.entity.to_owned(), mapping);
    }
    if problems.is_empty() { Ok(next) } else { Err(problems) }
}

/// Finds the field of a column, if a response field can be read from it.
fn source(table: &Table, field: &str, column: &Value) -> Result<&'static str, String> {
    let column = column.as_str().ok_or("must be the name of a column, or null")?;
    let from = table.field(column).ok_or_else(|| {
        let known: Vec<String> = table.fields().map(|field| table.column(field.name)).collect();
        format!("names no column of {}; known are {}", table.name, known.join(", "))
    })?;
    if let Some(target) = find(table.entity, field) {
        if !fits(target.kind, from.kind) {
            return Err(format!("holds {}, and `{column}` holds {}", word(target.kind), word(from.kind)));
        }
    } else if fields(table.entity).iter().any(|known| known.name == field) {
        return Err("is a list or an object; only plain fields can be mapped".into());
    } else if !is_name(field) {
        return Err(format!("is no name for a field: letters, digits and `_`, at most {LONGEST}"));
    }
    Ok(from.name)
}

fn find(entity: &str, name: &str) -> Option<&'static Field> {
    let plain = fields(entity).iter().filter(|field| field.kind.is_plain());
    plain.chain(custom::fields(entity)).find(|field| field.name == name)
}

fn is_name(text: &str) -> bool {
    text.len() <= LONGEST
        && text.starts_with(|first: char| first.is_ascii_alphabetic())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

/// Returns whether a field can be read from a column: plain values convert to text, others need the same kind.
fn fits(target: Kind, from: Kind) -> bool {
    let is_key = |kind| matches!(kind, Kind::Key | Kind::Ref(_) | Kind::Refs(_) | Kind::RefsText(_));
    match (target, from) {
        _ if is_key(target) => target == from,
        (Kind::Text, _) => true,
        _ => target == from,
    }
}

fn word(kind: Kind) -> &'static str {
    match kind {
        Kind::Key | Kind::Ref(_) | Kind::Refs(_) | Kind::RefsText(_) => "keys",
        Kind::Time => "a time",
        Kind::Money => "an amount",
        Kind::Number => "a number",
        Kind::NumberText => "a number as text",
        Kind::Bool => "true or false",
        Kind::BoolText => "true or false as text",
        Kind::Text => "text",
        Kind::List | Kind::Object(_) | Kind::Objects(_) => "more than one value",
    }
}

/// Applies the mapping to a computed row: published fields in place, added ones to `custom`.
pub(super) fn apply(row: &Row<'_>, object: &mut Map<String, Value>, custom: &mut Map<String, Value>) {
    let Some(changed) = row.source.settings.mapping.get(row.spec.path) else { return };
    let published = fields(row.spec.path);
    for (field, from) in changed {
        let is_published = published.iter().any(|known| known.name == field);
        let is_hidden = custom::fields(row.spec.path).iter().any(|known| known.name == field)
            && !row.source.settings.custom_fields(row.spec.path).any(|shown| shown.name == field);
        if is_hidden {
            continue;
        }
        let target = if is_published { &mut *object } else { &mut *custom };
        match read(row, field, from) {
            Some(value) => drop(target.insert(field.clone(), value)),
            None => drop(target.shift_remove(field)),
        }
    }
}

/// Returns one field as a response shows it.
pub(super) fn value(row: &Row<'_>, field: &Field) -> Option<Value> {
    match row.source.settings.mapping.get(row.spec.path).and_then(|changed| changed.get(field.name)) {
        Some(from) => read(row, field.name, from),
        None => row.own(field),
    }
}

/// Converts the value of a column to the kind of a field.
fn read(row: &Row<'_>, field: &str, from: &str) -> Option<Value> {
    let value = row.own(find(row.spec.path, from)?)?;
    let to_text = find(row.spec.path, field).is_some_and(|field| field.kind == Kind::Text);
    Some(match value {
        Value::Array(keys) if to_text => keys.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(",").into(),
        value if to_text && !value.is_string() => value.to_string().into(),
        value => value,
    })
}
