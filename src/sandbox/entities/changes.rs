//! When rows are created, changed and deleted: computed from the row number, so that nothing is stored and any page is
//! cheap.
//!
//! Rows numbered below the base existed when the system was connected, spread evenly over its history. After that a row
//! is added at an interval, and changes twice (12 hours and 3 days later). Rows of the base change one after the other
//! in a shuffled order, at another interval.

use super::Source;
use super::hash::mix;
use super::spec::Spec;

const HOUR: i64 = 3_600;
const DAY: i64 = 24 * HOUR;
/// Ages at which a later row changes, in seconds.
const CHANGE_AGES: [i64; 2] = [12 * HOUR, 3 * DAY];
/// Days before connecting within which every row of the base was last changed.
const WINDOW: i64 = 90;
/// One of this many rows of the base is deleted.
const DELETED: u64 = 41;

/// History of a row up to a time; times in seconds since 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct RowHistory {
    pub(super) created: i64,
    pub(super) updated: i64,
    /// Time of the last change before connecting.
    pub(super) settled: i64,
    /// Number of changes since.
    pub(super) version: u64,
    pub(super) deleted: bool,
}

/// The order in which rows of the base change: row `(tick * stride + offset) % base`.
struct ChangeSchedule {
    base: u64,
    stride: u64,
    offset: u64,
    every: i64,
    connected: i64,
}

impl ChangeSchedule {
    fn of(source: &Source, spec: &Spec) -> Option<Self> {
        let base = source.base(spec.path);
        let every = source.pace(spec, spec.changes?);
        if base == 0 {
            return None;
        }
        let mut stride = (mix(source.seed, u64::from(spec.prefix) + 900) % base).max(1);
        while gcd(stride, base) != 1 {
            stride += 1;
        }
        Some(Self { base, stride, offset: mix(source.seed, 77) % base, every, connected: source.connected })
    }

    /// Returns the number of ticks up to `now`. The first is one interval after connecting.
    fn ticks(&self, now: i64) -> u64 {
        unsigned((now - self.connected).div_euclid(self.every).max(0))
    }

    fn row(&self, tick: u64) -> u64 {
        let product = u128::from(tick) * u128::from(self.stride) + u128::from(self.offset);
        u64::try_from(product % u128::from(self.base)).expect("smaller than the base")
    }

    /// Returns the first tick that changes a row: the inverse of [`ChangeSchedule::row`].
    fn first(&self, row: u64) -> u64 {
        let back = (row + self.base - self.offset) % self.base;
        let product = u128::from(back) * u128::from(inverse(self.stride, self.base));
        u64::try_from(product % u128::from(self.base)).expect("smaller than the base")
    }

    fn time(&self, tick: u64) -> i64 {
        self.connected + signed(tick + 1) * self.every
    }
}

/// Returns the history of a row up to `now`.
pub(super) fn history(source: &Source, spec: &Spec, row: u64, now: i64) -> RowHistory {
    let base = source.base(spec.path);
    let chance = mix(source.seed ^ u64::from(spec.prefix), row);
    let Some(after) = row.checked_sub(base) else {
        let step = spec.history * DAY / signed(base.max(1));
        let jitter = signed(chance % unsigned(step.max(1)));
        let created = source.connected - spec.history * DAY + signed(row) * step + jitter;
        let window = (source.connected - WINDOW * DAY).max(created);
        let settled = window + signed(mix(chance, 1) % unsigned((source.connected - window).max(1)));
        // One in many, and row 7 for tests; never one of the few that many rows refer to.
        let deleted = base > 30 && (row == 7 || (row > 7 && chance % DELETED == 7));
        let life = RowHistory { created, updated: settled, settled, version: 0, deleted };
        let Some(turns) = ChangeSchedule::of(source, spec).filter(|_| !life.deleted) else { return life };
        let (ticks, first) = (turns.ticks(now), turns.first(row));
        if first >= ticks {
            return life;
        }
        let times = (ticks - 1 - first) / turns.base;
        return RowHistory { updated: turns.time(first + times * turns.base), version: times + 1, ..life };
    };
    let every = spec.every.map_or(DAY, |seconds| source.pace(spec, seconds));
    let created = source.connected + signed(after + 1) * every;
    let passed = CHANGE_AGES.into_iter().take_while(|age| created + age <= now);
    let updated = passed.clone().last().map_or(created, |age| created + age);
    let version = u64::try_from(passed.count()).expect("two at most");
    RowHistory { created, updated, settled: updated, version, deleted: false }
}

/// Returns the number of rows at `now`.
pub(super) fn count(source: &Source, spec: &Spec, now: i64) -> u64 {
    source.base(spec.path) + arrived(source, spec, now)
}

fn arrived(source: &Source, spec: &Spec, now: i64) -> u64 {
    let every = spec.every.map(|seconds| source.pace(spec, seconds));
    every.map_or(0, |every| unsigned((now - source.connected).div_euclid(every).max(0)))
}

/// Returns the numbers of rows inserted, and of other rows updated, after `since` and up to `now`; unordered, each
/// once.
pub(super) fn changed(source: &Source, spec: &Spec, since: i64, now: i64) -> (Vec<u64>, Vec<u64>) {
    let base = source.base(spec.path);
    if since < source.connected {
        let count = count(source, spec, now);
        let born_after = |row: &u64| history(source, spec, *row, now).created > since;
        let (inserted, rest): (Vec<u64>, Vec<u64>) = (0..count).partition(born_after);
        let updated = rest.into_iter().filter(|row| history(source, spec, *row, now).updated > since).collect();
        return (inserted, updated);
    }
    let inserted: Vec<u64> = (base + arrived(source, spec, since)..base + arrived(source, spec, now)).collect();
    let mut updated = Vec::new();
    if spec.every.is_some() {
        for age in CHANGE_AGES {
            updated.extend(base + arrived(source, spec, since - age)..base + arrived(source, spec, now - age));
        }
        updated.retain(|row| *row < base + arrived(source, spec, since));
        updated.sort_unstable();
        updated.dedup();
    }
    if let Some(turns) = ChangeSchedule::of(source, spec) {
        let (from, to) = (turns.ticks(since), turns.ticks(now));
        // After a whole round every row has changed.
        let touched = (from.max(to.saturating_sub(turns.base))..to).map(|tick| turns.row(tick));
        updated.extend(touched.filter(|row| !history(source, spec, *row, now).deleted));
    }
    (inserted, updated)
}

fn gcd(a: u64, b: u64) -> u64 {
    if b == 0 { a } else { gcd(b, a % b) }
}

/// Returns the modular inverse of `value`; both must be coprime (extended Euclid).
fn inverse(value: u64, modulus: u64) -> u64 {
    let (mut old, mut new) = ((i128::from(value), 1_i128), (i128::from(modulus), 0_i128));
    while new.0 != 0 {
        let times = old.0 / new.0;
        (old, new) = (new, (old.0 - times * new.0, old.1 - times * new.1));
    }
    u64::try_from(old.1.rem_euclid(i128::from(modulus))).expect("a remainder of a u64")
}

fn signed(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

fn unsigned(number: i64) -> u64 {
    u64::try_from(number).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::super::spec;
    use super::*;

    fn source() -> Source {
        Source::new(1, "c1", "netsuite", "2026-03-01T00:00:00Z".parse().expect("constant"))
    }

    #[test]
    fn what_changed_is_what_the_rows_say() {
        let source = source();
        for path in ["work-orders", "purchase-orders", "assets", "stocks", "meter-readings", "sites"] {
            let spec = spec::find(path).expect("known");
            for (since, now) in [(0, 5), (3, 400), (-100, 30), (200, 201), (0, 4_000)] {
                let (since, now) = (source.connected + since * HOUR, source.connected + now * HOUR);
                let (inserted, updated) = changed(&source, spec, since, now);
                let rows = 0..count(&source, spec, now);
                let lives: Vec<(u64, RowHistory)> = rows.map(|row| (row, history(&source, spec, row, now))).collect();
                let new: HashSet<u64> = lives.iter().filter(|(_, l)| l.created > since).map(|(row, _)| *row).collect();
                let changed = lives.iter().filter(|(row, l)| l.updated > since && !new.contains(row));
                assert_eq!(inserted.iter().copied().collect::<HashSet<_>>(), new, "{path}");
                let known: HashSet<u64> = updated.iter().copied().collect();
                assert_eq!(known.len(), updated.len(), "{path}: a row is there twice");
                assert_eq!(known, changed.map(|(row, _)| *row).collect(), "{path}");
            }
        }
    }

    #[test]
    fn a_life_has_its_order() {
        let source = source();
        let spec = spec::find("work-orders").expect("known");
        let now = source.connected + 40 * DAY;
        for row in 0..count(&source, spec, now) {
            let life = history(&source, spec, row, now);
            assert!(
                life.created <= life.settled && life.settled <= life.updated && life.updated <= now,
                "{row}: {life:?}"
            );
            assert!(life.updated >= source.connected - WINDOW * DAY);
        }
    }
}
