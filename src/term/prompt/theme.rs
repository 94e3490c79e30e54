//! What a question looks like, in our styles: dialoguer's own themes read the environment for colour.

use std::fmt::{self, Write};

use dialoguer::theme::Theme;
use fuzzy_matcher::skim::SkimMatcherV2;

use super::super::style::{Line, Style};

pub(super) struct Plain {
    pub(super) color: bool,
}

impl Plain {
    fn put(&self, f: &mut dyn Write, line: &Line) -> fmt::Result {
        f.write_str(&line.render(self.color))
    }
}

impl Theme for Plain {
    fn format_prompt(&self, f: &mut dyn Write, prompt: &str) -> fmt::Result {
        self.put(f, &Line::new().caution("? ").heading(prompt).text(":"))
    }

    fn format_error(&self, f: &mut dyn Write, error: &str) -> fmt::Result {
        self.put(f, &Line::new().bad("✗ ").text(error))
    }

    fn format_input_prompt(&self, f: &mut dyn Write, prompt: &str, default: Option<&str>) -> fmt::Result {
        let line = Line::new().caution("? ").heading(prompt);
        let line = default.iter().fold(line, |line, default| line.muted(format!(" ({default})")));
        self.put(f, &line.text(": "))
    }

    fn format_input_prompt_selection(&self, f: &mut dyn Write, prompt: &str, answer: &str) -> fmt::Result {
        self.put(f, &Line::new().good("✓ ").text(prompt).text(": ").name(answer))
    }

    fn format_confirm_prompt(&self, f: &mut dyn Write, prompt: &str, default: Option<bool>) -> fmt::Result {
        let keys = match default {
            None => " [y/n] ",
            Some(true) => " [Y/n] ",
            Some(false) => " [y/N] ",
        };
        self.put(f, &Line::new().caution("? ").heading(prompt).muted(keys))
    }

    fn format_confirm_prompt_selection(&self, f: &mut dyn Write, prompt: &str, answer: Option<bool>) -> fmt::Result {
        let answer = answer.map_or("", |yes| if yes { "yes" } else { "no" });
        self.put(f, &Line::new().good("✓ ").text(prompt).text(" ").name(answer))
    }

    fn format_select_prompt_item(&self, f: &mut dyn Write, text: &str, active: bool) -> fmt::Result {
        let (mark, style) = if active { ("> ", Style::Id) } else { ("  ", Style::Plain) };
        self.put(f, &Line::new().text(mark).styled(style, text))
    }

    fn format_fuzzy_select_prompt(&self, f: &mut dyn Write, prompt: &str, typed: &str, at: usize) -> fmt::Result {
        let (before, after) = typed.split_at(at);
        let line = Line::new().caution("? ").heading(prompt).muted(" (type to search): ");
        self.put(f, &line.text(before).text("|").text(after))
    }

    fn format_fuzzy_select_prompt_item(
        &self,
        f: &mut dyn Write,
        text: &str,
        active: bool,
        _: bool,
        _: &SkimMatcherV2,
        _: &str,
    ) -> fmt::Result {
        self.format_select_prompt_item(f, text, active)
    }
}
