//! Secrets in their wrappings, and stores as they are.

#![cfg(unix)]

use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::{Command, Output};

use makini::exit::Exit;

use crate::support::process::{Home, text};
use crate::support::require;
use crate::support::served::Served;
use crate::support::world::Machine;

/// Signs a body with a secret that comes so, and returns the signature.
fn signed(machine: &Machine, flags: &str, stdin: &str) -> String {
    let body = machine.write("body.json", "{}");
    let line = format!("webhooks sign {} --at 1700000000 -o json {flags}", body.display());
    let ended = machine.run_with(&line, stdin, []).ok();
    assert!(!ended.stderr.contains("error"), "{}", ended.all());
    ended.stdout
}

#[test]
fn one_line_end_and_a_mark_are_dropped_wherever_a_secret_comes_from() {
    let plain = signed(&Machine::new().env("MAKINI_WEBHOOK_SECRET", "a secret"), "", "");
    for wrapped in ["a secret\n", "a secret\r\n", "\u{feff}a secret", "\u{feff}a secret\r\n"] {
        assert_eq!(signed(&Machine::new().env("MAKINI_WEBHOOK_SECRET", wrapped), "", ""), plain, "{wrapped:?}");
        assert_eq!(signed(&Machine::new(), "--secret-file -", wrapped), plain, "{wrapped:?}");
        let machine = Machine::new();
        let file = machine.write("secret.txt", wrapped);
        assert_eq!(signed(&machine, &format!("--secret-file {}", file.display()), ""), plain, "{wrapped:?}");
        let machine = machine.env("MAKINI_WEBHOOK_SECRET_FILE", file.as_os_str());
        assert_eq!(signed(&machine, "", ""), plain, "{wrapped:?}");
    }
    // A second line end belongs to it.
    let machine = Machine::new().env("MAKINI_WEBHOOK_SECRET", "a secret\n\n");
    let body = machine.write("body.json", "{}");
    let ended = machine.run(&format!("webhooks sign {}", body.display())).expect(Exit::Usage);
    assert!(ended.stderr.contains("whitespace at its end"), "{}", ended.all());
}

#[test]
fn a_secret_file_that_others_can_read_is_named() {
    let machine = Machine::new();
    let file = machine.write("secret.txt", "s");
    let body = machine.write("body.json", "{}");
    let mode = |mode| std::fs::set_permissions(&file, std::fs::Permissions::from_mode(mode)).expect("ours");
    for flags in ["webhooks sign", "webhooks explain --other-secret-file FILE"] {
        let flags = flags.replace("FILE", &file.display().to_string());
        let line = format!("{flags} {} --secret-file {}", body.display(), file.display());
        mode(0o644);
        let ended = machine.run(&line);
        let warning = format!("warning: other users can read the secret in `{0}`: `chmod 600 {0}`", file.display());
        assert!(ended.stderr.contains(&warning), "{}", ended.all());
        mode(0o600);
        assert!(!machine.run(&line).stderr.contains("other users"), "{line}");
    }
    mode(0o644);
    let line = format!("login --client-id a --client-secret-file {} --server http://127.0.0.1:9", file.display());
    assert!(machine.run(&line).stderr.contains("other users can read the secret"));
}

/// A machine whose store is a command that has no entry: it complains and ends with 1.
fn without_entry(script: &str) -> Machine {
    let machine = Machine::new();
    let path = machine.write("store.sh", script);
    machine.write(
        "config/config.toml",
        format!("secret_store = \"command\"\nsecret_command = \"sh {} {{name}}\"\n", path.display()),
    );
    machine.env("PATH", "/usr/bin:/bin")
}

#[test]
fn a_store_without_an_entry_has_none_and_what_it_said_is_in_the_final_error() {
    let machine = without_entry("echo \"Error: $1 is not in the password store.\" >&2; exit 1");
    let ended = machine.run("connections list --server http://127.0.0.1:9").expect(Exit::Auth);
    let said = "the secret command `sh` returned no `default/token`: it ended with exit status: 1: Error: default/token is not \
                in the password store.";
    assert!(ended.stderr.contains(said), "{}", ended.all());
    let body = machine.write("body.json", "{}");
    let ended = machine.run(&format!("webhooks sign {}", body.display())).expect(Exit::Usage);
    assert!(ended.stderr.contains("Error: default/webhook-secret is not in"), "{}", ended.all());
    let ended = machine.run("doctor --offline");
    assert!(ended.stdout.contains(said), "{}", ended.all());
    // One that is killed, or that is not there, is no answer.
    let machine = without_entry("kill -9 $$");
    machine.run("connections list --server http://127.0.0.1:9").expect(Exit::Local);
}

/// The token is there, and nothing else: the first optional secret does not stop the command.
#[test]
fn an_optional_secret_that_is_missing_does_not_stop() {
    let script = "[ \"$1\" = default/token ] && { echo mk_test_x; exit 0; }; echo no >&2; exit 44";
    let machine = without_entry(script);
    let (served, _sandbox) = Served::sandbox(machine.clock());
    let ended = machine.run(&format!("connections list --retries 0 --server {}", served.url())).expect(Exit::Auth);
    assert!(ended.stderr.contains("the login has ended"), "the platform was asked: {}", ended.all());
    let ended = machine.run("doctor --offline");
    assert!(ended.stdout.contains("printed `default/token`"), "{}", ended.all());
}

fn run(program: &str, home: &Path, args: &[&str], stdin: &str) -> Output {
    use std::io::Write as _;
    let mut child = Command::new(program)
        .args(args)
        .env_clear()
        .env("PATH", "/usr/local/bin:/usr/bin:/bin")
        .env("HOME", home)
        .env("GNUPGHOME", home.join("gnupg"))
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .expect(program);
    child.stdin.take().expect("piped").write_all(stdin.as_bytes()).expect("written");
    let output = child.wait_with_output().expect("ends");
    assert!(output.status.success(), "{program} {args:?}: {}", text(&output));
    output
}

/// The real `pass` and gpg.
#[test]
fn pass_holds_the_secrets() {
    if !require::tool("pass") || !require::tool("gpg") {
        return;
    }
    let home = Home::new();
    let folder = home.path();
    std::fs::create_dir(folder.join("gnupg")).expect("made");
    std::fs::set_permissions(folder.join("gnupg"), std::fs::Permissions::from_mode(0o700)).expect("ours");
    let key = ["--batch", "--passphrase", "", "--quick-generate-key", "ops@example.com", "default", "default", "never"];
    run("gpg", &folder, &key, "");
    run("pass", &folder, &["init", "ops@example.com"], "");
    run("pass", &folder, &["insert", "--multiline", "makini/default/webhook-secret"], "an old friend\n");
    std::fs::create_dir_all(folder.join(".config/makini")).expect("made");
    let config = "secret_store = \"command\"\nsecret_command = \"pass show makini/{name}\"\n";
    std::fs::write(folder.join(".config/makini/config.toml"), config).expect("written");
    let body = folder.join("body.json");
    std::fs::write(&body, "{}").expect("written");
    let makini = |args: &[&str]| {
        let mut command = home.makini(args);
        command.env("PATH", "/usr/local/bin:/usr/bin:/bin").env("GNUPGHOME", folder.join("gnupg"));
        command.output().expect("started")
    };
    let body = body.to_str().expect("text");
    let sign = ["webhooks", "sign", body, "--at", "1700000000", "-o", "json"];
    let stored = makini(&sign);
    assert!(stored.status.success(), "{}", text(&stored));
    let mut given = home.makini(&sign);
    let given = given.env("MAKINI_WEBHOOK_SECRET", "an old friend").output().expect("started");
    assert_eq!(stored.stdout, given.stdout, "{}", text(&stored));
    // The application's token is not there: that is no failure of the store.
    let ended = makini(&["connections", "list", "--server", "http://127.0.0.1:9"]);
    assert_eq!(ended.status.code(), Some(4), "{}", text(&ended));
    assert!(text(&ended).contains("makini/default/token is not in the password store"), "{}", text(&ended));
    run("gpgconf", &folder, &["--kill", "all"], "");
}
