//! Handlers of webhooks: one inside the test, and those of `tests/fixtures/handlers` as processes.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::thread;

/// A handler that remembers the bodies it was sent, and answers all of them alike.
pub struct Handler {
    pub url: String,
    bodies: Arc<Mutex<Vec<String>>>,
}

impl Handler {
    pub fn start(status: u16) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let url = format!("http://{}/hook", listener.local_addr().expect("bound"));
        let bodies: Arc<Mutex<Vec<String>>> = Arc::default();
        let seen = Arc::clone(&bodies);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let mut reader = BufReader::new(stream);
                let mut length = 0;
                let mut line = String::new();
                while reader.read_line(&mut line).is_ok_and(|read| read > 2) {
                    if let Some((name, value)) = line.split_once(':')
                        && name.eq_ignore_ascii_case("content-length")
                    {
                        length = value.trim().parse().expect("a length");
                    }
                    line.clear();
                }
                let mut body = vec![0; length];
                reader.read_exact(&mut body).ok();
                seen.lock().expect("no panic").push(String::from_utf8_lossy(&body).into_owned());
                let answer = format!("HTTP/1.1 {status} X\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
                reader.get_mut().write_all(answer.as_bytes()).ok();
            }
        });
        Self { url, bodies }
    }

    pub fn bodies(&self) -> Vec<String> {
        self.bodies.lock().expect("no panic").clone()
    }
}

/// A handler of `tests/fixtures/handlers` that runs until it is dropped.
pub struct Fixture {
    child: Child,
    port: u16,
    /// What a handler that is a new process for each request remembers.
    _memory: Option<tempfile::TempDir>,
}

impl Fixture {
    pub fn start(program: &str, file: &str, secrets: &[&str]) -> Self {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/handlers").join(file);
        let mut command = Command::new(program);
        command.arg(path).arg("0").args(secrets).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().expect("started");
        let mut line = String::new();
        BufReader::new(child.stdout.take().expect("piped")).read_line(&mut line).expect("a port");
        Self { child, port: line.trim().parse().expect("a port"), _memory: None }
    }

    /// The same for PHP, behind the server that comes with it.
    pub fn php(file: &str, secrets: &[&str]) -> Self {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/handlers").join(file);
        let memory = tempfile::tempdir().expect("a temporary folder");
        let mut command = Command::new("php");
        command.args(["-S", "127.0.0.1:0"]).arg(path).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
        command.env("WEBHOOK_SECRETS", secrets.join("\n")).env("SEEN", memory.path());
        let mut child = command.spawn().expect("started");
        let mut lines = BufReader::new(child.stderr.take().expect("piped")).lines().map_while(Result::ok);
        // `[…] PHP 8.2 Development Server (http://127.0.0.1:45303) started`
        let port = lines.find_map(|line| {
            let (_, rest) = line.split_once("http://127.0.0.1:")?;
            rest.split_once(')')?.0.parse().ok()
        });
        // It writes a line for each request, and must not wait for somebody who reads them.
        thread::spawn(move || lines.for_each(drop));
        Self { child, port: port.expect("a port"), _memory: Some(memory) }
    }

    pub fn url(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }
}

impl Drop for Fixture {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}
