//! Lanes: whose turn it is to forward the events of a connection.
//!
//! Of an inbox in a file there is one receiver, and every lane is its own. On a server a lane is claimed for a time with a
//! number of its own, its epoch: what whoever had it before still marks changes nothing.

use super::super::Error;
use super::super::database::Database;
use super::super::store::Lane;

/// Lanes claimed at once, at most: the others have a turn as well.
#[cfg(feature = "postgres")]
const SHARE: i64 = 64;

/// Names of the connections with pending events, found without reading all that is pending. `from` is a condition on their
/// numbers.
fn pending(from: &str) -> String {
    format!(
        "WITH RECURSIVE next (name) AS (
            SELECT min(connection) FROM arrivals WHERE state = 1{from}
            UNION ALL
            SELECT (SELECT min(connection) FROM arrivals WHERE state = 1{from} AND connection > next.name)
            FROM next WHERE next.name IS NOT NULL
        )"
    )
}

/// Claims lanes that have something pending and belong to nobody, or to this receiver without it being at work on them.
#[cfg_attr(not(feature = "postgres"), expect(unused_variables, reason = "a file has one receiver"))]
pub(super) fn claim(
    db: &Database,
    receiver: i64,
    busy: &[String],
    most: usize,
    from: &str,
) -> Result<Vec<Lane>, Error> {
    let pending = pending(from);
    match db {
        Database::Sqlite(_) => {
            let sql = format!("{pending} SELECT name FROM next WHERE name IS NOT NULL");
            let names = db.all(&sql, &[], |row| row.text("name"))?;
            let free = names.into_iter().filter(|name| !busy.contains(name)).take(most);
            Ok(free.map(|connection| Lane { connection, epoch: 0 }).collect())
        }
        #[cfg(feature = "postgres")]
        Database::Postgres(session) => {
            use super::super::postgres::{self, text};
            use super::super::store::LEASE;
            use tokio_postgres::types::Type;
            let sql = format!(
                "{pending}, free AS (
                    SELECT name FROM next LEFT JOIN lanes l ON l.connection = name
                    WHERE name IS NOT NULL AND NOT name = ANY ($3)
                        AND (l.owner IS NULL OR l.until < now() OR l.owner = $1) LIMIT $2
                )
                INSERT INTO lanes AS l (connection, owner, epoch, until)
                SELECT name, $1, 1, now() + interval '{LEASE}' FROM free ORDER BY name
                ON CONFLICT (connection) DO UPDATE SET owner = excluded.owner, epoch = l.epoch + 1, until = excluded.until
                WHERE l.owner IS NULL OR l.until < now() OR l.owner = excluded.owner
                RETURNING connection, epoch"
            );
            let busy: Vec<_> = busy.iter().map(|name| text::write(name).into_owned()).collect();
            let most = i64::try_from(most).unwrap_or(SHARE).min(SHARE);
            let values: Vec<postgres::Bound> = vec![
                (Box::new(receiver), Type::INT8),
                (Box::new(most), Type::INT8),
                (Box::new(busy), Type::TEXT_ARRAY),
            ];
            let mut lanes = Vec::new();
            session.each(sql, values, |row| {
                lanes.push(Lane { connection: text::read(row.try_get("connection")?), epoch: row.try_get("epoch")? });
                Ok(true)
            })?;
            Ok(lanes)
        }
    }
}

/// Gives a lane back, so that whoever has work for it may claim it.
#[cfg_attr(not(feature = "postgres"), expect(unused_variables, reason = "a file has one receiver"))]
pub(super) fn release(db: &Database, receiver: i64, lane: &Lane) -> Result<(), Error> {
    match db {
        Database::Sqlite(_) => Ok(()),
        #[cfg(feature = "postgres")]
        Database::Postgres(_) => {
            let sql = "UPDATE lanes SET owner = NULL WHERE connection = ?1 AND owner = ?2 AND epoch = ?3";
            db.execute(sql, &[lane.connection.as_str().into(), receiver.into(), lane.epoch.into()]).map(drop)
        }
    }
}
