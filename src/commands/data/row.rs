//! Rows of an entity as people read them, and one of them.

use std::sync::Arc;

use serde::Serialize;
use serde_json::{Map, Value};

use super::condition;
use crate::api::entities::{self, Field, Kind};
use crate::failure::Failure;
use crate::view::{Card, Cell, Format, Grid, Head, Page, View};

/// Which fields are shown, and how.
#[derive(Clone, Debug)]
pub(super) struct Shape {
    /// Shared, since each page of rows makes a table of them.
    heads: Arc<[(Head, Kind)]>,
    /// The fields that were chosen; empty for all.
    chosen: Vec<String>,
    flatten: bool,
}

impl Shape {
    /// Makes it of the fields of an entity, those that a table shows, and those that were chosen.
    ///
    /// # Errors
    /// [`crate::exit::Exit::Usage`] for a chosen field that there is not.
    pub(super) fn new(
        fields: &'static [Field],
        columns: &[&str],
        chosen: &[String],
        (flatten, format): (bool, Format),
    ) -> Result<Self, Failure> {
        let chosen = chosen.iter().map(|name| match custom(name) {
            Some(custom) => Ok(custom),
            None => condition::field(name, fields).map(|field| field.name.to_owned()),
        });
        let chosen = chosen.collect::<Result<Vec<_>, _>>()?;
        let shown: Vec<(&str, Kind)> = match &chosen[..] {
            // A table begins with what a person knows a row by.
            [] if format == Format::Table => {
                let place = |field: &&Field| match columns.iter().position(|name| *name == field.name) {
                    Some(at) if field.kind != Kind::Key => (at, 0),
                    Some(_) => (columns.len(), 0),
                    None => (columns.len(), 1),
                };
                let mut all: Vec<&Field> = fields.iter().collect();
                all.sort_by_key(place);
                all.into_iter().map(|field| (field.name, field.kind)).collect()
            }
            [] => fields.iter().map(|field| (field.name, field.kind)).collect(),
            names => {
                let kind =
                    |name: &String| fields.iter().find(|field| field.name == name.as_str()).map(|field| field.kind);
                names.iter().map(|name| (name.as_str(), kind(name).unwrap_or(Kind::Text))).collect()
            }
        };
        let mut heads = Vec::new();
        for (name, kind) in shown {
            let is_default = !chosen.is_empty() || format != Format::Table || columns.contains(&name);
            match (kind, flatten) {
                (Kind::Object(schema), true) => {
                    for inner in entities::fields(schema).unwrap_or_default() {
                        let key = format!("{name}.{}", inner.name);
                        heads.push((head(&key, is_default, inner.kind), inner.kind));
                    }
                }
                (kind, _) => heads.push((head(name, is_default, kind), kind)),
            }
        }
        Ok(Self { heads: heads.into(), chosen, flatten })
    }

    /// Returns a row with the chosen fields only, flat where that was asked for.
    pub(super) fn of(&self, mut row: Map<String, Value>) -> Map<String, Value> {
        if !self.chosen.is_empty() {
            let kept = self.chosen.iter().filter_map(|name| Some((name.clone(), take(&mut row, name)?)));
            row = kept.collect();
        }
        if !self.flatten {
            return row;
        }
        let mut flat = Map::new();
        flatten("", row, &mut flat);
        flat
    }

    /// Returns the rows as a table.
    pub(super) fn grid<'x>(&self, rows: &'x [Map<String, Value>]) -> Grid<'x> {
        let heads = Arc::clone(&self.heads);
        let cell = move |row: usize, column: usize| {
            let (head, kind) = &heads[column];
            rows[row].get(head.key.as_ref()).map_or_else(Cell::empty, |value| shown(value, *kind))
        };
        Grid::new(self.heads.iter().map(|(head, _)| head.clone()).collect(), rows.len(), cell)
    }
}

/// The object with the fields that a connection has of its own, which are not published.
const CUSTOM: &str = "customFields";

/// Returns the name of a connection's own fields, or of one of them, as `customFields.warranty`.
fn custom(name: &str) -> Option<String> {
    let name = name.trim();
    let rest = name.get(CUSTOM.len()..)?;
    let is_custom = name[..CUSTOM.len()].eq_ignore_ascii_case(CUSTOM)
        && (rest.is_empty() || (rest.starts_with('.') && rest.len() > 1));
    is_custom.then(|| format!("{CUSTOM}{rest}"))
}

/// Takes a field out of a row, or copies one of its own fields.
fn take(row: &mut Map<String, Value>, name: &str) -> Option<Value> {
    match name.split_once('.') {
        Some((object, inner)) => row.get(object)?.get(inner).cloned(),
        None => row.remove(name),
    }
}

fn head(key: &str, is_default: bool, kind: Kind) -> Head {
    let head = Head::new(key.to_owned(), heading(key));
    let head = if matches!(kind, Kind::Number | Kind::NumberText | Kind::Money) { head.right() } else { head };
    // What `get` and `update` take is never hidden.
    let head = if kind == Kind::Key { head.essential() } else { head };
    if is_default { head } else { head.extra() }
}

/// Returns a field's name as a heading: `totalNetValue` is `TOTAL NET VALUE`.
fn heading(key: &str) -> String {
    let mut text = String::new();
    for c in key.chars() {
        if c.is_ascii_uppercase() && !text.is_empty() {
            text.push(' ');
        }
        text.push(c.to_ascii_uppercase());
    }
    text
}

fn shown(value: &Value, kind: Kind) -> Cell<'_> {
    match (value, kind) {
        (Value::Null, _) => Cell::empty(),
        (Value::String(text), Kind::Key) => Cell::id(text.as_str()),
        (Value::String(text), _) => Cell::text(text.as_str()),
        (Value::Bool(flag), _) => Cell::flag(*flag),
        (Value::Array(items), _) if items.is_empty() => Cell::empty(),
        (value, _) => Cell::text(value.to_string()),
    }
}

fn flatten(before: &str, object: Map<String, Value>, flat: &mut Map<String, Value>) {
    for (name, value) in object {
        match value {
            Value::Object(inner) => flatten(&format!("{before}{name}."), inner, flat),
            value => drop(flat.insert(format!("{before}{name}"), value)),
        }
    }
}

/// One row, as the server returned it.
#[derive(Debug, Serialize)]
#[serde(transparent)]
pub(super) struct Row {
    row: Map<String, Value>,
    #[serde(skip)]
    fields: &'static [Field],
}

impl Row {
    /// A row with the published fields of its entity, whose order a person sees.
    pub(super) fn new(row: Map<String, Value>, fields: &'static [Field]) -> Self {
        Self { row, fields }
    }
}

impl View for Row {
    const SCHEMA: &'static str = "data.row/1";

    fn human(&self, page: &mut Page<'_>) {
        let published =
            self.fields.iter().filter_map(|field| Some((field.name, self.row.get(field.name)?, field.kind)));
        let known = |name: &str| self.fields.iter().any(|field| field.name == name);
        let others = self.row.iter().filter(|(name, _)| !known(name));
        let others = others.map(|(name, value)| (name.as_str(), value, Kind::Text));
        let mut card = Card::new();
        for (name, value, kind) in published.chain(others) {
            card = match value {
                Value::Null => card,
                Value::Array(items) if items.is_empty() => card,
                value => card.row(name, shown(value, kind)),
            };
        }
        page.card(&card);
    }
}
