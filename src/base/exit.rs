//! The one table of exit codes.
//!
//! Scripts depend on the difference between "the answer is no" ([`Exit::Unhealthy`], [`Exit::Degraded`],
//! [`Exit::Invalid`], [`Exit::Drift`]) and "could not ask" (everything else that is not zero).

use std::process::ExitCode;

/// How the process ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Exit {
    /// Done; healthy; valid; a closed pipe is also done.
    Ok,
    /// It worked and the answer is no.
    Unhealthy,
    /// The command line or the configuration is wrong.
    Usage,
    /// Only warnings, when asked to care.
    Degraded,
    /// Log in first.
    Auth,
    /// Logging in again will not help.
    Forbidden,
    /// There is no such thing.
    NotFound,
    /// Too many requests, after retries.
    RateLimited,
    /// Still going when the wait ended.
    Pending,
    /// Never reached it, or an answer that breaks the API's promise.
    Unavailable,
    /// A signature or a payload is bad.
    Invalid,
    /// A difference was found, when asked to care.
    Drift,
    /// A question was answered no, or could not be asked.
    Unconfirmed,
    /// The server refused the request for another reason.
    Refused,
    /// This machine: disk, journal, inbox, secret store.
    Local,
    /// This server does not offer the operation.
    Unsupported,
    /// Our fault.
    Bug,
    /// Stopped by Ctrl-C before the work was done.
    Interrupted,
    /// Stopped by a termination signal before the work was done.
    Terminated,
}

impl Exit {
    /// Every row of the table, in the order of the codes.
    pub const ALL: [Self; 19] = [
        Self::Ok,
        Self::Unhealthy,
        Self::Usage,
        Self::Degraded,
        Self::Auth,
        Self::Forbidden,
        Self::NotFound,
        Self::RateLimited,
        Self::Pending,
        Self::Unavailable,
        Self::Invalid,
        Self::Drift,
        Self::Unconfirmed,
        Self::Refused,
        Self::Local,
        Self::Unsupported,
        Self::Bug,
        Self::Interrupted,
        Self::Terminated,
    ];

    /// Returns the number the shell sees.
    pub const fn code(self) -> u8 {
        match self {
            Self::Ok => 0,
            Self::Unhealthy => 1,
            Self::Usage => 2,
            Self::Degraded => 3,
            Self::Auth => 4,
            Self::Forbidden => 5,
            Self::NotFound => 6,
            Self::RateLimited => 7,
            Self::Pending => 8,
            Self::Unavailable => 9,
            Self::Invalid => 10,
            Self::Drift => 11,
            Self::Unconfirmed => 12,
            Self::Refused => 13,
            Self::Local => 14,
            Self::Unsupported => 15,
            Self::Bug => 70,
            Self::Interrupted => 130,
            Self::Terminated => 143,
        }
    }

    /// Returns the name used in the documentation and, in lower case, as the `kind` of an error object.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ok => "Ok",
            Self::Unhealthy => "Unhealthy",
            Self::Usage => "Usage",
            Self::Degraded => "Degraded",
            Self::Auth => "Auth",
            Self::Forbidden => "Forbidden",
            Self::NotFound => "NotFound",
            Self::RateLimited => "RateLimited",
            Self::Pending => "Pending",
            Self::Unavailable => "Unavailable",
            Self::Invalid => "Invalid",
            Self::Drift => "Drift",
            Self::Unconfirmed => "Unconfirmed",
            Self::Refused => "Refused",
            Self::Local => "Local",
            Self::Unsupported => "Unsupported",
            Self::Bug => "Bug",
            Self::Interrupted => "Interrupted",
            Self::Terminated => "Terminated",
        }
    }

    /// Returns what the code means, as the documentation prints it.
    pub const fn meaning(self) -> &'static str {
        match self {
            Self::Ok => "done; healthy; valid; a closed pipe is also done",
            Self::Unhealthy => "the answer is no: a check failed, a sync failed, a budget was exceeded",
            Self::Usage => "invalid command line or configuration, or a file named there that does not exist",
            Self::Degraded => "warnings only, with `--fail-on warning`",
            Self::Auth => "not logged in: token missing, expired or revoked, 401",
            Self::Forbidden => "403; logging in again will not help",
            Self::NotFound => "404, or not found on this machine",
            Self::RateLimited => "429, after retries",
            Self::Pending => "still running when the wait time ended",
            Self::Unavailable => "unreachable, 5xx, or an invalid response; retrying may help",
            Self::Invalid => "invalid signature or payload",
            Self::Drift => "a difference was found, with `--check`",
            Self::Unconfirmed => "not confirmed: answered no, or no prompt was possible",
            Self::Refused => "any other 4xx",
            Self::Local => "this machine: disk, journal, inbox, secret store",
            Self::Unsupported => "the server does not support the operation",
            Self::Bug => "internal error (a bug), with the path of a report",
            Self::Interrupted => "interrupted by Ctrl-C",
            Self::Terminated => "terminated by a signal",
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit.code())
    }
}
