//! The state, progress and entities of a sync.

use jiff::Timestamp;

use super::{Cell, Column, span};
use crate::api::sync::{EntityProgress, Sync, SyncState};

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
pub fn progress(sync: &Sync, now: Timestamp) -> String {
    let percent = sync.percent().map(|percent| format!("{percent} %"));
    let remaining = sync.remaining(now).map(|time| format!("{} left", span(time)));
    [percent, remaining].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn progress_in_words() {
        let entity = |done, total| EntityProgress { done: Some(done), total: Some(total), ..EntityProgress::default() };
        let half = Sync {
            status: Some("running".into()),
            started_at: Some("2026-03-01T12:00:00Z".into()),
            entities: vec![entity(100, 100), entity(50, 200)],
            ..Sync::default()
        };
        assert_eq!(progress(&half, "2026-03-01T12:00:30Z".parse().expect("a time")), "50 %, 30 s left");
    }
}
