//! Whether the rows that a file refers to exist, read from the server.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde_json::{Map, Value};

use super::field_map::FieldMap;
use super::rules::Rules;
use super::target::Listable;
use crate::api::entities::Domain;
use crate::client::call::{Filter, ListQuery, row_key};
use crate::client::{Client, PageOptions, Purpose};
use crate::failure::{During as _, Failure};

/// Number of values up to which each is looked up by itself; for more the whole list is read.
const SINGLE: usize = 20;

/// Referred rows: by their entity and the field that names them, each value with the keys of the rows that have it.
#[derive(Default)]
pub(super) struct References {
    found: HashMap<(&'static str, String), HashMap<String, Vec<String>>>,
    /// Entities that this domain does not list, so that nothing is known of their rows.
    pub(super) unknown: BTreeSet<&'static str>,
}

/// Calls `each` with every value of a field that names another row, and takes what it returns instead.
fn each_reference(value: &mut Value, each: &mut impl FnMut(&str) -> Option<String>) {
    match value {
        Value::Array(values) => values.iter_mut().for_each(|value| each_reference(value, each)),
        Value::String(text) => {
            // A field may hold several keys in one text.
            let keys = text.split(',').map(str::trim).map(|key| each(key).unwrap_or_else(|| key.to_owned()));
            let keys = keys.collect::<Vec<_>>().join(",");
            *text = keys;
        }
        _ => {}
    }
}

impl References {
    /// Reads the rows that these bodies refer to.
    ///
    /// # Errors
    /// When they cannot be read.
    pub(super) async fn read<'b>(
        (client, connection, domain): (&Client, &str, Domain),
        (rules, map): (&Rules, &FieldMap),
        bodies: impl Iterator<Item = &'b Map<String, Value>>,
    ) -> Result<Self, Failure> {
        let mut wanted: BTreeMap<(&'static str, String), BTreeSet<String>> = BTreeMap::new();
        for body in bodies {
            for (name, value) in body {
                let Some(of) = rules.refers_to(name) else { continue };
                let values = wanted.entry((of, map.lookup(name).to_owned())).or_default();
                each_reference(&mut value.clone(), &mut |text| {
                    values.insert(text.to_owned());
                    None
                });
            }
        }
        let mut this = Self::default();
        for ((of, by), values) in wanted {
            let entity = Listable::find(of)?;
            if !entity.is_in(domain) {
                this.unknown.insert(of);
                continue;
            }
            let during = || format!("could not read the {} that the rows refer to", entity.plural);
            let is_single = values.len() <= SINGLE;
            let filters = values.iter().map(|value| Filter { field: by.clone(), op: None, value: value.clone() });
            let queries: Vec<ListQuery> = if is_single {
                filters.map(|filter| ListQuery { filters: vec![filter], ..ListQuery::default() }).collect()
            } else {
                vec![ListQuery::default()]
            };
            let mut found: HashMap<String, Vec<String>> = HashMap::new();
            for query in queries {
                let options = PageOptions { per_page: entity.is_sized.then_some(100), first: None, limit: None };
                let (at, how) = ((domain.slug(), entity.path.as_str()), (options, Purpose::Question));
                let mut pages = client.entities(connection, at, &query, how).during(during)?;
                // Also of a server that does not filter.
                while let Some(rows) = pages.next().await.during(during)? {
                    for row in rows {
                        let value = row.get(&by).and_then(Value::as_str);
                        if let (Some(value), Some(key)) = (value.filter(|value| values.contains(*value)), row_key(&row))
                        {
                            let keys = found.entry(value.to_owned()).or_default();
                            if !keys.contains(&key) {
                                keys.push(key);
                            }
                        }
                    }
                }
            }
            this.found.insert((of, by), found);
        }
        Ok(this)
    }

    /// Puts the keys of the referred rows into a body, and returns the fields that name no row, each with the reason.
    pub(super) fn resolve(
        &self,
        (rules, map): (&Rules, &FieldMap),
        body: &mut Map<String, Value>,
    ) -> Vec<(String, String)> {
        let mut problems = Vec::new();
        for (name, value) in body.iter_mut() {
            let Some(of) = rules.refers_to(name) else { continue };
            let by = map.lookup(name);
            let Some(found) = self.found.get(&(of, by.to_owned())) else { continue };
            each_reference(value, &mut |text| match found.get(text).map(Vec::as_slice) {
                Some([key]) => Some(key.clone()),
                Some(several) => {
                    let reason = format!("is the {by} of {} rows of {of}: `{text}`", several.len());
                    problems.push((name.clone(), reason));
                    None
                }
                None => {
                    problems.push((name.clone(), format!("is not the {by} of anything in {of}: `{text}`")));
                    None
                }
            });
        }
        problems
    }
}
