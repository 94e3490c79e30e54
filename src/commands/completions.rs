//! `makini completions SHELL`.

use clap_complete::Shell;

use crate::args::examples;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;

/// Print the completion script of a shell
///
/// For completion that also offers your connections and systems, let the shell call makini: put `source <(COMPLETE=bash
/// makini)` into `~/.bashrc` (or `zsh`, `fish` likewise).
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples!["makini completions bash > ~/.local/share/bash-completion/completions/makini"])]
pub struct Args {
    /// Shell to print the script for
    #[arg(value_enum)]
    shell: Shell,
}

/// Prints the script that `generate` makes.
pub fn run(ctx: &Context, args: &Args, generate: impl FnOnce(Shell) -> Vec<u8>) -> Result<Exit, Failure> {
    ctx.out.check_without_table()?;
    let script = generate(args.shell);
    ctx.term.data(|out| out.write_all(&script))?;
    Ok(Exit::Ok)
}
