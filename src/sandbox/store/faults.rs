//! Faults in the database.

use rusqlite::{Connection as Db, Row as SqlRow};

use crate::api::faults::{Fault, FaultKind, NewFault};
use crate::sandbox::error::Error;
use crate::sandbox::time::iso;

/// An active fault.
#[derive(Clone, Debug)]
pub(crate) struct ActiveFault {
    pub(crate) id: u64,
    pub(crate) kind: FaultKind,
    pub(crate) spec: NewFault,
    pub(crate) remaining: Option<u64>,
    pub(crate) seen: u64,
}

const SELECT: &str = "SELECT seq, spec, remaining, seen, struck, created_at FROM faults";

fn read(row: &SqlRow<'_>) -> rusqlite::Result<Fault> {
    let spec: String = row.get("spec")?;
    Ok(Fault {
        id: row.get("seq")?,
        spec: serde_json::from_str(&spec).unwrap_or_default(),
        remaining: row.get("remaining")?,
        seen: row.get("seen")?,
        struck: row.get("struck")?,
        created_at: iso(row.get("created_at")?),
    })
}

/// Stores a validated fault and returns it.
pub(crate) fn insert(db: &Db, spec: &NewFault, now: i64) -> Result<Fault, Error> {
    let text = serde_json::to_string(spec).expect("a fault is always JSON");
    db.execute(
        "INSERT INTO faults (kind, connection, scope, spec, remaining, created_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        (&spec.kind, &spec.connection_id, &spec.scope, text, spec.count, now),
    )?;
    let id = u64::try_from(db.last_insert_rowid()).unwrap_or_default();
    Ok(Fault { id, spec: spec.clone(), remaining: spec.count, seen: 0, struck: 0, created_at: iso(now) })
}

/// Lists the faults, oldest first, also used-up ones.
pub(crate) fn list(db: &Db) -> Result<Vec<Fault>, Error> {
    let mut found = db.prepare_cached(&format!("{SELECT} ORDER BY seq"))?;
    Ok(found.query_map([], read)?.collect::<Result<_, _>>()?)
}

/// Lists the faults of a scope that are not used up, and apply to this connection or to all.
pub(crate) fn active(db: &Db, scope: &str, connection: Option<&str>) -> Result<Vec<ActiveFault>, Error> {
    let mut found = db.prepare_cached(&format!(
        "{SELECT} WHERE scope = ?1 AND (connection IS NULL OR connection = ?2) AND remaining IS NOT 0 ORDER BY seq"
    ))?;
    let rows: Vec<Fault> = found.query_map((scope, connection), read)?.collect::<Result<_, _>>()?;
    let row = |fault: Fault| {
        let kind = FaultKind::by_name(&fault.spec.kind)?;
        Some(ActiveFault { id: fault.id, kind, spec: fault.spec, remaining: fault.remaining, seen: fault.seen })
    };
    Ok(rows.into_iter().filter_map(row).collect())
}

/// Returns whether a scope has faults that are not used up.
pub(crate) fn any_active(db: &Db, scope: &str) -> Result<bool, Error> {
    Ok(db.prepare_cached("SELECT 1 FROM faults WHERE scope = ?1 AND remaining IS NOT 0")?.exists([scope])?)
}

/// Counts a draw of a fault, and whether it triggered.
pub(crate) fn count_draw(db: &Db, id: u64, struck: bool) -> Result<(), Error> {
    db.prepare_cached(
        "UPDATE faults SET seen = seen + 1, struck = struck + ?2, remaining = remaining - ?2 WHERE seq = ?1",
    )?
    .execute((id, u64::from(struck)))?;
    Ok(())
}

/// Deletes a fault.
pub(crate) fn remove(db: &Db, id: u64) -> Result<(), Error> {
    db.prepare_cached("DELETE FROM faults WHERE seq = ?1")?.execute([id])?;
    Ok(())
}

/// Deletes the faults of one kind of a connection.
pub(crate) fn remove_kind(db: &Db, connection: &str, kind: FaultKind) -> Result<(), Error> {
    db.execute("DELETE FROM faults WHERE connection = ?1 AND kind = ?2", (connection, kind.name()))?;
    Ok(())
}
