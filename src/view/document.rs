//! The JSON of an answer with its items apart, so that every format has the same keys and values.
//!
//! A column that the type of the item does not have, such as how long a sync took, is added to the item's JSON: what
//! `-o csv` and `--columns` call `took_ms` is `took_ms` in JSON too. CSV in turn takes its values from the JSON.

use std::collections::HashSet;
use std::fmt;

use serde::de::{Deserializer, IgnoredAny, MapAccess, Visitor};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_json::value::RawValue;

use super::Items;
use super::exact::Exact;
use super::grid::Grid;
use super::json::unserializable;
use crate::failure::Failure;

/// The JSON of an answer: what stands before its items, each item, and what stands after them.
pub(super) struct Document {
    before: String,
    /// Nothing where the answer is one thing.
    pub(super) items: Option<Vec<String>>,
    after: String,
    /// The items are the entries of an object, which stays an object in the document.
    is_object: bool,
}

impl Document {
    /// Takes the JSON of an answer apart. Where it is not a list itself, `items` names its items. They get the columns of
    /// the grid that they lack.
    ///
    /// # Errors
    /// When it is no JSON, which is a defect.
    pub(super) fn of(text: String, items: Items, grid: Option<&Grid<'_>>) -> Result<Self, Failure> {
        let whole = |before, items, is_object| Self { before, items, after: String::new(), is_object };
        let mut document = match items {
            _ if text.starts_with('[') => whole(String::new(), list(&text)?, false),
            Items::One => return Ok(whole(text, None, false)),
            Items::Under(key) => Self::around(&text, key)?,
            Items::Rows => {
                let rows = grid.map_or(0, Grid::rows);
                whole(text, Some(vec!["{}".to_owned(); rows]), true)
            }
        };
        if let (Some(items), Some(grid)) = (&mut document.items, grid)
            && items.len() == grid.rows()
        {
            for (row, item) in items.iter_mut().enumerate() {
                grid.complete(row, item);
            }
        }
        Ok(document)
    }

    /// Splits an object around the list, or the object, under a key.
    fn around(text: &str, key: &str) -> Result<Self, Failure> {
        let fields: Fields<'_> = serde_json::from_str(text).map_err(unserializable)?;
        let (mut before, mut after, mut items, mut is_object) = (String::from("{"), String::new(), None, false);
        for (position, (name, value)) in fields.0.iter().enumerate() {
            let quoted = serde_json::to_string(name).map_err(unserializable)?;
            let part = if items.is_some() { &mut after } else { &mut before };
            if position > 0 {
                part.push(',');
            }
            *part += &format!("{quoted}:");
            if name != key {
                *part += value.get();
            } else if value.get().starts_with('[') {
                items = list(value.get())?;
            } else {
                let entries: Fields<'_> = serde_json::from_str(value.get()).unwrap_or_default();
                let entry = |(key, value): &(String, &RawValue)| {
                    Ok(format!("{{\"key\":{},\"value\":{}}}", serde_json::to_string(key)?, value.get()))
                };
                let entries: Result<_, serde_json::Error> = entries.0.iter().map(entry).collect();
                items = Some(entries.map_err(unserializable)?);
                is_object = true;
                after += value.get();
            }
        }
        after.push('}');
        Ok(Self { before, items, after, is_object })
    }

    /// Puts the items into the order of the grid, if it has one that fits.
    pub(super) fn sort(&mut self, grid: Option<&Grid<'_>>) {
        if let (Some(items), Some(order)) = (&mut self.items, grid.and_then(Grid::order))
            && items.len() == order.len()
        {
            *items = order.iter().map(|row| std::mem::take(&mut items[*row])).collect();
        }
    }

    /// Returns the whole as JSON text between two others. Nothing is copied twice: it may be large.
    pub(super) fn between(self, opening: &str, closing: &str) -> String {
        let mut text = self.before;
        text.insert_str(0, opening);
        if let Some(items) = self.items.filter(|_| !self.is_object) {
            text += &format!("[{}]", items.join(","));
        }
        text += &self.after;
        text += closing;
        text
    }

    /// Returns what `-o ndjson` prints on a line each.
    pub(super) fn lines(self) -> Vec<String> {
        match self.items {
            Some(items) => items,
            None => vec![self.before],
        }
    }

    /// Returns the items as values, for CSV.
    pub(super) fn records(&self) -> Vec<Value> {
        let items = self.items.iter().flatten();
        items.map(|item| serde_json::from_str(item).expect("written by serde_json")).collect()
    }
}

/// Returns a value as JSON text, in the form that every answer has.
pub(super) fn text<S: Serialize + ?Sized>(data: &S) -> Result<String, Failure> {
    serde_json::to_string(&Exact(data)).map_err(unserializable)
}

fn list(text: &str) -> Result<Option<Vec<String>>, Failure> {
    let items: Vec<&RawValue> = serde_json::from_str(text).map_err(unserializable)?;
    Ok(Some(items.into_iter().map(|item| item.get().to_owned()).collect()))
}

/// Adds fields to the JSON text of an object, those that it does not have yet.
pub(super) fn complete<'k>(item: &mut String, fields: impl Iterator<Item = (&'k str, Value)>) {
    let Ok(Keys(known)) = serde_json::from_str::<Keys>(item) else { return };
    for (key, value) in fields {
        // A key with dots leads into an object that the item has.
        if known.contains(key) || key.contains('.') {
            continue;
        }
        item.pop();
        let comma = if item.len() > 1 { "," } else { "" };
        let key = serde_json::to_string(key).expect("a string is JSON");
        *item += &format!("{comma}{key}:{value}}}");
    }
}

/// Returns the value of a column in a record, as a cell of CSV: the text itself, nothing for null, texts of a list with
/// commas between them, and JSON for everything else. A key with dots leads into objects.
pub(super) fn field(record: &Value, key: &str) -> Option<String> {
    let found = record.get(key).or_else(|| key.split('.').try_fold(record, |inner, name| inner.get(name)));
    match found {
        // Where the object is missing, so is all that would be in it.
        None => key.contains('.').then(String::new),
        Some(Value::Null) => Some(String::new()),
        Some(Value::String(text)) => Some(text.clone()),
        Some(Value::Array(items)) if items.iter().all(Value::is_string) => {
            Some(items.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(", "))
        }
        Some(value) => Some(value.to_string()),
    }
}

/// The fields of an object in their order, as they are written.
#[derive(Default)]
struct Fields<'a>(Vec<(String, &'a RawValue)>);

impl<'de: 'a, 'a> Deserialize<'de> for Fields<'a> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Entries;

        impl<'de> Visitor<'de> for Entries {
            type Value = Fields<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Self::Value, M::Error> {
                let mut fields = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    fields.push(entry);
                }
                Ok(Fields(fields))
            }
        }

        from.deserialize_map(Entries)
    }
}

/// The keys of an object.
struct Keys(HashSet<String>);

impl<'de> Deserialize<'de> for Keys {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let fields = std::collections::HashMap::<String, IgnoredAny>::deserialize(from)?;
        Ok(Self(fields.into_keys().collect()))
    }
}
