//! What is tried, and what a good handler does.

use super::bodies::Property;
use super::fault::{Expected, Fault, Signed};
use crate::inbox::forward::NoResponse;

const NOT_BROKEN: &str = "look into the handler's log: no delivery may break it, and one that is not valid gets 4xx";

/// One thing that is tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Case {
    /// A right delivery.
    Valid,
    /// The same value in another spelling.
    PhpEscaped,
    /// Valid deliveries with generated bodies that have one property of JSON text.
    Body(Property),
    /// One byte changed on the way.
    Tampered,
    /// The right signature, cut off or with another letter.
    AlteredSignature,
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

impl Case {
    /// Every case, in the order they are tried.
    pub const ALL: [Self; 24] = [
        Self::Valid,
        Self::PhpEscaped,
        Self::Body(Property::Numbers),
        Self::Body(Property::BigIntegers),
        Self::Body(Property::Keys),
        Self::Body(Property::Unicode),
        Self::Body(Property::Escapes),
        Self::Body(Property::Surrogates),
        Self::Body(Property::Blanks),
        Self::Body(Property::Empty),
        Self::Body(Property::Nested),
        Self::Tampered,
        Self::AlteredSignature,
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
            Self::Body(property) => property.name(),
            Self::Tampered => "tampered",
            Self::AlteredSignature => "altered_signature",
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
            Self::Body(property) => property.title(),
            Self::Tampered => "a body changed on the way",
            Self::AlteredSignature => "a signature cut off or altered",
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
            Self::Tampered | Self::AlteredSignature | Self::Unsigned | Self::WrongSecret | Self::Stale => {
                Expected::Refused
            }
            Self::Oversized => Expected::RefusedOrCut,
            Self::ContentType => Expected::Survived,
            _ => Expected::Accepted,
        }
    }

    /// Returns whether it is valid deliveries whose text is written in an unusual way.
    pub(super) const fn is_spelling(self) -> bool {
        matches!(self, Self::PhpEscaped | Self::Body(_))
    }

    /// Returns what to change in a handler that decided wrongly.
    const fn remedy_of_a_wrong_decision(self, signed: Signed) -> &'static str {
        match self {
            Self::PhpEscaped | Self::Body(_) => match signed {
                Signed::Bytes => {
                    "verify the bytes as they came, before anything parses them: what a library writes again is \
                     another text"
                }
                Signed::Value => {
                    "verify the text that `JSON.stringify(JSON.parse(body))` makes, not the bytes that came, nor what \
                     another library writes: accept the bytes where they match, else that text"
                }
            },
            Self::Valid => {
                "see why with `makini webhooks explain`; is it the same secret, and does it answer 200 before it works?"
            }
            Self::Tampered | Self::WrongSecret => {
                "compare the signature over the whole body with the header, in constant time, before anything else"
            }
            Self::AlteredSignature => {
                "compare the whole signature byte by byte, in constant time: not its beginning, and not without regard \
                 to case"
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

    /// Returns what to change in a handler that did this: the remedy follows what happened, not only what was sent.
    pub fn remedy(self, fault: &Fault, signed: Signed) -> &'static str {
        match fault {
            Fault::OtherSuccess(_) => {
                "answer 200: the platform counts 201, 202 and 204 as failed, and sends the event again"
            }
            Fault::Redirected(_) => "answer 200 at this address, or give the platform the address that it redirects to",
            Fault::NoResponse(NoResponse::TimedOut, _) => {
                "answer first, work later: write the event down, answer 200, and do the work afterwards"
            }
            Fault::NoResponse(NoResponse::BrokenOff, _) => {
                "the connection was closed or reset before the response was complete: read the whole request, answer, \
                 and look into the handler's log for what ended it"
            }
            Fault::NoResponse(NoResponse::NotConnected, _) => {
                "the handler accepts no connections any more: look into its log for what ended it"
            }
            Fault::NoResponse(NoResponse::NotSent, _) => "the delivery could not be sent: check the URL of the handler",
            Fault::Effects(0) => "do the work of each event once, also where its response was 200 already",
            Fault::Odd(_) => "answer 200 to what is valid and 4xx to what is not",
            Fault::Broke(_) if self.is_spelling() => self.remedy_of_a_wrong_decision(signed),
            Fault::Broke(_) if self == Self::Unsigned => self.remedy_of_a_wrong_decision(signed),
            Fault::Broke(_) => NOT_BROKEN,
            Fault::Refused(_) | Fault::Accepted(_) | Fault::Effects(_) => self.remedy_of_a_wrong_decision(signed),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::inbox::forward::Sent;

    fn sent(status: u16) -> Sent {
        Sent { status: Some(status), no_response: None, error: None, elapsed: Duration::ZERO }
    }

    fn silent(why: NoResponse) -> Sent {
        Sent { status: None, no_response: Some(why), error: Some("no response".into()), elapsed: Duration::ZERO }
    }

    /// What happened decides, whatever was sent: advice about spelling does not help a handler that answers 201.
    #[test]
    fn the_remedy_follows_what_happened() {
        for case in Case::ALL {
            for signed in [Signed::Bytes, Signed::Value] {
                let remedy = |sent: &Sent| case.expected().judge(sent).map_err(|fault| case.remedy(&fault, signed));
                if case.expected() == Expected::Accepted {
                    assert!(remedy(&sent(201)).expect_err("failed").starts_with("answer 200: "), "{case:?}");
                }
                assert!(remedy(&sent(302)).expect_err("failed").contains("redirects"), "{case:?}");
                let late = remedy(&silent(NoResponse::TimedOut)).expect_err("failed");
                assert!(late.starts_with("answer first, work later"), "{case:?}");
                if case.expected() != Expected::RefusedOrCut {
                    let reset = remedy(&silent(NoResponse::BrokenOff)).expect_err("failed");
                    assert!(reset.contains("closed or reset"), "{case:?}");
                }
            }
        }
        let refused = |signed| Case::Body(Property::Numbers).remedy(&Fault::Refused(401), signed);
        assert!(refused(Signed::Bytes).contains("before anything parses"));
        assert!(refused(Signed::Value).contains("JSON.stringify"));
    }
}
