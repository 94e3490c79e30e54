//! The data behind a sandbox connection: believable, linked, and made up on the spot.
//!
//! Nothing is stored for reading. A row is a function of seed, connection, resource and number, so a page deep in a
//! list costs what the first costs, and the same connection shows the same data each time. What is written through the
//! API lies over it ([`overlay`]). HTTP is not here, nor is SQL apart from the overlay.

mod amount;
pub(crate) mod custom;
mod key;
mod life;
mod link;
pub(crate) mod list;
pub(crate) mod mapping;
mod mix;
pub(crate) mod overlay;
mod part;
pub(crate) mod query;
mod row;
pub(crate) mod settings;
mod spec;
pub(crate) mod sql;
mod state;
pub(crate) mod tables;
mod text;
mod times;
mod words;
pub(crate) mod write;

use jiff::Timestamp;
use serde_json::{Map, Value};

use crate::api::entities::{self, Domain, Field, Verb};
use crate::sandbox::catalogue;

use row::Row;
use settings::Settings;
use spec::Spec;

/// Statement that makes the table of [`overlay`]: a step of the sandbox's database.
pub(crate) const OVERLAY_SQL: &str = overlay::SQL;

/// Keys listed for one entity; the counts beside them are not cut.
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

/// What came and changed in a span of time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Changes {
    /// Keys of new rows, a hundred at most.
    pub(crate) inserted: Vec<String>,
    /// How many there are.
    pub(crate) inserted_count: u64,
    /// Keys of changed rows, a hundred at most.
    pub(crate) updated: Vec<String>,
    /// How many there are.
    pub(crate) updated_count: u64,
}

/// A row of a resource.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    spec: &'static str,
    number: u64,
}

impl Source {
    /// The data of a connection to the system `slug`, as it is from `connected_at` on.
    ///
    /// A slug that is not in the catalogue gives a small system with all three domains.
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
        let seed = mix::mix(mix::mix(seed, mix::text(connection_id)), mix::text(slug));
        Self { seed, connected: connected_at.as_second(), size, domains, settings: Settings::default(), stored: false }
    }

    /// The same as the settings of its connection make it.
    pub(crate) fn with(self, settings: Settings) -> Self {
        Self { size: self.size * settings.factor(), settings, ..self }
    }

    /// The same as the system stores it: each field in its own column, custom ones among the others.
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

    /// Returns whether an entity is served: the system has it, and no setting leaves it out.
    pub(crate) fn serves(&self, entity: &str) -> bool {
        match custom::find(entity) {
            Some(custom) => self.has(custom.domain) && self.settings.has_entity(entity),
            None => self.settings.selects(entity),
        }
    }

    /// Returns what is synced and served, in the order of a sync: what others refer to comes first.
    pub(crate) fn entities(&self) -> Vec<&'static str> {
        let custom = custom::ENTITIES.iter().map(|entity| entity.path);
        self.own_entities().into_iter().chain(custom).filter(|entity| self.serves(entity)).collect()
    }

    /// Returns the published entities that the system has, whatever the settings say.
    pub(crate) fn own_entities(&self) -> Vec<&'static str> {
        let here = |row: &&entities::Resource| self.domains.iter().any(|domain| row.allows(*domain, Verb::List));
        entities::all().iter().filter(here).map(|row| row.path).collect()
    }

    /// Returns how many rows a resource has at `now`; none for an unknown one.
    pub(crate) fn count(&self, entity: &str, now: Timestamp) -> u64 {
        let Some(spec) = spec::find(entity) else { return 0 };
        if spec.path == spec::LINES {
            return part::lines_before(life::count(self, orders(), now.as_second()));
        }
        life::count(self, spec, now.as_second())
    }

    /// Returns what came and changed after `since` and up to `now`.
    pub(crate) fn changed_since(&self, entity: &str, since: Timestamp, now: Timestamp) -> Changes {
        let Some(spec) = spec::find(entity) else { return Changes::default() };
        let lines = spec.path == spec::LINES;
        let owner = if lines { orders() } else { spec };
        let (mut inserted, mut updated) = life::changed(self, owner, since.as_second(), now.as_second());
        if lines {
            inserted = inserted.into_iter().flat_map(part::lines_of).collect();
            updated = updated.into_iter().flat_map(part::lines_of).collect();
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

    /// Returns the row that a key belongs to: one that is there at `now`, or one somebody created.
    pub(crate) fn find(&self, entity: &str, key: &str, now: Timestamp) -> Option<Place> {
        let spec = spec::find(entity)?;
        let number = key::decode(self.seed, spec.prefix, key)?;
        (number >= key::CREATED || number < self.count(entity, now)).then_some(Place { spec: spec.path, number })
    }

    /// Returns a row as it is at `now`.
    pub(crate) fn row(&self, place: Place, now: Timestamp) -> Map<String, Value> {
        let spec = spec::find(place.spec).expect("a place has a spec");
        let row = Row::new(self, spec, place.number, now.as_second());
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

    /// Returns one field of a row as it is at `now`, without making the others.
    pub(crate) fn value(&self, place: Place, field: &Field, now: Timestamp) -> Option<Value> {
        let spec = spec::find(place.spec).expect("a place has a spec");
        mapping::value(&Row::new(self, spec, place.number, now.as_second()), field)
    }

    /// Returns the fields that a list of this entity can be asked by: published ones and custom ones that are shown.
    pub(crate) fn fields(&self, entity: &str) -> Vec<Field> {
        fields(entity).iter().chain(self.settings.custom_fields(entity)).copied().collect()
    }

    /// Returns the key of a row.
    pub(crate) fn key(&self, place: Place) -> String {
        let spec = spec::find(place.spec).expect("a place has a spec");
        key::encode(self.seed, spec.prefix, place.number)
    }

    /// Returns what is built into a row: `children` and `materials`, with the names of the fields that hold the parent.
    pub(crate) fn materials(&self, place: Place, now: Timestamp) -> Vec<Map<String, Value>> {
        let spec = spec::find(place.spec).expect("a place has a spec");
        part::materials(&Row::new(self, spec, place.number, now.as_second()))
    }

    /// Returns how many materials all work orders have that the system made.
    pub(crate) fn work_order_materials(&self, now: Timestamp) -> u64 {
        part::materials_before(self.count("work-orders", now))
    }

    /// Returns one of these.
    pub(crate) fn work_order_material(&self, number: u64, now: Timestamp) -> Option<Map<String, Value>> {
        let (row, position) = part::work_order_of(number);
        let spec = spec::find("work-orders").expect("a constant path");
        part::material(&Row::new(self, spec, row, now.as_second()), position)
    }

    /// Returns the key of the state with this code or name, in any case.
    pub(crate) fn state_key(&self, resource: &str, word: &str) -> Option<String> {
        let states = state::of(resource)?;
        let same = |(name, code): &(&str, &str)| name.eq_ignore_ascii_case(word) || code.eq_ignore_ascii_case(word);
        let number = states.states.iter().position(same)?;
        let spec = spec::find(states.path).expect("every list has a spec");
        Some(key::encode(self.seed, spec.prefix, u64::try_from(number).expect("a short list")))
    }

    /// Returns the key of the state that something new is in.
    pub(crate) fn first_state_key(&self, resource: &str) -> Option<String> {
        self.state_key(resource, state::of(resource)?.states[0].1)
    }

    /// Returns what there is of a material.
    pub(crate) fn inventory_of(&self, material: Place) -> Option<Place> {
        let made = material.created().is_none();
        made.then(|| Place { spec: "inventories", number: material.number % self.base("inventories") })
    }

    /// Returns a key for the `number`th thing that somebody created below the row `parent`.
    pub(crate) fn item_key(&self, parent: &str, number: u64) -> String {
        key::encode(self.seed, spec::PARTS_PREFIX, mix::mix(mix::text(parent), number))
    }

    fn base(&self, path: &str) -> u64 {
        let Some(spec) = spec::find(path) else { return 0 };
        if path == spec::LINES {
            return part::lines_before(self.base(orders().path));
        }
        if spec.grows_with_size { spec.rows * self.size } else { spec.rows }
    }

    /// Larger systems are busier.
    fn pace(&self, spec: &Spec, seconds: i64) -> i64 {
        let size = if spec.grows_with_size { i64::try_from(self.size).unwrap_or(1) } else { 1 };
        (seconds / size).max(60)
    }
}

impl Place {
    /// Returns the number of the row somebody created, counted from 0; nothing for the others.
    pub(crate) fn created(self) -> Option<u64> {
        self.number.checked_sub(key::CREATED)
    }

    /// Returns the row with this number, from 0.
    pub(crate) fn of(entity: &str, number: u64) -> Option<Self> {
        spec::find(entity).map(|spec| Self { spec: spec.path, number })
    }

    /// The row of something created, the `number`th of all.
    pub(crate) fn of_created(entity: &str, number: u64) -> Option<Self> {
        spec::find(entity).map(|spec| Self { spec: spec.path, number: key::CREATED + number })
    }
}

/// Returns the path under which the states of a resource are a list of rows: `statuses/purchase-orders`.
pub(crate) fn states_of(resource: &str) -> Option<&'static str> {
    state::of(resource).map(|list| list.path)
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
