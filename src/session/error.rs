//! Why there is no token to call with.

use thiserror::Error;

use crate::client;
use crate::exit::Exit;
use crate::failure::{Classify, LOG_IN};
use crate::secrets::StoreError;

/// The hint where tokens come from `secret_command`, which stores none.
pub const OF_SECRET_COMMAND: &str = "store the token where `secret_command` reads it; `makini doctor` runs the command";

/// Why there is no token to call with. Never holds one.
#[derive(Debug, Error)]
pub enum Error {
    /// There is no login.
    #[error("there is no login for {server}{}", after_colon(complaint.as_deref()))]
    LoggedOut {
        /// The server's origin.
        server: String,
        /// What the secret store complained about.
        complaint: Option<String>,
    },
    /// The stored token belongs to another server, and is not sent to this one.
    #[error("the stored token is for {stored}, and is not sent to {server}")]
    OtherServer {
        /// The server it is bound to.
        stored: String,
        /// The server of this call.
        server: String,
    },
    /// The stored entry was not written by this program.
    #[error("the stored token cannot be read")]
    Unreadable,
    /// The token could not be renewed, and there is nothing to log in again with.
    #[error("the login has ended: {reason}")]
    Ended {
        /// The server's message.
        reason: String,
        /// The request ID.
        request_id: Option<String>,
    },
    /// There is no token for a connection, and issuing one is not allowed.
    #[error("no token of connection {id} is stored, and issuing one is switched off")]
    NotIssued {
        /// The connection.
        id: String,
    },
    /// Another process has been renewing the same token for too long.
    #[error("another process has held the token lock for {seconds} s")]
    Busy {
        /// The time-out in seconds.
        seconds: u64,
    },
    /// The store failed.
    #[error("{0}")]
    Store(StoreError),
    /// A call for a token failed.
    #[error("{0}")]
    Call(client::Error),
    /// The browser did not bring back a code.
    #[error("the login failed: {0}")]
    Login(String),
    /// The browser did not come back in time.
    #[error("the browser did not return within {seconds} s")]
    Late {
        /// The time-out in seconds.
        seconds: u64,
    },
    /// No port to wait for the browser on.
    #[error("cannot wait for the browser on {address}: {reason}")]
    Listen {
        /// The address.
        address: String,
        /// Why.
        reason: String,
    },
}

fn after_colon(text: Option<&str>) -> String {
    text.map(|text| format!(": {text}")).unwrap_or_default()
}

impl Classify for Error {
    fn exit(&self) -> Exit {
        match self {
            Self::LoggedOut { .. }
            | Self::OtherServer { .. }
            | Self::Unreadable
            | Self::Ended { .. }
            | Self::NotIssued { .. }
            | Self::Login(_)
            | Self::Late { .. } => Exit::Auth,
            Self::Busy { .. } | Self::Listen { .. } => Exit::Local,
            Self::Store(error) => error.exit(),
            Self::Call(error) => error.exit(),
        }
    }

    fn hint(&self) -> Option<String> {
        match self {
            Self::LoggedOut { complaint: Some(_), .. } => Some(OF_SECRET_COMMAND.into()),
            Self::LoggedOut { .. }
            | Self::OtherServer { .. }
            | Self::Unreadable
            | Self::Ended { .. }
            | Self::Login(_)
            | Self::Late { .. } => Some(LOG_IN.into()),
            Self::NotIssued { id } => Some(format!("run `makini token rotate {id}`")),
            Self::Busy { .. } => Some("try again; the other process may be waiting for the network".into()),
            Self::Listen { .. } => Some("choose another port, or log in without a browser".into()),
            Self::Store(error) => error.hint(),
            Self::Call(error) => error.hint(),
        }
    }

    fn request_id(&self) -> Option<String> {
        match self {
            Self::Ended { request_id, .. } => request_id.clone(),
            Self::Call(error) => error.request_id(),
            _ => None,
        }
    }

    fn code(&self) -> Option<String> {
        match self {
            Self::Call(error) => error.code(),
            _ => None,
        }
    }
}

impl From<client::Error> for Error {
    fn from(error: client::Error) -> Self {
        Self::Call(error)
    }
}

impl From<StoreError> for Error {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

/// Passes a session's error through the client's layers; an error of the client is returned as it was.
impl From<Error> for client::Error {
    fn from(error: Error) -> Self {
        match error {
            Error::Call(error) => error,
            other => Self::Token(Box::new(other)),
        }
    }
}
