//! Rows 10, 14 to 17, 30 and 31: what a line can say wrong.

use insta::assert_snapshot;
use makini::exit::Exit;

use super::{BODY, Desk};

#[test]
fn row_10_a_tolerance() {
    let desk = Desk::new();
    assert_snapshot!(desk.complains("verify @body --tolerance -5", &[], b"", Exit::Usage), @r#"
        error: invalid value `-5` for `--tolerance <SECONDS>`: a tolerance is a number of seconds, as `300`, or `none`; not `-5`
          hint: for more, add `--help`
        "#);
    let text = desk.complains("verify @body", &["--tolerance", "5 minutes"], b"", Exit::Usage);
    assert!(text.contains("a tolerance is a number of seconds, as `300`, or `none`; not `5 minutes`"), "{text}");
    // More seconds than there are is for ever, and no overflow.
    let headers = desk.signed("--scheme standard-webhooks --at 1 --quiet", BODY.as_bytes());
    let headers: Vec<_> = headers.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let flags = "--scheme standard-webhooks --tolerance 99999999999999999999999999";
    desk.verify(flags, &headers, BODY.as_bytes()).ok();
}

#[test]
fn row_14_a_secret_on_the_line() {
    let desk = Desk::new();
    for line in ["verify @body --secret hunter22", "verify @body --secret=hunter22"] {
        let text = desk.complains(line, &[], b"", Exit::Usage);
        assert!(!text.contains("hunter22"), "{text}");
        assert!(text.contains("`--secret-file FILE`"), "{text}");
    }
    assert_snapshot!(desk.complains("sign @body --secret hunter22", &[], b"", Exit::Usage), @r#"
        error: unexpected argument `--secret` found
          hint: a secret is never taken from the command line, where others can read it: use `--secret-file FILE`, `--secret-stdin` or the environment, whichever `--help` names
          hint: a similar argument exists: `--secret-file`
          hint: usage: makini webhooks sign --secret-file <FILE> <BODY>
          hint: for more, add `--help`
        "#);
    let text = desk.complains("verify @body whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", &[], b"", Exit::Usage);
    assert!(!text.contains("MfKQ9r8"), "{text}");
}

#[test]
fn row_15_stdin_for_two() {
    let desk = Desk::new();
    assert_snapshot!(desk.complains("verify - --secret-file -", &[], b"x", Exit::Usage), @r#"
        error: stdin can be the body or the secret, not both
          hint: name a file for one of them: `--secret-file FILE` or BODY
        "#);
    let lines = [
        "verify --secret-file -",
        "verify --request - --secret-file -",
        "explain --secret-file -",
        "sign --secret-file -",
    ];
    for line in lines {
        let text = desk.complains(line, &[], b"x", Exit::Usage);
        assert!(text.starts_with("error: stdin can be the body or the secret, not both\n"), "{line}: {text}");
    }
    assert_snapshot!(desk.complains("verify --batch - --secret-file -", &[], b"x", Exit::Usage), @r#"
        error: stdin can be the deliveries or the secret, not both
          hint: name a file for one of them: `--secret-file FILE` or `--batch FILE`
        "#);
    let text = desk.complains("verify @body --secret-file - --secret-file -", &[], b"x", Exit::Usage);
    assert!(text.contains("stdin can be read only once"), "{text}");
}

#[test]
fn row_16_a_body_that_cannot_be_read() {
    let desk = Desk::new();
    // A file that was named and is not there is a mistake of the command line, in every command.
    let local = |line: &str| desk.complains(line, &[], b"", Exit::Usage);
    assert_snapshot!(local("verify @nothere --secret-file @secret"), @"error: could not read `nothere`: No such file or directory (os error 2)");
    assert_snapshot!(local("verify @. --secret-file @secret"), @"error: could not read `.`: it is a folder");
    assert_snapshot!(local("verify --batch @. --secret-file @secret"), @"error: could not read `.`: it is a folder");
    for line in ["verify --request @nothere", "sign @nothere", "explain @nothere", "verify --batch @nothere"] {
        let text = local(&format!("{line} --secret-file @secret"));
        assert!(text.contains("could not read `nothere`: No such file"), "{line}: {text}");
    }
}

/// Root may read everything, so the file is one that nobody can read.
#[cfg(target_os = "linux")]
#[test]
fn row_16_a_body_that_may_not_be_read() {
    let text = Desk::new().complains(
        "verify /proc/self/mem --secret-file @secret",
        &["-H", "X-Webhook-Signature: AA"],
        b"",
        Exit::Local,
    );
    assert!(text.starts_with("error: could not read "), "{text}");
}

#[test]
fn row_17_a_terminal_and_nothing_piped() {
    let mut desk = Desk::new();
    desk.machine = desk.machine.terminal(100);
    for line in ["verify", "verify -", "explain", "sign", "verify --batch -", "verify --request -"] {
        let text = desk.complains_at_once(&format!("{line} --secret-file @secret"));
        assert!(
            text.starts_with("error: there is no body: stdin is a terminal, and nothing waits for it to be typed\n"),
            "{line}: {text}"
        );
    }
    assert_snapshot!(desk.complains_at_once("verify --secret-file @secret"), @r#"
        error: there is no body: stdin is a terminal, and nothing waits for it to be typed
          hint: name a file, or pipe the body in
        "#);
    assert_snapshot!(desk.complains_at_once("verify @body --secret-file -"), @r#"
        error: there is no secret: stdin is a terminal, and nothing waits for it to be typed
          hint: pipe it in, or name a file: `--secret-file FILE`
        "#);
}

#[test]
fn row_30_a_header_that_is_none() {
    let desk = Desk::new();
    let told = |header: &str| desk.complains("verify @body --secret-file @secret", &["-H", header], b"", Exit::Usage);
    assert_snapshot!(told("X-Webhook-Signature"), @r#"
        error: a header is written `Name: value`; there is no colon in `X-Webhook-Signature`
          hint: write it as `-H 'X-Webhook-Signature: …'`
        "#);
    assert_snapshot!(told("X Signature: a"), @r#"
        error: a header is written `Name: value`; `X Signature` is no name
          hint: write it as `-H 'X-Webhook-Signature: …'`
        "#);
    for header in ["", ": a", "\u{1b}[2J: a", "é: a"] {
        assert!(told(header).starts_with("error: a header is written `Name: value`; "), "{header:?}");
    }
}

#[test]
fn row_31_names_that_nobody_knows() {
    let desk = Desk::new();
    let told = |flags: &str| desk.complains(&format!("verify @body {flags}"), &[], b"", Exit::Usage);
    assert_snapshot!(told("--scheme standrd-webhooks"), @r#"
        error: invalid value `standrd-webhooks` for `--scheme <SCHEME>`: unknown scheme `standrd-webhooks`; known: standard-webhooks, stripe, shopify, svix, zoom, slack, makini, raw-hmac, github, line, twilio
          hint: for more, add `--help`
        "#);
    assert_snapshot!(told("--algorithm md5"), @r#"
        error: invalid value `md5` for `--algorithm <HASH>`: unknown algorithm `md5`; known: sha1, sha256, sha384, sha512
          hint: for more, add `--help`
        "#);
    assert!(told("--scheme Githb").contains("known: github, "));
    assert!(told("--encoding base46").contains("known: base64, "));
    assert!(told("--canonicalization json").contains("known: json-stringify, raw, form-fields\n"));
}

#[test]
fn sizes_are_read_as_people_write_them() {
    let desk = Desk::new();
    let good = desk.signature("", BODY.as_bytes());
    let headers = [("X-Webhook-Signature", good.as_str())];
    for size in ["7", "7B", "1KiB", "1kB", "99999999999999999999999999"] {
        desk.verify(&format!("--max-body {size}"), &headers, BODY.as_bytes()).ok();
    }
    assert_snapshot!(desk.complains("verify @body --max-body many", &[], b"", Exit::Usage), @r#"
        error: invalid value `many` for `--max-body <SIZE>`: write a size in bytes, or as `64MiB`
          hint: for more, add `--help`
        "#);
}
