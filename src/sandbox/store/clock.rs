//! The clock that can be moved, as a row: several processes on one file tell the same time.

use rusqlite::{Connection as Db, OptionalExtension as _};

use crate::sandbox::error::Error;

/// The paces it may go at.
pub(crate) const SCALES: std::ops::RangeInclusive<f64> = 0.01..=100_000.0;

/// How the simulated time follows from the machine's. All times are milliseconds since 1970.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Reading {
    /// The machine's time at which it showed `at`. In the future while somebody moves it, so that it stands still.
    pub(crate) real_at: i64,
    pub(crate) at: i64,
    /// How many times as fast it goes.
    pub(crate) scale: f64,
    pub(crate) frozen: bool,
    /// Who moves it.
    pub(crate) holder: Option<String>,
    /// Until when, by the machine's clock, nobody else may.
    pub(crate) held_until: i64,
}

impl Reading {
    /// The machine's own time.
    pub(crate) fn plain() -> Self {
        Self { real_at: 0, at: 0, scale: 1.0, frozen: false, holder: None, held_until: 0 }
    }

    /// Returns the simulated time at a time of the machine.
    pub(crate) fn now(&self, real: i64) -> i64 {
        if self.frozen {
            return self.at;
        }
        // A machine whose clock is set back does not take this one along, unless the two are the same.
        let passed = if self.real_at == 0 { real } else { (real - self.real_at).max(0) };
        #[expect(clippy::float_cmp, reason = "exactly one is what most clocks are, and needs no rounding")]
        if self.scale == 1.0 {
            return self.at.saturating_add(passed);
        }
        #[expect(clippy::cast_possible_truncation, clippy::cast_precision_loss, reason = "saturates, after ages")]
        let scaled = (passed as f64 * self.scale) as i64;
        self.at.saturating_add(scaled)
    }

    /// Has it show what it shows now and go on from there, this many times as fast.
    pub(crate) fn pace(&mut self, scale: f64, real: i64) {
        if self.is_held(real) {
            // Whoever moves it goes on from where it is.
            self.scale = scale;
            return;
        }
        (self.at, self.real_at, self.scale) = (self.now(real), real, scale);
    }

    /// Returns whether somebody moves it at that time of the machine.
    pub(crate) fn is_held(&self, real: i64) -> bool {
        self.holder.is_some() && self.held_until > real
    }

    /// Returns whether it stands still at that time of the machine.
    pub(crate) fn stands(&self, real: i64) -> bool {
        self.frozen || self.is_held(real)
    }
}

/// Reads the clock. Without a row it is the machine's.
pub(crate) fn read(db: &Db) -> Result<Reading, Error> {
    let found = db
        .prepare_cached("SELECT real_at, at, scale, frozen, holder, held_until FROM clock")?
        .query_row([], |row| {
            Ok(Reading {
                real_at: row.get(0)?,
                at: row.get(1)?,
                scale: row.get(2)?,
                frozen: row.get(3)?,
                holder: row.get(4)?,
                held_until: row.get(5)?,
            })
        })
        .optional()?;
    Ok(found.unwrap_or_else(Reading::plain))
}

/// Sets the clock.
pub(crate) fn write(db: &Db, reading: &Reading) -> Result<(), Error> {
    db.prepare_cached("INSERT OR REPLACE INTO clock VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6)")?.execute((
        reading.real_at,
        reading.at,
        reading.scale,
        reading.frozen,
        &reading.holder,
        reading.held_until,
    ))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::Reading;

    #[test]
    fn the_time_follows_from_the_machines() {
        let plain = Reading::plain();
        assert_eq!((plain.now(1_000), plain.now(-5)), (1_000, -5));
        let fast = Reading { real_at: 1_000, at: 50_000, scale: 60.0, ..Reading::plain() };
        assert_eq!((fast.now(1_000), fast.now(1_500)), (50_000, 80_000));
        assert_eq!(fast.now(900), 50_000, "a machine whose clock is set back does not take it along");
        let frozen = Reading { frozen: true, ..fast.clone() };
        assert_eq!(frozen.now(99_000), 50_000);
        let held = Reading { real_at: 16_000, held_until: 16_000, holder: Some("w".into()), ..fast };
        assert_eq!((held.now(2_000), held.stands(2_000)), (50_000, true));
        assert_eq!((held.now(16_500), held.stands(16_500)), (80_000, false), "it goes on when its holder is gone");
    }
}
