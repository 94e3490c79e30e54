//! The known mistakes: code, sentence, and the change that corrects each.

use super::fixes::Remedy;
use super::json::{Escapes, Layout, Numbers, Order, Style};
use crate::scheme::{Algorithm, Encoding, Part, Scheme, SecretEncoding};

/// One thing that went wrong between sender and receiver.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mistake {
    /// The signed text is the body's value, written in another way.
    Reserialised(Style),
    /// The bytes were signed, and only the `JSON.stringify` form was checked.
    RawSigned,
    /// A line break was added at the end on the way.
    LineBreakAdded,
    /// A line break at the end was lost on the way.
    LineBreakLost,
    /// Blanks were added around the body.
    BlanksAdded,
    /// LF became CRLF on the way.
    LineEndsToCrlf,
    /// CRLF became LF on the way.
    LineEndsToLf,
    /// A byte order mark was added on the way.
    ByteOrderMarkAdded,
    /// A byte order mark was lost on the way.
    ByteOrderMarkLost,
    /// The body is still compressed, and the text was signed.
    Compressed,
    /// The compressed bytes were signed, and the body has been decompressed.
    Decompressed,
    /// The body is base64 of what was signed, as gateways hand it on.
    BodyInBase64,
    /// Base64 of the body was signed.
    BodyFromBase64,
    /// The body is a JSON string that holds what was signed.
    Quoted,
    /// The body as a JSON string was signed.
    Unquoted,
    /// UTF-8 was taken for Latin-1 and encoded again.
    EncodedTwice,
    /// The body is Latin-1, and its UTF-8 form was signed.
    SentAsLatin1,
    /// Bytes that are not UTF-8 were replaced before signing.
    NotUtf8Replaced,
    /// An empty body was signed: something read it before.
    BodyEmpty,
    /// The signature is written in another encoding.
    Encoding(Encoding, Encoding),
    /// The signature's hexadecimal digits were encoded in base64.
    HexInBase64,
    /// The padding of a base64 signature is missing.
    NoPadding,
    /// Another prefix: the configured one, then the one that is there.
    Prefix(String, String),
    /// The signature is in another header: the configured one, then the one that has it.
    Header(String, String),
    /// Another hash: the configured one, then the one that was used.
    Algorithm(Algorithm, Algorithm),
    /// The secret is to be read in another way: as configured, then as it was used.
    SecretEncoding(SecretEncoding, SecretEncoding),
    /// The sender's secret has a line break at its end.
    SecretLineBreak,
    /// The sender leaves `whsec_` away and does not decode the rest.
    SecretPrefixCut,
    /// Another known secret signed it.
    OtherSecret(String),
    /// The signed text is put together as in another scheme.
    Content(Scheme),
    /// The time is sent in milliseconds.
    Milliseconds,
    /// The signature is right; the delivery is old, or a replay.
    TooOld,
    /// The signature is right; a clock is wrong.
    InFuture,
}

impl Mistake {
    /// Returns a name for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Reserialised(style) if *style == Style::ECMASCRIPT => "signed_json_stringify",
            Self::Reserialised(style) => match (style.layout, style.escapes, style.order) {
                (Layout::Indent2 | Layout::Indent4 | Layout::Tab, ..) => "signed_pretty_json",
                (Layout::Spaced, ..) => "signed_spaced_json",
                (_, Escapes::Slash | Escapes::SlashAscii, _) => "signed_slash_escapes",
                (_, Escapes::Ascii, _) => "signed_unicode_escapes",
                (_, Escapes::Html | Escapes::HtmlAscii, _) => "signed_html_escapes",
                (_, _, Order::Sorted) => "signed_sorted_keys",
                _ if style.numbers == Numbers::Floats => "signed_float_numbers",
                _ => "signed_compact_json",
            },
            Self::RawSigned => "signed_raw_bytes",
            Self::LineBreakAdded => "line_break_added",
            Self::LineBreakLost => "line_break_lost",
            Self::BlanksAdded => "blanks_added",
            Self::LineEndsToCrlf => "line_ends_to_crlf",
            Self::LineEndsToLf => "line_ends_to_lf",
            Self::ByteOrderMarkAdded => "byte_order_mark_added",
            Self::ByteOrderMarkLost => "byte_order_mark_lost",
            Self::Compressed => "body_compressed",
            Self::Decompressed => "body_decompressed",
            Self::BodyInBase64 => "body_in_base64",
            Self::BodyFromBase64 => "body_from_base64",
            Self::Quoted => "body_quoted",
            Self::Unquoted => "body_unquoted",
            Self::EncodedTwice => "body_encoded_twice",
            Self::SentAsLatin1 => "body_latin1",
            Self::NotUtf8Replaced => "body_not_utf8",
            Self::BodyEmpty => "signed_empty_body",
            Self::Encoding(..) => "signature_encoding",
            Self::HexInBase64 => "signature_encoded_twice",
            Self::NoPadding => "signature_padding",
            Self::Prefix(..) => "signature_prefix",
            Self::Header(..) => "signature_header",
            Self::Algorithm(..) => "algorithm",
            Self::SecretEncoding(..) => "secret_encoding",
            Self::SecretLineBreak => "secret_line_break",
            Self::SecretPrefixCut => "secret_prefix",
            Self::OtherSecret(_) => "other_secret",
            Self::Content(_) => "signed_content",
            Self::Milliseconds => "timestamp_milliseconds",
            Self::TooOld => "timestamp_too_old",
            Self::InFuture => "timestamp_in_future",
        }
    }

    /// Returns what went wrong, in one sentence without its full stop.
    pub fn sentence(&self) -> String {
        let fixed = match self {
            Self::Reserialised(style) => return format!("the sender signed the JSON value written {}", look(*style)),
            Self::RawSigned => "the sender signed the bytes as they are, and not their JSON.stringify form",
            Self::LineBreakAdded => "a line break was added to the end of the body after it was signed",
            Self::LineBreakLost => "what was signed ends with a line break that the body no longer has",
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
            Self::BodyEmpty => "an empty body was signed: the sender signs before the body is written",
            Self::HexInBase64 => "the signature is base64 of its hexadecimal digits, not of its bytes",
            Self::NoPadding => "the signature's base64 has no padding",
            Self::SecretLineBreak => "the sender's secret has a line break at its end",
            Self::SecretPrefixCut => "the sender removes `whsec_` and uses the rest as it is, without decoding it",
            Self::Milliseconds => "the time is in milliseconds instead of seconds",
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

    /// Returns what to change.
    pub fn remedy(&self) -> Remedy {
        match self {
            Self::Reserialised(style) if *style == Style::ECMASCRIPT => Remedy::Stringify,
            Self::LineBreakAdded | Self::BlanksAdded => Remedy::Trim,
            Self::Reserialised(_)
            | Self::RawSigned
            | Self::LineBreakLost
            | Self::LineEndsToCrlf
            | Self::LineEndsToLf
            | Self::ByteOrderMarkAdded
            | Self::ByteOrderMarkLost
            | Self::Decompressed
            | Self::BodyFromBase64
            | Self::Unquoted
            | Self::EncodedTwice
            | Self::SentAsLatin1
            | Self::NotUtf8Replaced
            | Self::BodyEmpty => Remedy::RawBody,
            Self::Compressed => Remedy::Decompress,
            Self::BodyInBase64 => Remedy::DecodeBody,
            Self::Quoted => Remedy::Unquote,
            Self::Encoding(_, found) => Remedy::Encoding(*found),
            Self::HexInBase64 => Remedy::HexInBase64,
            Self::NoPadding => Remedy::Padding,
            Self::Prefix(_, found) => Remedy::Prefix(found.clone()),
            Self::Header(_, found) => Remedy::Header(found.clone()),
            Self::Algorithm(_, found) => Remedy::Algorithm(*found),
            Self::SecretEncoding(_, found) => Remedy::Secret(*found),
            Self::SecretLineBreak => Remedy::SecretLineBreak,
            Self::SecretPrefixCut => Remedy::SecretPrefixCut,
            Self::OtherSecret(_) => Remedy::BothSecrets,
            Self::Content(scheme) => Remedy::Content(*scheme),
            Self::Milliseconds => Remedy::Milliseconds,
            Self::TooOld | Self::InFuture => Remedy::Tolerance,
        }
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
