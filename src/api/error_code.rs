//! Error codes of the platform: branch on these, never on a message.
//!
//! Only `AUTHENTICATION_FAILED` and `RATE_LIMIT_EXCEEDED` are published; the others are those of the sandbox, in the
//! same style. A code that is not in the table is kept as its text.

use std::fmt;

use serde::{Deserialize, Serialize};

macro_rules! error_codes {
    ($($(#[$doc:meta])* $variant:ident = $text:literal, $status:literal;)*) => {
        /// The code in the body of a failed call, in the error of a sync or in the request log.
        #[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[serde(from = "String", into = "String")]
        pub enum ErrorCode {
            $($(#[$doc])* $variant,)*
            /// Any other code, for example OAuth's `invalid_grant`.
            Other(String),
        }

        impl ErrorCode {
            /// Every code of the table.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// Returns the code as it is sent.
            pub fn as_str(&self) -> &str {
                match self { $(Self::$variant => $text,)* Self::Other(text) => text }
            }

            /// Returns the HTTP status that goes with the code, or nothing for a code that is not in the table.
            pub const fn status(&self) -> Option<u16> {
                match self { $(Self::$variant => Some($status),)* Self::Other(_) => None }
            }
        }

        impl From<&str> for ErrorCode {
            fn from(text: &str) -> Self {
                match text { $($text => Self::$variant,)* _ => Self::Other(text.to_owned()) }
            }
        }
    };
}

error_codes! {
    /// The request cannot be parsed.
    InvalidRequest = "INVALID_REQUEST", 400;
    /// Fields are missing or have wrong values; the details name them.
    ValidationFailed = "VALIDATION_FAILED", 422;
    /// No token, an unknown one, or one of the wrong kind.
    AuthenticationFailed = "AUTHENTICATION_FAILED", 401;
    /// The token has expired; renewing it helps.
    TokenExpired = "TOKEN_EXPIRED", 401;
    /// The token was revoked or replaced.
    TokenRevoked = "TOKEN_REVOKED", 401;
    /// The connected system no longer accepts the connection's credentials; no other token helps.
    ReauthorizationRequired = "REAUTHORIZATION_REQUIRED", 401;
    /// The token is valid and does not allow this.
    PermissionDenied = "PERMISSION_DENIED", 403;
    /// No such record or path.
    NotFound = "NOT_FOUND", 404;
    /// The path exists and does not offer this operation.
    OperationNotSupported = "OPERATION_NOT_SUPPORTED", 405;
    /// The request does not fit the present state.
    Conflict = "CONFLICT", 409;
    /// A sync of the connection is running; one runs at a time.
    SyncInProgress = "SYNC_IN_PROGRESS", 409;
    /// The account has fewer credits than the connection needs.
    InsufficientCredits = "INSUFFICIENT_CREDITS", 409;
    /// Too many requests; `Retry-After` gives the time to wait.
    RateLimitExceeded = "RATE_LIMIT_EXCEEDED", 429;
    /// A fault of the platform itself.
    InternalError = "INTERNAL_ERROR", 500;
    /// An encrypted value cannot be decrypted.
    SecretUnreadable = "SECRET_UNREADABLE", 500;
    /// A server before the platform got an invalid response.
    BadGateway = "BAD_GATEWAY", 502;
    /// The platform cannot answer at present.
    ServiceUnavailable = "SERVICE_UNAVAILABLE", 503;
    /// The connected system cannot be reached.
    SourceUnreachable = "SOURCE_UNREACHABLE", 503;
    /// A server before the platform got no response in time.
    GatewayTimeout = "GATEWAY_TIMEOUT", 504;
}

impl ErrorCode {
    /// Returns the most general code of a status of 400 and above.
    pub const fn of_status(status: u16) -> Self {
        match status {
            401 => Self::AuthenticationFailed,
            403 => Self::PermissionDenied,
            404 | 410 => Self::NotFound,
            405 | 501 => Self::OperationNotSupported,
            409 => Self::Conflict,
            422 => Self::ValidationFailed,
            429 => Self::RateLimitExceeded,
            400..=499 => Self::InvalidRequest,
            502 => Self::BadGateway,
            503 => Self::ServiceUnavailable,
            504 => Self::GatewayTimeout,
            _ => Self::InternalError,
        }
    }
}

impl From<String> for ErrorCode {
    fn from(text: String) -> Self {
        match Self::from(text.as_str()) {
            Self::Other(_) => Self::Other(text),
            known => known,
        }
    }
}

impl From<ErrorCode> for String {
    fn from(code: ErrorCode) -> Self {
        match code {
            ErrorCode::Other(text) => text,
            known => known.as_str().to_owned(),
        }
    }
}

impl fmt::Display for ErrorCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_and_a_foreign_one_survive_the_way_through_json() {
        for code in ErrorCode::ALL {
            assert_eq!(ErrorCode::from(code.as_str()), *code);
            assert!(code.status().is_some_and(|status| (400..600).contains(&status)), "{code}");
            let json = serde_json::to_string(code).expect("text");
            assert_eq!(serde_json::from_str::<ErrorCode>(&json).ok().as_ref(), Some(code), "{json}");
        }
        let foreign: ErrorCode = serde_json::from_str(r#""invalid_grant""#).expect("text");
        assert_eq!(foreign, ErrorCode::Other("invalid_grant".into()));
        assert_eq!((foreign.as_str(), foreign.status()), ("invalid_grant", None));
    }
}
