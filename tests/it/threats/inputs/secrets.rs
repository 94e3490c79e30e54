//! Rows 11 to 13: what a secret can be. Nothing is compared, and nothing of it is shown.

use insta::assert_snapshot;
use makini::exit::Exit;

use super::{BODY, Desk};

/// What is said when these are the secrets.
fn with(secrets: &[&[u8]], flags: &str) -> String {
    let desk = Desk::new();
    let mut line = format!("verify @body -H a:b {flags}");
    for (number, secret) in secrets.iter().enumerate() {
        desk.machine.write(&format!("secret{number}"), secret);
        line += &format!(" --secret-file @secret{number}");
    }
    desk.complains(&line, &[], b"", Exit::Usage)
}

#[test]
fn row_11_an_empty_secret() {
    assert_snapshot!(with(&[b""], ""), @r#"
        error: secret 1 is empty
          hint: check the file or the variable it comes from; one line break at its end does no harm
        "#);
    assert_snapshot!(with(&[b"a", b"b", b""], ""), @r#"
        error: secret 3 is empty
          hint: check the file or the variable it comes from; one line break at its end does no harm
        "#);
    assert!(with(&[b" \t "], "").starts_with("error: secret 1 is blank\n"));
    assert!(with(&[b"\n"], "").starts_with("error: secret 1 is empty\n"));
    assert!(with(&[b"whsec_"], "--scheme svix").starts_with("error: secret 1 is empty\n"));
    let ended = Desk::new().run("verify @body -H a:b --secret-file -", &[], b"").expect(Exit::Usage);
    assert_eq!(ended.stderr, "error: nothing came in on stdin\n");
    let desk = Desk::new();
    let desk = Desk { machine: desk.machine.env("MAKINI_WEBHOOK_SECRET", "  ") };
    desk.machine.write("body", BODY);
    assert_snapshot!(desk.complains("verify @body -H a:b", &[], b"", Exit::Usage), @r#"
        error: secret 1 is blank
          hint: check the file or the variable it comes from; one line break at its end does no harm
        "#);
}

#[test]
fn row_12_white_space_in_a_secret() {
    assert_snapshot!(with(&[b"hunter2 \n"], ""), @r#"
        error: secret 1 has whitespace at its end
          hint: check the file or the variable it comes from; one line break at its end does no harm
        "#);
    assert_snapshot!(with(&[b"hunt\ner2"], ""), @r#"
        error: secret 1 has a line break in it
          hint: check the file or the variable it comes from; one line break at its end does no harm
        "#);
    assert!(with(&[b"a", b"\thunter2"], "").starts_with("error: secret 2 has whitespace at its start\n"));
    // One line break at the end is the editor's.
    let desk = Desk::new();
    let good = desk.signature("", BODY.as_bytes());
    for end in ["\n", "\r\n"] {
        desk.machine.write("secret", format!("{}{end}", super::SECRET));
        desk.verify("", &[("X-Webhook-Signature", &good)], BODY.as_bytes()).ok();
    }
}

#[test]
fn row_13_a_secret_that_is_not_base64() {
    let text = with(&[b"whsec_hunter*2canary"], "--scheme standard-webhooks");
    assert!(!text.contains("canary") && !text.contains("hunter"), "{text}");
    assert_snapshot!(text, @r#"
        error: secret 1 is not base64: character 13 is `*`
          hint: set the encoding of the secret with `--secret-encoding utf8|hex|whsec`
        "#);
}

#[test]
fn a_secret_that_has_no_end() {
    let desk = Desk::new();
    assert_snapshot!(desk.complains("verify @body -H a:b --secret-file @.", &[], b"", Exit::Usage), @"error: could not read `.`: Is a directory (os error 21)");
    desk.machine.write("long", vec![b'x'; 70_000]);
    assert_snapshot!(desk.complains("verify @body -H a:b --secret-file @long", &[], b"", Exit::Local), @"error: could not read `long`: it is longer than 65536 bytes");
    if cfg!(target_os = "linux") {
        let text = desk.complains("verify @body -H a:b --secret-file /dev/zero", &[], b"", Exit::Local);
        assert!(text.contains("it is longer than 65536 bytes"), "{text}");
    }
    desk.machine.write("bytes", b"\xff\xfe");
    assert_snapshot!(desk.complains("verify @body -H a:b --secret-file @bytes", &[], b"", Exit::Local), @"error: could not read `bytes`: it is not text");
}
