//! The answer for programs: JSON, JSON lines and YAML.

use super::document::Document;
use super::{Format, OutputOptions};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::jq::Jq;
use crate::term::Term;
use crate::term::sanitize::{clean, clean_json, hidden};

/// Returns the text before the data of an answer.
pub(super) fn opening(schema: &str) -> String {
    let schema = serde_json::to_string(&format!("makini/{schema}")).expect("a string is JSON");
    format!("{{\"schema\":{schema},\"data\":")
}

/// Prints an answer.
pub(super) fn print(term: &Term, options: &OutputOptions, schema: &str, document: Document) -> Result<(), Failure> {
    let jq = options.jq.as_deref().map(|expression| Jq::new(super::JQ, expression, options.now)).transpose()?;
    if options.format() == Format::Ndjson {
        return document.lines().iter().try_for_each(|line| item_line(term, jq.as_ref(), line));
    }
    let document = document.between(&opening(schema), "}");
    match (&jq, options.format()) {
        (Some(jq), _) => filtered(term, jq, &document),
        (None, Format::Yaml) => Ok(term.data(|out| out.write_all(yaml(&document).as_bytes()))?),
        (None, _) => {
            // Indented for a person, one line for a program.
            let text = if term.terminal().stdout { indented(&document) } else { document };
            Ok(term.data(|out| writeln!(out, "{}", clean_json(&text)))?)
        }
    }
}

/// Prints one line of JSON, or what the expression makes of it.
pub(super) fn item_line(term: &Term, jq: Option<&Jq>, item: &str) -> Result<(), Failure> {
    match jq {
        Some(jq) => filtered(term, jq, item),
        None => Ok(term.data(|out| {
            out.write_all(clean_json(item).as_bytes())?;
            out.write_all(b"\n")
        })?),
    }
}

/// Prints each result on a line: a string as it is, everything else as JSON.
pub(super) fn filtered(term: &Term, jq: &Jq, document: &str) -> Result<(), Failure> {
    jq.run(document, |result| {
        let line = match &result {
            // Raw text was requested. It stays exact in a pipe; a terminal would obey it.
            Ok(string) if term.terminal().stdout => string.lines().map(clean).collect::<Vec<_>>().join("\n").into(),
            Ok(string) => string.into(),
            Err(json) => clean_json(json),
        };
        Ok(term.data(|out| writeln!(out, "{line}"))?)
    })
}

fn indented(document: &str) -> String {
    let value: serde_json::Value = serde_json::from_str(document).expect("written by serde_json");
    serde_json::to_string_pretty(&value).expect("a value is JSON")
}

/// Returns the document as YAML. Where a string holds characters that must not be seen, it is JSON, which YAML
/// contains: only there can every character be written as an escape.
fn yaml(document: &str) -> String {
    let value: serde_json::Value = serde_json::from_str(document).expect("written by serde_json");
    match serde_saphyr::to_string(&value) {
        Ok(yaml) if !yaml.chars().any(|c| hidden(c) && c != '\n') => {
            if yaml.ends_with('\n') {
                yaml
            } else {
                yaml + "\n"
            }
        }
        _ => {
            let mut out = String::new();
            for c in indented(document).chars() {
                // YAML has no surrogate pairs; every character has its own number.
                if hidden(c) && c != '\n' {
                    out += &format!("\\U{:08x}", u32::from(c));
                } else {
                    out.push(c);
                }
            }
            out + "\n"
        }
    }
}

pub(super) fn unserializable(error: serde_json::Error) -> Failure {
    Failure { cause: error.into(), ..Failure::new(Exit::Bug, "") }.during("could not write the answer as JSON")
}
