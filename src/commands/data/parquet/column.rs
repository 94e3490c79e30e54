//! The type of a column, by what the API publishes of the field and by what the rows hold, and its values in that type.

use jiff::civil::DateTime;
use serde_json::Value;

use super::super::rules::plain;
use crate::api::entities::{Field, Kind};
use crate::api::lenient;

/// Digits that an amount can have as a whole number of 64 bits.
pub(super) const DIGITS: u8 = 18;

/// The type of a column. Each can become the next of its kind, and all can become texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Type {
    Flag,
    Whole,
    /// With so many digits before the point and behind it.
    Decimal(u8, u8),
    Float,
    /// Microseconds since 1970 in UTC.
    Time,
    Text,
    /// Lists and objects.
    Json,
}

/// A value of a column.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Cell {
    Flag(bool),
    Whole(i64),
    Float(f64),
    Text(String),
}

impl Type {
    /// Returns the type that a column begins with; rows can widen it. A field that is not published is text.
    pub(super) fn of(field: Option<&Field>) -> Self {
        match field.map(|field| field.kind) {
            Some(Kind::Bool | Kind::BoolText) => Self::Flag,
            Some(Kind::Number | Kind::NumberText) => Self::Whole,
            Some(Kind::Money) => Self::Decimal(0, 0),
            Some(Kind::Time) => Self::Time,
            Some(Kind::List | Kind::Object(_) | Kind::Objects(_) | Kind::Refs(_)) => Self::Json,
            _ => Self::Text,
        }
    }

    /// Returns the type that also holds this value.
    pub(super) fn with(self, value: &Value) -> Self {
        if value.is_array() || value.is_object() {
            return Self::Json;
        }
        if value.is_null() || plain(value).is_empty() {
            return self;
        }
        match self {
            Self::Decimal(before, behind) => match places(&plain(value)) {
                Some((more, own)) if before.max(more) + behind.max(own) <= DIGITS => {
                    Self::Decimal(before.max(more), behind.max(own))
                }
                _ => Self::Float.with(value),
            },
            held if held.cell(value).is_some() => held,
            Self::Whole => Self::Float.with(value),
            _ => Self::Text,
        }
    }

    /// Returns a value in this type; nothing for null, and for an empty text where the type is no text.
    pub(super) fn cell(self, value: &Value) -> Option<Cell> {
        if value.is_null() {
            return None;
        }
        let text = plain(value);
        Some(match self {
            Self::Flag => Cell::Flag(text.parse().ok()?),
            Self::Whole => Cell::Whole(whole(&text)?),
            Self::Decimal(_, behind) => Cell::Whole(decimal(&text, behind)?),
            Self::Float => Cell::Float(text.parse().ok().filter(|number: &f64| number.is_finite())?),
            Self::Time => Cell::Whole(micros(lenient::utc(&text)?)?),
            Self::Text => Cell::Text(text),
            // A text among lists is JSON too.
            Self::Json => Cell::Text(value.to_string()),
        })
    }
}

/// Parses a whole number as it is written here: what begins with zeros is none.
fn whole(text: &str) -> Option<i64> {
    text.parse::<i64>().ok().filter(|number| number.to_string() == text)
}

/// Returns the digits of a decimal before the point and behind it.
fn places(text: &str) -> Option<(u8, u8)> {
    let (before, behind) = text.split_once('.').unwrap_or((text, ""));
    let before = before.strip_prefix('-').unwrap_or(before);
    let are_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let is_one = !before.is_empty() && are_digits(before) && are_digits(behind);
    let count = |text: &str| u8::try_from(text.len()).ok().filter(|count| *count <= DIGITS);
    is_one.then(|| Some((count(before)?, count(behind)?)))?
}

/// Returns a decimal in units of the last of so many digits behind the point.
fn decimal(text: &str, behind: u8) -> Option<i64> {
    let (_, own) = places(text)?;
    (text.replace('.', "") + &"0".repeat(behind.checked_sub(own)?.into())).parse().ok()
}

fn micros(at: DateTime) -> Option<i64> {
    i64::try_from(at.duration_since(DateTime::constant(1970, 1, 1, 0, 0, 0, 0)).as_micros()).ok()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn widened(begin: Type, values: &[Value]) -> Type {
        values.iter().fold(begin, Type::with)
    }

    #[test]
    fn a_type_holds_every_value() {
        for (begin, values, wanted) in [
            (Type::Whole, vec![json!(5), json!("7"), Value::Null, json!("")], Type::Whole),
            (Type::Whole, vec![json!("1.5"), json!(2)], Type::Float),
            (Type::Whole, vec![json!("007")], Type::Float),
            (Type::Whole, vec![json!("many")], Type::Text),
            (Type::Decimal(0, 0), vec![json!("12.50"), json!(3), json!("-0.125"), json!("")], Type::Decimal(2, 3)),
            (Type::Decimal(0, 0), vec![json!("1e3")], Type::Float),
            (Type::Decimal(0, 0), vec![json!("12345678901234567890.25")], Type::Float),
            (Type::Decimal(0, 0), vec![json!("123456789012345678"), json!("0.5")], Type::Float),
            (Type::Decimal(0, 0), vec![json!("12,50")], Type::Text),
            (Type::Flag, vec![json!(true), json!("false")], Type::Flag),
            (Type::Flag, vec![json!("yes")], Type::Text),
            (Type::Time, vec![json!("2026-03-01"), json!("9999-12-31T23:59:59Z")], Type::Time),
            (Type::Time, vec![json!("soon")], Type::Text),
            (Type::Text, vec![json!("x"), json!(5), json!([1])], Type::Json),
        ] {
            assert_eq!(widened(begin, &values), wanted, "{values:?}");
        }
        assert_eq!(Type::Decimal(2, 3).cell(&json!("-12.5")), Some(Cell::Whole(-12_500)));
        assert_eq!(Type::Decimal(2, 2).cell(&json!(3)), Some(Cell::Whole(300)));
        assert_eq!(Type::Time.cell(&json!("1970-01-01T00:00:01.5Z")), Some(Cell::Whole(1_500_000)));
        assert_eq!(Type::Time.cell(&json!("9999-12-31")), Some(Cell::Whole(253_402_214_400_000_000)));
        assert_eq!(Type::Time.cell(&json!("")), None);
        assert_eq!(Type::Json.cell(&json!("x")), Some(Cell::Text("\"x\"".into())));
        assert_eq!(Type::Text.cell(&json!("")), Some(Cell::Text(String::new())));
    }
}
