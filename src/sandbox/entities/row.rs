//! One row, field by field.

use serde_json::{Map, Value};

use crate::api::entities::{Field, Kind};

use super::changes::{self, RowHistory};
use super::hash::mix;
use super::spec::{self, Spec};
use super::statuses::{self, States};
use super::{Source, amount, custom, key, nested, references, text, times};

/// A row, or a part of it such as an address, at a time.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row<'a> {
    pub(super) source: &'a Source,
    pub(super) spec: &'static Spec,
    pub(super) n: u64,
    /// Seconds since 1970.
    pub(super) now: i64,
    pub(super) life: RowHistory,
    /// Number of the part, from 0; 0 for the row itself.
    pub(super) part: u64,
    hash: u64,
    /// Hash that is the same for all parts of the row.
    whole: u64,
}

impl<'a> Row<'a> {
    pub(super) fn new(source: &'a Source, spec: &'static Spec, n: u64, now: i64) -> Self {
        let life = if spec.path == spec::LINES {
            changes::history(source, super::orders(), nested::order_of(n), now)
        } else {
            changes::history(source, spec, n, now)
        };
        let hash = mix(mix(source.seed, u64::from(spec.prefix)), n);
        Self { source, spec, n, now, life, part: 0, hash, whole: hash }
    }

    /// Returns row `n` of another resource at the same time.
    pub(super) fn other(&self, path: &str, n: u64) -> Self {
        Row::new(self.source, spec::find(path).expect("a known path"), n, self.now)
    }

    /// Returns part `number` of the row: picked numbers differ, references stay.
    pub(super) fn as_part(self, number: u64) -> Self {
        Self { part: number, hash: mix(self.hash, number + 1), ..self }
    }

    /// Returns a reproducible number for an aspect of this row or part.
    pub(super) fn pick(&self, about: &str) -> u64 {
        mix(self.hash, super::hash::text(about))
    }

    /// Returns an object with every field of a schema that has a value. No field is documented as nullable, so missing
    /// values are omitted.
    pub(super) fn object(&self, schema: &str) -> Map<String, Value> {
        let fields = super::fields_of(schema).expect("a known schema");
        let mut object = Map::with_capacity(fields.len());
        for field in fields {
            if let Some(value) = self.field(schema, field) {
                object.insert(field.name.into(), value);
            }
        }
        object
    }

    /// Returns one field of the row as the system has it, including custom ones.
    pub(super) fn own(&self, field: &Field) -> Option<Value> {
        if custom::fields(self.spec.path).contains(field) {
            return custom::value(self, field);
        }
        self.field(self.spec.schema, field)
    }

    /// Returns one field of an object of a schema.
    pub(super) fn field(&self, schema: &str, field: &Field) -> Option<Value> {
        let name = field.name;
        Some(match field.kind {
            Kind::Key => self.own_key(schema).into(),
            Kind::Ref(path) => self.key_of(path, references::one(self, name, path)?).into(),
            Kind::Refs(path) => self.keys(name, path).into(),
            Kind::RefsText(path) => match self.keys(name, path) {
                keys if keys.is_empty() => return None,
                keys => keys.join(",").into(),
            },
            Kind::Time => times::show(times::time(self, schema, name)?).into(),
            Kind::Money => amount::show(amount::money(self, schema, name)?).into(),
            Kind::Number => amount::number(self, schema, name)?.into(),
            Kind::NumberText => amount::number_text(self, schema, name)?.into(),
            Kind::Bool => self.flag(name).into(),
            Kind::BoolText => self.flag(name).to_string().into(),
            Kind::Text if self.spec.prefix >= custom::FIRST_PREFIX => {
                custom::text_value(self, name).or_else(|| text::text(self, schema, name))?.into()
            }
            Kind::Text => text::text(self, schema, name)?.into(),
            Kind::List => nested::list(self, schema, name)?,
            Kind::Object(of) => nested::one(self, name, of)?,
            Kind::Objects(of) => nested::many(self, name, of).into(),
        })
    }

    /// Returns the state of the row: a position in its list.
    pub(super) fn state(&self, states: &States) -> u64 {
        let last = states.steps - 1;
        let n = if self.spec.path == spec::LINES { nested::order_of(self.n) } else { self.n };
        if n >= self.base_rows() {
            return self.life.version.min(last);
        }
        // Most rows from before connecting are finished; two in ten have not started.
        let before = match n % 10 {
            0 | 1 => 0,
            2..=4 => (1 + n / 10 % (last - 1).max(1)).min(last),
            _ => last,
        };
        (before + self.life.version).min(last)
    }

    /// Returns whether the row was finished when the system was connected.
    pub(super) fn is_done(&self) -> bool {
        let path = if self.spec.path == spec::LINES { "purchase-orders" } else { self.spec.path };
        statuses::of(path).is_some_and(|states| self.state(states) + 1 == states.steps)
    }

    /// Returns whether the row was approved.
    pub(super) fn is_approved(&self) -> bool {
        let path = if self.spec.path == spec::LINES { "purchase-orders" } else { self.spec.path };
        statuses::of(path).is_none_or(|states| self.state(states) > 0)
    }

    fn base_rows(&self) -> u64 {
        let path = if self.spec.path == spec::LINES { "purchase-orders" } else { self.spec.path };
        self.source.base(path)
    }

    /// Returns a reproducible number for an aspect that all parts of this row share, for example its site.
    pub(super) fn pick_whole(&self, about: &str) -> u64 {
        mix(self.whole, super::hash::text(about))
    }

    fn own_key(&self, schema: &str) -> String {
        if schema == self.spec.schema || self.spec.path == spec::LINES {
            return self.key_of(self.spec.path, self.n);
        }
        let number = (u64::from(self.spec.prefix) << 40) | (self.n << 8) | self.part;
        key::encode(self.source.seed, spec::PARTS_PREFIX, number)
    }

    pub(super) fn key_of(&self, path: &str, n: u64) -> String {
        let spec = spec::find(path).expect("a known path");
        key::encode(self.source.seed, spec.prefix, n)
    }

    fn keys(&self, name: &str, path: &'static str) -> Vec<String> {
        references::many(self, name, path).into_iter().map(|n| self.key_of(path, n)).collect()
    }

    fn flag(&self, name: &str) -> bool {
        match name {
            "isActive" => !self.life.deleted && !self.pick(name).is_multiple_of(20),
            "isDefault" | "isBase" => self.n == 0 && self.part == 0,
            "isAssembly" => self.n.is_multiple_of(9),
            "requiresMaterials" => self.n.is_multiple_of(3),
            _ => self.pick(name) % 10 > 1,
        }
    }
}
