//! Files of secrets that must not be used as they are, and files that never end.
#![cfg(unix)]

use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::path::{Path, PathBuf};
use std::process::Command;

use makini::exit::Exit;
use makini::secret::Secret;
use makini::secrets::file::Key;
use makini::secrets::{FileStore, SecretKind, SecretStore as _};
use serde_json::json;

use super::name;
use crate::support::served::Served;
use crate::support::world::Machine;

fn set_mode(path: &Path, mode: u32) {
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).expect("ours");
}

/// A machine whose login is in an encrypted file, and that file.
fn with_a_file(served: &Served) -> (Machine, PathBuf) {
    let machine = Machine::new().env("MAKINI_SERVER", served.url()).env("MAKINI_SECRET_STORE", "file");
    let key = machine.home().join("config/key.txt");
    FileStore::create_key_file(&key).expect("a new key");
    let path = machine.home().join("config/secrets.age");
    let token = json!({"access": "mk_live_old", "server": served.url()}).to_string();
    FileStore::new(&path, Key::KeyFile(key.clone())).put(&name(SecretKind::Token), &Secret::new(token)).expect("kept");
    (machine.env("MAKINI_SECRET_KEY_FILE", key), path)
}

#[test]
fn row_57_a_file_that_is_not_safe_is_not_used_and_not_deleted() {
    let served = Served::always(200, r#"{"data":{"id":"app","name":"Acme"}}"#);
    let (machine, path) = with_a_file(&served);
    machine.run("whoami --check").ok();
    let whole = std::fs::read(&path).expect("there");
    let refused = |remedy: &str| {
        for line in ["whoami --check", "connections list", "logout", "login --token-stdin"] {
            let ended = machine.run_with(line, "mk_live_new", []).expect(Exit::Usage);
            assert!(ended.stderr.contains(remedy), "{line}: {}", ended.stderr);
            assert!(!ended.all().contains("mk_live"), "{line}: {}", ended.all());
        }
    };
    for mode in [0o644, 0o660, 0o602] {
        set_mode(&path, mode);
        refused(&format!("chmod 600 {}", path.display()));
    }
    set_mode(&path, 0o600);
    assert_eq!(std::fs::read(&path).expect("there"), whole);

    // Half of it, as after a full disk somewhere else.
    std::fs::write(&path, &whole[..whole.len() / 2]).expect("written");
    refused("mv ");
    assert_eq!(std::fs::read(&path).expect("there"), whole[..whole.len() / 2]);

    let elsewhere = machine.home().join("elsewhere.age");
    std::fs::rename(&path, &elsewhere).expect("moved");
    symlink(&elsewhere, &path).expect("made");
    refused("ls -l ");
    assert!(path.symlink_metadata().expect("there").is_symlink());
    std::fs::remove_file(&path).expect("ours");
    std::fs::write(&path, &whole).expect("written");
    set_mode(&path, 0o600);
    machine.run("whoami --check").ok();
}

/// What says that it has no bytes is not believed.
#[test]
fn files_that_never_end_are_left_in_time() {
    let machine = Machine::new().env("MAKINI_TOKEN", "");
    let body = machine.write("body.json", "{}");
    let ended = machine.run("login --client-id app --client-secret-file /dev/zero").expect(Exit::Local);
    assert!(ended.stderr.contains("could not read `/dev/zero`: it is longer than 65536 bytes"), "{}", ended.stderr);
    let ended = machine.run(&format!("webhooks sign {} --secret-file /dev/zero", body.display())).expect(Exit::Local);
    assert!(ended.stderr.contains("it is longer than 65536 bytes"), "{}", ended.stderr);
    let ended = machine.run("--sandbox api post /api/eam/assets --input /dev/zero").expect(Exit::Usage);
    assert!(ended.stderr.contains("`/dev/zero` is longer than"), "{}", ended.stderr);
    let line =
        "--sandbox connect maintain-x --yes --name P --email a@example.com --field-file api_key=/dev/zero --no-wait";
    let ended = machine.run(line).expect(Exit::Usage);
    assert!(ended.stderr.contains("`/dev/zero` is longer than 65536 bytes"), "{}", ended.stderr);
}

#[test]
fn a_pipe_is_read_like_a_file() {
    let machine = Machine::new();
    let body = machine.write("body.json", "{}");
    let secret = machine.write("secret.txt", "an old friend\n");
    let sign = |file: &Path| machine.run(&format!("webhooks sign {} --secret-file {}", body.display(), file.display()));
    let expected = sign(&secret).ok().stdout;
    let pipe = machine.home().join("pipe");
    assert!(Command::new("mkfifo").arg(&pipe).status().expect("mkfifo is there").success());
    let ended = std::thread::scope(|scope| {
        scope.spawn(|| std::fs::write(&pipe, "an old friend\n").expect("somebody reads"));
        sign(&pipe)
    });
    assert_eq!(ended.ok().stdout, expected);
}
