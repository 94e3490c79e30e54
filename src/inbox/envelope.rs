//! What is parsed from an event's body: ID, name, connection, time.
//!
//! A body that cannot be parsed is an event all the same, without a name. Of two equal keys the last counts, as
//! in JavaScript, and everything else is skipped without being built.

use std::borrow::Cow;
use std::fmt;

use jiff::Timestamp;
use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

/// The longest ID and name that count as such; a longer one is taken for none.
const LONGEST: usize = 1024;

/// The parts of an event that the inbox sorts by. Hostile text, as in the body.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Envelope {
    /// What receivers dedupe on.
    pub id: Option<String>,
    /// The event's name, for example `assets.updated`; empty if the body has none.
    pub event: String,
    /// The ID of the connection; empty if the body has none.
    pub connection: String,
    /// When it happened, as in the body.
    pub timestamp: Option<String>,
}

impl Envelope {
    /// Parses a body.
    pub fn read(body: &[u8]) -> Self {
        let Ok(Fields { mut id, event, connection, timestamp }) = serde_json::from_slice(body) else {
            return Self::default();
        };
        id = id.filter(|id| !id.is_empty() && id.len() <= LONGEST);
        let short = |text: Option<String>| text.filter(|text| text.len() <= LONGEST).unwrap_or_default();
        Self {
            id,
            event: short(event),
            connection: short(connection),
            timestamp: timestamp.filter(|text| text.len() <= LONGEST),
        }
    }

    /// Returns when it happened, if that can be read as a time with an offset, or as seconds or milliseconds
    /// since 1970.
    pub fn happened_at(&self) -> Option<Timestamp> {
        let text = self.timestamp.as_deref()?;
        if let Ok(number) = text.parse::<i64>() {
            return if number > 100_000_000_000 {
                Timestamp::from_millisecond(number).ok()
            } else {
                Timestamp::from_second(number).ok()
            };
        }
        text.parse().ok()
    }
}

#[derive(Default)]
struct Fields {
    id: Option<String>,
    event: Option<String>,
    connection: Option<String>,
    timestamp: Option<String>,
}

impl<'de> Deserialize<'de> for Fields {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Object)
    }
}

struct Object;

impl<'de> Visitor<'de> for Object {
    type Value = Fields;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Fields, A::Error> {
        let mut fields = Fields::default();
        let mut kind = None;
        let mut created = None;
        while let Some(Key(key)) = map.next_key()? {
            match key.as_ref() {
                "id" => fields.id = map.next_value::<Text>()?.0,
                "event" => fields.event = map.next_value::<Text>()?.0,
                "type" => kind = map.next_value::<Text>()?.0,
                "connection_id" => fields.connection = map.next_value::<Text>()?.0,
                "timestamp" => fields.timestamp = map.next_value::<Text>()?.0,
                "created_at" => created = map.next_value::<Text>()?.0,
                _ => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        fields.event = fields.event.or(kind);
        fields.timestamp = fields.timestamp.or(created);
        Ok(fields)
    }
}

/// A key, borrowed where it has no escapes.
struct Key<'de>(Cow<'de, str>);

impl<'de> Deserialize<'de> for Key<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Borrow;
        impl<'de> Visitor<'de> for Borrow {
            type Value = Key<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a key")
            }

            fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
                Ok(Key(Cow::Borrowed(text)))
            }

            fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
                Ok(Key(Cow::Owned(text.to_owned())))
            }
        }
        deserializer.deserialize_str(Borrow)
    }
}

/// A scalar as text; anything else is nothing.
struct Text(Option<String>);

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Scalar;
        impl<'de> Visitor<'de> for Scalar {
            type Value = Text;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a value")
            }

            fn visit_str<E>(self, text: &str) -> Result<Text, E> {
                Ok(Text(Some(text.to_owned())))
            }

            fn visit_u64<E>(self, number: u64) -> Result<Text, E> {
                Ok(Text(Some(number.to_string())))
            }

            fn visit_i64<E>(self, number: i64) -> Result<Text, E> {
                Ok(Text(Some(number.to_string())))
            }

            // A double has too many spellings to be an identity.
            fn visit_f64<E>(self, _: f64) -> Result<Text, E> {
                Ok(Text(None))
            }

            fn visit_bool<E>(self, _: bool) -> Result<Text, E> {
                Ok(Text(None))
            }

            fn visit_unit<E>(self) -> Result<Text, E> {
                Ok(Text(None))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Text, A::Error> {
                while seq.next_element::<IgnoredAny>()?.is_some() {}
                Ok(Text(None))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Text, A::Error> {
                while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
                Ok(Text(None))
            }
        }
        deserializer.deserialize_any(Scalar)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_envelope_and_skips_the_rest() {
        let body = br#"{"id":"evt_1","event":"assets.updated","timestamp":"2026-01-02T03:04:05Z","connection_id":42,
            "body":[{"deep":[[[]]]}]}"#;
        let envelope = Envelope::read(body);
        assert_eq!(envelope.id.as_deref(), Some("evt_1"));
        assert_eq!(envelope.event, "assets.updated");
        assert_eq!(envelope.connection, "42");
        assert_eq!(envelope.happened_at().map(Timestamp::as_second), Some(1_767_323_045));
    }

    #[test]
    fn of_two_equal_keys_the_last_counts() {
        let envelope = Envelope::read(br#"{"id":"a","\u0069d":"b","id":"c","event":"x"}"#);
        assert_eq!(envelope.id.as_deref(), Some("c"));
    }

    #[test]
    fn what_is_no_event_has_no_name() {
        for body in [&b""[..], b"[]", b"null", b"{", b"\xff", b"12", br#""id""#] {
            assert_eq!(Envelope::read(body), Envelope::default(), "{body:?}");
        }
        let odd = Envelope::read(br#"{"id":{"id":"x"},"event":["y"],"connection_id":1.5,"timestamp":null}"#);
        assert_eq!(odd, Envelope::default());
        let long = format!(r#"{{"id":"{}","event":"e"}}"#, "x".repeat(LONGEST + 1));
        assert_eq!(Envelope::read(long.as_bytes()).id, None);
    }

    #[test]
    fn a_deep_body_costs_no_stack() {
        let deep = format!(r#"{{"body":{}{},"id":"d"}}"#, "[".repeat(100_000), "]".repeat(100_000));
        assert_eq!(Envelope::read(deep.as_bytes()).id.as_deref(), Some("d"));
    }

    #[test]
    fn times_are_read_in_three_forms() {
        let at = |text: &str| {
            Envelope { timestamp: Some(text.into()), ..Envelope::default() }.happened_at().map(Timestamp::as_second)
        };
        assert_eq!(at("1700000000"), Some(1_700_000_000));
        assert_eq!(at("1700000000123"), Some(1_700_000_000));
        assert_eq!(at("2023-11-14T22:13:20+00:00"), Some(1_700_000_000));
        assert_eq!(at("yesterday"), None);
    }
}
