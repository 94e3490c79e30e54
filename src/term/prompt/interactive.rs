//! Prompts on a real terminal: one question at a time, drawn on stderr.

use std::io::{self, IsTerminal};

use fuzzy_matcher::FuzzyMatcher as _;
use fuzzy_matcher::skim::SkimMatcherV2;
use zeroize::Zeroizing;

use super::super::Term;
use super::super::canvas::Key;
use super::super::line_edit::LineEdit;
use super::super::sanitize::{clean_to, width};
use super::super::style::{Line, Style};
use super::super::wrap::wrapped;
use super::block::{Step, View, ask};
use super::line_by_line::{self, Echo};
use super::{Check, PromptError, Prompter, Question, Refusing};
use crate::secret::Secret;

/// Maximum number of items that are shown at once.
const SHOWN: usize = 12;

/// Room for what is typed, with the marks around it, in columns.
const ANSWER: usize = 10;

/// Maximum width of a question.
const LABEL: usize = 400;

/// Maximum width of a question or a reason that is read aloud.
const SPOKEN: usize = 200;

/// Prompts on the terminal of this process.
#[derive(Clone)]
pub struct Interactive {
    term: Term,
}

/// A question whose answer is typed.
struct Typed {
    label: String,
    /// What stands behind the label: a default, or how to answer.
    note: String,
    line: LineEdit,
    wrong: Option<String>,
}

/// A question whose answer is picked.
struct Picked {
    label: String,
    items: Vec<String>,
    /// Indices of the items that fit what was typed, the best first.
    found: Vec<usize>,
    /// Position among those.
    at: usize,
    search: Option<LineEdit>,
}

impl Interactive {
    /// Prompts on stderr, beside the output of `term`.
    pub fn new(term: &Term) -> Self {
        Self { term: term.clone() }
    }

    /// Shows the help of a question, with progress off the screen while it is answered.
    fn begin<T>(
        &self,
        question: &Question<'_>,
        answer: impl FnOnce() -> Result<T, PromptError>,
    ) -> Result<T, PromptError> {
        if let Some(help) = question.help {
            let help = self.term.options().repeated.in_text(help);
            let lines = help.lines().map(|line| Line::new().muted(format!("  {line}")));
            self.term.error_text(&lines.map(|line| self.term.message_text(&line, 2)).collect::<String>());
        }
        let _ = self.term.flush();
        self.term.suspend(answer)
    }

    fn typed<T>(
        &self,
        question: &Question<'_>,
        note: String,
        read: impl Fn(&str) -> Result<T, String>,
        shown: impl FnOnce(&T) -> String,
    ) -> Result<T, PromptError> {
        if self.term.options().accessible {
            let prompt = clean_to(&format!("{}{note}", question.label), SPOKEN).into_owned();
            let check = |typed: &str| match read(typed) {
                Ok(_) => Ok(()),
                Err(reason) if reason.is_empty() => Err("type an answer".to_owned()),
                Err(reason) => Err(clean_to(&reason, SPOKEN).into_owned()),
            };
            let typed = self.begin(question, || line_by_line::ask(&self.term, &prompt, Echo::Shown, check))?;
            let answer = read(&typed).map_err(|reason| PromptError::Terminal(io::Error::other(reason)))?;
            let shown = shown(&answer);
            if shown != *typed {
                let line = Line::new().text(question.label).text(": ").text(shown);
                self.term.error_text(&(line.render(false) + "\n"));
            }
            return Ok(answer);
        }
        let label = question.label.to_owned();
        let mut state = Typed { label: label.clone(), note, line: LineEdit::default(), wrong: None };
        let press = |state: &mut Typed, key: Key| {
            state.wrong = None;
            if key != Key::Enter {
                state.line.press(key);
                return Step::Next;
            }
            match read(state.line.text()) {
                Ok(answer) => Step::Done(answer),
                Err(reason) => {
                    if !reason.is_empty() {
                        state.line = LineEdit::default();
                        state.wrong = Some(reason);
                    }
                    Step::Next
                }
            }
        };
        let done = |answer: &T| Line::new().good("✓ ").text(label).text(": ").name(shown(answer));
        self.begin(question, || ask(&self.term, &mut state, Typed::view, press, done))
    }

    fn pick(&self, question: &Question<'_>, items: &[String], is_search: bool) -> Result<usize, PromptError> {
        if items.is_empty() {
            return Err(PromptError::NothingToChoose { label: question.label.into() });
        }
        let label = question.label.to_owned();
        if self.term.options().accessible {
            return self.numbered(question, items);
        }
        let found = (0..items.len()).collect();
        let search = is_search.then(LineEdit::default);
        let mut state = Picked { label: label.clone(), items: items.to_vec(), found, at: 0, search };
        let done = |picked: &usize| Line::new().good("✓ ").text(label).text(": ").name(items[*picked].as_str());
        self.begin(question, || ask(&self.term, &mut state, Picked::view, Picked::press, done))
    }

    /// Prints the items with numbers, and takes a number or a part of one item.
    fn numbered(&self, question: &Question<'_>, items: &[String]) -> Result<usize, PromptError> {
        for (number, item) in (1..).zip(items) {
            self.term.error_text(&(Line::new().text(format!("{number}. ")).text(item.as_str()).render(false) + "\n"));
        }
        let read = |typed: &str| {
            let typed = typed.trim().to_lowercase();
            if let Some(at) = typed.parse::<usize>().ok().filter(|number| (1..=items.len()).contains(number)) {
                return Ok(at - 1);
            }
            let fits = |item: &String| !typed.is_empty() && item.to_lowercase().contains(&typed);
            let mut found = (0..items.len()).filter(|at| fits(&items[*at]));
            match (found.next(), found.next()) {
                (Some(only), None) => Ok(only),
                (Some(_), Some(_)) => Err("several fit; type more of it, or its number".to_owned()),
                _ => Err(format!("type a number from 1 to {}, or a part of the name", items.len())),
            }
        };
        self.typed(question, " (number or part of the name)".to_owned(), read, |at| items[*at].clone())
    }
}

impl Typed {
    fn view(&self, columns: usize, _: usize) -> View {
        let room = columns.saturating_sub(1).max(1);
        // A question is never cut: what is too long for a line with room for the answer is above it.
        let (above, label) = self.split_label(room);
        let mut lines = above;
        let note = clean_to(&self.note, room.saturating_sub(width(&label) + ANSWER)).into_owned();
        let note = if note.ends_with('…') { String::new() } else { note };
        let lead = Line::new().caution("? ").heading(label).muted(note).text(": ");
        let before = width(&lead.render(false));
        let (text, column) = self.line.window(room.saturating_sub(before).max(1));
        let row = lines.len();
        lines.push(lead.text(text));
        lines.extend(
            self.wrong
                .iter()
                .map(|reason| Line::new().bad("✗ ").text(clean_to(reason, room.saturating_sub(2)).into_owned())),
        );
        View { lines, cursor: (row, (before + column).min(room)) }
    }

    /// Returns the lines before the last of the label, and the last.
    fn split_label(&self, room: usize) -> (Vec<Line>, String) {
        let label = clean_to(&self.label, LABEL).into_owned();
        let least = width(&self.note).min(12) + ANSWER;
        if width(&label) + least <= room {
            return (Vec::new(), label);
        }
        let whole = Line::new().caution("? ").heading(label);
        (wrapped(&whole, room, 2), String::new())
    }
}

impl Picked {
    fn view(&self, columns: usize, rows: usize) -> View {
        let room = columns.saturating_sub(1).max(1);
        let label = clean_to(&self.label, (room * 2 / 3).max(8)).into_owned();
        let note = if self.search.is_some() && room >= width(&label) + 40 { " (type to search)" } else { "" };
        let lead = Line::new().caution("? ").heading(label).muted(note).text(": ");
        let before = width(&lead.render(false));
        let line = self.search.as_ref().map(|line| line.window(room.saturating_sub(before).max(1)));
        let (text, column) = line.unwrap_or_default();
        let mut lines = vec![lead.text(text)];
        let shown = rows.saturating_sub(4).clamp(1, SHOWN);
        let first = (self.at + 1).saturating_sub(shown);
        for (at, item) in self.found.iter().enumerate().skip(first).take(shown) {
            let (mark, style) = if at == self.at { ("> ", Style::Id) } else { ("  ", Style::Plain) };
            let text = clean_to(&self.items[*item], room.saturating_sub(2)).into_owned();
            lines.push(Line::new().text(mark).styled(style, text));
        }
        if self.found.is_empty() {
            lines.push(Line::new().muted(clean_to("  nothing fits", room).into_owned()));
        }
        View { lines, cursor: (0, (before + column).min(room)) }
    }

    fn press(&mut self, key: Key) -> Step<usize> {
        let last = self.found.len().saturating_sub(1);
        match key {
            Key::Enter => return self.found.get(self.at).map_or(Step::Next, |item| Step::Done(*item)),
            Key::Up | Key::Ctrl('p') => self.at = self.at.checked_sub(1).unwrap_or(last),
            Key::Down | Key::Tab | Key::Ctrl('n') => self.at = if self.at == last { 0 } else { self.at + 1 },
            Key::PageUp => self.at = self.at.saturating_sub(SHOWN),
            Key::PageDown => self.at = (self.at + SHOWN).min(last),
            key => {
                if let Some(line) = &mut self.search {
                    line.press(key);
                    self.at = 0;
                    self.found = found(&self.items, line.text());
                }
            }
        }
        Step::Next
    }
}

/// Returns the items that fit a text, the best first.
fn found(items: &[String], text: &str) -> Vec<usize> {
    let matcher = SkimMatcherV2::default();
    let scored = items.iter().enumerate().filter_map(|(at, item)| Some((matcher.fuzzy_match(item, text)?, at)));
    let mut scored: Vec<(i64, usize)> = scored.collect();
    scored.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    scored.into_iter().map(|(_, at)| at).collect()
}

impl Prompter for Interactive {
    fn confirm(&self, question: &Question<'_>, default: bool) -> Result<bool, PromptError> {
        if !terminals() {
            return Refusing.confirm(question, default);
        }
        let note = if default { " [Y/n]" } else { " [y/N]" };
        let read = |typed: &str| match typed.trim().to_lowercase().as_str() {
            "" => Ok(default),
            "y" | "yes" => Ok(true),
            "n" | "no" => Ok(false),
            _ => Err("type `y` for yes or `n` for no".to_owned()),
        };
        self.typed(question, note.to_owned(), read, |yes| if *yes { "yes".to_owned() } else { "no".to_owned() })
    }

    fn text(&self, question: &Question<'_>, default: Option<&str>, check: Check<'_>) -> Result<String, PromptError> {
        if !terminals() {
            return Refusing.text(question, default, check);
        }
        let note = default.map(|default| format!(" ({default})")).unwrap_or_default();
        let read = |typed: &str| {
            let text = match (typed, default) {
                ("", Some(default)) => default,
                // Nothing typed is no answer.
                ("", None) => return Err(String::new()),
                (typed, _) => typed,
            };
            check(text).map(|()| text.to_owned())
        };
        self.typed(question, note, read, Clone::clone)
    }

    fn secret(&self, question: &Question<'_>) -> Result<Secret, PromptError> {
        if !terminals() {
            return Refusing.secret(question);
        }
        if self.term.options().accessible {
            let prompt = clean_to(&format!("{} (hidden)", question.label), SPOKEN).into_owned();
            let check = |typed: &str| if typed.is_empty() { Err("type an answer".to_owned()) } else { Ok(()) };
            let typed = self.begin(question, || line_by_line::ask(&self.term, &prompt, Echo::Hidden, check))?;
            return Ok(Secret::new(typed.as_str()));
        }
        // Reserved at once, so that growing leaves no copy of it behind.
        let mut secret = Zeroizing::new(String::with_capacity(16 * 1024));
        let label = question.label.to_owned();
        let view = |_: &Zeroizing<String>, columns: usize, _: usize| {
            let room = columns.saturating_sub(1).max(1);
            let label = clean_to(&label, room.saturating_sub(13).max(4)).into_owned();
            let line = Line::new().caution("? ").heading(label).muted(" (hidden)").text(": ");
            let column = width(&line.render(false)).min(room);
            View { lines: vec![line], cursor: (0, column) }
        };
        let press = |line: &mut Zeroizing<String>, key: Key| {
            match key {
                Key::Enter if !line.is_empty() => return Step::Done(Secret::new(line.as_str())),
                Key::Ctrl('u') => line.clear(),
                Key::Backspace | Key::Ctrl('h') => drop(line.pop()),
                Key::Char(c) if !c.is_control() => line.push(c),
                _ => {}
            }
            Step::Next
        };
        let done = |_: &Secret| Line::new().good("✓ ").text(question.label).text(": ").muted("[hidden]");
        self.begin(question, || ask(&self.term, &mut secret, view, press, done))
    }

    fn choose(&self, question: &Question<'_>, items: &[String]) -> Result<usize, PromptError> {
        if terminals() { self.pick(question, items, false) } else { Refusing.choose(question, items) }
    }

    fn search(&self, question: &Question<'_>, items: &[String]) -> Result<usize, PromptError> {
        if terminals() { self.pick(question, items, true) } else { Refusing.search(question, items) }
    }

    fn type_name(&self, question: &Question<'_>, name: &str) -> Result<(), PromptError> {
        if !terminals() {
            return Refusing.type_name(question, name);
        }
        let typed = self.typed(question, String::new(), |typed| Ok(typed.to_owned()), Clone::clone)?;
        // A name that was pasted often has a blank around it.
        if typed == name || typed.trim() == name.trim() {
            Ok(())
        } else {
            Err(PromptError::Mismatch { name: name.into() })
        }
    }
}

/// Checks the streams of the process itself, whatever the [`Term`] was built with.
fn terminals() -> bool {
    io::stdin().is_terminal() && io::stderr().is_terminal()
}
