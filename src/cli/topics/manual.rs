//! A topic as a manual page of section 7.

use std::io;

use clap_mangen::roff::{Inline, Roff, bold, roman};

use super::source::{Block, blocks};
use super::{TOPICS, Topic};

/// Returns the pages of all topics: file name and text.
pub(in crate::cli) fn pages() -> io::Result<Vec<(String, Vec<u8>)>> {
    let pages = TOPICS.iter().map(|topic| {
        let mut text = Vec::new();
        roff(topic).to_writer(&mut text)?;
        Ok((format!("makini-{}.7", topic.name), text))
    });
    pages.collect()
}

fn roff(topic: &Topic) -> Roff {
    let mut roff = Roff::new();
    let title = format!("MAKINI-{}", topic.name.to_uppercase());
    roff.control("TH", [title.as_str(), "7", "", concat!("makini ", env!("CARGO_PKG_VERSION")), "makini manual"]);
    roff.control("SH", ["NAME"]);
    roff.text([roman(format!("makini-{} - {}", topic.name, topic.about))]);
    roff.control("SH", ["DESCRIPTION"]);
    let mut is_first = true;
    for block in blocks(topic.source) {
        match block {
            Block::Heading(heading) => {
                roff.control("SH", [heading.to_uppercase().as_str()]);
                is_first = true;
                continue;
            }
            Block::Paragraph(words) => {
                if !is_first {
                    roff.control("PP", []);
                }
                roff.text(inline(&words));
            }
            Block::Item(words) => {
                roff.control("IP", ["\\(bu", "4"]);
                roff.text(inline(&words));
            }
            Block::Code(lines) => code(&mut roff, &lines),
            Block::Definition { term, text } => {
                roff.control("TP", []);
                roff.text([bold(term.replace('`', ""))]);
                roff.text(inline(&text));
            }
        }
        is_first = false;
    }
    roff.control("SH", ["SEE ALSO"]);
    let others = TOPICS.iter().filter(|other| other.name != topic.name);
    let others = others.map(|other| format!("makini-{}(7)", other.name)).collect::<Vec<_>>();
    roff.text([roman(format!("makini(1), {}", others.join(", ")))]);
    roff
}

/// Writes lines that stay as they are, indented.
pub(in crate::cli) fn code(roff: &mut Roff, lines: &[String]) {
    roff.control("PP", []);
    roff.control("RS", ["4"]);
    roff.control("nf", []);
    for line in lines {
        roff.text([roman(line.as_str())]);
    }
    roff.control("fi", []);
    roff.control("RE", []);
}

/// Sets what stands between backticks in bold.
fn inline(words: &str) -> Vec<Inline> {
    let parts = words.split('`').enumerate().filter(|(_, part)| !part.is_empty());
    parts.map(|(at, part)| if at % 2 == 1 { bold(part) } else { roman(part) }).collect()
}
