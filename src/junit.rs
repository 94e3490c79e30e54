//! `JUnit` XML, which GitLab, GitHub, Jenkins and others show.
//!
//! Elements and attributes are those that the xUnit plugin of Jenkins accepts (`junit-10.xsd`), which other readers
//! accept too.

use std::fmt::{Display, Write};
use std::time::Duration;

/// A document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Name of the run.
    pub name: String,
    /// Its suites.
    pub suites: Vec<Suite>,
}

/// A suite of cases.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suite {
    /// Name of the suite.
    pub name: String,
    /// Its cases.
    pub cases: Vec<Case>,
}

/// A case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// Name of the case.
    pub name: String,
    /// The class that readers group cases by, in parts with dots.
    pub class: String,
    /// How long it took.
    pub time: Duration,
    /// How it ended.
    pub outcome: Outcome,
    /// What is known about it, in lines.
    pub text: String,
}

/// How a case ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It passed.
    Passed,
    /// It was not tried.
    Skipped {
        /// Why, in one line.
        message: String,
    },
    /// The answer is no.
    Failed {
        /// Why, in one line.
        message: String,
        /// One word for the kind of failure.
        kind: &'static str,
    },
    /// There is no answer.
    Error {
        /// Why, in one line.
        message: String,
        /// One word for the kind of error.
        kind: &'static str,
    },
}

impl Document {
    /// Returns the document as XML.
    pub fn xml(&self) -> String {
        let sum = |count: fn(&Suite) -> usize| self.suites.iter().map(count).sum::<usize>();
        let mut xml = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites");
        attribute(&mut xml, "name", &self.name);
        attribute(&mut xml, "tests", sum(|suite| suite.cases.len()));
        attribute(&mut xml, "failures", sum(Suite::failures));
        attribute(&mut xml, "errors", sum(Suite::errors));
        attribute(&mut xml, "time", seconds(self.suites.iter().map(Suite::time).sum()));
        xml.push_str(">\n");
        for suite in &self.suites {
            suite.write(&mut xml);
        }
        xml.push_str("</testsuites>\n");
        xml
    }
}

impl Suite {
    fn count(&self, outcome: fn(&Outcome) -> bool) -> usize {
        self.cases.iter().filter(|case| outcome(&case.outcome)).count()
    }

    fn failures(&self) -> usize {
        self.count(|outcome| matches!(outcome, Outcome::Failed { .. }))
    }

    fn errors(&self) -> usize {
        self.count(|outcome| matches!(outcome, Outcome::Error { .. }))
    }

    /// Readers add the times of the cases up.
    fn time(&self) -> Duration {
        self.cases.iter().map(|case| case.time).sum()
    }

    fn write(&self, xml: &mut String) {
        xml.push_str("    <testsuite");
        attribute(xml, "name", &self.name);
        attribute(xml, "tests", self.cases.len());
        attribute(xml, "skipped", self.count(|outcome| matches!(outcome, Outcome::Skipped { .. })));
        attribute(xml, "errors", self.errors());
        attribute(xml, "failures", self.failures());
        attribute(xml, "time", seconds(self.time()));
        xml.push_str(">\n");
        for case in &self.cases {
            case.write(xml);
        }
        xml.push_str("    </testsuite>\n");
    }
}

impl Case {
    fn write(&self, xml: &mut String) {
        xml.push_str("        <testcase");
        attribute(xml, "name", &self.name);
        attribute(xml, "classname", &self.class);
        attribute(xml, "time", seconds(self.time));
        xml.push_str(">\n");
        let (element, message, kind) = match &self.outcome {
            Outcome::Passed => ("system-out", None, None),
            Outcome::Skipped { message } => ("skipped", Some(message), None),
            Outcome::Failed { message, kind } => ("failure", Some(message), Some(kind)),
            Outcome::Error { message, kind } => ("error", Some(message), Some(kind)),
        };
        if message.is_some() || !self.text.is_empty() {
            write!(xml, "            <{element}").expect(MEMORY);
            if let Some(message) = message {
                attribute(xml, "message", message);
            }
            if let Some(kind) = kind {
                attribute(xml, "type", kind);
            }
            writeln!(xml, ">{}</{element}>", escaped(&self.text, false)).expect(MEMORY);
        }
        xml.push_str("        </testcase>\n");
    }
}

/// Why writing cannot fail.
const MEMORY: &str = "writing to memory does not fail";

fn attribute(xml: &mut String, name: &str, value: impl Display) {
    write!(xml, " {name}=\"{}\"", escaped(&value.to_string(), true)).expect(MEMORY);
}

fn seconds(time: Duration) -> String {
    format!("{:.3}", time.as_secs_f64())
}

/// Escapes a text. What XML 1.0 forbids even escaped is replaced: a replaced character is seen, a removed one is not.
fn escaped(text: &str, in_attribute: bool) -> String {
    let mut xml = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => xml.push_str("&amp;"),
            '<' => xml.push_str("&lt;"),
            '>' => xml.push_str("&gt;"),
            '"' => xml.push_str("&quot;"),
            // A reader makes blanks of these in an attribute.
            '\n' | '\t' if in_attribute => write!(xml, "&#{};", u32::from(c)).expect(MEMORY),
            '\n' | '\t' => xml.push(c),
            // A reader makes a line feed of it.
            '\r' => xml.push_str("&#13;"),
            '\0'..='\u{1F}' | '\u{7F}'..='\u{9F}' | '\u{FFFE}' | '\u{FFFF}' => xml.push('\u{FFFD}'),
            c => xml.push(c),
        }
    }
    xml
}
