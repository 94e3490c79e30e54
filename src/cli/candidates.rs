//! What can be typed for an argument, from a cache that the commands fill: connections, systems, IDs. Neither network nor
//! secret store is used, so that it takes milliseconds.

use std::ffi::OsStr;
use std::sync::Arc;

use clap::{Arg, Command};
use clap_complete::CompletionCandidate;
use clap_complete::engine::ArgValueCompleter;

use crate::api::{entities, path};
use crate::context::completion;
use crate::samples;
use crate::settings::{Flags, Settings};
use crate::view::Kinds;
use crate::world::World;

/// Maximum number of candidates for one word.
const MOST: usize = 200;

/// The values that can be offered.
#[derive(Clone, Debug, Default)]
pub(super) struct Candidates(Arc<Known>);

#[derive(Debug, Default)]
struct Known {
    kinds: Kinds,
    profiles: Vec<String>,
    /// Whether the shell takes a candidate as it is typed, so that blanks have to be escaped.
    escapes: bool,
}

impl Candidates {
    /// Reads the cache of the platform that the line is about.
    pub(super) fn of(world: &World, words: &[String]) -> Self {
        let mut flags = Flags::new();
        let mut words = words.iter();
        while let Some(word) = words.next() {
            match word.split_once('=').unwrap_or((word, "")) {
                ("--sandbox" | "sandbox", _) => drop(flags.insert("sandbox", "true".into())),
                ("--profile", "") => drop(words.next().map(|name| flags.insert("profile", name.clone()))),
                ("--profile", name) => drop(flags.insert("profile", name.to_owned())),
                _ => {}
            }
        }
        let Ok(settings) = Settings::resolve(&flags, &world.env, &world.cwd) else { return Self::default() };
        Self(Arc::new(Known {
            kinds: completion::known(&settings),
            profiles: settings.profiles.clone(),
            escapes: world.env.text("COMPLETE") == Some("bash"),
        }))
    }

    /// Offers candidates for the arguments of a command and of those below it.
    pub(super) fn offer(&self, command: Command) -> Command {
        let name = command.get_name().to_owned();
        command.mut_subcommands(|command| self.offer(command)).mut_args(|arg| match kind(&name, &arg) {
            Some(kind) => {
                let known = self.clone();
                arg.add(ArgValueCompleter::new(move |typed: &OsStr| known.candidates(kind, typed)))
            }
            None => arg,
        })
    }

    fn seen(&self, kind: &str) -> impl Iterator<Item = (String, Option<String>)> {
        let known = self.0.kinds.get(kind).map(Vec::as_slice).unwrap_or_default();
        known.iter().map(|(id, about)| (id.clone(), Some(about.clone())))
    }

    fn candidates(&self, kind: Kind, typed: &OsStr) -> Vec<CompletionCandidate> {
        let typed = typed.to_string_lossy();
        let start = typed.trim_start_matches(['"', '\'']).replace("\\ ", " ").to_lowercase();
        let fits = |text: &str| text.to_lowercase().starts_with(&start);
        let shown = |text: &str| match typed.chars().next().filter(|mark| matches!(mark, '"' | '\'')) {
            _ if !self.0.escapes => text.to_owned(),
            Some(mark) => format!("{mark}{text}{mark}"),
            None => text.replace(' ', "\\ "),
        };
        let words = |words: Vec<String>| words.into_iter().map(|word| (word, None)).collect::<Vec<_>>();
        let all: Vec<(String, Option<String>)> = match kind {
            Kind::Profile => words(self.0.profiles.clone()),
            Kind::EventName => words(samples::names()),
            Kind::Entity => words(entities::all().iter().map(|row| row.path.to_owned()).collect()),
            Kind::Path => paths().map(|path| (path, None)).chain(self.seen("paths")).collect(),
            Kind::Seen(kind) => {
                let ids = || self.seen(kind);
                // A connection is more often named than numbered.
                let names = ids().filter_map(|(id, name)| Some((name.filter(|name| !name.is_empty())?, Some(id))));
                if kind == "connections" { names.chain(ids()).collect() } else { ids().collect() }
            }
        };
        let all = all.into_iter().filter(|(text, _)| fits(text) && !text.chars().any(char::is_control)).take(MOST);
        all.map(|(text, about)| CompletionCandidate::new(shown(&text)).help(about.map(Into::into))).collect()
    }
}

/// Returns the paths of the published lists.
fn paths() -> impl Iterator<Item = String> {
    let lists = entities::all().iter().flat_map(|entity| entity.domains().map(|domain| entity.list_path(domain)));
    let fixed = [path::CLIENT, path::PLATFORMS, path::CONNECTIONS, path::INTEGRATION, path::RAW_TABLES];
    fixed.map(str::to_owned).into_iter().chain(lists)
}

/// What an argument takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// Of what lists have shown, entries of this kind.
    Seen(&'static str),
    Profile,
    EventName,
    Entity,
    Path,
}

/// Returns what an argument takes, by the name of its value and of its command.
fn kind(command: &str, arg: &Arg) -> Option<Kind> {
    let value = arg.get_value_names().unwrap_or_default().first()?.as_str();
    Some(match (value, arg.get_long()) {
        ("CONNECTION", _) => Kind::Seen("connections"),
        ("SYSTEM", _) => Kind::Seen("systems"),
        ("REQUEST", _) => Kind::Seen("requests"),
        ("SYNC", _) => Kind::Seen("syncs"),
        ("DELIVERY", _) => Kind::Seen("deliveries"),
        ("FLOW", _) => Kind::Seen("flows"),
        ("TEMPLATE", _) => Kind::Seen("templates"),
        ("EXECUTION", _) => Kind::Seen("executions"),
        ("ENDPOINT", _) => Kind::Seen("endpoints"),
        ("RULE", _) => Kind::Seen("alerts"),
        ("CONDITION", None) => Kind::Seen("conditions"),
        ("ENTITY", _) => Kind::Entity,
        ("EVENT", None) if command != "trigger" => Kind::Seen("events"),
        ("EVENT" | "PATTERN", _) => Kind::EventName,
        ("NAME", Some("profile")) => Kind::Profile,
        ("NAME", None) if ["use", "show", "remove"].contains(&command) => Kind::Profile,
        ("PATH", None) => Kind::Path,
        _ => return None,
    })
}
