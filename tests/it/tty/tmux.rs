//! In tmux, which breaks lines anew when a pane becomes narrower. The emulator of the other tests does not.

use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

use crate::support::process::Home;
use crate::support::require;
use crate::support::until::{PATIENCE, within};

/// Time that a first sync may take.
const FIRST_SYNC: Duration = Duration::from_secs(40);

/// A server of tmux with one window, in which the program runs. Ended when dropped.
struct Tmux {
    home: Home,
    socket: PathBuf,
}

impl Tmux {
    fn start(line: &str, columns: u16) -> Option<Self> {
        if !require::tool("tmux") {
            return None;
        }
        let home = Home::new();
        let socket = home.temporary().join("tmux");
        let tmux = Self { home, socket };
        // The window stays when the program has ended, so that its last screen can be read.
        tmux.run(
            &["set-option", "-g", "remain-on-exit", "on", ";", "new-session", "-d", "-y", "24", "-x"]
                .map(str::to_owned)
                .into_iter()
                .chain([columns.to_string(), format!("{} {line}", env!("CARGO_BIN_EXE_makini"))])
                .collect::<Vec<_>>(),
        );
        Some(tmux)
    }

    fn run(&self, arguments: &[String]) -> String {
        let output = Command::new("tmux")
            .args(["-f", "/dev/null", "-S"])
            .arg(&self.socket)
            .args(arguments)
            .env_clear()
            .envs([("PATH", "/usr/local/bin:/usr/bin:/bin"), ("LC_ALL", "C.UTF-8"), ("TERM", "xterm-256color")])
            .env("HOME", self.home.path())
            .env("TMPDIR", self.home.temporary())
            .output()
            .expect("tmux");
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    fn screen(&self) -> String {
        let screen = self.run(&["capture-pane".to_owned(), "-p".to_owned()]);
        screen.lines().map(|line| line.trim_end().to_owned() + "\n").collect()
    }

    fn types(&self, text: &str) {
        self.run(&["send-keys", "-l", "--", text].map(str::to_owned));
    }

    fn enters(&self, text: &str) {
        self.types(text);
        self.run(&["send-keys", "Enter"].map(str::to_owned));
    }

    fn resizes(&self, columns: u16) {
        self.run(&["resize-window".to_owned(), "-x".to_owned(), columns.to_string()]);
    }

    #[track_caller]
    fn until(&self, limit: Duration, wanted: impl Fn(&str) -> bool) -> String {
        within(limit, || Some(self.screen()).filter(|screen| wanted(screen)))
            .unwrap_or_else(|| panic!("it did not come; on the screen is:\n{}", self.screen()))
    }

    /// Waits until the screen was drawn again several times: tmux passes on one size in a quarter of a second, and what a
    /// program draws meanwhile is drawn for another width.
    fn draws(&self) {
        let mut seen = std::collections::BTreeSet::new();
        within(PATIENCE, || {
            seen.insert(self.screen());
            (seen.len() > 8).then_some(())
        })
        .unwrap_or_else(|| panic!("nothing is drawn; on the screen is:\n{}", self.screen()));
    }

    #[track_caller]
    fn shows(&self, text: &str) -> String {
        self.until(PATIENCE, |screen| screen.contains(text))
    }
}

impl Drop for Tmux {
    fn drop(&mut self) {
        Command::new("tmux").arg("-S").arg(&self.socket).arg("kill-server").output().ok();
    }
}

#[test]
fn questions_and_bars_are_clean_after_the_window_became_narrower() {
    let Some(tmux) = Tmux::start("--sandbox connect upkeep", 80) else { return };
    tmux.shows("? E-mail");
    tmux.types("an-address-that-is-much-longer-than-a-narrow-window@plant-7.example.com");
    tmux.shows("plant-7.example.com");
    tmux.resizes(50);
    tmux.types("x");
    let screen = tmux.shows("plant-7.example.comx");
    assert_eq!(screen.matches("? E-mail").count(), 1, "a line is left over:\n{screen}");
    tmux.enters("");
    tmux.shows("? Password");
    tmux.enters("hunter2");
    tmux.shows("? Name");
    tmux.enters("Plant 7");
    tmux.shows("? Your e-mail");
    tmux.enters("ops@example.com");
    tmux.shows("Plant 7`?");
    tmux.enters("y");
    let bars = |screen: &str| screen.lines().filter(|line| line.contains('[') && line.contains(']')).count();
    tmux.until(PATIENCE, |screen| bars(screen) > 0);
    for columns in [30, 70, 24, 60] {
        tmux.resizes(columns);
        tmux.draws();
    }
    let screen = tmux.until(FIRST_SYNC, |screen| screen.contains("Status:") && screen.contains("Records:"));
    // Whatever was left over of an old form would still be there.
    let headers = screen.lines().filter(|line| line.contains("first sync")).count();
    assert_eq!((bars(&screen), headers), (0, 1), "a bar is left over:\n{screen}");
}
