//! What can be wrong: one row for each cause, with the signs that point to it.

use crate::api::connections::Health;
use crate::api::error_code::ErrorCode;
use crate::api::requests::RequestKind;
use crate::exchange::{NOT_JSON, REDIRECT, UNEXPECTED};
use crate::requests::{Origin, Record};
use crate::shell::{operand, option};

/// Whose call a failed request was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Caller {
    /// Anybody's.
    Any,
    /// The platform's, of the connected system: for a sync, or to try the system again.
    Platform,
}

/// A cause, and the signs of it.
#[derive(Debug)]
pub struct Rule {
    /// The word for it in machine output.
    pub cause: &'static str,
    /// What it is, in a sentence without a full stop.
    pub statement: &'static str,
    /// Whose calls fail so.
    caller: Caller,
    /// Codes of the platform that name it.
    codes: &'static [ErrorCode],
    /// Words of this program for what happened on the way.
    words: &'static [&'static str],
    /// Statuses, from the first to the last, that mean it where no code does.
    statuses: &'static [(u64, u64)],
    /// The health of a connection that shows it.
    pub health: Option<Health>,
    /// Whether it is a mistake of whoever sent the request, which says nothing about the connection.
    pub is_of_sender: bool,
    /// What to do about it where no command does.
    pub advice: Option<&'static str>,
    /// The commands that help, with `{connection}` where its ID belongs.
    next: &'static [&'static str],
}

const NOTHING: Rule = Rule {
    cause: "",
    statement: "",
    caller: Caller::Any,
    codes: &[],
    words: &[],
    statuses: &[],
    health: None,
    is_of_sender: false,
    advice: None,
    next: &[],
};

/// Every cause that a code, a status or a state names. The first that fits is the one: those of the platform's own calls
/// come before those of everybody's.
pub static RULES: &[Rule] = &[
    Rule {
        cause: "system_unreachable",
        statement: "the system behind the connection could not be reached",
        codes: &[ErrorCode::SourceUnreachable],
        health: Some(Health::Offline),
        advice: Some(
            "See whether the system is up, and whether its firewall or VPN lets the platform in; it is tried again by itself.",
        ),
        next: &["connections status {connection}"],
        ..NOTHING
    },
    Rule {
        cause: "credentials_refused",
        statement: "the system behind the connection no longer accepts its credentials",
        codes: &[ErrorCode::ReauthorizationRequired],
        health: Some(Health::ReauthorizationRequired),
        next: &["reconnect {connection}"],
        ..NOTHING
    },
    Rule {
        cause: "system_call_failed",
        statement: "the platform called the system behind the connection, and the call failed on one side or the other",
        caller: Caller::Platform,
        codes: &[
            ErrorCode::InternalError,
            ErrorCode::BadGateway,
            ErrorCode::ServiceUnavailable,
            ErrorCode::GatewayTimeout,
        ],
        statuses: &[(500, 599)],
        advice: Some("The log of the system shows whether it received the call; the next sync tries again."),
        next: &["sync list {connection}"],
        ..NOTHING
    },
    Rule {
        cause: "token_expired",
        statement: "the token had expired",
        codes: &[ErrorCode::TokenExpired],
        next: &["token rotate {connection}", "login"],
        ..NOTHING
    },
    Rule {
        cause: "token_revoked",
        statement: "the token had been revoked",
        codes: &[ErrorCode::TokenRevoked],
        next: &["token rotate {connection}", "login"],
        ..NOTHING
    },
    Rule {
        cause: "token_refused",
        statement: "the token was not accepted",
        codes: &[ErrorCode::AuthenticationFailed],
        statuses: &[(401, 401)],
        next: &["login"],
        ..NOTHING
    },
    Rule {
        cause: "not_permitted",
        statement: "the token does not allow this",
        codes: &[ErrorCode::PermissionDenied],
        statuses: &[(403, 403)],
        next: &["whoami"],
        ..NOTHING
    },
    Rule {
        cause: "rate_limited",
        statement: "too many requests in too short a time",
        codes: &[ErrorCode::RateLimitExceeded],
        statuses: &[(429, 429)],
        advice: Some("Send fewer at once, and wait as long as `Retry-After` asks."),
        next: &["metrics {connection} --by endpoint"],
        ..NOTHING
    },
    Rule {
        cause: "sync_running",
        statement: "a sync of the connection was running already",
        codes: &[ErrorCode::SyncInProgress],
        next: &["sync watch {connection}"],
        is_of_sender: true,
        ..NOTHING
    },
    Rule {
        cause: "too_few_credits",
        statement: "the account has too few credits",
        codes: &[ErrorCode::InsufficientCredits],
        next: &["credits"],
        ..NOTHING
    },
    Rule {
        cause: "state_conflict",
        statement: "the request did not fit the state that the platform was in",
        codes: &[ErrorCode::Conflict],
        statuses: &[(409, 409), (412, 412)],
        is_of_sender: true,
        ..NOTHING
    },
    Rule {
        cause: "not_offered",
        statement: "the server does not offer this",
        codes: &[ErrorCode::OperationNotSupported],
        statuses: &[(405, 405), (501, 501)],
        next: &["api endpoints"],
        is_of_sender: true,
        ..NOTHING
    },
    Rule {
        cause: "not_found",
        statement: "there was no such thing",
        codes: &[ErrorCode::NotFound],
        statuses: &[(404, 404), (410, 410)],
        is_of_sender: true,
        ..NOTHING
    },
    Rule {
        cause: "request_invalid",
        statement: "the request was not valid",
        codes: &[ErrorCode::ValidationFailed, ErrorCode::InvalidRequest],
        statuses: &[(400, 400), (422, 422)],
        is_of_sender: true,
        ..NOTHING
    },
    Rule {
        cause: "request_refused",
        statement: "the server refused the request",
        statuses: &[(400, 499)],
        is_of_sender: true,
        ..NOTHING
    },
    Rule {
        cause: "platform_failed",
        statement: "the platform, or something before it, failed",
        codes: &[
            ErrorCode::InternalError,
            ErrorCode::SecretUnreadable,
            ErrorCode::BadGateway,
            ErrorCode::ServiceUnavailable,
            ErrorCode::GatewayTimeout,
        ],
        statuses: &[(500, 599)],
        advice: Some("Try again; if it lasts, send the request ID to the platform's support."),
        ..NOTHING
    },
    Rule {
        cause: "answer_broken",
        statement: "the answer broke off on the way: the server, or a proxy before it, closed the connection",
        words: &["reset"],
        advice: Some("A server that restarts does this, and a proxy whose time limit is short."),
        next: &["doctor"],
        ..NOTHING
    },
    Rule {
        cause: "answer_elsewhere",
        statement: "the server pointed elsewhere: to a page for people to log in, or to another address of the API",
        words: &[REDIRECT],
        advice: Some("Check the address of the server, and whether something before it wants a login."),
        next: &["doctor"],
        ..NOTHING
    },
    Rule {
        cause: "answer_unreadable",
        statement: "no answer came, or none that could be read",
        words: &[NOT_JSON, UNEXPECTED, "unreadable", "too_large", "client"],
        next: &["doctor"],
        ..NOTHING
    },
    Rule {
        cause: "name_unknown",
        statement: "the name of the server could not be resolved",
        words: &["dns"],
        next: &["doctor"],
        ..NOTHING
    },
    Rule {
        cause: "tls_refused",
        statement: "no secure connection to the server could be made",
        words: &["tls"],
        next: &["doctor"],
        ..NOTHING
    },
    Rule {
        cause: "no_answer_in_time",
        statement: "no answer came in time",
        words: &["timeout"],
        statuses: &[(408, 408)],
        next: &["doctor"],
        ..NOTHING
    },
    Rule {
        cause: "platform_unreachable",
        statement: "this machine could not reach the platform",
        words: &["connect", "proxy"],
        next: &["doctor"],
        ..NOTHING
    },
];

impl Rule {
    /// Returns the commands that help, the most specific first; those about a connection only where one is known.
    pub fn commands(&self, connection: Option<&str>) -> Vec<String> {
        let (about, others): (Vec<&str>, Vec<&str>) = self.next.iter().partition(|next| next.contains("{connection}"));
        let filled: Vec<String> = match connection {
            // What helps the connection helps more than what helps the account.
            Some(id) if !about.is_empty() => {
                about.iter().map(|next| next.replace("{connection}", &operand(id))).collect()
            }
            _ => others.iter().map(|next| (*next).to_owned()).collect(),
        };
        filled.into_iter().map(|command| format!("makini {command}")).collect()
    }

    /// Whether every call that reaches the system shows whether it is so, whoever sent it.
    pub fn is_of_system(&self) -> bool {
        self.health.is_some() || self.caller == Caller::Platform
    }

    fn is_for(&self, kind: Option<&str>) -> bool {
        let is_of_platform =
            kind.is_some_and(|kind| kind == RequestKind::Sync.as_str() || kind == RequestKind::Probe.as_str());
        self.caller == Caller::Any || is_of_platform
    }

    /// Returns the rule whose sign a code is, of the platform or of this program.
    pub fn of_code(code: &str, kind: Option<&str>) -> Option<&'static Self> {
        let code = code.trim();
        let known = ErrorCode::from(code);
        let has = |rule: &&Self| rule.codes.contains(&known) || rule.words.contains(&code);
        RULES.iter().filter(|rule| rule.is_for(kind)).find(has)
    }

    /// Returns the rule of a status that no code explains.
    fn of_status(status: u64, kind: Option<&str>) -> Option<&'static Self> {
        let has = |rule: &&Self| rule.statuses.iter().any(|(first, last)| (*first..=*last).contains(&status));
        RULES.iter().filter(|rule| rule.is_for(kind)).find(has)
    }
}

/// How well a sign is known to mean its cause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// A code names it.
    Code,
    /// Only a status, or that no answer came.
    Status,
}

/// Returns the cause of one failed request by itself; nothing for one that succeeded.
pub fn of_record(record: &Record) -> Option<(&'static Rule, Sign)> {
    let kind = record.kind.as_deref();
    // An answer that could not be read has a status that promised more.
    if let Some(rule) = record.error_code.as_deref().and_then(|code| Rule::of_code(code, kind)) {
        return Some((rule, Sign::Code));
    }
    if !record.is_failed() {
        return None;
    }
    let rule = match record.status {
        // A status that HTTP does not have came from something else than the API.
        Some(status) => Rule::of_status(status, kind).or_else(unreadable)?,
        // How a request of the server's log ended that has no status is not known.
        None if record.known_to == Origin::Server => return None,
        None => unreadable()?,
    };
    Some((rule, Sign::Status))
}

/// Returns the rule of an answer of which nothing more is known.
fn unreadable() -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.cause == "answer_unreadable")
}

/// Returns a command as it answers where the server cannot be reached: lists come from the journal of this machine.
pub fn offline(command: &str) -> String {
    let from = if command.starts_with("makini requests list") { " --source journal" } else { "" };
    format!("{command}{from}")
}

/// Returns the commands about one request: those of its cause, the failures of its connection, its sync.
pub fn commands(record: &Record) -> Vec<String> {
    let id = record.connection_id.as_deref();
    let mut commands = Vec::new();
    if let Some((rule, _)) = of_record(record) {
        commands.extend(rule.commands(id));
        let only = id.map(|id| format!(" {}", option("--connection", id))).unwrap_or_default();
        commands.push(format!("makini requests list{only} --errors"));
    }
    if let (Some(sync), Some(id)) = (&record.sync_id, id) {
        commands.push(format!("makini sync show {} {}", operand(id), operand(sync)));
    }
    commands
}
