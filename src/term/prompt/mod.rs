//! Prompts.
//!
//! Without a terminal a prompt fails and names the flag that answers it: a missing value is a wrong command line
//! ([`Exit::Usage`]), a missing confirmation is [`Exit::Unconfirmed`]. Questions are drawn on
//! stderr. `CI` in the environment never means "yes", nor does anything else here.

mod block;
mod interactive;
mod line_by_line;
mod scripted;

use std::io;

pub use interactive::Interactive;
pub use scripted::{Answer, Scripted};

use super::Term;
use super::sanitize::clean_to;
use crate::exit::Exit;
use crate::failure::Classify;
use crate::secret::Secret;
use crate::shell::operand;

/// The text of a prompt, and the flag that answers it.
#[derive(Clone, Copy, Debug)]
pub struct Question<'a> {
    /// A few words without a colon, such as "Client ID" or "Disconnect plant-7?".
    pub label: &'a str,
    /// The flag as it is typed, such as `--name NAME`.
    pub flag: &'a str,
    /// More about it, shown above the question.
    pub help: Option<&'a str>,
}

impl<'a> Question<'a> {
    /// A question without further help.
    pub const fn new(label: &'a str, flag: &'a str) -> Self {
        Self { label, flag, help: None }
    }

    /// Adds a help text, shown above the prompt.
    pub const fn help(mut self, help: &'a str) -> Self {
        self.help = Some(help);
        self
    }
}

/// Checks an answer; the error is shown to the person who typed it.
pub type Check<'a> = &'a dyn Fn(&str) -> Result<(), String>;

/// Accepts any answer that is not empty.
pub fn anything(_: &str) -> Result<(), String> {
    Ok(())
}

/// Prompts and waits for the answer.
pub trait Prompter: Send + Sync {
    /// Prompts for yes or no. Enter alone means `default`.
    fn confirm(&self, question: &Question<'_>, default: bool) -> Result<bool, PromptError>;

    /// Prompts for a line of text until `check` accepts it.
    fn text(&self, question: &Question<'_>, default: Option<&str>, check: Check<'_>) -> Result<String, PromptError>;

    /// Prompts for a secret, which is not shown while it is typed.
    fn secret(&self, question: &Question<'_>) -> Result<Secret, PromptError>;

    /// Prompts for one of a few items, and returns its index.
    fn choose(&self, question: &Question<'_>, items: &[String]) -> Result<usize, PromptError>;

    /// Prompts for one of many items, searched by typing parts of it, and returns its index.
    fn search(&self, question: &Question<'_>, items: &[String]) -> Result<usize, PromptError>;

    /// Prompts for the exact name of what is about to be removed.
    ///
    /// # Errors
    /// [`PromptError::Mismatch`] when something else was typed.
    fn type_name(&self, question: &Question<'_>, name: &str) -> Result<(), PromptError>;
}

/// Why a prompt has no answer.
#[derive(Debug, thiserror::Error)]
pub enum PromptError {
    /// A value is missing, and there is no terminal to prompt on.
    #[error("{} is needed, and there is nobody to ask", clean_to(label, 200))]
    NoValue {
        /// Label of the prompt.
        label: String,
        /// Flag that answers it.
        flag: String,
    },
    /// A confirmation is missing, and there is no terminal to prompt on.
    #[error("\"{}\" needs to be confirmed, and there is nobody to ask", clean_to(label, 200))]
    NoConfirmation {
        /// Label of the prompt.
        label: String,
        /// Flag that answers it.
        flag: String,
    },
    /// The name that was typed is another one.
    #[error("that is not the name `{}`; nothing was done", clean_to(name, 200))]
    Mismatch {
        /// The name that would have confirmed it.
        name: String,
    },
    /// Ctrl-C.
    #[error("interrupted")]
    Interrupted,
    /// The terminal went away or Ctrl-D was typed.
    #[error("the input ended before the question was answered")]
    Closed,
    /// The process was asked to end while the prompt was open.
    #[error("ended by a signal before the question was answered")]
    Ended(Exit),
    /// A choice between nothing.
    #[error("there is nothing to choose from for {}", clean_to(label, 200))]
    NothingToChoose {
        /// Label of the prompt.
        label: String,
    },
    /// A script has no fitting answer: a defect of the script.
    #[error("the script has no answer for {label:?}: {reason}")]
    Unscripted {
        /// Label of the prompt.
        label: String,
        /// What is missing.
        reason: String,
    },
    /// The terminal failed.
    #[error("could not ask on this terminal")]
    Terminal(#[source] io::Error),
}

impl Classify for PromptError {
    fn exit(&self) -> Exit {
        match self {
            Self::NoValue { .. } => Exit::Usage,
            Self::NoConfirmation { .. } | Self::Mismatch { .. } | Self::Closed => Exit::Unconfirmed,
            Self::Interrupted => Exit::Interrupted,
            Self::Ended(exit) => *exit,
            Self::NothingToChoose { .. } => Exit::NotFound,
            Self::Unscripted { .. } => Exit::Bug,
            Self::Terminal(_) => Exit::Local,
        }
    }

    fn hint(&self) -> Option<String> {
        match self {
            Self::NoValue { flag, .. } | Self::NoConfirmation { flag, .. } => Some(format!("give it as `{flag}`")),
            _ => None,
        }
    }
}

/// Returns the prompter for this terminal: interactive, or [`Refusing`] with `--no-input` or without a terminal.
pub fn prompter(term: &Term) -> Box<dyn Prompter> {
    if term.terminal().interactive() && !term.options().no_input {
        Box::new(Interactive::new(term))
    } else {
        Box::new(Refusing)
    }
}

/// Fails every prompt with an error that names its flag.
#[derive(Clone, Copy, Debug, Default)]
pub struct Refusing;

impl Refusing {
    fn value<T>(question: &Question<'_>) -> Result<T, PromptError> {
        Err(PromptError::NoValue { label: question.label.into(), flag: question.flag.into() })
    }

    fn confirmation<T>(question: &Question<'_>) -> Result<T, PromptError> {
        Err(PromptError::NoConfirmation { label: question.label.into(), flag: question.flag.into() })
    }
}

impl Prompter for Refusing {
    fn confirm(&self, question: &Question<'_>, _: bool) -> Result<bool, PromptError> {
        Self::confirmation(question)
    }

    fn text(&self, question: &Question<'_>, _: Option<&str>, _: Check<'_>) -> Result<String, PromptError> {
        Self::value(question)
    }

    fn secret(&self, question: &Question<'_>) -> Result<Secret, PromptError> {
        Self::value(question)
    }

    fn choose(&self, question: &Question<'_>, _: &[String]) -> Result<usize, PromptError> {
        Self::value(question)
    }

    fn search(&self, question: &Question<'_>, _: &[String]) -> Result<usize, PromptError> {
        Self::value(question)
    }

    fn type_name(&self, question: &Question<'_>, name: &str) -> Result<(), PromptError> {
        let flag = question.flag.replace("NAME", &operand(name));
        Err(PromptError::NoConfirmation { label: question.label.into(), flag })
    }
}

#[cfg(test)]
mod tests {
    use super::super::{TermOptions, Terminal};
    use super::*;
    use crate::failure::Failure;

    #[test]
    fn refusing_names_the_flag() {
        let name = Question::new("Client ID", "--client-id ID");
        let error = Refusing.text(&name, Some("default"), &anything).unwrap_err();
        insta::assert_snapshot!(error, @"Client ID is needed, and there is nobody to ask");
        let failure = Failure::from(error);
        assert_eq!(failure.exit, Exit::Usage);
        assert_eq!(failure.hints, ["give it as `--client-id ID`"]);
        assert_eq!(Refusing.secret(&name).unwrap_err().exit(), Exit::Usage);
        assert_eq!(Refusing.search(&name, &[]).unwrap_err().exit(), Exit::Usage);

        let sure = Question::new("Disconnect \u{1b}[2J?", "--confirm NAME");
        let error = Refusing.type_name(&sure, "plant-7").unwrap_err();
        insta::assert_snapshot!(error, @r#""Disconnect \u{1b}[2J?" needs to be confirmed, and there is nobody to ask"#);
        assert_eq!(error.exit(), Exit::Unconfirmed);
        assert_eq!(Refusing.confirm(&sure, true).unwrap_err().exit(), Exit::Unconfirmed);
    }

    #[test]
    fn without_a_terminal_or_with_no_input_nobody_is_asked() {
        let refuses = |terminal: Terminal, no_input| {
            let (term, _) = Term::captured(terminal, TermOptions { no_input, ..TermOptions::default() }, "yes\n");
            prompter(&term).confirm(&Question::new("Sure?", "--yes"), true).is_err()
        };
        let all = Terminal { stdin: true, stdout: true, stderr: true, ..Terminal::default() };
        assert!(refuses(all.clone(), true));
        assert!(refuses(Terminal { stdin: false, ..all.clone() }, false));
        assert!(refuses(Terminal { stderr: false, ..all.clone() }, false));
        assert!(refuses(Terminal { dumb: true, ..all }, false));
    }

    #[test]
    fn a_script_answers_in_order() {
        let items = ["SAP S/4HANA".to_owned(), "IBM Maximo".to_owned()];
        let script = Scripted::new([
            Answer::Text("not a number".into()),
            Answer::Text("7".into()),
            Answer::Secret("hunter2".into()),
            Answer::Pick("Maximo".into()),
            Answer::Yes,
            Answer::Text("plant-8".into()),
            Answer::Interrupt,
        ]);
        let number = |text: &str| text.parse::<u8>().map(drop).map_err(|e| e.to_string());
        let ask = |label: &'static str| Question::new(label, "--x");
        assert_eq!(script.text(&ask("count"), None, &number).unwrap(), "7");
        assert_eq!(script.secret(&ask("password")).unwrap().expose(), "hunter2");
        assert_eq!(script.search(&ask("system"), &items).unwrap(), 1);
        assert!(script.confirm(&ask("sure?"), false).unwrap());
        assert!(matches!(script.type_name(&ask("name"), "plant-7"), Err(PromptError::Mismatch { .. })));
        assert_eq!(script.confirm(&ask("sure?"), false).unwrap_err().exit(), Exit::Interrupted);
        assert!(matches!(script.confirm(&ask("more?"), false), Err(PromptError::Unscripted { .. })));
        assert_eq!(script.asked(), ["count", "password", "system", "sure?", "name", "sure?", "more?"]);
    }
}
