//! Handlers of events in the configuration: `[[listen.handler]]`.

use std::path::Path;

use clap::Parser;

use crate::args::section::{Type, TypedKey, is_key};
use crate::args::{AllowedHosts, section};
use crate::context::Context;
use crate::failure::Failure;
use crate::inbox::forward::{Condition, Handler, LARGEST_BATCH, Rate, Target};
use crate::settings::file::ConfigTable;
use crate::settings::form::Form;
use crate::suggest::closest;

const SECTION: &str = "[[listen.handler]]";
const KEYS: &str = "keys are `name`, `forward_to`, `event`, `where`, `batch`, `rate` and `allow_host`";
/// What each is written as, by example.
const TYPES: &[TypedKey] = &[
    ("name", Type::Text, "name = \"orders\""),
    ("forward_to", Type::Text, "forward_to = \"http://127.0.0.1:3000/hook\""),
    ("event", Type::Texts, "event = [\"sync.*\"]"),
    ("where", Type::Text, "where = '.event == \"sync.failed\"'"),
    ("batch", Type::Number, "batch = 32"),
    ("rate", Type::Text, "rate = \"50/s\""),
    ("allow_host", Type::Texts, "allow_host = [\"10.0.0.7\"]"),
];

/// A table, whose keys are parsed as options.
#[derive(Parser)]
#[command(no_binary_name = true, disable_help_flag = true, disable_version_flag = true)]
struct Table {
    #[arg(long)]
    name: Option<String>,
    #[arg(long)]
    forward_to: Option<String>,
    #[arg(long)]
    event: Vec<String>,
    #[arg(long = "where")]
    condition: Option<String>,
    #[arg(long, value_parser = clap::value_parser!(u32).range(1..=i64::from(LARGEST_BATCH)))]
    batch: Option<u32>,
    #[arg(long)]
    rate: Option<Rate>,
    #[command(flatten)]
    allow_host: AllowedHosts,
}

/// Returns the handlers of the configuration. `named` are hosts besides those that a table allows.
///
/// # Errors
/// [`crate::exit::Exit::Usage`] for a mistake in one of them, with its line.
pub(super) fn configured(ctx: &Context, named: &[String]) -> Result<Vec<Handler>, Failure> {
    let (path, tables) = &ctx.settings.handlers;
    let mut handlers: Vec<Handler> = Vec::new();
    for table in tables {
        let handler = handler(ctx, path, table, named)?;
        if let Some(at) = handlers.iter().position(|other| other.name == handler.name) {
            let (first, second) = (tables[at].line, table.line);
            let problem =
                format!("there are two handlers with the name `{handler}`, in line {first} and line {second}");
            let failure = Failure::usage(problem).hint("give one of them another name");
            return Err(failure.during(section::unusable(path, SECTION, second)));
        }
        handlers.push(handler);
    }
    Ok(handlers)
}

fn handler(ctx: &Context, path: &Path, table: &ConfigTable, named: &[String]) -> Result<Handler, Failure> {
    // About a key, or the whole table where that is not there.
    let at = |key: &str| {
        let line = table.entries.iter().find(|one| is_key(one, key)).map_or(table.line, |one| one.line);
        section::unusable(path, SECTION, line)
    };
    // Read as none it would take everything, and a list that was emptied probably means nothing.
    if table.entries.iter().any(|one| is_key(one, "event") && one.form == Form::Nothing) {
        let failure = Failure::usage("`event` is an empty array").during(at("event"));
        return Err(failure.hint("leave `event` out to take everything"));
    }
    section::check_types(path, SECTION, table, TYPES)?;
    let parsed: Table = section::parse(path, SECTION, table, KEYS)?;
    let missing = |key: &str, example: &str| {
        Failure::usage(format!("it has no `{key}`"))
            .during(at(key))
            .hint(format!("add for example `{key} = \"{example}\"`"))
    };
    let name = parsed.name.ok_or_else(|| missing("name", "orders"))?;
    if name.is_empty() || !name.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.')) {
        let failure = Failure::usage(format!("`{}` is no name of a handler", name.escape_debug())).during(at("name"));
        return Err(failure.hint("use letters, digits, `-`, `_` and `.`"));
    }
    let url = parsed.forward_to.ok_or_else(|| missing("forward_to", "http://127.0.0.1:3000/hook"))?;
    let hosts: Vec<String> = parsed.allow_host.iter().chain(named).cloned().collect();
    let target = Target::parse(&url, &hosts).map_err(|error| {
        let hint = match &error {
            crate::inbox::forward::BadTarget::Remote { host } => {
                Some(format!("add `allow_host = \"{host}\"` below it"))
            }
            _ => None,
        };
        let mut failure = Failure::from(error).during(at("forward_to"));
        failure.hints = hint.into_iter().collect();
        failure
    })?;
    let condition = parsed.condition.map(|text| Condition::new(&text, ctx.clock.now()));
    let condition = condition.transpose().map_err(|failure| failure.during(at("where")))?;
    Ok(Handler { name: Some(name), events: parsed.event, condition, target, batch: parsed.batch, rate: parsed.rate })
}

/// Returns the address of a handler, without the query, by its name in the configuration or its URL.
///
/// # Errors
/// It is neither.
pub(super) fn address(ctx: &Context, text: &str) -> Result<String, Failure> {
    let handlers = configured(ctx, &[])?;
    if let Some(found) = handlers.iter().find(|handler| handler.name.as_deref() == Some(text)) {
        return Ok(found.target.to_string());
    }
    if text.contains([':', '/']) {
        return Ok(Target::name(text)?);
    }
    let names: Vec<&str> = handlers.iter().filter_map(|handler| handler.name.as_deref()).collect();
    let mut failure = Failure::usage(format!("there is no handler `{text}` in the configuration"));
    if let Some(name) = closest(text, names.iter().copied()).first() {
        failure = failure.hint(format!("did you mean `--handler {name}`?"));
    }
    let known = match names.len() {
        0 => "the configuration has no handlers".to_owned(),
        1 => format!("the handler of the configuration is `{}`", names[0]),
        _ => format!("the handlers of the configuration are `{}`", names.join("`, `")),
    };
    Err(failure.hint(format!("{known}; `makini webhooks inbox stats` lists handlers by URL, which works too")))
}
