//! A real pseudo-terminal, and the screen a person would see on it.

use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use super::until::{PATIENCE, within};
use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};

/// A program on a pseudo-terminal.
pub(crate) struct Pty {
    screen: Arc<Mutex<vt100::Parser>>,
    written: Arc<Mutex<Vec<u8>>>,
    keys: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    master: Box<dyn MasterPty + Send>,
}

impl Pty {
    /// Starts the program with exactly this environment on a screen of 24 rows.
    pub(crate) fn spawn(program: &Path, arguments: &[&str], environment: &[(&str, &str)], columns: u16) -> Self {
        let size = PtySize { rows: 24, cols: columns, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).expect("a pseudo-terminal");
        let mut command = CommandBuilder::new(program);
        command.args(arguments);
        command.env_clear();
        command.env("TERM", "xterm-256color");
        for (name, value) in environment {
            command.env(name, value);
        }
        let child = pair.slave.spawn_command(command).expect("started");
        drop(pair.slave);
        let of = |n: u16| NonZeroU16::new(n).expect("not zero");
        let screen = Arc::new(Mutex::new(vt100::Parser::new(of(24), of(columns), 0)));
        let mut reader = pair.master.try_clone_reader().expect("a reader");
        let seen = Arc::clone(&screen);
        let written: Arc<Mutex<Vec<u8>>> = Arc::default();
        let all = Arc::clone(&written);
        thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(count @ 1..) = reader.read(&mut bytes) {
                all.lock().expect("not poisoned").extend_from_slice(&bytes[..count]);
                seen.lock().expect("not poisoned").process(&bytes[..count]);
            }
        });
        let keys = pair.master.take_writer().expect("a writer");
        Self { screen, written, keys, child, master: pair.master }
    }

    /// Returns what is on the screen.
    pub(crate) fn text(&self) -> String {
        self.screen.lock().expect("not poisoned").screen().contents()
    }

    /// Returns whether the program has written this to the terminal, seen on the screen or not.
    pub(crate) fn has_written(&self, text: &str) -> bool {
        let written = self.written.lock().expect("not poisoned");
        written.windows(text.len()).any(|bytes| bytes == text.as_bytes())
    }

    /// Returns whether the cursor has been taken away.
    pub(crate) fn cursor_is_hidden(&self) -> bool {
        self.screen.lock().expect("not poisoned").screen().hide_cursor()
    }

    /// Returns whether the whole screen is taken, and will be given back as it was.
    pub(crate) fn is_taken(&self) -> bool {
        self.screen.lock().expect("not poisoned").screen().alternate_screen()
    }

    /// Returns whether what is typed is shown, and comes line by line: what a shell wants.
    #[cfg(unix)]
    pub(crate) fn echoes(&self) -> bool {
        use rustix::termios::LocalModes;
        let modes = self.master.get_termios().expect("a terminal").local_flags.bits();
        LocalModes::from_bits_retain(modes).contains(LocalModes::ECHO | LocalModes::ICANON)
    }

    /// Makes the screen as large as this, as dragging its corner does.
    pub(crate) fn resizes(&self, rows: u16, columns: u16) {
        let of = |n: u16| NonZeroU16::new(n).expect("not zero");
        self.screen.lock().expect("not poisoned").screen_mut().set_size(of(rows), of(columns));
        self.master.resize(PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 }).expect("resized");
    }

    /// Waits until the screen is as wanted, at most [`PATIENCE`]; returns what is on it.
    pub(crate) fn until(&self, wanted: impl Fn(&str) -> bool) -> String {
        within(PATIENCE, || Some(self.text()).filter(|text| wanted(text)))
            .unwrap_or_else(|| panic!("it did not come; on the screen is:\n{}", self.text()))
    }

    /// Waits until a text is on the screen.
    pub(crate) fn shows(&self, text: &str) -> String {
        self.until(|screen| screen.contains(text))
    }

    /// Types.
    pub(crate) fn types(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).expect("the program reads");
        self.keys.flush().expect("the program reads");
    }

    /// Presses Ctrl-C until it ends, once a second, as a person does: a key that falls between two reads of a prompt is
    /// a signal that no prompt hears.
    pub(crate) fn interrupted(&mut self) -> ExitStatus {
        for _ in 0..9 {
            self.types("\u{3}");
            if let Some(status) = within(Duration::from_secs(1), || self.child.try_wait().expect("a child")) {
                return status;
            }
        }
        self.ends()
    }

    /// Waits for the end, at most [`PATIENCE`].
    pub(crate) fn ends(&mut self) -> ExitStatus {
        if let Some(status) = within(PATIENCE, || self.child.try_wait().expect("a child")) {
            return status;
        }
        let _ = self.child.kill();
        panic!("it did not end; on the screen is:\n{}", self.text());
    }
}
