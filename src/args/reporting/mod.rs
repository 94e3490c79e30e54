//! The reports of a gate, and what its exit code means. They hold however it ends: also when the command line or the
//! settings are wrong, and when it is stopped.

mod target;

use std::borrow::Cow;
use std::ffi::OsString;
use std::path::Path;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use clap::ValueEnum;
use jiff::Timestamp;

pub use self::target::{ReportFormat, Target};
use super::global::Global;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::files::{self, Access};
use crate::health::{ProbeError, Report, Severity, annotation, gitlab, html, markdown, open_metrics, plain, sarif};
use crate::junit::{Case, Document, Outcome, Suite};
use crate::settings::env::Env;
use crate::term::Term;

/// What the exit code follows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum ExitStyle {
    /// Exit codes of `makini exit-codes`
    #[default]
    Makini,
    /// 0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN, and one line of output
    Nagios,
}

/// A command with reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gate {
    /// Its words on the command line, each with its aliases.
    words: &'static [&'static [&'static str]],
    /// Its name in reports.
    name: &'static str,
    /// Its reports that are files.
    formats: &'static [ReportFormat],
    /// Whether it has annotations for GitHub.
    has_annotations: bool,
}

impl Gate {
    /// `makini check`.
    pub const CHECK: Self =
        Self { words: &[&["check"]], name: "makini check", formats: ReportFormat::ALL, has_annotations: true };
    /// `makini webhooks drill`.
    pub const DRILL: Self = Self {
        words: &[&["webhooks", "webhook"], &["drill"]],
        name: "makini webhooks drill",
        formats: &[ReportFormat::Junit],
        has_annotations: false,
    };
    const ALL: [Self; 2] = [Self::CHECK, Self::DRILL];

    /// Parses a report of it.
    ///
    /// # Errors
    /// It has no such report: those that it has.
    pub fn target(self, text: &str) -> Result<Target, String> {
        Target::parse(text, self.formats, self.has_annotations)
    }
}

/// Whether the reports of this invocation are written.
#[derive(Clone, Debug, Default)]
pub struct Reported(Arc<OnceLock<()>>);

impl Reported {
    /// Notes that they are. Returns whether they were not before.
    pub fn set(&self) -> bool {
        self.0.set(()).is_ok()
    }
}

/// The reports of one invocation and the meaning of its exit code.
pub struct Reporting {
    /// The command.
    pub gate: Gate,
    /// The reports to write.
    pub targets: Vec<Target>,
    /// What the exit code follows.
    pub style: ExitStyle,
    /// Whether they are written.
    pub reported: Reported,
}

impl Reporting {
    /// Returns those of a command line that could not be parsed, if it is one of a gate: what can be read of it.
    pub fn of_line(line: &[OsString]) -> Option<Self> {
        let mut words = line.iter().skip(1).map(|word| word.to_string_lossy());
        let gate = gate(&mut words)?;
        let mut found = Self { gate, targets: Vec::new(), style: ExitStyle::default(), reported: Reported::default() };
        let mut words = words.take_while(|word| word != "--");
        while let Some(word) = words.next() {
            let (flag, value) = match word.split_once('=') {
                Some((flag, value)) => (flag, Some(value.to_owned())),
                None => (&*word, None),
            };
            if !matches!(flag, "--report" | "--exit-style") {
                continue;
            }
            let value = value.or_else(|| words.next().map(Cow::into_owned)).unwrap_or_default();
            if flag == "--report" {
                found.targets.extend(gate.target(&value));
            } else {
                found.style = <ExitStyle as ValueEnum>::from_str(&value, false).unwrap_or(found.style);
            }
        }
        Some(found)
    }

    /// Returns whether stderr is a log for a runner: its lines are text then, whatever the format of the output is.
    pub fn has_annotations(&self) -> bool {
        self.targets.contains(&Target::GitHub)
    }

    /// Reports a gate that did not come to an answer, for the reason `failure`, and returns how to end. One that has
    /// reported already keeps its reports.
    pub fn fail(&self, term: &Term, env: &Env, now: Timestamp, failure: &Failure) -> Exit {
        if self.reported.set() {
            // With the reason in it: an older report would be mistaken for the result.
            let unanswered = Unanswered { gate: self.gate, failure, now };
            let Written { takes_stdout, failures } = write(term, env, &self.targets, &unanswered);
            for unwritten in failures {
                term.warn(unwritten.causes().join(": "));
            }
            if self.style == ExitStyle::Nagios && !takes_stdout {
                // One that cannot be printed has no reader.
                term.data(|out| writeln!(out, "MAKINI UNKNOWN - {}", plain(&reason(failure)))).ok();
            }
        }
        self.unknown(failure.exit)
    }

    /// Returns how to end when a gate that ended so could not print its answer.
    pub fn unprinted(&self, ended: Exit, failed: Exit) -> Exit {
        if ended == Exit::Ok { self.unknown(failed) } else { ended }
    }

    fn unknown(&self, exit: Exit) -> Exit {
        match self.style {
            ExitStyle::Nagios => nagios_exit(3),
            ExitStyle::Makini => exit,
        }
    }
}

/// Returns the gate that the words lead to, and takes those words.
fn gate<'a>(words: &mut impl Iterator<Item = Cow<'a, str>>) -> Option<Gate> {
    let definitions = Global::definitions();
    let takes_value = |word: &str| {
        definitions.iter().any(|flag| {
            let is_long = flag.get_long().is_some_and(|long| word.strip_prefix("--") == Some(long));
            let is_short = flag.get_short().is_some_and(|short| word.strip_prefix('-') == Some(&short.to_string()));
            flag.get_action().takes_values() && (is_long || is_short)
        })
    };
    let mut open: Vec<Gate> = Gate::ALL.into();
    for depth in 0.. {
        let word = loop {
            let word = words.next()?;
            if !word.starts_with('-') {
                break word;
            }
            if takes_value(&word) {
                words.next();
            }
        };
        open.retain(|gate| gate.words.get(depth).is_some_and(|names| names.contains(&&*word)));
        if let Some(found) = open.iter().find(|gate| gate.words.len() == depth + 1) {
            return Some(*found);
        }
        if open.is_empty() {
            return None;
        }
    }
    None
}

/// Returns the code that a plugin of Nagios ends with; the table of exit codes has the same numbers for other things.
pub fn nagios_exit(code: u8) -> Exit {
    Exit::ALL.into_iter().find(|exit| exit.code() == code).expect("the table has 0 to 3")
}

/// What reports are made of.
pub trait Reportable {
    /// Returns it as a file of a format that its gate has.
    fn document(&self, format: ReportFormat) -> String;
    /// Returns it as annotations, each a line.
    fn annotations(&self) -> String;
    /// Returns it in Markdown.
    fn summary(&self) -> String;
}

/// How writing the reports went.
pub struct Written {
    /// Whether one of them took stdout.
    pub takes_stdout: bool,
    /// Those that could not be written.
    pub failures: Vec<Failure>,
}

/// Writes the reports, each that can be.
pub fn write(term: &Term, env: &Env, targets: &[Target], report: &impl Reportable) -> Written {
    let mut written = Written { takes_stdout: false, failures: Vec::new() };
    for target in targets {
        let done = match target {
            Target::File(format, path) => save(path, &report.document(*format)),
            Target::Stdout(_) if written.takes_stdout => Ok(()),
            Target::Stdout(format) => {
                written.takes_stdout = true;
                term.data(|out| out.write_all(report.document(*format).as_bytes())).map_err(Failure::from)
            }
            Target::GitHub => {
                term.command_text(&report.annotations());
                match env.path("GITHUB_STEP_SUMMARY") {
                    Some(path) => files::append(&path, report.summary().as_bytes()).map_err(|error| {
                        let what = format!("could not write the summary of the step `{}`: {error}", path.display());
                        Failure::new(Exit::Local, what)
                    }),
                    None => Ok(()),
                }
            }
        };
        // A closed pipe is no failure.
        written.failures.extend(done.err().filter(|failure| failure.exit != Exit::Ok));
    }
    written
}

fn save(path: &Path, text: &str) -> Result<(), Failure> {
    let saved = files::save(path, text.as_bytes(), Access::Everyone, "the report ");
    saved.map_err(|failure| failure.hint("the check was done; only its report is missing"))
}

/// Ends a gate whose verdict is `exit` and whose reports are written: one that could not be does not change a verdict
/// that is not good.
///
/// # Errors
/// The first report that could not be written, where the verdict is good.
pub fn concluded(term: &Term, exit: Exit, written: Written) -> Result<Exit, Failure> {
    let mut failures = written.failures.into_iter();
    match failures.next() {
        Some(first) if exit == Exit::Ok => Err(first),
        first => {
            for failure in first.into_iter().chain(failures) {
                term.warn(failure.causes().join(": "));
            }
            Ok(exit)
        }
    }
}

fn reason(failure: &Failure) -> String {
    failure.during.iter().cloned().chain(failure.causes()).collect::<Vec<_>>().join(": ")
}

/// A gate without an answer.
struct Unanswered<'a> {
    gate: Gate,
    failure: &'a Failure,
    now: Timestamp,
}

impl Unanswered<'_> {
    fn title(&self) -> String {
        format!("{}: reach", self.gate.name)
    }

    fn message(&self) -> String {
        format!("could not ask: {}", reason(self.failure))
    }

    fn next(&self) -> impl Iterator<Item = String> {
        let request = self.failure.request_id.iter().map(|id| format!("request: {id}\n"));
        request.chain(self.failure.hints.iter().map(|hint| format!("next: {hint}\n")))
    }
}

impl Unanswered<'_> {
    /// In the one form that both gates have.
    fn junit(&self) -> String {
        let case = Case {
            name: self.title(),
            class: self.gate.name.replace(' ', "."),
            time: Duration::ZERO,
            outcome: Outcome::Error { message: self.message(), kind: "unknown" },
            text: self.next().collect(),
        };
        let name = self.gate.name.to_owned();
        Document { name: name.clone(), suites: vec![Suite { name, cases: vec![case] }] }.xml()
    }
}

impl Reportable for Unanswered<'_> {
    fn document(&self, format: ReportFormat) -> String {
        let error = ProbeError { message: reason(self.failure), ..ProbeError::from(self.failure) };
        let report = Report::failed(self.now, &error);
        match format {
            ReportFormat::Junit => self.junit(),
            ReportFormat::Gitlab => gitlab(&report),
            ReportFormat::Sarif => sarif(&report, self.failure.exit),
            ReportFormat::OpenMetrics => open_metrics(&report, self.failure.exit),
            ReportFormat::Html => html(&report, self.failure.exit),
        }
    }

    fn annotations(&self) -> String {
        let lines: String = self.next().collect();
        let text = format!("{}\n{lines}", self.message());
        annotation(Severity::Unknown, &self.title(), text.trim_end())
    }

    fn summary(&self) -> String {
        let (name, code) = (self.gate.name, self.failure.exit.code());
        let mut text = format!("### {name}: could not ask (exit code {code})\n\n{}\n", markdown(&reason(self.failure)));
        for line in self.next() {
            text.push_str(&format!("\n{}\n", markdown(line.trim_end())));
        }
        text + "\n"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reports_people_ask_for() {
        let read = |text: &str| Gate::CHECK.target(text);
        assert_eq!(read("junit=out/check.xml"), Ok(Target::File(ReportFormat::Junit, "out/check.xml".into())));
        assert_eq!(read("junit=-"), Ok(Target::Stdout(ReportFormat::Junit)));
        assert_eq!(read("sarif=a=b"), Ok(Target::File(ReportFormat::Sarif, "a=b".into())));
        assert_eq!(read("github"), Ok(Target::GitHub));
        for text in ["junit", "junit=", "github=x", "xml=x", "SARIF=x", ""] {
            let error = read(text).expect_err(text);
            assert!(error.contains("`openmetrics=FILE`") && error.contains("or `github`"), "{text}: {error}");
        }
        assert_eq!(Gate::DRILL.target("junit=x"), Ok(Target::File(ReportFormat::Junit, "x".into())));
        for text in ["github", "sarif=x"] {
            let error = Gate::DRILL.target(text).expect_err(text);
            assert_eq!(error, "a report is `junit=FILE`; the file `-` is stdout");
        }
        for format in ReportFormat::ALL {
            assert_eq!(<ReportFormat as ValueEnum>::from_str(format.as_str(), false).as_ref(), Ok(format));
        }
    }

    #[test]
    fn a_line_that_cannot_be_parsed_still_names_its_reports() {
        let read = |line: &str| {
            let words: Vec<OsString> = line.split(' ').map(OsString::from).collect();
            Reporting::of_line(&words).map(|found| (found.gate, found.targets, found.style))
        };
        let (check, none) = (Gate::CHECK, || Some((Gate::CHECK, vec![], ExitStyle::Makini)));
        let junit = |file: &str| Target::File(ReportFormat::Junit, file.into());
        assert_eq!(
            read("makini check --bogus --report junit=r.xml --report=github --exit-style nagios"),
            Some((check, vec![junit("r.xml"), Target::GitHub], ExitStyle::Nagios))
        );
        assert_eq!(
            read("makini --profile check -o json -v check --exit-style=nagios"),
            Some((check, vec![], ExitStyle::Nagios))
        );
        assert_eq!(
            read("makini webhook -v drill --report junit=d.xml"),
            Some((Gate::DRILL, vec![junit("d.xml")], ExitStyle::Makini))
        );
        assert_eq!(read("makini check --report xml=x --exit-style nagois"), none());
        assert_eq!(read("makini check -- --report github"), none());
        assert_eq!(read("makini check --report"), none());
        for other in [
            "makini connections list --search check --report junit=x",
            "makini",
            "makini --profile check",
            "makini webhooks listen drill",
            "makini drill",
        ] {
            assert_eq!(read(other), None, "{other}");
        }
    }
}
