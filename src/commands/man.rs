//! `makini man`.

use std::path::PathBuf;

use crate::args::examples;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::files::{self, Access};

/// Print or write the manual pages
///
/// Without a folder, prints the page of one command or of one topic of `makini help`.
#[derive(clap::Args, Debug)]
#[command(after_long_help = examples!["makini man sync start | man -l -", "makini man --dir man"])]
pub struct Args {
    /// Command or help topic whose page to print
    #[arg(value_name = "COMMAND")]
    command: Vec<String>,

    /// Write all pages to this folder
    #[arg(long, value_name = "FOLDER", conflicts_with = "command")]
    dir: Option<PathBuf>,
}

/// Prints or writes `pages`: file names and texts.
pub fn run(ctx: &Context, args: &Args, pages: std::io::Result<Vec<(String, Vec<u8>)>>) -> Result<Exit, Failure> {
    ctx.out.check_without_table()?;
    let failed = |error: std::io::Error| Failure::new(Exit::Local, format!("could not write the pages: {error}"));
    let pages = pages.map_err(failed)?;
    if let Some(folder) = &args.dir {
        files::create_folder(folder).map_err(failed)?;
        for (name, text) in &pages {
            files::write(&folder.join(name), text, Access::Everyone).map_err(failed)?;
        }
        ctx.term.status(format!("{} pages written to {}", pages.len(), folder.display()));
        return Ok(Exit::Ok);
    }
    let words = std::iter::once("makini").chain(args.command.iter().map(String::as_str));
    let name = words.collect::<Vec<_>>().join("-");
    // Commands are in section 1, help topics in section 7.
    let is_page = |file: &str| file.strip_suffix(".1").or_else(|| file.strip_suffix(".7")) == Some(name.as_str());
    let Some((_, text)) = pages.iter().find(|(file, _)| is_page(file)) else {
        return Err(Failure::usage(format!("there is no command `{}`", args.command.join(" "))).hint("`makini --help`"));
    };
    ctx.term.data(|out| out.write_all(text))?;
    Ok(Exit::Ok)
}
