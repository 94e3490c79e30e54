//! Sorts requests into groups, at a cost that a million of them can bear.

use std::collections::HashMap;
use std::time::Duration;

use super::entry::kind;
use super::group_by::GroupBy;
use super::rows::{self, Row};
use crate::api::entities;
use crate::api::metrics::MetricGroup;
use crate::api::requests::RequestKind;
use crate::measure::{Figures, Slot, SlotFinder, Summary};

/// Names that occur again and again, each with a number: numbers are cheaper to compare for each of a million rows. The
/// number 0 is that of no text at all.
#[derive(Default)]
struct Names {
    /// Of texts; different ones may have one name, as paths have entities.
    of_texts: HashMap<String, u32>,
    of_names: HashMap<Option<String>, u32>,
    names: Vec<Option<String>>,
    last: Option<(String, u32)>,
}

impl Names {
    /// Returns the number of the name that `named` makes of a text.
    fn number(&mut self, text: &str, named: impl FnOnce(&str) -> Option<String>) -> u32 {
        if let Some((last, number)) = &self.last
            && last == text
        {
            return *number;
        }
        let number = if let Some(number) = self.of_texts.get(text) {
            *number
        } else {
            let name = named(text);
            let number = *self.of_names.entry(name.clone()).or_insert_with(|| {
                self.names.push(name);
                u32::try_from(self.names.len()).unwrap_or(u32::MAX)
            });
            self.of_texts.insert(text.to_owned(), number);
            number
        };
        self.last = Some((text.to_owned(), number));
        number
    }

    fn name(&self, number: u32) -> Option<String> {
        self.names.get(usize::try_from(number).ok()?.checked_sub(1)?)?.clone()
    }
}

/// A group, by the numbers of its names.
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash)]
struct Key {
    slot: Slot,
    connection: u32,
    system: u32,
    endpoint: u32,
    entity: u32,
    kind: Option<RequestKind>,
}

/// The groups and what is in them.
pub(super) struct Tally {
    by: GroupBy,
    finder: SlotFinder,
    connections: Names,
    systems: Names,
    endpoints: Names,
    entities: Names,
    groups: Vec<(Key, Summary)>,
    places: HashMap<Key, usize>,
    /// The group of the row before, which the next is often in as well: rows come in the order of time.
    last: Option<(Key, usize)>,
    /// Where the name of an endpoint is put together.
    text: String,
}

impl Tally {
    pub(super) fn new(by: GroupBy) -> Self {
        Self {
            finder: SlotFinder::new(by.slots()),
            by,
            connections: Names::default(),
            systems: Names::default(),
            endpoints: Names::default(),
            entities: Names::default(),
            groups: Vec::new(),
            places: HashMap::new(),
            last: None,
            text: String::new(),
        }
    }

    /// Returns which names it looks at.
    pub(super) const fn names(&self) -> rows::Names {
        let GroupBy { connection, systems, endpoint, entity, kind, .. } = &self.by;
        rows::Names {
            profile: false,
            connection: *connection || systems.is_some(),
            kind: *kind,
            endpoint: *endpoint || *entity,
        }
    }

    /// Returns the summary of the group that a row belongs to.
    pub(super) fn summary(&mut self, row: &Row<'_>) -> &mut Summary {
        let mut key = Key { slot: self.finder.at(row.at.div_euclid(1_000_000)), ..Key::default() };
        if let Some(id) = row.connection {
            if self.by.connection {
                key.connection = self.connections.number(id, |id| Some(id.to_owned()));
            }
            if let Some(systems) = &self.by.systems {
                key.system = self.systems.number(id, |id| systems.get(id).cloned());
            }
        }
        if self.by.kind {
            key.kind = Some(kind(row.kind));
        }
        if self.by.endpoint {
            self.text.clear();
            self.text.extend([row.method, " ", row.template]);
            key.endpoint = self.endpoints.number(&self.text, |text| Some(text.to_owned()));
        }
        if self.by.entity {
            key.entity = self.entities.number(row.template, |path| entities::of_path(path).map(str::to_owned));
        }
        let place = match self.last {
            Some((last, place)) if last == key => place,
            _ => *self.places.entry(key).or_insert_with(|| {
                self.groups.push((key, Summary::default()));
                self.groups.len() - 1
            }),
        };
        self.last = Some((key, place));
        &mut self.groups[place].1
    }

    pub(super) fn summaries(&self) -> impl Iterator<Item = &Summary> {
        self.groups.iter().map(|(_, summary)| summary)
    }

    /// Returns the figures of each group, in the order of time and of the names. `length` is how long a slot is.
    pub(super) fn groups(&self, length: impl Fn(Slot) -> Duration) -> Vec<MetricGroup> {
        let group = |(key, summary): &(Key, Summary)| MetricGroup {
            connection_id: self.connections.name(key.connection),
            system: self.systems.name(key.system),
            endpoint: self.endpoints.name(key.endpoint),
            entity: self.entities.name(key.entity),
            kind: key.kind.map(|kind| kind.to_string()),
            ..MetricGroup::from(&Figures::over(summary, length(key.slot))).in_slot(key.slot)
        };
        let mut groups: Vec<_> = self.groups.iter().map(|entry| (entry.0, group(entry))).collect();
        groups.sort_by_cached_key(|(key, group)| {
            let MetricGroup { connection_id, system, endpoint, entity, .. } = group.clone();
            (key.slot, connection_id, system, endpoint, entity, key.kind)
        });
        groups.into_iter().map(|(_, group)| group).collect()
    }
}
