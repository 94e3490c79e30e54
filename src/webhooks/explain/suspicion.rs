//! What looks wrong with a delivery and is not proven: named where no mistake makes the signature right.

use super::fixes::Remedy;
use crate::header::{Header, values};
use crate::scheme::{Config, Part, Time};
use crate::text::count;

/// Something that looks wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Suspicion {
    /// The body that was given is empty.
    EmptyBody,
    /// The body is `[object Object]`.
    ObjectObject,
    /// The body is not as long as `Content-Length` names.
    Length {
        /// Bytes of the body.
        found: usize,
        /// Value of `Content-Length`.
        due: usize,
    },
    /// Letters of the body were lost when it was decoded: it has replacement characters.
    Replaced,
    /// The signature covers these headers or the URL, as well as the body.
    Covers(String),
}

/// Looks at a delivery that nothing explains.
pub(super) fn of(config: &Config, headers: &[Header<'_>], body: &[u8]) -> Vec<Suspicion> {
    let mut all = Vec::new();
    let due = values(headers, "content-length").next().and_then(|due| std::str::from_utf8(due).ok()?.parse().ok());
    if body.is_empty() {
        all.push(Suspicion::EmptyBody);
    } else if body == b"[object Object]" {
        all.push(Suspicion::ObjectObject);
    } else if let Some(due) = due.filter(|due| *due != body.len()) {
        all.push(Suspicion::Length { found: body.len(), due });
    }
    if String::from_utf8_lossy(body).contains('\u{fffd}') {
        all.push(Suspicion::Replaced);
    }
    let row = config.scheme.row();
    let covered: Vec<String> = row
        .signed
        .iter()
        .filter_map(|part| match part {
            Part::Url => Some("the URL as the sender calls it".to_owned()),
            Part::Id => row.id.map(|name| format!("the header {name}")),
            Part::Time => row.time.map(|time| match time {
                Time::Header(name) => format!("the header {name}"),
                Time::Field(name) => format!("the time `{name}=` in {}", config.signature_header),
            }),
            Part::Text(_) | Part::Body => None,
        })
        .collect();
    if !covered.is_empty() {
        all.push(Suspicion::Covers(covered.join(" and ")));
    }
    all
}

impl Suspicion {
    /// Returns a name for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::EmptyBody => "body_empty",
            Self::ObjectObject => "body_object_object",
            Self::Length { .. } => "body_length",
            Self::Replaced => "body_replaced_letters",
            Self::Covers(_) => "signed_besides",
        }
    }

    /// Returns what looks wrong, in one sentence without its full stop.
    pub fn sentence(&self) -> String {
        match self {
            Self::EmptyBody => "the body given here is empty: it was read before, or it is another file".into(),
            Self::ObjectObject => {
                "the body given here is `[object Object]`: a parsed object was turned into text, and the bytes are gone".into()
            }
            Self::Length { found, due } => format!(
                "the body given here has {}, and `Content-Length` names {due}: it was cut off or changed",
                count(*found, "byte")
            ),
            Self::Replaced => {
                "the body given here has U+FFFD or is not UTF-8: it was decoded in another encoding than it was written in".into()
            }
            Self::Covers(what) => format!("the signature covers {what} besides the body: compare that too"),
        }
    }

    /// Returns what to change.
    pub fn remedy(&self) -> Option<Remedy> {
        match self {
            Self::EmptyBody | Self::ObjectObject | Self::Length { .. } | Self::Replaced => Some(Remedy::RawBody),
            Self::Covers(_) => None,
        }
    }
}
