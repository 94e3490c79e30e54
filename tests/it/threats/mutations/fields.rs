//! Mutations of each field of an answer, one by one.

use serde_json::{Value, json};

use super::mutation::Kind;

/// Maximum number of fields of one answer.
const MOST: usize = 40;

/// A change of one field, which is made when it is needed.
#[derive(Clone, Debug)]
pub(super) struct FieldChange {
    pub what: &'static str,
    pub kind: Kind,
    /// Where the field is, as a JSON pointer.
    pub place: String,
    pub old: Value,
    /// The JSON that stands there then; nothing for a field that is missing.
    json: Option<String>,
}

impl FieldChange {
    pub(super) fn name(&self) -> String {
        format!("{} {}", self.place, self.what)
    }

    /// Returns the name of the field.
    pub(super) fn field(&self) -> &str {
        self.place.rsplit('/').next().unwrap_or_default()
    }

    /// Returns the value that stands there then, if there is one.
    pub(super) fn sent(&self) -> Option<Value> {
        serde_json::from_str(self.json.as_ref()?).ok()
    }

    /// Returns the body with the change.
    pub(super) fn apply(&self, whole: &Value) -> Vec<u8> {
        let mut changed = whole.clone();
        match &self.json {
            None => set(&mut changed, &self.place, None),
            Some(json) => {
                set(&mut changed, &self.place, Some(json!(MARK)));
                return changed.to_string().replacen(&format!("\"{MARK}\""), json, 1).into_bytes();
            }
        }
        changed.to_string().into_bytes()
    }
}

/// Stands for JSON that cannot be made of a value.
const MARK: &str = "MUTATED-FIELD";

/// Returns what becomes of an answer when one of its fields is missing or another. Of a list, the first row.
/// `asked` is the path that was called: an ID in it is also changed into another.
pub(super) fn changes(whole: &Value, asked: &str) -> Vec<FieldChange> {
    let mut places = Vec::new();
    collect(whole, "", &mut places);
    let mut all = Vec::new();
    for place in places.into_iter().take(MOST) {
        let old = whole.pointer(&place).expect("just found");
        let mut add = |what: &'static str, kind, json: Option<String>| {
            all.push(FieldChange { what, kind, place: place.clone(), old: old.clone(), json });
        };
        add("missing", Kind::Damage, None);
        for (what, new) in
            [("null", "null"), ("an object", "{}"), ("a list", "[]"), ("true", "true"), ("an empty text", "\"\"")]
        {
            if !serde_json::from_str::<Value>(new).is_ok_and(|new| new == *old) {
                add(what, Kind::Damage, Some(new.to_owned()));
            }
        }
        match old {
            Value::Number(number) => {
                add("as text", Kind::Form, Some(format!("\"{number}\"")));
                for new in ["-1.5", "NaN", "1e999", "9999999999999999999999999999999999999999"] {
                    add(new, Kind::Damage, Some(new.to_owned()));
                }
            }
            Value::String(text) => {
                if text.parse::<u64>().is_ok_and(|number| number.to_string() == *text) {
                    add("as a number", Kind::Form, Some(text.clone()));
                }
                let quoted = old.to_string();
                let open = &quoted[..quoted.len() - 1];
                // An ID has digits; `disconnected` is a word that a query has too.
                let is_id = text.len() > 8 && text.bytes().any(|byte| byte.is_ascii_digit());
                let is_asked = is_id && asked.split(['/', '?', '=', '&']).any(|segment| segment == text);
                if is_asked {
                    add("of another", Kind::Lie, Some(format!("{open}9\"")));
                }
                add("with half a character", Kind::Form, Some(format!("{open}\\ud800\"")));
                add("with a raw line end", Kind::Damage, Some(format!("{open}\n\"")));
            }
            _ => {}
        }
    }
    all
}

/// Collects the places of fields: of objects, and of the first row of lists.
fn collect(value: &Value, at: &str, places: &mut Vec<String>) {
    match value {
        Value::Object(object) => {
            for (name, inner) in object {
                let place = format!("{at}/{}", name.replace('~', "~0").replace('/', "~1"));
                places.push(place.clone());
                collect(inner, &place, places);
            }
        }
        Value::Array(rows) => {
            if let Some(first) = rows.first() {
                collect(first, &format!("{at}/0"), places);
            }
        }
        _ => {}
    }
}

/// Sets or removes the value at a place.
fn set(whole: &mut Value, place: &str, new: Option<Value>) {
    let (parent, name) = place.rsplit_once('/').expect("a place below the whole");
    let name = name.replace("~1", "/").replace("~0", "~");
    match (whole.pointer_mut(parent), new) {
        (Some(Value::Object(object)), Some(new)) => drop(object.insert(name, new)),
        (Some(Value::Object(object)), None) => drop(object.shift_remove(&name)),
        _ => {}
    }
}
