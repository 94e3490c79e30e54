//! A digest over the rows of a table, whatever the order in which an engine returns them.

use std::collections::HashMap;

use sha2::{Digest as _, Sha256};

use super::tables::Table;
use crate::hex;
use crate::inbox::database::{Database, Value};
use crate::inbox::error::Error;

/// Rows whose digests are also added up apart, by which a row that differs is found.
const RANGE: i64 = 4096;

/// The rows of a table, added up: the sum of the SHA-256 digests of all of them, in four parts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Sum {
    pub(super) rows: u64,
    parts: [u64; 4],
}

impl Sum {
    fn add(&mut self, row: &[u64; 4]) {
        self.rows += 1;
        for (part, more) in self.parts.iter_mut().zip(row) {
            *part = part.wrapping_add(*more);
        }
    }

    /// Returns it as text.
    pub(super) fn hex(&self) -> String {
        hex::encode(&self.parts.map(u64::to_be_bytes).concat())
    }
}

/// The rows of a table on one side.
#[derive(Default)]
pub(super) struct Sums {
    pub(super) all: Sum,
    ranges: HashMap<i64, Sum>,
}

impl Sums {
    /// Reads a whole table. `seen` gets the number of rows that were read, now and then, and returns whether to go on.
    pub(super) fn read(
        table: &Table,
        db: &Database,
        time: i64,
        mut seen: impl FnMut(u64) -> bool,
    ) -> Result<Self, Error> {
        let mut sums = Self::default();
        table.each(db, time, |row| {
            let digest = digest(&row);
            sums.all.add(&digest);
            if table.key.is_some() {
                sums.ranges.entry(table.position(&row).number.div_euclid(RANGE)).or_default().add(&digest);
            }
            Ok(!sums.all.rows.is_multiple_of(RANGE.unsigned_abs()) || seen(RANGE.unsigned_abs()))
        })?;
        seen(sums.all.rows % RANGE.unsigned_abs());
        Ok(sums)
    }

    /// Returns the number of the first row that differs on another side; nothing where none does, or rows have no number.
    pub(super) fn first_difference(
        &self,
        other: &Self,
        table: &Table,
        sides: [&Database; 2],
        time: i64,
    ) -> Result<Option<i64>, Error> {
        let ranges = self.ranges.keys().chain(other.ranges.keys());
        let differs = |range: &&i64| self.ranges.get(range) != other.ranges.get(range);
        let Some(first) = ranges.filter(differs).min() else { return Ok(None) };
        let mut rows: [HashMap<i64, [u64; 4]>; 2] = Default::default();
        for (side, rows) in sides.into_iter().zip(&mut rows) {
            table.each_in(side, time, [first * RANGE, first * RANGE + RANGE], |row| {
                rows.insert(table.position(&row).number, digest(&row));
                Ok(true)
            })?;
        }
        let [here, there] = rows;
        Ok(here.keys().chain(there.keys()).filter(|number| here.get(number) != there.get(number)).min().copied())
    }
}

fn digest(row: &[Value]) -> [u64; 4] {
    let mut hasher = Sha256::new();
    for value in row {
        // Each with its kind and its length, or other rows would make the same bytes.
        let (kind, bytes): (u8, &[u8]) = match value {
            Value::Number(number) | Value::MaybeNumber(Some(number)) => (1, &number.to_be_bytes()),
            Value::Text(text) | Value::MaybeText(Some(text)) => (2, text.as_bytes()),
            Value::Bytes(bytes) | Value::MaybeBytes(Some(bytes)) => (3, bytes),
            Value::MaybeNumber(None) | Value::MaybeText(None) | Value::MaybeBytes(None) => (0, &[]),
        };
        hasher.update([kind]);
        hasher.update((bytes.len() as u64).to_be_bytes());
        hasher.update(bytes);
    }
    let bytes: [u8; 32] = hasher.finalize().into();
    let mut parts = [0; 4];
    for (part, bytes) in parts.iter_mut().zip(bytes.chunks_exact(8)) {
        *part = u64::from_be_bytes(bytes.try_into().expect("eight bytes"));
    }
    parts
}
