//! Reads requests as far as figures are concerned, at a cost that a million of them can bear.

use rusqlite::{Connection, Params};

use super::entry::duration;
use crate::exchange::{Timing, is_failure};
use crate::measure::Sample;

/// What a request is grouped by. What was not asked for is empty.
pub(super) struct Row<'a> {
    /// When it was sent, in microseconds since 1970.
    pub(super) at: i64,
    pub(super) profile: &'a str,
    pub(super) connection: Option<&'a str>,
    pub(super) kind: &'a str,
    pub(super) method: &'a str,
    pub(super) template: &'a str,
}

/// Which names of requests are read.
#[derive(Clone, Copy)]
pub(super) struct Names {
    pub(super) profile: bool,
    pub(super) connection: bool,
    pub(super) kind: bool,
    /// Method and template.
    pub(super) endpoint: bool,
}

impl Names {
    /// Every one.
    pub(super) const ALL: Self = Self { profile: true, connection: true, kind: true, endpoint: true };

    /// Returns the columns that figures are made of, with nothing in place of names that are not read: reading a text that
    /// nobody looks at takes as long as counting the request. They are read by their place for the same reason.
    fn columns(self) -> String {
        let name = |is_read, name| if is_read { name } else { "NULL" };
        let [profile, connection] = [name(self.profile, "profile"), name(self.connection, "connection")];
        let [method, template] = [name(self.endpoint, "method"), name(self.endpoint, "template")];
        let kind = name(self.kind, "kind");
        format!(
            "at, {connection}, {kind}, {method}, {template}, status, elapsed, server_time, source_time, error_code, {profile}"
        )
    }
}

/// Hands each request of a ` WHERE …` to `take`, with whether its times cannot be ([`Timing::is_impossible`]).
pub(super) fn each<P: Params>(
    db: &Connection,
    names: Names,
    condition: &str,
    values: P,
    mut take: impl FnMut(&Row<'_>, Sample<'_>, bool),
) -> rusqlite::Result<()> {
    let mut statement = db.prepare(&format!("SELECT {} FROM exchange{condition}", names.columns()))?;
    let mut rows = statement.query(values)?;
    while let Some(row) = rows.next()? {
        let status: Option<u16> = row.get(5)?;
        let elapsed = duration(row.get(6)?);
        let time = |column: usize| row.get::<_, Option<i64>>(column).map(|time| time.map(duration));
        let timing = Timing { elapsed: Some(elapsed), server: time(7)?, source: time(8)? };
        let failed = is_failure(status, row.get_ref(9)?.as_str_or_null()?);
        let number;
        let code = if failed { row.get_ref(9)?.as_str_or_null()? } else { None };
        let code = match (code, status) {
            (None, Some(status)) if failed => {
                number = status.to_string();
                Some(number.as_str())
            }
            (code, _) => code,
        };
        let name = |column: usize| row.get_ref(column)?.as_str_or_null().map_err(rusqlite::Error::from);
        let of = Row {
            at: row.get(0)?,
            profile: name(10)?.unwrap_or_default(),
            connection: name(1)?,
            kind: name(2)?.unwrap_or_default(),
            method: name(3)?.unwrap_or_default(),
            template: name(4)?.unwrap_or_default(),
        };
        let sample =
            Sample { elapsed, server: timing.possible_server(), source: timing.possible_source(), failed, code };
        take(&of, sample, timing.is_impossible());
    }
    Ok(())
}
