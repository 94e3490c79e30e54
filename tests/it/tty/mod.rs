//! The real program on a real pseudo-terminal, as a person uses it.

#[cfg(unix)]
mod accessible;
mod connect;
mod field_stdin;
#[cfg(unix)]
mod listen;
#[cfg(unix)]
mod metrics;
#[cfg(unix)]
mod suspend;
#[cfg(unix)]
mod tmux;

#[cfg(unix)]
use std::path::Path;

#[cfg(unix)]
use crate::support::{process::Home, pty::Pty, require};

/// A shell with job control, in which the program is `makini`.
#[cfg(unix)]
fn shell(home: &Home, columns: u16) -> Option<Pty> {
    if !require::tool("bash") {
        return None;
    }
    let folder = Path::new(env!("CARGO_BIN_EXE_makini")).parent().expect("a folder").to_str().expect("a path");
    let path = format!("{folder}:/usr/local/bin:/usr/bin:/bin");
    let home = home.path();
    let home = home.to_str().expect("a path");
    let environment = [("HOME", home), ("PATH", path.as_str()), ("PS1", "READY> "), ("HISTFILE", "")];
    let pty = Pty::spawn(Path::new("/bin/bash"), &["--norc", "--noediting", "-i"], &environment, columns);
    pty.shows("READY>");
    Some(pty)
}
