//! Suspended and resumed under a shell with job control, and hung up: the terminal is the shell's meanwhile.

use std::io::Read as _;

use portable_pty::{CommandBuilder, PtySize, native_pty_system};

use super::shell;
use crate::support::process::Home;
use crate::support::until::{PATIENCE, within};

#[test]
fn the_live_view_leaves_for_the_shell_and_comes_back() {
    let home = Home::new();
    std::fs::write(home.path().join("secret.txt"), "an old friend\n").expect("written");
    let Some(mut pty) = shell(&home, 100) else { return };
    pty.types("makini webhooks listen --port 0 --secret-file ~/secret.txt\n");
    pty.until(|_| pty.is_taken());
    pty.types("\u{1a}");
    pty.until(|screen| !pty.is_taken() && !pty.cursor_is_hidden() && pty.echoes() && screen.contains("Stopped"));
    pty.types("echo ON THE SHE\"\"LL\n");
    pty.shows("ON THE SHELL");
    pty.types("fg\n");
    pty.until(|screen| pty.is_taken() && screen.contains("No events yet"));
    // Keys are the view's again: they are not echoed, and do what they do.
    pty.types("?");
    pty.until(|screen| !pty.echoes() && screen.contains("Ctrl-C"));
    // Stopped from outside, as by `kill -TSTP`.
    pty.types("q");
    pty.types("\u{1a}");
    pty.until(|_| !pty.is_taken() && pty.echoes());
    pty.types("kill -HUP %1; fg\n");
    pty.until(|screen| !pty.is_taken() && pty.echoes() && screen.contains("in the inbox"));
    pty.types("echo GI\"\"VEN BACK\n");
    pty.shows("GIVEN BACK");
}

#[test]
fn a_picker_leaves_for_the_shell_and_comes_back() {
    let home = Home::new();
    let Some(mut pty) = shell(&home, 60) else { return };
    pty.types("makini --sandbox connect\n");
    pty.shows("? System");
    pty.types("upke");
    pty.until(|screen| screen.contains("> UpKeep"));
    pty.types("\u{1a}");
    pty.until(|screen| screen.contains("Stopped") && pty.echoes());
    pty.types("fg\n");
    pty.until(|_| !pty.echoes());
    pty.types("ep");
    pty.until(|screen| screen.contains(": upkeep"));
    // A text that is longer than the line is one line all the same.
    pty.types("x".repeat(70).as_str());
    let screen = pty.until(|screen| screen.contains("nothing fits"));
    assert_eq!(screen.matches("? System").count(), 2, "one before and one after it was stopped:\n{screen}");
    pty.types("\u{3}");
    pty.until(|screen| screen.trim_end().ends_with("READY>") && pty.echoes());
}

/// Starts the program, waits for a text, and takes the terminal away as a closed window does.
fn hung_up(arguments: &[&str], shown: &str, is_ignored: bool) -> u32 {
    let home = Home::new();
    std::fs::write(home.path().join("secret.txt"), "an old friend\n").expect("written");
    let pair = native_pty_system().openpty(PtySize::default()).expect("a pseudo-terminal");
    let mut command = CommandBuilder::new("/bin/sh");
    let ignoring = if is_ignored { "trap '' HUP; " } else { "" };
    command.args(["-c", &format!("{ignoring}exec \"$0\" \"$@\""), env!("CARGO_BIN_EXE_makini")]);
    command.args(arguments);
    command.env_clear();
    command.env("TERM", "xterm-256color");
    command.env("HOME", home.path());
    command.cwd(home.path());
    let mut child = pair.slave.spawn_command(command).expect("started");
    drop(pair.slave);
    let mut reader = pair.master.try_clone_reader().expect("a reader");
    let (mut seen, mut bytes) = (Vec::new(), [0; 4096]);
    while !String::from_utf8_lossy(&seen).contains(shown) {
        let count = reader.read(&mut bytes).expect("it runs");
        assert_ne!(count, 0, "{}", String::from_utf8_lossy(&seen));
        seen.extend_from_slice(&bytes[..count]);
    }
    drop((reader, pair.master));
    let ended = within(PATIENCE, || child.try_wait().expect("a child"));
    let Some(status) = ended else {
        child.kill().ok();
        panic!("{arguments:?} outlives its terminal (hang-up ignored: {is_ignored})");
    };
    status.exit_code()
}

#[test]
fn a_prompt_ends_when_its_terminal_is_gone() {
    for arguments in [&["--sandbox", "connect"][..], &["--sandbox", "connect", "--accessible"]] {
        for is_ignored in [false, true] {
            let code = hung_up(arguments, "System", is_ignored);
            // The signal, the failed read or the failed write, whichever is noticed first.
            assert!(matches!(code, 12 | 14 | 143), "{arguments:?}: {code}");
        }
    }
}

#[test]
fn a_live_view_ends_when_its_terminal_is_gone() {
    let listen = ["webhooks", "listen", "--port", "0", "--secret-file", "secret.txt"];
    let code = hung_up(&listen, "events", false);
    // The signal or the failed write, whichever is noticed first.
    assert!(matches!(code, 0 | 14 | 143), "{code}");
}
