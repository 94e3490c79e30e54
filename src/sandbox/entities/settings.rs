//! Settings of a connection that change its data.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::query::Problems;
use super::{Source, custom};
use crate::api::entities::Field;

/// The highest `scale`: the largest list then has millions of rows.
pub(crate) const MOST_SCALE: u64 = 1_000;

/// The changed settings; the others have their defaults.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Settings {
    /// Multiplier of the number of rows.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) scale: Option<u64>,
    /// Entities that are read and served; all if not set.
    #[serde(skip_serializing_if = "Option::is_none")]
    entities: Option<Vec<String>>,
    /// Shown custom fields by resource; defaults for other resources.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    custom_fields: BTreeMap<String, Vec<String>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    custom_tables: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    custom_entities: Vec<String>,
    /// By resource: the field of a response, and the field of the system's row that it is read from.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub(super) mapping: BTreeMap<String, BTreeMap<String, String>>,
}

impl Settings {
    /// Returns the defaults with `scale` times the rows.
    pub(crate) fn scaled(scale: u64) -> Self {
        Self { scale: (scale != 1).then_some(scale), ..Self::default() }
    }

    /// Parses the output of [`Settings::text`].
    pub(crate) fn read(text: Option<&str>) -> Self {
        text.and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default()
    }

    /// Returns the settings as they are stored; none for the defaults.
    pub(crate) fn text(&self) -> Option<String> {
        let usual = *self == Self::default();
        (!usual).then(|| serde_json::to_string(self).expect("settings are always JSON"))
    }

    /// Returns the multiplier of the number of rows.
    pub(super) fn factor(&self) -> u64 {
        self.scale.unwrap_or(1)
    }

    /// Returns whether a published entity is read and served.
    pub(super) fn selects(&self, entity: &str) -> bool {
        self.entities.as_ref().is_none_or(|chosen| chosen.iter().any(|name| name == entity))
    }

    /// Returns whether a custom entity is read and served.
    pub(super) fn has_entity(&self, path: &str) -> bool {
        self.custom_entities.iter().any(|name| name == path)
    }

    /// Returns whether a custom table is shown.
    pub(super) fn has_table(&self, name: &str) -> bool {
        self.custom_tables.iter().any(|known| known == name)
    }

    /// Returns the custom fields of a resource that responses show.
    pub(super) fn custom_fields<'a>(&'a self, path: &str) -> impl Iterator<Item = &'static Field> + use<'a> {
        let usual = custom::DEFAULT_SHOWN.contains(&path);
        let chosen = self.custom_fields.get(path);
        let on = move |field: &&Field| chosen.map_or(usual, |chosen| chosen.iter().any(|name| name == field.name));
        custom::fields(path).iter().filter(on)
    }

    /// Returns the settings with their possible values, as the API shows them.
    pub(crate) fn shown(&self, source: &Source) -> Map<String, Value> {
        let all = source.own_entities();
        let names = |path: &str| custom::fields(path).iter().map(|field| field.name).collect::<Vec<_>>();
        let with_fields = || custom::resources().filter(|path| all.contains(path));
        let chosen = |path| self.custom_fields(path).map(|field| field.name).collect::<Vec<_>>();
        let here = || custom::ENTITIES.iter().filter(|entity| source.has(entity.domain));
        let mut shown = Map::new();
        let mut put = |name: &str, value| shown.insert(name.into(), value);
        put("scale", json!(self.factor()));
        put("entities", json!(all.iter().filter(|entity| self.selects(entity)).collect::<Vec<_>>()));
        put("custom_fields", with_fields().map(|path| (path.to_owned(), json!(chosen(path)))).collect());
        put("custom_tables", json!(self.custom_tables));
        put("custom_entities", json!(self.custom_entities));
        let available = json!({
            "entities": all,
            "custom_fields": with_fields().map(|path| (path, names(path))).collect::<BTreeMap<_, _>>(),
            "custom_tables": here().map(|entity| entity.table).collect::<Vec<_>>(),
            "custom_entities": here().map(|entity| entity.path).collect::<Vec<_>>(),
        });
        put("available", available);
        shown
    }

    /// Returns these settings with the changes of a request. Unknown names are ignored here.
    pub(crate) fn changed(&self, source: &Source, request: &Map<String, Value>) -> Result<Self, Problems> {
        let (mut next, mut problems) = (self.clone(), Problems::new());
        let here = || custom::ENTITIES.iter().filter(|entity| source.has(entity.domain));
        let list = |name: &str, value: &Value, known: &[&str], problems: &mut Problems| {
            names(value, known).map_err(|problem| problems.push((name.into(), problem))).ok()
        };
        for (name, value) in request {
            match name.as_str() {
                "scale" => match value.as_u64().filter(|scale| (1..=MOST_SCALE).contains(scale)) {
                    Some(scale) => next.scale = (scale != 1).then_some(scale),
                    None => problems.push((name.clone(), format!("must be a whole number from 1 to {MOST_SCALE}"))),
                },
                "entities" if value.is_null() => next.entities = None,
                "entities" => {
                    let all = source.own_entities();
                    if let Some(chosen) = list(name, value, &all, &mut problems) {
                        next.entities = (chosen.len() < all.len()).then_some(chosen);
                    }
                }
                "custom_tables" => {
                    let known: Vec<&str> = here().map(|entity| entity.table).collect();
                    next.custom_tables = list(name, value, &known, &mut problems).unwrap_or_default();
                }
                "custom_entities" => {
                    let known: Vec<&str> = here().map(|entity| entity.path).collect();
                    next.custom_entities = list(name, value, &known, &mut problems).unwrap_or_default();
                }
                "custom_fields" => match value.as_object() {
                    Some(chosen) => next.choose_fields(source, chosen, &mut problems),
                    None => problems.push((name.clone(), "must be an object: lists of fields by entity".into())),
                },
                _ => {}
            }
        }
        if problems.is_empty() { Ok(next) } else { Err(problems) }
    }

    /// Sets the shown custom fields of the named entities.
    fn choose_fields(&mut self, source: &Source, chosen: &Map<String, Value>, problems: &mut Problems) {
        let all = source.own_entities();
        for (path, value) in chosen {
            let row_id = format!("custom_fields.{path}");
            let known: Vec<&str> = custom::fields(path).iter().map(|field| field.name).collect();
            if known.is_empty() || !all.contains(&path.as_str()) {
                let with: Vec<&str> = custom::resources().filter(|path| all.contains(path)).collect();
                problems.push((row_id, format!("is nothing with custom fields; known are {}", with.join(", "))));
            } else if value.is_null() {
                self.custom_fields.remove(path);
            } else {
                match names(value, &known) {
                    Ok(names) => drop(self.custom_fields.insert(path.clone(), names)),
                    Err(problem) => problems.push((row_id, problem)),
                }
            }
        }
    }
}

/// Parses a list of names that must all be known; duplicates are removed, in the order of the known ones.
fn names(value: &Value, known: &[&str]) -> Result<Vec<String>, String> {
    let request: Option<Vec<&str>> = value.as_array().and_then(|list| list.iter().map(Value::as_str).collect());
    let request = request.ok_or("must be a list of names")?;
    let strange: Vec<&str> = request.iter().filter(|name| !known.contains(name)).copied().collect();
    if !strange.is_empty() {
        let known = if known.is_empty() { "none".to_owned() } else { known.join(", ") };
        return Err(format!("this system has no {}; it has {known}", strange.join(", ")));
    }
    Ok(known.iter().filter(|name| request.contains(name)).map(|name| (*name).to_owned()).collect())
}
