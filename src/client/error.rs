//! Why a call failed, and how the process ends because of it.

use std::fmt;
use std::time::Duration;

use http::{HeaderMap, StatusCode};
use jiff::Timestamp;
use thiserror::Error;

use super::error_body::{self, ErrorBody};
use super::transport::{Call, Scope};
use crate::api::error_code::ErrorCode;
use crate::api::operation::Operation;
use crate::exit::Exit;
use crate::failure::{Classify, Failure, LOG_IN};
use crate::network::{Fault, NetworkError, SetupError};

/// Why a call failed. Text inside may come from a server and is never safe to print raw.
#[derive(Debug, Error)]
pub enum Error {
    /// The server returned a status of 400 or above.
    #[error("{0}")]
    Answered(Box<ErrorResponse>),
    /// The server returned a redirect. It is not followed: the token belongs to one origin.
    #[error("the server answered {status} and pointed to {to}, and redirects are not followed")]
    Redirected {
        /// HTTP status.
        status: u16,
        /// Target of the redirect, as sent.
        to: String,
        /// Request ID.
        request_id: Option<String>,
    },
    /// There was no response.
    #[error("{0}")]
    Network(NetworkError),
    /// The response is larger than the limit.
    #[error("the answer is larger than {}, and no more of it was read", size(*limit))]
    TooLarge {
        /// The limit in bytes, after decompression.
        limit: u64,
    },
    /// The response is invalid: HTML, no JSON, not UTF-8, the wrong shape.
    #[error("an answer that breaks the API's promise: {status} with {what}")]
    Broken {
        /// HTTP status.
        status: u16,
        /// What is invalid about it.
        what: String,
        /// Request ID.
        request_id: Option<String>,
    },
    /// The server does not advertise this operation, and the profile does not map it.
    #[error("this server does not offer {} (operation `{operation}`)", in_words(operation))]
    Unsupported {
        /// Name of the operation.
        operation: String,
    },
    /// The connection failed too often; calls are suspended for a while.
    #[error("connection {connection} failed {failures} times in a row and is left alone for {} s", wait.as_secs().max(1))]
    Paused {
        /// Connection ID.
        connection: String,
        /// Number of failures in a row.
        failures: u32,
        /// Time until calls are allowed again.
        wait: Duration,
    },
    /// There is no token for the call.
    #[error("{0}")]
    Token(Box<dyn Classify>),
    /// An argument cannot be put into a request.
    #[error("{0}")]
    Argument(String),
    /// The client cannot be built from the settings: a certificate file, a proxy address.
    #[error("{0}")]
    Setup(String),
}

/// A response with a status of 400 or above.
#[derive(Clone, Debug)]
pub struct ErrorResponse {
    /// HTTP status.
    pub status: u16,
    /// Owner of the token that was used.
    pub scope: Scope,
    /// Value of `Retry-After`.
    pub retry_after: Option<Duration>,
    /// The error in its body.
    pub body: ErrorBody,
}

/// Returns what an operation does, from its name: `credits_get` is "to get credits".
fn in_words(operation: &str) -> String {
    match operation.rsplit_once('_') {
        // Those whose last word is no verb.
        Some((noun, what @ ("firing" | "status" | "hook" | "page"))) => {
            format!("the {} {what}", noun.replace('_', " "))
        }
        Some((noun, "list")) => format!("to list {}", several(&noun.replace('_', " "))),
        Some((noun, verb)) => format!("to {verb} {}", noun.replace('_', " ")),
        None => "it".to_owned(),
    }
}

/// Returns the plural of a noun of an operation.
fn several(noun: &str) -> String {
    match noun.strip_suffix('y') {
        Some(stem) => format!("{stem}ies"),
        None if noun.ends_with("data") => noun.to_owned(),
        None => format!("{noun}s"),
    }
}

impl Error {
    /// Builds the error for a status of 400 or above.
    pub fn answered(status: StatusCode, headers: &HeaderMap, body: &[u8], call: &Call, now: Timestamp) -> Self {
        Self::Answered(Box::new(ErrorResponse {
            status: status.as_u16(),
            scope: call.scope.clone(),
            retry_after: error_body::retry_after(headers, now),
            body: error_body::read(headers, body),
        }))
    }

    /// Returns the HTTP status, if there was a response.
    pub fn status(&self) -> Option<u16> {
        match self {
            Self::Answered(answered) => Some(answered.status),
            Self::Redirected { status, .. } | Self::Broken { status, .. } => Some(*status),
            _ => None,
        }
    }

    /// Returns the response, if its status was 400 or above.
    pub fn response(&self) -> Option<&ErrorResponse> {
        match self {
            Self::Answered(answered) => Some(answered),
            _ => None,
        }
    }

    /// Returns the platform's error code, where the server sent one.
    pub fn error_code(&self) -> Option<&ErrorCode> {
        self.response()?.body.code.as_ref()
    }

    /// Returns whether the server has no such record or no such path.
    pub fn is_not_found(&self) -> bool {
        self.status() == Some(404)
    }

    /// Returns whether the connected system no longer accepts the connection's credentials.
    pub fn needs_reauthorization(&self) -> bool {
        self.error_code() == Some(&ErrorCode::ReauthorizationRequired)
    }

    /// Returns whether a later retry may succeed: unreachable, overloaded, or a server error. A redirect and an answer
    /// that breaks the API's promise come from something else than the API.
    pub fn is_passing(&self) -> bool {
        let is_broken = matches!(self, Self::Redirected { .. } | Self::Broken { .. } | Self::TooLarge { .. });
        !is_broken && matches!(self.exit(), Exit::Unavailable | Exit::RateLimited)
    }
}

impl fmt::Display for ErrorResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let reason = StatusCode::from_u16(self.status).ok().and_then(|status| status.canonical_reason());
        write!(f, "the server answered {}", self.status)?;
        if let Some(reason) = reason {
            write!(f, " {reason}")?;
        }
        match (&self.body.message, &self.body.code) {
            (Some(message), _) => write!(f, ": {message}")?,
            (None, Some(code)) => write!(f, ": {code}")?,
            (None, None) if self.body.page => f.write_str(" with a web page, which does not come from the API")?,
            (None, None) => {}
        }
        for (index, (field, wrong)) in self.body.fields.iter().enumerate() {
            f.write_str(if index == 0 { " (" } else { "; " })?;
            if wrong.is_empty() { f.write_str(field)? } else { write!(f, "{field}: {wrong}")? }
        }
        if !self.body.fields.is_empty() {
            f.write_str(")")?;
        }
        Ok(())
    }
}

impl ErrorResponse {
    fn hint(&self) -> Option<String> {
        let connection = self.scope.connection().map(word);
        match (self.status, self.body.code.as_ref(), connection) {
            (_, Some(ErrorCode::ReauthorizationRequired), Some(id)) => {
                Some(format!("the system no longer accepts the connection's credentials: run `makini reconnect {id}`"))
            }
            (_, Some(ErrorCode::ReauthorizationRequired), None) => {
                let list = "`makini connections list --health reauthorization_required` shows which connection";
                Some(format!("the system no longer accepts a connection's credentials: {list}"))
            }
            (401, _, Some(id)) => Some(format!("run `makini token rotate {id}`, or `makini login` if that fails too")),
            (401, _, None) => Some(LOG_IN.into()),
            (403, ..) => Some("logging in again will not help: the token may not do this; see `makini whoami`".into()),
            (407, ..) => Some("the proxy wants a user name and a password; see `makini doctor`".into()),
            (429, ..) => Some(match self.retry_after {
                Some(wait) if wait > Duration::from_hours(24) => "wait a day or more and try again".into(),
                Some(wait) if wait.as_secs() > 120 => format!("wait {} min and try again", wait.as_secs().div_ceil(60)),
                Some(wait) => format!("wait {} s and try again", wait.as_secs().max(1)),
                None => "wait a minute and try again".into(),
            }),
            (404, None, _) if self.body.page => {
                Some("the platform may be at another address: see `makini whoami`".into())
            }
            (409, Some(ErrorCode::InsufficientCredits), _) => Some("see `makini credits`".into()),
            (409, Some(ErrorCode::SyncInProgress), Some(id)) => Some(format!("run `makini sync watch {id}`")),
            (500.., ..) => match &self.body.request_id {
                Some(id) => Some(format!("try again later, or run `makini requests show {}`", word(id))),
                None => Some("try again later".into()),
            },
            _ => None,
        }
    }
}

fn size(bytes: u64) -> String {
    const MIB: u64 = 1 << 20;
    if bytes.is_multiple_of(MIB) { format!("{} MiB", bytes / MIB) } else { format!("{bytes} bytes") }
}

/// Returns a foreign ID as it may be pasted into a command line.
fn word(text: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | ':');
    if !text.is_empty() && !text.starts_with('-') && text.chars().all(plain) { text.into() } else { "ID".into() }
}

impl Classify for Error {
    fn exit(&self) -> Exit {
        match self {
            Self::Answered(answered) => match answered.status {
                401 => Exit::Auth,
                403 => Exit::Forbidden,
                404 | 410 => Exit::NotFound,
                405 | 501 => Exit::Unsupported,
                429 => Exit::RateLimited,
                // The proxy's own refusal, and a request that took too long to arrive: not a response of the API.
                407 | 408 | 500.. => Exit::Unavailable,
                _ => Exit::Refused,
            },
            Self::Redirected { .. }
            | Self::Network(_)
            | Self::TooLarge { .. }
            | Self::Broken { .. }
            | Self::Paused { .. } => Exit::Unavailable,
            Self::Unsupported { .. } => Exit::Unsupported,
            Self::Token(inner) => inner.exit(),
            Self::Argument(_) | Self::Setup(_) => Exit::Usage,
        }
    }

    fn hint(&self) -> Option<String> {
        match self {
            Self::Answered(answered) => answered.hint(),
            Self::Redirected { .. } => Some("check the server address with `makini whoami`".into()),
            Self::Network(network) => Some(network.hint()),
            Self::TooLarge { .. } => {
                Some("no answer of the platform is that large: check the server address with `makini whoami`".into())
            }
            Self::Broken { .. } => Some("check the server address with `makini doctor`".into()),
            Self::Unsupported { operation } => Some(format!(
                "if you have the documentation of this server, map `{operation}` (`makini api endpoints import --help`); `makini api \
                 endpoints` lists what is known"
            )),
            Self::Paused { connection, .. } => {
                Some(format!("run `makini connections status {}` to see why", word(connection)))
            }
            Self::Token(inner) => inner.hint(),
            Self::Argument(_) | Self::Setup(_) => None,
        }
    }

    fn hints(&self) -> Vec<String> {
        let instead = match self {
            Self::Unsupported { operation } => Operation::by_name(operation).and_then(Operation::instead),
            _ => None,
        };
        instead.into_iter().chain(self.hint()).collect()
    }

    fn request_id(&self) -> Option<String> {
        match self {
            Self::Answered(answered) => answered.body.request_id.clone(),
            Self::Redirected { request_id, .. } | Self::Broken { request_id, .. } => request_id.clone(),
            Self::Token(inner) => inner.request_id(),
            _ => None,
        }
    }

    fn code(&self) -> Option<String> {
        match self {
            Self::Answered(answered) => answered.body.code.clone().map(String::from),
            Self::Network(network) => Some(network.fault.code().into()),
            Self::Token(inner) => inner.code(),
            _ => None,
        }
    }
}

impl From<SetupError> for Error {
    fn from(error: SetupError) -> Self {
        Self::Setup(error.0)
    }
}

impl From<NetworkError> for Error {
    fn from(error: NetworkError) -> Self {
        Self::Network(error)
    }
}

impl Error {
    /// Returns whether the request certainly did not reach the server, so that even a POST may be sent again.
    pub fn surely_not_sent(&self) -> bool {
        matches!(self, Self::Network(network) if network.fault.surely_not_sent())
    }

    /// Returns whether the server may have done what was asked for: the answer was lost on its way, or is none of the API.
    pub fn may_be_done(&self) -> bool {
        match self {
            Self::Network(network) => !network.fault.surely_not_sent(),
            Self::TooLarge { .. } => true,
            Self::Broken { status, .. } => (200..300).contains(status),
            // What gateways answer when the server behind them does not.
            Self::Answered(answered) => matches!(answered.status, 502 | 504),
            _ => false,
        }
    }

    /// Returns the failure of a call that creates something. Where it may be done, trying again would do it twice: the advice
    /// is `look`, which shows whether it is.
    pub fn while_creating(self, what: String, look: &str) -> Failure {
        let may_be_done = self.may_be_done();
        // A wrong address and wrong credentials stay so, whatever was done.
        let keeps_advice = matches!(self, Self::TooLarge { .. } | Self::Broken { .. }) || self.needs_reauthorization();
        let mut failure = Failure::from(self).during(what);
        if !may_be_done {
            return failure;
        }
        if !keeps_advice {
            failure.hints.clear();
        }
        failure.hint(format!("it may have been created all the same: `{look}` shows whether it was"))
    }

    /// Returns the network fault, if it was one.
    pub fn fault(&self) -> Option<Fault> {
        match self {
            Self::Network(network) => Some(network.fault),
            _ => None,
        }
    }
}
