//! Completion scripts and manual pages, made from the one definition of the commands.

use std::io;

use clap::CommandFactory;
use clap_complete::Shell;

use super::Cli;

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
    Ok(pages)
}

fn page(command: &clap::Command, name: &str, pages: &mut Vec<(String, Vec<u8>)>) -> io::Result<()> {
    let mut text = Vec::new();
    // The date is the version's, not the day's: the page of one release is always the same.
    clap_mangen::Man::new(command.clone().name(name.to_owned()))
        .title(name.to_uppercase())
        .section("1")
        .date("")
        .source(concat!("makini ", env!("CARGO_PKG_VERSION")))
        .manual("makini manual")
        .render(&mut text)?;
    pages.push((format!("{name}.1"), text));
    for child in command.get_subcommands().filter(|child| !child.is_hide_set()) {
        page(child, &format!("{name}-{}", child.get_name()), pages)?;
    }
    Ok(())
}
