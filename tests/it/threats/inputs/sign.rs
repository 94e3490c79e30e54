//! Rows 32 to 34: what may be signed, and what is shown of it.

use insta::assert_snapshot;
use makini::exit::Exit;

use super::{BODY, Desk};

const SIGN: &str = "sign @body --secret-file @secret --scheme svix --id msg_1";

#[test]
fn row_32_the_time() {
    let desk = Desk::new();
    for at in ["1699999000", "9999999999"] {
        let ended = desk.run(&format!("{SIGN} --at {at}"), &[], b"").ok();
        assert!(ended.stdout.contains(&format!("svix-timestamp: {at}\n")), "{}", ended.stdout);
        assert_eq!(
            ended.stderr,
            "warning: the time signed is more than 300 s away from now: receivers that look at it refuse\n"
        );
    }
    assert_eq!(desk.run(&format!("{SIGN} --at 1699999700"), &[], b"").ok().stderr, "");
    assert_eq!(desk.run("sign @body --secret-file @secret --at 1", &[], b"").ok().stderr, "", "no time is signed");
    assert_snapshot!(desk.complains(&format!("{SIGN} --at -5"), &[], b"", Exit::Usage), @"error: a timestamp is written in digits, as seconds since 1970; not `-5`");
    assert_snapshot!(desk.complains(&format!("{SIGN} --at hello"), &[], b"", Exit::Usage), @"error: `--at`: `hello` is no time; write `24h` for that long ago, `2026-03-01`, or `2026-03-01T09:00:00Z`; or seconds since 1970, as `1700000000`");
    for at in ["1.6e9", "99999999999999999999999", "1614265330abc"] {
        let text = desk.complains(&format!("{SIGN} --at {at}"), &[], b"", Exit::Usage);
        assert!(text.starts_with(&format!("error: `--at`: `{at}` is no time")), "{text}");
    }
}

#[test]
fn row_33_the_message_id() {
    let desk = Desk::new();
    let sign = "sign @body --secret-file @secret --scheme svix --at 1700000000";
    let dotted = desk.run(sign, &["--id", "a.b"], b"").ok();
    assert_snapshot!(dotted.stderr, @"warning: the message ID `a.b` contains a dot, which also ends it");
    assert_snapshot!(desk.complains(sign, &["--id", "a\r\nX-Evil: y"], b"", Exit::Usage), @r#"error: a message ID is made of printable ASCII characters without blanks; not `a\r\nX-Evil: y`"#);
    for id in ["", "a b", "\u{1b}[2J", "é"] {
        desk.complains(sign, &["--id", id], b"", Exit::Usage);
    }
}

#[test]
fn row_34_only_the_signature_is_shown() {
    let desk = Desk::new();
    for flags in ["", "-o json", "-v", "-o yaml -v -v"] {
        // That no secret is shown is looked at for every line of a desk.
        desk.run(&format!("sign @body --secret-file @secret {flags}"), &[], b"").ok();
    }
    let desk = Desk { machine: desk.machine.env("MAKINI_WEBHOOK_SECRET", super::SECRET).terminal(80) };
    let ended =
        desk.machine.run(&format!("webhooks sign {} --color never", desk.machine.home().join("body").display())).ok();
    assert_eq!(ended.stdout.lines().count(), 1, "{}", ended.stdout);
    assert!(!format!("{}{}", ended.stdout, ended.stderr).contains(super::SECRET));
}

#[test]
fn a_body_is_signed_whole_or_not_at_all() {
    let desk = Desk::new();
    let long = vec![b'x'; (64 << 20) + 1];
    let sign = "sign --canonicalization raw --secret-file @secret";
    assert_snapshot!(desk.complains(sign, &[], &long, Exit::Invalid), @"error: the body is longer than the limit of 67108864 bytes");
    desk.run(sign, &[], &long[1..]).ok();
    assert_snapshot!(desk.complains("sign --secret-file @secret", &[], &BODY.as_bytes()[1..], Exit::Invalid), @r#"
        error: could not re-serialise the body: the JSON is over, but `:` follows (line 1, column 4, byte 3)
          hint: sign the bytes as they are with `--canonicalization raw`
        "#);
}
