//! The secrets of a call that a person composed: they are removed from whatever comes back.

use serde_json::Value;

use crate::client::call::Free;
use crate::journal::redact;
use crate::secret::Secret;

/// Returns the values of everything whose name is that of a secret, in the query, the headers and the body.
pub(super) fn of(call: &Free) -> Vec<Secret> {
    let mut secrets = Vec::new();
    let mut add = |name: &str, value: &str| {
        if redact::names_a_secret(name) && !value.is_empty() {
            secrets.push(Secret::new(value));
        }
    };
    for (name, value) in call.query.iter().chain(&call.headers) {
        add(name, value);
    }
    if let Some((_, body)) = &call.body {
        match serde_json::from_slice::<Value>(body) {
            Ok(body) => fields("", &body, &mut add),
            Err(_) => url::form_urlencoded::parse(body).for_each(|(name, value)| add(&name, &value)),
        }
    }
    secrets
}

/// Visits each text below a value with the name it stands under.
fn fields(name: &str, value: &Value, add: &mut impl FnMut(&str, &str)) {
    match value {
        Value::String(text) => add(name, text),
        Value::Number(number) => add(name, &number.to_string()),
        Value::Array(items) => items.iter().for_each(|item| fields(name, item, add)),
        // What stands below `credentials` is secret, whatever its own name is.
        Value::Object(object) => object.iter().for_each(|(inner, value)| {
            fields(if redact::names_a_secret(name) { name } else { inner }, value, add);
        }),
        Value::Null | Value::Bool(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use http::Method;

    use super::*;
    use crate::client::Scope;

    fn secrets(body: &str) -> Vec<String> {
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let call = Free {
            method: Method::POST,
            path: "/x".into(),
            query: vec![pair("page", "1"), pair("access_token", "in-query")],
            headers: vec![pair("X-Api-Key", "in-header"), pair("Accept", "text/plain")],
            body: Some(("application/json".into(), body.into())),
            scope: Scope::None,
            secrets: Vec::new(),
        };
        of(&call).iter().map(|secret| secret.expose().to_owned()).collect()
    }

    #[test]
    fn what_is_named_like_a_secret() {
        let body = r#"{"name":"Plant","credentials":{"url":"u","pin":[7]},"deep":[{"clientSecret":"s","token":""}]}"#;
        assert_eq!(secrets(body), ["in-query", "in-header", "u", "7", "s"]);
        assert_eq!(secrets("grant_type=x&refresh_token=a%2Bb"), ["in-query", "in-header", "a+b"]);
        assert_eq!(secrets("\u{0}no form"), ["in-query", "in-header"]);
    }
}
