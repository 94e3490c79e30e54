//! `--accessible` on a real terminal: every line is read once, so nothing that is on the screen is taken away again.

use super::shell;
use crate::support::process::Home;

#[test]
fn questions_are_lines_that_stay() {
    let home = Home::new();
    let Some(mut pty) = shell(&home, 100) else { return };
    let lines = |screen: &str| screen.lines().map(|line| line.trim_end().to_owned() + "\n").collect::<String>();
    pty.types("makini --accessible --sandbox connect\n");
    let question = "System (number or part of the name):";
    pty.shows(question);
    for (typed, line) in [("999\n", format!("{question} 999\n")), ("\n", format!("{question}\n"))] {
        pty.types(typed);
        pty.until(|screen| lines(screen).contains(&format!("{line}error: type a number from 1 to ")));
    }
    // Suspended in the middle of a line: the shell has the terminal, and then the question comes again.
    pty.types("upk\u{1a}");
    pty.until(|screen| screen.contains("Stopped") && screen.trim_end().ends_with("READY>"));
    pty.types("fg; echo ENDED $?\n");
    pty.until(|screen| screen.trim_end().ends_with(question));
    pty.types("  upkeep \n");
    pty.until(|screen| lines(screen).contains(&format!("{question}   upkeep\nSystem: UpKeep (CMMS)\n")));
    pty.until(|screen| screen.trim_end().ends_with("E-mail:"));
    pty.types("api@example.com\n");
    pty.shows("Password (hidden):");
    pty.until(|_| !pty.echoes());
    pty.types("hunter2-CANARY\n");
    let screen = pty.shows("Name of the connection");
    assert!(screen.contains("E-mail: api@example.com\n") && !screen.contains("CANARY"), "{screen}");
    assert!(!pty.is_taken() && !pty.cursor_is_hidden());
    // The end of the input is no answer.
    pty.types("\u{4}");
    pty.shows("ENDED 12");
    pty.until(|_| pty.echoes());
}

#[test]
fn ctrl_c_gives_the_terminal_back_also_while_a_secret_is_typed() {
    let home = Home::new();
    let Some(mut pty) = shell(&home, 100) else { return };
    pty.types("makini --accessible --sandbox connect upkeep; echo ENDED $?\n");
    pty.shows("E-mail:");
    pty.types("a@example.com\n");
    pty.shows("Password (hidden):");
    pty.until(|_| !pty.echoes());
    pty.types("hunt\u{3}");
    pty.shows("ENDED 130");
    pty.until(|_| pty.echoes());
}
