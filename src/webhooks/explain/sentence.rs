//! What went wrong, in sentences.

use super::json::{Escapes, Layout, Numbers, Order, Style};
use super::kinds::{Dress, PlainHash};
use super::mistake::Mistake;
use crate::scheme::{Part, Scheme, SecretEncoding};

impl Mistake {
    /// Returns what went wrong, in one sentence without its full stop.
    pub fn sentence(&self) -> String {
        let fixed = match self {
            Self::Reserialised(style) => return format!("the sender signed the JSON value written {}", look(*style)),
            Self::RawSigned => "the sender signed the bytes as they are, and not their JSON.stringify form",
            Self::LineBreakAdded => "a line break was added to the end of the body after it was signed",
            Self::LineBreakLost(_) => "what was signed ends with a line break that the body no longer has",
            Self::BlanksAdded => "blanks were added around the body after it was signed",
            Self::LineEndsToCrlf => "the body's line ends were changed from LF to CRLF after it was signed",
            Self::LineEndsToLf => "the body's line ends were changed from CRLF to LF after it was signed",
            Self::ByteOrderMarkAdded => "a byte order mark was put before the body after it was signed",
            Self::ByteOrderMarkLost => "what was signed begins with a byte order mark that the body no longer has",
            Self::Compressed => "the body is still compressed, and the sender signed what is inside",
            Self::Decompressed => "the sender signed the compressed bytes, and the body has been decompressed",
            Self::BodyInBase64 => "the body is base64, as gateways hand it on, and the sender signed what is inside",
            Self::BodyFromBase64 => "the sender signed base64 of the body",
            Self::Quoted => "the body is a JSON string with the signed text inside: it was serialised twice",
            Self::Unquoted => "the sender signed the body as a JSON string: it serialised twice",
            Self::EncodedTwice => "the body's UTF-8 was taken for Latin-1 and encoded again after it was signed",
            Self::SentAsLatin1 => "the sender signed the body in UTF-8 and sent it in Latin-1",
            Self::NotUtf8Replaced => "the sender replaced bytes that are not UTF-8 before it signed",
            Self::SentAsUtf16 => "the body is UTF-16, and the sender signed it in UTF-8",
            Self::SignedIn(charset) => {
                return format!("the sender signed the body's text in {}, not in UTF-8", charset.name());
            }
            Self::FormField(name) => {
                return format!("the body is a form, and what its field `{name}` holds was signed");
            }
            Self::FormParsed(name) => {
                return format!("a form was signed, and this is only what its field `{name}` holds");
            }
            Self::Member(name) => return format!("only the member `{name}` of the body was signed"),
            Self::BodyEmpty => "an empty body was signed: the sender signs before the body is written",
            Self::ObjectObject => {
                "`[object Object]` was signed: the sender signs an object that was never serialised to text"
            }
            Self::PlainHash(PlainHash::Text) => "the sender sends a plain hash of the text: no secret and no HMAC",
            Self::PlainHash(PlainHash::SecretFirst) => {
                "the sender hashes the secret and the text, which is not an HMAC"
            }
            Self::PlainHash(PlainHash::SecretLast) => "the sender hashes the text and the secret, which is not an HMAC",
            Self::BodyChanged => {
                "the URL's signature is right, but the body is not the one whose digest the URL carries: it was changed"
            }
            Self::Url(url) => return format!("the sender signed the URL `{url}`"),
            Self::OtherTime(time) => return format!("the sender signed the time {time}, and the delivery has another"),
            Self::Dressed(Dress::Quotes) => "the signature has quotes around it",
            Self::Dressed(Dress::Bytes) => "the signature is written as Python shows bytes, `b'…'`",
            Self::Dressed(Dress::Percent) => "the signature is percent-encoded, `%3D` for `=`",
            Self::Dressed(Dress::Blanks) => "the signature has a blank for each `+`: it was decoded as a form",
            Self::SecretWrapped(what) => return format!("the secret that was given here has {}", what.name()),
            Self::SenderSecretWrapped(what) => return format!("the sender's secret has {}", what.name()),
            Self::SecretUnset("") => "the sender signed with an empty secret: its variable is not set",
            Self::SecretUnset(text) => {
                return format!("the sender signed with the text `{text}` as its secret: its variable is not set");
            }
            Self::HexInBase64 => "the signature is base64 of its hexadecimal digits, not of its bytes",
            Self::NoPadding => "the signature's base64 has no padding",
            Self::SecretLineBreak => "the sender's secret has a line break at its end",
            Self::SecretPrefixCut => "the sender removes `whsec_` and uses the rest as it is, without decoding it",
            Self::Milliseconds => "the time is in milliseconds instead of seconds",
            Self::MillisecondsSigned => "the time is signed in one unit and sent in another: seconds and milliseconds",
            Self::TooOld => {
                "the signature is right, but the delivery is older than the tolerance: a replay or a late retry"
            }
            Self::InFuture => "the signature is right, but the delivery is from the future: one of the clocks is wrong",
            Self::Encoding(due, found) => return format!("the signature is {found}, not {due}"),
            Self::Prefix(due, found) if found.is_empty() => return format!("the signature has no prefix, not `{due}`"),
            Self::Prefix(due, found) if due.is_empty() => return format!("the signature has the prefix `{found}`"),
            Self::Prefix(due, found) => return format!("the signature has the prefix `{found}`, not `{due}`"),
            Self::Header(due, found) => return format!("the signature is in the header {found}, not in {due}"),
            Self::Algorithm(due, found) => return format!("the sender signs with {found}, not with {due}"),
            Self::SecretEncoding(due, found) => {
                return format!("the secret is to be read as {}, not as {}", reading(*found), reading(*due));
            }
            Self::OtherSecret(name) => return format!("the sender signed with another secret: {name}"),
            Self::Content(scheme) => return format!("the sender signs {}", content(*scheme)),
        };
        fixed.to_owned()
    }
}

fn reading(encoding: SecretEncoding) -> &'static str {
    match encoding {
        SecretEncoding::Utf8 => "plain text",
        SecretEncoding::Hex => "hexadecimal digits",
        SecretEncoding::Whsec => "base64 (after `whsec_`, if that is there)",
    }
}

fn content(scheme: Scheme) -> String {
    let row = scheme.row();
    match (row.signed, row.sender) {
        ([Part::Body], _) => "the body alone".to_owned(),
        (_, Some(sender)) => format!("`{}`, as {sender} does", row.message()),
        (_, None) => format!("`{}`", row.message()),
    }
}

fn look(style: Style) -> String {
    if style == Style::ECMASCRIPT {
        return "as JSON.stringify writes it".to_owned();
    }
    let mut parts = vec![match style.layout {
        Layout::Compact => "compactly",
        Layout::Spaced => "with a blank after `,` and `:` (Python's default)",
        Layout::Indent2 => "over several lines, indented by 2 blanks",
        Layout::Indent4 => "over several lines, indented by 4 blanks",
        Layout::Tab => "over several lines, indented by tabs",
    }];
    match style.escapes {
        Escapes::Fewest => {}
        Escapes::Slash => parts.push("with `\\/` for `/`"),
        Escapes::Ascii => parts.push("with `\\u00e9` for what is not ASCII (Python's default)"),
        Escapes::SlashAscii => parts.push("with `\\/` for `/` and `\\u00e9` for what is not ASCII (PHP's default)"),
        Escapes::Html => parts.push("with `\\u003c` for `<` (Go's default)"),
        Escapes::HtmlAscii => parts.push("with `\\u003C` for `<` and `\\u00E9` for what is not ASCII (.NET's default)"),
    }
    match style.order {
        Order::Written => parts.push("with its keys in the order of the body"),
        Order::Ecmascript => {}
        Order::Sorted => parts.push("with its keys sorted"),
    }
    match style.numbers {
        Numbers::Written => parts.push("with its numbers as in the body"),
        Numbers::Ecmascript => {}
        Numbers::Floats => parts.push("with `.0` behind whole numbers"),
    }
    parts.join(", ")
}
