//! Matches an OpenAPI document (or a Swagger 2 one) to operations: by `operationId`, else by path, else by tag. What
//! fits more than one is not matched: nothing is guessed.

use std::collections::BTreeSet;

use serde_json::Value;

use super::check::parameters;
use super::pack::{Mapped, Pack};
use super::{Endpoint, Operation};

/// A call of the document.
struct Documented {
    method: String,
    path: String,
    id: BTreeSet<String>,
    tags: Vec<BTreeSet<String>>,
}

/// Words of an `operationId` that mean the same as the last word of an operation's name.
const SAME: [(&str, &[&str]); 5] = [
    ("list", &["all", "index", "search"]),
    ("get", &["show", "retrieve", "read", "fetch", "query"]),
    ("create", &["add", "new", "post"]),
    ("update", &["patch", "put", "edit", "set"]),
    ("delete", &["remove", "destroy"]),
];

/// Whether a documented call is an operation.
type IsSame = fn(Operation, &Documented) -> bool;

/// Reads what it has of the operations.
pub(super) fn read(document: &Value, base: &str) -> Pack {
    let text = document.pointer("/servers/0/url").or_else(|| document.get("basePath")).and_then(Value::as_str);
    let (host, prefix) = split(text.unwrap_or_default());
    let host = host.or_else(|| document.get("host").and_then(Value::as_str)).map(str::to_owned);
    let base = base.trim_end_matches('/');
    let prefix = prefix.trim_end_matches('/');
    let prefix = prefix.strip_prefix(base).filter(|rest| rest.is_empty() || rest.starts_with('/')).unwrap_or(prefix);
    let calls = calls(document, prefix);
    let mut taken = BTreeSet::new();
    let mut mapped: Vec<Mapped> = Vec::new();
    let ways: [(&str, IsSame); 3] = [("operationId", same_id), ("path", same_path), ("tag", same_tag)];
    for (by, is_same) in ways {
        for &operation in Operation::ALL {
            if mapped.iter().any(|mapped| mapped.operation == operation) {
                continue;
            }
            let fits = calls.iter().enumerate().filter(|(at, call)| !taken.contains(at) && is_same(operation, call));
            let fits: Vec<_> = fits.filter_map(|(at, call)| Some((at, endpoint(operation, call)?))).collect();
            if let [(at, endpoint)] = fits.as_slice() {
                taken.insert(*at);
                mapped.push(Mapped { operation, endpoint: endpoint.clone(), by });
            }
        }
    }
    mapped.sort_by_key(|mapped| mapped.operation);
    Pack { mapped, host }
}

/// Splits the address of a server into its host, if it names one, and the path.
fn split(url: &str) -> (Option<&str>, &str) {
    let Some((_, rest)) = url.split_once("//") else { return (None, url) };
    let (host, _) = rest.split_once('/').unwrap_or((rest, ""));
    (Some(host).filter(|host| !host.is_empty()), &rest[host.len()..])
}

fn calls(document: &Value, prefix: &str) -> Vec<Documented> {
    let paths = document.get("paths").and_then(Value::as_object).into_iter().flatten();
    let calls = paths.flat_map(|(path, methods)| {
        let methods = methods.as_object().into_iter().flatten();
        methods.filter_map(move |(method, call)| {
            let method = method.to_ascii_uppercase();
            let is_method = matches!(method.as_str(), "GET" | "POST" | "PUT" | "PATCH" | "DELETE");
            let tags = call.get("tags").and_then(Value::as_array).into_iter().flatten();
            is_method.then(|| Documented {
                method,
                path: format!("{prefix}{path}"),
                id: words(call.get("operationId").and_then(Value::as_str).unwrap_or_default()),
                tags: tags.filter_map(Value::as_str).map(words).collect(),
            })
        })
    });
    calls.collect()
}

/// Returns the endpoint with the operation's own names for parameters, where it passes the checks.
fn endpoint(operation: Operation, call: &Documented) -> Option<Endpoint> {
    let names: Vec<&str> = operation.parameters().collect();
    if parameters(&call.path).count() != names.len() {
        return None;
    }
    let mut names = names.into_iter();
    let segments = call.path.split('/').map(|segment| match parameters(segment).next() {
        Some(_) => format!("{{{}}}", names.next().unwrap_or_default()),
        None => segment.to_owned(),
    });
    let endpoint = Endpoint { method: call.method.clone(), path: segments.collect::<Vec<_>>().join("/") };
    operation.check(&endpoint).is_ok().then_some(endpoint)
}

fn same_id(operation: Operation, call: &Documented) -> bool {
    let (noun, verb) = operation.name().rsplit_once('_').unwrap_or((operation.name(), ""));
    let noun = words(noun);
    let verbs = SAME.iter().find(|(word, _)| *word == verb).map_or(&[][..], |(_, more)| more);
    call.id.len() == noun.len() + 1
        && noun.is_subset(&call.id)
        && call.id.difference(&noun).all(|word| word == verb || verbs.contains(&word.as_str()))
}

fn same_method(operation: Operation, call: &Documented) -> bool {
    let kind = |method: &str| if method == "PATCH" { "PUT".to_owned() } else { method.to_owned() };
    kind(operation.method()) == kind(&call.method)
}

fn same_path(operation: Operation, call: &Documented) -> bool {
    same_method(operation, call) && tail(operation.sandbox_path()) == tail(&call.path)
}

fn same_tag(operation: Operation, call: &Documented) -> bool {
    let noun = operation.name().rsplit_once('_').map_or(operation.name(), |(noun, _)| noun);
    let after = |path: &str| {
        let segments = tail(path);
        segments.iter().rposition(|segment| segment == "{}").map(|at| segments[at + 1..].to_vec()).unwrap_or_default()
    };
    call.tags.contains(&words(noun))
        && same_method(operation, call)
        && parameters(&call.path).count() == operation.parameters().count()
        && after(operation.sandbox_path()) == after(&call.path)
}

/// Returns the segments of a path without what servers put in front, parameters as `{}`.
fn tail(path: &str) -> Vec<String> {
    let segments = path.split('/').filter(|segment| !segment.is_empty());
    let is_front = |segment: &&str| {
        let version =
            segment.strip_prefix(['v', 'V']).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
        version || ["api", "system", "admin"].contains(segment)
    };
    segments
        .skip_while(is_front)
        .map(|segment| match parameters(segment).next() {
            Some(_) => "{}".to_owned(),
            None => words(segment).into_iter().collect::<Vec<_>>().join("-"),
        })
        .collect()
}

/// Returns the words of a name, in the singular: of `listAlertRules`, `list_alert_rules` and `List alert rules`.
fn words(name: &str) -> BTreeSet<String> {
    let mut spaced = String::with_capacity(name.len());
    for c in name.chars() {
        if c.is_uppercase() && !spaced.ends_with(|last: char| last.is_uppercase() || last == ' ') {
            spaced.push(' ');
        }
        spaced.push(if c.is_alphanumeric() { c } else { ' ' });
    }
    spaced.split_whitespace().map(|word| singular(&word.to_lowercase())).collect()
}

fn singular(word: &str) -> String {
    match word {
        _ if word.ends_with("ies") => format!("{}y", &word[..word.len() - 3]),
        _ if word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us") => word[..word.len() - 1].to_owned(),
        _ => word.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::pack::read;

    #[test]
    fn an_operation_is_found_by_id_path_or_tag_and_never_guessed() {
        let document = json!({
            "openapi": "3.0.3",
            "servers": [{ "url": "https://api.example.com/base/v2" }],
            "paths": {
                "/alerting/all": { "get": { "operationId": "listAlertRules" }, "parameters": [] },
                "/connections/{connectionId}/syncs": { "post": {}, "get": {} },
                "/connections/{connectionId}/syncs/{syncId}": { "get": {} },
                "/hooks": { "get": { "tags": ["Webhook endpoints"] }, "post": { "tags": ["Webhook endpoints"] } },
                "/hooks/{hook}": { "delete": { "tags": ["Webhook endpoints"] }, "patch": { "tags": ["Webhook endpoints"] } },
                "/a": { "get": { "tags": ["Flows"] } },
                "/b": { "get": { "tags": ["Flows"] } },
                "/credits": { "delete": { "operationId": "getCredits" } },
                "/x/../magic-links": { "get": { "operationId": "listMagicLinks" } },
            },
        });
        let pack = read(&document, "/base").expect("an OpenAPI document");
        assert_eq!(pack.host.as_deref(), Some("api.example.com"));
        let found: Vec<String> = pack
            .mapped
            .iter()
            .map(|one| format!("{} {} {} {}", one.operation.name(), one.endpoint.method, one.endpoint.path, one.by))
            .collect();
        assert_eq!(
            found,
            [
                "sync_start POST /v2/connections/{id}/syncs path",
                "sync_list GET /v2/connections/{id}/syncs path",
                "sync_get GET /v2/connections/{id}/syncs/{sync} path",
                "webhook_endpoint_list GET /v2/hooks tag",
                "webhook_endpoint_create POST /v2/hooks tag",
                "webhook_endpoint_update PATCH /v2/hooks/{id} tag",
                "webhook_endpoint_delete DELETE /v2/hooks/{id} tag",
                "alert_rule_list GET /v2/alerting/all operationId",
            ]
        );
    }
}
