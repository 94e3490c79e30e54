//! The simulated clock as a row, so that several processes on one file share it.

use rusqlite::{Connection as Db, OptionalExtension as _};

use crate::sandbox::error::Error;

/// Allowed speeds of the clock.
pub(crate) const SCALE_RANGE: std::ops::RangeInclusive<f64> = 0.01..=100_000.0;

/// How the simulated time is computed from the machine's. All times are milliseconds since 1970.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct ClockState {
    /// The machine's time at which the simulated time was `at`. In the future while the clock is being advanced, so
    /// that it stands still.
    pub(crate) real_at: i64,
    pub(crate) at: i64,
    /// Speed: 2 is twice as fast as the machine's clock.
    pub(crate) scale: f64,
    pub(crate) frozen: bool,
    /// ID of the advance that has locked the clock.
    pub(crate) holder: Option<String>,
    /// Until when the lock holds, by the machine's clock.
    pub(crate) held_until: i64,
}

impl ClockState {
    /// A clock that shows the machine's time.
    pub(crate) fn plain() -> Self {
        Self { real_at: 0, at: 0, scale: 1.0, frozen: false, holder: None, held_until: 0 }
    }

    /// Returns the simulated time for a time of the machine.
    pub(crate) fn now(&self, real: i64) -> i64 {
        if self.frozen {
            return self.at;
        }
        // A machine clock that is set back does not set this one back, unless the two are the same.
        let passed = if self.real_at == 0 { real } else { (real - self.real_at).max(0) };
        #[expect(clippy::float_cmp, reason = "exactly one is what most clocks are, and needs no rounding")]
        if self.scale == 1.0 {
            return self.at.saturating_add(passed);
        }
        #[expect(clippy::cast_possible_truncation, clippy::cast_precision_loss, reason = "saturates, after ages")]
        let scaled = (passed as f64 * self.scale) as i64;
        self.at.saturating_add(scaled)
    }

    /// Continues from the current time at another speed.
    pub(crate) fn set_speed(&mut self, scale: f64, real: i64) {
        if self.is_held(real) {
            // The advance that holds the lock sets the time.
            self.scale = scale;
            return;
        }
        (self.at, self.real_at, self.scale) = (self.now(real), real, scale);
    }

    /// Returns whether an advance has locked the clock at that time of the machine.
    pub(crate) fn is_held(&self, real: i64) -> bool {
        self.holder.is_some() && self.held_until > real
    }

    /// Returns whether the clock is frozen or locked at that time of the machine.
    pub(crate) fn is_stopped(&self, real: i64) -> bool {
        self.frozen || self.is_held(real)
    }
}

/// Reads the clock; without a row it shows the machine's time.
pub(crate) fn read(db: &Db) -> Result<ClockState, Error> {
    let found = db
        .prepare_cached("SELECT real_at, at, scale, frozen, holder, held_until FROM clock")?
        .query_row([], |row| {
            Ok(ClockState {
                real_at: row.get("real_at")?,
                at: row.get("at")?,
                scale: row.get("scale")?,
                frozen: row.get("frozen")?,
                holder: row.get("holder")?,
                held_until: row.get("held_until")?,
            })
        })
        .optional()?;
    Ok(found.unwrap_or_else(ClockState::plain))
}

/// Sets the clock.
pub(crate) fn write(db: &Db, reading: &ClockState) -> Result<(), Error> {
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
    use super::ClockState;

    #[test]
    fn the_time_follows_from_the_machines() {
        let plain = ClockState::plain();
        assert_eq!((plain.now(1_000), plain.now(-5)), (1_000, -5));
        let fast = ClockState { real_at: 1_000, at: 50_000, scale: 60.0, ..ClockState::plain() };
        assert_eq!((fast.now(1_000), fast.now(1_500)), (50_000, 80_000));
        assert_eq!(fast.now(900), 50_000, "a machine whose clock is set back does not take it along");
        let frozen = ClockState { frozen: true, ..fast.clone() };
        assert_eq!(frozen.now(99_000), 50_000);
        let held = ClockState { real_at: 16_000, held_until: 16_000, holder: Some("w".into()), ..fast };
        assert_eq!((held.now(2_000), held.is_stopped(2_000)), (50_000, true));
        assert_eq!((held.now(16_500), held.is_stopped(16_500)), (80_000, false), "it goes on when its holder is gone");
    }
}
