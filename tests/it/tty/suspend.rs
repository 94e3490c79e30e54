//! Suspended and resumed under a shell with job control, and hung up: the terminal is the shell's meanwhile.

use super::shell;
use crate::support::process::Home;

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
