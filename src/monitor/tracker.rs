//! What is settled about each connection: one round that differs is no change.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::change::{Change, ChangeKind};
use crate::health::{Finding, Report, Rule, Severity};

/// Number of rounds that flapping is counted in.
const WINDOW: u32 = 20;

/// When a change is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TrackerOptions {
    /// Number of rounds in a row that must differ from what is settled. At least 1.
    pub after: u32,
    /// Number of times that a connection may become well or ill within the last 20 rounds before it counts as flapping;
    /// it is steady again with half as many. With 0 none ever does.
    pub flaps: u32,
}

impl Default for TrackerOptions {
    fn default() -> Self {
        Self { after: 3, flaps: 6 }
    }
}

/// What is settled about every connection, and about the account.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Tracker {
    /// By ID; the empty one is the account.
    subjects: BTreeMap<String, Subject>,
}

/// What is settled about one of them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
struct Subject {
    name: String,
    settled: Option<Severity>,
    /// Since when, by the server's clock.
    since: Option<Timestamp>,
    /// Number of rounds in a row that differ from what is settled, and the start of the first.
    differing: u32,
    differing_since: Option<Timestamp>,
    /// Number of rounds in a row in which it was not among those that are checked.
    missing: u32,
    /// Whether it was well in each of the last rounds, the newest in the lowest bit, and how many there are.
    recent: u32,
    rounds: u32,
    is_flapping: bool,
    /// Whether it was reported as gone: that it is back is news, even if it is well.
    #[serde(default)]
    is_gone: bool,
}

impl Subject {
    /// Notes whether it is well, and returns how often that changed within the window.
    fn flaps(&mut self, is_well: bool) -> u32 {
        self.recent = (self.recent << 1) | u32::from(is_well);
        self.rounds = (self.rounds + 1).min(WINDOW);
        let pairs = (1_u32 << (self.rounds - 1)) - 1;
        ((self.recent ^ (self.recent >> 1)) & pairs).count_ones()
    }
}

impl Tracker {
    /// Takes note of a round, and returns what changed by it.
    pub fn observe(&mut self, report: &Report, options: TrackerOptions) -> Vec<Change> {
        let at = report.checked_at;
        let mut changes = Vec::new();
        let account = report.overall.iter();
        let worst = |severity| report.overall.iter().find(|finding| finding.severity == severity);
        let severity = Severity::ALL.into_iter().rev().find(|severity| worst(*severity).is_some());
        let found = (severity.unwrap_or(Severity::Ok), severity.and_then(worst));
        self.step(("", ""), found, at, options, &mut changes);
        // Of a list that could not be read nothing follows about the connections.
        if account.clone().any(|finding| finding.rule == Rule::Reach) {
            return changes;
        }
        for subject in self.subjects.iter_mut().filter(|(id, _)| !id.is_empty()).map(|(_, subject)| subject) {
            subject.missing += 1;
        }
        for row in &report.connections {
            self.step((&row.id, &row.name), (row.severity(), row.worst()), at, options, &mut changes);
        }
        self.subjects.retain(|id, subject| {
            let is_gone = subject.missing >= options.after.max(1);
            if is_gone && subject.settled.is_some() {
                let change = Change::new(ChangeKind::Gone, (id, &subject.name), at);
                changes.push(Change { from: subject.settled, ..change });
                *subject = Subject { name: std::mem::take(&mut subject.name), is_gone, ..Subject::default() };
            }
            !is_gone || subject.is_gone
        });
        changes
    }

    fn step(
        &mut self,
        (id, name): (&str, &str),
        (severity, worst): (Severity, Option<&Finding>),
        at: Timestamp,
        options: TrackerOptions,
        changes: &mut Vec<Change>,
    ) {
        if !self.subjects.contains_key(id) {
            self.subjects.insert(id.to_owned(), Subject::default());
        }
        let Some(subject) = self.subjects.get_mut(id) else { return };
        if subject.name != name {
            name.clone_into(&mut subject.name);
        }
        subject.missing = 0;
        let was_gone = std::mem::take(&mut subject.is_gone);
        let flaps = subject.flaps(severity == Severity::Ok);
        let was_flapping = subject.is_flapping;
        subject.is_flapping =
            options.flaps > 0 && if was_flapping { flaps > options.flaps / 2 } else { flaps >= options.flaps };
        let before = subject.settled;
        let mut since = None;
        if subject.settled == Some(severity) {
            (subject.differing, subject.differing_since) = (0, None);
        } else {
            subject.differing += 1;
            let first = *subject.differing_since.get_or_insert(at);
            // One that is well when it is first seen is no news.
            let is_first = before.is_none() && severity == Severity::Ok;
            if is_first || subject.differing >= options.after.max(1) {
                (subject.settled, subject.since) = (Some(severity), Some(first));
                (subject.differing, subject.differing_since) = (0, None);
                since = Some(first).filter(|_| !is_first || was_gone);
            }
        }
        let change = |event| Change::new(event, (id, name), at).because(worst);
        match (was_flapping, subject.is_flapping, since) {
            (false, true, _) => {
                changes.push(Change { from: before, to: Some(severity), ..change(ChangeKind::Flapping) });
            }
            (true, false, _) => {
                let since = subject.since.unwrap_or(at);
                changes.push(Change { to: subject.settled, since, ..change(ChangeKind::Steady) });
            }
            (false, false, Some(since)) => {
                changes.push(Change { from: before, to: Some(severity), since, ..change(ChangeKind::Changed) });
            }
            (true, true, _) | (false, false, None) => {}
        }
    }

    /// Returns whether it is settled that a connection is well; an empty ID is the account.
    pub fn is_well(&self, id: &str) -> bool {
        self.subjects.get(id).is_some_and(|subject| subject.settled == Some(Severity::Ok))
    }

    /// Returns whether a connection is flapping.
    pub fn is_flapping(&self, id: &str) -> bool {
        self.subjects.get(id).is_some_and(|subject| subject.is_flapping)
    }

    /// Returns since when what is settled about a connection is so.
    pub fn since(&self, id: &str) -> Option<Timestamp> {
        self.subjects.get(id)?.since
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::exit::Exit;
    use crate::health::{ConnectionReport, ProbeError};

    const START: &str = "2026-03-01T12:00:00Z";

    fn error() -> ProbeError {
        ProbeError { exit: Exit::Unavailable, message: "gone".into(), request_id: None, remedy: None }
    }

    fn finding(letter: char) -> Finding {
        match letter {
            'o' => Finding::ok(Rule::Health, "well"),
            'w' => Finding::warning(Rule::Health, "old"),
            'c' => Finding::critical(Rule::Health, "its system is down"),
            _ => Finding::unknown(Rule::Reach, &error()),
        }
    }

    /// Rounds a minute apart, a letter each: o(k), w(arning), c(ritical), u(nknown), `-` not listed, `x` no list.
    fn rounds(tracker: &mut Tracker, options: TrackerOptions, letters: &str) -> String {
        let mut out = Vec::new();
        for (minute, letter) in letters.chars().enumerate() {
            let at = START.parse::<Timestamp>().expect("constant") + Duration::from_secs(60 * minute as u64);
            let row = |letter| ConnectionReport {
                id: "c1".into(),
                name: "Plant 7".into(),
                findings: vec![finding(letter)],
                took: Duration::ZERO,
            };
            let connections = if letter == '-' { Vec::new() } else { vec![row(letter)] };
            let report = Report { checked_at: at, overall: Vec::new(), connections };
            let report = if letter == 'x' { Report::failed(at, &error()) } else { report };
            for change in tracker.observe(&report, options) {
                let word = |severity: Option<Severity>| severity.map_or("none", Severity::as_str);
                let since = change.at.duration_since(change.since).as_mins();
                let whose = change.connection.as_deref().unwrap_or("account");
                out.push(format!(
                    "{minute}: {whose} {} {}->{} since {since}m",
                    change.event.as_str(),
                    word(change.from),
                    word(change.to)
                ));
            }
        }
        out.join("; ")
    }

    #[test]
    fn a_change_is_one_after_so_many_rounds_in_a_row() {
        let options = TrackerOptions::default();
        let seen = |letters| rounds(&mut Tracker::default(), options, letters);
        assert_eq!(seen("ooooo"), "");
        assert_eq!(seen("occoccoo"), "", "two rounds are not three");
        assert_eq!(seen("occcccc"), "3: Plant 7 changed ok->critical since 2m");
        assert_eq!(seen("ccc"), "2: Plant 7 changed none->critical since 2m");
        assert_eq!(
            seen("occcooo"),
            "3: Plant 7 changed ok->critical since 2m; 6: Plant 7 changed critical->ok since 2m"
        );
        // Ill in one way or another is ill: the newest counts.
        assert_eq!(seen("ocwu"), "3: Plant 7 changed ok->unknown since 2m");
        let at_once = TrackerOptions { after: 1, ..options };
        assert_eq!(rounds(&mut Tracker::default(), at_once, "oc"), "1: Plant 7 changed ok->critical since 0m");
    }

    #[test]
    fn a_list_that_cannot_be_read_is_about_the_account_and_about_no_connection() {
        let seen = |letters| rounds(&mut Tracker::default(), TrackerOptions::default(), letters);
        assert_eq!(seen("oxx"), "");
        assert_eq!(seen("oxxxooo"), "3: account changed ok->unknown since 2m; 6: account changed unknown->ok since 2m");
        assert_eq!(seen("o--o"), "");
        assert_eq!(seen("o---"), "3: Plant 7 gone ok->none since 0m");
        assert_eq!(seen("o--x-"), "4: Plant 7 gone ok->none since 0m");
        let back = "3: Plant 7 gone ok->none since 0m; 6: Plant 7 changed none->ok since 0m";
        assert_eq!(seen("o-----o"), back, "an incident that was opened can be closed");
        assert_eq!(seen("o---ccc"), "3: Plant 7 gone ok->none since 0m; 6: Plant 7 changed none->critical since 2m");
    }

    #[test]
    fn one_that_flaps_is_reported_twice_and_not_each_time() {
        let options = TrackerOptions { after: 1, flaps: 4 };
        let seen = |letters| rounds(&mut Tracker::default(), options, letters);
        assert_eq!(
            seen("ococ"),
            "1: Plant 7 changed ok->critical since 0m; 2: Plant 7 changed critical->ok since 0m; \
             3: Plant 7 changed ok->critical since 0m"
        );
        let calm = "o".repeat(20);
        assert_eq!(
            seen(&format!("ocococ{calm}")).split("; ").skip(3).collect::<Vec<_>>().join("; "),
            "4: Plant 7 flapping critical->ok since 0m; 23: Plant 7 steady none->ok since 17m"
        );
        let never = TrackerOptions { flaps: 0, ..options };
        assert!(!rounds(&mut Tracker::default(), never, "ocococococococ").contains("flapping"));
        // What hysteresis hides is seen as flapping.
        let both = TrackerOptions { after: 3, flaps: 6 };
        assert_eq!(rounds(&mut Tracker::default(), both, "ococococ"), "6: Plant 7 flapping ok->ok since 0m");
    }
}
