//! Serializes answers so that a time has one form in every format, RFC 3339 in UTC with milliseconds, and a
//! fraction at most six digits.
//!
//! jiff writes as many digits of a fraction as there are, and servers write none, three or six: columns of such times do
//! not line up, and sorted as text they are out of order. Values are passed through unchanged: only what this program
//! holds as a time, and texts under a key that says that they are one (`…_at`, `since`), are written anew.

use std::fmt::Display;

use serde::ser::{
    Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple,
    SerializeTupleStruct, SerializeTupleVariant, Serializer,
};

use super::display::exact;
use crate::api::lenient::timestamp;

/// Keys of parts that are somebody else's data, passed through as they are.
const FOREIGN: [&str; 9] = ["payload", "body", "metadata", "data", "raw", "input", "output", "headers", "other_bodies"];

/// A value whose times are written in their one form.
pub(super) struct Exact<'a, T: ?Sized>(pub(super) &'a T);

impl<T: Serialize + ?Sized> Serialize for Exact<'_, T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(Times { to, under_key: false })
    }
}

/// The value of a field; `true` where the key says that it is a time.
struct Field<'a, T: ?Sized>(&'a T, bool);

impl<T: Serialize + ?Sized> Serialize for Field<'_, T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(Times { to, under_key: self.1 })
    }
}

fn is_time(key: &str) -> bool {
    key.ends_with("_at")
        || key.ends_with("_until")
        || matches!(key, "at" | "since" | "until" | "from" | "to" | "bucket" | "timestamp")
}

/// Parses a text that has the form of a time: a number under such a key is none.
fn time(text: &str) -> Option<jiff::Timestamp> {
    let has_date = text.len() >= 19 && text.as_bytes().get(4) == Some(&b'-');
    timestamp(text).filter(|_| has_date)
}

/// A serializer that writes times anew.
struct Times<S> {
    to: S,
    /// Whether the key of this value says that it is a time.
    under_key: bool,
}

/// Writes a value of a primitive type unchanged.
macro_rules! unchanged {
    ($($name:ident: $type:ty),+ $(,)?) => {
        $(fn $name(self, value: $type) -> Result<S::Ok, S::Error> { self.to.$name(value) })+
    };
}

impl<S: Serializer> Serializer for Times<S> {
    type Ok = S::Ok;
    type Error = S::Error;
    type SerializeSeq = Parts<S::SerializeSeq>;
    type SerializeTuple = Parts<S::SerializeTuple>;
    type SerializeTupleStruct = Parts<S::SerializeTupleStruct>;
    type SerializeTupleVariant = Parts<S::SerializeTupleVariant>;
    type SerializeMap = Parts<S::SerializeMap>;
    type SerializeStruct = Parts<S::SerializeStruct>;
    type SerializeStructVariant = Parts<S::SerializeStructVariant>;

    unchanged! {
        serialize_bool: bool, serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64,
        serialize_i128: i128, serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_u64: u64,
        serialize_u128: u128, serialize_f32: f32, serialize_char: char, serialize_bytes: &[u8],
        serialize_unit_struct: &'static str,
    }

    /// Six digits after the point are more than anybody reads, and fewer than the noise of a division.
    fn serialize_f64(self, value: f64) -> Result<S::Ok, S::Error> {
        let rounded = (value * 1e6).round() / 1e6;
        self.to.serialize_f64(if rounded.is_finite() { rounded } else { value })
    }

    fn serialize_str(self, text: &str) -> Result<S::Ok, S::Error> {
        match time(text).filter(|_| self.under_key) {
            Some(at) => self.to.serialize_str(&exact(at)),
            None => self.to.serialize_str(text),
        }
    }

    fn collect_str<T: Display + ?Sized>(self, value: &T) -> Result<S::Ok, S::Error> {
        // jiff's times come this way, and no text that came from a server does.
        let text = value.to_string();
        match text.parse::<jiff::Timestamp>() {
            Ok(at) => self.to.serialize_str(&exact(at)),
            Err(_) => self.to.serialize_str(&text),
        }
    }

    fn serialize_none(self) -> Result<S::Ok, S::Error> {
        self.to.serialize_none()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<S::Ok, S::Error> {
        self.to.serialize_some(&Field(value, self.under_key))
    }

    fn serialize_unit(self) -> Result<S::Ok, S::Error> {
        self.to.serialize_unit()
    }

    fn serialize_unit_variant(self, name: &'static str, index: u32, variant: &'static str) -> Result<S::Ok, S::Error> {
        self.to.serialize_unit_variant(name, index, variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, name: &'static str, value: &T) -> Result<S::Ok, S::Error> {
        self.to.serialize_newtype_struct(name, &Field(value, self.under_key))
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        index: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<S::Ok, S::Error> {
        self.to.serialize_newtype_variant(name, index, variant, &Field(value, false))
    }

    fn serialize_seq(self, len: Option<usize>) -> Result<Self::SerializeSeq, S::Error> {
        self.to.serialize_seq(len).map(Parts::new)
    }

    fn serialize_tuple(self, len: usize) -> Result<Self::SerializeTuple, S::Error> {
        self.to.serialize_tuple(len).map(Parts::new)
    }

    fn serialize_tuple_struct(self, name: &'static str, len: usize) -> Result<Self::SerializeTupleStruct, S::Error> {
        self.to.serialize_tuple_struct(name, len).map(Parts::new)
    }

    fn serialize_tuple_variant(
        self,
        name: &'static str,
        index: u32,
        variant: &'static str,
        len: usize,
    ) -> Result<Self::SerializeTupleVariant, S::Error> {
        self.to.serialize_tuple_variant(name, index, variant, len).map(Parts::new)
    }

    fn serialize_map(self, len: Option<usize>) -> Result<Self::SerializeMap, S::Error> {
        self.to.serialize_map(len).map(Parts::new)
    }

    fn serialize_struct(self, name: &'static str, len: usize) -> Result<Self::SerializeStruct, S::Error> {
        self.to.serialize_struct(name, len).map(Parts::new)
    }

    fn serialize_struct_variant(
        self,
        name: &'static str,
        index: u32,
        variant: &'static str,
        len: usize,
    ) -> Result<Self::SerializeStructVariant, S::Error> {
        self.to.serialize_struct_variant(name, index, variant, len).map(Parts::new)
    }
}

/// The parts of a value that has some.
struct Parts<P> {
    to: P,
    /// The key that was written last, for maps that write keys and values apart.
    key: String,
}

impl<P> Parts<P> {
    fn new(to: P) -> Self {
        Self { to, key: String::new() }
    }
}

/// Serializes parts without keys.
macro_rules! plain_parts {
    ($($kind:ident $method:ident),+ $(,)?) => {
        $(impl<P: $kind> $kind for Parts<P> {
            type Ok = P::Ok;
            type Error = P::Error;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), P::Error> {
                self.to.$method(&Exact(value))
            }

            fn end(self) -> Result<P::Ok, P::Error> {
                self.to.end()
            }
        })+
    };
}

plain_parts! {
    SerializeSeq serialize_element,
    SerializeTuple serialize_element,
    SerializeTupleStruct serialize_field,
    SerializeTupleVariant serialize_field,
}

/// Serializes parts with keys.
macro_rules! keyed_parts {
    ($($kind:ident),+ $(,)?) => {
        $(impl<P: $kind> $kind for Parts<P> {
            type Ok = P::Ok;
            type Error = P::Error;

            fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Result<(), P::Error> {
                if FOREIGN.contains(&key) {
                    return self.to.serialize_field(key, value);
                }
                self.to.serialize_field(key, &Field(value, is_time(key)))
            }

            fn end(self) -> Result<P::Ok, P::Error> {
                self.to.end()
            }
        })+
    };
}

keyed_parts! { SerializeStruct, SerializeStructVariant }

impl<P: SerializeMap> SerializeMap for Parts<P> {
    type Ok = P::Ok;
    type Error = P::Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), P::Error> {
        self.key = serde_json::to_value(key).ok().and_then(|key| key.as_str().map(str::to_owned)).unwrap_or_default();
        self.to.serialize_key(key)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), P::Error> {
        if FOREIGN.contains(&self.key.as_str()) {
            return self.to.serialize_value(value);
        }
        self.to.serialize_value(&Field(value, is_time(&self.key)))
    }

    fn end(self) -> Result<P::Ok, P::Error> {
        self.to.end()
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use serde::Serialize;
    use serde_json::value::RawValue;
    use serde_json::{Map, Value, json};

    use super::*;

    #[derive(Serialize)]
    struct Row {
        at: Timestamp,
        ended: Option<Timestamp>,
        created_at: Option<String>,
        name: String,
        #[serde(flatten)]
        extra: Map<String, Value>,
        metadata: Value,
        raw_text: Box<RawValue>,
    }

    #[test]
    fn times_have_one_form_and_other_data_stays() {
        let row = Row {
            at: "2026-03-01T12:00:00Z".parse().unwrap(),
            ended: Some("2026-03-01T12:00:00.123456789Z".parse().unwrap()),
            created_at: Some("2026-03-01T13:00:00+01:00".into()),
            name: "2026-03-01T12:00:00Z".into(),
            extra: [("done_at".to_owned(), json!("2026-03-01T12:00:00.5Z")), ("text".to_owned(), json!("x"))]
                .into_iter()
                .collect(),
            metadata: json!({ "bought_at": "2026-03-01T12:00:00Z", "price": 1.10 }),
            raw_text: RawValue::from_string("{\"a\":1.50}".to_owned()).unwrap(),
        };
        insta::assert_snapshot!(serde_json::to_string(&Exact(&[row])).unwrap(), @r#"[{"at":"2026-03-01T12:00:00.000Z","ended":"2026-03-01T12:00:00.123Z","created_at":"2026-03-01T12:00:00.000Z","name":"2026-03-01T12:00:00Z","done_at":"2026-03-01T12:00:00.500Z","text":"x","metadata":{"bought_at":"2026-03-01T12:00:00Z","price":1.1},"raw_text":{"a":1.50}}]"#);
    }
}
