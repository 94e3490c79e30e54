//! The progress of a sync: how far it is, how long it took, how long it will take.

use std::time::Duration;

use jiff::Timestamp;

use super::{Cell, Column, Look, span};
use crate::api::lenient::timestamp;
use crate::api::sync::{EntityProgress, Sync, SyncState};

/// Records read and records to read, of all entities together. The total is known only once that of each entity is.
pub fn counts(sync: &Sync) -> (u64, Option<u64>) {
    let done = sync.entities.iter().filter_map(|entity| entity.done).fold(0, u64::saturating_add);
    let totals: Option<Vec<u64>> = sync.entities.iter().map(|entity| entity.total).collect();
    (done, totals.filter(|all| !all.is_empty()).map(|all| all.into_iter().fold(0, u64::saturating_add)))
}

/// Returns how much of it is done, from 0 to 100, if that is known.
pub fn percent(sync: &Sync) -> Option<u64> {
    let (done, total) = counts(sync);
    let total = total.filter(|total| *total > 0)?;
    u64::try_from(u128::from(done.min(total)) * 100 / u128::from(total)).ok()
}

/// Returns how long it ran, or has been running.
pub fn took(sync: &Sync, now: Timestamp) -> Option<Duration> {
    let began = sync.started_at.as_deref().or(sync.created_at.as_deref()).and_then(timestamp)?;
    let ended = match sync.finished_at.as_deref().and_then(timestamp) {
        Some(ended) => ended,
        None if sync.state().is_over() => return None,
        None => now,
    };
    Duration::try_from(ended.duration_since(began)).ok()
}

/// Returns how long it will still take, if it goes on as it went so far.
pub fn left(sync: &Sync, now: Timestamp) -> Option<Duration> {
    let (done, total) = counts(sync);
    let total = total?;
    let passed = took(sync, now)?;
    if sync.state() != SyncState::Running || done == 0 || passed < Duration::from_secs(1) {
        return None;
    }
    let left = passed.as_millis() * u128::from(total.saturating_sub(done)) / u128::from(done);
    Some(Duration::from_millis(u64::try_from(left).ok()?))
}

/// Returns the cell of a sync's state.
pub fn state(status: Option<&str>) -> Cell<'_> {
    let Some(word) = status else { return Cell::empty() };
    match SyncState::parse(word) {
        SyncState::Completed => Cell::good("completed"),
        SyncState::Failed => Cell::bad("failed"),
        SyncState::Running => Cell::caution("running"),
        SyncState::Cancelled => Cell::muted("cancelled"),
        SyncState::Queued => Cell::muted("queued"),
        SyncState::Unknown => Cell::text(word),
    }
}

/// Returns a time as the platform writes it; what is no time is shown as it came.
pub fn moment<'a>(text: Option<&'a str>, look: &Look) -> Cell<'a> {
    match (text, text.and_then(timestamp)) {
        (_, Some(at)) => Cell::time(Some(at), look),
        (Some(text), None) if !text.is_empty() => Cell::text(text),
        _ => Cell::empty(),
    }
}

/// Returns a count, or a dash.
fn amount<'a>(count: Option<u64>) -> Cell<'a> {
    Cell::maybe(count, Cell::count)
}

/// The entities of a sync as a table.
pub const ENTITIES: &[Column<EntityProgress>] = &[
    Column::new("entity", "ENTITY", |entity: &EntityProgress, _| Cell::name(entity.entity.as_str())),
    Column::new("status", "STATUS", |entity: &EntityProgress, _| state(entity.status.as_deref())),
    Column::new("done", "READ", |entity: &EntityProgress, _| amount(entity.done)).right(),
    Column::new("total", "OF", |entity: &EntityProgress, _| amount(entity.total)).right(),
    Column::new("inserted", "NEW", |entity: &EntityProgress, _| amount(entity.inserted)).right(),
    Column::new("updated", "CHANGED", |entity: &EntityProgress, _| amount(entity.updated)).right(),
];

/// Returns `34 %, 12 s left`, as far as either is known.
pub fn how_far(sync: &Sync, now: Timestamp) -> String {
    let percent = percent(sync).map(|percent| format!("{percent} %"));
    let left = left(sync, now).map(|left| format!("{} left", span(left)));
    [percent, left].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sync(status: &str, entities: &[(u64, Option<u64>)]) -> Sync {
        let entity = |(done, total): &(u64, Option<u64>)| EntityProgress {
            done: Some(*done),
            total: *total,
            ..EntityProgress::default()
        };
        Sync {
            status: Some(status.into()),
            started_at: Some("2026-03-01T12:00:00Z".into()),
            entities: entities.iter().map(entity).collect(),
            ..Sync::default()
        }
    }

    fn at(text: &str) -> Timestamp {
        text.parse().expect("a time")
    }

    #[test]
    fn what_is_left_goes_by_what_was_done() {
        let half = sync("running", &[(100, Some(100)), (50, Some(200))]);
        assert_eq!(counts(&half), (150, Some(300)));
        assert_eq!(percent(&half), Some(50));
        assert_eq!(left(&half, at("2026-03-01T12:00:30Z")), Some(Duration::from_secs(30)));
        assert_eq!(how_far(&half, at("2026-03-01T12:00:30Z")), "50 %, 30 s left");
        assert_eq!(left(&half, at("2026-03-01T12:00:00Z")), None, "nothing follows from the first moments");
        assert_eq!(left(&half, at("2026-03-01T11:00:00Z")), None, "nor from a clock that is behind");
    }

    #[test]
    fn what_is_not_known_is_not_guessed() {
        let unknown = sync("running", &[(100, Some(100)), (50, None)]);
        assert_eq!((percent(&unknown), left(&unknown, at("2026-03-01T12:00:30Z"))), (None, None));
        assert_eq!(percent(&sync("completed", &[(0, Some(0))])), None);
        assert_eq!(percent(&sync("running", &[])), None);
        assert_eq!(percent(&sync("running", &[(u64::MAX, Some(u64::MAX)), (1, Some(1))])), Some(100));
    }
}
