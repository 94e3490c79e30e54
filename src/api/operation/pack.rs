//! Packs of endpoints: where the operations of a server are, as somebody with its documentation writes them down. A pack
//! has the form of an [`Advertisement`](super::Advertisement), or each endpoint as `METHOD /path`.

use serde_json::Value;

use super::{Endpoint, Operation, openapi};

/// An endpoint of a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mapped {
    /// The operation.
    pub operation: Operation,
    /// Where it is.
    pub endpoint: Endpoint,
    /// `pack`, or by what an OpenAPI document was matched: `operationId`, `path` or `tag`.
    pub by: &'static str,
}

/// A document as read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pack {
    /// What it maps, in the order of [`Operation::ALL`].
    pub mapped: Vec<Mapped>,
    /// The host that an OpenAPI document is about, where it names one.
    pub host: Option<String>,
}

/// Reads a pack or an OpenAPI document. `base` is the path of the server's own address, which an OpenAPI document may
/// repeat.
///
/// # Errors
/// What is wrong, one line for each endpoint of a pack; the text of the document is quoted in names only.
pub fn read(document: &Value, base: &str) -> Result<Pack, Vec<String>> {
    if document.get("paths").is_some_and(Value::is_object) {
        return Ok(openapi::read(document, base));
    }
    let Some(endpoints) = document.get("endpoints").and_then(Value::as_object) else {
        return Err(vec!["it has neither `endpoints` nor the `paths` of an OpenAPI document".into()]);
    };
    let (mut mapped, mut wrong) = (Vec::new(), Vec::new());
    for (name, value) in endpoints {
        match entry(name, value) {
            Ok((operation, endpoint)) => mapped.push(Mapped { operation, endpoint, by: "pack" }),
            Err(why) => wrong.push(format!("`{name}`: {why}")),
        }
    }
    mapped.sort_by_key(|mapped| mapped.operation);
    if wrong.is_empty() { Ok(Pack { mapped, host: None }) } else { Err(wrong) }
}

fn entry(name: &str, value: &Value) -> Result<(Operation, Endpoint), String> {
    let operation = Operation::by_name(name).ok_or("not an operation")?;
    let endpoint = match value {
        Value::String(text) => text.trim().split_once(char::is_whitespace),
        _ => value.get("method").and_then(Value::as_str).zip(value.get("path").and_then(Value::as_str)),
    };
    let (method, path) = endpoint.ok_or("write it as `METHOD /path`")?;
    let endpoint = Endpoint { method: method.into(), path: path.trim().into() };
    operation.check(&endpoint)?;
    Ok((operation, endpoint))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn both_forms_and_every_mistake() {
        let document = json!({ "endpoints": {
            "sync_start": "POST /v1/connections/{id}/syncs",
            "credits_get": { "method": "GET", "path": "/v1/credits" },
        }});
        let pack = read(&document, "").expect("right");
        let paths: Vec<&str> = pack.mapped.iter().map(|mapped| mapped.endpoint.path.as_str()).collect();
        assert_eq!(paths, ["/v1/connections/{id}/syncs", "/v1/credits"]);
        let wrong = json!({ "endpoints": { "sync_strat": "POST /x", "credits_get": "DELETE /x", "flow_list": 3 } });
        let wrong = read(&wrong, "").expect_err("all wrong");
        assert_eq!(wrong.len(), 3, "{wrong:?}");
        assert!(read(&json!([1]), "").is_err() && read(&json!("text"), "").is_err());
    }
}
