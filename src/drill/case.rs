//! What is tried, and what a good handler does.

use super::Outcome;
use crate::inbox::forward::Sent;

/// One thing that is tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Case {
    /// A right delivery.
    Valid,
    /// The same value in another spelling.
    PhpEscaped,
    /// One byte changed on the way.
    Tampered,
    /// No signature at all.
    Unsigned,
    /// A signature with another secret.
    WrongSecret,
    /// A right delivery of an hour ago.
    Stale,
    /// The same delivery twice.
    Duplicated,
    /// A newer event before an older one.
    OutOfOrder,
    /// A body of many megabytes.
    Oversized,
    /// A valid delivery with the content type of text.
    ContentType,
    /// A right delivery that comes in small pieces.
    Slow,
    /// A delivery signed with the other secret.
    Rotated,
    /// Twenty at once.
    Burst,
    /// A right delivery after all of this.
    Alive,
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
    /// It answers anything but 5xx, in time.
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

    /// Judges an answer. Returns what is wrong with it.
    pub fn judge(self, sent: &Sent) -> Result<(), String> {
        let Some(status) = sent.status else {
            let error = sent.error.clone().unwrap_or_default();
            // Whoever hangs up has seen enough; whoever keeps the sender waiting has not.
            return if self == Self::RefusedOrCut && error.contains("broke off") { Ok(()) } else { Err(error) };
        };
        match (self, status) {
            (Self::Accepted | Self::Survived, 200)
            | (Self::Refused | Self::RefusedOrCut | Self::Survived, 400..=499) => Ok(()),
            (_, 500..=599) => Err(format!("it broke: it answered {status}")),
            (_, 300..=399) => Err(format!("it answered {status}; the platform follows no redirects")),
            (Self::Accepted | Self::Survived, 200..=299) => {
                Err(format!("it answered {status}; only 200 counts as delivered"))
            }
            (Self::Accepted, _) => Err(format!("it refused it with {status}")),
            (_, 200..=299) => Err(format!("it accepted it with {status}")),
            (_, status) => Err(format!("it answered {status}")),
        }
    }
}

impl Case {
    /// Every case, in the order they are tried.
    pub const ALL: [Self; 14] = [
        Self::Valid,
        Self::PhpEscaped,
        Self::Tampered,
        Self::Unsigned,
        Self::WrongSecret,
        Self::Stale,
        Self::Duplicated,
        Self::OutOfOrder,
        Self::Oversized,
        Self::ContentType,
        Self::Slow,
        Self::Rotated,
        Self::Burst,
        Self::Alive,
    ];

    /// Returns its name, for programs and `--only`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Valid => "valid",
            Self::PhpEscaped => "php_escaped",
            Self::Tampered => "tampered",
            Self::Unsigned => "unsigned",
            Self::WrongSecret => "wrong_secret",
            Self::Stale => "stale",
            Self::Duplicated => "duplicated",
            Self::OutOfOrder => "out_of_order",
            Self::Oversized => "oversized",
            Self::ContentType => "content_type",
            Self::Slow => "slow",
            Self::Rotated => "rotated",
            Self::Burst => "burst",
            Self::Alive => "alive",
        }
    }

    /// Returns what is sent, for people.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Valid => "a right delivery",
            Self::PhpEscaped => "the same JSON as PHP spells it",
            Self::Tampered => "a body changed on the way",
            Self::Unsigned => "no signature",
            Self::WrongSecret => "a signature with another secret",
            Self::Stale => "a delivery of an hour ago",
            Self::Duplicated => "the same delivery twice",
            Self::OutOfOrder => "a newer event before an older",
            Self::Oversized => "a body that is far too large",
            Self::ContentType => "a content type that is not JSON",
            Self::Slow => "a right delivery, piece by piece",
            Self::Rotated => "a signature with the other secret",
            Self::Burst => "twenty deliveries at once",
            Self::Alive => "a right delivery after all this",
        }
    }

    /// Returns what a good handler does.
    pub const fn expected(self) -> Expected {
        match self {
            Self::Tampered | Self::Unsigned | Self::WrongSecret | Self::Stale => Expected::Refused,
            Self::Oversized => Expected::RefusedOrCut,
            Self::ContentType => Expected::Survived,
            _ => Expected::Accepted,
        }
    }

    /// Returns what to change in a handler that fails.
    pub const fn remedy(self) -> &'static str {
        match self {
            Self::Valid => {
                "see why with `makini webhooks explain`; is it the same secret, and does it answer 200 before it works?"
            }
            Self::PhpEscaped => {
                "verify the text that `JSON.stringify(JSON.parse(body))` makes, not the bytes that came"
            }
            Self::Tampered | Self::WrongSecret => {
                "compare the signature over the whole body with the header, in constant time, before anything else"
            }
            Self::Unsigned => "refuse a request without the signature header with 401, before its body is used",
            Self::Stale => "refuse a signed time that is more than five minutes away, so that nothing can be replayed",
            Self::Duplicated => "remember the IDs of events, and answer 200 to a known one without doing it again",
            Self::OutOfOrder => "do not count on the order: compare `timestamp`, and answer 200 to an older event too",
            Self::Oversized => "limit the size of a body (1 MiB is plenty) and answer 413",
            Self::ContentType => "read the body whatever its content type says, or refuse it with 415; never break",
            Self::Slow => "read the body to its end before it is verified; a first piece is not the body",
            Self::Rotated => "accept the old and the new secret while they are rotated",
            Self::Burst => "write the event down, answer 200, and do the work afterwards",
            Self::Alive => "no single delivery may harm the next one: look into the handler's log",
        }
    }

    /// Returns the outcome.
    pub(super) fn outcome(wrong: Option<&String>) -> Outcome {
        if wrong.is_none() { Outcome::Passed } else { Outcome::Failed }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn what_counts() {
        let sent = |status| Sent { status: Some(status), error: None, elapsed: Duration::ZERO };
        for (expected, good, bad) in [
            (Expected::Accepted, &[200][..], &[201, 204, 302, 400, 401, 500][..]),
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
        let cut = Sent { status: None, error: Some("the handler broke off: x".into()), elapsed: Duration::ZERO };
        assert_eq!(Expected::RefusedOrCut.judge(&cut), Ok(()));
        assert!(Expected::Refused.judge(&cut).is_err());
        let late = Sent { error: Some("the handler did not answer within 10 s".into()), ..cut };
        assert!(Expected::RefusedOrCut.judge(&late).is_err());
    }
}
