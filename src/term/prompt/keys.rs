//! Keeps typed keys for the prompt that is open.
//!
//! Keys are read one at a time, and between two of them the terminal would be in its usual mode: a secret typed fast or
//! pasted would be shown, and a Ctrl-C would become a signal that no prompt handles.

/// While this lives, nothing typed is shown and every key, Ctrl-C too, waits to be read.
pub(super) struct Keys {
    #[cfg(unix)]
    before: Option<rustix::termios::Termios>,
}

impl Keys {
    /// Switches echo, lines and signals of the terminal off, where there is one.
    #[cfg(unix)]
    pub(super) fn keep() -> Self {
        use rustix::termios::{LocalModes, OptionalActions, tcgetattr, tcsetattr};
        let terminal = rustix::stdio::stdin();
        let before = tcgetattr(terminal).ok();
        if let Some(mut quiet) = before.clone() {
            quiet.local_modes.remove(LocalModes::ECHO | LocalModes::ECHONL | LocalModes::ICANON | LocalModes::ISIG);
            // A terminal that cannot do this does what it always would.
            let _ = tcsetattr(terminal, OptionalActions::Now, &quiet);
        }
        Self { before }
    }

    #[cfg(not(unix))]
    pub(super) fn keep() -> Self {
        Self {}
    }
}

#[cfg(unix)]
impl Drop for Keys {
    fn drop(&mut self) {
        if let Some(before) = &self.before {
            let _ = rustix::termios::tcsetattr(rustix::stdio::stdin(), rustix::termios::OptionalActions::Now, before);
        }
    }
}
