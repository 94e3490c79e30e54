//! How many queries a check sends at once: more while the server answers as fast as before, half as many once it does
//! not.

use std::time::Duration;

/// Number of queries at once that a check begins with.
const FIRST: usize = 16;
/// Number of queries at once that is never exceeded without being asked for.
const MOST: usize = 128;
/// How many times the shortest answer an answer may take on average before the server counts as slower.
const SLOWER: u32 = 2;
/// Differences up to this are not the server's.
const NOISE: Duration = Duration::from_millis(10);

/// The number of queries at once, adapted to the answers.
#[derive(Debug)]
pub(super) struct Pace {
    at_once: usize,
    is_fixed: bool,
    /// No answer has been slower yet: the number doubles.
    is_start: bool,
    /// The shortest answer so far.
    shortest: Duration,
    /// Answers of this round, and the sum of their times: a round is as long as there are queries at once.
    round: u32,
    sum: Duration,
    /// Answers still to come to queries that were sent together with one that was refused.
    ignored: usize,
}

impl Pace {
    /// A fixed number, or one that adapts.
    pub(super) fn new(at_once: Option<usize>) -> Self {
        Self {
            at_once: at_once.unwrap_or(FIRST).max(1),
            is_fixed: at_once.is_some(),
            is_start: true,
            shortest: Duration::MAX,
            round: 0,
            sum: Duration::ZERO,
            ignored: 0,
        }
    }

    /// Returns how many queries may be open now.
    pub(super) fn at_once(&self) -> usize {
        self.at_once
    }

    /// Takes note of an answer: how long it took, and whether the server refused it or failed.
    pub(super) fn answered(&mut self, took: Duration, is_refused: bool) {
        if self.is_fixed {
            return;
        }
        if self.ignored > 0 {
            self.ignored -= 1;
            return;
        }
        if is_refused {
            self.ignored = self.at_once - 1;
            self.halve();
            return;
        }
        self.round += 1;
        self.sum += took;
        self.shortest = self.shortest.min(took);
        if (self.round as usize) < self.at_once {
            return;
        }
        if self.sum / self.round > self.shortest.saturating_mul(SLOWER).saturating_add(NOISE) {
            self.halve();
        } else {
            let more = if self.is_start { self.at_once } else { (self.at_once / 8).max(1) };
            self.at_once = (self.at_once + more).min(MOST);
            self.begin_round();
        }
    }

    fn halve(&mut self) {
        self.at_once = (self.at_once / 2).max(1);
        self.is_start = false;
        self.begin_round();
    }

    fn begin_round(&mut self) {
        (self.round, self.sum) = (0, Duration::ZERO);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(pace: &mut Pace, answers: usize, millis: u64, is_refused: bool) -> usize {
        for _ in 0..answers {
            pace.answered(Duration::from_millis(millis), is_refused);
        }
        pace.at_once()
    }

    #[test]
    fn it_rises_while_answers_stay_fast_and_halves_when_they_do_not() {
        let mut pace = Pace::new(None);
        assert_eq!(after(&mut pace, 15, 20, false), 16, "one round is not over");
        assert_eq!(after(&mut pace, 1, 20, false), 32);
        assert_eq!(after(&mut pace, 1000, 20, false), MOST);
        assert_eq!(after(&mut pace, MOST, 60, false), MOST / 2, "three times as slow");
        // Now it rises by steps.
        assert_eq!(after(&mut pace, MOST / 2, 20, false), MOST / 2 + MOST / 16);
    }

    #[test]
    fn refusals_halve_it_at_once_and_one_query_is_left_at_least() {
        let mut pace = Pace::new(None);
        after(&mut pace, 5, 1, false);
        assert_eq!(after(&mut pace, 1, 1, true), 8, "in the middle of a round");
        assert_eq!(after(&mut pace, 15, 1, true), 8, "those that were sent with it");
        let mut pace = Pace::new(None);
        assert_eq!(after(&mut pace, 1, 1, true), 8);
        assert_eq!(after(&mut pace, 100, 1, true), 1);
        assert!(after(&mut pace, 100, 1, false) > 8);
    }

    #[test]
    fn a_number_that_was_asked_for_stays() {
        let mut pace = Pace::new(Some(64));
        assert_eq!(after(&mut pace, 500, 1, true), 64);
        assert_eq!(Pace::new(Some(0)).at_once(), 1);
    }
}
