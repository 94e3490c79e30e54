//! Data of a sandbox connection: realistic, linked, and computed on demand.
//!
//! Nothing is stored for reading. A row is a function of seed, connection, resource and number, so every page of a list
//! costs the same, and the same connection always has the same data. Writes through the API are stored in [`overlay`].
//! There is no HTTP here, and SQL only in the overlay and in [`sql`].

mod amount;
mod changes;
pub(crate) mod custom;
mod hash;
mod key;
pub(crate) mod list;
pub(crate) mod mapping;
mod nested;
pub(crate) mod overlay;
pub(crate) mod query;
mod references;
mod row;
pub(crate) mod settings;
mod spec;
pub(crate) mod sql;
mod statuses;
pub(crate) mod tables;
mod text;
mod times;
mod vocabulary;
pub(crate) mod write;

use jiff::Timestamp;
use serde_json::{Map, Value};

use crate::api::entities::{self, Domain, Field, Verb};
use crate::sandbox::catalogue;

use row::Row;
use settings::Settings;
use spec::Spec;

/// Statement that creates the table of [`overlay`]: a migration of the sandbox's database.
pub(crate) const OVERLAY_SQL: &str = overlay::SQL;

/// The most keys listed for one entity; counts are not limited.
const MOST_KEYS: usize = 100;

/// The data of one connection.
#[derive(Clone, Debug)]
pub(crate) struct Source {
    seed: u64,
    connected: i64,
    size: u64,
    domains: Vec<Domain>,
    settings: Settings,
    /// Whether rows are shown as the system stores them.
    stored: bool,
}

/// Rows inserted and updated in a period.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Changes {
    /// Keys of new rows, at most a hundred.
    pub(crate) inserted: Vec<String>,
    /// Number of these rows.
    pub(crate) inserted_count: u64,
    /// Keys of updated rows, at most a hundred.
    pub(crate) updated: Vec<String>,
    /// Number of these rows.
    pub(crate) updated_count: u64,
}

/// A row of a resource, by its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct RowId {
    spec: &'static str,
    number: u64,
}

impl Source {
    /// Creates the data of a connection to the system `slug`, connected at `connected_at`.
    ///
    /// An unknown slug gives a small system with all three domains.
    pub(crate) fn new(seed: u64, connection_id: &str, slug: &str, connected_at: Timestamp) -> Self {
        let platform = catalogue::find(slug);
        let size = match platform.and_then(|platform| platform.tier) {
            Some(2) => 3,
            Some(3) => 8,
            _ => 1,
        };
        let words = platform.map(|platform| platform.domains.as_slice()).unwrap_or_default();
        let mut domains: Vec<Domain> = words.iter().filter_map(|word| Domain::find(word)).collect();
        if domains.is_empty() {
            domains = Domain::ALL.to_vec();
        }
        let seed = hash::mix(hash::mix(seed, hash::text(connection_id)), hash::text(slug));
        Self { seed, connected: connected_at.as_second(), size, domains, settings: Settings::default(), stored: false }
    }

    /// Applies the settings of a connection.
    pub(crate) fn with(self, settings: Settings) -> Self {
        Self { size: self.size * settings.factor(), settings, ..self }
    }

    /// Returns the data as the system stores it: without mapping, and with custom fields among the others.
    pub(crate) fn as_stored(&self) -> Self {
        let mut own = Self { stored: true, ..self.clone() };
        own.settings.mapping.clear();
        own
    }

    /// The settings.
    pub(crate) fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Returns whether the system has this domain.
    pub(crate) fn has(&self, domain: Domain) -> bool {
        self.domains.contains(&domain)
    }

    /// Returns whether an entity is served: the system has it, and no setting excludes it.
    pub(crate) fn serves(&self, entity: &str) -> bool {
        match custom::find(entity) {
            Some(custom) => self.has(custom.domain) && self.settings.has_entity(entity),
            None => self.settings.selects(entity),
        }
    }

    /// Returns the entities that are synced and served, in the order of a sync: referenced ones first.
    pub(crate) fn entities(&self) -> Vec<&'static str> {
        let custom = custom::ENTITIES.iter().map(|entity| entity.path);
        self.own_entities().into_iter().chain(custom).filter(|entity| self.serves(entity)).collect()
    }

    /// Returns the published entities of the system, regardless of settings.
    pub(crate) fn own_entities(&self) -> Vec<&'static str> {
        let here = |row: &&entities::Resource| self.domains.iter().any(|domain| row.allows(*domain, Verb::List));
        entities::all().iter().filter(here).map(|row| row.path).collect()
    }

    /// Returns the number of rows of a resource at `now`; 0 for an unknown one.
    pub(crate) fn count(&self, entity: &str, now: Timestamp) -> u64 {
        let Some(spec) = spec::find(entity) else { return 0 };
        if spec.path == spec::LINES {
            return nested::lines_before(changes::count(self, orders(), now.as_second()));
        }
        changes::count(self, spec, now.as_second())
    }

    /// Returns the rows inserted and updated after `since` and up to `now`.
    pub(crate) fn changed_since(&self, entity: &str, since: Timestamp, now: Timestamp) -> Changes {
        let Some(spec) = spec::find(entity) else { return Changes::default() };
        let lines = spec.path == spec::LINES;
        let owner = if lines { orders() } else { spec };
        let (mut inserted, mut updated) = changes::changed(self, owner, since.as_second(), now.as_second());
        if lines {
            inserted = inserted.into_iter().flat_map(nested::lines_of).collect();
            updated = updated.into_iter().flat_map(nested::lines_of).collect();
        }
        let count = |rows: &[u64]| u64::try_from(rows.len()).unwrap_or(u64::MAX);
        let keys =
            |rows: &[u64]| rows.iter().take(MOST_KEYS).map(|row| key::encode(self.seed, spec.prefix, *row)).collect();
        Changes {
            inserted_count: count(&inserted),
            updated_count: count(&updated),
            inserted: keys(&inserted),
            updated: keys(&updated),
        }
    }

    /// Returns the row of a key: one that exists at `now`, or a created one.
    pub(crate) fn find(&self, entity: &str, key: &str, now: Timestamp) -> Option<RowId> {
        let spec = spec::find(entity)?;
        let number = key::decode(self.seed, spec.prefix, key)?;
        (number >= key::CREATED || number < self.count(entity, now)).then_some(RowId { spec: spec.path, number })
    }

    /// Returns a row as it is at `now`.
    pub(crate) fn row(&self, row_id: RowId, now: Timestamp) -> Map<String, Value> {
        let spec = spec::find(row_id.spec).expect("a place has a spec");
        let row = Row::new(self, spec, row_id.number, now.as_second());
        let mut object = row.object(spec.schema);
        let make = |field: &Field| Some((field.name.to_owned(), row.own(field)?));
        if self.stored {
            object.extend(custom::fields(spec.path).iter().filter_map(make));
            return object;
        }
        let mut custom: Map<String, Value> = self.settings.custom_fields(spec.path).filter_map(make).collect();
        mapping::apply(&row, &mut object, &mut custom);
        if !custom.is_empty() {
            object.insert("customFields".into(), custom.into());
        }
        object
    }

    /// Returns one field of a row as it is at `now`, without computing the others.
    pub(crate) fn value(&self, row_id: RowId, field: &Field, now: Timestamp) -> Option<Value> {
        let spec = spec::find(row_id.spec).expect("a place has a spec");
        mapping::value(&Row::new(self, spec, row_id.number, now.as_second()), field)
    }

    /// Returns the fields that a list can be filtered and sorted by: published ones and shown custom ones.
    pub(crate) fn fields(&self, entity: &str) -> Vec<Field> {
        fields(entity).iter().chain(self.settings.custom_fields(entity)).copied().collect()
    }

    /// Returns the key of a row.
    pub(crate) fn key(&self, row_id: RowId) -> String {
        let spec = spec::find(row_id.spec).expect("a place has a spec");
        key::encode(self.seed, spec.prefix, row_id.number)
    }

    /// Returns the materials listed below a row.
    pub(crate) fn materials(&self, row_id: RowId, now: Timestamp) -> Vec<Map<String, Value>> {
        let spec = spec::find(row_id.spec).expect("a place has a spec");
        nested::materials(&Row::new(self, spec, row_id.number, now.as_second()))
    }

    /// Returns the number of materials of all computed work orders.
    pub(crate) fn work_order_materials(&self, now: Timestamp) -> u64 {
        nested::materials_before(self.count("work-orders", now))
    }

    /// Returns one of these materials.
    pub(crate) fn work_order_material(&self, number: u64, now: Timestamp) -> Option<Map<String, Value>> {
        let (row, position) = nested::work_order_of(number);
        let spec = spec::find("work-orders").expect("a constant path");
        nested::material(&Row::new(self, spec, row, now.as_second()), position)
    }

    /// Returns the key of the state with this code or name, in any case.
    pub(crate) fn state_key(&self, resource: &str, word: &str) -> Option<String> {
        let states = statuses::of(resource)?;
        let same = |(name, code): &(&str, &str)| name.eq_ignore_ascii_case(word) || code.eq_ignore_ascii_case(word);
        let number = states.states.iter().position(same)?;
        let spec = spec::find(states.path).expect("every list has a spec");
        Some(key::encode(self.seed, spec.prefix, u64::try_from(number).expect("a short list")))
    }

    /// Returns the key of the initial state.
    pub(crate) fn first_state_key(&self, resource: &str) -> Option<String> {
        self.state_key(resource, statuses::of(resource)?.states[0].1)
    }

    /// Returns the inventory row of a material.
    pub(crate) fn inventory_of(&self, material: RowId) -> Option<RowId> {
        let made = material.created().is_none();
        made.then(|| RowId { spec: "inventories", number: material.number % self.base("inventories") })
    }

    /// Returns the key of the `number`th item created below the row `parent`.
    pub(crate) fn item_key(&self, parent: &str, number: u64) -> String {
        key::encode(self.seed, spec::PARTS_PREFIX, hash::mix(hash::text(parent), number))
    }

    fn base(&self, path: &str) -> u64 {
        let Some(spec) = spec::find(path) else { return 0 };
        if path == spec::LINES {
            return nested::lines_before(self.base(orders().path));
        }
        if spec.grows_with_size { spec.rows * self.size } else { spec.rows }
    }

    /// Returns the interval for the size of the system: larger systems change more often.
    fn pace(&self, spec: &Spec, seconds: i64) -> i64 {
        let size = if spec.grows_with_size { i64::try_from(self.size).unwrap_or(1) } else { 1 };
        (seconds / size).max(60)
    }
}

impl RowId {
    /// Returns the number of a created row, from 0; none for computed rows.
    pub(crate) fn created(self) -> Option<u64> {
        self.number.checked_sub(key::CREATED)
    }

    /// Returns the row with this number, from 0.
    pub(crate) fn of(entity: &str, number: u64) -> Option<Self> {
        spec::find(entity).map(|spec| Self { spec: spec.path, number })
    }

    /// Returns the `number`th created row, from 0.
    pub(crate) fn of_created(entity: &str, number: u64) -> Option<Self> {
        spec::find(entity).map(|spec| Self { spec: spec.path, number: key::CREATED + number })
    }
}

/// Returns the path of the states of a resource, which are rows too: `statuses/purchase-orders`.
pub(crate) fn states_of(resource: &str) -> Option<&'static str> {
    statuses::of(resource).map(|list| list.path)
}

/// Returns the fields of an entity's objects, published or custom.
pub(crate) fn fields(entity: &str) -> &'static [Field] {
    let published = entities::find(entity).map(|row| row.fields);
    published.or_else(|| custom::find(entity).map(|entity| entity.fields)).unwrap_or_default()
}

fn fields_of(schema: &str) -> Option<&'static [Field]> {
    entities::fields(schema).or_else(|| custom::of_schema(schema))
}

fn orders() -> &'static Spec {
    spec::find("purchase-orders").expect("a constant path")
}

#[cfg(test)]
mod tests;
