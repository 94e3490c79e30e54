//! Real clients: every byte with the proxy is a byte without it.

use std::process::{Command, Output};

use super::wire::RawServer;
use super::{recording, rows};
use crate::support::require;

const ANSWER: &[u8] = b"HTTP/1.1 200 OK\r\nx-request-id: req_7\r\ncontent-type: application/octet-stream\r\ntransfer-encoding: chunked\r\n\r\n5\r\n\0\x01\xff\r\n\r\n6\r\nsecond\r\n0\r\n\r\n";

const PYTHON: &str = r#"
import sys, urllib.request
request = urllib.request.Request(sys.argv[1] + "/api/erp/vendors", data=b"\x00body" * 50000, method="POST")
request.add_header("Authorization", "Bearer own")
with urllib.request.urlopen(request) as answer:
    sys.stdout.buffer.write(answer.read())
"#;

const SESSION: &str = r#"
import sys
library = __import__(sys.argv[1])
session, body = (library.Session(), "data") if sys.argv[1] == "requests" else (library.Client(), "content")
session.headers["Authorization"] = "Bearer own"
answer = session.post(sys.argv[2] + "/api/erp/vendors", **{body: b"\x00body" * 50000})
sys.stdout.buffer.write(answer.content)
"#;

const NODE: &str = r#"
(async () => {
  const body = new Uint8Array(300000).fill(7);
  const answer = await fetch(process.argv[1] + "/api/erp/vendors", { method: "POST", body });
  process.stdout.write(Buffer.from(await answer.arrayBuffer()));
})();
"#;

fn compared(program: &str, args: &[&str]) {
    let server = RawServer::saying(ANSWER);
    let run = |url: &str| -> Output {
        let args = args.iter().map(|arg| arg.replace("URL", url));
        Command::new(program).args(args).output().expect("started")
    };
    let straight = run(&server.url());
    assert!(straight.status.success(), "{}", String::from_utf8_lossy(&straight.stderr));
    let (machine, ended, passed) = recording(&server.url(), "", |_, proxy| run(&format!("http://{proxy}")));
    ended.ok();
    assert_eq!(passed.stdout, straight.stdout);
    assert_eq!(straight.stdout, b"\0\x01\xff\r\nsecond");
    let seen = server.seen();
    let body = |request: &[u8]| request.split_off_head();
    assert_eq!(body(&seen[0]), body(&seen[1]), "what is uploaded");
    let rows = rows(&machine);
    assert_eq!((&rows[0]["id"], &rows[0]["endpoint"]), (&"req_7".into(), &"/api/erp/vendors".into()));
}

trait SplitHead {
    fn split_off_head(&self) -> Vec<u8>;
}

impl SplitHead for [u8] {
    fn split_off_head(&self) -> Vec<u8> {
        let at = self.windows(4).position(|end| end == b"\r\n\r\n").expect("a head");
        self[at + 4..].to_vec()
    }
}

#[test]
fn curl_with_an_upload() {
    if require::tool("curl") {
        let headers = ["-H", "Authorization: Bearer own"];
        compared("curl", &[&["-sS", "--data-binary", "@/bin/sh"], &headers[..], &["URL/api/erp/vendors"]].concat());
    }
}

#[test]
fn python() {
    if require::tool("python3") {
        compared("python3", &["-c", PYTHON, "URL"]);
    }
}

#[test]
fn libraries_of_python() {
    #[expect(clippy::disallowed_methods, reason = "a switch of the test run, not of the product")]
    let python = std::env::var("MAKINI_TEST_CLIENTS").unwrap_or_else(|_| "python3".into());
    let imported = Command::new(&python).args(["-c", "import httpx, requests"]).output();
    if !require::given("python-clients", imported.is_ok_and(|ended| ended.status.success())) {
        return;
    }
    for library in ["requests", "httpx"] {
        compared(&python, &["-c", SESSION, library, "URL"]);
    }
}

#[test]
fn node() {
    if require::tool("node") {
        compared("node", &["-e", NODE, "URL"]);
    }
}
