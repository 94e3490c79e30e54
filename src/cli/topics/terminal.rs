//! A topic as text for a terminal.

use super::Topic;
use super::source::{Block, blocks};
use crate::term::sanitize::width;

/// How far code, items and meanings are indented.
const INDENT: usize = 4;

/// Returns a topic as text, no line of its prose longer than `columns`; with escape codes where `color` is set.
pub(in crate::cli) fn text(topic: &Topic, columns: usize, color: bool) -> String {
    let bold = |text: &str| if color { format!("\u{1b}[1m{text}\u{1b}[0m") } else { text.to_owned() };
    let mut text = format!("{}\n", bold(topic.about));
    let mut is_list = false;
    for block in blocks(topic.source) {
        let was_list = std::mem::replace(&mut is_list, matches!(block, Block::Item(_) | Block::Definition { .. }));
        if !(was_list && is_list) {
            text.push('\n');
        }
        match block {
            Block::Heading(heading) => text += &format!("{}\n", bold(&heading)),
            Block::Paragraph(words) => text += &wrapped(&words, 0, columns),
            Block::Item(words) => {
                let item = wrapped(&words, INDENT, columns);
                text += &format!("  - {}", &item[INDENT..]);
            }
            Block::Code(lines) => {
                for line in lines {
                    text += format!("{:INDENT$}{line}", "").trim_end();
                    text.push('\n');
                }
            }
            Block::Definition { term, text: meaning } => {
                for line in wrapped(&term.replace('`', ""), INDENT, columns).lines() {
                    text += &format!("  {}\n", bold(line.trim_start()));
                }
                text += &wrapped(&meaning, 2 * INDENT, columns);
            }
        }
    }
    text
}

/// Breaks words into indented lines.
fn wrapped(words: &str, indent: usize, columns: usize) -> String {
    let mut text = String::new();
    let mut line = String::new();
    for word in words.split_whitespace() {
        if !line.is_empty() && indent + width(&line) + 1 + width(word) > columns {
            text += &format!("{:indent$}{line}\n", "");
            line.clear();
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    text + &format!("{:indent$}{line}\n", "")
}

#[cfg(test)]
mod tests {
    use clap::ValueEnum as _;

    use super::super::TOPICS;
    use super::*;
    use crate::monitor::Setup;

    #[test]
    fn no_topic_is_wider_than_the_terminal() {
        let files: Vec<&str> =
            Setup::value_variants().iter().flat_map(|setup| setup.text().lines().map(str::trim)).collect();
        for topic in TOPICS {
            let text = text(topic, 80, false);
            // A file that is to be copied stands as it is.
            let is_of_file = |line: &str| files.contains(&line.trim());
            let long: Vec<&str> = text.lines().filter(|line| width(line) > 80 && !is_of_file(line)).collect();
            assert_eq!(long, [""; 0], "{}", topic.name);
            let mut ours = text.lines().filter(|line| !is_of_file(line));
            assert!(ours.all(|line| !line.contains("{{")), "{}: a table is not filled in", topic.name);
        }
    }
}
