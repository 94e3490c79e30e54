//! Reads requests as far as figures are concerned, at a cost that a million of them can bear.

use rusqlite::{Connection, Params};

use super::entry::duration;
use crate::exchange::{Timing, is_failure};
use crate::measure::Sample;

/// What a request is grouped by.
pub(super) struct Row<'a> {
    /// When it was sent, in microseconds since 1970.
    pub(super) at: i64,
    pub(super) profile: &'a str,
    pub(super) connection: Option<&'a str>,
    pub(super) kind: &'a str,
    pub(super) method: &'a str,
    pub(super) template: &'a str,
}

/// The columns that figures are made of. They are read by their place: finding each by its name in each row takes time.
const COLUMNS: &str =
    "at, connection, kind, method, template, status, elapsed, server_time, source_time, error_code, profile";

/// Hands each request of a ` WHERE …` to `take`, with whether its times cannot be ([`Timing::is_impossible`]).
pub(super) fn each<P: Params>(
    db: &Connection,
    condition: &str,
    values: P,
    mut take: impl FnMut(&Row<'_>, Sample<'_>, bool),
) -> rusqlite::Result<()> {
    let mut statement = db.prepare(&format!("SELECT {COLUMNS} FROM exchange{condition}"))?;
    let mut rows = statement.query(values)?;
    while let Some(row) = rows.next()? {
        let status: Option<u16> = row.get(5)?;
        let elapsed = duration(row.get(6)?);
        let time = |column: usize| row.get::<_, Option<i64>>(column).map(|time| time.map(duration));
        let timing = Timing { elapsed: Some(elapsed), server: time(7)?, source: time(8)? };
        let failed = is_failure(status, row.get_ref(9)?.as_str_or_null()?);
        let number;
        let code = match (failed, row.get_ref(9)?.as_str_or_null()?, status) {
            (true, None, Some(status)) => {
                number = status.to_string();
                Some(number.as_str())
            }
            (_, code, _) => code,
        };
        let of = Row {
            at: row.get(0)?,
            profile: row.get_ref(10)?.as_str()?,
            connection: row.get_ref(1)?.as_str_or_null()?,
            kind: row.get_ref(2)?.as_str()?,
            method: row.get_ref(3)?.as_str()?,
            template: row.get_ref(4)?.as_str()?,
        };
        let sample = Sample {
            elapsed,
            server: timing.server.filter(|server| *server <= elapsed),
            // Nothing at all means that the system was not asked, as the platform's own metrics have it.
            source: timing.possible_source().filter(|time| !time.is_zero()),
            failed,
            code,
        };
        take(&of, sample, timing.is_impossible());
    }
    Ok(())
}
