//! Expressions on a field: `status equals Completed`.

use std::fmt;
use std::str::FromStr;

use serde_json::Value;
use thiserror::Error;

use crate::api::webhooks::WebhookCondition;

/// A comparison of one field of a row.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Expression {
    /// The field, as `status`.
    pub(super) field: String,
    /// The operator as it goes over the wire: one of [`WebhookCondition::OPERATORS`].
    pub(super) operator: String,
    /// What the field is compared with; for `exists` whether it is to be there.
    pub(super) value: Value,
}

/// Why a text is not an expression.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub(super) enum ExpressionError {
    /// The form is wrong.
    #[error(
        "`{0}` is not a condition; write `status equals Completed`, `quantity >= 10`, `title contains pump` or `dueAt is missing`"
    )]
    Form(String),
    /// The operator is unknown.
    #[error("unknown operator `{0}`; expected one of {known}", known = operators())]
    Operator(String),
    /// An operator without a value.
    #[error("`{0}` with nothing behind it: what is the field compared with?")]
    NoValue(String),
    /// A value behind an operator that takes none.
    #[error("nothing stands behind `{0}`")]
    Superfluous(String),
    /// A comparison with `null`.
    #[error("a field without a value is written `{0} is missing`")]
    Null(String),
}

/// The operand of an operator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Takes {
    /// A number, a truth value, or text.
    Scalar,
    /// Text, also where it looks like a number: a part of a title is one.
    Text,
    /// Nothing: this is its value.
    Nothing(bool),
}

/// How operators are written: the spelling that is shown comes first, and one that begins another comes after it.
const SPELLINGS: &[(&str, &str, Takes)] = &[
    ("is missing", "exists", Takes::Nothing(false)),
    ("missing", "exists", Takes::Nothing(false)),
    ("exists", "exists", Takes::Nothing(true)),
    ("is not", "ne", Takes::Scalar),
    ("!=", "ne", Takes::Scalar),
    ("ne", "ne", Takes::Scalar),
    ("equals", "eq", Takes::Scalar),
    ("is", "eq", Takes::Scalar),
    ("==", "eq", Takes::Scalar),
    ("=", "eq", Takes::Scalar),
    ("eq", "eq", Takes::Scalar),
    ("contains", "contains", Takes::Text),
    (">=", "gteq", Takes::Scalar),
    ("at least", "gteq", Takes::Scalar),
    ("gteq", "gteq", Takes::Scalar),
    ("<=", "lteq", Takes::Scalar),
    ("at most", "lteq", Takes::Scalar),
    ("lteq", "lteq", Takes::Scalar),
    (">", "gt", Takes::Scalar),
    ("above", "gt", Takes::Scalar),
    ("after", "gt", Takes::Scalar),
    ("gt", "gt", Takes::Scalar),
    ("<", "lt", Takes::Scalar),
    ("below", "lt", Takes::Scalar),
    ("before", "lt", Takes::Scalar),
    ("lt", "lt", Takes::Scalar),
];

/// Returns the spellings that are shown, for a sentence.
fn operators() -> String {
    let mut shown: Vec<String> = Vec::new();
    for wire in ["eq", "ne", "gt", "gteq", "lt", "lteq", "contains"] {
        shown.extend(spelling(wire, None).map(|words| format!("`{words}`")));
    }
    format!("{}, `exists`, `is missing`", shown.join(", "))
}

/// Returns how an operator is shown; for `exists` it depends on its value.
fn spelling(wire: &str, takes: Option<Takes>) -> Option<&'static str> {
    let fits = |(_, operator, known): &&(&str, &str, Takes)| *operator == wire && takes.is_none_or(|it| it == *known);
    SPELLINGS.iter().find(fits).map(|(words, ..)| *words)
}

/// Takes the words of an operator off the beginning of a text, in any case and with any blanks between them.
fn behind<'a>(text: &'a str, words: &str) -> Option<&'a str> {
    let mut rest = text;
    for word in words.split(' ') {
        rest = rest.trim_start();
        let head = rest.get(..word.len()).filter(|head| head.eq_ignore_ascii_case(word))?;
        rest = &rest[head.len()..];
        // `isolated` does not begin with the operator `is`, and `>` may be followed by anything.
        if word.ends_with(char::is_alphabetic) && rest.chars().next().is_some_and(|next| !next.is_whitespace()) {
            return None;
        }
    }
    Some(rest.trim())
}

impl FromStr for Expression {
    type Err = ExpressionError;

    fn from_str(text: &str) -> Result<Self, ExpressionError> {
        let form = || ExpressionError::Form(text.into());
        let trimmed = text.trim();
        let end = trimmed.find(|c: char| c.is_whitespace() || "=!<>".contains(c)).ok_or_else(form)?;
        let (field, rest) = trimmed.split_at(end);
        if field.is_empty() {
            return Err(form());
        }
        let mut full = None;
        for (words, operator, takes) in SPELLINGS {
            let Some(value) = behind(rest, words) else { continue };
            let value = match (takes, value) {
                (Takes::Nothing(value), "") => Value::Bool(*value),
                // `status is missing parts` compares with the text `missing parts`.
                (Takes::Nothing(_), _) => {
                    full = Some(*words);
                    continue;
                }
                (_, "") => return Err(ExpressionError::NoValue(format!("{field} {words}"))),
                (Takes::Scalar, value) => scalar(value),
                (Takes::Text, value) => quoted(value),
            };
            if value.is_null() {
                return Err(ExpressionError::Null(field.into()));
            }
            return Ok(Self { field: field.into(), operator: (*operator).into(), value });
        }
        match full {
            Some(words) => Err(ExpressionError::Superfluous(format!("{field} {words}"))),
            None => Err(ExpressionError::Operator(rest.split_whitespace().next().unwrap_or_default().into())),
        }
    }
}

/// Reads a number, a truth value, `null` or quoted text as JSON does; everything else is text as it stands.
fn scalar(text: &str) -> Value {
    let read = serde_json::from_str(text).ok();
    read.filter(|value: &Value| !value.is_array() && !value.is_object()).unwrap_or_else(|| text.into())
}

/// Reads quoted text as JSON does; everything else is text as it stands.
fn quoted(text: &str) -> Value {
    Some(scalar(text)).filter(Value::is_string).unwrap_or_else(|| text.into())
}

impl From<&WebhookCondition> for Expression {
    fn from(condition: &WebhookCondition) -> Self {
        Self { field: condition.field.clone(), operator: condition.operator.clone(), value: condition.value.clone() }
    }
}

/// Writes it so that it reads back as the same.
impl fmt::Display for Expression {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.operator == "exists" {
            let takes = Takes::Nothing(self.value.as_bool().unwrap_or(true));
            return write!(f, "{} {}", self.field, spelling("exists", Some(takes)).unwrap_or("exists"));
        }
        // An operator that is not known here stands as it came.
        let words = spelling(&self.operator, None).unwrap_or(&self.operator);
        let read = if self.operator == "contains" { quoted } else { scalar };
        match &self.value {
            Value::String(text) if text.trim() == text && !text.is_empty() && read(text) == self.value => {
                write!(f, "{} {words} {text}", self.field)
            }
            value => write!(f, "{} {words} {value}", self.field),
        }
    }
}

#[cfg(test)]
mod tests;
