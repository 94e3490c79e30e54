//! Operators of `filter[field:operator]`.

use std::cmp::Ordering;

/// How a field is compared with a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operator {
    /// Equal.
    Is,
    /// The text has this in it.
    Contains,
    /// The text begins with this.
    StartsWith,
    /// The text ends with this.
    EndsWith,
    /// Greater, or later.
    Greater,
    /// Greater or equal.
    GreaterOrEqual,
    /// Less, or earlier.
    Less,
    /// Less or equal.
    LessOrEqual,
}

/// The published names, and the spelling that is expected by analogy with `gteq`.
const NAMES: [(&str, Operator); 8] = [
    ("contains", Operator::Contains),
    ("startsWith", Operator::StartsWith),
    ("endsWith", Operator::EndsWith),
    ("gt", Operator::Greater),
    ("gteq", Operator::GreaterOrEqual),
    ("lt", Operator::Less),
    ("lted", Operator::LessOrEqual),
    ("lteq", Operator::LessOrEqual),
];

impl Operator {
    /// Returns its published name, as in `filter[updatedAt:gteq]`; none for equality, which is `filter[updatedAt]`.
    pub fn name(self) -> Option<&'static str> {
        NAMES.iter().find(|(_, operator)| *operator == self).map(|(name, _)| *name)
    }

    /// Finds an operator by its published name.
    pub fn find(name: &str) -> Option<Self> {
        NAMES.iter().find(|(known, _)| *known == name).map(|(_, operator)| *operator)
    }

    /// Returns all names, as in `filter[field:name]`.
    pub fn names() -> impl Iterator<Item = &'static str> {
        NAMES.iter().map(|(name, _)| *name)
    }

    /// Returns whether it compares pieces of texts.
    pub fn is_about_text(self) -> bool {
        matches!(self, Self::Contains | Self::StartsWith | Self::EndsWith)
    }

    /// Returns whether it holds for a value that compares so with the wanted one; as equality for those about texts.
    pub fn holds(self, order: Ordering) -> bool {
        match self {
            Self::Greater => order.is_gt(),
            Self::GreaterOrEqual => order.is_ge(),
            Self::Less => order.is_lt(),
            Self::LessOrEqual => order.is_le(),
            Self::Is | Self::Contains | Self::StartsWith | Self::EndsWith => order.is_eq(),
        }
    }

    /// Returns whether it holds for a text, both in the same case.
    pub fn holds_for_text(self, text: &str, wanted: &str) -> bool {
        match self {
            Self::Contains => text.contains(wanted),
            Self::StartsWith => text.starts_with(wanted),
            Self::EndsWith => text.ends_with(wanted),
            _ => self.holds(text.cmp(wanted)),
        }
    }
}
