//! The gate that every answer passes before anything is concluded from it: which statuses mean success, which shape
//! the body has, and which fields it must hold. What does not pass is [`Error::Broken`], with the request ID.
//!
//! Fields that a verdict rests on are marked `= required` in the types of [`crate::api`]. No part of a body gets into a
//! message.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{DeserializeOwned, DeserializeSeed, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;
use serde_json::{Map, Value};

use super::error::Error;
use super::error_body;
use super::json_text;
use super::response::ApiResponse;
use crate::api::page::{Links, Meta};

/// Maximum number of JSON values in an answer. A parsed value can take a hundred times the bytes it came in.
const MOST_VALUES: usize = 250_000;

/// Maximum number of rows in an answer that does not contain its page size.
const MOST_ROWS: u64 = 20_000;

/// Flags that mean no where they are false.
const FLAGS: [&str; 6] = ["success", "ok", "deleted", "removed", "revoked", "disconnected"];

/// What a page is called in an error.
const PAGE: &str = "a web page, which does not come from the API";

/// Fields that the body of an error is made of.
const OF_AN_ERROR: [&str; 12] = [
    "error",
    "errors",
    "message",
    "code",
    "type",
    "status",
    "detail",
    "title",
    "request_id",
    "success",
    "ok",
    "error_description",
];

/// A body with its wrapper, and the error that some servers send under a status of success.
#[derive(Default, Deserialize)]
struct Envelope<'a> {
    #[serde(borrow, default, deserialize_with = "present")]
    data: Option<&'a RawValue>,
    #[serde(borrow, default, deserialize_with = "present")]
    error: Option<&'a RawValue>,
    #[serde(borrow, default, deserialize_with = "present")]
    errors: Option<&'a RawValue>,
    #[serde(borrow, default, deserialize_with = "present")]
    success: Option<&'a RawValue>,
    #[serde(default)]
    links: Option<Links>,
    #[serde(default)]
    meta: Option<Meta>,
}

impl Envelope<'_> {
    /// Returns whether what is beside the data says that there is an error.
    fn denies(&self) -> bool {
        let names = |error: Option<&RawValue>| error.is_some_and(|error| names_an_error(error.get()));
        names(self.error) || names(self.errors) || self.success.is_some_and(|flag| flag.get() == "false")
    }
}

/// Parses what is there, `null` included: that is not the same as a field that is missing.
fn present<'de: 'a, 'a, D: Deserializer<'de>>(from: D) -> Result<Option<&'a RawValue>, D::Error> {
    <&RawValue>::deserialize(from).map(Some)
}

/// A page of a list, as it was received.
pub(super) struct ReceivedPage<T> {
    pub(super) rows: Vec<T>,
    pub(super) links: Option<Links>,
    pub(super) meta: Option<Meta>,
    /// Digest of the rows.
    pub(super) digest: u64,
}

impl ApiResponse {
    /// Returns the body as text, with U+FFFD for what JSON can write and Unicode does not have.
    fn text(&self) -> Result<Cow<'_, str>, Error> {
        if error_body::is_page(&self.headers, &self.body) {
            return Err(self.broken(PAGE));
        }
        if self.body.trim_ascii().is_empty() {
            return Err(self.broken("an empty body"));
        }
        let text = std::str::from_utf8(&self.body).map_err(|_| self.broken("a body that is not UTF-8"))?;
        let text = text.strip_prefix('\u{feff}').unwrap_or(text).trim();
        if json_text::count_values(text) > MOST_VALUES {
            return Err(self.broken(format!("more than {MOST_VALUES} values")));
        }
        Ok(json_text::without_lone_surrogates(text))
    }

    fn has_promised_status(&self) -> Result<(), Error> {
        match (self.status.as_u16(), self.changes) {
            (200, _) | (201 | 202, true) => Ok(()),
            _ => Err(self.broken("a status that is not one of success for this call")),
        }
    }

    /// Parses the whole body.
    ///
    /// # Errors
    /// [`Error::Broken`] when it is not what the API promises.
    pub fn json<T: DeserializeOwned>(&self) -> Result<T, Error> {
        self.read(&self.text()?)
    }

    /// Parses the object or list in `data`, or the whole body where nothing wraps it.
    ///
    /// # Errors
    /// [`Error::Broken`] when it is not what the API promises.
    pub fn data<T: DeserializeOwned>(&self) -> Result<T, Error> {
        self.has_promised_status()?;
        let text = self.text()?;
        if !text.starts_with('{') {
            return self.read(&text);
        }
        let envelope: Envelope<'_> = self.read(&text)?;
        match (envelope.data, envelope.denies()) {
            (Some(_), true) => Err(self.broken("an error beside the data")),
            (Some(data), false) => self.read(data.get()),
            // A field of that name may belong to the object; what is not complete is an error.
            (None, true) => self.read(&text).map_err(|_| self.broken("an error in place of the data")),
            (None, false) => self.read(&text),
        }
    }

    /// Parses an object whose fields are the server's own, as metadata and settings are.
    ///
    /// # Errors
    /// [`Error::Broken`] for anything else, for an empty object and for the body of an error.
    pub fn fields(&self) -> Result<Map<String, Value>, Error> {
        let fields = self.object()?;
        if fields.is_empty() {
            return Err(self.broken("an empty object"));
        }
        if is_of_an_error(&fields) {
            return Err(self.broken("an error in place of the data"));
        }
        Ok(fields)
    }

    /// Checks the answer to a call of which nothing is known: no page, and no error under a status of success.
    ///
    /// # Errors
    /// [`Error::Broken`] for these.
    pub fn is_from_the_api(&self) -> Result<(), Error> {
        if error_body::is_page(&self.headers, &self.body) {
            return Err(self.broken(PAGE));
        }
        match self.json() {
            Ok(Value::Object(whole)) if whole.contains_key("error") && is_of_an_error(&whole) => {
                self.is_no_denial(&whole)
            }
            _ => Ok(()),
        }
    }

    /// Parses an object that does not deny success.
    pub(super) fn object(&self) -> Result<Map<String, Value>, Error> {
        self.has_promised_status()?;
        let Value::Object(whole) = self.json()? else { return Err(self.broken("JSON that is not an object")) };
        self.is_no_denial(&whole)?;
        match whole.get("data") {
            None => Ok(whole),
            Some(Value::Object(inner)) => {
                self.is_no_denial(inner)?;
                Ok(inner.clone())
            }
            Some(_) => Err(self.broken("JSON whose `data` is not an object")),
        }
    }

    fn is_no_denial(&self, object: &Map<String, Value>) -> Result<(), Error> {
        if object.get("error").is_some_and(|error| names_an_error(&error.to_string())) {
            return Err(self.broken("an error in place of the data"));
        }
        match FLAGS.iter().find(|flag| object.get(**flag) == Some(&Value::Bool(false))) {
            Some(flag) => Err(self.broken(format!("`{flag}` false"))),
            None => Ok(()),
        }
    }

    /// Checks the answer to a call that returns nothing of its own: 204, an empty 200, or an object that does not deny
    /// success. Returns the object.
    ///
    /// # Errors
    /// [`Error::Broken`] for anything else.
    pub fn accepted_change(&self) -> Result<Map<String, Value>, Error> {
        let is_empty = self.body.trim_ascii().is_empty() && !error_body::is_page(&self.headers, &self.body);
        match self.status.as_u16() {
            204 | 205 => Ok(Map::new()),
            200..=202 if is_empty => Ok(Map::new()),
            _ => self.object(),
        }
    }

    /// Checks the answer to a removal: as [`ApiResponse::accepted_change`], where an object names what was removed or
    /// contains a flag for it.
    ///
    /// # Errors
    /// [`Error::Broken`] for anything else.
    pub fn removed(&self, id: &str) -> Result<(), Error> {
        let object = self.accepted_change()?;
        if matches!(self.status.as_u16(), 201 | 202) && object.is_empty() {
            return Err(self.broken("a status that means accepted or made, and not removed"));
        }
        let is_said = FLAGS.iter().any(|flag| matches!(object.get(*flag), Some(Value::Bool(true) | Value::Number(_))));
        let named = named_id(&object);
        let is_named = named.as_deref() == Some(id);
        if self.body.trim_ascii().is_empty() || is_named || (is_said && named.is_none()) {
            return Ok(());
        }
        Err(self.broken("an object from which it does not follow that anything was removed"))
    }

    /// Fails unless the answer is about what was asked for.
    pub(super) fn is_about(&self, found: Option<&str>, asked: &str) -> Result<(), Error> {
        self.holds(found == Some(asked), "another ID than the one asked for")
    }

    /// Fails if the answer names another connection than the one asked for. It need not name one.
    pub(super) fn is_of_connection(&self, found: Option<&str>, asked: &str) -> Result<(), Error> {
        self.holds(found.is_none_or(|found| found == asked), "another connection than the one asked for")
    }

    /// Fails unless a condition on the answer holds; `otherwise` is what the server answered with.
    pub(super) fn holds(&self, kept: bool, otherwise: &str) -> Result<(), Error> {
        if kept { Ok(()) } else { Err(self.broken(otherwise)) }
    }

    /// Parses a page of a list: `data` with its position, or a bare list. `asked` is the number of rows asked for;
    /// `allows_bare` takes `[]` for an empty list.
    ///
    /// # Errors
    /// [`Error::Broken`] for anything that is not a list, and for more rows than the request or the answer allows.
    pub(super) fn page<T: DeserializeOwned>(
        &self,
        asked: Option<u64>,
        allows_bare: bool,
    ) -> Result<ReceivedPage<T>, Error> {
        self.has_promised_status()?;
        let text = self.text()?;
        let envelope: Envelope<'_> = if text.starts_with('[') { Envelope::default() } else { self.read(&text)? };
        if envelope.denies() {
            return Err(self.broken("an error in place of the list"));
        }
        let data = match envelope.data {
            Some(data) => data.get(),
            // A bare list has no pages; that there is nothing at all is promised of `data` only.
            None if text.starts_with('[') && (allows_bare || text[1..].trim_start() != "]") => &text,
            // An unrelated object must not pass for an empty list.
            None => return Err(self.broken("JSON that is not a list")),
        };
        if !data.starts_with('[') {
            return Err(self.broken("JSON that is not a list"));
        }
        let most = most_rows(asked, envelope.meta.as_ref());
        let Bounded(rows) = {
            let mut parser = serde_json::Deserializer::from_str(data);
            let seed = BoundedRows { most, row: PhantomData };
            seed.deserialize(&mut parser).map_err(|error| self.not_kept(&error))?
        };
        let Some(rows) = rows else { return Err(self.broken(format!("more rows than the {most} there can be"))) };
        let total = envelope.meta.as_ref().and_then(|meta| meta.total).unwrap_or(0);
        let is_first = envelope.meta.as_ref().and_then(|meta| meta.current_page).unwrap_or(1) <= 1;
        if rows.is_empty() && is_first && total > 0 {
            return Err(self.broken(format!("no rows of a list of {total}")));
        }
        Ok(ReceivedPage { rows, links: envelope.links, meta: envelope.meta, digest: json_text::digest(data) })
    }

    fn read<'a, T: Deserialize<'a>>(&self, text: &'a str) -> Result<T, Error> {
        serde_json::from_str(text).map_err(|error| self.not_kept(&error))
    }

    fn not_kept(&self, error: &serde_json::Error) -> Error {
        let (line, column) = (error.line(), error.column());
        self.broken(match error.classify() {
            serde_json::error::Category::Eof => "JSON that ends too early".into(),
            serde_json::error::Category::Syntax | serde_json::error::Category::Io => {
                format!("something that is not JSON (line {line}, column {column})")
            }
            // The library's words could quote a value, and a value could be a token; a field's name is our own.
            serde_json::error::Category::Data => match missing_field(&error.to_string()) {
                Some(field) => format!("JSON without the field `{field}`"),
                None => format!("JSON of another shape than expected (line {line}, column {column})"),
            },
        })
    }

    pub(super) fn broken(&self, what: impl Into<String>) -> Error {
        let what = what.into();
        if let Some(unjudged) = &self.unjudged {
            unjudged.refuse(&what);
        }
        Error::Broken { status: self.status.as_u16(), what, request_id: self.request_id() }
    }
}

/// Returns the ID that an object names a record by.
pub(super) fn named_id(object: &Map<String, Value>) -> Option<String> {
    ["key", "connection_id", "id"].iter().find_map(|name| match object.get(*name)? {
        Value::String(id) if !id.is_empty() && !id.contains('\u{fffd}') => Some(id.clone()),
        Value::Number(id) => Some(id.to_string()),
        _ => None,
    })
}

/// Returns the name in the library's message about a field that is missing.
fn missing_field(message: &str) -> Option<&str> {
    message.strip_prefix("missing field `")?.split('`').next()
}

/// Returns whether an object has the fields of an error, and no others.
fn is_of_an_error(object: &Map<String, Value>) -> bool {
    object.keys().all(|name| OF_AN_ERROR.contains(&name.as_str()))
}

/// Returns whether the value of `error` names one.
fn names_an_error(error: &str) -> bool {
    !matches!(error, "null" | "false" | "\"\"" | "{}" | "[]" | "0")
}

/// Returns the number of rows that an answer may have: what was asked for, or the server's own page size, and no more
/// than its position and total say. Zero says nothing: servers that do not count write it.
fn most_rows(asked: Option<u64>, meta: Option<&Meta>) -> u64 {
    let Some(meta) = meta else { return MOST_ROWS };
    let size = meta.per_page.map(|own| asked.map_or(own, |asked| asked.max(own)));
    let here = meta.from.zip(meta.to).map(|(from, to)| to.saturating_sub(from).saturating_add(1));
    [size, here, meta.total].into_iter().flatten().filter(|&rows| rows > 0).min().unwrap_or(MOST_ROWS).min(MOST_ROWS)
}

/// Rows up to a limit; nothing if there are more.
struct Bounded<T>(Option<Vec<T>>);

/// Parses rows up to a limit: no row beyond it is kept.
struct BoundedRows<T> {
    most: u64,
    row: PhantomData<fn() -> T>,
}

impl<'de, T: Deserialize<'de>> DeserializeSeed<'de> for BoundedRows<T> {
    type Value = Bounded<T>;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Self::Value, D::Error> {
        from.deserialize_seq(self)
    }
}

impl<'de, T: Deserialize<'de>> Visitor<'de> for BoundedRows<T> {
    type Value = Bounded<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut from: A) -> Result<Self::Value, A::Error> {
        let mut rows = Vec::new();
        while let Some(row) = from.next_element()? {
            if rows.len() as u64 >= self.most {
                while from.next_element::<serde::de::IgnoredAny>()?.is_some() {}
                return Ok(Bounded(None));
            }
            rows.push(row);
        }
        Ok(Bounded(Some(rows)))
    }
}
