//! Commands that a person copies: words that came from a server, quoted, and the options that a next command repeats.

use std::borrow::Cow;

/// Returns a word that came from a server as an operand of a command: neither a shell nor the command's parser reads it
/// as anything else.
pub fn operand(word: &str) -> String {
    let quoted = shell_words::quote(word);
    if word.starts_with('-') { format!("-- {quoted}") } else { quoted.into_owned() }
}

/// Returns `--name=word`, with the word quoted.
pub fn option(name: &str, word: &str) -> String {
    format!("{name}={}", shell_words::quote(word))
}

/// How every command begins.
const PROGRAM: &str = "makini ";

/// Commands that no platform is behind, or that choose it themselves.
const WITHOUT_PLATFORM: [&str; 8] =
    ["sandbox", "demo", "completions", "man", "help", "exit-codes", "version", "--sandbox"];

/// The options of this invocation that decide which platform and account it is about, such as `--sandbox` and
/// `--profile staging`. A command printed as the next one repeats them: pasted without them it would be about another.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RepeatedOptions(Vec<(&'static str, Option<String>)>);

impl RepeatedOptions {
    /// Takes options with their values, in the order in which they are repeated.
    pub fn new(options: impl IntoIterator<Item = (&'static str, Option<String>)>) -> Self {
        Self(options.into_iter().collect())
    }

    /// Returns a command, `makini …`, with the options that it lacks after the program's name. A text that is no such
    /// command is returned unchanged.
    pub fn in_command<'a>(&self, command: &'a str) -> Cow<'a, str> {
        let Some(rest) = command.strip_prefix(PROGRAM) else { return command.into() };
        if self.0.is_empty() || rest.split_whitespace().next().is_none_or(|word| WITHOUT_PLATFORM.contains(&word)) {
            return command.into();
        }
        let words: Vec<&str> = rest.split([' ', '=']).collect();
        let mut repeated = PROGRAM.to_owned();
        for (name, value) in self.0.iter().filter(|(name, _)| !words.contains(name)) {
            repeated += name;
            repeated.push(' ');
            if let Some(value) = value {
                repeated += &shell_words::quote(value);
                repeated.push(' ');
            }
        }
        (repeated + rest).into()
    }

    /// Returns a text in which each command between backticks has the options, also one after `&&`.
    pub fn in_text<'a>(&self, text: &'a str) -> Cow<'a, str> {
        if self.0.is_empty() || !text.contains('`') {
            return text.into();
        }
        let mut parts: Vec<Cow<'_, str>> = text.split('`').map(Cow::from).collect();
        // What follows the last backtick of an odd number of them is no command.
        let last = parts.len() - 1;
        for part in parts[..last].iter_mut().skip(1).step_by(2) {
            let commands: Vec<Cow<'_, str>> = part.split(" && ").map(|command| self.in_command(command)).collect();
            *part = commands.join(" && ").into();
        }
        parts.join("`").into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_stays_one_word() {
        assert_eq!(operand("conn_1"), "conn_1");
        assert_eq!(operand("$(rm -rf ~)"), "'$(rm -rf ~)'");
        assert_eq!(operand("--all"), "-- --all");
        assert_eq!(operand(""), "''");
        assert_eq!(option("--connection", "-x y"), "--connection='-x y'");
    }

    #[test]
    fn the_next_command_is_about_the_same_platform() {
        let repeated = RepeatedOptions::new([("--sandbox", None), ("--profile", Some("north plant".into()))]);
        for (text, due) in [
            ("run `makini login`", "run `makini --sandbox --profile 'north plant' login`"),
            ("`makini login --profile=a`", "`makini --sandbox login --profile=a`"),
            ("`makini --sandbox …` works", "`makini --sandbox …` works"),
            ("`makini sandbox start`, `makini help ci`", "`makini sandbox start`, `makini help ci`"),
            ("`mv a b && makini login`", "`mv a b && makini --sandbox --profile 'north plant' login`"),
            ("`x` or makini login", "`x` or makini login"),
            ("`a` and ` makini login", "`a` and ` makini login"),
            ("", ""),
        ] {
            assert_eq!(repeated.in_text(text), due);
        }
        assert_eq!(RepeatedOptions::default().in_text("`makini login`"), "`makini login`");
    }
}
