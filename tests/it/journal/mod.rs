//! The journal on real files: many processes, bad files, bad disks, bounds, secrets, look-ups.

mod files;
mod hours;
mod lookup;
mod processes;

use std::path::Path;

use makini::clock::Clock;
use makini::journal::{Journal, Options};

const NOW: &str = "2026-03-04T12:00:00Z";

fn clock() -> Clock {
    Clock::fixed(NOW.parse().expect("constant"))
}

fn journal(folder: &Path) -> Journal {
    Journal::new(folder.join("state/journal.db"), Options::new("default"), clock())
}
