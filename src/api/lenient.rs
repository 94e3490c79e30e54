//! Parsing of what servers really send, whatever JSON type it comes in.
//!
//! The published document declares fields as one type and shows another (`quantity: object` with a string example,
//! `expires_in` as number and as string), so a strict parser would fail on valid responses.

use jiff::civil::DateTime;
use jiff::fmt::temporal::Pieces;
use jiff::tz::Offset;
use jiff::{SignedDuration, Timestamp};
use serde::de::{DeserializeOwned, Error as _};
use serde::{Deserialize, Deserializer};
use serde_json::Value;

/// Declares types of responses. A field that is missing has its default; texts, numbers and lists of texts are parsed
/// by [`field`]. A mark after the type changes that: `= required` fails where the field is missing, null, empty or of
/// another type (for fields that a verdict rests on), `= strict` fails on another type, `= or_default` takes it as
/// missing, `= flatten` takes the fields of the inner type. `..extra` keeps the fields that are not declared.
macro_rules! lenient {
    ($($(#[$meta:meta])* pub struct $name:ident { $($body:tt)* })*) => {
        $(lenient! { @fields [$(#[$meta])* pub struct $name] [] $($body)* })*
    };
    (@fields [$($head:tt)*] [$($done:tt)*] $(#[$meta:meta])* pub $name:ident: $type:ty, $($rest:tt)*) => {
        lenient! { @fields [$($head)*] [
            $($done)* $(#[$meta])* #[serde(default, deserialize_with = "crate::api::lenient::field")] pub $name: $type,
        ] $($rest)* }
    };
    (@fields [$($head:tt)*] [$($done:tt)*] $(#[$meta:meta])* pub $name:ident: $type:ty = required, $($rest:tt)*) => {
        lenient! { @fields [$($head)*] [
            $($done)* $(#[$meta])* #[serde(deserialize_with = "crate::api::lenient::required")] pub $name: $type,
        ] $($rest)* }
    };
    (@fields [$($head:tt)*] [$($done:tt)*] $(#[$meta:meta])* pub $name:ident: $type:ty = strict, $($rest:tt)*) => {
        lenient! { @fields [$($head)*] [$($done)* $(#[$meta])* #[serde(default)] pub $name: $type,] $($rest)* }
    };
    (@fields [$($head:tt)*] [$($done:tt)*] $(#[$meta:meta])* pub $name:ident: $type:ty = or_default, $($rest:tt)*) => {
        lenient! { @fields [$($head)*] [
            $($done)* $(#[$meta])* #[serde(default, deserialize_with = "crate::api::lenient::or_default")]
            pub $name: $type,
        ] $($rest)* }
    };
    (@fields [$($head:tt)*] [$($done:tt)*] $(#[$meta:meta])* pub $name:ident: $type:ty = flatten, $($rest:tt)*) => {
        lenient! { @fields [$($head)*] [$($done)* $(#[$meta])* #[serde(flatten)] pub $name: $type,] $($rest)* }
    };
    (@fields [$($head:tt)*] [$($done:tt)*] ..extra) => {
        lenient! { @fields [$($head)*] [
            $($done)*
            /// Fields that are not declared here, in the order they were received.
            #[serde(flatten)]
            pub extra: $crate::api::Extra,
        ] }
    };
    (@fields [$($head:tt)*] [$($done:tt)*]) => {
        #[derive(Clone, Debug, Default, PartialEq, ::serde::Serialize, ::serde::Deserialize)]
        $($head)* { $($done)* }
    };
}
pub(super) use lenient;

/// A field that takes more than one JSON type.
pub trait Lenient: Sized {
    /// Converts the value that was received.
    fn from_json(value: Value) -> Self;
}

/// Parses a field as its type converts it.
///
/// # Errors
/// When the JSON itself is broken.
pub fn field<'de, D: Deserializer<'de>, T: Lenient>(from: D) -> Result<T, D::Error> {
    Value::deserialize(from).map(T::from_json)
}

/// Parses a part that is not published; a value of another shape counts as not sent.
///
/// # Errors
/// When the JSON itself is broken.
pub fn or_default<'de, D: Deserializer<'de>, T: DeserializeOwned + Default>(from: D) -> Result<T, D::Error> {
    Ok(serde_json::from_value(Value::deserialize(from)?).unwrap_or_default())
}

/// Parses a figure, which is a number from 0; anything else counts as not known.
///
/// # Errors
/// When the JSON itself is broken.
pub fn figure<'de, D: Deserializer<'de>>(from: D) -> Result<Option<f64>, D::Error> {
    Ok(field::<D, Option<f64>>(from)?.filter(|figure| (0.0..1e15).contains(figure)))
}

/// Parses a share of a whole, from 0 to 1; anything else counts as not known.
///
/// # Errors
/// When the JSON itself is broken.
pub fn share<'de, D: Deserializer<'de>>(from: D) -> Result<Option<f64>, D::Error> {
    Ok(field::<D, Option<f64>>(from)?.filter(|share| (0.0..=1.0).contains(share)))
}

/// Parses a number that may be null, where null has a meaning of its own.
///
/// # Errors
/// For anything that is neither a whole number nor null.
pub fn number_or_null<'de, D: Deserializer<'de>>(from: D) -> Result<Option<u64>, D::Error> {
    match Value::deserialize(from)? {
        Value::Null => Ok(None),
        value => <Option<u64> as Lenient>::from_json(value).map(Some).ok_or_else(|| D::Error::custom(NOT_KEPT)),
    }
}

/// A field that must be there, in any JSON type that means the same.
pub trait Required: Sized {
    /// Converts the value that was received, or returns nothing where it is empty or means nothing.
    fn from_json(value: Value) -> Option<Self>;
}

/// Parses a field that a verdict rests on.
///
/// # Errors
/// When it is null, empty or of another type.
pub fn required<'de, D: Deserializer<'de>, T: Required>(from: D) -> Result<T, D::Error> {
    T::from_json(Value::deserialize(from)?).ok_or_else(|| D::Error::custom(NOT_KEPT))
}

/// What [`required`] fails with.
pub const NOT_KEPT: &str = "a promised field is empty or of another type";

/// A string that is not empty, or a number as text.
impl Required for Option<String> {
    fn from_json(value: Value) -> Option<Self> {
        match value {
            Value::String(text) if !text.trim().is_empty() => Some(Some(text)),
            Value::Number(number) => Some(Some(number.to_string())),
            _ => None,
        }
    }
}

impl Required for String {
    fn from_json(value: Value) -> Option<Self> {
        <Option<Self> as Required>::from_json(value)?
    }
}

/// A figure: a number from 0.
impl Required for Option<f64> {
    fn from_json(value: Value) -> Option<Self> {
        Some(Some(<Self as Lenient>::from_json(value).filter(|figure| (0.0..1e15).contains(figure))?))
    }
}

impl Required for Option<u64> {
    fn from_json(value: Value) -> Option<Self> {
        Some(Some(<Self as Lenient>::from_json(value)?))
    }
}

/// A list, which may be empty.
impl<T: DeserializeOwned> Required for Vec<T> {
    fn from_json(value: Value) -> Option<Self> {
        serde_json::from_value(value).ok()
    }
}

impl Lenient for Value {
    fn from_json(value: Value) -> Self {
        value
    }
}

/// A string, or a number as text. A boolean, a list or an object is none.
impl Lenient for Option<String> {
    fn from_json(value: Value) -> Self {
        match value {
            Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => None,
            value => Some(text(value)),
        }
    }
}

/// A number, or a string that holds one.
impl Lenient for Option<f64> {
    fn from_json(value: Value) -> Self {
        match value {
            Value::Number(number) => number.as_f64(),
            Value::String(text) => text.trim().parse().ok(),
            _ => None,
        }
    }
}

/// A whole number, or a string that holds one.
impl Lenient for Option<u64> {
    fn from_json(value: Value) -> Self {
        match value {
            // `10.0`, as languages without whole numbers write 10; beyond 2⁵³ they would not be whole any more.
            Value::Number(number) => number.as_u64().or_else(|| {
                let whole = number.as_f64().filter(|number| (0.0..=9e15).contains(number) && number.fract() == 0.0)?;
                format!("{whole:.0}").parse().ok()
            }),
            Value::String(text) => text.trim().parse().ok(),
            _ => None,
        }
    }
}

/// A list of texts, or a text or number alone; anything else is an empty one.
impl Lenient for Vec<String> {
    fn from_json(value: Value) -> Self {
        match value {
            Value::Array(items) => items.into_iter().map(text).collect(),
            Value::String(one) if !one.is_empty() => vec![one],
            Value::Number(one) => vec![one.to_string()],
            _ => Self::new(),
        }
    }
}

fn text(value: Value) -> String {
    match value {
        Value::String(text) => text,
        other => other.to_string(),
    }
}

/// Parses a point in time as the platform writes it: ISO 8601, or seconds since 1970.
pub fn timestamp(text: &str) -> Option<Timestamp> {
    let text = text.trim();
    if let Ok(time) = text.parse::<Timestamp>() {
        return Some(time);
    }
    if let Ok(seconds) = text.parse::<i64>() {
        return Timestamp::from_second(seconds).ok();
    }
    // `2026-01-02 03:04:05` and `2026-01-02T03:04:05`, which Laravel also writes, mean UTC there.
    let civil: DateTime = text.replacen(' ', "T", 1).parse().ok()?;
    civil.to_zoned_datetime(jiff::tz::TimeZone::UTC).ok().map(|zoned| zoned.timestamp())
}

/// A date or a time as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Written {
    /// In UTC, which one without a zone is taken for; a date is its first moment.
    pub at: DateTime,
    /// Whether it has a time of day.
    pub has_time: bool,
    /// Whether it has a zone.
    pub has_zone: bool,
}

/// Parses a date or a time in ISO 8601, also one that no [`Timestamp`] can be: `9999-12-31`, which systems write for what
/// does not end.
pub fn written(text: &str) -> Option<Written> {
    let text = text.trim().replacen(' ', "T", 1);
    let pieces = Pieces::parse(&text).ok()?;
    let (time, offset) = (pieces.time(), pieces.to_numeric_offset());
    let east = SignedDuration::from_secs(offset.unwrap_or(Offset::UTC).seconds().into());
    let at = pieces.date().to_datetime(time.unwrap_or_default()).saturating_sub(east);
    Some(Written { at, has_time: time.is_some(), has_zone: offset.is_some() })
}

/// Parses a point in time as [`timestamp`] does, also one that no [`Timestamp`] can be, and returns it in UTC.
pub fn utc(text: &str) -> Option<DateTime> {
    match timestamp(text) {
        Some(at) => Some(Offset::UTC.to_datetime(at)),
        None => written(text).map(|written| written.at),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_that_do_not_end() {
        let at = |text| utc(text).map(|at| at.to_string());
        for (text, expected) in [
            ("9999-12-31", "9999-12-31T00:00:00"),
            ("9999-12-31T23:59:59Z", "9999-12-31T23:59:59"),
            ("9999-12-31T01:00:00+01:00", "9999-12-31T00:00:00"),
            ("9999-12-31 23:59:59", "9999-12-31T23:59:59"),
            ("9999-12-31T23:59:59-01:00", "9999-12-31T23:59:59.999999999"),
            ("0001-01-01T00:00:00Z", "0001-01-01T00:00:00"),
            ("2026-03-01", "2026-03-01T00:00:00"),
            ("2026-03-01T08:00:00+02:00", "2026-03-01T06:00:00"),
        ] {
            assert_eq!(at(text).as_deref(), Some(expected), "{text}");
        }
        for text in ["10000-01-01", "2026-13-01", "never", "", "2026-03-01T25:00:00Z"] {
            assert_eq!(at(text), None, "{text}");
        }
        let is = |text| written(text).map(|written| (written.has_time, written.has_zone));
        assert_eq!(is("2026-03-01"), Some((false, false)));
        assert_eq!(is("2026-03-01T08:00:00"), Some((true, false)));
        assert_eq!(is("2026-03-01T08:00:00Z"), Some((true, true)));
    }

    #[test]
    fn times_in_every_spelling() {
        let expected = "2026-01-02T03:04:05Z".parse::<Timestamp>().ok();
        for text in ["2026-01-02T03:04:05Z", "2026-01-02T04:04:05+01:00", "2026-01-02 03:04:05", "1767323045"] {
            assert_eq!(timestamp(text), expected, "{text}");
        }
        assert_eq!(timestamp("yesterday"), None);
        assert_eq!(timestamp(""), None);
    }
}
