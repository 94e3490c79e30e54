//! What a handler did wrong, and what to change: the remedy follows what happened, not only what was sent.

use std::fmt;

use crate::api::events;
use crate::inbox::forward::{NoResponse, Sent};

/// What a handler did instead of what is expected of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It refused a valid delivery with this status.
    Refused(u16),
    /// It accepted an invalid delivery with this status.
    Accepted(u16),
    /// It accepted a valid delivery with a 2xx that does not count as delivered.
    OtherSuccess(u16),
    /// It redirected.
    Redirected(u16),
    /// It answered 5xx.
    Broke(u16),
    /// It answered with a status that is not expected of any handler.
    Odd(u16),
    /// It sent no response: why, and the error for people.
    NoResponse(NoResponse, String),
    /// The delivery that was sent twice had this number of effects.
    Effects(u64),
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(status) => write!(f, "it refused it with {status}"),
            Self::Accepted(status) => write!(f, "it accepted it with {status}"),
            Self::OtherSuccess(status) => {
                write!(f, "it answered {status}; only {} counts as delivered", events::HANDLED)
            }
            Self::Redirected(status) => write!(f, "it answered {status}; the platform follows no redirects"),
            Self::Broke(status) => write!(f, "it broke: it answered {status}"),
            Self::Odd(status) => write!(f, "it answered {status}"),
            Self::NoResponse(_, error) => f.write_str(error),
            Self::Effects(0) => f.write_str("it had no effect at all, as the handler counts"),
            Self::Effects(effects) => write!(f, "it had {effects} effects, as the handler counts"),
        }
    }
}

/// What a good handler does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// It answers 200 in time.
    Accepted,
    /// It answers 4xx in time.
    Refused,
    /// It answers 4xx in time, or hangs up.
    RefusedOrCut,
    /// It answers 200 or 4xx, in time.
    Survived,
}

impl Expected {
    /// Returns what is shown.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Accepted => "200 within 10 s",
            Self::Refused => "4xx",
            Self::RefusedOrCut => "4xx, or hangs up",
            Self::Survived => "200 or 4xx",
        }
    }

    /// Judges a response.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn judge(self, sent: &Sent) -> Result<(), Fault> {
        let Some(status) = sent.status else {
            let why = sent.no_response.unwrap_or(NoResponse::BrokenOff);
            // Whoever hangs up has seen enough; whoever keeps the sender waiting has not.
            return match (self, why) {
                (Self::RefusedOrCut, NoResponse::BrokenOff) => Ok(()),
                _ => Err(Fault::NoResponse(why, sent.error.clone().unwrap_or_default())),
            };
        };
        let wants_success = matches!(self, Self::Accepted | Self::Survived);
        match status {
            _ if events::is_handled(status) => {
                if wants_success {
                    Ok(())
                } else {
                    Err(Fault::Accepted(status))
                }
            }
            200..=299 => Err(if wants_success { Fault::OtherSuccess(status) } else { Fault::Accepted(status) }),
            300..=399 => Err(Fault::Redirected(status)),
            400..=499 => {
                if self == Self::Accepted {
                    Err(Fault::Refused(status))
                } else {
                    Ok(())
                }
            }
            500..=599 => Err(Fault::Broke(status)),
            _ => Err(Fault::Odd(status)),
        }
    }
}

/// What is signed: it decides what a handler has to verify.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signed {
    /// The bytes of the body.
    Bytes,
    /// The value of the body, as `JSON.stringify` writes it.
    Value,
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    fn sent(status: u16) -> Sent {
        Sent { status: Some(status), no_response: None, error: None, elapsed: Duration::ZERO }
    }

    fn silent(why: NoResponse) -> Sent {
        Sent { status: None, no_response: Some(why), error: Some("no response".into()), elapsed: Duration::ZERO }
    }

    #[test]
    fn what_counts() {
        for (expected, good, bad) in [
            (Expected::Accepted, &[200][..], &[201, 204, 302, 400, 401, 500, 100, 600][..]),
            (Expected::Refused, &[400, 401, 403, 413], &[200, 204, 301, 500, 503]),
            (Expected::Survived, &[200, 400, 415], &[204, 302, 500]),
        ] {
            for status in good {
                assert_eq!(expected.judge(&sent(*status)), Ok(()), "{expected:?} {status}");
            }
            for status in bad {
                assert!(expected.judge(&sent(*status)).is_err(), "{expected:?} {status}");
            }
        }
        assert_eq!(Expected::RefusedOrCut.judge(&silent(NoResponse::BrokenOff)), Ok(()));
        assert!(Expected::Refused.judge(&silent(NoResponse::BrokenOff)).is_err());
        assert!(Expected::RefusedOrCut.judge(&silent(NoResponse::TimedOut)).is_err());
    }
}
