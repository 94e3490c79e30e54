//! A finding: the result of one rule for one connection.

use clap::ValueEnum;
use serde::{Deserialize, Serialize, Serializer};
use serde_json::{Map, Value};

use super::snapshot::ProbeError;
use crate::exit::Exit;
use crate::shell;

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Well.
    Ok,
    /// Worth a look.
    Warning,
    /// The query failed.
    Unknown,
    /// Not well.
    Critical,
}

impl Severity {
    /// All of them, the best first.
    pub const ALL: [Self; 4] = [Self::Ok, Self::Warning, Self::Unknown, Self::Critical];

    /// Returns the word for it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Warning => "warning",
            Self::Unknown => "unknown",
            Self::Critical => "critical",
        }
    }
}

/// What is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ValueEnum)]
#[serde(rename_all = "kebab-case")]
pub enum Rule {
    /// Whether the connection could be queried at all.
    #[value(skip)]
    Reach,
    /// Its lifecycle status.
    Status,
    /// Whether its system is reached and lets us in.
    Health,
    /// How the newest sync went.
    SyncResult,
    /// How old the last good sync is.
    SyncAge,
    /// How long its token lasts.
    Token,
    /// How many of its requests fail.
    ErrorRate,
    /// How long its requests take.
    Latency,
    /// Whether its figures became worse than they were.
    Regression,
    /// How many webhook deliveries were given up.
    Deliveries,
    /// How many events of the inbox no handler takes.
    Events,
    /// How many credits are left.
    Credits,
    /// Whether there are as many connections as there must be.
    #[value(skip)]
    Count,
}

impl Rule {
    /// All of them.
    pub const ALL: [Self; 13] = [
        Self::Reach,
        Self::Status,
        Self::Health,
        Self::SyncResult,
        Self::SyncAge,
        Self::Token,
        Self::ErrorRate,
        Self::Latency,
        Self::Regression,
        Self::Deliveries,
        Self::Events,
        Self::Credits,
        Self::Count,
    ];

    /// Returns the word for it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Reach => "reach",
            Self::Status => "status",
            Self::Health => "health",
            Self::SyncResult => "sync-result",
            Self::SyncAge => "sync-age",
            Self::Token => "token",
            Self::ErrorRate => "error-rate",
            Self::Latency => "latency",
            Self::Regression => "regression",
            Self::Deliveries => "deliveries",
            Self::Events => "events",
            Self::Credits => "credits",
            Self::Count => "count",
        }
    }

    /// Returns whether it is about the account, and not about each connection.
    pub const fn is_of_account(self) -> bool {
        matches!(self, Self::Deliveries | Self::Events | Self::Credits)
    }

    /// Returns the statement that it checks.
    pub const fn meaning(self) -> &'static str {
        match self {
            Self::Reach => "The connection can be queried.",
            Self::Status => "The status of the connection is one that is allowed.",
            Self::Health => "The connected system is reached and accepts the credentials.",
            Self::SyncResult => "The last sync did not fail.",
            Self::SyncAge => "The last successful sync is not older than its budget.",
            Self::Token => "The token of the connection lasts as long as its budget requires.",
            Self::ErrorRate => "No more of its requests failed than its budget allows.",
            Self::Latency => "The p95 latency of its calls is within its budget.",
            Self::Regression => "Its figures are not worse than before by more than the budget allows.",
            Self::Deliveries => "No more webhook deliveries were given up than the budget allows.",
            Self::Events => "The last try failed of no more events in the inbox than the budget allows.",
            Self::Credits => "As many credits are left as the budget requires.",
            Self::Count => "There are as many connections as are required, and all of them were checked.",
        }
    }

    /// Returns what to do when it does not hold.
    pub const fn advice(self) -> &'static str {
        match self {
            Self::Reach => "Run `makini doctor`; the finding has the reason and the exit code of the query.",
            Self::Status => "Run `makini connections show` with the ID.",
            Self::Health => {
                "Run `makini reconnect` with the ID where the credentials changed; otherwise look at the system."
            }
            Self::SyncResult => "Run `makini sync status` with the ID.",
            Self::SyncAge => "Run `makini sync start` with the ID, and see why the schedule did not.",
            Self::Token => "Run `makini token rotate` with the ID.",
            Self::ErrorRate => "Run `makini requests list --errors` for the connection.",
            Self::Latency => "Run `makini metrics --by endpoint` for the connection.",
            Self::Regression => "Run `makini metrics --compare 7d` for the connection.",
            Self::Deliveries => "Run `makini webhooks deliveries list --status failed`.",
            Self::Events => "Run `makini webhooks inbox list --failed`.",
            Self::Credits => "Run `makini credits`: disconnecting a connection gives its credits back.",
            Self::Count => "Run `makini connections list`.",
        }
    }
}

/// The fact by which a pending finding is known.
const PENDING: &str = "pending";

/// The result of one rule for one connection.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Finding {
    /// The rule.
    pub rule: Rule,
    /// How bad it is.
    pub severity: Severity,
    /// One line without a full stop: why.
    pub reason: String,
    /// The facts behind it, by name.
    pub evidence: Map<String, Value>,
    /// The request ID to quote to support.
    pub request_id: Option<String>,
    /// The command to type next, if something is to be done.
    pub remedy: Option<String>,
    /// The exit code of a failed query: set if, and only if, the severity is [`Severity::Unknown`].
    #[serde(serialize_with = "name", skip_serializing_if = "Option::is_none")]
    pub exit: Option<Exit>,
}

#[expect(clippy::ref_option, clippy::trivially_copy_pass_by_ref, reason = "serde passes the field by reference")]
fn name<S: Serializer>(exit: &Option<Exit>, to: S) -> Result<S::Ok, S::Error> {
    exit.map(|exit| exit.name().to_ascii_lowercase()).serialize(to)
}

impl Finding {
    fn new(rule: Rule, severity: Severity, reason: impl Into<String>) -> Self {
        Self { rule, severity, reason: reason.into(), evidence: Map::new(), request_id: None, remedy: None, exit: None }
    }

    /// All is well.
    pub fn ok(rule: Rule, reason: impl Into<String>) -> Self {
        Self::new(rule, Severity::Ok, reason)
    }

    /// It is worth a look.
    pub fn warning(rule: Rule, reason: impl Into<String>) -> Self {
        Self::new(rule, Severity::Warning, reason)
    }

    /// It is not well.
    pub fn critical(rule: Rule, reason: impl Into<String>) -> Self {
        Self::new(rule, Severity::Critical, reason)
    }

    /// The query failed.
    pub fn unknown(rule: Rule, error: &ProbeError) -> Self {
        Self {
            request_id: error.request_id.clone(),
            remedy: error.remedy.clone(),
            exit: Some(error.exit),
            ..Self::new(rule, Severity::Unknown, format!("could not ask: {}", error.message))
        }
    }

    /// Returns whether it was accepted, and passes for that reason alone.
    pub fn is_accepted(&self) -> bool {
        self.evidence.contains_key(super::acceptance::ACCEPTED)
    }

    /// Returns whether it may change by itself, because something has begun and not ended.
    fn is_pending(&self) -> bool {
        self.evidence.contains_key(PENDING)
    }

    /// Returns whether it is to be waited for: pending, and not accepted.
    pub(super) fn is_open(&self) -> bool {
        self.is_pending() && !self.is_accepted()
    }

    /// Notes that something has begun and not ended.
    #[must_use]
    pub(super) fn pending(self) -> Self {
        self.fact(PENDING, Some(true))
    }

    /// Returns how bad it would be if it were not accepted.
    pub(super) fn accepted_severity(&self) -> Option<Severity> {
        let word = self.evidence.get(super::acceptance::ACCEPTED)?.as_str()?;
        Severity::ALL.into_iter().find(|severity| severity.as_str() == word)
    }

    /// Adds a fact, if there is one.
    #[must_use]
    pub fn fact(mut self, name: &str, value: Option<impl Into<Value>>) -> Self {
        if let Some(value) = value {
            self.evidence.insert(name.into(), value.into());
        }
        self
    }

    /// Adds the request ID to quote to support.
    #[must_use]
    pub fn request(mut self, id: Option<String>) -> Self {
        self.request_id = id;
        self
    }

    /// Adds what to type next.
    #[must_use]
    pub fn remedy(mut self, command: impl Into<String>) -> Self {
        self.remedy = Some(command.into());
        self
    }
}

/// Returns a command of this program about an ID, which is an operand, or the value of the option that the words end with.
pub(super) fn command(words: &str, id: &str) -> String {
    match words.rsplit_once(' ') {
        Some((start, name)) if name.starts_with("--") => format!("makini {start} {}", shell::option(name, id)),
        _ => format!("makini {words} {}", shell::operand(id)),
    }
}

#[cfg(test)]
mod tests {
    use super::command;

    #[test]
    fn an_id_stays_one_word_in_a_shell() {
        assert_eq!(command("reconnect", "c-1_2.3"), "makini reconnect c-1_2.3");
        assert_eq!(command("reconnect", "$(rm -rf ~)"), "makini reconnect '$(rm -rf ~)'");
        assert_eq!(command("reconnect", "it's"), r"makini reconnect 'it'\''s'");
        assert_eq!(command("reconnect", "--all"), "makini reconnect -- --all");
        assert_eq!(command("reconnect", ""), "makini reconnect ''");
        assert_eq!(command("metrics --connection", "-x y"), "makini metrics --connection='-x y'");
    }
}
