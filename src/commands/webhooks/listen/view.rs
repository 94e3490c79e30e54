//! Whether `makini webhooks listen` shows what happens on the whole screen or line by line.

use crate::context::Context;
use crate::failure::Failure;
use crate::view::Format;

/// How what happens is shown to a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Shown {
    /// On the whole screen: filter, look into events, send them again
    Live,
    /// Line by line
    Lines,
}

/// Returns whether to use the live view. The default is yes where a person is at the terminal.
///
/// # Errors
/// When the live view was requested and the terminal cannot show it.
pub(super) fn is_live(ctx: &Context, asked: Option<Shown>) -> Result<bool, Failure> {
    let terminal = ctx.term.terminal();
    let able = terminal.stdin && terminal.stdout && !terminal.dumb;
    let table = ctx.out.format() == Format::Table;
    match asked {
        Some(Shown::Lines) => Ok(false),
        Some(Shown::Live) if !table => {
            Err(Failure::usage("`--view live` and `-o` are two ways to show it").hint("leave out one of them"))
        }
        Some(Shown::Live) if !able => Err(Failure::usage("`--view live` needs a terminal, and this is none")
            .hint("`--view lines` prints what happens, `-o ndjson` as JSON")),
        Some(Shown::Live) if ctx.term.options().accessible => {
            Err(Failure::usage("`--view live` draws on the whole screen, and `accessible` rules that out")
                .hint("`--view lines` prints what happens"))
        }
        Some(Shown::Live) => Ok(true),
        None => {
            let options = ctx.term.options();
            Ok(able && table && !options.no_input && !options.quiet && !options.accessible)
        }
    }
}
