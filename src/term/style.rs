//! Names for meanings, and what they look like.
//!
//! Meaning never rests on colour alone: the text always has it too. Whether there is colour at all is decided in one
//! place, [`ColorFacts::allow`], from the command line and the environment.

use super::sanitize::clean;
use crate::shell::RepeatedOptions;

/// What a piece of text means.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Style {
    /// No meaning beyond the text.
    #[default]
    Plain,
    /// It went well; it is healthy.
    Good,
    /// It failed; it is broken.
    Bad,
    /// It works, with a warning.
    Caution,
    /// Less important than what is beside it.
    Muted,
    /// The name of a thing.
    Name,
    /// An identifier.
    Id,
    /// A file or an address.
    Path,
    /// The title of a section or a column.
    Heading,
    /// Something to type.
    Command,
}

impl Style {
    /// Returns the parameters of the terminal's own "select graphic rendition", or nothing for plain text.
    const fn sgr(self) -> Option<&'static str> {
        match self {
            Self::Plain => None,
            Self::Good => Some("32"),
            Self::Bad => Some("1;31"),
            Self::Caution => Some("33"),
            Self::Muted => Some("2"),
            Self::Name | Self::Heading => Some("1"),
            Self::Id => Some("36"),
            Self::Path => Some("4"),
            Self::Command => Some("1;36"),
        }
    }

    /// Appends text that is already clean, in this style if `color` is set.
    pub(crate) fn paint(self, out: &mut String, clean: &str, color: bool) {
        match self.sgr() {
            Some(sgr) if color && !clean.is_empty() => {
                for part in ["\u{1b}[", sgr, "m", clean, "\u{1b}[0m"] {
                    out.push_str(part);
                }
            }
            _ => out.push_str(clean),
        }
    }
}

/// When to use colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum ColorChoice {
    /// On a terminal, unless the environment says otherwise
    #[default]
    Auto,
    /// Always, also in a pipe
    Always,
    /// Never
    Never,
}

/// Values of the environment variables about colour.
#[derive(Clone, Debug, Default)]
pub struct ColorFacts {
    /// `NO_COLOR`: any value but the empty one means no colour.
    pub no_color: Option<String>,
    /// `CLICOLOR`: `0` means no colour.
    pub clicolor: Option<String>,
    /// `CLICOLOR_FORCE`: any value but the empty one and `0` means colour, even in a pipe.
    pub clicolor_force: Option<String>,
}

impl ColorFacts {
    /// Decides. The order is `--color`, `NO_COLOR`, `CLICOLOR_FORCE`, `CLICOLOR`, `TERM=dumb`, the terminal.
    pub fn allow(&self, choice: ColorChoice, terminal: bool, dumb: bool) -> bool {
        let set = |value: &Option<String>| value.as_deref().is_some_and(|v| !v.is_empty());
        match choice {
            ColorChoice::Always => true,
            ColorChoice::Never => false,
            ColorChoice::Auto if set(&self.no_color) => false,
            ColorChoice::Auto if set(&self.clicolor_force) && self.clicolor_force.as_deref() != Some("0") => true,
            ColorChoice::Auto if self.clicolor.as_deref() == Some("0") => false,
            ColorChoice::Auto => terminal && !dumb,
        }
    }
}

/// One line of text in pieces, each with its meaning. The pieces are made harmless when the line is rendered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line(Vec<(Style, String)>);

impl Line {
    /// An empty line.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds plain text.
    pub fn text(self, text: impl Into<String>) -> Self {
        self.styled(Style::Plain, text)
    }

    /// Adds text with a meaning.
    pub fn styled(mut self, style: Style, text: impl Into<String>) -> Self {
        self.0.push((style, text.into()));
        self
    }

    /// Adds text about success.
    pub fn good(self, text: impl Into<String>) -> Self {
        self.styled(Style::Good, text)
    }

    /// Adds text about failure.
    pub fn bad(self, text: impl Into<String>) -> Self {
        self.styled(Style::Bad, text)
    }

    /// Adds text about a warning.
    pub fn caution(self, text: impl Into<String>) -> Self {
        self.styled(Style::Caution, text)
    }

    /// Adds text of less importance.
    pub fn muted(self, text: impl Into<String>) -> Self {
        self.styled(Style::Muted, text)
    }

    /// Adds a name.
    pub fn name(self, text: impl Into<String>) -> Self {
        self.styled(Style::Name, text)
    }

    /// Adds an identifier.
    pub fn id(self, text: impl Into<String>) -> Self {
        self.styled(Style::Id, text)
    }

    /// Adds a file or an address.
    pub fn path(self, text: impl Into<String>) -> Self {
        self.styled(Style::Path, text)
    }

    /// Adds a title.
    pub fn heading(self, text: impl Into<String>) -> Self {
        self.styled(Style::Heading, text)
    }

    /// Adds something to type, in backticks.
    pub fn command(self, text: impl Into<String>) -> Self {
        self.styled(Style::Command, format!("`{}`", text.into()))
    }

    /// Adds text in which what stands between backticks is a command. The backticks stay: meaning without colour.
    pub fn commands(mut self, text: &str) -> Self {
        let mut rest = text;
        while let Some(start) = rest.find('`') {
            let Some(length) = rest[start + 1..].find('`') else { break };
            let end = start + length + 2;
            self = self.text(&rest[..start]).styled(Style::Command, &rest[start..end]);
            rest = &rest[end..];
        }
        self.text(rest)
    }

    /// Adds what to do next: a command, or a sentence with one in backticks.
    pub fn remedy(self, text: &str) -> Self {
        if text.starts_with("makini ") { self.command(text) } else { self.commands(text) }
    }

    /// Returns the line with the options that its commands lack.
    #[must_use]
    pub fn repeating(mut self, options: &RepeatedOptions) -> Self {
        for (_, text) in self.0.iter_mut().filter(|(style, _)| matches!(style, Style::Plain | Style::Command)) {
            *text = options.in_text(text).into_owned();
        }
        self
    }

    /// Adds all of another line.
    pub fn then(mut self, other: Self) -> Self {
        self.0.extend(other.0);
        self
    }

    /// Adds a piece, to the last one where that has the same meaning.
    pub(super) fn extend_last(&mut self, style: Style, text: &str) {
        match self.0.last_mut() {
            Some((last, before)) if *last == style && style != Style::Command => before.push_str(text),
            _ => self.0.push((style, text.to_owned())),
        }
    }

    /// Returns the pieces and their meanings, not made harmless yet.
    pub fn pieces(&self) -> impl Iterator<Item = (Style, &str)> {
        self.0.iter().map(|(style, text)| (*style, text.as_str()))
    }

    /// Returns the line as it is printed, without the line end.
    pub fn render(&self, color: bool) -> String {
        let mut out = String::new();
        for (style, text) in &self.0 {
            style.paint(&mut out, &clean(text), color);
        }
        out
    }
}

impl From<&str> for Line {
    fn from(text: &str) -> Self {
        Self::new().text(text)
    }
}

impl From<String> for Line {
    fn from(text: String) -> Self {
        Self::new().text(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(no_color: Option<&str>, clicolor: Option<&str>, force: Option<&str>) -> ColorFacts {
        let own = |v: Option<&str>| v.map(ToOwned::to_owned);
        ColorFacts { no_color: own(no_color), clicolor: own(clicolor), clicolor_force: own(force) }
    }

    #[test]
    fn the_rules_of_colour_to_the_letter() {
        use ColorChoice::{Always, Auto, Never};
        // NO_COLOR, CLICOLOR, CLICOLOR_FORCE, choice, terminal, dumb → colour
        let rows = [
            (None, None, None, Auto, true, false, true),
            (None, None, None, Auto, false, false, false),
            (None, None, None, Auto, true, true, false),
            (Some("1"), None, None, Auto, true, false, false),
            (Some("0"), None, None, Auto, true, false, false),
            (Some(""), None, None, Auto, true, false, true),
            (Some("1"), None, Some("1"), Auto, true, false, false),
            (Some("1"), None, None, Always, false, true, true),
            (None, Some("0"), None, Auto, true, false, false),
            (None, Some("1"), None, Auto, true, false, true),
            (None, Some("1"), None, Auto, false, false, false),
            (None, None, Some("1"), Auto, false, false, true),
            (None, None, Some("0"), Auto, false, false, false),
            (None, None, Some(""), Auto, false, false, false),
            (None, Some("0"), Some("1"), Auto, false, true, true),
            (None, None, Some("1"), Never, true, false, false),
        ];
        for (no_color, clicolor, force, choice, terminal, dumb, expected) in rows {
            let facts = facts(no_color, clicolor, force);
            assert_eq!(facts.allow(choice, terminal, dumb), expected, "{facts:?} {choice:?} {terminal} {dumb}");
        }
    }

    #[test]
    fn a_line_is_clean_whatever_is_put_into_it() {
        let line = Line::new().text("connected ").name("a\u{1b}[31mb").text(" ").good("ok");
        insta::assert_snapshot!(line.render(false), @r"connected a\u{1b}[31mb ok");
        assert_eq!(line.render(true), "connected \u{1b}[1ma\\u{1b}[31mb\u{1b}[0m \u{1b}[32mok\u{1b}[0m");
    }

    #[test]
    fn backticks_are_commands() {
        let line = Line::new().commands("run `makini login`, or `x");
        assert_eq!(line.render(false), "run `makini login`, or `x");
        assert_eq!(line.render(true), "run \u{1b}[1;36m`makini login`\u{1b}[0m, or `x");
    }
}
