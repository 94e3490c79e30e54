//! The known mistakes: code, sentence, and the change that corrects each.

use super::fixes::{Remedy, Transform};
use super::json::{Escapes, Layout, Numbers, Order, Style};
use super::kinds::{Charset, Dress, PlainHash, Wrapping};
use crate::scheme::{Algorithm, Encoding, Scheme, SecretEncoding};

/// One thing that went wrong between sender and receiver.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mistake {
    /// The signed text is the body's value, written in another way.
    Reserialised(Style),
    /// The bytes were signed, and only the `JSON.stringify` form was checked.
    RawSigned,
    /// A line break was added at the end on the way.
    LineBreakAdded,
    /// This line break at the end was lost on the way.
    LineBreakLost(&'static str),
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
    /// The body is UTF-16, and its UTF-8 form was signed.
    SentAsUtf16,
    /// The body's text was signed in another encoding than it is sent in.
    SignedIn(Charset),
    /// The body is a form, and what this field holds was signed.
    FormField(String),
    /// A form with this field was signed, and the body is what the field holds.
    FormParsed(String),
    /// Only this member of the body was signed.
    Member(String),
    /// An empty body was signed: something read it before.
    BodyEmpty,
    /// `[object Object]` was signed: an object was turned into text without serialising it.
    ObjectObject,
    /// A hash was computed instead of an HMAC.
    PlainHash(PlainHash),
    /// The signature of the URL is right, and its digest is that of another body.
    BodyChanged,
    /// The sender signed this URL.
    Url(String),
    /// The sender signed this time: the configured header has another.
    OtherTime(String),
    /// The signature is written with something around it, or with escapes.
    Dressed(Dress),
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
    /// The configured secret has something around it that is no part of it.
    SecretWrapped(Wrapping),
    /// The sender's secret has this around it.
    SenderSecretWrapped(Wrapping),
    /// The sender has no secret: its variable is not set, and this text was the key.
    SecretUnset(&'static str),
    /// Another known secret signed it.
    OtherSecret(String),
    /// The signed text is put together as in another scheme.
    Content(Scheme),
    /// The time is sent in milliseconds.
    Milliseconds,
    /// The time is signed in one unit and sent in the other.
    MillisecondsSigned,
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
            Self::LineBreakLost(_) => "line_break_lost",
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
            Self::SentAsUtf16 => "body_utf16",
            Self::SignedIn(Charset::Latin1) => "signed_latin1",
            Self::SignedIn(Charset::Ascii) => "signed_ascii",
            Self::SignedIn(_) => "signed_utf16",
            Self::FormField(_) => "body_is_form",
            Self::FormParsed(_) => "form_parsed",
            Self::Member(_) => "signed_member",
            Self::BodyEmpty => "signed_empty_body",
            Self::ObjectObject => "signed_object_object",
            Self::PlainHash(_) => "plain_hash",
            Self::BodyChanged => "body_changed",
            Self::Url(_) => "signed_url",
            Self::OtherTime(_) => "timestamp_changed",
            Self::Dressed(Dress::Quotes) => "signature_quoted",
            Self::Dressed(Dress::Bytes) => "signature_python_bytes",
            Self::Dressed(Dress::Percent | Dress::Blanks) => "signature_url_encoded",
            Self::SecretWrapped(_) | Self::SenderSecretWrapped(_) => "secret_wrapped",
            Self::SecretUnset(_) => "secret_unset",
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
            Self::Milliseconds | Self::MillisecondsSigned => "timestamp_milliseconds",
            Self::TooOld => "timestamp_too_old",
            Self::InFuture => "timestamp_in_future",
        }
    }

    /// Returns what to change, the likelier first. More than one where it depends on whether the body that was given is
    /// the one that came; none where no line of code is the change, see [`Mistake::advice`].
    pub fn remedies(&self) -> Vec<Remedy> {
        let changed = |transform| vec![Remedy::RawBody, Remedy::Transform(transform)];
        match self {
            Self::Reserialised(style) if *style == Style::ECMASCRIPT => vec![Remedy::Stringify],
            Self::Reserialised(style) => changed(Transform::Style(*style)),
            Self::LineBreakAdded | Self::BlanksAdded => vec![Remedy::Trim],
            Self::RawSigned | Self::FormParsed(_) | Self::NotUtf8Replaced | Self::Decompressed => {
                vec![Remedy::RawBody]
            }
            Self::LineBreakLost(end) => changed(Transform::Append(end)),
            Self::LineEndsToCrlf => changed(Transform::ToLf),
            Self::LineEndsToLf => changed(Transform::ToCrlf),
            Self::ByteOrderMarkAdded => changed(Transform::RemoveMark),
            Self::ByteOrderMarkLost => changed(Transform::AddMark),
            Self::BodyFromBase64 => changed(Transform::Base64),
            Self::Unquoted => changed(Transform::Quote),
            Self::EncodedTwice => changed(Transform::Charset(Charset::Latin1)),
            Self::SentAsLatin1 => changed(Transform::FromLatin1),
            Self::SentAsUtf16 => changed(Transform::FromUtf16),
            Self::SignedIn(charset) => changed(Transform::Charset(*charset)),
            Self::FormField(name) => vec![Remedy::Transform(Transform::FormField(name.clone()))],
            Self::Member(name) => vec![Remedy::Transform(Transform::Member(name.clone()))],
            Self::Compressed => vec![Remedy::Decompress],
            Self::BodyInBase64 => vec![Remedy::DecodeBody],
            Self::Quoted => vec![Remedy::Unquote],
            Self::Encoding(_, found) => vec![Remedy::Encoding(*found)],
            Self::HexInBase64 => vec![Remedy::HexInBase64],
            Self::NoPadding => vec![Remedy::Padding],
            Self::Prefix(_, found) => vec![Remedy::Prefix(found.clone())],
            Self::Header(_, found) => vec![Remedy::Header(found.clone())],
            Self::Dressed(dress) => vec![Remedy::Undress(*dress)],
            Self::Algorithm(_, found) => vec![Remedy::Algorithm(*found)],
            Self::SecretEncoding(_, found) => vec![Remedy::Secret(*found)],
            Self::SecretLineBreak => vec![Remedy::SecretLineBreak],
            Self::SecretPrefixCut => vec![Remedy::SecretPrefixCut],
            Self::SecretWrapped(what) => vec![Remedy::UnwrapSecret(*what)],
            Self::OtherSecret(_) => vec![Remedy::BothSecrets],
            Self::Content(scheme) => vec![Remedy::Content(*scheme)],
            Self::Milliseconds => vec![Remedy::Milliseconds],
            Self::BodyEmpty
            | Self::ObjectObject
            | Self::PlainHash(_)
            | Self::SecretUnset(_)
            | Self::SenderSecretWrapped(_)
            | Self::BodyChanged
            | Self::Url(_)
            | Self::OtherTime(_)
            | Self::MillisecondsSigned
            | Self::TooOld
            | Self::InFuture => Vec::new(),
        }
    }

    /// Returns what to do where no line in the receiver is the change.
    pub fn advice(&self) -> Option<String> {
        Some(match self {
            Self::BodyEmpty | Self::ObjectObject => {
                "change the sender: it has to sign the text that it sends; a receiver that accepts this accepts any body"
                    .into()
            }
            Self::PlainHash(_) => {
                "change the sender: it has to sign with HMAC and the secret; anybody can compute or extend a plain hash"
                    .into()
            }
            Self::SecretUnset(_) => "set the secret where the sender runs, and refuse to start without one".into(),
            Self::SenderSecretWrapped(what) => {
                format!("give the sender the secret without {}", what.name().trim_end_matches(" it"))
            }
            Self::BodyChanged => "look for what changes the body between the sender and this receiver".into(),
            Self::Url(url) => format!("configure the URL as the sender calls it: `--public-url '{url}'`"),
            Self::OtherTime(_) => {
                "look for what changes the time on the way; if nobody does, it is an old delivery under a new time".into()
            }
            Self::MillisecondsSigned => "change the sender: it has to sign the time that it sends".into(),
            Self::TooOld => {
                "if it is a late retry and no replay: `--tolerance SECONDS` accepts older deliveries".into()
            }
            Self::InFuture => "set the clocks by NTP, on both machines".into(),
            _ => return None,
        })
    }
}
