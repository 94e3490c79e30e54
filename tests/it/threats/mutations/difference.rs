//! Where one output has another meaning than another.

use std::fmt;

use serde_json::Value;

/// Stands for half a character.
const REPLACEMENT: char = '\u{fffd}';

/// A place where two outputs differ.
#[derive(Debug)]
pub(super) struct Difference {
    /// The place, as a JSON pointer.
    pub at: String,
    /// What is shown; nothing where it is left out.
    pub shown: Option<Value>,
    /// What was recorded; nothing where it is new.
    pub recorded: Option<Value>,
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = |value: &Option<Value>| {
            let text = value.as_ref().map_or_else(|| "nothing".to_owned(), ToString::to_string);
            text.chars().take(120).collect::<String>()
        };
        write!(f, "{}: {} for {}", self.at, text(&self.shown), text(&self.recorded))
    }
}

impl Difference {
    /// Whether it is shown as unknown, or not at all.
    pub(super) fn is_unknown(&self) -> bool {
        match &self.shown {
            _ if self.at.is_empty() => false,
            None | Some(Value::Null) => true,
            Some(Value::String(text)) => text.is_empty() || text == "unknown",
            Some(_) => false,
        }
    }

    /// Whether the text is the same: 7 and "7", and one with half a character more.
    pub(super) fn is_same_text(&self) -> bool {
        let text = |value: &Option<Value>| match value {
            Some(Value::String(text)) => Some(text.replace(REPLACEMENT, "")),
            Some(Value::Number(_) | Value::Bool(_)) => value.as_ref().map(ToString::to_string),
            _ => None,
        };
        text(&self.shown).is_some_and(|shown| Some(shown) == text(&self.recorded))
    }

    /// Whether the last part of the place is this.
    pub(super) fn is_at(&self, name: &str) -> bool {
        self.at.rsplit('/').next() == Some(name)
    }
}

/// Returns every place where an output differs from the recorded one.
pub(super) fn all(shown: &str, recorded: &str) -> Vec<Difference> {
    if shown == recorded {
        return Vec::new();
    }
    let parse = |text: &str| serde_json::Deserializer::from_str(text).into_iter().collect::<Result<Vec<Value>, _>>();
    let mut found = Vec::new();
    match (parse(shown), parse(recorded)) {
        (Ok(shown), Ok(recorded)) if shown.len() == recorded.len() => {
            shown.iter().zip(&recorded).for_each(|(shown, recorded)| collect(shown, recorded, "", &mut found));
        }
        _ => {
            let text = |text: &str| Some(Value::String(text.to_owned()));
            found.push(Difference { at: String::new(), shown: text(shown), recorded: text(recorded) });
        }
    }
    found
}

/// Returns the ID of a row.
fn id(row: &Value) -> Option<&str> {
    ["id", "connection_id", "rule", "slug", "operation"].iter().find_map(|name| row.get(name)?.as_str())
}

fn collect(shown: &Value, recorded: &Value, at: &str, found: &mut Vec<Difference>) {
    match (shown, recorded) {
        _ if shown == recorded => {}
        (Value::Object(shown), Value::Object(recorded)) => {
            for (name, recorded) in recorded {
                let at = format!("{at}/{name}");
                match shown.get(name) {
                    // How long it was watched depends on how often it had to be requested.
                    Some(_) if name == "watched_seconds" || name == "watched_ms" => {}
                    Some(shown) => collect(shown, recorded, &at, found),
                    None => found.push(Difference { at, shown: None, recorded: Some(recorded.clone()) }),
                }
            }
            for (name, shown) in shown.iter().filter(|(name, shown)| !recorded.contains_key(*name) && !shown.is_null())
            {
                found.push(Difference { at: format!("{at}/{name}"), shown: Some(shown.clone()), recorded: None });
            }
        }
        (Value::Array(shown), Value::Array(recorded)) if shown.len() == recorded.len() => {
            for (index, shown) in shown.iter().enumerate() {
                // Rows that are ordered by what is damaged are the same rows.
                let same = id(shown).and_then(|id_shown| recorded.iter().find(|row| id(row) == Some(id_shown)));
                collect(shown, same.unwrap_or(&recorded[index]), &format!("{at}/{index}"), found);
            }
        }
        _ => found.push(Difference { at: at.to_owned(), shown: Some(shown.clone()), recorded: Some(recorded.clone()) }),
    }
}

#[test]
fn each_difference_is_found_with_its_meaning() {
    for (shown, recorded, count, is_less) in [
        (r#"{"a":1}"#, r#"{"a":1,"b":2}"#, 1, true),
        (r#"{"a":null}"#, r#"{"a":1}"#, 1, true),
        (r#"{"a":"unknown"}"#, r#"{"a":1}"#, 1, true),
        (r#"{"a":[]}"#, r#"{"a":[1]}"#, 1, false),
        (r#"[{"id":"x"},{"id":"y"}]"#, r#"[{"id":"y"},{"id":"x"}]"#, 0, true),
        (r#"{"a":2,"b":3}"#, r#"{"a":1,"b":2}"#, 2, false),
        (r#"{"a":1,"c":1}"#, r#"{"a":1}"#, 1, false),
        ("[]", r#"[{"a":1}]"#, 1, false),
        ("null", r#"{"a":1}"#, 1, false),
        ("", r#"{"a":1}"#, 1, false),
        ("text", "text", 0, true),
        ("text", "other", 1, false),
    ] {
        let found = all(shown, recorded);
        assert_eq!(found.len(), count, "{shown} {recorded}: {found:?}");
        assert_eq!(found.iter().all(Difference::is_unknown), is_less, "{shown} {recorded}: {found:?}");
    }
    let same = all(r#"{"a":"7"}"#, r#"{"a":7}"#);
    assert!(same[0].is_same_text() && !same[0].is_unknown());
}
