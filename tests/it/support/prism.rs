//! Prism: a server that others wrote, answering and judging by the published documents alone.

use std::io::{BufRead as _, BufReader};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

use serde_json::{Map, Value, json};

use super::require;

/// The published documents as one.
pub fn documents() -> Value {
    let folder = require::shared().expect("asked for before").join("spec/openapi-valid");
    let (mut paths, mut schemas) = (Map::new(), Map::new());
    let mut whole = Value::Null;
    for name in ["system", "eam", "erp", "wms"] {
        let text = std::fs::read(folder.join(format!("oas3_{name}.json"))).expect("a published document");
        let mut document: Value = serde_json::from_slice(&text).expect("JSON");
        let taken = |value: &mut Value| value.as_object_mut().map(std::mem::take).unwrap_or_default();
        // Schemas of one name differ between the domains, so each gets the name of its document in front.
        let text = document.to_string().replace("#/components/schemas/", &format!("#/components/schemas/{name}."));
        document = serde_json::from_str(&text).expect("JSON");
        let named = taken(&mut document["components"]["schemas"]).into_iter();
        schemas.extend(named.map(|(schema, value)| (format!("{name}.{schema}"), value)));
        paths.extend(taken(&mut document["paths"]));
        whole = document;
    }
    whole["paths"] = paths.into();
    whole["components"]["schemas"] = schemas.into();
    whole["info"] = json!({ "title": "published", "version": "1" });
    whole
}

/// A Prism that runs until it is dropped.
pub struct Prism {
    child: Child,
    pub url: String,
    _folder: tempfile::TempDir,
}

impl Prism {
    /// Starts it on a document; nothing where there is no Prism.
    pub fn start(document: &Value) -> Option<Self> {
        let program = program();
        if !require::given("prism", program.is_some()) {
            return None;
        }
        let folder = tempfile::tempdir().expect("a temporary folder");
        let file = folder.path().join("api.json");
        std::fs::write(&file, document.to_string()).expect("written");
        let port = free_port();
        let mut command = command(&program.expect("asked for"));
        command.args(["mock", "--errors", "-h", "127.0.0.1", "-p", &port.to_string()]).arg(&file);
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("starts");
        let (ready, wait) = mpsc::channel();
        let out = BufReader::new(child.stdout.take().expect("piped"));
        // Its log is read to the end, or it would stop at a full pipe.
        std::thread::spawn(move || {
            for line in out.lines().map_while(Result::ok) {
                if line.contains("listening") {
                    ready.send(()).ok();
                }
            }
        });
        let prism = Self { child, url: format!("http://127.0.0.1:{port}"), _folder: folder };
        wait.recv_timeout(Duration::from_mins(1)).expect("Prism listens within a minute");
        Some(prism)
    }
}

impl Drop for Prism {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    listener.local_addr().expect("bound").port()
}

/// `MAKINI_TEST_PRISM` names its `dist/index.js`; otherwise it is on the path.
fn program() -> Option<PathBuf> {
    #[expect(clippy::disallowed_methods, reason = "a switch of the test run, not of the product")]
    let named = std::env::var_os("MAKINI_TEST_PRISM").map(PathBuf::from);
    named.or_else(|| require::on_path("prism").then(|| "prism".into()))
}

fn command(program: &Path) -> Command {
    if program.extension().is_some_and(|ending| ending == "js") {
        let mut node = Command::new("node");
        node.arg(program);
        return node;
    }
    Command::new(program)
}
