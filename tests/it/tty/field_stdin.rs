//! `--field-stdin` where stdin is a keyboard: nobody is left waiting, and nothing that is typed is taken for a secret.

use std::path::Path;

use crate::support::pty::Pty;

const CONNECT: [&str; 9] =
    ["--sandbox", "connect", "maintain-x", "--name", "Plant", "--email", "ops@example.com", "--field-stdin", "api_key"];

#[test]
fn a_keyboard_is_no_pipe() {
    let home = tempfile::tempdir().expect("a temporary folder");
    let path = home.path().to_str().expect("a path").to_owned();
    let mut pty = Pty::spawn(Path::new(env!("CARGO_BIN_EXE_makini")), &CONNECT, &[("HOME", &path)], 100);
    let screen = pty.shows("leave `--field-stdin` out to be asked");
    assert!(screen.contains("nothing is piped into stdin for `api_key`"), "{screen}");
    assert_eq!(pty.ends().exit_code(), 2);
}

/// A real pipe on a real terminal: the secret arrives, and never shows.
#[test]
fn what_is_piped_is_taken_and_never_on_the_screen() {
    let home = tempfile::tempdir().expect("a temporary folder");
    let path = home.path().to_str().expect("a path").to_owned();
    std::fs::write(home.path().join("secret"), "hunter2-CANARY-of-the-plant\n").expect("written");
    let words: Vec<String> = CONNECT.iter().map(|word| format!("'{word}'")).collect();
    let line = format!(
        "cat secret | '{}' {} --no-wait --yes -vv; echo ended $?",
        env!("CARGO_BIN_EXE_makini"),
        words.join(" ")
    );
    let arguments = ["-c", &format!("cd '{path}' && {line}")];
    let mut pty = Pty::spawn(Path::new("/bin/sh"), &arguments, &[("HOME", &path), ("PATH", "/usr/bin:/bin")], 100);
    let screen = pty.until(|screen| {
        assert!(!screen.contains("CANARY"), "the secret is on the screen:\n{screen}");
        screen.contains("ended ")
    });
    assert!(screen.contains("ended 0"), "{screen}");
    assert!(pty.ends().success());
}
