//! Findings that somebody has accepted until a date: known, and not to be reported again before then.

use clap::ValueEnum as _;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::Deserialize;

use super::check::{Finding, Rule, Severity};
use super::report::ConnectionReport;
use crate::glob;
use crate::measure::parse_moment;

/// The fact by which an accepted finding is known: how bad it would be.
pub(super) const ACCEPTED: &str = "accepted_severity";

/// The findings that are accepted.
#[derive(Clone, Debug, PartialEq)]
pub struct Acceptances(Vec<Acceptance>);

#[derive(Clone, Debug, PartialEq)]
struct Acceptance {
    rule: Rule,
    connection: String,
    until: Timestamp,
    /// As it was written.
    date: String,
    because: String,
}

/// The file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    #[serde(default)]
    accept: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    rule: String,
    connection: String,
    until: toml::Value,
    because: String,
}

impl Acceptances {
    /// Parses the text of a file: tables `[[accept]]` with `rule`, `connection` (ID or name, with `*`), `until` and
    /// `because`. A date begins at midnight in `zone`.
    ///
    /// # Errors
    /// What is wrong, with the line where the parser knows it.
    pub fn parse(text: &str, zone: &TimeZone) -> Result<Self, String> {
        let written: Written = toml::from_str(text).map_err(|error| {
            let line = error.span().map_or(1, |span| text[..span.start.min(text.len())].matches('\n').count() + 1);
            format!("line {line}: {}", error.message())
        })?;
        let entries = written.accept.into_iter().enumerate();
        let parsed = entries.map(|(at, entry)| {
            Acceptance::of(entry, zone).map_err(|error| format!("[[accept]] number {}: {error}", at + 1))
        });
        Ok(Self(parsed.collect::<Result<_, _>>()?))
    }

    /// Begins to match findings with them.
    pub fn matching(&self) -> Matching<'_> {
        Matching { accepted: &self.0, used: vec![false; self.0.len()] }
    }
}

/// The accepted findings during a check, and which of them there were.
pub struct Matching<'a> {
    accepted: &'a [Acceptance],
    used: Vec<bool>,
}

impl Matching<'_> {
    /// Marks what is accepted of a connection: it does not fail until its date, and says so afterwards. What could not be
    /// asked is never accepted.
    pub fn mark(&mut self, row: &mut ConnectionReport, now: Timestamp) {
        for finding in &mut row.findings {
            let found = self.accepted.iter().position(|accepted| accepted.fits(finding.rule, &row.id, &row.name));
            if let Some(at) = found.filter(|_| matches!(finding.severity, Severity::Warning | Severity::Critical)) {
                self.used[at] = true;
                self.accepted[at].mark(finding, now);
            }
        }
    }

    /// Returns the entries that matched no finding, to be removed by a person.
    pub fn unused(&self) -> impl Iterator<Item = String> {
        let unused = self.accepted.iter().zip(&self.used).filter(|(_, used)| !**used);
        unused.map(|(accepted, _)| format!("{} of {}", accepted.rule.as_str(), accepted.connection))
    }
}

impl Acceptance {
    fn of(entry: Entry, zone: &TimeZone) -> Result<Self, String> {
        let rule = Rule::from_str(&entry.rule, false).map_err(|_| {
            let known: Vec<_> = Rule::value_variants().iter().map(|rule| rule.as_str()).collect();
            format!("`{}` is no rule; there are: {}", entry.rule, known.join(", "))
        })?;
        let date = match &entry.until {
            toml::Value::String(text) => text.clone(),
            other => other.to_string(),
        };
        let until = parse_moment(&date, zone)
            .ok_or_else(|| format!("`until = {}` is no date before 9999-12-31; write it as 2027-01-31", entry.until))?;
        if entry.connection.trim().is_empty() {
            return Err("`connection` is empty; `*` stands for every one".into());
        }
        if entry.because.trim().is_empty() {
            return Err("`because` is empty: whoever finds this later needs the reason".into());
        }
        Ok(Self { rule, connection: entry.connection, until, date, because: entry.because })
    }

    fn fits(&self, rule: Rule, id: &str, name: &str) -> bool {
        self.rule == rule && (glob::matches(&self.connection, id) || glob::matches(&self.connection, name))
    }

    fn mark(&self, finding: &mut Finding, now: Timestamp) {
        let severity = finding.severity.as_str();
        finding.evidence.insert("accepted_until".into(), self.date.clone().into());
        finding.evidence.insert("accepted_because".into(), self.because.clone().into());
        if now < self.until {
            finding.evidence.insert(ACCEPTED.into(), severity.into());
            finding.severity = Severity::Ok;
            finding.reason = format!("{} ({severity}, accepted until {}: {})", finding.reason, self.date, self.because);
        } else {
            finding.reason = format!("{}; this was accepted until {} only", finding.reason, self.date);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::health::Report;

    fn report() -> Report {
        let finding = Finding::critical(Rule::SyncAge, "the last sync was 9d ago, more than 2d");
        let row = |id: &str, name: &str, findings| ConnectionReport {
            id: id.into(),
            name: name.into(),
            findings,
            took: Duration::ZERO,
        };
        Report {
            checked_at: Timestamp::UNIX_EPOCH,
            overall: Vec::new(),
            connections: vec![
                row("c1", "Plant 7", vec![Finding::ok(Rule::Status, "active"), finding.clone()]),
                row("c2", "Plant 8", vec![finding]),
            ],
        }
    }

    const FILE: &str = r#"
        [[accept]]
        rule = "sync-age"
        connection = "Plant 7"
        until = 2027-01-31
        because = "closed for the winter"

        [[accept]]
        rule = "token"
        connection = "*"
        until = "2027-01-31T12:00:00Z"
        because = "is being replaced"
    "#;

    #[test]
    fn a_finding_is_accepted_until_its_date() {
        let accepted = Acceptances::parse(FILE, &TimeZone::UTC).expect("a file");
        let mark = |report: &mut Report, now: &str| {
            let mut matching = accepted.matching();
            let now = now.parse().expect("a time");
            report.connections.iter_mut().for_each(|row| matching.mark(row, now));
            matching.unused().collect::<Vec<_>>()
        };
        let mut before = report();
        assert_eq!(mark(&mut before, "2027-01-30T23:59:59Z"), ["token of *"]);
        assert_eq!(before.connections[0].severity(), Severity::Ok);
        assert_eq!(
            before.connections[0].findings[1].reason,
            "the last sync was 9d ago, more than 2d (critical, accepted until 2027-01-31: closed for the winter)"
        );
        assert_eq!(before.connections[1].severity(), Severity::Critical, "another connection");

        let mut after = report();
        mark(&mut after, "2027-01-31T00:00:00Z");
        assert_eq!(after.connections[0].severity(), Severity::Critical);
        assert_eq!(
            after.connections[0].findings[1].reason,
            "the last sync was 9d ago, more than 2d; this was accepted until 2027-01-31 only"
        );
    }

    #[test]
    fn a_file_that_says_something_else_is_refused() {
        for (text, why) in [
            (
                "[[accept]]\nrule = \"sync\"\nconnection = \"x\"\nuntil = 2027-01-01\nbecause = \"y\"",
                "`sync` is no rule",
            ),
            (
                "[[accept]]\nrule = \"reach\"\nconnection = \"x\"\nuntil = 2027-01-01\nbecause = \"y\"",
                "`reach` is no rule",
            ),
            ("[[accept]]\nrule = \"token\"\nconnection = \"x\"\nuntil = \"soon\"\nbecause = \"y\"", "is no date"),
            (
                "[[accept]]\nrule = \"token\"\nconnection = \"x\"\nuntil = 2027-01-01\nbecause = \" \"",
                "`because` is empty",
            ),
            ("[[accept]]\nrule = \"token\"\nconnection = \"x\"\nuntil = 2027-01-01", "missing field `because`"),
            ("[[accepted]]\nrule = \"token\"", "unknown field `accepted`"),
            ("accept = 1", "invalid type"),
        ] {
            let error = Acceptances::parse(text, &TimeZone::UTC).expect_err(text);
            assert!(error.contains(why), "{text}: {error}");
        }
    }
}
