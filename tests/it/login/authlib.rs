//! The sandbox's OAuth, driven by a library that applications use: authlib, of Python.

use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Command, Stdio};

use makini::sandbox::{CLIENT_ID, client_secret};
use tokio::net::TcpListener;

use crate::support::link_visitor::LinkVisitor;
use crate::support::require;
use crate::support::sandbox::InProcess;

/// Returns a Python that has authlib: the one that `MAKINI_TEST_AUTHLIB` names, else `python3`.
#[expect(clippy::disallowed_methods, reason = "a switch of the test run, not of the product")]
fn python() -> Option<String> {
    let python = std::env::var("MAKINI_TEST_AUTHLIB").unwrap_or_else(|_| "python3".into());
    let imported = Command::new(&python)
        .args(["-c", "import authlib, requests"])
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success());
    require::given("authlib", imported).then_some(python)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_real_library_goes_through_code_refresh_reuse_and_cancel() {
    let Some(python) = python() else { return };
    let sandbox = InProcess::new();
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let url = format!("http://{}", listener.local_addr().expect("bound"));
    let served = sandbox.sandbox.clone();
    tokio::spawn(async move { served.serve(listener, std::future::pending()).await });
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/oauth_client.py");
    let mut application = Command::new(python)
        .args([script, &url, CLIENT_ID, client_secret().expose()])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("runs");
    let mut back = application.stdin.take().expect("piped");
    let mut lines = BufReader::new(application.stdout.take().expect("piped")).lines();
    // The last visit is the one that the person does not agree to.
    let answers = ["Allow", "Allow", "Allow", "Deny"];
    let mut visits = 0;
    while let Some(line) = tokio::task::block_in_place(|| lines.next()) {
        let line = line.expect("text");
        if line == "done" {
            break;
        }
        let path = line.strip_prefix(&url).expect("an address of the sandbox");
        let mut visitor = LinkVisitor::open(&sandbox, path).await;
        visitor.press(answers[visits], &[]).await;
        visits += 1;
        writeln!(back, "{}", visitor.at).expect("it reads");
    }
    let status = tokio::task::block_in_place(|| application.wait()).expect("ends");
    assert!(status.success(), "the library was not satisfied after {visits} visits");
    assert_eq!(visits, answers.len());
}
