//! The form of a row in the table of schemes, and what makes one contradict itself.

use super::{Algorithm, Canonicalization, Encoding, Scheme, SecretEncoding};

/// What a sender does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SchemeRow {
    /// Name of the sender or the specification; none for generic schemes.
    pub sender: Option<&'static str>,
    /// The header with the signature.
    pub header: &'static str,
    /// Another scheme whose header names the sender uses as well.
    pub also_reads: Option<Scheme>,
    /// The hash inside the HMAC.
    pub algorithm: Algorithm,
    /// How the signature is written.
    pub encoding: Encoding,
    /// What stands before each signature.
    pub prefix: Option<&'static str>,
    /// How signatures are put into the header.
    pub layout: Layout,
    /// How the secret is written.
    pub secret: SecretEncoding,
    /// The header with the message ID, where one is signed.
    pub id: Option<&'static str>,
    /// Where the time of sending is, where it is signed.
    pub time: Option<Time>,
    /// The texts of the body that may be signed, in the order of preference.
    pub body: &'static [Canonicalization],
    /// What is signed, in order.
    pub signed: &'static [Part],
}

/// A part of the signed message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The public URL of the receiver.
    Url,
    /// The message ID, as its header has it.
    Id,
    /// The time, as its header has it.
    Time,
    /// The same for every message.
    Text(&'static str),
    /// The body, in one of the row's canonicalizations.
    Body,
}

/// Where the time of sending is, in seconds since 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Time {
    /// In a header of its own.
    Header(&'static str),
    /// In a field of the signature header.
    Field(&'static str),
}

/// How signatures are put into their header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// One signature, after the prefix if there is one.
    One,
    /// One signature; several, separated by commas, where a prefix is configured.
    ListIfPrefixed,
    /// Several, separated by blanks, each after its version: `v1,… v1,…`.
    Versions,
    /// Several, among named fields separated by commas: `t=…,v1=…,v1=…`.
    Fields,
}

/// Most parts that a message has.
pub(crate) const MOST_PARTS: usize = 5;

impl SchemeRow {
    /// Returns what is wrong with a row. A time or an ID that is received and not signed could be replaced by anyone
    /// without the secret, so that a replay would pass.
    pub const fn problem(&self) -> Option<&'static str> {
        let (mut urls, mut ids, mut times, mut bodies) = (0, 0, 0, 0);
        let mut at = 0;
        while at < self.signed.len() {
            match self.signed[at] {
                Part::Url => urls += 1,
                Part::Id => ids += 1,
                Part::Time => times += 1,
                Part::Body => bodies += 1,
                Part::Text(_) => {}
            }
            at += 1;
        }
        if self.signed.len() > MOST_PARTS {
            return Some("more parts are signed than `MOST_PARTS`");
        }
        if bodies != 1 || !matches!(self.signed[self.signed.len() - 1], Part::Body) {
            return Some("the body has to be signed, once and as the last part: it is hashed while it is read");
        }
        if urls > 1 || (urls == 1 && !matches!(self.signed[0], Part::Url)) {
            return Some("the URL is the first part, or none");
        }
        if times > 1 || (times == 1) != self.time.is_some() {
            return Some("a time that is received has to be signed, and one that is signed has to be received");
        }
        if ids > 1 || (ids == 1) != self.id.is_some() {
            return Some("an ID that is received has to be signed, and one that is signed has to be received");
        }
        if matches!(self.layout, Layout::Fields) != matches!(self.time, Some(Time::Field(_))) {
            return Some("a time in a field of the signature header needs `Layout::Fields`, which needs such a time");
        }
        if matches!(self.layout, Layout::Versions | Layout::Fields) && self.prefix.is_none() {
            return Some("the layout needs a prefix that says which signatures count");
        }
        if self.body.is_empty() {
            return Some("some text of the body has to be signed");
        }
        None
    }

    /// Returns whether the public URL of the receiver is signed.
    pub const fn signs_url(&self) -> bool {
        matches!(self.signed[0], Part::Url)
    }

    /// Returns the signed message in one line, as `v0:timestamp:body`.
    pub fn message(&self) -> String {
        self.signed.iter().map(|part| part.name()).collect()
    }
}

impl Part {
    /// Returns whether the part differs from message to message.
    pub const fn is_variable(self) -> bool {
        !matches!(self, Self::Text(_))
    }

    /// Returns the name of the part, or its text.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Url => "url",
            Self::Id => "id",
            Self::Time => "timestamp",
            Self::Text(text) => text,
            Self::Body => "body",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problem(change: impl FnOnce(&mut SchemeRow)) -> Option<&'static str> {
        let mut row = *Scheme::Slack.row();
        change(&mut row);
        row.problem()
    }

    #[test]
    fn a_row_that_contradicts_itself_is_refused() {
        type Change = fn(&mut SchemeRow);

        assert_eq!(problem(|_| ()), None);
        let changes: [(&str, Change); 13] = [
            ("a time", |row| row.signed = &[Part::Text("v0:"), Part::Body]),
            ("a time", |row| row.time = None),
            ("an ID", |row| row.id = Some("x-id")),
            ("an ID", |row| row.signed = &[Part::Id, Part::Time, Part::Body]),
            ("the body", |row| row.signed = &[Part::Time]),
            ("the body", |row| row.signed = &[]),
            ("the body", |row| row.signed = &[Part::Body, Part::Time]),
            ("the URL", |row| row.signed = &[Part::Time, Part::Url, Part::Body]),
            ("a time in a field", |row| row.time = Some(Time::Field("t"))),
            ("a time in a field", |row| row.layout = Layout::Fields),
            ("the layout", |row| (row.layout, row.prefix) = (Layout::Versions, None)),
            ("some text", |row| row.body = &[]),
            ("more parts", |row| row.signed = &[Part::Text(""); 6]),
        ];
        for (contradiction, change) in changes {
            let found = problem(change).unwrap_or_else(|| panic!("{contradiction} was accepted"));
            assert!(found.starts_with(contradiction), "{contradiction}: {found}");
        }
    }
}
