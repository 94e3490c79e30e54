//! `makini metrics watch` on a real terminal.

use super::shell;
use crate::support::process::Home;

#[test]
fn a_screen_is_drawn_again_fits_when_it_gets_narrower_and_is_given_back() {
    let home = Home::new();
    home.run(&["--sandbox", "connections", "list"]);
    let Some(mut pty) = shell(&home, 80) else { return };
    pty.types("makini --sandbox metrics watch --every 1s --kind tool; echo ENDED $?\n");
    let screen = pty.until(|screen| screen.contains("q ends") && screen.contains("p95"));
    assert!(pty.is_taken() && pty.cursor_is_hidden(), "{screen}");
    assert!(screen.contains("total: ") && screen.lines().count() <= 24, "{screen}");
    let read = |screen: &str| {
        let line = screen.lines().find(|line| line.contains("q ends")).unwrap_or_default();
        line.to_owned()
    };
    let first = read(&screen);
    pty.until(|screen| screen.contains("q ends") && read(screen) != first);
    pty.resizes(24, 40);
    pty.until(|screen| screen.contains("q ends") && screen.lines().all(|line| line.chars().count() <= 40));
    pty.types("q");
    pty.shows("ENDED 0");
    assert!(!pty.is_taken() && !pty.cursor_is_hidden());
    pty.until(|_| pty.echoes());
}

#[test]
fn ctrl_c_ends_it_well() {
    let home = Home::new();
    let Some(mut pty) = shell(&home, 80) else { return };
    pty.types("makini --sandbox metrics watch; echo ENDED $?\n");
    pty.shows("q ends");
    pty.types("\u{3}");
    pty.shows("ENDED 0");
    pty.until(|_| pty.echoes());
    // A screen reader gets lines that stay.
    pty.types("clear; makini --accessible --sandbox metrics watch --every 1s --rounds 2; echo ENDED $?\n");
    let screen = pty.until(|screen| screen.matches("requests").count() >= 2 && screen.contains("ENDED 0"));
    assert!(!pty.is_taken(), "{screen}");
}
