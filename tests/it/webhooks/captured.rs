//! Logs of a real curl as captured requests.

use std::process::Command;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use makini::exit::Exit;
use sha2::Sha256;

use crate::support::handler::Handler;
use crate::support::listening::{SECRET, line, machine};
use crate::support::require;

#[test]
fn logs_of_a_real_curl_are_read_and_a_body_that_they_lack_is_asked_for() {
    if !require::native("curl", require::on_path("curl")) {
        return;
    }
    let handler = Handler::start(200);
    let machine = machine();
    let body = r#"{"id":"evt_1","event":"sync.completed","body":{"message":"a, b: c","n":[1,2,3]}}"#;
    machine.write("body.json", body);
    let mut mac = Hmac::<Sha256>::new_from_slice(SECRET.as_bytes()).expect("any key");
    mac.update(body.as_bytes());
    let signature = format!("X-Webhook-Signature: {}", BASE64_STANDARD.encode(mac.finalize().into_bytes()));
    let curl = |flags: &[&str]| {
        let mut curl = Command::new("curl");
        curl.current_dir(machine.home()).args([
            "-s",
            "--noproxy",
            "*",
            "--data-binary",
            "@body.json",
            "-H",
            &signature,
        ]);
        let output = curl.args(["-H", "X-Latin: caf\u{e9}"]).args(flags).arg(&handler.url).output().expect("curl runs");
        assert!(output.status.success(), "{flags:?}: {}", output.status);
        output.stderr
    };
    machine.write("verbose.log", curl(&["-v"]));
    curl(&["--trace-ascii", "ascii.log"]);
    curl(&["--trace", "hex.log", "--trace-time"]);
    let verify =
        |rest: &str| machine.run(&line(&machine, &format!("webhooks verify --secret-file ~/secret.txt {rest}")));

    // It never holds the body: nothing was verified, so nothing is called invalid.
    let ended = verify("--request ~/verbose.log").expect(Exit::Usage);
    assert!(ended.stderr.contains("only the headers, as `curl -v`"), "{}", ended.stderr);
    assert!(ended.stderr.contains("--request FILE BODY"), "{}", ended.stderr);
    verify("--request ~/verbose.log ~/body.json").ok();
    verify("--request ~/ascii.log").ok();
    verify("--request ~/hex.log").ok();
    // The body that is named counts, and not the one of the capture.
    machine.write("other.json", "{}");
    verify("--request ~/hex.log ~/other.json").expect(Exit::Invalid);

    // A log that writes `.` for what it cannot show proves nothing against a signature.
    verify("--scheme raw-hmac --signature-header X-Webhook-Signature --encoding base64 --request ~/ascii.log").ok();
    let body = body.replace("a, b", "\u{e9}\u{1f600}");
    machine.write("body.json", &body);
    curl(&["--trace-ascii", "dots.log"]);
    let ended = verify("--request ~/dots.log").expect(Exit::Usage);
    assert!(ended.stderr.contains("cannot tell whether the signature is right: `--trace-ascii`"), "{}", ended.stderr);
    machine
        .run(&line(&machine, "webhooks explain --secret-file ~/secret.txt --request ~/dots.log"))
        .expect(Exit::Usage);
    verify("--request ~/dots.log ~/body.json").expect(Exit::Invalid);

    machine.write("letter.txt", "Dear aunt,\nthe weather is fine.\n");
    let ended = verify("--request ~/letter.txt").expect(Exit::Usage);
    for known in ["cannot read this as a captured request", "HAR", "Postman", "mitmdump", "curl -v"] {
        assert!(ended.stderr.contains(known), "{known}: {}", ended.stderr);
    }
}
