//! Prompts on a real terminal, by dialoguer.
//!
//! Three of its habits are kept from the user: its fuzzy select loops for ever where there is no terminal (so the
//! streams are looked at before each question), Ctrl-C leaves the cursor hidden (so it is always shown again), and a
//! hidden line read in the terminal's own line mode ends the whole process on Ctrl-C (so secrets are read key by key).

use std::io::{self, IsTerminal};

use console::Key;
use dialoguer::{Confirm, FuzzySelect, Input, Select};
use zeroize::Zeroizing;

use super::super::Term;
use super::super::sanitize::clean_to;
use super::super::style::Line;
use super::keys::Keys;
use super::theme::Plain;
use super::{Check, PromptError, Prompter, Question, Refusing};
use crate::secret::Secret;

/// Prompts on the terminal of this process.
#[derive(Clone)]
pub struct Interactive {
    term: Term,
}

impl Interactive {
    /// Prompts on stderr, beside the output of `term`.
    pub fn new(term: &Term) -> Self {
        Self { term: term.clone() }
    }

    fn theme(&self) -> Plain {
        Plain { color: self.term.color_stderr() }
    }

    /// Returns text made harmless and short enough for a line of its own.
    fn fit(&self, text: &str, beside: usize) -> String {
        clean_to(text, usize::from(self.term.terminal().width).saturating_sub(beside).max(16)).into_owned()
    }

    fn ask<T>(
        &self,
        question: &Question<'_>,
        ask: impl FnOnce(&console::Term, String) -> io::Result<T>,
    ) -> Result<T, PromptError> {
        if let Some(help) = question.help {
            let mut text = String::new();
            for line in help.lines() {
                text += &Line::new().muted(format!("  {line}")).render(self.term.color_stderr());
                text.push('\n');
            }
            self.term.error_text(&text);
        }
        let _ = self.term.flush();
        let label = self.fit(question.label, 30);
        let _keys = Keys::keep();
        let answer = self.term.suspend(|| {
            without_dying(|| {
                let screen = console::Term::stderr();
                let answer = ask(&screen, label);
                let _ = screen.show_cursor();
                if answer.is_err() {
                    let _ = screen.write_line("");
                }
                answer
            })
        });
        answer.map_err(|error| match error.kind() {
            io::ErrorKind::Interrupted => PromptError::Interrupted,
            io::ErrorKind::UnexpectedEof | io::ErrorKind::NotConnected => PromptError::Closed,
            _ => PromptError::Terminal(error),
        })
    }

    fn labels(&self, question: &Question<'_>, items: &[String]) -> Result<Vec<String>, PromptError> {
        if items.is_empty() {
            return Err(PromptError::NothingToChoose { label: question.label.into() });
        }
        Ok(items.iter().map(|item| self.fit(item, 4)).collect())
    }
}

impl Prompter for Interactive {
    fn confirm(&self, question: &Question<'_>, default: bool) -> Result<bool, PromptError> {
        if !terminals() {
            return Refusing.confirm(question, default);
        }
        let theme = self.theme();
        self.ask(question, |screen, label| {
            let asked = Confirm::with_theme(&theme).with_prompt(label).default(default).wait_for_newline(true);
            Ok(asked.interact_on(screen)?)
        })
    }

    fn text(&self, question: &Question<'_>, default: Option<&str>, check: Check<'_>) -> Result<String, PromptError> {
        if !terminals() {
            return Refusing.text(question, default, check);
        }
        let theme = self.theme();
        self.ask(question, |screen, label| {
            let mut asked = Input::<String>::with_theme(&theme)
                .with_prompt(label)
                .validate_with(|typed: &String| check(typed).map_err(|reason| clean_to(&reason, 200).into_owned()));
            if let Some(default) = default {
                asked = asked.default(default.to_owned());
            }
            Ok(asked.interact_text_on(screen)?)
        })
    }

    fn secret(&self, question: &Question<'_>) -> Result<Secret, PromptError> {
        if !terminals() {
            return Refusing.secret(question);
        }
        let color = self.term.color_stderr();
        self.ask(question, |screen, label| {
            let line = Line::new().caution("? ").heading(label.as_str()).muted(" (hidden)").text(": ");
            screen.write_str(&line.render(color))?;
            let secret = hidden_line(screen)?;
            screen.clear_line()?;
            screen.write_line(&Line::new().good("✓ ").text(label).text(": ").muted("[hidden]").render(color))?;
            Ok(secret)
        })
    }

    fn choose(&self, question: &Question<'_>, items: &[String]) -> Result<usize, PromptError> {
        if !terminals() {
            return Refusing.choose(question, items);
        }
        let (theme, labels) = (self.theme(), self.labels(question, items)?);
        self.ask(question, |screen, label| {
            Ok(Select::with_theme(&theme).with_prompt(label).items(&labels).default(0).interact_on(screen)?)
        })
    }

    fn search(&self, question: &Question<'_>, items: &[String]) -> Result<usize, PromptError> {
        if !terminals() {
            return Refusing.search(question, items);
        }
        let (theme, labels) = (self.theme(), self.labels(question, items)?);
        let rows = usize::from(self.term.terminal().height).saturating_sub(4).clamp(3, 12);
        self.ask(question, |screen, label| {
            let asked = FuzzySelect::with_theme(&theme).with_prompt(label).items(&labels).default(0);
            Ok(asked.highlight_matches(false).max_length(rows).interact_on(screen)?)
        })
    }

    fn type_name(&self, question: &Question<'_>, name: &str) -> Result<(), PromptError> {
        if !terminals() {
            return Refusing.type_name(question, name);
        }
        let theme = self.theme();
        let typed = self.ask(question, |screen, label| {
            let asked = Input::<String>::with_theme(&theme).with_prompt(label).allow_empty(true);
            Ok(asked.interact_text_on(screen)?)
        })?;
        if typed == name { Ok(()) } else { Err(PromptError::Mismatch { name: name.into() }) }
    }
}

/// Checks the streams of the process itself, whatever the [`Term`] was built with.
fn terminals() -> bool {
    io::stdin().is_terminal() && io::stderr().is_terminal()
}

/// Reads a line that is not shown, key by key, so that Ctrl-C is a key and not the end of the process.
fn hidden_line(screen: &console::Term) -> io::Result<Secret> {
    // Reserved at once, so that growing leaves no copy of it behind.
    let mut line = Zeroizing::new(String::with_capacity(16 * 1024));
    loop {
        match screen.read_key_raw()? {
            Key::Enter if !line.is_empty() => return Ok(Secret::new(line.as_str())),
            Key::CtrlC => return Err(io::ErrorKind::Interrupted.into()),
            Key::Char('\u{4}') => return Err(io::ErrorKind::UnexpectedEof.into()),
            Key::Char('\u{15}') => line.clear(),
            Key::Backspace => drop(line.pop()),
            Key::Char(c) if !c.is_control() => line.push(c),
            _ => {}
        }
    }
}

/// Runs with Ctrl-C as an answer: console sends the interrupt signal to its own process, which would end it with the
/// cursor hidden. Inside a runtime the signal is taken by a listener, and the question returns "interrupted".
fn without_dying<T>(ask: impl FnOnce() -> T) -> T {
    #[cfg(unix)]
    let _taken = tokio::runtime::Handle::try_current()
        .ok()
        .and_then(|_| tokio::signal::unix::signal(tokio::signal::unix::SignalKind::interrupt()).ok());
    ask()
}
