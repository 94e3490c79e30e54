//! Our sandbox asked by schemathesis, which makes its requests from the published documents: no server error, and no
//! answer that the documents do not describe.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::{Value, json};
use tokio::net::TcpListener;

use crate::support::require;
use crate::support::sandbox::InProcess;

/// What is judged. Left out on purpose: statuses, as only 200 is published for anything, and whether all that fits the
/// documents is taken: they do not know which keys lead to something, and call almost nothing required.
const CHECKS: &str = "not_a_server_error,content_type_conformance,response_schema_conformance,\
                      response_headers_conformance,ignored_auth,use_after_free,ensure_resource_availability,\
                      missing_required_header";

/// What is judged besides where nothing is offered that is not published: what breaks the documents is refused, and so
/// is every method that they do not name. The system API takes more than they say.
const STRICT: &str = "negative_data_rejection,unsupported_method";

/// Cases for each operation in each phase. With these the four documents take about two minutes on two idle cores.
const EXAMPLES: &str = "5";

/// A sandbox on a port, with a connection that has every domain.
struct PublishedSandbox {
    sandbox: InProcess,
    url: String,
    id: String,
    token: String,
}

impl PublishedSandbox {
    async fn start() -> Self {
        let sandbox = InProcess::with(|options| options.rate_limit = u64::MAX >> 1);
        let (id, token) = sandbox.connected("sap").await;
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let url = format!("http://{}", listener.local_addr().expect("bound"));
        let served = sandbox.sandbox.clone();
        tokio::spawn(async move { served.serve(listener, std::future::pending()).await });
        Self { sandbox, url, id, token }
    }

    /// A key of a real row for each path that takes one: by chance nothing but 404 would be met.
    async fn keys(&self, document: &Value) -> BTreeMap<String, String> {
        let mut keys = BTreeMap::new();
        for path in document["paths"].as_object().expect("paths").keys() {
            let Some((list, _)) = path.split_once("/{") else { continue };
            let list = self.sandbox.ask(&self.token, "GET", list, None).await;
            let row = &list.body["data"][0];
            if let Some(key) = row["key"].as_str().or_else(|| row["name"].as_str()) {
                keys.insert(path.clone(), key.to_owned());
            }
        }
        keys
    }
}

fn document(name: &str) -> Value {
    let file = require::shared().expect("asked for").join(format!("spec/openapi-valid/oas3_{name}.json"));
    let mut document = serde_json::from_slice(&std::fs::read(file).expect("published")).expect("JSON");
    say_nullable(&mut document);
    for path in document["paths"].as_object_mut().into_iter().flat_map(serde_json::Map::values_mut) {
        for operation in path.as_object_mut().into_iter().flat_map(serde_json::Map::values_mut) {
            // A form holds nothing but text, so no text in it can be of a wrong type.
            let form = operation.pointer_mut("/requestBody/content/multipart~1form-data/schema/properties/name");
            if let Some(name) = form {
                *name = json!({});
            }
            let answer = &mut operation["responses"]["200"]["content"]["application/json"]["schema"];
            // Laravel's paginator says null for the first and the last row of a page without rows.
            for field in ["from", "to"] {
                if let Some(schema) = answer.pointer_mut(&format!("/properties/meta/properties/{field}")) {
                    schema["nullable"] = true.into();
                }
            }
        }
    }
    document
}

/// The documents write `"format": "nullable"` where they mean `"nullable": true`: the links before the first page and
/// after the last.
fn say_nullable(value: &mut Value) {
    match value {
        Value::Object(object) => {
            if object.get("format").is_some_and(|format| format == "nullable") {
                object.remove("format");
                object.insert("nullable".into(), true.into());
            }
            object.values_mut().for_each(say_nullable);
        }
        Value::Array(items) => items.iter_mut().for_each(say_nullable),
        _ => {}
    }
}

/// Makes half of the path parameters that are tried real.
fn name(operation: &mut Value, key: &str) {
    for parameter in operation["parameters"].as_array_mut().into_iter().flatten() {
        if parameter["in"] == "path" && parameter["name"] != "materialKey" {
            parameter["schema"] = json!({ "anyOf": [{ "type": "string", "enum": [key] }, { "type": "string" }] });
            parameter["example"] = key.into();
        }
    }
}

/// Runs it; fails with its own report.
async fn run(served: &PublishedSandbox, document: &Value, token: &str, (checks, selection): (&str, &[&str])) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    std::fs::write(folder.path().join("api.json"), document.to_string()).expect("written");
    let mut command = command(folder.path(), &served.url, token, checks);
    command.args(selection);
    let output = tokio::task::spawn_blocking(move || command.output().expect("runs")).await.expect("no panic");
    let report = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{report}\n{}", String::from_utf8_lossy(&output.stderr));
    // A run that selected nothing would succeed as well.
    assert!(report.contains("No issues found") || report.contains(" passed"), "{report}");
    let failed = served.sandbox.get("/api/system/requests?failed=true&per_page=500").await.data();
    let broken = |row: &&Value| row["status"].as_u64() >= Some(500);
    assert_eq!(failed.as_array().expect("rows").iter().find(broken), None, "answered by a server error");
}

fn command(folder: &Path, url: &str, token: &str, checks: &str) -> Command {
    let mut command = Command::new("schemathesis");
    command
        .current_dir(folder)
        // One worker: the generators of two in one process disturb each other.
        .args(["run", "api.json", "--url", url, "--no-color", "--seed", "1", "--workers", "1"])
        .args(["--max-examples", EXAMPLES, "--phases", "examples,coverage,fuzzing,stateful", "--checks", checks])
        .args(["--generation-deterministic", "--warnings", "off", "--suppress-health-check", "all"])
        .arg("-H")
        .arg(format!("Authorization: Bearer {token}"))
        .stdin(Stdio::null());
    command
}

fn tools() -> bool {
    require::tool("shared") && require::tool("schemathesis")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_system_api() {
    if !tools() {
        return;
    }
    let served = PublishedSandbox::start().await;
    let (ending, _) = served.sandbox.connected("upkeep").await;
    let mut document = document("system");
    for (path, operations) in document["paths"].as_object_mut().expect("paths") {
        for (method, operation) in operations.as_object_mut().expect("methods") {
            // What is ended must not be what the others are asked about.
            let id = if method == "delete" { &ending } else { &served.id };
            name(operation, if path.contains("{table}") { "EKKO" } else { id });
        }
    }
    run(&served, &document, &served.sandbox.token, (CHECKS, &["--include-path-regex", "^/api/system/"])).await;
    let of_connection = ["--exclude-path-regex", "^/api/system/", "--exclude-method", "DELETE"];
    run(&served, &document, &served.token, (CHECKS, &of_connection)).await;
    let end = ["--include-path", "/api/integrations/current", "--include-method", "DELETE"];
    run(&served, &document, &served.token, (CHECKS, &end)).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_three_domains() {
    if !tools() {
        return;
    }
    let served = PublishedSandbox::start().await;
    for domain in ["eam", "erp", "wms"] {
        let mut document = document(domain);
        let keys = served.keys(&document).await;
        for (path, operations) in document["paths"].as_object_mut().expect("paths") {
            for operation in operations.as_object_mut().expect("methods").values_mut() {
                if let Some(key) = keys.get(path) {
                    name(operation, key);
                }
            }
        }
        run(&served, &document, &served.token, (&format!("{CHECKS},{STRICT}"), &[])).await;
    }
}
