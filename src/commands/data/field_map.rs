//! `--map`: how the columns of a file become fields of the API.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde_json::{Map, Value};

use super::rules::Rules;
use super::source::{Source, is_aside};
use super::target::Listable;
use crate::failure::Failure;
use crate::files;

/// Maximum length of a map, in bytes.
const LARGEST: u64 = 1 << 20;

/// The map of an import.
#[derive(clap::Args, Clone, Debug)]
pub(super) struct MapArg {
    /// TOML file that says which column is which field
    ///
    /// `[fields]`: `"Column" = "field"`, or `""` for a column that is left out. `[values]`: `field = VALUE` for every row.
    /// `[words.FIELD]`: `"word in the file" = "word of the system"`. `[lookup]`: `vendorKey = "code"` for a file that has the
    /// codes of vendors instead of their keys.
    #[arg(long, value_name = "FILE")]
    map: Option<PathBuf>,
}

/// How the columns of a file become fields.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct FieldMap {
    /// Columns of the file, and the fields that they are; an empty one is left out.
    fields: BTreeMap<String, String>,
    /// Fields with one value in every row.
    values: BTreeMap<String, Value>,
    /// Words of the file by field, and what is sent for them.
    words: BTreeMap<String, BTreeMap<String, Value>>,
    /// Fields that refer to a row, and the field of that row that the file has instead of its key.
    lookup: BTreeMap<String, String>,
}

impl MapArg {
    /// Returns the path of the map.
    pub(super) fn path(&self) -> Option<&Path> {
        self.map.as_deref()
    }

    /// Reads the map; without one, columns are the fields of their names.
    ///
    /// # Errors
    /// [`crate::exit::Exit::Usage`] for a map that does not fit the entity or the file.
    pub(super) fn read(&self, rules: &Rules, source: &Source) -> Result<FieldMap, Failure> {
        let Some(path) = &self.map else { return Ok(FieldMap::default()) };
        let wrong = |reason: String| Failure::usage(reason).during(format!("could not use `{}`", path.display()));
        let text = text(path)?;
        let map: FieldMap = toml::from_str(&text).map_err(|error| wrong(error.to_string()))?;
        map.checked(rules, source.columns()).map_err(wrong)
    }
}

fn text(path: &Path) -> Result<String, Failure> {
    let bytes = files::read(path, LARGEST).map_err(|error| Failure::unreadable(path.display(), &error))?;
    String::from_utf8(bytes).map_err(|_| Failure::usage(format!("`{}` is not UTF-8", path.display())))
}

impl FieldMap {
    /// Checks it, and writes the names of fields as the API does.
    fn checked(self, rules: &Rules, columns: Option<&[String]>) -> Result<Self, String> {
        let known = |name: &str| rules.name(name).map(str::to_owned).map_err(|unknown| unknown.reason);
        let mut this = Self::default();
        for (column, field) in self.fields {
            if columns.is_some_and(|columns| columns.iter().all(|name| !name.eq_ignore_ascii_case(column.trim()))) {
                return Err(format!("`[fields]` names the column `{column}`, and the file has none"));
            }
            let field = if field.trim().is_empty() { String::new() } else { known(&field)? };
            this.fields.insert(column.trim().to_lowercase(), field);
        }
        for (field, value) in self.values {
            let (field, value) = (known(&field)?, with_dates(value));
            rules.check(&field, &value).map_err(|reason| format!("`{field}` in `[values]` {reason}"))?;
            this.values.insert(field, value);
        }
        for (field, words) in self.words {
            let words = words.into_iter().map(|(word, value)| (word, with_dates(value))).collect();
            this.words.insert(known(&field)?, words);
        }
        for (field, by) in self.lookup {
            let field = known(&field)?;
            let Some(of) = rules.refers_to(&field) else {
                return Err(format!("`{field}` in `[lookup]` refers to no other row"));
            };
            this.lookup.insert(field, field_of(of, &by)?);
        }
        // Two columns for one field would be one value that is lost.
        let mut taken: Vec<&String> = this.fields.values().filter(|field| !field.is_empty()).collect();
        taken.extend(this.values.keys());
        taken.sort();
        match taken.windows(2).find(|pair| pair[0] == pair[1]) {
            Some(pair) => Err(format!("`{}` is set twice", pair[0])),
            None => this.check_columns(rules, columns.unwrap_or_default()).map(|()| this),
        }
    }

    /// Checks that no field is set twice: by two columns, one of which may have its name, or by a column and a value.
    fn check_columns(&self, rules: &Rules, columns: &[String]) -> Result<(), String> {
        let mut taken: BTreeMap<&str, &str> = BTreeMap::new();
        for column in columns.iter().filter(|column| !is_aside(column)) {
            let Some(Ok(field)) = self.field(column).map(|field| rules.name(field)) else { continue };
            let leave_out = format!("leave one out (`\"{column}\" = \"\"` in `[fields]`)");
            if self.has_value(field) {
                return Err(format!("`{field}` is set by the column `{column}` and by `[values]`: {leave_out}"));
            }
            if let Some(other) = taken.insert(field, column) {
                return Err(format!("`{field}` is set by the columns `{other}` and `{column}`: {leave_out}"));
            }
        }
        Ok(())
    }

    /// Returns whether every row has one value of a field.
    pub(super) fn has_value(&self, field: &str) -> bool {
        self.values.contains_key(field)
    }

    /// Returns the name of a column's field; none where the column is left out.
    pub(super) fn field<'n>(&'n self, column: &'n str) -> Option<&'n str> {
        match self.fields.get(&column.trim().to_lowercase()) {
            Some(field) => Some(field.as_str()).filter(|field| !field.is_empty()),
            None => Some(column),
        }
    }

    /// Returns what is sent for a value of the file, where it is one of the words of the field.
    pub(super) fn word(&self, field: &str, value: &Value) -> Option<&Value> {
        let words = self.words.get(field)?;
        words.get(value.as_str().map(str::trim)?)
    }

    /// Adds the values that every row has.
    pub(super) fn add_values(&self, body: &mut Map<String, Value>) {
        body.extend(self.values.iter().map(|(field, value)| (field.clone(), value.clone())));
    }

    /// Returns the field that a referred row is looked up by; its key by default.
    pub(super) fn lookup(&self, field: &str) -> &str {
        self.lookup.get(field).map_or("key", String::as_str)
    }
}

/// Returns a value of a map with dates as texts: TOML has a type of its own for those without quotes, which is read as an
/// object with one field.
fn with_dates(value: Value) -> Value {
    const DATE: &str = "$__toml_private_datetime";
    match value {
        Value::Object(mut fields) if fields.len() == 1 && fields.contains_key(DATE) => {
            fields.remove(DATE).unwrap_or_default()
        }
        Value::Object(fields) => {
            Value::Object(fields.into_iter().map(|(name, value)| (name, with_dates(value))).collect())
        }
        Value::Array(items) => Value::Array(items.into_iter().map(with_dates).collect()),
        plain => plain,
    }
}

/// Returns the name of a field that the rows of an entity are looked up by.
///
/// # Errors
/// Where the entity has no such field.
fn field_of(entity: &str, name: &str) -> Result<String, String> {
    let entity = Listable::find(entity).map_err(|failure| failure.cause.to_string())?;
    let field = entity.fields.iter().find(|field| field.name.eq_ignore_ascii_case(name.trim()));
    let field = field.filter(|field| field.kind.is_plain());
    field.map(|field| field.name.to_owned()).ok_or_else(|| format!("{} have no field `{name}`", entity.plural))
}
