//! The end of every help page.

/// The end of `-h`: one line instead of the global options, which every command takes.
pub const SHORT_END: &str = "Global options: makini help options. Details and examples: --help";

/// The end of `--help` where there are no examples.
pub const LONG_END: &str = "Global options, such as -o json, --sandbox and --profile: makini help options";

/// Returns the end of a command's `--help`: the line about global options, then a block of examples. Each example is a
/// command line that can be pasted; a test parses all of them.
macro_rules! examples {
    ($($line:literal),+ $(,)?) => {
        concat!(
            "Global options, such as -o json, --sandbox and --profile: makini help options\n\n",
            "\u{1b}[1m\u{1b}[4mExamples:\u{1b}[0m",
            $("\n  ", $line,)+
        )
    };
}

pub(crate) use examples;
