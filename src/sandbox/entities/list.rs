//! Pages of lists: filtered and sorted.

use jiff::Timestamp;
use rusqlite::Connection;
use serde_json::{Map, Value};

use super::overlay::Overlay;
use super::query::Query;
use super::{RowId, Source};
use crate::api::entities::Field;

/// Rows of a page, and the number of all matching rows.
#[derive(Debug, PartialEq)]
pub(crate) struct ListPage {
    pub(crate) rows: Vec<Map<String, Value>>,
    pub(crate) total: u64,
}

/// Loads the writes that [`page`] needs: those on the page without filter and sort, otherwise all.
pub(crate) fn writes(
    db: &Connection,
    (source, connection): (&Source, &str),
    entity: &str,
    query: &Query,
    (offset, limit): (u64, u64),
    now: Timestamp,
) -> rusqlite::Result<Overlay> {
    if !query.is_plain() {
        return Overlay::load(db, connection, entity);
    }
    let made = source.count(entity, now);
    let end = offset.saturating_add(limit);
    let keys = (offset.min(made)..end.min(made)).filter_map(|number| Some(source.key(RowId::of(entity, number)?)));
    Overlay::load_part(db, connection, entity, keys, offset.saturating_sub(made)..end.saturating_sub(made))
}

/// Returns `limit` rows of an entity from `offset` on. Created rows come last, the oldest first.
///
/// Without filter and sort only the rows of the page are computed; otherwise only the needed fields of every row.
pub(crate) fn page(
    (source, overlay): (&Source, &Overlay),
    entity: &str,
    query: &Query,
    (offset, limit): (u64, u64),
    now: Timestamp,
) -> ListPage {
    let made = source.count(entity, now);
    let all = made + overlay.total();
    let row = |number: u64| match number.checked_sub(made) {
        None => {
            let row_id = RowId::of(entity, number)?;
            let mut row = source.row(row_id, now);
            overlay.apply(&source.key(row_id), &mut row);
            Some(row)
        }
        Some(created) => overlay.created(created).cloned(),
    };
    let end = |count: u64| offset.saturating_add(limit).min(count);
    if query.is_plain() {
        return ListPage { rows: (offset.min(all)..end(all)).filter_map(row).collect(), total: all };
    }
    let value = |number: u64, field: &Field| match number.checked_sub(made) {
        None => {
            let row_id = RowId::of(entity, number)?;
            match changed(source, overlay, row_id, field.name) {
                Some(Value::Null) => None,
                Some(value) => Some(value),
                None => source.value(row_id, field, now),
            }
        }
        Some(created) => overlay.created(created)?.get(field.name).cloned(),
    };
    let matching = (0..all).filter(|number| query.matches(|field| value(*number, field)));
    if query.sorts.is_empty() {
        // Counts all and keeps the page only.
        let (mut total, mut rows) = (0, Vec::new());
        for number in matching {
            if (offset..offset.saturating_add(limit)).contains(&total) {
                rows.extend(row(number));
            }
            total += 1;
        }
        return ListPage { rows, total };
    }
    let mut matching: Vec<_> = matching.map(|number| (query.sort_key(|field| value(number, field)), number)).collect();
    // Stable, so that equal rows keep the order of the list and pages do not overlap.
    matching.sort_by(|left, right| query.order(&left.0, &right.0));
    let total = u64::try_from(matching.len()).unwrap_or(u64::MAX);
    let span = usize::try_from(offset.min(total)).unwrap_or(0)..usize::try_from(end(total)).unwrap_or(0);
    let rows = matching.get(span).unwrap_or_default().iter().filter_map(|(_, number)| row(*number)).collect();
    ListPage { rows, total }
}

/// Returns every row as a function from a field to its value.
pub(crate) fn cells<'a>(
    (source, overlay): (&'a Source, &'a Overlay),
    entity: &'a str,
    now: Timestamp,
) -> impl Iterator<Item = impl Fn(&Field) -> Option<Value> + 'a> + 'a {
    let made = source.count(entity, now);
    (0..made + overlay.total()).map(move |number| {
        move |field: &Field| {
            if let Some(created) = number.checked_sub(made) {
                return overlay.created(created)?.get(field.name).cloned();
            }
            let row_id = RowId::of(entity, number)?;
            match changed(source, overlay, row_id, field.name) {
                Some(Value::Null) => None,
                Some(value) => Some(value),
                None => source.value(row_id, field, now),
            }
        }
    })
}

/// Returns the written value of a field (null if it was cleared); none if it was not written.
fn changed(source: &Source, overlay: &Overlay, row_id: RowId, field: &str) -> Option<Value> {
    if overlay.changed.is_empty() {
        return None;
    }
    overlay.changed.get(&source.key(row_id))?.get(field).cloned()
}
