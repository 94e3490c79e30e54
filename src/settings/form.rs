//! What a value is written as in the configuration.

use std::fmt;

use toml_edit::Value;

/// What a value of a [`super::file::ConfigTable`] is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// `"text"`.
    String,
    /// `32`.
    Integer,
    /// `true`.
    Boolean,
    /// A list without a value.
    Nothing,
    /// What no key takes, by TOML's name.
    Other(&'static str),
}

impl Form {
    /// Returns what a value is written as, and its text.
    pub(super) fn of(value: &Value) -> (Self, String) {
        match value {
            Value::String(text) => (Self::String, text.value().clone()),
            Value::Integer(number) => (Self::Integer, number.value().to_string()),
            Value::Boolean(yes) => (Self::Boolean, yes.value().to_string()),
            other => (Self::Other(other.type_name()), other.to_string().trim().to_owned()),
        }
    }
}

impl fmt::Display for Form {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::String => "string",
            Self::Integer => "integer",
            Self::Boolean => "boolean",
            Self::Nothing => "empty array",
            Self::Other(name) => name,
        })
    }
}
