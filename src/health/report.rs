//! All findings, and what they mean for the process.

use std::time::Duration;

use clap::ValueEnum;
use jiff::Timestamp;
use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use super::check::{Finding, Rule, Severity, command};
use super::junit::WHOLE;
use super::snapshot::ProbeError;
use crate::exit::Exit;

/// What makes a check fail.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum FailOn {
    /// Critical findings only.
    #[default]
    Critical,
    /// Warnings and critical findings.
    Warning,
}

impl FailOn {
    /// Returns whether a severity fails a check. What could not be asked always does.
    pub const fn fails(self, severity: Severity) -> bool {
        match severity {
            Severity::Ok => false,
            Severity::Warning => matches!(self, Self::Warning),
            Severity::Unknown | Severity::Critical => true,
        }
    }
}

/// The findings of one connection.
#[derive(Clone, Debug, PartialEq)]
pub struct ConnectionReport {
    /// The connection's ID.
    pub id: String,
    /// What people call it; the ID where it has no name.
    pub name: String,
    /// The findings, in the order of the rules; never empty.
    pub findings: Vec<Finding>,
    /// How long asking took.
    pub took: Duration,
}

impl ConnectionReport {
    /// Returns the worst finding: the first of its severity.
    pub fn worst(&self) -> Option<&Finding> {
        let worst = self.severity();
        self.findings.iter().find(|finding| finding.severity == worst)
    }

    /// Returns the severity of the worst finding: critical is worse than unknown, which is worse than a warning.
    pub fn severity(&self) -> Severity {
        worst(self.findings.iter().map(|finding| finding.severity))
    }
}

impl Serialize for ConnectionReport {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut object = to.serialize_struct("ConnectionReport", 5)?;
        object.serialize_field("connection_id", &self.id)?;
        object.serialize_field("connection", &self.name)?;
        object.serialize_field("severity", &self.severity())?;
        object.serialize_field("took_ms", &(self.took.as_secs_f64() * 1000.0))?;
        object.serialize_field("findings", &self.findings)?;
        object.end()
    }
}

/// A finding, and whose it is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row<'a> {
    /// Name of the connection, or of the check.
    pub(super) name: &'a str,
    /// ID of the connection; empty where it belongs to no single one.
    pub(super) id: &'a str,
    pub(super) finding: &'a Finding,
}

/// The findings of all connections that were looked at.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// When it was begun.
    pub checked_at: Timestamp,
    /// Findings that belong to no single connection.
    pub overall: Vec<Finding>,
    /// The connections, by name.
    pub connections: Vec<ConnectionReport>,
}

impl Report {
    /// The report of a check that could not list the connections.
    pub fn failed(checked_at: Timestamp, error: &ProbeError) -> Self {
        Self { checked_at, overall: vec![Finding::unknown(Rule::Reach, error)], connections: Vec::new() }
    }

    /// Adds why there was nothing to check: a gate must not pass on nothing.
    #[must_use]
    pub fn empty(mut self, reason: impl Into<String>, remedy: impl Into<String>) -> Self {
        let (message, remedy) = (reason.into(), Some(remedy.into()));
        let error = ProbeError { exit: Exit::NotFound, message: message.clone(), request_id: None, remedy };
        self.overall.push(Finding { reason: message, ..Finding::unknown(Rule::Count, &error) });
        self
    }

    /// Holds the number of connections against what there must be at least.
    #[must_use]
    pub fn require(mut self, least: usize) -> Self {
        let found = self.connections.len();
        let plural = if least == 1 { "" } else { "s" };
        let finding = if found < least {
            let reason = format!("there must be at least {least} connection{plural}, and there are {found}");
            Finding::critical(Rule::Count, reason).remedy("makini connections list")
        } else {
            Finding::ok(Rule::Count, format!("there are {found} of at least {least} connection{plural}"))
        };
        self.overall.push(finding.fact("required", Some(least)).fact("found", Some(found)));
        self
    }

    /// Returns how bad the worst finding of all is.
    pub fn severity(&self) -> Severity {
        worst(self.findings().map(|finding| finding.severity))
    }

    /// Returns how many connections are that bad.
    pub fn count(&self, severity: Severity) -> usize {
        self.connections.iter().filter(|connection| connection.severity() == severity).count()
    }

    /// Returns the number of connections of each severity, by its word.
    pub fn counts(&self) -> serde_json::Map<String, serde_json::Value> {
        let counted = |severity: Severity| (severity.as_str().to_owned(), self.count(severity).into());
        Severity::ALL.into_iter().map(counted).collect()
    }

    /// Returns how the process ends.
    ///
    /// A critical finding wins over failed queries: the gate has to close either way, and [`Report::count`] has the number
    /// of each. Failed queries decide only where nothing is critical, by their own class; of several classes the one that
    /// most needs a person.
    pub fn exit(&self, fail_on: FailOn) -> Exit {
        match self.severity() {
            Severity::Critical => Exit::Unhealthy,
            Severity::Unknown => self.unknown_exit(),
            Severity::Warning if fail_on == FailOn::Warning => Exit::Degraded,
            Severity::Warning | Severity::Ok => Exit::Ok,
        }
    }

    /// Returns whether nothing is left to wait for: it is well, and nothing has begun that has not ended.
    pub fn is_settled(&self, fail_on: FailOn) -> bool {
        self.exit(fail_on) == Exit::Ok && !self.findings().any(Finding::is_open)
    }

    /// Ends a wait that took `time`. What is well so far and pending becomes a warning. Returns how the process ends:
    /// [`Exit::Pending`] where only what is pending is left.
    pub fn expire(&mut self, time: &str, fail_on: FailOn) -> Exit {
        let is_pending = self.findings().any(Finding::is_open)
            && self.findings().all(|finding| finding.is_open() || !fail_on.fails(finding.severity));
        let exit = if is_pending { Exit::Pending } else { self.exit(fail_on) };
        for row in &mut self.connections {
            for finding in row.findings.iter_mut().filter(|finding| finding.is_open()) {
                finding.reason = format!("{}; still pending after {time}", finding.reason);
                if finding.severity == Severity::Ok {
                    finding.severity = Severity::Warning;
                    finding.remedy = Some(command("sync watch", &row.id));
                }
            }
        }
        exit
    }

    fn unknown_exit(&self) -> Exit {
        /// Later ones may go away by themselves, earlier ones do not.
        const ORDER: [Exit; 6] =
            [Exit::Bug, Exit::Auth, Exit::Forbidden, Exit::Local, Exit::Unavailable, Exit::RateLimited];
        let exits = || self.findings().filter_map(|finding| finding.exit);
        let rank = |exit: &Exit| ORDER.iter().position(|known| known == exit).unwrap_or(ORDER.len());
        exits().min_by_key(rank).unwrap_or(Exit::Unavailable)
    }

    /// Returns the number of findings that were accepted.
    pub fn accepted(&self) -> usize {
        self.findings().filter(|finding| finding.is_accepted()).count()
    }

    /// Returns all findings with whose they are, first those that belong to no single connection.
    pub(super) fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        let of_connections = self
            .connections
            .iter()
            .flat_map(|row| row.findings.iter().map(|finding| Row { name: &row.name, id: &row.id, finding }));
        self.overall.iter().map(|finding| Row { name: WHOLE, id: "", finding }).chain(of_connections)
    }

    fn findings(&self) -> impl Iterator<Item = &Finding> {
        self.rows().map(|row| row.finding)
    }
}

fn worst(severities: impl Iterator<Item = Severity>) -> Severity {
    let rank = |severity: &Severity| Severity::ALL.iter().position(|known| known == severity);
    severities.max_by_key(rank).unwrap_or(Severity::Ok)
}

impl Serialize for Report {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut object = to.serialize_struct("Report", 5)?;
        object.serialize_field("checked_at", &self.checked_at)?;
        object.serialize_field("severity", &self.severity())?;
        object.serialize_field("counts", &self.counts())?;
        object.serialize_field("findings", &self.overall)?;
        object.serialize_field("connections", &self.connections)?;
        object.end()
    }
}
