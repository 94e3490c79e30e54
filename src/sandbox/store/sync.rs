//! Syncs in the database: their plan and progress.

use std::collections::BTreeMap;

use rusqlite::{Connection as Db, OptionalExtension as _, Row as SqlRow};
use serde::{Deserialize, Serialize};

use crate::api::sync::{EntityProgress, Sync, SyncError, SyncState};
use crate::sandbox::error::Error;
use crate::sandbox::time::iso;

/// Syncs kept for each connection.
const MAX_SYNCS: i64 = 200;

/// A stored sync.
#[derive(Clone, Debug)]
pub(crate) struct SyncRow {
    pub(crate) seq: i64,
    pub(crate) id: String,
    pub(crate) connection: String,
    pub(crate) mode: String,
    pub(crate) trigger: String,
    pub(crate) status: String,
    pub(crate) created_at: i64,
    pub(crate) started_at: i64,
    pub(crate) finished_at: Option<i64>,
    pub(crate) error: Option<String>,
    /// Consecutive failures of the current call.
    pub(crate) tries: u32,
}

/// One entity of a sync. Until it has a status, its progress is computed from the time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "EntityColumns", into = "EntityColumns")]
pub(crate) struct SyncEntity {
    pub(crate) entity: String,
    /// Up to when the entity was read before, if it was.
    pub(crate) since: Option<i64>,
    pub(crate) starts_at: i64,
    pub(crate) ends_at: i64,
    pub(crate) total: u64,
    pub(crate) inserted: u64,
    pub(crate) updated: u64,
    pub(crate) status: Option<SyncState>,
    /// Records read in the end; without a status, those read before a delay.
    pub(crate) done: Option<u64>,
}

/// The stored form of an entity.
type EntityColumns = (String, Option<i64>, i64, i64, u64, u64, u64, Option<String>, Option<u64>);

impl From<EntityColumns> for SyncEntity {
    fn from((entity, since, starts_at, ends_at, total, inserted, updated, status, done): EntityColumns) -> Self {
        let status = status.as_deref().map(SyncState::parse);
        Self { entity, since, starts_at, ends_at, total, inserted, updated, status, done }
    }
}

impl From<SyncEntity> for EntityColumns {
    fn from(row: SyncEntity) -> Self {
        let SyncEntity { entity, since, starts_at, ends_at, total, inserted, updated, status, done } = row;
        (entity, since, starts_at, ends_at, total, inserted, updated, status.map(|it| it.as_str().to_owned()), done)
    }
}

impl SyncEntity {
    /// Sets the final status.
    pub(crate) fn finish(&mut self, state: SyncState, done: u64) {
        (self.status, self.done) = (Some(state), Some(done));
    }

    /// Delays the entity by `wait` milliseconds.
    pub(crate) fn delay(&mut self, wait: i64) {
        self.starts_at += wait;
        self.ends_at += wait;
    }

    /// Returns the number of records read at that time according to the plan.
    pub(crate) fn done_at(&self, now: i64) -> u64 {
        self.planned_at(now).max(self.done.unwrap_or_default())
    }

    fn planned_at(&self, now: i64) -> u64 {
        let length = u128::try_from(self.ends_at - self.starts_at).unwrap_or_default();
        let passed = u128::try_from(now - self.starts_at).unwrap_or_default();
        if length == 0 || passed >= length {
            return if now >= self.ends_at { self.total } else { 0 };
        }
        u64::try_from(u128::from(self.total) * passed / length).unwrap_or(self.total)
    }

    fn to_api(&self, now: i64) -> EntityProgress {
        let state = match self.status {
            Some(state) => state,
            None if now < self.starts_at && self.done.is_none() => SyncState::Queued,
            None => SyncState::Running,
        };
        let (done, over) = match state {
            SyncState::Queued => (0, false),
            SyncState::Running => (self.done_at(now), false),
            _ => (self.done.unwrap_or_default(), true),
        };
        let counted = |count: u64| over.then(|| count.min(done));
        EntityProgress {
            entity: self.entity.clone(),
            status: Some(state.as_str().into()),
            done: Some(done),
            total: Some(self.total),
            inserted: counted(self.inserted),
            updated: counted(self.updated),
        }
    }
}

const SELECT: &str =
    "SELECT seq, id, connection, mode, \"trigger\", status, created_at, started_at, finished_at, error,
    tries FROM syncs";

impl SyncRow {
    fn read(row: &SqlRow<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            seq: row.get("seq")?,
            id: row.get("id")?,
            connection: row.get("connection")?,
            mode: row.get("mode")?,
            trigger: row.get("trigger")?,
            status: row.get("status")?,
            created_at: row.get("created_at")?,
            started_at: row.get("started_at")?,
            finished_at: row.get("finished_at")?,
            error: row.get("error")?,
            tries: row.get("tries")?,
        })
    }

    /// Returns the state.
    pub(crate) fn state(&self) -> SyncState {
        SyncState::parse(&self.status)
    }

    /// Returns the sync as the API shows it at that time.
    pub(crate) fn to_api(&self, db: &Db, now: i64) -> Result<Sync, Error> {
        Ok(Sync {
            id: Some(self.id.clone()),
            connection_id: Some(self.connection.clone()),
            mode: Some(self.mode.clone()),
            trigger: Some(self.trigger.clone()),
            status: Some(self.status.clone()),
            created_at: Some(iso(self.created_at)),
            started_at: Some(iso(self.started_at)),
            finished_at: self.finished_at.map(iso),
            entities: entities(db, self.seq)?.iter().map(|entity| entity.to_api(now)).collect(),
            error: self.error(),
            ..Sync::default()
        })
    }

    /// Returns the error of a failed sync.
    pub(crate) fn error(&self) -> Option<SyncError> {
        self.error.as_deref().and_then(|text| serde_json::from_str(text).ok())
    }
}

/// Stores a new running sync with its plan, and deletes the oldest.
pub(crate) fn insert(db: &Db, row: &SyncRow, plan: &[SyncEntity]) -> Result<(), Error> {
    db.prepare_cached(
        "INSERT INTO syncs (id, connection, mode, \"trigger\", status, created_at, started_at, plan)
         VALUES (?1, ?2, ?3, ?4, 'running', ?5, ?6, ?7)",
    )?
    .execute((&row.id, &row.connection, &row.mode, &row.trigger, row.created_at, row.started_at, text(plan)))?;
    db.prepare_cached(
        "DELETE FROM syncs WHERE connection = ?1 AND seq <= (SELECT seq FROM syncs WHERE connection = ?1
         ORDER BY seq DESC LIMIT 1 OFFSET ?2)",
    )?
    .execute((&row.connection, MAX_SYNCS))?;
    Ok(())
}

fn text(plan: &[SyncEntity]) -> String {
    serde_json::to_string(plan).expect("names and numbers are always JSON")
}

/// Returns the entities of a sync, in order.
pub(crate) fn entities(db: &Db, seq: i64) -> Result<Vec<SyncEntity>, Error> {
    let (plan, through): (String, usize) = db
        .prepare_cached("SELECT plan, through FROM syncs WHERE seq = ?1")?
        .query_row([seq], |row| Ok((row.get("plan")?, row.get("through")?)))?;
    let mut plan: Vec<SyncEntity> = serde_json::from_str(&plan).unwrap_or_default();
    for entity in plan.iter_mut().take(through) {
        entity.finish(SyncState::Completed, entity.total);
    }
    Ok(plan)
}

/// Records that the first `through` entities were read: the only update of a sync without failures.
pub(crate) fn advance(db: &Db, seq: i64, through: usize) -> Result<(), Error> {
    db.prepare_cached("UPDATE syncs SET through = ?2, tries = 0 WHERE seq = ?1")?.execute((seq, through))?;
    Ok(())
}

/// Stores the plan with its progress.
pub(crate) fn save_plan(db: &Db, seq: i64, plan: &[SyncEntity], tries: u32) -> Result<(), Error> {
    db.prepare_cached("UPDATE syncs SET plan = ?2, tries = ?3 WHERE seq = ?1")?.execute((seq, text(plan), tries))?;
    Ok(())
}

/// Sets the final state of a sync.
pub(crate) fn finish(db: &Db, seq: i64, state: SyncState, error: Option<&str>, at: i64) -> Result<(), Error> {
    db.prepare_cached("UPDATE syncs SET status = ?2, error = ?3, finished_at = ?4 WHERE seq = ?1")?.execute((
        seq,
        state.as_str(),
        error,
        at,
    ))?;
    Ok(())
}

/// Returns a sync by its ID.
pub(crate) fn find(db: &Db, id: &str) -> Result<SyncRow, Error> {
    db.prepare_cached(&format!("{SELECT} WHERE id = ?1"))?
        .query_row([id], SyncRow::read)
        .optional()?
        .ok_or_else(|| Error::not_found("sync"))
}

/// Returns the newest sync of a connection.
pub(crate) fn newest(db: &Db, connection: &str) -> Result<Option<SyncRow>, Error> {
    Ok(db
        .prepare_cached(&format!("{SELECT} WHERE connection = ?1 ORDER BY seq DESC LIMIT 1"))?
        .query_row([connection], SyncRow::read)
        .optional()?)
}

/// Returns the running sync of a connection.
pub(crate) fn running(db: &Db, connection: &str) -> Result<Option<SyncRow>, Error> {
    Ok(db
        .prepare_cached(&format!("{SELECT} WHERE connection = ?1 AND status = 'running'"))?
        .query_row([connection], SyncRow::read)
        .optional()?)
}

/// Returns a page of syncs of a connection, newest first, and their total number.
pub(crate) fn list(db: &Db, connection: &str, offset: u64, limit: u64) -> Result<(Vec<SyncRow>, u64), Error> {
    let total = db
        .prepare_cached("SELECT count(*) FROM syncs WHERE connection = ?1")?
        .query_row([connection], |row| row.get(0))?;
    let mut found =
        db.prepare_cached(&format!("{SELECT} WHERE connection = ?1 ORDER BY seq DESC LIMIT ?2 OFFSET ?3"))?;
    let rows = found.query_map((connection, limit, offset), SyncRow::read)?.collect::<Result<_, _>>()?;
    Ok((rows, total))
}

/// By entity, the start of the newest sync that read it completely: the next sync reads changes from there.
pub(crate) type ReadMarks = BTreeMap<String, i64>;

/// Returns up to when each entity of a connection was read.
pub(crate) fn read_marks(db: &Db, connection: &str) -> Result<ReadMarks, Error> {
    let found: Option<String> = db
        .prepare_cached("SELECT marks FROM read_marks WHERE connection = ?1")?
        .query_row([connection], |row| row.get(0))
        .optional()?;
    Ok(found.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default())
}

/// Stores up to when each entity of a connection was read.
pub(crate) fn save_read_marks(db: &Db, connection: &str, marks: &ReadMarks) -> Result<(), Error> {
    let text = serde_json::to_string(marks).expect("names and numbers are always JSON");
    db.prepare_cached("INSERT OR REPLACE INTO read_marks VALUES (?1, ?2)")?.execute((connection, text))?;
    Ok(())
}
