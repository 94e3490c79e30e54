//! Answers that were written down before: for tests, and for the guided tour.

use std::collections::VecDeque;
use std::sync::Mutex;

use super::super::lock;
use super::{Check, PromptError, Prompter, Question};
use crate::secret::Secret;

/// One answer.
#[derive(Clone, Debug)]
pub enum Answer {
    /// Yes.
    Yes,
    /// No.
    No,
    /// A line of text; also a name that is to be typed.
    Text(String),
    /// Something hidden.
    Secret(String),
    /// The item with this text, or the first that contains it.
    Pick(String),
    /// Ctrl-C.
    Interrupt,
}

/// Answers in the order they were given, and records the prompts.
#[derive(Debug, Default)]
pub struct Scripted {
    answers: Mutex<VecDeque<Answer>>,
    asked: Mutex<Vec<String>>,
}

impl Scripted {
    /// A script.
    pub fn new(answers: impl IntoIterator<Item = Answer>) -> Self {
        Self { answers: Mutex::new(answers.into_iter().collect()), asked: Mutex::default() }
    }

    /// Returns the labels of the prompts so far.
    pub fn asked(&self) -> Vec<String> {
        lock(&self.asked).clone()
    }

    fn next(&self, question: &Question<'_>) -> Result<Answer, PromptError> {
        lock(&self.asked).push(question.label.to_owned());
        self.again(question)
    }

    fn again(&self, question: &Question<'_>) -> Result<Answer, PromptError> {
        match lock(&self.answers).pop_front() {
            Some(Answer::Interrupt) => Err(PromptError::Interrupted),
            Some(answer) => Ok(answer),
            None => Err(unscripted(question, "it has come to its end")),
        }
    }

    fn pick(&self, question: &Question<'_>, items: &[String]) -> Result<usize, PromptError> {
        if items.is_empty() {
            return Err(PromptError::NothingToChoose { label: question.label.into() });
        }
        match self.next(question)? {
            Answer::Pick(text) => items
                .iter()
                .position(|item| *item == text)
                .or_else(|| items.iter().position(|item| item.contains(&text)))
                .ok_or_else(|| unscripted(question, &format!("{text:?} is not among {items:?}"))),
            other => Err(unfit(question, &other)),
        }
    }
}

impl Prompter for Scripted {
    fn confirm(&self, question: &Question<'_>, _: bool) -> Result<bool, PromptError> {
        match self.next(question)? {
            Answer::Yes => Ok(true),
            Answer::No => Ok(false),
            other => Err(unfit(question, &other)),
        }
    }

    fn text(&self, question: &Question<'_>, _: Option<&str>, check: Check<'_>) -> Result<String, PromptError> {
        let mut answer = self.next(question)?;
        loop {
            match answer {
                Answer::Text(text) if check(&text).is_ok() => return Ok(text),
                // A person would see the error and be prompted again.
                Answer::Text(_) => answer = self.again(question)?,
                other => return Err(unfit(question, &other)),
            }
        }
    }

    fn secret(&self, question: &Question<'_>) -> Result<Secret, PromptError> {
        match self.next(question)? {
            Answer::Secret(text) => Ok(Secret::new(text)),
            other => Err(unfit(question, &other)),
        }
    }

    fn choose(&self, question: &Question<'_>, items: &[String]) -> Result<usize, PromptError> {
        self.pick(question, items)
    }

    fn search(&self, question: &Question<'_>, items: &[String]) -> Result<usize, PromptError> {
        self.pick(question, items)
    }

    fn type_name(&self, question: &Question<'_>, name: &str) -> Result<(), PromptError> {
        match self.next(question)? {
            Answer::Text(text) if text == name => Ok(()),
            Answer::Text(_) => Err(PromptError::Mismatch { name: name.into() }),
            other => Err(unfit(question, &other)),
        }
    }
}

fn unscripted(question: &Question<'_>, reason: &str) -> PromptError {
    PromptError::Unscripted { label: question.label.into(), reason: reason.into() }
}

fn unfit(question: &Question<'_>, answer: &Answer) -> PromptError {
    let kind = match answer {
        Answer::Yes | Answer::No => "yes or no",
        Answer::Text(_) => "a text",
        Answer::Secret(_) => "a secret",
        Answer::Pick(_) => "a choice",
        Answer::Interrupt => "Ctrl-C",
    };
    unscripted(question, &format!("{kind} is next, which does not fit"))
}
