//! Exports as JSON: HAR of browsers and proxies, collections of Postman and Insomnia, events of API gateways.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;
use url::form_urlencoded;

use super::{BadCapture, Capture, NoBody};

/// Parses the first request with a body of an export; nothing if the text is no JSON object.
pub(super) fn parse(text: &[u8]) -> Result<Option<Capture>, BadCapture> {
    if text.trim_ascii_start().first() != Some(&b'{') {
        return Ok(None);
    }
    let value: Value = serde_json::from_slice(text).map_err(|error| bad("JSON", error.to_string()))?;
    let capture = if let Some(entries) = value["log"]["entries"].as_array() {
        let requests: Vec<&Value> = entries.iter().map(|entry| &entry["request"]).collect();
        har(&requests)?
    } else if value["postData"].is_object() || (value["httpVersion"].is_string() && value["headers"].is_array()) {
        har(&[&value])?
    } else if value["resources"].is_array() {
        insomnia(&value["resources"])?
    } else if value["item"].is_array() || value["request"].is_object() {
        postman(&value)?
    } else if value["headers"].is_object() && (value["body"].is_string() || value["body"].is_null()) {
        gateway(&value)?
    } else {
        let known: Vec<&str> = value.as_object().into_iter().flatten().map(|(name, _)| name.as_str()).take(5).collect();
        let problem = format!("it is a JSON object with the members {}, and no export of a request", known.join(", "));
        return Err(BadCapture::Unknown(problem));
    };
    Ok(Some(capture))
}

fn bad(form: &'static str, problem: impl Into<String>) -> BadCapture {
    BadCapture::Form { form, problem: problem.into() }
}

fn text<'v>(value: &'v Value, name: &str) -> &'v str {
    value[name].as_str().unwrap_or_default()
}

/// Adds a list of objects with a name and a value each.
fn add_pairs(capture: &mut Capture, list: &Value, name: &str) -> Result<(), BadCapture> {
    for pair in list.as_array().into_iter().flatten() {
        if pair["disabled"] != true {
            capture.add(text(pair, name), text(pair, "value").as_bytes())?;
        }
    }
    Ok(())
}

/// Writes the fields of a form, where an export has them apart.
fn form(list: &Value, name: &str) -> Vec<u8> {
    let mut form = form_urlencoded::Serializer::new(String::new());
    for pair in list.as_array().into_iter().flatten() {
        form.append_pair(text(pair, name), text(pair, "value"));
    }
    form.finish().into_bytes()
}

const FORM: &str = "the form was put together from its fields: how the sender wrote it is not in the export";

/// Notes that an export has several requests.
fn note_several(capture: &mut Capture, requests: usize) {
    if requests > 1 {
        capture.warnings.push(format!("the export has {requests} requests; the first one with a body is taken"));
    }
}

fn har(requests: &[&Value]) -> Result<Capture, BadCapture> {
    let with_body = requests.iter().find(|request| request["postData"].is_object());
    let request = with_body.or(requests.first()).ok_or_else(|| bad("HAR", "it has no request"))?;
    let mut capture = Capture::new(None);
    capture.set_url(text(request, "method"), text(request, "url"));
    add_pairs(&mut capture, &request["headers"], "name")?;
    note_several(&mut capture, requests.len());
    let data = &request["postData"];
    match data["text"].as_str() {
        Some(body) if text(data, "encoding") == "base64" => {
            let body = STANDARD.decode(body).map_err(|_| bad("HAR", "its body is not base64"))?;
            capture.take_body(body);
        }
        Some(body) => capture.take_body(body.as_bytes().to_vec()),
        None if data["params"].as_array().is_some_and(|params| !params.is_empty()) => {
            capture.take_body(form(&data["params"], "name"));
            capture.doubts.push(FORM.into());
        }
        None if request["bodySize"].as_i64().is_some_and(|size| size > 0) => capture.no_body = Some(NoBody::Missing),
        None => capture.take_body(Vec::new()),
    }
    Ok(capture)
}

/// Collects the requests of a collection and its folders.
fn postman_requests<'v>(value: &'v Value, found: &mut Vec<&'v Value>) {
    if value["request"].is_object() {
        found.push(&value["request"]);
    }
    for item in value["item"].as_array().into_iter().flatten() {
        postman_requests(item, found);
    }
}

fn postman(value: &Value) -> Result<Capture, BadCapture> {
    let mut requests = Vec::new();
    postman_requests(value, &mut requests);
    let has_body = |request: &&&Value| request["body"].is_object();
    let request = requests.iter().find(has_body).or(requests.first());
    let request = request.ok_or_else(|| bad("a Postman collection", "it has no request"))?;
    let mut capture = Capture::new(None);
    let url = request["url"].as_str().unwrap_or_else(|| text(&request["url"], "raw"));
    capture.set_url(text(request, "method"), url);
    add_pairs(&mut capture, &request["header"], "key")?;
    note_several(&mut capture, requests.len());
    let body = &request["body"];
    match text(body, "mode") {
        "raw" => capture.take_body(text(body, "raw").as_bytes().to_vec()),
        "urlencoded" => {
            capture.take_body(form(&body["urlencoded"], "key"));
            capture.doubts.push(FORM.into());
        }
        "file" | "formdata" => capture.no_body = Some(NoBody::File),
        _ => capture.take_body(Vec::new()),
    }
    note_variables(&mut capture);
    Ok(capture)
}

fn insomnia(resources: &Value) -> Result<Capture, BadCapture> {
    let all = resources.as_array().into_iter().flatten();
    let requests: Vec<&Value> = all.filter(|resource| text(resource, "_type") == "request").collect();
    let has_body = |request: &&&Value| request["body"]["text"].is_string() || request["body"]["params"].is_array();
    let request = requests.iter().find(has_body).or(requests.first());
    let request = request.ok_or_else(|| bad("an export of Insomnia", "it has no request"))?;
    let mut capture = Capture::new(None);
    capture.set_url(text(request, "method"), text(request, "url"));
    add_pairs(&mut capture, &request["headers"], "name")?;
    note_several(&mut capture, requests.len());
    let body = &request["body"];
    if body["fileName"].is_string() {
        capture.no_body = Some(NoBody::File);
    } else if body["params"].is_array() {
        capture.take_body(form(&body["params"], "name"));
        capture.doubts.push(FORM.into());
    } else {
        capture.take_body(text(body, "text").as_bytes().to_vec());
    }
    note_variables(&mut capture);
    Ok(capture)
}

/// Notes variables: their values are not in the export.
fn note_variables(capture: &mut Capture) {
    let holds = |text: &[u8]| memchr::memmem::find(text, b"{{").is_some();
    if holds(&capture.body) && memchr::memmem::find(&capture.body, b"}}").is_some()
        || capture.headers.iter().any(|(_, value)| holds(value))
    {
        capture.doubts.push("the export may have variables, `{{…}}`, without their values".into());
    }
}

/// The event that a function behind an API gateway gets.
fn gateway(value: &Value) -> Result<Capture, BadCapture> {
    let mut capture = Capture::new(None);
    let http = &value["requestContext"]["http"];
    let first = |texts: [&Value; 2]| texts.into_iter().find_map(Value::as_str).unwrap_or_default().to_owned();
    let method = first([&value["httpMethod"], &http["method"]]);
    let path = first([&value["rawPath"], &value["path"]]);
    let query = text(value, "rawQueryString");
    let target = if query.is_empty() { path } else { format!("{path}?{query}") };
    capture.set_url(if method.is_empty() { "POST" } else { &method }, if target.is_empty() { "/" } else { &target });
    for (name, value) in value["headers"].as_object().into_iter().flatten() {
        capture.add(name, value.as_str().unwrap_or_default().as_bytes())?;
    }
    let body = text(value, "body");
    if value["isBase64Encoded"] == true {
        let body = STANDARD.decode(body).map_err(|_| bad("an event of an API gateway", "its body is not base64"))?;
        capture.take_body(body);
    } else {
        capture.take_body(body.as_bytes().to_vec());
    }
    Ok(capture)
}
