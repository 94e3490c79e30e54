//! Breaks a line at words, so that a terminal does not break it within one.
//!
//! A command stays in one piece, whatever its length: with a line break in it, it could not be pasted.

use super::sanitize::{clean, width};
use super::style::{Line, Style};

/// Returns the line in lines of at most so many columns, those after the first indented. A word or a command that is
/// longer has a line of its own.
pub fn wrapped(line: &Line, columns: usize, indent: usize) -> Vec<Line> {
    if width(&line.render(false)) <= columns {
        return vec![line.clone()];
    }
    let mut lines = Vec::new();
    let (mut current, mut used) = (Line::new(), 0);
    for (style, text) in line.pieces() {
        for word in words(style, text) {
            let size = width(&clean(word));
            let is_blank = word.chars().all(|c| c == ' ');
            if used > indent && used + size > columns {
                lines.push(std::mem::take(&mut current));
                (current, used) = (Line::new().text(" ".repeat(indent)), indent);
                if is_blank {
                    continue;
                }
            }
            current.extend_last(style, word);
            used += size;
        }
    }
    lines.push(current);
    lines
}

/// Splits a text into words and the blanks between them; a command is one word.
fn words(style: Style, text: &str) -> Vec<&str> {
    if style == Style::Command {
        return vec![text];
    }
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let is_blank = first == ' ';
        let end = rest.find(|c: char| (c == ' ') != is_blank).unwrap_or(rest.len());
        found.push(&rest[..end]);
        rest = &rest[end..];
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_at_words_and_commands_do_not() {
        let line = Line::new()
            .bad("critical: ")
            .text("the last sync failed 3 hours ago, run ")
            .command("makini sync start 01");
        let lines: Vec<String> = wrapped(&line, 24, 2).iter().map(|line| line.render(false)).collect();
        assert_eq!(lines, ["critical: the last sync ", "  failed 3 hours ago, ", "  run ", "  `makini sync start 01`"]);
        assert_eq!(wrapped(&Line::new().text("short"), 24, 2), [Line::new().text("short")]);
        let long: Vec<String> =
            wrapped(&Line::new().text("a req_0123456789 b"), 8, 0).iter().map(|line| line.render(false)).collect();
        assert_eq!(long, ["a ", "req_0123456789", "b"]);
    }
}
