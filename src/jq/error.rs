//! Errors of an expression over an event, without its values: the headers of an event hold its signature and perhaps a token,
//! and the error is printed and logged.

/// What a value cannot be used as, in jaq's words.
const TYPES: [&str; 7] =
    ["integer", "number", "string", "array", "character", "iterable (array or object)", "rangeable (array or string)"];

/// Returns what failed, by the types of the values. jaq has the text only, with the values in it.
pub(super) fn without_values(message: &str) -> String {
    if let Some((value, wanted)) = message.strip_prefix("cannot use ").and_then(|rest| rest.rsplit_once(" as "))
        && TYPES.contains(&wanted)
    {
        format!("cannot use {} as {wanted}", first(value))
    } else if let Some(values) = message.strip_prefix("cannot index ") {
        format!("cannot index {} with {}", first(values), last(values))
    } else if let Some(values) = message.strip_prefix("cannot calculate ") {
        format!("cannot calculate with {} and {}", first(values), last(values))
    } else if message.starts_with("\"cannot parse ") {
        // As a JSON string, as every text that is no error of types.
        "cannot parse a value".to_owned()
    } else if message.starts_with("\"cannot convert ") {
        "cannot convert a value".to_owned()
    } else if message.starts_with("\"invalid regex") {
        "invalid regular expression".to_owned()
    } else {
        "it ends with an error, whose text may hold values of the event".to_owned()
    }
}

/// Returns the type of the JSON that a text begins with.
fn first(text: &str) -> &'static str {
    match text.chars().next() {
        Some('"') => "a string",
        Some('{') => "an object",
        Some('[') => "an array",
        Some('0'..='9' | '-') => "a number",
        _ => literal(|word| text.starts_with(word)),
    }
}

/// Returns the type of the JSON that a text ends with.
fn last(text: &str) -> &'static str {
    match text.chars().next_back() {
        Some('"') => "a string",
        Some('}') => "an object",
        Some(']') => "an array",
        Some('0'..='9') => "a number",
        _ => literal(|word| text.ends_with(word)),
    }
}

fn literal(is: impl Fn(&str) -> bool) -> &'static str {
    if is("null") {
        "null"
    } else if is("true") || is("false") {
        "a boolean"
    } else {
        "a value"
    }
}

#[cfg(test)]
mod tests {
    use super::super::Jq;

    #[test]
    fn no_value_of_the_event_is_in_an_error() {
        let event = r#"{"arrival":7,"event":"canary.a","headers":{"authorization":"Bearer canary as string"},"body":[true,null]}"#;
        let at = "2026-03-01T12:00:00Z".parse().expect("a time");
        let error = |condition: &str| {
            let error =
                Jq::new("where", condition, at).expect("an expression").is_met(event.as_bytes()).expect_err(condition);
            assert!(!error.contains("canary") && !error.contains("Bearer"), "{condition}: {error}");
            error
        };
        for (condition, said) in [
            (r#"test("x")"#, "cannot use an object as string"),
            (".headers.authorization | keys", ""),
            (".headers | tonumber", ""),
            (".headers.authorization.x", "cannot index a string with a string"),
            (".body.x", "cannot index an array with a string"),
            (".headers - .event", "cannot calculate with an object and a string"),
            (".body[0] - .body[1]", "cannot calculate with a boolean and null"),
            (".headers.authorization | fromjson", "cannot parse a value"),
            (".headers.authorization | tonumber", ""),
            (".headers.authorization | mktime", ""),
            (r#".headers.authorization | strptime("%Y")"#, ""),
            (r#".event | test("(" + .)"#, "invalid regular expression"),
            (".event | test(.; .)", "invalid regular expression"),
            ("error", "it ends with an error, whose text may hold values of the event"),
            ("error(.headers.authorization)", "it ends with an error, whose text may hold values of the event"),
            (r#"error("cannot use 1 as " + .event)"#, "it ends with an error, whose text may hold values of the event"),
        ] {
            let error = error(condition);
            assert!(said.is_empty() || error == said, "{condition}: {error}");
        }
    }
}
