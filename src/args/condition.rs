//! A condition of `--where` and a field of `--order` as they are typed.

use std::str::FromStr;

use crate::api::entities::Operator;
use crate::client::call::{Direction, Filter};

/// Signs and words, the longer signs first.
const OPERATORS: [(&str, Operator); 10] = [
    (">=", Operator::GreaterOrEqual),
    ("<=", Operator::LessOrEqual),
    (">", Operator::Greater),
    ("<", Operator::Less),
    ("=", Operator::Is),
    ("contains", Operator::Contains),
    ("starts-with", Operator::StartsWith),
    ("startswith", Operator::StartsWith),
    ("ends-with", Operator::EndsWith),
    ("endswith", Operator::EndsWith),
];

/// A condition as it was typed.
#[derive(Clone, Debug)]
pub struct Condition {
    typed: String,
    field: String,
    operator: Operator,
    value: String,
}

impl FromStr for Condition {
    type Err = String;

    fn from_str(typed: &str) -> Result<Self, String> {
        let text = typed.trim();
        let end = text.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(text.len());
        let (field, rest) = text.split_at(end);
        let form = || {
            "it takes the form `FIELD OPERATOR VALUE` with =, >, >=, <, <=, contains, starts-with or ends-with, for example \
             `updatedAt>=2026-01-01`"
                .to_owned()
        };
        let trimmed = rest.trim_start();
        let found = OPERATORS.into_iter().find_map(|(sign, operator)| {
            let start = trimmed.get(..sign.len()).filter(|start| start.eq_ignore_ascii_case(sign))?;
            let value = &trimmed[start.len()..];
            // A word ends where a blank begins, and `==` or `<>` is no operator here.
            let is_whole = if sign.starts_with(|c: char| c.is_ascii_alphabetic()) {
                rest.len() > trimmed.len() && value.starts_with(char::is_whitespace)
            } else {
                !value.trim_start().starts_with(['=', '<', '>'])
            };
            is_whole.then(|| (operator, value.trim()))
        });
        match found {
            Some((operator, value)) if !field.is_empty() && !value.is_empty() => {
                Ok(Self { typed: text.to_owned(), field: field.to_owned(), operator, value: value.to_owned() })
            }
            _ => Err(form()),
        }
    }
}

impl Condition {
    /// Returns how it was typed.
    pub fn typed(&self) -> &str {
        &self.typed
    }

    /// Returns its field.
    pub fn field(&self) -> &str {
        &self.field
    }

    /// Returns its operator.
    pub fn operator(&self) -> Operator {
        self.operator
    }

    /// Returns the value that the field is compared with.
    pub fn value(&self) -> &str {
        &self.value
    }

    /// Returns it as the API takes it.
    pub fn filter(&self) -> Filter {
        Filter { field: self.field.clone(), op: self.operator.name().map(Into::into), value: self.value.clone() }
    }
}

/// An order as it was typed: a field, with `-` for the largest first.
#[derive(Clone, Debug)]
pub struct Order {
    field: String,
    direction: Direction,
}

impl FromStr for Order {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (field, direction) = match text.trim().strip_prefix('-') {
            Some(field) => (field, Direction::Descending),
            None => (text.trim(), Direction::Ascending),
        };
        if field.is_empty() {
            return Err("it takes a field, with `-` before it for the largest first".into());
        }
        Ok(Self { field: field.to_owned(), direction })
    }
}

impl Order {
    /// Returns field and direction.
    pub fn sort(&self) -> (String, Direction) {
        (self.field.clone(), self.direction)
    }
}
