//! The rows that only a process can show: real pipes, a real terminal, and how much memory a long body takes.

use std::io::{Read as _, Write as _};
use std::path::Path;
use std::process::Stdio;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;

use super::{BODY, SECRET};
use crate::support::process::{Home, text};
use crate::support::pty::Pty;

/// A home with a secret in it, and the path of the secret.
fn home() -> (Home, String) {
    let home = Home::new();
    let secret = home.path().join("secret");
    std::fs::write(&secret, SECRET).expect("written");
    let secret = secret.to_str().expect("text").to_owned();
    (home, secret)
}

#[test]
fn row_17_a_real_terminal_is_not_waited_for() {
    let (home, secret) = home();
    let home = home.path();
    for (line, said) in [
        (["webhooks", "verify", "--secret-file", &secret], "there is no body: stdin is a terminal"),
        (["webhooks", "sign", "--secret-file", &secret], "there is no body: stdin is a terminal"),
        (["webhooks", "verify", &secret, "--secret-file=-"], "there is no secret: stdin is a terminal"),
    ] {
        let environment = [("HOME", home.to_str().expect("text"))];
        let mut pty = Pty::spawn(Path::new(env!("CARGO_BIN_EXE_makini")), &line, &environment, 120);
        assert_eq!(pty.ends().exit_code(), 2, "{line:?}");
        pty.shows(said);
    }
}

#[cfg(target_os = "linux")]
#[test]
fn row_19_a_long_body_is_never_held() {
    const PIECE: usize = 1 << 20;
    const PIECES: usize = 256;
    let piece = vec![b'x'; PIECE];
    let mut mac = Hmac::<Sha256>::new_from_slice(SECRET.as_bytes()).expect("a key of any length");
    (0..PIECES).for_each(|_| mac.update(&piece));
    let header = format!("X-Shopify-Hmac-Sha256: {}", STANDARD.encode(mac.finalize().into_bytes()));

    let (home, secret) = home();
    let line = ["webhooks", "verify", "-", "--scheme", "shopify", "--secret-file", &secret, "-H", &header];
    let mut command = home.makini(&[&line[..], &["--max-body", "256MiB"]].concat());
    let mut child =
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("started");
    let mut input = child.stdin.take().expect("a pipe");
    for _ in 0..PIECES {
        input.write_all(&piece).expect("it reads");
    }
    // It still waits for the end of its input.
    let status = std::fs::read_to_string(format!("/proc/{}/status", child.id())).expect("it runs");
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB"));
    let peak: usize = peak.and_then(|kib| kib.trim().parse().ok()).expect("a number");
    drop(input);
    let output = child.wait_with_output().expect("ended");
    assert!(output.status.success(), "{}", text(&output));
    assert!(peak < 64 << 10, "{peak} KiB at most were in use");
}

#[test]
fn row_19_the_rest_of_a_body_beyond_the_limit_is_left_unread() {
    let (home, secret) = home();
    let line = ["webhooks", "verify", "-", "--scheme", "shopify", "--secret-file", &secret, "--max-body", "1MiB"];
    let value = format!("X-Shopify-Hmac-Sha256: {}", STANDARD.encode([0; 32]));
    let mut command = home.makini(&[&line[..], &["-H", &value]].concat());
    let mut child =
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("started");
    let mut input = child.stdin.take().expect("a pipe");
    // A body without an end: whoever writes it is told by a closed pipe.
    let piece = vec![b'x'; 1 << 16];
    let mut written = 0;
    while input.write_all(&piece).is_ok() {
        written += 1;
        assert!(written < 10_000, "it reads on and on");
    }
    let output = child.wait_with_output().expect("ended");
    assert_eq!(output.status.code(), Some(10), "{}", text(&output));
    assert!(text(&output).contains("the body is longer than the limit of 1048576 bytes"), "{}", text(&output));
}

#[test]
fn rows_18_and_27_a_body_through_a_pipe() {
    let (home, secret) = home();
    let body = home.path().join("body");
    for (sent, due) in [("", Some(0)), (BODY, Some(0)), ("{\"a\":1}\n", Some(10))] {
        std::fs::write(&body, sent.trim_end()).expect("written");
        let at = body.to_str().expect("text");
        let signed = home.run(&["webhooks", "sign", at, "--scheme", "line", "--secret-file", &secret]);
        let header = String::from_utf8(signed.stdout).expect("text");
        let line = ["webhooks", "verify", "--scheme", "line", "--secret-file", &secret, "-H", header.trim_end()];
        let mut child = home.makini(&line).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("started");
        child.stdin.take().expect("a pipe").write_all(sent.as_bytes()).expect("it reads");
        let mut said = String::new();
        child.stdout.take().expect("a pipe").read_to_string(&mut said).expect("text");
        assert_eq!(child.wait().expect("ended").code(), due, "{sent:?}: {said}");
    }
}
