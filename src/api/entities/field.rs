//! Fields and what they hold.

/// What a field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The key of the object itself.
    Key,
    /// The key of an object of the resource with this path; `statuses/…` for a status.
    Ref(&'static str),
    /// A list of such keys.
    Refs(&'static str),
    /// Such keys in one text, separated by commas.
    RefsText(&'static str),
    /// Text.
    Text,
    /// A time, ISO 8601 in UTC.
    Time,
    /// An amount of money, a decimal as text.
    Money,
    /// A number.
    Number,
    /// A number as text.
    NumberText,
    /// A boolean.
    Bool,
    /// A boolean as text.
    BoolText,
    /// A list without a published shape.
    List,
    /// An object of this schema.
    Object(&'static str),
    /// A list of objects of this schema.
    Objects(&'static str),
}

impl Kind {
    pub(super) fn read(mark: &'static str) -> Self {
        match mark {
            "" => Self::Text,
            "!" => Self::Key,
            "@" => Self::Time,
            "$" => Self::Money,
            "#" => Self::Number,
            "~" => Self::NumberText,
            "?" => Self::Bool,
            "?~" => Self::BoolText,
            "*" => Self::List,
            _ => {
                if let Some(path) = mark.strip_prefix(">>") {
                    Self::Refs(path)
                } else if let Some(path) = mark.strip_prefix(">,") {
                    Self::RefsText(path)
                } else if let Some(path) = mark.strip_prefix('>') {
                    Self::Ref(path)
                } else {
                    let schema = mark.strip_prefix(':').expect("a known mark");
                    schema.strip_suffix('*').map_or(Self::Object(schema), Self::Objects)
                }
            }
        }
    }

    /// Returns whether a list can be filtered and sorted by it: one plain value, or several keys.
    pub fn is_plain(self) -> bool {
        !matches!(self, Self::List | Self::Object(_) | Self::Objects(_))
    }
}

/// A field of an object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its published name, in camelCase.
    pub name: &'static str,
    /// What it holds.
    pub kind: Kind,
}
