//! Completion scripts and manual pages, made from the one definition of the commands.

use std::io;

use clap::CommandFactory;
use clap_complete::Shell;
use clap_mangen::roff::{Roff, roman};

use super::{Cli, topics};

/// The shells whose scripts are kept in `completions/`.
pub const SHELLS: [Shell; 5] = [Shell::Bash, Shell::Zsh, Shell::Fish, Shell::PowerShell, Shell::Elvish];

/// Returns the completion script of a shell.
pub fn completion(shell: Shell) -> Vec<u8> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "makini", &mut script);
    script
}

/// Returns the file name a shell looks for.
pub fn completion_file(shell: Shell) -> &'static str {
    match shell {
        Shell::Bash => "makini.bash",
        Shell::Zsh => "_makini",
        Shell::Fish => "makini.fish",
        Shell::PowerShell => "_makini.ps1",
        _ => "makini.elv",
    }
}

/// Returns every manual page: file name and text.
pub fn manual() -> io::Result<Vec<(String, Vec<u8>)>> {
    let mut root = Cli::command().disable_help_subcommand(true);
    root.build();
    let mut pages = Vec::new();
    page(&root, "makini", &mut pages)?;
    pages.extend(topics::pages()?);
    Ok(pages)
}

fn page(command: &clap::Command, name: &str, pages: &mut Vec<(String, Vec<u8>)>) -> io::Result<()> {
    // Global options have a page of their own.
    let own =
        command.clone().name(name.to_owned()).mut_args(|arg| if arg.is_global_set() { arg.hide(true) } else { arg });
    let has_options = own.get_arguments().any(|arg| !arg.is_hide_set());
    let children: Vec<_> = command.get_subcommands().filter(|child| !child.is_hide_set()).collect();
    let mut text = Vec::new();
    // The date is the version's, not the day's: the page of one release is always the same.
    let man = clap_mangen::Man::new(own)
        .title(name.to_uppercase())
        .section("1")
        .date("")
        .source(concat!("makini ", env!("CARGO_PKG_VERSION")))
        .manual("makini manual");
    man.render_title(&mut text)?;
    man.render_name_section(&mut text)?;
    man.render_synopsis_section(&mut text)?;
    man.render_description_section(&mut text)?;
    if has_options {
        man.render_options_section(&mut text)?;
    }
    if !children.is_empty() {
        man.render_subcommands_section(&mut text)?;
    }
    let mut end = Roff::new();
    let examples = examples(command);
    if !examples.is_empty() {
        end.control("SH", ["EXAMPLES"]);
        let lines: Vec<String> = examples.iter().flat_map(|example| example.lines().map(str::to_owned)).collect();
        topics::code(&mut end, &lines);
    }
    end.control("SH", ["SEE ALSO"]);
    let parent = name.rsplit_once('-').map(|(parent, _)| format!("{parent}(1), ")).unwrap_or_default();
    end.text([roman(format!("{parent}makini-options(7), makini-settings(7), makini-exit-codes(7)"))]);
    end.to_writer(&mut text)?;
    pages.push((format!("{name}.1"), text));
    for child in children {
        page(child, &format!("{name}-{}", child.get_name()), pages)?;
    }
    Ok(())
}

/// Returns the names of the topics that `makini help` shows besides commands.
pub fn topic_names() -> Vec<&'static str> {
    topics::TOPICS.iter().map(|topic| topic.name).collect()
}

/// Returns the examples at the end of a command's `--help`. One that ends in `\` goes on in its next line.
pub fn examples(command: &clap::Command) -> Vec<String> {
    let end = command.get_after_long_help().map(ToString::to_string).unwrap_or_default();
    let (_, examples) = end.split_once("Examples:\n").unwrap_or_default();
    let mut found: Vec<String> = Vec::new();
    for line in examples.lines().map(|line| line.strip_prefix("  ").unwrap_or(line)) {
        match found.last_mut().filter(|last| last.ends_with('\\')) {
            Some(last) => {
                last.push('\n');
                last.push_str(line);
            }
            None => found.push(line.to_owned()),
        }
    }
    found
}
