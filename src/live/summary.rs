//! What is printed once the view has ended.

use super::model::Model;
use crate::term::Line;
use crate::view::{count, counted};

impl Model {
    /// Returns the counts, and the problems that occurred.
    pub(super) fn summary(&self) -> Vec<Line> {
        let counts = &self.counts;
        let mut line = Line::new().text(format!("{} in the inbox", counted(counts.events, "event")));
        for (number, words) in [
            (counts.duplicates, counted(counts.duplicates, "repeat")),
            (counts.conflicts, counted(counts.conflicts, "conflict")),
            (counts.pending, format!("{} to be forwarded when it runs again", count(counts.pending))),
            (counts.failed, format!("{} given up", count(counts.failed))),
            (self.refusals, format!("{} refused", counted(self.refusals, "request"))),
        ] {
            if number > 0 {
                line = line.text(", ").text(words);
            }
        }
        let mut lines = vec![line.commands("; `makini webhooks inbox list` shows it")];
        for entry in &self.log {
            let times = if entry.times > 1 { format!(" ({} times)", count(entry.times)) } else { String::new() };
            let at = Line::new().muted(format!("  {}  ", self.format.time(entry.at)));
            lines.push(at.text(entry.text.as_str()).text(times));
        }
        lines
    }
}
