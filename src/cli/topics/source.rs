//! Reads the source of a topic.

use std::fmt::Write as _;

use clap::ArgAction;

use crate::api::operation::{NEEDS, Need, Without};
use crate::args::global::Global;
use crate::exit::Exit;
use crate::monitor::Setup;
use crate::settings::{env, table};

/// A piece of a topic.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Block {
    Heading(String),
    Paragraph(String),
    Item(String),
    /// Lines that stay as they are.
    Code(Vec<String>),
    Definition {
        term: String,
        text: String,
    },
}

/// Splits a source into its pieces, the tables of the program filled in.
pub(super) fn blocks(source: &str) -> Vec<Block> {
    let filled = filled(source);
    let mut blocks = Vec::new();
    let mut lines = filled.lines().peekable();
    while let Some(line) = lines.next() {
        if line.trim().is_empty() {
            continue;
        }
        if line.starts_with("```") {
            blocks.push(Block::Code(
                lines.by_ref().take_while(|line| !line.starts_with("```")).map(str::to_owned).collect(),
            ));
            continue;
        }
        if let Some(heading) = line.strip_prefix("## ") {
            blocks.push(Block::Heading(heading.to_owned()));
            continue;
        }
        // The lines of a paragraph, an item or a definition, up to an empty one or the beginning of another piece.
        let mut rest = |first: &str| {
            let mut text = first.trim().to_owned();
            while let Some(line) = lines.next_if(|line| {
                let line = line.trim();
                !(line.is_empty() || ["- ", "## ", "```", ": "].iter().any(|start| line.starts_with(start)))
            }) {
                text.push(' ');
                text.push_str(line.trim());
            }
            text
        };
        if let Some(item) = line.strip_prefix("- ") {
            blocks.push(Block::Item(rest(item)));
            continue;
        }
        let text = rest(line);
        match lines.next_if(|line| line.starts_with(": ")) {
            Some(first) => {
                let mut meaning = first.trim_start_matches(": ").trim().to_owned();
                while let Some(line) = lines.next_if(|line| line.starts_with(": ")) {
                    meaning.push(' ');
                    meaning.push_str(line.trim_start_matches(": ").trim());
                }
                blocks.push(Block::Definition { term: text, text: meaning });
            }
            None => blocks.push(Block::Paragraph(text)),
        }
    }
    blocks
}

fn filled(source: &str) -> String {
    let mut filled = String::new();
    for line in source.lines() {
        match line {
            "{{options}}" => filled += &options(),
            "{{settings}}" => filled += &settings(),
            "{{variables}}" => filled += &variables(),
            "{{exit-codes}}" => filled += &exit_codes(),
            "{{servers}}" => filled += &servers(),
            "{{monitor-systemd}}" => filled += Setup::Systemd.text(),
            "{{monitor-kubernetes}}" => filled += Setup::Kubernetes.text(),
            "{{monitor-prometheus-rules}}" => filled += Setup::PrometheusRules.text(),
            line => filled += line,
        }
        filled.push('\n');
    }
    filled
}

fn define(text: &mut String, term: &str, meaning: &str) {
    let meaning = meaning.split_whitespace().collect::<Vec<_>>().join(" ");
    write!(text, "{term}\n: {meaning}\n\n").expect("writing to a string");
}

fn options() -> String {
    let mut text = String::new();
    for option in Global::definitions() {
        let names =
            [option.get_short().map(|short| format!("-{short}")), option.get_long().map(|long| format!("--{long}"))];
        let mut term = names.into_iter().flatten().collect::<Vec<_>>().join(", ");
        if matches!(option.get_action(), ArgAction::Set | ArgAction::Append) {
            let value = option.get_value_names().unwrap_or_default().first().map_or("VALUE", |name| name.as_str());
            write!(term, " {value}").expect("writing to a string");
        }
        let help = option.get_long_help().or_else(|| option.get_help()).map(ToString::to_string).unwrap_or_default();
        // The first line of a help text ends without a full stop.
        let help = help.split("\n\n").collect::<Vec<_>>().join(". ");
        define(&mut text, &format!("`{term}`"), &help);
    }
    text
}

fn settings() -> String {
    let mut text = String::new();
    for setting in table::SETTINGS {
        let mut names = vec![format!("variable `{}`", setting.env)];
        if let Some(flag) = setting.flag {
            names.insert(0, format!("option `{flag}`"));
        }
        if !setting.default.is_empty() {
            names.push(format!("default `{}`", setting.default));
        }
        if setting.directory {
            names.push("may stand in `.makini.toml`".to_owned());
        }
        define(&mut text, &format!("`{}`", setting.key), &format!("{} ({})", setting.doc, names.join(", ")));
    }
    text
}

fn variables() -> String {
    let mut text = String::new();
    for variable in env::SECRETS.iter().chain(env::FOLDERS) {
        define(&mut text, &format!("`{}`", variable.name), variable.doc);
    }
    text
}

fn exit_codes() -> String {
    let mut text = String::new();
    for exit in Exit::ALL {
        define(&mut text, &format!("`{}` {}", exit.code(), exit.name()), exit.meaning());
    }
    text
}

/// Returns what each command needs of a server, and what it does without that.
fn servers() -> String {
    let mut text = String::new();
    for Need { commands, operations, withdrawn, without } in NEEDS {
        let term = commands.iter().map(|command| format!("`makini {command}`")).collect::<Vec<_>>().join(", ");
        let names = operations.iter().map(|operation| format!("`{}`", operation.name())).collect::<Vec<_>>().join(", ");
        let withdrawn = withdrawn.map(|call| format!(", else the withdrawn `{call}`")).unwrap_or_default();
        let without = match without {
            Without::Otherwise(words) => format!("Without: {words}."),
            Without::Refused(words) => format!("Without: ends with 15; {words}."),
        };
        define(&mut text, &term, &format!("Needs {names}{withdrawn}. {without}"));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_of_a_source() {
        let source = "One\ntwo.\n\n## Head\n- item\n  goes on\n- next\n```sh\n$ a\n\n```\nterm\n: is\n: this\n\nlast\n";
        let definition = Block::Definition { term: "term".into(), text: "is this".into() };
        assert_eq!(
            blocks(source),
            [
                Block::Paragraph("One two.".into()),
                Block::Heading("Head".into()),
                Block::Item("item goes on".into()),
                Block::Item("next".into()),
                Block::Code(vec!["$ a".into(), String::new()]),
                definition,
                Block::Paragraph("last".into()),
            ]
        );
    }

    #[test]
    fn the_tables_of_the_program_are_filled_in() {
        let terms = |source: &str| {
            let terms = blocks(source).into_iter().filter_map(|block| match block {
                Block::Definition { term, .. } => Some(term),
                _ => None,
            });
            terms.collect::<Vec<_>>()
        };
        assert!(terms("{{options}}").contains(&"`-o, --output FORMAT`".to_owned()));
        assert_eq!(terms("{{exit-codes}}").len(), Exit::ALL.len());
        assert_eq!(terms("{{settings}}").len(), table::SETTINGS.len());
    }
}
