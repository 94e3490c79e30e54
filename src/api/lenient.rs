//! Reads scalars whatever JSON type they come in.
//!
//! The published document declares fields as one type and shows another (`quantity: object` with a string example,
//! `expires_in` as number and as string), so a strict reader would fail on honest answers.

use jiff::Timestamp;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer};
use serde_json::Value;

/// Reads a string, a number or a boolean as text; null and a missing field as nothing.
///
/// # Errors
/// When the JSON itself is broken.
pub fn text<'de, D: Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    Ok(match Option::<Value>::deserialize(from)? {
        None | Some(Value::Null) => None,
        Some(Value::String(text)) => Some(text),
        Some(other) => Some(other.to_string()),
    })
}

/// Reads a number, or a string that holds one.
///
/// # Errors
/// When the JSON itself is broken.
pub fn number<'de, D: Deserializer<'de>>(from: D) -> Result<Option<f64>, D::Error> {
    Ok(match Option::<Value>::deserialize(from)? {
        Some(Value::Number(number)) => number.as_f64(),
        Some(Value::String(text)) => text.trim().parse().ok(),
        _ => None,
    })
}

/// Reads a whole number, or a string that holds one.
///
/// # Errors
/// When the JSON itself is broken.
pub fn whole<'de, D: Deserializer<'de>>(from: D) -> Result<Option<u64>, D::Error> {
    Ok(match Option::<Value>::deserialize(from)? {
        // `10.0`, as languages without whole numbers write 10; beyond 2⁵³ they would not be whole any more.
        Some(Value::Number(number)) => number.as_u64().or_else(|| {
            let whole = number.as_f64().filter(|number| (0.0..=9e15).contains(number) && number.fract() == 0.0)?;
            format!("{whole:.0}").parse().ok()
        }),
        Some(Value::String(text)) => text.trim().parse().ok(),
        _ => None,
    })
}

/// Reads a part that nobody has published; what has another shape than ours counts as not sent.
///
/// # Errors
/// When the JSON itself is broken.
pub fn or_default<'de, D: Deserializer<'de>, T: DeserializeOwned + Default>(from: D) -> Result<T, D::Error> {
    Ok(serde_json::from_value(Value::deserialize(from)?).unwrap_or_default())
}

/// Reads a list; null, a missing field or a lone scalar as a list of none or one.
///
/// # Errors
/// When the JSON itself is broken.
pub fn texts<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<String>, D::Error> {
    let plain = |value: Value| match value {
        Value::String(text) => text,
        other => other.to_string(),
    };
    Ok(match Option::<Value>::deserialize(from)? {
        None | Some(Value::Null) => Vec::new(),
        Some(Value::Array(items)) => items.into_iter().map(plain).collect(),
        Some(one) => vec![plain(one)],
    })
}

/// Reads a point in time as the platform writes it: ISO 8601, or seconds since 1970.
pub fn timestamp(text: &str) -> Option<Timestamp> {
    let text = text.trim();
    if let Ok(time) = text.parse::<Timestamp>() {
        return Some(time);
    }
    if let Ok(seconds) = text.parse::<i64>() {
        return Timestamp::from_second(seconds).ok();
    }
    // `2026-01-02 03:04:05` and `2026-01-02T03:04:05`, which Laravel also writes, mean UTC there.
    let civil: jiff::civil::DateTime = text.replacen(' ', "T", 1).parse().ok()?;
    civil.to_zoned_datetime(jiff::tz::TimeZone::UTC).ok().map(|zoned| zoned.timestamp())
}

#[cfg(test)]
mod tests {
    use super::*;

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
