//! Help topics, as in `makini help options`, and the manual pages `makini-NAME(7)`, from one source each.
//!
//! A source is a small part of Markdown: `## ` headings, paragraphs, `- ` items, blocks between three backticks, and
//! definitions (a line with the term, then lines that begin with `: `). `{{options}}`, `{{settings}}`, `{{variables}}`,
//! `{{servers}}`, `{{exit-codes}}` and `{{monitor-…}}` on a line of their own stand for the tables of the program. To add a topic: a file here, a row
//! in [`TOPICS`], and `BLESS=1 cargo test --test it generated`.

mod manual;
mod source;
mod terminal;

pub(super) use manual::{code, pages};
pub(super) use terminal::text;

/// A text about what several commands have in common.
pub(super) struct Topic {
    /// Its name, as typed after `makini help`.
    pub(super) name: &'static str,
    /// What it is about, in one line.
    pub(super) about: &'static str,
    source: &'static str,
}

/// Every topic, in the order of their list.
pub(super) const TOPICS: &[Topic] = &[
    Topic { name: "options", about: "Options that every command takes", source: include_str!("options.md") },
    Topic { name: "settings", about: "Settings, their sources and precedence", source: include_str!("settings.md") },
    Topic { name: "exit-codes", about: "Exit codes and what they mean", source: include_str!("exit-codes.md") },
    Topic { name: "servers", about: "What works on which server", source: include_str!("servers.md") },
    Topic { name: "secrets", about: "Signing in, and where secrets are stored", source: include_str!("secrets.md") },
    Topic {
        name: "webhooks",
        about: "Signatures, receiving, testing and managing webhooks",
        source: include_str!("webhooks.md"),
    },
    Topic {
        name: "sandbox",
        about: "The embedded platform: data, time, faults, scenarios",
        source: include_str!("sandbox.md"),
    },
    Topic {
        name: "data",
        about: "Rows of connected systems: export, import, comparison",
        source: include_str!("data.md"),
    },
    Topic {
        name: "monitor",
        about: "Health over time: changes, notifications, metrics, alerts",
        source: include_str!("monitor.md"),
    },
    Topic { name: "ci", about: "Checks in a pipeline: sign-in, exit codes, reports", source: include_str!("ci.md") },
];

/// Returns the topic of this name.
pub(super) fn find(name: &str) -> Option<&'static Topic> {
    TOPICS.iter().find(|topic| topic.name == name)
}
