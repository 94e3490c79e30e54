//! Plans what a sync reads, and when.

use rusqlite::Connection as Db;

use crate::api::sync::SyncMode;
use crate::sandbox::error::Error;
use crate::sandbox::ids;
use crate::sandbox::options::Options;
use crate::sandbox::store::connections::ConnectionRow;
use crate::sandbox::store::salt;
use crate::sandbox::store::sync::{self, SyncEntity};
use crate::sandbox::time::time;

/// Time until the first call of a sync, in milliseconds.
pub(super) const CONTACT: i64 = 300;

/// The most rows that a system returns per millisecond.
const FASTEST: f64 = 10.0;

fn whole(ms: f64) -> i64 {
    #[expect(clippy::cast_possible_truncation, reason = "some seconds, in milliseconds")]
    let whole = ms.round() as i64;
    whole
}

/// Plans a sync: how many rows of each entity are read, and when. A full sync takes 6 to 20 s, an incremental one 1 to
/// 2 s, and 300 ms if nothing has changed.
pub(super) fn plan(
    db: &Db,
    options: &Options,
    connection: &ConnectionRow,
    mode: SyncMode,
    only: &[String],
    id: &str,
    now: i64,
) -> Result<Vec<SyncEntity>, Error> {
    let data = connection.source(options.seed);
    let marks = sync::read_marks(db, &connection.key)?;
    let mut rows = Vec::new();
    for entity in data.entities() {
        if !only.is_empty() && !only.iter().any(|wanted| wanted == entity) {
            continue;
        }
        let since = marks.get(entity).copied();
        let changes = since.map(|since| data.changed_since(entity, time(since), time(now)));
        let (total, inserted, updated) = match (mode, changes) {
            (SyncMode::Incremental, Some(changes)) => {
                (changes.inserted_count + changes.updated_count, changes.inserted_count, changes.updated_count)
            }
            (_, changes) => {
                let whole = data.count(entity, time(now));
                let (inserted, updated) =
                    changes.map_or((whole, 0), |changes| (changes.inserted_count, changes.updated_count));
                (whole, inserted.min(whole), updated.min(whole))
            }
        };
        rows.push(SyncEntity {
            entity: entity.into(),
            since,
            starts_at: 0,
            ends_at: 0,
            total,
            inserted,
            updated,
            status: None,
            done: None,
        });
    }
    let chance = ids::chance(salt(db)?, &["sync", id]);
    let all: u64 = rows.iter().map(|row| row.total).sum();
    let length = match mode {
        _ if all == 0 => 0.0,
        SyncMode::Incremental => 1_000.0 + 1_000.0 * chance,
        SyncMode::Initial | SyncMode::Full => 6_000.0 + 14_000.0 * chance,
    };
    #[expect(clippy::cast_precision_loss, reason = "a length of time")]
    let length = f64::max(length, all as f64 / FASTEST);
    // Small entities take more than their share: each costs at least one call.
    #[expect(clippy::cast_precision_loss, reason = "a weight")]
    let weight = |row: &SyncEntity| if row.total == 0 { 0.0 } else { (row.total as f64).sqrt() + 2.0 };
    let weights: f64 = rows.iter().map(weight).sum();
    let mut passed = 0.0;
    for row in &mut rows {
        let share = if weights > 0.0 { length * weight(row) / weights } else { 0.0 };
        row.starts_at = now + CONTACT + whole(passed);
        passed += share;
        row.ends_at = now + CONTACT + whole(passed);
    }
    Ok(rows)
}
