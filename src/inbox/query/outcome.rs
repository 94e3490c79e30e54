//! What came of an event: the result of its last try, held against the try before.
//!
//! Nothing of it is stored: it follows from the attempts, so it is right for events of older versions too, and for tries
//! of a receiver that is older than whoever reads them.

use clap::ValueEnum;
use serde::Serialize;

/// What came of an event.
///
/// A try that has not ended does not count. A replay is compared with the try before it; an event that was queued again, by
/// `inbox retry`, with the last try before that. A replay to another address than the handlers that it was forwarded to tells
/// nothing about those, and does not count. Its retries in between belong together: that one of them is taken is
/// what they are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, ValueEnum)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// Never sent to a handler, and not to be sent.
    Untried,
    /// Waiting for its first try since it was queued.
    Waiting,
    /// Taken by a handler.
    Delivered,
    /// Taken by a handler, after a failure.
    Fixed,
    /// Refused, or not answered.
    Failing,
    /// Sent again after a failure, which failed too.
    StillFailing,
    /// Sent again after a handler had taken it, which failed.
    Regressed,
}

impl Outcome {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Untried,
        Self::Waiting,
        Self::Delivered,
        Self::Fixed,
        Self::Failing,
        Self::StillFailing,
        Self::Regressed,
    ];

    /// Those whose last try failed.
    pub const FAILED: [Self; 3] = [Self::Failing, Self::StillFailing, Self::Regressed];

    /// Returns the word for people.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Untried => "untried",
            Self::Waiting => "waiting",
            Self::Delivered => "delivered",
            Self::Fixed => "fixed",
            Self::Failing => "failing",
            Self::StillFailing => "still failing",
            Self::Regressed => "regressed",
        }
    }

    /// Returns whether the last try failed.
    pub fn is_failed(self) -> bool {
        Self::FAILED.contains(&self)
    }

    /// Returns the verdict of a try that is done, by whether the handler took the event, now and the time before.
    pub const fn of(taken: bool, before: Option<bool>) -> Self {
        match (taken, before) {
            (true, None | Some(true)) => Self::Delivered,
            (true, Some(false)) => Self::Fixed,
            (false, None) => Self::Failing,
            (false, Some(false)) => Self::StillFailing,
            (false, Some(true)) => Self::Regressed,
        }
    }

    /// Reads a value of [`SQL`].
    pub(super) const fn read(code: i64) -> Self {
        match code {
            -1 => Self::Waiting,
            0 | 1 => Self::of(false, Some(code == 1)),
            2 => Self::of(false, None),
            10 | 11 => Self::of(true, Some(code == 11)),
            12 => Self::of(true, None),
            _ => Self::Untried,
        }
    }

    /// Returns the values of [`SQL`] that mean this.
    pub(super) fn codes(self) -> impl Iterator<Item = i64> {
        (-2..=12).filter(move |code| Self::read(*code) == self && (*code == -2 || Self::read(*code) != Self::Untried))
    }
}

/// The outcome of a row of `arrivals`, as a number: ten times whether the last try was taken, and 0, 1 or 2 for a try before
/// that failed, was taken, or is none.
///
/// `newer` counts the tries after one, `forwards` those of them that the receiver made. Since an event was queued last, it was
/// tried `tries` times by the receiver: a try with as many after it was made before that.
///
/// Most events have one try, and counting that first makes reading a million of them six times as fast.
pub(super) const SQL: &str = "CASE WHEN arrivals.state = 1 AND arrivals.tries = 0 THEN -1
    ELSE CASE (SELECT count(*) FROM attempts WHERE arrival = arrivals.number) WHEN 0 THEN -2
        WHEN 1 THEN (SELECT CASE WHEN ended_at IS NULL THEN -2 WHEN error IS NULL THEN 12 ELSE 2 END
            FROM attempts WHERE arrival = arrivals.number)
        ELSE coalesce((
            SELECT 10 * max(CASE WHEN newer = 0 THEN taken END) + coalesce(min(CASE
                WHEN newer > 0 AND (forwards >= arrivals.tries OR (newer = 1 AND forwards = 0))
                THEN 2 * newer + taken END) % 2, 2)
            FROM (SELECT CASE WHEN error IS NULL THEN 1 ELSE 0 END AS taken,
                    row_number() OVER (ORDER BY id DESC) - 1 AS newer,
                    count(*) FILTER (WHERE kind = 'forward') OVER (ORDER BY id DESC)
                        - CASE kind WHEN 'forward' THEN 1 ELSE 0 END AS forwards
                FROM attempts WHERE arrival = arrivals.number AND ended_at IS NOT NULL AND (kind = 'forward'
                    OR target IN (SELECT target FROM attempts AS own WHERE own.arrival = arrivals.number AND own.kind = 'forward')
                    OR NOT EXISTS (SELECT 1 FROM attempts AS own WHERE own.arrival = arrivals.number AND own.kind = 'forward'))
                ) AS tried
        ), -2) END END";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_outcome_has_its_codes() {
        for outcome in Outcome::ALL {
            let codes: Vec<i64> = outcome.codes().collect();
            assert!(!codes.is_empty(), "{outcome:?}");
            assert!(codes.iter().all(|code| Outcome::read(*code) == outcome), "{outcome:?}: {codes:?}");
            let word = outcome.to_possible_value().expect("none is hidden");
            assert_eq!(word.get_name().replace('-', " "), outcome.as_str());
            assert_eq!(serde_json::to_value(outcome).expect("a word"), word.get_name());
        }
    }

    /// What came of one event, by its tries: `f` and `F` of the receiver, `r` and `R` of a person, in capitals if taken, and
    /// `q` where it was queued again; `x` and `X` of a person to another address.
    fn outcome(history: &str) -> Outcome {
        let db = crate::sqlite::open_in_memory(super::super::super::store::STEPS).expect("the schema is sound");
        let state = |state: i64, tries: i64| {
            db.execute("UPDATE arrivals SET state = ?1, tries = ?2", [state, tries]).expect("changed");
        };
        db.execute(
            "INSERT INTO arrivals (proven, digest, event, connection, received_at, headers, body, verdict, state)
            VALUES (0, x'00', '', '', 0, x'', x'', 'unverified', ?1)",
            [i64::from(history.starts_with(['f', 'F', 'w', 'q']))],
        )
        .expect("stored");
        let mut tries = 0;
        for step in history.chars() {
            let (kind, taken) = match step {
                'q' | 'w' => {
                    tries = 0;
                    state(1, 0);
                    continue;
                }
                'f' | 'F' => ("forward", step == 'F'),
                // Cut off.
                '-' => ("replay", true),
                'x' | 'X' => ("replay", step == 'X'),
                _ => ("replay", step == 'R'),
            };
            let (ended, error) = ((step != '-').then_some(1), (!taken).then_some("no"));
            db.execute(
                "INSERT INTO attempts (arrival, kind, target, started_at, ended_at, error) VALUES (1, ?1, ?4, 0, ?2, ?3)",
                rusqlite::params![kind, ended, error, if matches!(step, 'x' | 'X') { "elsewhere" } else { "" }],
            )
            .expect("stored");
            if kind == "forward" {
                tries += 1;
                state(if taken { 2 } else { 1 }, tries);
            }
        }
        let sql = format!("SELECT {SQL} FROM arrivals");
        Outcome::read(db.query_row(&sql, [], |row| row.get(0)).expect("a number"))
    }

    #[test]
    fn a_try_is_held_against_the_one_before() {
        use Outcome::{Delivered, Failing, Fixed, Regressed, StillFailing, Untried, Waiting};
        for (history, expected) in [
            ("", Untried),
            ("-", Untried),
            ("w", Waiting),
            ("F", Delivered),
            ("f", Failing),
            // Retries of the receiver are one attempt to deliver it.
            ("fff", Failing),
            ("ffF", Delivered),
            ("ffFR", Delivered),
            ("ffFr", Regressed),
            ("ffFrr", StillFailing),
            ("ffFrR", Fixed),
            ("fffr", StillFailing),
            ("fffR", Fixed),
            ("fffRr", Regressed),
            ("r", Failing),
            ("R", Delivered),
            ("rR", Fixed),
            ("R-", Delivered),
            ("fR-", Fixed),
            // A replay between two retries.
            ("frf", Failing),
            ("fRf", Failing),
            ("fRF", Delivered),
            // Queued again by a person.
            ("fffq", Waiting),
            ("fffqF", Fixed),
            ("fffqfF", Fixed),
            ("fffqff", StillFailing),
            ("Fqf", Regressed),
            ("FqffF", Delivered),
            ("fRqf", Regressed),
            ("fRqF", Delivered),
            ("frqF", Fixed),
            // To another address, which tells nothing of the handler.
            ("fffX", Failing),
            ("Fx", Delivered),
            ("fffxR", Fixed),
            ("X", Delivered),
            ("xR", Fixed),
        ] {
            assert_eq!(outcome(history), expected, "{history}");
        }
    }
}
