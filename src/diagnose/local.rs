//! What lies on this machine: configuration, variables, databases.

use std::path::PathBuf;

use jiff::Timestamp;

use super::access::{Access, others_can};
use super::finding::{Finding, Outcome};
use super::fix::Fix;
use crate::context::Context;
use crate::failure::Failure;
use crate::files::private::quoted;
use crate::settings::paths::NoFolder;
use crate::settings::variables::{unknown_variables, variables as variables_of_settings};
use crate::sqlite;
use crate::suggest::closest;
use crate::view;

/// Checks the user's configuration file, which could be read.
pub(super) fn configuration(ctx: &Context) -> Finding {
    let path = match ctx.settings.paths.config_file() {
        Ok(path) => path,
        Err(error) => return Finding::failed("configuration", &error.into()).only_warning(),
    };
    let shown = path.display();
    if !path.exists() {
        return Finding::ok("configuration", format!("there is no `{shown}`, so the defaults hold"));
    }
    if others_can(&path, Access::Write) {
        let found = format!("other users can change `{shown}`, and so whom your token is sent to");
        let finding = Finding::warning("configuration", found, format!("`chmod go-w {}`", quoted(&path)));
        return finding.fixed_by([Fix::Permissions { path, bits: 0o022 }]);
    }
    let profiles = match ctx.settings.profiles.len() {
        1 => "1 profile".to_owned(),
        count => format!("{count} profiles"),
    };
    Finding::ok("configuration", format!("`{shown}` has {profiles}; `{}` is used", ctx.settings.profile()))
}

/// Checks the `.makini.toml` of this directory or one above.
pub(super) fn directory(ctx: &Context) -> Finding {
    let Some(file) = &ctx.settings.directory else {
        return Finding::ok("directory file", "no `.makini.toml` here or above");
    };
    let shown = file.path.display();
    let keys = |keys: Vec<&str>| keys.iter().map(|key| format!("`{key}`")).collect::<Vec<_>>().join(", ");
    if !file.ignored.is_empty() {
        let ignored = keys(file.ignored.iter().map(String::as_str).collect());
        let to = ctx.settings.paths.config_file();
        let to = to.map_or_else(|_| "your configuration".into(), |path| format!("`{}`", path.display()));
        return Finding::warning(
            "directory file",
            format!("`{shown}` sets {ignored}, which was ignored: only your own configuration may"),
            format!("move it to {to}"),
        );
    }
    let set = keys(file.top.keys().map(String::as_str).collect());
    Finding::ok("directory file", format!("`{shown}` sets {}", if set.is_empty() { "nothing" } else { &set }))
}

/// Reports the variables that override a file. Never their values: some are secrets.
pub(super) fn variables(ctx: &Context) -> Finding {
    if let Some(name) = unknown_variables(&ctx.env).next() {
        let remedy = match closest(&name, variables_of_settings()).first() {
            Some(meant) => format!("did you mean `{meant}`? Otherwise `unset {name}`"),
            None => format!("`unset {name}`"),
        };
        return Finding::warning("variables", format!("`{name}` is set, and is no variable of makini"), remedy);
    }
    let set = ctx.env.with_prefix("MAKINI_").filter(|(_, value)| !value.is_empty());
    let names: Vec<String> = set.map(|(rest, _)| format!("MAKINI_{rest}")).collect();
    match names[..] {
        [] => Finding::ok("variables", "none is set"),
        _ => Finding::ok("variables", format!("set, and stronger than any file: {}", names.join(", "))),
    }
}

/// Checks the integrity of a database.
pub(super) async fn database(check: &'static str, path: Result<PathBuf, NoFolder>) -> Finding {
    let path = match path {
        Ok(path) => path,
        Err(error) => return Finding::skipped(check, error.to_string()),
    };
    if !path.exists() {
        return Finding::ok(check, "none yet; it is made when it is needed");
    }
    let (owned, shown) = (path.clone(), path.display());
    let aside = || format!("move it away and start afresh: `mv {0} {0}.damaged`", quoted(&path));
    match tokio::task::spawn_blocking(move || sqlite::examine(&owned)).await {
        Ok(Ok(found)) => match found.damage {
            None => Finding::ok(check, format!("`{shown}` is sound, {}", view::bytes(found.bytes))),
            Some(damage) => Finding::bad(check, format!("`{shown}` is damaged: {damage}"), aside()),
        },
        Ok(Err(error)) => {
            let mut finding = Finding::failed(check, &Failure::from(error));
            finding.remedy = Some(aside());
            finding
        }
        Err(error) => Finding::bad(check, format!("`{shown}` could not be read: {error}"), aside()),
    }
}

/// Checks the journal: that it is sound, and how far back it reaches.
pub(super) async fn journal(ctx: &Context) -> Finding {
    let mut finding = database("journal", ctx.settings.paths.journal_file()).await;
    if finding.outcome == Outcome::Ok
        && let Ok(journal) = ctx.journal()
        && let Ok(Some(extent)) = journal.extent()
    {
        let day = |at: Timestamp| at.to_zoned_datetime((*ctx.out.zone).clone()).date();
        finding.found.push_str(": ");
        finding.found.push_str(&view::counted(extent.requests, "request"));
        if let Some(since) = extent.since {
            finding.found.push_str(&format!(" since {}", day(since)));
        }
        finding.found.push_str(&format!(", room for about {}", view::count(extent.room)));
        if let Some(since) = extent.hourly_since {
            finding.found.push_str(&format!("; hourly sums since {}", day(since)));
        }
    }
    finding
}

/// Describes the terminal, which decides how output looks.
pub(super) fn terminal(ctx: &Context) -> Finding {
    let terminal = ctx.term.terminal();
    let shown = |is: bool, name: &str| is.then(|| name.to_owned());
    let streams = [shown(terminal.stdin, "stdin"), shown(terminal.stdout, "stdout"), shown(terminal.stderr, "stderr")];
    let streams: Vec<String> = streams.into_iter().flatten().collect();
    if streams.is_empty() {
        return Finding::ok("terminal", "none: nothing is asked, drawn or coloured");
    }
    let mut found = format!("{}; {} columns", streams.join(", "), terminal.width);
    found.push_str(if ctx.term.color_stdout() { ", colours" } else { ", no colours" });
    if terminal.dumb {
        found.push_str(", prints lines only (TERM=dumb)");
    }
    if ctx.term.options().accessible {
        found.push_str(", words for a screen reader");
    }
    Finding::ok("terminal", found)
}
