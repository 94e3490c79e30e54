//! `makini completions SHELL`.

use clap_complete::Shell;

use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;

/// Print the completion script of a shell
///
/// Install it where your shell looks, as `makini completions bash > ~/.local/share/bash-completion/completions/makini`.
/// For completion that also knows your connections and systems, let the shell ask makini instead: put
/// `source <(COMPLETE=bash makini)` into `~/.bashrc` (or `zsh`, `fish` likewise).
#[derive(clap::Args, Debug)]
pub struct Args {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

/// Prints the script that `generate` makes.
pub fn run(ctx: &Context, args: &Args, generate: impl FnOnce(Shell) -> Vec<u8>) -> Result<Exit, Failure> {
    let script = generate(args.shell);
    ctx.term.data(|out| out.write_all(&script))?;
    Ok(Exit::Ok)
}
